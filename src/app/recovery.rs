//! What is not saved is not lost: changes on their way to the disk, what a crash left, projects without a place.

use std::path::{Path, PathBuf};

use crate::files::storage::{LeftOver, Persistence, STEPS_KEPT, Unsaved, copy_suffix};
use crate::model::edits::{Entry, Session, Snapshot};
use crate::model::{Finding, Problem};
use crate::ui::panes::{Notice, OfferedProject};

use super::jobs::{Event, Jobs, ProjectHome};
use super::project::Recovery;
use super::services::Clock;
use super::window::Window;

impl Window {
    /// What was applied is handed over before the next frame.
    pub(super) fn hand_to_journal(&mut self) {
        let Some(open) = &mut self.lifecycle.open else { return };
        let applied = open.session.take_applied();
        if !applied.is_empty() {
            let is_placed = open.path.is_some() || open.is_kept;
            open.is_kept |= hand_over(&self.jobs, &*self.services.clock, is_placed, &open.session, applied);
        }
    }

    /// The open project at this moment, to be saved with so many steps of undo.
    pub(super) fn snapshot(&mut self, limit: usize) -> Option<Snapshot> {
        let open = self.lifecycle.open.as_mut()?;
        let is_placed = open.path.is_some() || open.is_kept;
        let (jobs, clock) = (&self.jobs, &*self.services.clock);
        let mut is_kept = open.is_kept;
        let snapshot = open.session.snapshot(limit, |session, applied| {
            is_kept |= hand_over(jobs, clock, is_placed, session, applied);
        });
        open.is_kept = is_kept;
        Some(snapshot)
    }

    /// The changes of the project in the window are kept from now on.
    pub(super) fn keep_changes(&mut self) {
        let store = self.jobs.store().clone();
        let keeping = self.lifecycle.open.as_mut().map(|open| open.keeping(&store));
        self.jobs.keep(keeping);
        if self.lifecycle.open.is_none() {
            self.jobs.look_for_unsaved();
        }
    }

    /// The project is left, and nothing in it is unsaved: what can be undone stays beside it.
    pub(super) fn settle(&mut self) {
        let Some(open) = self.lifecycle.open.as_ref().filter(|open| !open.session.is_dirty()) else { return };
        let past = open.session.past(STEPS_KEPT);
        self.tell_journal(move |keeping| keeping.close(&past));
    }

    /// What was discarded must not come back at the next opening.
    pub(super) fn discard_kept(&mut self) {
        self.tell_journal(Persistence::discard);
    }

    fn tell_journal(&self, work: impl FnOnce(&mut Persistence) + Send + 'static) {
        let Some(journal) = &self.jobs.journal else { return };
        journal.tell(move |keeping| {
            work(keeping);
            Ok(())
        });
    }

    /// The journal cannot be written. The changes are kept in the data folder until the project is saved, where that
    /// can be done.
    pub(super) fn keeping_failed(&mut self, problem: Problem) {
        let Some(open) = &mut self.lifecycle.open else { return self.notice(problem) };
        let folder = self.jobs.unsaved_folder().map(Path::to_owned);
        match (open.path.clone(), folder, &self.jobs.journal) {
            (Some(file), Some(folder), Some(journal)) if !open.is_kept => {
                open.is_kept = true;
                let name = format!("{}-{}", now_as_name(&*self.services.clock), copy_suffix(&file));
                let (project, past) = (open.session.project().clone(), open.session.past(STEPS_KEPT));
                let events = self.jobs.events_sender();
                journal.tell(move |keeping| {
                    keeping.begin_elsewhere(&folder, &name, &project, &past)?;
                    events.send(Event::KeptElsewhere(file));
                    Ok(())
                });
            }
            // The next change tries again.
            (None, ..) => open.is_kept = false,
            _ => {}
        }
        self.notice(problem);
    }

    /// The changes are safe from a crash again, in another place.
    pub(super) fn kept_elsewhere(&mut self, file: &Path) {
        let is_journal = |notice: &Notice| matches!(notice, Notice::Problem(Problem::JournalFailed { .. }));
        self.said.notices.retain(|notice| !is_journal(notice));
        self.notice(Problem::KeptElsewhere { file: file.display().to_string() });
    }

    /// Offers the copies that stood in for the journal of the open project when a process ended.
    fn offer_copies(&mut self) {
        let Some(file) = self.lifecycle.open.as_ref().and_then(|open| open.path.as_deref()) else { return };
        let suffix = copy_suffix(file);
        for unsaved in &self.lifecycle.unsaved {
            let name = unsaved.path.file_stem().unwrap_or_default().to_string_lossy();
            let notice = Notice::CopyFound { path: unsaved.path.clone() };
            if name.contains(&suffix) && !self.said.notices.contains(&notice) {
                self.said.notices.push(notice);
            }
        }
    }

    /// A project is shown that was read with what stood beside it.
    pub(super) fn take_over_recovery(&mut self, recovery: Recovery) {
        let Recovery { entries, left_over, findings } = recovery;
        let Some(open) = &mut self.lifecycle.open else { return };
        let is_unsaved = open.path.is_none();
        open.is_sample = is_unsaved
            && open.session.project().document_count() == 1
            && open.session.project().document(self.sample.id).is_some();
        let aside = left_over.and_then(|left_over| {
            let file = Persistence::keep_aside(&**self.jobs.store(), open.file()?)?.display().to_string();
            Some(match left_over {
                LeftOver::OtherState => Notice::JournalAside { file },
                LeftOver::Unreadable => Notice::JournalUnread { file },
            })
        });
        // In a blind round nothing is said of what others did.
        let named = |entry: &&Entry| open.session.may_be_named(&entry.label, &entry.edit);
        let recovered: Vec<Entry> = entries.iter().filter(named).cloned().collect();
        let mut findings = findings;
        if !std::ptr::eq(open.session.seen(), open.session.project()) {
            let seen = open.session.seen().findings();
            findings.retain(|of| matches!(of, Finding::TextChanged { .. }) || seen.contains(of));
        }
        if let Some(journal) = &self.jobs.journal {
            journal.tell(move |keeping| keeping.resume(&entries));
        }
        // Whoever opens a project that was never saved knows that.
        if !recovered.is_empty() && !is_unsaved {
            self.said.notices.push(Notice::recovered(&recovered));
        }
        self.said.notices.extend(aside);
        self.said.notices.extend(Notice::lost(&findings));
        self.offer_copies();
    }

    pub(super) fn unsaved_found(&mut self, found: Vec<Result<Unsaved, Problem>>) {
        self.lifecycle.unsaved.clear();
        for found in found {
            match found {
                Ok(found) => self.lifecycle.unsaved.push(found),
                Err(problem) => self.notice(problem),
            }
        }
        self.offer_copies();
    }

    /// The projects that were never saved as the welcome screen shows them.
    pub(super) fn offered(&self) -> Vec<OfferedProject> {
        let words = self.words();
        let show = |unsaved: &Unsaved| {
            let name = [&unsaved.name, &unsaved.title].into_iter().find(|name| !name.is_empty());
            OfferedProject {
                path: unsaved.path.clone(),
                name: name.map_or_else(|| words.untitled.to_owned(), Clone::clone),
                about: (words.keeping.unsaved_about)(unsaved.documents, unsaved.changes),
                when: unsaved.at.map(|at| self.day(at)).unwrap_or_default(),
            }
        };
        self.lifecycle.unsaved.iter().map(show).collect()
    }

    pub(super) fn open_unsaved(&mut self, path: PathBuf) {
        self.jobs.open(path, ProjectHome::Unsaved);
    }

    pub(super) fn discard_unsaved(&mut self, path: PathBuf) {
        self.lifecycle.unsaved.retain(|unsaved| unsaved.path != path);
        self.jobs.discard_unsaved(path);
    }
}

/// Gives changes to the journal. Returns whether a project without a place is kept in the folder for that from now on.
fn hand_over(
    jobs: &Jobs,
    clock: &dyn Clock,
    is_placed: bool,
    session: &Session,
    applied: Vec<Entry>,
) -> bool {
    let Some(journal) = &jobs.journal else { return false };
    let folder = jobs.unsaved_folder().filter(|_| !is_placed);
    let Some(folder) = folder.map(Path::to_owned) else {
        journal.append(applied);
        return false;
    };
    // The first change of a project without a place: all of it is written, then its journal goes on.
    let (project, past) = (session.project().clone(), session.past(STEPS_KEPT));
    let name = now_as_name(clock);
    journal.tell(move |keeping| keeping.begin(&folder, &name, &project, &past, &applied));
    true
}

/// The present moment as the name of a file: names are in the order of time.
fn now_as_name(clock: &dyn Clock) -> String {
    clock.local(clock.now()).strftime("%Y-%m-%d-%H%M%S").to_string()
}
