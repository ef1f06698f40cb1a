//! German. Kurz, Gegenwart, Sie; „…“, 0,82, 10.543, 10.04.2026.

mod coding;
mod commands;
mod filters;
mod import;
mod outline;
mod problems;
mod search;
mod words;

pub(super) use words::WORDS;
