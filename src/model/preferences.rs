//! What a person prefers, apart from any project.

use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::coder::Identity;
use super::language::Language;

/// Language, look, recent projects. Kept between starts; never anything of a project itself.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// None follows the system.
    pub language: Option<Language>,
    pub theme: ThemeChoice,
    /// Size of the reading text in points.
    pub reading_size: f32,
    /// Whether single letters and digits are commands.
    pub single_keys: bool,
    /// Width of the annotation pane in points.
    pub pane_width: f32,
    pub recent: Vec<Recent>,
    /// The folder that a file dialog ended in last.
    pub last_folder: Option<PathBuf>,
    /// Who sits here.
    pub identity: Identity,
    /// Where the window was when it was last seen. None on the first start.
    pub window: Option<WindowGeometry>,
}

/// Size, place and state of the window, in points.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowGeometry {
    /// Width and height of the content, without the title bar, while the window is not maximised.
    pub size: (f32, f32),
    /// The upper left corner of the window with its title bar. None where the system does not tell it (Wayland).
    pub place: Option<(f32, f32)>,
    pub maximised: bool,
}

impl Default for WindowGeometry {
    fn default() -> Self {
        Self { size: (1440.0, 900.0), place: None, maximised: false }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// A project that was opened or saved.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Recent {
    pub path: PathBuf,
    pub name: String,
    pub documents: usize,
    /// Documents in which every question is tagged.
    pub finished: usize,
    pub at: Timestamp,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: None,
            theme: ThemeChoice::System,
            reading_size: Self::USUAL_READING_SIZE,
            single_keys: true,
            pane_width: 376.0,
            recent: Vec::new(),
            last_folder: None,
            identity: Identity::default(),
            window: None,
        }
    }
}

impl Preferences {
    pub const USUAL_READING_SIZE: f32 = 17.5;
    /// How many recent projects are remembered.
    const RECENT: usize = 8;

    /// Puts a project at the top of the recent ones.
    pub fn remember(&mut self, recent: Recent) {
        self.recent.retain(|other| other.path != recent.path);
        self.recent.insert(0, recent);
        self.recent.truncate(Self::RECENT);
    }

    /// The reading text `steps` sizes larger, within 14 to 24 points.
    pub fn enlarge(&mut self, steps: f32) {
        self.reading_size = (self.reading_size + steps).clamp(14.0, 24.0);
    }
}
