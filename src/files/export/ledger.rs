//! The ledger as one table: a row for each promise, as it stands on a day.

use csv::{Terminator, WriterBuilder};
use jiff::civil::Date;

use super::csv::guarded;
use crate::model::analysis::{Entry, ledger};
use crate::model::{Document, OutcomeKind, Project, QuestionRef, UntilKind};

const COLUMNS: [&str; 20] = [
    "doc_id",
    "drucksache",
    "land",
    "question_no",
    "question",
    "ministry",
    "asker_party",
    "date_answer",
    "evidence",
    "until_kind",
    "until_words",
    "due",
    "as_of",
    "state",
    "days_past_due",
    "asked_before_in",
    "outcome",
    "outcome_paper",
    "outcome_date",
    "outcome_source",
];

/// My promises in these documents as CSV in UTF-8 without byte order mark, with LF line ends, in the order of the
/// ledger. `state` is as on `day`; `days_past_due` counts from the due date to that day and is negative before it.
///
/// # Panics
/// Never: memory takes every byte, every row has all columns, and every cell is text.
#[must_use]
pub fn promises(project: &Project, documents: &[&Document], day: Date) -> String {
    let mut table = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(Vec::new());
    table.write_record(COLUMNS).expect("memory takes every byte");
    for entry in ledger(project, day) {
        let Some(document) = documents.iter().find(|document| document.id == entry.question.document) else {
            continue;
        };
        table.write_record(row(project, document, &entry, day)).expect("every row has all columns");
    }
    let bytes = table.into_inner().expect("memory takes every byte");
    String::from_utf8(bytes).expect("every cell is text")
}

/// In the order of [`COLUMNS`].
fn row(project: &Project, document: &Document, entry: &Entry, day: Date) -> [String; COLUMNS.len()] {
    let head = &document.head;
    let promise = &entry.promise;
    let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let question = document.outline.question(entry.question.question);
    let mut parties: Vec<&str> = head.askers.iter().filter_map(|asker| asker.party.as_deref()).collect();
    parties.dedup();
    let coding = project.my_coding(entry.question);
    let quotes: Vec<String> = coding
        .iter()
        .flat_map(|coding| &coding.evidence)
        .map(|evidence| evidence.quote.exact.replace(['\n', '\r'], " "))
        .collect();
    let outcome = promise.outcome.as_ref();
    [
        document.id.to_string(),
        guarded(head.number.as_deref().unwrap_or_default()),
        guarded(head.parliament.as_deref().unwrap_or_default()),
        guarded(question.map_or("", |question| &question.label)),
        guarded(&question.map(|question| document.body.line_at(question.text)).unwrap_or_default()),
        guarded(head.answerer.as_deref().unwrap_or_default()),
        guarded(&parties.join("|")),
        date(entry.made),
        guarded(&quotes.join("|")),
        promise.until.as_ref().map_or("", |until| kind(until.kind)).to_owned(),
        guarded(promise.until.as_ref().map_or("", |until| &until.words)),
        date(promise.due),
        day.to_string(),
        entry.state.code().to_owned(),
        entry.days_past(day).map(|days| days.to_string()).unwrap_or_default(),
        guarded(promise.before.as_ref().map_or("", |before| &before.number)),
        outcome.map_or("", |outcome| became(outcome.kind)).to_owned(),
        guarded(&outcome.and_then(|outcome| outcome.by).map(|by| place(project, by)).unwrap_or_default()),
        date(outcome.and_then(|outcome| outcome.on)),
        guarded(outcome.map_or("", |outcome| &outcome.source)),
    ]
}

/// `21/9027#3`: the paper by its number, or by its file where none is known, and the question.
fn place(project: &Project, question: QuestionRef) -> String {
    let Some(document) = project.document(question.document) else { return String::new() };
    let paper = document.head.number.as_ref().unwrap_or(&document.origin.file);
    let label = document.outline.question(question.question).map(|question| question.label.as_str());
    format!("{paper}#{}", label.unwrap_or_default())
}

fn kind(kind: UntilKind) -> &'static str {
    match kind {
        UntilKind::Date => "date",
        UntilKind::Period => "period",
        UntilKind::Condition => "condition",
    }
}

fn became(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Kept => "kept",
        OutcomeKind::Renewed => "renewed",
        OutcomeKind::Broken => "broken",
    }
}
