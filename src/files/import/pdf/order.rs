//! Stage three: the order in which rows are read, and rows as lines: columns one after the other, cells side by side.

use super::super::printed::Part;
use super::lines::{Piece, Row};

/// A line of print in the order of reading.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Strip {
    pub text: String,
    pub x: f32,
    pub right: f32,
    pub y: f32,
    pub size: f32,
    pub weight: Weight,
    pub part: Part,
    /// Whether the file itself calls it no part of the text.
    pub artifact: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Weight {
    #[default]
    Plain,
    Bold,
    /// Some words of it are bold: says nothing about the line.
    Mixed,
}

/// More rows than a page of columns has.
const MOST_ROWS: usize = 1_000;
/// So many rows further down the other column has begun, too.
const AHEAD: usize = 6;

/// Cells are further apart than this, in sizes of type.
const CELL_GAP: f32 = 2.5;

/// The rows of a page as lines.
pub(super) fn strips(rows: &[Row]) -> Vec<Strip> {
    let mut strips = vec![];
    let mut at = 0;
    while at < rows.len() {
        if let Some(columns) = Columns::starting(&rows[at..]) {
            let region = &rows[at..at + columns.rows];
            for half in [true, false] {
                let side = |piece: &&Piece| (piece.x < columns.gutter) == half;
                strips
                    .extend(region.iter().filter_map(|row| strip(row, row.pieces.iter().filter(side), &[])));
            }
            at += columns.rows;
        } else {
            let near = [at.checked_sub(1), Some(at + 1)];
            let near: Vec<&Row> = near.into_iter().flatten().filter_map(|near| rows.get(near)).collect();
            strips.extend(strip(&rows[at], rows[at].pieces.iter(), &near));
            at += 1;
        }
    }
    strips
}

/// Some pieces of a row as a line. The rows `near` it show where cells stand.
fn strip<'p>(row: &Row, mut pieces: impl Iterator<Item = &'p Piece>, near: &[&Row]) -> Option<Strip> {
    let first = pieces.next()?;
    let mut text = first.text.clone();
    let mut right = first.right;
    let (mut letters, mut bold, mut artifact) = (first.letters, first.bold_letters, first.artifact);
    for piece in pieces {
        let is_wide = piece.x - right > CELL_GAP * row.size;
        let is_cell = piece.is_ruled_off || ((is_wide || is_aligned(piece, near)) && !is_label(&text));
        text.push(if is_cell { '\t' } else { ' ' });
        text.push_str(&piece.text);
        right = right.max(piece.right);
        letters += piece.letters;
        bold += piece.bold_letters;
        artifact &= piece.artifact;
    }
    let weight = match bold as f32 / letters.max(1) as f32 {
        share if share > 0.85 => Weight::Bold,
        share if share < 0.15 => Weight::Plain,
        _ => Weight::Mixed,
    };
    let text = without_leaders(&text);
    (!text.is_empty()).then_some(Strip {
        text,
        x: first.x,
        right,
        y: row.y,
        size: row.size,
        weight,
        artifact,
        part: Part::Text,
    })
}

/// Whether a piece starts exactly where a part of a row beside it does, or ends where a cell does.
fn is_aligned(piece: &Piece, near: &[&Row]) -> bool {
    let pairs = || near.iter().flat_map(|row| row.pieces.windows(2));
    let starts = pairs().any(|pair| (pair[1].x - piece.x).abs() < 1.0);
    let is_wide = |pair: &&[Piece]| pair[1].x - pair[0].right > CELL_GAP * pair[1].size;
    starts || pairs().filter(is_wide).any(|pair| (pair[1].right - piece.right).abs() < 1.0)
}

/// What stands before a text with a hanging indent: "1.", "2 a)", "3.1", "Frage 7", "–".
pub(super) fn is_label(text: &str) -> bool {
    if matches!(text, "–" | "-" | "•" | "·" | "—" | "\u{f0b7}" | "*") {
        return true;
    }
    let question = text.strip_prefix("Frage ");
    let number = question.unwrap_or(text);
    // Years and amounts are cells: a bare number is a label only after "Frage".
    let is_marked = question.is_some() || number.contains(['.', ')', ':']);
    let mut parts = number.split(['.', ')', ':', ' ']).filter(|part| !part.is_empty());
    let is_short = |part: &str| {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_lowercase());
        digits.len() <= 2 && part.len() <= digits.len() + 1 && digits.bytes().all(|b| b.is_ascii_digit())
    };
    is_marked && number.chars().count() <= 7 && parts.clone().count() > 0 && parts.all(is_short)
}

/// The dots that lead to a page number become a tab.
fn without_leaders(text: &str) -> String {
    let Some(start) = text.find("....").or_else(|| text.find(". . . .")) else {
        return text.trim().to_owned();
    };
    let rest = text[start..].trim_start_matches(['.', ' ', '\t']);
    match (text[..start].trim_end(), rest.trim()) {
        (left, "") => left.to_owned(),
        ("", right) => right.to_owned(),
        (left, right) => format!("{left}\t{right}"),
    }
}

/// Rows that are two columns of running text, side by side by chance.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Columns {
    /// How many rows they take.
    rows: usize,
    /// Where the right one starts.
    gutter: f32,
}

impl Columns {
    /// Finds columns that begin with the first row. Either may begin higher, and their lines need not
    /// stand on common baselines, so the right margin of each of the next lines is tried.
    fn starting(rows: &[Row]) -> Option<Self> {
        if rows.len() > MOST_ROWS {
            return None;
        }
        let left = rows.iter().take(AHEAD).map(|row| row.pieces[0].x).reduce(f32::min)?;
        let ahead = rows.iter().take(AHEAD).flat_map(|row| &row.pieces);
        let candidates = ahead.filter(|piece| piece.x - left > 10.0 * piece.size);
        let last = rows[0].pieces.last()?;
        // A line above with something at its end, a page number perhaps, is not their first.
        let begins = |gutter: &f32| last.x < gutter + 4.0;
        let gutters = candidates.map(|piece| piece.x - 2.0).filter(begins);
        gutters.map(|gutter| Self::with_gutter(rows, gutter)).find(|columns| columns.are_prose(rows))
    }

    fn with_gutter(rows: &[Row], gutter: f32) -> Self {
        let is_apart = |row: &Row| {
            let left = row.pieces.iter().filter(|piece| piece.x < gutter);
            let (count, right) = left.fold((0, 0.0_f32), |(n, right), piece| (n + 1, right.max(piece.right)));
            right < gutter - 0.3 * row.size && count <= 1 && row.pieces.len() <= count + 1
        };
        let is_near = |above: &Row, row: &Row| row.y - above.y < 2.5 * row.size.max(above.size);
        let fits = |at: &usize| is_apart(&rows[*at]) && (*at == 0 || is_near(&rows[*at - 1], &rows[*at]));
        Self { rows: (0..rows.len()).take_while(fits).count(), gutter }
    }

    /// Both sides are long lines that start at one margin and reach for another, as cells do not.
    fn are_prose(self, rows: &[Row]) -> bool {
        let pieces = || rows[..self.rows].iter().flat_map(|row| &row.pieces);
        [true, false].into_iter().all(|half| {
            let side: Vec<&Piece> = pieces().filter(|piece| (piece.x < self.gutter) == half).collect();
            let letters: usize = side.iter().map(|piece| piece.letters).sum();
            let margin = side.iter().map(|piece| piece.right).fold(0.0, f32::max);
            let left = side.iter().map(|piece| piece.x).fold(f32::INFINITY, f32::min);
            let flush = side.iter().filter(|piece| piece.x - left < 4.0).count();
            let full = side.iter().filter(|piece| piece.right - left > 0.8 * (margin - left)).count();
            side.len() >= 2 && letters >= 24 * side.len() && 2 * full >= side.len() && 2 * flush >= side.len()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::glyphs::{Sheet, Upright};
    use super::super::lines::{rows, tests::print};
    use super::*;

    fn check(prints: &[(f32, f32, &str)], expect: &[&str]) {
        let mut sheet = Sheet { height: 842.0, ..Sheet::default() };
        for (x, y, text) in prints {
            print(&mut sheet, *x, *y, 8.0, text);
        }
        let strips = strips(&rows(&sheet));
        assert_eq!(strips.iter().map(|strip| strip.text.as_str()).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn notes_in_two_columns_are_read_one_after_the_other() {
        check(
            &[
                (50.0, 700.0, "Drucksachen findet man im Netz unter einer"),
                (240.0, 700.0, "Gedruckt wurde auf Papier, das aus altem"),
                (50.0, 710.0, "Adresse, die hier steht."),
                (240.0, 710.0, "Papier gemacht ist, und das ist gut."),
            ],
            &[
                "Drucksachen findet man im Netz unter einer",
                "Adresse, die hier steht.",
                "Gedruckt wurde auf Papier, das aus altem",
                "Papier gemacht ist, und das ist gut.",
            ],
        );
    }

    #[test]
    fn columns_need_no_common_baselines() {
        check(
            &[
                (240.0, 96.0, "Rechts beginnt es höher, und ohne eine"),
                (50.0, 100.0, "Links beginnt es tiefer, und ohne eine"),
                (240.0, 106.0, "Zeile, die mit der anderen in gleicher"),
                (50.0, 110.0, "Zeile, die mit der anderen in gleicher"),
                (240.0, 116.0, "Höhe steht, wie es oft"),
                (50.0, 120.0, "Höhe steht, wie es oft"),
            ],
            &[
                "Links beginnt es tiefer, und ohne eine",
                "Zeile, die mit der anderen in gleicher",
                "Höhe steht, wie es oft",
                "Rechts beginnt es höher, und ohne eine",
                "Zeile, die mit der anderen in gleicher",
                "Höhe steht, wie es oft",
            ],
        );
    }

    #[test]
    fn cells_are_parted_by_tabs() {
        check(
            &[(50.0, 100.0, "Fulda"), (150.0, 100.0, "12"), (200.0, 100.0, "9"), (50.0, 110.0, "Kassel")],
            &["Fulda\t12\t9", "Kassel"],
        );
    }

    #[test]
    fn a_narrow_cell_is_known_by_those_below() {
        check(
            &[
                (50.0, 100.0, "Waldeck-Frankenberg"),
                (140.0, 100.0, "7"),
                (50.0, 110.0, "Fulda"),
                (140.0, 110.0, "12"),
            ],
            &["Waldeck-Frankenberg\t7", "Fulda\t12"],
        );
    }

    #[test]
    fn a_line_between_cells_parts_them() {
        let mut sheet = Sheet { height: 842.0, ..Sheet::default() };
        print(&mut sheet, 50.0, 100.0, 8.0, "2024 35 Kassel");
        print(&mut sheet, 50.0, 110.0, 8.0, "und 40 Fulda");
        sheet.uprights.push(Upright { x: 68.0, top: 90.0, bottom: 102.0 });
        let strips = strips(&rows(&sheet));
        assert_eq!(strips[0].text, "2024\t35 Kassel");
        assert_eq!(strips[1].text, "und 40 Fulda");
    }

    #[test]
    fn a_label_is_no_cell() {
        check(&[(50.0, 100.0, "1."), (90.0, 100.0, "Wie viele?")], &["1. Wie viele?"]);
        check(&[(50.0, 100.0, "Frage 1"), (110.0, 100.0, "Wie viele?")], &["Frage 1 Wie viele?"]);
        check(&[(50.0, 100.0, "2024"), (110.0, 100.0, "viele")], &["2024\tviele"]);
    }

    #[test]
    fn labels_are_short_and_marked() {
        for label in ["1.", "12)", "1.1", "2.1.", "a)", "2 a)", "Frage 7", "Frage 7:", "–"] {
            assert!(is_label(label), "{label}");
        }
        for other in ["2024", "7", "184.000", "Fulda", "z.B.", "Ja.", "", "1.1.2026"] {
            assert!(!is_label(other), "{other}");
        }
    }

    #[test]
    fn leaders_are_a_tab() {
        check(&[(50.0, 100.0, "Wie viele?........3")], &["Wie viele?\t3"]);
        check(&[(50.0, 100.0, "Wie viele?.......")], &["Wie viele?"]);
    }
}
