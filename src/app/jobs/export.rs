//! Writing an export on a thread: it shows how far it is, and can be stopped.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use jiff::civil::Date;

use crate::files::export::render;
use crate::files::storage::{self, write_output};
use crate::model::edits::Past;
use crate::model::{
    Document, DocumentId, ExportChoice, ExportOrder, Job, Problem, Progress, Project, Unfinished,
};
use crate::ui::lang::Words;

use super::event::{Event, EventSender};
use super::pool::Jobs;

/// An export that takes less than this shows no progress.
const SILENT: Duration = Duration::from_millis(300);
/// Progress is told at most this often; nobody reads faster.
const NOTIFY_EVERY: Duration = Duration::from_millis(50);

/// What is to be exported, and from which snapshot.
pub struct ExportJob {
    pub project: Project,
    pub past: Past,
    pub documents: Vec<DocumentId>,
    pub choice: ExportChoice,
    pub title: String,
    pub words: &'static Words,
    /// Today.
    pub day: Date,
    pub stop: Arc<AtomicBool>,
}

impl ExportJob {
    /// Writes the export to its place, or nothing.
    fn run(&self, path: &Path, events: &EventSender) -> Result<(), Unfinished> {
        let documents: Vec<&Document> =
            self.documents.iter().filter_map(|id| self.project.document(*id)).map(|d| &**d).collect();
        let order = ExportOrder {
            project: &self.project,
            documents: &documents,
            past: &self.past,
            choice: &self.choice,
            title: &self.title,
            words: self.words.exports,
            day: self.day,
        };
        let progress = ExportProgress {
            events,
            stop: &self.stop,
            began: Instant::now(),
            told: Cell::new(Duration::ZERO),
        };
        let output = render(&order, &progress)?;
        progress.step(documents.len(), documents.len())?;
        Ok(write_output(path, &output)?)
    }
}

struct ExportProgress<'a> {
    events: &'a EventSender,
    stop: &'a AtomicBool,
    began: Instant,
    told: Cell<Duration>,
}

impl Progress for ExportProgress<'_> {
    fn step(&self, done: usize, of: usize) -> Result<(), Unfinished> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(Unfinished::Stopped);
        }
        let now = self.began.elapsed();
        if now > SILENT && now > self.told.get() + NOTIFY_EVERY {
            self.told.set(now);
            self.events.send(Event::Exporting { done, of });
        }
        Ok(())
    }
}

impl Jobs {
    /// Writes an export of a snapshot.
    pub fn export(&self, path: PathBuf, job: ExportJob) {
        self.write_export(path, move |path, events| job.run(path, events));
    }

    /// Writes something that a person asked for, and says under which name the file is kept that stood there.
    pub(super) fn write_export(
        &self,
        path: PathBuf,
        write: impl FnOnce(&Path, &EventSender) -> Result<(), Unfinished> + Send + 'static,
    ) {
        let lost = path.clone();
        let failed = move |problem: Problem| Event::Exported {
            path: lost,
            replaced: None,
            result: Err(problem.into()),
        };
        self.write_begins();
        self.spawn(Job::Exporting, failed, move |events| {
            let replaced = path.is_file().then(|| storage::backup_of(&path));
            let result = write(&path, events);
            events.send(Event::Exported { path, replaced, result });
        });
    }
}
