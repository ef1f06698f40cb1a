//! What goes out: summaries and tables, one file per format.

mod chart;
mod codebook;
mod codebook_text;
#[allow(dead_code, reason = "formats that draw come next")]
mod colours;
mod csv;
mod html;
mod ledger;
mod markdown;
mod output;
mod render;
mod svg;
mod zipped;

pub use codebook::codebook;
pub use csv::codings_long;
pub use html::html;
pub use ledger::promises;
pub use markdown::markdown;
pub use output::Output;
pub use render::render;
pub use zipped::zipped;
