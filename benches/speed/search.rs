//! Searching 10,000 papers, 100 MB: from the letter typed to the frame that shows the first hits, and to the end.

use std::cell::RefCell;

use divan::Bencher;
use egui::{Event, Key, Modifiers};
use landtag_annotator::model::Project;
use landtag_annotator::model::analysis::Needle;

use crate::desk::{Desk, press};
use crate::papers::many;

const PAPERS: usize = 10_000;

/// In every paper many times; once in every paper; in the last paper only; nowhere.
const WORDS: [&str; 4] = ["landes", "Wellhagen", "zuletzt.", "Rübezahl"];

#[divan::bench(args = WORDS, sample_count = 20, sample_size = 1)]
fn first_hits_of_10_000_papers(bencher: Bencher<'_, '_>, word: &str) {
    search(bencher, word, |desk| !desk.window.searching().hits.is_empty());
}

#[divan::bench(args = WORDS, sample_count = 20, sample_size = 1)]
fn all_hits_of_10_000_papers(bencher: Bencher<'_, '_>, word: &str) {
    search(bencher, word, |_| false);
}

/// The same with one thread and nothing but counting.
#[divan::bench(args = WORDS, sample_count = 20, sample_size = 1)]
fn count_in_10_000_papers(bencher: Bencher<'_, '_>, word: &str) {
    let project: Project = many(PAPERS);
    let needle = Needle::new(word).expect("a word");
    bencher.bench_local(|| {
        project.documents().map(|document| needle.spans(document.body.as_str()).count()).sum::<usize>()
    });
}

/// Types the whole word at once into the empty field and waits until `is_enough`, or the end.
fn search(bencher: Bencher<'_, '_>, word: &str, is_enough: impl Fn(&Desk) -> bool) {
    let mut desk = Desk::with_project(&many(PAPERS), true);
    desk.frame(press(Key::F, Modifiers::COMMAND | Modifiers::SHIFT));
    let desk = RefCell::new(desk);
    let empty = || {
        let mut desk = desk.borrow_mut();
        desk.frame(press(Key::A, Modifiers::COMMAND));
        desk.frame(press(Key::Backspace, Modifiers::NONE));
        desk.frame(Vec::new());
        assert!(desk.window.searching().hits.is_empty());
    };
    bencher.with_inputs(empty).bench_local_values(|()| {
        let mut desk = desk.borrow_mut();
        desk.frame(vec![Event::Text(word.to_owned())]);
        loop {
            let searching = desk.window.searching();
            if searching.typed == word && (is_enough(&desk) || !searching.running) {
                break;
            }
            // As a window does that waits to be woken.
            std::thread::sleep(std::time::Duration::from_millis(1));
            desk.frame(Vec::new());
        }
        desk.window.searching().count
    });
}
