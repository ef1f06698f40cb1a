//! What goes out: summaries and tables, one file per format.

mod cells;
mod codebook;
mod codebook_text;
#[allow(dead_code, reason = "formats that draw come next")]
mod colours;
mod csv;
mod docx;
mod flow;
mod html;
mod ledger;
mod markdown;
mod odt;
mod output;
mod percent;
mod plain;
mod render;
mod xml;
mod zipped;

pub use codebook::codebook;
pub use csv::codings_long;
pub use docx::docx;
pub use html::html;
pub use ledger::promises;
pub use markdown::markdown;
pub use odt::odt;
pub use output::Output;
pub use render::render;
pub use zipped::zipped;
