//! Stage one: from the bytes of a file to the glyphs of each page, whichever library reads them.

use super::super::printed::Failure;

/// A library that tells where each letter of a file stands.
pub(super) trait Glyphs {
    /// Hands on one sheet for each page, in their order, until `take` refuses one.
    fn sheets(bytes: &[u8], take: &mut dyn FnMut(Sheet) -> Result<(), Failure>) -> Result<(), Failure>;
}

/// Papers of state parliaments have a few hundred pages at most; budgets have two thousand.
pub(super) const MOST_PAGES: usize = 5_000;
/// Objects of a file. A page takes about ten, and a file of the largest size has room for a few million.
pub(super) const MOST_OBJECTS: usize = 500_000;
/// A full page of print has five thousand glyphs, so this is a page that means harm.
pub(super) const MOST_GLYPHS_ON_A_PAGE: usize = 500_000;
pub(super) const MOST_GLYPHS: usize = 20_000_000;

/// The print of one page. Lengths are in points; the origin is at the top left, y grows downwards.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Sheet {
    pub height: f32,
    pub glyphs: Vec<Glyph>,
    pub rules: Vec<Rule>,
    pub uprights: Vec<Upright>,
}

/// One printed character. A ligature is handed on as several, side by side.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Glyph {
    pub char: char,
    pub x: f32,
    /// Where the next glyph would start.
    pub right: f32,
    /// The height of its baseline on the page.
    pub y: f32,
    /// The size of its type.
    pub size: f32,
    pub bold: bool,
    /// How much of its square is black, where the font does not say how heavy it is; else nothing.
    pub ink: f32,
    /// Whether the font draws this digit small and high: a mark that stands on the common baseline.
    pub superior: bool,
    /// Whether the file itself says that this is a running head or another thing of the page.
    pub artifact: bool,
}

/// A thin horizontal line, as it stands above footnotes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Rule {
    pub x: f32,
    pub right: f32,
    pub y: f32,
}

/// A thin vertical line, as it stands between the cells of a table.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Upright {
    pub x: f32,
    pub top: f32,
    pub bottom: f32,
}

impl Upright {
    /// Whether it passes print on this baseline.
    pub fn stands_at(&self, y: f32) -> bool {
        self.top < y && y < self.bottom + 1.0
    }
}

/// Tables have a few hundred lines; drawings can have any number.
pub(super) const MOST_RULES: usize = 1_000;

impl Sheet {
    /// Adds what one glyph of the file stands for. Several characters share its width.
    pub fn push(&mut self, text: &str, glyph: Glyph) {
        let count = text.chars().count();
        let width = (glyph.right - glyph.x) / count.max(1) as f32;
        for (i, char) in text.chars().enumerate() {
            let x = glyph.x + width * i as f32;
            self.glyphs.push(Glyph { char, x, right: x + width, ..glyph });
        }
    }
}

/// What is printed for a glyph of which no letter is known.
pub(super) const UNKNOWN: char = char::REPLACEMENT_CHARACTER;

/// The letters a glyph stands for: ligatures taken apart, what cannot be seen left out. Codes that
/// are no letters come from fonts whose table of letters is wrong.
pub(super) fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            'ﬀ' => letters.push_str("ff"),
            'ﬁ' => letters.push_str("fi"),
            'ﬂ' => letters.push_str("fl"),
            'ﬃ' => letters.push_str("ffi"),
            'ﬄ' => letters.push_str("ffl"),
            'ﬅ' | 'ﬆ' => letters.push_str("st"),
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            '\t' | '\n' | '\r' => letters.push(' '),
            control if control.is_control() => letters.push(UNKNOWN),
            letter => letters.push(letter),
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ligature_is_letters_side_by_side() {
        let mut sheet = Sheet::default();
        let glyph = Glyph { char: 'ﬁ', x: 10.0, right: 16.0, y: 5.0, size: 10.0, ..Glyph::default() };
        sheet.push(&letters("ﬁ"), glyph);
        let places: Vec<_> = sheet.glyphs.iter().map(|g| (g.char, g.x, g.right)).collect();
        assert_eq!(places, [('f', 10.0, 13.0), ('i', 13.0, 16.0)]);
        assert_eq!(letters("Au\u{200b}ﬂ\u{1}\t"), "Aufl\u{fffd} ");
    }
}
