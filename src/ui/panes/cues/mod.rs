//! The list of cues: read, switched off and on, and added to.

mod draft;
mod pane;
mod rows;

pub use pane::CueListPane;
