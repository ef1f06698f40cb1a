//! Pages as ODT: `OpenDocument` 1.3, for `LibreOffice` and everything that reads it.

mod automatic;
mod body;
mod package;
mod styles;

pub use package::odt;
