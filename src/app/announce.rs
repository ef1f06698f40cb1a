//! What the program says to the person: for a moment, until it is put away, or to a screen reader.

use egui::Ui;

use crate::model::Problem;

use super::window::Window;

impl Window {
    pub(super) fn say(&mut self, words: String, with_undo: bool) {
        self.said.say(words, with_undo);
    }

    pub(super) fn notice(&mut self, problem: Problem) {
        self.said.notice(problem);
    }

    pub(super) fn dismiss(&mut self, place: usize) {
        if place < self.said.notices.len() {
            self.said.notices.remove(place);
        }
    }
}

/// Says the last change to screen readers; nothing is painted.
pub(super) fn announce(ui: &Ui, words: &str) {
    let id = egui::Id::unique("announced");
    let place = egui::Rect::from_min_size(ui.max_rect().min, egui::Vec2::ZERO);
    let response = ui.interact(place, id, egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Status, true, words));
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(egui::accesskit::Live::Polite));
}
