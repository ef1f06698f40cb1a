//! What two versions of a project file come from.

use std::path::Path;

use super::atomic::{behind_links, beside};
use super::disk::read_regular;
use super::snapshot::read_project;
use crate::files::digest::sha256;
use crate::model::Project;

/// The state of a project file that a window knows by its digest, where somebody else replaced it since: whoever
/// saves keeps the file that was there as `NAME.bak`. None where that is another state by now.
#[must_use]
pub fn last_common(path: &Path, known: &str) -> Option<Project> {
    let bytes = read_regular(&beside(&behind_links(path), "bak")).ok()?;
    if sha256(&bytes) != known {
        return None;
    }
    read_project("", &String::from_utf8(bytes).ok()?).ok()
}
