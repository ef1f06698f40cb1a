//! The strip: one cell for each question, brackets under joint answers.

use super::super::paper::{BRACKET_WORD, CELL, COLUMN, LEFT};
use super::super::piece::{Area, Belongs, Drawing, Piece, Stroke, What};
use super::super::structure::{Element, Role};
use super::super::typesetter::{Column, Typesetter};
use super::signs::{boxed, mark_line};
use crate::files::export::cells::{Place, columns, is_joint, places};
use crate::files::export::colours::{BORDER, INK_2, INK_3, tints};
use crate::model::analysis::summary::{Strip, StripAnswer, StripCell};

const GAP: f32 = 5.0;
const HEIGHT: f32 = 28.0;
/// Below the cells of a line: the bracket and its word.
const BELOW: f32 = 17.0;

/// The strip, a piece for each of its lines. Cells lead to the rows of the section where it has so many.
pub(super) fn strip(typesetter: &mut Typesetter<'_>, strip: &Strip, rows: usize) -> Vec<Piece> {
    let cells = strip.answers.iter().map(|answer| answer.cells.len()).sum::<usize>();
    if cells == 0 {
        return Vec::new();
    }
    let columns = columns(&strip.answers);
    let width = (COLUMN - GAP * (columns - 1) as f32) / columns as f32;
    let list = typesetter.element(Role::List);
    let mut lines: Vec<Vec<Drawing>> = Vec::new();
    let mut bracketed = Vec::new();
    let mut question = 0;
    for (answer, places) in strip.answers.iter().zip(places(&strip.answers, columns)) {
        for (cell, place) in answer.cells.iter().zip(&places) {
            lines.resize_with(lines.len().max(place.line + 1), Vec::new);
            bracketed.resize(lines.len(), false);
            let leads = (cells == rows).then_some(question);
            let area = Area { x: x(*place, width), y: 0.0, width, height: HEIGHT };
            self::cell(typesetter, &mut lines[place.line], list, cell, area, leads);
            question += 1;
        }
        if is_joint(answer) {
            for (line, drawings) in brackets(typesetter, answer, &places, width, &strip.jointly, list) {
                lines[line].extend(drawings);
                bracketed[line] = true;
            }
        }
    }
    let count = lines.len();
    let lines = lines.into_iter().zip(bracketed).enumerate();
    let piece = |(line, (drawings, bracketed)): (usize, (Vec<Drawing>, bool))| Piece {
        height: HEIGHT + if bracketed { BELOW } else { 0.0 },
        before: if line == 0 { 7.0 } else { 6.0 },
        with_next: line + 1 < count,
        drawings,
        ..Piece::default()
    };
    lines.map(piece).collect()
}

fn x(place: Place, width: f32) -> f32 {
    LEFT + place.column as f32 * (width + GAP)
}

fn cell(
    typesetter: &mut Typesetter<'_>,
    to: &mut Vec<Drawing>,
    list: Element,
    cell: &StripCell,
    area: Area,
    leads: Option<usize>,
) {
    let item = typesetter.inner(list, Role::Item);
    let body = typesetter.inner(item, Role::ItemBody);
    let element = if leads.is_some() { typesetter.inner(body, Role::Link) } else { body };
    let tag = cell.tag.as_ref();
    // The letter alone means little aloud.
    let said = tag.map_or_else(|| cell.label.clone(), |tag| format!("{} {}", cell.label, tag.name));
    typesetter.structure.says(element, said.clone());
    let (words, colour) = if let Some(tag) = tag {
        let tints = tints(tag.swatch);
        to.push(boxed(area, [2.6; 4], Some(tints.fill), None));
        let room = (area.width * 0.8).min(34.0);
        let left = area.x + (area.width - room) / 2.0;
        let line = (left, left + room);
        to.extend(mark_line(Some(tag.line), tints.on, 1.0, line, area.y + HEIGHT - 6.0));
        (format!("{} {}", cell.label, tag.letter), tints.on)
    } else {
        let inner = Area { x: area.x + 0.6, y: area.y + 0.6, width: area.width - 1.2, height: HEIGHT - 1.2 };
        to.push(boxed(inner, [2.6; 4], None, Some(Stroke::dotted(BORDER, 1.0))));
        (cell.label.clone(), INK_2)
    };
    let top = area.y + if tag.is_some() { 5.5 } else { (HEIGHT - CELL.leading) / 2.0 };
    let column = Column::new(area.x + 2.0, area.width - 4.0);
    to.push(typesetter.line_amid(Belongs::To(element), CELL.coloured(colour), &words, column, top));
    if let Some(question) = leads {
        let link = What::Link { area, anchor: typesetter.row(question), words: said };
        to.push(Drawing { belongs: Belongs::To(element), what: link });
    }
}

/// The brackets of a joint answer: one in each line it stands in, open where the answer goes on.
fn brackets(
    typesetter: &mut Typesetter<'_>,
    answer: &StripAnswer,
    places: &[Place],
    width: f32,
    jointly: &str,
    list: Element,
) -> Vec<(usize, Vec<Drawing>)> {
    let pieces: Vec<&[Place]> = places.chunk_by(|a, b| a.line == b.line).collect();
    let last = pieces.len() - 1;
    let mut all = Vec::new();
    // Said once aloud, with the questions that are meant; seen under every piece that is wide enough.
    let mut said = false;
    for (nth, piece) in pieces.iter().enumerate() {
        let column = Column::new(x(piece[0], width), piece.len() as f32 * (width + GAP) - GAP);
        let (top, bottom) = (HEIGHT + 3.5, HEIGHT + 7.0);
        let mut points = vec![(column.x, bottom), (column.right(), bottom)];
        if nth == 0 {
            points.insert(0, (column.x, top));
        }
        if nth == last {
            points.push((column.right(), top));
        }
        let stroke = Stroke::plain(INK_3, 0.9);
        let mut drawings = vec![Drawing::ornament(What::Line { points, stroke })];
        if piece.len() > 1 {
            let belongs = if said {
                Belongs::Ornament
            } else {
                let labels: Vec<&str> = answer.cells.iter().map(|cell| cell.label.as_str()).collect();
                let item = typesetter.inner(list, Role::Item);
                let body = typesetter.inner(item, Role::ItemBody);
                typesetter.structure.says(body, format!("{}: {jointly}", labels.join(", ")));
                Belongs::To(body)
            };
            said = true;
            drawings.push(typesetter.line_amid(belongs, BRACKET_WORD, jointly, column, HEIGHT + 8.0));
        }
        all.push((piece[0].line, drawings));
    }
    all
}
