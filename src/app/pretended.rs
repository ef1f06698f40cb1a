//! Surroundings for tests that behave like the real ones: settings in a folder, a person with a key, dialogs that can
//! answer late. The clock stands still, so that every test is repeatable.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::files::storage::Disk;
use crate::model::Language;

use super::dialogs::{Answer, Ask, Dialogs, RequestId};
use super::services::{Clock, Services};

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

    fn asked(&self) -> MutexGuard<'_, Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
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
