//! A place in a text: half-open bytes on character boundaries.

use serde::{Deserialize, Serialize};

/// Bytes `start..end` of one [`super::Body`]. Both ends stand on character boundaries of that
/// body; [`Span::is_in`] tells whether they do, because a file edited by hand may claim anything.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    #[must_use]
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    #[must_use]
    pub fn contains(self, byte: usize) -> bool {
        self.start <= byte && byte < self.end
    }

    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The part both have in common, if any.
    #[must_use]
    pub fn cut(self, other: Self) -> Option<Self> {
        let both = Self::new(self.start.max(other.start), self.end.min(other.end));
        (!both.is_empty()).then_some(both)
    }

    /// Whether this is a place of `text`: in order, inside, on character boundaries.
    #[must_use]
    pub fn is_in(self, text: &str) -> bool {
        self.start <= self.end
            && self.end <= text.len()
            && text.is_char_boundary(self.start)
            && text.is_char_boundary(self.end)
    }

    /// This place without the white space at its ends; empty where it is no place of `text`.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let Some(words) = text.get(self.start..self.end) else {
            return Self::new(self.start.min(text.len()), self.start.min(text.len()));
        };
        let start = self.start + (words.len() - words.trim_start().len());
        let end = self.end - (words.len() - words.trim_end().len());
        Self::new(start, end.max(start))
    }
}

impl From<(usize, usize)> for Span {
    fn from((start, end): (usize, usize)) -> Self {
        Self { start, end }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_inside_a_letter_is_none() {
        assert!(Span::new(0, 2).is_in("äb"));
        assert!(!Span::new(1, 2).is_in("äb"));
        assert!(!Span::new(0, 9).is_in("äb"));
        assert!(!Span::new(2, 0).is_in("äb"));
    }

    #[test]
    fn trimming_keeps_the_words() {
        let text = "  ä b \n";
        let span = Span::new(0, text.len()).trim(text);
        assert_eq!(&text[span.start..span.end], "ä b");
        assert!(Span::new(0, 2).trim(text).is_empty());
    }
}
