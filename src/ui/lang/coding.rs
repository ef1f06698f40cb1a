//! The words for facets, what was asked for, and passages.

use crate::model::Asked;

/// The words of one language for what is said of a question beside its tag.
pub struct CodingWords {
    /// „gefragt ist“, before the chip.
    pub asked_for: &'static str,
    /// On the chip while nothing is said.
    pub asked_nothing: &'static str,
    pub asked: fn(Asked) -> &'static str,
    pub facets: &'static str,
    /// Said quietly where the tag asks for a facet: „vage braucht ein Merkmal“.
    pub needs_facet: fn(tag: &str) -> String,
    pub more_facets: fn(count: usize) -> String,
    pub fewer_facets: &'static str,
    /// While a digit is waited for.
    pub now_a_digit: &'static str,
    pub overlaps: fn(labels: &[String]) -> String,
    pub move_start: &'static str,
    pub move_end: &'static str,
    pub choose_first: &'static str,
    pub not_found_again: &'static str,
    pub find_again: &'static str,
    pub also_for: fn(label: &str) -> String,
    /// How the ends of the chosen passage are moved: keys of the end, of the start.
    pub ends_by_keys: fn(end: &str, start: &str) -> String,
    pub read_again: &'static str,
    pub read_again_done: fn(found: usize, lost: usize) -> String,
    pub same_text: &'static str,
    pub lost: &'static str,
    pub lost_why: &'static str,
}
