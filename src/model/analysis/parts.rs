//! The parts of a paper as a person points at them while correcting the outline, and where borders between
//! them can stand.

use unicode_segmentation::UnicodeSegmentation;

use super::sentences;
use crate::model::text::Span;
use crate::model::{Document, GroupId, QuestionId, RemarkBy, Unit};

/// Which part of a paper: stays the same while words change sides.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PartKey {
    Head,
    /// By place among the remarks.
    Remark(usize),
    Transmission,
    Question(QuestionId),
    Joint(GroupId),
    /// By place among the answer texts of the group.
    Answer(GroupId, usize),
    Signature,
    /// By place among the rests.
    Rest(usize),
}

/// A part that a person chose. Where the part is gone, what stands at `byte` takes its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Chosen {
    pub key: PartKey,
    pub byte: usize,
}

/// One part of a paper, in reading order.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    pub key: PartKey,
    pub unit: Unit<'a>,
    pub span: Span,
}

impl Part<'_> {
    #[must_use]
    pub fn chosen(&self) -> Chosen {
        Chosen { key: self.key, byte: self.span.start }
    }

    /// The words through which a border can move: without a printed number or heading.
    #[must_use]
    pub fn content(&self) -> Span {
        match self.unit {
            Unit::Question(_, question) => question.text,
            Unit::Remark(remark) => remark.text,
            _ => self.span,
        }
    }

    /// Question, answer or the note that joins them, as against what is only printed around them.
    #[must_use]
    pub fn is_coded(&self) -> bool {
        matches!(self.unit, Unit::Question(..) | Unit::Answer(..))
    }

    /// The question this part is about; of an answer the first one, unless it answers `current`.
    #[must_use]
    pub fn question(&self, current: Option<QuestionId>) -> Option<QuestionId> {
        match self.unit {
            Unit::Question(_, question) => Some(question.id),
            Unit::Joint(group, _) | Unit::Answer(group, _) => {
                let mut questions = group.questions.iter().map(|question| question.id);
                let here = current.filter(|current| questions.clone().any(|id| id == *current));
                here.or_else(|| questions.next())
            }
            _ => None,
        }
    }

    /// Who wrote a remark.
    #[must_use]
    pub fn remark_by(&self) -> Option<RemarkBy> {
        match self.unit {
            Unit::Remark(remark) => Some(remark.by),
            _ => None,
        }
    }
}

/// The parts of a paper in the order of its text.
#[must_use]
pub fn parts(document: &Document) -> Vec<Part<'_>> {
    let (mut remarks, mut rests) = (0, 0);
    let outline = &document.outline;
    let units = outline.units(document.body.as_str()).into_iter();
    units
        .map(|unit| {
            let key = match unit {
                Unit::Head(_) => PartKey::Head,
                Unit::Remark(_) => {
                    remarks += 1;
                    PartKey::Remark(remarks - 1)
                }
                Unit::Transmission(_) => PartKey::Transmission,
                Unit::Question(_, question) => PartKey::Question(question.id),
                Unit::Joint(group, _) => PartKey::Joint(group.id),
                Unit::Answer(group, span) => {
                    let place = group.answers.iter().position(|answer| *answer == span);
                    PartKey::Answer(group.id, place.unwrap_or(0))
                }
                Unit::Signature(_) => PartKey::Signature,
                Unit::Rest(_) => {
                    rests += 1;
                    PartKey::Rest(rests - 1)
                }
            };
            Part { key, unit, span: unit.span() }
        })
        .collect()
}

/// The part at a byte, or the nearest one before it; the first where there is none.
#[must_use]
pub fn part_at(parts: &[Part<'_>], byte: usize) -> Option<usize> {
    let inside = parts.iter().position(|part| part.span.contains(byte));
    let before = || parts.iter().rposition(|part| part.span.start <= byte);
    inside.or_else(before).or((!parts.is_empty()).then_some(0))
}

/// The part that was chosen. A rest has no name of its own: the one at the byte is meant.
#[must_use]
pub fn part_of(parts: &[Part<'_>], chosen: Chosen) -> Option<usize> {
    let named = !matches!(chosen.key, PartKey::Rest(_));
    let found = parts.iter().position(|part| named && part.key == chosen.key);
    found.or_else(|| part_at(parts, chosen.byte))
}

/// The part that a doubt is about: the one at its place.
#[must_use]
pub fn part_of_doubt(document: &Document, parts: &[Part<'_>], doubt: usize) -> Option<usize> {
    part_at(parts, document.outline.doubts.get(doubt)?.at.start)
}

/// The bytes at which a border can come to stand between the part at `below` and the one before it: where
/// sentences begin, or words.
#[must_use]
pub fn border_stops(document: &Document, parts: &[Part<'_>], below: usize, by_word: bool) -> Vec<usize> {
    let Some(above) = below.checked_sub(1) else { return Vec::new() };
    let (Some(upper), Some(lower)) = (parts.get(above), parts.get(below)) else { return Vec::new() };
    let mut stops = starts(document, upper.content(), by_word);
    stops.retain(|stop| *stop > upper.content().start);
    stops.push(lower.span.start);
    let mut later = starts(document, lower.content(), by_word);
    later.retain(|stop| *stop > lower.content().start);
    stops.extend(later);
    stops
}

/// Where the sentences of a place begin, or its words.
fn starts(document: &Document, place: Span, by_word: bool) -> Vec<usize> {
    let mut starts = Vec::new();
    for pieces in document.paragraphs(place) {
        for (nth, piece) in pieces.iter().enumerate() {
            let words = document.body.at(*piece);
            if by_word {
                let found = words.split_word_bound_indices();
                let found = found.filter(|(_, word)| word.chars().any(char::is_alphanumeric));
                starts.extend(found.map(|(at, _)| piece.start + at));
            } else {
                // The second piece of a torn sentence does not begin one.
                let goes_on = usize::from(nth > 0);
                starts.extend(sentences(words, piece.start).iter().skip(goes_on).map(|span| span.start));
            }
        }
    }
    starts
}
