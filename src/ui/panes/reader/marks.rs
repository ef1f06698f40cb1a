//! The evidence of a document, as lines to be drawn under its words.

use std::collections::HashMap;
use std::ops::Deref;

use crate::model::text::Span;
use crate::model::{CodingKey, Document, LineStyle, Project, QuestionId, Swatch};

/// One passage of one question.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub span: Span,
    pub question: QuestionId,
    pub label: String,
    /// None while the question has no tag.
    pub tag: Option<(Swatch, LineStyle)>,
    /// Overlapping passages stand below one another: 0 is the topmost.
    pub level: usize,
}

/// All passages of a document in the order of its text, so made that those of one place are found
/// without looking at the others.
#[derive(Debug, Default)]
pub(super) struct Marks {
    all: Vec<Mark>,
    /// How far the passages up to each one reach.
    reach: Vec<usize>,
}

impl Deref for Marks {
    type Target = [Mark];

    fn deref(&self) -> &[Mark] {
        &self.all
    }
}

impl Marks {
    fn new(all: Vec<Mark>) -> Self {
        let reach = all.iter().scan(0, |reach, mark| {
            *reach = mark.span.end.max(*reach);
            Some(*reach)
        });
        Self { reach: reach.collect(), all }
    }

    /// The passages that have words of a place.
    pub fn at(&self, place: Span) -> impl Iterator<Item = &Mark> {
        let first = self.reach.partition_point(|reach| *reach <= place.start);
        let last = self.all.partition_point(|mark| mark.span.start < place.end);
        let near = self.all.get(first..last).unwrap_or_default();
        near.iter().filter(move |mark| mark.span.overlaps(place))
    }
}

/// My evidence of a document.
pub(super) fn marks(project: &Project, document: &Document) -> Marks {
    let seat = project.seat();
    let mine = |key: &CodingKey| key.coder == seat.coder && key.round == seat.round;
    let questions = document.outline.questions();
    let labels: HashMap<QuestionId, &str> = questions.map(|q| (q.id, q.label.as_str())).collect();
    let mut marks: Vec<Mark> = Vec::new();
    for (key, coding) in project.codings_of(document.id).filter(|(key, _)| mine(key)) {
        let Some(label) = labels.get(&key.question) else { continue };
        let tag = coding.tag.as_ref().and_then(|tag| project.codebook().tag(tag));
        marks.extend(coding.evidence.iter().filter(|e| e.is_in_place(&document.body)).map(|evidence| Mark {
            span: evidence.span,
            question: key.question,
            label: (*label).to_owned(),
            tag: tag.map(|tag| (tag.swatch, tag.line)),
            level: 0,
        }));
    }
    marks.sort_unstable_by_key(|mark| (mark.span, mark.question));
    // Where each level is taken until.
    let mut taken: Vec<usize> = Vec::new();
    for mark in &mut marks {
        let free = taken.iter().position(|end| *end <= mark.span.start);
        let level = free.unwrap_or(taken.len());
        match taken.get_mut(level) {
            Some(end) => *end = mark.span.end,
            None => taken.push(mark.span.end),
        }
        // A fourth line would run through the next row of words.
        mark.level = level.min(2);
    }
    Marks::new(marks)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_passages_of_a_place_are_those_that_overlap_it(
            spans in prop::collection::vec((0..60_usize, 1..30_usize), 0..20),
            start in 0..80_usize,
            length in 1..20_usize,
        ) {
            let mark = |(nth, (start, length)): (usize, &(usize, usize))| Mark {
                span: Span::new(*start, start + length),
                question: QuestionId(nth as u32),
                label: "1".into(),
                tag: None,
                level: 0,
            };
            let mut all: Vec<Mark> = spans.iter().enumerate().map(mark).collect();
            all.sort_unstable_by_key(|mark| (mark.span, mark.question));
            let place = Span::new(start, start + length);
            let ids = |marks: Vec<&Mark>| marks.iter().map(|mark| mark.question).collect::<Vec<_>>();
            let expected = ids(all.iter().filter(|mark| mark.span.overlaps(place)).collect());
            let marks = Marks::new(all.clone());
            prop_assert_eq!(ids(marks.at(place).collect()), expected);
        }
    }
}
