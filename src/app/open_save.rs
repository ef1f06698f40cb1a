//! Opening and saving a project, and asking before work would be lost.

use std::path::{Path, PathBuf};

use crate::files::storage::{
    Backup, ProjectLock, Replaces, Resumed, STEPS_KEPT, SaveOrder, default_codebook,
};
use crate::model::analysis::{MyPart, document_state};
use crate::model::edits::library;
use crate::model::{Filter, Problem, Project, Recent};
use crate::ui::panes::Notice;

use super::jobs::{ProjectHome, SaveJob, Saved};
use super::lifecycle::{AfterLeaving, Arrived, Ending};
use super::place::Place;
use super::project::OpenProject;
use super::save_queue::SaveRequest;
use super::search_state::Search;
use super::shown::{Overlay, Panes};
use super::window::Window;

impl Window {
    /// Goes on, or asks first where work would be lost. What is being written ends first: until then the file says
    /// nothing for sure. Who asks to quit once more does not wait for a disk that hangs.
    pub(super) fn leave(&mut self, next: AfterLeaving) {
        let quits = next == AfterLeaving::Quit;
        let insists = quits && self.lifecycle.leaving() == Some(next);
        if !insists && (self.lifecycle.is_saving() || (quits && self.jobs.is_writing())) {
            self.lifecycle.wait_to(next);
            if quits {
                self.say(self.words().leaving_waits.to_owned(), false);
            }
            return;
        }
        if self.lifecycle.is_dirty() {
            self.shown.overlay = Overlay::Unsaved { next, fresh: true };
        } else {
            self.go_on(next);
        }
    }

    pub(super) fn go_on(&mut self, next: AfterLeaving) {
        self.shown.overlay = Overlay::None;
        self.settle();
        match next {
            AfterLeaving::Quit => self.end(Ending::Ready),
            AfterLeaving::Close => self.set_project(None),
            AfterLeaving::New => {
                self.set_project(Some(OpenProject::fresh(Project::new("", default_codebook()))));
            }
            AfterLeaving::Sample => self.open_sample(),
            AfterLeaving::ShowArrived => self.show_arrived(),
        }
    }

    /// Nothing is to be asked or written any more.
    pub(super) fn end(&mut self, ending: Ending) {
        self.settings.close();
        self.keep_preferences();
        self.jobs.flush();
        self.lifecycle.ending = ending;
    }

    /// The person does not leave after all. What waited to take the project's place is named with what came along.
    pub(super) fn stay(&mut self) {
        if self.lifecycle.stay().is_some() {
            self.opening_refused();
        }
    }

    /// A project was not opened: what was given along with it is put into no other.
    pub(super) fn opening_refused(&mut self) {
        if let Some((path, files)) = self.incoming.refused()
            && files > 0
        {
            let project = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.notice(Problem::NotTakenAlong { project, files });
        }
    }

    pub(super) fn discard(&mut self) {
        if let Overlay::Unsaved { next, .. } = std::mem::replace(&mut self.shown.overlay, Overlay::None) {
            if let Some(open) = &mut self.lifecycle.open {
                let state = open.session.state();
                open.session.mark_saved(state);
            }
            self.discard_kept();
            self.go_on(next);
        }
    }

    pub(super) fn save_then(&mut self) {
        if let Overlay::Unsaved { next, .. } = std::mem::replace(&mut self.shown.overlay, Overlay::None) {
            self.lifecycle.wait_to(next);
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
        self.cut_reading_short();
        self.lifecycle.open = open;
        if let Some(open) = &mut self.lifecycle.open {
            open.session.sit(self.settings.preferences.identity.clone());
        }
        self.lifecycle.serial += 1;
        self.said.notices.retain(outlives_project);
        self.panes = Panes::default();
        self.my_part = MyPart::default();
        self.panes.reader.focus();
        self.place = Place::default();
        self.shown.list_over = false;
        self.shown.filters = false;
        self.keep_changes();
        self.search = Search::default();
        self.mend_position();
        self.remember();
    }

    /// What was shown before is not shown any more: another round shows other things.
    pub(super) fn look_anew(&mut self) {
        self.panes = Panes::default();
        self.search = Search::default();
        self.place.filter = Filter::default();
        self.place.behind = None;
        self.shown.filters = false;
        self.mend_position();
    }

    /// Puts the open project at the top of the recent ones.
    fn remember(&mut self) {
        let Some(open) = &self.lifecycle.open else { return };
        let Some(path) = open.path.clone() else { return };
        let project = open.session.seen();
        let finished = project
            .documents()
            .filter(|document| {
                let tally = document_state(project, document);
                tally.questions > 0 && tally.tagged() == tally.questions
            })
            .count();
        let recent = Recent {
            path: std::path::absolute(&path).unwrap_or(path),
            name: open.title(self.words()),
            documents: project.document_count(),
            finished,
            at: self.services.clock.now(),
        };
        self.lifecycle.missing.retain(|missing| *missing != recent.path);
        self.settings.change(|preferences| preferences.remember(recent));
    }

    // Coming in.

    /// Reads a project. Only once it is there and could be shown is anything asked or closed. Returns whether it is
    /// read: the one that is open already is not.
    pub(super) fn open_project(&mut self, path: PathBuf) -> bool {
        let is_open = self.is_own(&path);
        if !is_open {
            self.jobs.open(path, ProjectHome::Own);
        }
        !is_open
    }

    pub(super) fn project_opened(
        &mut self,
        path: &Path,
        home: ProjectHome,
        result: Result<Box<(Resumed, ProjectLock)>, Problem>,
    ) {
        match result {
            Ok(opened) => {
                let (resumed, lock) = *opened;
                let opened = OpenProject::opened(path, home, resumed, lock);
                self.lifecycle.arrive(Arrived::Project(Box::new(opened)));
            }
            Err(problem) => {
                self.opening_refused();
                self.notice(problem);
            }
        }
    }

    fn show_arrived(&mut self) {
        match self.lifecycle.take_arrived() {
            None => {}
            Some(Arrived::Project(arrived)) => {
                let (open, recovery) = *arrived;
                self.set_project(Some(open));
                self.take_over_recovery(recovery);
            }
            Some(Arrived::Refi(arrived)) => self.show_refi(*arrived),
        }
        self.incoming.opened();
    }

    // Going out.

    /// Saves to the project's own file, or asks where it has none.
    pub(super) fn save(&mut self, anyway: bool) {
        let Some(open) = &self.lifecycle.open else { return };
        if open.path.is_some() {
            self.push_save(SaveRequest::Own { anyway });
        } else {
            self.ask_save();
        }
    }

    pub(super) fn save_as(&mut self) {
        if self.lifecycle.open.is_some() {
            self.ask_save();
        }
    }

    /// Saves to a place that a person chose. `asked`: they were asked about a file that is there.
    pub(super) fn save_to(&mut self, path: PathBuf, asked: bool) {
        self.push_save(SaveRequest::To { path, asked });
    }

    fn push_save(&mut self, request: SaveRequest) {
        if let Some(open) = &mut self.lifecycle.open {
            open.saves.push(request);
            self.start_save();
        }
    }

    /// Begins the next save, where none is under way.
    fn start_save(&mut self) {
        let Some(open) = &mut self.lifecycle.open else { return };
        let Some(request) = open.saves.start() else { return };
        let known = || open.digest.clone().map_or(Replaces::Anything, Replaces::Only);
        let (path, replaces) = match (request, open.path.clone()) {
            (SaveRequest::Own { anyway: true }, Some(path)) => (path, Replaces::Anything),
            (SaveRequest::Own { anyway: false }, Some(path)) => (path, known()),
            (SaveRequest::To { path, asked }, _) => {
                (path, if asked { Replaces::Anything } else { Replaces::Nothing })
            }
            // It is pushed for projects with a place only.
            (SaveRequest::Own { .. }, None) => return open.saves.ended(),
        };
        let own = open.path.clone();
        let Some(snapshot) = self.snapshot(STEPS_KEPT) else { return };
        let order = SaveOrder { path, snapshot, replaces, backup: Backup::Keep };
        self.jobs.save(SaveJob { order, own, serial: self.lifecycle.serial });
    }

    pub(super) fn project_saved(
        &mut self,
        serial: u64,
        path: &Path,
        state: u64,
        result: Result<Saved, Problem>,
    ) {
        let words = self.words();
        // What was saved may have been left meanwhile.
        let Some(open) = self.lifecycle.open.as_mut().filter(|_| serial == self.lifecycle.serial) else {
            return;
        };
        open.saves.ended();
        // One cause, said once: what an earlier save said is settled or said again.
        self.said.notices.retain(|notice| !is_about_writing(notice));
        match result {
            Ok(saved) => {
                let has_history = saved.written.has_history;
                open.saved_to(path, saved);
                open.is_sample = false;
                open.session.mark_saved(state);
                let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let news = if has_history { words.saved } else { words.saved_without_undo };
                self.say(news(&file), false);
                self.said.notices.retain(|notice| !is_settled_by_a_save(notice));
                self.remember();
            }
            Err(problem) => {
                open.saves.drop_own();
                self.said.toast = None;
                self.stay();
                self.notice(problem);
            }
        }
        self.start_save();
        self.go_on_leaving();
    }

    /// Goes on with leaving, once nothing is being written any more.
    pub(super) fn go_on_leaving(&mut self) {
        if !self.lifecycle.is_saving()
            && let Some(next) = self.lifecycle.take_leaving()
        {
            self.leave(next);
        }
    }
}

/// What is not about the project that is left.
fn outlives_project(notice: &Notice) -> bool {
    matches!(
        notice,
        Notice::Problem(
            Problem::ReadingCutShort { .. }
                | Problem::SettingsNotKept { .. }
                | Problem::NotTakenAlong { .. }
                | Problem::OpensAlone { .. }
        )
    )
}

/// What a save that succeeded has settled.
fn is_settled_by_a_save(notice: &Notice) -> bool {
    matches!(notice, Notice::Recovered { .. } | Notice::Problem(Problem::KeptElsewhere { .. }))
}

/// What a later save settles, or says again.
fn is_about_writing(notice: &Notice) -> bool {
    matches!(notice, Notice::Problem(problem) if problem.is_about_writing())
}
