//! What one frame shows: the panes, what lies over them, what is said, and what the system is told.

use egui::{Ui, ViewportCommand};

use crate::files::storage::built_in_cues;
use crate::model::edits::Session;
use crate::ui::panes::{self, Toast, TopBar, WelcomeProject};
use crate::ui::{Cx, theme};

use super::announce::announce;
use super::layout::{self, Around, Layout};
use super::lifecycle::Ending;
use super::shown::Overlay;
use super::window::Window;

impl Window {
    pub(super) fn show(&mut self, ui: &mut Ui, ctx: &egui::Context) {
        let title = self.title();
        let words = self.words();
        let dragging = ctx.input(|input| !input.raw.hovered_files.is_empty());
        let area = ui.max_rect();
        let mut layout =
            Layout::new(area, self.shown.list, self.shown.pane, self.settings.preferences.pane_width);
        let below_notices = layout.reader.top() + self.shown.notices_height;
        let reader_top = layout.reader.top();
        layout.reader.set_top(below_notices.min(layout.reader.bottom() - 120.0));
        let recent = if self.lifecycle.open.is_none() { self.recent() } else { Vec::new() };
        let clock = &self.services.clock;
        let today = clock.local(clock.now()).date();
        let offered = if self.lifecycle.open.is_none() { self.offered() } else { Vec::new() };
        let session = self.lifecycle.open.as_ref().map(|open| &open.session);
        let part = session
            .and_then(|session| self.my_part.of(session.seen(), session.revision(), session.touched()));
        if session.is_some_and(|session| session.seen().is_blind()) && self.panes.reader.shows_cues() {
            self.panes.reader.toggle_cues();
        }
        let unsaved = session.is_some_and(Session::is_dirty);
        let mut cx = Cx {
            project: session.map_or(&self.nothing, |session| session.seen()),
            revision: session.map_or(0, Session::revision),
            touched: session.map_or(&self.untouched, |session| session.touched()),
            filter: &self.place.filter,
            position: self.place.position,
            preferences: &self.settings.preferences,
            built_in_cues,
            words,
            theme: theme::current(ctx),
            today,
            commands: &mut self.commands,
        };
        if !matches!(self.shown.overlay, Overlay::None) {
            // What lies behind takes neither clicks nor the keyboard.
            ui.disable();
        }
        let viewed = self.import.progress.as_ref().filter(|_| self.shown.import);
        match session {
            _ if viewed.is_some() => {
                if let Some(importing) = viewed {
                    layout::import_view(ui, &mut self.panes.import, importing, self.said.now, &mut cx);
                }
            }
            Some(session) => {
                let (undo, redo) = (session.undo_label(), session.redo_label());
                let bar = TopBar { title: &title, unsaved, undo, redo, part };
                let search = (self.search.shown && !self.shown.list_over).then_some(&self.search.results);
                let (over, filters) = (self.shown.list_over || self.search.over, self.shown.filters);
                let shown = Around { bar, search, over, filters, now: self.said.now, dragging };
                layout::show(ui, layout, &mut self.panes, &shown, &mut cx);
            }
            None => panes::welcome(ui, (&recent, &offered), &self.sample, dragging, &mut cx),
        }
        if self.said.notices.is_empty() {
            self.shown.notices_height = 0.0;
        } else {
            let left = if session.is_some() { layout.reader.left() } else { area.left() + 40.0 };
            let right = if session.is_some() { layout.reader.right() } else { area.right() - 40.0 };
            let top = if session.is_some() { reader_top } else { area.top() };
            let over = egui::Area::new(egui::Id::unique("notices"))
                .order(egui::Order::Middle)
                .fixed_pos(egui::pos2(left, top));
            let shown = over.show(ctx, |ui| {
                ui.set_width(right - left);
                panes::notices(ui, &self.said.notices, &mut cx);
            });
            let height = shown.response.rect.height() + 4.0;
            if height != self.shown.notices_height {
                self.shown.notices_height = height;
                ctx.request_repaint();
            }
        }
        announce(ui, &self.said.announced);
        match &mut self.shown.overlay {
            Overlay::None => {}
            Overlay::Palette(palette) => palette.ui(ctx, &mut cx),
            Overlay::Keys => panes::keys(ctx, &mut cx),
            Overlay::Definitions => panes::definitions(ctx, &mut cx),
            Overlay::Settings => panes::settings(ctx, session.is_some(), &mut cx),
            Overlay::Export(pane) => pane.ui(ctx, &mut cx),
            Overlay::PrintFacts => panes::print_facts(ctx, &mut cx),
            Overlay::CueList(pane) => pane.ui(ctx, &mut cx),
            Overlay::CodebookPlan(plan) => plan.ui(ctx, &mut cx),
            Overlay::Team(pane) => pane.ui(ctx, &mut cx),
            Overlay::Merge(pane) => pane.ui(ctx, &mut cx),
            Overlay::Path(field) => field.0.ui(ctx, &mut cx),
            Overlay::Unsaved { fresh, .. } => panes::unsaved(ctx, &title, fresh, &mut cx),
        }
        let running =
            self.import.progress.as_ref().filter(|importing| !importing.ended && !self.shown.import);
        if let Some(importing) = running {
            // Less than a moment shows nothing.
            if self.said.now - importing.since > 0.3 {
                let words = (words.reading)(importing.done, importing.rows.len());
                let news = Toast { words, with_undo: false, since: self.said.now };
                panes::toast(ctx, &news, &mut cx);
            }
        } else if let Some(toast) = &self.said.toast {
            let left = Toast::STAYS - (self.said.now - toast.since);
            if left > 0.0 {
                panes::toast(ctx, toast, &mut cx);
                ctx.request_repaint_after(std::time::Duration::from_secs_f64(left + 0.01));
            } else {
                self.said.toast = None;
            }
        }
    }

    pub(super) fn title(&self) -> String {
        self.lifecycle.open.as_ref().map_or_else(String::new, |open| open.title(self.words()))
    }

    /// Title of the window and its end. Only what changed is sent: a title sent every frame would
    /// repaint for ever.
    pub(super) fn tell_system(&mut self, ctx: &egui::Context) {
        let dot = if self.is_dirty() { "● " } else { "" };
        let title = match self.title() {
            title if title.is_empty() => self.words().program.to_owned(),
            title => format!("{dot}{title} – {}", self.words().program),
        };
        if title != self.shown.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.shown.title = title;
        }
        if self.lifecycle.ending == Ending::Ready {
            self.lifecycle.ending = Ending::Told;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn recent(&self) -> Vec<WelcomeProject> {
        let words = self.words();
        let show = |recent: &crate::model::Recent| {
            let missing = self.lifecycle.missing.contains(&recent.path);
            let file = recent.path.display().to_string();
            WelcomeProject {
                path: recent.path.clone(),
                name: recent.name.clone(),
                about: (words.recent_about)(recent.documents, recent.finished),
                when: self.day(recent.at),
                place: if missing { format!("{}: {file}", words.recent_missing) } else { file },
                missing,
            }
        };
        self.settings.preferences.recent.iter().map(show).collect()
    }

    /// A moment as it is said: by the clock where it is today.
    pub(super) fn day(&self, at: jiff::Timestamp) -> String {
        let (words, clock) = (self.words(), &self.services.clock);
        let at = clock.local(at);
        if at.date() == clock.local(clock.now()).date() {
            (words.today)(&at.strftime("%H:%M").to_string())
        } else {
            words.language.date(at.date())
        }
    }
}
