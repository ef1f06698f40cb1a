//! The ledger as a table: a row for each promise, as it stands on a day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::field::{Field, columns};
use super::paper::{one_line, parties, question_text};
use super::table::{Cell, Table};
use crate::model::analysis::{Entry, ledger};
use crate::model::{Document, DocumentId, ExportOrder, OutcomeKind, Project, QuestionRef, UntilKind};

const FIELDS: [Field; 20] = [
    Field::DocId,
    Field::Drucksache,
    Field::Land,
    Field::QuestionNo,
    Field::Question,
    Field::Ministry,
    Field::AskerParty,
    Field::DateAnswer,
    Field::Evidence,
    Field::UntilKind,
    Field::UntilWords,
    Field::Due,
    Field::AsOf,
    Field::State,
    Field::DaysPastDue,
    Field::AskedBeforeIn,
    Field::Outcome,
    Field::OutcomePaper,
    Field::OutcomeDate,
    Field::OutcomeSource,
];

/// My promises in the papers, in the order of the ledger. `state` is as on the project's day, or on that of the
/// export; `days_past_due` counts from the due date to that day and is negative before it.
#[must_use]
pub fn promises(order: &ExportOrder<'_>) -> Table {
    let day = order.project.ledger_day().unwrap_or(order.day);
    let documents: BTreeMap<DocumentId, &Document> =
        order.documents.iter().map(|document| (document.id, *document)).collect();
    let entries = ledger(order.project, day);
    let rows = entries.iter().filter_map(|entry| {
        let document = documents.get(&entry.question.document)?;
        Some(row(order.project, document, entry, day))
    });
    Table { name: "promises", columns: columns(&FIELDS, order.words.tables), rows: rows.collect() }
}

fn row(project: &Project, document: &Document, entry: &Entry, day: Date) -> Vec<Cell> {
    let head = &document.head;
    let promise = &entry.promise;
    let question = document.outline.question(entry.question.question);
    let coding = project.my_coding(entry.question);
    let quotes: Vec<String> = coding
        .iter()
        .flat_map(|coding| &coding.evidence)
        .map(|evidence| one_line(&evidence.quote.exact))
        .collect();
    let outcome = promise.outcome.as_ref();
    let text = |text: &Option<String>| Cell::text(text.as_deref().unwrap_or_default());
    // In the order of FIELDS.
    let row: [Cell; FIELDS.len()] = [
        Cell::text(document.id.to_string()),
        text(&head.number),
        text(&head.parliament),
        Cell::text(question.map_or("", |question| &question.label)),
        question.map_or(Cell::Empty, |question| question_text(document, question)),
        text(&head.answerer),
        Cell::text(parties(head)),
        Cell::date(entry.made),
        Cell::text(quotes.join("|")),
        Cell::text(promise.until.as_ref().map_or("", |until| kind(until.kind))),
        Cell::text(promise.until.as_ref().map_or("", |until| &until.words)),
        Cell::date(promise.due),
        Cell::Date(day),
        Cell::text(entry.state.code()),
        Cell::number(entry.days_past(day).map(i64::from)),
        Cell::text(promise.before.as_ref().map_or("", |before| &before.number)),
        Cell::text(outcome.map_or("", |outcome| became(outcome.kind))),
        Cell::text(outcome.and_then(|outcome| outcome.by).map(|by| place(project, by)).unwrap_or_default()),
        Cell::date(outcome.and_then(|outcome| outcome.on)),
        Cell::text(outcome.map_or("", |outcome| &outcome.source)),
    ];
    row.into()
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
