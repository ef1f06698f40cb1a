//! The words for the codebook: its parts, its versions, what is done to it.

use crate::model::analysis::Difference;
use crate::model::edits::codebook::CodebookAct;
use crate::model::{CodebookFault, CodebookFormat, CodebookLabels, Meaning};

/// The words of one language for the codebook.
pub struct CodebookWords {
    /// What its parts are called, in the window as in its files.
    pub labels: &'static CodebookLabels,

    // The head of the page.
    pub reason: &'static str,
    pub reason_hint: &'static str,
    /// What the next change of the words will do.
    pub in_place: &'static str,
    pub begins_version: fn(codings: usize) -> String,
    pub import: &'static str,
    pub export: &'static str,
    pub format: fn(CodebookFormat) -> &'static str,
    pub written_in: &'static str,

    // The list.
    pub add_tag: &'static str,
    pub add_facet: &'static str,
    pub add_case: &'static str,
    pub name_of_tag: &'static str,
    pub name_of_facet: &'static str,
    pub add: &'static str,
    pub versions: &'static str,
    pub without_name: &'static str,

    // A tag or a facet.
    pub name: &'static str,
    /// „Taste 3“, or that there is none.
    pub on_key: fn(nth: usize) -> String,
    pub up: &'static str,
    pub down: &'static str,
    pub merge: &'static str,
    pub merge_into: fn(name: &str, into: &str) -> String,
    pub remove: &'static str,
    pub used: fn(codings: usize) -> String,
    /// It stays, because codings carry it; what it could be merged with follows.
    pub in_use: fn(name: &str, codings: usize) -> String,
    /// A colour with its line.
    pub sign: fn(colour: &str, line: &str) -> String,
    /// The colour is another tag's, which gets this one's.
    pub exchanges: fn(sign: &str, with: &str) -> String,
    pub meaning_why: fn(Meaning) -> &'static str,
    pub needs_facet: &'static str,
    pub case: fn(nth: usize) -> String,
    pub cases_why: &'static str,

    // Versions.
    pub in_force: &'static str,
    pub first_version: &'static str,
    pub since: fn(date: &str) -> String,
    pub codings: fn(count: usize) -> String,
    pub without_reason: &'static str,
    pub difference: fn(&Difference) -> String,
    pub no_difference: &'static str,

    // The card beside the tags, and help.
    pub card: fn(version: &str, tag: &str) -> String,
    pub card_close: &'static str,

    // A codebook that lacks what codings carry.
    pub plan: fn(version: &str) -> String,
    pub plan_why: &'static str,
    pub plan_row: fn(name: &str, codings: usize) -> String,
    pub plan_go: &'static str,

    // What was done.
    pub act: fn(&CodebookAct, name: &str) -> String,
    pub merged: fn(name: &str, into: &str, codings: usize) -> String,
    pub imported: fn(version: &str) -> String,
    pub already_so: &'static str,
    pub fault: fn(&CodebookFault) -> String,
}
