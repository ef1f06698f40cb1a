//! The document: read, selected from, underlined. Only what is visible is laid out.

mod blocks;
mod caret;
mod head;
mod heights;
mod marks;
mod paint;
mod pane;
mod popup;
mod selection;

pub use pane::{ReaderPane, Scroll};
