//! What a frame costs: it may depend on what is visible, never on what is not. (Ten passages in 10 KB are two in
//! view; fifty stand as close as five thousand in 1 MB.)

use divan::Bencher;
use egui::{Event, Key, Modifiers, PointerButton, pos2};

use crate::desk::{Desk, press};
use crate::papers::{SAMPLE, long_text, many, marked};

/// A key press, the change, and the frame that shows it.
#[divan::bench]
fn tag_to_repainted_frame(bencher: Bencher<'_, '_>) {
    let file = tempfile::Builder::new().suffix(".txt").tempfile().expect("a file");
    std::fs::write(file.path(), SAMPLE).expect("written");
    tag_and_repaint(bencher, Desk::with(file.path(), false));
}

/// The same with more papers in the project.
#[divan::bench(args = [10, 1000, 10_000])]
fn tag_among_papers(bencher: Bencher<'_, '_>, papers: usize) {
    tag_and_repaint(bencher, Desk::with_project(&many(papers), false));
}

/// The same in a long paper with many passages.
#[divan::bench(args = [(10, 10), (10, 50), (1000, 5000)])]
fn tag_among_passages(bencher: Bencher<'_, '_>, (kilobytes, passages): (usize, usize)) {
    tag_and_repaint(bencher, Desk::with_project(&marked(kilobytes, passages), false));
}

fn tag_and_repaint(bencher: Bencher<'_, '_>, mut desk: Desk) {
    let mut other = false;
    bencher.bench_local(|| {
        other = !other;
        desk.frame(press(if other { Key::Num1 } else { Key::Num2 }, Modifiers::NONE));
        desk.frame(Vec::new())
    });
}

/// What one frame costs, by the length of the text in kilobytes.
#[divan::bench(args = [10, 100, 1000])]
fn frame_of_a_text(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let file = long_text(kilobytes);
    let mut desk = Desk::with(file.path(), false);
    bencher.bench_local(|| desk.frame(Vec::new()));
}

/// What one frame in the middle of the text costs, by its length in kilobytes and its passages.
#[divan::bench(args = [(10, 10), (10, 50), (1000, 5000)])]
fn frame_of_passages(bencher: Bencher<'_, '_>, (kilobytes, passages): (usize, usize)) {
    let mut desk = Desk::with_project(&marked(kilobytes, passages), false);
    desk.frame(press(Key::End, Modifiers::NONE));
    for _ in 0..3 {
        desk.frame(press(Key::PageUp, Modifiers::NONE));
        desk.frame(Vec::new());
    }
    bencher.bench_local(|| desk.frame(Vec::new()));
}

/// A step of the pointer while words are selected, and the frame that shows it.
#[divan::bench(args = [(10, 10), (10, 50), (1000, 5000)])]
fn select_with_the_mouse(bencher: Bencher<'_, '_>, (kilobytes, passages): (usize, usize)) {
    let mut desk = Desk::with_project(&marked(kilobytes, passages), false);
    desk.frame(press(Key::End, Modifiers::NONE));
    for _ in 0..2 {
        desk.frame(press(Key::PageUp, Modifiers::NONE));
        desk.frame(Vec::new());
    }
    let start = pos2(500.0, 300.0);
    let button = Event::PointerButton {
        pos: start,
        button: PointerButton::Primary,
        pressed: true,
        modifiers: Modifiers::NONE,
    };
    desk.frame(vec![Event::PointerMoved(start), button]);
    let mut step = 0;
    bencher.bench_local(|| {
        step = (step + 7) % 300;
        desk.frame(vec![Event::PointerMoved(start + egui::vec2(step as f32, step as f32 / 2.0))])
    });
    assert!(desk.window.has_selection(), "words were selected");
}
