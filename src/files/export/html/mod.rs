//! Summaries as one printable page.

mod page;
mod strip;

pub use page::html;
pub(super) use page::without_controls;
