//! The strip of a summary: one cell for each question, brackets under joint answers.

use crate::files::export::cells::{Place, columns, is_joint, places};
use crate::model::LineStyle;
use crate::model::analysis::summary::{SheetTag, Strip, StripAnswer, StripCell};

use super::text::{colour_class, escaped};

/// One cell for each question in lines of equal cells, and a bracket under each joint answer. `section` is where
/// the table stands that the cells lead to; `open` is what an open question is called there.
pub(super) fn strip(strip: &Strip, section: Option<usize>, open: &str) -> String {
    let columns = columns(&strip.answers);
    let mut items = String::new();
    let mut question = 0;
    for (answer, places) in strip.answers.iter().zip(places(&strip.answers, columns)) {
        for (cell, place) in answer.cells.iter().zip(&places) {
            question += 1;
            let target = section.map(|section| format!("section-{section}-question-{question}"));
            items += &self::cell(cell, *place, target.as_deref(), open);
        }
        if is_joint(answer) {
            items += &brackets(answer, &places, &strip.jointly);
        }
    }
    if items.is_empty() {
        return items;
    }
    format!(
        "<ol class=\"strip\" style=\"grid-template-columns:repeat({columns},minmax(0,1fr))\">\n{items}</ol>\n"
    )
}

fn cell(cell: &StripCell, place: Place, target: Option<&str>, open: &str) -> String {
    let Place { line, column } = place;
    let (class, letter, mark) = match &cell.tag {
        Some(tag) => (colour_class(tag.swatch), format!(" {}", escaped(&tag.letter)), line_mark(tag)),
        None => ("open", String::new(), String::new()),
    };
    // The letter alone means little aloud, and an open cell has none; so the tag's name follows unseen.
    let name = cell.tag.as_ref().map_or(open, |tag| &tag.name);
    let label = escaped(&cell.label);
    let unseen = if name.is_empty() {
        String::new()
    } else {
        format!("<span class=\"unseen\"> {}</span>", escaped(name))
    };
    let inside = format!("{label}{letter}{unseen}{mark}");
    let inside = match target {
        Some(target) => format!("<a href=\"#{target}\">{inside}</a>"),
        None => format!("<span class=\"in\">{inside}</span>"),
    };
    format!(
        "<li class=\"cell {class}\" style=\"grid-area:{row}/{column}\">{inside}</li>\n",
        row = line * 2 + 1,
        column = column + 1,
    )
}

/// The brackets of one joint answer: one for each line it stands in, open where the answer goes on.
fn brackets(answer: &StripAnswer, places: &[Place], jointly: &str) -> String {
    let labels: Vec<String> = answer.cells.iter().map(|cell| escaped(&cell.label)).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(counts: &[usize]) -> Strip {
        let mut label = 0;
        let mut next = || {
            label += 1;
            StripCell { label: label.to_string(), tag: None }
        };
        let answers = counts.iter().map(|count| StripAnswer { cells: (0..*count).map(|_| next()).collect() });
        Strip { answers: answers.collect(), jointly: "gemeinsam".into() }
    }

    #[test]
    fn a_bracket_stands_under_joint_answers_only() {
        let html = strip(&cells(&[2, 1]), Some(1), "offen");
        assert_eq!(html.matches("class=\"bracket\"").count(), 1);
        assert!(html.contains(
            "<li class=\"bracket\" style=\"grid-area:2/1/auto/span 2\">\
             <span class=\"unseen\">1, 2: </span>gemeinsam</li>"
        ));
    }

    #[test]
    fn an_open_question_is_said_and_outlined() {
        let open = StripCell { label: "3 b)".into(), tag: None };
        let place = Place { line: 1, column: 2 };
        assert_eq!(
            cell(&open, place, Some("q"), "offen"),
            "<li class=\"cell open\" style=\"grid-area:3/3\">\
             <a href=\"#q\">3 b)<span class=\"unseen\"> offen</span></a></li>\n"
        );
        assert_eq!(
            cell(&open, place, None, ""),
            "<li class=\"cell open\" style=\"grid-area:3/3\"><span class=\"in\">3 b)</span></li>\n"
        );
    }
}
