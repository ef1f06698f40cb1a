//! REFI-QDA: what goes out comes back whole, from what the standard holds and with what it has no room for.

mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use landtag_annotator::files::import::qdc;
use landtag_annotator::files::storage::default_codebook;
use landtag_annotator::model::edits::{exchange, tagging};
use landtag_annotator::model::text::{Quote, Span};
use landtag_annotator::model::{
    Asked, Before, Coder, CoderId, Coding, CodingKey, Decision, Drawn, Evidence, ExportFormat, Language,
    Outcome, OutcomeKind, Project, ProjectParts, Promise, QuestionId, QuestionRef, Round, RoundPlan, Until,
    UntilKind,
};
use landtag_annotator::ui::lang::codebook_labels;
use proptest::prelude::*;
use support::exported::exported_text;
use support::refi::{back, out, qde, read, without_aside};
use support::study::study;
use support::{fixture, now, paper, question, sample, session, tag};

#[test]
fn a_whole_study_comes_back_as_it_went_out() {
    let project = study();
    for language in [Language::German, Language::English] {
        let bytes = out(&project, language);
        let (again, left_out) = back(&bytes);
        assert_eq!(left_out, []);
        assert_eq!(again.codebook(), project.codebook());
        assert_eq!(again, project);
        assert_eq!(out(&again, language), bytes, "and goes out as the same bytes");
    }
}

#[test]
fn codings_come_back_from_what_the_standard_holds_alone() {
    let project = study();
    let (again, left_out) = back(&without_aside(&out(&project, Language::German)));
    assert_eq!(left_out, []);
    assert_eq!(again.codings().len(), project.codings().len());
    for ((key, coding), (there, before)) in again.codings().zip(project.codings()) {
        assert_eq!((key, coding), (there, before));
    }
    let tags = |project: &Project| project.codebook().tags.clone();
    assert_eq!(tags(&again), tags(&project));
    assert_eq!(again.codebook().facets, project.codebook().facets);
}

#[test]
fn a_project_of_another_program_is_one_step() {
    let project = study();
    let parts = read(&out(&project, Language::German)).expect("it reads").parts;
    let (mut begun, change) = exchange::begin(parts).expect("it fits together");
    assert_eq!(begun.document_count(), 0);
    let inverse = change.edit.apply(&mut begun).expect("it fits");
    assert_eq!(begun, project);
    inverse.apply(&mut begun).expect("it can be taken back");
    assert_eq!(begun.document_count(), 0);
}

#[test]
fn a_grown_project_keeps_its_names() {
    let guids = |bytes: &[u8]| -> BTreeSet<String> {
        qde(bytes).split(" guid=\"").skip(1).map(|rest| rest[..36].to_owned()).collect()
    };
    let document = sample();
    let id = document.id;
    let mut session = session(vec![document, paper(&fixture("hessen-invented.txt"))]);
    let before = guids(&out(session.project(), Language::German));
    let change = tagging::tag(session.project(), question(id, 3), Some(&tag("vague")), now()).expect("a tag");
    session.commit(change).expect("fits");
    let after = guids(&out(session.project(), Language::English));
    assert!(before.is_subset(&after), "{:?}", before.difference(&after));
    assert!(before.len() > 60, "{}", before.len());
}

#[test]
fn each_question_is_a_case_and_each_passage_keeps_its_question() {
    let project = study();
    let text = qde(&out(&project, Language::German));
    let questions: usize = project.documents().map(|document| document.outline.question_count()).sum();
    let cases = text.matches("<Case ").count();
    assert!(cases >= questions, "{cases} cases for {questions} questions");
    assert!(text.contains("origin=\"Landtag Annotator "));
    assert!(!text.contains('\r') && !text.starts_with('\u{feff}'));
    let sources: Vec<&str> = text
        .split("<TextSource ")
        .skip(1)
        .map(|rest| rest.split("name=\"").nth(1).expect("a name").split('"').next().expect("its end"))
        .collect();
    assert_eq!(sources.len(), project.document_count());
    assert!(sources.iter().all(|name| !name.contains('/')), "{sources:?}");
    for part in text.split("<Note ").skip(1) {
        assert!(part.contains("creationDateTime=") && part.contains("creatingUser="));
    }
}

fn random_coding() -> impl Strategy<Value = (u32, u32, u32, Coding)> {
    let codebook = default_codebook();
    let facets: Vec<_> = codebook.facets.iter().map(|facet| facet.id.clone()).collect();
    let tags = prop_oneof![Just(None), Just(Some("concrete")), Just(Some("vague")), Just(Some("deferred"))];
    let promise = prop::option::of((0..3_usize, "[ -~äöü]{1,20}", any::<bool>()));
    (
        (1..11_u32, 1..3_u32, 1..3_u32),
        tags,
        prop::sample::subsequence(facets, 0..4),
        prop::sample::subsequence(Asked::ALL.to_vec(), 0..3),
        prop::collection::vec((0..3000_usize, 1..200_usize), 0..4),
        "[ -~äöü\n𝄞]{0,30}",
        any::<bool>(),
        promise,
        0..100_000_i64,
    )
        .prop_map(
            |((question, coder, round), name, facets, asked, places, memo, later, promise, seconds)| {
                let document = sample();
                let text = document.body.as_str();
                let mut spans: Vec<Span> = places
                    .iter()
                    .map(|(start, length)| {
                        let start = text.ceil_char_boundary(*start);
                        let end = text.ceil_char_boundary((start + length).min(text.len()));
                        Span::new(start.min(end), end).trim(text)
                    })
                    .filter(|span| !span.is_empty())
                    .collect();
                spans.sort();
                spans.dedup();
                let evidence = spans
                    .iter()
                    .map(|span| Evidence { span: *span, quote: Quote::of(&document.body, *span) });
                let other = QuestionRef { document: document.id, question: QuestionId(2) };
                let promise = promise.map(|(kind, words, kept)| Promise {
                    until: Some(Until {
                        kind: [UntilKind::Date, UntilKind::Period, UntilKind::Condition][kind],
                        words: words.trim().to_owned(),
                    })
                    .filter(|until| !until.words.is_empty()),
                    due: kept.then(|| jiff::civil::date(2027, 1, 31)),
                    before: kept.then(|| Before { number: "21/7".to_owned(), question: Some(other) }),
                    outcome: (!kept).then(|| Outcome {
                        kind: OutcomeKind::Renewed,
                        by: Some(other),
                        on: Some(jiff::civil::date(2027, 2, 1)),
                        source: "https://example.org/a?b=1&c".to_owned(),
                    }),
                });
                let coding = Coding {
                    tag: name.map(tag),
                    facets,
                    asked,
                    evidence: evidence.collect(),
                    memo,
                    later,
                    promise,
                    ..Coding::empty(now() + jiff::SignedDuration::from_secs(seconds), "1.0")
                };
                (question, coder, round, coding)
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_coded_comes_back(codings in prop::collection::vec(random_coding(), 0..12)) {
        let document = sample();
        let id = document.id;
        let mut list = std::collections::BTreeMap::new();
        for (question, coder, round, coding) in codings {
            let key = CodingKey {
                document: id,
                question: QuestionId(question),
                coder: CoderId(coder),
                round: Round(round),
            };
            if !coding.says_nothing() && document.outline.question(key.question).is_some() {
                list.insert(key, Arc::new(coding));
            }
        }
        let coders = [(1, ""), (2, "Zweite & <Person>")];
        let coders = coders.map(|(id, name)| Coder::new(CoderId(id), name)).to_vec();
        let project = Project::from_parts(ProjectParts {
            name: "Zufall".to_owned(),
            codebook: default_codebook(),
            coders,
            documents: vec![Arc::new(document)],
            codings: list.into_iter().collect(),
            cues: None,
            ledger_day: None,
            filters: Vec::new(),
            rounds: Vec::new(),
            decisions: Vec::new(),
        })
        .expect("a sound project");
        let bytes = out(&project, Language::English);
        let (again, left_out) = back(&bytes);
        prop_assert_eq!(left_out, vec![]);
        prop_assert_eq!(&again, &project);
        let (bare, _) = back(&without_aside(&bytes));
        for ((key, coding), (there, before)) in bare.codings().zip(project.codings()) {
            prop_assert_eq!((key, coding), (there, before));
        }
        prop_assert_eq!(bare.codings().len(), project.codings().len());
    }
}

#[test]
fn keys_rounds_and_decisions_come_back() {
    let mut parts = study().to_parts();
    parts.coders[0].key = "k1".to_owned();
    let documents: Vec<_> = parts.documents.iter().map(|document| document.id).collect();
    let coders: Vec<CoderId> = parts.coders.iter().map(|coder| coder.id).collect();
    parts.rounds = vec![RoundPlan {
        round: Round(2),
        name: "Blindrunde".to_owned(),
        drawn: Some(Drawn { seed: 7, of: documents.len() }),
        documents: documents[..3].to_vec(),
        coders: coders.clone(),
        codebook: "1.0".to_owned(),
        blind: true,
        shuffled: true,
        seed: 9,
        handed_in: coders[..1].iter().copied().collect(),
        begun: now(),
    }];
    let question = parts.codings[0].0.question_ref();
    let decision = Decision {
        round: Round(1),
        tag: tag("vague"),
        facets: Vec::new(),
        reason: "Grenzfall 1".to_owned(),
        by: coders,
        at: now(),
        codebook: "1.0".to_owned(),
    };
    parts.decisions = vec![(question, decision)];
    let project = Project::from_parts(parts).expect("a sound study");
    let (again, left_out) = back(&out(&project, Language::German));
    assert_eq!(left_out, []);
    assert_eq!(again, project);
    assert_eq!((again.rounds().len(), again.decisions().len()), (1, 1));
}

#[test]
fn a_passage_that_was_lost_is_kept_with_its_words() {
    let project = study();
    let mut parts = project.to_parts();
    let (key, coding) = parts.codings.iter_mut().find(|(_, coding)| coding.evidence.len() == 2).expect("one");
    let key = *key;
    Arc::make_mut(coding).evidence[1].quote.exact = "Worte, die es nicht mehr gibt".to_owned();
    let before = (**coding).clone();
    let project = Project::from_parts(parts).expect("a lost passage is harmless");
    let bytes = out(&project, Language::German);
    assert!(qde(&bytes).contains("Worte, die es nicht mehr gibt"), "other programs see it as a variable");
    assert_eq!(back(&bytes).0.coding(key), Some(&before));
}

#[test]
fn a_codebook_comes_back_with_what_the_format_has_no_room_for() {
    let project = study();
    let labels = codebook_labels(Language::German);
    for language in [Language::German, Language::English] {
        let text = exported_text(&project, 0, ExportFormat::Qdc, "x", language);
        let (again, left_out) = qdc("x.qdc", text.as_bytes(), project.codebook(), labels).expect("it reads");
        assert_eq!(left_out, []);
        assert_eq!((&again.tags, &again.facets), (&project.codebook().tags, &project.codebook().facets));
    }
    let text = exported_text(&project, 0, ExportFormat::Qdc, "x", Language::German);
    let renamed = text.replace("name=\"vage\"", "name=\"schwammig\"");
    assert_ne!(text, renamed);
    let (again, _) = qdc("x.qdc", renamed.as_bytes(), project.codebook(), labels).expect("it reads");
    assert_eq!(again.tags[1].id, tag("vague"), "the same tag under another name");
    assert_eq!(again.tags[1].name.de, "schwammig");
}
