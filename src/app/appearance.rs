//! How the window looks: nothing here changes a project.

use std::path::Path;

use crate::model::{Preferences, ThemeChoice};
use crate::ui::theme;

use super::window::Window;

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
        let Some(open) = &self.lifecycle.open else { return };
        let project = open.session.seen();
        let Some(document) = self.place.position.document.and_then(|id| project.document(id)) else { return };
        self.panes.reader.toggle_finished(project, document);
    }

    pub(super) fn toggle_list(&mut self, ctx: &egui::Context) {
        let was_search = std::mem::take(&mut self.search.over) || std::mem::take(&mut self.search.shown);
        if was_search {
            self.leave_search();
            self.shown.list = false;
        }
        if ctx.content_rect().width() < theme::space::NARROW {
            self.shown.list_over = !self.shown.list_over;
            if self.shown.list_over {
                self.panes.documents.focus();
            }
        } else {
            self.shown.list = !self.shown.list;
            if self.shown.list {
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

    /// Changes a preference; it is written at the end of a frame in which no button of the mouse is held.
    pub(super) fn prefer(&mut self, change: impl FnOnce(&mut Preferences)) {
        self.settings.change(change);
    }

    /// Writes preferences that changed: after a drag once, not at each of its steps.
    pub(super) fn keep_settled_preferences(&mut self, ctx: &egui::Context) {
        let (content, now) = (ctx.content_rect().size(), self.said.now);
        let settings = &mut self.settings;
        let wait = ctx.input(|input| settings.note_geometry(input.viewport(), content, now));
        if let Some(seconds) = wait {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(seconds + 0.01));
        }
        if !ctx.input(|input| input.pointer.any_down()) {
            self.keep_preferences();
        }
    }

    /// Writes preferences that changed.
    pub(super) fn keep_preferences(&mut self) {
        if let Some(preferences) = self.settings.take_changed() {
            self.jobs.keep_preferences(preferences);
        }
    }

    pub(super) fn forget(&mut self, path: &Path) {
        self.prefer(|preferences| preferences.recent.retain(|recent| recent.path != path));
    }

    /// Brings the chosen look into force.
    pub(super) fn show_theme(&mut self, ctx: &egui::Context) {
        let theme = self.settings.preferences.theme;
        if self.shown.theme != Some(theme) {
            self.shown.theme = Some(theme);
            ctx.set_theme(match theme {
                ThemeChoice::System => egui::ThemePreference::System,
                ThemeChoice::Light => egui::ThemePreference::Light,
                ThemeChoice::Dark => egui::ThemePreference::Dark,
            });
        }
    }
}
