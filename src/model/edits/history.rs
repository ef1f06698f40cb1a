//! What was done, to be taken back and done again, without limit.

use super::{Edit, Label, MergeKey};

/// One step that can be taken back (or done again).
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Step {
    pub label: Label,
    /// Leads out of the state `after` into the state `before` (the other way round once undone).
    pub edit: Edit,
    pub merge_key: Option<MergeKey>,
    /// Numbers of the states of the project before and after this step.
    pub before: u64,
    pub after: u64,
}

/// The steps behind and ahead. States are numbered so that "saved" is one of them.
#[derive(Clone, Default, PartialEq, Debug)]
pub(super) struct History {
    pub done: Vec<Step>,
    pub undone: Vec<Step>,
    last_state: u64,
}

impl History {
    /// The number of the present state.
    pub fn state(&self) -> u64 {
        self.done.last().map_or(0, |step| step.after)
    }

    /// Remembers a new step. Where it continues the last one, the old inverse stays: it leads
    /// further back. The saved state is never swallowed.
    pub fn push(
        &mut self,
        label: Label,
        applied: &Edit,
        inverse: Edit,
        merge_key: Option<MergeKey>,
        saved: u64,
    ) {
        self.undone.clear();
        let before = self.state();
        self.last_state += 1;
        let after = self.last_state;
        if let Some(last) = self.done.last_mut()
            && merge_key.is_some()
            && last.merge_key == merge_key
            && last.after != saved
        {
            // Written and deleted again: nothing is left that could be taken back.
            let came = matches!(last.edit, Edit::DropCoding { .. });
            let went = matches!(applied, Edit::DropCoding { .. });
            if came && went {
                self.done.pop();
            } else {
                last.after = after;
            }
            return;
        }
        self.done.push(Step { label, edit: inverse, merge_key, before, after });
    }

    /// The next change starts a step of its own, whatever its merge key.
    pub fn close_step(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.merge_key = None;
        }
    }
}
