//! Which rows the ledger shows, in which order, under which headings.

use std::collections::BTreeSet;

use crate::model::analysis::{Entry, PromiseState};
use crate::model::{Document, Project};
use crate::ui::Cx;

/// By what the rows are ordered and headed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Sort {
    #[default]
    State,
    Due,
    Ministry,
    Document,
}

impl Sort {
    pub const ALL: [Self; 4] = [Self::State, Self::Due, Self::Ministry, Self::Document];
}

/// What is left out. Nothing is at first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Hidden {
    pub states: BTreeSet<PromiseState>,
    pub ministries: BTreeSet<String>,
    pub parties: BTreeSet<String>,
}

impl Hidden {
    pub fn is_empty(&self) -> bool {
        self.states.is_empty() && self.ministries.is_empty() && self.parties.is_empty()
    }

    /// A promise of several parties is shown while one of them is.
    fn passes(&self, entry: &Entry, document: &Document) -> bool {
        !self.states.contains(&entry.state)
            && !self.ministries.contains(&ministry(document))
            && !parties(document).iter().all(|party| self.parties.contains(party))
    }
}

/// Who answered, as printed; empty where nobody is named.
pub(super) fn ministry(document: &Document) -> String {
    document.head.answerer.clone().unwrap_or_default()
}

/// The parties that asked; one empty name where none is printed.
pub(super) fn parties(document: &Document) -> Vec<String> {
    let mut parties: Vec<String> =
        document.head.askers.iter().filter_map(|asker| asker.party.clone()).collect();
    parties.sort();
    parties.dedup();
    if parties.is_empty() {
        parties.push(String::new());
    }
    parties
}

/// A line of the table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Line {
    /// A heading, and how many rows stand under it.
    Head(String, usize),
    /// The place of an entry.
    Row(usize),
}

/// The lines of a ledger.
pub(super) fn lines(entries: &[Entry], sort: Sort, hidden: &Hidden, cx: &Cx<'_>) -> Vec<Line> {
    let project: &Project = cx.project;
    let mut shown: Vec<(usize, String)> = entries
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| {
            let document = project.document(entry.question.document)?;
            hidden.passes(entry, document).then(|| (at, heading(entry, document, sort, cx)))
        })
        .collect();
    match sort {
        // The entries come in this order.
        Sort::State => {}
        Sort::Due => shown.sort_by_key(|(at, _)| {
            let due = entries[*at].promise.due;
            (due.is_none(), due)
        }),
        Sort::Ministry => {
            let without = cx.words.ledger.without;
            shown.sort_by(|(_, a), (_, b)| (a == without, a).cmp(&(b == without, b)));
        }
        Sort::Document => shown.sort_by_key(|(at, _)| {
            let question = entries[*at].question;
            (project.place_of(question.document), question.question)
        }),
    }
    let mut lines: Vec<Line> = Vec::new();
    let mut head: Option<usize> = None;
    for (at, heading) in shown {
        let same = head.is_some_and(|head| matches!(&lines[head], Line::Head(words, _) if *words == heading));
        if !same && sort != Sort::Due {
            head = Some(lines.len());
            lines.push(Line::Head(heading, 0));
        }
        if let Some(Line::Head(_, count)) = head.and_then(|head| lines.get_mut(head)) {
            *count += 1;
        }
        lines.push(Line::Row(at));
    }
    lines
}

fn heading(entry: &Entry, document: &Document, sort: Sort, cx: &Cx<'_>) -> String {
    let words = cx.words.ledger;
    match sort {
        Sort::State => (words.state)(entry.state).to_owned(),
        Sort::Due => String::new(),
        Sort::Ministry => {
            let ministry = ministry(document);
            if ministry.is_empty() { words.without.to_owned() } else { ministry }
        }
        Sort::Document => document.title().to_owned(),
    }
}
