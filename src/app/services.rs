//! The outside: clock, dialogs, threads, where settings are kept. Real in the program, pretended in
//! tests, so that every test is repeatable.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::native_dialogs::{NativeDialogs, ParentWindow};
use crate::files::storage::{Disk, Store};
use crate::model::Language;

/// What the window asks of its surroundings.
pub struct Services {
    pub clock: Box<dyn Clock>,
    pub dialogs: Box<dyn Dialogs>,
    /// The disk that projects and journals are written to.
    pub store: Arc<dyn Store>,
    /// The file of the preferences; `None` where there is no place for it.
    pub preferences: Option<PathBuf>,
    /// The folder for projects that were never saved; `None` keeps them nowhere.
    pub unsaved: Option<PathBuf>,
    pub system_language: Language,
    /// Whether long work runs on threads of its own. Tests do it in the frame.
    pub threads: bool,
    /// A fresh identity key, used where the preferences hold none. `None` in tests that want no key.
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
    /// Shows a dialog; its answer carries `id`. `wake` is called when there is one. Only called while none is open.
    fn ask(&mut self, id: RequestId, ask: Ask, wake: Box<dyn Fn() + Send>);
    /// The next answer, once there is one.
    fn answer(&mut self) -> Option<(RequestId, Answer)>;
    /// The question whose dialog is open.
    fn open(&self) -> Option<RequestId>;
    /// Brings the open dialog to the front. Returns false where the system offers no way.
    fn bring_forward(&mut self) -> bool;
    /// Gives the open dialog up: an answer that still comes is nobody's.
    fn give_up(&mut self);
    /// The window that dialogs belong to, once there is one.
    fn set_parent(&mut self, _parent: ParentWindow) {}
}

/// What a dialog is to ask for. Titles are in the person's language; `folder` is where it begins.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// One or several files.
    Open { title: String, filters: Vec<FileFilter>, folder: Option<PathBuf>, several: bool },
    /// A folder of papers.
    Folder { title: String, folder: Option<PathBuf> },
    /// A place for a file. `name` carries its ending.
    Save { title: String, name: String, filters: Vec<FileFilter>, folder: Option<PathBuf> },
}

/// Which files a dialog lists. `endings` are in small letters, without the dot; none means all files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileFilter {
    pub name: String,
    pub endings: Vec<String>,
}

impl FileFilter {
    #[must_use]
    pub fn new(name: &str, endings: &[&str]) -> Self {
        Self { name: name.to_owned(), endings: endings.iter().map(|&ending| ending.to_owned()).collect() }
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// The paths as the dialog confirmed them: where a file was to be written and one is there, it has asked.
    Chosen(Vec<PathBuf>),
    Cancelled,
    /// No dialog could be shown here.
    Unavailable,
    /// The service went away while its dialog was open.
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
            store: Disk::shared(),
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

/// Surroundings for tests: a clock that stands still, dialogs that answer as told, a settings folder of its own.
pub struct Pretended {
    now: Timestamp,
    answers: VecDeque<Answer>,
    /// Answered at once, or (`None`) not before the test says so.
    open: Option<RequestId>,
    asked: Arc<Mutex<Asked>>,
    /// Removed with the surroundings.
    _folder: Option<tempfile::TempDir>,
}

/// What the dialogs of a test were asked, and what they answer later.
#[derive(Debug, Default)]
pub struct Asked {
    /// Every question, in order.
    pub questions: Vec<(RequestId, Ask)>,
    /// Answers that come later, or from dialogs that nobody waits for any more.
    pub late: VecDeque<(RequestId, Answer)>,
    /// How often a dialog was brought to the front.
    pub brought_forward: usize,
    /// Dialogs stay open until an answer stands in `late`.
    pub stays_open: bool,
}

impl Pretended {
    /// The key of the person in tests.
    pub const KEY: &str = "a1b2c3d4e5f60718";

    /// Services that answer dialogs in the given order. Settings are kept in a folder that ends with them; the person
    /// has a key; jobs run in the frame.
    #[must_use]
    pub fn services(now: Timestamp, answers: Vec<Answer>, language: Language) -> Services {
        Self::watched(now, answers, language).0
    }

    /// The same, with a look at what the dialogs were asked.
    #[must_use]
    pub fn watched(
        now: Timestamp,
        answers: Vec<Answer>,
        language: Language,
    ) -> (Services, Arc<Mutex<Asked>>) {
        let asked = Arc::new(Mutex::new(Asked::default()));
        let folder = tempfile::tempdir().ok();
        let preferences = folder.as_ref().map(|folder| folder.path().join("settings.ron"));
        let pretend =
            |answers, folder| Self { now, answers, open: None, asked: Arc::clone(&asked), _folder: folder };
        let services = Services {
            clock: Box::new(pretend(VecDeque::new(), None)),
            dialogs: Box::new(pretend(answers.into(), folder)),
            store: Disk::shared(),
            preferences,
            unsaved: None,
            system_language: language,
            threads: false,
            fresh_key: Some(Self::KEY.to_owned()),
        };
        (services, asked)
    }

    fn asked(&self) -> std::sync::MutexGuard<'_, Asked> {
        self.asked.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
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
    fn ask(&mut self, id: RequestId, ask: Ask, wake: Box<dyn Fn() + Send>) {
        self.asked().questions.push((id, ask));
        self.open = Some(id);
        wake();
    }

    fn answer(&mut self) -> Option<(RequestId, Answer)> {
        let late = self.asked().late.pop_front();
        if let Some((id, answer)) = late {
            self.open.take_if(|open| *open == id);
            return Some((id, answer));
        }
        if self.asked().stays_open {
            return None;
        }
        let open = self.open.take()?;
        self.answers.pop_front().map(|answer| (open, answer))
    }

    fn open(&self) -> Option<RequestId> {
        self.open
    }

    fn bring_forward(&mut self) -> bool {
        self.asked().brought_forward += 1;
        true
    }

    fn give_up(&mut self) {
        self.open = None;
    }
}
