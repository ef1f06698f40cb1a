//! German. Kurz, Gegenwart, Sie; „…“, 0,82, 10.543, 10.04.2026.

mod aids;
pub(super) mod codebook;
mod coding;
mod commands;
mod compare;
mod dialogs;
mod exchange;
mod export;
mod exporting;
mod filters;
mod import;
mod keeping;
mod ledger;
mod merging;
mod outline;
mod overview;
mod problems;
mod replication;
mod rounds;
mod search;
mod tables;
mod words;

pub(super) use words::WORDS;
