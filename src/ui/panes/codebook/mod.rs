//! The codebook as a page of its own: contents at the left, what is chosen beside it, each text a field.

mod cases;
mod contents;
mod facet;
mod field;
mod head;
mod history;
mod pane;
mod plan;
mod signs;
mod tag;

pub use pane::CodebookPane;
pub use plan::CodebookPlan;
