//! One call for every format: what the window and the command line share.

use crate::model::analysis::disagreement::paragraph;
use crate::model::analysis::{bibliography, publication, tables};
use crate::model::{ExportFormat, ExportOrder, Progress, Pseudonyms, Unfinished};

use super::chart::{drawing, picture};
use super::output::Output;
use super::{
    bibtex, csv, csv_german, docx, html, markdown, odt, pdf, qdc, qdpx, replication, ris, spss, xlsx,
};

/// Carries out an order. The same order gives the same bytes.
pub fn render(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Output, Unfinished> {
    // Names are taken away before anything is written: no format can forget it.
    Pseudonyms::in_order(order, |order| written(order, progress))
}

fn written(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Output, Unfinished> {
    let pages = || publication(order, progress);
    let sources = || bibliography(order.documents, order.words.summary);
    progress.step(0, order.documents.len())?;
    Ok(match order.choice.format {
        ExportFormat::Html => Output::text(html(&pages()?)),
        ExportFormat::Pdf => Output::File(pdf(&pages()?, order.day, progress)?),
        ExportFormat::Docx => Output::File(docx(&pages()?, order.day)),
        ExportFormat::Odt => Output::File(odt(&pages()?, order.day)),
        ExportFormat::Markdown => Output::text(markdown(&pages()?)),
        ExportFormat::Csv
        | ExportFormat::Units
        | ExportFormat::Documents
        | ExportFormat::Evidence
        | ExportFormat::CodebookTable
        | ExportFormat::Ledger
        | ExportFormat::Changes
        | ExportFormat::Agreement
        | ExportFormat::Decisions => Output::text(csv(&tables::table(order, progress)?)),
        ExportFormat::AgreementText => Output::text(paragraph(order.project, order.words.agreement) + "\n"),
        ExportFormat::CsvGerman => Output::text(csv_german(&tables::codings(order, progress)?)),
        ExportFormat::Xlsx => Output::File(xlsx(&tables::all(order, progress)?, order.title, order.day)),
        ExportFormat::Spss => spss(order, &tables::codings(order, progress)?),
        ExportFormat::Bibtex => Output::text(bibtex(&sources())),
        ExportFormat::Ris => Output::text(ris(&sources())),
        ExportFormat::Qdpx => Output::File(qdpx(order, progress)?),
        ExportFormat::Qdc => Output::text(qdc(order)),
        ExportFormat::Svg => Output::text(drawing(order, progress)?),
        ExportFormat::Png => Output::File(picture(order, progress)?),
        ExportFormat::Replication => replication(order, progress)?,
    })
}
