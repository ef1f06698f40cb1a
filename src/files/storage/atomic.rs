//! Writing a file so that it is whole at every moment: the old one or the new one, never a part.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::disk::{shown, writing};
use crate::model::Problem;

/// Whether the file that was there is kept beside the new one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Backup {
    /// As `NAME.bak`, one generation.
    Keep,
    None,
}

/// Writes a file atomically: into a temporary file in the same folder, synced, renamed, folder synced.
/// Where anything fails the old file is untouched and the temporary one is gone.
pub fn write_atomic(path: &Path, bytes: &[u8], backup: Backup) -> Result<(), Problem> {
    // A link stays a link: what it points to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    write(&path, bytes, backup).map_err(|error| writing(&shown(&path), &error))
}

fn write(path: &Path, bytes: &[u8], backup: Backup) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if path.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    let mut file = temporary(path, folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if backup == Backup::Keep && path.exists() {
        keep(path)?;
    }
    file.persist(path)?;
    // The rename itself is on disk only once the folder is; not every file system can say so.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

fn temporary(path: &Path, folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".landtag-annotator-").suffix(".tmp");
    let rights = fs::metadata(path).map(|about| about.permissions()).ok();
    let file = with_usual_rights(&mut builder).tempfile_in(folder)?;
    if let Some(rights) = rights {
        let readonly = rights.readonly();
        if readonly {
            return Err(io::Error::from(io::ErrorKind::PermissionDenied));
        }
        file.as_file().set_permissions(rights)?;
    }
    Ok(file)
}

/// A new file gets the rights every new file gets, not the private ones of a temporary file.
#[cfg(unix)]
fn with_usual_rights<'a, 'b>(
    builder: &'a mut tempfile::Builder<'b, 'b>,
) -> &'a mut tempfile::Builder<'b, 'b> {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn with_usual_rights<'a, 'b>(
    builder: &'a mut tempfile::Builder<'b, 'b>,
) -> &'a mut tempfile::Builder<'b, 'b> {
    builder
}

/// Keeps the present file as `NAME.bak` without a moment at which it is missing: a second name for it
/// where the file system can, a copy where it cannot.
fn keep(path: &Path) -> io::Result<()> {
    let backup = backup_path(path);
    let passing =
        path.with_file_name(format!(".{}.bak.tmp", path.file_name().unwrap_or_default().to_string_lossy()));
    let _ = fs::remove_file(&passing);
    if fs::hard_link(path, &passing).is_err() {
        fs::copy(path, &passing)?;
    }
    fs::rename(&passing, backup)
}

/// `study.ron` → `study.ron.bak`.
pub(super) fn backup_path(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".bak");
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
        assert_eq!(fs::read_to_string(backup_path(&path)).expect("there"), "two");
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
