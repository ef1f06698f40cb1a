//! A card over the window: palette, keys, settings, questions.

use egui::{Align, Align2, Area, Color32, Frame, Id, Layout, Margin, Order, Ui, vec2};

use crate::ui::theme::{Theme, space};

/// Shows a card in front of everything. Returns whether the person clicked beside it.
///
/// `above` is how far from the top it stands; none puts it in the middle.
pub fn overlay<R>(
    ctx: &egui::Context,
    id: &str,
    width: f32,
    above: Option<f32>,
    theme: &Theme,
    contents: impl FnOnce(&mut Ui) -> R,
) -> (R, bool) {
    let screen = ctx.content_rect();
    let veil = Area::new(Id::unique((id, "veil")))
        .order(Order::Middle)
        .fixed_pos(screen.min)
        .show(ctx, |ui| ui.allocate_response(screen.size(), egui::Sense::click()));
    let veil_color = if theme.dark { Color32::from_black_alpha(110) } else { Color32::from_black_alpha(40) };
    ctx.layer_painter(veil.response.layer_id).rect_filled(screen, 0, veil_color);
    let (anchor, offset) = match above {
        Some(above) => (Align2::CENTER_TOP, vec2(0.0, above)),
        None => (Align2::CENTER_CENTER, vec2(0.0, 0.0)),
    };
    let frame = Frame::new()
        .fill(theme.raised)
        .stroke((1.0, theme.border))
        .corner_radius(space::RADIUS_CARD)
        .inner_margin(Margin::same(16));
    let width = width.min(screen.width() - 48.0);
    let shown = Area::new(Id::unique(id)).order(Order::Foreground).anchor(anchor, offset).show(ctx, |ui| {
        frame
            .show(ui, |ui| {
                ui.set_width(width - 32.0);
                ui.set_max_height(screen.height() - 120.0);
                contents(ui)
            })
            .inner
    });
    (shown.inner, veil.inner.clicked())
}

/// The row of buttons at the foot of a card: from the right, the main one first.
pub fn actions<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), space::ROW + 4.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), add).inner
}
