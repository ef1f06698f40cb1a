//! Opening, saving and checking a project.

use std::fs;
use std::path::Path;

use super::atomic::{Backup, write_atomic};
use super::disk::{Stamp, reading, shown, stamp};
use super::snapshot::{parts, read_project, write_project};
use crate::files::digest::sha256;
use crate::model::{Finding, Problem, Project};

/// A project as it was read.
#[derive(Debug)]
pub struct Opened {
    pub project: Project,
    /// To notice later that someone else wrote the file.
    pub stamp: Option<Stamp>,
}

/// Reads a project file.
pub fn open(path: &Path) -> Result<Opened, Problem> {
    let stamp = stamp(path);
    let text = read_text(path)?;
    Ok(Opened { project: read_project(&shown(path), &text)?, stamp })
}

/// Writes a project. `known` is the stamp of the file as this window knows it: a file that changed
/// since is not replaced.
///
/// Returns the stamp of the new file.
pub fn save(path: &Path, project: &Project, known: Option<Stamp>) -> Result<Option<Stamp>, Problem> {
    let there = stamp(path);
    if known.is_some() && there.is_some() && there != known {
        return Err(Problem::ChangedElsewhere { file: shown(path) });
    }
    write_atomic(path, write_project(project).as_bytes(), Backup::Keep)?;
    Ok(stamp(path))
}

/// Writes a project to a place where nothing is yet.
pub fn create(path: &Path, project: &Project) -> Result<Option<Stamp>, Problem> {
    if path.exists() {
        return Err(Problem::ProjectExists { file: shown(path) });
    }
    write_atomic(path, write_project(project).as_bytes(), Backup::None)?;
    Ok(stamp(path))
}

/// Everything that is to be said of a project file: whether it reads, whether its parts fit together,
/// whether each text is the one that was imported, whether every quotation stands where it says.
pub fn check(path: &Path) -> Result<Vec<Finding>, Problem> {
    let file = shown(path);
    let text = read_text(path)?;
    let parts = parts(&file, &text)?;
    let mut findings: Vec<Finding> = parts
        .documents
        .iter()
        .filter(|document| sha256(document.body.as_str().as_bytes()) != document.origin.sha256)
        .map(|document| Finding::TextChanged { document: document.id, file: document.origin.file.clone() })
        .collect();
    match Project::from_parts(parts) {
        Ok(project) => findings.extend(project.findings()),
        Err(wrong) => findings.extend(wrong),
    }
    Ok(findings)
}

fn read_text(path: &Path) -> Result<String, Problem> {
    let file = shown(path);
    let bytes = fs::read(path).map_err(|error| reading(&file, &error))?;
    String::from_utf8(bytes).map_err(|_| Problem::NotAProject { file })
}
