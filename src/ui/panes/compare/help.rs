//! How agreement is computed, and why other programs show other figures.

use egui::accesskit::Role;
use egui::{Ui, WidgetInfo};

use super::pane::ComparePane;
use crate::ui::Cx;
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, job, say};

impl ComparePane {
    pub(super) fn help_text(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words.compare;
        let width = ui.available_width();
        let heading = |ui: &mut Ui, title: &str, size: f32| {
            let font = Face::SansSemibold.size(size);
            let shown = say(ui, job(title, font, cx.theme.ink, size * 1.5, width));
            shown.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
        };
        if Button::new(words.back_to_figures, Look::Plain).icon(icon::BACK).ui(ui, cx.theme).clicked() {
            self.help = false;
        }
        ui.add_space(6.0);
        heading(ui, words.how, text::PANE_HEAD);
        for (title, about) in words.help {
            ui.add_space(10.0);
            heading(ui, title, text::BODY);
            say(ui, job(*about, Face::Sans.size(text::BODY), cx.theme.ink2, text::BODY_LINE, width));
        }
    }
}
