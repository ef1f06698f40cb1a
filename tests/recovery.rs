//! A process that ends without a word, as the person meets it: what was recovered, what was never saved, what was
//! changed by other hands, and undo over all of it.

mod support;

use std::path::{Path, PathBuf};

use egui::Key;
use landtag_annotator::app::{Answer, Pretended, Services};
use landtag_annotator::files::storage::{history_path, journal_path};
use landtag_annotator::model::Language;
use support::desk::{CTRL, Desk};
use support::{fixture, now, root};

const USUAL: [f32; 2] = [1440.0, 900.0];

fn sample_path() -> PathBuf {
    root().join("assets/sample/kleine-anfrage-hessen-muster.txt")
}

fn services(folder: &Path, language: Language, answers: Vec<Answer>) -> Services {
    let mut services = Pretended::services(now(), answers, language);
    services.unsaved = Some(folder.join("unsaved"));
    services
}

/// A window that keeps what was never saved in this folder, and saves to `study.ron` there.
fn desk(folder: &Path, paths: Vec<PathBuf>) -> Desk {
    let answers = vec![Answer::Chosen(vec![folder.join("study.ron")])];
    Desk::on(USUAL, services(folder, Language::German, answers), paths)
}

fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn undo_reaches_over_a_save_and_a_new_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let mut first = desk(folder.path(), vec![sample_path()]);
    first.key(Key::Num3).key(Key::ArrowRight).key(Key::Num1).press(CTRL, Key::S);
    first.key(Key::ArrowRight).key(Key::Num2).press(CTRL, Key::Z).press(CTRL, Key::Z).press(CTRL, Key::S);
    assert_eq!(first.tags(), "3---------");
    first.press(CTRL, Key::W);
    drop(first);
    assert_eq!(names(folder.path()), ["study.ron", "study.ron.bak", "study.ron.history", "unsaved"]);
    let project = std::fs::read_to_string(&path).expect("saved");
    assert!(!project.contains("Undone") && !project.contains("TagAll"), "no history in the project");

    let mut again = desk(folder.path(), vec![path.clone()]);
    assert!(!again.window().is_dirty());
    again.press(CTRL, Key::Y).press(CTRL, Key::Y);
    assert_eq!(again.tags(), "312-------", "what was undone before the save is done again after it");
    for _ in 0..3 {
        again.press(CTRL, Key::Z);
    }
    assert_eq!(again.tags(), "----------");
    again.press(CTRL, Key::Z);
    assert_eq!(again.project().document_count(), 0, "to the very first step");
    again.press(CTRL, Key::Y);
    // The process ends without a word; everything is as it was once more.
    drop(again);
    let mut third = desk(folder.path(), vec![path]);
    assert_eq!(third.tags(), "----------");
    assert!(third.window().is_dirty());
    third.press(CTRL, Key::Y).press(CTRL, Key::Y).press(CTRL, Key::Y);
    assert_eq!(third.tags(), "312-------");
}

#[test]
fn the_recovered_changes_can_be_looked_at() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let mut first = desk(folder.path(), vec![sample_path()]);
    first.press(CTRL, Key::S).key(Key::Num3).key(Key::M);
    for letter in ["Z", "a", "h", "l"] {
        first.type_text(letter);
    }
    first.key(Key::Escape).key(Key::ArrowRight).key(Key::Num1).press(CTRL, Key::Z);
    drop(first);
    let mut again = desk(folder.path(), vec![path]);
    assert!(again.shows("Das Projekt wurde nicht geschlossen. 4 Änderungen sind wiederhergestellt"));
    assert!(!again.shows("Frage 1 auf aufgeschoben"), "only when asked");
    again.click("Änderungen zeigen");
    for words in [
        "Frage 1 auf aufgeschoben",
        "Memo zu Frage 1",
        "Frage 2 auf konkret",
        "Rückgängig: Frage 2 auf konkret",
    ] {
        assert!(again.shows(words), "{words}");
    }
    again.harness.check_accessibility();
    again.click("Änderungen schließen");
    assert!(!again.shows("Rückgängig: Frage 2 auf konkret"));
    again.press(CTRL, Key::S);
    assert!(!again.shows("wiederhergestellt"));
}

#[test]
fn what_was_never_saved_is_offered_at_the_next_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let unsaved = folder.path().join("unsaved");
    let mut first = desk(folder.path(), vec![sample_path(), fixture("hessen-invented.txt")]);
    first.press(CTRL, Key::PageUp).key(Key::Num3).key(Key::ArrowRight).key(Key::Num1).press(CTRL, Key::Z);
    assert_eq!(first.tags(), "3---------");
    assert_eq!(names(&unsaved).len(), 4, "project, history, journal, lock: {:?}", names(&unsaved));
    // While that window lives nobody else is offered its work.
    assert!(!desk(folder.path(), Vec::new()).shows("Noch nicht gesichert"));
    drop(first);

    let mut again = desk(folder.path(), Vec::new());
    assert!(again.shows("Noch nicht gesichert"));
    assert!(again.shows("2 Dokumente, 2 Änderungen"), "the papers and the tag");
    again.harness.check_accessibility();
    again.click("Weiterarbeiten");
    assert_eq!(again.tags(), "3---------");
    assert!(again.window().is_dirty(), "it has no place yet");
    assert!(!again.shows("wiederhergestellt"), "whoever opens it knows that");
    again.press(CTRL, Key::Y);
    assert_eq!(again.tags(), "31--------", "with what can be done again");
    // Killed once more.
    drop(again);
    let mut third = desk(folder.path(), Vec::new());
    third.click("Weiterarbeiten");
    assert_eq!(third.tags(), "31--------");
    third.press(CTRL, Key::S);
    assert_eq!(names(&unsaved), Vec::<String>::new(), "it has a place of its own");
    third.key(Key::Num2);
    drop(third);
    let mut fourth = desk(folder.path(), vec![folder.path().join("study.ron")]);
    assert_eq!(fourth.tags(), "21--------");
    fourth.press(CTRL, Key::Z).press(CTRL, Key::Z).press(CTRL, Key::Z);
    assert_eq!(fourth.tags(), "----------", "undo reaches back to before it had a place");
}

#[test]
fn what_was_never_saved_is_discarded_only_after_being_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let unsaved = folder.path().join("unsaved");
    let mut first = desk(folder.path(), Vec::new());
    first.click("Beispiel öffnen");
    assert_eq!(names(&unsaved), Vec::<String>::new(), "looking is no change");
    first.key(Key::Num3);
    drop(first);
    let mut again = desk(folder.path(), Vec::new());
    again.click("Verwerfen");
    assert!(again.shows("Noch nicht gesichert") && !names(&unsaved).is_empty());
    again.click("Behalten");
    assert!(again.shows("Weiterarbeiten"));
    again.click("Verwerfen").click("Verwerfen");
    assert!(!again.shows("Noch nicht gesichert"));
    assert_eq!(names(&unsaved), Vec::<String>::new());
}

#[test]
fn the_sample_stays_the_sample_and_leaves_nothing_when_it_is_discarded() {
    let folder = tempfile::tempdir().expect("a folder");
    let unsaved = folder.path().join("unsaved");
    let mut first = desk(folder.path(), Vec::new());
    first.click("Beispiel öffnen").key(Key::Num3);
    drop(first);
    let mut again = desk(folder.path(), Vec::new());
    again.click("Weiterarbeiten");
    assert!(again.shows("Beispiel (erfunden)"));
    again.press(CTRL, Key::W).click("Verwerfen");
    assert_eq!(names(&unsaved), Vec::<String>::new());
    // Taken back by hand there is nothing to ask, and nothing to keep.
    again.click("Beispiel öffnen").key(Key::Num3).press(CTRL, Key::Z).press(CTRL, Key::W);
    assert!(again.window().project().is_none());
    assert_eq!(names(&unsaved), Vec::<String>::new());
}

#[test]
fn an_unreadable_project_without_a_place_is_said_and_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let unsaved = folder.path().join("unsaved");
    std::fs::create_dir(&unsaved).expect("made");
    std::fs::write(unsaved.join("2026-01-01-120000.ron"), "V1((").expect("written");
    let desk = desk(folder.path(), Vec::new());
    assert!(desk.shows("2026-01-01-120000.ron: unvollständig"));
    assert_eq!(names(&unsaved), ["2026-01-01-120000.ron"]);
}

#[test]
fn a_text_that_other_hands_changed_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let mut first = desk(folder.path(), vec![sample_path()]);
    first.key(Key::Num1).key(Key::Period).key(Key::B).press(CTRL, Key::S).press(CTRL, Key::W);
    drop(first);
    let quiet = desk(folder.path(), vec![path.clone()]);
    assert!(!quiet.shows("eingelesene"));
    drop(quiet);
    let text = std::fs::read_to_string(&path).expect("saved");
    let place = text.rfind("Aus dem Programm").expect("in the text");
    std::fs::write(&path, format!("{}Auf{}", &text[..place], &text[place + 3..])).expect("written");
    let mut again = desk(folder.path(), vec![path.clone()]);
    assert!(again.shows(
        "Der Text von „kleine-anfrage-hessen-muster.txt“ ist nicht der eingelesene. Ein Beleg steht nicht mehr an seiner Stelle"
    ));
    assert_eq!(again.coding(1).expect("coded").evidence.len(), 1, "shown as lost, never dropped");
    assert!(!again.window().is_dirty());
    again.press(CTRL, Key::Z);
    assert_eq!(again.tags(), "1---------", "the history is of another file: there is nothing to undo");
}

#[test]
fn a_file_that_was_changed_elsewhere_is_not_continued() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let mut first = desk(folder.path(), vec![sample_path()]);
    first.key(Key::Num1).press(CTRL, Key::S);
    // A pull between two keys: the journal goes on with the file that was opened, not with this one.
    let text = std::fs::read_to_string(&path).expect("saved");
    let pulled = text.replace("      tag: \"concrete\"", "      tag: \"vague\"");
    std::fs::write(&path, &pulled).expect("written");
    first.key(Key::ArrowRight).key(Key::Num3).press(CTRL, Key::S);
    assert!(first.shows("wurde außerhalb geändert und deshalb nicht ersetzt"));
    assert_eq!(std::fs::read_to_string(&path).expect("there"), pulled);
    drop(first);
    let journal = std::fs::read(journal_path(&path)).expect("there");
    let mut again = desk(folder.path(), vec![path.clone()]);
    assert!(again.shows("Die Projektdatei wurde außerhalb geändert"));
    assert_eq!(again.tags(), "2---------");
    again.key(Key::Num3).press(CTRL, Key::S);
    let aside = path.with_file_name("study.ron.journal.1");
    assert_eq!(std::fs::read(aside).expect("kept"), journal);
}

#[test]
fn the_journal_is_written_from_the_first_change_on_whatever_lay_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let mut first = desk(folder.path(), vec![sample_path()]);
    first.press(CTRL, Key::S);
    drop(first);
    // Torn in its first line: nothing in it was ever confirmed.
    std::fs::write(journal_path(&path), "(continues:\"12").expect("written");
    std::fs::write(history_path(&path), "nonsense").expect("written");
    let mut again = desk(folder.path(), vec![path.clone()]);
    again.key(Key::Num2);
    drop(again);
    assert_eq!(desk(folder.path(), vec![path]).tags(), "2---------");
    assert_eq!(
        names(folder.path()).iter().filter(|name| name.contains(".journal.")).count(),
        0,
        "nothing is put aside that holds nothing"
    );
}

/// Both languages, the small window, light and dark: nothing is cut off, everything has its name.
/// `LOOK=folder` keeps the pictures.
#[test]
fn what_is_kept_is_shown_in_every_size_and_language() {
    for (size, language) in [
        (USUAL, Language::German),
        (USUAL, Language::English),
        ([1000.0, 640.0], Language::German),
        ([1000.0, 640.0], Language::English),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("study.ron");
        let mut first = desk(folder.path(), vec![sample_path()]);
        first.key(Key::Num1).press(CTRL, Key::S).key(Key::ArrowRight);
        for key in [Key::Num1, Key::Num2, Key::Num3].into_iter().cycle().take(240) {
            first.key(key);
        }
        drop(first);
        let mut lonely = desk(folder.path(), vec![sample_path()]);
        lonely.key(Key::Num2);
        drop(lonely);

        let german = language == Language::German;
        let mut welcome = Desk::on(size, services(folder.path(), language, Vec::new()), Vec::new());
        welcome.harness.check_accessibility();
        look(&mut welcome, &format!("offered-{}-{language:?}", size[0]));
        welcome.click(if german { "Verwerfen" } else { "Discard" });
        look(&mut welcome, &format!("discard-{}-{language:?}", size[0]));

        let mut open = Desk::on(size, services(folder.path(), language, Vec::new()), vec![path]);
        let list = if german { "Änderungen zeigen" } else { "Show changes" };
        open.click(list);
        open.harness.check_accessibility();
        assert!(open.shows(if german { "und 40 frühere Änderungen" } else { "and 40 earlier changes" }));
        look(&mut open, &format!("recovered-{}-{language:?}", size[0]));
        open.press(CTRL, Key::Comma).click(if german { "Dunkel" } else { "Dark" }).key(Key::Escape);
        look(&mut open, &format!("recovered-dark-{}-{language:?}", size[0]));
    }
}

fn look(desk: &mut Desk, name: &str) {
    if let Some(folder) = std::env::var_os("LOOK") {
        desk.harness.remove_cursor();
        desk.harness.run();
        let picture = desk.harness.render().expect("a picture");
        picture.save(Path::new(&folder).join(format!("{name}.png"))).expect("written");
    }
}
