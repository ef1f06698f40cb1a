//! The table of papers: a row for each, with its head and what was found in it.

use super::field::{Field, columns};
use super::paper::{Paper, parties};
use super::table::{Cell, Column, ColumnKind, Table};
use super::variable::Names;
use crate::model::analysis::document_state;
use crate::model::{ExportOrder, Kind, Progress, Unfinished};

const FIELDS: [Field; 23] = [
    Field::DocId,
    Field::Drucksache,
    Field::QuestionDrucksache,
    Field::Land,
    Field::Parliament,
    Field::Kind,
    Field::Title,
    Field::Askers,
    Field::AskerParty,
    Field::Ministry,
    Field::Signatory,
    Field::DateQuestion,
    Field::DateAnswer,
    Field::DatePublished,
    Field::DaysQA,
    Field::DaysQP,
    Field::Characters,
    Field::File,
    Field::FileFormat,
    Field::Sha256,
    Field::Answers,
    Field::Questions,
    Field::Open,
];

/// The papers. Behind the fields, `n_<tag>` for each tag of the codebook: how many questions carry it, as whose
/// codings are shown says.
pub fn documents(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Table, Unfinished> {
    let codebook = order.project.codebook();
    let mut names = Names::default();
    // `n_open` is taken.
    names.name("n_", "open", "");
    let mut table =
        Table { name: "documents", columns: columns(&FIELDS, order.words.tables), rows: Vec::new() };
    table.columns.extend(codebook.tags.iter().map(|tag| Column {
        name: names.name("n_", &tag.id.0, ""),
        kind: ColumnKind::Number,
        about: (order.words.tables.count_of)(tag.name.get(order.words.language)),
    }));
    for (nth, document) in order.documents.iter().enumerate() {
        progress.step(nth, order.documents.len())?;
        let (head, paper) = (&document.head, Paper::of(order.project, document));
        let tally = document_state(order.project, document);
        let text = |text: &Option<String>| Cell::text(text.as_deref().unwrap_or_default());
        // In the order of FIELDS.
        let fields: [Cell; FIELDS.len()] = [
            Cell::text(document.id.to_string()),
            paper.number(),
            text(&head.question_number),
            paper.land(),
            Cell::text(head.parliament().map_or("", |parliament| parliament.house)),
            Cell::text(head.kind.map_or("", Kind::printed)),
            text(&head.title),
            Cell::text(head.askers_printed()),
            Cell::text(parties(head)),
            paper.ministry(),
            text(&head.signatory),
            Cell::date(head.asked),
            Cell::date(head.answered),
            Cell::date(head.issued),
            Cell::number(head.days_to_answer().map(i64::from)),
            Cell::number(head.days_to_issue().map(i64::from)),
            Cell::count(document.body.as_str().chars().count()),
            Cell::text(&document.origin.file),
            Cell::text(&document.origin.format),
            Cell::text(&document.origin.sha256),
            Cell::count(document.outline.groups.len()),
            Cell::count(tally.questions),
            Cell::count(tally.questions - tally.tagged()),
        ];
        let mut row = Vec::from(fields);
        row.extend(codebook.tags.iter().map(|tag| Cell::count(tally.of(&tag.id))));
        table.rows.push(row);
    }
    Ok(table)
}
