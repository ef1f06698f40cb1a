//! The program as it is started: a real window under Xvfb, driven by keys, and a machine without a screen.
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use landtag_annotator::files::storage;
use landtag_annotator::model::{Coding, Project, QuestionRef};

const PROGRAM: &str = env!("CARGO_BIN_EXE_landtag-annotator");

/// What `assets/demo.sh` types.
const MEMO: &str = "Größe genannt, Maßstab prüfen";

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether there is a program of this name to call.
fn is_installed(name: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(name).is_file())
}

fn said(output: &Output) -> String {
    let [out, err] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    format!("{}\n{out}{err}", output.status)
}

/// Runs a call of the program that has to succeed.
fn call(arguments: &[&Path]) {
    let output = Command::new(PROGRAM).args(arguments).output().expect("the program starts");
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
}

/// The coding of the question with this label in the only document.
fn coding<'a>(project: &'a Project, label: &str) -> Option<&'a Coding> {
    let document = project.document_at(0).expect("one document");
    let question = document.outline.questions().find(|question| question.label == label);
    let question = question.unwrap_or_else(|| panic!("there is a question {label}")).id;
    project.my_coding(QuestionRef { document: document.id, question })
}

/// Lets the demo do the main job in a window, then looks at what it left on disk.
fn do_the_main_job(paper: Option<&Path>, evidence: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut demo = Command::new("bash");
    demo.arg(repository().join("assets/demo.sh")).arg(folder.path());
    demo.args(["--no-install", "--binary", PROGRAM]).stdin(Stdio::null());
    if let Some(paper) = paper {
        demo.arg("--paper").arg(paper);
    }
    let output = demo.output().expect("bash starts");
    assert!(output.status.success(), "{}", said(&output));
    let at = |name: &str| -> PathBuf { folder.path().join(name) };
    let bytes = |name: &str| fs::read(at(name)).unwrap_or_else(|error| panic!("{name}: {error}"));

    let project = storage::open(&at("study.ron")).expect("the project is readable").project;
    let tags: Vec<Option<&str>> = ["1", "2", "3", "5", "6", "7"]
        .map(|label| coding(&project, label).and_then(|coding| coding.tag.as_ref()).map(|tag| tag.0.as_str()))
        .to_vec();
    let expected = [Some("concrete"), Some("vague"), None, Some("deferred"), Some("deferred"), None];
    assert_eq!(tags, expected, "one tag was undone, the others stand");
    assert_eq!(project.codings().len(), 4);
    let second = coding(&project, "2").expect("question 2 is coded");
    assert_eq!(second.memo, MEMO);
    let quotes: Vec<&str> = second.evidence.iter().map(|evidence| evidence.quote.exact.as_str()).collect();
    assert_eq!(quotes, [evidence]);

    call(&[Path::new("check"), &at("study.ron")]);
    call(&[
        Path::new("export"),
        &at("study.ron"),
        Path::new("--to"),
        &at("again.html"),
        Path::new("--document"),
        Path::new("1"),
        Path::new("--language"),
        Path::new("de"),
    ]);
    assert!(bytes("again.html") == bytes("summary.html"), "the window and the command line export the same");
    assert!(bytes("study.ron.bak") == bytes("study.ron"), "opened and saved again: the same bytes");
    for picture in ["tagged.png", "saved.png", "reopened.png", "exported.png"] {
        assert!(bytes(picture).starts_with(b"\x89PNG"), "{picture}");
    }
    let left: Vec<String> = fs::read_dir(folder.path())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains(".lock") || name.contains(".journal") || name.contains(".tmp"))
        .collect();
    assert!(left.is_empty(), "left behind: {left:?}");
}

#[test]
fn the_main_job_in_a_real_window() {
    for tool in ["bash", "Xvfb", "xdotool", "import", "setxkbmap"] {
        if !is_installed(tool) {
            println!("skipped: no {tool}");
            return;
        }
    }
    do_the_main_job(
        None,
        "Aus dem Programm „Späte Linie“ wurden im Jahr 2025 ca. 140 Nachtbuslinien gefördert.",
    );
    let paper = repository().join("../shared/corpus/docs/hessen-21-seed-puersuen.txt");
    if paper.is_file() {
        do_the_main_job(
            Some(&paper),
            "Der Landesregierung ist es ein Anliegen, Strukturen zur Resilienzvorsorge zu entwickeln, \
             Einzelheiten werden hierzu erarbeitet.",
        );
    } else {
        println!("skipped: no {}", paper.display());
    }
}

#[test]
#[cfg(target_os = "linux")]
fn without_a_display_it_says_what_is_missing() {
    let output = Command::new(PROGRAM)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    let words = String::from_utf8(output.stderr).expect("words");
    assert_eq!(words.lines().count(), 1, "{words}");
    assert!(words.contains("xvfb"), "{words}");
    assert!(output.stdout.is_empty(), "nothing on standard output");
}
