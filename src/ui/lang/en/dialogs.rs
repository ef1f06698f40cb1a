//! File dialogs of the system, in English.

use crate::ui::lang::DialogWords;

pub(super) static DIALOGS: DialogWords = DialogWords {
    papers: "Documents",
    papers_and_projects: "Documents and projects",
    projects: "Projects",
    codebooks: "Codebooks",
    files_of: |ending| format!("{ending} files"),
};
