//! What has to hold of everything that comes out.

use landtag_annotator::files::import::{self, Format, Reading};
use landtag_annotator::files::storage::default_codebook;
use landtag_annotator::model::Project;
use landtag_annotator::model::edits::{Session, library};

/// Reads bytes that the format of a target begins.
#[allow(dead_code)]
pub fn extract(bytes: &[u8]) {
    let Ok(printed) = import::extract(bytes) else { return };
    for line in printed.pages.iter().flat_map(|page| &page.lines) {
        assert!(!line.text.contains('\n'), "a line break inside a line");
        assert!(!line.text.trim().is_empty(), "a blank line");
    }
    let reading = Reading { printed, format: Format::Pdf, encoding: String::new() };
    document(import::document_from("x", &reading));
}

/// A document that came out fits into a project.
pub fn document(read: Result<landtag_annotator::model::Document, landtag_annotator::model::Problem>) {
    let Ok(document) = read else { return };
    let mut session = Session::new(Project::new("", default_codebook()));
    let change = library::add(session.project(), vec![document]);
    session.commit(change).expect("a document fits into an empty project");
}
