//! The wide table: a row for each question, a column for each coder and round. What measures of agreement want.

use std::collections::BTreeSet;

use super::coders::coder_names;
use super::field::{Field, columns};
use super::paper::{Paper, parties, question_text};
use super::table::{Cell, Column, ColumnKind, Table};
use super::variable::Names;
use crate::model::{CoderId, DocumentId, ExportOrder, Progress, QuestionRef, Round, Unfinished};

const FIELDS: [Field; 15] = [
    Field::DocId,
    Field::Drucksache,
    Field::Land,
    Field::Ministry,
    Field::AskerParty,
    Field::QuestionId,
    Field::QuestionNo,
    Field::Question,
    Field::AnswerGroup,
    Field::QuestionsInAnswer,
    Field::HasAnswer,
    Field::DecidedTag,
    Field::DecidedBy,
    Field::DecidedAt,
    Field::DecisionReason,
];

/// All questions of the papers. Behind the fields, `tag_<coder>_r<round>` for each coder and each round in which
/// that coder said anything; that of whose codings are shown is always there.
pub fn units(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Table, Unfinished> {
    let project = order.project;
    let (readings, coders) = (readings(order), coder_names(project));
    let mut table = Table { name: "units", columns: columns(&FIELDS, order.words.tables), rows: Vec::new() };
    table.columns.extend(tag_columns(order, &readings));
    for (nth, document) in order.documents.iter().enumerate() {
        progress.step(nth, order.documents.len())?;
        let paper = Paper::of(project, document);
        for group in &document.outline.groups {
            for question in &group.questions {
                let at = QuestionRef { document: document.id, question: question.id };
                let decision = project.decision(at);
                let by = decision.iter().flat_map(|decision| &decision.by);
                let by = by.filter_map(|coder| coders.get(coder).map(String::as_str));
                // In the order of FIELDS.
                let fields: [Cell; FIELDS.len()] = [
                    Cell::text(document.id.to_string()),
                    paper.number(),
                    paper.land(),
                    paper.ministry(),
                    Cell::text(parties(&document.head)),
                    paper.question_id(question.id),
                    Cell::text(&question.label),
                    question_text(document, question),
                    Cell::text(format!("a{}", group.id.0)),
                    Cell::count(group.questions.len()),
                    Cell::Flag(!group.answers.is_empty()),
                    Cell::text(decision.map_or("", |decision| &decision.tag.0)),
                    Cell::text(by.collect::<Vec<_>>().join("|")),
                    decision.map_or(Cell::Empty, |decision| Cell::Time(decision.at)),
                    Cell::text(decision.map_or("", |decision| &decision.reason)),
                ];
                let mut row = Vec::from(fields);
                let codings = paper.codings_of(question.id);
                row.extend(readings.iter().map(|reading| {
                    let said = codings.iter().find(|(key, _)| (key.coder, key.round) == *reading);
                    Cell::text(said.and_then(|(_, coding)| coding.tag.as_ref()).map_or("", |tag| &tag.0))
                }));
                table.rows.push(row);
            }
        }
    }
    Ok(table)
}

fn readings(order: &ExportOrder<'_>) -> Vec<(CoderId, Round)> {
    let chosen: BTreeSet<DocumentId> = order.documents.iter().map(|document| document.id).collect();
    let seat = order.project.seat();
    let mut readings = BTreeSet::from([(seat.coder, seat.round)]);
    let codings = order.project.codings().filter(|(key, _)| chosen.contains(&key.document));
    readings.extend(codings.map(|(key, _)| (key.coder, key.round)));
    readings.into_iter().collect()
}

fn tag_columns(order: &ExportOrder<'_>, readings: &[(CoderId, Round)]) -> Vec<Column> {
    let coders = coder_names(order.project);
    let mut names = Names::default();
    let column = |(coder, round): &(CoderId, Round)| {
        let coder = coders.get(coder).map_or("", String::as_str);
        Column {
            name: names.name("tag_", coder, &format!("_r{}", round.0)),
            kind: ColumnKind::Text,
            about: (order.words.tables.tag_by)(coder, round.0),
        }
    };
    readings.iter().map(column).collect()
}
