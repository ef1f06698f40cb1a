//! The outside: clock, dialogs, threads, where settings are kept. Real in the program, pretended in
//! tests, so that every test is repeatable.

use std::collections::VecDeque;
use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::native_dialogs::{NativeDialogs, ParentWindow};
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

/// Which question to the outside an answer belongs to. Never used twice in one run of the program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct RequestId(pub u64);

/// Native file dialogs. They never block: an answer is fetched later.
pub trait Dialogs {
    /// Shows a dialog; the answer will carry `id`. Only called while none is open. `wake` is called when there is
    /// an answer.
    fn ask(&mut self, id: RequestId, ask: Ask, wake: Box<dyn Fn() + Send>);
    /// The next answer, once there is one.
    fn answer(&mut self) -> Option<(RequestId, Answer)>;
    /// The question whose dialog is open.
    fn open(&self) -> Option<RequestId>;
    /// Brings the open dialog to the front. Returns false where the system offers no way.
    fn bring_forward(&mut self) -> bool;
    /// Gives up the open dialog: its answer, should it come, is dropped.
    fn give_up(&mut self);
    /// The window that dialogs belong to, once there is one.
    fn set_parent(&mut self, _parent: ParentWindow) {}
}

/// What a dialog is to ask for. Titles are in the person's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// One file, or several.
    Open { title: String, filters: Vec<FileFilter>, folder: Option<PathBuf>, several: bool },
    /// Folders of papers.
    Folder { title: String, folder: Option<PathBuf> },
    /// A place for a file with this ending; `name` carries it. The answer is what the dialog confirmed.
    Save { title: String, name: String, ending: String, filters: Vec<FileFilter>, folder: Option<PathBuf> },
}

/// Which files a dialog lists.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileFilter {
    pub name: String,
    /// In small letters, without the dot; empty means all files.
    pub endings: Vec<String>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    Chosen(Vec<PathBuf>),
    Cancelled,
    /// No dialog could be shown here.
    Unavailable,
    /// The service went away while the dialog was open.
    Lost,
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

/// Surroundings for tests: a clock that stands still, dialogs that answer as told, no threads.
pub struct Pretended {
    pub now: Timestamp,
    pub answers: VecDeque<Answer>,
    asked: Option<RequestId>,
}

impl Pretended {
    /// Services that answer dialogs in the given order.
    #[must_use]
    pub fn services(now: Timestamp, answers: Vec<Answer>, language: Language) -> Services {
        let clock = Self { now, answers: VecDeque::new(), asked: None };
        let dialogs = Self { now, answers: answers.into(), asked: None };
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
    fn ask(&mut self, id: RequestId, _ask: Ask, wake: Box<dyn Fn() + Send>) {
        self.asked = Some(id);
        wake();
    }

    fn answer(&mut self) -> Option<(RequestId, Answer)> {
        let id = self.asked?;
        let answer = self.answers.pop_front()?;
        self.asked = None;
        Some((id, answer))
    }

    fn open(&self) -> Option<RequestId> {
        None
    }

    fn bring_forward(&mut self) -> bool {
        false
    }

    fn give_up(&mut self) {
        self.asked = None;
    }
}
