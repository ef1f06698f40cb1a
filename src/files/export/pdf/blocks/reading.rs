//! The whole text of a paper: marked passages underlined, their numbers at the left, notes at the right.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::lines::{lines, printable};
use super::super::paper::{
    COUNTS, LEFT, MARK_NUMBER, MEMO, READING, READING_NOTE, READING_QUESTION, REMARK, RIGHT, Style,
};
use super::super::piece::{Belongs, Drawing, Piece};
use super::super::structure::{Element, Role};
use super::super::typesetter::{Column, Typesetter, is_blank};
use super::signs::{mark_line, pill, text_colour};
use crate::files::export::colours::INK_2;
use crate::model::analysis::summary::{MarginNote, Mark, ReadingParagraph, ReadingRole};

/// Numbers of marks stand left of the text.
const GUTTER: f32 = 26.0;
const TEXT: Column = Column::new(LEFT + GUTTER, 318.0);
const NOTES: Column = Column::new(TEXT.x + TEXT.width + 22.0, RIGHT - TEXT.x - TEXT.width - 22.0);
/// Lines under words: the first, and how far below each further one.
const UNDER: f32 = 2.6;
const FURTHER: f32 = 2.7;

pub(super) fn reading(typesetter: &mut Typesetter<'_>, paragraphs: &[ReadingParagraph]) -> Vec<Piece> {
    let mut begun = BTreeSet::new();
    let mut pieces = Vec::new();
    for paragraph in paragraphs {
        pieces.extend(self::paragraph(typesetter, paragraph, &mut begun, pieces.is_empty()));
    }
    pieces
}

/// A part of a paragraph that is marked alike, as a place in its printed words.
struct Marked<'p> {
    place: Range<usize>,
    marks: &'p [Mark],
}

fn paragraph(
    typesetter: &mut Typesetter<'_>,
    paragraph: &ReadingParagraph,
    begun: &mut BTreeSet<usize>,
    is_first: bool,
) -> Vec<Piece> {
    let (words, marked) = words(paragraph);
    let style = style(paragraph.role);
    let role = if paragraph.role == ReadingRole::Note { Role::Note } else { Role::Paragraph };
    let element = typesetter.element(role);
    typesetter.is_of_paper(element);
    let mut notes: Vec<Option<Piece>> =
        paragraph.notes.iter().map(|note| Some(self::note(typesetter, note))).collect();
    let set = if is_blank(&words) {
        Vec::new()
    } else {
        lines(typesetter.faces, style.face, style.size, &words, TEXT.width)
    };
    let count = set.len();
    let mut pieces = Vec::new();
    for (nth, line) in set.into_iter().enumerate() {
        let (mut drawings, numbers) = self::line(typesetter, element, style, &words, line, &marked, begun);
        drawings.extend(gutter(typesetter, element, &numbers));
        // A note stands beside the line in which its mark begins.
        let beside = paragraph.notes.iter().zip(&mut notes).filter_map(|(note, piece)| {
            let is_here = numbers.iter().any(|mark| mark.number == note.number);
            is_here.then(|| piece.take()).flatten()
        });
        let space = if paragraph.role == ReadingRole::Question { 12.0 } else { 6.0 };
        pieces.push(Piece {
            height: style.leading,
            before: if nth > 0 {
                0.0
            } else if is_first {
                14.0
            } else {
                space
            },
            // Neither the first line nor the last stands alone; a question stays with its answer.
            with_next: nth == 0 && count > 1
                || nth + 2 == count
                || nth + 1 == count && paragraph.role == ReadingRole::Question,
            drawings,
            beside: beside.collect(),
            ..Piece::default()
        });
    }
    // Notes whose marks are nowhere are still notes.
    let left: Vec<Piece> = notes.into_iter().flatten().collect();
    match pieces.first_mut() {
        Some(first) => first.beside.extend(left),
        None if left.is_empty() => {}
        None => pieces.push(Piece { beside: left, ..Piece::default() }),
    }
    pieces
}

fn style(role: ReadingRole) -> Style {
    match role {
        ReadingRole::Question => READING_QUESTION,
        ReadingRole::Answer => READING,
        ReadingRole::Remark => READING.coloured(INK_2),
        ReadingRole::Note => READING_NOTE,
    }
}

/// The printed words of a paragraph, and which of them are marked.
fn words(paragraph: &ReadingParagraph) -> (String, Vec<Marked<'_>>) {
    let mut words = String::new();
    let mut marked = Vec::new();
    for run in &paragraph.runs {
        // `printable` takes blanks at the ends away, which part the runs.
        let inner = run.words.trim_matches(' ');
        let start = run.words.len() - run.words.trim_start_matches(' ').len();
        let end = run.words.len() - start - inner.len();
        let blanks = |count: usize| " ".repeat(count.min(4));
        words.push_str(&blanks(if inner.is_empty() { start + end } else { start }));
        let from = words.len();
        words.push_str(&printable(inner));
        if !run.marks.is_empty() {
            marked.push(Marked { place: from..words.len(), marks: &run.marks });
        }
        if !inner.is_empty() {
            words.push_str(&blanks(end));
        }
    }
    (words, marked)
}

/// A line of text with the lines under its marked words, and the marks that begin in it.
fn line<'p>(
    typesetter: &Typesetter<'_>,
    element: Element,
    style: Style,
    words: &str,
    line: Range<usize>,
    marked: &[Marked<'p>],
    begun: &mut BTreeSet<usize>,
) -> (Vec<Drawing>, Vec<&'p Mark>) {
    let mut drawings = vec![Drawing::line(Belongs::To(element), style, &words[line.clone()], TEXT.x, 0.0)];
    let mut begin = Vec::new();
    for part in marked {
        let (start, end) = (part.place.start.max(line.start), part.place.end.min(line.end));
        if start >= end {
            continue;
        }
        begin.extend(part.marks.iter().filter(|mark| begun.insert(mark.number)));
        let x = TEXT.x + typesetter.width(style, &words[line.start..start]);
        let to = x + typesetter.width(style, words[start..end].trim_end_matches(' '));
        for (depth, mark) in part.marks.iter().take(3).enumerate() {
            let y = style.baseline() + UNDER + depth as f32 * FURTHER;
            let colour = text_colour(mark.tag.as_ref());
            let pattern = mark.tag.as_ref().map(|tag| tag.line);
            drawings.extend(mark_line(pattern, colour, 1.0, (x, to), y));
        }
    }
    (drawings, begin)
}

/// The numbers of the marks that begin in a line, side by side at its left.
fn gutter(typesetter: &Typesetter<'_>, element: Element, marks: &[&Mark]) -> Vec<Drawing> {
    let mut right = TEXT.x - 7.0;
    let mut drawings = Vec::new();
    for mark in marks.iter().rev() {
        let style = MARK_NUMBER.coloured(text_colour(mark.tag.as_ref()));
        let number = format!("{} ", mark.number);
        let wide = typesetter.width(style, &number);
        drawings.push(Drawing::line(Belongs::To(element), style, &number, right - wide, 0.0));
        right -= wide + 1.0;
    }
    // Heard before the words they stand beside.
    drawings.reverse();
    drawings
}

/// A note in the margin: number, question, tag, and what the coder says.
fn note(typesetter: &mut Typesetter<'_>, note: &MarginNote) -> Piece {
    let element = typesetter.element(Role::Note);
    let inner = typesetter.inner(element, Role::Paragraph);
    let belongs = Belongs::To(inner);
    let style = MARK_NUMBER.coloured(text_colour(note.tag.as_ref()));
    let number = format!("{} ", note.number);
    let mut drawings = vec![Drawing::line(belongs, style, &number, NOTES.x, 0.0)];
    let indent = typesetter.width(style, &number).max(10.0) + 3.0;
    let column = Column::new(NOTES.x + indent, NOTES.width - indent);
    let lower = style.baseline() - COUNTS.baseline();
    let mut y = typesetter.set(&mut drawings, inner, COUNTS, &note.question_name, column, lower).max(14.0);
    if let Some(tag) = &note.tag {
        let inner = typesetter.inner(element, Role::Paragraph);
        y = pill(typesetter, &mut drawings, inner, tag, (column.x, y + 1.0), (40.0, column.width)) + 1.5;
    }
    for (style, words) in [(MEMO, note.memo.clone()), (REMARK, note.remarks.join(" · "))] {
        if !is_blank(&words) {
            let inner = typesetter.inner(element, Role::Paragraph);
            y = typesetter.set(&mut drawings, inner, style, &words, column, y + 1.0);
        }
    }
    Piece { height: y, drawings, ..Piece::default() }
}
