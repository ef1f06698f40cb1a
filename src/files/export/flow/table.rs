//! Tables of a word processor. Lengths are twips.

use crate::files::export::colours::Colour;

use super::parts::Paragraph;

pub(in crate::files::export) struct Table {
    /// What it holds, for those who hear it.
    pub about: String,
    pub widths: Vec<u32>,
    /// So many rows at the top stand on every page again.
    pub heads: usize,
    /// Room around the words of a cell: at the sides, above and below.
    pub padding: (u32, u32),
    pub rows: Vec<Row>,
}

pub(in crate::files::export) struct Row {
    pub height: Height,
    /// Whether a page may end inside it.
    pub breaks: bool,
    pub cells: Vec<Cell>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::files::export) enum Height {
    Free,
    AtLeast(u32),
    Exactly(u32),
}

pub(in crate::files::export) struct Cell {
    /// How many columns it takes.
    pub span: usize,
    pub fill: Option<Colour>,
    pub borders: Vec<Border>,
    pub middle: bool,
    pub paragraphs: Vec<Paragraph>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::files::export) struct Border {
    pub side: Side,
    pub colour: Colour,
    /// Eighths of a point.
    pub width: u32,
    pub dotted: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::files::export) enum Side {
    Top,
    Left,
    Bottom,
    Right,
}

impl Side {
    pub const ALL: [Self; 4] = [Self::Top, Self::Left, Self::Bottom, Self::Right];

    pub fn name(self) -> &'static str {
        match self {
            Self::Top => "top",
            Self::Left => "left",
            Self::Bottom => "bottom",
            Self::Right => "right",
        }
    }
}

impl Border {
    /// A thin line.
    pub fn thin(side: Side, colour: Colour) -> Self {
        Self { side, colour, width: 6, dotted: false }
    }
}

impl Row {
    /// A row that stays on one page.
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { height: Height::Free, breaks: false, cells }
    }
}

impl Cell {
    pub fn new(paragraphs: Vec<Paragraph>) -> Self {
        Self { span: 1, fill: None, borders: Vec::new(), middle: false, paragraphs }
    }

    pub fn over(self, span: usize) -> Self {
        Self { span, ..self }
    }

    pub fn on(self, fill: Colour) -> Self {
        Self { fill: Some(fill), ..self }
    }

    pub fn within(self, borders: Vec<Border>) -> Self {
        Self { borders, ..self }
    }

    pub fn in_the_middle(self) -> Self {
        Self { middle: true, ..self }
    }
}
