//! The overview of an order: counted, its intervals drawn while somebody watches, then drawn.

use crate::model::analysis::overview::{Overview, overview};
use crate::model::{ExportOrder, Progress, Unfinished};

use super::svg::{png, svg};

/// Papers drawn between two looks at whoever waits: about 20 ms.
const DRAWN_AT_ONCE: usize = 2_000_000;

pub(super) fn drawing(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<String, Unfinished> {
    let words = order.words.overview;
    let made = (words.made)(&words.language.date(order.day));
    Ok(svg(&finished(order, progress)?, order.title, &made, words))
}

pub(super) fn picture(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Vec<u8>, Unfinished> {
    let drawing = drawing(order, progress)?;
    progress.step(order.documents.len(), order.documents.len())?;
    Ok(png(&drawing))
}

/// The overview with all its intervals.
fn finished(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Overview, Unfinished> {
    let (choice, words) = (order.choice, order.words.overview);
    let mut overview = overview(order.project, order.documents, &choice.filter, choice.count_by, words);
    let charts = overview.unfinished();
    while overview.go_on(DRAWN_AT_ONCE, words) {
        progress.step(charts - overview.unfinished(), charts)?;
    }
    Ok(overview)
}
