//! Reading aids: cue passages and places to read again, as laws and through the window.

mod support;

use egui::Key;
use egui_kittest::kittest::Queryable;
use jiff::Timestamp;
use landtag_annotator::files::storage::built_in_cues;
use landtag_annotator::model::analysis::{Reason, Why, cue_passages, may_see_cues, places_to_review};
use landtag_annotator::model::edits::{Edit, Session, cues, tagging};
use landtag_annotator::model::text::{Quote, Span};
use landtag_annotator::model::{
    Asked, Coding, CodingKey, Cue, CueKind, Document, Evidence, FacetId, Problem, Project,
};
use proptest::prelude::*;
use support::desk::{CTRL, Desk, SHIFT};
use support::{now, question, root, sample, session, tag};

fn cue(pattern: &str) -> Cue {
    Cue { id: "own-1".into(), kind: CueKind::Deferral, pattern: pattern.into(), example: String::new() }
}

fn later() -> Timestamp {
    now() + jiff::SignedDuration::from_hours(1)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_passage_stands_inside_one_answer(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "wird", "geprüft", "gepru\u{308}ft", "noch", "nicht", "Haus-\n", "halte", "Prü\u{ad}", "\u{ad}\n", "fung",
                "\n\n", "  ", "\u{a0}", "Nein.", "é", "ß", "-\n", "und", "„x“", "1. März 2026", "ẞ", "\u{301}", "🙂",
            ]),
            0..60,
        ),
        pattern in prop::sample::select(vec![r"\w+", r"noch\s+nicht", r"[^.]{0,9}", r"geprüft", r"\s\S", "(", "ß|é", "^.", ".$"]),
    ) {
        let answer = words.concat();
        let text = format!(
            "Kleine Anfrage\n\nFrage 1. Wird noch nicht geprüft?\nAntwort zu Frage 1\n{answer}\nFrage 2. Wann?\nAntwort zu Frage 2\nWird noch nicht geprüft."
        );
        let document = landtag_annotator::files::import::document("probe.txt", text.as_bytes()).expect("a text");
        let body = document.body.as_str();
        let answers: Vec<Span> = document.outline.groups.iter().flat_map(|group| group.answers.clone()).collect();
        let mut list = vec![cue(pattern)];
        list.extend_from_slice(&built_in_cues()[..20]);
        let found = cue_passages(&document, &list);
        for passage in &found {
            prop_assert!(passage.span.is_in(body) && !passage.span.is_empty());
            let inside = answers.iter().any(|answer| answer.start <= passage.span.start && passage.span.end <= answer.end);
            prop_assert!(inside, "{:?} of {answers:?}", passage.span);
            prop_assert!(!passage.kinds.is_empty());
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "in order, apart");
    }
}

#[test]
fn cues_are_seen_after_tagging() {
    let document = sample();
    let id = document.id;
    let group = document.outline.groups[1].clone();
    let mut session = session(vec![document.clone()]);
    let sees = |session: &Session| may_see_cues(session.seen(), &document, &group);
    assert_eq!(group.questions.len(), 2);
    for (nth, asked) in group.questions.iter().enumerate() {
        assert!(!sees(&session), "{nth} of 2 are tagged");
        let question = question(id, asked.id.0);
        let change = tagging::tag(session.project(), question, Some(&tag("vague")), now());
        session.commit(change.expect("a tag")).expect("it fits");
    }
    assert!(sees(&session));
    let first = question(id, group.questions[0].id.0);
    session.commit(tagging::tag(session.project(), first, None, now()).expect("no tag")).expect("it fits");
    assert!(!sees(&session), "a tag that is taken back hides them");
}

#[test]
fn the_list_of_cues_is_undone_and_kept_in_the_file() {
    let mut session = session(vec![sample()]);
    let draft = cues::CueDraft {
        kind: CueKind::Refusal,
        typed: "Nachtbus  Taxi".into(),
        is_pattern: false,
        example: String::new(),
    };
    let wish = cues::CueEdit::Add(draft.clone());
    let change = cues::change(session.project(), built_in_cues(), wish).expect("words are a cue");
    session.commit(change).expect("it fits");
    assert_eq!(session.project().cues().expect("a list").len(), built_in_cues().len() + 1);
    let text = landtag_annotator::files::storage::write_project(session.project());
    let read = landtag_annotator::files::storage::read_project("p.ron", &text).expect("what was written");
    assert_eq!(read.cues(), session.project().cues());
    assert_eq!(read.cues().expect("a list").last().expect("one").pattern, r"\bNachtbus\s+Taxi\b");
    session.undo();
    assert_eq!(session.project().cues(), None);
    let broken = cues::CueDraft { typed: "(".into(), is_pattern: true, ..draft };
    let refused = cues::change(session.project(), built_in_cues(), cues::CueEdit::Add(broken));
    assert!(matches!(refused, Err(Problem::PatternBroken { .. })));
}

/// A paper whose answers say what the name of each test is about.
fn case(answers: &[&str]) -> Document {
    let blocks = answers.iter().enumerate().map(|(nth, answer)| {
        let number = nth + 1;
        format!("Frage {number}. Was ist mit Sache {number}?\nAntwort zu Frage {number}\n{answer}\n\n")
    });
    let text = format!("Kleine Anfrage\n\n{}", blocks.collect::<String>());
    let document = landtag_annotator::files::import::document("probe.txt", text.as_bytes()).expect("a text");
    assert_eq!(document.outline.question_count(), answers.len());
    document
}

/// What is said of question 1 (2, 3 …) by these codings: `reason question`.
fn again(project: &Project) -> Vec<String> {
    let groups = places_to_review(project);
    let places = groups.iter().flat_map(|(reason, places)| {
        places.iter().map(move |place| format!("{reason:?} {}", place.question.question.0))
    });
    places.collect()
}

/// A project in which question n of the paper is coded as the nth function says.
fn coded(document: &Document, codings: &[fn(&mut Coding)]) -> Project {
    let mut project = session(vec![document.clone()]).project().clone();
    let version = project.codebook().version.clone();
    for (question, code) in document.outline.questions().zip(codings) {
        let reference = support::question(document.id, question.id.0);
        let mut coding = Coding::empty(now(), &version);
        code(&mut coding);
        let key: CodingKey = project.my_key(reference);
        Edit::PutCoding { key, coding: std::sync::Arc::new(coding) }.apply(&mut project).expect("it fits");
    }
    project
}

fn quoted(coding: &mut Coding, words: &str) {
    let quote = Quote { exact: words.to_owned(), prefix: String::new(), suffix: String::new() };
    coding.evidence.push(Evidence { span: Span::new(0, 0), quote });
}

fn without(reasons: &[&str], found: Vec<String>) -> Vec<String> {
    found.into_iter().filter(|line| !reasons.iter().any(|reason| line.starts_with(reason))).collect()
}

#[test]
fn given_answers_are_asked_for_a_fact() {
    let document =
        case(&["Es sind zwölf.", "Das ist von großer Bedeutung.", "Das Thema ist wichtig. Es sind 12."]);
    let project = coded(
        &document,
        &[
            |coding| coding.tag = Some(tag("concrete")),
            |coding| coding.tag = Some(tag("concrete")),
            |coding| {
                coding.tag = Some(tag("concrete"));
                quoted(coding, "Das Thema ist wichtig.");
            },
        ],
    );
    // Without evidence the answer counts, with it the evidence.
    let found = without(&["Lost"], again(&project));
    assert_eq!(found, ["GivenWithoutFact 2", "GivenWithoutFact 3", "NoEvidence 1", "NoEvidence 2"]);
}

#[test]
fn put_off_answers_are_asked_for_their_date_and_facets_for_their_tag() {
    let document = case(&["Bis Ende 2031.", "Das wird geprüft.", "Das gibt es noch nicht."]);
    let project = coded(
        &document,
        &[
            |coding| {
                coding.tag = Some(tag("deferred"));
                quoted(coding, "Bis Ende 2031.");
            },
            |coding| {
                coding.tag = Some(tag("deferred"));
                coding.facets = vec![FacetId("none_yet".into())];
                quoted(coding, "Das wird geprüft.");
            },
            |coding| {
                coding.tag = Some(tag("vague"));
                coding.facets = vec![FacetId("none_yet".into())];
                quoted(coding, "Das gibt es noch nicht.");
            },
        ],
    );
    let found = without(&["Lost"], again(&project));
    // „noch keine“ is none of the facets that vague asks for.
    assert_eq!(found, ["PutOffWithDate 1", "NoneYetNotPutOff 3", "NoFacet 3"]);
}

#[test]
fn later_lost_old_and_what_is_not_said_stand_in_their_groups() {
    let document = case(&["Nein.", "Nein.", "Nein."]);
    let project = coded(
        &document,
        &[
            |coding| {
                coding.tag = Some(tag("concrete"));
                coding.asked = vec![Asked::YesNo];
                coding.codebook = "0.9".into();
                quoted(coding, "Nein, das stand nie da.");
            },
            |coding| {
                coding.tag = Some(tag("concrete"));
                let span = Span::new(0, 0);
                coding.evidence.push(Evidence {
                    span,
                    quote: Quote { exact: String::new(), prefix: String::new(), suffix: String::new() },
                });
            },
            |coding| coding.later = true,
        ],
    );
    let found = without(&["GivenWithoutFact"], again(&project));
    assert_eq!(found, ["LostEvidence 1", "AskedMissing 2", "OlderCodebook 1", "Later 3"]);
    let groups = places_to_review(&project);
    let old = groups.iter().find(|(reason, _)| *reason == Reason::OlderCodebook).expect("a group");
    assert_eq!(old.1[0].why, Why::Version("0.9".into()));
}

#[test]
fn questions_of_one_answer_that_ask_for_the_same_are_compared() {
    let mut session = session(vec![sample()]);
    let document = session.project().documents().next().expect("the sample").clone();
    let [one, two] = [1, 2].map(|number| question(document.id, number));
    for (reference, name) in [(one, "concrete"), (two, "vague")] {
        let project = session.project();
        let tagged = tagging::tag(project, reference, Some(&tag(name)), now()).expect("a tag");
        session.commit(tagged).expect("it fits");
        let asked = tagging::toggle_asked(session.project(), reference, Asked::Date, later()).expect("asked");
        session.commit(asked).expect("it fits");
    }
    let twins = |session: &Session| {
        without(&["No", "Given"], again(session.project())).into_iter().collect::<Vec<_>>()
    };
    assert_eq!(twins(&session), ["TwinsDiffer 1", "TwinsDiffer 2"]);
    let other = tagging::toggle_asked(session.project(), two, Asked::Name, later()).expect("asked");
    session.commit(other).expect("it fits");
    assert!(twins(&session).is_empty(), "they ask for different things");
}

#[test]
fn other_codebooks_are_read_by_what_their_tags_mean() {
    let mut project =
        coded(&case(&["Das ist von großer Bedeutung."]), &[|coding| coding.tag = Some(tag("concrete"))]);
    assert!(again(&project).contains(&"GivenWithoutFact 1".to_owned()));
    let mut codebook = project.codebook().clone();
    codebook.facets.clear();
    for tag in &mut codebook.tags {
        tag.means = landtag_annotator::model::Meaning::Other;
        tag.facets.clear();
        tag.needs_facet = false;
    }
    Edit::PutCodebook { codebook: Box::new(codebook) }.apply(&mut project).expect("no facet is in use");
    assert_eq!(again(&project), ["NoEvidence 1"]);
}

#[test]
fn t_shows_cues_in_tagged_answers_only() {
    let mut desk = Desk::with(vec![root().join("assets/sample/kleine-anfrage-hessen-muster.txt")]);
    desk.key(Key::T);
    assert!(desk.shows("In dieser Antwort erscheinen sie nach der Einstufung."));
    assert!(desk.shows("Signalwörter: in dieser Antwort erst nach der Einstufung"));
    // The answer comes into view.
    for _ in 0..8 {
        desk.key(Key::ArrowDown);
    }
    assert!(!desk.shows("Signalwort:"), "nothing is marked before the tag");
    desk.press(SHIFT, Key::Num3);
    assert!(desk.shows("Signalwörter: Stellen zum Nachlesen, kein Vorschlag"));
    let place = desk.harness.get_by_label("Signalwort: Aufschub: zum jetzigen Zeitpunkt").rect();
    assert!(desk.harness.query_by_label("Signalwort: Aufschub").is_none());
    desk.harness.hover_at(place.center());
    for _ in 0..40 {
        desk.harness.step();
    }
    assert!(desk.harness.query_by_label("Signalwort: Aufschub").is_some(), "the pointer tells the kind");
    assert_eq!(desk.tags(), "3333------", "cues tag nothing");
    desk.key(Key::T);
    assert!(!desk.shows("Signalwort:") && desk.shows("Signalwörter ausgeblendet"));
}

#[test]
fn the_list_is_changed_in_its_overlay() {
    let mut desk = Desk::with(vec![root().join("assets/sample/kleine-anfrage-hessen-muster.txt")]);
    desk.press(SHIFT, Key::F1).click("Signalwörter: Liste ansehen und ändern");
    assert!(desk.shows("123 von 123 an"));
    desk.check("Aufschub, Der neue Fahrplan wird gemeinsam mit den Kreisen erarbeitet.");
    assert_eq!(desk.project().cues().expect("changed").len(), 122);
    desk.check("Aufschub, Der neue Fahrplan wird gemeinsam mit den Kreisen erarbeitet.");
    assert_eq!(desk.project().cues(), None, "on again it is the program's own list");
    desk.fill("Wörter oder Ausdruck", "mit Augenmaß");
    assert!(desk.shows("124 von 124 an"));
    let own = desk.project().cues().expect("changed").last().expect("one").clone();
    assert_eq!((own.id.as_str(), own.pattern.as_str()), ("own-1", r"\bmit\s+Augenmaß\b"));
    desk.click("Regulärer Ausdruck").fill("Wörter oder Ausdruck", "(mit");
    assert!(desk.shows("eine runde Klammer wird nicht geschlossen"));
    assert_eq!(desk.project().cues().expect("changed").len(), 124);
    desk.click("Zurück zur mitgelieferten Liste");
    assert_eq!(desk.project().cues(), None);
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.project().cues().expect("undone").len(), 124);
}

#[test]
fn own_words_are_changed_and_deleted() {
    let mut desk = Desk::with(vec![root().join("assets/sample/kleine-anfrage-hessen-muster.txt")]);
    desk.press(CTRL, Key::K).type_text("Signalwörter: Liste").key(Key::Enter);
    desk.click("Zuständigkeit").fill("Wörter oder Ausdruck", "anderswo");
    desk.click("Ändern: anderswo").fill("Wörter oder Ausdruck", "anderen Orts");
    let own = desk.project().cues().expect("changed").last().expect("one").clone();
    assert_eq!((own.kind, own.example.as_str()), (CueKind::OtherRemit, "anderen Orts"));
    desk.click("Löschen: anderen Orts");
    assert_eq!(desk.project().cues(), None);
}

#[test]
fn places_to_read_again_lead_to_their_question() {
    let mut desk = Desk::with(vec![root().join("assets/sample/kleine-anfrage-hessen-muster.txt")]);
    desk.press(CTRL, Key::Num6);
    assert!(desk.shows("Nichts nachzulesen."));
    desk.press(CTRL, Key::Num1).key(Key::ArrowRight).key(Key::Num2).press(CTRL, Key::Num6);
    assert!(desk.shows("Bei 1 Frage fehlt das Merkmal, das vage verlangt"));
    assert!(desk.shows("1 Einstufung ohne Beleg"));
    desk.key(Key::Num1);
    assert_eq!(desk.tags(), "-2--------", "no key tags what is not seen");
    desk.press(CTRL, Key::Num1).key(Key::ArrowRight).press(CTRL, Key::Num6).key(Key::ArrowDown);
    assert!(desk.shows("1 Einstufung ohne Beleg"), "arrows stay in the view");
    desk.key(Key::Enter);
    assert!(desk.shows("Frage 2, in Arbeit"), "Enter goes there");
}
