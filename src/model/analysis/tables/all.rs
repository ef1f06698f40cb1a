//! All tables of an export, in the order of a workbook.

use super::table::Table;
use super::{agreement, changes, codebook, codings, decisions, documents, evidence, promises, units};
use crate::model::{ExportFormat, ExportOrder, Progress, Unfinished};

/// Codings, units, documents, evidence, promises, codebook, changes; where several people coded, agreement and
/// decisions.
pub fn all(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Vec<Table>, Unfinished> {
    let mut tables = vec![
        codings(order, progress)?,
        units(order, progress)?,
        documents(order, progress)?,
        evidence(order, progress)?,
    ];
    tables.extend([promises(order), codebook(order), changes(order)]);
    tables.extend([agreement(order), decisions(order)].into_iter().filter(|table| !table.rows.is_empty()));
    Ok(tables)
}

/// The table of a format; for those that are no single table, the long one.
pub fn table(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Table, Unfinished> {
    Ok(match order.choice.format {
        ExportFormat::Units => units(order, progress)?,
        ExportFormat::Documents => documents(order, progress)?,
        ExportFormat::Evidence => evidence(order, progress)?,
        ExportFormat::CodebookTable => codebook(order),
        ExportFormat::Ledger => promises(order),
        ExportFormat::Changes => changes(order),
        ExportFormat::Agreement => agreement(order),
        ExportFormat::Decisions => decisions(order),
        _ => codings(order, progress)?,
    })
}
