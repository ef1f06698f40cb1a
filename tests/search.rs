//! Searching through the real panes: by keys, as one types, from hit to hit.

mod support;

use std::path::PathBuf;

use egui::Key;
use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::NodeT;
use landtag_annotator::model::Language;
use support::desk::{CTRL, Desk, SHIFT};
use support::{fixture, root};

fn papers() -> Vec<PathBuf> {
    vec![root().join("assets/sample/kleine-anfrage-hessen-muster.txt"), fixture("hessen-invented.txt")]
}

/// The hits that are listed, each as a screen reader says it; the current one with a star.
fn hits(desk: &Desk) -> Vec<String> {
    let nodes = desk.harness.root().children_recursive();
    let rows = nodes.filter_map(|node| {
        let node = node.accesskit_node();
        let label = node.label()?;
        let is_hit = PLACES.iter().any(|place| label.starts_with(place)) && label.contains(": ");
        let star = if node.toggled() == Some(Toggled::True) { "*" } else { "" };
        (is_hit && node.role() == Role::Button && node.toggled().is_some()).then(|| format!("{star}{label}"))
    });
    rows.collect()
}

const PLACES: [&str; 5] = ["Kopf", "Vorbemerkung", "Frage ", "Antwort zu", "Memo"];

/// The place of the current hit among those listed, from 1.
fn current(desk: &Desk) -> Option<usize> {
    hits(desk).iter().position(|hit| hit.starts_with('*')).map(|place| place + 1)
}

#[test]
fn what_is_typed_is_found_at_once_and_the_view_follows() {
    let mut desk = Desk::with(papers());
    desk.press(CTRL, Key::F).type_text("n").type_text("achtbus");
    let listed = hits(&desk);
    assert_eq!(listed.len(), 8, "{listed:#?}");
    assert!(listed[0].starts_with("Kopf: … vom 02.03.2026 Nachtbusse im ländlichen"), "{}", listed[0]);
    assert!(listed[3].starts_with("Antwort zu 1–4: "), "{}", listed[3]);
    assert!(desk.shows("8 Treffer"));
    // The first from where the view is; the printed head is shown as a table.
    assert_eq!(current(&desk), Some(2));
    assert!(desk.shows("Frage 1, in Arbeit"), "typing does not move the question");
    desk.key(Key::Enter).key(Key::Enter);
    assert_eq!(current(&desk), Some(4));
    desk.press(SHIFT, Key::Enter);
    assert_eq!(current(&desk), Some(3));
    desk.type_text("linien und");
    assert!(desk.shows("Nichts gefunden"));
    desk.key(Key::Escape);
    assert!(hits(&desk).is_empty());
    assert!(desk.shows("Titel, Partei, Ministerium"), "the list is back");
    desk.key(Key::Num1);
    assert_eq!(desk.tags(), "1---------", "and so are the keys");
}

#[test]
fn the_field_is_there_where_the_list_was_hidden_and_f6_finds_it() {
    let mut desk = Desk::with(papers());
    desk.press(CTRL, Key::L).press(CTRL, Key::F).type_text("nachtbus");
    assert_eq!(hits(&desk).len(), 8);
    // The filters stand in the same place: one of both.
    desk.press(CTRL, Key::K).type_text("Dokumente filtern").key(Key::Enter);
    assert!(hits(&desk).is_empty());
    desk.key(Key::Escape).press(CTRL, Key::F);
    assert_eq!(hits(&desk).len(), 8, "what was looked for is still in the field");
    desk.press(CTRL, Key::F).type_text("landes");
    assert!(desk.shows("8 Treffer"), "the field is selected: new words replace the old ones");
    desk.press(SHIFT, Key::F6).type_text("xyz");
    assert!(desk.shows("Nichts gefunden"));
}

#[test]
fn a_hit_opens_its_paper_at_its_question() {
    let mut desk = Desk::with(papers());
    let first = desk.document().id;
    desk.press(CTRL | SHIFT, Key::F).type_text("barrierefreiheit");
    assert!(desk.shows("1 Treffer in 1 Dokument"));
    assert_eq!(desk.document().id, first, "nothing opens by itself");
    desk.key(Key::F3);
    assert_ne!(desk.document().id, first);
    assert!(desk.shows("Frage 5, in Arbeit"));
    assert!(desk.shows("Frage 5: "));
    // Back over the end: there is only one.
    desk.press(SHIFT, Key::F3);
    assert_eq!(current(&desk), Some(1));
}

#[test]
fn memos_and_evidence_are_found() {
    let mut desk = Desk::with(papers());
    desk.key(Key::Num1).key(Key::Period).key(Key::B).key(Key::M).type_text("Groesse prüfen").key(Key::Escape);
    desk.press(CTRL | SHIFT, Key::F).type_text("größe");
    assert!(hits(&desk).iter().any(|hit| hit == "Memo zu Frage 1: Groesse prüfen"), "{:#?}", hits(&desk));
    desk.press(CTRL, Key::A).type_text("Nachtbuslinien gefördert");
    let listed = hits(&desk);
    assert_eq!(listed.len(), 1, "{listed:#?}");
    assert!(listed[0].starts_with("Antwort zu 1–4 · Beleg zu 1: "), "{}", listed[0]);
}

#[test]
fn a_search_goes_on_when_its_panel_is_closed() {
    let mut desk = Desk::new([1000.0, 640.0], Language::German, papers(), Vec::new());
    desk.press(CTRL | SHIFT, Key::F).type_text("landes").key(Key::F3);
    // In a narrow window the list would hide the paper: it goes, the way to the next stays.
    assert!(hits(&desk).is_empty());
    assert!(desk.shows("Treffer 1 von"));
    desk.key(Key::F3);
    assert!(desk.shows("Treffer 2 von"));
    desk.press(SHIFT, Key::F3);
    assert!(desk.shows("Treffer 1 von"));
}

#[test]
fn a_paper_that_is_taken_out_is_no_longer_found() {
    let mut desk = Desk::with(papers());
    desk.press(CTRL | SHIFT, Key::F).type_text("barrierefreiheit");
    desk.press(CTRL, Key::PageDown);
    assert_eq!(hits(&desk).len(), 1);
    desk.press(CTRL, Key::K).type_text("Dokument entfernen").key(Key::Enter);
    assert!(desk.shows("Nichts gefunden"));
    desk.press(CTRL, Key::Z);
    assert_eq!(hits(&desk).len(), 1);
}
