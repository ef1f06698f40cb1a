//! What stands on disk beside a window, so that nothing is lost with the process: the journal of its project, or,
//! while a project was never saved, a whole project in a folder for that.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::atomic::{Backup, behind_links, replace, same_file};
use super::disk::shown;
use super::history;
use super::journal::{JournalWriter, keep_aside};
use super::lock::ProjectLock;
use super::open::Journaled;
use super::snapshot::write_project;
use super::store::Store;
use super::unsaved::{free_place, remove_files};
use crate::files::digest::sha256;
use crate::model::edits::{Entry, Past};
use crate::model::{Problem, Project};

/// Lives on a thread of its own (see `app/jobs/journal_thread.rs`) and is told what happens in the order in which it happens.
#[derive(Debug)]
pub struct Persistence {
    store: Arc<dyn Store>,
    /// None while the project is nowhere on disk.
    journal: Option<JournalWriter>,
    /// The lock of a project that was never saved, and stands in the folder for those.
    unsaved: Option<ProjectLock>,
    /// The journal beside the project, which cannot be written: the one in use stands in the folder for projects that
    /// were never saved, beside a whole copy.
    stranded: Option<JournalWriter>,
    /// A save is under way.
    saving: Option<Saving>,
}

#[derive(Debug)]
struct Saving {
    /// So many changes of the journal are in the snapshot.
    holds: usize,
    /// Changes that came after it.
    since: Vec<Entry>,
}

impl Persistence {
    /// For a project that is nowhere on disk yet.
    #[must_use]
    pub fn nowhere(store: Arc<dyn Store>) -> Self {
        Self { store, journal: None, unsaved: None, stranded: None, saving: None }
    }

    /// For a project that was opened or saved, whose file has this digest. `unsaved` is the lock of one that a
    /// person never gave a place.
    #[must_use]
    pub fn beside(store: Arc<dyn Store>, path: &Path, digest: &str, unsaved: Option<ProjectLock>) -> Self {
        let journal = Some(JournalWriter::new(&store, &behind_links(path), digest));
        Self { store, journal, unsaved, stranded: None, saving: None }
    }

    /// Keeps changes: on disk once this returns.
    pub fn append(&mut self, entries: &[Entry]) -> Result<(), Problem> {
        if let Some(saving) = &mut self.saving {
            saving.since.extend_from_slice(entries);
        }
        self.journal.as_mut().map_or(Ok(()), |journal| journal.append(entries))
    }

    /// The first change of a project that is nowhere on disk: from now on it has a place in this folder, with its
    /// present state and all that comes. `entries` are in that state already.
    pub fn begin(
        &mut self,
        folder: &Path,
        name: &str,
        project: &Project,
        past: &Past,
        entries: &[Entry],
    ) -> Result<(), Problem> {
        if self.journal.is_some() {
            return self.append(entries);
        }
        if let Some(saving) = &mut self.saving {
            saving.since.extend_from_slice(entries);
        }
        self.copy_to(folder, name, project, past)
    }

    /// The journal beside the project cannot be written, as on a disk that is full. From now on a copy of the project
    /// in this folder, with all that comes, stands in for it until the project is saved.
    pub fn begin_elsewhere(
        &mut self,
        folder: &Path,
        name: &str,
        project: &Project,
        past: &Past,
    ) -> Result<(), Problem> {
        if self.unsaved.is_some() {
            return Ok(());
        }
        let beside = self.journal.take();
        let copied = self.copy_to(folder, name, project, past);
        if copied.is_ok() {
            self.stranded = beside;
        } else {
            self.journal = beside;
        }
        copied
    }

    fn copy_to(&mut self, folder: &Path, name: &str, project: &Project, past: &Past) -> Result<(), Problem> {
        let (path, lock) = free_place(folder, name)?;
        let text = write_project(project);
        let digest = sha256(text.as_bytes());
        // The project last: it is what is looked for.
        let written = history::write(&*self.store, &path, past, &digest)
            .and_then(|()| replace(&*self.store, &path, text.as_bytes(), Backup::None));
        if let Err(error) = written {
            remove_files(&*self.store, &path);
            return Err(Problem::JournalFailed { file: shown(&path), reason: error.to_string() });
        }
        self.journal = Some(JournalWriter::new(&self.store, &path, &digest));
        self.unsaved = Some(lock);
        Ok(())
    }

    /// The copy that stood in for the journal beside the project is not needed any more.
    fn remove_copy(&mut self) {
        if let (Some(lock), Some(journal)) = (self.unsaved.take(), &self.journal) {
            remove_files(&*self.store, journal.project());
            drop(lock);
        }
    }

    /// A snapshot is being taken to be saved: it holds every change that was handed over up to here.
    pub fn begin_saving(&mut self) {
        let holds = self.journal.as_ref().map_or(0, JournalWriter::count);
        self.saving = Some(Saving { holds, since: Vec::new() });
    }

    /// The project was opened with these changes that its file does not hold. What a crash left behind is put in
    /// order: the history of the file as it is, a journal that ends with a whole line.
    pub fn resume(&mut self, recovered: &[Entry]) -> Result<(), Problem> {
        let Some(journal) = &mut self.journal else { return Ok(()) };
        let base = journal.base().to_owned();
        history::take_over(&*self.store, journal.project(), &base);
        journal.restart(&base, recovered)
    }

    /// Keeps a copy of the journal that was found, and says where it is.
    pub fn keep_aside(store: &dyn Store, project: &Path) -> Option<PathBuf> {
        keep_aside(store, &behind_links(project)).ok()
    }

    /// The project is left as its file is: what can be undone is kept beside it, and the journal ends.
    pub fn close(&mut self, past: &Past) {
        if self.unsaved.is_some() {
            return self.discard();
        }
        let Some(journal) = &mut self.journal else { return };
        if journal.count() > 0
            && history::write(&*self.store, journal.project(), past, journal.base()).is_ok()
        {
            journal.remove();
        }
    }

    /// The changes are not wanted: they must not come back.
    pub fn discard(&mut self) {
        if self.unsaved.is_some() {
            self.remove_copy();
            self.journal = self.stranded.take();
        }
        if let Some(journal) = &mut self.journal {
            journal.remove();
        }
    }

    fn begin_at(&mut self, path: &Path, digest: &str, since: &[Entry]) -> Result<(), Problem> {
        let mut journal = JournalWriter::new(&self.store, path, digest);
        if since.is_empty() {
            // What stands there belongs to the project that was replaced.
            journal.make_room();
        } else {
            journal.append(since)?;
        }
        self.discard();
        self.journal = Some(journal);
        Ok(())
    }
}

impl Journaled for Persistence {
    fn mark(&mut self, path: &Path, digest: &str) -> Result<(), Problem> {
        match (&mut self.journal, &self.saving) {
            (Some(journal), Some(saving)) if same_file(journal.project(), path) => {
                journal.mark(digest, saving.holds)
            }
            // Another file is written: this journal goes on fitting its own.
            _ => Ok(()),
        }
    }

    fn saved(&mut self, path: &Path, digest: &str) -> Result<(), Problem> {
        let since = self.saving.take().map(|saving| saving.since).unwrap_or_default();
        let is_back = |stranded: &mut JournalWriter| same_file(stranded.project(), path);
        if let Some(mut journal) = self.stranded.take_if(is_back) {
            let restarted = journal.restart(digest, &since);
            self.remove_copy();
            self.journal = Some(journal);
            return restarted;
        }
        match &mut self.journal {
            Some(journal) if same_file(journal.project(), path) => journal.restart(digest, &since),
            _ => self.begin_at(path, digest, &since),
        }
    }

    fn failed(&mut self) {
        self.saving = None;
        for journal in [&mut self.journal, &mut self.stranded].into_iter().flatten() {
            journal.unmark();
        }
    }
}
