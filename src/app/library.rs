//! Files coming in and going out: opening, saving, exporting, and asking before work would be lost.

use std::path::{Path, PathBuf};

use crate::files::storage::{Backup, STEPS_KEPT, SaveOrder, default_codebook};
use crate::model::edits::library;
use crate::model::{Problem, Project, Recent};
use crate::ui::Position;
use crate::ui::panes::Notice;

use super::exchanging::{is_codebook, is_exchange};
use super::project::OpenProject;
use super::window::{Overlay, Window};
use super::work::{Event, Place, Saved};

/// What goes on once it is settled what happens to unsaved work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Next {
    Quit,
    Close,
    New,
    Sample,
    /// Shows the project that was read and waits.
    ShowArrived,
    /// Shows the project of another program that was read and waits.
    ShowExchanged,
}

impl Window {
    /// Goes on, or asks first where work would be lost. A save that is under way ends first: until then the file
    /// says nothing for sure. Who asks to quit once more does not wait for a disk that hangs.
    pub(super) fn leave(&mut self, next: Next) {
        let insists = next == Next::Quit && self.after_save == Some(next);
        if self.is_saving() && !insists {
            self.after_save = Some(next);
            return;
        }
        let dirty = self.open.as_ref().is_some_and(|open| open.session.is_dirty());
        if dirty {
            self.overlay = Overlay::Unsaved { next, fresh: true };
        } else {
            self.go_on(next);
        }
    }

    pub(super) fn go_on(&mut self, next: Next) {
        self.overlay = Overlay::None;
        self.settle();
        match next {
            Next::Quit => {
                self.work.flush();
                self.quitting = true;
            }
            Next::Close => self.set_project(None),
            Next::New => self.set_project(Some(OpenProject::fresh(Project::new("", default_codebook())))),
            Next::Sample => self.open_sample(),
            Next::ShowArrived => self.show_arrived(),
            Next::ShowExchanged => self.show_exchanged(),
        }
    }

    pub(super) fn discard(&mut self) {
        if let Overlay::Unsaved { next, .. } = std::mem::replace(&mut self.overlay, Overlay::None) {
            if let Some(open) = &mut self.open {
                let state = open.session.state();
                open.session.mark_saved(state);
            }
            self.discard_kept();
            self.go_on(next);
        }
    }

    pub(super) fn save_then(&mut self) {
        if let Overlay::Unsaved { next, .. } = std::mem::replace(&mut self.overlay, Overlay::None) {
            self.after_save = Some(next);
            self.save(false);
        }
    }

    fn open_sample(&mut self) {
        let mut project = Project::new("", default_codebook());
        let change = library::add(&project, vec![(*self.sample).clone()]);
        if change.edit.apply(&mut project).is_ok() {
            let mut open = OpenProject::fresh(project);
            open.is_sample = true;
            self.set_project(Some(open));
        }
    }

    /// Puts a project into the window (or none: the welcome screen).
    pub(super) fn set_project(&mut self, open: Option<OpenProject>) {
        self.open = open;
        if let Some(open) = &mut self.open {
            open.session.sit(self.preferences.identity.clone());
        }
        self.serial += 1;
        self.notices.clear();
        self.panes = super::window::Panes::default();
        self.my_part = crate::model::analysis::MyPart::default();
        self.panes.reader.focus();
        self.importing = None;
        self.import_shown = false;
        self.position = Position::default();
        self.last_place = 0;
        self.list_over = false;
        self.keep_changes();
        self.search = super::searching::Search::default();
        self.filter = crate::model::Filter::default();
        self.behind = None;
        self.filters_shown = false;
        self.mend_position();
        self.remember();
    }

    /// Puts the open project at the top of the recent ones.
    fn remember(&mut self) {
        let Some(open) = &self.open else { return };
        let Some(path) = open.path.clone() else { return };
        let project = open.session.seen();
        let finished = project
            .documents()
            .filter(|document| {
                let tally = crate::model::analysis::document_state(project, document);
                tally.questions > 0 && tally.tagged() == tally.questions
            })
            .count();
        let recent = Recent {
            path,
            name: open.title(self.words()),
            documents: project.document_count(),
            finished,
            at: self.services.clock.now(),
        };
        self.missing.retain(|missing| *missing != recent.path);
        self.preferences.remember(recent);
        self.keep_preferences();
    }

    // Coming in.

    /// Papers or a project, by their paths.
    pub(super) fn take(&mut self, paths: Vec<PathBuf>) {
        let (exchanges, paths): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.into_iter().partition(|path| is_exchange(path));
        let (codebooks, paths): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.into_iter().partition(|path| is_codebook(path));
        if let Some(codebook) = codebooks.first() {
            self.take_codebook_file(codebook);
        }
        if !exchanges.is_empty() {
            return self.take_exchange(exchanges, paths);
        }
        let (projects, papers): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.into_iter().partition(|path| is_project(path));
        if let Some(project) = projects.into_iter().next() {
            self.open_project(project);
        }
        if !papers.is_empty() {
            self.read_papers(papers);
        }
    }

    pub(super) fn poll_work(&mut self) {
        for event in self.work.events() {
            match event {
                Event::Reading(news) => self.reading_news(news),
                Event::Opened { path, place, result } => match result {
                    Ok(opened) => {
                        let (resumed, lock) = *opened;
                        self.arrived = Some(OpenProject::opened(&path, place, resumed, lock));
                        self.leave(Next::ShowArrived);
                    }
                    Err(problem) => self.notice(problem),
                },
                Event::Exchanged(result) => self.exchange_read(result),
                Event::ReadAgain { document, result } => self.text_arrived(document, *result),
                Event::Saved { serial, path, state, result } => {
                    self.project_saved(serial, &path, state, result);
                }
                Event::Exporting { done, of } => self.export_goes_on(done, of),
                Event::Exported { path, result } => self.exported(&path, result),
                Event::BroughtIn(result) => self.brought_in(result),
                Event::JournalFailed(problem) => self.keeping_failed(problem),
                Event::Found(news) => self.search_news(news),
                Event::Missing(paths) => self.missing = paths,
                Event::Unsaved(found) => self.unsaved_found(found),
            }
        }
    }

    /// Reads a project. Only once it is there and could be shown is anything asked or closed.
    pub(super) fn open_project(&mut self, path: PathBuf) {
        let is_open = self.open.as_ref().is_some_and(|open| open.path.as_ref() == Some(&path));
        if !is_open {
            self.work.open(path, Place::Own);
        }
    }

    fn show_arrived(&mut self) {
        let Some((open, recovery)) = self.arrived.take() else { return };
        self.set_project(Some(open));
        self.take_over_recovery(recovery);
    }

    // Going out.

    /// Saves to the project's own file, or asks where it has none.
    pub(super) fn save(&mut self, anyway: bool) {
        let Some(open) = &self.open else { return };
        match open.path.clone() {
            Some(path) => self.save_to(path, anyway),
            None => self.wants_save_dialog = true,
        }
    }

    pub(super) fn save_as(&mut self) {
        if self.open.is_some() {
            self.wants_save_dialog = true;
        }
    }

    /// Shows the dialog that an earlier command asked for: only here the context is at hand.
    pub(super) fn show_save_dialog(&mut self, ctx: &egui::Context) {
        if std::mem::take(&mut self.wants_save_dialog) {
            self.ask_save(ctx);
        }
    }

    pub(super) fn save_to(&mut self, path: PathBuf, anyway: bool) {
        let Some(open) = &mut self.open else { return };
        if open.saving {
            self.save_again = true;
            return;
        }
        open.saving = true;
        open.session.close_step();
        let order = SaveOrder {
            path,
            project: open.session.project().clone(),
            past: open.session.past(STEPS_KEPT),
            known: if anyway { None } else { open.digest.clone() },
            backup: Backup::Keep,
        };
        let (own, state) = (open.path.clone(), open.session.state());
        self.work.save(order, own, self.serial, state);
    }

    fn project_saved(&mut self, serial: u64, path: &Path, state: u64, result: Result<Saved, Problem>) {
        let words = self.words();
        // What was saved may have been left meanwhile.
        let Some(open) = self.open.as_mut().filter(|_| serial == self.serial) else { return };
        open.saving = false;
        match result {
            Ok(saved) => open.saved_to(path, saved),
            Err(problem) => {
                self.after_save = None;
                self.save_again = false;
                // One cause, said once: the journal lies beside the file.
                self.notices.retain(|notice| !is_about_writing(notice));
                self.notice(problem);
                return;
            }
        }
        open.is_sample = false;
        open.session.mark_saved(state);
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.say((words.saved)(&file), false);
        self.notices
            .retain(|notice| !matches!(notice, Notice::Recovered { .. }) && !is_about_writing(notice));
        self.remember();
        if std::mem::take(&mut self.save_again) {
            self.save(false);
        } else if let Some(next) = self.after_save.take() {
            self.leave(next);
        }
    }
}

/// A project is told by its ending; what is in it decides when it is opened.
pub(super) fn is_project(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

/// What a later save settles, or says again.
fn is_about_writing(notice: &Notice) -> bool {
    matches!(notice, Notice::Problem(problem) if problem.is_about_writing())
}
