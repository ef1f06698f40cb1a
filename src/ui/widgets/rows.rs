//! Where a part of a laid out text stands: one rectangle for each row it runs over.

use std::ops::Range;

use egui::{Galley, Pos2, Rect, vec2};

/// The rectangles of some characters of a text that is painted at `corner`.
#[must_use]
pub fn row_rects(galley: &Galley, corner: Pos2, chars: Range<usize>) -> Vec<Rect> {
    let mut rects = Vec::new();
    let mut first = 0;
    for row in &galley.rows {
        let count = row.char_count_including_newline().0 + usize::from(row.ends_with_newline);
        let visible = row.row.glyphs.len();
        let (a, mut b) = (chars.start.max(first), chars.end.min(first + visible));
        // The blank at which a row was broken is not drawn under.
        while b > a && row.row.glyphs.get(b - 1 - first).is_some_and(|glyph| glyph.chr.is_whitespace()) {
            b -= 1;
        }
        if a < b {
            let x0 = row.row.x_offset((a - first).into());
            let x1 = row.row.x_offset((b - first).into());
            let min = corner + row.pos.to_vec2() + vec2(x0, 0.0);
            rects.push(Rect::from_min_size(min, vec2(x1 - x0, row.size.y)));
        }
        first += count;
        if first > chars.end {
            break;
        }
    }
    rects
}
