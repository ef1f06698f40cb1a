//! One call for every format: what the window and the command line share.

use crate::model::analysis::{Sheet, sheet};
use crate::model::{ExportFormat, ExportOrder, Problem, Progress, Unfinished};

use super::chart::{drawing, picture};
use super::output::Output;
use super::{codings_long, html, markdown, promises};

/// Carries out an order. The same order gives the same bytes.
pub fn render(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Output, Unfinished> {
    let (project, documents) = (order.project, order.documents);
    let sheets = || -> Vec<Sheet> {
        documents.iter().map(|document| sheet(project, document, order.words.summary)).collect()
    };
    progress.step(0, documents.len())?;
    Ok(match order.choice.format {
        ExportFormat::Html => Output::text(html(&sheets(), order.title)),
        ExportFormat::Markdown => Output::text(markdown(&sheets(), order.title)),
        ExportFormat::Csv => Output::text(codings_long(project, documents)),
        ExportFormat::Ledger => {
            Output::text(promises(project, documents, project.ledger_day().unwrap_or(order.day)))
        }
        ExportFormat::Svg => Output::text(drawing(order, progress)?),
        ExportFormat::Png => Output::File(picture(order, progress)?),
        other => return Err(Problem::ExportFormatUnknown { file: other.name().to_owned() }.into()),
    })
}
