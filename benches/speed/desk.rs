//! A window without a screen.

use std::path::Path;

use egui::{Event, Key, Modifiers, RawInput, Rect, pos2, vec2};
use landtag_annotator::app::{Pretended, Window};
use landtag_annotator::files::storage::write_project;
use landtag_annotator::model::{Language, Project};
use landtag_annotator::ui::theme;

pub struct Desk {
    ctx: egui::Context,
    pub window: Window,
    time: f64,
    /// Deleted when the desk goes.
    _file: Option<tempfile::NamedTempFile>,
}

impl Desk {
    /// A window with a paper or a project, laid out to its end. Long work is done in the frame, or on threads.
    pub fn with(path: &Path, threads: bool) -> Self {
        let now = "2026-05-04T10:00:00Z".parse().expect("a moment");
        let services = landtag_annotator::app::Services {
            threads,
            ..Pretended::services(now, Vec::new(), Language::German)
        };
        let ctx = egui::Context::default();
        theme::install(&ctx);
        let window = Window::new(services, vec![path.to_owned()]);
        let mut desk = Self { ctx, window, time: 0.0, _file: None };
        while desk.window.project().is_none() {
            desk.frame(Vec::new());
        }
        for _ in 0..600 {
            desk.frame(Vec::new());
        }
        desk
    }

    pub fn with_project(project: &Project, threads: bool) -> Self {
        let file = tempfile::Builder::new().suffix(".ron").tempfile().expect("a file");
        std::fs::write(file.path(), write_project(project)).expect("written");
        let desk = Self::with(file.path(), threads);
        Self { _file: Some(file), ..desk }
    }

    /// One frame with these events, tessellated as for the screen.
    pub fn frame(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1440.0, 900.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let output = self.ctx.run_ui(input, |ui| self.window.ui(ui));
        self.ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }
}

pub fn press(key: Key, modifiers: Modifiers) -> Vec<Event> {
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    vec![event(true), event(false)]
}
