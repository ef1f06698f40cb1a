//! Decisions as a table: what each coder had said, what holds now, why, and who decided when.

use std::collections::BTreeSet;

use super::coders::coder_names;
use super::field::{Field, columns};
use super::paper::{Paper, question_text};
use super::table::{Cell, Column, ColumnKind, Table};
use super::variable::Names;
use crate::model::{CoderId, CodingKey, Decision, Document, ExportOrder, QuestionRef, Round};

const FIELDS: [Field; 12] = [
    Field::DocId,
    Field::Drucksache,
    Field::QuestionId,
    Field::QuestionNo,
    Field::Question,
    Field::Pass,
    Field::Decision,
    Field::Facets,
    Field::DecisionReason,
    Field::DecidedBy,
    Field::DecidedAt,
    Field::CodebookVersion,
];

/// The decisions about these papers, in their order. Behind the fields `vote_<coder>_r<round>` for each coder and
/// round that decisions were about: the votes stay what they were.
#[must_use]
pub fn decisions(order: &ExportOrder<'_>) -> Table {
    let project = order.project;
    let voters = voters(order);
    let names = coder_names(project);
    let mut rows = Vec::new();
    for document in order.documents {
        let paper = Paper::of(project, document);
        for question in document.outline.questions() {
            let at = QuestionRef { document: document.id, question: question.id };
            let Some(decision) = project.decision(at) else { continue };
            let by: Vec<&str> = decision.by.iter().filter_map(|id| Some(names.get(id)?.as_str())).collect();
            let facets: Vec<&str> = decision.facets.iter().map(|facet| facet.0.as_str()).collect();
            // In the order of FIELDS.
            let fields: [Cell; FIELDS.len()] = [
                Cell::text(document.id.to_string()),
                paper.number(),
                paper.question_id(question.id),
                Cell::text(&question.label),
                question_text(document, question),
                Cell::Number(decision.round.0.into()),
                Cell::text(&decision.tag.0),
                Cell::text(facets.join("|")),
                Cell::text(&decision.reason),
                Cell::text(by.join("|")),
                Cell::Time(decision.at),
                Cell::text(&decision.codebook),
            ];
            let votes = voters.iter().map(|voter| vote(order, at, decision, *voter));
            rows.push(fields.into_iter().chain(votes).collect());
        }
    }
    let mut columns = columns(&FIELDS, order.words.tables);
    let mut taken = Names::default();
    columns.extend(voters.iter().map(|(coder, round)| {
        let name = names.get(coder).map_or("", String::as_str);
        Column {
            name: taken.name("vote_", name, &format!("_r{}", round.0)),
            kind: ColumnKind::Text,
            about: (order.words.tables.tag_by)(name, round.0),
        }
    }));
    Table { name: "decisions", columns, rows }
}

/// Who coded what was decided about.
fn voters(order: &ExportOrder<'_>) -> Vec<(CoderId, Round)> {
    let project = order.project;
    let mut voters = BTreeSet::new();
    let decided = |document: &Document| {
        let of = document.id;
        project.codings_of(of).filter(move |(key, _)| {
            let at = QuestionRef { document: of, question: key.question };
            project.decision(at).is_some_and(|decision| decision.round == key.round)
        })
    };
    for document in order.documents {
        voters.extend(decided(document).map(|(key, _)| (key.round, key.coder)));
    }
    voters.into_iter().map(|(round, coder)| (coder, round)).collect()
}

fn vote(order: &ExportOrder<'_>, at: QuestionRef, decision: &Decision, voter: (CoderId, Round)) -> Cell {
    let (coder, round) = voter;
    let key = CodingKey { document: at.document, question: at.question, coder, round };
    let said = order.project.coding(key).filter(|_| decision.round == round);
    Cell::text(said.and_then(|coding| coding.tag.as_ref()).map_or("", |tag| &tag.0))
}
