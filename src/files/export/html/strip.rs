//! The strip of a summary: one cell for each question, brackets under joint answers.

use super::page::escaped;
use crate::model::analysis::{Sheet, SheetAnswer, SheetRow, SheetTag};
use crate::model::{LineStyle, Swatch};

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

/// One cell for each question in lines of equal cells, and a bracket under each joint answer.
pub(super) fn strip(sheet: &Sheet, number: usize) -> String {
    let columns = columns(&sheet.answers);
    let mut items = String::new();
    let mut question = 0;
    for (answer, places) in sheet.answers.iter().zip(places(&sheet.answers, columns)) {
        for (row, place) in answer.rows.iter().zip(&places) {
            question += 1;
            items += &cell(row, *place, &format!("paper-{number}-question-{question}"));
        }
        if is_joint(answer) {
            items += &brackets(answer, &places, &sheet.jointly);
        }
    }
    format!(
        "<ol class=\"strip\" style=\"grid-template-columns:repeat({columns},minmax(0,1fr))\">\n{items}</ol>\n"
    )
}

pub(super) fn is_joint(answer: &SheetAnswer) -> bool {
    answer.rows.len() > 1
}

pub(super) fn columns(answers: &[SheetAnswer]) -> usize {
    let rows = || answers.iter().flat_map(|answer| &answer.rows);
    let longest = rows().map(|row| row.label.chars().count()).max().unwrap_or_default();
    match rows().count() {
        _ if longest > SHORT_LABEL => LINE_OF_LONG_LABELS,
        count if count > ONE_LINE => LINE,
        count => count.max(FEWEST_COLUMNS),
    }
}

/// The places of the cells, answer by answer. An answer is broken only where it is longer than a line.
pub(super) fn places(answers: &[SheetAnswer], columns: usize) -> Vec<Vec<Place>> {
    let mut next = Place { line: 0, column: 0 };
    let mut all = Vec::with_capacity(answers.len());
    for answer in answers {
        let count = answer.rows.len();
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

pub(super) fn cell(row: &SheetRow, place: Place, target: &str) -> String {
    let Place { line, column } = place;
    let (class, letter, mark) = match &row.tag {
        Some(tag) => (colour_class(tag.swatch), format!(" {}", escaped(&tag.letter)), line_mark(tag)),
        None => ("open", String::new(), String::new()),
    };
    // The letter alone means little aloud, and an open cell has none; so the tag's name follows unseen.
    format!(
        "<li class=\"cell {class}\" style=\"grid-area:{row}/{column}\"><a href=\"#{target}\">{label}{letter}\
         <span class=\"unseen\"> {name}</span>{mark}</a></li>\n",
        row = line * 2 + 1,
        column = column + 1,
        label = escaped(&row.label),
        name = escaped(&row.tag_name),
    )
}

/// The brackets of one joint answer: one for each line it stands in, open where the answer goes on.
fn brackets(answer: &SheetAnswer, places: &[Place], jointly: &str) -> String {
    let labels: Vec<String> = answer.rows.iter().map(|row| escaped(&row.label)).collect();
    let pieces: Vec<&[Place]> = places.chunk_by(|a, b| a.line == b.line).collect();
    let last = pieces.len() - 1;
    // A single cell is too narrow for the word, and a joint answer always has a wider piece.
    let is_wide = |piece: &&[Place]| piece.len() > 1;
    let said = pieces.iter().position(is_wide);
    let brackets = pieces.iter().enumerate().map(|(piece, places)| {
        let from = if piece > 0 { " from" } else { "" };
        let onward = if piece < last { " onward" } else { "" };
        // Said once aloud, with the questions that are meant; seen under every wide piece.
        let (hidden, who) = if said == Some(piece) {
            ("", format!("<span class=\"unseen\">{}: </span>", labels.join(", ")))
        } else {
            (" aria-hidden=\"true\"", String::new())
        };
        format!(
            "<li class=\"bracket{from}{onward}\" style=\"grid-area:{row}/{column}/auto/span {count}\"{hidden}>\
             {who}{word}</li>\n",
            row = places[0].line * 2 + 2,
            column = places[0].column + 1,
            count = places.len(),
            word = if is_wide(places) { escaped(jointly) } else { String::new() },
        )
    });
    brackets.collect::<Vec<String>>().concat()
}

/// The tag's line as a drawing, because a border cannot be wavy. Never the only sign, so it stays unread.
fn line_mark(tag: &SheetTag) -> String {
    let (path, dashes) = match tag.line {
        LineStyle::Solid => ("M0 3H48", ""),
        LineStyle::Wavy => ("M0 3q2-4 4 0t4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 0", ""),
        LineStyle::Dashed => ("M0 3H48", " stroke-dasharray=\"5 3.6\""),
        LineStyle::DotDash => ("M0 3H48", " stroke-dasharray=\"6 3 2 3\""),
        LineStyle::Double => ("M0 1.5H48M0 4.75H48", ""),
        LineStyle::LongDash => ("M0 3H48", " stroke-dasharray=\"12 6\""),
    };
    format!("<svg viewBox=\"0 0 48 6\" aria-hidden=\"true\"><path d=\"{path}\"{dashes}/></svg>")
}

pub(super) fn colour_class(swatch: Swatch) -> &'static str {
    match swatch {
        Swatch::Green => "green",
        Swatch::Orange => "orange",
        Swatch::Blue => "blue",
        Swatch::Plum => "plum",
        Swatch::Olive => "olive",
        Swatch::Teal => "teal",
    }
}
