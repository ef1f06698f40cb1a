//! What leaves the program: an order is carried out on a thread, shows how far it is, and can be stopped.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use jiff::civil::Date;

use crate::files::export::render;
use crate::files::storage::{STEPS_KEPT, write_output};
use crate::model::edits::Past;
use crate::model::{
    Document, DocumentId, ExportChoice, ExportFormat, ExportOrder, Problem, Progress, Project, Unfinished,
};
use crate::ui::lang::Words;
use crate::ui::panes::{ExportPane, Notice};
use crate::ui::{ExportScope, View};

use super::window::{Overlay, Window};
use super::work::{Event, Teller};

/// Shorter work shows nothing.
const SILENT: Duration = Duration::from_millis(300);
/// More often nobody reads it.
const BETWEEN: Duration = Duration::from_millis(50);

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
    pub fn run(&self, path: &Path, teller: &Teller) -> Result<(), Unfinished> {
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
        let watch =
            Watch { teller, stop: &self.stop, began: Instant::now(), told: Cell::new(Duration::ZERO) };
        let output = render(&order, &watch)?;
        watch.step(documents.len(), documents.len())?;
        Ok(write_output(path, &output)?)
    }
}

struct Watch<'a> {
    teller: &'a Teller,
    stop: &'a AtomicBool,
    began: Instant,
    told: Cell<Duration>,
}

impl Progress for Watch<'_> {
    fn step(&self, done: usize, of: usize) -> Result<(), Unfinished> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(Unfinished::Stopped);
        }
        let now = self.began.elapsed();
        if now > SILENT && now > self.told.get() + BETWEEN {
            self.told.set(now);
            self.teller.tell(Event::Exporting { done, of });
        }
        Ok(())
    }
}

impl Window {
    /// The choice what goes out: of the open paper, or of all where the whole project is looked at.
    pub(super) fn show_export(&mut self) {
        let is_paper = self.position.view == View::Coding && self.position.document.is_some();
        let scope = if is_paper { ExportScope::ThisDocument } else { ExportScope::Project };
        self.overlay = Overlay::Export(Box::new(ExportPane::of(ExportFormat::Html, scope)));
    }

    pub(super) fn export_to(&mut self, path: PathBuf, choice: ExportChoice, scope: ExportScope) {
        let Some(open) = &self.open else { return };
        let project = open.session.seen().clone();
        let documents = match scope {
            ExportScope::ThisDocument => self.position.document.into_iter().collect(),
            ExportScope::Project => project.documents().map(|document| document.id).collect(),
        };
        let clock = &self.services.clock;
        let day = clock.local(clock.now()).date();
        let (title, words) = (open.title(self.words()), self.words());
        let past = open.session.seen_past(STEPS_KEPT);
        // A stop meant for the last export must not end this one.
        self.stop_exporting = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&self.stop_exporting);
        self.work.export(path, ExportJob { project, past, documents, choice, title, words, day, stop });
    }

    pub(super) fn export_ledger(&mut self, ctx: &egui::Context) {
        self.ask_export(ctx, ExportChoice::of(ExportFormat::Ledger), ExportScope::Project);
    }

    pub(super) fn stop_export(&mut self) {
        self.stop_exporting.store(true, Ordering::Relaxed);
    }

    /// How far the export is.
    pub(super) fn export_goes_on(&mut self, done: usize, of: usize) {
        self.notices.retain(|notice| !matches!(notice, Notice::Exporting { .. }));
        self.notices.push(Notice::Exporting { done, of });
    }

    pub(super) fn exported(&mut self, path: &Path, result: Result<(), Unfinished>) {
        self.notices.retain(|notice| !matches!(notice, Notice::Exporting { .. }));
        match result {
            Ok(()) => {
                let news = (self.words().exported)(&path.display().to_string());
                self.say(news, false);
            }
            Err(Unfinished::Stopped) => self.say(self.words().exporting.stopped.to_owned(), false),
            Err(Unfinished::Problem(problem)) => self.not_exported(problem),
        }
    }

    fn not_exported(&mut self, problem: Problem) {
        self.notices.push(Notice::NotExported(problem));
    }
}
