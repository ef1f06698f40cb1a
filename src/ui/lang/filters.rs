//! The words for filters.

use crate::model::Unsettled;

/// The words of one language for choosing which documents are listed.
pub struct FilterWords {
    pub filter: &'static str,
    pub leave: &'static str,
    pub show_all: &'static str,
    pub take_away: fn(part: &str) -> String,
    /// A condition and how often it is met, for screen readers.
    pub offer: fn(part: &str, count: &str) -> String,
    pub tag: &'static str,
    pub open: &'static str,
    pub to_do: &'static str,
    pub unsettled: fn(Unsettled) -> &'static str,
    pub parliament: &'static str,
    pub office: &'static str,
    pub party: &'static str,
    /// A condition that something is missing in print: „Partei nicht gedruckt“.
    pub not_printed: fn(what: &str) -> String,
    pub date: &'static str,
    pub from: &'static str,
    pub until: &'static str,
    pub since: fn(day: &str) -> String,
    pub till: fn(day: &str) -> String,
    pub coder: &'static str,
    pub more: fn(count: usize) -> String,
    pub kept: &'static str,
    pub name: &'static str,
    pub keep: &'static str,
    pub drop: fn(name: &str) -> String,
    pub dropped: fn(name: &str) -> String,
}
