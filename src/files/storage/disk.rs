//! Reading bytes, and saying in our words why that did not work.

use std::fmt;
use std::fs::{self, File, FileType};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use crate::model::{Problem, SpecialFile};

/// A paper larger than this is none: the longest printed answers have a few megabytes of text.
pub const PAPER_LIMIT_MB: u64 = 50;

/// The bytes of a paper.
pub fn read_paper(path: &Path) -> Result<Vec<u8>, Problem> {
    let file = shown(path);
    let (opened, length) = open_regular(path).map_err(|error| reading(&file, &error))?;
    let too_large = |length: u64| {
        let megabytes = length / (1024 * 1024);
        Problem::FileTooLarge { file: file.clone(), megabytes, limit: PAPER_LIMIT_MB }
    };
    let limit = PAPER_LIMIT_MB * 1024 * 1024;
    if length >= limit {
        return Err(too_large(length));
    }
    // Counted, not believed: a file may grow while it is read, and those of /proc say that they are empty.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    opened.take(limit).read_to_end(&mut bytes).map_err(|error| reading(&file, &error))?;
    if bytes.len() as u64 >= limit {
        return Err(too_large(limit));
    }
    Ok(bytes)
}

/// The bytes of a file of ours, of any length.
pub(super) fn read_regular(path: &Path) -> io::Result<Vec<u8>> {
    let (mut opened, length) = open_regular(path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    opened.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens a regular file, and says how long it is. Anything else is looked at before it is opened: opening a pipe
/// waits for its other end, and opening a device may do something. What was opened is looked at once more, as
/// another file may have taken its place.
fn open_regular(path: &Path) -> io::Result<(File, u64)> {
    is_regular(fs::metadata(path)?.file_type())?;
    let opened = File::open(path)?;
    let about = opened.metadata()?;
    is_regular(about.file_type())?;
    Ok((opened, about.len()))
}

fn is_regular(kind: FileType) -> io::Result<()> {
    if kind.is_file() {
        Ok(())
    } else if kind.is_dir() {
        Err(io::Error::from(ErrorKind::IsADirectory))
    } else {
        Err(io::Error::new(ErrorKind::InvalidInput, NotRegular(special(kind))))
    }
}

#[cfg(unix)]
fn special(kind: FileType) -> SpecialFile {
    use std::os::unix::fs::FileTypeExt as _;
    if kind.is_fifo() {
        SpecialFile::Pipe
    } else if kind.is_socket() {
        SpecialFile::Socket
    } else {
        SpecialFile::Device
    }
}

#[cfg(not(unix))]
fn special(_: FileType) -> SpecialFile {
    SpecialFile::Device
}

/// Why a file is not opened, as an error of the system.
#[derive(Debug)]
struct NotRegular(SpecialFile);

impl fmt::Display for NotRegular {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a regular file: {:?}", self.0)
    }
}

impl std::error::Error for NotRegular {}

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
    paths.sort_by_cached_key(|path| natural(&path.to_string_lossy()));
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

/// A name to be sorted by as people count: „2.pdf“ comes before „10.pdf“. Numbers are told by their length first; of
/// names that are alike but for leading zeros, the name itself decides.
fn natural(name: &str) -> (Vec<(usize, String)>, String) {
    let kinds = name.as_bytes().chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    let parts = kinds.map(|part| {
        let part = String::from_utf8_lossy(part);
        let number = part.trim_start_matches('0');
        let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
        // Words have no length to be told by, and stand behind numbers.
        if is_number { (number.len(), number.to_owned()) } else { (usize::MAX, part.into_owned()) }
    });
    (parts.collect(), name.to_owned())
}

/// A path as it is shown to a person.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// What a failed reading means.
pub(super) fn reading(file: &str, error: &io::Error) -> Problem {
    let file = file.to_owned();
    let not_regular = error.get_ref().and_then(|inner| inner.downcast_ref::<NotRegular>());
    if let Some(NotRegular(kind)) = not_regular {
        return Problem::FileIsSpecial { file, kind: *kind };
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_as_people_count() {
        let mut names = ["21-10.pdf", "21-9.pdf", "21-009.pdf", "3.pdf", "Anfrage 12.txt", "Anfrage 2.txt"];
        names.sort_by_cached_key(|name| natural(name));
        assert_eq!(
            names,
            ["3.pdf", "21-009.pdf", "21-9.pdf", "21-10.pdf", "Anfrage 2.txt", "Anfrage 12.txt"]
        );
    }
}
