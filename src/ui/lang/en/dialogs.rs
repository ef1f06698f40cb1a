//! File dialogs of the system, in English.

use crate::ui::lang::DialogWords;

pub(super) static DIALOGS: DialogWords = DialogWords {
    all_files: "All files",
    papers: "Documents",
    papers_and_projects: "Documents and projects",
    projects: "Projects",
    codebooks: "Codebooks",
    files_of: |ending| format!("{ending} files"),
    lost: "The system's file dialog ended before anything was chosen. Type the path, or try again; ~ stands for your home folder.",
};
