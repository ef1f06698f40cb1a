//! Counting: what is tagged, what is open, the cells of the strip.

use std::collections::BTreeMap;

use crate::model::{Codebook, Coding, Document, Project, QuestionId, QuestionRef, TagId};

/// How many questions of a document (or project) carry which tag.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    pub questions: usize,
    pub by_tag: BTreeMap<TagId, usize>,
}

impl Tally {
    #[must_use]
    pub fn tagged(&self) -> usize {
        self.by_tag.values().sum()
    }

    #[must_use]
    pub fn of(&self, tag: &TagId) -> usize {
        self.by_tag.get(tag).copied().unwrap_or(0)
    }
}

/// One question in the strip.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    pub question: QuestionId,
    pub label: String,
    pub tag: Option<TagId>,
    pub state: CellState,
    pub evidence: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CellState {
    Open,
    /// A tag without evidence, or without the facet it asks for.
    Begun,
    Complete,
    /// No tag, put aside.
    Later,
}

/// My cells of a document, one list per answer group.
#[must_use]
pub fn cells(project: &Project, document: &Document) -> Vec<Vec<Cell>> {
    let cell = |question: &crate::model::Question| {
        let coding = project.my_coding(QuestionRef { document: document.id, question: question.id });
        Cell {
            question: question.id,
            label: question.label.clone(),
            tag: coding.and_then(|coding| coding.tag.clone()),
            state: coding.map_or(CellState::Open, |coding| state(project.codebook(), coding)),
            evidence: coding.map_or(0, |coding| coding.evidence.len()),
        }
    };
    document.outline.groups.iter().map(|group| group.questions.iter().map(cell).collect()).collect()
}

/// How far a coding is.
#[must_use]
pub fn state(codebook: &Codebook, coding: &Coding) -> CellState {
    match &coding.tag {
        Some(tag) if coding.evidence.is_empty() || codebook.lacks_facet(tag, &coding.facets) => {
            CellState::Begun
        }
        Some(_) => CellState::Complete,
        None if coding.later => CellState::Later,
        None => CellState::Open,
    }
}

/// My tally of a document.
#[must_use]
pub fn document_state(project: &Project, document: &Document) -> Tally {
    let mut tally = Tally { questions: document.outline.question_count(), by_tag: BTreeMap::new() };
    for question in document.outline.questions() {
        let coding = project.my_coding(QuestionRef { document: document.id, question: question.id });
        if let Some(tag) = coding.and_then(|coding| coding.tag.as_ref()) {
            *tally.by_tag.entry(tag.clone()).or_default() += 1;
        }
    }
    tally
}
