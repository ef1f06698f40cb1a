//! Bringing in by the window: a preview first, one step, undo, and the file that was changed elsewhere.

mod support;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Key;
use landtag_annotator::app::Answer;
use landtag_annotator::files::storage::{journal_path, open, write_project};
use landtag_annotator::model::edits::Edit;
use landtag_annotator::model::{CoderId, Coding, CodingKey, Language, Project};
use support::desk::{CTRL, Desk};
use support::now;
use support::study::study;

fn write(path: &Path, project: &Project) {
    std::fs::write(path, write_project(project)).expect("written");
}

/// A copy with another memo in the first coding of a coder.
fn with_memo(project: &Project, coder: u32, memo: &str) -> (Project, CodingKey) {
    let mut of = project.codings().filter(|(key, _)| key.coder == CoderId(coder));
    let (key, coding) = of.next().expect("a coding");
    let coding = Coding { memo: memo.to_owned(), at: now(), ..coding.clone() };
    let mut changed = project.clone();
    Edit::PutCoding { key, coding: Arc::new(coding) }.apply(&mut changed).expect("it fits");
    (changed, key)
}

/// A window with the study in it, and the file of a colleague who differs.
fn desk(folder: &Path, language: Language) -> (Desk, Project, CodingKey, PathBuf) {
    let (theirs, key) = with_memo(&study(), 2, "Grenzfall");
    let (own, colleague) = (folder.join("study.ron"), folder.join("kollegin.ron"));
    write(&own, &study());
    write(&colleague, &theirs);
    let answers = vec![Answer::Chosen(vec![colleague.clone()])];
    let desk = Desk::new([1440.0, 900.0], language, vec![own], answers);
    (desk, theirs, key, colleague)
}

fn command(desk: &mut Desk, name: &str) {
    desk.press(CTRL, Key::K).type_text(name).key(Key::Enter);
}

#[test]
fn what_comes_is_shown_before_it_is_applied() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, theirs, key, _) = desk(folder.path(), Language::German);
    let before = desk.project().clone();
    command(&mut desk, "Arbeit hereinholen");
    assert!(desk.shows("„kollegin.ron“ hereinholen"));
    assert!(desk.shows("1 Widerspruch"));
    assert!(desk.shows("Grenzfall"), "their side can be read");
    assert!(desk.shows("Aaron Brandtner (2)"));
    assert_eq!(desk.project(), &before, "nothing is applied yet");

    desk.key(Key::Escape);
    assert_eq!(desk.project(), &before, "and nothing without asking");
    assert!(!desk.shows("1 Widerspruch"));
    assert!(theirs.coding(key).is_some());
}

#[test]
fn it_is_one_step_and_both_sides_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, _, key, _) = desk(folder.path(), Language::German);
    let before = desk.project().clone();
    command(&mut desk, "Arbeit hereinholen");
    desk.click("Übernehmen");
    let kept: Vec<&str> = desk
        .project()
        .codings()
        .filter(|(other, _)| other.question_ref() == key.question_ref())
        .map(|(_, coding)| coding.memo.as_str())
        .collect();
    assert!(kept.contains(&"Grenzfall"), "{kept:?}");
    assert_eq!(desk.project().codings().len(), before.codings().len() + 1);
    assert_eq!(desk.project().coding(key), before.coding(key), "ours stays");
    assert!(desk.shows("„kollegin.ron“ hereingeholt"), "the notice says what came");
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.project().codings().len(), before.codings().len(), "one step");
    assert_eq!(desk.project().coders().count(), before.coders().count());
    desk.press(CTRL, Key::Y);
    assert_eq!(desk.project().codings().len(), before.codings().len() + 1);
}

#[test]
fn nothing_new_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("study.ron");
    let copy = folder.path().join("kopie.ron");
    write(&own, &study());
    write(&copy, &study());
    let answers = vec![Answer::Chosen(vec![copy])];
    let mut desk = Desk::new([1000.0, 640.0], Language::English, vec![own], answers);
    command(&mut desk, "Bring in");
    assert!(desk.shows("Nothing new: everything in it is already here."));
    assert!(desk.shows("No conflicts."));
    desk.click("Cancel");
    assert!(!desk.shows("Nothing new"));
}

/// Somebody else saved into the file of the open project: what both did becomes one, and is saved.
#[test]
fn a_file_that_was_changed_elsewhere_comes_in_and_is_saved() {
    // In a narrow window the notice has no room for words and buttons side by side.
    for size in [[1440.0, 900.0], [1000.0, 640.0]] {
        changed_elsewhere(size);
    }
}

fn changed_elsewhere(size: [f32; 2]) {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("study.ron");
    write(&own, &study());
    let mut desk = Desk::new(size, Language::German, vec![own.clone()], Vec::new());
    let question = desk.document().outline.questions().next().expect("a question").id.0;
    // The colleague's program keeps the file as it was beside the new one.
    std::fs::copy(&own, folder.path().join("study.ron.bak")).expect("copied");
    let (theirs, key) = with_memo(&study(), 2, "von dort");
    write(&own, &theirs);
    desk.key(Key::Num2);
    let mine = desk.coding(question).and_then(|coding| coding.tag.clone());
    desk.press(CTRL, Key::S);
    assert!(desk.shows("Beide Fassungen vergleichen"));
    desk.click("Beide Fassungen vergleichen");
    assert!(desk.shows("1 geändert"));
    assert!(desk.shows("Keine Widersprüche."), "the backup is what both come from");
    desk.click("Übernehmen");
    let saved = open(&own).expect("it opens").project;
    assert_eq!(saved.coding(key).map(|coding| coding.memo.as_str()), Some("von dort"));
    assert_eq!(saved.codings().len(), desk.project().codings().len());
    assert_eq!(desk.coding(question).and_then(|coding| coding.tag.clone()), mine);
    assert!(!desk.window().is_dirty());
    assert!(!journal_path(&own).exists(), "what was saved is not in the journal as if it were unsaved");
    // Three more tags, and the process ends without a word: all of it is there, once.
    for key in [Key::ArrowRight, Key::Num1, Key::ArrowRight, Key::Num2, Key::ArrowRight, Key::Num3] {
        desk.key(key);
    }
    let tags = desk.tags();
    drop(desk);
    let again = Desk::new(size, Language::German, vec![own.clone()], Vec::new());
    assert_eq!(again.tags(), tags);
    assert!(!folder.path().join("study.ron.journal.1").exists(), "nothing was put aside");
}
