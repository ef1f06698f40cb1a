//! One call for every format: what the window and the command line share.

use crate::model::analysis::publication;
use crate::model::{ExportFormat, ExportOrder, Problem, Progress, Unfinished};

use super::output::Output;
use super::{codings_long, docx, html, markdown, odt, promises};

/// Carries out an order. The same order gives the same bytes.
pub fn render(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Output, Unfinished> {
    let (project, documents) = (order.project, order.documents);
    let pages = || publication(order, progress);
    progress.step(0, documents.len())?;
    Ok(match order.choice.format {
        ExportFormat::Html => Output::text(html(&pages()?)),
        ExportFormat::Docx => Output::File(docx(&pages()?, order.day)),
        ExportFormat::Odt => Output::File(odt(&pages()?, order.day)),
        ExportFormat::Markdown => Output::text(markdown(&pages()?)),
        ExportFormat::Csv => Output::text(codings_long(project, documents)),
        ExportFormat::Ledger => {
            Output::text(promises(project, documents, project.ledger_day().unwrap_or(order.day)))
        }
        other => return Err(Problem::ExportFormatUnknown { file: other.name().to_owned() }.into()),
    })
}
