//! What the program says to the person: for a moment, until it is put away, or to a screen reader.

use egui::Ui;

use crate::model::Problem;
use crate::ui::panes::{Notice, Toast};

use super::window::Window;

impl Window {
    /// Says something for a few seconds.
    pub(super) fn say(&mut self, words: String, with_undo: bool) {
        self.toast = Some(Toast { words, with_undo, since: self.clock() });
    }

    /// Shows a problem until it is put away. The same problem is shown once.
    pub(super) fn notice(&mut self, problem: Problem) {
        let notice = Notice::Problem(problem);
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
        // The oldest makes room: notices are to be read, not to hide the paper.
        let over = self.notices.len().saturating_sub(3);
        self.notices.drain(..over);
    }

    pub(super) fn dismiss(&mut self, place: usize) {
        if place < self.notices.len() {
            self.notices.remove(place);
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
