//! `merge` on the command line, and as a merge driver of git in a real repository.
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

mod support;

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use landtag_annotator::files::storage::{open, write_project};
use landtag_annotator::model::edits::Edit;
use landtag_annotator::model::{Coding, CodingKey, Project};
use support::now;
use support::study::study;

const PROGRAM: &str = env!("CARGO_BIN_EXE_landtag-annotator");

fn call(folder: &Path, program: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder).env("LANG", "de_DE.UTF-8").env("LC_ALL", "de_DE.UTF-8");
    for (name, value) in [
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_AUTHOR_NAME", "Probe"),
        ("GIT_AUTHOR_EMAIL", "probe@example.org"),
        ("GIT_COMMITTER_NAME", "Probe"),
        ("GIT_COMMITTER_EMAIL", "probe@example.org"),
    ] {
        command.env(name, value);
    }
    command.output().expect("the program runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The study with another memo in the nth coding.
fn with_memo(project: &Project, nth: usize, memo: &str) -> (Project, CodingKey) {
    let (key, coding) = project.codings().nth(nth).expect("a coding");
    let coding = Coding { memo: memo.to_owned(), at: now(), ..coding.clone() };
    let mut changed = project.clone();
    Edit::PutCoding { key, coding: Arc::new(coding) }.apply(&mut changed).expect("it fits");
    (changed, key)
}

fn write(path: &Path, project: &Project) {
    std::fs::write(path, write_project(project)).expect("written");
}

fn memo(project: &Project, key: CodingKey) -> &str {
    project.coding(key).map_or("", |coding| &coding.memo)
}

#[test]
fn two_copies_become_one_and_the_exit_code_says_how() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let base = study();
    let (ours, own) = with_memo(&base, 0, "hier");
    let (theirs, other) = with_memo(&base, 5, "dort");
    for (name, project) in [("o.ron", &base), ("a.ron", &ours), ("b.ron", &theirs)] {
        write(&at(name), project);
    }
    let merge = |more: &[&str]| {
        let mut arguments = vec!["merge", "a.ron", "b.ron", "-o", "c.ron"];
        arguments.extend(more);
        call(folder.path(), PROGRAM, &arguments)
    };
    let clean = merge(&["--base", "o.ron"]);
    assert_eq!(clean.status.code(), Some(0), "{clean:?}");
    assert_eq!(said(&clean), "");
    let both = open(&at("c.ron")).expect("it opens").project;
    assert_eq!((memo(&both, own), memo(&both, other)), ("hier", "dort"));
    assert_eq!(both.codings().len(), base.codings().len());

    // Without the origin nobody knows who changed what: both stay.
    let doubtful = merge(&[]);
    assert_eq!(doubtful.status.code(), Some(1));
    assert_eq!(said(&doubtful).lines().count(), 2, "{}", said(&doubtful));
    assert!(said(&doubtful).contains("Nele Kellermann"), "{}", said(&doubtful));
    let both = open(&at("c.ron")).expect("it opens").project;
    assert_eq!(both.codings().len(), base.codings().len() + 2);

    std::fs::write(at("b.ron"), "kein Projekt").expect("written");
    let before = std::fs::read(at("c.ron")).expect("there");
    let broken = merge(&[]);
    assert_eq!(broken.status.code(), Some(129), "no code that git takes for a conflict");
    assert!(String::from_utf8_lossy(&broken.stderr).contains("nichts zusammengeführt"));
    assert_eq!(String::from_utf8_lossy(&broken.stderr).lines().count(), 1);
    assert_eq!(std::fs::read(at("c.ron")).expect("there"), before, "nothing was written");
}

#[test]
fn git_merges_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    if Command::new("git").arg("--version").output().is_err() {
        println!("skipped: no git");
        return;
    }
    let git = |arguments: &[&str]| call(folder.path(), "git", arguments);
    let done = |arguments: &[&str]| {
        let output = git(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    };
    let path = folder.path().join("study.ron");
    let commit = |project: &Project, branch: &str| {
        write(&path, project);
        done(&["add", "-A"]);
        done(&["commit", "-q", "-m", branch]);
    };
    let base = study();
    let (ours, own) = with_memo(&base, 0, "hier");
    let (theirs, other) = with_memo(&base, 5, "dort");
    done(&["init", "-q", "-b", "main"]);
    let driver = format!("'{PROGRAM}' merge %A %B --base %O -o %A");
    done(&["config", "merge.landtag.driver", &driver]);
    std::fs::write(folder.path().join(".gitattributes"), "*.ron -text merge=landtag\n").expect("written");
    commit(&base, "begin");
    done(&["checkout", "-q", "-b", "other"]);
    commit(&theirs, "theirs");
    done(&["checkout", "-q", "main"]);
    commit(&ours, "ours");
    done(&["merge", "-q", "--no-edit", "other"]);
    let both = open(&path).expect("it opens").project;
    assert_eq!((memo(&both, own), memo(&both, other)), ("hier", "dort"));

    // Both changed the same: git says so, and the file holds both.
    let (again, _) = with_memo(&both, 0, "noch einmal hier");
    let (different, _) = with_memo(&both, 0, "anders dort");
    done(&["checkout", "-q", "-b", "third"]);
    commit(&different, "third");
    done(&["checkout", "-q", "main"]);
    commit(&again, "again");
    let conflict = git(&["merge", "-q", "--no-edit", "third"]);
    assert_eq!(conflict.status.code(), Some(1), "{conflict:?}");
    let kept = open(&path).expect("it opens").project;
    assert_eq!(memo(&kept, own), "noch einmal hier");
    assert!(kept.codings().any(|(_, coding)| coding.memo == "anders dort"));
    assert!(kept.coders().any(|coder| coder.name == "Nele Kellermann (2)"));
    done(&["merge", "--abort"]);
    if !git_knows_failed_drivers() {
        println!("skipped in part: no git of 2.41 or newer");
        return;
    }

    // A side that cannot be read is no conflict: there is nothing to be looked at and added.
    done(&["checkout", "-q", "-b", "torn"]);
    std::fs::write(&path, "V4((torn").expect("written");
    done(&["commit", "-q", "-a", "-m", "torn"]);
    done(&["checkout", "-q", "main"]);
    commit(&with_memo(&again, 0, "wieder hier").0, "on main");
    let failed = git(&["merge", "--no-edit", "torn"]);
    let told = String::from_utf8_lossy(&failed.stderr).into_owned() + &said(&failed);
    assert!(!failed.status.success(), "{told}");
    assert!(told.contains("nichts zusammengeführt"), "{told}");
    assert!(!told.contains("Automatic merge failed; fix conflicts"), "{told}");
    assert_eq!(memo(&open(&path).expect("it opens").project, own), "wieder hier");
}

/// Git before 2.41 takes every code of a merge driver for a conflict.
fn git_knows_failed_drivers() -> bool {
    let Ok(output) = Command::new("git").arg("--version").output() else { return false };
    let said = said(&output);
    let version = said.split_whitespace().nth(2).unwrap_or_default();
    let mut numbers = version.split('.').map(|number| number.parse::<u32>().unwrap_or(0));
    (numbers.next(), numbers.next()) >= (Some(2), Some(41))
}
