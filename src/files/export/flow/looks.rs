//! How the styles look. Word processors show their names to people, who restyle a whole document by them.

use crate::files::export::colours::{Colour, INK, INK_2, INK_3};

use super::parts::Style;

/// Typefaces with the same measures in every office.
pub(in crate::files::export) const SANS: &str = "Arial";
pub(in crate::files::export) const SERIF: &str = "Times New Roman";

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::files::export) enum Align {
    Left,
    Centre,
}

/// What a tab leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::files::export) enum Tab {
    None,
    /// So far from the left, where further lines begin, too.
    Hanging(u32),
    /// The right margin.
    Right,
}

/// The look of a style. Distances are twips, sizes half points.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::files::export) struct Look {
    pub id: &'static str,
    pub name: &'static str,
    pub size: u32,
    pub face: &'static str,
    pub bold: bool,
    pub italic: bool,
    pub colour: Colour,
    pub before: u32,
    pub after: u32,
    /// Hundredths of a single line.
    pub line: u32,
    pub align: Align,
    /// Stays on the page of what follows.
    pub with_next: bool,
    /// Place in the outline, from 1.
    pub outline: Option<u32>,
    pub tab: Tab,
}

const BASE: Look = Look {
    id: "",
    name: "",
    size: 17,
    face: SANS,
    bold: false,
    italic: false,
    colour: INK,
    before: 0,
    after: 0,
    line: 115,
    align: Align::Left,
    with_next: false,
    outline: None,
    tab: Tab::None,
};

impl Look {
    /// Titles and large quotations are not hyphenated.
    pub fn hyphens(&self) -> bool {
        self.size < 22
    }
}

impl Style {
    pub const ALL: [Self; 29] = [
        Self::Over,
        Self::Title,
        Self::Heading1,
        Self::Heading2,
        Self::Facts,
        Self::Outcome,
        Self::Own,
        Self::Notice,
        Self::Cell,
        Self::Bracket,
        Self::Gap,
        Self::Space,
        Self::TableHead,
        Self::Label,
        Self::Question,
        Self::Tag,
        Self::Passage,
        Self::Remarks,
        Self::Memo,
        Self::QuotationHead,
        Self::Quotation,
        Self::Asked,
        Self::Answer,
        Self::Aside,
        Self::Printed,
        Self::MarginNote,
        Self::Contents,
        Self::Figure,
        Self::Small,
    ];

    pub fn look(self) -> Look {
        let called = |id: &'static str, name: &'static str| Look { id, name, ..BASE };
        match self {
            Self::Over => Look { colour: INK_3, with_next: true, after: 40, ..called("Over", "Over Line") },
            Self::Title => {
                Look { size: 36, bold: true, after: 120, with_next: true, ..called("Title", "Title") }
            }
            Self::Heading1 => Look {
                size: 26,
                bold: true,
                after: 140,
                with_next: true,
                outline: Some(1),
                ..called("Heading1", "heading 1")
            },
            Self::Heading2 => Look {
                size: 21,
                bold: true,
                before: 320,
                after: 80,
                with_next: true,
                outline: Some(2),
                ..called("Heading2", "heading 2")
            },
            Self::Facts => Look { after: 20, tab: Tab::Hanging(1100), ..called("Facts", "Facts") },
            Self::Outcome => Look {
                size: 22,
                bold: true,
                before: 220,
                after: 100,
                with_next: true,
                tab: Tab::Right,
                ..called("Outcome", "Outcome")
            },
            Self::Own => Look { colour: INK_2, after: 120, with_next: true, ..called("Own", "Own Words") },
            Self::Notice => Look { colour: INK_2, before: 240, after: 240, ..called("Notice", "Notice") },
            Self::Cell => Look {
                size: 19,
                bold: true,
                line: 100,
                align: Align::Centre,
                with_next: true,
                ..called("StripCell", "Strip Cell")
            },
            Self::Bracket => Look {
                size: 14,
                line: 100,
                colour: INK_2,
                align: Align::Centre,
                with_next: true,
                ..called("StripBracket", "Strip Bracket")
            },
            Self::Gap => Look { size: 8, line: 100, ..called("Gap", "Gap") },
            Self::Space => Look { size: 8, line: 100, after: 110, ..called("Space", "Space") },
            Self::TableHead => Look {
                size: 16,
                bold: true,
                colour: INK_2,
                with_next: true,
                ..called("TableHead", "Table Head")
            },
            Self::Label => Look { bold: true, ..called("Label", "Question Label") },
            Self::Question => called("Question", "Question"),
            Self::Tag => called("Tag", "Tag"),
            Self::Passage => Look { after: 20, ..called("Passage", "Passage") },
            Self::Remarks => {
                Look { size: 15, italic: true, colour: INK_3, after: 20, ..called("Remarks", "Remarks") }
            }
            Self::Memo => Look { size: 16, italic: true, colour: INK_2, ..called("Memo", "Memo") },
            Self::QuotationHead => Look {
                size: 16,
                colour: INK_2,
                before: 220,
                after: 40,
                with_next: true,
                ..called("QuotationHead", "Quotation Head")
            },
            Self::Quotation => Look { size: 25, face: SERIF, line: 118, ..called("Quotation", "Quotation") },
            Self::Asked => Look {
                bold: true,
                before: 160,
                after: 40,
                with_next: true,
                ..called("Asked", "Read Question")
            },
            Self::Answer => {
                Look { size: 21, face: SERIF, line: 128, after: 60, ..called("Answer", "Read Answer") }
            }
            Self::Aside => Look {
                size: 19,
                face: SERIF,
                line: 120,
                colour: INK_2,
                after: 60,
                ..called("Aside", "Read Remark")
            },
            Self::Printed => {
                Look { size: 17, face: SERIF, colour: INK_2, after: 40, ..called("Printed", "Read Note") }
            }
            Self::MarginNote => {
                Look { size: 15, line: 108, before: 30, after: 20, ..called("MarginNote", "Margin Note") }
            }
            Self::Contents => {
                Look { before: 50, after: 50, tab: Tab::Hanging(480), ..called("Contents", "Contents Line") }
            }
            Self::Figure => Look { size: 16, line: 100, ..called("Figure", "Figure") },
            Self::Small => Look { size: 14, colour: INK_2, after: 30, ..called("Small", "Small Print") },
        }
    }
}
