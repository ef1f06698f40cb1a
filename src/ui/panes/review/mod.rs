//! Places to read again after coding.

mod lines;
mod pane;

pub use pane::ReviewPane;
