//! Filters through the real panes: chosen, kept, left, and what they hold back.

mod support;

use egui::Key;
use landtag_annotator::files::storage::{read_project, write_project};
use landtag_annotator::model::Language;
use support::desk::{CTRL, Desk, SHIFT};
use support::{fixture, root};

const NOTHING: &str = "Kein Dokument passt zum Filter.";

fn desk(size: [f32; 2]) -> Desk {
    let papers =
        vec![root().join("assets/sample/kleine-anfrage-hessen-muster.txt"), fixture("hessen-invented.txt")];
    Desk::new(size, Language::German, papers, Vec::new())
}

#[test]
fn a_tag_narrows_the_list_and_the_search() {
    let mut desk = desk([1440.0, 900.0]);
    desk.key(Key::Num2);
    desk.click("Dokumente filtern").check("vage: 1").click("Zurück zur Liste");
    assert!(desk.shows("Nachtbusse im ländlichen Raum: Wie kommen die Menschen in Hessens Dörfern spätabends nach Hause?, 1 von 10"));
    assert!(!desk.shows("Fahrende Büchereien in kleinen Gemeinden, 0 von"), "no question of it is vague");
    desk.press(CTRL | SHIFT, Key::F).type_text("barrierefreiheit");
    assert!(desk.shows("Nichts gefunden"), "the other paper is not searched");
    desk.key(Key::Escape);
    let before = desk.document().id;
    desk.press(CTRL, Key::PageDown);
    assert_eq!(desk.document().id, before, "there is no next document in the list");
    // Another tag, and the paper no longer passes; back again, and it does.
    desk.key(Key::Num1);
    assert!(desk.shows(NOTHING), "nothing passes");
    desk.press(CTRL, Key::Z);
    assert!(!desk.shows(NOTHING));
    desk.click("alle zeigen");
    assert!(desk.shows("Fahrende Büchereien in kleinen Gemeinden, 0 von"));
}

#[test]
fn a_filter_is_kept_chosen_and_deleted() {
    let mut desk = desk([1440.0, 900.0]);
    desk.key(Key::Num2).click("Dokumente filtern").check("vage: 1").check("Beleg fehlt: 1");
    desk.fill("Name des Filters", "Belege suchen");
    assert_eq!(desk.project().filters().len(), 1);
    let text = write_project(desk.project());
    assert_eq!(read_project("x", &text).expect("reads").filters(), desk.project().filters());
    desk.check("vage: 1").check("Beleg fehlt: 1").check("Belege suchen");
    assert!(desk.shows("„Belege suchen“ löschen"), "it is in force again");
    desk.click("„Belege suchen“ löschen");
    assert!(desk.project().filters().is_empty());
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.project().filters().len(), 1, "and back");
}

#[test]
fn days_are_typed_and_a_wrong_one_is_said() {
    let mut desk = desk([1000.0, 640.0]);
    desk.press(CTRL, Key::K).type_text("Dokumente filtern").key(Key::Enter);
    desk.fill("ab Datum", "gestern");
    assert!(desk.shows("TT.MM.JJJJ"));
    desk.fill("ab Datum", "01.04.2026");
    assert!(!desk.shows("TT.MM.JJJJ"));
    desk.click("Zurück zur Liste");
    assert!(desk.shows("Filter entfernen: ab 01.04.2026"));
    assert!(!desk.shows("Fahrende Büchereien in kleinen Gemeinden, 0 von"), "answered in March");
    desk.check("Filter entfernen: ab 01.04.2026");
    assert!(desk.shows("Fahrende Büchereien in kleinen Gemeinden, 0 von"));
}
