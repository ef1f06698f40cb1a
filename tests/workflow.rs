//! The main job through the real panes, by keys, by names and by clicks; no display needed.

mod support;

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::Queryable;
use landtag_annotator::app::Answer;
use landtag_annotator::files::storage;
use landtag_annotator::model::Language;
use support::desk::{CTRL, Desk, SHIFT};
use support::{fixture, root};

fn sample_path() -> PathBuf {
    root().join("assets/sample/kleine-anfrage-hessen-muster.txt")
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn the_sample_opens_from_the_welcome_screen() {
    let mut desk = Desk::with(Vec::new());
    assert!(desk.shows("Mit dem Beispiel beginnen") || desk.shows("Beispiel öffnen"));
    desk.click("Beispiel öffnen");
    assert_eq!(desk.tags(), "----------");
    assert!(desk.shows("Frage 1:"));
    assert!(!desk.window().is_dirty(), "looking at the sample is no work to lose");
}

#[test]
fn digits_tag_and_stay_arrows_move() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num3);
    assert_eq!(desk.tags(), "3---------");
    desk.key(Key::Num3).key(Key::Num2);
    assert_eq!(desk.tags(), "2---------", "tagging stays on the question");
    desk.key(Key::ArrowRight).key(Key::Num1).key(Key::Enter).key(Key::Num3);
    assert_eq!(desk.tags(), "213-------");
    desk.key(Key::Num0);
    assert_eq!(desk.tags(), "21--------");
    desk.press(CTRL, Key::ArrowRight).press(SHIFT, Key::Num3);
    assert_eq!(desk.tags(), "21--33----", "all questions of the answer");
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.tags(), "21--------", "all the same is one undo step");
    desk.key(Key::O).key(Key::Num1);
    assert_eq!(desk.tags(), "21---1----", "O goes to the next open question after this one");
}

#[test]
fn all_the_same_asks_before_it_changes_a_tag() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num1).press(SHIFT, Key::Num3);
    assert_eq!(desk.tags(), "1---------", "asked first");
    assert!(desk.shows("Frage 1 ist konkret. Auch ändern?"));
    desk.click("Nur offene");
    assert_eq!(desk.tags(), "1333------");
    desk.press(SHIFT, Key::Num2).click("Alle ändern");
    assert_eq!(desk.tags(), "2222------");
    desk.press(SHIFT, Key::Num1).key(Key::Escape);
    assert_eq!(desk.tags(), "2222------", "Esc changes nothing");
}

#[test]
fn clicks_do_the_same_as_keys() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.click("aufgeschoben");
    assert_eq!(desk.tags(), "3---------");
    desk.click("Frage 2: vage");
    assert_eq!(desk.tags(), "32--------", "a question that is not open is tagged where it stands");
    desk.click("Frage 7 von 10, offen").key(Key::Num1);
    assert_eq!(desk.tags(), "32----1---");
    // After a click the keys work again.
    desk.click("vage").key(Key::ArrowRight).key(Key::Num3);
    assert_eq!(desk.tags(), "32----23--");
}

#[test]
fn a_click_in_the_document_moves_the_pane() {
    let mut desk = Desk::with(vec![sample_path()]);
    let heading = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == egui::accesskit::Role::Heading
            && node.label().is_some_and(|label| label.starts_with("Frage 4: Zu welchem Datum"))
    };
    for _ in 0..6 {
        desk.key(Key::ArrowDown);
    }
    desk.harness.get_by(heading).click();
    desk.harness.run();
    assert!(desk.shows("Frage 4, in Arbeit"));
    // A click in an answer makes it the current one.
    desk.press(CTRL, Key::ArrowRight);
    assert!(desk.shows("Frage 5, in Arbeit"));
}

#[test]
fn digits_in_a_text_field_tag_nothing() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num2).key(Key::M);
    desk.type_text("Seite 3").key(Key::Num3);
    assert_eq!(desk.tags(), "2---------");
    assert_eq!(desk.coding(1).map(|coding| coding.memo.as_str()), Some("Seite 3"));
    // Esc leaves the field, the text stays, the keys work.
    desk.key(Key::Escape).key(Key::Num1);
    assert_eq!(desk.tags(), "1---------");
    assert_eq!(desk.coding(1).map(|coding| coding.memo.as_str()), Some("Seite 3"));
    desk.press(CTRL, Key::Z).press(CTRL, Key::Z);
    assert_eq!(desk.coding(1).map(|coding| coding.memo.as_str()), Some(""), "the memo is one step");
    assert_eq!(desk.tags(), "2---------");
}

#[test]
fn words_become_evidence_by_keys_alone() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num1).key(Key::Period).key(Key::B);
    let quote = desk.coding(1).expect("coded").evidence[0].quote.exact.clone();
    assert!(quote.starts_with("Aus dem Programm") && quote.ends_with("gefördert."), "{quote}");
    assert!(desk.shows("1 Stelle") || desk.shows("Beleg: Aus dem Programm"));
    // With a caret and Shift, word by word.
    desk.key(Key::ArrowRight).key(Key::C).key(Key::ArrowRight).key(Key::ArrowLeft);
    let ctrl_shift = Modifiers { ctrl: true, command: true, shift: true, ..Modifiers::NONE };
    for _ in 0..2 {
        desk.press(ctrl_shift, Key::ArrowRight);
    }
    assert!(desk.shows("Frage 2, in Arbeit"), "with a caret the arrows are its own");
    desk.key(Key::B);
    let quote = desk.coding(2).expect("coded").evidence[0].quote.exact.clone();
    assert_eq!(quote, "Aus dem");
    desk.press(CTRL, Key::Z);
    assert!(desk.coding(2).is_none());
}

#[test]
fn selected_words_are_copied() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Period);
    desk.harness.event(egui::Event::Copy);
    desk.harness.step();
    let copied = desk.harness.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    assert!(copied.expect("something is copied").starts_with("Aus dem Programm „Späte Linie“"));
}

#[test]
fn a_right_click_offers_what_can_be_done() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num1).key(Key::Period);
    desk.harness.get_by_label_contains("Zur Zahl der Fahrgäste").click_secondary();
    desk.harness.run();
    desk.click("Beleg für alle Fragen der Antwort");
    assert_eq!(desk.coding(4).expect("coded").evidence.len(), 1);
}

#[test]
fn dragging_selects_whole_words() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num1);
    let rect = desk.harness.get_by_label_contains("Aus dem Programm „Späte Linie“").rect();
    let from = rect.left_top() + Vec2::new(12.0, 14.0);
    desk.harness.drag_at(from);
    desk.harness.step();
    desk.harness.hover_at(from + Vec2::new(90.0, 0.0));
    desk.harness.step();
    desk.harness.drop_at(from + Vec2::new(90.0, 0.0));
    desk.harness.run();
    desk.key(Key::B);
    let quote = &desk.coding(1).expect("coded").evidence[0].quote.exact;
    assert!(quote.starts_with("Aus dem"), "{quote}");
    assert!(!quote.ends_with(' '));
}

#[test]
fn several_documents_are_filtered_and_removed() {
    let papers = vec![sample_path(), fixture("hessen-invented.txt"), fixture("unknown-form.txt")];
    let mut desk = Desk::with(papers);
    assert_eq!(desk.project().document_count(), 3);
    for _ in 0..10 {
        desk.key(Key::Num1).key(Key::ArrowRight);
    }
    desk.click("offene");
    assert!(!desk.shows("Nachtbusse im ländlichen Raum: Wie kommen die Menschen in Hessens Dörfern spätabends nach Hause?, 10 von"));
    desk.click("alle");
    desk.press(CTRL, Key::PageDown);
    let second = desk.window().document().expect("a document").title().to_owned();
    desk.key(Key::Num2);
    desk.press(CTRL, Key::K);
    desk.type_text("entfernen").key(Key::ArrowDown).key(Key::ArrowDown).key(Key::ArrowDown);
    desk.key(Key::Escape);
    desk.press(CTRL, Key::K);
    desk.type_text("Dokument entfernen").key(Key::Enter);
    assert_eq!(desk.project().document_count(), 2);
    assert_ne!(desk.window().document().expect("a document").title(), second);
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.project().document_count(), 3, "removing can be undone");
    assert_eq!(desk.window().document().expect("a document").title(), second, "and shown again");
    assert_eq!(desk.project().codings().len(), 11, "with all its codings");
}

#[test]
fn a_bad_file_is_named_and_the_rest_opens() {
    let folder = tempfile::tempdir().expect("a folder");
    let pdf = folder.path().join("scan.pdf");
    std::fs::write(&pdf, b"%PDF-1.7\n\x00\x01").expect("written");
    let papers = vec![PathBuf::from("gibt-es-nicht.txt"), sample_path(), pdf, sample_path()];
    let mut desk = Desk::with(papers);
    assert_eq!(desk.project().document_count(), 1);
    for words in [
        "1 Dokument eingelesen, 3 Dateien nicht",
        "gibt-es-nicht.txt: nicht gefunden",
        "scan.pdf: Die Datei ist beschädigt",
        "derselbe Text",
    ] {
        assert!(desk.shows(words), "{words}");
    }
    desk.click("Ausblenden");
    assert!(!desk.shows("gibt-es-nicht"));
}

#[test]
fn a_project_is_saved_closed_and_reopened() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let answers = vec![Answer::Chosen(vec![path.clone()])];
    let mut desk = Desk::new([1440.0, 900.0], Language::German, vec![sample_path()], answers);
    desk.key(Key::Num3).press(CTRL, Key::S);
    assert!(!desk.window().is_dirty());
    let first = std::fs::read(&path).expect("saved");
    desk.press(CTRL, Key::S);
    assert_eq!(std::fs::read(&path).expect("saved"), first, "saving twice gives the same bytes");
    desk.key(Key::ArrowRight).key(Key::Num1);
    assert!(desk.shows("study, nicht gesichert"));
    desk.press(CTRL, Key::W);
    assert!(desk.shows("Änderungen an „study“ sichern?"));
    desk.click("Abbrechen");
    assert_eq!(desk.tags(), "31--------");
    desk.press(CTRL, Key::W).click("Sichern");
    assert!(desk.window().project().is_none(), "saved and closed");
    assert!(desk.shows("study"), "among the recent projects");
    drop(desk);
    let desk = Desk::with(vec![path.clone()]);
    assert_eq!(desk.tags(), "31--------");
    assert!(!folder.path().join("study.ron.journal").exists());
}

#[test]
fn discarded_changes_do_not_come_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let answers = vec![Answer::Chosen(vec![path.clone()])];
    let mut desk = Desk::new([1440.0, 900.0], Language::German, vec![sample_path()], answers);
    desk.key(Key::Num3).press(CTRL, Key::S);
    desk.key(Key::Num1).press(CTRL, Key::W).click("Verwerfen");
    drop(desk);
    assert_eq!(Desk::with(vec![path]).tags(), "3---------");
}

#[test]
fn a_project_that_does_not_open_costs_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let bad = folder.path().join("bad.ron");
    std::fs::write(&bad, "(hello: 1)").expect("written");
    let answers = vec![Answer::Chosen(vec![path.clone()]), Answer::Chosen(vec![bad])];
    let mut desk = Desk::new([1440.0, 900.0], Language::German, vec![sample_path()], answers);
    desk.key(Key::Num3).press(CTRL, Key::S);
    desk.key(Key::Num1).press(CTRL, Key::O);
    // Nothing was asked before the file was looked at, and nothing is given up.
    assert!(desk.shows("ist kein Projekt dieses Programms"));
    assert!(!desk.shows("Verwerfen"));
    assert!(desk.window().is_dirty());
    assert_eq!(desk.tags(), "1---------");
    assert!(folder.path().join("study.ron.journal").exists());
}

#[test]
fn another_project_is_shown_once_it_is_settled_what_happens_to_this_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, two) = (folder.path().join("one.ron"), folder.path().join("two.ron"));
    storage::create(&two, support::session(vec![support::paper(&fixture("hessen-invented.txt"))]).project())
        .expect("written");
    let answers = vec![Answer::Chosen(vec![one.clone()]), Answer::Chosen(vec![two.clone()])];
    let mut desk = Desk::new([1440.0, 900.0], Language::German, vec![sample_path()], answers);
    desk.key(Key::Num3).press(CTRL, Key::S).key(Key::Num1).press(CTRL, Key::O);
    assert_eq!(desk.tags(), "1---------", "asked first");
    desk.click("Sichern");
    assert_eq!(desk.tags(), "------", "then shown");
    drop(desk);
    assert_eq!(Desk::with(vec![one]).tags(), "1---------");
}

#[test]
fn what_lies_behind_a_card_is_out_of_reach() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num1).press(CTRL, Key::Comma);
    for _ in 0..30 {
        desk.key(Key::Tab);
        let focused = desk.harness.ctx.memory(egui::Memory::focused);
        let behind =
            desk.harness.query_all_by_label("Alle vier gleich: konkret").any(|node| node.is_focused());
        assert!(!behind, "{focused:?} lies behind the settings");
    }
    assert_eq!(desk.tags(), "1---------");
}

/// What moves between questions must not move the focus to a control that Enter then presses.
#[test]
fn arrows_never_carry_the_focus_away() {
    let mut desk = Desk::with(Vec::new());
    desk.press(CTRL, Key::K);
    desk.type_text("Beispiel").key(Key::Enter);
    desk.key(Key::Num1).key(Key::Period);
    // Two keys in one frame, as a slow screen brings them: B moves the focus to the reader, and the arrow
    // would carry it on from there.
    if let Some(id) = desk.harness.ctx.memory(egui::Memory::focused) {
        desk.harness.ctx.memory_mut(|memory| memory.surrender_focus(id));
    }
    for key in [Key::B, Key::ArrowRight] {
        desk.harness.input_mut().events.push(egui::Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
    }
    desk.harness.run();
    let focused = desk.harness.ctx.memory(egui::Memory::focused);
    assert_eq!(focused, Some(landtag_annotator::ui::panes::ReaderPane::id()));
    desk.key(Key::Enter);
    assert_eq!(desk.tags(), "1---------");
    assert!(desk.shows("Frage 3, in Arbeit"));
}

#[test]
fn esc_is_one_step_at_a_time() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num1).press(SHIFT, Key::Num3).key(Key::M);
    desk.type_text("x").key(Key::Escape);
    assert!(desk.shows("Auch ändern?"), "first out of the text field");
    desk.key(Key::Escape);
    assert!(!desk.shows("Auch ändern?"));
    assert_eq!(desk.coding(1).map(|coding| coding.memo.as_str()), Some("x"));
}

#[test]
fn evidence_stays_within_one_part() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num1).key(Key::Period);
    // On over the end of the answer, into the next questions.
    for _ in 0..12 {
        desk.press(SHIFT, Key::Period);
    }
    desk.key(Key::B);
    let quote = &desk.coding(1).expect("coded").evidence[0].quote.exact;
    assert!(quote.ends_with("nicht genannt werden."), "{quote}");
}

#[test]
fn what_was_not_saved_is_recovered() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let answers = vec![Answer::Chosen(vec![path.clone()])];
    let mut desk = Desk::new([1440.0, 900.0], Language::German, vec![sample_path()], answers);
    desk.key(Key::Num3).press(CTRL, Key::S);
    desk.key(Key::ArrowRight).key(Key::Num1).key(Key::ArrowRight).key(Key::Num2).press(CTRL, Key::Z);
    // The process ends without a word.
    drop(desk);
    let mut desk = Desk::with(vec![path.clone()]);
    assert_eq!(desk.tags(), "31--------");
    assert!(desk.shows("3 Änderungen sind wiederhergestellt"));
    assert!(desk.window().is_dirty());
    desk.press(CTRL, Key::S);
    drop(desk);
    let desk = Desk::with(vec![path]);
    assert_eq!(desk.tags(), "31--------");
    assert!(!desk.shows("wiederhergestellt"));
}

#[test]
fn where_saving_fails_the_work_stays_and_goes_elsewhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let gone = folder.path().join("gone").join("study.ron");
    let other = folder.path().join("other.ron");
    let answers = vec![Answer::Chosen(vec![gone]), Answer::Chosen(vec![other.clone()])];
    let mut desk = Desk::new([1440.0, 900.0], Language::German, vec![sample_path()], answers);
    desk.key(Key::Num3).press(CTRL, Key::S);
    assert!(desk.shows("Nicht gesichert: Diesen Ordner gibt es nicht"));
    assert!(desk.shows("Ihre Arbeit steht im Fenster"));
    assert!(desk.window().is_dirty());
    assert_eq!(desk.tags(), "3---------");
    desk.click("Anderswo sichern …");
    assert!(!desk.window().is_dirty());
    assert!(other.exists());
}

#[test]
fn without_a_dialog_service_a_path_can_be_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("typed");
    let mut desk =
        Desk::new([1440.0, 900.0], Language::German, vec![sample_path()], vec![Answer::Unavailable]);
    desk.key(Key::Num3).press(CTRL, Key::S);
    assert!(desk.shows("kein Dateidialog"));
    desk.press(CTRL, Key::A);
    desk.type_text(&shown(&path)).key(Key::Enter);
    assert!(!desk.window().is_dirty());
    let typed = folder.path().join("typed.ron");
    assert!(typed.exists(), "the ending is added");

    // Not even then while it is open in another window.
    let before = std::fs::read(&typed).expect("saved");
    let answers = vec![Answer::Unavailable];
    let mut other =
        Desk::new([1440.0, 900.0], Language::German, vec![fixture("hessen-invented.txt")], answers);
    other.press(CTRL, Key::S).press(CTRL, Key::A);
    other.type_text(&shown(&typed)).key(Key::Enter).key(Key::Enter);
    assert!(other.shows("ist schon in einem anderen Fenster offen"));
    assert_eq!(std::fs::read(&typed).expect("there"), before);
    drop(other);
    drop(desk);

    // Another project does not replace it without being told twice.
    let answers = vec![Answer::Unavailable];
    let mut desk =
        Desk::new([1440.0, 900.0], Language::German, vec![fixture("hessen-invented.txt")], answers);
    desk.press(CTRL, Key::S).press(CTRL, Key::A);
    desk.type_text(&shown(&typed)).key(Key::Enter);
    assert!(desk.shows("Diese Datei gibt es schon"));
    assert_eq!(std::fs::read(&typed).expect("there"), before);
    desk.key(Key::Enter);
    assert!(!desk.window().is_dirty());
    assert_ne!(std::fs::read(&typed).expect("there"), before);
}

#[test]
fn a_broken_project_is_said_and_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    std::fs::write(&path, "V1((\n  name: \"x\",\n").expect("written");
    let desk = Desk::with(vec![path.clone()]);
    assert!(desk.window().project().is_none());
    assert!(desk.shows("Zeile 2, Spalte") || desk.shows("Zeile 3, Spalte"), "line and column are named");
    assert_eq!(std::fs::read_to_string(&path).expect("there"), "V1((\n  name: \"x\",\n");
}

#[test]
fn exports_are_written_by_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let to = folder.path().join("summary.html");
    let answers = vec![Answer::Chosen(vec![to.clone()])];
    let mut desk = Desk::new([1440.0, 900.0], Language::German, vec![sample_path()], answers);
    desk.key(Key::Num1).press(CTRL, Key::E).key(Key::Enter);
    let page = std::fs::read_to_string(&to).expect("exported");
    assert!(page.contains("1 von 10 Fragen konkret beantwortet"), "{page}");
    // The command line writes the same bytes.
    let format = landtag_annotator::model::ExportFormat::Html;
    let again =
        support::exported::exported_text(desk.project(), 1, format, "Unbenanntes Projekt", Language::German);
    assert_eq!(page, again);
}

#[test]
fn language_look_and_size_change_at_once() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.press(CTRL, Key::Comma).click("English");
    assert!(desk.shows("Settings"));
    desk.key(Key::Escape);
    assert!(desk.shows("Questions 1 to 4, answered jointly"));
    desk.press(CTRL, Key::Comma).click("Dark").key(Key::Escape);
    assert_eq!(desk.harness.ctx.theme(), egui::Theme::Dark);
    desk.key(Key::Period).key(Key::Escape);
    let before = desk.harness.get_by_label_contains("Aus dem Programm „Späte Linie“").rect().height();
    desk.press(CTRL, Key::Plus).press(CTRL, Key::Plus).press(CTRL, Key::Plus);
    let after = desk.harness.get_by_label_contains("Aus dem Programm „Späte Linie“").rect().height();
    assert!(after > before, "{before} → {after}");
}

#[test]
fn a_missing_number_can_be_filled_in() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.click("Drucksachennummer ergänzen");
    desk.type_text("21/4711").key(Key::Enter);
    assert_eq!(desk.window().document().expect("a document").head.number.as_deref(), Some("21/4711"));
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.window().document().expect("a document").head.number, None);
}

#[test]
fn nothing_moves_while_nobody_does_anything() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num1);
    // The news at the bottom left end after a few seconds; then there is nothing left to paint.
    desk.harness.run_steps(8 * 60);
    desk.harness.run();
    let delay = desk.harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert_eq!(delay, std::time::Duration::MAX, "idle is 0 frames");
}

#[test]
fn every_control_has_a_name_in_both_languages() {
    for language in [Language::German, Language::English] {
        let papers = vec![sample_path(), fixture("unknown-form.txt")];
        let mut desk = Desk::new([1000.0, 640.0], language, papers, Vec::new());
        desk.harness.check_accessibility();
        for overlay in [Key::K, Key::G, Key::E, Key::Comma, Key::L] {
            desk.press(CTRL, overlay);
            desk.harness.check_accessibility();
            desk.key(Key::Escape);
        }
        desk.press(SHIFT, Key::F1);
        desk.harness.check_accessibility();
    }
}

#[test]
fn a_text_of_a_megabyte_is_laid_out_only_where_it_is_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("long.txt");
    let paragraph = "Der Landtag hat heute beraten, und zwar lange und ausführlich. ".repeat(8);
    std::fs::write(&path, format!("{paragraph}\n\n").repeat(2000)).expect("written");
    let mut desk = Desk::new([1440.0, 900.0], Language::German, Vec::new(), Vec::new());
    desk.harness.state_mut().open_paths(vec![path]);
    desk.harness.step();
    desk.harness.step();
    let blocks = desk.harness.query_all_by_label_contains("Der Landtag hat heute").count();
    assert!(blocks > 3 && blocks < 40, "{blocks} paragraphs are on screen");
    desk.harness.key_press(Key::End);
    desk.harness.run_steps(3);
    let blocks = desk.harness.query_all_by_label_contains("Der Landtag hat heute").count();
    assert!(blocks > 0 && blocks < 40, "{blocks} paragraphs at the end");
}

/// Pictures of the main screens. `UPDATE_SNAPSHOTS=1` makes them anew.
#[test]
fn the_main_screens_look_as_they_did() {
    let mut results = egui_kittest::SnapshotResults::new();
    for (size, theme, language, name) in [
        ([1440.0, 900.0], egui::Theme::Light, Language::German, "light"),
        ([1440.0, 900.0], egui::Theme::Dark, Language::English, "dark"),
        ([1000.0, 640.0], egui::Theme::Light, Language::English, "small"),
    ] {
        let look = if theme == egui::Theme::Dark { "Dunkel" } else { "Hell" };
        let look = if language == Language::English {
            look.replace("Dunkel", "Dark").replace("Hell", "Light")
        } else {
            look.to_owned()
        };
        let mut desk = Desk::new(size, language, Vec::new(), Vec::new());
        desk.click(&look);
        desk.harness.remove_cursor();
        desk.harness.run();
        // Glyph edges may differ by a shade between processors.
        let options = egui_kittest::SnapshotOptions::new().threshold(1.2).max_failed_pixels(60);
        desk.harness.snapshot_options(format!("welcome-{name}"), &options);
        desk.harness.state_mut().open_paths(vec![sample_path(), fixture("hessen-invented.txt")]);
        desk.harness.run();
        desk.press(CTRL, Key::PageUp);
        desk.key(Key::Num1).key(Key::Period).key(Key::B).key(Key::ArrowRight).key(Key::Num1);
        desk.key(Key::ArrowRight).key(Key::Num2).key(Key::ArrowRight).key(Key::Num3).key(Key::S);
        desk.press(CTRL, Key::ArrowRight).key(Key::Num2).key(Key::Period).key(Key::B);
        desk.press(CTRL, Key::ArrowLeft);
        desk.harness.run_steps(8 * 60);
        desk.harness.snapshot_options(format!("main-{name}"), &options);
        results.extend_harness(&mut desk.harness);
    }
    results.unwrap();
}

#[test]
fn closing_the_window_asks_first() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::Num3);
    let close = |desk: &mut Desk| {
        let viewport = desk.harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
        viewport.events.push(egui::ViewportEvent::Close);
        desk.harness.step();
        let output = &desk.harness.output().viewport_output[&egui::ViewportId::ROOT];
        let stays = output.commands.contains(&egui::ViewportCommand::CancelClose);
        let viewport = desk.harness.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
        viewport.events.clear();
        desk.harness.run();
        stays
    };
    assert!(close(&mut desk), "work would be lost");
    assert!(desk.shows("Änderungen an „Unbenanntes Projekt“ sichern?"));
    desk.key(Key::Escape);
    assert_eq!(desk.tags(), "3---------");
    // Taking the tag and the paper out again leaves nothing to lose.
    desk.press(CTRL, Key::Z).press(CTRL, Key::Z);
    assert!(!close(&mut desk));
}

/// A file held by the pointer.
#[derive(Debug)]
struct Held(PathBuf);

impl egui::DroppedFile for Held {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn files_are_dropped_on_the_window() {
    let mut desk = Desk::with(Vec::new());
    for path in [sample_path(), fixture("hessen-invented.txt")] {
        desk.harness.input_mut().dropped_files.push(std::sync::Arc::new(Held(path)));
    }
    desk.harness.run();
    assert_eq!(desk.project().document_count(), 2);
    desk.harness.input_mut().dropped_files.push(std::sync::Arc::new(Held(fixture("unknown-form.txt"))));
    desk.harness.run();
    assert_eq!(desk.project().document_count(), 3, "papers join the open project");
    assert!(desk.shows("Nicht gegliedert: Diese Druckform ist noch nicht bekannt."));
}

#[test]
fn the_place_that_is_read_stays_when_the_window_changes() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::End);
    // The first paragraph that is wholly in view.
    let first = |desk: &Desk| {
        let top = desk.harness.get_by_role(egui::accesskit::Role::Document).rect().top();
        let words = desk.harness.query_all_by_role(egui::accesskit::Role::Label);
        let mut seen: Vec<(f32, String)> = words
            .filter(|node| node.rect().left() > 60.0 && node.rect().width() > 200.0)
            .map(|node| (node.rect().top(), node.value().unwrap_or_default()))
            .filter(|(y, words)| *y > top - 1.0 && words.len() > 60)
            .collect();
        seen.sort_by(|a, b| a.0.total_cmp(&b.0));
        seen.into_iter().next().map(|(_, words)| words.chars().take(40).collect::<String>())
    };
    let before = first(&desk);
    assert!(before.is_some());
    desk.harness.set_size(Vec2::new(1000.0, 640.0));
    desk.harness.run();
    let small = first(&desk);
    desk.harness.set_size(Vec2::new(1440.0, 900.0));
    desk.harness.run();
    assert_eq!((small, first(&desk)), (before.clone(), before));
}

#[test]
fn a_saved_project_checks_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let answers = vec![Answer::Chosen(vec![path.clone()])];
    let mut desk = Desk::new([1440.0, 900.0], Language::German, vec![sample_path()], answers);
    desk.key(Key::Num1).key(Key::Period).key(Key::B).press(CTRL, Key::S);
    assert_eq!(storage::check(&path).expect("reads"), []);
}
