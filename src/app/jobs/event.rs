//! What jobs have to say to the window, and the way they say it.

use std::path::PathBuf;
use std::sync::mpsc::Sender;

use crate::files::storage::{ProjectLock, Resumed, Unsaved, Written};
use crate::model::analysis::Hit;
use crate::model::edits::Change;
use crate::model::edits::merge::Merged;
use crate::model::{Codebook, Document, DocumentId, Omission, Problem, Project, Unfinished};
use crate::ui::panes::FoundPaper;

/// What a job has to say.
pub enum Event {
    Reading {
        /// Which reading of papers this is.
        reading: u64,
        news: ReadingNews,
    },
    Opened {
        path: PathBuf,
        home: ProjectHome,
        result: Result<Box<(Resumed, ProjectLock)>, Problem>,
    },
    Saved {
        /// Which of the projects that were opened in this window.
        serial: u64,
        path: PathBuf,
        state: u64,
        result: Result<Saved, Problem>,
    },
    /// A project of another program.
    RefiRead(Result<Box<RefiProject>, Problem>),
    /// A codebook that is to be taken over by the project with this number.
    CodebookRead {
        serial: u64,
        file: String,
        result: Result<Box<(Codebook, Vec<Omission>)>, Problem>,
    },
    /// The new text of a paper.
    ReadAgain {
        document: DocumentId,
        result: Box<Result<Document, Problem>>,
    },
    /// An export that takes its time is so far.
    Exporting {
        done: usize,
        of: usize,
    },
    Exported {
        path: PathBuf,
        /// The name that the file has now that stood there before.
        replaced: Option<PathBuf>,
        result: Result<(), Unfinished>,
    },
    /// The work of another copy, put together with ours.
    BroughtIn(Result<Box<Brought>, Problem>),
    JournalFailed(Problem),
    /// A copy of the project in the data folder stands in for its journal: the file of the project.
    KeptElsewhere(PathBuf),
    SettingsFailed(Problem),
    /// What a search found.
    Found(SearchNews),
    /// Recent projects that are not where they were.
    Missing(Vec<PathBuf>),
    /// Projects that were never saved when the program ended.
    Unsaved(Vec<Result<Unsaved, Problem>>),
    /// A job that has nothing else to say ended with an error.
    Failed(Problem),
}

/// Where a project stands on disk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProjectHome {
    /// At a place that a person chose.
    Own,
    /// In the folder for what was never saved.
    Unsaved,
}

/// What a save left on disk.
pub struct Saved {
    pub written: Written,
    /// Where the project has a new place.
    pub lock: Option<ProjectLock>,
}

/// What reading papers has to say, in this order: found once, read for every file, ended once.
pub enum ReadingNews {
    /// The names of the files, folders opened up.
    Found(Vec<String>),
    /// The file with this place in the list. Files may end in another order than they began.
    Read { place: usize, result: Box<Result<Document, Problem>> },
    Ended {
        stopped: bool,
        /// Why it ended before every file was read.
        problem: Option<Problem>,
    },
}

/// A project of another program, read and not shown yet.
pub struct RefiProject {
    pub file: String,
    pub project: Project,
    pub change: Change,
    pub left_out: Vec<Omission>,
}

/// Another copy, put together with the open project as it was.
pub struct Brought {
    pub path: PathBuf,
    /// Of the file that was read.
    pub digest: String,
    /// Into which of the projects that were opened here, and into which state of it.
    pub serial: u64,
    pub revision: u64,
    pub merged: Merged,
}

/// What some papers have.
pub struct SearchNews {
    /// Which search this is of.
    pub number: u64,
    pub hits: Vec<Hit>,
    pub papers: Vec<FoundPaper>,
    /// How many papers were looked through.
    pub done: usize,
}

/// Speaks for a job that runs elsewhere, and wakes the window.
#[derive(Clone)]
pub struct EventSender {
    pub(super) sender: Sender<Event>,
    pub(super) ctx: Option<egui::Context>,
}

impl EventSender {
    pub fn send(&self, event: Event) {
        // Nobody listens any more once the window is gone.
        let _ = self.sender.send(event);
        if let Some(ctx) = &self.ctx {
            ctx.request_repaint();
        }
    }
}
