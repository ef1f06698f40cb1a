//! The list of the sections: title, what was found there, and the page; each line leads there.

use super::super::paper::{COLUMN, ENTRY, ENTRY_FOUND, ENTRY_PAGE, LEFT, RIGHT};
use super::super::piece::{Anchor, Area, Belongs, Drawing, Piece, What};
use super::super::structure::{Element, Role};
use super::super::typesetter::{Column, Typesetter, is_blank};
use crate::model::analysis::summary::Entry;

/// Room for the page at the right.
const PAGE: f32 = 40.0;

pub(super) fn contents(typesetter: &mut Typesetter<'_>, entries: &[Entry]) -> Vec<Piece> {
    if entries.is_empty() {
        return Vec::new();
    }
    let list = typesetter.element(Role::Contents);
    let mut pieces: Vec<Piece> = entries.iter().map(|entry| self::entry(typesetter, list, entry)).collect();
    pieces[0].before = 16.0;
    pieces
}

fn entry(typesetter: &mut Typesetter<'_>, list: Element, entry: &Entry) -> Piece {
    let item = typesetter.inner(list, Role::ContentsItem);
    let link = typesetter.inner(item, Role::Link);
    typesetter.is_of_paper(link);
    let anchor = Anchor(entry.section);
    let column = Column::new(LEFT, COLUMN - PAGE);
    let mut drawings = Vec::new();
    let title = if is_blank(&entry.title) { "–" } else { &entry.title };
    let mut y = typesetter.set(&mut drawings, link, ENTRY, title, column, 0.0);
    let belongs = Belongs::To(link);
    drawings.push(Drawing {
        belongs,
        what: What::PageOf { right: RIGHT, y: ENTRY.baseline(), style: ENTRY_PAGE, anchor },
    });
    let title_height = y;
    if !is_blank(&entry.found) {
        let found = typesetter.inner(item, Role::Paragraph);
        y = typesetter.set(&mut drawings, found, ENTRY_FOUND, &entry.found, column, y);
    }
    let area = Area { x: LEFT, y: 0.0, width: COLUMN, height: title_height };
    drawings.push(Drawing { belongs, what: What::Link { area, anchor, words: title.to_owned() } });
    Piece { height: y, before: 8.0, drawings, ..Piece::default() }
}
