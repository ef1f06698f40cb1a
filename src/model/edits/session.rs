//! The one door through which a project changes.

use super::history::{History, Past, Step};
use super::{Change, Entry, How, Label, Touched};
use crate::model::{Problem, Project};

/// An open project with its past. Everything that was applied waits in the outbox until it is taken
/// to the journal.
#[derive(Clone, Debug)]
pub struct Session {
    project: Project,
    history: History,
    saved: u64,
    outbox: Vec<Entry>,
    revision: u64,
    touched: Touched,
}

impl Session {
    #[must_use]
    pub fn new(project: Project) -> Self {
        Self::resumed(project, Past::default())
    }

    /// A project as it was read, with the steps that were kept beside it.
    #[must_use]
    pub fn resumed(project: Project, past: Past) -> Self {
        let history = History::resumed(past);
        let saved = history.state();
        Self { project, history, saved, outbox: Vec::new(), revision: 0, touched: Touched::default() }
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
        let Change { label, edit, merge_key } = change;
        let inverse = edit.clone().apply(&mut self.project)?;
        if inverse == edit {
            return Ok(());
        }
        self.revision += 1;
        self.touched.note(self.revision, &edit);
        let joins = self.history.joins(merge_key, self.saved);
        let how = if joins { How::Joined } else { How::Did };
        self.history.push(how, Step { label: label.clone(), edit: inverse }, &edit, merge_key);
        self.outbox.push(Entry { how, label, edit });
        Ok(())
    }

    /// Takes the last step back and says which it was.
    pub fn undo(&mut self) -> Option<Label> {
        self.turn(true)
    }

    /// Does the last undone step again and says which it was.
    pub fn redo(&mut self) -> Option<Label> {
        self.turn(false)
    }

    /// Takes a step back or does it again. A step that does not fit the project is forgotten with all beyond it:
    /// the history came from a file, and files can say anything.
    fn turn(&mut self, back: bool) -> Option<Label> {
        let steps = if back { &self.history.done } else { &self.history.undone };
        let step = (*steps.last()?.step).clone();
        let how = if back { How::Undid } else { How::Redid };
        let entry = Entry { how, label: step.label, edit: step.edit };
        let label = entry.label.clone();
        if self.replay(entry.clone()).is_err() {
            self.history.forget(back);
            return None;
        }
        self.outbox.push(entry);
        Some(label)
    }

    /// Lets something happen again that a journal tells of: project, undo and redo become what they were. It does
    /// not go to the outbox, for the journal has it.
    ///
    /// # Errors
    /// Why it does not fit; then nothing changed.
    pub fn replay(&mut self, entry: Entry) -> Result<(), Problem> {
        let Entry { how, label, edit } = entry;
        let inverse = edit.clone().apply(&mut self.project)?;
        self.revision += 1;
        self.touched.note(self.revision, &edit);
        let step = Step { label, edit: inverse };
        match how {
            How::Did | How::Joined => self.history.push(how, step, &edit, None),
            How::Undid => self.history.turned(true, step),
            How::Redid => self.history.turned(false, step),
        }
        Ok(())
    }

    /// What undo would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<&Label> {
        self.history.done.last().map(|placed| &placed.step.label)
    }

    /// What redo would do again.
    #[must_use]
    pub fn redo_label(&self) -> Option<&Label> {
        self.history.undone.last().map(|placed| &placed.step.label)
    }

    /// The newest steps behind and ahead, at most so many of each.
    #[must_use]
    pub fn past(&self, limit: usize) -> Past {
        self.history.past(limit)
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
    pub fn take_applied(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.outbox)
    }
}
