//! The window and the outside, where they meet: dialogs that answer late, disks that are slow or full, several files
//! given at once, settings that cannot be written. On real threads and a real disk.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use landtag_annotator::app::{Answer, Ask, Asked, Pretended, RequestId, Services};
use landtag_annotator::files::storage::{
    create, default_codebook, journal_path, load_preferences, open, resume,
};
use landtag_annotator::model::edits::library;
use landtag_annotator::model::{Language, Project};
use support::desk::{CTRL, Desk, SHIFT};
use support::disk::{After, FailingDisk, Failure};
use support::gate::GatedDisk;
use support::{fixture, now, root, sample};

const USUAL: [f32; 2] = [1440.0, 900.0];

fn sample_path() -> PathBuf {
    root().join("assets/sample/kleine-anfrage-hessen-muster.txt")
}

/// A project with the sample paper in it.
fn write_project(path: &Path, name: &str) {
    let mut project = Project::new(name, default_codebook());
    library::add(&project, vec![sample()]).edit.apply(&mut project).expect("a fresh paper fits");
    create(path, &project).expect("written");
}

fn watched(answers: Vec<Answer>) -> (Services, Arc<Mutex<Asked>>) {
    let (mut services, asked) = Pretended::watched(now(), answers, Language::German);
    services.threads = true;
    (services, asked)
}

fn desk(services: Services, paths: Vec<PathBuf>) -> Desk {
    let mut desk = Desk::on(USUAL, services, paths);
    desk.settle();
    desk
}

/// A project in a folder of its own, open in a window whose disk can be slow, full or broken.
fn gated(answers: Vec<Answer>) -> (tempfile::TempDir, PathBuf, GatedDisk, Desk) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("own.ron");
    write_project(&path, "S");
    let disk = GatedDisk::default();
    let (mut services, _) = watched(answers);
    services.store = Arc::new(disk.clone());
    let desk = desk(services, vec![path.clone()]);
    (folder, path, disk, desk)
}

fn chosen(path: &Path) -> Answer {
    Answer::Chosen(vec![path.to_owned()])
}

fn last_question(asked: &Arc<Mutex<Asked>>) -> (RequestId, Ask) {
    asked.lock().expect("no panic").questions.last().cloned().expect("a question")
}

// Journal and save.

#[test]
fn a_tag_and_a_save_in_one_frame_leave_nothing_in_the_journal() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("s.ron");
    write_project(&path, "S");
    let mut desk = desk(watched(Vec::new()).0, vec![path.clone()]);
    desk.press_in_one_frame(&[(Modifiers::NONE, Key::Num2), (CTRL, Key::S)]).settle();
    assert_eq!(desk.tags(), "2---------");
    assert!(!desk.window().is_dirty());
    assert!(!journal_path(&path).exists(), "the tag is in the file, not in the journal as well");
    drop(desk);
    let again = self::desk(watched(Vec::new()).0, vec![path]);
    assert_eq!(again.tags(), "2---------");
    assert!(!again.window().is_dirty(), "nothing was left to recover");
}

/// A click is carried out after the frame in which it fell, and is with the journal before the next one.
#[test]
fn a_click_is_in_the_journal_in_its_own_frame() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("s.ron");
    write_project(&path, "S");
    let mut desk = desk(watched(Vec::new()).0, vec![path.clone()]);
    desk.harness.get_by_label("vage").click();
    let tagged = |desk: &Desk| desk.project().codings().len() == 1;
    for _ in 0..10 {
        if !tagged(&desk) {
            desk.harness.step();
        }
    }
    assert!(tagged(&desk));
    // No further frame: the process may end here.
    desk.window().wait_for_jobs();
    let journal = fs::read_to_string(journal_path(&path)).expect("a journal");
    assert!(journal.contains("vague"), "{journal}");
}

#[test]
fn undo_leads_back_to_what_was_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("s.ron");
    write_project(&path, "S");
    let mut desk = desk(watched(Vec::new()).0, vec![path]);
    desk.key(Key::Num2)
        .key(Key::M)
        .type_text("vor")
        .press(CTRL, Key::S)
        .settle()
        .type_text(" und nach")
        .settle();
    assert_eq!(desk.coding(1).map(|coding| coding.memo.as_str()), Some("vor und nach"));
    desk.press(Modifiers::NONE, Key::Escape).press(CTRL, Key::Z);
    assert_eq!(
        desk.coding(1).map(|coding| coding.memo.as_str()),
        Some("vor"),
        "the saved memo is a step of its own"
    );
    assert!(!desk.window().is_dirty(), "it is what the file holds");
}

// Saving is a queue.

#[test]
fn save_as_during_a_save_keeps_its_path() {
    let folder = tempfile::tempdir().expect("a folder");
    let (own, copy) = (folder.path().join("own.ron"), folder.path().join("copy.ron"));
    write_project(&own, "S");
    let disk = GatedDisk::default();
    let (mut services, _) = watched(vec![chosen(&copy)]);
    services.store = Arc::new(disk.clone());
    let mut desk = desk(services, vec![own.clone()]);
    desk.key(Key::Num3);
    desk.settle();
    disk.close();
    desk.press(CTRL, Key::S).key(Key::ArrowRight).key(Key::Num1).press(CTRL | SHIFT, Key::S);
    assert!(desk.window().is_saving() && !copy.exists());
    disk.open();
    desk.settle();
    assert!(copy.exists(), "the new path was not thrown away");
    let codings = |path: &Path| open(path).expect("it opens").project.codings().len();
    assert_eq!(
        (codings(&own), codings(&copy)),
        (1, 2),
        "each file holds what was there when it was asked for"
    );
    assert!(!desk.window().is_dirty());
}

#[test]
fn quitting_waits_for_the_save_that_is_under_way() {
    let (_folder, path, disk, mut desk) = gated(Vec::new());
    desk.key(Key::Num3);
    desk.settle();
    disk.close();
    desk.press(CTRL, Key::S).press(CTRL, Key::Q);
    assert!(!desk.window().has_ended(), "the file says nothing for sure yet");
    assert!(desk.shows("danach wird beendet"));
    disk.open();
    desk.settle();
    assert!(desk.window().has_ended());
    assert_eq!(open(&path).expect("it opens").project.codings().len(), 1);
}

#[test]
fn a_fault_of_our_own_in_a_save_is_said_and_the_next_save_works() {
    let (_folder, path, disk, mut desk) = gated(Vec::new());
    desk.key(Key::Num3).settle();
    disk.panic_at_next(1);
    desk.press(CTRL, Key::S).settle();
    assert!(desk.shows("Fehler im Programm beim Speichern"));
    assert!(!desk.window().is_saving() && desk.window().is_dirty());
    desk.press(CTRL, Key::S).settle();
    assert!(!desk.window().is_dirty() && !desk.shows("Fehler im Programm"));
    assert_eq!(open(&path).expect("it opens").project.codings().len(), 1);
    assert!(!journal_path(&path).exists());
}

/// The whole window over a disk that fails at each step of a day, in each way: afterwards either everything was saved,
/// or a notice says that it was not and the next save brings everything to disk.
#[test]
fn a_disk_that_fails_costs_nothing_that_the_window_had_shown() {
    let place = PathBuf::from("/nowhere/study.ron");
    let day = |disk: &FailingDisk| {
        let (mut services, _) =
            Pretended::watched(now(), vec![chosen(&place), chosen(&place)], Language::German);
        services.store = Arc::new(disk.clone());
        let mut desk = Desk::on(USUAL, services, vec![sample_path()]);
        desk.press(CTRL, Key::S).key(Key::Num3).key(Key::ArrowRight).key(Key::Num1).press(CTRL, Key::S);
        desk.key(Key::ArrowRight).key(Key::Num2).press(CTRL, Key::S);
        desk
    };
    let whole = FailingDisk::default();
    assert!(!day(&whole).window().is_dirty());
    let steps = whole.steps();
    assert!(steps > 20, "the day has steps: {steps}");
    for step in 0..steps {
        for failure in [Failure::Once(std::io::ErrorKind::Other), Failure::Full] {
            let disk = FailingDisk::default();
            disk.fails_at(step, failure);
            let mut desk = day(&disk);
            assert_eq!(desk.tags(), "312-------");
            let told = desk.shows("Nicht gesichert") || desk.shows("nicht") && desk.window().is_dirty();
            assert!(told || !desk.window().is_dirty(), "step {step}, {failure:?}: unsaved and nothing said");
            let mended = disk.found(After::Kill);
            if !desk.window().is_dirty() {
                let there =
                    resume(&mended, &place).unwrap_or_else(|problem| panic!("step {step}: {problem:?}"));
                assert_eq!(there.session.project().codings().len(), 3, "step {step}, {failure:?}");
            } else if failure != Failure::Full {
                desk.press(CTRL, Key::S);
                assert!(!desk.window().is_dirty(), "step {step}: the next save works");
                let there = resume(&disk.found(After::Kill), &place).expect("it opens");
                assert_eq!(there.session.project().codings().len(), 3, "step {step}, {failure:?}");
            }
        }
    }
}

/// A disk that is full takes neither the project nor its journal: what is done then survives a crash all the same.
#[test]
fn work_on_a_full_disk_survives_a_crash_in_the_data_folder() {
    let (folder, home) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let (path, unsaved) = (folder.path().join("s.ron"), home.path().join("unsaved"));
    write_project(&path, "S");
    let disk = GatedDisk::default();
    let start = || {
        let (mut services, _) = watched(Vec::new());
        services.store = Arc::new(disk.clone());
        services.unsaved = Some(unsaved.clone());
        desk(services, vec![path.clone()])
    };
    let copies = || {
        fs::read_dir(&unsaved).map_or(0, |entries| {
            let names =
                entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"));
            names.filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "ron")).count()
        })
    };
    let mut first = start();
    first.key(Key::Num3).settle();
    disk.fill(Some(folder.path()));
    first.key(Key::ArrowRight).key(Key::Num1).settle();
    assert!(first.shows("liegen solange im Datenordner"), "the person is told");
    first.press(CTRL, Key::S).settle();
    assert!(first.shows("Nicht gesichert") && first.shows("liegen solange im Datenordner"));
    first.press(Modifiers::NONE, Key::Escape).key(Key::ArrowRight).key(Key::Num2).settle();
    assert_eq!((first.tags().as_str(), copies()), ("312-------", 1));
    // The process ends without a word, and there is room again.
    drop(first);
    disk.fill(None);
    let mut second = start();
    assert_eq!(second.tags(), "3---------", "what had found room beside the file");
    assert!(second.shows("Von diesem Projekt liegt eine Fassung mit weiteren Änderungen"));
    second.press(CTRL, Key::S).settle().click("Öffnen").settle();
    assert_eq!(second.tags(), "312-------", "and all the rest");

    // Where there is room before anything happens, the save puts everything back into its place.
    drop(second);
    let _ = fs::remove_dir_all(&unsaved);
    let mut third = start();
    third.key(Key::Num1).settle();
    assert!(journal_path(&path).exists());
    disk.fill(Some(folder.path()));
    third.key(Key::ArrowRight).key(Key::Num2).settle();
    assert_eq!(copies(), 1);
    disk.fill(None);
    third.press(CTRL, Key::S).settle();
    assert!(!third.window().is_dirty() && !third.shows("Datenordner"));
    assert_eq!(copies(), 0, "the copy is not needed any more");
    assert!(!journal_path(&path).exists() && !folder.path().join("s.ron.journal.1").exists());
    third.key(Key::ArrowRight).key(Key::Num1).settle();
    assert!(journal_path(&path).exists(), "the journal stands beside the file again");
}

#[test]
fn a_save_without_its_history_says_so() {
    let (folder, _path, disk, mut desk) = gated(Vec::new());
    desk.key(Key::Num3).settle();
    disk.fill(Some(&folder.path().join("own.ron.history.next")));
    desk.press(CTRL, Key::S).settle();
    assert!(!desk.window().is_dirty() && desk.shows("Für den Verlauf war kein Platz"));
    disk.fill(None);
    desk.key(Key::Num1).press(CTRL, Key::S).settle();
    assert!(desk.shows("Gesichert: own.ron") && !desk.shows("Für den Verlauf"));
}

// Dialogs.

#[test]
fn a_file_picked_to_be_opened_is_never_written_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let paper = folder.path().join("paper.txt");
    fs::copy(fixture("hessen-invented.txt"), &paper).expect("copied");
    let before = fs::read(&paper).expect("there");
    let (services, asked) = watched(Vec::new());
    asked.lock().expect("no panic").stays_open = true;
    let mut desk = desk(services, vec![sample_path()]);
    desk.key(Key::Num3).press(CTRL, Key::O);
    let (open_id, question) = last_question(&asked);
    assert!(matches!(question, Ask::Open { several: true, .. }));
    desk.press(CTRL | SHIFT, Key::S).press(CTRL, Key::E);
    {
        let asked = asked.lock().expect("no panic");
        assert_eq!(asked.questions.len(), 1, "one dialog at a time");
        assert_eq!(asked.brought_forward, 1, "the open one came to the front");
    }
    asked.lock().expect("no panic").late.push_back((open_id, chosen(&paper)));
    desk.press(Modifiers::NONE, Key::Escape).settle();
    assert_eq!(fs::read(&paper).expect("there"), before, "the paper is as it was");
    assert_eq!(desk.project().document_count(), 2, "it was read in, which is what was asked");
    assert!(desk.window().is_dirty(), "nothing was saved");
}

#[test]
fn the_answer_for_a_project_that_was_left_is_dropped_with_a_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, two) = (folder.path().join("one.ron"), folder.path().join("two.ron"));
    write_project(&one, "One");
    write_project(&two, "Two");
    let target = folder.path().join("copy.ron");
    let (services, asked) = watched(Vec::new());
    asked.lock().expect("no panic").stays_open = true;
    let mut desk = desk(services, vec![one]);
    desk.press(CTRL | SHIFT, Key::S);
    let (id, _) = last_question(&asked);
    desk.harness.state_mut().open_paths(vec![two]);
    desk.settle();
    assert_eq!(desk.project().name(), "Two");
    asked.lock().expect("no panic").late.push_back((id, chosen(&target)));
    desk.harness.step();
    desk.settle();
    assert!(!target.exists(), "the other project was not written there");
    assert!(desk.shows("kam zu spät"));
}

/// Who wanted to save and leave, and found another dialog open, has not left: a later save is a save.
#[test]
fn a_save_that_could_not_be_asked_for_lets_nobody_out_later() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let (services, asked) = watched(vec![chosen(&path)]);
    let mut desk = desk(services, vec![sample_path()]);
    asked.lock().expect("no panic").stays_open = true;
    desk.key(Key::Num3).press(CTRL, Key::O);
    let (id, _) = last_question(&asked);
    desk.press(CTRL, Key::Q).click("Sichern");
    asked.lock().expect("no panic").late.push_back((id, chosen(&fixture("hessen-invented.txt"))));
    desk.settle();
    assert_eq!(desk.project().document_count(), 2);
    asked.lock().expect("no panic").stays_open = false;
    desk.press(CTRL, Key::S).settle();
    assert!(path.exists() && !desk.window().is_dirty());
    assert!(!desk.window().has_ended(), "nobody asked to leave any more");
}

#[test]
fn an_answer_that_nobody_asked_for_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (services, asked) = watched(Vec::new());
    let mut desk = desk(services, vec![sample_path()]);
    asked.lock().expect("no panic").late.push_back((RequestId(77), chosen(&folder.path().join("x.ron"))));
    desk.key(Key::Num3).settle();
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
    assert!(desk.shows("kam zu spät"));
}

#[test]
fn a_dialog_that_was_ended_from_outside_is_asked_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let (services, asked) = watched(vec![Answer::Lost, chosen(&path)]);
    let mut desk = desk(services, vec![sample_path()]);
    desk.press(CTRL, Key::S);
    assert!(desk.shows("wurde beendet, bevor etwas gewählt war") && !desk.shows("lässt sich gerade kein"));
    desk.press(Modifiers::NONE, Key::Escape).press(CTRL, Key::S).settle();
    assert_eq!(asked.lock().expect("no panic").questions.len(), 2, "the next try asks anew");
    assert!(path.exists());
}

// Nothing is overwritten unasked.

#[test]
fn the_proposed_name_carries_its_ending_and_begins_in_the_folder_of_the_project() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    write_project(&path, "");
    let (services, asked) = watched(vec![Answer::Cancelled, Answer::Cancelled]);
    let mut desk = desk(services, vec![path]);
    desk.press(CTRL | SHIFT, Key::S);
    let (_, question) = last_question(&asked);
    let Ask::Save { name, folder: begins, filters, .. } = question else { panic!("{question:?}") };
    assert_eq!(name, "study.ron");
    assert_eq!(begins.as_deref(), Some(folder.path()));
    assert_eq!(filters.last().map(|filter| filter.name.as_str()), Some("Alle Dateien"));
    desk.press(CTRL, Key::O);
    let (_, question) = last_question(&asked);
    let Ask::Open { folder: begins, filters, .. } = question else { panic!("{question:?}") };
    assert_eq!(begins.as_deref(), Some(folder.path()));
    assert!(filters[0].endings.contains(&"pdf".to_owned()) && filters[1].endings.is_empty());
}

#[test]
fn a_project_whose_ending_was_added_afterwards_replaces_no_other_unasked() {
    let folder = tempfile::tempdir().expect("a folder");
    let there = folder.path().join("unbenannt.ron");
    write_project(&there, "Somebody's");
    let before = fs::read(&there).expect("there");
    let (services, _) = watched(vec![chosen(&folder.path().join("unbenannt"))]);
    let mut desk = desk(services, vec![sample_path()]);
    desk.key(Key::Num3).press(CTRL, Key::S).settle();
    assert_eq!(fs::read(&there).expect("there"), before, "nothing is replaced yet");
    assert!(desk.shows("nach ihr hat der Dialog nicht gefragt") && desk.shows("Diese Datei gibt es schon"));
    desk.key(Key::Enter).settle();
    assert!(!desk.window().is_dirty(), "asked once more, it is replaced");
    assert_eq!(open(&there).expect("it opens").project.codings().len(), 1);
    assert_eq!(fs::read(folder.path().join("unbenannt.ron.bak")).expect("kept"), before);
}

#[test]
fn a_project_that_was_not_asked_about_and_appears_meanwhile_is_not_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("neu.ron");
    let disk = GatedDisk::default();
    let (mut services, _) = watched(vec![chosen(&folder.path().join("neu"))]);
    services.store = Arc::new(disk.clone());
    let mut desk = desk(services, vec![sample_path()]);
    disk.close();
    desk.key(Key::Num3).press(CTRL, Key::S);
    write_project(&place, "Somebody's");
    let before = fs::read(&place).expect("there");
    disk.open();
    desk.settle();
    assert_eq!(fs::read(&place).expect("there"), before);
    assert!(desk.window().is_dirty());
}

#[test]
fn an_export_replaces_no_file_unasked_and_keeps_the_one_it_replaces() {
    let folder = tempfile::tempdir().expect("a folder");
    let there = folder.path().join("about.html");
    fs::write(&there, "my own words").expect("written");
    let (services, asked) = watched(vec![chosen(&folder.path().join("about"))]);
    let mut desk = desk(services, vec![sample_path()]);
    desk.key(Key::Num3).press(CTRL, Key::E).click("Exportieren …").settle();
    let (_, question) = last_question(&asked);
    let Ask::Save { name, .. } = &question else { panic!("{question:?}") };
    assert_eq!(Path::new(name).extension().and_then(|ending| ending.to_str()), Some("html"));
    assert_eq!(fs::read_to_string(&there).expect("there"), "my own words");
    desk.key(Key::Enter).settle();
    assert!(fs::read_to_string(&there).expect("there").contains("<html"));
    assert_eq!(fs::read_to_string(folder.path().join("about.html.bak")).expect("kept"), "my own words");
    assert!(desk.shows("about.html.bak"), "the person is told where it went");
}

/// Where no dialog can be shown the field speaks of none, and a bare name means the folder that it shows.
#[test]
fn a_name_typed_into_the_field_is_in_the_folder_it_showed() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("own.ron");
    write_project(&own, "");
    let (services, _) = watched(vec![Answer::Unavailable, Answer::Unavailable]);
    let mut desk = desk(services, vec![own.clone()]);
    desk.key(Key::Num3)
        .press(CTRL | SHIFT, Key::S)
        .press(CTRL, Key::A)
        .type_text("copy")
        .key(Key::Enter)
        .settle();
    assert!(folder.path().join("copy.ron").exists(), "not in the folder the program was started in");
    desk.press(CTRL | SHIFT, Key::S).press(CTRL, Key::A).type_text("own").key(Key::Enter);
    assert!(desk.shows("Diese Datei gibt es schon"));
    assert!(!desk.shows("hat der Dialog nicht gefragt"), "there was no dialog");
}

#[test]
fn a_folder_or_a_pipe_is_never_replaced_and_nobody_is_asked_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let (place, pipe) = (folder.path().join("dir.ron"), folder.path().join("pipe.ron"));
    fs::create_dir(&place).expect("made");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    let mut answers = vec![chosen(&place)];
    if made.is_ok_and(|made| made.success()) {
        answers.push(chosen(&pipe));
    }
    let count = answers.len();
    let (services, _) = watched(answers);
    let mut desk = desk(services, vec![sample_path()]);
    desk.key(Key::Num3);
    for _ in 0..count {
        desk.press(CTRL, Key::S).settle();
        assert!(desk.shows("ist ein Ordner oder ein Gerät") && !desk.shows("Diese Datei gibt es schon"));
    }
    assert!(place.is_dir() && !folder.path().join("pipe.ron.bak").exists());
    assert!(desk.window().is_dirty(), "nothing was saved");
}

#[test]
fn a_name_with_a_dot_is_saved_as_a_project_and_opens_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let (services, _) = watched(vec![chosen(&folder.path().join("Studie 1.2"))]);
    let mut first = desk(services, vec![sample_path()]);
    first.key(Key::Num3).press(CTRL, Key::S).settle();
    let path = folder.path().join("Studie 1.2.ron");
    assert!(path.exists());
    drop(first);
    let again = desk(watched(Vec::new()).0, vec![path.clone()]);
    assert_eq!(again.tags(), "3---------");
    drop(again);
    let (services, _) = watched(vec![chosen(&path)]);
    let mut by_dialog = desk(services, Vec::new());
    by_dialog.press(CTRL, Key::O).settle();
    assert_eq!(by_dialog.tags(), "3---------");
}

// What comes in.

#[test]
fn papers_go_into_the_project_they_were_given_with() {
    let folder = tempfile::tempdir().expect("a folder");
    let (own, second) = (folder.path().join("own.ron"), folder.path().join("second.ron"));
    write_project(&own, "Own");
    write_project(&second, "Second");
    let given = vec![fixture("hessen-invented.txt"), own, second.clone()];
    let mut desk = desk(watched(Vec::new()).0, given);
    assert_eq!(desk.project().name(), "Own");
    assert_eq!(desk.project().document_count(), 2, "the paper is in the project it came with");
    assert!(desk.shows("second.ron ist ein weiteres Projekt"), "a second project is offered");
    desk.press(CTRL, Key::S).settle().click("Öffnen").settle();
    assert_eq!(desk.project().name(), "Second");
}

#[test]
fn papers_that_came_with_a_broken_project_are_named_and_put_into_no_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let broken = folder.path().join("kaputt.ron");
    fs::write(&broken, "V4((").expect("written");
    let desk = desk(watched(Vec::new()).0, vec![broken, fixture("hessen-invented.txt")]);
    assert!(desk.window().project().is_none());
    assert!(desk.shows("kaputt.ron wurde nicht geöffnet; eine mitgegebene Datei"));
}

#[test]
fn who_stays_with_unsaved_work_hears_what_was_not_taken_along() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = folder.path().join("other.ron");
    write_project(&other, "Other");
    let mut desk = desk(watched(Vec::new()).0, vec![sample_path()]);
    desk.key(Key::Num3);
    desk.harness.state_mut().open_paths(vec![other, fixture("hessen-invented.txt")]);
    desk.settle();
    desk.press(Modifiers::NONE, Key::Escape).settle();
    assert_eq!(desk.project().document_count(), 1, "what was meant for the other project is not in this one");
    assert_eq!(desk.tags(), "3---------");
    assert!(desk.shows("other.ron wurde nicht geöffnet"));
    // Whoever saves later is not carried to the project that was turned down.
    desk.press(CTRL, Key::N).press(Modifiers::NONE, Key::Escape).settle();
    assert_eq!(desk.tags(), "3---------");
}

#[test]
fn a_project_that_is_left_while_papers_are_read_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    for number in 0..40 {
        let text = fs::read_to_string(fixture("hessen-invented.txt")).expect("a paper");
        fs::write(folder.path().join(format!("{number}.txt")), format!("{text}\n{number}")).expect("written");
    }
    let own = tempfile::tempdir().expect("a folder");
    let path = own.path().join("own.ron");
    write_project(&path, "Own");
    let mut desk = desk(watched(Vec::new()).0, vec![path]);
    // In one frame: however quick the threads are, nothing of it is heard before the project is left.
    desk.harness.state_mut().open_paths(vec![folder.path().to_owned()]);
    desk.press_in_one_frame(&[(CTRL, Key::W)]).settle();
    assert!(desk.window().project().is_none(), "no project is made of what was meant for another");
    assert!(desk.shows("endete mit dem Projekt"), "nothing is dropped without a word");
}

#[test]
fn a_big_codebook_of_another_program_is_read_beside_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("kaputt.qdc");
    fs::write(&file, "no codebook").expect("written");
    let mut desk = desk(watched(Vec::new()).0, vec![sample_path()]);
    desk.harness.state_mut().open_paths(vec![file, fixture("hessen-invented.txt")]);
    desk.settle();
    assert!(desk.shows("kaputt.qdc"), "the codebook is named");
    assert_eq!(desk.project().document_count(), 2, "the paper that came with it is in");
}

// Jobs.

#[test]
fn after_one_stop_the_next_reading_and_the_next_export_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("sheet.html");
    let (services, _) = watched(vec![chosen(&target)]);
    let mut desk = desk(services, vec![sample_path()]);
    desk.harness.state_mut().stop_everything();
    desk.harness.state_mut().open_paths(vec![fixture("hessen-invented.txt")]);
    desk.settle();
    assert_eq!(desk.project().document_count(), 2);
    desk.key(Key::Num3).press(CTRL, Key::E).click("Exportieren …").settle();
    assert!(target.exists());
}

// Settings.

#[test]
fn the_key_is_on_disk_before_anything_is_coded_and_stays_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = folder.path().join("config").join("settings.ron");
    let services = |key: &str| {
        let mut services = watched(Vec::new()).0;
        services.preferences = Some(settings.clone());
        services.fresh_key = Some(key.to_owned());
        services
    };
    let first = desk(services("0123456789abcdef"), Vec::new());
    assert_eq!(
        load_preferences(&settings).identity.key,
        "0123456789abcdef",
        "written before a paper is there"
    );
    drop(first);
    let mut second = desk(services("fedcba9876543210"), vec![sample_path()]);
    second.key(Key::Num3).settle();
    assert_eq!(load_preferences(&settings).identity.key, "0123456789abcdef", "the second start draws none");
    let coder = second.project().coder(second.project().me()).expect("I am known");
    assert_eq!(coder.key, "0123456789abcdef");
}

#[test]
fn where_settings_cannot_be_kept_it_is_said_and_nobody_is_somebody_else_tomorrow() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("s.ron");
    write_project(&path, "S");
    let start = |key: &str| {
        let mut services = watched(Vec::new()).0;
        // No folder can be made below a file.
        services.preferences = Some(path.join("settings.ron"));
        services.fresh_key = Some(key.to_owned());
        desk(services, vec![path.clone()])
    };
    let mut today = start("1111111111111111");
    assert!(today.shows("Einstellungen lassen sich nicht speichern"));
    today.key(Key::Num3).press(CTRL, Key::S).settle();
    drop(today);
    let tomorrow = start("2222222222222222");
    assert_eq!(tomorrow.tags(), "3---------", "yesterday's tags are still mine");
    assert_eq!(tomorrow.project().coders().count(), 1);
}

#[test]
fn a_drag_of_the_edge_writes_the_settings_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = folder.path().join("settings.ron");
    let mut services = watched(Vec::new()).0;
    services.preferences = Some(settings.clone());
    let mut desk = desk(services, vec![sample_path()]);
    let width = || load_preferences(&settings).pane_width;
    let before = width();
    let edge = 1440.0 - before;
    desk.harness.drag_at(egui::pos2(edge, 400.0));
    desk.harness.step();
    for step in 1..20_u8 {
        desk.harness.hover_at(egui::pos2(edge - f32::from(step) * 3.0, 400.0));
        desk.harness.step();
        assert_eq!(width(), before, "nothing is written while the button is held");
    }
    desk.harness.drop_at(egui::pos2(edge - 60.0, 400.0));
    desk.settle();
    assert!((width() - before - 60.0).abs() < 4.0, "{} after {before}", width());
}

#[test]
fn recently_opened_holds_absolute_paths() {
    let folder =
        tempfile::Builder::new().prefix("recent").tempdir_in(root().join("target")).expect("a folder");
    let name = folder.path().file_name().expect("a name").to_owned();
    let relative = PathBuf::from("target").join(name).join("s.ron");
    write_project(&root().join(&relative), "S");
    let settings = folder.path().join("settings.ron");
    let mut services = watched(Vec::new()).0;
    services.preferences = Some(settings.clone());
    let desk = desk(services, vec![relative]);
    assert!(desk.window().project().is_some());
    drop(desk);
    let recent = load_preferences(&settings).recent;
    assert!(recent[0].path.is_absolute(), "{:?}", recent[0].path);
}

#[test]
fn a_plan_half_typed_is_not_pushed_aside_by_a_project_that_arrives() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = folder.path().join("other.ron");
    write_project(&other, "Other");
    let mut desk = desk(watched(Vec::new()).0, vec![sample_path()]);
    desk.press(CTRL, Key::T);
    desk.harness.state_mut().open_paths(vec![other]);
    desk.settle();
    assert_eq!(desk.project().name(), "", "the card is still open, and the project behind it");
    for _ in 0..3 {
        desk.press(Modifiers::NONE, Key::Escape).settle();
        if desk.shows("Sichern") {
            break;
        }
    }
    assert!(desk.shows("Sichern"), "once it is closed the unsaved work is asked about");
}
