//! The preferences of the person, and when they are written: once, after the last change of a drag.

use std::path::PathBuf;

use crate::files::storage::{load_preferences, save_preferences};
use crate::model::{Preferences, Problem};

use super::geometry::note_geometry;

/// Preferences and what is not on disk of them yet.
pub struct Settings {
    pub(super) preferences: Preferences,
    /// Something changed since they were written.
    is_changed: bool,
    /// When the window was moved or resized last, in seconds of its clock, if that is not written yet.
    moved_at: Option<f64>,
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
        let mut settings = Self { preferences, is_changed: false, moved_at: None, is_failure_told: false };
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

    /// Notes where the window is. Being dragged it is somewhere else in each frame, and the system does not say when
    /// that ends: it is written once the window was still for a moment. Returns how long to wait, in seconds.
    pub fn note_geometry(
        &mut self,
        viewport: &egui::ViewportInfo,
        content: egui::Vec2,
        now: f64,
    ) -> Option<f64> {
        /// In seconds.
        const STILL: f64 = 0.5;
        if note_geometry(viewport, content, &mut self.preferences) {
            self.moved_at = Some(now);
        }
        let left = STILL - (now - self.moved_at?);
        if left > 0.0 {
            return Some(left);
        }
        self.moved_at = None;
        self.is_changed = true;
        None
    }

    /// The preferences, if they are to be written now.
    pub fn take_changed(&mut self) -> Option<Preferences> {
        self.is_changed |= self.moved_at.take_if(|_| self.is_changed).is_some();
        std::mem::take(&mut self.is_changed).then(|| self.preferences.clone())
    }

    /// The window closes: where it is, is written though it moved just now.
    pub fn close(&mut self) {
        self.is_changed |= self.moved_at.take().is_some();
    }

    /// Whether the person is to be told that they cannot be written: once.
    pub fn tell_failure(&mut self) -> bool {
        !std::mem::replace(&mut self.is_failure_told, true)
    }
}
