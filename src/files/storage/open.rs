//! Opening, saving and checking a project.

use std::path::{Path, PathBuf};

use super::atomic::{Backup, behind_links, put, replace};
use super::disk::{reading, shown, writing};
use super::history;
use super::journal::Journal;
use super::lock::ProjectLock;
use super::snapshot::{parts, read_project, write_project};
use super::store::{Disk, Store};
use super::sweep::sweep;
use crate::files::digest::sha256;
use crate::model::edits::{Entry, Past, Replayed, Session, Snapshot};
use crate::model::{Document, Finding, Problem, Project};

/// A project as it was read.
#[derive(Debug)]
pub struct Opened {
    pub project: Project,
    /// SHA-256 of its file, to notice later that someone else wrote it.
    pub digest: String,
}

/// Reads a project file and nothing beside it.
pub fn open(path: &Path) -> Result<Opened, Problem> {
    read(&Disk, &behind_links(path))
}

/// Reads a project file and the steps that led to it.
pub fn open_with_past(path: &Path) -> Result<(Project, Past), Problem> {
    let path = behind_links(path);
    let Opened { project, digest } = read(&Disk, &path)?;
    let past = history::read(&Disk, &path, &digest);
    Ok((project, past))
}

fn read(store: &dyn Store, path: &Path) -> Result<Opened, Problem> {
    let file = shown(path);
    let bytes = store.read(path).map_err(|error| reading(&file, &error))?;
    let digest = sha256(&bytes);
    let text = String::from_utf8(bytes).map_err(|_| Problem::NotAProject { file: file.clone() })?;
    Ok(Opened { project: read_project(&file, &text)?, digest })
}

/// A project with its past, with what was not saved, and ready to be worked in.
#[derive(Debug)]
pub struct Resumed {
    pub session: Session,
    pub digest: String,
    /// Changes that were in the journal and are in the session now.
    pub recovered: Vec<Entry>,
    /// The journal beside the project holds more than could be taken over; it is to be kept aside.
    pub left_over: Option<LeftOver>,
    /// Texts that are not the imported ones, quotations that are lost, decisions that decide nothing.
    pub findings: Vec<Finding>,
}

/// Why a journal was not taken over, or not wholly.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LeftOver {
    /// It continues another state of the project file.
    OtherState,
    /// It holds lines that are broken, or of a newer program.
    Unreadable,
}

/// Opens a project to work in it: takes its lock, then reads the file, the history and the journal.
pub fn open_to_work(store: &dyn Store, path: &Path) -> Result<(Resumed, ProjectLock), Problem> {
    let lock = ProjectLock::take(path)?;
    if lock.is_held() {
        sweep(&behind_links(path));
    }
    Ok((resume(store, path)?, lock))
}

/// What a window would show of a project on this disk.
pub fn resume(store: &dyn Store, path: &Path) -> Result<Resumed, Problem> {
    let path = behind_links(path);
    let Opened { project, digest } = read(store, &path)?;
    let findings = lost(&project);
    let mut session = Session::resumed(project, history::read(store, &path, &digest));
    let mut recovered = Vec::new();
    let mut left_over = None;
    if let Some(journal) = Journal::read(store, &path, &digest) {
        if journal.fits {
            left_over = journal.stops_early.then_some(LeftOver::Unreadable);
            for entry in journal.entries {
                match session.replay(entry.clone()) {
                    Ok(Replayed::Applied) => recovered.push(entry),
                    Ok(Replayed::Present) => {}
                    Err(_) => {
                        left_over = Some(LeftOver::Unreadable);
                        break;
                    }
                }
            }
        } else {
            left_over = Some(LeftOver::OtherState);
        }
    }
    Ok(Resumed { session, digest, recovered, left_over, findings })
}

/// What a person has to know of a project before relying on it: texts that were changed after import, quotations
/// that are not where they were, decisions about what is not there.
fn lost(project: &Project) -> Vec<Finding> {
    let mut findings: Vec<Finding> =
        project.documents().filter_map(|document| text_changed(document)).collect();
    findings
        .extend(project.findings().into_iter().filter(|finding| !matches!(finding, Finding::Doubt { .. })));
    findings
}

fn text_changed(document: &Document) -> Option<Finding> {
    let changed = sha256(document.body.as_str().as_bytes()) != document.origin.sha256;
    changed.then(|| Finding::TextChanged { document: document.id, file: document.origin.file.clone() })
}

/// What a save is to write.
#[derive(Debug)]
pub struct SaveOrder {
    pub path: PathBuf,
    pub snapshot: Snapshot,
    pub replaces: Replaces,
    pub backup: Backup,
}

/// Which file a save may replace.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Replaces {
    /// Whatever is there: a person was asked.
    Anything,
    /// The file with this SHA-256; one that says something else by now is somebody else's.
    Only(String),
    /// None: nobody was asked about a file at this place.
    Nothing,
}

/// What a save asks of the journal, in this order.
pub trait Journaled {
    /// The file with this digest is about to be put in place.
    fn mark(&mut self, path: &Path, digest: &str) -> Result<(), Problem>;
    /// It is in place.
    fn saved(&mut self, path: &Path, digest: &str) -> Result<(), Problem>;
    /// It is not, and will not be.
    fn failed(&mut self);
}

/// What a save left on disk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// SHA-256 of the project file.
    pub digest: String,
    /// The steps that can be undone stand beside it.
    pub has_history: bool,
}

/// Writes a project, its history, and lets the journal begin anew.
///
/// Every step leaves a state that opens: first all new files are written beside the old ones, then the journal is
/// marked so that it fits before and after, then one rename makes the new project the project.
pub fn save_with(
    store: &dyn Store,
    order: &SaveOrder,
    journal: &mut dyn Journaled,
) -> Result<Written, Problem> {
    let path = behind_links(&order.path);
    let text = write_project(order.snapshot.project());
    let digest = sha256(text.as_bytes());
    let has_history = match put_in_place(store, &path, &text, &digest, order, journal) {
        Ok(has_history) => has_history,
        Err(problem) => {
            journal.failed();
            return Err(problem);
        }
    };
    history::settle(store, &path);
    // The project is saved. A journal that could not begin anew says so with the next change.
    let _ = journal.saved(&path, &digest);
    Ok(Written { digest, has_history })
}

/// Returns whether the history is there as well.
fn put_in_place(
    store: &dyn Store,
    path: &Path,
    text: &str,
    digest: &str,
    order: &SaveOrder,
    journal: &mut dyn Journaled,
) -> Result<bool, Problem> {
    let file = shown(path);
    let failed = |error: std::io::Error| writing(&file, &error);
    let written = store.write_beside(path, text.as_bytes()).map_err(failed)?;
    // Looked at as late as can be: what comes between this and the rename cannot be seen by anybody.
    let refused = match &order.replaces {
        Replaces::Anything => None,
        Replaces::Only(known) => store
            .read(path)
            .is_ok_and(|bytes| *known != sha256(&bytes))
            .then(|| Problem::ChangedElsewhere { file: file.clone() }),
        Replaces::Nothing => store.exists(path).then(|| Problem::ProjectExists { file: file.clone() }),
    };
    if let Some(problem) = refused {
        let _ = store.remove(&written);
        return Err(problem);
    }
    let has_history = history::prepare(store, path, order.snapshot.past(), digest);
    // Where the journal cannot be written saving is the way out, so it goes on.
    let _ = journal.mark(path, digest);
    put(store, &written, path, order.backup).map_err(failed)?;
    Ok(has_history)
}

/// Writes a project where no window works in it. `known` is the digest of the file as the caller knows it: a file
/// that changed since is not replaced.
///
/// Returns the digest of the new file.
pub fn save(path: &Path, project: &Project, known: Option<&str>) -> Result<String, Problem> {
    let order = SaveOrder {
        path: path.to_owned(),
        snapshot: Snapshot::without_session(project.clone()),
        replaces: known.map_or(Replaces::Anything, |known| Replaces::Only(known.to_owned())),
        backup: Backup::Keep,
    };
    save_with(&Disk, &order, &mut NoJournal).map(|written| written.digest)
}

/// Nobody works in the project: there is no journal.
struct NoJournal;

impl Journaled for NoJournal {
    fn mark(&mut self, _path: &Path, _digest: &str) -> Result<(), Problem> {
        Ok(())
    }

    fn saved(&mut self, _path: &Path, _digest: &str) -> Result<(), Problem> {
        Ok(())
    }

    fn failed(&mut self) {}
}

/// Writes a project to a place where nothing is yet.
pub fn create(path: &Path, project: &Project) -> Result<String, Problem> {
    if path.exists() {
        return Err(Problem::ProjectExists { file: shown(path) });
    }
    let text = write_project(project);
    replace(&Disk, path, text.as_bytes(), Backup::None).map_err(|error| writing(&shown(path), &error))?;
    Ok(sha256(text.as_bytes()))
}

/// Everything that is to be said of a project file: whether it reads, whether its parts fit together,
/// whether each text is the one that was imported, whether every quotation stands where it says.
pub fn check(path: &Path) -> Result<Vec<Finding>, Problem> {
    let file = shown(path);
    let bytes = Disk.read(path).map_err(|error| reading(&file, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| Problem::NotAProject { file: file.clone() })?;
    let parts = match parts(&file, &text) {
        Err(Problem::ProjectFieldUnknown { line, column, field, .. }) => {
            return Ok(vec![Finding::FieldUnknown { line, column, field }]);
        }
        read => read?,
    };
    let mut findings: Vec<Finding> =
        parts.documents.iter().filter_map(|document| text_changed(document)).collect();
    match Project::from_parts(parts) {
        Ok(project) => findings.extend(project.findings()),
        Err(wrong) => findings.extend(wrong),
    }
    Ok(findings)
}
