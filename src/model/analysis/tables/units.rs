//! The wide table: a row for each question, a column for each coder and round. What measures of agreement want.

use std::collections::BTreeSet;

use super::coders::coder_names;
use super::field::{Field, columns};
use super::paper::{Paper, parties, question_text};
use super::table::{Cell, Column, ColumnKind, Table};
use super::variable::Names;
use crate::model::{CoderId, DocumentId, ExportOrder, Progress, Round, Unfinished};

const FIELDS: [Field; 11] = [
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
];

/// All questions of the papers. Behind the fields, `tag_<coder>_r<round>` for each coder and each round in which
/// that coder said anything; the first coder's first round is always there.
pub fn units(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Table, Unfinished> {
    let project = order.project;
    let readings = readings(order);
    let mut table = Table { name: "units", columns: columns(&FIELDS, order.words.tables), rows: Vec::new() };
    table.columns.extend(tag_columns(order, &readings));
    for (nth, document) in order.documents.iter().enumerate() {
        progress.step(nth, order.documents.len())?;
        let paper = Paper::of(project, document);
        for group in &document.outline.groups {
            for question in &group.questions {
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
    let mut readings = BTreeSet::from([(order.project.me(), Round::FIRST)]);
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
