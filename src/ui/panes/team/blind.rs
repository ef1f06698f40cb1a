//! A blind round in the window: its sign, what stands in place of figures, cells that say no more than done.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Response, Sense, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use crate::model::analysis::RoundPart;
use crate::ui::Cx;
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{job, say, width_of};

/// The quiet sign in the top bar; in a narrow one without the figures, which the tooltip has.
pub fn blind_sign(ui: &mut Ui, part: RoundPart, narrow: bool, cx: &Cx<'_>) {
    let words = cx.words.rounds;
    let name = (words.blind_part)(part.done, part.of);
    let shown = if narrow { words.blind_round } else { &name };
    let font = Face::Sans.size(text::BODY);
    let width = width_of(ui, shown, font.clone());
    let (rect, response) = ui.allocate_exact_size(vec2(width + 4.0, 32.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, shown, font, cx.theme.ink2);
    response.on_hover_text(name);
}

/// What a view of figures shows in a blind round.
pub fn blind_view(ui: &mut Ui, cx: &Cx<'_>) {
    let area = ui.max_rect();
    ui.painter().rect_filled(area, 0, cx.theme.page);
    let size = vec2(620.0_f32.min(area.width() - 56.0), 120.0);
    let place = Rect::from_min_size(area.min + vec2(28.0, 28.0), size);
    let mut child = ui.new_child(UiBuilder::new().id_salt("blind").max_rect(place));
    child.spacing_mut().item_spacing.y = 6.0;
    let words = cx.words.rounds;
    let font = Face::SansSemibold.size(text::PANE_HEAD);
    let head = say(&mut child, job(words.blind_notice, font, cx.theme.ink, 22.0, size.x));
    head.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words.blind_notice));
    let font = Face::Sans.size(text::BODY);
    say(&mut child, job(words.no_figures, font, cx.theme.ink2, text::BODY_LINE, size.x));
}

/// A cell of the strip that is done, whatever its tag.
pub fn paint_done(ui: &Ui, rect: Rect, label: &str, response: &Response, cx: &Cx<'_>) {
    let painter = ui.painter();
    let radius = CornerRadius::same(space::RADIUS_CELL);
    let fill = if response.hovered() { cx.theme.hover } else { cx.theme.active };
    painter.rect(rect, radius, fill, cx.theme.outline(), StrokeKind::Inside);
    let font = Face::SansSemibold.size(text::BODY);
    let at = rect.center() + vec2(-8.0, 0.0);
    painter.text(at, Align2::CENTER_CENTER, label, font, cx.theme.ink);
    let at = rect.center() + vec2(9.0, 0.0);
    painter.text(at, Align2::CENTER_CENTER, icon::CHECK, Face::Icon.size(14.0), cx.theme.ink);
}
