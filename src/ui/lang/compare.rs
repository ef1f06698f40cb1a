//! The words of the comparison: cases, decisions, agreement.

use crate::model::analysis::agreement::{Resampling, Undefined};

/// The words of one language for where coders differ.
pub struct CompareWords {
    // The list of cases.
    pub disputed: &'static str,
    pub decided_count: fn(count: usize) -> String,
    pub against: &'static str,
    pub decided: &'static str,
    pub only_undecided: &'static str,
    pub only_paper: &'static str,
    pub show_all: &'static str,
    pub row_name: fn(question: &str, paper: &str, decided: bool) -> String,
    pub no_cases: &'static str,
    pub none_passes: &'static str,
    pub one_coder: &'static str,
    pub blind: &'static str,
    pub waiting: fn(names: &[String]) -> String,

    // A case.
    pub case_of: fn(place: usize, count: usize) -> String,
    pub previous: &'static str,
    pub next: &'static str,
    pub person: fn(number: u32) -> String,
    pub vote_name: fn(person: &str, tag: &str, passages: usize) -> String,
    pub no_memo: &'static str,
    pub boundary: fn(version: &str) -> String,
    pub in_text: &'static str,

    // The decision.
    pub decision: &'static str,
    pub by_me: &'static str,
    pub by_all: fn(count: usize) -> &'static str,
    pub reason: &'static str,
    pub required: &'static str,
    pub reason_hint: &'static str,
    pub decide: &'static str,
    pub decided_by: fn(names: &[String], date: &str) -> String,
    pub reopen: &'static str,
    pub all_decided: &'static str,
    pub decide_with: fn(tag: &str) -> String,

    // The figures.
    pub agreement: &'static str,
    pub round: fn(number: u32, name: &str) -> String,
    pub choose_round: &'static str,
    pub independent: &'static str,
    pub not_blind: &'static str,
    pub decimal: fn(value: f64) -> String,
    pub interval: fn(low: f64, high: f64) -> String,
    pub alpha: &'static str,
    pub compared: fn(units: usize, documents: usize) -> String,
    pub drawn: fn(drawn: Resampling, seed: u32) -> String,
    pub drawing: &'static str,
    pub same: fn(percent: f64) -> String,
    pub few: fn(units: usize) -> String,
    /// Why there is no value: the only tag that was given, where there is but one; how many units there are.
    pub undefined: fn(why: Undefined, only: Option<&str>, units: usize) -> String,
    /// The same where there is little room.
    pub undefined_short: &'static str,
    pub per_tag: &'static str,
    pub more: &'static str,
    pub percent: &'static str,
    pub kappa: fn(one: &str, other: &str) -> String,
    pub fleiss: &'static str,
    pub fleiss_missing: &'static str,
    pub ac1: &'static str,
    pub scale_name: fn(name: &str, value: &str) -> String,
    pub matrix: fn(one: &str, other: &str) -> String,
    pub other_pair: &'static str,
    pub cell: fn(one: &str, other: &str, count: usize) -> String,
    pub click_cell: &'static str,
    pub votes_stay: &'static str,
    pub copy_paragraph: &'static str,
    pub export: &'static str,
    pub how: &'static str,
    pub back_to_figures: &'static str,
    pub back_to_case: &'static str,
    /// Headings and paragraphs: how it is computed, and why other programs show other figures.
    pub help: &'static [(&'static str, &'static str)],
}
