//! Reading papers in: news from the threads, the rows people see, and one undo step at the end.

use std::path::PathBuf;
use std::sync::Arc;

use crate::files::storage::default_codebook;
use crate::model::edits::library;
use crate::model::{Document, DocumentId, Problem, Project};
use crate::ui::panes::{ImportPane, ImportRow, ImportState, Importing, Notice};

use super::incoming::Running;
use super::jobs::ReadingNews;
use super::project::OpenProject;
use super::window::Window;

impl Window {
    /// Begins to read papers. Folders stand for what is in them.
    pub(super) fn read_papers(&mut self, paths: Vec<PathBuf>) {
        let reading = self.import.begin(paths.len());
        self.jobs.read(reading, paths);
    }

    /// The project is left: what is still being read for it comes into no other.
    pub(super) fn cut_reading_short(&mut self) {
        self.shown.import = false;
        let is_running = self.incoming.is_reading_papers();
        if is_running {
            self.jobs.stop_reading();
            self.incoming.done(&Running::Papers);
        }
        if let Some(files) = self.import.cut_short(is_running) {
            self.notice(Problem::ReadingCutShort { files });
        }
    }

    pub(super) fn reading_news(&mut self, reading: u64, news: ReadingNews) {
        if reading != self.import.number {
            return;
        }
        match news {
            ReadingNews::Found(files) => self.reading_begins(files),
            ReadingNews::Read { place, result } => self.file_read(place, *result),
            ReadingNews::Ended { stopped, problem } => self.reading_ended(stopped, problem),
        }
    }

    fn reading_begins(&mut self, files: Vec<String>) {
        let rows = files.into_iter().map(|file| ImportRow { file, state: ImportState::Waiting }).collect();
        self.import.progress = Some(Importing { rows, since: self.clock(), ..Importing::default() });
        self.panes.import = ImportPane::default();
    }

    /// An import that takes longer than a moment shows itself, once.
    pub(super) fn offer_import_view(&mut self) {
        /// In seconds.
        const MOMENT: f64 = 0.3;
        let now = self.clock();
        let Some(importing) = &mut self.import.progress else { return };
        if !importing.ended
            && !importing.offered
            && importing.rows.len() > 1
            && now - importing.since > MOMENT
        {
            importing.offered = true;
            self.shown.import = true;
        }
    }

    fn file_read(&mut self, place: usize, result: Result<Document, Problem>) {
        let Some(importing) = &mut self.import.progress else { return };
        let Some(row) = importing.rows.get_mut(place) else { return };
        importing.done += 1;
        importing.current.clone_from(&row.file);
        row.state = match result {
            Ok(document) => ImportState::Read(Arc::new(document)),
            Err(problem) => ImportState::Failed(problem),
        };
    }

    fn reading_ended(&mut self, stopped: bool, problem: Option<Problem>) {
        self.incoming.done(&Running::Papers);
        if let Some(problem) = problem {
            self.notice(problem);
        }
        self.find_twins();
        let Some(importing) = &mut self.import.progress else { return };
        importing.ended = true;
        if stopped {
            importing.rows.retain(|row| !matches!(row.state, ImportState::Waiting));
            importing.asks = importing.read() > 0;
            self.shown.import = importing.asks;
            self.panes.import.focus();
            if !importing.asks {
                self.import.progress = None;
            }
        } else {
            self.take_over();
        }
    }

    /// Files whose text the project or an earlier row holds already.
    fn find_twins(&mut self) {
        let Some(mut importing) = self.import.progress.take() else { return };
        let mut seen: Vec<(String, String)> = Vec::new();
        for row in &mut importing.rows {
            let ImportState::Read(document) = &row.state else { continue };
            let sha256 = document.origin.sha256.clone();
            // A blind round does not show every document, but a text is in a project once.
            let whole = self.lifecycle.open.as_ref().map(|open| open.session.project());
            let there = whole.and_then(|project| project.document_with_sha256(&sha256));
            let there = there.map(|there| there.origin.file.clone());
            let twin = there
                .or_else(|| seen.iter().find(|(other, _)| *other == sha256).map(|(_, file)| file.clone()));
            match twin {
                Some(other) => row.state = ImportState::Twin(other),
                None => seen.push((sha256, row.file.clone())),
            }
        }
        self.import.progress = Some(importing);
    }

    /// Makes what was read part of the project, as one undo step.
    fn take_over(&mut self) {
        let Some(importing) = &mut self.import.progress else { return };
        importing.asks = false;
        importing.taken = true;
        let mut problems: Vec<Problem> = Vec::new();
        let mut documents: Vec<Document> = Vec::new();
        for row in &importing.rows {
            match &row.state {
                ImportState::Read(document) => documents.push((**document).clone()),
                ImportState::Failed(problem) => problems.push(problem.clone()),
                ImportState::Twin(other) => {
                    problems.push(Problem::AlreadyThere { file: row.file.clone(), other: other.clone() });
                }
                ImportState::Waiting => {}
            }
        }
        let single = importing.rows.len() == 1;
        let added = documents.len();
        let first = documents.first().map(|document| document.id);
        if self.lifecycle.open.is_none() && added > 0 {
            let shown = self.shown.import;
            let importing = self.import.progress.take();
            self.set_project(Some(OpenProject::fresh(Project::new("", default_codebook()))));
            (self.import.progress, self.shown.import) = (importing, shown);
        }
        let whole = self.lifecycle.open.as_ref().map(|open| open.session.project());
        if let (Some(first), Some(project)) = (first, whole) {
            let change = library::add(project, documents);
            if self.commit(Ok(change)) {
                self.go_document(first);
                if !self.shown.import {
                    self.say((self.words().added)(added), added > 1);
                }
            }
        }
        if single {
            self.shown.import = false;
            for problem in problems {
                self.notice(problem);
            }
        } else if !self.shown.import && !problems.is_empty() {
            self.said.notices.push(Notice::Batch { read: added, problems });
        }
    }

    /// Shows the report of the last import, or goes back to reading.
    pub(super) fn toggle_import_view(&mut self) {
        self.shown.import = !self.shown.import && self.import.progress.is_some();
        if !self.shown.import {
            self.panes.reader.focus();
        }
    }

    pub(super) fn stop_import(&mut self) {
        self.jobs.stop_reading();
    }

    /// The answer to "keep the 312 already read?".
    pub(super) fn keep_read(&mut self, keep: bool) {
        if keep {
            self.take_over();
        } else {
            self.import.progress = None;
            self.shown.import = false;
        }
    }

    pub(super) fn open_imported(&mut self, document: DocumentId) {
        self.shown.import = false;
        self.go_document(document);
        self.panes.reader.focus();
    }
}
