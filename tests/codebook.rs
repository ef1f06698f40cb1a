//! The codebook in the window: edited by keys, names and clicks; its definitions beside the tags; its files.

mod support;

use std::fs;
use std::path::PathBuf;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use landtag_annotator::app::Answer;
use landtag_annotator::files::storage::{self, default_codebook};
use landtag_annotator::model::edits::codebook::{CodebookStep, change};
use landtag_annotator::model::{Language, Project, Swatch};
use support::desk::{CTRL, Desk, SHIFT};
use support::{now, root, session};

fn sample_path() -> PathBuf {
    root().join("assets/sample/kleine-anfrage-hessen-muster.txt")
}

/// A window with the sample, at the codebook.
fn at_the_codebook(answers: Vec<Answer>) -> Desk {
    let mut desk = Desk::new([1440.0, 900.0], Language::German, vec![sample_path()], answers);
    desk.press(CTRL, Key::Num5);
    desk
}

fn version(desk: &Desk) -> &str {
    &desk.project().codebook().version
}

/// Writes into the field of this name, letter by letter, and stays there.
fn type_into(desk: &mut Desk, field: &str, typed: &str) {
    desk.harness.get_by_role_and_label(Role::TextInput, field).focus();
    desk.harness.run();
    desk.press(CTRL, Key::A);
    for letter in typed.chars() {
        desk.type_text(&letter.to_string());
    }
}

/// Presses something that may have to be scrolled to.
fn press(desk: &mut Desk, name: &str) {
    desk.harness.get_by_label(name).click_accesskit();
    desk.harness.run();
}

#[test]
fn a_text_is_typed_in_one_step_and_begins_a_version_once_something_is_rated() {
    let mut desk = at_the_codebook(Vec::new());
    assert!(desk.shows("Warum diese Fassung?") && desk.shows("noch nichts eingestuft"));
    type_into(&mut desk, "Definition", "Nennt es.");
    assert_eq!(desk.project().codebook().tags[0].definition.de, "Nennt es.");
    assert_eq!(version(&desk), "1.0");
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.project().codebook(), &default_codebook(), "one step for what was typed in one go");
    desk.key(Key::Escape).key(Key::Escape).key(Key::Num2).press(CTRL, Key::Num5);
    assert_eq!(desk.tags(), "2---------");
    assert!(desk.shows("1 Einstufung unter dieser Fassung"));
    type_into(&mut desk, "Beispiele", "So.");
    assert_eq!(version(&desk), "1.1");
    assert!(desk.shows("noch nichts eingestuft"));
    type_into(&mut desk, "Warum diese Fassung?", "Probe");
    assert_eq!(desk.project().codebook().reason, "Probe");
    desk.key(Key::Tab);
    desk.click("Fassungen");
    assert!(desk.shows("1.1 · seit 04.05.2026 · gilt · 0 Einstufungen") && desk.shows("Probe"));
    assert!(desk.shows("konkret: Beispiele geändert") && desk.shows("1.0 · 1 Einstufung"));
    desk.press(CTRL, Key::Z).press(CTRL, Key::Z);
    assert_eq!(version(&desk), "1.0", "the version goes with the step that began it");
}

#[test]
fn digits_at_the_codebook_rate_nothing() {
    let mut desk = at_the_codebook(Vec::new());
    desk.key(Key::Num2).press(SHIFT, Key::Num1).key(Key::Num0);
    assert_eq!(desk.tags(), "----------");
    desk.key(Key::Escape).key(Key::Num2);
    assert_eq!(desk.tags(), "2---------");
}

#[test]
fn tags_are_added_signed_moved_and_merged() {
    let mut desk = at_the_codebook(Vec::new());
    desk.click("Einstufung hinzufügen");
    desk.type_text("halb konkret").key(Key::Enter);
    let tags = &desk.project().codebook().tags;
    assert_eq!((tags[3].id.0.as_str(), tags[3].letter.de.as_str()), ("halb_konkret", "H"));
    assert_eq!(tags[3].swatch, Swatch::Plum, "a colour that no tag has");
    assert!(desk.shows("halb konkret, Taste 4"));
    type_into(&mut desk, "Buchstabe", "k");
    assert!(desk.shows("Den Buchstaben K trägt schon „konkret“"));
    type_into(&mut desk, "Buchstabe", "x");
    assert_eq!(desk.project().codebook().tags[3].letter.de, "X");
    desk.click("grün, durchgezogen, im Tausch mit konkret");
    let signs: Vec<Swatch> = desk.project().codebook().tags.iter().map(|tag| tag.swatch).collect();
    assert_eq!(signs, [Swatch::Plum, Swatch::Orange, Swatch::Blue, Swatch::Green]);
    desk.click("Nach oben").click("Nach oben");
    assert!(desk.shows("halb konkret, Taste 2") && desk.shows("vage, Taste 3"));
    desk.click("Das Gefragte ist aufgeschoben");
    assert!(desk.project().codebook().puts_off(&support::tag("halb_konkret")));
    assert!(desk.shows("Wiedervorlage: bis wann"));
    // Four questions of one answer carry it: it is not removed, but merged.
    desk.key(Key::Escape).key(Key::Escape).press(SHIFT, Key::Num2).press(CTRL, Key::Num5);
    assert_eq!(desk.tags(), "2222------");
    desk.click("halb konkret, Taste 2");
    press(&mut desk, "Entfernen");
    assert!(desk.shows("„halb konkret“ steht in 4 Einstufungen und bleibt"));
    desk.click("halb konkret mit vage zusammenlegen");
    assert_eq!(desk.project().codebook().tags.len(), 3);
    assert_eq!(desk.tags(), "2222------", "vage is on key 2 again");
    assert!(desk.shows("halb konkret ist jetzt vage: 4 Einstufungen"));
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.project().codebook().tags.len(), 4);
}

#[test]
fn an_unused_facet_is_removed_and_cases_are_ordered() {
    let mut desk = at_the_codebook(Vec::new());
    desk.click("teilweise").click("Entfernen");
    assert_eq!(desk.project().codebook().facets.len(), 13);
    assert!(desk.project().codebook().tags.iter().all(|tag| !tag.facets.iter().any(|id| id.0 == "partial")));
    desk.click("Grenzfälle").click("Grenzfall 2: Nach oben").click("Grenzfall 1: Entfernen");
    let cases = &desk.project().codebook().boundary_cases;
    assert_eq!((cases.len(), &cases[0]), (11, &default_codebook().boundary_cases[0]));
    desk.click("Grenzfall hinzufügen");
    type_into(&mut desk, "Grenzfall 12", "Jein: vage.");
    assert_eq!(desk.project().codebook().boundary_cases[11].de, "Jein: vage.");
    desk.click("Wortlaut: English");
    assert_eq!(desk.project().codebook().boundary_cases[11].en, "");
    type_into(&mut desk, "Grenzfall 12", "Yes and no: vague.");
    assert_eq!(desk.project().codebook().boundary_cases[11].en, "Yes and no: vague.");
}

#[test]
fn the_contents_are_walked_by_keys() {
    let mut desk = at_the_codebook(Vec::new());
    desk.key(Key::ArrowDown).key(Key::ArrowDown);
    assert!(desk.harness.query_by_role_and_label(Role::Heading, "aufgeschoben").is_some());
    for _ in 0..30 {
        desk.key(Key::ArrowDown);
    }
    assert!(desk.harness.query_by_role_and_label(Role::Heading, "Annahme zurückgewiesen").is_some());
}

#[test]
fn the_definition_stands_beside_the_tags_on_demand() {
    let mut desk = Desk::with(vec![sample_path()]);
    desk.key(Key::F1);
    assert!(desk.shows("Codebuch 1.0 · Einstufungen"), "in brief while nothing is chosen");
    assert!(desk.shows("aufgeschoben: Zukunft ohne Datum"));
    desk.key(Key::Num3);
    assert!(desk.shows("Codebuch 1.0 · aufgeschoben") && desk.shows("Nicht, wenn:"));
    assert!(desk.shows("Gegen vage: Die Antwort stellt das Gefragte selbst in Aussicht"));
    desk.harness.get_by_role_and_label(Role::RadioButton, "konkret").focus();
    desk.harness.run();
    assert!(desk.shows("Codebuch 1.0 · konkret"), "the row that is looked at");
    desk.key(Key::Escape);
    assert!(!desk.shows("Codebuch 1.0 · "));
    desk.key(Key::F1).key(Key::F1);
    assert!(!desk.shows("Codebuch 1.0 · "));
    // Without the pane, and at the codebook, it lies over the window.
    desk.press(CTRL, Key::Num5).key(Key::F1);
    assert!(desk.shows("Die Antwort bleibt beim Thema") && desk.shows("teilweise: Ein Teil des Gefragten"));
}

#[test]
fn it_goes_out_and_comes_back_by_dialogs() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let answers = [at("c.md"), at("c.ron"), at("c.md"), at("other.md"), at("broken.md")];
    let answers = answers.into_iter().map(|path| Answer::Chosen(vec![path])).collect();
    let mut desk = at_the_codebook(answers);
    desk.click("Ausgeben").click("Markdown, zum Lesen und Drucken");
    desk.click("Ausgeben").click("RON, mit früheren Fassungen");
    let markdown = fs::read_to_string(at("c.md")).expect("written");
    assert!(markdown.starts_with("# Codebuch 1.0\n") && at("c.ron").exists());
    desk.click("Einlesen …");
    assert!(desk.shows("Dieses Codebuch gilt schon"));
    // Another codebook without „vage“, which a question carries.
    desk.key(Key::Escape).key(Key::Escape).key(Key::Num2).press(CTRL, Key::Num5);
    assert_eq!(desk.tags(), "2---------");
    let other = markdown.replace("`vague`", "`unclear`").replace("#### vage", "#### unklar");
    fs::write(at("other.md"), other.replace("- Fassung: 1.0", "- Fassung: 3.0")).expect("written");
    desk.click("Einlesen …");
    assert!(desk.shows("Codebuch 3.0 einlesen") && desk.shows("vage, 1 Einstufung"));
    desk.click("Einlesen");
    assert_eq!(version(&desk), "1.0", "not before the plan is complete");
    desk.click("vage mit unklar zusammenlegen").click("Einlesen");
    assert_eq!((version(&desk), desk.tags().as_str()), ("3.0", "2---------"));
    assert_eq!(desk.project().codebook().past.len(), 1);
    fs::write(at("broken.md"), markdown.replace("- Farbe: grün", "- Farbe: schön")).expect("written");
    desk.click("Einlesen …");
    assert!(desk.shows("broken.md, Zeile") && desk.shows("„Farbe“ kennt den Wert „schön“ nicht"));
    assert_eq!(version(&desk), "3.0");
}

/// A project whose codebook has so many tags, written to a file.
fn with_tags(count: usize, path: &std::path::Path) {
    let mut session = session(vec![support::sample()]);
    let mut step = |step: CodebookStep| {
        let change = change(session.project(), step, now()).expect("a step");
        session.commit(change).expect("fits");
    };
    if count < 3 {
        step(CodebookStep::DropTag(support::tag("vague")));
    }
    for nth in 4..=count {
        step(CodebookStep::AddTag(format!("Einstufung {nth}")));
    }
    let project: Project = session.project().clone();
    assert_eq!(project.codebook().tags.len(), count);
    storage::create(path, &project).expect("written");
}

#[test]
fn two_seven_and_nine_tags_work_in_every_view_and_size() {
    for count in [2, 7, 9] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("study.ron");
        with_tags(count, &path);
        for size in [[1440.0, 900.0], [1000.0, 640.0], [1100.0, 800.0]] {
            let mut desk = Desk::new(size, Language::German, vec![path.clone()], Vec::new());
            let last =
                [Key::Num2, Key::Num7, Key::Num9][[2, 7, 9].iter().position(|n| *n == count).unwrap_or(0)];
            desk.key(last).key(Key::ArrowRight).press(SHIFT, Key::Num1);
            assert!(desk.tags().starts_with(&count.to_string()), "{count} tags: {}", desk.tags());
            desk.key(Key::F1).press(CTRL, Key::Num5);
            assert!(desk.shows(&format!("Taste {count}")));
            snapshot(&mut desk, &format!("tags-{count}-{}", size[0]));
            desk.press(CTRL, Key::Num1).key(Key::Escape);
            snapshot(&mut desk, &format!("coding-{count}-{}", size[0]));
        }
    }
}

/// Pictures for people, where `PICTURES` names a folder.
fn snapshot(desk: &mut Desk, name: &str) {
    let Some(folder) = std::env::var_os("PICTURES") else { return };
    let image = desk.harness.render().expect("a picture");
    image.save(PathBuf::from(folder).join(format!("{name}.png"))).expect("saved");
}

#[test]
fn the_page_fits_in_both_languages_looks_and_sizes() {
    for (language, rest) in
        [(Language::German, ["Grenzfälle", "Fassungen"]), (Language::English, ["Boundary cases", "Versions"])]
    {
        for size in [[1440.0, 900.0], [1000.0, 640.0]] {
            for theme in [egui::Theme::Light, egui::Theme::Dark] {
                let mut desk = Desk::new(size, language, vec![sample_path()], Vec::new());
                desk.harness.ctx.set_theme(theme);
                desk.key(Key::Num3).key(Key::F1);
                let name = format!("{language:?}-{theme:?}-{}", size[0]);
                snapshot(&mut desk, &format!("card-{name}"));
                desk.press(CTRL, Key::Num5);
                snapshot(&mut desk, &format!("tag-{name}"));
                for page in rest {
                    desk.click(page);
                    snapshot(&mut desk, &format!("{}-{name}", page.split(' ').next().unwrap_or_default()));
                }
                // Nothing that can be pressed lies outside of the window.
                let window = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
                for node in desk.harness.root().children_recursive() {
                    if matches!(node.accesskit_node().role(), Role::Button | Role::RadioButton | Role::Tab) {
                        let rect = node.rect();
                        let beside = rect.left() < -0.5 || rect.right() > window.right() + 0.5;
                        assert!(!beside, "{name}: {:?} at {rect:?}", node.accesskit_node().label());
                    }
                }
            }
        }
    }
}
