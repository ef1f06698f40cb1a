//! What is chosen, as chips above the list: a click takes one away.

use egui::{Ui, vec2};

use super::parts::parts;
use crate::ui::theme::text;
use crate::ui::widgets::{Button, Look, chip, fitting};
use crate::ui::{Command, Cx};

/// So many chips have room above the list.
const SHOWN: usize = 6;

/// Shows the filter that is in force; nothing where everything passes.
pub fn active_filter(ui: &mut Ui, cx: &mut Cx<'_>) {
    let parts = parts(cx.filter);
    if parts.is_empty() {
        return;
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for part in parts.iter().take(SHOWN) {
            let name = part.name(cx.filter, cx);
            let shown = fitting(ui, &name, text::SMALL, ui.max_rect().width() - 44.0);
            let said = (cx.words.filters.take_away)(&name);
            if chip(ui, &shown, &said, true, None, cx.theme).on_hover_text(&said).clicked() {
                let filter = part.toggled(cx.filter);
                cx.ask(Command::Filter(Box::new(filter)));
            }
        }
        if parts.len() > SHOWN {
            let more = format!("+{}", parts.len() - SHOWN);
            if chip(ui, &more, &more, false, None, cx.theme).clicked() {
                cx.ask(Command::Filters);
            }
        }
        let all = cx.words.filters.show_all;
        if Button::new(all, Look::Plain).height(24.0).ui(ui, cx.theme).clicked() {
            cx.ask(Command::Filter(Box::default()));
        }
    });
}
