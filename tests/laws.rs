//! Laws of edits: every edit has an inverse, a refused edit changes nothing, what was applied is
//! handed to the journal. Random sequences, not examples.

mod support;

use std::sync::Arc;

use landtag_annotator::model::edits::{
    Change, Edit, Label, Session, evidence, filters, head, library, reread, tagging,
};
use landtag_annotator::model::text::Span;
use landtag_annotator::model::{
    Asked, Coder, CoderId, Coding, Cue, CueKind, Document, DocumentId, FacetId, Filter, Problem, Project,
    Promise, Round, Until, UntilKind,
};
use proptest::prelude::*;
use support::{applies_and_turns, fixture, now, paper, question, sample, session, tag};

/// Something a person (or a broken script) might do.
#[derive(Clone, Debug)]
enum Act {
    Tag(u32, usize),
    TagAll(Vec<u32>, usize),
    Clear(u32),
    Memo(u32, String),
    Later(u32),
    Evidence(Vec<u32>, usize, usize),
    DropEvidence(u32, usize, usize),
    Adjust(u32, usize, usize),
    Facet(u32, usize),
    Asked(u32, usize),
    Promise(u32, String),
    Cues(bool),
    Day(bool),
    ReadAgain,
    Number(String),
    Rename(String),
    KeepFilter(String, bool),
    DropFilter(String),
    Remove,
    Add,
    Undo,
    Redo,
    /// Edits that no pane offers.
    RawDrop(u32),
    RawEmpty(u32),
    RawUnknownCoder(u32),
    RawMixed(u32),
}

fn act() -> impl Strategy<Value = Act> {
    let number = 0..13_u32;
    let place = 0..6000_usize;
    prop_oneof![
        4 => (number.clone(), 0..5_usize).prop_map(|(q, t)| Act::Tag(q, t)),
        2 => (prop::collection::vec(number.clone(), 0..5), 0..5_usize).prop_map(|(q, t)| Act::TagAll(q, t)),
        1 => number.clone().prop_map(Act::Clear),
        2 => (number.clone(), "[a-zäöü\n\"\\\\]{0,12}").prop_map(|(q, m)| Act::Memo(q, m)),
        1 => number.clone().prop_map(Act::Later),
        2 => (prop::collection::vec(number.clone(), 1..4), place.clone(), place.clone())
            .prop_map(|(q, a, b)| Act::Evidence(q, a, b)),
        1 => (number.clone(), place.clone(), place.clone()).prop_map(|(q, a, b)| Act::DropEvidence(q, a, b)),
        2 => (number.clone(), place.clone(), place).prop_map(|(q, a, b)| Act::Adjust(q, a, b)),
        2 => (number.clone(), 0..15_usize).prop_map(|(q, f)| Act::Facet(q, f)),
        1 => (number.clone(), 0..8_usize).prop_map(|(q, a)| Act::Asked(q, a)),
        2 => (number.clone(), "[a-z]{0,3}").prop_map(|(q, words)| Act::Promise(q, words)),
        1 => any::<bool>().prop_map(Act::Cues),
        1 => any::<bool>().prop_map(Act::Day),
        1 => Just(Act::ReadAgain),
        1 => "[0-9/ ]{0,8}".prop_map(Act::Number),
        1 => "[a-zA-Z ]{0,8}".prop_map(Act::Rename),
        1 => ("[ab]{0,1}", any::<bool>()).prop_map(|(n, open)| Act::KeepFilter(n, open)),
        1 => "[ab]".prop_map(Act::DropFilter),
        1 => Just(Act::Remove),
        1 => Just(Act::Add),
        2 => Just(Act::Undo),
        2 => Just(Act::Redo),
        1 => number.clone().prop_map(Act::RawDrop),
        1 => number.clone().prop_map(Act::RawEmpty),
        1 => number.clone().prop_map(Act::RawUnknownCoder),
        1 => number.prop_map(Act::RawMixed),
    ]
}

const TAGS: [&str; 5] = ["concrete", "vague", "deferred", "unknown", "concrete"];

fn change(project: &Project, first: DocumentId, extra: &Document, act: Act) -> Result<Change, Problem> {
    let at = |number| question(first, number);
    let raw = |edit| Ok(Change::new(Label::Rename, edit));
    let coding = |project: &Project| Coding {
        tag: Some(tag("vague")),
        ..Coding::empty(now(), &project.codebook().version)
    };
    match act {
        Act::Tag(q, t) => tagging::tag(project, at(q), Some(&tag(TAGS[t])), now()),
        Act::TagAll(q, t) => {
            let questions: Vec<_> = q.into_iter().map(at).collect();
            tagging::tag_all(project, &questions, Some(&tag(TAGS[t])), now())
        }
        Act::Clear(q) => tagging::tag(project, at(q), None, now()),
        Act::Memo(q, memo) => tagging::memo(project, at(q), &memo, now()),
        Act::Later(q) => tagging::toggle_later(project, at(q), now()),
        Act::Evidence(q, a, b) => {
            let questions: Vec<_> = q.into_iter().map(at).collect();
            evidence::add_to_all(project, &questions, Span::new(a, b), now())
        }
        Act::DropEvidence(q, a, b) => evidence::drop(project, at(q), Span::new(a, b), now()),
        Act::Adjust(q, a, b) => {
            let from = project.my_coding(at(q)).and_then(|coding| Some(coding.evidence.first()?.span));
            evidence::adjust(project, at(q), from.unwrap_or(Span::new(a, b)), Span::new(a, b), now())
        }
        Act::Facet(q, f) => {
            let facet = project.codebook().facets.get(f).map(|facet| facet.id.clone());
            let facet = facet.unwrap_or(FacetId("unknown".to_owned()));
            tagging::toggle_facet(project, at(q), &facet, now())
        }
        Act::Asked(q, a) => tagging::toggle_asked(project, at(q), Asked::ALL[a], now()),
        Act::Promise(q, words) => {
            let say = |promise: &mut Promise| {
                let until = Until { kind: UntilKind::Condition, words: words.clone() };
                promise.until = (!words.is_empty()).then_some(until);
            };
            tagging::promise(project, at(q), say, now())
        }
        Act::Cues(some) => {
            let cue =
                Cue { id: "x".into(), kind: CueKind::Deferral, pattern: "x".into(), example: "x".into() };
            Ok(Change::new(Label::Cues, Edit::PutCues { cues: some.then(|| vec![cue]) }))
        }
        Act::Day(some) => {
            let day = some.then(|| jiff::civil::date(2026, 5, 4));
            Ok(Change::new(Label::LedgerDay, Edit::PutLedgerDay { day }))
        }
        Act::ReadAgain => {
            // The same paper with other line breaks, as another format would have them.
            let text = extra.body.as_str().replace(". ", ".\n");
            let new = landtag_annotator::files::import::document("neu.txt", text.as_bytes()).expect("reads");
            reread::read_again(project, extra.id, new, now()).map(|(change, _)| change)
        }
        Act::Number(number) => head::number(project, first, &number),
        Act::Rename(name) => Ok(library::rename(&name)),
        Act::KeepFilter(name, open) => {
            let filter = Filter { open, ..Filter::default() };
            filters::keep(project, &name, &filter).ok_or(Problem::EmptyCoding)
        }
        Act::DropFilter(name) => filters::drop(project, &name).ok_or(Problem::EmptyCoding),
        Act::Remove => library::remove(project, extra.id),
        Act::Add => Ok(library::add(project, vec![extra.clone()])),
        Act::RawDrop(q) => raw(Edit::DropCoding { key: project.my_key(at(q)) }),
        Act::RawEmpty(q) => {
            raw(Edit::PutCoding { key: project.my_key(at(q)), coding: Arc::new(Coding::empty(now(), "1.0")) })
        }
        Act::RawUnknownCoder(q) => {
            let key = landtag_annotator::model::CodingKey {
                coder: CoderId(9),
                round: Round(2),
                ..project.my_key(at(q))
            };
            raw(Edit::PutCoding { key, coding: Arc::new(coding(project)) })
        }
        Act::RawMixed(q) => raw(Edit::All(vec![
            Edit::Rename { name: "halb".to_owned() },
            Edit::PutCoding { key: project.my_key(at(q)), coding: Arc::new(coding(project)) },
            Edit::PutCoder { coder: Coder::new(CoderId(77), "") },
        ])),
        Act::Undo | Act::Redo => unreachable!("not a change"),
    }
}

fn start() -> (Session, DocumentId, Document) {
    let first = sample();
    let id = first.id;
    (session(vec![first]), id, paper(&fixture("hessen-invented.txt")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_edit_has_an_inverse_and_a_refused_one_changes_nothing(acts in prop::collection::vec(act(), 1..40)) {
        let (session, first, extra) = start();
        let mut project = session.project().clone();
        for act in acts {
            if matches!(act, Act::Undo | Act::Redo) {
                continue;
            }
            let Ok(change) = change(&project, first, &extra, act) else { continue };
            applies_and_turns(&mut project, change.edit);
            // Whatever happened, the project could be written and read again.
            prop_assert_eq!(&Project::from_parts(project.to_parts()).expect("consistent"), &project);
        }
    }

    #[test]
    fn undo_and_redo_walk_the_same_states(acts in prop::collection::vec(act(), 1..40)) {
        let (mut session, first, extra) = start();
        let mut states = vec![session.project().clone()];
        let mut place = 0;
        for act in acts {
            match act {
                Act::Undo => if session.undo().is_some() { place -= 1; },
                Act::Redo => if session.redo().is_some() { place += 1; },
                other => {
                    let before = session.project().clone();
                    let done = change(session.project(), first, &extra, other)
                        .and_then(|change| { session.close_step(); session.commit(change) });
                    if done.is_ok() && *session.project() != before {
                        states.truncate(place + 1);
                        states.push(session.project().clone());
                        place += 1;
                    }
                }
            }
            prop_assert_eq!(session.project(), &states[place]);
        }
        while session.undo().is_some() {}
        prop_assert_eq!(session.project(), &states[0]);
        while session.redo().is_some() {}
        prop_assert_eq!(session.project(), states.last().expect("at least one"));
    }

    #[test]
    fn what_was_not_touched_is_as_it_was(acts in prop::collection::vec(act(), 1..40)) {
        let (mut session, first, extra) = start();
        let (before, since) = (session.project().clone(), session.revision());
        for act in acts {
            match act {
                Act::Undo => { session.undo(); }
                Act::Redo => { session.redo(); }
                other => {
                    let _ = change(session.project(), first, &extra, other).and_then(|change| session.commit(change));
                }
            }
            let after = session.project();
            let order = |project: &Project| project.documents().map(|document| document.id).collect::<Vec<_>>();
            let Some(touched) = session.touched().since(since) else { continue };
            prop_assert_eq!(order(after), order(&before));
            for document in before.documents().filter(|document| !touched.contains(&document.id)) {
                prop_assert_eq!(after.document(document.id), Some(document));
                let codings = |project: &Project| project.codings_of(document.id).map(|(k, c)| (k, c.clone())).collect::<Vec<_>>();
                prop_assert_eq!(codings(after), codings(&before));
            }
        }
        prop_assert_eq!(session.touched().since(session.revision()), Some(std::collections::BTreeSet::new()));
    }

    #[test]
    fn the_journal_alone_rebuilds_the_project(acts in prop::collection::vec(act(), 1..40)) {
        let (mut session, first, extra) = start();
        let mut rebuilt = session.project().clone();
        for act in acts {
            match act {
                Act::Undo => { session.undo(); }
                Act::Redo => { session.redo(); }
                other => {
                    let _ = change(session.project(), first, &extra, other).and_then(|change| session.commit(change));
                }
            }
            for entry in session.take_applied() {
                entry.edit.apply(&mut rebuilt).expect("what was applied once applies again");
            }
            prop_assert_eq!(&rebuilt, session.project());
        }
    }

    /// A save at any moment, the newest steps kept at it, and the journal since: the same project with the same
    /// steps behind and ahead, and the same answer to "is there something to save".
    #[test]
    fn the_journal_rebuilds_undo_and_redo(
        acts in prop::collection::vec(act(), 1..60),
        saved_at in 0..60_usize,
        kept in 0..12_usize,
    ) {
        let (mut session, first, extra) = start();
        let mut again: Option<Session> = None;
        let mut all_kept = false;
        for (place, act) in acts.into_iter().enumerate() {
            if place == saved_at {
                session.close_step();
                session.take_applied();
                session.mark_saved(session.state());
                all_kept = session.past(kept) == session.past(usize::MAX);
                again = Some(Session::resumed(session.project().clone(), session.past(kept)));
            }
            match act {
                Act::Undo => { session.undo(); }
                Act::Redo => { session.redo(); }
                other => {
                    let _ = change(session.project(), first, &extra, other).and_then(|change| session.commit(change));
                }
            }
            let Some(again) = &mut again else { continue };
            for entry in session.take_applied() {
                again.replay(entry).expect("what was applied once applies again");
            }
            prop_assert_eq!(again.project(), session.project());
            prop_assert_eq!(again.is_dirty(), session.is_dirty());
            // Older steps than were kept are lost, the others are the same to the letter.
            let (all, known) = (session.past(usize::MAX), again.past(usize::MAX));
            prop_assert!(all.done.ends_with(&known.done), "{:?} is no end of {:?}", known.done, all.done);
            prop_assert!(all.undone.ends_with(&known.undone), "{:?} is no end of {:?}", known.undone, all.undone);
            prop_assert!(!all_kept || all == known, "{:?} became {:?}", all, known);
        }
    }
}

#[test]
fn a_memo_typed_in_one_go_is_one_step() {
    let (mut session, first, _) = start();
    let at = question(first, 1);
    for typed in ["E", "Ei", "Ein"] {
        let change = tagging::memo(session.project(), at, typed, now()).expect("a memo");
        session.commit(change).expect("fits");
    }
    session.close_step();
    let change = tagging::memo(session.project(), at, "Ein Wort", now()).expect("a memo");
    session.commit(change).expect("fits");
    session.undo();
    assert_eq!(session.project().my_coding(at).map(|coding| coding.memo.as_str()), Some("Ein"));
    session.undo();
    assert!(session.project().my_coding(at).is_none());
    assert!(session.undo().is_none());
}

#[test]
fn a_memo_typed_and_deleted_again_leaves_nothing_to_undo() {
    let (mut session, first, _) = start();
    let at = question(first, 1);
    for typed in ["E", "", "F", "Fr", ""] {
        let change = tagging::memo(session.project(), at, typed, now()).expect("a memo");
        session.commit(change).expect("fits");
    }
    assert!(!session.is_dirty());
    assert!(session.undo().is_none());
    // With a tag there is something: the memo goes, the tag stays.
    let change = tagging::tag(session.project(), at, Some(&tag("vague")), now()).expect("a tag");
    session.commit(change).expect("fits");
    for typed in ["E", ""] {
        let change = tagging::memo(session.project(), at, typed, now()).expect("a memo");
        session.commit(change).expect("fits");
    }
    session.undo();
    session.undo();
    assert!(session.project().my_coding(at).is_none());
}

#[test]
fn a_doubled_key_press_leaves_no_trace() {
    let (mut session, first, _) = start();
    for _ in 0..2 {
        let change = tagging::tag(session.project(), question(first, 1), Some(&tag("vague")), now());
        session.commit(change.expect("a tag")).expect("fits");
    }
    assert!(session.undo().is_some());
    assert!(session.undo().is_none(), "the second press was a step of its own");
}

#[test]
fn back_at_the_saved_state_nothing_is_unsaved() {
    let (mut session, first, _) = start();
    assert!(!session.is_dirty());
    let change = tagging::tag(session.project(), question(first, 1), Some(&tag("vague")), now());
    session.commit(change.expect("a tag")).expect("fits");
    assert!(session.is_dirty());
    session.undo();
    assert!(!session.is_dirty());
    session.redo();
    session.mark_saved(session.state());
    assert!(!session.is_dirty());
    session.undo();
    assert!(session.is_dirty());
}

#[test]
fn several_edits_that_change_nothing_are_no_step() {
    let (mut session, first, _) = start();
    let question = question(first, 1);
    let key = session.project().my_key(question);
    let both = |session: &Session| {
        let version = &session.project().codebook().version;
        let coding = Coding { tag: Some(tag("vague")), ..Coding::empty(now(), version) };
        let coding = Arc::new(coding);
        let edits = vec![Edit::Rename { name: "halb".into() }, Edit::PutCoding { key, coding }];
        Change::new(Label::Rename, Edit::All(edits))
    };
    let change = both(&session);
    session.commit(change).expect("it fits");
    let change = both(&session);
    session.commit(change).expect("it fits");
    session.undo();
    assert!(session.undo_label().is_none(), "the second time nothing was done");
}
