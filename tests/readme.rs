//! Holds the README to the truth: its commands, and its keys from the table of shortcuts.

mod support;

use std::fmt::Write as _;
use std::fs;

use landtag_annotator::model::Language;
use landtag_annotator::ui::Command;
use landtag_annotator::ui::lang::words;
use landtag_annotator::ui::shortcuts::{SHORTCUTS, shown_press};
use support::{Goldens, root};

const BEGIN: &str = "<!-- keys: made by tests/readme.rs -->\n";
const END: &str = "<!-- end of keys -->";

/// The list of keys as Markdown, in both languages.
fn keys() -> String {
    let (de, en) = (words(Language::German), words(Language::English));
    let mut table = String::from("| Key | Taste | does |\n| --- | --- | --- |\n");
    for shortcut in SHORTCUTS.iter() {
        let name = match shortcut.command {
            Command::Tag(key) => (en.tag_with)(&format!("tag {key}")),
            Command::TagAll(key) => (en.tag_all_with)(&format!("tag {key}")),
            Command::DecideTag(key) => (en.compare.decide_with)(&format!("tag {key}")),
            ref other => (en.command_name)(other).expect("a command with a key has a name").to_owned(),
        };
        if matches!(shortcut.command, Command::Tag(key) | Command::TagAll(key) | Command::DecideTag(key) if key > 3)
        {
            continue;
        }
        let (english, german) = (shown_press(shortcut.press, en), shown_press(shortcut.press, de));
        let _ = writeln!(table, "| `{english}` | `{german}` | {name} |");
    }
    table
}

#[test]
fn the_keys_are_those_of_the_table() {
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path).expect("the README");
    let begin = readme.find(BEGIN).expect("the begin of the keys") + BEGIN.len();
    let end = readme.find(END).expect("the end of the keys");
    let fresh = format!("{}{}{}", &readme[..begin], keys(), &readme[end..]);
    Goldens::default().check(&path, &fresh);
}

#[test]
fn every_command_of_the_palette_has_a_name_in_both_languages() {
    for command in Command::PALETTE {
        for language in [Language::German, Language::English] {
            assert!((words(language).command_name)(command).is_some(), "{command:?} in {language:?}");
        }
    }
}

#[test]
fn what_the_readme_names_is_there() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README");
    for part in ["cargo run --release", "cargo test --locked", "bash assets/demo.sh"] {
        assert!(readme.contains(part), "{part}");
    }
    for word in readme.split('`') {
        let is_path = ["src/", "tests/", "assets/", "benches/"].iter().any(|folder| word.starts_with(folder));
        if is_path && !word.contains(['*', '{', ' ', '<']) {
            assert!(root().join(word).exists(), "the README names {word}");
        }
    }
}
