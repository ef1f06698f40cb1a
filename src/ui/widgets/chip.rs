//! A chip: a small round word that is on or off.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::mark::focus_ring;
use super::text::width_of;
use crate::ui::theme::{Face, Theme, icon, text};

const HEIGHT: f32 = 24.0;

/// Shows a chip. `key` is the digit that sets it just now; `name` is what a screen reader says.
pub fn chip(
    ui: &mut Ui,
    words: &str,
    name: &str,
    chosen: bool,
    key: Option<&str>,
    theme: &Theme,
) -> Response {
    let face = if chosen { Face::SansSemibold } else { Face::SansMedium };
    let font = face.size(text::SMALL);
    let check = if chosen { 16.0 } else { 0.0 };
    let cap = key.map_or(0.0, |key| width_of(ui, key, Face::SansSemibold.size(text::BADGE)) + 8.0);
    let width = width_of(ui, words, font.clone()) + check + cap + 22.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, chosen, name));
    let (fill, line) = match (chosen, response.hovered()) {
        (true, _) => (theme.active, theme.ink2),
        (false, true) => (theme.hover, theme.border),
        (false, false) => (theme.raised, theme.border),
    };
    let painter = ui.painter();
    let radius = CornerRadius::same((HEIGHT / 2.0) as u8);
    painter.rect(rect, radius, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    let mut x = rect.left() + 11.0;
    let middle = rect.center().y;
    if chosen {
        let at = pos2(x - 1.0, middle);
        painter.text(at, Align2::LEFT_CENTER, icon::CHECK, Face::Icon.size(13.0), theme.ink);
        x += check;
    }
    if let Some(key) = key {
        let font = Face::SansSemibold.size(text::BADGE);
        let drawn = painter.text(pos2(x, middle), Align2::LEFT_CENTER, key, font, theme.ink);
        x = drawn.right() + 6.0;
    }
    let ink = if chosen { theme.ink } else { theme.ink2 };
    painter.text(pos2(x, middle), Align2::LEFT_CENTER, words, font, ink);
    focus_ring(ui, rect, response.has_focus(), theme);
    response
}
