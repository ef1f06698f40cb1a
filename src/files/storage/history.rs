//! The steps that can be taken back, kept beside a project so that undo outlives the window. Never part of the
//! project: who deletes the file loses nothing but undo.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::atomic::{Backup, beside, put, replace};
use super::store::Store;
use crate::files::digest::sha256;
use crate::model::edits::{Past, Step};

/// So many steps are kept behind, and so many ahead.
pub const STEPS_KEPT: usize = 1000;

/// A step may hold a whole paper. The oldest go first where all together would be larger than this.
const BYTES_KEPT: usize = 32 * 1024 * 1024;

/// The history beside a project: `study.ron` → `study.ron.history`.
#[must_use]
pub fn history_path(project: &Path) -> PathBuf {
    beside(project, "history")
}

/// The history of the file that a save is about to put in place. One of both names fits at every moment.
fn next_path(project: &Path) -> PathBuf {
    beside(project, "history.next")
}

/// The first line.
#[derive(Serialize, Deserialize)]
struct Head {
    /// SHA-256 of the project file the steps lead to.
    of: String,
    /// SHA-256 of all the other lines: a history that is torn or was edited is none.
    steps: String,
}

#[derive(Serialize)]
enum Line<'a> {
    Done(&'a Step),
    Undone(&'a Step),
}

#[derive(Deserialize)]
enum ReadLine {
    Done(Step),
    Undone(Step),
}

fn text_of(past: &Past, digest: &str) -> String {
    let line = |line: &Line<'_>| ron::to_string(line).expect("plain data has a text") + "\n";
    let mut room = BYTES_KEPT;
    let mut newest = |lines: &mut dyn Iterator<Item = String>| -> Vec<String> {
        let fits = lines.take(STEPS_KEPT).take_while(|line| {
            let fits = line.len() <= room;
            room = if fits { room - line.len() } else { 0 };
            fits
        });
        let mut kept: Vec<String> = fits.collect();
        kept.reverse();
        kept
    };
    let mut steps = newest(&mut past.done.iter().rev().map(|step| line(&Line::Done(step))));
    steps.extend(newest(&mut past.undone.iter().rev().map(|step| line(&Line::Undone(step)))));
    let steps = steps.concat();
    let head = Head { of: digest.to_owned(), steps: sha256(steps.as_bytes()) };
    ron::to_string(&head).expect("plain data has a text") + "\n" + &steps
}

/// The steps that lead to the project file with this digest; none where the history is of another file, torn,
/// edited or missing: undo is a comfort, never a reason for a message.
pub(super) fn read(store: &dyn Store, project: &Path, digest: &str) -> Past {
    [history_path(project), next_path(project)]
        .iter()
        .find_map(|path| past_in(&store.read(path).ok()?, digest))
        .unwrap_or_default()
}

/// The lines of the steps, where they are whole and lead to the project file with this digest.
fn steps_in<'a>(bytes: &'a [u8], digest: &str) -> Option<&'a str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (head, steps) = text.split_once('\n')?;
    let head: Head = ron::from_str(head).ok()?;
    (head.of == digest && head.steps == sha256(steps.as_bytes())).then_some(steps)
}

fn past_in(bytes: &[u8], digest: &str) -> Option<Past> {
    let steps = steps_in(bytes, digest)?;
    let mut past = Past::default();
    for line in steps.lines() {
        match ron::from_str(line).ok()? {
            ReadLine::Done(step) => past.done.push(step.into()),
            ReadLine::Undone(step) => past.undone.push(step.into()),
        }
    }
    Some(past)
}

/// Writes the history of a project file that is in place.
pub(super) fn write(store: &dyn Store, project: &Path, past: &Past, digest: &str) -> std::io::Result<()> {
    replace(store, &history_path(project), text_of(past, digest).as_bytes(), Backup::None)
}

/// Writes the history of a project file that is about to be put in place. Where that fails, undo will not outlive
/// the window; that is no reason not to save. Returns whether it is there.
pub(super) fn prepare(store: &dyn Store, project: &Path, past: &Past, digest: &str) -> bool {
    replace(store, &next_path(project), text_of(past, digest).as_bytes(), Backup::None).is_ok()
}

/// The project file is in place: its history takes its name.
pub(super) fn settle(store: &dyn Store, project: &Path) {
    let next = next_path(project);
    if store.exists(&next) {
        let _ = put(store, &next, &history_path(project), Backup::None);
    }
}

/// A project was opened whose last save did not come to its end: the history that was waiting for it takes its name
/// now, before the next save writes another one in its place.
pub(super) fn take_over(store: &dyn Store, project: &Path, digest: &str) {
    let fits = |path: &Path| store.read(path).is_ok_and(|bytes| steps_in(&bytes, digest).is_some());
    if !fits(&history_path(project)) && fits(&next_path(project)) {
        settle(store, project);
    }
}

/// Removes what belongs to a project that is removed.
pub(super) fn remove(store: &dyn Store, project: &Path) {
    let _ = store.remove(&history_path(project));
    let _ = store.remove(&next_path(project));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::edits::{Edit, Label};

    fn past(done: usize, undone: usize) -> Past {
        let step = |number: usize| {
            let edit = Edit::Rename { name: format!("a\nb \"{number}\"") };
            std::sync::Arc::new(Step { label: Label::Later { question: number.to_string(), on: true }, edit })
        };
        Past { done: (0..done).map(step).collect(), undone: (9000..9000 + undone).map(step).collect() }
    }

    #[test]
    fn the_newest_thousand_come_back() {
        let all = past(1200, 3);
        let text = text_of(&all, "d");
        assert_eq!(text.lines().count(), 1004);
        let found = past_in(text.as_bytes(), "d").expect("fits");
        assert_eq!(found, Past { done: all.done[200..].to_vec(), undone: all.undone });
    }

    #[test]
    fn what_is_torn_edited_or_of_another_file_is_none() {
        let text = text_of(&past(3, 2), "d");
        for length in 0..text.len() {
            assert!(past_in(&text.as_bytes()[..length], "d").is_none(), "cut at byte {length}");
        }
        assert!(past_in(text.as_bytes(), "other").is_none());
        assert!(past_in(text.replace("9001", "9002").as_bytes(), "d").is_none());
        assert!(past_in(b"\xff\xfe\n\n", "d").is_none());
    }

    #[test]
    fn what_is_too_large_costs_the_oldest() {
        let mut past = past(3, 0);
        let large = Edit::Rename { name: "x".repeat(BYTES_KEPT) };
        past.done[1] = std::sync::Arc::new(Step { label: Label::Rename, edit: large });
        let found = past_in(text_of(&past, "d").as_bytes(), "d").expect("fits");
        assert_eq!(found.done, past.done[2..]);
    }
}
