//! The ledger: every promise of the project, its day, and what became of it.

mod detail;
mod lines;
mod pane;
mod row;
mod side;
mod timeline;

pub use pane::LedgerPane;
