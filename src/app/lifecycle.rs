//! The project in the window: which one, what waits to take its place, and how the window ends.

use std::path::PathBuf;

use crate::files::storage::Unsaved;

use super::jobs::RefiProject;
use super::project::{OpenProject, Recovery};

/// What goes on once it is settled what happens to unsaved work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AfterLeaving {
    Quit,
    Close,
    New,
    Sample,
    /// Shows the project that was read and waits.
    ShowArrived,
}

/// A project that was read while the person is asked about unsaved work.
pub enum Arrived {
    Project(Box<(OpenProject, Recovery)>),
    Refi(Box<RefiProject>),
}

/// How far the window is on its way out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Ending {
    #[default]
    No,
    /// Everything is on disk; the system is to close the window.
    Ready,
    /// The system was told.
    Told,
}

/// From opening to leaving.
#[derive(Default)]
pub struct Lifecycle {
    pub(super) open: Option<OpenProject>,
    /// How many projects were opened here: which one a job or a question is for.
    pub(super) serial: u64,
    arrived: Option<Arrived>,
    /// The person was asked, or need not be, whether what arrived may take the project's place.
    is_arrival_asked: bool,
    /// What goes on once what is being written is on disk.
    leaving: Option<AfterLeaving>,
    pub(super) ending: Ending,
    /// Recent projects that are not where they were.
    pub(super) missing: Vec<PathBuf>,
    /// Projects that were never saved when the program ended.
    pub(super) unsaved: Vec<Unsaved>,
}

impl Lifecycle {
    /// A project was read and waits until the open one may be left.
    pub fn arrive(&mut self, arrived: Arrived) {
        self.arrived = Some(arrived);
        self.is_arrival_asked = false;
    }

    /// Whether something arrived about which nobody was asked yet. True once.
    pub fn ask_about_arrival(&mut self) -> bool {
        self.arrived.is_some() && !std::mem::replace(&mut self.is_arrival_asked, true)
    }

    pub fn take_arrived(&mut self) -> Option<Arrived> {
        self.arrived.take()
    }

    /// What goes on later.
    pub fn wait_to(&mut self, next: AfterLeaving) {
        self.leaving = Some(next);
    }

    pub fn leaving(&self) -> Option<AfterLeaving> {
        self.leaving
    }

    pub fn take_leaving(&mut self) -> Option<AfterLeaving> {
        self.leaving.take()
    }

    /// The person stays: what waited to take the project's place is not shown.
    pub fn stay(&mut self) -> Option<Arrived> {
        self.leaving = None;
        self.arrived.take_if(|_| self.is_arrival_asked)
    }

    /// A save is under way or waits.
    pub fn is_saving(&self) -> bool {
        self.open.as_ref().is_some_and(|open| !open.saves.is_empty())
    }

    pub fn is_dirty(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.session.is_dirty())
    }
}
