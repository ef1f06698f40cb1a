//! Cases that are questions of ours: their variables say what a coder said, and their references whose passage is whose.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::desk::Desk;
use super::qde::{Case, as_moment};
use crate::files::refi::{PAPER, QUESTION, guid, of_coding};
use crate::model::{
    Asked, Before, CoderId, CodingKey, Document, FacetId, ForeignPart, Omission, Outcome, OutcomeKind,
    Promise, QuestionId, QuestionRef, Round, TagId, Until, UntilKind,
};

/// The codings that a passage belongs to, by its GUID.
pub(super) type Claims = BTreeMap<String, Vec<CodingKey>>;

/// Reads all cases.
pub(super) fn cases(desk: &mut Desk<'_>) -> Claims {
    let mut claims = Claims::new();
    let qde = desk.qde;
    let ours: BTreeMap<&str, &'static str> = qde
        .variables
        .iter()
        .filter_map(|(guid, name)| {
            Some((guid.as_str(), QUESTION.iter().find(|variable| variable.name == name)?.name))
        })
        .collect();
    let places: BTreeMap<String, usize> =
        desk.papers.iter().enumerate().map(|(nth, paper)| (paper.source.guid.clone(), nth)).collect();
    let mut foreign = 0;
    for case in &qde.cases {
        let said = Said::of(case, &ours);
        let Some(label) = said.get("question") else {
            foreign += 1;
            continue;
        };
        let paper = case.sources.iter().find_map(|source| places.get(source));
        let document = paper.map(|nth| &desk.papers[*nth].document);
        let found = document.and_then(|document| Some((document.id, question(document, label, &said)?)));
        let Some((document, question)) = found else {
            // A question that nobody coded is no loss.
            if said.is_coded() {
                desk.left_out.push(Omission::Question { case: case.name.clone() });
            }
            continue;
        };
        if !said.is_coded() && case.selections.is_empty() {
            continue;
        }
        let coder = coder(desk, case, &said);
        let round = said.get("round").and_then(|round| round.parse().ok()).unwrap_or(1);
        let key = CodingKey { document, question, coder, round: Round(round) };
        for selection in &case.selections {
            claims.entry(selection.clone()).or_default().push(key);
        }
        say(desk, key, case, &said);
    }
    if foreign > 0 {
        desk.left_out.push(Omission::Parts { part: ForeignPart::Cases, count: foreign });
    }
    claims
}

/// The values of a case by the names of our variables.
struct Said<'a>(BTreeMap<&'static str, &'a str>);

impl<'a> Said<'a> {
    fn of(case: &'a Case, ours: &BTreeMap<&str, &'static str>) -> Self {
        let values =
            case.values.iter().filter_map(|(guid, value)| Some((*ours.get(guid.as_str())?, value.as_str())));
        Self(values.collect())
    }

    fn get(&self, name: &str) -> Option<&'a str> {
        self.0.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    fn is_coded(&self) -> bool {
        let names = ["coded_at", "tag", "facets", "asked_for", "memo", "promise", "evidence_lost"];
        names.iter().any(|name| self.get(name).is_some())
    }

    fn is(&self, name: &str) -> bool {
        matches!(self.get(name), Some("true" | "1"))
    }

    fn date(&self, name: &str) -> Option<Date> {
        self.get(name)?.get(..10)?.parse().ok()
    }
}

/// The question of a label: by its id where that is the one, else the only one that is called so.
fn question(document: &Document, label: &str, said: &Said<'_>) -> Option<QuestionId> {
    let outline = &document.outline;
    let id = said.get("question_id").and_then(|id| id.parse().ok()).map(QuestionId);
    let by_id = id.filter(|id| outline.question(*id).is_some_and(|question| question.label == label));
    let mut called = outline.questions().filter(|question| question.label == label);
    by_id.or_else(|| match (called.next(), called.next()) {
        (Some(only), None) => Some(only.id),
        _ => None,
    })
}

/// Who coded: by the name, else by who made the passages.
fn coder(desk: &Desk<'_>, case: &Case, said: &Said<'_>) -> CoderId {
    let by_name = said.get("coder").and_then(|name| {
        let user = desk.qde.users.iter().find(|user| user.name.trim() == name)?;
        desk.users.get(&user.guid).copied()
    });
    let by_passage = || {
        let first = case.selections.first()?;
        let all = desk.papers.iter().flat_map(|paper| &paper.source.selections);
        let user = &all.into_iter().find(|selection| selection.guid == *first)?.user;
        desk.users.get(user).copied()
    };
    by_name.or_else(by_passage).unwrap_or(desk.coders[0].id)
}

fn say(desk: &mut Desk<'_>, key: CodingKey, case: &Case, said: &Said<'_>) {
    let list = |name: &str| -> Vec<String> {
        said.get(name)
            .map(|list| list.split('|').map(|one| one.trim().to_owned()).collect())
            .unwrap_or_default()
    };
    let tag = said.get("tag").map(|id| TagId(id.to_owned()));
    let facets: Vec<FacetId> = list("facets").into_iter().map(FacetId).collect();
    let known_tag = tag.clone().filter(|tag| desk.codebook.tag(tag).is_some());
    let is_whole = known_tag == tag && facets.iter().all(|facet| desk.codebook.facet(facet).is_some());
    if !is_whole {
        desk.left_out.push(Omission::Question { case: case.name.clone() });
    }
    let facets = facets.into_iter().filter(|facet| desk.codebook.facet(facet).is_some()).collect();
    let asked = list("asked_for");
    let version = desk.codebook.version.clone();
    let at = said.get("coded_at").and_then(as_moment).unwrap_or(desk.at);
    let draft = desk.draft(key, None);
    let coding = &mut draft.coding;
    coding.tag = known_tag;
    coding.facets = facets;
    coding.asked =
        Asked::ALL.into_iter().filter(|kind| asked.iter().any(|code| code == kind.code())).collect();
    // Blanks at its ends are the person's.
    coding.memo =
        crate::model::text::unix_lines(said.0.get("memo").copied().unwrap_or_default()).into_owned();
    coding.later = said.is("later");
    coding.codebook = said.get("codebook_version").map_or(version, str::to_owned);
    coding.at = at;
    coding.promise = said.is("promise").then(|| promise(said));
    draft.is_settled = true;
}

fn promise(said: &Said<'_>) -> Promise {
    let until = said.get("promise_until").and_then(|words| {
        let kind = match said.get("promise_until_kind")? {
            "date" => UntilKind::Date,
            "period" => UntilKind::Period,
            "condition" => UntilKind::Condition,
            _ => return None,
        };
        Some(Until { kind, words: words.to_owned() })
    });
    let before = said.get("promise_before").map(|number| Before {
        number: number.to_owned(),
        question: said.get("promise_before_question").and_then(reference),
    });
    let outcome = said.get("promise_outcome").and_then(|kind| {
        let kind = match kind {
            "kept" => OutcomeKind::Kept,
            "renewed" => OutcomeKind::Renewed,
            "broken" => OutcomeKind::Broken,
            _ => return None,
        };
        Some(Outcome {
            kind,
            by: said.get("promise_outcome_by").and_then(reference),
            on: said.date("promise_outcome_on"),
            source: said.get("promise_outcome_source").unwrap_or_default().to_owned(),
        })
    });
    Promise { until, due: said.date("promise_due"), before, outcome }
}

/// `00abcdef01234567/4`
fn reference(written: &str) -> Option<QuestionRef> {
    let (document, question) = written.split_once('/')?;
    Some(QuestionRef { document: document.parse().ok()?, question: QuestionId(question.parse().ok()?) })
}

/// The GUIDs of memos that a case has said already.
pub(super) fn own_notes(desk: &Desk<'_>) -> BTreeSet<String> {
    desk.drafts.keys().map(|key| of_coding("note", *key, &[])).collect()
}

/// How many variables of this project are none of ours.
pub(super) fn foreign_variables(desk: &Desk<'_>) -> usize {
    let ours: Vec<String> =
        PAPER.iter().chain(QUESTION).map(|variable| guid("variable", &[variable.name])).collect();
    desk.qde.variables.keys().filter(|own| !ours.contains(own)).count()
}
