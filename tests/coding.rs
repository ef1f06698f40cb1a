//! What is said of a question beside its tag: evidence, facets, what was asked for, by keys and clicks.

mod support;

use std::path::PathBuf;

use egui::Key;
use landtag_annotator::app::Answer;
use landtag_annotator::files::storage;
use landtag_annotator::model::edits::{evidence, reread, tagging};
use landtag_annotator::model::text::Span;
use landtag_annotator::model::{Asked, FacetId, Finding, Language, Problem};
use support::desk::{ALT, CTRL, Desk};
use support::{now, question, root, sample, session, tag};

fn sample_path() -> PathBuf {
    root().join("assets/sample/kleine-anfrage-hessen-muster.txt")
}

fn quotes(desk: &Desk, number: u32) -> Vec<String> {
    let evidence = desk.coding(number).map(|coding| coding.evidence.clone()).unwrap_or_default();
    evidence.into_iter().map(|evidence| evidence.quote.exact).collect()
}

#[test]
fn a_facet_takes_two_keys_and_one_click() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num2);
    assert!(desk.shows("vage braucht ein Merkmal: Warum?"), "said quietly");
    desk.key(Key::F).key(Key::Num1);
    let facets = |desk: &Desk| {
        let coding = desk.coding(1).expect("tagged");
        coding.facets.iter().map(|facet| facet.0.clone()).collect::<Vec<_>>()
    };
    assert_eq!(facets(&desk), ["general"]);
    assert_eq!(desk.tags(), "2---------", "the digit meant the facet");
    assert!(!desk.shows("vage braucht ein Merkmal"));
    desk.key(Key::Num3);
    assert_eq!(desk.tags(), "3---------", "one digit only");
    desk.press(CTRL, Key::Z).click("nicht bekannt");
    assert_eq!(facets(&desk), ["general", "not_known"]);
    desk.click("allgemein");
    assert_eq!(facets(&desk), ["not_known"]);
    desk.key(Key::F).key(Key::Escape).key(Key::Num1);
    assert_eq!(desk.tags(), "1---------", "Esc takes the F back");
    desk.key(Key::F).key(Key::ArrowRight).key(Key::Num2);
    assert_eq!(desk.tags(), "12--------", "so does another question");
}

#[test]
fn what_is_asked_for_is_said_by_key_and_by_click() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::G).key(Key::Num1);
    let asked = |desk: &Desk| desk.coding(1).map(|coding| coding.asked.clone()).unwrap_or_default();
    assert_eq!(asked(&desk), [Asked::Date]);
    desk.key(Key::G).click("Name, Stelle");
    assert_eq!(asked(&desk), [Asked::Date, Asked::Name]);
    desk.click("Datum");
    assert_eq!(asked(&desk), [Asked::Name]);
    desk.press(CTRL, Key::Z).press(CTRL, Key::Z).press(CTRL, Key::Z);
    assert!(desk.coding(1).is_none(), "all of it can be taken back");
}

#[test]
fn a_passage_is_chosen_moved_and_removed_by_keys() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num3).key(Key::Period).key(Key::B);
    let whole = quotes(&desk, 1).remove(0);
    desk.click(&format!("Beleg: {whole}"));
    assert!(desk.window().position().evidence.is_some());
    desk.press(ALT, Key::ArrowLeft).press(ALT, Key::ArrowLeft);
    let shorter = quotes(&desk, 1).remove(0);
    assert!(whole.starts_with(&shorter) && shorter.len() < whole.len(), "{shorter}");
    desk.press(ALT | egui::Modifiers::SHIFT, Key::ArrowRight);
    let moved = quotes(&desk, 1).remove(0);
    assert!(shorter.ends_with(&moved) && moved.len() < shorter.len(), "{moved}");
    desk.press(CTRL, Key::Z);
    assert_eq!(quotes(&desk, 1), std::slice::from_ref(&whole), "pushed in one go is one step");
    desk.press(CTRL, Key::Y).key(Key::Delete);
    assert!(quotes(&desk, 1).is_empty());
    desk.press(CTRL, Key::Z);
    assert_eq!(quotes(&desk, 1), [moved]);
}

/// A click on a passage chooses it; another click the next one that lies there.
#[test]
fn passages_that_lie_in_one_another_are_reached_one_after_the_other() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num3).key(Key::Period).key(Key::B);
    let answer = desk.document().outline.groups[0].answers[0];
    let word = Span::new(answer.start, answer.start + 3);
    let at = question(desk.document().id, 2);
    let change = evidence::add_to_all(desk.project(), &[at], word, now()).expect("evidence");
    desk.commit(change);
    let place = desk.place_of(answer.start + 1);
    desk.click_at(place);
    let first = desk.window().position().evidence.expect("chosen");
    desk.click_at(place);
    let second = desk.window().position().evidence.expect("chosen");
    assert_ne!(first, second);
    desk.click_at(place);
    assert_eq!(desk.window().position().evidence, Some(first), "around");
    desk.key(Key::Escape);
    assert!(desk.window().position().evidence.is_none());
}

#[test]
fn a_text_read_again_keeps_its_codings_and_shows_what_is_lost() {
    let old = sample();
    let (id, answer) = (old.id, old.outline.groups[0].answers[0]);
    let text = old.body.as_str().to_owned();
    let mut session = session(vec![old]);
    let kept = Span::new(answer.start, answer.start + 40);
    let sentence = text[kept.end..answer.end].find(". ").map(|at| kept.end + at + 2).expect("a sentence");
    let lost = Span::new(sentence, sentence + 24);
    for change in [
        tagging::tag(session.project(), question(id, 1), Some(&tag("deferred")), now()),
        evidence::add_to_all(session.project(), &[question(id, 1)], kept, now()),
    ] {
        session.commit(change.expect("a change")).expect("fits");
    }
    let change = evidence::add_to_all(session.project(), &[question(id, 1)], lost, now());
    session.commit(change.expect("a change")).expect("fits");
    let tagged = tagging::tag(session.project(), question(id, 1), Some(&tag("deferred")), now());
    session.commit(tagged.expect("a tag")).expect("fits");

    // The other reading breaks its lines elsewhere and has one word recognised otherwise.
    let mut other = text.clone();
    other.replace_range(lost.start..lost.end, "ganz andere Worte");
    let other = format!("Vorblatt\n\n{}", other.replace(" der ", "\nder "));
    let new = landtag_annotator::files::import::document("neu.txt", other.as_bytes()).expect("reads");
    let new_id = new.id;
    let (change, carried) = reread::read_again(session.project(), id, new, now()).expect("fits");
    assert_eq!((carried.found, carried.lost), (1, 1));
    let before = session.project().clone();
    session.commit(change).expect("fits");
    let project = session.project();
    assert!(project.document(id).is_none());
    let coding = project.my_coding(question(new_id, 1)).expect("carried over");
    assert_eq!(coding.tag, Some(tag("deferred")));
    let body = &project.document(new_id).expect("there").body;
    let places: Vec<bool> = coding.evidence.iter().map(|evidence| evidence.is_in_place(body)).collect();
    assert_eq!(places.iter().filter(|there| **there).count(), 1);
    assert_eq!(coding.evidence.len(), 2, "what is lost is not dropped");
    assert_eq!(project.findings().iter().filter(|finding| finding.is_harmless()).count(), 1);
    session.undo();
    assert_eq!(session.project(), &before, "one step back");
}

#[test]
fn the_new_text_is_asked_for_and_taken_in_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let new = folder.path().join("neu.txt");
    let text = std::fs::read_to_string(sample_path()).expect("the sample");
    std::fs::write(&new, text.replace(" der ", "\nder ")).expect("written");
    let same = folder.path().join("gleich.txt");
    std::fs::write(&same, text).expect("written");
    let answers = vec![Answer::Chosen(vec![same]), Answer::Chosen(vec![new])];
    let mut desk = Desk::new([1440.0, 900.0], Language::German, vec![sample_path()], answers);
    desk.key(Key::Num3).key(Key::Period).key(Key::B);
    let before = desk.document().id;
    let again = |desk: &mut Desk| {
        desk.press(CTRL, Key::K).type_text("neu einlesen").key(Key::Enter);
    };
    again(&mut desk);
    assert!(desk.shows("Der Text ist derselbe"));
    assert_eq!(desk.document().id, before);
    again(&mut desk);
    assert!(desk.shows("Neu eingelesen, alle Belege wiedergefunden (1)"));
    assert_ne!(desk.document().id, before);
    assert_eq!(desk.tags(), "3---------");
    desk.press(CTRL, Key::Z);
    assert_eq!((desk.document().id, desk.tags().as_str()), (before, "3---------"));
}

#[test]
fn a_text_without_a_coded_question_is_refused() {
    let old = sample();
    let id = old.id;
    let text = old.body.as_str().replace("Frage 10 ", "Frage 11 ");
    let mut session = session(vec![old]);
    let change = tagging::tag(session.project(), question(id, 10), Some(&tag("concrete")), now());
    session.commit(change.expect("a tag")).expect("fits");
    let new = landtag_annotator::files::import::document("neu.txt", text.as_bytes()).expect("reads");
    let refused = reread::read_again(session.project(), id, new, now());
    assert_eq!(refused.err(), Some(Problem::QuestionHasCoding { label: "10".to_owned() }));
}

/// A project file that was changed by hand: both changes are found, and the passage is shown as lost and found again by its words.
#[test]
fn a_lost_passage_is_found_again_by_its_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let mut desk = Desk::new(
        [1440.0, 900.0],
        Language::German,
        vec![sample_path()],
        vec![Answer::Chosen(vec![path.clone()])],
    );
    desk.key(Key::Num3).key(Key::Period).key(Key::B).press(CTRL, Key::S);
    let words = quotes(&desk, 1).remove(0);
    drop(desk);
    let text = std::fs::read_to_string(&path).expect("saved");
    // A letter of the paper, and the place of the passage.
    let changed = text.replacen("HESSISCHER", "HESSISCHEN", 1);
    let place = changed.find("span: (").expect("a passage") + "span: (".len();
    let number = &changed[place..place + changed[place..].find(',').expect("a number")];
    let wrong = number.parse::<usize>().expect("a number") - 4;
    let changed = changed.replacen(&format!("span: ({number},"), &format!("span: ({wrong},"), 1);
    std::fs::write(&path, changed).expect("written");
    let findings = storage::check(&path).expect("reads");
    let changed = findings.iter().any(|finding| matches!(finding, Finding::TextChanged { .. }));
    let lost = findings.iter().any(|finding| matches!(finding, Finding::QuoteLost { .. }));
    assert!(changed && lost, "{findings:?}");

    let mut desk = Desk::with(vec![path]);
    assert!(desk.shows("Nicht mehr zu finden"));
    desk.click("Im Text suchen");
    assert!(!desk.shows("Nicht mehr zu finden"));
    assert_eq!(quotes(&desk, 1), [words]);
    let facet = FacetId("none_yet".to_owned());
    let change = tagging::toggle_facet(desk.project(), question(desk.document().id, 1), &facet, now());
    desk.commit(change.expect("a facet"));
}
