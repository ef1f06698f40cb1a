//! What leaves the program: the choice, the job, and what it says.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::files::storage::STEPS_KEPT;
use crate::model::{ExportChoice, ExportFormat, Unfinished};
use crate::ui::panes::{ExportPane, Notice};
use crate::ui::{ExportScope, View};

use super::jobs::ExportJob;
use super::shown::Overlay;
use super::window::Window;

impl Window {
    /// The choice what goes out: of the open paper, or of all where the whole project is looked at.
    pub(super) fn show_export(&mut self) {
        let is_paper = self.place.position.view == View::Coding && self.place.position.document.is_some();
        let scope = if is_paper { ExportScope::ThisDocument } else { ExportScope::Project };
        self.shown.overlay = Overlay::Export(Box::new(ExportPane::of(ExportFormat::Html, scope)));
    }

    pub(super) fn export_to(&mut self, path: PathBuf, choice: ExportChoice, scope: ExportScope) {
        let Some(open) = &self.lifecycle.open else { return };
        let project = open.session.seen().clone();
        let documents = match scope {
            ExportScope::ThisDocument => self.place.position.document.into_iter().collect(),
            ExportScope::Project => project.documents().map(|document| document.id).collect(),
        };
        let clock = &self.services.clock;
        let day = clock.local(clock.now()).date();
        let (title, words) = (open.title(self.words()), self.words());
        let past = open.session.seen_past(STEPS_KEPT);
        // A stop meant for the last export must not end this one.
        self.stop_exporting = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&self.stop_exporting);
        self.jobs.export(path, ExportJob { project, past, documents, choice, title, words, day, stop });
    }

    pub(super) fn export_ledger(&mut self) {
        self.ask_export(ExportChoice::of(ExportFormat::Ledger), ExportScope::Project);
    }

    pub(super) fn stop_export(&mut self) {
        self.stop_exporting.store(true, Ordering::Relaxed);
    }

    /// How far the export is.
    pub(super) fn export_goes_on(&mut self, done: usize, of: usize) {
        self.said.notices.retain(|notice| !matches!(notice, Notice::Exporting { .. }));
        self.said.notices.push(Notice::Exporting { done, of });
    }

    pub(super) fn exported(&mut self, path: &Path, replaced: Option<&Path>, result: Result<(), Unfinished>) {
        self.jobs.write_ended();
        self.said.notices.retain(|notice| !matches!(notice, Notice::Exporting { .. }));
        let words = self.words();
        match result {
            Ok(()) => {
                let file = path.display().to_string();
                let news = match replaced.and_then(Path::file_name) {
                    Some(kept) => (words.exported_over)(&file, &kept.to_string_lossy()),
                    None => (words.exported)(&file),
                };
                self.say(news, false);
            }
            Err(Unfinished::Stopped) => self.say(words.exporting.stopped.to_owned(), false),
            Err(Unfinished::Problem(problem)) => {
                // Who is leaving is to see that it was not written.
                self.stay();
                self.said.notices.push(Notice::NotExported(problem));
            }
        }
        self.go_on_leaving();
    }
}
