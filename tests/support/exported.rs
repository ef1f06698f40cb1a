//! An export as a test asks for it: the fourth of May 2026, and nobody waits.

use landtag_annotator::files::export::{Output, render};
use landtag_annotator::model::edits::Past;
use landtag_annotator::model::{
    Document, ExportChoice, ExportFormat, ExportOrder, Language, Project, Unwatched,
};
use landtag_annotator::ui::lang::words;

/// The first so many documents of a project.
pub fn exported(
    project: &Project,
    documents: usize,
    choice: &ExportChoice,
    title: &str,
    language: Language,
) -> Output {
    let documents: Vec<&Document> = project.documents().take(documents).map(|document| &**document).collect();
    let order = ExportOrder {
        project,
        documents: &documents,
        past: &Past::default(),
        choice,
        title,
        words: words(language).exports,
        day: jiff::civil::date(2026, 5, 4),
    };
    render(&order, &Unwatched).expect("an export")
}

/// The same, where the format is one text.
pub fn exported_text(
    project: &Project,
    documents: usize,
    format: ExportFormat,
    title: &str,
    language: Language,
) -> String {
    match exported(project, documents, &ExportChoice::of(format), title, language) {
        Output::File(bytes) => String::from_utf8(bytes).expect("a text"),
        Output::Folder(_) => panic!("{format:?} is several files"),
    }
}
