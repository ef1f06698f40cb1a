//! What goes out: summaries and tables, one file per format.

mod bibtex;
mod cells;
mod chart;
mod codebook;
mod codebook_text;
#[allow(dead_code, reason = "formats that draw come next")]
mod colours;
mod csv;
mod docx;
mod flow;
mod html;
mod markdown;
mod odt;
mod output;
mod pdf;
mod percent;
mod plain;
mod refi;
mod render;
mod replication;
mod ris;
mod spss;
mod svg;
mod xlsx;
mod xml;
mod zipped;

pub use bibtex::bibtex;
pub use codebook::codebook;
pub(in crate::files) use colours::tints;
pub use csv::{csv, csv_german};
pub use docx::docx;
pub use html::html;
pub use markdown::markdown;
pub use odt::odt;
pub use output::Output;
pub use pdf::pdf;
pub use refi::{qdc, qdpx};
pub use render::render;
pub use replication::replication;
pub use ris::ris;
pub use spss::spss;
pub use xlsx::xlsx;
pub use zipped::zipped;
