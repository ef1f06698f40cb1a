//! Dateidialoge des Systems, in German.

use crate::ui::lang::DialogWords;

pub(super) static DIALOGS: DialogWords = DialogWords {
    all_files: "Alle Dateien",
    papers: "Dokumente",
    papers_and_projects: "Dokumente und Projekte",
    projects: "Projekte",
    codebooks: "Codebücher",
    files_of: |ending| format!("{ending}-Dateien"),
    lost: "Der Dateidialog des Systems wurde beendet, bevor etwas gewählt war. Geben Sie den Pfad ein, oder versuchen Sie es noch einmal; ~ steht für Ihren Ordner.",
};
