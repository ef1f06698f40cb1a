//! Sets words in columns: what every kind of block uses.

use super::faces::{Face, Faces};
use super::lines::{fitted, lines, printable, printable_line};
use super::paper::{COLUMN, LEFT, Style};
use super::piece::{Anchor, Belongs, Drawing, Piece};
use super::structure::{Element, Role, Structure};
use crate::model::Language;

/// Sets the blocks of one file.
pub(super) struct Typesetter<'a> {
    pub faces: &'a Faces,
    pub structure: Structure,
    pub language: Language,
    /// How many sections there are: their anchors come first.
    anchors: usize,
    /// The anchors of the questions of the section: of cells that lead to rows.
    pub rows: usize,
    /// The element of the section.
    pub section: Option<Element>,
}

/// Where words are set: left edge and width.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Column {
    pub x: f32,
    pub width: f32,
}

impl Column {
    pub const PAGE: Self = Self { x: LEFT, width: COLUMN };

    pub const fn new(x: f32, width: f32) -> Self {
        Self { x, width }
    }

    pub fn right(self) -> f32 {
        self.x + self.width
    }
}

impl<'a> Typesetter<'a> {
    pub fn new(faces: &'a Faces, language: Language, sections: usize) -> Self {
        Self {
            faces,
            structure: Structure::default(),
            language,
            anchors: sections,
            rows: sections,
            section: None,
        }
    }

    /// A new section, with anchors for so many questions.
    pub fn begin_section(&mut self, questions: usize) {
        self.section = Some(self.structure.add(None, Role::Section));
        self.rows = self.anchors;
        self.anchors += questions;
    }

    /// The anchor of the row of a question of the section, counted from 0.
    pub fn row(&self, question: usize) -> Anchor {
        Anchor(self.rows + question)
    }

    /// An element of the section.
    pub fn element(&mut self, role: Role) -> Element {
        self.structure.add(self.section, role)
    }

    pub fn inner(&mut self, outer: Element, role: Role) -> Element {
        self.structure.add(Some(outer), role)
    }

    /// Words of a paper are German, whatever the language around them.
    pub fn is_of_paper(&mut self, element: Element) {
        let german = (self.language != Language::German).then_some(Language::German.code());
        self.structure.speaks(element, german);
    }

    pub fn width(&self, style: Style, words: &str) -> f32 {
        let slant = if style.slanted { style.size * 0.15 } else { 0.0 };
        self.faces.width(style.face, words) * style.size + slant
    }

    /// Words in a column from a height downwards. Returns the height below.
    pub fn set(
        &self,
        to: &mut Vec<Drawing>,
        element: Element,
        style: Style,
        words: &str,
        column: Column,
        y: f32,
    ) -> f32 {
        let words = printable(words);
        if words.is_empty() {
            return y;
        }
        let mut y = y;
        for line in lines(self.faces, style.face, style.size, &words, column.width) {
            let belongs = Belongs::To(element);
            to.push(Drawing::line(belongs, style, &words[line], column.x, y));
            y += style.leading;
        }
        y
    }

    /// A line that ends at `right`, cut where it is wider than the room.
    pub fn line_to(
        &self,
        belongs: Belongs,
        style: Style,
        words: &str,
        (right, room): (f32, f32),
        top: f32,
    ) -> Drawing {
        let words = self.fitted(style, words, room);
        Drawing::line(belongs, style, &words, right - self.width(style, &words), top)
    }

    /// A line in the middle of a column, cut where it is wider.
    pub fn line_amid(
        &self,
        belongs: Belongs,
        style: Style,
        words: &str,
        column: Column,
        top: f32,
    ) -> Drawing {
        let words = self.fitted(style, words, column.width);
        let x = column.x + (column.width - self.width(style, &words)) / 2.0;
        Drawing::line(belongs, style, &words, x, top)
    }

    pub fn fitted(&self, style: Style, words: &str, room: f32) -> String {
        fitted(self.faces, style.face, style.size, words, room)
    }

    /// Words as a piece of their own, in the column of the page.
    pub fn words(&mut self, role: Role, style: Style, words: &str) -> Piece {
        let element = self.element(role);
        self.words_of(element, style, words)
    }

    pub fn words_of(&self, element: Element, style: Style, words: &str) -> Piece {
        let mut drawings = Vec::new();
        let height = self.set(&mut drawings, element, style, words, Column::PAGE, 0.0);
        Piece { height, drawings, ..Piece::default() }
    }
}

/// Whether nothing of a text is printed.
pub(super) fn is_blank(words: &str) -> bool {
    printable_line(words).trim().is_empty()
}

/// The width of the widest of some words in a face, at most a room.
pub(super) fn widest<'w>(
    faces: &Faces,
    face: Face,
    size: f32,
    words: impl Iterator<Item = &'w str>,
    room: f32,
) -> f32 {
    words.map(|words| faces.width(face, &fitted(faces, face, size, words, room)) * size).fold(0.0, f32::max)
}
