//! The open project: its session, its file, and what still has to be written.

use std::path::{Path, PathBuf};

use crate::files::storage::{Journal, Opened, ProjectLock, Stamp};
use crate::model::edits::{Edit, Session};
use crate::model::{Problem, Project};
use crate::ui::lang::Words;

/// A project in the window.
pub struct OpenProject {
    pub session: Session,
    /// None until it is saved for the first time.
    pub path: Option<PathBuf>,
    pub stamp: Option<Stamp>,
    /// Held as long as the project is open.
    lock: Option<ProjectLock>,
    pub is_sample: bool,
    /// A save is under way; edits since it began are kept for the journal.
    pub saving: bool,
    pub since_save: Vec<Edit>,
}

/// What opening found beside the project.
pub struct Recovery {
    pub changes: usize,
    /// Where a journal that does not fit was put.
    pub aside: Option<PathBuf>,
    pub edits: Vec<Edit>,
}

impl OpenProject {
    /// A project that is nowhere on disk.
    #[must_use]
    pub fn fresh(project: Project) -> Self {
        Self {
            session: Session::new(project),
            path: None,
            stamp: None,
            lock: None,
            is_sample: false,
            saving: false,
            since_save: Vec::new(),
        }
    }

    /// A project as it was read, with the changes of its journal.
    pub fn opened(path: &Path, opened: Opened) -> Result<(Self, Recovery), Problem> {
        let lock = ProjectLock::take(path)?;
        let mut project = opened.project;
        let mut recovery = Recovery { changes: 0, aside: None, edits: Vec::new() };
        if let Some(journal) = Journal::read(path) {
            if journal.fits {
                for edit in journal.edits {
                    if edit.clone().apply(&mut project).is_err() {
                        break;
                    }
                    recovery.edits.push(edit);
                }
                recovery.changes = recovery.edits.len();
            } else {
                recovery.aside = Journal::keep_aside(path).ok();
            }
        }
        let mut session = Session::new(project);
        if recovery.changes > 0 {
            session.mark_unsaved();
        }
        let open = Self {
            session,
            path: Some(path.to_owned()),
            stamp: opened.stamp,
            lock: Some(lock),
            is_sample: false,
            saving: false,
            since_save: Vec::new(),
        };
        Ok((open, recovery))
    }

    /// The project has a new place.
    pub fn moved_to(&mut self, path: &Path) -> Result<(), Problem> {
        if self.path.as_deref() != Some(path) {
            self.lock = None;
            self.lock = Some(ProjectLock::take(path)?);
            self.path = Some(path.to_owned());
        }
        Ok(())
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
