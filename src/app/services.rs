//! The outside: clock, dialogs, threads, where settings are kept. Real in the program, pretended in
//! tests, so that every test is repeatable.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::files::storage::{Disk, Store};
use crate::model::Language;

use super::dialogs::Dialogs;
use super::native_dialogs::{NativeDialogs, ParentWindow};

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

impl Services {
    /// Dialogs belong to this window from now on: the system keeps them in front of it.
    #[must_use]
    pub fn with_parent(mut self, parent: ParentWindow) -> Self {
        self.dialogs = Box::new(NativeDialogs::of(parent));
        self
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
