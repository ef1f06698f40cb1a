//! What several tests share: papers, projects, a fixed moment.
#![allow(dead_code, reason = "each test takes what it needs")]

pub mod coded;
pub mod desk;
pub mod disk;
pub mod exported;
pub mod gate;
pub mod raster;
pub mod refi;
pub mod score;
pub mod study;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use landtag_annotator::files::import;
use landtag_annotator::files::storage::default_codebook;
use landtag_annotator::model::edits::{Edit, Session, library};
use landtag_annotator::model::{Document, DocumentId, Project, QuestionId, QuestionRef, TagId};

/// Noon on the day the sample was invented.
pub fn now() -> Timestamp {
    "2026-05-04T10:00:00Z".parse().expect("a moment")
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of real papers, where it stands beside the checkout.
pub fn corpus() -> Option<PathBuf> {
    let folder = root().join("../shared/corpus");
    folder.join("docs").is_dir().then_some(folder)
}

/// The text of a kept file. `WRITE_GOLDENS=1` makes it anew from `text` and fails: a file that was just written
/// agrees with whatever wrote it.
pub fn golden(name: &str, text: &str) -> String {
    let path = root().join("tests/goldens").join(name);
    if std::env::var_os("WRITE_GOLDENS").is_some() {
        std::fs::write(&path, text).expect("written");
        panic!("{name} written; run again without WRITE_GOLDENS");
    }
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Kept files that one test compares; `WRITE_GOLDENS=1` makes all of them anew, and then the test fails as in [`golden`].
#[derive(Default)]
pub struct Goldens {
    written: Vec<String>,
}

impl Goldens {
    pub fn check(&mut self, path: &Path, text: &str) {
        if std::env::var_os("WRITE_GOLDENS").is_some() {
            std::fs::write(path, text).expect("written");
            self.written.push(path.display().to_string());
            return;
        }
        let kept =
            std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(
            kept == text,
            "{} changed: WRITE_GOLDENS=1 makes it anew, look at the difference",
            path.display()
        );
    }
}

impl Drop for Goldens {
    fn drop(&mut self) {
        let is_failing = std::thread::panicking();
        assert!(
            is_failing || self.written.is_empty(),
            "{:?} written; run again without WRITE_GOLDENS",
            self.written
        );
    }
}

pub fn paper(path: &Path) -> Document {
    let bytes = std::fs::read(path).expect("a paper");
    let file = path.file_name().expect("a name").to_string_lossy();
    import::document(&file, &bytes).expect("a paper that reads")
}

pub fn sample() -> Document {
    paper(&root().join("assets/sample/kleine-anfrage-hessen-muster.txt"))
}

pub fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures").join(name)
}

/// A session with these documents and nothing to undo.
pub fn session(documents: Vec<Document>) -> Session {
    let mut project = Project::new("Probe", default_codebook());
    library::add(&project, documents).edit.apply(&mut project).expect("fresh documents fit");
    Session::new(project)
}

pub fn question(document: DocumentId, number: u32) -> QuestionRef {
    QuestionRef { document, question: QuestionId(number) }
}

pub fn tag(id: &str) -> TagId {
    TagId(id.to_owned())
}

/// The law of every edit: applied, its inverse leads back and the inverse of that forward again; refused, nothing
/// changed. Brings the project into the state behind the edit.
pub fn applies_and_turns(project: &mut Project, edit: Edit) {
    let before = project.clone();
    match edit.apply(project) {
        Ok(inverse) => {
            let mut back = project.clone();
            let again = inverse.apply(&mut back).expect("an inverse fits");
            assert_eq!(back, before, "the inverse leads back");
            again.apply(&mut back).expect("the inverse of an inverse fits");
            assert_eq!(&back, project, "and forward again");
        }
        Err(_) => assert_eq!(*project, before, "a refused edit changes nothing"),
    }
}
