//! The words in and about the system's file dialogs.

/// The words of one language for file dialogs.
pub struct DialogWords {
    // What a dialog lists. Titles of its filters.
    pub all_files: &'static str,
    pub papers: &'static str,
    pub papers_and_projects: &'static str,
    pub projects: &'static str,
    pub codebooks: &'static str,
    /// Files of one format, by its ending in capitals.
    pub files_of: fn(ending: &str) -> String,

    /// The dialog went away without an answer, because the service that showed it ended.
    pub lost: &'static str,
}
