//! Words of the choice what goes out.

use crate::model::{CountBy, ExportFamily, ExportFormat, Licence, PageLayout};

pub struct ExportingWords {
    pub family: fn(ExportFamily) -> &'static str,
    pub format: fn(ExportFormat) -> &'static str,
    /// One sentence: what it is and for whom.
    pub about: fn(ExportFormat) -> &'static str,
    pub layout: fn(PageLayout) -> &'static str,
    pub count_by: fn(CountBy) -> &'static str,
    pub licence: fn(Licence) -> &'static str,
    pub licence_of_package: &'static str,
    pub coder_names: &'static str,
    pub preview: &'static str,
    /// Over a preview that shows only the beginning.
    pub first_rows: fn(shown: usize) -> String,
    pub no_preview: &'static str,
    /// While an export is written.
    pub writing: fn(done: usize, of: usize) -> String,
    pub stop: &'static str,
    pub stopped: &'static str,
    /// The passages of a press page, so many of so many.
    pub quotations: fn(chosen: usize, most: usize) -> String,
}
