//! Two people at two copies of a project: real windows on two screens, driven by keys, then put together.
#![cfg(target_os = "linux")]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use landtag_annotator::files::storage::{read_project, write_project};
use landtag_annotator::model::edits::Session;
use landtag_annotator::model::edits::rounds::{self, RoundDraft};
use landtag_annotator::model::{CoderId, Identity, Project, Round};
use support::{now, sample, session};

const PROGRAM: &str = env!("CARGO_BIN_EXE_landtag-annotator");

/// Generous: only a step that failed ever waits that long.
const PATIENCE: Duration = Duration::from_mins(1);

/// The people, and the keys by which each codes the ten questions.
const PEOPLE: [(&str, &str); 2] = [("Nele Keller", "1233121212"), ("Aaron Brandt", "1232121312")];

fn is_installed(name: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(name).is_file())
}

/// A project with a blind round for two people who never opened it.
fn planned() -> Project {
    let mut desk = session(vec![sample()]);
    desk.sit(Identity::default());
    let draft = RoundDraft {
        name: "Blind".into(),
        drawn: None,
        seed: 3,
        shuffled: true,
        blind: true,
        with_me: false,
        coders: BTreeSet::new(),
        others: PEOPLE.map(|(name, _)| name.to_owned()).to_vec(),
    };
    let change = rounds::plan(desk.project(), desk.identity(), &draft, now()).expect("two people");
    desk.commit(change).expect("it fits");
    desk.project().clone()
}

/// A screen in memory, with one window on it.
struct Screen {
    xvfb: Child,
    display: String,
    program: Child,
    window: String,
}

impl Screen {
    fn with(project: &Path, home: &Path) -> Self {
        let mut xvfb = Command::new("Xvfb")
            .args("-displayfd 1 -screen 0 1440x900x24 -nolisten tcp -noreset".split(' '))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        let out = xvfb.stdout.take().expect("a pipe");
        BufReader::new(out).read_line(&mut number).expect("the number of the screen");
        let display = format!(":{}", number.trim());
        fs::create_dir_all(home).expect("a home");
        let mut call = Command::new(PROGRAM);
        for gone in ["DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
            call.env_remove(gone);
        }
        for gone in ["LC_ALL", "LC_MESSAGES", "LANGUAGE"] {
            call.env_remove(gone);
        }
        call.env("DISPLAY", &display).env("LANG", "de_DE.UTF-8").env("HOME", home);
        call.env("XDG_CONFIG_HOME", home.join("config")).env("XDG_DATA_HOME", home.join("data"));
        let program = call.arg(project).stdin(Stdio::null()).spawn().expect("the program starts");
        let mut screen = Self { xvfb, display, program, window: String::new() };
        screen.wait_for("the window", |screen| {
            let found = screen.xdotool(&["search", "--onlyvisible", "--name", "Landtag Annotator"]);
            let found = String::from_utf8_lossy(&found.stdout).lines().next().unwrap_or_default().to_owned();
            screen.window.clone_from(&found);
            !found.is_empty()
        });
        screen.xdotool(&["windowfocus", "--sync", &screen.window, "mousemove", "1439", "899"]);
        screen.wait_for("the project in the window", |screen| screen.title().contains("Probe"));
        screen.come_to_rest();
        screen
    }

    fn call(&self, name: &str) -> Command {
        let mut call = Command::new(name);
        call.env("DISPLAY", &self.display);
        call
    }

    fn xdotool(&self, arguments: &[&str]) -> Output {
        self.call("xdotool").args(arguments).output().expect("xdotool")
    }

    fn title(&self) -> String {
        let said = self.xdotool(&["getwindowname", &self.window]).stdout;
        String::from_utf8_lossy(&said).trim().to_owned()
    }

    fn picture(&self) -> Vec<u8> {
        let taken = self.call("import").args(["-silent", "-window", "root", "-depth", "8", "rgb:-"]).output();
        taken.expect("a picture").stdout
    }

    fn wait_for(&mut self, what: &str, mut done: impl FnMut(&mut Self) -> bool) {
        let since = Instant::now();
        while !done(self) {
            assert!(since.elapsed() < PATIENCE, "waited in vain for {what}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn come_to_rest(&mut self) {
        let mut before = self.picture();
        self.wait_for("the window to come to rest", |screen| {
            let now = screen.picture();
            let same = now == before;
            before = now;
            same
        });
    }

    /// Presses a key and waits until the window has answered.
    fn press(&mut self, key: &str) {
        self.act(&["key", key]);
    }

    fn type_text(&mut self, text: &str) {
        self.act(&["type", "--delay", "20", text]);
    }

    fn act(&mut self, arguments: &[&str]) {
        let before = self.picture();
        self.xdotool(arguments);
        self.wait_for(&format!("an effect of {arguments:?}"), |screen| screen.picture() != before);
        self.come_to_rest();
    }

    fn say_name(&mut self, name: &str) {
        self.press("ctrl+t");
        self.type_text(name);
        self.press("Return");
        self.press("Escape");
    }

    /// Tags one question after the other.
    fn code(&mut self, keys: &str) {
        let last = keys.len() - 1;
        for (nth, key) in keys.char_indices() {
            self.press(&key.to_string());
            if nth < last {
                self.press("Right");
            }
        }
    }

    fn hand_in(&mut self) {
        self.press("ctrl+k");
        self.type_text("Runde abgeben");
        self.press("Return");
        self.press("Return");
        self.press("Escape");
    }

    fn save_and_quit(&mut self) {
        self.xdotool(&["key", "ctrl+s"]);
        self.wait_for("the save", |screen| !screen.title().starts_with('●'));
        self.xdotool(&["key", "ctrl+q"]);
        self.wait_for("the end", |screen| screen.program.try_wait().expect("a state").is_some());
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
        let _ = self.xvfb.kill();
        let _ = self.xvfb.wait();
    }
}

fn read(path: &Path) -> Project {
    read_project("study.ron", &fs::read_to_string(path).expect("the file")).expect("a project")
}

fn call(arguments: &[&str]) -> Output {
    Command::new(PROGRAM).args(arguments).output().expect("the program starts")
}

/// One of the two decides a case in the window, with a reason; the votes stay.
fn decide(folder: &Path, merged: &Path) {
    let before = read(merged);
    let mut screen = Screen::with(merged, &folder.join("home-1"));
    screen.press("ctrl+4");
    screen.press("3");
    screen.press("ctrl+Return");
    screen.type_text("Grenzfall 1");
    screen.press("ctrl+Return");
    screen.save_and_quit();
    let decided = read(merged);
    let decisions: Vec<_> = decided.decisions().collect();
    assert_eq!(decisions.len(), 1);
    assert_eq!((&*decisions[0].1.reason, decisions[0].1.round), ("Grenzfall 1", Round(2)));
    assert!(decided.codings().eq(before.codings()), "the votes stay");
    let out = folder.join("decisions.csv");
    let [from, to] = [merged, &out].map(|path| path.to_str().expect("a plain path"));
    assert!(call(&["export", from, "--to", to, "--format", "decisions"]).status.success());
    assert!(fs::read_to_string(&out).expect("the table").contains("Grenzfall 1"));
}

/// The tags of a coder in the blind round, by their keys.
fn tags_of(project: &Project, coder: CoderId) -> String {
    let codings = project.codings().filter(|(key, _)| key.coder == coder && key.round == Round(2));
    let key = |tag| project.codebook().key_of(tag).expect("a key").to_string();
    codings.filter_map(|(_, coding)| coding.tag.as_ref().map(key)).collect()
}

#[test]
fn two_people_code_blind_in_two_windows_and_come_together() {
    for tool in ["Xvfb", "xdotool", "import"] {
        if !is_installed(tool) {
            println!("skipped: no {tool}");
            return;
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let base = folder.path().join("base.ron");
    let planned = planned();
    fs::write(&base, write_project(&planned)).expect("written");
    let copies: Vec<PathBuf> = ["keller", "brandt"]
        .iter()
        .map(|name| {
            let copy = folder.path().join(name).join("study.ron");
            fs::create_dir_all(copy.parent().expect("a folder")).expect("a folder");
            fs::copy(&base, &copy).expect("a copy");
            copy
        })
        .collect();
    // Both windows are open at once.
    let homes = ["home-1", "home-2"].map(|name| folder.path().join(name));
    let mut screens: Vec<Screen> =
        copies.iter().zip(&homes).map(|(copy, home)| Screen::with(copy, home)).collect();
    for (screen, (name, keys)) in screens.iter_mut().zip(PEOPLE) {
        screen.say_name(name);
        screen.code(keys);
        screen.hand_in();
    }
    screens.iter_mut().for_each(Screen::save_and_quit);
    drop(screens);

    let ids: Vec<CoderId> = PEOPLE
        .iter()
        .map(|(name, _)| planned.coders().find(|coder| coder.is_called(name)).expect("planned").id)
        .collect();
    for ((copy, (_, keys)), id) in copies.iter().zip(PEOPLE).zip(&ids) {
        let project = read(copy);
        assert_eq!(tags_of(&project, *id), keys, "each in the round that was planned for them");
        assert_eq!(project.codings().len(), 10);
        let plan = project.round(Round(2)).expect("the round");
        assert_eq!(plan.handed_in, BTreeSet::from([*id]));
        let coder = project.coder(*id).expect("known");
        assert!(!coder.key.is_empty(), "claimed by the name");
    }
    come_together(folder.path(), &base, &copies, &ids);
}

/// Puts both copies together by the command line, checks the project and exports it.
fn come_together(folder: &Path, base: &Path, copies: &[PathBuf], ids: &[CoderId]) {
    if !call(&["help", "merge"]).status.success() {
        println!("skipped: this program does not merge");
        return;
    }
    let text = |path: &Path| path.to_str().expect("a plain path").to_owned();
    let merged = folder.join("merged.ron");
    let (one, other) = (text(&copies[0]), text(&copies[1]));
    let output = call(&["merge", &one, &other, "--base", &text(base), "-o", &text(&merged)]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let project = read(&merged);
    for (id, (_, keys)) in ids.iter().zip(PEOPLE) {
        assert_eq!(tags_of(&project, *id), keys, "nothing of either is lost");
    }
    assert_eq!(project.codings().len(), 20);
    let plan = project.round(Round(2)).expect("the round");
    assert_eq!(plan.handed_in, ids.iter().copied().collect());
    assert!(call(&["check", &text(&merged)]).status.success());
    let out = folder.join("codings.csv");
    assert!(call(&["export", &text(&merged), "--to", &text(&out)]).status.success());
    let table = fs::read_to_string(&out).expect("the table");
    assert!(PEOPLE.iter().all(|(name, _)| table.contains(name)), "both are in the table");

    decide(folder, &merged);

    // The package of one person holds no work of the other.
    let part = folder.join("part.ron");
    let output = call(&["package", &text(&merged), "--coder", PEOPLE[0].0, "-o", &text(&part)]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read_part = read(&part);
    assert_eq!((tags_of(&read_part, ids[0]).len(), tags_of(&read_part, ids[1]).len()), (10, 0));
    // Who handed in sees both.
    let mut desk = Session::new(project);
    let key = desk.project().coder(ids[0]).expect("known").key.clone();
    desk.sit(Identity { name: PEOPLE[0].0.to_owned(), key });
    assert_eq!(desk.seen().codings().len(), 20);
}
