//! The outside: clock, dialogs, threads, where settings are kept. Real in the program, pretended in
//! tests, so that every test is repeatable.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::model::Language;

/// What the window asks of its surroundings.
pub struct Services {
    pub clock: Box<dyn Clock>,
    pub dialogs: Box<dyn Dialogs>,
    /// Where preferences are kept; none keeps them nowhere.
    pub preferences: Option<PathBuf>,
    /// Where projects are kept that were never saved; none keeps them nowhere.
    pub unsaved: Option<PathBuf>,
    pub system_language: Language,
    /// Whether long work runs on threads of its own. Tests do it in the frame.
    pub threads: bool,
    /// A key nobody else has, for whoever has none yet; none draws no key.
    pub fresh_key: Option<String>,
}

/// What time it is.
pub trait Clock {
    fn now(&self) -> Timestamp;
    /// The same moment on the clock on the wall.
    fn local(&self, at: Timestamp) -> DateTime;
}

/// Native file dialogs. They never block: an answer is fetched later.
pub trait Dialogs {
    /// Shows a dialog. `wake` is called when there is an answer.
    fn ask(&mut self, ask: Ask, wake: Box<dyn Fn() + Send>);
    /// The answer, once there is one.
    fn answer(&mut self) -> Option<Answer>;
    /// Whether a dialog is open.
    fn is_open(&self) -> bool;
}

/// What a dialog is to ask for. Titles are in the person's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// One or several files.
    Open { title: String, papers: String },
    /// A folder of papers.
    Folder { title: String },
    /// A place for a file with this ending.
    Save { title: String, name: String, ending: String },
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    Chosen(Vec<PathBuf>),
    Cancelled,
    /// No dialog could be shown here.
    Unavailable,
}

impl Services {
    /// The real surroundings.
    #[must_use]
    pub fn real() -> Self {
        let folders = directories::ProjectDirs::from("", "", "landtag-annotator");
        Self {
            clock: Box::new(SystemClock),
            dialogs: Box::new(NativeDialogs::default()),
            preferences: folders.as_ref().map(|folders| folders.config_dir().join("settings.ron")),
            unsaved: folders.map(|folders| folders.data_dir().join("unsaved")),
            system_language: system_language(),
            threads: true,
            fresh_key: Some(fresh_key()),
        }
    }
}

/// Sixteen digits from the chance that the standard library draws from the system for its hash tables.
fn fresh_key() -> String {
    use std::hash::{BuildHasher, RandomState};
    format!("{:016x}", RandomState::new().hash_one(std::process::id()))
}

/// The language of the system: German where it is German or says nothing, English otherwise.
#[must_use]
pub fn system_language() -> Language {
    let locale = sys_locale::get_locale().unwrap_or_default().to_lowercase();
    // Systems that say nothing call themselves C or POSIX.
    let says_nothing =
        locale.is_empty() || locale == "c" || locale.starts_with("c.") || locale.starts_with("posix");
    if says_nothing || locale.starts_with("de") { Language::German } else { Language::English }
}

struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        // Whole seconds: nobody codes faster, and the file stays readable.
        let now = Timestamp::now();
        Timestamp::from_second(now.as_second()).unwrap_or(now)
    }

    fn local(&self, at: Timestamp) -> DateTime {
        at.to_zoned(TimeZone::system()).datetime()
    }
}

/// Dialogs by rfd on a thread of their own, so that a portal that never answers blocks nothing.
#[derive(Default)]
struct NativeDialogs {
    open: Option<Receiver<Answer>>,
}

/// Nobody closes a dialog this fast: there was none.
const FASTER_THAN_PEOPLE: Duration = Duration::from_millis(250);

impl Dialogs for NativeDialogs {
    fn ask(&mut self, ask: Ask, wake: Box<dyn Fn() + Send>) {
        let (sender, receiver) = channel();
        self.open = Some(receiver);
        std::thread::spawn(move || {
            let answer = if has_session_bus() { show(ask) } else { Answer::Unavailable };
            let _ = sender.send(answer);
            wake();
        });
    }

    fn answer(&mut self) -> Option<Answer> {
        let answer = self.open.as_ref()?.try_recv().ok()?;
        self.open = None;
        Some(answer)
    }

    fn is_open(&self) -> bool {
        self.open.is_some()
    }
}

/// Without a session bus there is no portal, and asking for one takes long to fail.
fn has_session_bus() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let named = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some_and(|address| !address.is_empty());
    let usual = std::env::var_os("XDG_RUNTIME_DIR").map(|folder| PathBuf::from(folder).join("bus"));
    named || usual.is_some_and(|bus| bus.exists())
}

fn show(ask: Ask) -> Answer {
    let since = Instant::now();
    let chosen = match ask {
        Ask::Open { title, papers } => rfd::FileDialog::new()
            .set_title(title)
            .add_filter(papers, &["pdf", "docx", "odt", "html", "htm", "txt", "md", "ron", "qdpx", "qdc"])
            .add_filter("*", &["*"])
            .pick_files(),
        Ask::Folder { title } => rfd::FileDialog::new().set_title(title).pick_folders(),
        Ask::Save { title, name, ending } => rfd::FileDialog::new()
            .set_title(title)
            .set_file_name(&name)
            .add_filter(ending.to_uppercase(), &[ending.as_str()])
            .save_file()
            .map(|path| vec![with_ending(path, &ending)]),
    };
    match chosen {
        Some(paths) => Answer::Chosen(paths),
        None if since.elapsed() < FASTER_THAN_PEOPLE => Answer::Unavailable,
        None => Answer::Cancelled,
    }
}

/// Dialogs do not always add the ending themselves.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension(ending) }
}

/// Surroundings for tests: a clock that stands still, dialogs that answer as told, no threads.
pub struct Pretended {
    pub now: Timestamp,
    pub answers: VecDeque<Answer>,
}

impl Pretended {
    /// Services that answer dialogs in the given order.
    #[must_use]
    pub fn services(now: Timestamp, answers: Vec<Answer>, language: Language) -> Services {
        let clock = Self { now, answers: VecDeque::new() };
        let dialogs = Self { now, answers: answers.into() };
        Services {
            clock: Box::new(clock),
            dialogs: Box::new(dialogs),
            preferences: None,
            unsaved: None,
            system_language: language,
            threads: false,
            fresh_key: None,
        }
    }
}

impl Clock for Pretended {
    fn now(&self) -> Timestamp {
        self.now
    }

    fn local(&self, at: Timestamp) -> DateTime {
        at.to_zoned(TimeZone::UTC).datetime()
    }
}

impl Dialogs for Pretended {
    fn ask(&mut self, _ask: Ask, wake: Box<dyn Fn() + Send>) {
        wake();
    }

    fn answer(&mut self) -> Option<Answer> {
        self.answers.pop_front()
    }

    fn is_open(&self) -> bool {
        false
    }
}
