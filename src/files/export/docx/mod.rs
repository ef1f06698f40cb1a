//! Pages as DOCX: Office Open XML, ECMA-376, for Word and everything that reads it.

mod body;
mod package;
mod styles;

pub use package::docx;
