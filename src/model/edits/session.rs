//! The one door through which a project changes.

use super::history::{History, Step};
use super::{Change, Edit, Label, Touched};
use crate::model::{Problem, Project};

/// An open project with its past. Everything that was applied waits in the outbox until it is taken
/// to the journal.
#[derive(Clone, Debug)]
pub struct Session {
    project: Project,
    history: History,
    saved: u64,
    outbox: Vec<Edit>,
    revision: u64,
    touched: Touched,
}

impl Session {
    #[must_use]
    pub fn new(project: Project) -> Self {
        Self {
            project,
            history: History::default(),
            saved: 0,
            outbox: Vec::new(),
            revision: 0,
            touched: Touched::default(),
        }
    }

    #[must_use]
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Grows with every change, undo and redo; for whoever caches something derived.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What the last revisions were about.
    #[must_use]
    pub fn touched(&self) -> &Touched {
        &self.touched
    }

    /// Applies a change as one undo step.
    ///
    /// # Errors
    /// Why it is refused; then nothing changed.
    pub fn commit(&mut self, change: Change) -> Result<(), Problem> {
        let inverse = change.edit.clone().apply(&mut self.project)?;
        if inverse == change.edit {
            return Ok(());
        }
        self.revision += 1;
        self.touched.note(self.revision, &change.edit);
        self.history.push(change.label, &change.edit, inverse, change.merge_key, self.saved);
        self.outbox.push(change.edit);
        Ok(())
    }

    /// Takes the last step back and says which it was.
    pub fn undo(&mut self) -> Option<Label> {
        let step = self.history.done.pop()?;
        let label = step.label.clone();
        let step = self.turn(step);
        self.history.undone.push(step);
        Some(label)
    }

    /// Does the last undone step again and says which it was.
    pub fn redo(&mut self) -> Option<Label> {
        let step = self.history.undone.pop()?;
        let label = step.label.clone();
        let step = self.turn(step);
        self.history.done.push(step);
        Some(label)
    }

    /// Applies a step and returns it turned round.
    fn turn(&mut self, step: Step) -> Step {
        self.outbox.push(step.edit.clone());
        self.revision += 1;
        self.touched.note(self.revision, &step.edit);
        let inverse = step.edit.apply(&mut self.project).expect("the history fits the project it made");
        Step { edit: inverse, merge_key: None, ..step }
    }

    /// What undo would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<&Label> {
        self.history.done.last().map(|step| &step.label)
    }

    /// What redo would do again.
    #[must_use]
    pub fn redo_label(&self) -> Option<&Label> {
        self.history.undone.last().map(|step| &step.label)
    }

    /// The next change starts a step of its own: call it when a person leaves a text field.
    pub fn close_step(&mut self) {
        self.history.close_step();
    }

    /// Whether the project differs from what is on disk.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.history.state() != self.saved
    }

    /// The present state, to be handed to [`Session::mark_saved`] once it is on disk.
    #[must_use]
    pub fn state(&self) -> u64 {
        self.history.state()
    }

    /// That state is on disk now.
    pub fn mark_saved(&mut self, state: u64) {
        self.saved = state;
    }

    /// This project has no file that holds it, or the file holds something else.
    pub fn mark_unsaved(&mut self) {
        self.saved = u64::MAX;
    }

    /// What was applied since the last call, in order.
    pub fn take_applied(&mut self) -> Vec<Edit> {
        std::mem::take(&mut self.outbox)
    }
}
