//! What a crash leaves behind: temporary files of saves that never ended.

use std::fs;
use std::path::Path;

use super::history::history_path;
use super::journal::journal_path;
use super::store::{folder_of, passing};

/// Removes the temporary files that a process left which ended while it was saving. Only for whoever holds the
/// lock of the project.
pub(super) fn sweep(project: &Path) {
    let Ok(entries) = fs::read_dir(folder_of(project)) else { return };
    let begins = [passing(project), passing(&journal_path(project)), passing(&history_path(project))];
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.ends_with(".tmp") && begins.iter().any(|begin| name.starts_with(begin)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
