//! Coders without their names: what a package for everybody says of who coded.

use std::borrow::Cow;
use std::sync::Arc;

use regex::{Captures, Regex};

use super::codebook::{Codebook, Edition, Facet, Tag, Wording};
use super::coder::Coder;
use super::coding::{Coding, CodingKey};
use super::decision::Decision;
use super::definition::TagPart;
use super::document::Document;
use super::edits::codebook::CodebookAct;
use super::edits::{Label, Past, Step};
use super::export::ExportOrder;
use super::id::CoderId;
use super::project::{Project, ProjectParts};
use super::round::RoundPlan;

/// The shortest part of a name that is hidden by itself, in characters: initials are in every text.
const SHORTEST_PART: usize = 3;

/// A name for each coder in place of their own: `coder_1`, `coder_2`. Where people wrote (memos, sources, reasons,
/// the codebook, names of files and filters, the project's name), the coders' names are replaced, too; what papers
/// say stays as printed.
pub struct Pseudonyms {
    /// One group for each way to write a name.
    pattern: Option<Regex>,
    /// Whose name each group is.
    of_group: Vec<CoderId>,
}

impl Pseudonyms {
    /// Does something with an order, without the names of coders where the order does not want them.
    pub fn in_order<R>(order: &ExportOrder<'_>, work: impl FnOnce(&ExportOrder<'_>) -> R) -> R {
        if order.choice.coder_names {
            return work(order);
        }
        let pseudonyms = Self::of(order.project);
        let (project, past) = (pseudonyms.project(order.project), pseudonyms.past(order.past));
        let chosen = order.documents.iter().filter_map(|document| project.document(document.id));
        let documents: Vec<&Document> = chosen.map(|document| &**document).collect();
        let title = pseudonyms.hide(order.title);
        work(&ExportOrder { project: &project, documents: &documents, past: &past, title: &title, ..*order })
    }

    #[must_use]
    pub fn of(project: &Project) -> Self {
        let named: Vec<(CoderId, &str)> = project
            .coders()
            .map(|coder| (coder.id, coder.name.trim()))
            .filter(|(_, name)| !name.is_empty())
            .collect();
        // Whole names first: `Nora Keller` is one coder, not two words.
        let mut ways: Vec<(CoderId, String)> = Vec::new();
        let mut whole = named.clone();
        whole.sort_by_key(|(_, name)| std::cmp::Reverse(name.len()));
        ways.extend(whole.iter().map(|(id, name)| (*id, whole_name(name))));
        for (id, name) in &named {
            let parts = name.split(|c: char| !c.is_alphanumeric());
            let parts = parts.filter(|part| part.chars().count() >= SHORTEST_PART);
            ways.extend(parts.map(|part| (*id, bordered(part, &regex::escape(part)))));
        }
        let groups: Vec<String> = ways.iter().map(|(_, way)| format!("({way})")).collect();
        // A name may be as long as a person likes; one that makes no pattern is not looked for inside texts.
        let pattern = (!groups.is_empty()).then(|| Regex::new(&groups.join("|")).ok()).flatten();
        Self { pattern, of_group: ways.into_iter().map(|(id, _)| id).collect() }
    }

    /// A text of a person, without names of coders.
    #[must_use]
    pub fn hide<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let Some(pattern) = &self.pattern else { return Cow::Borrowed(text) };
        pattern.replace_all(text, |found: &Captures<'_>| {
            let group = (0..self.of_group.len()).find(|nth| found.get(nth + 1).is_some());
            group.map_or_else(String::new, |group| pseudonym(self.of_group[group]))
        })
    }

    /// The project with pseudonyms.
    ///
    /// # Panics
    /// Never: only words change, and they are no part of what a project has to hold.
    #[must_use]
    pub fn project(&self, project: &Project) -> Project {
        let parts = project.to_parts();
        let hidden = ProjectParts {
            name: self.owned(&parts.name),
            codebook: self.codebook(parts.codebook),
            coders: parts
                .coders
                .into_iter()
                .map(|coder| Coder::new(coder.id, &pseudonym(coder.id)))
                .collect(),
            documents: parts.documents.into_iter().map(|document| self.document(document)).collect(),
            codings: parts.codings.into_iter().map(|coding| self.coding(coding)).collect(),
            cues: parts.cues,
            ledger_day: parts.ledger_day,
            filters: parts
                .filters
                .into_iter()
                .map(|mut filter| {
                    filter.name = self.owned(&filter.name);
                    filter
                })
                .collect(),
            rounds: parts.rounds.into_iter().map(|plan| self.round(plan)).collect(),
            decisions: parts
                .decisions
                .into_iter()
                .map(|(question, decision)| (question, self.decision(decision)))
                .collect(),
        };
        let mut hidden = Project::from_parts(hidden).expect("only words changed");
        hidden.seat = project.seat;
        hidden
    }

    /// The steps with labels that name no coder.
    #[must_use]
    pub fn past(&self, past: &Past) -> Past {
        let hidden = |steps: &[Arc<Step>]| -> Vec<Arc<Step>> {
            let step = |step: &Arc<Step>| Step { label: self.label(&step.label), edit: step.edit.clone() };
            steps.iter().map(|one| Arc::new(step(one))).collect()
        };
        Past { done: hidden(&past.done), undone: hidden(&past.undone) }
    }

    fn owned(&self, text: &str) -> String {
        self.hide(text).into_owned()
    }

    fn document(&self, document: Arc<Document>) -> Arc<Document> {
        match self.hide(&document.origin.file) {
            Cow::Borrowed(_) => document,
            Cow::Owned(file) => {
                let mut changed = (*document).clone();
                changed.origin.file = file;
                Arc::new(changed)
            }
        }
    }

    fn coding(&self, (key, coding): (CodingKey, Arc<Coding>)) -> (CodingKey, Arc<Coding>) {
        let mut changed = (*coding).clone();
        changed.memo = self.owned(&coding.memo);
        if let Some(outcome) = changed.promise.as_mut().and_then(|promise| promise.outcome.as_mut()) {
            outcome.source = self.owned(&outcome.source);
        }
        (key, Arc::new(changed))
    }

    fn round(&self, plan: RoundPlan) -> RoundPlan {
        RoundPlan { name: self.owned(&plan.name), ..plan }
    }

    fn decision(&self, decision: Decision) -> Decision {
        Decision { reason: self.owned(&decision.reason), ..decision }
    }

    fn codebook(&self, mut codebook: Codebook) -> Codebook {
        codebook.reason = self.owned(&codebook.reason);
        self.tags(&mut codebook.tags);
        self.facets(&mut codebook.facets);
        self.wording(&mut codebook.decision);
        codebook.boundary_cases.iter_mut().for_each(|case| self.wording(case));
        codebook.past.iter_mut().for_each(|edition| self.edition(edition));
        codebook
    }

    fn edition(&self, edition: &mut Edition) {
        edition.reason = self.owned(&edition.reason);
        self.tags(&mut edition.tags);
        self.facets(&mut edition.facets);
        self.wording(&mut edition.decision);
        edition.boundary_cases.iter_mut().for_each(|case| self.wording(case));
    }

    /// Their letters stay: a coder may be called K.
    fn tags(&self, tags: &mut [Tag]) {
        for tag in tags {
            self.wording(&mut tag.name);
            for part in TagPart::DEFINITION {
                self.wording(part.of_mut(tag));
            }
        }
    }

    fn facets(&self, facets: &mut [Facet]) {
        for facet in facets {
            self.wording(&mut facet.name);
            self.wording(&mut facet.definition);
        }
    }

    fn wording(&self, words: &mut Wording) {
        words.de = self.owned(&words.de);
        words.en = self.owned(&words.en);
    }

    fn label(&self, label: &Label) -> Label {
        let mut label = label.clone();
        match &mut label {
            Label::KeepFilter { name: words }
            | Label::DropFilter { name: words }
            | Label::Coder { name: words }
            | Label::Round { name: words }
            | Label::DropRound { name: words }
            | Label::HandIn { name: words }
            | Label::ReadAgain { title: words }
            | Label::RemoveDocument { title: words }
            | Label::Merge { file: words } => *words = self.owned(words),
            Label::Codebook { act, name } => {
                self.wording(name);
                if let CodebookAct::Merge { into } = act {
                    self.wording(into);
                }
            }
            // No label is forgotten: these hold nothing that people wrote about each other.
            Label::Tag { .. }
            | Label::TagAll { .. }
            | Label::ClearTag { .. }
            | Label::ClearAll { .. }
            | Label::Memo { .. }
            | Label::Later { .. }
            | Label::Evidence { .. }
            | Label::DropEvidence { .. }
            | Label::MoveEvidence { .. }
            | Label::Facet { .. }
            | Label::Asked { .. }
            | Label::Promise { .. }
            | Label::LedgerDay
            | Label::Cues
            | Label::AddDocuments { .. }
            | Label::Rename
            | Label::Decide { .. }
            | Label::DropDecision { .. }
            | Label::Number
            | Label::Head
            | Label::Outline { .. }
            | Label::Recovered => {}
        }
        label
    }
}

fn pseudonym(coder: CoderId) -> String {
    format!("coder_{}", coder.0)
}

/// A whole name in any case, with any white space between its words.
fn whole_name(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(regex::escape).collect();
    format!("(?i:{})", bordered(name, &words.join(r"\s+")))
}

/// Not inside another word, but with the ending of the genitive.
fn bordered(name: &str, pattern: &str) -> String {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let before = if is_word(name.chars().next()) { r"\b" } else { "" };
    let after = if is_word(name.chars().next_back()) { r"(?:['’]?s)?\b" } else { "" };
    format!("{before}{pattern}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::edits::Edit;

    fn check(coders: &[&str], text: &str, expect: &str) {
        let mut parts = Project::new("", blank()).to_parts();
        parts.coders = (1..).zip(coders).map(|(nth, name)| Coder::new(CoderId(nth), name)).collect();
        let project = Project::from_parts(parts).expect("sound");
        assert_eq!(Pseudonyms::of(&project).hide(text), expect);
    }

    #[test]
    fn names_are_hidden_however_they_are_written() {
        let coders = ["Nora Keller", "Jörg Weiß-Müller", ""];
        check(&coders, "Nora Keller fragt, Keller auch.", "coder_1 fragt, coder_1 auch.");
        check(&coders, "NORA  KELLER; Kellers Memo; Nora's", "coder_1; coder_1 Memo; coder_1");
        check(&coders, "jörg weiß-müller und Weiß", "coder_2 und coder_2");
        check(&coders, "Kellerei, weiß, er", "Kellerei, weiß, er");
        check(&["(X)", "K"], "(X) und K, Kino", "coder_1 und coder_2, Kino");
        check(&[""], "Niemand", "Niemand");
    }

    #[test]
    fn a_step_names_nobody() {
        let mut parts = Project::new("", blank()).to_parts();
        parts.coders[0].name = "Keller".into();
        let project = Project::from_parts(parts).expect("sound");
        let hidden = |label: Label| {
            let step = Step { label, edit: Edit::All(Vec::new()) };
            let past = Past { done: vec![Arc::new(step)], undone: Vec::new() };
            Pseudonyms::of(&project).past(&past).done[0].label.clone()
        };
        let filter = hidden(Label::KeepFilter { name: "für Keller".into() });
        assert_eq!(filter, Label::KeepFilter { name: "für coder_1".into() });
        let merged = hidden(Label::Merge { file: "Kellers Kopie.ron".into() });
        assert_eq!(merged, Label::Merge { file: "coder_1 Kopie.ron".into() });
    }

    fn blank() -> Codebook {
        Codebook {
            version: "1".into(),
            since: None,
            reason: String::new(),
            tags: Vec::new(),
            facets: Vec::new(),
            decision: Wording::default(),
            boundary_cases: Vec::new(),
            past: Vec::new(),
        }
    }
}
