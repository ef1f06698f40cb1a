//! Holds the walls of the house: which wing may use what, read from the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// A wing and the words its sources must not contain, outside comments.
struct Wing {
    folder: &'static str,
    forbidden: &'static [&'static str],
}

/// The plan. README, section Architecture, shows it as a drawing.
const PLAN: &[Wing] = &[
    Wing {
        folder: "model",
        forbidden: &[
            "egui",
            "eframe",
            "rfd",
            "ron::",
            "std::fs",
            "std::thread",
            "std::time",
            "std::env",
            "std::net",
            "::now()",
            "rand::",
            "println!",
            "eprintln!",
            "crate::files",
            "crate::ui",
            "crate::app",
            "crate::cli",
        ],
    },
    Wing {
        folder: "files",
        forbidden: &[
            "egui",
            "eframe",
            "rfd",
            "std::thread",
            "std::net",
            "::now()",
            "crate::ui",
            "crate::app",
            "crate::cli",
            "println!",
        ],
    },
    // Papers come as bytes: the disk is in `storage`. (`archive` reads bytes as a file, because zip wants one.)
    Wing { folder: "files/import", forbidden: &["std::fs", "std::io::stdin", "std::process", "std::env"] },
    Wing { folder: "files/export", forbidden: &["std::fs", "std::io::std", "std::process", "std::env"] },
    Wing {
        folder: "ui",
        forbidden: &[
            "eframe",
            "rfd",
            "ron::",
            "std::fs",
            "std::thread",
            "std::net",
            "std::time",
            "::now()",
            "crate::files",
            "crate::app",
            "crate::cli",
            "println!",
        ],
    },
    // The command line speaks the same words, so the words know no widget.
    Wing {
        folder: "ui/lang",
        forbidden: &["egui", "crate::ui::theme", "crate::ui::widgets", "crate::ui::panes"],
    },
    // Widgets know no project.
    Wing { folder: "ui/widgets", forbidden: &["Project", "Document", "crate::ui::Cx", "crate::ui::lang"] },
    Wing { folder: "app", forbidden: &["std::net", "ron::", "regex", "println!"] },
    Wing {
        folder: "cli.rs",
        forbidden: &[
            "egui",
            "eframe",
            "rfd",
            "std::fs",
            "std::thread",
            "crate::app",
            "crate::ui::panes",
            "println!",
        ],
    },
    Wing {
        folder: "cli",
        forbidden: &[
            "egui",
            "eframe",
            "rfd",
            "std::fs",
            "std::thread",
            "crate::app",
            "crate::ui::panes",
            "println!",
        ],
    },
];

/// Rooms in which a colour may be named.
const COLOURS: &[&str] = &["ui/theme.rs", "files/export/html/page.rs", "files/export/colours.rs"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    if folder.is_file() {
        return vec![folder.to_owned()];
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder of a wing") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The code of a file: comments and the tests at its end are not part of the house.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).expect("a source");
    text.lines()
        .enumerate()
        .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
        .map(|(number, line)| (number + 1, line.split("//").next().unwrap_or_default().to_owned()))
        .collect()
}

#[test]
fn no_wing_reaches_where_it_must_not() {
    let mut wrong = Vec::new();
    for wing in PLAN {
        for path in sources(&src().join(wing.folder)) {
            for (number, line) in code(&path) {
                for word in wing.forbidden {
                    if line.contains(word) {
                        let file = path.strip_prefix(src()).expect("inside").display();
                        wrong.push(format!("{file}:{number}: {word} in {}", wing.folder));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "walls broken:\n{}", wrong.join("\n"));
}

#[test]
fn colours_are_named_in_the_theme_only() {
    let mut wrong = Vec::new();
    for path in sources(&src()) {
        let file = path.strip_prefix(src()).expect("inside").display().to_string();
        if COLOURS.contains(&file.as_str()) {
            continue;
        }
        for (number, line) in code(&path) {
            if line.contains("from_rgb(") || line.contains("Color32::WHITE") || line.contains("Color32::RED")
            {
                wrong.push(format!("{file}:{number}"));
            }
        }
    }
    assert!(wrong.is_empty(), "colours outside the theme:\n{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> = sources(&src())
        .into_iter()
        .filter(|path| !fs::read_to_string(path).expect("a source").starts_with("//! "))
        .map(|path| path.display().to_string())
        .collect();
    assert!(silent.is_empty(), "no first line `//!`:\n{}", silent.join("\n"));
}

#[test]
fn doors_hold_nothing_but_doors() {
    for path in sources(&src()).into_iter().filter(|path| path.ends_with("mod.rs")) {
        for (number, line) in code(&path) {
            let is_item = ["fn ", "struct ", "enum ", "impl ", "const "]
                .iter()
                .any(|word| line.trim_start().starts_with(word));
            // `segment` and `ui/lang` are one call each; their door is that call.
            let is_call = ["segment/mod.rs", "lang/mod.rs"].iter().any(|door| path.ends_with(door));
            assert!(!is_item || is_call, "{}:{number}: {line}", path.display());
        }
    }
}

#[test]
fn one_command_is_one_line() {
    let run = fs::read_to_string(src().join("app/run.rs")).expect("a source");
    let arms = run.lines().filter(|line| line.trim_start().starts_with("C::"));
    for arm in arms {
        assert!(arm.trim_end().ends_with(','), "more than one line: {arm}");
    }
}
