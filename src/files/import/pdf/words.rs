//! Still stage two: from the glyphs of a piece of a line to its words.

use super::glyphs::Glyph;
use super::lines::{Piece, Placed, usual_gap};

/// A gap of this many sizes of type is a blank, even where none is printed.
const BLANK: f32 = 0.18;
/// Letters this far apart throughout are spaced on purpose.
const SPACED: f32 = 0.12;

/// A piece of a row; nothing if there are only blanks.
pub(super) fn piece_of(glyphs: &[Placed], size: f32) -> Option<Piece> {
    let visible = || glyphs.iter().filter(|placed| !placed.glyph.char.is_whitespace());
    let first = visible().next()?;
    let letters = visible().filter(|placed| placed.glyph.char.is_alphanumeric());
    Some(Piece {
        text: text_of(glyphs, size),
        x: first.glyph.x,
        right: visible().map(|placed| placed.glyph.right).fold(first.glyph.right, f32::max),
        size,
        letters: letters.clone().count(),
        bold_letters: letters.filter(|placed| placed.glyph.bold).count(),
        artifact: visible().all(|placed| placed.glyph.artifact),
        is_ruled_off: false,
    })
}

fn text_of(glyphs: &[Placed], size: f32) -> String {
    let gaps = Gaps::of(glyphs, size);
    let mut text = String::new();
    let mut marks = String::new();
    let mut before: Option<Glyph> = None;
    let mut printed_blank = false;
    for placed in glyphs {
        let glyph = placed.glyph;
        if glyph.char.is_whitespace() {
            // A tab is printed as blanks that may run under the next letter; those part nothing.
            printed_blank |= before.is_some_and(|before| glyph.x > 0.5 * (before.x + before.right));
            continue;
        }
        let blanks = before.map_or(0, |before| gaps.blanks(glyph.x - before.right, printed_blank));
        // Digits that Unicode itself raises are marks like those a typesetter raises.
        let mark = raised_digit(glyph.char).or(placed.raised.then_some(glyph.char));
        if mark.is_none() || blanks > 0 {
            close_mark(&mut text, &mut marks);
        }
        if !text.is_empty() && !text.ends_with(' ') {
            text.push_str(["", " ", "  "][blanks.min(2)]);
        }
        match mark {
            Some(digit) => marks.push(digit),
            None => text.push(glyph.char),
        }
        before = Some(glyph);
        printed_blank = false;
    }
    close_mark(&mut text, &mut marks);
    without_soft_hyphens(text.trim())
}

/// Writes a mark down: in brackets after a word, as a label at the start of a line.
fn close_mark(text: &mut String, marks: &mut String) {
    let raised = std::mem::take(marks);
    if raised.is_empty() {
        return;
    }
    let digits = raised.trim_end_matches(')');
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if text.is_empty() {
        text.push_str(if is_number { digits } else { &raised });
        text.push(' ');
    } else if let Some(exponent) = exponent(text, digits) {
        text.push(exponent);
    } else if is_number {
        text.push('[');
        text.push_str(digits);
        text.push(']');
    } else {
        text.push_str(&raised);
    }
}

/// Square and cubic measures are no footnotes.
fn exponent(text: &str, digits: &str) -> Option<char> {
    let word = text.rsplit([' ', '/', '(']).next().unwrap_or(text);
    let is_measure =
        matches!(word.trim_start_matches(|c: char| c.is_ascii_digit()), "m" | "km" | "cm" | "mm" | "dm");
    match digits {
        "2" if is_measure => Some('²'),
        "3" if is_measure => Some('³'),
        _ => None,
    }
}

fn raised_digit(char: char) -> Option<char> {
    Some(match char {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from(b'4' + (u32::from(char) - u32::from('⁴')) as u8),
        _ => return None,
    })
}

/// A soft hyphen shows only where it ends a line; the tidier looks for a plain one there.
fn without_soft_hyphens(text: &str) -> String {
    let ends_broken = text.ends_with(['\u{ad}', '\u{2010}']);
    let mut plain = text.replace('\u{ad}', "");
    if ends_broken {
        plain = format!("{}-", plain.trim_end_matches(['\u{2010}', ' ']));
    }
    plain
}

/// Which gaps between letters are blanks.
struct Gaps {
    blank: f32,
    /// From here on a gap is one between words, in letter-spaced print.
    wide: f32,
}

impl Gaps {
    fn of(glyphs: &[Placed], size: f32) -> Self {
        let usual = usual_gap(glyphs);
        if usual > SPACED {
            return Self { blank: 0.5 * usual * size, wide: 1.5 * usual * size };
        }
        // Text may be set a little wide to fill its line.
        Self { blank: (BLANK + usual) * size, wide: f32::INFINITY }
    }

    fn blanks(&self, gap: f32, printed: bool) -> usize {
        usize::from(gap > self.blank || printed) + usize::from(gap > self.wide)
    }
}

#[cfg(test)]
mod tests {
    use super::super::glyphs::Sheet;
    use super::super::lines::rows;
    use super::*;

    /// Lays the letters out ten points wide; a number is a gap in points.
    fn check(letters: &[(&str, f32)], expect: &str) {
        let mut sheet = Sheet::default();
        let mut x = 50.0;
        for (text, gap) in letters {
            for char in text.chars() {
                let glyph = Glyph { char, x, right: x + 10.0, y: 9.0, size: 20.0, ..Glyph::default() };
                sheet.glyphs.push(glyph);
                x += 10.0;
            }
            x += gap;
        }
        let rows = rows(&sheet);
        assert_eq!(rows[0].pieces[0].text, expect);
    }

    #[test]
    fn blanks_come_from_gaps() {
        check(&[("Die", 5.0), ("Frage", 0.0)], "Die Frage");
        check(&[("Kern", 2.0), ("ung", 0.0)], "Kernung");
        check(&[("Mi", -1.0), ("t", 0.0)], "Mit");
    }

    #[test]
    fn a_printed_blank_counts_however_narrow() {
        check(&[("eng", 0.0), (" ", -8.0), ("gesetzt", 0.0)], "eng gesetzt");
        check(&[("eng", -8.0), (" ", -2.0), ("gesetzt", 0.0)], "enggesetzt");
    }

    #[test]
    fn words_of_spaced_letters_stay_apart() {
        let spaced = [("A", 5.0), ("n", 5.0), ("t", 13.0), ("a", 5.0), ("u", 5.0), ("f", 0.0)];
        check(&spaced, "A n t  a u f");
    }

    #[test]
    fn unicode_marks_are_marks_too() {
        check(&[("Wort¹", 5.0), ("und", 0.0)], "Wort[1] und");
        check(&[("5 m²", 0.0)], "5 m²");
    }

    #[test]
    fn a_soft_hyphen_shows_only_at_the_end_of_a_line() {
        check(&[("Über\u{ad}zie\u{ad}", 0.0)], "Überzie-");
        check(&[("Über\u{2010}", 0.0)], "Über-");
    }
}
