//! What a text of a word processor consists of. Lengths are twips, twentieths of a point.

use crate::files::export::colours::Colour;
use crate::model::{Language, LineStyle};

use super::table::Table;

/// A4 with margins of 15 and 14 millimetres, as the printed HTML has them.
pub(in crate::files::export) const PAGE_WIDTH: u32 = 11906;
pub(in crate::files::export) const PAGE_HEIGHT: u32 = 16838;
pub(in crate::files::export) const MARGIN_X: u32 = 850;
pub(in crate::files::export) const MARGIN_Y: u32 = 794;
/// What is between the margins.
pub(in crate::files::export) const WIDTH: u32 = PAGE_WIDTH - 2 * MARGIN_X;

pub(in crate::files::export) struct Flow {
    pub language: Language,
    pub title: String,
    pub items: Vec<Item>,
}

pub(in crate::files::export) enum Item {
    Paragraph(Paragraph),
    Table(Table),
}

#[derive(Clone)]
pub(in crate::files::export) struct Paragraph {
    pub style: Style,
    pub runs: Vec<Run>,
    pub new_page: bool,
    /// A name that links lead to.
    pub anchor: Option<String>,
    /// A thick line at the left.
    pub bar: Option<Colour>,
}

/// The styles, by what they are for; how they look is in `looks`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::files::export) enum Style {
    Over,
    Title,
    Heading1,
    Heading2,
    Facts,
    Outcome,
    Own,
    Notice,
    /// Of a strip.
    Cell,
    Bracket,
    /// Nothing, in a cell or at the end.
    Gap,
    /// Room behind a table, which would else become one with the next.
    Space,
    TableHead,
    Label,
    Question,
    Tag,
    Passage,
    Remarks,
    Memo,
    QuotationHead,
    Quotation,
    Asked,
    Answer,
    Aside,
    Printed,
    MarginNote,
    Contents,
    Figure,
    Small,
}

/// Whose words they are: ours, or the paper's, which are German.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::files::export) enum Voice {
    Own,
    Paper,
}

/// Words that look alike.
#[derive(Clone)]
pub(in crate::files::export) struct Run {
    pub words: String,
    pub voice: Voice,
    /// Smaller than its style and never bold: figures beside a headline.
    pub small: bool,
    pub bold: bool,
    pub raised: bool,
    pub colour: Option<Colour>,
    /// Behind the words.
    pub fill: Option<Colour>,
    pub line: Option<(LineStyle, Colour)>,
    /// The anchor it leads to.
    pub link: Option<String>,
}

impl Run {
    pub fn own(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            voice: Voice::Own,
            small: false,
            bold: false,
            raised: false,
            colour: None,
            fill: None,
            line: None,
            link: None,
        }
    }

    pub fn paper(words: impl Into<String>) -> Self {
        Self { voice: Voice::Paper, ..Self::own(words) }
    }

    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub fn in_colour(self, colour: Colour) -> Self {
        Self { colour: Some(colour), ..self }
    }

    pub fn on(self, fill: Colour) -> Self {
        Self { fill: Some(fill), ..self }
    }

    pub fn to(self, anchor: Option<String>) -> Self {
        Self { link: anchor, ..self }
    }
}

impl Paragraph {
    pub fn new(style: Style, runs: Vec<Run>) -> Self {
        Self { style, runs, new_page: false, anchor: None, bar: None }
    }

    pub fn own(style: Style, words: &str) -> Self {
        Self::new(style, vec![Run::own(words)])
    }

    pub fn empty(style: Style) -> Self {
        Self::new(style, Vec::new())
    }
}

impl From<Paragraph> for Item {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

impl From<Table> for Item {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}
