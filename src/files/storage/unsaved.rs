//! Projects that a person never gave a place: kept in a folder of their own until they are saved or discarded.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::atomic::{behind_links, beside};
use super::disk::shown;
use super::history;
use super::journal::journal_path;
use super::lock::ProjectLock;
use super::open::resume;
use super::store::{Disk, Store};
use crate::files::digest::sha256;
use crate::model::{Problem, Project};

/// A project that was open when the program ended, and was never saved.
#[derive(Clone, PartialEq, Debug)]
pub struct Unsaved {
    pub path: PathBuf,
    pub name: String,
    /// Title of its first paper.
    pub title: String,
    pub documents: usize,
    /// How many changes can be undone in it.
    pub changes: usize,
    /// When it was last written.
    pub at: Option<Timestamp>,
}

/// The projects in this folder that no window has open. One that cannot be read stays where it is, and is said.
#[must_use]
pub fn unsaved_in(folder: &Path) -> Vec<Result<Unsaved, Problem>> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "ron"));
    paths.sort();
    // The newest first: names begin with the time.
    paths.reverse();
    paths.into_iter().filter_map(|path| look_into(&path)).collect()
}

fn look_into(path: &Path) -> Option<Result<Unsaved, Problem>> {
    let _lock = ProjectLock::take(path).ok()?;
    let resumed = match resume(&Disk, path) {
        Ok(resumed) => resumed,
        Err(problem) => return Some(Err(problem)),
    };
    let project: &Project = resumed.session.project();
    let written = [path.to_owned(), journal_path(path)].map(|path| {
        let at = fs::metadata(path).ok()?.modified().ok()?;
        Timestamp::try_from(at).ok()
    });
    Some(Ok(Unsaved {
        path: path.to_owned(),
        name: project.name().to_owned(),
        title: project.document_at(0).map(|document| document.title().to_owned()).unwrap_or_default(),
        documents: project.document_count(),
        changes: resumed.session.past(usize::MAX).done.len(),
        at: written.into_iter().flatten().max(),
    }))
}

/// How the name of a copy ends that stands in for the journal of this project, so that it is found again with it.
#[must_use]
pub fn copy_suffix(project: &Path) -> String {
    let project = std::path::absolute(project).unwrap_or_else(|_| project.to_owned());
    let digest = sha256(behind_links(&project).as_os_str().as_encoded_bytes());
    format!("copy-of-{}", &digest[..16])
}

/// Removes a project of this folder, with all that belongs to it. Refused while a window has it open.
pub fn discard_unsaved(path: &Path) -> Result<(), Problem> {
    let _lock = ProjectLock::take(path)?;
    remove_files(&Disk, path);
    Ok(())
}

/// The project first: without it the rest is nothing.
pub(super) fn remove_files(store: &dyn Store, path: &Path) {
    let _ = store.remove(path);
    let _ = store.remove(&journal_path(path));
    history::remove(store, path);
}

/// A place in the folder that no other window has, and its lock.
pub(super) fn free_place(folder: &Path, name: &str) -> Result<(PathBuf, ProjectLock), Problem> {
    fs::create_dir_all(folder)
        .map_err(|error| Problem::JournalFailed { file: shown(folder), reason: error.to_string() })?;
    let mut number = 1;
    loop {
        let path = match number {
            1 => folder.join(format!("{name}.ron")),
            _ => folder.join(format!("{name}-{number}.ron")),
        };
        number += 1;
        if path.exists() || beside(&path, "journal").exists() {
            continue;
        }
        if let Ok(lock) = ProjectLock::take(&path) {
            return Ok((path, lock));
        }
    }
}
