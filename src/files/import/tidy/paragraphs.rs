//! Printed lines become paragraphs, inside the parts that segmentation finds.

use std::collections::BTreeSet;

use super::super::printed::Part;
use super::sheet::{Sheet, write};
use crate::model::segment::{begins_with_month, segment};

/// Columns narrower or wider than this are no columns of print. In characters.
const COLUMN: std::ops::RangeInclusive<usize> = 45..=135;

/// For every row whether it goes on the line of the row before.
pub(super) fn join(sheet: &mut Sheet) -> Vec<bool> {
    let mut glued = vec![false; sheet.rows.len()];
    let Some(width) = column(sheet) else { return glued };
    let Parts { borders, asked } = parts(sheet);
    for (at, pair) in sheet.rows.windows(2).enumerate() {
        let (before, row, at) = (&pair[0], &pair[1], at + 1);
        if row.after_gap || row.part != before.part || borders.contains(&at) {
            continue;
        }
        if row.part == Part::Note {
            glued[at] = !begins_a_note(&row.text) && before.page == row.page;
            continue;
        }
        glued[at] = belongs_together(&before.text, &row.text, width)
            // A question is one paragraph, in whatever type it is set; only its items begin lines.
            || (asked.contains(&at) && !begins_an_item(&row.text) && !row.text.contains('\t'));
        if glued[at] {
            if before.page == row.page {
                sheet.joined.lines += 1;
            } else {
                sheet.joined.page_breaks += 1;
            }
        }
    }
    glued
}

/// The width of the column, if the text was set in one: most lines end near it.
fn column(sheet: &Sheet) -> Option<usize> {
    let mut lengths: Vec<usize> =
        sheet.rows.iter().filter(|row| row.part == Part::Text).map(|row| row.text.chars().count()).collect();
    lengths.retain(|length| *length > 35);
    if lengths.len() < 6 {
        return None;
    }
    lengths.sort_unstable();
    let width = lengths[lengths.len() * 9 / 10];
    let longest = lengths[lengths.len() - 1];
    let near =
        lengths.iter().filter(|length| **length * 10 >= width * 8 && **length * 10 <= width * 12).count();
    let fits =
        COLUMN.contains(&width) && (sheet.wrapped || (near * 2 >= lengths.len() && longest < width * 3));
    fits.then_some(width)
}

/// What segmentation says of the rows.
struct Parts {
    /// Rows at which a part begins: nothing is joined over these.
    borders: BTreeSet<usize>,
    /// Rows that go on with a question.
    asked: BTreeSet<usize>,
}

fn parts(sheet: &Sheet) -> Parts {
    let apart = vec![false; sheet.rows.len()];
    let (body, print) = write(sheet, &apart);
    let (_, outline) = segment(&body, &print);
    let mut bytes: BTreeSet<usize> = BTreeSet::new();
    for unit in outline.units(body.as_str()) {
        bytes.insert(unit.span().start);
        bytes.insert(unit.span().end);
    }
    for group in &outline.groups {
        bytes.extend(group.answers.iter().map(|answer| answer.start));
    }
    bytes.extend(outline.remarks.iter().map(|remark| remark.text.start));
    let head_end = outline.head.map_or(0, |head| head.end);
    let text = body.as_str();
    let questions: Vec<(usize, usize)> = {
        let mut places: Vec<(usize, usize)> =
            outline.questions().map(|q| (q.text.start, q.text.end)).collect();
        places.sort_unstable();
        places
    };
    let mut asked = BTreeSet::new();
    let mut rows = BTreeSet::new();
    let mut start = 0;
    let mut row = 0;
    let mut last_end = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        if end > start {
            // A border inside the white space before a row counts for the row.
            let here = bytes.range(last_end..=start).next().is_some();
            if here || start < head_end {
                rows.insert(row);
            }
            let place = questions.partition_point(|(from, _)| *from < start);
            if place > 0 && start < questions[place - 1].1 {
                asked.insert(row);
            }
            row += 1;
            last_end = end;
        }
        start += line.len();
    }
    Parts { borders: rows, asked }
}

fn begins_a_note(text: &str) -> bool {
    super::notes::footnote_number(text).is_some()
        || super::notes::is_imprint(text)
        || text.starts_with("Die Antwort wurde")
}

/// Whether a line was broken because the next word no longer fitted.
fn belongs_together(before: &str, next: &str, width: usize) -> bool {
    if before.contains('\t') || next.contains('\t') || begins_an_item(next) || is_head_like(before) {
        return false;
    }
    let length = before.chars().count();
    let first = next.split_whitespace().next().map_or(0, |word| word.chars().count());
    let full = length + 1 + first > width * 92 / 100;
    let ended = before.trim_end().ends_with(['.', '?', '!', ':', ';']);
    let goes_on = next.starts_with(char::is_lowercase);
    if full && before.trim_end().ends_with(':') && !goes_on {
        return false;
    }
    full || (goes_on && !ended && length * 2 > width)
}

/// „Zu 1.:“, „Antwort:“ stand alone.
fn is_head_like(text: &str) -> bool {
    text.chars().count() < 40 && text.trim_end().ends_with(':')
}

/// Bullets and counted items begin a line of their own.
fn begins_an_item(text: &str) -> bool {
    if text.starts_with(['•', '*', '\u{f0b7}', '‣', '▪']) {
        return true;
    }
    if let Some(rest) = text.strip_prefix(['-', '–', '—']) {
        return rest.starts_with(char::is_whitespace);
    }
    let mut letters = text.chars();
    let (first, second, third) = (letters.next(), letters.next(), letters.next());
    let lettered = first.is_some_and(|c| c.is_ascii_lowercase())
        && second == Some(')')
        && third.is_some_and(char::is_whitespace);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let counted = (1..=2).contains(&digits)
        && (text[digits..].starts_with(". ") || text[digits..].starts_with(") "))
        && text[digits + 2..].starts_with(char::is_uppercase)
        && !begins_with_month(&text[digits + 2..]);
    lettered || counted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_were_full_go_on() {
        assert!(belongs_together("Die Fragen werden gemeinsam im folgenden", "Absatz beantwortet.", 45));
        assert!(!belongs_together("Ja.", "Das Land fördert das.", 45));
        assert!(!belongs_together("Es sind im Einzelnen die folgenden Vorhaben:", "Schule und Sport", 45));
        assert!(!belongs_together("Das ist eine volle Zeile bis an den Rand hin", "– ein Posten", 45));
        assert!(!belongs_together("Das ist eine volle Zeile bis an den Rand hin", "a) ein Posten", 45));
        assert!(belongs_together("Das ist eine volle Zeile bis an den Rand am", "3. Mai 2024", 45));
    }
}
