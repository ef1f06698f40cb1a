//! The sheet of paper and the scale of type on it. All lengths are points.

use super::faces::Face;
use crate::files::export::colours::{Colour, INK, INK_2, INK_3};

/// A4.
pub(super) const WIDTH: f32 = 595.28;
pub(super) const HEIGHT: f32 = 841.89;
pub(super) const LEFT: f32 = 42.5;
pub(super) const RIGHT: f32 = WIDTH - 42.5;
/// What is set in the column of the page stands between these.
pub(super) const TOP: f32 = 48.0;
pub(super) const BOTTOM: f32 = HEIGHT - 48.0;
pub(super) const COLUMN: f32 = RIGHT - LEFT;
/// Baselines of the running title and of the page number.
pub(super) const HEAD: f32 = 31.0;
pub(super) const FOOT: f32 = HEIGHT - 27.0;

/// How words are set.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Style {
    pub face: Face,
    pub size: f32,
    /// From line to line.
    pub leading: f32,
    pub colour: Colour,
    /// Slanted letters: the program and the coder in italics. Inter's own italic is its roman, slanted; so the
    /// sans keeps its voice, and the serif stays with the words of the paper.
    pub slanted: bool,
}

impl Style {
    const fn new(face: Face, size: f32, leading: f32, colour: Colour) -> Self {
        Self { face, size, leading, colour, slanted: false }
    }

    const fn slanted(self) -> Self {
        Self { slanted: true, ..self }
    }

    #[must_use]
    pub fn coloured(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// From the top of a line to its baseline, so that capitals stand in the middle.
    #[must_use]
    pub fn baseline(&self) -> f32 {
        f32::midpoint(self.leading, self.size * 0.72)
    }
}

// Two voices, two faces: the serif says what the paper says, word for word; the sans is the program and the coder.
pub(super) const OVER: Style = Style::new(Face::Sans, 8.5, 12.0, INK_3);
pub(super) const TITLE: Style = Style::new(Face::SerifSemibold, 15.5, 20.0, INK);
pub(super) const OWN_TITLE: Style = Style::new(Face::SansBold, 17.0, 22.5, INK);
pub(super) const HEADING: Style = Style::new(Face::SansSemibold, 11.5, 15.5, INK);
pub(super) const FACT: Style = Style::new(Face::Sans, 9.0, 12.8, INK);
pub(super) const FACT_NAME: Style = Style::new(Face::Sans, 9.0, 12.8, INK_3);
pub(super) const HEADLINE: Style = Style::new(Face::SansSemibold, 12.5, 16.5, INK);
pub(super) const COUNTS: Style = Style::new(Face::Sans, 9.0, 12.8, INK_2);
pub(super) const CELL: Style = Style::new(Face::SansBold, 9.5, 12.0, INK);
pub(super) const BRACKET_WORD: Style = Style::new(Face::Sans, 7.0, 9.0, INK_2);
pub(super) const COLUMN_HEAD: Style = Style::new(Face::SansSemibold, 8.0, 11.0, INK_2);
pub(super) const LABEL: Style = Style::new(Face::SansSemibold, 9.0, 12.3, INK);
pub(super) const QUESTION: Style = Style::new(Face::Serif, 9.3, 12.3, INK);
pub(super) const QUOTE: Style = Style::new(Face::Serif, 9.3, 12.3, INK);
pub(super) const PAGE_OF_QUOTE: Style = Style::new(Face::Sans, 7.6, 12.3, INK_3);
pub(super) const REMARK: Style = Style::new(Face::Sans, 7.8, 10.4, INK_3).slanted();
pub(super) const MEMO: Style = Style::new(Face::Sans, 8.4, 11.4, INK_2).slanted();
pub(super) const PILL_LETTER: Style = Style::new(Face::SansBold, 8.6, 14.0, INK);
pub(super) const PILL_WORD: Style = Style::new(Face::Sans, 8.4, 11.0, INK);
pub(super) const FOOTER: Style = Style::new(Face::Sans, 7.3, 10.2, INK_2);
pub(super) const PARAGRAPH: Style = Style::new(Face::Sans, 9.5, 13.6, INK);
pub(super) const NOTICE: Style = Style::new(Face::Sans, 9.5, 13.6, INK_2);
pub(super) const LARGE_QUOTE: Style = Style::new(Face::Serif, 14.5, 19.5, INK);
pub(super) const READING: Style = Style::new(Face::Serif, 10.2, 16.4, INK);
pub(super) const READING_QUESTION: Style = Style::new(Face::SerifSemibold, 10.2, 16.4, INK);
pub(super) const READING_NOTE: Style = Style::new(Face::Serif, 8.6, 14.0, INK_2);
pub(super) const MARK_NUMBER: Style = Style::new(Face::SansSemibold, 7.6, 16.4, INK_2);
pub(super) const ENTRY: Style = Style::new(Face::Serif, 10.0, 13.6, INK);
pub(super) const ENTRY_FOUND: Style = Style::new(Face::Sans, 8.2, 11.4, INK_3);
pub(super) const ENTRY_PAGE: Style = Style::new(Face::Sans, 9.0, 13.6, INK_2);
pub(super) const CHART: Style = Style::new(Face::Sans, 8.4, 11.4, INK);
pub(super) const CHART_SMALL: Style = Style::new(Face::Sans, 8.0, 11.4, INK_3);
pub(super) const CHART_PART: Style = Style::new(Face::SansSemibold, 7.6, 13.0, INK);
pub(super) const RUNNING: Style = Style::new(Face::Sans, 7.6, 10.0, INK_3);
