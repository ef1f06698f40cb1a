//! The open project: its session and its file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::files::storage::{LeftOver, Persistence, ProjectLock, Resumed, Store};
use crate::model::edits::{Entry, Session};
use crate::model::{Finding, Project};
use crate::ui::lang::Words;

use super::jobs::{ProjectHome, Saved};
use super::save_queue::SaveQueue;

/// A project in the window.
pub struct OpenProject {
    pub session: Session,
    /// `None` until it is saved for the first time.
    pub path: Option<PathBuf>,
    /// SHA-256 of the file as this window knows it.
    pub digest: Option<String>,
    /// Held as long as the project is open.
    lock: Option<ProjectLock>,
    /// Where it is kept while it has no place of its own.
    unsaved: Option<PathBuf>,
    pub is_sample: bool,
    pub saves: SaveQueue,
    /// Its changes are kept in the folder for what was never saved: it has no place of its own, or nothing can be
    /// written beside it.
    pub is_kept: bool,
}

/// What opening found beside the project.
pub struct Recovery {
    pub entries: Vec<Entry>,
    pub left_over: Option<LeftOver>,
    pub findings: Vec<Finding>,
}

impl OpenProject {
    /// A project that is nowhere on disk.
    #[must_use]
    pub fn fresh(project: Project) -> Self {
        Self {
            session: Session::new(project),
            path: None,
            digest: None,
            lock: None,
            unsaved: None,
            is_sample: false,
            saves: SaveQueue::default(),
            is_kept: false,
        }
    }

    /// A project as it was read, with the changes of its journal.
    pub fn opened(path: &Path, home: ProjectHome, resumed: Resumed, lock: ProjectLock) -> (Self, Recovery) {
        let Resumed { mut session, digest, recovered, left_over, findings } = resumed;
        let own = home == ProjectHome::Own;
        if !own {
            session.mark_unsaved();
        }
        let open = Self {
            session,
            path: own.then(|| path.to_owned()),
            digest: Some(digest),
            lock: Some(lock),
            unsaved: (!own).then(|| path.to_owned()),
            is_sample: false,
            saves: SaveQueue::default(),
            is_kept: !own,
        };
        (open, Recovery { entries: recovered, left_over, findings })
    }

    /// Where it stands on disk: in its own place, or in the folder for what was never saved.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        self.path.as_deref().or(self.unsaved.as_deref())
    }

    /// What keeps its changes from now on.
    pub fn keeping(&mut self, store: &Arc<dyn Store>) -> Persistence {
        let store = Arc::clone(store);
        match (self.file(), self.digest.clone()) {
            (Some(file), Some(digest)) => {
                let file = file.to_owned();
                let unsaved = self.unsaved.as_ref().and_then(|_| self.lock.take());
                Persistence::beside(store, &file, &digest, unsaved)
            }
            _ => Persistence::nowhere(store),
        }
    }

    /// It was saved, perhaps to a new place.
    pub fn saved_to(&mut self, path: &Path, saved: Saved) {
        self.digest = Some(saved.written.digest);
        // Whatever was kept elsewhere is in the file.
        self.is_kept = false;
        if saved.lock.is_some() {
            self.lock = saved.lock;
            self.path = Some(path.to_owned());
            self.unsaved = None;
        }
    }

    /// Its own name, or its file's, or what stands for none.
    #[must_use]
    pub fn title(&self, words: &Words) -> String {
        let name = self.session.project().name();
        if !name.is_empty() {
            return name.to_owned();
        }
        match &self.path {
            Some(path) => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            None if self.is_sample => words.sample_project.to_owned(),
            None => words.untitled.to_owned(),
        }
    }
}
