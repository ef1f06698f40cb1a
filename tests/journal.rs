//! The journal and the history beside a project: cut off, damaged, of an older or newer program, of another file.

mod support;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use landtag_annotator::files::storage::{
    Disk, LeftOver, Persistence, Resumed, STEPS_KEPT, Store, create, history_path, journal_path, resume,
};
use landtag_annotator::model::edits::{Change, Edit, How, Label, Past, Session, Step, library, tagging};
use landtag_annotator::model::{DocumentId, Problem, Project};
use proptest::prelude::*;
use support::{now, question, sample, session, tag};

/// A project on disk and a session in it.
struct Desk {
    folder: tempfile::TempDir,
    path: PathBuf,
    session: Session,
    keeping: Persistence,
    paper: DocumentId,
    states: Vec<(Project, Past)>,
}

fn store() -> Arc<dyn Store> {
    Arc::new(Disk)
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("study.ron");
        let document = sample();
        let paper = document.id;
        let session = session(vec![document]);
        let digest = create(&path, session.project()).expect("written");
        let states = vec![(session.project().clone(), Past::default())];
        let keeping = Persistence::beside(store(), &path, &digest, None);
        Self { folder, path, session, keeping, paper, states }
    }

    fn hand_over(&mut self) {
        let applied = self.session.take_applied();
        assert_eq!(applied.len(), 1);
        self.keeping.append(&applied).expect("written");
        self.states.push((self.session.project().clone(), self.session.past(STEPS_KEPT)));
    }

    fn commit(&mut self, change: Result<Change, Problem>) {
        self.session.commit(change.expect("possible")).expect("fits");
        self.hand_over();
    }

    fn work(&mut self) -> &mut Self {
        let at = question(self.paper, 2);
        self.commit(tagging::tag(self.session.project(), at, Some(&tag("vague")), now()));
        for words in ["Z", "Ze", "Zeile eins\nZeile \"zwei\" \\ ß – \u{2028}"] {
            self.commit(tagging::memo(self.session.project(), at, words, now()));
        }
        self.session.undo();
        self.hand_over();
        self.session.redo();
        self.hand_over();
        self.commit(Ok(library::rename("Neu\nbenannt")));
        self.commit(library::remove(self.session.project(), self.paper));
        self.session.undo();
        self.hand_over();
        self
    }

    fn journal(&self) -> Vec<u8> {
        std::fs::read(journal_path(&self.path)).expect("a journal")
    }

    fn with_journal(&self, bytes: &[u8]) -> Resumed {
        std::fs::write(journal_path(&self.path), bytes).expect("written");
        resume(&Disk, &self.path).expect("a damaged journal never keeps a project from opening")
    }

    fn files(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.folder.path())
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

fn state(resumed: &Resumed) -> (Project, Past) {
    (resumed.session.project().clone(), resumed.session.past(STEPS_KEPT))
}

#[test]
fn cut_at_any_byte_it_loads_an_earlier_state_with_its_undo() {
    let mut desk = Desk::new();
    let whole = desk.work().journal();
    // The long line of the paper that was put back is cut here and there, the others at every byte.
    let places =
        (0..=whole.len()).filter(|place| *place < 6000 || place % 97 == 0 || place + 300 > whole.len());
    for length in places {
        let resumed = desk.with_journal(&whole[..length]);
        let lines = whole[..length].split(|byte| *byte == b'\n').count() - 1;
        let expected = lines.saturating_sub(1);
        assert_eq!(resumed.recovered.len(), expected, "cut at byte {length}");
        assert!(state(&resumed) == desk.states[expected], "cut at byte {length}: another state");
        assert_eq!(resumed.left_over, None, "a torn line was never confirmed");
    }
}

#[test]
fn a_damaged_byte_never_gives_a_state_that_never_was() {
    let mut desk = Desk::new();
    let whole = desk.work().journal();
    for place in (0..whole.len()).step_by(131) {
        for byte in [0, 0xff, b'\n', b'('] {
            let mut damaged = whole.clone();
            damaged[place] = byte;
            let resumed = desk.with_journal(&damaged);
            let lines = whole[..place].split(|byte| *byte == b'\n').count() - 1;
            assert!(
                resumed.recovered.len() + 1 >= lines.min(desk.states.len()) || resumed.left_over.is_some()
            );
        }
    }
}

#[test]
fn lines_of_a_newer_program_are_kept_aside() {
    let mut desk = Desk::new();
    let whole = desk.work().journal();
    let third = whole.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(2).expect("lines").0 + 1;
    let mut newer = whole[..third].to_vec();
    newer.extend(b"Dreamt(label:1)\n");
    newer.extend(&whole[third..]);
    let resumed = desk.with_journal(&newer);
    assert!(state(&resumed) == desk.states[2]);
    assert_eq!(resumed.left_over, Some(LeftOver::Unreadable));
    let aside = Persistence::keep_aside(&Disk, &desk.path).expect("kept");
    let mut keeping = Persistence::beside(store(), &desk.path, &resumed.digest, None);
    keeping.resume(&resumed.recovered).expect("written");
    assert_eq!(std::fs::read(aside).expect("there"), newer, "kept as it was");
    let again = resume(&Disk, &desk.path).expect("opens");
    assert!(state(&again) == desk.states[2] && again.left_over.is_none());
}

#[test]
fn a_journal_of_another_state_is_told_and_kept() {
    let mut desk = Desk::new();
    let journal = desk.work().journal();
    let text = std::fs::read_to_string(&desk.path).expect("there");
    std::fs::write(&desk.path, text + "\n").expect("written");
    let resumed = resume(&Disk, &desk.path).expect("opens");
    assert_eq!((resumed.left_over, resumed.recovered.len()), (Some(LeftOver::OtherState), 0));
    assert!(resumed.session.project() == &desk.states[0].0);
    // Even a window that does not ask leaves it as it is.
    let mut session = resumed.session;
    session.commit(library::rename("x")).expect("fits");
    let mut keeping = Persistence::beside(store(), &desk.path, &resumed.digest, None);
    keeping.append(&session.take_applied()).expect("written");
    assert_eq!(desk.files(), ["study.ron", "study.ron.journal", "study.ron.journal.1"]);
    assert_eq!(std::fs::read(desk.path.with_file_name("study.ron.journal.1")).expect("there"), journal);
}

#[test]
fn the_bare_edits_of_the_first_version_still_count() {
    let desk = Desk::new();
    let at = question(desk.paper, 1);
    let change = tagging::tag(desk.session.project(), at, Some(&tag("concrete")), now()).expect("possible");
    let digest = resume(&Disk, &desk.path).expect("opens").digest;
    let line = ron::to_string(&change.edit).expect("a line");
    assert!(line.starts_with("PutCoding("));
    let old = format!("(continues:\"{digest}\")\nRename(name:\"Alt\\nmit Zeile\")\n{line}\n");
    let mut resumed = desk.with_journal(old.as_bytes());
    assert_eq!(resumed.recovered.len(), 2);
    assert_eq!(resumed.session.project().name(), "Alt\nmit Zeile");
    assert!(resumed.session.project().my_coding(at).is_some());
    assert_eq!(resumed.session.undo(), Some(Label::Recovered));
    assert!(resumed.session.project().my_coding(at).is_none());
}

#[test]
fn what_was_taken_back_before_leaving_can_be_done_again() {
    let mut desk = Desk::new();
    desk.work();
    while desk.session.undo().is_some() {
        desk.hand_over();
    }
    assert!(!desk.session.is_dirty());
    let past = desk.session.past(STEPS_KEPT);
    desk.keeping.close(&past);
    assert_eq!(
        desk.files(),
        ["study.ron", "study.ron.history"],
        "nothing is unsaved, so there is no journal"
    );
    let mut resumed = resume(&Disk, &desk.path).expect("opens");
    assert_eq!(resumed.session.past(STEPS_KEPT), past);
    assert!(!resumed.session.is_dirty() && resumed.recovered.is_empty());
    while resumed.session.redo().is_some() {}
    assert!(resumed.session.project() == &desk.states[8].0, "all done again, the paper is out");
    // Whoever changes the file outside loses undo, silently, and nothing else.
    let text = std::fs::read_to_string(&desk.path).expect("there");
    std::fs::write(&desk.path, text + "\n").expect("written");
    let other = resume(&Disk, &desk.path).expect("opens");
    assert_eq!((other.session.past(STEPS_KEPT), other.left_over), (Past::default(), None));
}

/// A journal that begins with what the file holds already: a merge that put a paper in, and three tags after it.
#[test]
fn a_line_whose_effect_is_there_already_is_passed_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let mut session = session(vec![sample()]);
    let second = support::paper(&support::fixture("hessen-invented.txt"));
    let paper = second.id;
    let merged = library::add(session.project(), vec![second]);
    session.commit(Change { label: Label::Merge { file: "theirs.ron".into() }, ..merged }).expect("fits");
    let mut lines = session.take_applied();
    // The save that holds the merge, and then a process that ends before the journal begins anew.
    let digest = create(&path, session.project()).expect("written");
    for (number, name) in [(1, "vague"), (2, "concrete"), (3, "deferred")] {
        let change = tagging::tag(session.project(), question(paper, number), Some(&tag(name)), now());
        session.commit(change.expect("possible")).expect("fits");
    }
    lines.extend(session.take_applied());
    assert_eq!(lines.len(), 4);
    Persistence::beside(store(), &path, &digest, None).append(&lines).expect("written");
    let found = resume(&Disk, &path).expect("it opens");
    assert_eq!(found.left_over, None, "nothing is put aside");
    assert_eq!(found.session.project(), session.project(), "all is there, once");
    assert_eq!(found.recovered, lines[1..], "what the file holds is not said to be recovered");
}

#[test]
fn a_step_that_does_not_fit_is_forgotten() {
    let gone = Arc::new(Step { label: Label::Rename, edit: Edit::DropDocument { document: DocumentId(77) } });
    let fits = Arc::new(Step { label: Label::Number, edit: Edit::Rename { name: "alt".to_owned() } });
    let past = Past { done: vec![fits.clone(), gone.clone(), fits.clone()], undone: vec![gone] };
    let mut session = Session::resumed(session(Vec::new()).project().clone(), past);
    assert_eq!(session.redo(), None);
    assert_eq!(session.undo(), Some(Label::Number));
    assert!(session.is_dirty());
    assert_eq!((session.undo(), session.undo_label()), (None, None));
    assert_eq!(session.redo(), Some(Label::Number));
    assert!(!session.is_dirty(), "back at the saved state");
}

#[test]
fn old_changes_are_said_as_they_came() {
    let mut desk = Desk::new();
    desk.work();
    let how: Vec<How> = resume(&Disk, &desk.path).expect("opens").recovered.iter().map(|e| e.how).collect();
    let memo = [How::Did, How::Joined, How::Joined];
    let rest = [How::Undid, How::Redid, How::Did, How::Did, How::Undid];
    assert_eq!(how, [&[How::Did], &memo[..], &rest[..]].concat());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands beside a project, the project opens.
    #[test]
    fn anything_may_stand_beside_a_project(journal in any::<Vec<u8>>(), history in any::<Vec<u8>>(), lines in "[(){}\":,a-zA-Z0-9\n]{0,200}") {
        let folder = tempfile::tempdir().expect("a folder");
        let path: &Path = &folder.path().join("study.ron");
        let digest = create(path, session(Vec::new()).project()).expect("written");
        let mut text = format!("(continues:\"{digest}\")\n{lines}\n").into_bytes();
        text.extend(journal);
        std::fs::write(journal_path(path), &text).expect("written");
        std::fs::write(history_path(path), &history).expect("written");
        prop_assert!(resume(&Disk, path).is_ok());
    }
}
