//! What was done, to be taken back and done again, without limit.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Edit, How, Label, MergeKey};

/// One step that can be taken back (or, once taken back, done again).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Step {
    pub label: Label,
    /// What takes it back (or does it again).
    pub edit: Edit,
}

/// The steps behind and ahead of a project, the nearest last. What is kept of them from one sitting to the next.
/// Copying it is cheap: steps are shared.
#[derive(Clone, Default, PartialEq, Debug)]
pub struct Past {
    pub done: Vec<Arc<Step>>,
    pub undone: Vec<Arc<Step>>,
}

/// A step and the states of the project that it stands between.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub step: Arc<Step>,
    pub merge_key: Option<MergeKey>,
    pub before: u64,
    pub after: u64,
    /// It was made in this sitting, by whoever sits here.
    pub is_own: bool,
}

/// The steps behind and ahead. States are numbered so that "saved" is one of them.
#[derive(Clone, Default, Debug)]
pub(super) struct History {
    pub done: Vec<Placed>,
    pub undone: Vec<Placed>,
    /// The state before the first step.
    bottom: u64,
    last_state: u64,
}

impl History {
    /// The history of a project that was just read, with the steps that were kept of it.
    pub fn resumed(past: Past) -> Self {
        let placed =
            |(before, step)| Placed { step, merge_key: None, before, after: before + 1, is_own: false };
        let done: Vec<Placed> = (0..).zip(past.done).map(placed).collect();
        let present = done.len() as u64;
        let mut undone: Vec<Placed> = (present..).zip(past.undone.into_iter().rev()).map(placed).collect();
        undone.reverse();
        let last_state = present + undone.len() as u64;
        Self { done, undone, bottom: 0, last_state }
    }

    /// The newest steps, at most so many in each direction.
    pub fn past(&self, limit: usize) -> Past {
        let newest = |steps: &[Placed]| -> Vec<Arc<Step>> {
            let older = steps.len().saturating_sub(limit);
            steps[older..].iter().map(|placed| Arc::clone(&placed.step)).collect()
        };
        Past { done: newest(&self.done), undone: newest(&self.undone) }
    }

    /// The number of the present state.
    pub fn state(&self) -> u64 {
        self.done.last().map_or(self.bottom, |placed| placed.after)
    }

    fn next_state(&mut self) -> u64 {
        self.last_state += 1;
        self.last_state
    }

    /// Whether a change with this key continues the last step. A step that was saved is closed, so the saved state is
    /// never swallowed.
    pub fn joins(&self, merge_key: Option<MergeKey>) -> bool {
        merge_key.is_some() && self.done.last().is_some_and(|last| last.merge_key == merge_key)
    }

    /// Remembers what was applied: as a step of its own, or as part of the last one where it continues that. Then
    /// the old inverse stays, for it leads further back.
    pub fn push(&mut self, how: How, step: Step, applied: &Edit, merge_key: Option<MergeKey>) {
        self.undone.clear();
        let before = self.state();
        let after = self.next_state();
        match self.done.last_mut() {
            Some(last) if how == How::Joined => {
                // Written and deleted again: nothing is left that could be taken back.
                let came = matches!(last.step.edit, Edit::DropCoding { .. });
                let went = matches!(applied, Edit::DropCoding { .. });
                if came && went {
                    self.done.pop();
                } else {
                    last.after = after;
                }
            }
            _ => {
                let is_own = false;
                self.done.push(Placed { step: Arc::new(step), merge_key, before, after, is_own });
            }
        }
    }

    /// Moves the last step behind ahead, or the other way round, with the edit that turns it again. Where that
    /// step is not known any more (only the newest are kept on disk), one takes its place.
    pub fn turned(&mut self, back: bool, step: Step) {
        let known = if back { self.done.pop() } else { self.undone.pop() };
        let is_own = known.as_ref().is_some_and(|known| known.is_own);
        let (before, after) = match known {
            Some(known) => (known.before, known.after),
            None if back => (self.next_state(), self.state()),
            None => (self.state(), self.next_state()),
        };
        let placed = Placed { step: Arc::new(step), merge_key: None, before, after, is_own };
        if back {
            if self.done.is_empty() {
                self.bottom = before;
            }
            self.undone.push(placed);
        } else {
            self.done.push(placed);
        }
    }

    /// Forgets the steps behind (or ahead): the next of them does not fit the project.
    pub fn forget(&mut self, back: bool) {
        let present = self.state();
        if back {
            self.done.clear();
            self.bottom = present;
        } else {
            self.undone.clear();
        }
    }

    /// The last step was made in this sitting.
    pub fn own(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.is_own = true;
        }
    }

    /// The next change starts a step of its own, whatever its merge key.
    pub fn close_step(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.merge_key = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was saved can be reached by undo: a save closes the step, and what is typed on begins one of its own.
    #[test]
    fn a_change_flows_into_the_step_before_unless_that_was_closed() {
        let key = Some(MergeKey::ProjectName);
        let step = || Step { label: Label::Rename, edit: Edit::Rename { name: String::new() } };
        let applied = Edit::Rename { name: "a".to_owned() };
        let mut history = History::default();
        assert!(!history.joins(key), "there is nothing to flow into");
        history.push(How::Did, step(), &applied, key);
        assert!(history.joins(key) && !history.joins(None));
        history.close_step();
        assert!(!history.joins(key), "it was closed");
    }
}
