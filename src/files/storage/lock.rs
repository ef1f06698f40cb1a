//! Keeping two windows from writing one project.

#[cfg(unix)]
use std::fs::Metadata;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use super::atomic::{behind_links, beside};
use crate::model::Problem;

/// Held while a project is open. The lock is advisory and ends with the process, however that ends;
/// the small file beside the project is taken away when the lock is dropped.
#[derive(Debug)]
pub struct ProjectLock {
    path: PathBuf,
    file: Option<File>,
}

impl ProjectLock {
    /// Takes the lock of a project.
    ///
    /// Where the folder cannot be written the project can be looked at without a lock: saving there
    /// will fail anyway.
    pub fn take(project: &Path) -> Result<Self, Problem> {
        let path = beside(&behind_links(project), "lock");
        // A window that closes takes its file away. Who opened that file just before holds the lock of a file
        // that is not there any more, and tries once more with a new one.
        for _ in 0..8 {
            let Ok(file) = OpenOptions::new().create(true).truncate(false).write(true).open(&path) else {
                return Ok(Self { path, file: None });
            };
            match file.try_lock() {
                Ok(()) if is_file_at(&file, &path) => return Ok(Self { path, file: Some(file) }),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(Problem::ProjectInUse { file: project.display().to_string() });
                }
                // Network folders may know no locks; working without one beats not working.
                Err(TryLockError::Error(_)) => return Ok(Self { path, file: None }),
            }
        }
        Err(Problem::ProjectInUse { file: project.display().to_string() })
    }

    /// Whether this window alone may write.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.file.is_some()
    }
}

#[cfg(unix)]
fn is_file_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let same = |a: &Metadata, b: &Metadata| a.ino() == b.ino() && a.dev() == b.dev();
    matches!((file.metadata(), std::fs::metadata(path)), (Ok(a), Ok(b)) if same(&a, &b))
}

#[cfg(not(unix))]
fn is_file_at(_file: &File, path: &Path) -> bool {
    path.exists()
}

impl Drop for ProjectLock {
    fn drop(&mut self) {
        let Some(file) = self.file.take() else { return };
        // Taken away while the lock is held, so that it is never the file of the next one that goes. Some systems
        // remove no open files; then it goes right afterwards.
        let removed = std::fs::remove_file(&self.path).is_ok();
        drop(file);
        if !removed {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_opens_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let project = folder.path().join("study.ron");
        let lock = ProjectLock::take(&project).expect("free");
        assert!(matches!(ProjectLock::take(&project), Err(Problem::ProjectInUse { .. })));
        drop(lock);
        assert!(ProjectLock::take(&project).is_ok());
    }

    /// A window opens the lock file, another one closes and takes it away, a third makes a new one: the first holds
    /// the lock of a file that nobody else finds, and must see that.
    #[cfg(unix)]
    #[test]
    fn a_lock_file_that_was_taken_away_or_replaced_is_not_the_one_at_its_place() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("study.ron.lock");
        let first = File::create(&path).expect("made");
        assert!(is_file_at(&first, &path));
        std::fs::remove_file(&path).expect("taken away");
        assert!(!is_file_at(&first, &path), "nothing is there");
        let second = File::create(&path).expect("made anew");
        assert!(!is_file_at(&first, &path), "another one is there");
        assert!(is_file_at(&second, &path));
    }
}
