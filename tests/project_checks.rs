//! A project file that people edited: what does not fit is named, and nothing of it is gone after the next save.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;
use std::sync::Arc;

use landtag_annotator::app::Pretended;
use landtag_annotator::files::storage::{
    self, Disk, Persistence, check, create, open, open_with_past, read_project, resume, write_project,
};
use landtag_annotator::model::edits::{Change, Edit, Label, Past, Session};
use landtag_annotator::model::{
    Before, CoderId, Cue, CueKind, Decision, Drawn, Edition, Filter, Finding, Language, NamedFilter, Outcome,
    OutcomeKind, Problem, Project, Promise, QuestionId, QuestionRef, Round, RoundPlan, Until, UntilKind,
};
use landtag_annotator::ui::lang::words;
use sha2::{Digest as _, Sha256};
use support::desk::Desk;
use support::study::study;
use support::{now, tag};

/// A study with everything that a file of the present version can hold.
fn whole() -> Project {
    let mut parts = study().to_parts();
    let first = parts.documents[0].id;
    let place = |question| QuestionRef { document: first, question: QuestionId(question) };
    parts.coders[0].key = "key-of-nele".into();
    let codebook = &mut parts.codebook;
    codebook.boundary_cases = vec![codebook.decision.clone()];
    codebook.past = vec![Edition {
        version: "0.9".into(),
        since: Some(now()),
        reason: "Erprobung".into(),
        tags: codebook.tags.clone(),
        facets: codebook.facets.clone(),
        decision: codebook.decision.clone(),
        boundary_cases: codebook.boundary_cases.clone(),
    }];
    parts.cues = Some(vec![Cue {
        id: "def-01".into(),
        kind: CueKind::Deferral,
        pattern: "derzeit".into(),
        example: "derzeit".into(),
    }]);
    parts.ledger_day = Some(jiff::civil::date(2026, 10, 1));
    let filter = Filter { tags: vec![tag("vague")], open: true, ..Filter::default() };
    parts.filters = vec![NamedFilter { name: "Vage".into(), filter }];
    parts.rounds = vec![RoundPlan {
        round: Round(2),
        name: "Probe".into(),
        documents: vec![first],
        drawn: Some(Drawn { seed: 5, of: 13 }),
        coders: vec![CoderId(1), CoderId(2)],
        codebook: "1.0".into(),
        blind: false,
        shuffled: true,
        seed: 5,
        handed_in: BTreeSet::from([CoderId(1)]),
        begun: now(),
    }];
    parts.decisions = vec![(place(1), decision("concrete")), (place(2), decision("vague"))];
    let promise = Promise {
        until: Some(Until { kind: UntilKind::Condition, words: "nach der Erstellung".into() }),
        due: Some(jiff::civil::date(2026, 10, 1)),
        before: Some(Before { number: "21/12".into(), question: Some(place(1)) }),
        outcome: Some(Outcome {
            kind: OutcomeKind::Renewed,
            by: Some(place(2)),
            on: None,
            source: String::new(),
        }),
    };
    Arc::make_mut(&mut parts.codings[0].1).promise = Some(promise);
    Project::from_parts(parts).expect("sound")
}

fn decision(name: &str) -> Decision {
    Decision {
        round: Round::FIRST,
        tag: tag(name),
        facets: Vec::new(),
        reason: format!("Gemeinsam beraten: {name}."),
        by: vec![CoderId(1)],
        at: now(),
        codebook: "1.0".into(),
    }
}

/// The text of the whole study with one more record in a list: a copy of the first one there, changed.
fn with_twin(list: &str, changes: &[(&str, &str)]) -> String {
    let text = write_project(&whole());
    let begins = text.find(&format!("\n  {list}: [\n")).expect("the list") + list.len() + 7;
    let ends = begins + text[begins..].find("\n    ),\n").expect("a record") + 8;
    let mut record = text[begins..ends].to_owned();
    for (from, to) in changes {
        assert!(record.contains(from), "{record}");
        record = record.replacen(from, to, 1);
    }
    format!("{}{record}{}", &text[..ends], &text[ends..])
}

fn call(arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_landtag-annotator"))
        .args(arguments)
        .env("LANG", "de_DE.UTF-8")
        .env_remove("LC_ALL")
        .output()
        .expect("the program runs");
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().expect("an exit code"), String::from_utf8(said).expect("text"))
}

/// The file is not opened, `check` says why, on the command line, too, and the file stays as it is.
fn is_refused(text: &str, expected: &Finding, said: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    fs::write(&path, text).expect("written");
    match open(&path) {
        Err(Problem::ProjectInconsistent { findings, .. }) => {
            assert_eq!(findings, std::slice::from_ref(expected));
        }
        other => panic!("{:?}", other.map(|opened| opened.project.name().to_owned())),
    }
    assert!(check(&path).expect("reads").contains(expected));
    let name = path.to_str().expect("a plain path");
    let (code, shown) = call(&["check", name]);
    assert_eq!(code, 1, "{shown}");
    assert!(said.iter().all(|word| shown.contains(word)), "{shown}");
    let to = folder.path().join("out.html");
    let (code, shown) = call(&["export", name, "--to", to.to_str().expect("a plain path")]);
    assert_eq!(code, 2, "{shown}");
    assert!(said.iter().all(|word| shown.contains(word)), "{shown}");
    assert_eq!(fs::read_to_string(&path).expect("there"), text);
}

#[test]
fn the_whole_study_reads_back() {
    let project = whole();
    assert_eq!(read_project("x", &write_project(&project)).expect("reads"), project);
}

#[test]
fn two_coders_with_one_id_are_refused() {
    let text = with_twin("coders", &[("Nele Kellermann", "Jemand Anderes")]);
    is_refused(&text, &Finding::CoderTwice { coder: 1 }, &["Person", "1"]);
}

#[test]
fn two_rounds_with_one_number_are_refused() {
    let text = with_twin("rounds", &[("Probe", "Hauptrunde")]);
    is_refused(&text, &Finding::RoundTwice { round: 2 }, &["Runde", "2"]);
}

#[test]
fn two_decisions_about_one_question_are_refused() {
    let text = with_twin("decisions", &[("concrete", "vague")]);
    let document = whole().document_at(0).expect("a document").id;
    let expected = Finding::DecisionTwice { document, question: QuestionId(1) };
    is_refused(&text, &expected, &["Entscheidung", "Frage 1"]);
}

/// Projects that open today may hold such decisions. They decide nothing, and they stay.
#[test]
fn decisions_about_what_is_not_there_are_kept_and_named() {
    let document = whole().document_at(0).expect("a document").id;
    let without_tag =
        with_twin("decisions", &[("question: 1,", "question: 3,"), ("\"concrete\"", "\"conrete\"")]);
    let no_tag = Finding::DecisionWithoutTag { document, question: QuestionId(3), tag: "conrete".into() };
    let without_question = with_twin("decisions", &[("question: 1,", "question: 777,")]);
    let no_question = Finding::DecisionWithoutQuestion { document, question: QuestionId(777) };
    for (text, expected) in [(without_tag, no_tag), (without_question, no_question)] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("study.ron");
        fs::write(&path, &text).expect("written");
        let project = open(&path).expect("opens as before").project;
        assert_eq!(project.decisions().len(), 2, "it decides nothing");
        let decided = |text: &str| text.matches("reason: \"Gemeinsam beraten").count();
        let written = write_project(&project);
        assert_eq!(decided(&written), 3, "and is saved again");
        assert_eq!(read_project("again", &written).expect("reads"), project);
        assert!(check(&path).expect("reads").contains(&expected), "{expected:?}");
        assert!(resume(&Disk, &path).expect("opens").findings.contains(&expected), "{expected:?}");
        let (code, shown) = call(&["check", path.to_str().expect("a plain path")]);
        assert_eq!(code, 1, "{shown}");
        assert!(shown.contains("Entscheidung"), "{shown}");
    }
}

/// A person decides about a question of which the file held a decision that decided nothing: the new one holds.
#[test]
fn deciding_anew_takes_the_place_of_what_decided_nothing() {
    let text = with_twin("decisions", &[("question: 1,", "question: 3,"), ("\"concrete\"", "\"conrete\"")]);
    let mut session = Session::new(read_project("x", &text).expect("reads"));
    let document = session.project().document_at(0).expect("a document").id;
    let question = QuestionRef { document, question: QuestionId(3) };
    let label = Label::Decide { question: "3".into(), tag: tag("vague") };
    let edit = Edit::PutDecision { question, decision: Box::new(decision("vague")) };
    session.commit(Change::new(label, edit)).expect("it fits");
    let again = read_project("again", &write_project(session.project())).expect("one decision about each");
    assert_eq!(again.decision(question).map(|of| of.tag.clone()), Some(tag("vague")));
    assert_eq!(again.decisions().len(), 3);
    session.undo().expect("a step");
    assert!(write_project(session.project()).contains("\"conrete\""), "as it was");
}

#[test]
fn the_window_says_that_decisions_decide_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    fs::write(&path, with_twin("decisions", &[("question: 1,", "question: 777,")])).expect("written");
    let desk = Desk::with(vec![path]);
    let expected = (words(Language::German).keeping.decide_nothing)(1);
    assert!(desk.shows(&expected), "{expected}");
}

/// Merged copies keep what either of them held.
#[test]
fn merging_files_keeps_decisions_that_decide_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).to_str().expect("a plain path").to_owned();
    let (ours, theirs, to) = (at("ours.ron"), at("theirs.ron"), at("both.ron"));
    let sides = [&[("question: 1,", "question: 777,")], &[("question: 1,", "question: 888,")]];
    for (path, change) in [&ours, &theirs].into_iter().zip(sides) {
        fs::write(path, with_twin("decisions", change)).expect("written");
    }
    let (code, said) = call(&["merge", &ours, &theirs, "--output", &to]);
    assert_eq!(code, 0, "{said}");
    let text = fs::read_to_string(&to).expect("written");
    assert!(text.contains("question: 777,") && text.contains("question: 888,"));
    assert_eq!(check(to.as_ref()).expect("reads").iter().filter(|of| is_about_decision(of)).count(), 2);
}

fn is_about_decision(finding: &Finding) -> bool {
    matches!(finding, Finding::DecisionWithoutQuestion { .. })
}

/// In a blind round nothing is told of what others decided, whether it decides something or not.
#[test]
fn what_others_decided_in_vain_is_not_told_in_a_blind_round() {
    const KEY: &str = "key-of-aaron";
    let change = &[("question: 1,", "question: 777,"), ("round: 1,", "round: 2,")];
    let text = with_twin("decisions", change);
    let name = "name: \"Aaron Brandtner\",\n";
    let mine = text.replacen(name, &format!("{name}      key: \"{KEY}\",\n"), 1);
    let blind = mine.replacen("blind: false", "blind: true", 1);
    assert!(mine.contains(KEY) && blind != mine);
    let expected = (words(Language::German).keeping.decide_nothing)(1);
    for (text, is_told) in [(mine, true), (blind, false)] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("study.ron");
        fs::write(&path, text).expect("written");
        let mut services = Pretended::services(now(), Vec::new(), Language::German);
        services.fresh_key = Some(KEY.to_owned());
        let desk = Desk::on([1440.0, 900.0], services, vec![path]);
        assert_eq!(desk.project().me(), CoderId(2));
        assert_eq!(desk.shows(&expected), is_told);
    }
}

const FIELD: &str = "nmae";

/// Wherever a person mistypes the name of a field, it is said where; nothing of the file is read and dropped.
#[test]
fn an_unknown_field_is_named_with_its_line_wherever_it_stands() {
    let text = write_project(&whole());
    let lines: Vec<&str> = text.lines().collect();
    let mut seen = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let trimmed = line.trim_start();
        let indent = line.len() - trimmed.len();
        let Some((name, _)) = trimmed.split_once(": ") else { continue };
        let is_field = indent > 0 && name.chars().all(|c| c == '_' || c.is_ascii_lowercase());
        // One place for each field of each record is enough.
        if !is_field || seen.insert((indent, name), at).is_some() {
            continue;
        }
        let odd = format!("{}{FIELD}: \"x\",", " ".repeat(indent));
        let mut changed = lines.clone();
        changed.insert(at, &odd);
        match read_project("study.ron", &changed.join("\n")) {
            Err(Problem::ProjectFieldUnknown { file, line, field, .. }) => {
                assert_eq!((file.as_str(), line, field.as_str()), ("study.ron", at + 1, FIELD));
            }
            // Not a field but a line of a text.
            Ok(project) => assert!(write_project(&project).contains(&odd), "dropped in front of {line}"),
            Err(other) => panic!("{other:?}"),
        }
    }
    assert!(seen.len() > 80, "every record was tried: {}", seen.len());
}

#[test]
fn a_project_with_an_unknown_field_is_not_opened_and_check_says_why() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    create(&path, &whole()).expect("written");
    let text = fs::read_to_string(&path).expect("there");
    let changed = text.replacen("\n  name: ", "\n  nmae: \"Studie\",\n  name: ", 1);
    fs::write(&path, &changed).expect("written");
    let line = changed.lines().position(|line| line.contains(FIELD)).expect("there") + 1;
    assert!(matches!(open(&path), Err(Problem::ProjectFieldUnknown { line: at, .. }) if at == line));
    let expected = Finding::FieldUnknown { line, column: 3, field: FIELD.into() };
    assert_eq!(check(&path).expect("reads"), [expected]);
    let name = path.to_str().expect("a plain path");
    let to = folder.path().join("out.html");
    for (arguments, expected) in
        [(vec!["check", name], 1), (vec!["export", name, "--to", to.to_str().expect("a plain path")], 2)]
    {
        let (code, shown) = call(&arguments);
        assert_eq!(code, expected, "{shown}");
        assert!(shown.contains("study.ron") && shown.contains("„nmae“"), "{shown}");
        assert!(shown.contains(&format!("Zeile {line}")), "{shown}");
    }
    assert_eq!(fs::read_to_string(&path).expect("there"), changed, "as the person left it");
}

/// What an older version of the program wrote still opens; a field that it never had is refused there, too, because
/// the next save would erase it in the same way.
#[test]
fn older_versions_open_and_have_no_other_fields() {
    for version in 1..=4 {
        let path = support::root().join(format!("tests/goldens/project-v{version}.ron"));
        let text = fs::read_to_string(path).expect("the golden file");
        read_project("old", &text).expect("opens as before");
        let changed = text.replacen("  name: ", "  nmae: \"x\",\n  name: ", 1);
        let read = read_project("old", &changed);
        assert!(matches!(read, Err(Problem::ProjectFieldUnknown { .. })), "version {version}");
    }
}

/// A study in which two more questions were decided, one after the other.
fn with_two_steps() -> Session {
    let mut session = Session::new(whole());
    let document = session.project().document_at(0).expect("a document").id;
    for question in [3, 4] {
        let label = Label::Decide { question: question.to_string(), tag: tag("vague") };
        let question = QuestionRef { document, question: QuestionId(question) };
        let edit = Edit::PutDecision { question, decision: Box::new(decision("vague")) };
        session.commit(Change::new(label, edit)).expect("it fits");
    }
    session
}

/// The text of a journal or a history with an unknown field in its last step.
fn with_field_in_last_step(text: &str) -> String {
    let last = text.rfind("document:").expect("a question");
    format!("{}{FIELD}:1,{}", &text[..last], &text[last..])
}

/// A line of the journal with an unknown field is a line that cannot be read: what comes before it is taken over,
/// and the journal is kept aside.
#[test]
fn an_unknown_field_in_the_journal_does_no_harm() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let digest = create(&path, &whole()).expect("written");
    let mut keeping = Persistence::beside(Arc::new(Disk), &path, &digest, None);
    keeping.append(&with_two_steps().take_applied()).expect("written");
    drop(keeping);
    assert_eq!(resume(&Disk, &path).expect("opens").recovered.len(), 2);
    let journal = storage::journal_path(&path);
    let text = fs::read_to_string(&journal).expect("there");
    fs::write(&journal, with_field_in_last_step(&text)).expect("written");
    let resumed = resume(&Disk, &path).expect("opens");
    assert_eq!(resumed.recovered.len(), 1);
    assert_eq!(resumed.left_over, Some(storage::LeftOver::Unreadable));
}

/// A history with an unknown field is none, as one that was edited in any other way.
#[test]
fn an_unknown_field_in_the_history_does_no_harm() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let mut session = with_two_steps();
    let _ = session.take_applied();
    let order = storage::SaveOrder {
        path: path.clone(),
        snapshot: session.snapshot(storage::STEPS_KEPT, |_, _| {}),
        replaces: storage::Replaces::Nothing,
        backup: storage::Backup::Keep,
    };
    let mut keeping = Persistence::beside(Arc::new(Disk), &path, "", None);
    keeping.begin_saving();
    storage::save_with(&Disk, &order, &mut keeping).expect("saved");
    assert_eq!(open_with_past(&path).expect("opens").1, session.past(usize::MAX));
    let history = storage::history_path(&path);
    let text = fs::read_to_string(&history).expect("there");
    let (head, steps) = text.split_once('\n').expect("a head and steps");
    let changed = with_field_in_last_step(steps);
    // The head says what the steps are known by: this is a history that is whole, of a program with one more field.
    let sha256 = |text: &str| {
        Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
    };
    assert!(head.contains(&sha256(steps)));
    let head = head.replace(&sha256(steps), &sha256(&changed));
    fs::write(&history, format!("{head}\n{changed}")).expect("written");
    let (project, past) = open_with_past(&path).expect("opens");
    assert_eq!(&project, session.project());
    assert_eq!(past, Past::default());
}
