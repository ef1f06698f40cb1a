//! Reading bytes, and saying in our words why that did not work.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::model::Problem;

/// A paper larger than this is none: the longest printed answers have a few megabytes of text.
pub const PAPER_LIMIT_MB: u64 = 50;

/// The bytes of a paper.
pub fn read_paper(path: &Path) -> Result<Vec<u8>, Problem> {
    let file = shown(path);
    let about = fs::metadata(path).map_err(|error| reading(&file, &error))?;
    if about.is_dir() {
        return Err(Problem::FileIsFolder { file });
    }
    let megabytes = about.len() / (1024 * 1024);
    if megabytes >= PAPER_LIMIT_MB {
        return Err(Problem::FileTooLarge { file, megabytes, limit: PAPER_LIMIT_MB });
    }
    fs::read(path).map_err(|error| reading(&file, &error))
}

/// Folders deeper than this are not looked into: a loop of links has no end.
const DEEPEST: usize = 12;

/// The files behind these paths, in the order of their names: a folder stands for all files in it. Hidden files
/// are passed over.
#[must_use]
pub fn files_in(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        if path.is_dir() {
            walk(path, 0, &mut files);
        } else {
            files.push(path.clone());
        }
    }
    files
}

fn walk(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        // It comes back as a file that cannot be read, with the reason.
        files.push(folder.to_owned());
        return;
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if !path.is_dir() {
            files.push(path);
        } else if depth < DEEPEST {
            walk(&path, depth + 1, files);
        }
    }
}

/// A path as it is shown to a person.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// What a failed reading means.
pub(super) fn reading(file: &str, error: &io::Error) -> Problem {
    let file = file.to_owned();
    match error.kind() {
        ErrorKind::NotFound => Problem::FileMissing { file },
        ErrorKind::IsADirectory => Problem::FileIsFolder { file },
        _ => Problem::FileUnreadable { file, reason: error.to_string() },
    }
}

/// What a failed writing means.
pub(super) fn writing(file: &str, error: &io::Error) -> Problem {
    let file = file.to_owned();
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Problem::DiskFull { file }
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Problem::NoPermission { file },
        ErrorKind::NotFound | ErrorKind::NotADirectory => Problem::FolderMissing { file },
        _ => Problem::WriteFailed { file, reason: error.to_string() },
    }
}
