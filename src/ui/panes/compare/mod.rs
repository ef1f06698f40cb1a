//! The comparison: questions on which coders differ, what was decided, how far people agree.

mod case;
mod computing;
mod decision;
mod figures;
mod help;
mod list;
mod matrix;
mod pane;
mod passages;
mod scale;
mod votes;

pub use pane::ComparePane;
