//! Promises from the passage to the ledger: by keys in the window, and as tables.

mod support;

use std::path::PathBuf;

use egui::Key;
use jiff::civil::date;
use landtag_annotator::files::import;
use landtag_annotator::model::analysis::{Link, PromiseState, chain, ledger, state_of};
use landtag_annotator::model::edits::promise::{PromiseField, PromiseStep, say};
use landtag_annotator::model::edits::{Session, evidence, tagging};
use landtag_annotator::model::text::Span;
use landtag_annotator::model::{
    Before, Document, ExportFormat, Language, Outcome, OutcomeKind, Problem, Promise, QuestionRef, Until,
    UntilKind,
};
use landtag_annotator::ui::View;
use support::desk::{CTRL, Desk};
use support::exported::exported_text;
use support::{now, question, root, session, tag};

fn sample_path() -> PathBuf {
    root().join("assets/sample/kleine-anfrage-hessen-muster.txt")
}

/// A paper of one question, answered on a day.
fn paper(number: &str, day: &str, answer: &str) -> Document {
    let text = format!(
        "HESSISCHER LANDTAG\n\nDrucksache {number}\n\nKleine Anfrage\nErika Muster (Probe) vom 01.02.2026\n\
         Radweg am Fluss\nund\nAntwort\nMinister für Verkehr\n\n\
         Die Kleine Anfrage beantworte ich wie folgt:\n\nFrage 1 Wann wird der Radweg am Fluss gebaut?\n\n\
         {answer}\n\nWiesbaden, {day}\n\nMax Beispiel\n"
    );
    let mut document =
        import::document(&format!("{}.txt", number.replace('/', "-")), text.as_bytes()).expect("reads");
    let parts: Vec<i16> = day.split('.').map(|part| part.parse().expect("a number")).collect();
    document.head.answered = Some(date(parts[2], parts[1] as i8, parts[0] as i8));
    document
}

fn put(session: &mut Session, question: QuestionRef, step: PromiseStep) {
    let change = say(session.project(), question, step, now()).expect("said");
    session.commit(change).expect("fits");
}

#[test]
fn a_state_follows_from_what_is_known() {
    let day = date(2026, 5, 4);
    let until = || Some(Until { kind: UntilKind::Period, words: "bis Ende 2026".to_owned() });
    let promise = |until, due, outcome| Promise { until, due, before: None, outcome };
    let came = |kind| Some(Outcome { kind, by: None, on: None, source: String::new() });
    for (promise, state) in [
        (promise(None, None, None), PromiseState::Silent),
        (promise(until(), None, None), PromiseState::Undated),
        (promise(until(), Some(date(2026, 12, 31)), None), PromiseState::Running),
        (promise(until(), Some(day), None), PromiseState::Running),
        (promise(until(), Some(date(2026, 5, 3)), None), PromiseState::Overdue),
        (promise(until(), Some(date(2026, 5, 3)), came(OutcomeKind::Kept)), PromiseState::Kept),
        (promise(None, None, came(OutcomeKind::Renewed)), PromiseState::Renewed),
        (promise(None, None, came(OutcomeKind::Broken)), PromiseState::Broken),
    ] {
        assert_eq!(state_of(&promise, day), state, "{promise:?}");
    }
}

/// Three papers: put off, put off again, answered. The ledger knows two promises, the chain one matter.
#[test]
fn a_matter_is_followed_through_the_papers() {
    let papers = [
        paper("21/10", "01.03.2025", "Der Bau folgt bis Ende 2025."),
        paper(
            "21/20",
            "02.02.2026",
            "Wie in Drucksache 21/10 gesagt, folgt der Bau nach Abschluss der Planung.",
        ),
        paper("21/30", "03.04.2026", "Der Radweg wurde am 1. März 2026 eröffnet."),
    ];
    let at: Vec<QuestionRef> = papers.iter().map(|paper| question(paper.id, 1)).collect();
    let answers: Vec<Span> = papers.iter().map(|paper| paper.outline.groups[0].answers[0]).collect();
    let mut session = session(papers.to_vec());
    for (nth, name) in ["deferred", "deferred", "concrete"].into_iter().enumerate() {
        let change = evidence::add_to_all(session.project(), &[at[nth]], answers[nth], now());
        session.commit(change.expect("evidence")).expect("fits");
        let change = tagging::tag(session.project(), at[nth], Some(&tag(name)), now());
        session.commit(change.expect("a tag")).expect("fits");
    }
    put(&mut session, at[0], PromiseStep::Typed(PromiseField::Due, "31.12.2025".to_owned()));
    let day = date(2026, 5, 4);
    let states =
        |session: &Session| ledger(session.project(), day).iter().map(|e| e.state).collect::<Vec<_>>();
    assert_eq!(states(&session), [PromiseState::Overdue, PromiseState::Silent]);

    put(&mut session, at[0], PromiseStep::Later(at[1]));
    put(&mut session, at[1], PromiseStep::Later(at[2]));
    put(&mut session, at[0], PromiseStep::Before(Some(Before { number: "20/1".to_owned(), question: None })));
    assert_eq!(
        states(&session),
        [PromiseState::Renewed, PromiseState::Kept],
        "by the tag of the later answer"
    );
    for question in &at {
        let links = chain(session.project(), *question, day);
        assert_eq!(links[0], Link::Missing { number: "20/1".to_owned() });
        let answers: Vec<QuestionRef> = links
            .iter()
            .filter_map(|link| match link {
                Link::Answer { question, .. } => Some(*question),
                _ => None,
            })
            .collect();
        assert_eq!(answers, at, "the same matter from each of its papers");
    }
    // A ring of later answers ends.
    put(&mut session, at[1], PromiseStep::Later(at[0]));
    assert!(chain(session.project(), at[0], day).len() <= 4);
    let own = say(session.project(), at[0], PromiseStep::Later(at[0]), now());
    assert_eq!(own.err(), Some(Problem::NotPossibleHere));

    let table = exported_text(session.project(), 9, ExportFormat::Ledger, "", Language::German);
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows.len(), 3, "{table}");
    assert!(rows[0].starts_with("doc_id,drucksache,land,question_no,question,ministry"));
    assert!(table.contains(",2025-12-31,2026-05-04,renewed,124,20/1,renewed,21/20#1,2026-02-02,"), "{table}");
}

#[test]
fn the_ledger_is_worked_through_by_keys() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.press(CTRL, Key::Num2);
    assert!(desk.shows("Nichts aufgeschoben. Hier stehen Fragen, sobald sie so eingestuft sind."));
    desk.press(CTRL, Key::Num1).key(Key::Num3).key(Key::Period).key(Key::B);
    desk.key(Key::ArrowRight).key(Key::Num3);
    desk.press(CTRL, Key::Num2);
    assert!(desk.shows("2 aufgeschobene Fragen, davon 2 noch offen"));
    assert_eq!(desk.tags(), "33--------", "no key of the other view is heard here");
    desk.key(Key::Num1);
    assert_eq!(desk.tags(), "33--------");
    desk.key(Key::D).type_text("30.04.2026").key(Key::Enter);
    let due = |desk: &Desk, number| desk.coding(number).and_then(|coding| coding.promise.clone()?.due);
    assert_eq!(due(&desk, 1), Some(date(2026, 4, 30)));
    assert!(desk.shows("4 Tage über der Frist"), "the clock of the test stands at 4 May");
    desk.fill("Stichtag", "01.04.2026");
    assert!(desk.shows("noch 29 Tage"));
    desk.fill("Stichtag", "morgen");
    assert!(desk.shows("„morgen“ ist kein Datum"));
    desk.key(Key::Escape).key(Key::Escape);
    desk.press(CTRL, Key::Num2).key(Key::ArrowDown).key(Key::X);
    let outcome = |desk: &Desk| desk.coding(2).and_then(|coding| coding.promise.clone()?.outcome);
    assert_eq!(outcome(&desk).map(|outcome| outcome.kind), Some(OutcomeKind::Kept));
    desk.press(CTRL, Key::Z);
    assert!(outcome(&desk).is_none());
    desk.key(Key::ArrowUp).key(Key::Enter);
    assert!(desk.window().position().evidence.is_some(), "back in the text, at the passage");
}

/// What is asked for by name from another view brings the paper into view: nothing happens to it unseen.
#[test]
fn a_command_about_the_paper_shows_the_paper() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num3).press(CTRL, Key::Num2);
    assert_eq!(desk.window().position().view, View::Ledger);
    desk.key(Key::F4);
    assert_eq!(desk.window().position().view, View::Coding);
    assert!(desk.window().position().outline.is_some());
    desk.key(Key::F4).press(CTRL, Key::Num2).press(CTRL, Key::K);
    desk.type_text("Einstufung entfernen").key(Key::Enter);
    assert_eq!(desk.window().position().view, View::Coding);
    assert_eq!(desk.tags(), "----------");
}

#[test]
fn what_is_printed_is_proposed_and_taken_by_a_click() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("21-20.txt");
    let paper = paper("21/20", "02.02.2026", "Wie in Drucksache 21/10 gesagt, folgt der Bau bis Ende 2026.");
    std::fs::write(&path, paper.body.as_str()).expect("written");
    let mut desk = Desk::with(vec![path]);
    desk.key(Key::Num3);
    assert!(!desk.shows("Im Beleg steht kein Wann."), "without evidence there is nothing to read it from");
    desk.key(Key::Period).key(Key::B);
    assert!(desk.coding(1).expect("tagged").promise.is_none(), "nothing is set by itself");
    desk.click("Bis wann, laut Text: „bis Ende 2026“ → 31.12.2026");
    let promise = desk.coding(1).and_then(|coding| coding.promise.clone()).expect("taken");
    assert_eq!(promise.until.map(|until| until.words), Some("bis Ende 2026".to_owned()));
    assert_eq!(promise.due, Some(date(2026, 12, 31)));
    desk.click("Schon gefragt in Drucksache 21/10");
    let before = desk.coding(1).and_then(|coding| coding.promise.clone()?.before);
    assert_eq!(before.map(|before| before.number), Some("21/10".to_owned()));
    desk.press(CTRL, Key::Z).press(CTRL, Key::Z);
    assert!(desk.coding(1).expect("tagged").promise.is_none());
}
