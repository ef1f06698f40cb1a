//! Holds the walls of the house: which wing may use what, read from the sources.

#[path = "support/imports.rs"]
mod imports;

use std::fs;
use std::path::{Path, PathBuf};

use imports::{Sources, code_of};

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
            "zbus",
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
            "zbus",
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
            "zbus",
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
            "zbus",
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
            "zbus",
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

/// The name of a source from `src` on, as `app/mod.rs`.
fn name(path: &Path) -> String {
    let parts = path.strip_prefix(src()).expect("inside").iter();
    parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The code of a file by lines: comments, strings and tests are not part of the house.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).expect("a source");
    code_of(&text).lines().enumerate().map(|(number, line)| (number + 1, line.to_owned())).collect()
}

fn all_sources() -> Sources {
    let files = sources(&src()).into_iter();
    Sources::new(files.map(|path| (name(&path), fs::read_to_string(&path).expect("a source"))))
}

/// Whether a path from `crate` on leads into this module or names this item.
fn is_within(path: &str, forbidden: &str) -> bool {
    path.strip_prefix(forbidden).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[test]
fn no_wing_reaches_where_it_must_not() {
    let mut wrong = Vec::new();
    let all = all_sources();
    for wing in PLAN {
        for path in sources(&src().join(wing.folder)) {
            let file = name(&path);
            let mut say = |number, word| wrong.push(format!("{file}:{number}: {word} in {}", wing.folder));
            for (number, line) in code(&path) {
                wing.forbidden.iter().filter(|word| line.contains(**word)).for_each(|word| say(number, word));
            }
            // However it is written: with braces, through `super`, or by a name that was imported before.
            for (number, used) in all.imports(&file) {
                let is_wrong = |word: &&&str| is_within(&used, word);
                wing.forbidden.iter().filter(is_wrong).for_each(|word| say(number, word));
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

/// Circles that stand elsewhere. No new one comes in, and none of these grows.
const ALLOWED: &[&[&str]] = &[
    &["files/export/docx/body.rs", "files/export/docx/package.rs", "files/export/docx/styles.rs"],
    &[
        "files/export/flow/charts.rs",
        "files/export/flow/findings.rs",
        "files/export/flow/page.rs",
        "files/export/flow/reading.rs",
        "files/export/flow/strip.rs",
    ],
    &["files/export/flow/parts.rs", "files/export/flow/table.rs"],
    &["files/export/odt/body.rs", "files/export/odt/package.rs", "files/export/odt/styles.rs"],
    &[
        "files/export/pdf/blocks/bars.rs",
        "files/export/pdf/blocks/days.rs",
        "files/export/pdf/blocks/findings.rs",
        "files/export/pdf/blocks/section.rs",
    ],
    &["files/export/refi/case.rs", "files/export/refi/project.rs", "files/export/refi/source.rs"],
    &["files/import/codebook.rs", "files/import/codebook_parts.rs"],
    &["files/import/docx/body.rs", "files/import/docx/notes.rs"],
    &["files/import/pdf/lines.rs", "files/import/pdf/words.rs"],
    &["files/import/refi/codes.rs", "files/import/refi/qde.rs", "files/import/refi/sources.rs"],
    &[
        "files/import/tidy/furniture.rs",
        "files/import/tidy/hyphens.rs",
        "files/import/tidy/notes.rs",
        "files/import/tidy/paragraphs.rs",
        "files/import/tidy/sheet.rs",
    ],
    &["model/analysis/chart.rs", "model/analysis/summary/block.rs"],
    &["model/analysis/replication.rs", "model/export.rs"],
    &["model/analysis/tables/field.rs", "model/analysis/tables/words.rs"],
    &["model/analysis/versions.rs", "model/edits/codebook/version.rs"],
    &["model/codebook.rs", "model/exchange.rs", "model/problem.rs"],
    &["model/edits/change.rs", "model/edits/codebook/step.rs"],
    &["model/edits/edit.rs", "model/edits/team.rs"],
    &["model/filter.rs", "model/findings.rs", "model/project.rs"],
    &[
        "model/segment/answers/draft.rs",
        "model/segment/answers/fill.rs",
        "model/segment/answers/group.rs",
        "model/segment/answers/headed.rs",
        "model/segment/answers/heading.rs",
        "model/segment/answers/in_turn.rs",
        "model/segment/answers/naming.rs",
        "model/segment/answers/unnumbered.rs",
        "model/segment/cut.rs",
        "model/segment/head/read.rs",
        "model/segment/mod.rs",
    ],
    &["model/segment/dialect.rs", "model/segment/fences.rs"],
    &[
        "ui/command.rs",
        "ui/cx.rs",
        "ui/lang/de/aids.rs",
        "ui/lang/de/codebook.rs",
        "ui/lang/de/commands.rs",
        "ui/lang/de/compare.rs",
        "ui/lang/de/exchange.rs",
        "ui/lang/de/export.rs",
        "ui/lang/de/exporting.rs",
        "ui/lang/de/import.rs",
        "ui/lang/de/keeping.rs",
        "ui/lang/de/ledger.rs",
        "ui/lang/de/merging.rs",
        "ui/lang/de/outline.rs",
        "ui/lang/de/overview.rs",
        "ui/lang/de/problems.rs",
        "ui/lang/de/replication.rs",
        "ui/lang/de/rounds.rs",
        "ui/lang/de/search.rs",
        "ui/lang/de/words.rs",
        "ui/lang/en/aids.rs",
        "ui/lang/en/codebook.rs",
        "ui/lang/en/commands.rs",
        "ui/lang/en/compare.rs",
        "ui/lang/en/exchange.rs",
        "ui/lang/en/export.rs",
        "ui/lang/en/exporting.rs",
        "ui/lang/en/import.rs",
        "ui/lang/en/keeping.rs",
        "ui/lang/en/ledger.rs",
        "ui/lang/en/merging.rs",
        "ui/lang/en/outline.rs",
        "ui/lang/en/overview.rs",
        "ui/lang/en/problems.rs",
        "ui/lang/en/replication.rs",
        "ui/lang/en/rounds.rs",
        "ui/lang/en/search.rs",
        "ui/lang/en/words.rs",
        "ui/lang/merging.rs",
        "ui/lang/mod.rs",
        "ui/lang/words.rs",
    ],
    &[
        "ui/panes/codebook/cases.rs",
        "ui/panes/codebook/contents.rs",
        "ui/panes/codebook/facet.rs",
        "ui/panes/codebook/field.rs",
        "ui/panes/codebook/head.rs",
        "ui/panes/codebook/history.rs",
        "ui/panes/codebook/pane.rs",
        "ui/panes/codebook/tag.rs",
    ],
    &["ui/panes/compare/decision.rs", "ui/panes/compare/pane.rs"],
    &["ui/panes/left_out.rs", "ui/panes/notices.rs"],
    &["ui/panes/offered.rs", "ui/panes/welcome.rs"],
    &[
        "ui/panes/printed/charts.rs",
        "ui/panes/printed/findings.rs",
        "ui/panes/printed/page.rs",
        "ui/panes/printed/quotations.rs",
        "ui/panes/printed/reading.rs",
    ],
    &["ui/panes/reader/blocks.rs", "ui/panes/reader/selection.rs"],
    &[
        "ui/panes/reader/borders.rs",
        "ui/panes/reader/cues.rs",
        "ui/panes/reader/found.rs",
        "ui/panes/reader/handles.rs",
        "ui/panes/reader/keeping.rs",
        "ui/panes/reader/outline.rs",
        "ui/panes/reader/pane.rs",
        "ui/panes/reader/references.rs",
        "ui/panes/reader/scrolling.rs",
    ],
    &["ui/panes/team/draft.rs", "ui/panes/team/pane.rs", "ui/panes/team/people.rs"],
];

#[test]
fn no_files_use_each_other_in_a_circle() {
    let wrong = judge(&all_sources().circles(), ALLOWED);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let is_open = |file: &str| {
        ["app/", "cli/", "files/storage/"].iter().any(|folder| file.starts_with(folder)) || file == "cli.rs"
    };
    let elsewhere = ALLOWED.iter().flat_map(|circle| circle.iter());
    let closed: Vec<&&str> = elsewhere.filter(|file| is_open(file)).collect();
    assert!(closed.is_empty(), "no circle is allowed here: {closed:?}");
}

/// What is wrong with circles that were found, measured by those that are allowed.
fn judge(found: &[Vec<String>], allowed: &[&[&str]]) -> Vec<String> {
    let is_part = |circle: &[String], of: &[&str]| circle.iter().all(|file| of.contains(&file.as_str()));
    let new = found
        .iter()
        .filter(|circle| !allowed.iter().any(|known| is_part(circle, known)))
        .map(|circle| format!("files use each other in a new circle: {}", circle.join(", ")));
    let gone = allowed.iter().filter_map(|known| {
        let left: Vec<&Vec<String>> = found.iter().filter(|circle| is_part(circle, known)).collect();
        match left.as_slice() {
            [] => Some(format!("this circle is open, remove it from the list: {}", known.join(", "))),
            [only] if only.len() == known.len() => None,
            smaller => Some(format!("of {} only {smaller:?} is left, shorten the list", known.join(", "))),
        }
    });
    new.chain(gone).collect()
}

#[test]
fn a_new_circle_and_one_that_is_open_are_told() {
    let circle = |files: &[&str]| files.iter().map(|file| (*file).to_owned()).collect::<Vec<_>>();
    let found = [circle(&["a.rs", "b.rs"]), circle(&["c.rs", "d.rs"])];
    assert_eq!(judge(&found, &[&["a.rs", "b.rs"], &["c.rs", "d.rs"]]), [""; 0]);
    assert_eq!(judge(&found, &[&["a.rs", "b.rs"]]), ["files use each other in a new circle: c.rs, d.rs"]);
    let allowed: &[&[&str]] = &[&["a.rs", "b.rs"], &["c.rs", "d.rs"], &["e.rs", "f.rs"]];
    assert_eq!(judge(&found, allowed), ["this circle is open, remove it from the list: e.rs, f.rs"]);
    let allowed: &[&[&str]] = &[&["a.rs", "b.rs"], &["c.rs", "d.rs", "e.rs"]];
    let said = judge(&found, allowed);
    assert!(said.len() == 1 && said[0].ends_with("shorten the list"), "{said:?}");
}

/// The circles of a made crate: each file by its name and its text.
fn circles(files: &[(&str, &str)]) -> Vec<Vec<String>> {
    Sources::new(files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))).circles()
}

#[test]
fn circles_of_two_and_three_are_found() {
    let two =
        [("a.rs", "use crate::b::B; pub struct A(B);"), ("b.rs", "pub struct B; fn f() { crate::a::g(); }")];
    assert_eq!(circles(&two), [["a.rs", "b.rs"]]);
    let three = [
        ("a.rs", "use crate::b::f;"),
        ("b.rs", "use crate::c::f;"),
        ("c.rs", "use crate::a::f;"),
        ("d.rs", "use crate::a::f;"),
    ];
    let with_items = three.map(|(name, text)| (name, format!("{text} pub fn f() {{}}")));
    let three: Vec<(&str, &str)> = with_items.iter().map(|(name, text)| (*name, text.as_str())).collect();
    assert_eq!(circles(&three), [["a.rs", "b.rs", "c.rs"]], "what leads into a circle is not in it");
    assert!(circles(&three[1..]).is_empty());
}

#[test]
fn circles_are_found_however_they_are_written() {
    let door = ("room/mod.rs", "mod a; mod b; pub use b::Bed;");
    let b = "pub struct Bed; impl Bed { fn f() { super::a::f() } }";
    let room = |a: &str| circles(&[door, ("room/a.rs", a), ("room/b.rs", b)]);
    for a in [
        "use super::b::Bed; pub fn f() {}",
        "use super::{b::{self, Bed as Sofa}}; pub fn f() {}",
        "use super::Bed; pub fn f() {}",
        "use crate::room::{Bed}; pub fn f() {}",
        "pub fn f() { super::Bed::f() }",
        "use super::b; pub fn f() { b::f() }",
        "use crate::room; pub fn f() { room::Bed::f() }",
        "use super::*; pub fn f(_: Bed) {} mod inner { use super::super::b::Bed; }",
        "pub fn f() {} #[cfg(test)] mod tests { fn t() {} } use super::b::Bed;",
        "#[cfg(test)] use std::fs; use super::b::Bed; pub fn f(_: &'static str) {}",
    ] {
        assert_eq!(room(a), [["room/a.rs", "room/b.rs"]], "{a}");
    }
    let glob = ("room/mod.rs", "mod a; mod b; pub use b::*;");
    let files = [glob, ("room/a.rs", "use super::Bed; pub fn f() {}"), ("room/b.rs", b)];
    assert_eq!(circles(&files), [["room/a.rs", "room/b.rs"]], "a name that is handed on by a star");
    let parent = [
        ("room.rs", "mod a; pub const N: u8 = 1; fn f() { a::f(); }"),
        ("room/a.rs", "use super::N; pub fn f() {}"),
    ];
    assert_eq!(circles(&parent), [["room.rs", "room/a.rs"]], "a file and its child");
}

#[test]
fn comments_strings_and_tests_make_no_circle() {
    let b = ("b.rs", "use crate::a::f; pub fn g() {}");
    for a in [
        "pub fn f() {} // use crate::b::g;",
        "/* use /* crate::b::g; */ use crate::b::g; */ pub fn f() {}",
        "/// Like [`crate::b::g`].\npub fn f() {}",
        "pub fn f() -> &'static str { \"\\\" use crate::b::g; crate::b::g()\" }",
        "pub fn f() -> &'static str { r#\"\" crate::b::g() \"# }",
        "pub fn f() -> char { '\"' } #[cfg(test)] mod tests { use crate::b::g; }",
        "pub fn f() {} #[cfg(test)] #[expect(dead_code)] fn h() { crate::b::g() }",
        "pub fn f() {} use other::b::g; use std::b::g;",
    ] {
        assert!(circles(&[("a.rs", a), b]).is_empty(), "{a}");
    }
    let after = "pub fn f() -> char { '\"' } #[cfg(test)] mod tests {} fn h() { crate::b::g() }";
    assert_eq!(circles(&[("a.rs", after), b]), [["a.rs", "b.rs"]]);
}

#[test]
fn a_door_is_in_no_circle() {
    let door = ("room/mod.rs", "mod a; mod b; pub use a::A; pub use b::B;");
    let files = [door, ("room/a.rs", "pub struct A;"), ("room/b.rs", "use super::A; pub struct B(A);")];
    assert!(circles(&files).is_empty());
}

#[test]
fn the_walls_know_every_way_to_write_a_path() {
    let text = "use crate::{files, model::{self, Project}};\nfn f() { super::super::app::start(); files::import(); }";
    let files = [("ui/panes/a.rs", text), ("ui/panes/mod.rs", "mod a;"), ("ui/mod.rs", "mod panes;")];
    let made = Sources::new(files.map(|(name, text)| (name.to_owned(), text.to_owned())));
    let used = made.imports("ui/panes/a.rs");
    let lines = |wall: &str| -> Vec<usize> {
        used.iter().filter(|(_, path)| is_within(path, wall)).map(|(line, _)| *line).collect()
    };
    assert_eq!(lines("crate::files"), [1, 2]);
    assert_eq!(lines("crate::model"), [1, 1]);
    // `super` of a file is its folder, the one above that the wing.
    assert_eq!(lines("crate::ui::app"), [2]);
    assert!(!is_within("crate::filesystem", "crate::files"));
}
