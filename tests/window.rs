//! The program as it is started: a real window under Xvfb, driven by keys, and a machine without a screen.
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use landtag_annotator::files::storage;
use landtag_annotator::model::{Coding, Preferences, Project, QuestionRef, WindowGeometry};

const PROGRAM: &str = env!("CARGO_BIN_EXE_landtag-annotator");

/// What `assets/demo.sh` types.
const MEMO: &str = "Größe genannt, Maßstab prüfen";

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether there is a program of this name to call.
fn is_installed(name: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(name).is_file())
}

fn said(output: &Output) -> String {
    let [out, err] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    format!("{}\n{out}{err}", output.status)
}

/// Runs a call of the program that has to succeed.
fn call(arguments: &[&Path]) {
    let output = Command::new(PROGRAM).args(arguments).output().expect("the program starts");
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
}

/// The coding of the question with this label in the only document.
fn coding<'a>(project: &'a Project, label: &str) -> Option<&'a Coding> {
    let document = project.document_at(0).expect("one document");
    let question = document.outline.questions().find(|question| question.label == label);
    let question = question.unwrap_or_else(|| panic!("there is a question {label}")).id;
    project.my_coding(QuestionRef { document: document.id, question })
}

/// Lets the demo do the main job in a window, then looks at what it left on disk.
fn do_the_main_job(paper: Option<&Path>, evidence: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut demo = Command::new("bash");
    demo.arg(repository().join("assets/demo.sh")).arg(folder.path());
    demo.args(["--no-install", "--binary", PROGRAM]).stdin(Stdio::null());
    if let Some(paper) = paper {
        demo.arg("--paper").arg(paper);
    }
    let output = demo.output().expect("bash starts");
    assert!(output.status.success(), "{}", said(&output));
    let at = |name: &str| -> PathBuf { folder.path().join(name) };
    let bytes = |name: &str| fs::read(at(name)).unwrap_or_else(|error| panic!("{name}: {error}"));

    let project = storage::open(&at("study.ron")).expect("the project is readable").project;
    let tags: Vec<Option<&str>> = ["1", "2", "3", "5", "6", "7"]
        .map(|label| coding(&project, label).and_then(|coding| coding.tag.as_ref()).map(|tag| tag.0.as_str()))
        .to_vec();
    let expected = [Some("concrete"), Some("vague"), None, Some("deferred"), Some("deferred"), None];
    assert_eq!(tags, expected, "one tag was undone, the others stand");
    assert_eq!(project.codings().len(), 4);
    let second = coding(&project, "2").expect("question 2 is coded");
    assert_eq!(second.memo, MEMO);
    let quotes: Vec<&str> = second.evidence.iter().map(|evidence| evidence.quote.exact.as_str()).collect();
    assert_eq!(quotes, [evidence]);

    call(&[Path::new("check"), &at("study.ron")]);
    call(&[
        Path::new("export"),
        &at("study.ron"),
        Path::new("--to"),
        &at("again.html"),
        Path::new("--document"),
        Path::new("1"),
        Path::new("--language"),
        Path::new("de"),
    ]);
    assert!(bytes("again.html") == bytes("summary.html"), "the window and the command line export the same");
    assert!(bytes("study.ron.bak") == bytes("study.ron"), "opened and saved again: the same bytes");
    for picture in ["tagged.png", "saved.png", "reopened.png", "exported.png"] {
        assert!(bytes(picture).starts_with(b"\x89PNG"), "{picture}");
    }
    let left: Vec<String> = fs::read_dir(folder.path())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains(".lock") || name.contains(".journal") || name.contains(".tmp"))
        .collect();
    assert!(left.is_empty(), "left behind: {left:?}");
}

#[test]
fn the_main_job_in_a_real_window() {
    for tool in ["bash", "Xvfb", "xdotool", "import", "setxkbmap"] {
        if !is_installed(tool) {
            println!("skipped: no {tool}");
            return;
        }
    }
    do_the_main_job(
        None,
        "Aus dem Programm „Späte Linie“ wurden im Jahr 2025 ca. 140 Nachtbuslinien gefördert.",
    );
    let paper = repository().join("../shared/corpus/docs/hessen-21-seed-puersuen.txt");
    if paper.is_file() {
        do_the_main_job(
            Some(&paper),
            "Der Landesregierung ist es ein Anliegen, Strukturen zur Resilienzvorsorge zu entwickeln, \
             Einzelheiten werden hierzu erarbeitet.",
        );
    } else {
        println!("skipped: no {}", paper.display());
    }
}

#[test]
#[cfg(target_os = "linux")]
fn without_a_display_it_says_what_is_missing() {
    let output = Command::new(PROGRAM)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    let words = String::from_utf8(output.stderr).expect("words");
    assert_eq!(words.lines().count(), 1, "{words}");
    assert!(words.contains("xvfb"), "{words}");
    assert!(output.stdout.is_empty(), "nothing on standard output");
}

/// A screen in memory with a window manager that gives windows a title bar, and a home for the program.
struct Screen {
    size: [i32; 2],
    scale: u8,
    display: String,
    home: tempfile::TempDir,
    servers: Vec<Child>,
}

/// How long anything may take. Only a test that fails waits that long.
const PATIENCE: Duration = Duration::from_mins(1);

impl Screen {
    /// None where the programs for it are missing.
    fn new(size: [i32; 2], scale: u8) -> Option<Self> {
        for tool in ["Xvfb", "openbox", "xdotool", "xwininfo"] {
            if !is_installed(tool) {
                println!("skipped: no {tool}");
                return None;
            }
        }
        let [width, height] = size;
        let mut xvfb = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24")])
            .args(["-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        let out = xvfb.stdout.take().expect("its output");
        BufReader::new(out).read_line(&mut number).expect("the number of the display");
        let home = tempfile::tempdir().expect("a folder");
        let mut screen =
            Self { size, scale, display: format!(":{}", number.trim()), home, servers: vec![xvfb] };
        let mut openbox = screen.command("openbox");
        let openbox = openbox.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("openbox starts");
        screen.servers.push(openbox);
        // A manager that runs says so on the root window, and xdotool asks there.
        wait_for("openbox", || screen.xdotool(&["get_desktop"]));
        Some(screen)
    }

    /// A call on this screen, with settings of its own.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let home = self.home.path();
        command.env("DISPLAY", &self.display).env("HOME", home);
        command.env("XDG_CONFIG_HOME", home.join("config")).env("XDG_DATA_HOME", home.join("data"));
        command.env("WINIT_X11_SCALE_FACTOR", self.scale.to_string()).env("LANG", "de_DE.UTF-8");
        for name in ["DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
            command.env_remove(name);
        }
        command.stdin(Stdio::null());
        command
    }

    fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        let output = self.command("xdotool").args(arguments).output().expect("xdotool starts");
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn settings(&self) -> PathBuf {
        self.home.path().join("config/landtag-annotator/settings.ron")
    }

    fn remembered(&self) -> WindowGeometry {
        storage::load_preferences(&self.settings()).window.expect("the window is remembered")
    }

    fn remember(&self, window: WindowGeometry) {
        let preferences = Preferences { window: Some(window), ..Preferences::default() };
        storage::save_preferences(&self.settings(), &preferences).expect("written");
    }

    /// Starts the program and waits until its window has come to rest.
    fn open(&self) -> Opened<'_> {
        let mut program = self.command(PROGRAM);
        let program =
            program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
        let found = wait_for("the window", || {
            let found = self.xdotool(&["search", "--onlyvisible", "--name", "Landtag Annotator"])?;
            found.lines().next().map(str::to_owned)
        });
        let opened = Opened { screen: self, program, id: found };
        opened.at_rest();
        opened
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for server in self.servers.iter_mut().rev() {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

/// A window of the program on a screen.
struct Opened<'a> {
    screen: &'a Screen,
    program: Child,
    id: String,
}

impl Opened<'_> {
    /// Left, top, width and height of the content on the screen, in pixels. (xdotool counts the frame twice.)
    fn geometry(&self) -> Option<[i32; 4]> {
        let output =
            self.screen.command("xwininfo").args(["-id", &self.id]).output().expect("xwininfo starts");
        let said = String::from_utf8_lossy(&output.stdout);
        let value = |name: &str| {
            let line = said.lines().find_map(|line| line.trim().strip_prefix(name));
            line.and_then(|value| value.trim().parse().ok())
        };
        let [left, top] = ["Absolute upper-left X:", "Absolute upper-left Y:"].map(value);
        Some([left?, top?, value("Width:")?, value("Height:")?])
    }

    /// The geometry once it has been the same for a while.
    fn at_rest(&self) -> [i32; 4] {
        let mut last = None;
        let mut same = 0;
        wait_for("the window to come to rest", || {
            let now = self.geometry();
            same = if now == last { same + 1 } else { 0 };
            last = now;
            now.filter(|_| same >= 8)
        })
    }

    /// The geometry, which has to be on the screen with a title bar above it.
    fn inside(&self) -> [i32; 4] {
        let [left, top, width, height] = self.at_rest();
        let [screen_width, screen_height] = self.screen.size;
        let is_inside =
            left >= 0 && top > 10 && left + width <= screen_width && top + height <= screen_height;
        assert!(is_inside, "{width}x{height} at {left}, {top} on {screen_width}x{screen_height}");
        [left, top, width, height]
    }

    fn quit(mut self) {
        self.screen.xdotool(&["windowfocus", "--sync", &self.id, "key", "ctrl+q"]).expect("a key");
        let status = wait_for("the program to end", || self.program.try_wait().expect("a child"));
        assert!(status.success(), "{status}");
    }
}

impl Drop for Opened<'_> {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// Asks again until there is an answer.
fn wait_for<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let since = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(since.elapsed() < PATIENCE, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(60));
    }
}

#[test]
fn the_first_window_is_whole_on_an_old_laptop() {
    let Some(screen) = Screen::new([1366, 768], 1) else { return };
    let [_, _, width, height] = screen.open().inside();
    assert!(width > 1200 && height > 600, "{width}x{height}: it uses the screen");
}

#[test]
fn the_first_window_is_whole_on_full_hd_at_scale_two() {
    let Some(screen) = Screen::new([1920, 1080], 2) else { return };
    let [_, _, width, height] = screen.open().inside();
    assert!(width > 1800 && height > 850, "{width}x{height}: it uses the screen");
}

#[test]
fn a_window_comes_back_where_it_was() {
    let Some(screen) = Screen::new([1920, 1080], 1) else { return };
    let window = screen.open();
    window.inside();
    let size = screen.xdotool(&["windowsize", "--sync", &window.id, "1010", "720"]);
    let place = screen.xdotool(&["windowmove", "--sync", &window.id, "333", "122"]);
    assert!(size.is_some() && place.is_some(), "moved");
    let before = window.at_rest();
    assert_eq!(before[2..], [1010, 720]);
    window.quit();
    assert_eq!(screen.remembered().size, (1010.0, 720.0));
    let again = screen.open();
    assert_eq!(again.at_rest(), before);
    // Asked to be tiny, it stays as large as its controls need.
    screen.xdotool(&["windowsize", &again.id, "300", "200"]);
    let smallest = wait_for("a smaller window", || Some(again.at_rest()).filter(|now| *now != before));
    assert_eq!(smallest[2..], [760, 520]);
    again.quit();
    assert_eq!(screen.open().at_rest(), smallest);
}

#[test]
fn a_window_of_a_screen_that_is_gone_comes_back_on_this_one() {
    let Some(screen) = Screen::new([1366, 768], 1) else { return };
    for place in [(3000.0, 200.0), (-2000.0, -900.0), (900.0, 600.0)] {
        screen.remember(WindowGeometry { size: (1800.0, 1000.0), place: Some(place), maximised: false });
        screen.open().inside();
    }
}

#[test]
fn a_maximised_window_comes_back_maximised_and_keeps_its_size() {
    let Some(screen) = Screen::new([1920, 1080], 1) else { return };
    let normal = WindowGeometry { size: (900.0, 640.0), place: Some((200.0, 100.0)), maximised: true };
    screen.remember(normal);
    let window = screen.open();
    let [_, _, width, height] = window.inside();
    assert!(width > 1900 && height > 1000, "{width}x{height} is maximised");
    window.quit();
    assert_eq!(screen.remembered(), normal);
}
