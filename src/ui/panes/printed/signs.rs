//! Signs that printed pages share: a tag with its word, a bracket at the left.

use egui::{Align2, CornerRadius, Painter, Pos2, Rect, Stroke, StrokeKind, pos2, vec2};

use crate::model::analysis::summary::SheetTag;
use crate::ui::theme::{Face, LIGHT};

/// How tall a tag with its word is.
pub(super) const PILL: f32 = 20.0;

/// A tag: its letter on its fill, its word beside it in one outline.
pub(super) fn pill(painter: &Painter, at: Pos2, width: f32, tag: &SheetTag) {
    let colours = LIGHT.tag(tag.swatch);
    let rect = Rect::from_min_size(at, vec2(width, PILL));
    let radius = CornerRadius::same(4);
    let square = Rect::from_min_size(at, vec2(PILL, PILL));
    painter.rect_filled(square, CornerRadius { ne: 0, se: 0, ..radius }, colours.fill);
    painter.rect_stroke(rect, radius, Stroke::new(1.2, colours.fill), StrokeKind::Inside);
    painter.text(square.center(), Align2::CENTER_CENTER, &tag.letter, Face::SansBold.size(11.0), colours.on);
    let word = pos2(square.right() + 6.0, rect.center().y);
    painter.text(word, Align2::LEFT_CENTER, &tag.name, Face::SansMedium.size(11.0), colours.text);
}
