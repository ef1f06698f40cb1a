//! What is said instead of findings, in a dotted frame.

use super::super::paper::{COLUMN, LEFT, NOTICE};
use super::super::piece::{Area, Piece, Stroke};
use super::super::structure::Role;
use super::super::typesetter::{Column, Typesetter, is_blank};
use super::signs::boxed;
use crate::files::export::colours::BORDER;

pub(super) fn notice(typesetter: &mut Typesetter<'_>, words: &str) -> Option<Piece> {
    if is_blank(words) {
        return None;
    }
    let element = typesetter.element(Role::Paragraph);
    let mut drawings = Vec::new();
    let column = Column::new(LEFT + 12.0, COLUMN - 24.0);
    let height = typesetter.set(&mut drawings, element, NOTICE, words, column, 9.0) + 9.0;
    let frame = Area { x: LEFT + 0.5, y: 0.5, width: COLUMN - 1.0, height: height - 1.0 };
    // A frame that no page holds is left out: its words are broken over pages.
    if height < 600.0 {
        drawings.push(boxed(frame, [3.0; 4], None, Some(Stroke::dotted(BORDER, 0.9))));
    }
    Some(Piece { height, before: 18.0, drawings, ..Piece::default() })
}
