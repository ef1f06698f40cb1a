//! The words in the system's file dialogs.

/// The words of one language for file dialogs.
pub struct DialogWords {
    // What a dialog lists.
    pub papers: &'static str,
    pub papers_and_projects: &'static str,
    pub projects: &'static str,
    pub codebooks: &'static str,
    /// Files of one format, by its ending in capitals.
    pub files_of: fn(ending: &str) -> String,
}
