//! What was changed since the last save, one line per change, so that nothing is lost with the process.
//!
//! The first line names the project file that the changes continue. A save writes a mark before it replaces that
//! file: which file comes, and how many changes it will hold. So the journal fits before and after.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::atomic::{Backup, behind_links, beside, replace};
use super::disk::shown;
use super::store::Store;
use crate::model::Problem;
use crate::model::edits::{Edit, Entry, How, Label};

/// The journal beside a project: `study.ron` → `study.ron.journal`.
#[must_use]
pub fn journal_path(project: &Path) -> PathBuf {
    beside(&behind_links(project), "journal")
}

/// The first line: which file the changes continue.
#[derive(Serialize, Deserialize)]
struct Base {
    /// SHA-256 of the project file, in hexadecimal digits.
    continues: String,
}

/// A line among the changes.
#[derive(Serialize, Deserialize)]
enum Mark {
    /// A file that is about to be put in place, and how many of the changes above it holds.
    Saving { file: String, holds: usize },
}

/// A journal as it was found.
#[derive(Debug, PartialEq)]
pub struct Journal {
    /// The changes that the project file does not hold, up to the first line that is torn or wrong.
    pub entries: Vec<Entry>,
    /// Whether they continue the project file as it is now.
    pub fits: bool,
    /// Whether a whole line could not be read.
    pub stops_early: bool,
}

impl Journal {
    /// Reads the journal of the project file with this digest; none where there is none or it holds no change.
    #[must_use]
    pub fn read(store: &dyn Store, project: &Path, digest: &str) -> Option<Self> {
        let bytes = store.read(&journal_path(project)).ok()?;
        // A line counts once its line break is written.
        let end = bytes.iter().rposition(|byte| *byte == b'\n')?;
        let mut lines = bytes[..end].split(|byte| *byte == b'\n');
        let first = lines.next().and_then(|line| std::str::from_utf8(line).ok());
        let Some(base) = first.and_then(|line| ron::from_str::<Base>(line).ok()) else {
            return Some(Self { entries: Vec::new(), fits: true, stops_early: true });
        };
        let mut entries = Vec::new();
        let mut held = (base.continues == digest).then_some(0);
        let mut stops_early = false;
        for line in lines {
            match std::str::from_utf8(line).ok().and_then(line_in) {
                Some(Line::Entry(entry)) => entries.push(*entry),
                Some(Line::Mark(Mark::Saving { file, holds }))
                    if file == digest && holds <= entries.len() =>
                {
                    // The first line is as good as a mark; of marks the last one counts.
                    if base.continues != digest {
                        held = Some(holds);
                    }
                }
                Some(Line::Mark(_)) => {}
                None => {
                    stops_early = true;
                    break;
                }
            }
        }
        let fits = held.is_some();
        let entries = entries.split_off(held.unwrap_or(0));
        (!entries.is_empty() || stops_early).then_some(Self { entries, fits, stops_early })
    }
}

enum Line {
    Entry(Box<Entry>),
    Mark(Mark),
}

fn line_in(line: &str) -> Option<Line> {
    if line.starts_with("Saving(") {
        return ron::from_str(line).ok().map(Line::Mark);
    }
    if line.starts_with('(') {
        return ron::from_str(line).ok().map(|entry| Line::Entry(Box::new(entry)));
    }
    // The first version kept the edits alone.
    let edit: Edit = ron::from_str(line).ok()?;
    Some(Line::Entry(Box::new(Entry { how: How::Did, label: Label::Recovered, edit })))
}

/// Gives a journal another name as well, one that is free, before its own is used anew: it is of another state of
/// the file, or of a newer program.
pub(super) fn keep_aside(store: &dyn Store, project: &Path) -> io::Result<PathBuf> {
    let path = journal_path(project);
    let free = (1..u32::MAX)
        .map(|number| beside(&path, &number.to_string()))
        .find(|path| !store.exists(path))
        .expect("there is always a free number");
    store.keep_as(&path, &free)?;
    Ok(free)
}

/// Writes the journal of one project. Lives on a thread of its own; see `app/jobs/journal_thread.rs`.
#[derive(Debug)]
pub struct JournalWriter {
    store: Arc<dyn Store>,
    project: PathBuf,
    path: PathBuf,
    /// Digest of the project file that the changes continue.
    base: String,
    /// Length of the whole lines in the file; none before there is one.
    length: Option<u64>,
    /// Half a line stands at the end and could not be cut off.
    is_torn: bool,
    /// So many changes were handed over since the base.
    count: usize,
    /// Lines that are not on disk yet: a write failed, and the next one takes them along.
    waiting: String,
    /// While the project is being saved: the digest that is coming, and how many changes it holds.
    saving: Option<(String, usize)>,
}

impl JournalWriter {
    /// For a project whose file has this digest. Nothing is written before there is a change.
    #[must_use]
    pub fn new(store: &Arc<dyn Store>, project: &Path, digest: &str) -> Self {
        Self {
            store: Arc::clone(store),
            project: project.to_owned(),
            path: journal_path(project),
            base: digest.to_owned(),
            length: None,
            is_torn: false,
            count: 0,
            waiting: String::new(),
            saving: None,
        }
    }

    /// Adds changes and waits until they are on disk.
    pub fn append(&mut self, entries: &[Entry]) -> Result<(), Problem> {
        self.count += entries.len();
        self.waiting.extend(entries.iter().map(line_of));
        let flushed = self.flush();
        self.worded(flushed)
    }

    /// A snapshot was taken that holds every change up to here; its file is about to be put in place. Later
    /// changes may come before that.
    pub(super) fn mark(&mut self, file: &str, holds: usize) -> Result<(), Problem> {
        self.saving = Some((file.to_owned(), holds));
        if self.length.is_some() || !self.waiting.is_empty() {
            let mark = Mark::Saving { file: file.to_owned(), holds };
            self.waiting.push_str(&line_of(&mark));
        }
        let flushed = self.flush();
        self.worded(flushed)
    }

    /// How many changes were handed over since the base.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    pub(super) fn project(&self) -> &Path {
        &self.project
    }

    pub(super) fn base(&self) -> &str {
        &self.base
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        match self.length {
            None => self.begin()?,
            Some(length) => {
                if self.is_torn {
                    self.store.cut(&self.path, length)?;
                    self.is_torn = false;
                }
                if let Err(error) = self.store.append(&self.path, self.waiting.as_bytes()) {
                    // Half a line would hide every line after it.
                    self.is_torn = self.store.cut(&self.path, length).is_err();
                    return Err(error);
                }
                self.length = Some(length + self.waiting.len() as u64);
            }
        }
        self.waiting.clear();
        Ok(())
    }

    fn begin(&mut self) -> io::Result<()> {
        if self.store.exists(&self.path) {
            // It belongs to a file that stood here before.
            keep_aside(&*self.store, &self.project)?;
        }
        let mut text = line_of(&Base { continues: self.base.clone() });
        if let Some((file, holds)) = &self.saving {
            text.push_str(&line_of(&Mark::Saving { file: file.clone(), holds: *holds }));
        }
        text.push_str(&self.waiting);
        self.replace_with(&text)
    }

    fn replace_with(&mut self, text: &str) -> io::Result<()> {
        replace(&*self.store, &self.path, text.as_bytes(), Backup::None)?;
        self.length = Some(text.len() as u64);
        self.is_torn = false;
        Ok(())
    }

    /// The project file has this digest now and holds everything but these changes: the journal goes on with
    /// them, or ends where there are none.
    pub fn restart(&mut self, digest: &str, entries: &[Entry]) -> Result<(), Problem> {
        let restarted = if entries.is_empty() {
            self.store.remove(&self.path).map(|()| self.length = None)
        } else {
            let mut text = line_of(&Base { continues: digest.to_owned() });
            text.extend(entries.iter().map(line_of));
            self.replace_with(&text)
        };
        match restarted {
            Ok(()) => {
                digest.clone_into(&mut self.base);
                self.count = entries.len();
                self.waiting.clear();
                self.saving = None;
                self.is_torn = false;
                Ok(())
            }
            // What stands there fits by its mark, and goes on.
            Err(_) if self.is_marked(digest) => Ok(()),
            Err(error) => self.worded(Err(error)),
        }
    }

    fn is_marked(&self, digest: &str) -> bool {
        self.waiting.is_empty() && self.saving.as_ref().is_some_and(|(file, _)| file == digest)
    }

    /// The save came to nothing.
    pub(super) fn unmark(&mut self) {
        self.saving = None;
    }

    /// Puts aside what stands in this place: it belongs to a project that was here before.
    pub(super) fn make_room(&self) {
        if self.store.exists(&self.path) && keep_aside(&*self.store, &self.project).is_ok() {
            let _ = self.store.remove(&self.path);
        }
    }

    /// Removes the journal: its changes are not wanted, or they are elsewhere.
    pub(super) fn remove(&mut self) {
        let base = std::mem::take(&mut self.base);
        let _ = self.restart(&base, &[]);
        self.base = base;
    }

    fn worded(&self, result: io::Result<()>) -> Result<(), Problem> {
        result.map_err(|error| Problem::JournalFailed { file: shown(&self.path), reason: error.to_string() })
    }
}

/// One line: line breaks inside are written as `\\n`.
fn line_of<T: Serialize>(value: &T) -> String {
    ron::to_string(value).expect("plain data has a text") + "\n"
}
