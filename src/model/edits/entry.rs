//! What happened to a project, as its journal keeps it: the edit that was applied, and how it came, so that the
//! same undo and redo can be rebuilt.

use serde::{Deserialize, Serialize};

use super::{Edit, Label};

/// One line of a journal. It carries its edit whatever it was, so that a project is rebuilt from the edits alone,
/// even where the steps behind them are lost.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Entry {
    pub how: How,
    pub label: Label,
    pub edit: Edit,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum How {
    /// A change that is an undo step of its own.
    Did,
    /// A change that flowed into the step before: a memo that is still being typed.
    Joined,
    Undid,
    Redid,
}
