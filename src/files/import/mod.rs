//! Reading a paper: from the bytes of a file to a document.

mod archive;
mod charset;
mod codebook;
mod codebook_parts;
mod codebook_text;
mod counting;
mod docx;
mod flow;
mod format;
mod html;
mod markdown;
mod odt;
mod paper;
mod pdf;
mod plain;
mod printed;
mod refi;
#[cfg(test)]
mod samples;
mod tidy;
mod xml;

pub use codebook::codebook;
pub use format::Format;
pub use paper::{Reading, document, document_from, extract, needs_care};
pub use printed::{Failure, Line, Page, Part, Printed};
pub use refi::{Arrived, Surroundings, qdc, qdpx};
