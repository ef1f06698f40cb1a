//! PDF: letters at places, from which lines, their order and their kind must be told.
//!
//! Five stages, each in its own file: `glyphs` (with `hayro`, the library), `lines` (with `words`), `order`,
//! `furniture` and `notes`; `gaps` tells paragraphs. A scan without text and a locked file are failures.

mod furniture;
mod gaps;
mod glyphs;
mod hayro;
mod leaf;
mod limits;
mod lines;
mod notes;
mod order;
mod read;
#[cfg(test)]
mod tests;
mod weight;
mod words;

pub(in crate::files::import) use read::read;
