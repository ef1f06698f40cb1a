//! All tables of an export, in the order of a workbook.

use super::table::Table;
use super::{changes, codebook, codings, documents, evidence, promises, units};
use crate::model::{ExportOrder, Progress, Unfinished};

/// Codings, units, documents, evidence, promises, codebook, changes.
pub fn all(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Vec<Table>, Unfinished> {
    let mut tables = vec![
        codings(order, progress)?,
        units(order, progress)?,
        documents(order, progress)?,
        evidence(order, progress)?,
    ];
    tables.extend([promises(order), codebook(order), changes(order)]);
    Ok(tables)
}
