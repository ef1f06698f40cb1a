//! Writing a file so that it is whole at every moment: the old one or the new one, never a part.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{shown, writing};
use super::store::{Disk, Store};
use crate::model::Problem;

/// Whether the file that was there is kept beside the new one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Backup {
    /// As `NAME.bak`, one generation.
    Keep,
    None,
}

/// The name under which [`Backup::Keep`] keeps the file that was there.
#[must_use]
pub fn backup_of(path: &Path) -> PathBuf {
    beside(&behind_links(path), "bak")
}

/// Writes a file atomically: into a temporary file in the same folder, synced, renamed, folder synced.
/// Where anything fails the old file is untouched and the temporary one is gone.
pub fn write_atomic(path: &Path, bytes: &[u8], backup: Backup) -> Result<(), Problem> {
    let path = behind_links(path);
    replace(&Disk, &path, bytes, backup).map_err(|error| writing(&shown(&path), &error))
}

/// The same on any disk.
pub(super) fn replace(store: &dyn Store, path: &Path, bytes: &[u8], backup: Backup) -> io::Result<()> {
    let written = store.write_beside(path, bytes)?;
    put(store, &written, path, backup)
}

/// Puts a file that was written beside another one into its place.
pub(super) fn put(store: &dyn Store, written: &Path, path: &Path, backup: Backup) -> io::Result<()> {
    let put = match backup {
        Backup::Keep if store.exists(path) => {
            store.keep_as(path, &beside(path, "bak")).and_then(|()| store.rename(written, path))
        }
        _ => store.rename(written, path),
    };
    if put.is_err() {
        let _ = store.remove(written);
    }
    put
}

/// A link stays a link: what it points to is read and replaced, and what belongs to it stands beside that. So two
/// windows that came by two links know of each other.
pub(super) fn behind_links(path: &Path) -> PathBuf {
    let is_link = fs::symlink_metadata(path).is_ok_and(|about| about.file_type().is_symlink());
    let real = if is_link { fs::canonicalize(path).ok() } else { None };
    real.unwrap_or_else(|| path.to_owned())
}

/// Whether two paths lead to one file.
pub fn same_file(one: &Path, other: &Path) -> bool {
    one == other || matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(a), Ok(b)) if a == b)
}

/// `study.ron` → `study.ron.bak`.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_file_is_kept_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("study.ron");
        for text in ["one", "two", "three"] {
            write_atomic(&path, text.as_bytes(), Backup::Keep).expect("written");
        }
        assert_eq!(fs::read_to_string(&path).expect("there"), "three");
        assert_eq!(fs::read_to_string(beside(&path, "bak")).expect("there"), "two");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2, "nothing else is left behind");
    }

    #[test]
    fn a_missing_folder_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("gone").join("study.ron");
        let problem = write_atomic(&path, b"x", Backup::None).expect_err("no folder");
        assert!(matches!(problem, Problem::FolderMissing { .. }), "{problem:?}");
    }
}
