//! A project of another program comes in: as a new project, with the list of what has no place in it.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::files::import::{Arrived, Surroundings, qdpx};
use crate::files::storage::{default_codebook, read_paper};
use crate::model::edits::{Change, exchange};
use crate::model::{Language, Omission, Problem, Project, Unfinished, Unwatched};
use crate::ui::lang::codebook_labels;
use crate::ui::panes::Notice;

use super::library::{Next, is_project};
use super::project::OpenProject;
use super::window::Window;
use super::work::{Event, Work};

/// A project that was read while the person is asked about unsaved work.
pub struct Exchanged {
    file: String,
    project: Project,
    change: Change,
    left_out: Vec<Omission>,
}

/// Such a project is told by its ending.
pub(super) fn is_exchange(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("qdpx"))
}

/// A codebook of another program, likewise.
pub(super) fn is_codebook(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("qdc"))
}

impl Work {
    /// Reads a project of another program.
    pub(super) fn exchange(&mut self, path: PathBuf, now: Timestamp) {
        self.spawn(move |teller| {
            let result = read(&path, now).map(Box::new);
            teller.tell(Event::Exchanged(result));
        });
    }
}

fn read(path: &Path, now: Timestamp) -> Result<Exchanged, Problem> {
    let file = file_name(path);
    let bytes = read_paper(path)?;
    let codebook = default_codebook();
    let world = Surroundings { codebook: &codebook, labels: codebook_labels(Language::German), now };
    let Arrived { parts, left_out } = qdpx(&file, &bytes, world, &Unwatched).map_err(|end| match end {
        Unfinished::Problem(problem) => problem,
        Unfinished::Stopped => Problem::ReadingEnded { file: file.clone() },
    })?;
    let begun = exchange::begin(parts);
    let (project, change) =
        begun.map_err(|findings| Problem::ProjectInconsistent { file: file.clone(), findings })?;
    Ok(Exchanged { file, project, change, left_out })
}

impl Window {
    /// Reads the first of these projects. What came along with it is read once it is there: it belongs to it.
    pub(super) fn take_exchange(&mut self, exchanges: Vec<PathBuf>, others: Vec<PathBuf>) {
        let mut exchanges = exchanges.into_iter();
        if let Some(first) = exchanges.next() {
            self.work.exchange(first, self.services.clock.now());
        }
        if let Some(second) = exchanges.next() {
            self.notice(Problem::OpensAlone { file: file_name(&second) });
        }
        self.read_later.extend(others.into_iter().filter(|path| !is_project(path)));
    }

    /// A codebook that was dropped: for the open project, which is a new one where none is open.
    pub(super) fn take_codebook_file(&mut self, path: &Path) {
        if self.open.is_none() {
            self.go_on(Next::New);
        }
        self.read_codebook(path);
    }

    pub(super) fn exchange_read(&mut self, result: Result<Box<Exchanged>, Problem>) {
        match result {
            Ok(exchanged) => {
                self.exchanged = Some(exchanged);
                self.leave(Next::ShowExchanged);
            }
            Err(problem) => self.notice(problem),
        }
    }

    /// Shows the project that came in. That it came is a step that can be taken back.
    pub(super) fn show_exchanged(&mut self) {
        let Some(exchanged) = self.exchanged.take() else { return };
        let Exchanged { file, project, change, left_out } = *exchanged;
        self.set_project(Some(OpenProject::fresh(project)));
        if !self.commit(Ok(change)) {
            return;
        }
        let first = self.project().and_then(|project| project.documents().next().map(|first| first.id));
        if let Some(first) = first {
            self.go_document(first);
        }
        let count = self.project().map_or(0, Project::document_count);
        self.say((self.words().added)(count), count > 1);
        if !left_out.is_empty() {
            self.notices.push(Notice::LeftOut { file, left_out });
        }
        let along = std::mem::take(&mut self.read_later);
        if !along.is_empty() {
            self.read_papers(along);
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
