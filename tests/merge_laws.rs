//! Laws of merging: nothing of either side is lost, the order does not matter, twice is once, undo leads back.
//! Random projects with random work on both sides, not examples.

mod support;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use jiff::SignedDuration;
use landtag_annotator::model::edits::merge::{About, Conflict, Merged, Said, merge};
use landtag_annotator::model::edits::{Edit, Session, evidence, filters, library, tagging};
use landtag_annotator::model::text::{Quote, Span};
use landtag_annotator::model::{
    Asked, Coder, CoderId, Coding, CodingKey, Cue, CueKind, Decision, Document, Evidence, Filter, Identity,
    Project, Promise, QuestionRef, Round, RoundPlan, Wording,
};
use proptest::prelude::*;
use support::{applies_and_turns, fixture, now, paper, sample, session, tag};

/// Something that somebody does with a copy.
#[derive(Clone, Debug)]
enum Act {
    Sit(u8),
    Round(bool),
    Tag(usize, usize),
    Clear(usize),
    Memo(usize, String),
    Evidence(usize, usize, usize),
    Facet(usize, usize),
    Number(usize, bool),
    Rename(bool),
    Filter(bool, bool),
    Cues(u8),
    Day(bool),
    Remove,
    Add,
    Plan(bool),
    HandIn,
    Decide(usize, usize, i64),
    Undecide(usize),
    DropQuestion(usize),
    Renumber(usize),
    Relabel(usize, bool),
    Word(usize, bool),
    NewTag(bool),
    DropTag(usize),
    Case(bool),
    Version(bool),
}

fn act() -> impl Strategy<Value = Act> {
    let nth = 0..4_usize;
    let text = prop_oneof![Just(String::new()), Just("a".to_owned()), Just("b".to_owned())];
    prop_oneof![
        3 => (0..4_u8).prop_map(Act::Sit),
        2 => any::<bool>().prop_map(Act::Round),
        8 => (nth.clone(), 0..4_usize).prop_map(|(q, t)| Act::Tag(q, t)),
        3 => nth.clone().prop_map(Act::Clear),
        5 => (nth.clone(), text).prop_map(|(q, m)| Act::Memo(q, m)),
        3 => (nth.clone(), 0..600_usize, 0..600_usize).prop_map(|(q, a, b)| Act::Evidence(q, a, b)),
        2 => (nth.clone(), 0..3_usize).prop_map(|(q, f)| Act::Facet(q, f)),
        1 => (0..2_usize, any::<bool>()).prop_map(|(d, n)| Act::Number(d, n)),
        1 => any::<bool>().prop_map(Act::Rename),
        1 => (any::<bool>(), any::<bool>()).prop_map(|(n, o)| Act::Filter(n, o)),
        1 => (0..3_u8).prop_map(Act::Cues),
        1 => any::<bool>().prop_map(Act::Day),
        1 => Just(Act::Remove),
        1 => Just(Act::Add),
        1 => any::<bool>().prop_map(Act::Plan),
        1 => Just(Act::HandIn),
        2 => (nth.clone(), 0..3_usize, 0..3_i64).prop_map(|(q, t, at)| Act::Decide(q, t, at)),
        1 => nth.clone().prop_map(Act::Undecide),
        1 => nth.clone().prop_map(Act::DropQuestion),
        2 => nth.clone().prop_map(Act::Renumber),
        1 => (nth.clone(), any::<bool>()).prop_map(|(q, l)| Act::Relabel(q, l)),
        1 => (0..3_usize, any::<bool>()).prop_map(|(t, w)| Act::Word(t, w)),
        1 => any::<bool>().prop_map(Act::NewTag),
        1 => (0..4_usize).prop_map(Act::DropTag),
        1 => any::<bool>().prop_map(Act::Case),
        1 => any::<bool>().prop_map(Act::Version),
    ]
}

const TAGS: [&str; 4] = ["concrete", "vague", "deferred", "new"];

fn extra() -> &'static Document {
    static EXTRA: OnceLock<Document> = OnceLock::new();
    EXTRA.get_or_init(|| paper(&fixture("hessen-invented.txt")))
}

/// A project with one paper, and nothing done yet.
fn start() -> Project {
    static START: OnceLock<Project> = OnceLock::new();
    START.get_or_init(|| session(vec![sample()]).project().clone()).clone()
}

/// The nth question of the first paper.
fn at(project: &Project, nth: usize) -> Option<QuestionRef> {
    let document = project.document_at(0)?;
    let question = document.outline.questions().nth(nth)?.id;
    Some(QuestionRef { document: document.id, question })
}

fn words(a: bool) -> &'static str {
    if a { "eins" } else { "zwei" }
}

/// The edit that an act makes, where it makes one.
fn edit(session: &Session, act: &Act) -> Option<Edit> {
    let project = session.project();
    let coded = |question: QuestionRef| project.codings().any(|(key, _)| key.question_ref() == question);
    let moment = |minutes| now() + SignedDuration::from_mins(minutes);
    let outline = |question: QuestionRef, change: &dyn Fn(&mut landtag_annotator::model::Outline)| {
        let mut outline = project.document(question.document)?.outline.clone();
        change(&mut outline);
        Some(Edit::PutOutline { document: question.document, outline: Box::new(outline) })
    };
    let codebook = |change: &dyn Fn(&mut landtag_annotator::model::Codebook)| {
        let mut codebook = project.codebook().clone();
        change(&mut codebook);
        Some(Edit::PutCodebook { codebook: Box::new(codebook) })
    };
    let change = match act {
        Act::Sit(_) | Act::Round(_) => return None,
        Act::Tag(q, t) => tagging::tag(project, at(project, *q)?, Some(&tag(TAGS[*t])), now()).ok()?,
        Act::Clear(q) => tagging::tag(project, at(project, *q)?, None, now()).ok()?,
        Act::Memo(q, memo) => tagging::memo(project, at(project, *q)?, memo, now()).ok()?,
        Act::Evidence(q, a, b) => {
            let question = at(project, *q)?;
            evidence::add_to_all(project, &[question], Span::new(*a, *b), now()).ok()?
        }
        Act::Facet(q, f) => {
            let facet = project.codebook().facets.get(*f)?.id.clone();
            tagging::toggle_facet(project, at(project, *q)?, &facet, now()).ok()?
        }
        Act::Number(d, a) => {
            let id = project.document_at(*d)?.id;
            landtag_annotator::model::edits::head::number(project, id, if *a { "1/1" } else { "2/2" }).ok()?
        }
        Act::Rename(a) => library::rename(words(*a)),
        Act::Filter(a, open) => {
            filters::keep(project, words(*a), &Filter { open: *open, ..Filter::default() })?
        }
        Act::Remove => library::remove(project, extra().id).ok()?,
        Act::Add => library::add(project, vec![extra().clone()]),
        Act::Cues(n) => {
            let cue = |n: &u8| Cue {
                id: "x".into(),
                kind: CueKind::Deferral,
                pattern: format!("x{n}"),
                example: "x".into(),
            };
            return Some(Edit::PutCues { cues: (*n > 0).then(|| vec![cue(n)]) });
        }
        Act::Day(some) => {
            return Some(Edit::PutLedgerDay { day: some.then(|| jiff::civil::date(2026, 5, 4)) });
        }
        Act::Plan(p) => {
            let plan = RoundPlan {
                round: Round(2),
                name: if *p { "P" } else { "Q" }.into(),
                documents: project.documents().map(|document| document.id).take(1).collect(),
                drawn: None,
                coders: Vec::new(),
                codebook: "1.0".into(),
                blind: false,
                shuffled: false,
                seed: 1,
                handed_in: BTreeSet::new(),
                begun: now(),
            };
            return Some(Edit::PutRound { plan: Box::new(plan) });
        }
        Act::HandIn => {
            let mut plan = project.round(Round(2))?.clone();
            plan.handed_in.insert(project.coder(project.me())?.id);
            return Some(Edit::PutRound { plan: Box::new(plan) });
        }
        Act::Decide(q, t, minutes) => {
            let decision = Decision {
                round: Round(1),
                tag: tag(TAGS[*t]),
                facets: Vec::new(),
                reason: "Grund".into(),
                by: vec![project.coder(project.me())?.id],
                at: moment(*minutes),
                codebook: "1.0".into(),
            };
            return Some(Edit::PutDecision { question: at(project, *q)?, decision: Box::new(decision) });
        }
        Act::Undecide(q) => return Some(Edit::DropDecision { question: at(project, *q)? }),
        Act::DropQuestion(q) => {
            let question = at(project, *q)?;
            if coded(question) || project.decision(question).is_some() {
                return None;
            }
            return outline(question, &|outline| {
                for group in &mut outline.groups {
                    group.questions.retain(|other| other.id != question.question);
                }
                outline.next_id = 100;
            });
        }
        Act::Renumber(q) => {
            // The question is marked anew, and what was said of it goes along.
            let question = at(project, *q)?;
            let old = project.document(question.document)?;
            let fresh = landtag_annotator::model::QuestionId(old.outline.fresh_id());
            if project.decision(question).is_some() {
                return None;
            }
            let said: Vec<(CodingKey, Coding)> = project
                .codings()
                .filter(|(key, _)| key.question_ref() == question)
                .map(|(key, coding)| (key, coding.clone()))
                .collect();
            let mut edits: Vec<Edit> = said.iter().map(|(key, _)| Edit::DropCoding { key: *key }).collect();
            edits.push(outline(question, &|outline| {
                for group in &mut outline.groups {
                    for other in group.questions.iter_mut().filter(|other| other.id == question.question) {
                        other.id = fresh;
                    }
                }
                outline.next_id = fresh.0 + 1;
            })?);
            edits.extend(said.into_iter().map(|(key, coding)| Edit::PutCoding {
                key: CodingKey { question: fresh, ..key },
                coding: Arc::new(coding),
            }));
            return Some(Edit::All(edits));
        }
        Act::Relabel(q, a) => {
            let question = at(project, *q)?;
            return outline(question, &|outline| {
                for group in &mut outline.groups {
                    for other in group.questions.iter_mut().filter(|other| other.id == question.question) {
                        words(*a).clone_into(&mut other.label);
                    }
                }
            });
        }
        Act::Word(t, a) => {
            return codebook(&|book| {
                let count = book.tags.len();
                words(*a).clone_into(&mut book.tags[t % count].definition.de);
            });
        }
        Act::NewTag(a) => {
            return codebook(&|book| {
                let mut new = book.tags[0].clone();
                new.id = tag("new");
                new.name = Wording::same(words(*a));
                book.tags.retain(|tag| tag.id != new.id);
                book.tags.push(new);
            });
        }
        Act::DropTag(t) => {
            // A codebook without tags is none.
            return codebook(&|book| {
                let others = book.tags.iter().any(|tag| tag.id.0 != TAGS[*t]);
                book.tags.retain(|tag| !others || tag.id.0 != TAGS[*t]);
            });
        }
        Act::Case(a) => return codebook(&|book| book.boundary_cases = vec![Wording::same(words(*a))]),
        Act::Version(a) => {
            return codebook(&|book| {
                let past = landtag_annotator::model::Edition::of(book);
                book.past.push(past);
                book.version.push_str(if *a { ".1" } else { ".2" });
            });
        }
    };
    Some(change.edit)
}

/// A copy in which somebody worked.
fn worked(project: &Project, acts: &[Act], shift: i64) -> Project {
    let mut session = Session::new(project.clone());
    for act in acts {
        match act {
            Act::Sit(0) => session.sit(Identity { name: "Dritte".into(), key: format!("own{shift}") }),
            Act::Sit(n) => session.sit(Identity { name: format!("P{n}"), key: format!("k{n}") }),
            Act::Round(second) => session.sit_in(if *second { Round(2) } else { Round(1) }),
            act => {
                let Some(edit) = edit(&session, act) else { continue };
                let label = landtag_annotator::model::edits::Label::Rename;
                let _ = session.commit(landtag_annotator::model::edits::Change::new(label, edit));
            }
        }
    }
    session.project().clone()
}

/// What was done before and in two copies since.
fn works() -> impl Strategy<Value = [Vec<Act>; 3]> {
    prop::array::uniform3(prop::collection::vec(act(), 0..16))
}

/// Origin and two copies.
fn copies([base, ours, theirs]: &[Vec<Act>; 3]) -> (Project, Project, Project) {
    let base = worked(&start(), base, 0);
    let (ours, theirs) = (worked(&base, ours, 1), worked(&base, theirs, 2));
    (base, ours, theirs)
}

/// What a coding says, whenever it was made.
fn content(coding: &Coding) -> String {
    let Coding { tag, facets, asked, evidence, memo, later, promise, .. } = coding;
    format!("{tag:?}{facets:?}{asked:?}{evidence:?}{memo:?}{later}{promise:?}")
}

/// By what a person is known in any copy.
fn person(coder: Option<&Coder>) -> String {
    let Some(coder) = coder else { return "gone".into() };
    let token = match (&*coder.key, &*coder.name) {
        ("", "") => format!("#{}", coder.id.0),
        ("", name) => format!("name {name}"),
        (key, _) => key.to_owned(),
    };
    token.split('~').next().unwrap_or_default().to_owned()
}

/// Every coding of a project, with what is said of its key.
fn said<'a, T: Ord>(project: &'a Project, of: impl Fn(CodingKey, &Coding) -> T + 'a) -> BTreeSet<T> {
    project.codings().map(|(key, coding)| of(key, coding)).collect()
}

/// The codings of a result and of its conflicts.
fn all<T: Ord>(merged: &Merged, of: impl Fn(CodingKey, &Coding) -> T) -> BTreeSet<T> {
    let mut all = said(&merged.result, &of);
    for Conflict { about, ours, theirs, .. } in &merged.conflicts {
        let About::Coding(key) = about else { continue };
        for side in [ours, theirs].into_iter().flatten() {
            let Said::Coding(coding) = side else { panic!("a conflict of codings says codings") };
            all.insert(of(*key, coding));
        }
    }
    all
}

/// An edit without the texts of papers.
fn short(edit: &Edit) -> String {
    format!("{edit:?}").chars().take(900).collect()
}

fn check_kept(base: Option<&Project>, side: &Project, merged: &Merged) {
    let of = |key: CodingKey, coding: &Coding| (key.document, content(coding));
    let kept = all(merged, of);
    let before = base.map(|base| said(base, of)).unwrap_or_default();
    for coding in said(side, of) {
        assert!(kept.contains(&coding) || before.contains(&coding), "lost: {coding:?}");
    }
}

fn check_order(base: Option<&Project>, one: &Merged, other: &Merged) {
    let of = |merged: &Merged| {
        let names = |key: CodingKey, coding: &Coding| {
            let same_outline = one.result.document(key.document).map(|document| &document.outline)
                == other.result.document(key.document).map(|document| &document.outline);
            let known = base.is_some_and(|base| {
                base.round(key.round).is_some() || base.codings().any(|(coded, _)| coded.round == key.round)
            });
            let round = match merged.result.round(key.round) {
                Some(plan) if !known => plan.name.clone(),
                _ => key.round.0.to_string(),
            };
            let question = same_outline.then_some(key.question);
            (key.document, question, person(merged.result.coder(key.coder)), round, content(coding))
        };
        all(merged, names)
    };
    let (one, other) = (of(one), of(other));
    let lacks: Vec<_> = one.symmetric_difference(&other).collect();
    assert!(lacks.is_empty(), "only in one of them: {lacks:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn merges_keep_their_laws(works in works()) {
        let (base, ours, theirs) = copies(&works);
        for base in [None, Some(&base)] {
            let merged = merge(base, &ours, &theirs);
            check_kept(base, &ours, &merged);
            check_kept(base, &theirs, &merged);

            // The edit leads there and back, and what is there could be written and read.
            let mut project = ours.clone();
            prop_assert_eq!(merged.edit.clone().apply(&mut project).err(), None);
            prop_assert!(project == merged.result, "the edit leads elsewhere");
            let mut project = ours.clone();
            applies_and_turns(&mut project, merged.edit.clone());
            let parts = merged.result.to_parts();
            let read = Project::from_parts(parts.clone()).expect("consistent");
            prop_assert!(read.to_parts() == parts, "what is written reads otherwise");

            // Twice is once.
            let again = merge(base, &merged.result, &theirs);
            prop_assert!(again.is_empty(), "twice: {}", short(&again.edit));

            check_order(base, &merged, &merge(base, &theirs, &ours));
        }
        for side in [&ours, &theirs] {
            for base in [None, Some(&base), Some(side)] {
                let same = merge(base, side, side);
                prop_assert!(same.is_empty() && same.conflicts.is_empty(), "same: {}", short(&same.edit));
            }
        }
    }
}

/// The laws are about something: among random copies all of it happens.
#[test]
fn random_copies_meet_every_case() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut met = [0_usize; 8];
    for _ in 0..800 {
        let (base, ours, theirs) = copies(&works().new_tree(&mut runner).expect("a value").current());
        let merged = merge(Some(&base), &ours, &theirs);
        let conflict =
            |fits: fn(&About) -> bool| merged.conflicts.iter().any(|conflict| fits(&conflict.about));
        for (nth, is_met) in [
            !merged.news.codings.new.is_empty(),
            !merged.news.codings.changed.is_empty(),
            !merged.news.codings.gone.is_empty(),
            conflict(|about| matches!(about, About::Coding(_))),
            conflict(|about| matches!(about, About::Outline(_))),
            conflict(|about| matches!(about, About::Codebook(_))),
            conflict(|about| matches!(about, About::Decision(_))),
            !merged.news.rounds.is_quiet(),
        ]
        .into_iter()
        .enumerate()
        {
            met[nth] += usize::from(is_met);
        }
    }
    assert!(met.iter().all(|count| *count > 3), "{met:?}");
}

/// Two people differ, and each copy keeps both: under the name of the person, and of one who stands for them.
#[test]
fn what_both_say_stays_twice() {
    let base = worked(&start(), &[Act::Sit(1), Act::Tag(0, 0)], 0);
    let ours = worked(&base, &[Act::Sit(1), Act::Tag(0, 1)], 1);
    let theirs = worked(&base, &[Act::Sit(1), Act::Tag(0, 2)], 2);
    let merged = merge(Some(&base), &ours, &theirs);
    let names: Vec<(&str, &str)> =
        merged.result.coders().map(|coder| (coder.name.as_str(), coder.key.as_str())).collect();
    assert_eq!(names, [("P1", "k1"), ("P1 (2)", "k1~2")]);
    let tags: Vec<_> = merged.result.codings().map(|(key, coding)| (key.coder, coding.tag.clone())).collect();
    assert_eq!(tags, [(CoderId(1), Some(tag("vague"))), (CoderId(2), Some(tag("deferred")))]);
    assert_eq!(merged.conflicts.len(), 1);
}

/// The copy with what somebody says of the first question that is coded in it put in place of what is there.
fn saying(project: &Project, change: &dyn Fn(&mut Coding)) -> Project {
    let (key, coding) =
        project.codings().next().map(|(key, coding)| (key, coding.clone())).expect("a coding");
    let mut coding = coding;
    change(&mut coding);
    let mut changed = project.clone();
    Edit::PutCoding { key, coding: Arc::new(coding) }.apply(&mut changed).expect("it fits");
    changed
}

fn only_coding(project: &Project) -> &Coding {
    let mut codings = project.codings();
    let (_, coding) = codings.next().expect("a coding");
    assert!(codings.next().is_none(), "there is one coding");
    coding
}

/// Two copies that say the same at different times: the later time holds, whoever brings in the other, with the
/// codebook that was in force then.
#[test]
fn of_two_that_say_the_same_the_later_time_holds() {
    let base = worked(&start(), &[Act::Sit(1), Act::Tag(0, 0)], 0);
    let at = |minutes: i64| now() + SignedDuration::from_mins(minutes);
    let earlier = saying(&base, &|coding| (coding.memo, coding.at) = ("a".to_owned(), at(10)));
    let later = saying(&base, &|coding| (coding.memo, coding.at) = ("a".to_owned(), at(20)));
    for base in [None, Some(&base)] {
        for (ours, theirs, brings) in [(&earlier, &later, 1), (&later, &earlier, 0)] {
            let merged = merge(base, ours, theirs);
            assert!(merged.conflicts.is_empty(), "they say the same");
            assert_eq!(only_coding(&merged.result).at, at(20));
            assert_eq!(merged.news.codings.changed.len(), brings);
        }
    }
}

/// A change of one field of a coding.
type Alter<'a> = &'a dyn Fn(&mut Coding);

/// Whatever part of a coding two copies say differently, both are kept; only when it was said makes no difference.
#[test]
fn a_difference_in_any_part_of_a_coding_is_a_conflict() {
    let base = worked(&start(), &[Act::Sit(1), Act::Tag(0, 0)], 0);
    let coding = only_coding(&base);
    // A new part of a coding has to be tried here, too.
    let Coding {
        tag: _,
        facets: _,
        asked: _,
        evidence: _,
        memo: _,
        later: _,
        promise: _,
        at: _,
        codebook: _,
    } = coding;
    let document = base.document_at(0).expect("a paper");
    let span = document.outline.groups[0].answers[0];
    let passage = Evidence { span, quote: Quote::of(&document.body, span) };
    let facet = base.codebook().facets[0].id.clone();
    let changes: [(&str, Alter<'_>); 7] = [
        ("tag", &|coding| coding.tag = Some(tag("vague"))),
        ("facets", &|coding| coding.facets = vec![facet.clone()]),
        ("asked", &|coding| coding.asked = vec![Asked::Money]),
        ("evidence", &|coding| coding.evidence = vec![passage.clone()]),
        ("memo", &|coding| coding.memo = "anders".to_owned()),
        ("later", &|coding| coding.later = true),
        ("promise", &|coding| coding.promise = Some(Promise::default())),
    ];
    for (part, change) in changes {
        let theirs = saying(&base, change);
        let merged = merge(None, &base, &theirs);
        assert_eq!(merged.conflicts.len(), 1, "{part}: nobody is told");
        let said: Vec<&Coding> = merged.result.codings().map(|(_, coding)| coding).collect();
        assert_eq!(said, [coding, only_coding(&theirs)], "{part}: one of the two is lost");
    }
}
