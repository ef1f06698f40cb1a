//! A window on a table: driven by keys, names and clicks; no display needed.

use std::path::PathBuf;

use egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use landtag_annotator::app::{Answer, Pretended, Services, Window};
use landtag_annotator::model::{Coding, Document, Language, Project};
use landtag_annotator::ui::theme;

use super::now;

pub const CTRL: Modifiers = Modifiers::COMMAND;
pub const SHIFT: Modifiers = Modifiers::SHIFT;
pub const ALT: Modifiers = Modifiers::ALT;

pub struct Desk {
    pub harness: Harness<'static, Window>,
}

impl Desk {
    pub fn new(size: [f32; 2], language: Language, paths: Vec<PathBuf>, answers: Vec<Answer>) -> Self {
        Self::on(size, Pretended::services(now(), answers, language), paths)
    }

    /// A window in these surroundings.
    pub fn on(size: [f32; 2], services: Services, paths: Vec<PathBuf>) -> Self {
        let window = Window::new(services, paths);
        let show = |ui: &mut egui::Ui, window: &mut Window| {
            // The whole window, without the margin that tests of single widgets get.
            let rect = ui.ctx().content_rect();
            let mut all = ui.new_child(egui::UiBuilder::new().max_rect(rect));
            all.set_clip_rect(rect);
            window.ui(&mut all);
        };
        let mut harness = Harness::builder()
            .with_size(Vec2::from(size))
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(60)
            .allow_missing_glyphs()
            .with_theme(egui::Theme::Light)
            .with_context_setup(theme::install)
            .renderer(super::raster::Raster::default())
            .build_ui_state(show, window);
        harness.run();
        Self { harness }
    }

    /// A German window of the usual size with papers in it.
    pub fn with(paths: Vec<PathBuf>) -> Self {
        Self::new([1440.0, 900.0], Language::German, paths, Vec::new())
    }

    pub fn key(&mut self, key: Key) -> &mut Self {
        self.press(Modifiers::NONE, key)
    }

    pub fn press(&mut self, modifiers: Modifiers, key: Key) -> &mut Self {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
        self
    }

    pub fn click(&mut self, name: &str) -> &mut Self {
        self.harness.get_by_label(name).click();
        self.harness.run();
        self
    }

    /// Ticks a box, or takes the tick away.
    pub fn check(&mut self, name: &str) -> &mut Self {
        self.harness.get_by_role_and_label(egui::accesskit::Role::CheckBox, name).click();
        self.harness.run();
        self
    }

    /// Clicks the line of a list or tree that begins with these words.
    pub fn click_row(&mut self, begins: &str) -> &mut Self {
        let is_row = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.role() == egui::accesskit::Role::TreeItem
                && node.label().is_some_and(|label| label.starts_with(begins))
        };
        self.harness.get_by(is_row).click();
        self.harness.run();
        self
    }

    /// Writes into a field in place of what it holds, and leaves it.
    pub fn fill(&mut self, field: &str, typed: &str) -> &mut Self {
        self.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, field).focus();
        self.harness.run();
        self.press(CTRL, Key::A).type_text(typed).key(Key::Enter)
    }

    pub fn type_text(&mut self, text: &str) -> &mut Self {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run();
        self
    }

    /// Presses several keys that fall into one frame.
    pub fn press_in_one_frame(&mut self, keys: &[(Modifiers, Key)]) -> &mut Self {
        for (modifiers, key) in keys {
            let event = |pressed| egui::Event::Key {
                key: *key,
                physical_key: Some(*key),
                pressed,
                repeat: false,
                modifiers: *modifiers,
            };
            self.harness.input_mut().events.extend([event(true), event(false)]);
        }
        self.harness.step();
        self.harness.run();
        self
    }

    /// Clicks a place of the window.
    pub fn click_at(&mut self, pos: egui::Pos2) -> &mut Self {
        self.harness.hover_at(pos);
        self.harness.run();
        self.harness.drag_at(pos);
        self.harness.drop_at(pos);
        self.harness.run();
        // So that the next click is no double click.
        for _ in 0..60 {
            self.harness.step();
        }
        self
    }

    /// Where the character at a byte of the open paper stands on screen.
    pub fn place_of(&self, byte: usize) -> egui::Pos2 {
        let document = self.document();
        let paragraph = document.body.as_str()[byte..].lines().next().unwrap_or_default();
        let words: String = paragraph.chars().skip(4).take(30).collect();
        let rect = self.harness.query_all_by_label_contains(&words).next().expect("in view").rect();
        egui::pos2(rect.left() + 12.0, rect.top() + 12.0)
    }

    /// Changes the project behind the window's back.
    pub fn commit(&mut self, change: landtag_annotator::model::edits::Change) {
        self.harness.state_mut().change(change);
        self.harness.run();
    }

    /// Runs frames until every job on its own thread is done and heard of.
    pub fn settle(&mut self) -> &mut Self {
        // A job may ask for another one when it is heard of: opening, then reading, then searching.
        for _ in 0..6 {
            self.harness.state().wait_for_jobs();
            self.harness.run();
        }
        self
    }

    pub fn shows(&self, name: &str) -> bool {
        self.harness.query_all_by_label_contains(name).next().is_some()
    }

    pub fn window(&self) -> &Window {
        self.harness.state()
    }

    pub fn project(&self) -> &Project {
        self.window().project().expect("a project is open")
    }

    pub fn document(&self) -> &Document {
        self.window().document().expect("a document is open")
    }

    /// My coding of question `number` of the open document.
    pub fn coding(&self, number: u32) -> Option<&Coding> {
        let document = self.window().document().expect("a document is open");
        self.project().my_coding(super::question(document.id, number))
    }

    /// Letters of the open document's tags by their keys: `3` for deferred, `-` for open.
    pub fn tags(&self) -> String {
        let document = self.window().document().expect("a document is open");
        let key = |question: &landtag_annotator::model::Question| {
            let coding = self.project().my_coding(super::question(document.id, question.id.0));
            let key = coding.and_then(|coding| self.project().codebook().key_of(coding.tag.as_ref()?));
            key.map_or("-".to_owned(), |key| key.to_string())
        };
        document.outline.questions().map(key).collect()
    }
}
