//! Reading one paper for a call.

use std::path::Path;

use crate::files::sandbox::Sandbox;
use crate::model::{Document, Problem};

/// Reads a paper, in the sandbox where its format needs care.
pub(super) fn read(path: &Path) -> Result<Document, Problem> {
    Sandbox::current().read_document(path)
}
