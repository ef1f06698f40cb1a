//! Which documents are listed: the choice of what they have to be, and what is chosen.

mod active;
mod pane;
mod parts;

pub use active::active_filter;
pub use pane::FiltersPane;
