//! Shares as each language writes them.

use crate::model::Language;

/// `56 %` with a narrow blank that never breaks · `56%`.
#[must_use]
pub(super) fn percent(language: Language, percent: u32) -> String {
    match language {
        Language::German => format!("{percent}\u{202f}%"),
        Language::English => format!("{percent}%"),
    }
}
