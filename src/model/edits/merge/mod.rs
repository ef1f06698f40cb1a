//! The work of another copy brought in: nothing of either side is lost, and what both changed is said.

mod between;
mod codebook;
mod codings;
mod decisions;
mod documents;
mod head;
mod lists;
mod merged;
mod people;
mod questions;
mod rounds;
mod three;
mod together;
mod translated;

pub use between::between;
pub use merged::{About, Came, CodebookPlace, Conflict, HeadPart, Merged, News, Said, Settled};
pub use together::merge;
