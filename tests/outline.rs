//! Correcting the outline through the real window: by keys, by names, by the mouse.

mod support;

use egui::{Key, Vec2};
use egui_kittest::kittest::Queryable;
use landtag_annotator::model::{Language, QuestionRef};
use support::desk::{ALT, CTRL, Desk, SHIFT};
use support::{fixture, root};

fn sample() -> Desk {
    Desk::with(vec![root().join("assets/sample/kleine-anfrage-hessen-muster.txt")])
}

fn with(paper: &str) -> Desk {
    Desk::with(vec![fixture("papers").join(paper)])
}

/// The outline in one line: `1+2+3+4 5+6 7`, with `-` where there is no answer.
fn shape(desk: &Desk) -> String {
    let groups = desk.document().outline.groups.iter().map(|group| {
        let labels: Vec<&str> = group.questions.iter().map(|question| question.label.as_str()).collect();
        labels.join("+") + if group.answers.is_empty() { "-" } else { "" }
    });
    groups.collect::<Vec<_>>().join(" ")
}

fn words_of(desk: &Desk, label: &str) -> String {
    let document = desk.document();
    let question =
        document.outline.questions().find(|question| question.label == label).expect("the question");
    document.body.line_at(question.text)
}

#[test]
fn f4_opens_the_outline_and_esc_leaves_it_one_step_at_a_time() {
    let mut desk = sample();
    assert!(!desk.shows("Gliederung bestätigen"));
    desk.key(Key::F4);
    assert!(desk.shows("Gliederung bestätigen") && desk.shows("10 Fragen in 5 Antworten"));
    assert!(desk.shows("Antwort 1–4"), "every part has its name");
    desk.key(Key::Period);
    assert!(desk.shows("Antwort zu 1"), "what selected words can be made");
    desk.key(Key::Escape);
    assert!(!desk.shows("Antwort zu 1") && desk.shows("Gliederung bestätigen"));
    desk.key(Key::Escape);
    assert!(!desk.shows("Gliederung bestätigen"));
    assert!(desk.shows("Frage 1, in Arbeit"), "the position stayed");
    desk.key(Key::F4).key(Key::F4);
    assert!(!desk.shows("Gliederung bestätigen"));
}

#[test]
fn digits_rate_nothing_while_the_outline_is_corrected() {
    let mut desk = sample();
    desk.key(Key::F4).key(Key::Num3).key(Key::S).key(Key::B);
    assert_eq!(desk.project().codings().len(), 0);
    desk.key(Key::F4).key(Key::Num3);
    assert_eq!(desk.project().codings().len(), 1);
}

#[test]
fn a_question_is_split_and_joined_and_renumbered() {
    let mut desk = sample();
    let before = desk.document().outline.clone();
    desk.key(Key::F4).key(Key::Enter);
    assert_eq!(desk.document().outline, before, "without a caret there is no place to split");
    assert!(desk.shows("Mit C einen Cursor"));
    desk.key(Key::C);
    let ctrl = egui::Modifiers { ctrl: true, command: true, ..egui::Modifiers::NONE };
    for _ in 0..4 {
        desk.press(ctrl, Key::ArrowRight);
    }
    desk.key(Key::Enter);
    assert_eq!(shape(&desk), "1+1a+2+3+4 5+6 7 8+9 10");
    assert_eq!(words_of(&desk, "1"), "Wie viele Nachtbuslinien wurden");
    assert!(desk.shows("Geteilt, neu: Frage 1a"));
    // The new one is chosen: its number can be typed at once.
    desk.key(Key::F2).type_text("1.2").key(Key::Enter);
    assert_eq!(shape(&desk), "1+1.2+2+3+4 5+6 7 8+9 10");
    desk.key(Key::Backspace);
    assert_eq!(shape(&desk), "1+2+3+4 5+6 7 8+9 10");
    for _ in 0..3 {
        desk.press(CTRL, Key::Z);
    }
    assert_eq!(desk.document().outline, before);
    desk.press(CTRL, Key::Y);
    assert_eq!(shape(&desk), "1+1a+2+3+4 5+6 7 8+9 10");
}

#[test]
fn a_number_that_is_taken_is_refused_and_the_field_says_so() {
    let mut desk = sample();
    desk.key(Key::F4).key(Key::F2).type_text("3").key(Key::Enter);
    assert_eq!(shape(&desk), "1+2+3+4 5+6 7 8+9 10");
    assert!(desk.shows("Nummer 3"), "the problem is shown");
}

#[test]
fn an_answer_answers_other_questions() {
    let mut desk = sample();
    desk.key(Key::F4).click_row("Antwort 5–6,");
    desk.check("Frage 7");
    assert_eq!(shape(&desk), "1+2+3+4 5+6+7 8+9 10", "its own answer comes with it");
    assert!(desk.shows("Frage 7 der Antwort zugeordnet"));
    desk.check("Frage 5");
    assert_eq!(shape(&desk), "1+2+3+4 5- 6+7 8+9 10");
    desk.press(CTRL, Key::Z).press(CTRL, Key::Z);
    assert_eq!(shape(&desk), "1+2+3+4 5+6 7 8+9 10");
}

#[test]
fn selected_words_become_what_the_key_says() {
    let mut desk = sample();
    // The first sentence of the chosen part.
    desk.key(Key::F4).click_row("Antwort 1–4,").key(Key::Period).key(Key::R);
    let document = desk.document();
    let rest = document.outline.groups[0].answers[0];
    assert!(document.body.at(rest).starts_with("Bewilligt wurden"), "the sentence is no answer any more");
    desk.key(Key::A);
    assert_eq!(shape(&desk), "1+2+3+4 5+6 7 8+9 10");
    let document = desk.document();
    assert!(document.body.at(document.outline.groups[0].answers[0]).starts_with("Aus dem Programm"));
    desk.key(Key::Period).key(Key::Q);
    assert!(shape(&desk).starts_with("1+2+3+4"), "{}", shape(&desk));
    assert_eq!(desk.document().outline.question_count(), 11);
    desk.press(CTRL, Key::Z).key(Key::H);
    let document = desk.document();
    let joint = document.outline.groups[0].joint.expect("a note");
    assert!(
        document.body.at(joint).starts_with("Aus dem Programm")
            || document.body.at(joint).starts_with("Bewilligt")
    );
    desk.press(CTRL, Key::Z);
    // The chosen part without a selection: the preamble becomes the government's.
    desk.click_row("Kopf und Vorbemerkung,").key(Key::ArrowDown);
    desk.press(SHIFT, Key::V);
    assert!(desk.shows("der Regierung"));
}

#[test]
fn a_border_moves_by_sentences_and_words_and_codings_stay() {
    let mut desk = sample();
    desk.key(Key::Num3).key(Key::F4).click_row("Antwort 1–4,");
    let start = |desk: &Desk| desk.document().outline.groups[0].answers[0].start;
    let first = start(&desk);
    desk.press(ALT, Key::ArrowDown);
    let second = start(&desk);
    assert!(desk.document().body.as_str()[second..].starts_with("Bewilligt"));
    desk.press(ALT | SHIFT, Key::ArrowUp);
    assert!(desk.document().body.as_str()[start(&desk)..].starts_with("gefördert. Bewilligt"));
    desk.press(ALT, Key::ArrowUp);
    assert_eq!(start(&desk), first);
    let document = desk.document();
    let question =
        QuestionRef { document: document.id, question: document.outline.groups[0].questions[0].id };
    assert!(desk.project().my_coding(question).is_some());
}

#[test]
fn a_border_is_dragged_to_where_a_sentence_begins() {
    let mut desk = sample();
    desk.key(Key::F4).click_row("Antwort 1–4,");
    let rect = desk.harness.get_by_label("Grenze über Antwort 1–4").rect();
    let words = desk.harness.get_by_label_contains("Zur Zahl der Fahrgäste").rect();
    desk.harness.drag_at(rect.center());
    desk.harness.step();
    desk.harness.hover_at(rect.center() + Vec2::new(0.0, 30.0));
    desk.harness.step();
    desk.harness.hover_at(words.left_top() + Vec2::new(3.0, 12.0));
    desk.harness.step();
    desk.harness.step();
    desk.harness.drop_at(words.left_top() + Vec2::new(3.0, 12.0));
    desk.harness.run();
    let document = desk.document();
    let answer = document.outline.groups[0].answers[0];
    assert!(
        document.body.at(answer).starts_with("Zur Zahl der Fahrgäste"),
        "{}",
        document.body.line_at(answer)
    );
    assert!(desk.shows("Grenze verschoben"));
}

#[test]
fn a_doubt_is_visited_and_settled() {
    let mut desk = with("bundestag-umschulung.txt");
    desk.key(Key::P);
    assert!(desk.shows("Prüfen: Frage 4 fehlt in der Zählung"), "a sign while reading");
    desk.key(Key::F4).key(Key::P);
    assert!(desk.shows("1 Stelle zu prüfen"));
    desk.click("Stimmt so");
    assert!(desk.document().outline.doubts.is_empty());
    assert!(desk.shows("Prüfstelle erledigt"));
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.document().outline.doubts.len(), 1);
    // By keys alone: P brings the keyboard to the answers.
    desk.key(Key::P).key(Key::Space);
    assert!(desk.document().outline.doubts.is_empty());
    desk.key(Key::P);
    assert!(desk.shows("Keine Stelle zu prüfen"));
}

#[test]
fn a_torn_paragraph_is_kept_apart() {
    let mut desk = with("bremen-stadtbibliothek.txt");
    let torn = desk.document().outline.torn.len();
    desk.key(Key::P).click("Prüfen: Gehört das zusammen? Vor der Leerstelle fehlt das Satzende.");
    assert!(desk.shows("Gliederung bestätigen"), "the sign leads into the outline");
    desk.click("Getrennt lassen");
    assert_eq!(desk.document().outline.torn.len(), torn - 1);
    assert!(desk.document().outline.doubts.is_empty());
}

#[test]
fn an_answer_that_was_not_found_is_given_the_next_one() {
    let mut desk = with("mv-lehrerausbildung-zu-a.txt");
    let before = shape(&desk);
    assert!(before.contains("2-"), "{before}");
    desk.key(Key::F4).key(Key::P).click("Zur nächsten Antwort");
    assert!(!shape(&desk).contains('-'), "{}", shape(&desk));
    assert!(desk.document().outline.doubts.is_empty());
}

#[test]
fn confirming_is_one_step_and_goes_back_to_reading() {
    let mut desk = with("bundestag-umschulung.txt");
    desk.key(Key::F4).click("Gliederung bestätigen");
    assert!(!desk.shows("Gliederung bestätigen") && desk.document().outline.doubts.is_empty());
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.document().outline.doubts.len(), 1);
}

#[test]
fn a_paper_of_no_known_form_is_cut_by_hand() {
    let mut desk = Desk::with(vec![fixture("unknown-form.txt")]);
    desk.click("Von Hand gliedern");
    assert!(desk.shows("Text ohne Gliederung"));
    let words = "Warum macht man es nicht wieder so?";
    let text = desk.document().body.as_str().to_owned();
    let sentences = text[..text.find(words).expect("it is there")].matches(['.', '?', '!']).count();
    for _ in 0..sentences + 8 {
        desk.key(Key::Period);
        if desk.shows("Frage 1:") {
            break;
        }
    }
    desk.key(Key::Q);
    assert_eq!(desk.document().outline.question_count(), 1);
    assert!(desk.document().outline.is_segmented());
    // What follows is its answer.
    desk.key(Key::ArrowDown).key(Key::A);
    assert_eq!(shape(&desk), "1");
    desk.key(Key::F4).key(Key::Num2);
    assert_eq!(desk.project().codings().len(), 1);
}

#[test]
fn the_head_is_mended_in_fields() {
    let mut desk = sample();
    desk.key(Key::F4);
    desk.fill("Drucksache", "21/4711");
    assert_eq!(desk.document().head.number.as_deref(), Some("21/4711"));
    desk.fill("Gefragt am", "3. April 2026");
    assert_eq!(desk.document().head.asked, Some(jiff::civil::Date::constant(2026, 4, 3)));
    desk.fill("Gefragt am", "bald");
    assert_eq!(desk.document().head.asked, Some(jiff::civil::Date::constant(2026, 4, 3)));
    assert!(desk.shows("bald"), "the problem is shown");
    desk.press(CTRL, Key::Z).press(CTRL, Key::Z);
    assert_eq!(desk.document().head.number, None);
}

#[test]
fn cutting_again_keeps_what_was_corrected() {
    let mut desk = sample();
    desk.key(Key::F4).key(Key::F2).type_text("1 a").key(Key::Enter);
    desk.press(CTRL, Key::K).type_text("Neu gliedern").key(Key::Enter);
    assert!(shape(&desk).starts_with("1 a+2+3+4"), "{}", shape(&desk));
}

#[test]
fn the_view_stays_where_it_is() {
    let mut desk = sample();
    desk.key(Key::F4).click_row("Antwort 5–6,");
    let there = |desk: &Desk| desk.harness.get_by_label("Grenze über Antwort 5–6").rect().top();
    let before = there(&desk);
    desk.press(ALT, Key::ArrowDown);
    desk.press(CTRL, Key::Z);
    assert!((there(&desk) - before).abs() < 1.5, "{before} {}", there(&desk));
}

#[test]
fn a_small_window_cuts_nothing_off() {
    let paths = vec![root().join("assets/sample/kleine-anfrage-hessen-muster.txt")];
    let mut desk = Desk::new([1000.0, 640.0], Language::English, paths, Vec::new());
    desk.key(Key::F4);
    for name in ["Split (Enter)", "Join (⌫)", "Renumber (F2)", "Next to check", "Confirm outline"] {
        let rect = desk.harness.get_by_label(name).rect();
        assert!(rect.right() <= 1000.0 && rect.bottom() <= 640.0, "{name}: {rect:?}");
    }
    let number = desk.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Number").rect();
    assert!(number.bottom() <= 584.0, "the chosen part is in view: {number:?}");
}
