//! Laws of correcting an outline by hand: random corrections of invented papers.

mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use landtag_annotator::model::analysis::{border_stops, parts};
use landtag_annotator::model::edits::{Change, Session, evidence, outline, tagging};
use landtag_annotator::model::text::Span;
use landtag_annotator::model::{
    Coding, CodingKey, Document, DocumentId, Finding, Outline, Problem, Project, QuestionId, QuestionRef,
    RemarkBy, Unit,
};
use proptest::prelude::*;
use support::{applies_and_turns, fixture, now, paper, session, tag};

/// A correction; numbers choose among what the paper has.
#[derive(Clone, Debug)]
enum Act {
    Question(usize, usize),
    Answer(usize, usize, usize),
    Joint(usize, usize, usize),
    Remark(usize, usize, bool),
    Rest(usize, usize),
    /// The same on a whole part.
    WholeQuestion(usize),
    WholeAnswer(usize, usize),
    WholeRest(usize),
    WholeRemark(usize, bool),
    Split(usize),
    Join(usize),
    Border(usize, usize, bool),
    RawBorder(usize, usize),
    Relabel(usize, String),
    Attach(usize, usize),
    Printed(usize, Vec<String>),
    Settle(usize, bool),
    SettleAll,
    Recut,
}

fn act() -> impl Strategy<Value = Act> {
    let n = 0..10_000_usize;
    let many = || 0..10_000_usize;
    prop_oneof![
        3 => (n, many()).prop_map(|(a, b)| Act::Question(a, b)),
        2 => (many(), many(), many()).prop_map(|(a, b, q)| Act::Answer(a, b, q)),
        1 => (many(), many(), many()).prop_map(|(a, b, q)| Act::Joint(a, b, q)),
        1 => (many(), many(), any::<bool>()).prop_map(|(a, b, by)| Act::Remark(a, b, by)),
        2 => (many(), many()).prop_map(|(a, b)| Act::Rest(a, b)),
        1 => many().prop_map(Act::WholeQuestion),
        1 => (many(), many()).prop_map(|(p, q)| Act::WholeAnswer(p, q)),
        2 => many().prop_map(Act::WholeRest),
        1 => (many(), any::<bool>()).prop_map(|(p, by)| Act::WholeRemark(p, by)),
        3 => many().prop_map(Act::Split),
        3 => many().prop_map(Act::Join),
        3 => (many(), many(), any::<bool>()).prop_map(|(p, s, w)| Act::Border(p, s, w)),
        1 => (many(), many()).prop_map(|(p, to)| Act::RawBorder(p, to)),
        1 => (many(), "[0-9a ]{0,3}").prop_map(|(q, label)| Act::Relabel(q, label)),
        3 => (many(), many()).prop_map(|(g, q)| Act::Attach(g, q)),
        1 => (many(), prop::collection::vec("[1-9]", 1..4)).prop_map(|(g, p)| Act::Printed(g, p)),
        1 => (0..6_usize, any::<bool>()).prop_map(|(d, part)| Act::Settle(d, part)),
        1 => Just(Act::SettleAll),
        1 => Just(Act::Recut),
    ]
}

static PAPERS: LazyLock<Vec<Document>> = LazyLock::new(|| {
    let folder = std::fs::read_dir(fixture("papers")).expect("the papers");
    let mut paths: Vec<_> = folder.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.push(fixture("unknown-form.txt"));
    paths.sort();
    paths.iter().map(|path| paper(path)).collect()
});

/// A place of the text on character boundaries.
fn place(document: &Document, a: usize, b: usize) -> Span {
    let text = document.body.as_str();
    let start = boundary(text, a * 7 % text.len().max(1));
    let length = [9, 40, 160, 700][b % 4] + b % 50;
    Span::new(start, boundary(text, (start + length).min(text.len())))
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn change(project: &Project, id: DocumentId, act: &Act) -> Result<Change, Problem> {
    let document = project.document(id).expect("the paper");
    let outline = &document.outline;
    let parts = parts(document);
    let part = |n: usize| parts.get(n % parts.len().max(1)).map_or(Span::new(0, 0), |part| part.span);
    let questions: Vec<QuestionId> = outline.questions().map(|question| question.id).collect();
    let question = |n: usize| *questions.get(n % questions.len().max(1)).unwrap_or(&QuestionId(999));
    let group = |n: usize| outline.groups.get(n % outline.groups.len().max(1)).map(|group| group.id);
    let by = |asker: bool| if asker { RemarkBy::Asker } else { RemarkBy::Government };
    match act {
        Act::Question(a, b) => outline::make_question(project, id, place(document, *a, *b)),
        Act::Answer(a, b, q) => outline::make_answer(project, id, place(document, *a, *b), question(*q)),
        Act::Joint(a, b, q) => outline::make_joint(project, id, place(document, *a, *b), question(*q)),
        Act::Remark(a, b, asker) => outline::make_remark(project, id, place(document, *a, *b), by(*asker)),
        Act::Rest(a, b) => outline::make_rest(project, id, place(document, *a, *b)),
        Act::WholeQuestion(p) => outline::make_question(project, id, part(*p)),
        Act::WholeAnswer(p, q) => outline::make_answer(project, id, part(*p), question(*q)),
        Act::WholeRest(p) => outline::make_rest(project, id, part(*p)),
        Act::WholeRemark(p, asker) => outline::make_remark(project, id, part(*p), by(*asker)),
        Act::Split(a) => outline::split(project, id, place(document, *a, 0).start),
        Act::Join(p) => outline::join(project, id, part(*p).start),
        Act::Border(p, s, by_word) => {
            let below = p % parts.len().max(1);
            let stops = border_stops(document, &parts, below, *by_word);
            let to = stops.get(s % stops.len().max(1)).copied().unwrap_or(0);
            outline::move_border(project, id, part(*p).start, to)
        }
        Act::RawBorder(p, to) => {
            outline::move_border(project, id, part(*p).start, place(document, *to, 0).start)
        }
        Act::Relabel(q, label) => outline::relabel(project, id, question(*q), label),
        Act::Attach(g, q) => match group(*g) {
            Some(group) => outline::toggle_answered(project, id, group, question(*q)),
            None => Err(Problem::NotPossibleHere),
        },
        Act::Printed(g, printed) => match group(*g) {
            Some(group) => outline::answer_printed(project, id, group, printed),
            None => Err(Problem::NotPossibleHere),
        },
        Act::Settle(d, part) => outline::settle(project, id, *d, *part),
        Act::SettleAll => outline::settle_all(project, id),
        Act::Recut => outline::recut(project, id),
    }
}

/// The paper with some questions rated, with evidence.
fn start(nth: usize) -> (Session, DocumentId) {
    let document = PAPERS[nth % PAPERS.len()].clone();
    let id = document.id;
    let questions: Vec<QuestionId> = document.outline.questions().map(|question| question.id).collect();
    let mut session = session(vec![document]);
    for question in questions.into_iter().step_by(3) {
        let at = QuestionRef { document: id, question };
        let group = session.project().document(id).expect("there").outline.group_of(question).cloned();
        let change = tagging::tag(session.project(), at, Some(&tag("vague")), now()).expect("a tag");
        session.commit(change).expect("fits");
        if let Some(answer) = group.and_then(|group| group.answers.first().copied()) {
            let text = session.project().document(id).expect("there").body.as_str();
            let words = Span::new(answer.start, boundary(text, answer.end.min(answer.start + 30)));
            let change = evidence::add_to_all(session.project(), &[at], words, now()).expect("evidence");
            session.commit(change).expect("fits");
        }
    }
    (session, id)
}

fn outline_of(project: &Project, id: DocumentId) -> &Outline {
    &project.document(id).expect("the paper").outline
}

/// Who a byte belongs to, in words that stay the same when ids do.
fn owner(document: &Document, byte: usize) -> String {
    let units = document.outline.units(document.body.as_str());
    let found = units.iter().find(|unit| unit.span().contains(byte));
    match found {
        Some(Unit::Head(_)) => "head".to_owned(),
        Some(Unit::Remark(_)) => "remark".to_owned(),
        Some(Unit::Transmission(_)) => "transmission".to_owned(),
        Some(Unit::Question(_, question)) => format!("question {}", question.id.0),
        Some(Unit::Joint(group, _)) => format!("joint {}", group.id.0),
        Some(Unit::Answer(group, _)) => {
            let ids: Vec<_> = group.questions.iter().map(|question| question.id.0).collect();
            format!("answer {ids:?}")
        }
        Some(Unit::Signature(_)) => "signature".to_owned(),
        Some(Unit::Rest(_)) | None => "rest".to_owned(),
    }
}

fn overlapping(document: &Document) -> Option<(Span, Span)> {
    let units = document.outline.units(document.body.as_str());
    let spans: Vec<Span> = units.iter().map(Unit::span).collect();
    spans.windows(2).find(|pair| pair[0].end > pair[1].start).map(|pair| (pair[0], pair[1]))
}

fn is_wrong(finding: &Finding) -> bool {
    !matches!(finding, Finding::Doubt { .. })
}

#[test]
fn no_two_parts_of_a_fresh_cut_share_words() {
    for document in PAPERS.iter() {
        assert_eq!(overlapping(document), None, "{}", document.origin.file);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_correction_has_an_inverse_and_a_refusal_changes_nothing(
        nth in 0..200_usize, acts in prop::collection::vec(act(), 1..25)
    ) {
        let (session, id) = start(nth);
        let mut project = session.project().clone();
        let mut seen: BTreeSet<QuestionId> = outline_of(&project, id).questions().map(|q| q.id).collect();
        let mut gone: BTreeSet<QuestionId> = BTreeSet::new();
        for act in acts {
            let Ok(change) = change(&project, id, &act) else { continue };
            applies_and_turns(&mut project, change.edit);
            // Ids are never reused.
            let now: BTreeSet<QuestionId> = outline_of(&project, id).questions().map(|q| q.id).collect();
            gone.extend(seen.difference(&now));
            prop_assert!(now.is_disjoint(&gone), "{:?} came back after {:?}", now.intersection(&gone), act);
            seen.extend(&now);
            // Every place is in the text, no part shares words with another, every group has a question.
            let findings: Vec<Finding> = project.findings().into_iter().filter(is_wrong).collect();
            prop_assert!(findings.is_empty(), "{:?} after {:?}", findings, act);
            let document = project.document(id).expect("there");
            prop_assert_eq!(overlapping(document), None, "after {:?}", act);
            prop_assert!(document.outline.groups.iter().all(|group| !group.questions.is_empty()), "{:?}", act);
            let ids: BTreeSet<_> = document.outline.groups.iter().map(|group| group.id).collect();
            prop_assert_eq!(ids.len(), document.outline.groups.len(), "group ids after {:?}", act);
            prop_assert_eq!(&Project::from_parts(project.to_parts()).expect("consistent"), &project);
        }
    }

    #[test]
    fn codings_and_evidence_keep_their_question(
        nth in 0..200_usize, acts in prop::collection::vec(act(), 1..25)
    ) {
        let (mut session, id) = start(nth);
        let codings = |project: &Project| -> Vec<(CodingKey, Coding)> {
            project.codings().map(|(key, coding)| (key, coding.clone())).collect()
        };
        for act in acts {
            let before = codings(session.project());
            let Ok(change) = change(session.project(), id, &act) else { continue };
            let joins = matches!(act, Act::Join(_));
            if session.commit(change).is_err() { continue }
            let after = codings(session.project());
            if joins {
                // Two questions that become one are one question: only then does a coding move.
                let said = |codings: &[(CodingKey, Coding)]| -> Vec<String> {
                    let mut said: Vec<String> = codings.iter().map(|(_, coding)| format!("{coding:?}")).collect();
                    said.sort();
                    said
                };
                prop_assert_eq!(said(&before), said(&after));
            } else {
                prop_assert_eq!(&before, &after, "{:?}", act);
            }
        }
        while session.undo().is_some() {}
        prop_assert!(outline_of(session.project(), id) == &PAPERS[nth % PAPERS.len()].outline);
    }

    #[test]
    fn cutting_again_leaves_corrections_and_ids(
        nth in 0..200_usize, acts in prop::collection::vec(act(), 1..12)
    ) {
        let (mut session, id) = start(nth);
        for act in acts {
            if matches!(act, Act::Recut) { continue }
            let _ = change(session.project(), id, &act).and_then(|change| session.commit(change));
        }
        let before = session.project().document(id).expect("there").clone();
        let change = outline::recut(session.project(), id).expect("a paper of the project");
        session.commit(change).expect("cutting again never loses a coding");
        let after = session.project().document(id).expect("there").clone();
        for place in &before.outline.corrected {
            for byte in place.start..place.end {
                if before.body.as_str().is_char_boundary(byte)
                    && !before.body.as_str()[byte..].starts_with(char::is_whitespace) {
                    prop_assert_eq!(owner(&before, byte), owner(&after, byte), "at {}", byte);
                }
            }
        }
        for question in before.outline.questions() {
            if let Some(same) = after.outline.questions().find(|other| other.text == question.text) {
                prop_assert_eq!(same.id, question.id);
            }
        }
        // Once more changes nothing.
        let again = outline::recut(session.project(), id).expect("a paper of the project");
        session.commit(again).expect("fits");
        prop_assert_eq!(&session.project().document(id).expect("there").outline, &after.outline);
    }
}

#[test]
fn a_paper_nobody_corrected_is_cut_the_same_again() {
    for document in PAPERS.iter() {
        let mut session = session(vec![document.clone()]);
        let change = outline::recut(session.project(), document.id).expect("a paper of the project");
        session.commit(change).expect("fits");
        assert!(!session.is_dirty(), "{}", document.origin.file);
    }
}
