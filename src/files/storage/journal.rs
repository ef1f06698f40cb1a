//! What was changed since the last save, one line per edit, so that nothing is lost with the process.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::atomic::{Backup, write_atomic};
use super::disk::shown;
use crate::files::digest::sha256;
use crate::model::Problem;
use crate::model::edits::Edit;

/// The journal beside a project: `study.ron` → `study.ron.journal`.
#[must_use]
pub fn journal_path(project: &Path) -> PathBuf {
    let mut name = project.file_name().unwrap_or_default().to_owned();
    name.push(".journal");
    project.with_file_name(name)
}

/// The first line: which file the edits continue.
#[derive(Serialize, Deserialize)]
struct Base {
    /// SHA-256 of the project file, in hexadecimal digits.
    continues: String,
}

/// A journal as it was found.
#[derive(Debug, PartialEq)]
pub struct Journal {
    /// The edits up to the first line that is torn or wrong.
    pub edits: Vec<Edit>,
    /// Whether the edits continue the project file as it is now.
    pub fits: bool,
}

impl Journal {
    /// Reads the journal of a project; none where there is none or it holds no edit.
    #[must_use]
    pub fn read(project: &Path) -> Option<Self> {
        let text = std::fs::read(journal_path(project)).ok()?;
        let text = String::from_utf8_lossy(&text);
        // A line counts once its line break is written.
        let whole = &text[..=text.rfind('\n')?];
        let mut lines = whole.lines();
        let base: Base = ron::from_str(lines.next()?).ok()?;
        let edits: Vec<Edit> = lines.map_while(|line| ron::from_str(line).ok()).collect();
        let fits = digest_of(project).is_some_and(|digest| digest == base.continues);
        (!edits.is_empty()).then_some(Self { edits, fits })
    }

    /// Puts a journal that does not fit aside, under a name that is free.
    pub fn keep_aside(project: &Path) -> io::Result<PathBuf> {
        let path = journal_path(project);
        let free = (1..u32::MAX)
            .map(|number| path.with_extension(format!("journal.{number}")))
            .find(|path| !path.exists())
            .expect("there is always a free number");
        std::fs::rename(path, &free)?;
        Ok(free)
    }
}

/// Appends edits to the journal of one project. Lives on a thread of its own; see `app/work.rs`.
#[derive(Debug)]
pub struct JournalWriter {
    path: PathBuf,
    project: PathBuf,
    file: Option<File>,
}

impl JournalWriter {
    #[must_use]
    pub fn new(project: &Path) -> Self {
        Self { path: journal_path(project), project: project.to_owned(), file: None }
    }

    /// Appends edits and waits until they are on disk.
    pub fn append(&mut self, edits: &[Edit]) -> Result<(), Problem> {
        self.try_append(edits)
            .map_err(|error| Problem::JournalFailed { file: shown(&self.path), reason: error.to_string() })
    }

    fn try_append(&mut self, edits: &[Edit]) -> io::Result<()> {
        let mut text = String::new();
        if self.file.is_none() {
            let fresh = !self.path.exists();
            let file = OpenOptions::new().create(true).append(true).open(&self.path)?;
            if fresh {
                let continues = digest_of(&self.project).unwrap_or_default();
                text.push_str(&line_of(&Base { continues }));
            }
            self.file = Some(file);
        }
        text.extend(edits.iter().map(line_of));
        let file = self.file.as_mut().expect("opened above");
        let whole = file.metadata()?.len();
        let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_data());
        if written.is_err() {
            // Half a line would hide every line after it.
            let _ = file.set_len(whole);
        }
        written
    }

    /// The project is saved: what the journal held is in the file now. It goes on with these edits, or
    /// ends where there are none.
    pub fn restart(&mut self, edits: &[Edit]) -> Result<(), Problem> {
        self.file = None;
        if edits.is_empty() {
            let _ = std::fs::remove_file(&self.path);
            return Ok(());
        }
        let continues = digest_of(&self.project).unwrap_or_default();
        let mut text = line_of(&Base { continues });
        text.extend(edits.iter().map(line_of));
        write_atomic(&self.path, text.as_bytes(), Backup::None)
    }
}

/// One line: line breaks inside are written as `\\n`.
fn line_of<T: Serialize>(value: &T) -> String {
    ron::to_string(value).expect("plain data has a text") + "\n"
}

fn digest_of(project: &Path) -> Option<String> {
    Some(sha256(&std::fs::read(project).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(name: &str) -> Edit {
        Edit::Rename { name: name.to_owned() }
    }

    #[test]
    fn a_torn_line_ends_the_journal() {
        let folder = tempfile::tempdir().expect("a folder");
        let project = folder.path().join("study.ron");
        std::fs::write(&project, "x").expect("written");
        let mut writer = JournalWriter::new(&project);
        writer.append(&[edit("a\nb"), edit("c")]).expect("written");
        let whole = std::fs::read(journal_path(&project)).expect("there");
        for length in 0..=whole.len() {
            std::fs::write(journal_path(&project), &whole[..length]).expect("written");
            let found = Journal::read(&project).map_or(0, |journal| journal.edits.len());
            let lines = whole[..length].split(|byte| *byte == b'\n').count() - 1;
            assert_eq!(found, lines.saturating_sub(1), "cut at byte {length}");
        }
        let journal = Journal::read(&project).expect("there");
        assert!(journal.fits);
        assert_eq!(journal.edits, [edit("a\nb"), edit("c")]);
    }

    #[test]
    fn a_journal_of_another_state_is_kept_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let project = folder.path().join("study.ron");
        std::fs::write(&project, "x").expect("written");
        JournalWriter::new(&project).append(&[edit("a")]).expect("written");
        std::fs::write(&project, "y").expect("written");
        assert!(!Journal::read(&project).expect("there").fits);
        let aside = Journal::keep_aside(&project).expect("renamed");
        assert!(aside.exists() && Journal::read(&project).is_none());
    }
}
