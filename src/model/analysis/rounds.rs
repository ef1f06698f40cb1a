//! How far a round is: a person's part of it, and who coded how much in which.

use std::collections::BTreeMap;

use crate::model::edits::Touched;
use crate::model::{CoderId, CodingKey, Document, DocumentId, Project, Round, RoundPlan};

/// How many questions are done of how many.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Part {
    pub done: usize,
    pub of: usize,
}

/// A coder's part of a round: a question is done once it has a tag.
#[must_use]
pub fn part_of_round(project: &Project, plan: &RoundPlan, coder: CoderId) -> Part {
    let documents = plan.documents.iter().filter_map(|id| project.document(*id));
    let parts = documents.map(|document| part_of_paper(project, document, coder, plan.round));
    parts.fold(Part::default(), |sum, part| Part { done: sum.done + part.done, of: sum.of + part.of })
}

fn part_of_paper(project: &Project, document: &Document, coder: CoderId, round: Round) -> Part {
    let is_done = |question| {
        let coding = project.coding(CodingKey { document: document.id, question, coder, round });
        coding.is_some_and(|coding| coding.tag.is_some())
    };
    let done = document.outline.questions().filter(|question| is_done(question.id)).count();
    Part { done, of: document.outline.question_count() }
}

/// How many questions each coder tagged in each round.
#[must_use]
pub fn tagged_by_round(project: &Project) -> BTreeMap<(CoderId, Round), usize> {
    let mut counts = BTreeMap::new();
    for (key, _) in project.codings().filter(|(_, coding)| coding.tag.is_some()) {
        *counts.entry((key.coder, key.round)).or_default() += 1;
    }
    counts
}

/// My part of the round I sit in, kept from look to look: a tag costs the same in ten thousand papers as in ten.
#[derive(Clone, Debug, Default)]
pub struct MyPart {
    /// The revision that was looked at, and whose part of which round it was.
    looked_at: Option<(u64, CoderId, Round)>,
    papers: BTreeMap<DocumentId, Part>,
    sum: Part,
}

impl MyPart {
    /// My part now; none where my round has no plan.
    pub fn of(&mut self, project: &Project, revision: u64, touched: &Touched) -> Option<Part> {
        let seat = project.seat();
        let plan = project.round(seat.round)?;
        let same = self.looked_at.filter(|(_, coder, round)| (*coder, *round) == (seat.coder, seat.round));
        if same.is_some_and(|(at, ..)| at == revision) {
            return Some(self.sum);
        }
        let changed = same.and_then(|(at, ..)| touched.since(at));
        let papers: Vec<DocumentId> = if let Some(papers) = changed {
            papers.into_iter().filter(|id| self.papers.contains_key(id)).collect()
        } else {
            self.papers.clear();
            self.sum = Part::default();
            plan.documents.clone()
        };
        for document in papers.iter().filter_map(|id| project.document(*id)) {
            let now = part_of_paper(project, document, seat.coder, seat.round);
            let before = self.papers.insert(document.id, now).unwrap_or_default();
            self.sum.done = self.sum.done + now.done - before.done;
            self.sum.of = self.sum.of + now.of - before.of;
        }
        self.looked_at = Some((revision, seat.coder, seat.round));
        Some(self.sum)
    }
}
