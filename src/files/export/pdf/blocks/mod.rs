//! Blocks as pieces: one file per kind.

mod bars;
mod contents;
mod days;
mod findings;
mod notice;
mod quotations;
mod reading;
mod section;
mod signs;
mod strip;
mod strips;
mod top;

pub(super) use section::section;
