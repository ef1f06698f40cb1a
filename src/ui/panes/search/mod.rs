//! Finding words: the field, what was found, and the way from hit to hit.

mod pane;
mod results;
mod rows;

pub use pane::SearchPane;
pub use results::{FoundPaper, Searching};
