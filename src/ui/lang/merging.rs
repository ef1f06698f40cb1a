//! The words of bringing in the work of another copy, and what a conflict reads like.

use crate::model::edits::merge::{About, Came, CodebookPlace, Conflict, HeadPart, News, Said, Settled};
use crate::model::{
    Coder, CoderId, Coding, CodingKey, DocumentId, FacetPart, Language, Project, QuestionId, TagPart,
    WordPlace,
};

use super::Words;

/// The words of one language for a merge.
pub struct MergingWords {
    pub title: fn(file: &str) -> String,
    /// Nothing is applied yet, and one step takes it back.
    pub about: &'static str,
    pub nothing: &'static str,
    /// The command line could not read one of the copies.
    pub not_merged: &'static str,
    pub apply: &'static str,
    pub compare: &'static str,
    pub comes: &'static str,
    pub conflicts: fn(count: usize) -> String,
    pub no_conflicts: &'static str,
    pub more: fn(count: usize) -> String,
    pub ours: &'static str,
    pub theirs: &'static str,
    pub says_nothing: &'static str,
    pub done: fn(file: &str, count: usize, conflicts: usize) -> String,

    // Kinds, with what becomes of them: „Dokumente: 3 neu, 1 geändert“.
    pub documents: &'static str,
    pub codings: &'static str,
    pub heads: &'static str,
    pub outlines: &'static str,
    pub codebook: &'static str,
    pub coders: &'static str,
    pub rounds: &'static str,
    pub decisions: &'static str,
    pub filters: &'static str,
    pub cues: &'static str,
    pub name: &'static str,
    pub ledger_day: &'static str,
    pub new: fn(usize) -> String,
    pub changed: fn(usize) -> String,
    pub gone: fn(usize) -> String,
    pub same: fn(usize) -> String,
    pub is_changed: &'static str,
    pub of_coder: fn(coder: &str, count: usize) -> String,

    // What a conflict is about.
    pub outline_of: &'static str,
    pub parliament: &'static str,
    pub kind: &'static str,
    pub facts: &'static str,
    pub case: &'static str,
    pub version: &'static str,
    pub coder: &'static str,
    pub round: &'static str,
    pub decision: &'static str,
    pub filter: &'static str,
    pub cue: &'static str,
    pub facet_definition: &'static str,
    pub facet_name: &'static str,
    pub decision_order: &'static str,
    pub unnamed: &'static str,
    pub is_there: &'static str,

    // What became of it.
    pub ours_stays: &'static str,
    pub theirs_holds: &'static str,
    pub kept_by: fn(coder: &str) -> String,
    pub both: fn(name: &str) -> String,
    pub moved: fn(label: &str) -> String,
    pub homeless: fn(label: &str, words: &str) -> String,
}

/// So many parts of the codebook are named.
const PARTS: usize = 4;

/// A conflict in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConflictWords {
    pub about: String,
    pub ours: Option<String>,
    pub theirs: Option<String>,
    pub settled: String,
}

impl ConflictWords {
    /// In one line, for the command line.
    #[must_use]
    pub fn line(&self, words: &Words) -> String {
        let sides = [(words.merging.ours, &self.ours), (words.merging.theirs, &self.theirs)];
        let said = sides
            .map(|(side, said)| format!("{side}: {}", said.as_deref().unwrap_or(words.merging.says_nothing)));
        let line = format!("{} · {} · {} · {}", self.about, said[0], said[1], self.settled);
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// What comes, a line for each kind that changes. `of` chooses whose codings are counted.
#[must_use]
pub fn news_lines(
    news: &News,
    result: &Project,
    of: impl Fn(CodingKey) -> bool,
    words: &Words,
) -> Vec<String> {
    let own = words.merging;
    let keep = |keys: &[CodingKey]| keys.iter().copied().filter(|key| of(*key)).collect::<Vec<_>>();
    let codings = Came {
        new: keep(&news.codings.new),
        changed: keep(&news.codings.changed),
        gone: keep(&news.codings.gone),
        same: if result.is_blind() { 0 } else { news.codings.same },
    };
    let mut lines = Vec::new();
    lines.extend(line(own.documents, &news.documents, own));
    lines.extend(line(own.codings, &codings, own).map(|line| line + &by_coder(&codings, result, own)));
    if !result.is_blind() {
        lines.extend(line(own.decisions, &news.decisions, own));
    }
    lines.extend(line(own.outlines, &news.outlines, own));
    lines.extend(line(own.heads, &news.heads, own));
    let parts = || parts_of_codebook(&news.codebook, result, words);
    lines.extend(line(own.codebook, &news.codebook, own).map(|line| line + &parts()));
    lines.extend(line(own.coders, &news.coders, own));
    lines.extend(line(own.rounds, &news.rounds, own));
    lines.extend(line(own.filters, &news.filters, own));
    for (name, comes) in [(own.cues, news.cues), (own.name, news.name), (own.ledger_day, news.ledger_day)] {
        lines.extend(comes.then(|| format!("{name}: {}", own.is_changed)));
    }
    lines
}

fn line<T>(name: &str, came: &Came<T>, words: &MergingWords) -> Option<String> {
    let some = |count: usize, say: fn(usize) -> String| (count > 0).then(|| say(count));
    let parts = [
        some(came.new.len(), words.new),
        some(came.changed.len(), words.changed),
        some(came.gone.len(), words.gone),
    ];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return None;
    }
    parts.extend(some(came.same, words.same));
    Some(format!("{name}: {}", parts.join(", ")))
}

/// „ (Keller 12, Brandt 3)“: whose new and changed codings.
fn by_coder(codings: &Came<CodingKey>, result: &Project, words: &MergingWords) -> String {
    let mut counts: Vec<(CoderId, usize)> = Vec::new();
    for key in codings.new.iter().chain(&codings.changed) {
        match counts.iter_mut().find(|(coder, _)| *coder == key.coder) {
            Some((_, count)) => *count += 1,
            None => counts.push((key.coder, 1)),
        }
    }
    if counts.is_empty() {
        return String::new();
    }
    counts.sort_unstable();
    let said: Vec<String> =
        counts.into_iter().map(|(id, count)| (words.of_coder)(&coder(result, id, words), count)).collect();
    format!(" ({})", said.join(", "))
}

/// „ (vage, Definition (de); Version)“: the first parts of the codebook that change.
fn parts_of_codebook(came: &Came<CodebookPlace>, result: &Project, words: &Words) -> String {
    let places = came.new.iter().chain(&came.changed);
    let said: Vec<String> = places.take(PARTS).map(|place| place_words(place, result, words)).collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join("; ")) }
}

fn coder(project: &Project, id: CoderId, words: &MergingWords) -> String {
    let name = project.coder(id).map(|coder: &Coder| coder.name.clone()).unwrap_or_default();
    if name.is_empty() { format!("{} {}", words.unnamed, id.0) } else { name }
}

/// A conflict in the words of a person.
#[must_use]
pub fn conflict_words(conflict: &Conflict, result: &Project, words: &Words) -> ConflictWords {
    let own = words.merging;
    let say = |said: &Option<Said>| said.as_ref().map(|said| said_words(said, result, words));
    let settled = match &conflict.settled {
        Settled::Ours => own.ours_stays.to_owned(),
        Settled::Theirs => own.theirs_holds.to_owned(),
        Settled::KeptBy(id) => (own.kept_by)(&coder(result, *id, own)),
        Settled::Both(name) => (own.both)(name),
        Settled::Moved(label) => (own.moved)(label),
        Settled::Homeless(label, question) => (own.homeless)(label, question),
    };
    let about = about_words(&conflict.about, result, words);
    ConflictWords { about, ours: say(&conflict.ours), theirs: say(&conflict.theirs), settled }
}

fn paper(project: &Project, id: DocumentId) -> String {
    let Some(document) = project.document(id) else { return id.to_string() };
    document.head.number.clone().unwrap_or_else(|| short(document.title()))
}

/// A title short enough for the middle of a line.
fn short(title: &str) -> String {
    if title.chars().count() <= 48 {
        return title.to_owned();
    }
    title.chars().take(46).collect::<String>().trim_end().to_owned() + " …"
}

fn question(project: &Project, document: DocumentId, id: QuestionId, words: &Words) -> String {
    let found = project.document(document).and_then(|document| document.outline.question(id));
    let label = found.map_or_else(String::new, |question| question.label.clone());
    format!("{}, {} {label}", paper(project, document), words.question).trim_end().to_owned()
}

fn about_words(about: &About, project: &Project, words: &Words) -> String {
    let own = words.merging;
    match about {
        About::Coding(key) => {
            let place = question(project, key.document, key.question, words);
            let round = match project.round(key.round) {
                Some(plan) => format!(", {}", plan.name),
                None if key.round.0 > 1 => format!(", {} {}", own.round, key.round.0),
                None => String::new(),
            };
            format!("{place}, {}{round}", coder(project, key.coder, own))
        }
        About::Document(id) => paper(project, *id),
        About::Outline(id) => format!("{}, {}", paper(project, *id), own.outline_of),
        About::Head(id, HeadPart::Field(field)) => {
            format!("{}, {}", paper(project, *id), (words.outline.field)(*field))
        }
        About::Head(id, HeadPart::Parliament) => format!("{}, {}", paper(project, *id), own.parliament),
        About::Head(id, HeadPart::Kind) => format!("{}, {}", paper(project, *id), own.kind),
        About::Codebook(place) => format!("{}, {}", own.codebook, place_words(place, project, words)),
        About::Coder(id) => format!("{} {}", own.coder, coder(project, *id, own)),
        About::Round(round) => format!("{} {}", own.round, round.0),
        About::Decision(at) => {
            format!("{}, {}", question(project, at.document, at.question, words), own.decision)
        }
        About::Filter(name) => format!("{} {name}", own.filter),
        About::Cue(example) => format!("{} {example}", own.cue),
        About::Name => own.name.to_owned(),
        About::LedgerDay => own.ledger_day.to_owned(),
    }
}

fn place_words(place: &CodebookPlace, project: &Project, words: &Words) -> String {
    let own = words.merging;
    let codebook = project.codebook();
    let tag = |id| codebook.tag(id).map_or("", |tag| tag.name.get(words.language)).to_owned();
    let facet = |id| codebook.facet(id).map_or("", |facet| facet.name.get(words.language)).to_owned();
    let part = |of: TagPart| match of {
        TagPart::Name => words.codebook.name,
        part => (words.codebook.labels.part)(part),
    };
    match place {
        CodebookPlace::Tag(id) => tag(id),
        CodebookPlace::Facet(id) => facet(id),
        CodebookPlace::Facts(id) => format!("{}, {}", tag(id), own.facts),
        CodebookPlace::Case => own.case.to_owned(),
        CodebookPlace::Version => own.version.to_owned(),
        CodebookPlace::Words(place, language) => {
            let code = match language {
                Language::German => "de",
                Language::English => "en",
            };
            let named = match place {
                WordPlace::Tag(id, of) => format!("{}, {}", tag(id), part(*of)),
                WordPlace::Facet(id, FacetPart::Name) => format!("{}, {}", facet(id), own.facet_name),
                WordPlace::Facet(id, FacetPart::Definition) => {
                    format!("{}, {}", facet(id), own.facet_definition)
                }
                WordPlace::Decision => own.decision_order.to_owned(),
                WordPlace::Case(_) => own.case.to_owned(),
            };
            format!("{named} ({code})")
        }
    }
}

fn said_words(said: &Said, project: &Project, words: &Words) -> String {
    match said {
        Said::Coding(coding) => coding_words(coding, project, words),
        Said::Decision(decision) => {
            let tag = project.codebook().tag(&decision.tag).map(|tag| tag.name.get(words.language));
            format!("{}: {}", tag.unwrap_or(&decision.tag.0), decision.reason)
        }
        Said::Words(said) => said.clone(),
        Said::There => words.merging.is_there.to_owned(),
    }
}

/// Everything that a coding says, in one line.
fn coding_words(coding: &Coding, project: &Project, words: &Words) -> String {
    let codebook = project.codebook();
    let language = words.language;
    let mut parts: Vec<String> = Vec::new();
    parts.extend(
        coding
            .tag
            .as_ref()
            .map(|id| codebook.tag(id).map_or_else(|| id.0.clone(), |tag| tag.name.get(language).to_owned())),
    );
    parts.extend(coding.facets.iter().map(|id| {
        codebook.facet(id).map_or_else(|| id.0.clone(), |facet| facet.name.get(language).to_owned())
    }));
    parts.extend(coding.evidence.iter().map(|evidence| match language {
        Language::German => format!("„{}“", evidence.quote.exact),
        Language::English => format!("“{}”", evidence.quote.exact),
    }));
    if !coding.memo.is_empty() {
        parts.push(format!("{}: {}", words.memo, coding.memo));
    }
    if coding.later {
        parts.extend((words.command_name)(&crate::ui::Command::Later).map(str::to_owned));
    }
    if let Some(promise) = &coding.promise {
        parts.extend(promise.until.as_ref().map(|until| until.words.clone()));
        parts.extend(promise.due.map(|due| language.date(due)));
    }
    if parts.is_empty() { words.merging.is_there.to_owned() } else { parts.join(" · ") }
}
