//! Small painted signs: letter squares, brackets, key caps, the lines of the tags.

use egui::{
    Align2, Color32, CornerRadius, Painter, Pos2, Rangef, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2,
    vec2,
};

use crate::model::LineStyle;
use crate::ui::theme::{Face, TagColours, Theme, icon, space, text};

/// How a letter square looks.
#[derive(Clone, Copy, Debug)]
pub enum Square<'a> {
    /// Tagged.
    Filled(&'a str, TagColours),
    /// Tagged, but evidence is missing.
    Tinted(&'a str, TagColours),
    /// On offer.
    Outlined(&'a str, TagColours),
    /// Open.
    Empty,
    /// Put aside.
    Later,
}

/// Paints a letter square centred in `rect`.
pub fn letter_square(painter: &Painter, rect: Rect, square: Square<'_>, theme: &Theme) {
    let radius = CornerRadius::same(space::RADIUS_CELL);
    let letter = |letter: &str, color: Color32| {
        let font = Face::SansBold.size((rect.height() * 0.6).min(12.0));
        painter.text(rect.center(), Align2::CENTER_CENTER, letter, font, color);
    };
    match square {
        Square::Filled(text, colours) => {
            painter.rect_filled(rect, radius, colours.fill);
            letter(text, colours.on);
        }
        Square::Tinted(text, colours) => {
            painter.rect_filled(rect, radius, colours.tint);
            painter.rect_stroke(rect, radius, Stroke::new(1.5, colours.fill), StrokeKind::Inside);
            letter(text, colours.text);
        }
        Square::Outlined(text, colours) => {
            painter.rect_stroke(rect, radius, Stroke::new(1.5, colours.fill), StrokeKind::Inside);
            letter(text, colours.text);
        }
        Square::Empty => {
            painter.rect(rect, radius, theme.raised, theme.outline(), StrokeKind::Inside);
        }
        Square::Later => {
            painter.rect(rect, radius, theme.raised, theme.outline(), StrokeKind::Inside);
            let font = Face::Icon.size(rect.height() * 0.65);
            painter.text(rect.center(), Align2::CENTER_CENTER, icon::LATER, font, theme.ink2);
        }
    }
}

/// The line of a tag along `x` at height `y`.
pub fn tag_line(painter: &Painter, x: Rangef, y: f32, style: LineStyle, color: Color32) {
    if x.span() < 1.0 {
        return;
    }
    let ends = [pos2(x.min, y), pos2(x.max, y)];
    let stroke = Stroke::new(2.0, color);
    match style {
        LineStyle::Solid => {
            painter.hline(x, y, stroke);
        }
        LineStyle::Wavy => {
            painter.add(Shape::line(wave(x, y), Stroke::new(1.5, color)));
        }
        LineStyle::Dashed => painter.extend(Shape::dashed_line(&ends, stroke, 6.0, 4.0)),
        LineStyle::LongDash => painter.extend(Shape::dashed_line(&ends, stroke, 14.0, 4.0)),
        LineStyle::DotDash => {
            painter.extend(Shape::dashed_line_with_offset(&ends, stroke, &[8.0, 2.0], &[3.0, 3.0], 0.0));
        }
        LineStyle::Double => {
            painter.hline(x, y - 1.5, Stroke::new(1.0, color));
            painter.hline(x, y + 1.5, Stroke::new(1.0, color));
        }
    }
}

/// A sine with period 8 and amplitude 1.5, in phase with the page so that neighbouring pieces meet.
fn wave(x: Rangef, y: f32) -> Vec<Pos2> {
    let steps = (x.span() / 1.0).ceil().max(1.0);
    (0..=steps as usize)
        .map(|step| {
            let x = (x.min + step as f32).min(x.max);
            pos2(x, y + 1.5 * (x * std::f32::consts::TAU / 8.0).sin())
        })
        .collect()
}

/// The bracket of joint answers: open towards `inward`, with ticks of 6 points. `line` is its long side.
pub fn bracket(painter: &Painter, line: [Pos2; 2], inward: Vec2, theme: &Theme) {
    let stroke = Stroke::new(1.5, theme.border);
    let tick = inward.normalized() * 6.0;
    let points = vec![line[0] + tick, line[0], line[1], line[1] + tick];
    painter.add(Shape::line(points, stroke));
}

/// A key as it stands on the keyboard. Returns its width.
pub fn key_cap(painter: &Painter, right_center: Pos2, key: &str, ink: Color32, line: Color32) -> f32 {
    let galley = painter.layout_no_wrap(key.to_owned(), Face::SansSemibold.size(text::BADGE), ink);
    let size = vec2((galley.size().x + 10.0).max(18.0), 18.0);
    let rect = Rect::from_min_size(right_center - vec2(size.x, size.y / 2.0), size);
    painter.rect_stroke(rect, CornerRadius::same(3), Stroke::new(1.0, line), StrokeKind::Inside);
    painter.galley(rect.center() - galley.size() / 2.0, galley, ink);
    size.x
}

/// A small filled label: a number in the gutter.
pub fn badge(painter: &Painter, center: Pos2, label: &str, fill: Color32, ink: Color32) -> f32 {
    let galley = painter.layout_no_wrap(label.to_owned(), Face::SansBold.size(text::BADGE), ink);
    let size = vec2((galley.size().x + 8.0).max(16.0), 16.0);
    painter.rect_filled(Rect::from_center_size(center, size), CornerRadius::same(3), fill);
    painter.galley(center - galley.size() / 2.0, galley, ink);
    size.x
}

/// How far a job is, as a bar of 4 points.
pub fn progress(painter: &Painter, rect: Rect, done: f32, theme: &Theme) {
    let radius = CornerRadius::same(3);
    let bar = Rect::from_center_size(rect.center(), vec2(rect.width(), 5.0));
    painter.rect_filled(bar, radius, theme.active);
    let filled = Rect::from_min_size(bar.min, vec2(bar.width() * done.clamp(0.0, 1.0), bar.height()));
    if filled.width() >= 1.0 {
        painter.rect_filled(filled, radius, theme.ink2);
    }
}

/// The ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, rect: Rect, has_focus: bool, theme: &Theme) {
    if has_focus {
        let radius = CornerRadius::same(space::RADIUS_CONTROL + 2);
        ui.painter().rect_stroke(rect.expand(2.0), radius, Stroke::new(2.0, theme.ink), StrokeKind::Outside);
    }
}
