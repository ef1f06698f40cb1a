//! Keeping a person's preferences between starts.

use std::path::Path;

use super::atomic::{Backup, write_atomic};
use super::disk::read_regular;
use crate::model::{Preferences, Problem};

/// Reads the preferences. A file that is missing or broken gives the defaults: they are never worth
/// a message. A broken one is kept as `settings.ron.bak` by the next save.
#[must_use]
pub fn load_preferences(path: &Path) -> Preferences {
    read_regular(path).ok().and_then(|bytes| ron::de::from_bytes(&bytes).ok()).unwrap_or_default()
}

fn is_readable(path: &Path) -> bool {
    std::fs::read_to_string(path).is_ok_and(|text| ron::from_str::<Preferences>(&text).is_ok())
}

/// Writes the preferences, making their folder where it is missing.
pub fn save_preferences(path: &Path, preferences: &Preferences) -> Result<(), Problem> {
    if let Some(folder) = path.parent() {
        let _ = std::fs::create_dir_all(folder);
    }
    let text = ron::ser::to_string_pretty(preferences, ron::ser::PrettyConfig::new().new_line("\n"))
        .expect("plain data has a text");
    // What cannot be read was perhaps edited by hand: it is kept.
    let backup = if is_readable(path) { Backup::None } else { Backup::Keep };
    write_atomic(path, text.as_bytes(), backup)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Language, WindowGeometry};

    #[test]
    fn preferences_come_back_and_broken_ones_do_no_harm() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("sub").join("settings.ron");
        assert_eq!(load_preferences(&path), Preferences::default());
        let preferences = Preferences { language: Some(Language::English), ..Preferences::default() };
        save_preferences(&path, &preferences).expect("written");
        assert_eq!(load_preferences(&path), preferences);
        std::fs::write(&path, "(((").expect("written");
        assert_eq!(load_preferences(&path), Preferences::default());
        save_preferences(&path, &preferences).expect("written");
        let kept = std::fs::read_to_string(path.with_file_name("settings.ron.bak")).expect("kept");
        assert_eq!(kept, "(((", "what a person wrote there is not lost");
    }

    #[test]
    fn settings_without_a_window_keep_the_rest_and_a_window_comes_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.ron");
        std::fs::write(&path, "(identity: (name: \"N. Keller\", key: \"k1\"), pane_width: 400.0)")
            .expect("written");
        let mut preferences = load_preferences(&path);
        assert_eq!((preferences.identity.key.as_str(), preferences.window), ("k1", None));
        preferences.window =
            Some(WindowGeometry { size: (900.0, 640.0), place: Some((-40.0, 12.0)), maximised: true });
        save_preferences(&path, &preferences).expect("written");
        assert_eq!(load_preferences(&path), preferences);
        // A number that a later program may leave out.
        std::fs::write(&path, "(identity: (key: \"k1\"), window: Some((maximised: true)))").expect("written");
        let preferences = load_preferences(&path);
        let window = WindowGeometry { maximised: true, ..WindowGeometry::default() };
        assert_eq!((preferences.identity.key.as_str(), preferences.window), ("k1", Some(window)));
    }
}
