//! Writing an export: a file is whole or not there, and so is a folder.

use std::fs;
use std::path::Path;

use super::atomic::{Backup, write_atomic};
use super::disk::{shown, writing};
use crate::files::export::{Output, zipped};
use crate::model::Problem;

/// Writes an export; a file that it replaces is kept as `NAME.bak`. Several files become an archive where the path ends in `.zip`, else a new folder.
pub fn write_output(path: &Path, output: &Output) -> Result<(), Problem> {
    match output {
        Output::File(bytes) => write_atomic(path, bytes, Backup::Keep),
        Output::Folder(files) => {
            if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
                return write_atomic(path, &zipped(files, &[]), Backup::Keep);
            }
            if path.exists() {
                return Err(Problem::FolderExists { file: shown(path) });
            }
            write_folder(path, files)
        }
    }
}

/// The folder is filled beside its place and renamed, so that nobody finds half of it.
fn write_folder(path: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Problem> {
    let failed = |error: &std::io::Error| writing(&shown(path), error);
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let filled = tempfile::Builder::new().prefix(".export").tempdir_in(parent).map_err(|e| failed(&e))?;
    for (name, bytes) in files {
        let file = filled.path().join(name);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| failed(&error))?;
        }
        fs::write(&file, bytes).map_err(|error| failed(&error))?;
    }
    // What is renamed is not temporary any more.
    fs::rename(filled.path(), path).map_err(|error| failed(&error))?;
    let _ = filled.keep();
    open_to_all(path);
    Ok(())
}

/// A temporary folder is for its owner only; an export is like any other folder.
#[cfg(unix)]
fn open_to_all(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let _ = fs::set_permissions(path, fs::Permissions::from_mode(0o755));
}

#[cfg(not(unix))]
fn open_to_all(_path: &Path) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn output() -> Output {
        Output::Folder(vec![("README.md".into(), b"x".to_vec()), ("tables/a.csv".into(), b"1".to_vec())])
    }

    #[test]
    fn a_folder_is_new_and_whole() {
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("package");
        write_output(&path, &output()).expect("written");
        assert_eq!(fs::read(path.join("tables/a.csv")).expect("there"), b"1");
        assert_eq!(fs::read_dir(place.path()).expect("a folder").count(), 1, "nothing else is left behind");
        let again = write_output(&path, &output()).expect_err("it is there");
        assert!(matches!(again, Problem::FolderExists { .. }), "{again:?}");
    }

    #[test]
    fn an_ending_asks_for_an_archive() {
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("package.zip");
        write_output(&path, &output()).expect("written");
        assert!(fs::read(&path).expect("there").starts_with(b"PK"));
    }
}
