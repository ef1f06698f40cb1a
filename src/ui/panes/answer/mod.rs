//! The annotation pane: the questions of the current answer, one of them open.

mod closed;
mod definition;
mod evidence;
mod facets;
mod header;
mod pane;
mod tags;

pub use facets::Pick;
pub use pane::{AllSame, AnswerPane};
