//! What goes out: summaries and tables, one file per format.

mod codebook;
mod codebook_text;
mod csv;
mod html;
mod ledger;
mod markdown;
mod render;

pub use codebook::codebook;
pub use csv::codings_long;
pub use html::html;
pub use ledger::promises;
pub use markdown::markdown;
pub use render::render;
