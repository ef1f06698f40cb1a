//! The ways into the project, above the list: one question at a time, the ledger, the codebook.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{focus_ring, icon_button};
use crate::ui::{Command, Cx, View, shortcuts};

const ROW: f32 = space::ROW + 2.0;

/// How tall the rows are together, with the room around them.
pub const NAVIGATION: f32 = View::ALL.len() as f32 * ROW + 20.0;

fn sign(view: View) -> char {
    match view {
        View::Coding => icon::READ,
        View::Ledger => icon::LEDGER,
        View::Overview => icon::OVERVIEW,
        View::Compare => icon::COMPARE,
        View::Codebook => icon::CODEBOOK,
        View::Review => icon::AGAIN,
    }
}

/// Shows the ways in the space it is given.
pub fn navigation(ui: &mut Ui, cx: &mut Cx<'_>) {
    let area = ui.max_rect();
    ui.painter().rect_filled(area, 0, cx.theme.chrome);
    for (nth, view) in View::ALL.into_iter().enumerate() {
        let top = area.top() + 10.0 + nth as f32 * ROW;
        let rect =
            Rect::from_min_max(pos2(area.left() + 8.0, top), pos2(area.right() - 8.0, top + space::ROW));
        let id = ui.scope_id().with(("view", nth));
        let response = ui.interact(rect, id, Sense::click());
        row(ui, rect, view, &response, cx);
        if response.clicked() {
            cx.ask(Command::GoView(view));
        }
    }
    ui.painter().hline(area.x_range().shrink(14.0), area.bottom() - 0.5, cx.theme.hairline());
}

fn row(ui: &Ui, rect: Rect, view: View, response: &Response, cx: &Cx<'_>) {
    let chosen = cx.position.view == view;
    let command = Command::GoView(view);
    let name = (cx.words.command_name)(&command).unwrap_or_default();
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, name));
    let painter = ui.painter();
    if chosen || response.hovered() {
        let fill = if chosen { cx.theme.active } else { cx.theme.hover };
        painter.rect_filled(rect, CornerRadius::same(space::RADIUS_CONTROL), fill);
    }
    let (face, ink) = if chosen { (Face::SansSemibold, cx.theme.ink) } else { (Face::Sans, cx.theme.ink2) };
    let middle = rect.center().y;
    let at = pos2(rect.left() + 18.0, middle);
    painter.text(at, egui::Align2::CENTER_CENTER, sign(view), Face::Icon.size(17.0), ink);
    let at = pos2(rect.left() + 36.0, middle);
    painter.text(at, egui::Align2::LEFT_CENTER, name, face.size(text::BODY), ink);
    if let Some(key) = shortcuts::shown(&command, cx.words) {
        let at = pos2(rect.right() - 10.0, middle);
        painter.text(at, egui::Align2::RIGHT_CENTER, key, Face::Sans.size(text::BADGE), cx.theme.ink3);
    }
    focus_ring(ui, rect, response.has_focus(), cx.theme);
}

/// The same as a column of icons, for the rail of a narrow window.
pub fn navigation_rail(ui: &mut Ui, cx: &mut Cx<'_>) {
    for view in View::ALL {
        let name = (cx.words.command_name)(&Command::GoView(view)).unwrap_or_default();
        let response = icon_button(ui, sign(view), name, true, cx.theme);
        if cx.position.view == view {
            let bar = Rect::from_min_size(response.rect.left_center() - vec2(6.0, 10.0), vec2(3.0, 20.0));
            ui.painter().rect_filled(bar, 1, cx.theme.ink);
        }
        if response.clicked() {
            cx.ask(Command::GoView(view));
        }
    }
}
