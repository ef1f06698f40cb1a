//! What goes out: summaries and tables, one file per format.

mod codebook;
mod codebook_text;
#[allow(dead_code, reason = "formats that draw come next")]
mod colours;
mod csv;
mod html;
mod ledger;
mod markdown;
mod output;
mod refi;
mod render;
mod zipped;

pub use codebook::codebook;
pub(in crate::files) use colours::tints;
pub use csv::codings_long;
pub use html::html;
pub use ledger::promises;
pub use markdown::markdown;
pub use output::Output;
pub use refi::{qdc, qdpx};
pub use render::render;
pub use zipped::zipped;
