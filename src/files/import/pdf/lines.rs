//! Stage two: from glyphs to rows of print, each cut into pieces where its gaps are wide.

use super::glyphs::{Glyph, Sheet, Upright};
use super::words::piece_of;

/// Print on one baseline.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Row {
    /// From left to right; never empty.
    pub pieces: Vec<Piece>,
    pub y: f32,
    /// The size most of its letters have.
    pub size: f32,
}

/// Print without a wide gap in it.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Piece {
    pub text: String,
    pub x: f32,
    pub right: f32,
    pub size: f32,
    pub letters: usize,
    pub bold_letters: usize,
    pub artifact: bool,
    /// Whether a line is drawn between the piece before and this one: they are cells of a table.
    pub is_ruled_off: bool,
}

/// A glyph in its row, and how it stands there.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Placed {
    pub glyph: Glyph,
    /// Clearly smaller than its row and above the baseline: the mark of a footnote, most often.
    pub raised: bool,
}

/// Parts of a line further apart than this, in sizes of type, may be cells or columns.
const WIDE_GAP: f32 = 1.0;

/// Marks in one line are few; longer small print is a line of its own.
const MOST_MARKS: usize = 200;

/// The rows of a page from top to bottom.
pub(super) fn rows(sheet: &Sheet) -> Vec<Row> {
    settle_raised(baselines(&sheet.glyphs))
        .into_iter()
        .filter_map(|line| row(line, &sheet.uprights))
        .collect()
}

/// Glyphs that stand on one baseline.
struct Baseline {
    glyphs: Vec<Placed>,
    y: f32,
    /// The largest type on it.
    size: f32,
}

/// Blanks stand on baselines too: where they are printed, they part words however narrow they are.
fn baselines(glyphs: &[Glyph]) -> Vec<Baseline> {
    let mut order: Vec<&Glyph> = glyphs.iter().collect();
    order.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Baseline> = vec![];
    for glyph in order {
        let placed = Placed { glyph: *glyph, raised: glyph.superior };
        match lines.last_mut() {
            Some(line) if glyph.y - line.y <= 0.12 * line.size.min(glyph.size) => {
                line.size = line.size.max(glyph.size);
                line.glyphs.push(placed);
            }
            _ => lines.push(Baseline { glyphs: vec![placed], y: glyph.y, size: glyph.size }),
        }
    }
    lines.retain(|line| line.glyphs.iter().any(|placed| !placed.glyph.char.is_whitespace()));
    lines
}

/// Moves small raised print down to the line it belongs to, and small lowered print up.
fn settle_raised(lines: Vec<Baseline>) -> Vec<Baseline> {
    let mut settled: Vec<Baseline> = Vec::with_capacity(lines.len());
    let mut marks: Vec<Placed> = vec![];
    let mut lines = lines.into_iter().peekable();
    while let Some(mut line) = lines.next() {
        line.glyphs.append(&mut marks);
        if lines.peek().is_some_and(|below| line.is_small_beside(below, 0.65)) {
            marks = line.glyphs.into_iter().map(|placed| Placed { raised: true, ..placed }).collect();
            continue;
        }
        match settled.last_mut() {
            Some(above) if line.is_small_beside(above, 0.4) => above.glyphs.append(&mut line.glyphs),
            _ => settled.push(line),
        }
    }
    settled
}

impl Baseline {
    /// Whether this is small print close to a line, `most` of its size away.
    fn is_small_beside(&self, line: &Self, most: f32) -> bool {
        self.size < 0.8 * line.size
            && (line.y - self.y).abs() < most * line.size
            && self.glyphs.len() <= MOST_MARKS
            && self.glyphs.iter().all(|placed| touches(&placed.glyph, line))
    }
}

/// Whether a glyph stands within a line or directly beside one of its letters.
fn touches(glyph: &Glyph, line: &Baseline) -> bool {
    let near = 0.6 * line.size;
    line.glyphs.iter().any(|other| glyph.x < other.glyph.right + near && other.glyph.x < glyph.right + near)
}

fn row(line: Baseline, uprights: &[Upright]) -> Option<Row> {
    let glyphs = ordered(line.glyphs);
    let size = usual_size(&glyphs)?;
    let mut pieces = vec![];
    let mut start = 0;
    let wide = WIDE_GAP.max(3.0 * usual_gap(&glyphs)) * size;
    let mut right = f32::NEG_INFINITY;
    let mut is_ruled_off = false;
    let near: Vec<f32> =
        uprights.iter().filter(|upright| upright.stands_at(line.y)).map(|upright| upright.x).collect();
    for (i, placed) in glyphs.iter().enumerate() {
        if placed.glyph.char.is_whitespace() {
            continue;
        }
        let gap = right - 0.1 * size..placed.glyph.x + 0.1 * size;
        let is_ruled = right.is_finite() && near.iter().any(|x| gap.contains(x));
        if right.is_finite() && (is_ruled || placed.glyph.x - right > wide) {
            pieces.extend(piece_of(&glyphs[start..i], size).map(|piece| Piece { is_ruled_off, ..piece }));
            start = i;
            is_ruled_off = is_ruled;
        }
        right = right.max(placed.glyph.right);
    }
    pieces.extend(piece_of(&glyphs[start..], size).map(|piece| Piece { is_ruled_off, ..piece }));
    (!pieces.is_empty()).then_some(Row { pieces, y: line.y, size })
}

/// From left to right, and what is printed twice, to look bold, only once.
fn ordered(mut glyphs: Vec<Placed>) -> Vec<Placed> {
    glyphs.sort_by(|a, b| a.glyph.x.total_cmp(&b.glyph.x));
    let mut once: Vec<Placed> = Vec::with_capacity(glyphs.len());
    for placed in glyphs {
        let glyph = placed.glyph;
        // Shadows of letters lie within two neighbours, as another letter may start in between.
        let twin = once.iter_mut().rev().take(2).find(|other| {
            let same = other.glyph.char == glyph.char && !glyph.char.is_whitespace();
            same && glyph.x - other.glyph.x < 0.25 * (glyph.right - glyph.x)
        });
        match twin {
            Some(twin) => twin.glyph.bold = true,
            None => once.push(placed),
        }
    }
    once
}

/// The size of most letters of a row.
fn usual_size(glyphs: &[Placed]) -> Option<f32> {
    let visible = |placed: &&Placed| !placed.glyph.char.is_whitespace();
    let mut sizes: Vec<f32> = glyphs.iter().filter(visible).map(|placed| placed.glyph.size).collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied()
}

/// The usual gap between two letters, in sizes of type: nothing in running text, much in letter-spaced
/// headings. Rows of short numbers have wide gaps too, and are no headings.
pub(super) fn usual_gap(glyphs: &[Placed]) -> f32 {
    let visible = glyphs.iter().filter(|placed| !placed.glyph.char.is_whitespace() && !placed.raised);
    let mut gaps: Vec<f32> = vec![];
    let mut before: Option<f32> = None;
    for placed in visible {
        if let Some(right) = before {
            gaps.push((placed.glyph.x - right) / placed.glyph.size);
        }
        before = Some(placed.glyph.right);
    }
    gaps.sort_by(f32::total_cmp);
    let usual = gaps.get(gaps.len() / 3).copied().unwrap_or(0.0);
    if usual < 0.9 { usual.max(0.0) } else { 0.0 }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Print at a place of a page, every letter half as wide as it is high.
    pub(in super::super) fn print(sheet: &mut Sheet, x: f32, y: f32, size: f32, text: &str) {
        for (i, char) in text.chars().enumerate() {
            let x = x + 0.5 * size * i as f32;
            let right = x + 0.5 * size;
            sheet.glyphs.push(Glyph { char, x, right, y, size, ..Glyph::default() });
        }
    }

    fn check(prints: &[(f32, f32, f32, &str)], expect: &[&[&str]]) {
        let mut sheet = Sheet { height: 842.0, ..Sheet::default() };
        for (x, y, size, text) in prints {
            print(&mut sheet, *x, *y, *size, text);
        }
        let rows = rows(&sheet);
        let texts: Vec<Vec<&str>> =
            rows.iter().map(|row| row.pieces.iter().map(|piece| piece.text.as_str()).collect()).collect();
        assert_eq!(texts, expect);
    }

    #[test]
    fn lines_are_read_from_top_to_bottom_whatever_the_order_of_the_file() {
        check(
            &[(50.0, 120.0, 10.0, "unten"), (50.0, 100.0, 10.0, "oben"), (80.0, 100.2, 10.0, "rechts")],
            &[&["oben rechts"], &["unten"]],
        );
    }

    #[test]
    fn a_wide_gap_parts_a_line() {
        check(&[(50.0, 100.0, 10.0, "Fulda"), (120.0, 100.0, 10.0, "12")], &[&["Fulda", "12"]]);
    }

    #[test]
    fn a_raised_digit_becomes_a_mark() {
        let line = [(50.0, 100.0, 10.0, "Wort."), (75.0, 96.0, 6.0, "12"), (84.0, 100.0, 10.0, "Dann")];
        check(&line, &[&["Wort.[12] Dann"]]);
    }

    #[test]
    fn the_number_of_a_footnote_is_no_mark() {
        check(&[(50.0, 700.0, 5.0, "1"), (53.0, 703.0, 8.0, "Siehe dort")], &[&["1 Siehe dort"]]);
    }

    #[test]
    fn exponents_and_indices_stay_with_their_word() {
        check(&[(50.0, 100.0, 10.0, "30 km"), (75.0, 96.0, 6.0, "2")], &[&["30 km²"]]);
        let lowered = [(50.0, 100.0, 10.0, "CO"), (60.0, 102.0, 6.0, "2"), (66.0, 100.0, 10.0, "frei")];
        check(&lowered, &[&["CO2 frei"]]);
    }

    #[test]
    fn a_letter_printed_twice_is_one_bold_letter() {
        let mut sheet = Sheet::default();
        print(&mut sheet, 50.0, 100.0, 10.0, "Hallo");
        print(&mut sheet, 50.4, 100.0, 10.0, "Hallo");
        let rows = rows(&sheet);
        assert_eq!(rows[0].pieces[0].text, "Hallo");
        assert_eq!(rows[0].pieces[0].bold_letters, 5);
    }
}
