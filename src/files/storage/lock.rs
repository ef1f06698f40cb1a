//! Keeping two windows from writing one project.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

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
        let mut name = project.file_name().unwrap_or_default().to_owned();
        name.push(".lock");
        let path = project.with_file_name(name);
        let Ok(file) = File::create(&path) else {
            return Ok(Self { path, file: None });
        };
        match file.try_lock() {
            Ok(()) => Ok(Self { path, file: Some(file) }),
            Err(TryLockError::WouldBlock) => {
                Err(Problem::ProjectInUse { file: project.display().to_string() })
            }
            // Network folders may know no locks; working without one beats not working.
            Err(TryLockError::Error(_)) => Ok(Self { path, file: None }),
        }
    }
}

impl Drop for ProjectLock {
    fn drop(&mut self) {
        if self.file.take().is_some() {
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
}
