//! Whatever the disk does while a person works: the project opens, old or new, and what was on disk stays there.
//! Every step of a working day fails once, in every way.

mod support;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use landtag_annotator::files::import;
use landtag_annotator::files::storage::{
    Backup, Journaled, Persistence, Replaces, STEPS_KEPT, SaveOrder, Store, default_codebook, resume,
    save_with, write_project,
};
use landtag_annotator::model::edits::{Change, Past, Session, library, tagging};
use landtag_annotator::model::{DocumentId, Problem, Project};
use support::disk::{After, FailingDisk, Failure};
use support::{now, question, tag};

const PAPER: &str = "HESSISCHER LANDTAG\n\nKleine Anfrage\n\nWir fragen die Landesregierung:\n\n\
    1. Wie viele Bänke stehen am Ufer?\n\n2. Wann kommen neue?\n\n3. Wer zahlt sie?\n\n\
    Antwort der Ministerin:\n\nZu Frage 1: Zwölf Bänke.\n\nZu Frage 2: Das wird geprüft.\n\n\
    Zu Frage 3: Das Land.\n";

/// A project with a small paper.
fn project() -> (Project, DocumentId) {
    let document = import::document("paper.txt", PAPER.as_bytes()).expect("a paper");
    let id = document.id;
    let mut project = Project::new("Probe", default_codebook());
    library::add(&project, vec![document]).edit.apply(&mut project).expect("fits");
    (project, id)
}

/// A working day on a disk, without a window.
struct Day {
    disk: FailingDisk,
    session: Session,
    keeping: Persistence,
    path: PathBuf,
    known: Option<String>,
    paper: DocumentId,
    /// Every state of the day.
    states: Vec<(Project, Past)>,
    /// The newest of them that the disk has confirmed.
    kept: usize,
    problems: Vec<Problem>,
    /// A project that has no place yet, and the folder it is kept in.
    nowhere: Option<PathBuf>,
}

impl Day {
    fn store(disk: &FailingDisk) -> Arc<dyn Store> {
        Arc::new(disk.clone())
    }

    /// The project is on disk and was opened.
    fn opened(disk: &FailingDisk, path: &Path) -> Self {
        let (project, paper) = project();
        // Somebody added a line: the first save writes another file though nothing was changed here.
        let text = write_project(&project) + "\n";
        let written = disk.write_beside(path, text.as_bytes()).expect("written");
        disk.rename(&written, path).expect("put in place");
        Self::resumed(disk, path, paper)
    }

    fn resumed(disk: &FailingDisk, path: &Path, paper: DocumentId) -> Self {
        let resumed = resume(disk, path).expect("opens");
        let mut keeping = Persistence::beside(Self::store(disk), path, &resumed.digest, None);
        let taken_over = keeping.resume(&resumed.recovered);
        let mut day = Self {
            states: vec![(resumed.session.project().clone(), resumed.session.past(STEPS_KEPT))],
            disk: disk.clone(),
            session: resumed.session,
            keeping,
            path: path.to_owned(),
            known: Some(resumed.digest),
            paper,
            kept: 0,
            problems: Vec::new(),
            nowhere: None,
        };
        day.note(taken_over);
        day
    }

    /// A new project that is nowhere on disk.
    fn fresh(disk: &FailingDisk, folder: &Path) -> Self {
        let (project, paper) = project();
        let session = Session::new(project);
        Self {
            states: vec![(session.project().clone(), session.past(STEPS_KEPT))],
            disk: disk.clone(),
            session,
            keeping: Persistence::nowhere(Self::store(disk)),
            path: PathBuf::from("/home/study.ron"),
            known: None,
            paper,
            kept: 0,
            problems: Vec::new(),
            nowhere: Some(folder.to_owned()),
        }
    }

    fn note(&mut self, result: Result<(), Problem>) -> bool {
        match result {
            Ok(()) => true,
            Err(problem) => {
                self.problems.push(problem);
                false
            }
        }
    }

    /// What the window does after a frame in which something changed.
    fn hand_over(&mut self) {
        let applied = self.session.take_applied();
        if applied.is_empty() || self.disk.is_dead() {
            return;
        }
        let past = self.session.past(STEPS_KEPT);
        self.states.push((self.session.project().clone(), past.clone()));
        let result = match &self.nowhere {
            Some(folder) => self.keeping.begin(folder, "unsaved", self.session.project(), &past, &applied),
            None => self.keeping.append(&applied),
        };
        if self.note(result) {
            self.kept = self.states.len() - 1;
        }
    }

    fn commit(&mut self, change: Result<Change, Problem>) {
        self.session.commit(change.expect("possible")).expect("fits");
        self.hand_over();
    }

    fn tag(&mut self, number: u32, name: &str) {
        let at = question(self.paper, number);
        self.commit(tagging::tag(self.session.project(), at, Some(&tag(name)), now()));
    }

    fn memo(&mut self, number: u32, words: &str) {
        let at = question(self.paper, number);
        self.commit(tagging::memo(self.session.project(), at, words, now()));
    }

    fn undo(&mut self) {
        self.session.undo();
        self.hand_over();
    }

    fn redo(&mut self) {
        self.session.redo();
        self.hand_over();
    }

    /// Saves, while the person goes on working.
    fn save(&mut self, path: &Path) {
        if self.disk.is_dead() {
            return;
        }
        let kept = self.session.snapshot(STEPS_KEPT, |_, _| unreachable!("every change was handed over"));
        self.keeping.begin_saving();
        let snapshot = self.states.len() - 1;
        let order = SaveOrder {
            path: path.to_owned(),
            snapshot: kept,
            replaces: match &self.known {
                Some(known) if path == self.path => Replaces::Only(known.clone()),
                _ => Replaces::Anything,
            },
            backup: Backup::Keep,
        };
        let disk = self.disk.clone();
        let saved = save_with(&disk, &order, &mut Meanwhile(self));
        match saved {
            Ok(written) => {
                self.known = Some(written.digest);
                self.nowhere = None;
                path.clone_into(&mut self.path);
                self.kept = self.kept.max(snapshot);
            }
            Err(problem) => {
                assert!(problem.is_about_writing(), "{problem:?}");
                self.problems.push(problem);
            }
        }
    }

    fn work(&mut self) {
        self.tag(1, "concrete");
        for words in ["E", "Ei", "Ein", "Ein \"Wort\"\nund noch eins"] {
            self.memo(1, words);
        }
        self.tag(2, "vague");
        self.undo();
    }
}

/// What goes on while a save is under way.
struct Meanwhile<'a>(&'a mut Day);

impl Journaled for Meanwhile<'_> {
    fn mark(&mut self, path: &Path, digest: &str) -> Result<(), Problem> {
        if self.0.states.len() > 1 {
            self.0.tag(3, "vague");
        }
        let marked = self.0.keeping.mark(path, digest);
        self.0.tag(3, "deferred");
        marked
    }

    fn saved(&mut self, path: &Path, digest: &str) -> Result<(), Problem> {
        self.0.undo();
        if self.0.disk.is_dead() {
            return Ok(());
        }
        let saved = self.0.keeping.saved(path, digest);
        // What the thread of the journal tells the window.
        let noted = saved.clone();
        self.0.note(noted);
        saved
    }

    fn failed(&mut self) {
        self.0.keeping.failed();
    }
}

/// The whole day: save at once, work, save, work on, undo over the save, save elsewhere.
fn whole_day(day: &mut Day, other: &Path) {
    let path = day.path.clone();
    if day.nowhere.is_none() {
        day.save(&path);
    }
    day.work();
    day.save(&path);
    day.redo();
    day.tag(2, "deferred");
    day.save(&path);
    for _ in 0..5 {
        day.undo();
    }
    day.redo();
    day.save(other);
    day.tag(1, "vague");
    day.undo();
    day.undo();
}

/// What the next start finds in these places is a state that is at least as new as what the disk confirmed.
fn check(day: &Day, places: &[PathBuf], after: After, strict: bool, what: &str) {
    let disk = day.disk.found(after);
    let found: Vec<_> = places.iter().filter_map(|place| resume(&disk, place).ok()).collect();
    assert!(!found.is_empty(), "{what}: no project opens, there are {:?}", disk.names());
    let newer = &day.states[day.kept..];
    let fits = found.iter().any(|resumed| {
        let past = resumed.session.past(STEPS_KEPT);
        newer.iter().any(|(project, all)| {
            let same = *all == past || (!strict && all.done.ends_with(&past.done));
            project == resumed.session.project() && same
        })
    });
    let left: Vec<_> = found.iter().map(|resumed| resumed.left_over).collect();
    assert!(fits, "{what}: confirmed changes are lost; left over {left:?}; there are {:?}", disk.names());
    // Nothing that the program itself left is taken for somebody else's.
    let stranger = strict && left.iter().any(Option::is_some);
    assert!(!stranger, "{what}: the journal is taken for that of another state: {left:?}");
}

/// Lets every step fail in this way. `begin` makes the day.
fn fail_everywhere(failure: Failure, begin: impl Fn(&FailingDisk) -> Day, places: &[PathBuf]) {
    let other = PathBuf::from("/home/other.ron");
    let steps = {
        let mut day = begin(&FailingDisk::default());
        let before = day.disk.steps();
        whole_day(&mut day, &other);
        assert_eq!(day.problems, [], "nothing fails by itself");
        check(&day, std::slice::from_ref(&other), After::PowerCut, true, "a good day");
        before..day.disk.steps()
    };
    assert!(steps.len() > 50, "{steps:?}");
    for step in steps {
        let disk = FailingDisk::default();
        let mut day = begin(&disk);
        disk.fails_at(step, failure);
        whole_day(&mut day, &other);
        let is_crash = failure == Failure::Crash;
        let views: &[After] =
            if is_crash { &[After::Kill, After::PowerCutNames, After::PowerCut] } else { &[After::Kill] };
        for after in views {
            check(&day, places, *after, is_crash, &format!("{failure:?} at step {step}, {after:?}"));
        }
    }
}

fn places() -> Vec<PathBuf> {
    ["/home/study.ron", "/home/other.ron"].map(PathBuf::from).to_vec()
}

fn opened(disk: &FailingDisk) -> Day {
    Day::opened(disk, Path::new("/home/study.ron"))
}

#[test]
fn a_crash_at_any_step_loses_nothing() {
    fail_everywhere(Failure::Crash, opened, &places());
}

#[test]
fn an_error_at_any_step_loses_nothing() {
    for kind in [ErrorKind::StorageFull, ErrorKind::PermissionDenied, ErrorKind::Other] {
        fail_everywhere(Failure::Once(kind), opened, &places());
    }
}

#[test]
fn a_disk_that_is_full_from_any_step_on_loses_nothing() {
    fail_everywhere(Failure::Full, opened, &places());
}

/// Who opens a project after a crash may crash once more, at any step of taking over what was left.
#[test]
fn a_crash_after_a_crash_loses_nothing() {
    let path = PathBuf::from("/home/study.ron");
    let other = PathBuf::from("/home/other.ron");
    for first in (0..400).step_by(7) {
        let disk = FailingDisk::default();
        let mut day = opened(&disk);
        disk.fails_at(disk.steps() + first, Failure::Crash);
        whole_day(&mut day, &other);
        for failure in [Failure::Crash, Failure::Once(ErrorKind::Other)] {
            for second in 0..45 {
                let disk = disk.found(After::PowerCut);
                disk.fails_at(disk.steps() + second, failure);
                let mut next = Day::resumed(&disk, &path, day.paper);
                next.tag(1, "deferred");
                next.save(&path);
                next.undo();
                let what = format!("crash at {first}, then {failure:?} at {second}");
                let is_crash = failure == Failure::Crash;
                check(&next, std::slice::from_ref(&path), After::Kill, is_crash, &what);
            }
        }
    }
}

/// The same for a project that is nowhere on disk until it is saved in the middle of the day.
#[test]
fn a_project_without_a_place_is_kept_as_well() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut places = places();
    places.push(folder.path().join("unsaved.ron"));
    let fresh = |disk: &FailingDisk| {
        let mut day = Day::fresh(disk, folder.path());
        day.tag(1, "vague");
        assert_eq!(day.problems, []);
        day
    };
    for failure in [Failure::Crash, Failure::Full, Failure::Once(ErrorKind::Other)] {
        fail_everywhere(failure, fresh, &places);
    }
}
