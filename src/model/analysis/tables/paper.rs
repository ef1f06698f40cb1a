//! One paper as the rows of several tables need it: its codings by question, its head, places in code points.

use std::collections::{BTreeMap, BTreeSet};

use super::table::Cell;
use crate::model::text::{Span, char_from_byte};
use crate::model::{Coding, CodingKey, Document, Evidence, Head, Project, Question, QuestionId};

pub(super) struct Paper<'a> {
    pub document: &'a Document,
    /// Grouped once: asking the project for each question would read all codings of the paper each time.
    pub codings: BTreeMap<QuestionId, Vec<(CodingKey, &'a Coding)>>,
    /// The code points before each byte at which a quotation begins or ends.
    points: BTreeMap<usize, usize>,
}

impl<'a> Paper<'a> {
    pub fn of(project: &'a Project, document: &'a Document) -> Self {
        let mut codings: BTreeMap<QuestionId, Vec<(CodingKey, &Coding)>> = BTreeMap::new();
        for (key, coding) in project.codings_of(document.id) {
            codings.entry(key.question).or_default().push((key, coding));
        }
        let points = points(document, codings.values().flatten().map(|(_, coding)| *coding));
        Self { document, codings, points }
    }

    /// The codings of a question in the order of coders and rounds.
    pub fn codings_of(&self, question: QuestionId) -> &[(CodingKey, &'a Coding)] {
        self.codings.get(&question).map(|codings| &codings[..]).unwrap_or_default()
    }

    /// A passage as code points of the text, from 0, the end exclusive; none where its words are not there any more.
    pub fn place_of(&self, evidence: &Evidence) -> Option<(usize, usize)> {
        let Span { start, end } = evidence.span;
        evidence.is_in_place(&self.document.body).then(|| (self.points[&start], self.points[&end]))
    }

    /// The page on which a passage begins.
    pub fn page_of(&self, evidence: &Evidence) -> Option<u32> {
        self.document.print.pages_of(evidence.span).map(|(first, _)| first)
    }

    pub fn number(&self) -> Cell {
        Cell::text(self.document.head.number.as_deref().unwrap_or_default())
    }

    pub fn land(&self) -> Cell {
        Cell::text(self.document.head.parliament.as_deref().unwrap_or_default())
    }

    pub fn ministry(&self) -> Cell {
        Cell::text(self.document.head.answerer.as_deref().unwrap_or_default())
    }

    /// `876f34a558af9276-q3`: no other question of any paper has it, whatever is printed before it.
    pub fn question_id(&self, question: QuestionId) -> Cell {
        Cell::text(format!("{}-q{}", self.document.id, question.0))
    }
}

/// Counted in one pass through the text.
fn points<'a>(document: &Document, codings: impl Iterator<Item = &'a Coding>) -> BTreeMap<usize, usize> {
    let text = document.body.as_str();
    let bytes: BTreeSet<usize> = codings
        .flat_map(|coding| &coding.evidence)
        .flat_map(|evidence| [evidence.span.start, evidence.span.end])
        .collect();
    let (mut at, mut count) = (0, 0);
    let mut found = BTreeMap::new();
    for byte in bytes {
        count += char_from_byte(&text[at..], byte - at);
        at = text.floor_char_boundary(byte);
        found.insert(byte, count);
    }
    found
}

/// Each party once, in the order of printing.
pub(super) fn parties(head: &Head) -> String {
    let mut parties: Vec<&str> = Vec::new();
    for party in head.askers.iter().filter_map(|asker| asker.party.as_deref()) {
        if !parties.contains(&party) {
            parties.push(party);
        }
    }
    parties.join("|")
}

/// A quotation in one line of the same length: a line break becomes one blank.
pub(super) fn one_line(words: &str) -> String {
    words.replace(['\n', '\r'], " ")
}

/// The words of a question in one line.
pub(super) fn question_text(document: &Document, question: &Question) -> Cell {
    Cell::text(document.body.line_at(question.text))
}
