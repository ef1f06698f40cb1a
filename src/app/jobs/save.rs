//! Writing a project, and other texts that are ready.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::files::storage::{
    self, Backup, Journaled, ProjectLock, SaveOrder, Store, write_atomic, write_project,
};
use crate::model::{Job, Problem, Project, Unfinished, package};

use super::event::{Event, Saved};
use super::journal_thread::JournalThread;
use super::panic_words::panic_words;
use super::pool::Jobs;

/// One save of one project.
pub struct SaveJob {
    pub order: SaveOrder,
    /// The place that the project has now.
    pub own: Option<PathBuf>,
    /// Which of the projects that were opened in this window.
    pub serial: u64,
}

impl Jobs {
    /// Writes a snapshot of a project.
    pub fn save(&self, job: SaveJob) {
        let SaveJob { order, own, serial } = job;
        let (store, journal) = (Arc::clone(&self.store), self.journal.clone());
        if let Some(journal) = &journal {
            journal.tell(|keeping| {
                keeping.begin_saving();
                Ok(())
            });
        }
        let (path, state) = (order.path.clone(), order.snapshot.state());
        let lost = path.clone();
        let failed = move |problem| Event::Saved { serial, path: lost, state, result: Err(problem) };
        self.spawn(Job::Saving, failed, move |events| {
            let result = save_guarded(&*store, &order, own.as_deref(), journal);
            events.send(Event::Saved { serial, path, state, result });
        });
    }

    /// Writes a text that is ready.
    pub fn write(&self, path: PathBuf, text: String) {
        self.write_made(path, move || text.into_bytes());
    }

    /// Writes the part of the person who sits here.
    pub fn write_package(&self, path: PathBuf, project: Project) {
        self.write_made(path, move || write_project(&package(&project, project.me())).into_bytes());
    }

    fn write_made(&self, path: PathBuf, make: impl FnOnce() -> Vec<u8> + Send + 'static) {
        self.write_export(path, move |path, _| {
            write_atomic(path, &make(), Backup::Keep).map_err(Unfinished::from)
        });
    }
}

/// A save that panics has failed: the journal has to know, or no later save would ever begin.
fn save_guarded(
    store: &dyn Store,
    order: &SaveOrder,
    own: Option<&Path>,
    journal: Option<JournalThread>,
) -> Result<Saved, Problem> {
    let mut failing = journal.clone();
    catch_unwind(AssertUnwindSafe(|| save(store, order, own, journal))).unwrap_or_else(|panic| {
        failing.failed();
        Err(Problem::JobFailed { job: Job::Saving, reason: panic_words(&*panic) })
    })
}

fn save(
    store: &dyn Store,
    order: &SaveOrder,
    own: Option<&Path>,
    mut journal: Option<JournalThread>,
) -> Result<Saved, Problem> {
    let stays = own.is_some_and(|own| storage::same_file(own, &order.path));
    // Another window that works in that file is not to lose it.
    let lock = if stays { Ok(None) } else { ProjectLock::take(&order.path).map(Some) };
    match lock {
        Ok(lock) => {
            let written = storage::save_with(store, order, &mut journal)?;
            Ok(Saved { written, lock })
        }
        Err(problem) => {
            journal.failed();
            Err(problem)
        }
    }
}
