//! Who codes, and in which round: planning, joining, handing in, handing over, and what a blind round hides.

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Key;
use egui_kittest::kittest::{NodeT, Queryable};
use landtag_annotator::app::{Answer, Pretended};
use landtag_annotator::files::export::{Output, render};
use landtag_annotator::files::storage::{read_project, write_project};
use landtag_annotator::model::edits::rounds::{self, RoundDraft};
use landtag_annotator::model::edits::{Change, Edit, Label, Session, tagging};
use landtag_annotator::model::{
    Coder, CoderId, Coding, CodingKey, Decision, Document, DocumentId, ExportChoice, ExportFormat,
    ExportOrder, Identity, Language, Problem, Project, QuestionRef, Round, RoundPlan, Unwatched, package,
};
use landtag_annotator::ui::lang::words;
use proptest::prelude::*;
use support::desk::{CTRL, Desk, SHIFT};
use support::study::{CODERS, study};
use support::{applies_and_turns, now, sample, session, tag};

/// What others wrote into their memos: it must not be found.
const SECRET: &str = "Zwirnspule";
const MY_KEY: &str = "11aa";
const ME: CoderId = CoderId(3);

fn identity(name: &str, key: &str) -> Identity {
    Identity { name: name.into(), key: key.into() }
}

fn draft(name: &str) -> RoundDraft {
    RoundDraft {
        name: name.into(),
        drawn: None,
        seed: 7,
        shuffled: true,
        blind: true,
        with_me: true,
        coders: BTreeSet::new(),
        others: Vec::new(),
    }
}

fn questions(project: &Project) -> Vec<QuestionRef> {
    let of = |document: &Arc<Document>| {
        let id = document.id;
        let questions = document.outline.questions();
        questions.map(|q| QuestionRef { document: id, question: q.id }).collect::<Vec<_>>()
    };
    project.documents().flat_map(of).collect()
}

// Planning.

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is chosen: the documents are of the project, each once, as many as asked for and there; the people are
    /// of the project; the step leads back.
    #[test]
    fn a_round_is_what_was_chosen(
        drawn in proptest::option::of(1_usize..20),
        seed in 0_u32..1000,
        flags in any::<[bool; 3]>(),
        chosen in proptest::collection::btree_set(1_u32..5, 0..4),
        others in proptest::collection::vec("[A-C][a-c]{0,2}", 0..3),
    ) {
        let mut desk = Session::new(study());
        desk.sit(identity("Neu", "k9"));
        let draft = RoundDraft {
            drawn,
            seed,
            shuffled: flags[0],
            blind: flags[1],
            with_me: flags[2],
            coders: chosen.into_iter().map(CoderId).collect(),
            others,
            ..draft("Probe")
        };
        let nobody = !draft.with_me && draft.others.is_empty() && draft.coders.iter().all(|id| id.0 > 2);
        let change = rounds::plan(desk.project(), desk.identity(), &draft, now());
        prop_assert_eq!(change.is_err(), nobody);
        let Ok(change) = change else { return Ok(()) };
        let mut project = desk.project().clone();
        applies_and_turns(&mut project, change.edit);
        let plan = project.round(Round(2)).expect("the next round");
        let all: Vec<DocumentId> = project.documents().map(|document| document.id).collect();
        prop_assert_eq!(plan.documents.len(), drawn.unwrap_or(all.len()).min(all.len()));
        let places: Vec<usize> = plan.documents.iter().filter_map(|id| project.place_of(*id)).collect();
        prop_assert!(places.len() == plan.documents.len() && places.windows(2).all(|two| two[0] < two[1]));
        prop_assert!(plan.coders.iter().all(|id| project.coder(*id).is_some()));
        prop_assert_eq!(plan.coders.contains(&project.me()), draft.with_me);
        for name in &draft.others {
            prop_assert!(plan.coders.iter().any(|id| project.coder(*id).is_some_and(|c| c.is_called(name))));
        }
        // The next round has another number.
        prop_assert_eq!(rounds::next_round(&project), Round(3));
    }

    /// The wall: what I see in a blind round, what can be taken back and what goes out is the same whatever others
    /// coded, decided, and are called; and it stays the same whatever I do.
    #[test]
    fn a_blind_round_is_the_same_whatever_others_did(
        theirs in proptest::collection::vec((0_usize..60, 0_usize..3, 1_u32..3, 1_u32..3), 1..40),
        mine in proptest::collection::vec((0_usize..7, 0_usize..12), 1..25),
    ) {
        let (mut with, mut without) = (sessions(&theirs), sessions(&[]));
        prop_assert_ne!(with.project(), without.project());
        prop_assert_eq!(with.seen(), without.seen());
        for (what, nth) in mine {
            let done = [&mut with, &mut without].map(|session| act(session, what, nth));
            prop_assert_eq!(&done[0], &done[1]);
            prop_assert_eq!(with.seen(), without.seen());
            prop_assert_eq!(with.undo_label(), without.undo_label());
            prop_assert_eq!(with.redo_label(), without.redo_label());
            prop_assert_eq!(with.seen_past(99), without.seen_past(99));
        }
    }
}

/// A study with a blind round for three. Two of them did `theirs` (question, tag, coder, round), as steps that can
/// be seen in its history; I sit down in it.
fn sessions(theirs: &[(usize, usize, u32, u32)]) -> Session {
    let (project, past) = blind_study(theirs);
    let mut desk = Session::resumed(project, past);
    desk.sit(identity("Ich Selbst", MY_KEY));
    assert_eq!(desk.project().seat().round, Round(2));
    desk
}

/// The project of [`sessions`], with its past.
fn blind_study(theirs: &[(usize, usize, u32, u32)]) -> (Project, landtag_annotator::model::edits::Past) {
    let mut parts = study().to_parts();
    // Names differ, too.
    let names = if theirs.is_empty() { ["Erste", "Zweite"] } else { CODERS };
    parts.coders = (1..).zip(names).map(|(id, name)| Coder::new(CoderId(id), name)).collect();
    parts.coders.push(Coder { key: MY_KEY.into(), ..Coder::new(ME, "Ich Selbst") });
    parts.codings.clear();
    parts.rounds = vec![RoundPlan {
        round: Round(2),
        name: "Probe".into(),
        documents: parts.documents.iter().map(|document| document.id).collect(),
        drawn: None,
        coders: vec![CoderId(1), CoderId(2), ME],
        codebook: parts.codebook.version.clone(),
        blind: true,
        shuffled: true,
        seed: 5,
        handed_in: BTreeSet::new(),
        begun: now(),
    }];
    let mut session = Session::new(Project::from_parts(parts).expect("sound"));
    let all = questions(session.project());
    for (nth, tag_at, coder, round) in theirs {
        let question = all[nth % all.len()];
        let key = CodingKey {
            document: question.document,
            question: question.question,
            coder: CoderId(*coder),
            round: Round(*round),
        };
        let coding = Coding {
            tag: Some(tag(["concrete", "vague", "deferred"][*tag_at])),
            memo: format!("{SECRET} {nth}"),
            ..Coding::empty(now(), "1.0")
        };
        let label = Label::Memo { question: format!("{SECRET} {nth}") };
        let edit = Edit::PutCoding { key, coding: Arc::new(coding) };
        session.commit(Change::new(label, edit)).expect("it fits");
        let decision = Decision {
            round: Round(*round),
            tag: tag("vague"),
            facets: Vec::new(),
            reason: format!("{SECRET} {nth}"),
            by: vec![CoderId(*coder)],
            at: now(),
            codebook: "1.0".into(),
        };
        let label = Label::Decide { question: "1".into(), tag: tag("vague") };
        let edit = Edit::PutDecision { question, decision: Box::new(decision) };
        session.commit(Change::new(label, edit)).expect("it fits");
    }
    (session.project().clone(), session.past(200))
}

/// Something I do; returns how it ended.
fn act(session: &mut Session, what: usize, nth: usize) -> Option<String> {
    let all = questions(session.seen());
    let question = all[nth % all.len()];
    let project = session.seen();
    let change = match what {
        0..3 => tagging::tag(project, question, Some(&tag(["concrete", "vague", "deferred"][what])), now()),
        3 => tagging::tag(project, question, None, now()),
        4 => tagging::memo(project, question, &format!("mein Memo {nth}"), now()),
        5 => return session.undo().map(|label| format!("{label:?}")),
        _ => return session.redo().map(|label| format!("{label:?}")),
    };
    change.and_then(|change| session.commit(change)).err().map(|problem| format!("{problem:?}"))
}

/// A fixed lot of what others did, for the slower tests.
fn lot() -> Vec<(usize, usize, u32, u32)> {
    (0..40_usize).map(|nth| (nth, nth % 3, 1 + (nth % 2) as u32, 1 + (nth / 2 % 2) as u32)).collect()
}

#[test]
fn no_export_of_a_blind_round_tells_of_others() {
    let [with, without] = [lot(), Vec::new()].map(|theirs| {
        let mut session = sessions(&theirs);
        act(&mut session, 1, 3);
        act(&mut session, 4, 3);
        session
    });
    let out = |session: &Session, format: ExportFormat| {
        let project = session.seen();
        let documents: Vec<&Document> = project.documents().map(|document| &**document).collect();
        let order = ExportOrder {
            project,
            documents: &documents,
            past: &session.seen_past(99),
            choice: &ExportChoice::of(format),
            title: "Probe",
            words: words(Language::German).exports,
            day: jiff::civil::date(2026, 5, 4),
        };
        render(&order, &Unwatched).expect("an export")
    };
    let mut tells_mine = 0;
    for format in ExportFormat::ALL {
        let (a, b) = (out(&with, *format), out(&without, *format));
        assert!(a == b, "{format:?} depends on what others did");
        let bytes = match a {
            Output::File(bytes) => bytes,
            Output::Folder(files) => files.into_iter().flat_map(|(_, bytes)| bytes).collect(),
        };
        tells_mine += usize::from(String::from_utf8_lossy(&bytes).contains("mein Memo 3"));
    }
    assert!(tells_mine >= 3, "my own work goes out: {tells_mine}");
}

#[test]
fn while_a_blind_round_waits_no_other_seat_shows_it() {
    let mut desk = sessions(&lot());
    desk.sit_in(Round::FIRST);
    assert!(!desk.project().is_blind());
    let rounds: BTreeSet<u32> = desk.seen().codings().map(|(key, _)| key.round.0).collect();
    assert_eq!(rounds, BTreeSet::from([1]), "what others code in round 2 waits");
    assert!(desk.seen().decisions().all(|(_, decision)| decision.round == Round::FIRST));
    desk.sit_in(Round(2));
    let change = rounds::hand_in(desk.project(), Round(2)).expect("I am in it");
    desk.commit(change).expect("it fits");
    assert_eq!(desk.seen(), desk.project(), "who handed in sees everything");
    desk.undo();
    assert_eq!(desk.seen().codings().len(), 0);
}

#[test]
fn who_may_be_planned_by_name_sees_nothing_before_saying_who_they_are() {
    let mut desk = Session::new(blind_study(&lot()).0);
    desk.sit(identity("", "k7"));
    assert_eq!(desk.project().me(), CoderId(4), "a stranger");
    let rounds: BTreeSet<u32> = desk.seen().codings().map(|(key, _)| key.round.0).collect();
    assert_eq!(rounds, BTreeSet::from([1]));
    for (key, _) in desk.project().codings() {
        assert_eq!(desk.project().may_see(key), key.round == Round::FIRST, "{key:?}");
    }
}

#[test]
fn what_is_hidden_is_not_told_by_refusals() {
    let mut desk = sessions(&lot());
    let with_codings = questions(desk.project())[0].document;
    let edit = Edit::DropDocument { document: with_codings };
    let refused = desk.commit(Change::new(Label::Recovered, edit));
    assert_eq!(refused, Err(Problem::BlindRound));
}

// People.

#[test]
fn who_was_planned_by_name_is_known_by_it() {
    let mut desk = session(vec![sample()]);
    desk.sit(identity("Nele Keller", "k1"));
    let plan = RoundDraft { others: vec!["Aaron  Brandt".into()], ..draft("Probe") };
    let change = rounds::plan(desk.project(), desk.identity(), &plan, now()).expect("two people");
    desk.commit(change).expect("it fits");
    let text = write_project(desk.project());
    let at = |name: &str, key: &str| {
        let mut other = Session::new(read_project("x", &text).expect("reads"));
        other.sit(identity(name, key));
        other
    };
    let brandt = at("aaron brandt", "k2");
    assert_eq!((brandt.project().me(), brandt.project().seat().round), (CoderId(2), Round(2)));
    let stranger = at("Kim Dritte", "k3");
    assert_eq!((stranger.project().me(), stranger.project().seat().round), (CoderId(3), Round(1)));
    assert_eq!(at("Nele Keller", "k1").project().me(), CoderId(1));
    // A coder of old, without a key: whoever has no name is taken to be them, whoever has another one is not.
    let mut of_old = session(vec![sample()]).project().to_parts();
    of_old.coders[0].name = "Nele Keller".into();
    for (name, me) in [("", 1), ("nele keller", 1), ("Kim Dritte", 2)] {
        let mut other = Session::new(Project::from_parts(of_old.clone()).expect("sound"));
        other.sit(identity(name, "k5"));
        assert_eq!(other.project().me(), CoderId(me), "{name:?}");
    }

    // Somebody without a name codes, then says who they are: their work comes along.
    let mut nameless = at("", "k4");
    let question = questions(nameless.project())[0];
    let change = tagging::tag(nameless.seen(), question, Some(&tag("vague")), now()).expect("a tag");
    nameless.commit(change).expect("it fits");
    assert_eq!(nameless.project().me(), CoderId(3));
    let before = nameless.project().clone();
    let change = rounds::claim(nameless.project(), nameless.identity(), CoderId(2)).expect("unclaimed");
    applies_and_turns(&mut before.clone(), change.edit.clone());
    nameless.commit(change).expect("it fits");
    nameless.sit(identity("", "k4"));
    assert_eq!(nameless.project().me(), CoderId(2));
    assert_eq!(nameless.project().codings().map(|(key, _)| key.coder).collect::<Vec<_>>(), [CoderId(2)]);
    assert_eq!(nameless.project().coders().count(), 2);
    let taken = rounds::claim(nameless.project(), &identity("", "k9"), CoderId(1));
    assert_eq!(taken.err(), Some(Problem::NotPossibleHere), "somebody else's place");
}

#[test]
fn a_round_is_joined_handed_in_and_removed() {
    let mut desk = session(vec![sample()]);
    desk.sit(identity("Eins", "k1"));
    let plan = RoundDraft { with_me: false, others: vec!["Zwei".into()], ..draft("Probe") };
    let change = rounds::plan(desk.project(), desk.identity(), &plan, now()).expect("one person");
    desk.commit(change).expect("it fits");
    let planned = desk.project().clone();
    assert_eq!(rounds::hand_in(&planned, Round(2)).err(), Some(Problem::NotPossibleHere), "not in it");
    let change = rounds::remove(&planned, Round(2)).expect("empty");
    applies_and_turns(&mut planned.clone(), change.edit.clone());
    let mut removed = planned.clone();
    change.edit.apply(&mut removed).expect("it fits");
    assert_eq!(removed.coders().count(), 1, "who never came goes with it");

    let change = rounds::join(&planned, desk.identity(), Round(2)).expect("open to all");
    desk.commit(change).expect("it fits");
    desk.sit_in(Round(2));
    let question = questions(desk.seen())[0];
    let change = tagging::tag(desk.seen(), question, Some(&tag("vague")), now()).expect("a tag");
    desk.commit(change).expect("it fits");
    let in_use = rounds::remove(desk.project(), Round(2)).expect("a change");
    assert!(matches!(desk.commit(in_use), Err(Problem::RoundInUse { .. })));
    let change = rounds::hand_in(desk.project(), Round(2)).expect("in it");
    desk.commit(change).expect("it fits");
    assert_eq!(rounds::hand_in(desk.project(), Round(2)).err(), Some(Problem::NotPossibleHere), "once");
    let change = tagging::tag(desk.seen(), question, None, now()).expect("a change");
    assert!(matches!(desk.commit(change), Err(Problem::RoundHandedIn { .. })));
    desk.undo();
    let change = tagging::tag(desk.seen(), question, None, now()).expect("a change");
    desk.commit(change).expect("taken back, it is open again");
    for _ in 0..4 {
        desk.undo();
    }
    assert_eq!(desk.project().rounds().len(), 0);
    assert_eq!(desk.project().seat().round, Round::FIRST, "nobody sits in a round that is gone");
}

// Handing over.

#[test]
fn a_package_has_all_that_is_shared_and_the_work_of_one() {
    let project = study();
    for coder in [CoderId(1), CoderId(2)] {
        let part = package(&project, coder);
        let read = read_project("x", &write_project(&part)).expect("reads");
        assert_eq!(read, part);
        let mine = project.codings().filter(|(key, _)| key.coder == coder);
        assert!(part.codings().eq(mine) && part.codings().len() > 20);
        assert!(part.documents().eq(project.documents()) && part.coders().eq(project.coders()));
        assert_eq!(part.codebook(), project.codebook());
        assert_eq!(package(&part, coder), part, "once is enough");
    }
}

// The window.

fn desk_on(project: &Project, folder: &Path, answers: Vec<Answer>, language: Language) -> Desk {
    let path = folder.join("study.ron");
    std::fs::write(&path, write_project(project)).expect("written");
    let mut services = Pretended::services(now(), answers, language);
    services.fresh_key = Some(MY_KEY.to_owned());
    Desk::on([1440.0, 900.0], services, vec![path])
}

/// All that a screen reader can say.
fn told(desk: &Desk) -> Vec<String> {
    let nodes = desk.harness.query_all_by(|_| true).map(|node| {
        let node = node.accesskit_node();
        format!("{:?} {:?} {:?}", node.role(), node.label(), node.value())
    });
    nodes.collect()
}

/// The wall as the window shows it: key by key, everything is said as if nobody else had done anything.
#[test]
fn the_window_of_a_blind_round_is_the_same_whatever_others_did() {
    let folders = [tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder")];
    let mut desks: Vec<Desk> = [lot(), Vec::new()]
        .iter()
        .zip(&folders)
        .map(|(theirs, folder)| desk_on(&blind_study(theirs).0, folder.path(), Vec::new(), Language::German))
        .collect();
    assert!(desks.iter().all(|desk| desk.project().is_blind() && desk.shows("Blindrunde, 0 von ")));
    let steps: &[(&str, &dyn Fn(&mut Desk))] = &[
        ("ledger", &|desk| {
            desk.press(CTRL, Key::Num2);
        }),
        ("overview", &|desk| {
            desk.press(CTRL, Key::Num3);
        }),
        ("codebook", &|desk| {
            desk.press(CTRL, Key::Num5);
        }),
        ("review", &|desk| {
            desk.press(CTRL, Key::Num6);
        }),
        ("comparison", &|desk| {
            desk.press(CTRL, Key::Num4);
        }),
        ("coding", &|desk| {
            desk.press(CTRL, Key::Num1);
        }),
        ("a tag", &|desk| {
            desk.key(Key::Num2);
        }),
        ("evidence", &|desk| {
            desk.key(Key::Period).key(Key::B);
        }),
        ("cues", &|desk| {
            desk.key(Key::T);
        }),
        ("undo", &|desk| {
            desk.press(CTRL, Key::Z).press(CTRL, Key::Z).press(CTRL, Key::Z);
        }),
        ("redo", &|desk| {
            desk.press(CTRL, Key::Y);
        }),
        ("people", &|desk| {
            desk.press(CTRL, Key::T);
        }),
        ("closed", &|desk| {
            desk.key(Key::Escape).key(Key::Escape);
        }),
        ("export", &|desk| {
            desk.press(CTRL, Key::E);
        }),
        ("closed", &|desk| {
            desk.key(Key::Escape);
        }),
        ("palette", &|desk| {
            desk.press(CTRL, Key::K);
        }),
        ("closed", &|desk| {
            desk.key(Key::Escape);
        }),
        ("places", &|desk| {
            desk.press(CTRL, Key::G);
        }),
        ("closed", &|desk| {
            desk.key(Key::Escape);
        }),
        ("search", &|desk| {
            desk.press(CTRL | SHIFT, Key::F).type_text("Zwirn").key(Key::Enter);
        }),
        ("closed", &|desk| {
            desk.key(Key::Escape);
        }),
        ("filters", &|desk| {
            let name = (words(Language::German).command_name)(&landtag_annotator::ui::Command::Filters);
            desk.press(CTRL, Key::K).type_text(name.expect("named")).key(Key::Enter);
        }),
        ("closed", &|desk| {
            desk.key(Key::Escape).key(Key::Escape);
        }),
        ("keys", &|desk| {
            desk.press(SHIFT, Key::F1);
        }),
        ("closed", &|desk| {
            desk.key(Key::Escape);
        }),
        ("next", &|desk| {
            desk.press(CTRL, Key::PageDown);
        }),
        ("last", &|desk| {
            desk.press(CTRL, Key::PageUp).press(CTRL, Key::PageUp);
        }),
    ];
    for (name, step) in steps {
        for desk in &mut desks {
            step(desk);
        }
        let said = [told(&desks[0]), told(&desks[1])];
        assert!(said[0].len() > 20, "{name}: nothing is said");
        assert_eq!(said[0], said[1], "{name}");
        let leaked =
            said[0].iter().find(|line| CODERS.iter().chain([&SECRET]).any(|word| line.contains(word)));
        assert_eq!(leaked, None, "{name}");
        if ["ledger", "overview", "review", "people"].contains(name) {
            assert!(desks[0].shows("Blindrunde: Die Einstufungen der anderen sehen Sie"), "{name}");
        }
        if *name == "cues" {
            assert!(desks[0].shows("Blindrunde: Signalwörter sehen Sie nach Ihrer Abgabe."));
        }
    }
    // Not vacuous: the first project holds what was looked for.
    assert!(write_project(desks[0].window().session().expect("open").project()).contains(SECRET));
}

#[test]
fn a_round_is_planned_coded_and_handed_in_by_keys_and_clicks() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut project = Project::new("Probe", landtag_annotator::files::storage::default_codebook());
    let change = landtag_annotator::model::edits::library::add(&project, vec![sample()]);
    change.edit.apply(&mut project).expect("fits");
    let package_at: PathBuf = folder.path().join("part.ron");
    let answers = vec![Answer::Chosen(vec![package_at.clone()])];
    let mut desk = desk_on(&project, folder.path(), answers, Language::German);
    assert!(desk.shows("Personen und Runden, Sie: ohne Namen"));
    desk.key(Key::Num1);
    desk.press(CTRL, Key::T).type_text("Nele Keller").key(Key::Enter);
    assert!(desk.shows("Personen und Runden, Sie: Nele Keller"));
    let name = |desk: &Desk| desk.project().coder(CoderId(1)).map(|coder| coder.name.clone());
    assert_eq!(name(&desk), Some("Nele Keller".into()));
    assert!(desk.shows("Runde 1: 1 Frage"));

    desk.click("Neue Runde …").fill("Name der Runde", "Blind A");
    desk.click("Runde anlegen");
    let plan = desk.project().round(Round(2)).expect("planned").clone();
    assert_eq!((&*plan.name, plan.blind, plan.coders.len()), ("Blind A", true, 1));
    assert_eq!(desk.project().seat().round, Round(2));
    desk.key(Key::Escape);
    assert!(desk.shows("Blindrunde, 0 von 10 Fragen"));
    assert_eq!(desk.tags(), "----------", "what I tagged in round 1 is not here");
    desk.key(Key::Num3);
    assert!(desk.shows("Blindrunde, 1 von 10 Fragen"));
    assert!(desk.shows("Frage 1 von 10, erledigt, aktuell"), "done, and no more is said");

    desk.press(CTRL, Key::T).click("Runde abgeben …");
    assert!(desk.shows("9 Fragen sind noch offen."));
    desk.click("Abgeben").key(Key::Escape);
    assert!(!desk.shows("Blindrunde"));
    desk.key(Key::Num1);
    assert_eq!(desk.tags(), "3---------", "it does not change any more");
    desk.press(CTRL, Key::Z);
    assert!(desk.shows("Blindrunde, 1 von 10 Fragen"), "taken back");

    desk.press(CTRL, Key::T).click("Mein Paket weitergeben …");
    let text = std::fs::read_to_string(&package_at).expect("the package");
    let part = read_project("part.ron", &text).expect("reads");
    assert_eq!(part.codings().len(), 2);
    assert_eq!(part.rounds().len(), 1);
}

/// A colleague's copy comes in while I am blind: its work arrives, and nothing of it is said.
#[test]
fn what_comes_in_during_a_blind_round_is_not_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let theirs = folder.path().join("colleague.ron");
    std::fs::write(&theirs, write_project(&blind_study(&lot()).0)).expect("written");
    let answers = vec![Answer::Chosen(vec![theirs])];
    let mut desk = desk_on(&blind_study(&[]).0, folder.path(), answers, Language::German);
    let silent = |desk: &Desk| {
        let told = told(desk);
        assert!(told.len() > 20);
        told.into_iter().find(|line| CODERS.iter().chain([&SECRET]).any(|word| line.contains(word)))
    };
    let name =
        (words(Language::German).command_name)(&landtag_annotator::ui::Command::BringIn).expect("named");
    desk.press(CTRL, Key::K).type_text(name).key(Key::Enter);
    assert!(desk.shows("colleague.ron"), "the preview");
    assert_eq!(silent(&desk), None, "before");
    desk.key(Key::Enter);
    let session = desk.window().session().expect("open");
    assert!(write_project(session.project()).contains(SECRET), "their work is there");
    assert_eq!(session.seen().codings().len(), 0);
    assert_eq!(silent(&desk), None, "afterwards");
    desk.press(CTRL, Key::Z);
    assert_eq!(silent(&desk), None, "taken back");
    let session = desk.window().session().expect("open");
    assert!(!write_project(session.project()).contains(SECRET));
}

#[test]
fn a_name_is_changed_in_the_project_as_a_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk_on(&blind_study(&[]).0, folder.path(), Vec::new(), Language::English);
    desk.press(CTRL, Key::T).fill("Your name", "N. Keller");
    let name = |desk: &Desk| desk.project().coder(ME).map(|coder| coder.name.clone());
    assert_eq!(name(&desk), Some("N. Keller".into()));
    desk.key(Key::Escape).press(CTRL, Key::Z);
    assert_eq!(name(&desk), Some("Ich Selbst".into()));
    assert!(desk.shows("Blind round, 0 of "));
}
