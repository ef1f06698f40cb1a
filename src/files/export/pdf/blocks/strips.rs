//! The strips of many papers, small: a whole term on few pages.

use super::super::paper::{CHART, CHART_PART, COLUMN, LEFT};
use super::super::piece::{Area, Belongs, Drawing, Piece, Stroke, What};
use super::super::structure::{Element, Role};
use super::super::typesetter::{Column, Typesetter, is_blank, widest};
use super::signs::boxed;
use crate::files::export::cells::is_joint;
use crate::files::export::colours::{BORDER, INK_3, tints};
use crate::model::analysis::summary::{PaperStrip, StripAnswer};

const CELL: f32 = 13.0;
const WIDE: f32 = 13.5;
const GAP: f32 = 1.6;
const BETWEEN: f32 = 5.5;
/// From line to line, with the bracket between.
const LINE: f32 = CELL + 5.0;

pub(super) fn strips(typesetter: &mut Typesetter<'_>, papers: &[PaperStrip]) -> Vec<Piece> {
    if papers.is_empty() {
        return Vec::new();
    }
    let names = papers.iter().map(|paper| paper.paper.as_str());
    let name = widest(typesetter.faces, CHART.face, CHART.size, names, COLUMN * 0.3) + 1.0;
    let left = LEFT + name + 12.0;
    let column = Column::new(left, LEFT + COLUMN - left);
    let table = typesetter.element(Role::Table);
    let body = typesetter.inner(table, Role::TableBody);
    let mut pieces: Vec<Piece> = papers
        .iter()
        .map(|paper| self::paper(typesetter, body, paper, Column::new(LEFT, name), column))
        .collect();
    pieces[0].before = 10.0;
    pieces
}

fn paper(
    typesetter: &mut Typesetter<'_>,
    body: Element,
    paper: &PaperStrip,
    name: Column,
    column: Column,
) -> Piece {
    let row = typesetter.inner(body, Role::Row);
    let head = typesetter.inner(row, Role::RowHead);
    let mut drawings = Vec::new();
    let top = (CELL - CHART.leading) / 2.0;
    let words = if is_blank(&paper.paper) { "–" } else { &paper.paper };
    let below = typesetter.set(&mut drawings, head, CHART, words, name, top);
    let cell = typesetter.inner(row, Role::Cell);
    let figure = typesetter.inner(cell, Role::Figure(said(paper)));
    let (mut x, mut y) = (column.x, 0.0);
    for answer in &paper.strip.answers {
        let width = answer.cells.len() as f32 * (WIDE + GAP) - GAP;
        if x + width > column.right() && x > column.x && width <= column.width {
            (x, y) = (column.x, y + LINE);
        }
        (x, y) = cells(typesetter, &mut drawings, figure, answer, (x, y), column);
        x += BETWEEN;
    }
    if paper.strip.answers.is_empty() {
        drawings.push(Drawing::line(Belongs::To(figure), CHART, "–", column.x, top));
    }
    Piece { height: below.max(y + LINE), before: 2.0, drawings, ..Piece::default() }
}

fn cells(
    typesetter: &Typesetter<'_>,
    to: &mut Vec<Drawing>,
    figure: Element,
    answer: &StripAnswer,
    (mut x, mut y): (f32, f32),
    column: Column,
) -> (f32, f32) {
    let belongs = Belongs::To(figure);
    let mut from = x;
    let bracket = |to: &mut Vec<Drawing>, from: f32, until: f32, y: f32| {
        if is_joint(answer) && until > from {
            let y = y + CELL + 1.8;
            let what = What::Line { points: vec![(from, y), (until, y)], stroke: Stroke::plain(INK_3, 0.7) };
            to.push(Drawing::ornament(what));
        }
    };
    for cell in &answer.cells {
        if x + WIDE > column.right() {
            bracket(to, from, x - GAP, y);
            (x, y) = (column.x, y + LINE);
            from = x;
        }
        let area = Area { x, y, width: WIDE, height: CELL };
        let amid = Column::new(x, WIDE);
        if let Some(tag) = &cell.tag {
            let tints = tints(tag.swatch);
            to.push(boxed(area, [1.8; 4], Some(tints.fill), None));
            to.push(typesetter.line_amid(belongs, CHART_PART.coloured(tints.on), &tag.letter, amid, y));
        } else {
            let inner = Area { x: x + 0.4, y: y + 0.4, width: WIDE - 0.8, height: CELL - 0.8 };
            to.push(boxed(inner, [1.8; 4], None, Some(Stroke::dotted(BORDER, 0.8))));
            to.push(typesetter.line_amid(belongs, CHART_PART.coloured(INK_3), "–", amid, y));
        }
        x += WIDE + GAP;
    }
    bracket(to, from, x - GAP, y);
    (x - GAP, y)
}

/// Every question and its tag, in words.
fn said(paper: &PaperStrip) -> String {
    let cells = paper.strip.answers.iter().flat_map(|answer| &answer.cells);
    let said = cells.map(|cell| match &cell.tag {
        Some(tag) => format!("{} {}", cell.label, tag.name),
        None => format!("{} –", cell.label),
    });
    said.collect::<Vec<String>>().join(", ")
}
