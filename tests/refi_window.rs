//! A project of another program comes into the window: as a new project, with the list of what has no place in it.

mod support;

use std::fs;
use std::path::PathBuf;

use egui_kittest::kittest::Queryable;
use landtag_annotator::app::{Answer, Pretended, Services};
use landtag_annotator::files::export::{Output, zipped};
use landtag_annotator::model::{ExportChoice, ExportFormat, Language};
use support::desk::Desk;
use support::exported::{exported, exported_text};
use support::study::study;

/// A folder with the study as another program might hand it on.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let project = study();
    let choice = ExportChoice::of(ExportFormat::Qdpx);
    let Output::File(bytes) =
        exported(&project, project.document_count(), &choice, project.name(), Language::German)
    else {
        panic!("an archive is one file")
    };
    fs::write(folder.path().join("ganz.qdpx"), &bytes).expect("written");
    let picture = "<PictureSource guid=\"00000000-0000-0000-0000-000000000001\" name=\"Tafelbild\" path=\"internal://a.png\"/>";
    let far = "<TextSource guid=\"00000000-0000-0000-0000-000000000002\" name=\"Protokoll\" plainTextPath=\"relative:///p.txt\"/>";
    let text = "<TextSource guid=\"00000000-0000-0000-0000-000000000003\" name=\"Brief\"><PlainTextContent>Sehr geehrte Damen und Herren</PlainTextContent><PlainTextSelection guid=\"00000000-0000-0000-0000-000000000004\" name=\"Damen\" startPosition=\"13\" endPosition=\"18\"><Coding guid=\"00000000-0000-0000-0000-000000000005\"><CodeRef targetGUID=\"00000000-0000-0000-0000-000000000006\"/></Coding></PlainTextSelection></TextSource>";
    let codes = "<Code guid=\"00000000-0000-0000-0000-000000000006\" name=\"Anrede\" isCodable=\"true\"/>";
    let qde = format!(
        "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"Fremd\"><CodeBook><Codes>{codes}</Codes></CodeBook><Sources>{picture}{far}{text}</Sources></Project>"
    );
    let foreign = zipped(&[("project.qde".to_owned(), qde.into_bytes())], &[]);
    fs::write(folder.path().join("fremd.qdpx"), foreign).expect("written");
    fs::write(folder.path().join("kaputt.qdpx"), b"PK\x03\x04").expect("written");
    let qdc = exported_text(&project, 0, ExportFormat::Qdc, "x", Language::German);
    fs::write(folder.path().join("buch.qdc"), qdc.replace("name=\"vage\"", "name=\"schwammig\""))
        .expect("written");
    folder
}

fn window(paths: Vec<PathBuf>, answers: Vec<Answer>) -> Desk {
    Desk::new([1440.0, 900.0], Language::German, paths, answers)
}

#[test]
fn our_own_project_opens_whole_and_is_one_step() {
    let folder = folder();
    // Without a key the first coder is meant, as in the study.
    let services =
        Services { fresh_key: None, ..Pretended::services(support::now(), Vec::new(), Language::German) };
    let mut desk = Desk::on([1440.0, 900.0], services, vec![folder.path().join("ganz.qdpx")]);
    desk.harness.run();
    let session = |desk: &Desk| desk.harness.state().session().expect("a project").project().clone();
    assert_eq!(session(&desk), study());
    assert!(desk.harness.state().is_dirty(), "it is not on disk yet");
    desk.press(support::desk::CTRL, egui::Key::Z);
    assert_eq!(session(&desk).document_count(), 0, "undo takes it back");
}

#[test]
fn what_was_left_out_is_shown() {
    let folder = folder();
    let mut desk = window(vec![folder.path().join("fremd.qdpx")], Vec::new());
    desk.harness.run();
    assert_eq!(desk.harness.state().session().expect("a project").project().document_count(), 1);
    for words in [
        "„Tafelbild“ weggelassen: Bild, Aufnahme oder PDF ohne Text.",
        "Stelle „Damen“ in „Brief“ weggelassen: Sie steht in keiner Frage und keiner Antwort.",
    ] {
        assert!(desk.harness.query_by_label(words).is_some(), "{words}");
    }
    if let Some(picture) = std::env::var_os("PICTURE") {
        desk.harness.render().expect("a picture").save(picture).expect("saved");
    }
}

#[test]
fn a_codebook_of_another_program_comes_in() {
    let folder = folder();
    let answers = vec![Answer::Chosen(vec![folder.path().join("buch.qdc")])];
    let mut desk = window(vec![support::fixture("hessen-invented.txt")], answers);
    desk.press(support::desk::CTRL, egui::Key::Num5).click("Einlesen …");
    let codebook = desk.project().codebook();
    let names: Vec<&str> = codebook.tags.iter().map(|tag| tag.name.de.as_str()).collect();
    assert_eq!(names, ["konkret", "schwammig", "aufgeschoben"]);
    let before = study().codebook().tags[1].clone();
    assert_eq!(codebook.tags[1].tie_breaks, before.tie_breaks, "what was not changed stays");
    assert_eq!(codebook.tags[1].id, before.id);
}

#[test]
fn a_broken_one_is_said_and_changes_nothing() {
    let folder = folder();
    let mut desk = window(vec![support::fixture("hessen-invented.txt")], Vec::new());
    desk.harness.run();
    let before = desk.harness.state().session().expect("a project").project().clone();
    desk.harness.state_mut().open_paths(vec![folder.path().join("kaputt.qdpx")]);
    desk.harness.run();
    assert_eq!(*desk.harness.state().session().expect("a project").project(), before);
    let said = desk.harness.query_all_by_label_contains("kaputt.qdpx").count();
    assert!(said > 0, "its name is said");
}
