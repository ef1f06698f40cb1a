//! Correcting the outline: the bar above the text, and at its right the tree, the chosen part and the head.

mod bar;
mod head;
mod pane;
mod part;
mod rows;
mod tree;

pub use bar::{outline_bar, outline_foot};
pub use pane::OutlinePane;
