//! The annotation pane: the questions of the current answer, one of them open.

mod closed;
mod evidence;
mod header;
mod pane;
mod tags;

pub use pane::{AllSame, AnswerPane};
