//! The change log: what was done, oldest first, and what it made of the tags.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::coders::coder_names;
use super::field::{Field, columns};
use super::table::{Cell, Table};
use crate::model::edits::Edit;
use crate::model::{CoderId, Coding, CodingKey, Document, DocumentId, ExportOrder, Project};

const FIELDS: [Field; 9] = [
    Field::Step,
    Field::At,
    Field::Coder,
    Field::What,
    Field::DocId,
    Field::Drucksache,
    Field::QuestionNo,
    Field::TagBefore,
    Field::TagAfter,
];

/// The steps of the project's history, as far as it is kept, whatever papers were chosen. A step that changed the
/// codings of several questions has a row for each; one that changed none has one row. Time and coder are those of
/// the codings: a step that left none has no time.
#[must_use]
pub fn changes(order: &ExportOrder<'_>) -> Table {
    let coders = coder_names(order.project);
    let mut project = order.project.clone();
    let mut fits = true;
    // From the present back: every step carries the edit that takes it back.
    let mut newest_first = Vec::new();
    for (nth, step) in order.past.done.iter().enumerate().rev() {
        let mut touched = Touched::default();
        touched.gather(&step.edit);
        let what = (order.words.label)(&step.label, project.codebook());
        let after = touched.seen_in(&project);
        fits = fits && step.edit.clone().apply(&mut project).is_ok();
        // Where the history does not fit the project any more, its tags are not known.
        let states = if fits { Some((touched.seen_in(&project), after)) } else { None };
        newest_first.push(rows(nth + 1, &what, &touched, states.as_ref(), &coders));
    }
    let rows = newest_first.into_iter().rev().flatten().collect();
    Table { name: "changes", columns: columns(&FIELDS, order.words.tables), rows }
}

fn rows(
    number: usize,
    what: &str,
    touched: &Touched,
    states: Option<&(Seen, Seen)>,
    coders: &BTreeMap<CoderId, String>,
) -> Vec<Vec<Cell>> {
    let row = |document: Option<DocumentId>, key: Option<CodingKey>| {
        let paper = document
            .zip(states)
            .and_then(|(id, (before, after))| after.documents.get(&id).or_else(|| before.documents.get(&id)));
        let said = |seen: Option<&Seen>| key.and_then(|key| seen?.codings.get(&key).cloned());
        let then = said(states.map(|(before, _)| before));
        let now = said(states.map(|(_, after)| after));
        let question = key.and_then(|key| paper?.outline.question(key.question));
        let tag = |coding: &Option<Arc<Coding>>| {
            Cell::text(coding.as_ref().and_then(|coding| coding.tag.as_ref()).map_or("", |tag| &tag.0))
        };
        // In the order of FIELDS.
        let row: [Cell; FIELDS.len()] = [
            Cell::count(number),
            now.as_ref().map_or(Cell::Empty, |coding| Cell::Time(coding.at)),
            Cell::text(key.and_then(|key| coders.get(&key.coder).cloned()).unwrap_or_default()),
            Cell::text(what),
            Cell::text(document.map(|id| id.to_string()).unwrap_or_default()),
            Cell::text(paper.and_then(|paper| paper.head.number.clone()).unwrap_or_default()),
            Cell::text(question.map_or("", |question| &question.label)),
            tag(&then),
            tag(&now),
        ];
        Vec::from(row)
    };
    if !touched.codings.is_empty() {
        return touched.codings.iter().map(|key| row(Some(key.document), Some(*key))).collect();
    }
    let only = if touched.documents.len() == 1 { touched.documents.first().copied() } else { None };
    vec![row(only, None)]
}

/// What a project said of that which an edit is about.
struct Seen {
    codings: BTreeMap<CodingKey, Arc<Coding>>,
    documents: BTreeMap<DocumentId, Arc<Document>>,
}

/// What an edit is about.
#[derive(Default)]
struct Touched {
    codings: BTreeSet<CodingKey>,
    documents: BTreeSet<DocumentId>,
}

impl Touched {
    fn seen_in(&self, project: &Project) -> Seen {
        let coding = |key: &CodingKey| Some((*key, Arc::new(project.coding(*key)?.clone())));
        let papers = self.codings.iter().map(|key| key.document).chain(self.documents.iter().copied());
        Seen {
            codings: self.codings.iter().filter_map(coding).collect(),
            documents: papers.filter_map(|id| Some((id, Arc::clone(project.document(id)?)))).collect(),
        }
    }

    fn gather(&mut self, edit: &Edit) {
        match edit {
            Edit::PutCoding { key, .. } | Edit::DropCoding { key } => {
                self.codings.insert(*key);
            }
            Edit::PutHead { document, .. }
            | Edit::PutOutline { document, .. }
            | Edit::DropDocument { document } => {
                self.documents.insert(*document);
            }
            Edit::PutDocument { document, .. } => {
                self.documents.insert(document.id);
            }
            Edit::PutDecision { question, .. } | Edit::DropDecision { question } => {
                self.documents.insert(question.document);
            }
            Edit::All(edits) => edits.iter().for_each(|edit| self.gather(edit)),
            Edit::Rename { .. }
            | Edit::PutCoder { .. }
            | Edit::DropCoder { .. }
            | Edit::PutRound { .. }
            | Edit::DropRound { .. }
            | Edit::PutCodebook { .. }
            | Edit::PutWording { .. }
            | Edit::PutReason { .. }
            | Edit::PutCues { .. }
            | Edit::PutLedgerDay { .. }
            | Edit::PutFilters { .. } => {}
        }
    }
}
