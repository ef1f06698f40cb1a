//! Dateidialoge des Systems, in German.

use crate::ui::lang::DialogWords;

pub(super) static DIALOGS: DialogWords = DialogWords {
    papers: "Dokumente",
    papers_and_projects: "Dokumente und Projekte",
    projects: "Projekte",
    codebooks: "Codebücher",
    files_of: |ending| format!("{ending}-Dateien"),
};
