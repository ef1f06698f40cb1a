//! Summaries as one printable page.

mod charts;
mod findings;
mod page;
mod reading;
mod strip;
mod text;

pub use page::html;
