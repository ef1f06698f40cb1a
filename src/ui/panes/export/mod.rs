//! What goes out: the choice at the left, a preview of it at the right.

mod chosen;
mod pane;
mod preview;
mod sample;

pub use pane::ExportPane;
