//! The preferences of the person, and when they are written: once, after the last change of a drag.

use std::path::PathBuf;

use crate::files::storage::{load_preferences, save_preferences};
use crate::model::{Preferences, Problem};

/// Preferences and what is not on disk of them yet.
pub struct Settings {
    pub(super) preferences: Preferences,
    /// Something changed since they were written.
    is_changed: bool,
    /// The person was told that they cannot be written.
    is_failure_told: bool,
}

impl Settings {
    /// Reads the preferences. Who has no key yet gets `fresh_key`, and it is on disk before this returns: what is
    /// coded under a key that is lost would be somebody else's work at the next start. Where it cannot be written
    /// there is none, and the problem says so.
    #[must_use]
    pub fn read(file: Option<&PathBuf>, fresh_key: Option<&String>) -> (Self, Option<Problem>) {
        let preferences = file.map(|file| load_preferences(file)).unwrap_or_default();
        let mut settings = Self { preferences, is_changed: false, is_failure_told: false };
        if !settings.preferences.identity.key.is_empty() {
            return (settings, None);
        }
        let Some(key) = fresh_key else { return (settings, None) };
        settings.preferences.identity.key.clone_from(key);
        if file.is_some_and(|file| save_preferences(file, &settings.preferences).is_ok()) {
            return (settings, None);
        }
        settings.preferences.identity.key.clear();
        settings.is_failure_told = true;
        let file = file.map_or_else(|| "settings.ron".to_owned(), |file| file.display().to_string());
        (settings, Some(Problem::SettingsNotKept { file }))
    }

    /// Changes the preferences; they are written with [`Settings::take_changed`].
    pub fn change(&mut self, change: impl FnOnce(&mut Preferences)) {
        let before = self.preferences.clone();
        change(&mut self.preferences);
        self.is_changed |= self.preferences != before;
    }

    /// The preferences, if they are to be written now.
    pub fn take_changed(&mut self) -> Option<Preferences> {
        std::mem::take(&mut self.is_changed).then(|| self.preferences.clone())
    }

    /// Whether the person is to be told that they cannot be written: once.
    pub fn tell_failure(&mut self) -> bool {
        !std::mem::replace(&mut self.is_failure_told, true)
    }
}
