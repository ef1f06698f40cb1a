//! From printed lines to a text one can read: furniture and notes out of the way, words and paragraphs whole.
//!
//! Stages, each with its own tests: `furniture` (running heads, page numbers), `notes` (footnotes and
//! imprints), `hyphens`, `paragraphs`; `sheet` is what they work on.

mod furniture;
mod hyphens;
mod notes;
mod paragraphs;
mod sheet;

pub(in crate::files::import) use sheet::tidy;
