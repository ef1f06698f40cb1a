//! The tree of a paper: head and remarks, answers with their questions, what is left.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::rows::{Row, Rows};
use crate::model::analysis::PartKey;
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{bracket, elided, focus_ring};
use crate::ui::{Command, Cx};

const ROW: f32 = 26.0;

/// Shows the tree. `here` is the part whose line is chosen; it is brought into view where it `moved`.
pub(super) fn tree(
    ui: &mut Ui,
    rows: &Rows,
    here: Option<PartKey>,
    moved: bool,
    focus: bool,
    cx: &mut Cx<'_>,
) {
    for (nth, block) in rows.blocks.iter().enumerate() {
        if nth > 0 {
            separator(ui, cx);
        }
        let top = ui.cursor().top();
        for row in block {
            let is_here = here.is_some_and(|here| row.parts.contains(&here));
            show_row(ui, row, is_here, is_here && moved, is_here && focus, cx);
        }
        let bottom = ui.cursor().top();
        if block.len() > 1 {
            let x = ui.max_rect().left() + 5.0;
            let line = [pos2(x, top + 6.0), pos2(x, bottom - 6.0)];
            bracket(ui.painter(), line, vec2(1.0, 0.0), cx.theme);
        }
    }
}

fn show_row(ui: &mut Ui, row: &Row, is_here: bool, reveal: bool, focus: bool, cx: &mut Cx<'_>) {
    let (all, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, is_here, &row.name));
    if reveal {
        response.scroll_to_me(None);
    }
    if focus {
        response.request_focus();
    }
    if response.clicked()
        && let Some(goes) = row.goes
    {
        cx.ask(Command::GoPart(goes));
    }
    if !ui.is_rect_visible(all) {
        return;
    }
    let rect = all.with_min_x(all.left() + 10.0);
    let painter = ui.painter();
    let radius = CornerRadius::same(space::RADIUS_CONTROL);
    if is_here {
        painter.rect_filled(rect, radius, cx.theme.active);
    } else if response.hovered() {
        painter.rect_filled(rect, radius, cx.theme.hover);
    }
    let middle = rect.center().y;
    let mut right = rect.right() - 8.0;
    let small = Face::Sans.size(text::SMALL);
    if !row.count.is_empty() {
        let drawn = painter.text(pos2(right, middle), Align2::RIGHT_CENTER, &row.count, small, cx.theme.ink2);
        right = drawn.left() - 8.0;
    }
    if row.in_doubt {
        let at = pos2(right, middle);
        let drawn =
            painter.text(at, Align2::RIGHT_CENTER, icon::DOUBT, Face::Icon.size(15.0), cx.theme.alert);
        right = drawn.left() - 6.0;
    }
    let left = rect.left() + 34.0;
    let number = pos2(left - 9.0, middle);
    painter.text(number, Align2::RIGHT_CENTER, &row.label, Face::SansSemibold.size(text::BODY), cx.theme.ink);
    let face = if is_here { Face::SansSemibold } else { Face::Sans };
    let ink = if row.is_soft && !is_here { cx.theme.ink2 } else { cx.theme.ink };
    let words = painter.layout_job(elided(row.words.as_str(), face.size(text::BODY), ink, right - left));
    painter.galley(pos2(left, middle - words.size().y / 2.0), words, ink);
    focus_ring(ui, rect.shrink(2.0), response.has_focus(), cx.theme);
}

fn separator(ui: &mut Ui, cx: &Cx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    let y = Rect::center(&rect).y.round() + 0.5;
    ui.painter().hline(rect.x_range(), y, cx.theme.hairline());
}
