//! Where the keyboard is: Esc and F6, and what lies over the window.

use crate::ui::panes::ReaderPane;
use crate::ui::{View, theme};

use super::shown::Overlay;
use super::window::Window;

impl Window {
    /// Puts away what lies over the window. A question that it asked is not answered.
    pub(super) fn close_overlay(&mut self) {
        self.shown.overlay = Overlay::None;
        self.stay();
        self.panes.reader.focus();
    }

    /// One step back each time: what lies over the window, the question in the pane, the selection,
    /// the text field. Never discards anything.
    pub(super) fn escape(&mut self, ctx: &egui::Context) {
        if egui::Popup::is_any_open(ctx) {
            egui::Popup::close_all(ctx);
        } else if !matches!(self.shown.overlay, Overlay::None) {
            self.close_overlay();
        } else if self.shown.list_over {
            self.shown.list_over = false;
            self.shown.filters = false;
        } else if self.shown.filters && !self.search.shown {
            self.shown.filters = false;
            self.panes.reader.focus();
        } else if self.escapes_search(ctx) {
            self.leave_search();
        } else if ctx.text_edit_focused() {
            self.close_step();
            self.leave_field(ctx);
        } else if (self.place.position.view == View::Coding && self.panes.answer.close_definition())
            || self.panes.answer.pick.take().is_some()
            || self.place.position.evidence.take().is_some()
            || self.panes.answer.all_same.take().is_some()
            || self.said.notices.pop().is_some()
        {
            self.panes.reader.focus();
        } else if self.shown.import {
            // Esc goes back to reading and never stops the import.
            self.toggle_import_view();
        } else if self.place.position.view == View::Compare && self.panes.compare.step_back() {
            // The help, the figures of a narrow window, or the selection was left.
        } else if self.place.position.view != View::Coding {
            self.go_view(View::Coding);
        } else if !self.panes.reader.clear_selection() && !self.back_to_overview() {
            self.leave_outline();
            self.panes.reader.focus();
        }
    }

    /// Moves the keyboard to the next region: reader, pane, strip, list.
    pub(super) fn next_region(&mut self, forward: bool, ctx: &egui::Context) {
        const REGIONS: usize = 4;
        if self.place.position.view == View::Codebook {
            return self.panes.codebook.focus();
        }
        if self.place.position.view == View::Overview {
            return self.panes.overview.focus();
        }
        if ctx.memory(egui::Memory::focused) == Some(ReaderPane::id()) {
            self.shown.region = 0;
        }
        self.shown.region = (self.shown.region + if forward { 1 } else { REGIONS - 1 }) % REGIONS;
        match self.shown.region {
            0 => self.panes.reader.focus(),
            1 => {
                self.shown.pane = true;
                match self.place.position.outline {
                    Some(_) => self.panes.outline.focus(),
                    None => self.panes.answer.focus(),
                }
            }
            2 => self.panes.strip.focus(),
            _ if self.search.shown => {
                self.shown.list = true;
                self.search.over = ctx.content_rect().width() < theme::space::NARROW;
                let typed = self.search.results.typed.clone();
                self.panes.search.focus(&typed);
            }
            _ => {
                self.shown.list = true;
                self.shown.list_over = ctx.content_rect().width() < theme::space::NARROW;
                self.panes.documents.focus();
            }
        }
    }
}
