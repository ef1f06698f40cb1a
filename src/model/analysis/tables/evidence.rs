//! The table of passages: a row for each quotation of each coding.

use super::coders::coder_names;
use super::codings::MISSING;
use super::field::{Field, columns};
use super::paper::Paper;
use super::table::{Cell, Table};
use crate::model::{ExportOrder, Progress, Unfinished};

const FIELDS: [Field; 16] = [
    Field::EvidenceId,
    Field::DocId,
    Field::Drucksache,
    Field::Land,
    Field::QuestionId,
    Field::QuestionNo,
    Field::AnswerGroup,
    Field::Coder,
    Field::Pass,
    Field::Tag,
    Field::TagCode,
    Field::Start,
    Field::End,
    Field::Page,
    Field::Quotation,
    Field::InPlace,
];

/// All passages, in the order of questions, coders and rounds. `start` and `end` are code points of the text, from
/// 0, the end exclusive: the text from `start` to `end` is `quotation`, letter by letter. A passage whose words
/// do not stand in the text any more has its words and no place; `in_place` is 0.
pub fn evidence(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Table, Unfinished> {
    let project = order.project;
    let coders = coder_names(project);
    let mut table =
        Table { name: "evidence", columns: columns(&FIELDS, order.words.tables), rows: Vec::new() };
    for (nth, document) in order.documents.iter().enumerate() {
        progress.step(nth, order.documents.len())?;
        let paper = Paper::of(project, document);
        for group in &document.outline.groups {
            for question in &group.questions {
                for (key, coding) in paper.codings_of(question.id) {
                    let code = coding.tag.as_ref().and_then(|tag| project.codebook().key_of(tag));
                    for (nth, evidence) in coding.evidence.iter().enumerate() {
                        let place = paper.place_of(evidence);
                        let page = place.and(paper.page_of(evidence));
                        let (question_of, coder, round) = (key.question.0, key.coder.0, key.round.0);
                        let id = format!("{}-q{question_of}-c{coder}-r{round}-{}", document.id, nth + 1);
                        // In the order of FIELDS.
                        let row: [Cell; FIELDS.len()] = [
                            Cell::text(id),
                            Cell::text(document.id.to_string()),
                            paper.number(),
                            paper.land(),
                            paper.question_id(question.id),
                            Cell::text(&question.label),
                            Cell::text(format!("a{}", group.id.0)),
                            Cell::text(coders.get(&key.coder).cloned().unwrap_or_default()),
                            Cell::Number(round.into()),
                            Cell::text(coding.tag.as_ref().map_or("", |tag| &tag.0)),
                            code.map_or(Cell::Number(MISSING), Cell::count),
                            place.map_or(Cell::Empty, |(start, _)| Cell::count(start)),
                            place.map_or(Cell::Empty, |(_, end)| Cell::count(end)),
                            Cell::number(page.map(i64::from)),
                            Cell::text(&evidence.quote.exact),
                            Cell::Flag(place.is_some()),
                        ];
                        table.rows.push(row.into());
                    }
                }
            }
        }
    }
    Ok(table)
}
