//! Pages as PDF: A4, embedded typefaces, real text, and a structure that a screen reader can follow.

mod blocks;
mod document;
mod draw;
mod faces;
mod flow;
mod lines;
mod paper;
mod piece;
mod structure;
mod typesetter;

pub use document::pdf;
