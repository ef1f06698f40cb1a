//! Where the cells of a strip stand: lines of equal cells that are easy to count, answers unbroken where they can be.

use crate::model::analysis::summary::StripAnswer;

/// Up to so many questions share one line of the strip; more are broken into lines of ten, easy to count.
const ONE_LINE: usize = 12;
const LINE: usize = 10;
/// Labels longer than this need wider cells.
const SHORT_LABEL: usize = 5;
const LINE_OF_LONG_LABELS: usize = 6;
/// Fewer cells do not grow wider than an eighth of the line.
const FEWEST_COLUMNS: usize = 8;

/// Where a cell of the strip stands, both counted from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place {
    pub line: usize,
    pub column: usize,
}

/// How many cells a line of this strip has.
pub(super) fn columns(answers: &[StripAnswer]) -> usize {
    let cells = || answers.iter().flat_map(|answer| &answer.cells);
    let longest = cells().map(|cell| cell.label.chars().count()).max().unwrap_or_default();
    match cells().count() {
        _ if longest > SHORT_LABEL => LINE_OF_LONG_LABELS,
        count if count > ONE_LINE => LINE,
        count => count.max(FEWEST_COLUMNS),
    }
}

/// The places of the cells, answer by answer. An answer is broken only where it is longer than a line.
pub(super) fn places(answers: &[StripAnswer], columns: usize) -> Vec<Vec<Place>> {
    let mut next = Place { line: 0, column: 0 };
    let mut all = Vec::with_capacity(answers.len());
    for answer in answers {
        let count = answer.cells.len();
        if next.column + count > columns && count <= columns {
            next = Place { line: next.line + 1, column: 0 };
        }
        let mut places = Vec::with_capacity(count);
        for _ in 0..count {
            if next.column == columns {
                next = Place { line: next.line + 1, column: 0 };
            }
            places.push(next);
            next.column += 1;
        }
        all.push(places);
    }
    all
}

/// Whether a bracket holds these cells.
pub(super) fn is_joint(answer: &StripAnswer) -> bool {
    answer.cells.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::analysis::summary::StripCell;

    fn answers(counts: &[usize]) -> Vec<StripAnswer> {
        let cell = || StripCell { label: "7".into(), tag: None };
        counts.iter().map(|count| StripAnswer { cells: vec![cell(); *count] }).collect()
    }

    /// The strip as text: a line for each line, brackets around what stands together.
    fn drawn(counts: &[usize]) -> String {
        let answers = answers(counts);
        let mut lines: Vec<String> = Vec::new();
        for answer in places(&answers, columns(&answers)) {
            for piece in answer.chunk_by(|a, b| a.line == b.line) {
                lines.resize(lines.len().max(piece[0].line + 1), String::new());
                let line = &mut lines[piece[0].line];
                assert_eq!(line.chars().filter(|c| *c == '.').count(), piece[0].column);
                line.extend(["[", &".".repeat(piece.len()), "]"]);
            }
        }
        lines.join(" ")
    }

    #[test]
    fn answers_are_broken_only_where_they_must() {
        assert_eq!(drawn(&[4, 2, 1, 2, 1]), "[....][..][.][..][.]");
        assert_eq!(drawn(&[1; 12]), "[.]".repeat(12));
        assert_eq!(drawn(&[8, 3, 3]), "[........] [...][...]");
        assert_eq!(drawn(&[1, 13, 1]), "[.][.........] [....][.]");
    }
}
