//! How a paper was printed, and what reading it did to get at its text.

use serde::{Deserialize, Serialize};

use super::text::Span;

/// What is known of the print behind a text. A text that never had pages has none.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Print {
    /// Where each printed page begins, in the order of the text; empty where no pages are known.
    #[serde(default)]
    pub pages: Vec<PageStart>,
    /// Footnotes and imprints that stood between the lines: kept at the end of the text.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// Running heads, page numbers, feet: no words of the paper, but kept to be looked at.
    #[serde(default)]
    pub left_out: Vec<LeftOut>,
    #[serde(default)]
    pub joined: Joined,
}

/// The beginning of a printed page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageStart {
    /// As printed, or counted from 1.
    pub number: u32,
    /// Byte of the text at which the page begins.
    pub at: usize,
}

/// A footnote or an imprint that was taken out of the running text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    pub span: Span,
    /// The page it was printed on; none where pages are not known.
    pub page: Option<u32>,
}

/// Words of the source that the text does not hold.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// Byte of the text before which they stood.
    pub at: usize,
    pub words: String,
}

/// How much was put together when the paper was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Joined {
    /// Words that a hyphen at the end of a line had parted.
    pub hyphens: usize,
    /// Printed lines that became one paragraph with the line before.
    pub lines: usize,
    /// Sentences that a page break had torn.
    pub page_breaks: usize,
}

impl Print {
    /// Where the notes at the end of the text begin.
    #[must_use]
    pub fn notes_start(&self) -> Option<usize> {
        self.notes.first().map(|note| note.span.start)
    }

    /// The page on which a byte of the text is printed.
    #[must_use]
    pub fn page_of(&self, byte: usize) -> Option<u32> {
        if let Some(note) = self.notes.iter().find(|note| note.span.contains(byte)) {
            return note.page;
        }
        self.pages.iter().rev().find(|page| page.at <= byte).map(|page| page.number)
    }

    /// First and last page of a place.
    #[must_use]
    pub fn pages_of(&self, span: Span) -> Option<(u32, u32)> {
        let first = self.page_of(span.start)?;
        let last = self.page_of(span.end.saturating_sub(1).max(span.start))?;
        Some((first, last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_knows_its_pages() {
        let print = Print {
            pages: vec![PageStart { number: 1, at: 0 }, PageStart { number: 2, at: 10 }],
            notes: vec![Note { span: Span::new(30, 40), page: Some(1) }],
            ..Print::default()
        };
        assert_eq!(print.pages_of(Span::new(2, 8)), Some((1, 1)));
        assert_eq!(print.pages_of(Span::new(8, 12)), Some((1, 2)));
        assert_eq!(print.page_of(35), Some(1), "a note belongs to the page it was printed on");
        assert_eq!(Print::default().page_of(3), None);
    }
}
