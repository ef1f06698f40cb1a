//! A window that is killed at any moment while somebody works in it: the project opens every time, and what the
//! window had shown for a second is there, with its undo.
//!
//! The window is the real one, on its own threads and on a real disk, in a process of its own that is ended with
//! SIGKILL. Both sides follow one script that a seed makes, so every state that may be found is known beforehand.
//! `KILLS=1000 cargo test --release --test kill -- --nocapture` takes about three quarters of an hour and prints figures.
//! `KILLS=1000 KILLS_FROM=400` makes the kills numbered 400 to 999 only: a kill depends on its number alone, so a
//! run that was interrupted can be continued, and kills, saves and changes of both parts be added up.
#![cfg(unix)]

mod support;

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{self, Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, RawInput, Rect, pos2, vec2};
use landtag_annotator::app::{Answer, Asked, Pretended, Window};
use landtag_annotator::files::import;
use landtag_annotator::files::storage::{
    Disk, STEPS_KEPT, create, default_codebook, open_to_work, unsaved_in,
};
use landtag_annotator::model::edits::{Session, library, tagging};
use landtag_annotator::model::{Identity, Language, Project};
use landtag_annotator::ui::Command;
use landtag_annotator::ui::theme;
use sha2::{Digest as _, Sha256};
use support::{now, root};

/// What the window had shown for so long has to be found.
const PROMISE: Duration = Duration::from_secs(1);

/// The latest moment of a kill.
const LATEST_MS: u64 = 4000;

/// A file for a person to save to, and the folder for what was never saved.
fn project_in(folder: &Path) -> PathBuf {
    folder.join("study.ron")
}

fn unsaved_folder(folder: &Path) -> PathBuf {
    folder.join("unsaved")
}

/// Numbers that look like chance and come again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// How the person begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    /// A project of one paper.
    Small,
    /// A project that takes a while to be saved.
    Large,
    /// A paper without a project, saved later or never.
    Nowhere,
}

const KINDS: [Kind; 3] = [Kind::Small, Kind::Large, Kind::Nowhere];

impl Kind {
    fn papers(self) -> usize {
        match self {
            Self::Small | Self::Nowhere => 1,
            Self::Large if cfg!(debug_assertions) => 400,
            Self::Large => 2000,
        }
    }
}

/// What the person does next.
#[derive(Clone, Copy, Debug)]
enum Act {
    Tag(Key),
    Move(Key),
    Memo(u64),
    Evidence,
    Later,
    Undo,
    Redo,
    Save,
    /// To another file, in which the work goes on, while the save to the old one is under way.
    SaveAs,
    /// The work of a colleague comes in.
    BringIn,
    /// Another project is opened, tagged in and saved; then the first one again.
    TwoProjects,
    Reopen,
    NextDocument,
}

struct Script(Chance);

impl Script {
    fn new(kind: Kind, seed: u64) -> Self {
        Self(Chance(seed * 8 + kind as u64 + 1))
    }

    fn next(&mut self) -> Act {
        let key = [Key::Num1, Key::Num2, Key::Num3, Key::Num0][self.0.below(4) as usize];
        match self.0.below(100) {
            0..30 => Act::Tag(key),
            30..50 => Act::Move(if self.0.below(3) == 0 { Key::ArrowLeft } else { Key::ArrowRight }),
            50..58 => Act::Memo(self.0.below(1000)),
            58..66 => Act::Evidence,
            66..70 => Act::Later,
            70..84 => Act::Undo,
            84..92 => Act::Redo,
            92..95 => Act::Save,
            95 => match self.0.below(3) {
                0 => Act::SaveAs,
                1 => Act::BringIn,
                _ => Act::TwoProjects,
            },
            96 => Act::Reopen,
            _ => Act::NextDocument,
        }
    }
}

/// A window without a screen.
struct Desk {
    ctx: egui::Context,
    window: Window,
    time: f64,
    project: PathBuf,
    folder: PathBuf,
    /// How many files the project was saved to.
    files: usize,
    /// What the dialogs were asked. They answer when this side says so.
    asked: Arc<Mutex<Asked>>,
    /// Revision of the project when it was last looked at.
    seen: u64,
    /// Called with every frame that showed a change.
    shown: Box<dyn FnMut(&Session)>,
}

impl Desk {
    fn new(folder: &Path, kind: Kind, threads: bool, shown: impl FnMut(&Session) + 'static) -> Self {
        let project = project_in(folder);
        let begin = match kind {
            Kind::Nowhere => root().join("assets/sample/kleine-anfrage-hessen-muster.txt"),
            Kind::Small | Kind::Large => project.clone(),
        };
        let (mut services, asked) = Pretended::watched(now(), Vec::new(), Language::German);
        asked.lock().expect("no panic").stays_open = true;
        services.threads = threads;
        services.unsaved = Some(unsaved_folder(folder));
        let ctx = egui::Context::default();
        theme::install(&ctx);
        let window = Window::new(services, vec![begin]);
        let folder = folder.to_owned();
        let shown = Box::new(shown);
        let mut desk = Self { ctx, window, time: 0.0, project, folder, files: 1, asked, seen: 0, shown };
        desk.frames_until(|window| window.document().is_some());
        desk
    }

    fn frame(&mut self, events: Vec<Event>) {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1440.0, 900.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let mut output = self.ctx.run_ui(input, |ui| self.window.ui(ui));
        // Nobody paints.
        output.textures_delta.clear();
        let Some(session) = self.window.session() else { return };
        if session.revision() != self.seen {
            self.seen = session.revision();
            (self.shown)(session);
        }
    }

    fn frames_until(&mut self, done: impl Fn(&Window) -> bool) {
        while !done(&self.window) {
            self.frame(Vec::new());
        }
        self.frame(Vec::new());
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.frame(vec![event(true), event(false)]);
        self.frame(Vec::new());
    }

    fn act(&mut self, act: Act) {
        let ctrl = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
        match act {
            Act::Tag(key) | Act::Move(key) => self.press(Modifiers::NONE, key),
            Act::Memo(number) => {
                self.press(Modifiers::NONE, Key::M);
                for letter in format!("Notiz {number}").chars() {
                    self.frame(vec![Event::Text(letter.to_string())]);
                }
                self.press(Modifiers::NONE, Key::Escape);
            }
            Act::Evidence => {
                self.press(Modifiers::NONE, Key::Period);
                self.press(Modifiers::NONE, Key::B);
            }
            Act::Later => self.press(Modifiers::NONE, Key::S),
            Act::Undo => self.press(ctrl, Key::Z),
            Act::Redo => self.press(ctrl, Key::Y),
            Act::Save => self.save(ctrl),
            Act::NextDocument => self.press(ctrl, Key::PageDown),
            Act::SaveAs => self.save_as(ctrl),
            Act::BringIn => self.bring_in(),
            Act::TwoProjects => self.two_projects(ctrl),
            Act::Reopen => self.reopen(ctrl),
        }
    }

    /// A second save would wait for the first and then end the step that is being typed, whichever that is.
    fn save(&mut self, ctrl: Modifiers) {
        self.frames_until(|window| !window.is_saving());
        self.press(ctrl, Key::S);
        let path = self.project.clone();
        self.answer(path);
    }

    /// Answers the question of a dialog, if one was asked.
    fn answer(&mut self, path: PathBuf) {
        {
            let mut asked = self.asked.lock().expect("no panic");
            let Some((id, _)) = asked.questions.pop() else { return };
            asked.late.push_back((id, Answer::Chosen(vec![path])));
        }
        self.frame(Vec::new());
        self.frame(Vec::new());
    }

    /// The second of two saves waits for the first and ends the step that is being typed: nothing is typed until both
    /// are done.
    fn save_as(&mut self, ctrl: Modifiers) {
        self.save(ctrl);
        self.files += 1;
        self.project = self.folder.join(format!("study-{}.ron", self.files));
        self.press(ctrl | Modifiers::SHIFT, Key::S);
        let path = self.project.clone();
        self.answer(path);
        self.frames_until(|window| !window.is_saving());
    }

    fn bring_in(&mut self) {
        self.window.ask(Command::BringIn);
        self.frame(Vec::new());
        let theirs = self.folder.join(THEIRS);
        self.answer(theirs);
        self.frames_until(Window::is_covered);
        self.window.ask(Command::TakeMerge);
        self.frames_until(|window| !window.is_covered());
    }

    fn two_projects(&mut self, ctrl: Modifiers) {
        self.save(ctrl);
        self.frames_until(|window| !window.is_dirty());
        let (own, second) = (self.project.clone(), self.folder.join(SECOND));
        self.seen = 0;
        self.window.open_paths(vec![second.clone()]);
        self.frames_until(|window| window.project().is_some_and(|project| project.name() == "Second"));
        self.project = second;
        for key in [Key::Num1, Key::ArrowRight, Key::Num3] {
            self.press(Modifiers::NONE, key);
        }
        self.save(ctrl);
        self.frames_until(|window| !window.is_dirty());
        self.project = own;
        self.seen = 0;
        self.window.open_paths(vec![self.project.clone()]);
        self.frames_until(|window| window.project().is_some_and(|project| project.name() != "Second"));
    }

    /// Saves, closes and opens again. Where nothing is unsaved there is nothing to save.
    fn reopen(&mut self, ctrl: Modifiers) {
        self.save(ctrl);
        self.frames_until(|window| !window.is_dirty());
        self.press(ctrl, Key::W);
        self.frames_until(|window| window.project().is_none());
        self.seen = 0;
        self.window.open_paths(vec![self.project.clone()]);
        // Its only paper may have been taken back before.
        self.frames_until(|window| window.project().is_some());
    }
}

/// What a project says and what can be undone in it, in short.
fn state_of(session: &Session) -> String {
    let parts = session.project().to_parts();
    let past = session.past(STEPS_KEPT);
    let labels = |steps: &[std::sync::Arc<landtag_annotator::model::edits::Step>]| {
        steps.iter().map(|step| format!("{:?}", step.label)).collect::<Vec<_>>()
    };
    let said = (
        &parts.name,
        parts.documents.iter().map(|document| document.id).collect::<Vec<_>>(),
        &parts.codings,
        labels(&past.done),
        labels(&past.undone),
    );
    format!("{:?}", Sha256::digest(format!("{said:?}")))
}

/// Every state of a script in its order: the first is that before any change.
fn states(kind: Kind, seed: u64, acts: usize, first: &Path) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    copy(first, folder.path());
    let (sender, receiver) = channel();
    let mut desk = Desk::new(folder.path(), kind, false, move |session| {
        sender.send(state_of(session)).expect("somebody listens");
    });
    let mut states = Vec::new();
    states.push(match kind {
        // Before the paper is in there is no project.
        Kind::Nowhere => String::new(),
        Kind::Small | Kind::Large => state_of(desk.window.session().expect("open")),
    });
    let mut script = Script::new(kind, seed);
    for _ in 0..acts {
        desk.act(script.next());
    }
    drop(desk);
    states.extend(receiver);
    states
}

/// The file of a colleague, and another project.
const THEIRS: &str = "theirs.colleague";
const SECOND: &str = "second.ron";

fn begin(kind: Kind, folder: &Path) {
    let sample = |name| {
        let mut project = Project::new(name, default_codebook());
        library::add(&project, vec![support::sample()]).edit.apply(&mut project).expect("fits");
        project
    };
    create(&folder.join(SECOND), &sample("Second")).expect("written");
    let mut theirs = Session::new(sample(""));
    theirs.sit(Identity { name: "Kim Brandt".to_owned(), key: "00112233aabbccdd".to_owned() });
    let paper = theirs.project().document_at(0).expect("a paper").id;
    for number in 2..6 {
        let at = support::question(paper, number);
        let change = tagging::tag(theirs.project(), at, Some(&support::tag("vague")), now());
        theirs.commit(change.expect("possible")).expect("fits");
    }
    create(&folder.join(THEIRS), theirs.project()).expect("written");
    if kind == Kind::Nowhere {
        return;
    }
    let text = std::fs::read_to_string(root().join("assets/sample/kleine-anfrage-hessen-muster.txt"));
    let text = text.expect("the sample");
    let papers = (0..kind.papers()).map(|number| {
        let text = text.replacen("Nachtbusse", &format!("Nachtbusse {number}"), 1);
        import::document(&format!("{number}.txt"), text.as_bytes()).expect("a paper")
    });
    let mut project = Project::new("", default_codebook());
    library::add(&project, papers.collect()).edit.apply(&mut project).expect("fits");
    create(&project_in(folder), &project).expect("written");
}

/// Not a test: the window that is killed. It says each change once a frame showed it.
#[test]
#[ignore = "the other process of the test below"]
fn the_window() {
    let Some(folder) = std::env::var_os("KILL_FOLDER").map(PathBuf::from) else { return };
    let number = |name| std::env::var(name).expect("given").parse::<u64>().expect("a number");
    let kind = KINDS[number("KILL_KIND") as usize];
    let mut count = 0;
    let mut desk = Desk::new(&folder, kind, true, move |_| {
        count += 1;
        say(&format!("shown {count}"));
    });
    say("begins");
    let mut script = Script::new(kind, number("KILL_SEED"));
    for _ in 0..number("KILL_ACTS") {
        desk.act(script.next());
    }
    say("ends");
    std::thread::park();
}

fn say(line: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "{line}").and_then(|()| out.flush()).expect("the other process listens");
}

/// The process with the window, and what it says with the time at which it was heard.
struct Victim {
    process: Child,
    heard: Receiver<(Instant, String)>,
}

impl Victim {
    fn start(folder: &Path, kind: Kind, seed: u64, acts: usize) -> Self {
        let mut process = process::Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "the_window", "--ignored", "--nocapture"])
            .env("KILL_FOLDER", folder)
            .env("KILL_KIND", (kind as usize).to_string())
            .env("KILL_SEED", seed.to_string())
            .env("KILL_ACTS", acts.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("starts");
        let out = BufReader::new(process.stdout.take().expect("a pipe"));
        let (sender, heard) = channel();
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                if sender.send((Instant::now(), line)).is_err() {
                    break;
                }
            }
        });
        Self { process, heard }
    }
}

/// How long after its beginning the window of that number is killed, whatever was killed before.
fn moment_of(number: u64) -> Duration {
    let mut chance = Chance(20_260_504_u64.wrapping_add(number.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
    Duration::from_millis(chance.below(LATEST_MS))
}

/// What one kill showed.
struct Found {
    /// Changes that were shown before the kill.
    shown: usize,
    /// Age of the oldest change that was shown and is not there.
    lost: Duration,
    in_a_save: bool,
}

/// Kills a window that many milliseconds after it began, and looks at what is left.
fn kill(folder: &Path, kind: Kind, seed: u64, after: Duration, states: &[String], acts: usize) -> Found {
    let mut victim = Victim::start(folder, kind, seed, acts);
    let mut lines = Vec::new();
    let mut end: Option<Instant> = None;
    loop {
        let patience =
            end.map_or(Duration::from_mins(1), |end| end.saturating_duration_since(Instant::now()));
        match victim.heard.recv_timeout(patience) {
            Ok((_, line)) if line == "begins" => end = Some(Instant::now() + after),
            Ok((at, line)) => lines.extend(line.strip_prefix("shown ").map(|_| at)),
            Err(RecvTimeoutError::Timeout) if end.is_some() => break,
            Err(reason) => panic!("the window ended by itself or never began: {reason}"),
        }
        if end.is_some_and(|end| end <= Instant::now()) {
            break;
        }
    }
    let killed = Instant::now();
    victim.process.kill().expect("alive until now");
    victim.process.wait().expect("dead");
    // What it had said and nobody had heard yet.
    lines.extend(victim.heard.iter().filter(|(_, line)| line.starts_with("shown ")).map(|(at, _)| at));

    let in_a_save = looks_like_a_save(folder);
    let promised = lines.iter().filter(|at| killed.saturating_duration_since(**at) > PROMISE).count();
    // One more may be under way: applied and on disk before it was said.
    let possible = (lines.len() + 1).min(states.len() - 1);
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut places: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    places.retain(|path| path.extension().is_some_and(|ending| ending == "ron"));
    for unsaved in unsaved_in(&unsaved_folder(folder)) {
        places.push(unsaved.expect("what was never saved opens as well").path);
    }
    let mut newest = None;
    let mut found = Vec::new();
    for place in places.iter().filter(|place| place.exists()) {
        let (resumed, _lock) = open_to_work(&Disk, place).unwrap_or_else(|problem| panic!("{problem:?}"));
        assert_eq!(resumed.left_over, None, "{}: taken for a journal of another state", place.display());
        assert_eq!(resumed.findings, []);
        let state = state_of(&resumed.session);
        newest = newest.max((promised..=possible).rev().find(|number| states[*number] == state));
        found.push(format!("{} is {:?}", place.display(), states.iter().position(|other| *other == state)));
    }
    if newest.is_none() && promised == 0 && kind == Kind::Nowhere {
        newest = Some(0);
    }
    let Some(newest) = newest else {
        panic!("promised {promised}, possible {possible}, found {found:?} in {}", folder.display());
    };
    let lost = lines.get(newest).map_or(Duration::ZERO, |at| killed.saturating_duration_since(*at));
    Found { shown: lines.len(), lost, in_a_save }
}

/// Whether files lie there that only stand there while a save is under way.
fn looks_like_a_save(folder: &Path) -> bool {
    let names = std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok);
    names.map(|entry| entry.path()).any(|path| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let is_marked = || {
            let journal = std::fs::read(&path).unwrap_or_default();
            journal.split(|byte| *byte == b'\n').any(|line| line.starts_with(b"Saving("))
        };
        name.starts_with(".study")
            || name.ends_with(".history.next")
            || (name.ends_with(".journal") && is_marked())
    })
}

#[test]
fn what_was_shown_for_a_second_survives_a_kill() {
    let kills: u64 = std::env::var("KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(18);
    let from: u64 = std::env::var("KILLS_FROM").ok().and_then(|from| from.parse().ok()).unwrap_or(0);
    assert!(from < kills, "KILLS_FROM is the number of the first kill and KILLS the end");
    let (acts, seeds) = if cfg!(debug_assertions) { (700, 1) } else { (2500, 4) };
    // Every kill begins with the same files.
    let firsts = KINDS.map(|kind| {
        let first = tempfile::tempdir().expect("a folder");
        begin(kind, first.path());
        first
    });
    let mut scripts = Vec::new();
    for (kind, first) in KINDS.into_iter().zip(&firsts) {
        scripts.extend((0..seeds).map(|seed| (kind, seed, first, states(kind, seed, acts, first.path()))));
    }
    let (mut shown, mut saves, mut lags) = (0, 0, Vec::new());
    for number in from..kills {
        let (kind, seed, first, states) = &scripts[(number % scripts.len() as u64) as usize];
        // Where something is wrong the files can be looked at.
        let folder = tempfile::tempdir().expect("a folder").keep();
        copy(first.path(), &folder);
        let after = moment_of(number);
        let found = kill(&folder, *kind, *seed, after, states, acts);
        std::fs::remove_dir_all(&folder).expect("removed");
        shown += found.shown;
        saves += usize::from(found.in_a_save);
        lags.push(found.lost);
        if number % 50 == 49 {
            say(&format!(
                "{} of {kills} kills, all opened, nothing older than a second was lost",
                number + 1
            ));
        }
    }
    lags.sort();
    let share = |percent: usize| lags[(lags.len() - 1) * percent / 100].as_millis();
    say(&format!(
        "{} kills (from number {from}), {saves} of them in the middle of a save; {shown} changes were shown; the oldest that was \
         lost had been shown for {} ms (half: {} ms, 99 of 100: {} ms)",
        kills - from,
        share(100),
        share(50),
        share(99),
    ));
    assert!(shown > 0, "the windows did something");
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        std::fs::copy(entry.path(), to.join(entry.file_name())).expect("copied");
    }
}
