//! One pass over a round: the questions on which coders differ, and the table that coefficients are computed from.

use std::collections::{BTreeMap, BTreeSet};

use super::standing::Standing;
use crate::model::analysis::agreement::Ratings;
use crate::model::{
    CoderId, Coding, CodingKey, Document, DocumentId, Project, QuestionId, QuestionRef, Round, TagId,
};

/// A round, compared.
#[derive(Clone, PartialEq, Debug)]
pub struct Comparison {
    pub round: Round,
    /// Its name; empty where nobody planned it.
    pub name: String,
    pub standing: Standing,
    /// Columns of the table: the coders of the plan, or whoever coded.
    pub coders: Vec<CoderId>,
    /// Categories of the table: the tags of the codebook in its order.
    pub tags: Vec<TagId>,
    /// Questions on which coders differ: by opposed tags, then in the order of the papers.
    pub cases: Vec<Case>,
    /// Every coded question of the papers in which two coders coded the same question at least once. Papers that one
    /// person coded alone say nothing about agreement, and would water down what is drawn.
    pub ratings: Ratings,
    /// The papers of the table, in its order.
    pub documents: Vec<DocumentId>,
}

/// A question on which coders differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Case {
    pub question: QuestionRef,
    /// What each coder said, in the order of [`Comparison::coders`], as places in [`Comparison::tags`].
    pub said: Vec<Option<u32>>,
    /// The different tags, each once, in the order of the codebook: two, or more where more people differ.
    pub opposed: Vec<u32>,
}

/// What one coder said of a question.
#[derive(Clone, Copy, Debug)]
pub struct Vote<'a> {
    pub coder: CoderId,
    pub coding: &'a Coding,
}

/// Compares a round. Of one that is hidden there is nothing.
#[must_use]
pub fn comparison(project: &Project, round: Round) -> Comparison {
    let plan = project.round(round);
    let standing = Standing::of(project, round);
    let tags: Vec<TagId> = project.codebook().tags.iter().map(|tag| tag.id.clone()).collect();
    let coders = if standing == Standing::Hidden { Vec::new() } else { coders_of(project, round) };
    let mut found = Comparison {
        round,
        name: plan.map(|plan| plan.name.clone()).unwrap_or_default(),
        ratings: Ratings::new(coders.len(), tags.len()),
        standing,
        coders,
        tags,
        cases: Vec::new(),
        documents: Vec::new(),
    };
    if found.coders.len() > 1 {
        let planned: Option<BTreeSet<DocumentId>> = plan.map(|plan| plan.documents.iter().copied().collect());
        let is_in = |id: &DocumentId| planned.as_ref().is_none_or(|planned| planned.contains(id));
        for document in project.documents().filter(|document| is_in(&document.id)) {
            found.add(project, document);
        }
        found.cases.sort_by(|a, b| (a.opposed.len(), &a.opposed).cmp(&(b.opposed.len(), &b.opposed)));
    }
    found
}

/// The coders of the plan; without one, whoever tagged anything in that round.
fn coders_of(project: &Project, round: Round) -> Vec<CoderId> {
    if let Some(plan) = project.round(round) {
        return plan.coders.clone();
    }
    let tagged = project.codings().filter(|(key, coding)| key.round == round && coding.tag.is_some());
    let coders: BTreeSet<CoderId> = tagged.map(|(key, _)| key.coder).collect();
    coders.into_iter().collect()
}

impl Comparison {
    fn add(&mut self, project: &Project, document: &Document) {
        let rows = self.rows(project, document);
        let count = |row: &[Option<u32>]| row.iter().flatten().count();
        if !rows.iter().any(|(_, row)| count(row) > 1) {
            return;
        }
        let place = self.documents.len();
        self.documents.push(document.id);
        for question in document.outline.questions() {
            let Ok(at) = rows.binary_search_by_key(&question.id, |(id, _)| *id) else { continue };
            let said = &rows[at].1;
            self.ratings.push(place, said.iter().map(|tag| tag.map(|tag| tag as usize)));
            let opposed: BTreeSet<u32> = said.iter().flatten().copied().collect();
            if opposed.len() > 1 {
                self.cases.push(Case {
                    question: QuestionRef { document: document.id, question: question.id },
                    said: said.clone(),
                    opposed: opposed.into_iter().collect(),
                });
            }
        }
    }

    /// What was said of the questions of a paper, in the order of their ids.
    fn rows(&self, project: &Project, document: &Document) -> Vec<(QuestionId, Vec<Option<u32>>)> {
        let mut rows: Vec<(QuestionId, Vec<Option<u32>>)> = Vec::new();
        let codings = project.codings_of(document.id).filter(|(key, _)| key.round == self.round);
        for (key, coding) in codings {
            let Some(column) = self.coders.iter().position(|coder| *coder == key.coder) else { continue };
            let Some(tag) = coding.tag.as_ref().and_then(|tag| self.place_of(tag)) else { continue };
            if rows.last().is_none_or(|(question, _)| *question != key.question) {
                rows.push((key.question, vec![None; self.coders.len()]));
            }
            if let Some((_, row)) = rows.last_mut() {
                row[column] = Some(tag);
            }
        }
        rows
    }

    fn place_of(&self, tag: &TagId) -> Option<u32> {
        self.tags.iter().position(|other| other == tag).and_then(|place| u32::try_from(place).ok())
    }

    /// How often the first coder of a pair said the tag of a row and the second that of a column, one row after the
    /// other; of one paper, where one is named.
    #[must_use]
    pub fn confusion(&self, pair: [usize; 2], of: Option<DocumentId>) -> Vec<usize> {
        let tags = self.tags.len();
        let mut counts = vec![0; tags * tags];
        for unit in 0..self.ratings.units() {
            if of.is_some_and(|id| self.documents[self.ratings.document_of(unit)] != id) {
                continue;
            }
            let said = self.ratings.unit(unit);
            if let (Some(one), Some(other)) = (said[pair[0]], said[pair[1]]) {
                counts[one as usize * tags + other as usize] += 1;
            }
        }
        counts
    }

    /// The cases by what is opposed, with their places in the list, in its order.
    #[must_use]
    pub fn groups(&self, passes: impl Fn(&Case) -> bool) -> Vec<(Vec<u32>, Vec<usize>)> {
        let mut groups: BTreeMap<(usize, &[u32]), Vec<usize>> = BTreeMap::new();
        for (nth, case) in self.cases.iter().enumerate().filter(|(_, case)| passes(case)) {
            groups.entry((case.opposed.len(), &case.opposed)).or_default().push(nth);
        }
        groups.into_iter().map(|((_, opposed), cases)| (opposed.to_vec(), cases)).collect()
    }
}

/// What the coders of a round said of a question, in their order. Who gave no tag said nothing.
pub fn votes<'a>(
    project: &'a Project,
    compared: &'a Comparison,
    question: QuestionRef,
) -> impl Iterator<Item = Vote<'a>> {
    compared.coders.iter().filter_map(move |coder| {
        let key = CodingKey {
            document: question.document,
            question: question.question,
            coder: *coder,
            round: compared.round,
        };
        let coding = project.coding(key).filter(|coding| coding.tag.is_some())?;
        Some(Vote { coder: *coder, coding })
    })
}
