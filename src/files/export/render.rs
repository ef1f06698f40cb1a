//! One call for every format: what the window and the command line share.

use jiff::civil::Date;

use crate::model::analysis::{Sheet, SummaryWords, sheet};
use crate::model::{Document, ExportFormat, Project};

use super::{codings_long, html, markdown, promises};

/// These documents of a project in a format. `title` names the report where there are several. `day` is
/// today: the ledger counts from it unless the project names another day. The same project on the same day gives
/// the same bytes.
#[must_use]
pub fn render(
    project: &Project,
    documents: &[&Document],
    format: ExportFormat,
    title: &str,
    words: &SummaryWords,
    day: Date,
) -> String {
    let sheets =
        || -> Vec<Sheet> { documents.iter().map(|document| sheet(project, document, words)).collect() };
    match format {
        ExportFormat::Html => html(&sheets(), title),
        ExportFormat::Markdown => markdown(&sheets(), title),
        ExportFormat::Csv => codings_long(project, documents),
        ExportFormat::Ledger => promises(project, documents, project.ledger_day().unwrap_or(day)),
    }
}
