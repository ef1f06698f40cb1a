//! The document: read, selected from, underlined. Only what is visible is laid out.

mod blocks;
mod borders;
mod caret;
mod cues;
mod doubts;
mod folds;
mod found;
mod handles;
mod head;
mod heights;
mod keeping;
mod marks;
mod outline;
mod paint;
mod pane;
mod pointer;
mod popup;
mod preparing;
mod references;
mod scrolling;
mod selection;
mod under;

pub use cues::{CUE_BAR, cue_bar};
pub use pane::ReaderPane;
pub use scrolling::Scroll;
