//! Reading papers in: what becomes of every file, while it runs and after.

mod detail;
mod facts;
mod pane;
mod rows;

pub use facts::print_facts;
pub use pane::{ImportPane, Importing};
pub use rows::{ImportRow, ImportState};
