//! The command line as scripts use it: five calls, exit codes 0, 1 and 2, one line per error.

mod support;

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use support::{fixture, root};

fn call(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_landtag-annotator"))
        .args(arguments)
        .env("LANG", "de_DE.UTF-8")
        .env_remove("LC_ALL")
        .output()
        .expect("the program runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

#[test]
fn outline_prints_json_and_text() {
    let paper = fixture("hessen-invented.txt");
    let output = call(&["outline", text(&paper), "--json"]);
    assert_eq!(code(&output), 0);
    let read: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(read["questions"].as_array().map(Vec::len), Some(6));
    assert_eq!(read["answers"][0]["covers"], serde_json::json!(["1", "2"]));
    assert_eq!(read["parliament"], "Hessen");
    let output = call(&["outline", text(&paper)]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("Frage 6: "));
}

#[test]
fn new_export_and_check_go_together() {
    let folder = tempfile::tempdir().expect("a folder");
    let project = folder.path().join("study.ron");
    let paper = fixture("hessen-invented.txt");
    let unknown = fixture("unknown-form.txt");
    assert_eq!(code(&call(&["new", text(&project), text(&paper), text(&unknown)])), 0);
    let before = std::fs::read(&project).expect("written");
    let again = call(&["new", text(&project), text(&paper)]);
    assert_eq!(code(&again), 2, "never overwrites");
    assert_eq!(std::fs::read(&project).expect("there"), before);
    assert_eq!(code(&call(&["check", text(&project)])), 0);

    for ending in ["html", "md", "csv"] {
        let to = folder.path().join(format!("out.{ending}"));
        assert_eq!(code(&call(&["export", text(&project), "--to", text(&to)])), 0);
        let written = std::fs::read_to_string(&to).expect("written");
        assert!(written.len() > 200, "{ending}");
        // One row per question: the paper that was not cut has none.
        if ending == "csv" {
            assert_eq!(written.lines().count(), 7);
        }
    }
    let one = folder.path().join("one.md");
    assert_eq!(code(&call(&["export", text(&project), "--to", text(&one), "--document", "2"])), 0);
    assert_eq!(code(&call(&["export", text(&project), "--to", text(&one), "--document", "3"])), 2);
    let odd = folder.path().join("out.xyz");
    assert_eq!(code(&call(&["export", text(&project), "--to", text(&odd)])), 2);
    assert_eq!(code(&call(&["export", text(&project), "--to", text(&odd), "--format", "csv"])), 0);

    let changed = String::from_utf8(before).expect("text").replacen("Wiesbaden, ", "Giessen, ", 1);
    std::fs::write(&project, changed).expect("written");
    let found = call(&["check", text(&project)]);
    assert_eq!(code(&found), 1);
    assert!(!found.stdout.is_empty());
}

#[test]
fn bad_input_is_one_line_and_exit_code_2() {
    let folder = tempfile::tempdir().expect("a folder");
    let empty = folder.path().join("leer.txt");
    std::fs::write(&empty, "").expect("written");
    let cargo = root().join("Cargo.toml");
    for arguments in [
        vec!["outline", "gibt-es-nicht.txt"],
        vec!["outline", text(&empty)],
        vec!["outline", text(folder.path())],
        vec!["check", text(&cargo)],
        vec!["export", text(&cargo), "--to", "x.html"],
    ] {
        let output = call(&arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(said.lines().count(), 1, "{said}");
        let file = Path::new(arguments[1]).file_name().expect("a name").to_string_lossy();
        assert!(said.contains(&*file), "{said}");
    }
    assert_eq!(code(&call(&["outline"])), 2);
    assert_eq!(code(&call(&["no-such-call", "--x"])), 2);
}

#[test]
fn a_batch_goes_on_after_a_bad_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let project = folder.path().join("study.ron");
    let paper = fixture("hessen-invented.txt");
    let output = call(&["new", text(&project), "gibt-es-nicht.txt", text(&paper), text(&paper)]);
    assert_eq!(code(&output), 2);
    assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 2);
    assert_eq!(code(&call(&["check", text(&project)])), 0, "the good paper is in");
}

#[test]
fn the_codebook_goes_out_by_name_of_its_format() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let paper = fixture("hessen-invented.txt");
    assert_eq!(code(&call(&["new", text(&at("p.ron")), text(&paper)])), 0);
    for (name, format, begins) in [
        ("c.md", "codebook-md", "# Codebuch 1.0\n"),
        ("c.ron", "codebook-ron", "// Landtag Annotator codebook.\n"),
    ] {
        let output = call(&["export", text(&at("p.ron")), "--to", text(&at(name)), "--format", format]);
        assert_eq!(code(&output), 0);
        let written = std::fs::read_to_string(at(name)).expect("written");
        assert!(written.starts_with(begins) && written.contains("aufgeschoben"), "{written}");
    }
}
