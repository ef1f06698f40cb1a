//! The words for what is kept though it was not saved: recovered changes, projects without a place, lost words.

use crate::model::Omission;

/// The words of one language for what is kept.
pub struct KeepingWords {
    // What opening a project found.
    pub show_changes: &'static str,
    /// A copy of this project with later changes stands in the data folder.
    pub copy_found: &'static str,
    pub hide_changes: &'static str,
    pub earlier_changes: fn(count: usize) -> String,
    /// So much of a project of another program was not taken over as it was.
    pub left_out: fn(file: &str, count: usize) -> String,
    pub omission: fn(&Omission) -> String,
    pub journal_unread: fn(file: &str) -> String,
    /// Files whose text is not the imported one, and how many quotations are not at their place.
    pub lost: fn(files: &[String], quotes: usize) -> String,
    /// Decisions whose question or tag is not there.
    pub decide_nothing: fn(decisions: usize) -> String,

    // Projects that were never saved, on the welcome screen.
    pub not_saved: &'static str,
    pub unsaved_about: fn(documents: usize, changes: usize) -> String,
    pub unsaved_why: &'static str,
    pub go_on: &'static str,
    pub discard_sure: &'static str,
    pub keep: &'static str,
}
