//! How the window looks and where the keyboard is: nothing here changes a project.

use std::path::Path;

use crate::model::{Preferences, ThemeChoice};
use crate::ui::panes::ReaderPane;
use crate::ui::{View, theme};

use super::window::{Overlay, Window};

impl Window {
    pub(super) fn copy(&mut self, ctx: &egui::Context, with_source: bool) {
        let (Some(document), Some(span)) = (self.document(), self.panes.reader.selection()) else { return };
        let words = document.reading(span);
        let text = if with_source {
            let head = &document.head;
            let source = [
                head.parliament().map(|parliament| parliament.house.to_owned()),
                head.number.as_ref().map(|number| format!("Drucksache {number}")),
                Some(document.title().to_owned()),
                head.answered.or(head.issued).map(|date| self.words().language.date(date)),
                document.print.pages_of(span).map(|(first, last)| (self.words().summary.pages)(first, last)),
            ];
            let source: Vec<String> = source.into_iter().flatten().collect();
            format!("„{words}“ ({})", source.join(", "))
        } else {
            words
        };
        ctx.copy_text(text);
        self.say(self.words().copied.to_owned(), false);
    }

    pub(super) fn fold_finished(&mut self) {
        let Some(open) = &self.open else { return };
        let project = open.session.seen();
        let Some(document) = self.position.document.and_then(|id| project.document(id)) else { return };
        self.panes.reader.toggle_finished(project, document);
    }

    pub(super) fn toggle_list(&mut self, ctx: &egui::Context) {
        let was_search = std::mem::take(&mut self.search.over) || std::mem::take(&mut self.search.shown);
        if was_search {
            self.leave_search();
            self.list_shown = false;
        }
        if ctx.content_rect().width() < theme::space::NARROW {
            self.list_over = !self.list_over;
            if self.list_over {
                self.panes.documents.focus();
            }
        } else {
            self.list_shown = !self.list_shown;
            if self.list_shown {
                self.panes.documents.focus();
            }
        }
    }

    /// Steps of 1; 0 is the usual size.
    pub(super) fn resize_text(&mut self, steps: f32) {
        self.prefer(|preferences| {
            if steps == 0.0 {
                preferences.reading_size = Preferences::USUAL_READING_SIZE;
            } else {
                preferences.enlarge(steps);
            }
        });
    }

    /// Changes a preference and keeps it.
    pub(super) fn prefer(&mut self, change: impl FnOnce(&mut Preferences)) {
        change(&mut self.preferences);
        self.keep_preferences();
    }

    pub(super) fn keep_preferences(&self) {
        if let Some(path) = self.services.preferences.clone() {
            self.work.keep_preferences(path, self.preferences.clone());
        }
    }

    pub(super) fn forget(&mut self, path: &Path) {
        self.prefer(|preferences| preferences.recent.retain(|recent| recent.path != path));
    }

    /// Brings the chosen look into force.
    pub(super) fn show_theme(&mut self, ctx: &egui::Context) {
        let theme = self.preferences.theme;
        if self.theme_shown != Some(theme) {
            self.theme_shown = Some(theme);
            ctx.set_theme(match theme {
                ThemeChoice::System => egui::ThemePreference::System,
                ThemeChoice::Light => egui::ThemePreference::Light,
                ThemeChoice::Dark => egui::ThemePreference::Dark,
            });
        }
    }

    pub(super) fn close_overlay(&mut self) {
        if matches!(self.overlay, Overlay::Path(_)) {
            self.waiting = None;
        }
        self.after_save = None;
        self.arrived = None;
        self.overlay = Overlay::None;
        self.panes.reader.focus();
    }

    /// One step back each time: what lies over the window, the question in the pane, the selection,
    /// the text field. Never discards anything.
    pub(super) fn escape(&mut self, ctx: &egui::Context) {
        if egui::Popup::is_any_open(ctx) {
            egui::Popup::close_all(ctx);
        } else if !matches!(self.overlay, Overlay::None) {
            self.close_overlay();
        } else if self.list_over {
            self.list_over = false;
            self.filters_shown = false;
        } else if self.filters_shown && !self.search.shown {
            self.filters_shown = false;
            self.panes.reader.focus();
        } else if self.escapes_search(ctx) {
            self.leave_search();
        } else if ctx.text_edit_focused() {
            self.close_step();
            self.leave_field(ctx);
        } else if (self.position.view == View::Coding && self.panes.answer.close_definition())
            || self.panes.answer.pick.take().is_some()
            || self.position.evidence.take().is_some()
            || self.panes.answer.all_same.take().is_some()
            || self.notices.pop().is_some()
        {
            self.panes.reader.focus();
        } else if self.import_shown {
            // Esc goes back to reading and never stops the import.
            self.toggle_import_view();
        } else if self.position.view == View::Compare && self.panes.compare.step_back() {
            // The help, the figures of a narrow window, or the selection was left.
        } else if self.position.view != View::Coding {
            self.go_view(View::Coding);
        } else if !self.panes.reader.clear_selection() && !self.back_to_overview() {
            self.leave_outline();
            self.panes.reader.focus();
        }
    }

    /// Moves the keyboard to the next region: reader, pane, strip, list.
    pub(super) fn next_region(&mut self, forward: bool, ctx: &egui::Context) {
        const REGIONS: usize = 4;
        if self.position.view == View::Codebook {
            return self.panes.codebook.focus();
        }
        if self.position.view == View::Overview {
            return self.panes.overview.focus();
        }
        if ctx.memory(egui::Memory::focused) == Some(ReaderPane::id()) {
            self.region = 0;
        }
        self.region = (self.region + if forward { 1 } else { REGIONS - 1 }) % REGIONS;
        match self.region {
            0 => self.panes.reader.focus(),
            1 => {
                self.pane_shown = true;
                match self.position.outline {
                    Some(_) => self.panes.outline.focus(),
                    None => self.panes.answer.focus(),
                }
            }
            2 => self.panes.strip.focus(),
            _ if self.search.shown => {
                self.list_shown = true;
                self.search.over = ctx.content_rect().width() < theme::space::NARROW;
                let typed = self.search.results.typed.clone();
                self.panes.search.focus(&typed);
            }
            _ => {
                self.list_shown = true;
                self.list_over = ctx.content_rect().width() < theme::space::NARROW;
                self.panes.documents.focus();
            }
        }
    }
}
