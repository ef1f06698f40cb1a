//! Small windows: on every view no text and no sign is cut off or lies on another.

mod support;

use egui::epaint::{ClippedShape, RectShape};
use egui::{Key, Pos2, Rect, Shape, Vec2};
use egui_kittest::kittest::Queryable as _;
use landtag_annotator::files::storage::write_project;
use landtag_annotator::model::Language;
use support::desk::{CTRL, Desk, SHIFT};
use support::study::study;

/// Pictures for people, where `PICTURES` names a folder.
fn snapshot(desk: &mut Desk, name: &str) {
    let Some(folder) = std::env::var_os("PICTURES") else { return };
    let image = desk.harness.render().expect("a picture");
    image.save(std::path::PathBuf::from(folder).join(format!("{name}.png"))).expect("saved");
}

/// A window with the study open at its first paper.
fn desk(size: [f32; 2], language: Language, folder: &std::path::Path) -> Desk {
    let path = folder.join("study.ron");
    if !path.exists() {
        std::fs::write(&path, write_project(&study())).expect("written");
    }
    Desk::new(size, language, vec![path], Vec::new())
}

/// A text on the screen: its words, where it is, what of it is shown, how many surfaces were painted before it.
struct Word {
    words: String,
    place: Rect,
    shown: Rect,
    surfaces: usize,
}

/// What is no taller than that is a button or a field, not a sheet that lies over the window for a while.
const CONTROL: f32 = 48.0;

/// What a frame paints, from back to front.
fn painted(desk: &Desk) -> Vec<(Rect, Shape)> {
    fn collect(clip: Rect, shape: &Shape, into: &mut Vec<(Rect, Shape)>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(clip, shape, into)),
            Shape::Text(_) | Shape::Rect(_) => into.push((clip, shape.clone())),
            _ => {}
        }
    }
    let mut shapes = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &desk.harness.output().shapes {
        collect(*clip_rect, shape, &mut shapes);
    }
    shapes
}

/// What is wrong with the texts and signs of a window: cut off at a side, or one over the other.
fn faults(desk: &Desk, size: [f32; 2]) -> Vec<String> {
    let window = Rect::from_min_size(Pos2::ZERO, Vec2::from(size));
    let shapes = painted(desk);
    let is_veil = |rect: &RectShape| rect.rect.contains_rect(window) && !rect.fill.is_opaque();
    let from = shapes.iter().rposition(|(_, shape)| matches!(shape, Shape::Rect(rect) if is_veil(rect)));
    let shapes = &shapes[from.unwrap_or(0)..];
    let mut found = Vec::new();
    let mut words: Vec<Word> = Vec::new();
    let mut surfaces: Vec<Rect> = Vec::new();
    for (clip, shape) in shapes {
        let clip = clip.intersect(window);
        match shape {
            Shape::Text(text) if !text.galley.text().trim().is_empty() => {
                let place = text.visual_bounding_rect();
                let shown = place.intersect(clip);
                if shown.width() > 1.0 && shown.height() > 3.0 {
                    let words_here = text.galley.text().to_owned();
                    words.push(Word { words: words_here, place, shown, surfaces: surfaces.len() });
                }
            }
            // What lies behind another surface is not seen.
            Shape::Rect(rect) if rect.fill.is_opaque() => {
                let surface = rect.rect.intersect(clip);
                words.retain(|word| !surface.contains_rect(word.shown));
                let is_control =
                    surface.height() <= CONTROL && surface.height() > 8.0 && surface.width() > 8.0;
                for word in words.iter().filter(|_| is_control) {
                    let both = word.shown.shrink(1.0).intersect(surface.shrink(1.0));
                    if both.is_positive() && !is_hidden(&surfaces[word.surfaces..], both) {
                        found.push(format!("{:?} is covered by {surface:?}", word.words));
                    }
                }
                surfaces.push(surface);
            }
            _ => {}
        }
    }
    for (at, word) in words.iter().enumerate() {
        if word.shown.left() > word.place.left() + 1.0 || word.shown.right() < word.place.right() - 1.0 {
            found.push(format!("{:?} is cut off: {:?} of {:?}", word.words, word.shown, word.place));
        }
        for other in &words[at + 1..] {
            let both = word.shown.shrink(1.0).intersect(other.shown.shrink(1.0));
            if both.is_positive() && !is_hidden(&surfaces[word.surfaces..other.surfaces], both) {
                found.push(format!(
                    "{:?} and {:?} lie on each other at {:?}",
                    word.words, other.words, other.shown
                ));
            }
        }
    }
    found
}

/// Whether a place lies behind one of these surfaces.
fn is_hidden(surfaces: &[Rect], place: Rect) -> bool {
    surfaces.iter().any(|surface| surface.contains_rect(place))
}

/// Frames until the notice of what was done is gone: it lies over the window for a few seconds.
fn wait_for_notice(desk: &mut Desk) {
    for _ in 0..600 {
        desk.harness.step();
    }
}

/// Looks at every view and every dialog of a window.
fn look_at_everything(size: [f32; 2], language: Language) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut wrong = Vec::new();
    let [width, height] = size;
    let mut look = |name: &str, desk: &mut Desk| {
        snapshot(desk, &format!("{width}x{height}-{name}-{language:?}"));
        wrong.extend(faults(desk, size).into_iter().map(|fault| format!("{name}: {fault}")));
    };
    let mut welcome = Desk::new(size, language, Vec::new(), Vec::new());
    look("welcome", &mut welcome);
    let mut desk = desk(size, language, folder.path());
    let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];
    let views = ["coding", "ledger", "overview", "compare", "codebook", "review"];
    for (key, name) in keys.into_iter().zip(views) {
        desk.press(CTRL, key);
        look(name, &mut desk);
    }
    desk.press(CTRL, Key::Num1).key(Key::Num2);
    look("coding-tagged", &mut desk);
    for _ in 0..8 {
        desk.press(CTRL, Key::Plus);
    }
    look("coding-large", &mut desk);
    desk.press(CTRL, Key::Num0);
    desk.key(Key::F1);
    look("definition", &mut desk);
    desk.key(Key::Escape).key(Key::F4);
    look("outline", &mut desk);
    desk.key(Key::F4).key(Key::T);
    wait_for_notice(&mut desk);
    look("cues", &mut desk);
    desk.key(Key::T);
    wait_for_notice(&mut desk);
    for (modifiers, key, name) in [
        (CTRL, Key::Comma, "settings"),
        (CTRL, Key::E, "export"),
        (CTRL, Key::T, "people"),
        (CTRL, Key::K, "palette"),
        (CTRL | SHIFT, Key::F, "search"),
        (SHIFT, Key::F1, "keys"),
    ] {
        desk.press(modifiers, key);
        look(name, &mut desk);
        desk.key(Key::Escape).key(Key::Escape);
    }
    assert!(wrong.is_empty(), "{width}x{height}:\n{}", wrong.join("\n"));
}

#[test]
fn nothing_is_cut_off_or_covered_in_the_smallest_window() {
    look_at_everything([760.0, 520.0], Language::German);
    look_at_everything([760.0, 520.0], Language::English);
}

#[test]
fn nothing_is_cut_off_or_covered_at_the_smallest_size_of_before() {
    look_at_everything([1000.0, 640.0], Language::German);
}

#[test]
fn nothing_is_cut_off_or_covered_on_an_old_laptop() {
    look_at_everything([1350.0, 680.0], Language::German);
    look_at_everything([1366.0, 728.0], Language::German);
}

#[test]
fn nothing_is_cut_off_or_covered_on_full_hd_at_scale_two() {
    look_at_everything([944.0, 452.0], Language::German);
}

/// What the view for coding always offers, by name, stays within the window.
#[test]
fn the_controls_of_coding_are_inside_the_smallest_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let size = [760.0, 520.0];
    let desk = desk(size, Language::German, folder.path());
    let window = Rect::from_min_size(Pos2::ZERO, Vec2::from(size));
    for name in [
        "Exportieren",
        "Im Projekt suchen (Strg ⇧ F)",
        "Personen und Runden",
        " von 10 Fragen eingestuft",
        "Dokumente hinzufügen",
        "Einstellungen",
        "Drucksachennummer ergänzen",
        "Alle vier gleich: konkret",
        "Was die Einstufungen bedeuten",
        "konkret",
        "vage",
        "aufgeschoben",
        "Frage 1 von 10",
        "Spätere Fragen",
        "Frage 2",
    ] {
        // Some names go on to say the state.
        let exact = desk.harness.query_all_by_label(name).next();
        let found = exact.or_else(|| desk.harness.query_all_by_label_contains(name).next());
        let place = found.unwrap_or_else(|| panic!("there is {name}")).rect();
        assert!(window.contains_rect(place), "{name} at {place:?}");
    }
}
