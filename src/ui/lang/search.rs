//! The words for searching.

use crate::model::analysis::HitPlace;

/// The words of one language for searching.
pub struct SearchWords {
    /// In the empty field.
    pub hint: &'static str,
    pub in_document: &'static str,
    pub in_project: &'static str,
    pub leave: &'static str,
    /// What is the same to a search.
    pub how: &'static str,
    pub nothing: &'static str,
    pub searching: fn(done: usize, of: usize) -> String,
    pub found: fn(hits: usize, papers: usize, in_project: bool) -> String,
    /// Hits that are counted but not listed.
    pub more: fn(count: usize) -> String,
    pub paper: fn(title: &str, hits: usize) -> String,
    /// Where a hit stands.
    pub place: fn(&HitPlace) -> String,
    /// „Treffer 3 von 38: Frage 2“
    pub hit: fn(nth: usize, of: usize, place: &str) -> String,
}
