//! German. Kurz, Gegenwart, Sie; „…“, 0,82, 10.543, 10.04.2026.

mod codebook;
mod coding;
mod commands;
mod import;
mod outline;
mod problems;
mod words;

pub(super) use words::WORDS;
