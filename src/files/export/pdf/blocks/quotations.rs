//! Quotations large enough for a newspaper: the words, a bar in the colour of the tag, and what was asked.

use super::super::paper::{COLUMN, COUNTS, LARGE_QUOTE, LEFT, OVER, QUESTION};
use super::super::piece::{Area, Belongs, Drawing, Piece};
use super::super::structure::Role;
use super::super::typesetter::{Column, Typesetter, is_blank};
use super::signs::{boxed, pill};
use crate::files::export::colours::{INK_2, tints};
use crate::model::analysis::summary::Quotation;

const INDENT: f32 = 16.0;

pub(super) fn quotations(typesetter: &mut Typesetter<'_>, quotations: &[Quotation]) -> Vec<Piece> {
    quotations.iter().map(|quotation| one(typesetter, quotation)).collect()
}

fn one(typesetter: &mut Typesetter<'_>, quotation: &Quotation) -> Piece {
    let column = Column::new(LEFT + INDENT, COLUMN - INDENT - 20.0);
    let mut drawings = Vec::new();
    let quote = typesetter.element(Role::Quotation);
    typesetter.is_of_paper(quote);
    let mut y = typesetter.set(&mut drawings, quote, LARGE_QUOTE, &quotation.quote.words, column, 0.0) + 5.0;

    // Tag, question and page in one line; the words of the question below it.
    let line = typesetter.element(Role::Paragraph);
    let mut x = column.x;
    let mut below = y + COUNTS.leading;
    if let Some(tag) = &quotation.tag {
        let least = 40.0;
        let bottom = pill(typesetter, &mut drawings, line, tag, (x, y - 1.0), (least, COLUMN * 0.3));
        x = right(&drawings) + 8.0;
        below = below.max(bottom + 1.0);
    }
    let named: Vec<&str> = [quotation.question_name.as_str(), quotation.quote.page.as_str()]
        .into_iter()
        .filter(|words| !is_blank(words))
        .collect();
    let named = typesetter.fitted(COUNTS, &named.join(" · "), column.right() - x);
    drawings.push(Drawing::line(Belongs::To(line), COUNTS, &named, x, y + 0.2));
    y = below + 1.0;
    if !is_blank(&quotation.question) {
        let question = typesetter.element(Role::Paragraph);
        typesetter.is_of_paper(question);
        let style = QUESTION.coloured(OVER.colour);
        y = typesetter.set(&mut drawings, question, style, &quotation.question, column, y);
    }
    let colour = quotation.tag.as_ref().map_or(INK_2, |tag| tints(tag.swatch).fill);
    let bar = Area { x: LEFT, y: 2.0, width: 2.6, height: y - 4.0 };
    drawings.insert(0, boxed(bar, [1.3; 4], Some(colour), None));
    Piece { height: y, before: 20.0, drawings, ..Piece::default() }
}

/// The right edge of the box that was drawn last but for its letter.
fn right(drawings: &[Drawing]) -> f32 {
    let boxes = drawings.iter().filter_map(|drawing| match &drawing.what {
        super::super::piece::What::Box { area, .. } => Some(area.x + area.width),
        _ => None,
    });
    boxes.fold(0.0, f32::max)
}
