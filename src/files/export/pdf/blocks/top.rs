//! The top of a sheet: the line over the title, the title, who asked and answered, and the result.

use super::super::paper::{COLUMN, COUNTS, FACT, FACT_NAME, HEADLINE, LEFT, OVER, RIGHT, TITLE};
use super::super::piece::{Belongs, Piece};
use super::super::structure::Role;
use super::super::typesetter::{Column, Typesetter, is_blank, widest};

pub(super) fn over(typesetter: &mut Typesetter<'_>, words: &str) -> Option<Piece> {
    if is_blank(words) {
        return None;
    }
    let piece = typesetter.words(Role::Paragraph, OVER, words);
    Some(Piece { before: 14.0, with_next: true, ..piece })
}

/// The title of a paper, in its own words.
pub(super) fn title(typesetter: &mut Typesetter<'_>, words: &str) -> Option<Piece> {
    if is_blank(words) {
        return None;
    }
    let element = typesetter.element(Role::Heading(1, words.to_owned()));
    typesetter.is_of_paper(element);
    let mut drawings = Vec::new();
    // Long titles are read better in shorter lines.
    let column = Column::new(LEFT, COLUMN * 0.92);
    let height = typesetter.set(&mut drawings, element, TITLE, words, column, 0.0);
    Some(Piece { height, before: 3.0, with_next: true, drawings, ..Piece::default() })
}

/// Names and values in two columns.
pub(super) fn facts(typesetter: &mut Typesetter<'_>, facts: &[(String, String)]) -> Vec<Piece> {
    let facts: Vec<&(String, String)> = facts.iter().filter(|(_, value)| !is_blank(value)).collect();
    if facts.is_empty() {
        return Vec::new();
    }
    let names = facts.iter().map(|(name, _)| name.as_str());
    let wide = widest(typesetter.faces, FACT_NAME.face, FACT_NAME.size, names, COLUMN * 0.3);
    let value_column = Column::new(LEFT + wide + 16.0, COLUMN - wide - 16.0);
    let list = typesetter.element(Role::List);
    let mut pieces = Vec::new();
    for (name, value) in facts {
        let item = typesetter.inner(list, Role::Item);
        let label = typesetter.inner(item, Role::ItemLabel);
        let body = typesetter.inner(item, Role::ItemBody);
        let mut drawings = Vec::new();
        let name_column = Column::new(LEFT, wide + 1.0);
        let below_name = typesetter.set(&mut drawings, label, FACT_NAME, name, name_column, 0.0);
        let below = typesetter.set(&mut drawings, body, FACT, value, value_column, 0.0);
        let before = if pieces.is_empty() { 9.0 } else { 0.6 };
        pieces.push(Piece { height: below.max(below_name), before, drawings, ..Piece::default() });
    }
    pieces
}

/// The result in one line: the headline at the left, the counts at the right; below each other where there is no
/// room.
pub(super) fn outcome(typesetter: &mut Typesetter<'_>, headline: &str, counts: &str) -> Option<Piece> {
    if is_blank(headline) && is_blank(counts) {
        return None;
    }
    let mut drawings = Vec::new();
    let mut height = 0.0;
    if !is_blank(headline) {
        let element = typesetter.element(Role::Heading(2, headline.to_owned()));
        height = typesetter.set(&mut drawings, element, HEADLINE, headline, Column::PAGE, 0.0);
    }
    let element = typesetter.element(Role::Paragraph);
    let room = COLUMN - typesetter.width(HEADLINE, headline) - 20.0;
    if typesetter.width(COUNTS, counts) <= room {
        let lower = HEADLINE.baseline() - COUNTS.baseline();
        let counts = typesetter.line_to(Belongs::To(element), COUNTS, counts, (RIGHT, COLUMN), lower);
        drawings.push(counts);
        height = height.max(HEADLINE.leading);
    } else {
        height = typesetter.set(&mut drawings, element, COUNTS, counts, Column::PAGE, height);
    }
    Some(Piece { height, before: 16.0, with_next: true, drawings, ..Piece::default() })
}
