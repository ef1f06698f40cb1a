//! One call for every format: what the window and the command line share.

use crate::model::analysis::{Sheet, SummaryWords, sheet};
use crate::model::{Document, ExportFormat, Project};

use super::{codings_long, html, markdown};

/// These documents of a project in a format. `title` names the report where there are several. The same
/// project gives the same bytes.
#[must_use]
pub fn render(
    project: &Project,
    documents: &[&Document],
    format: ExportFormat,
    title: &str,
    words: &SummaryWords,
) -> String {
    let sheets =
        || -> Vec<Sheet> { documents.iter().map(|document| sheet(project, document, words)).collect() };
    match format {
        ExportFormat::Html => html(&sheets(), title),
        ExportFormat::Markdown => markdown(&sheets(), title),
        ExportFormat::Csv => codings_long(project, documents),
    }
}
