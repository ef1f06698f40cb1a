//! Reading a paper: from the bytes of a file to a document.

mod format;
mod paper;
mod plain;
mod printed;
mod tidy;

pub use format::Format;
pub use paper::document;
