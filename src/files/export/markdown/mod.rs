//! Summaries as Markdown: `CommonMark` with pipe tables, readable unrendered too.

mod blocks;
mod page;
mod text;

pub use page::markdown;
