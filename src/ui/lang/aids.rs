//! The words of the reading aids: cue passages, their list, and places to read again.

use crate::model::CueKind;
use crate::model::analysis::Reason;

/// The words of one language for what helps a reader and decides nothing.
pub struct AidWords {
    // Cue passages.
    /// „Signalwort: Aufschub“, also with several kinds.
    pub cue: fn(kinds: &[CueKind]) -> String,
    pub kind: fn(CueKind) -> &'static str,
    /// What the words of a kind have in common.
    pub kind_about: fn(CueKind) -> &'static str,
    pub cues_on: &'static str,
    pub cues_off: &'static str,
    /// Switched on where the current question has no tag.
    pub cues_after_tagging: &'static str,
    /// Beside the line while they are shown.
    pub legend: &'static str,
    pub legend_waits: &'static str,
    pub see_list: &'static str,

    // Their list.
    pub list: &'static str,
    pub list_about: &'static str,
    pub in_force: fn(on: usize, all: usize) -> String,
    pub new_words: &'static str,
    pub words: &'static str,
    pub pattern: &'static str,
    pub pattern_field: &'static str,
    pub example: &'static str,
    pub add: &'static str,
    pub replace: &'static str,
    pub edit: &'static str,
    pub restore: &'static str,
    pub delete: &'static str,
    pub own: &'static str,
    pub changed: &'static str,
    pub built_in_again: &'static str,

    // Places to read again.
    pub again: &'static str,
    pub again_about: &'static str,
    pub nothing_again: &'static str,
    pub nothing_again_why: &'static str,
    /// Why a group of questions may be read again. `tags` are the names of the tags it is about.
    pub reason: fn(Reason, count: usize, tags: &str) -> String,
    pub show_all: fn(count: usize) -> String,
    pub show_fewer: &'static str,
    /// „Frage 3: konkret“, for questions beside one another.
    pub beside: fn(labels: &[(String, String)]) -> String,
    pub coded_under: fn(version: &str) -> String,
    pub quoted: fn(words: &str) -> String,
}
