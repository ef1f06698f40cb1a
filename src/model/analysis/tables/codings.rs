//! The long table: a row for each question, coder and round.

use std::collections::BTreeMap;

use super::coders::coder_names;
use super::field::{Field, columns};
use super::paper::{Paper, one_line, parties};
use super::table::{Cell, Column, ColumnKind, Table};
use super::variable::Names;
use crate::model::{
    Asked, CoderId, Coding, CodingKey, Evidence, ExportOrder, FacetId, GroupId, Progress, Project, Question,
    QuestionRef, Unfinished,
};

/// The code of a tag that is missing, as SPSS files have it.
pub const MISSING: i64 = -9;

const FIELDS: [Field; 26] = [
    Field::DocId,
    Field::Drucksache,
    Field::Land,
    Field::QuestionNo,
    Field::AnswerGroup,
    Field::Coder,
    Field::Pass,
    Field::Tag,
    Field::TagCode,
    Field::Facets,
    Field::AskedFor,
    Field::Evidence,
    Field::EvidenceStart,
    Field::EvidenceEnd,
    Field::EvidencePage,
    Field::Ministry,
    Field::AskerParty,
    Field::DateQuestion,
    Field::DateAnswer,
    Field::DatePublished,
    Field::DaysQA,
    Field::Memo,
    Field::QuestionId,
    Field::Later,
    Field::CodedAt,
    Field::CodebookVersion,
];

/// All codings of the papers. A question that nobody coded has one row with an empty tag, so that no question is
/// lost from the table; a paper that was not cut has no questions and therefore no row.
///
/// `evidence_start` and `evidence_end` are code points of the text, from 0, the end exclusive; `evidence_page` is
/// the page on which a quotation begins. Of several quotations each is given, divided by `|`; one that is lost has
/// no place. A line break inside a quotation becomes one blank, so that its length stays
/// `evidence_end - evidence_start`.
///
/// Behind the fields, a column of 0 and 1 for each facet and for each thing that can be asked for; empty where
/// there is no coding.
pub fn codings(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Table, Unfinished> {
    let project = order.project;
    let mut columns = columns(&FIELDS, order.words.tables);
    columns.extend(flags(order));
    let facets = project.codebook().facets.iter().map(|facet| facet.id.clone()).collect();
    let mut table = Table { name: "codings", columns, rows: Vec::new() };
    let rows = Rows { project, coders: coder_names(project), facets };
    for (nth, document) in order.documents.iter().enumerate() {
        progress.step(nth, order.documents.len())?;
        let paper = Paper::of(project, document);
        for group in &document.outline.groups {
            for question in &group.questions {
                let codings = paper.codings_of(question.id);
                let said = codings.iter().map(|(key, coding)| (*key, Some(*coding)));
                table
                    .rows
                    .extend(said.map(|(key, coding)| rows.row(&paper, group.id, question, key, coding)));
                if codings.is_empty() {
                    let mine = project.my_key(QuestionRef { document: document.id, question: question.id });
                    table.rows.push(rows.row(&paper, group.id, question, mine, None));
                }
            }
        }
    }
    Ok(table)
}

fn flags(order: &ExportOrder<'_>) -> Vec<Column> {
    let words = order.words.tables;
    let mut names = Names::default();
    let facets = order.project.codebook().facets.iter().map(|facet| Column {
        name: names.name("facet_", &facet.id.0, ""),
        kind: ColumnKind::Flag,
        about: (words.facet)(facet.name.get(order.words.language)),
    });
    let mut flags: Vec<Column> = facets.collect();
    flags.extend(Asked::ALL.map(|asked| Column {
        name: format!("asked_{}", asked.code()),
        kind: ColumnKind::Flag,
        about: (words.asked)(asked),
    }));
    flags
}

struct Rows<'a> {
    project: &'a Project,
    coders: BTreeMap<CoderId, String>,
    facets: Vec<FacetId>,
}

impl Rows<'_> {
    fn row(
        &self,
        paper: &Paper<'_>,
        group: GroupId,
        question: &Question,
        key: CodingKey,
        coding: Option<&Coding>,
    ) -> Vec<Cell> {
        let head = &paper.document.head;
        let tag = coding.and_then(|coding| coding.tag.as_ref());
        let code = tag.and_then(|tag| self.project.codebook().key_of(tag));
        let evidence: &[Evidence] = coding.map(|coding| &coding.evidence[..]).unwrap_or_default();
        let quotes: Vec<String> = evidence.iter().map(|one| one_line(&one.quote.exact)).collect();
        // In the order of FIELDS.
        let fields: [Cell; FIELDS.len()] = [
            Cell::text(paper.document.id.to_string()),
            paper.number(),
            paper.land(),
            Cell::text(&question.label),
            Cell::text(format!("a{}", group.0)),
            Cell::text(self.coders.get(&key.coder).cloned().unwrap_or_default()),
            Cell::Number(key.round.0.into()),
            Cell::text(tag.map_or("", |tag| &tag.0)),
            code.map_or(Cell::Number(MISSING), Cell::count),
            Cell::text(joined(coding.iter().flat_map(|coding| &coding.facets).map(|facet| &*facet.0))),
            Cell::text(joined(coding.iter().flat_map(|coding| &coding.asked).map(|asked| asked.code()))),
            Cell::text(quotes.join(" | ")),
            places(evidence, |one| paper.place_of(one).map(|(start, _)| start)),
            places(evidence, |one| paper.place_of(one).map(|(_, end)| end)),
            places(evidence, |one| paper.place_of(one).and(paper.page_of(one))),
            paper.ministry(),
            Cell::text(parties(head)),
            Cell::date(head.asked),
            Cell::date(head.answered),
            Cell::date(head.issued),
            Cell::number(head.days_to_answer().map(i64::from)),
            Cell::text(coding.map_or("", |coding| &coding.memo)),
            paper.question_id(question.id),
            coding.map_or(Cell::Empty, |coding| Cell::Flag(coding.later)),
            coding.map_or(Cell::Empty, |coding| Cell::Time(coding.at)),
            Cell::text(coding.map_or("", |coding| &coding.codebook)),
        ];
        let mut row = Vec::from(fields);
        let flag = |is: &dyn Fn(&Coding) -> bool| coding.map_or(Cell::Empty, |coding| Cell::Flag(is(coding)));
        row.extend(self.facets.iter().map(|facet| flag(&|coding| coding.facets.contains(facet))));
        row.extend(Asked::ALL.iter().map(|asked| flag(&|coding| coding.asked.contains(asked))));
        row
    }
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join("|")
}

/// A number for each passage, divided by `|`; nothing for one that is lost.
fn places<N: ToString>(evidence: &[Evidence], of: impl Fn(&Evidence) -> Option<N>) -> Cell {
    let place = |evidence: &Evidence| of(evidence).map(|place| place.to_string()).unwrap_or_default();
    Cell::text(evidence.iter().map(place).collect::<Vec<_>>().join("|"))
}
