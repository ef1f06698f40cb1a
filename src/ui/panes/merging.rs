//! What comes with the work of another copy, before it is applied: counts by kind, and conflicts with both sides.

use egui::accesskit::Role;
use egui::{Key, ScrollArea, Ui, WidgetInfo};

use crate::model::edits::merge::{About, Conflict, Merged, Settled};
use crate::model::{CodingKey, Language};
use crate::ui::lang::{ConflictWords, Words, conflict_words, news_lines};
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{Button, Look, actions, job, overlay, say};
use crate::ui::{Command, Cx};

/// How many conflicts the preview lists, and how many the notice afterwards.
const LISTED: usize = 300;
const NOTICED: usize = 4;
/// The room for „hier“ and „dort“.
const SIDE: f32 = 44.0;

/// The open preview.
#[derive(Debug)]
pub struct MergePane {
    pub file: String,
    pub merged: Merged,
    /// Of the file that was read, where it is the open project's own.
    pub digest: Option<String>,
    /// What it says, in this language.
    said: Option<(Language, Vec<String>, Vec<ConflictWords>)>,
    fresh: bool,
}

impl MergePane {
    #[must_use]
    pub fn new(file: String, merged: Merged, digest: Option<String>) -> Self {
        Self { file, merged, digest, said: None, fresh: true }
    }

    /// Whether a coding may be spoken of: in a blind round nothing of others is.
    fn may_see(&self, key: CodingKey) -> bool {
        self.merged.result.may_see(key)
    }

    /// The conflicts that may be spoken of.
    fn conflicts(&self) -> Vec<&Conflict> {
        let result = &self.merged.result;
        let seen = |conflict: &&Conflict| match &conflict.about {
            About::Coding(key) => self.may_see(*key),
            About::Decision(_) | About::Coder(_) => !result.is_blind(),
            _ => true,
        };
        self.merged.conflicts.iter().filter(seen).collect()
    }

    /// What came and what conflicted, for afterwards.
    #[must_use]
    pub fn news(&self, words: &Words) -> Vec<String> {
        let conflicts = self.conflicts();
        let came = &self.merged.news.codings;
        let kept = conflicts.iter().filter(|conflict| matches!(conflict.settled, Settled::KeptBy(_))).count();
        let count = came.new.iter().chain(&came.changed).filter(|key| self.may_see(**key)).count() + kept;
        let mut lines = vec![(words.merging.done)(&self.file, count, conflicts.len())];
        let said = conflicts.iter().take(NOTICED).map(|conflict| {
            let ConflictWords { about, settled, .. } = conflict_words(conflict, &self.merged.result, words);
            format!("{about}: {settled}")
        });
        lines.extend(said);
        if conflicts.len() > NOTICED {
            lines.push((words.merging.more)(conflicts.len() - NOTICED));
        }
        lines
    }

    fn say(&mut self, words: &Words) {
        if self.said.as_ref().is_some_and(|said| said.0 == words.language) {
            return;
        }
        let result = &self.merged.result;
        let news = news_lines(&self.merged.news, result, |key| self.may_see(key), words);
        let conflicts = self.conflicts();
        let mut said: Vec<ConflictWords> =
            conflicts.iter().take(LISTED).map(|conflict| conflict_words(conflict, result, words)).collect();
        if conflicts.len() > LISTED {
            let about = (words.merging.more)(conflicts.len() - LISTED);
            said.push(ConflictWords { about, ours: None, theirs: None, settled: String::new() });
        }
        self.said = Some((words.language, news, said));
    }

    pub fn ui(&mut self, ctx: &egui::Context, cx: &mut Cx<'_>) {
        self.say(cx.words);
        let theme = cx.theme;
        let words = cx.words.merging;
        let height = (ctx.content_rect().height() - 300.0).max(160.0);
        let count = self.conflicts().len();
        let is_useful = !self.merged.is_empty() || self.digest.is_some();
        overlay(ctx, "merge", 720.0, None, theme, |ui| {
            let width = ui.available_width();
            let title = (words.title)(&self.file);
            let shown = job(title.as_str(), Face::SansSemibold.size(text::PANE_HEAD), theme.ink, 22.0, width);
            say(ui, shown).widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
            let about = if self.merged.is_empty() { words.nothing } else { words.about };
            say(ui, job(about, Face::Sans.size(text::BODY), theme.ink2, text::BODY_LINE, width));
            ui.add_space(8.0);
            let list = ScrollArea::vertical().id_salt("merge").max_height(height).auto_shrink([false, true]);
            list.show(ui, |ui| {
                scroll(ui, height - 40.0);
                self.list(ui, count, width - 16.0, cx);
            });
            ui.add_space(8.0);
            actions(ui, |ui| {
                let apply = Button::new(words.apply, Look::Primary).enabled(is_useful).ui(ui, theme);
                let cancel = Button::new(cx.words.cancel, Look::Outlined).ui(ui, theme);
                if std::mem::take(&mut self.fresh) {
                    if is_useful { apply.request_focus() } else { cancel.request_focus() }
                }
                if apply.clicked() && is_useful {
                    cx.ask(Command::TakeMerge);
                }
                if cancel.clicked() {
                    cx.ask(Command::CloseOverlay);
                }
            });
        });
    }

    /// What comes, and the conflicts.
    fn list(&self, ui: &mut Ui, count: usize, width: f32, cx: &Cx<'_>) {
        let words = cx.words.merging;
        let Some((_, news, conflicts)) = &self.said else { return };
        let line = |words: &str, ink| job(words, Face::Sans.size(text::BODY), ink, text::BODY_LINE, width);
        if !news.is_empty() {
            heading(ui, words.comes, width, cx);
        }
        for words in news {
            say(ui, line(words, cx.theme.ink));
        }
        ui.add_space(8.0);
        if count == 0 {
            say(ui, line(words.no_conflicts, cx.theme.ink2));
        } else {
            heading(ui, &(words.conflicts)(count), width, cx);
        }
        for said in conflicts {
            conflict(ui, said, width, cx);
        }
    }
}

fn heading(ui: &mut Ui, words: &str, width: f32, cx: &Cx<'_>) {
    let shown = job(words, Face::SansSemibold.size(text::BODY), cx.theme.ink, 24.0, width);
    say(ui, shown).widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
}

/// One conflict: what it is about, what both sides say, what became of it.
fn conflict(ui: &mut Ui, said: &ConflictWords, width: f32, cx: &Cx<'_>) {
    let theme = cx.theme;
    let words = cx.words.merging;
    let top = ui.cursor().top();
    ui.painter().hline(ui.cursor().left()..=ui.cursor().left() + width, top, theme.hairline());
    ui.add_space(5.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    say(ui, job(said.about.as_str(), Face::SansMedium.size(text::BODY), theme.ink, text::BODY_LINE, width));
    if !said.settled.is_empty() {
        for (side, line) in [(words.ours, &said.ours), (words.theirs, &said.theirs)] {
            let line = line.as_deref().unwrap_or(words.says_nothing);
            one_side(ui, side, line, width, cx);
        }
        let settled = said.settled.as_str();
        say(ui, job(settled, Face::Sans.size(text::SMALL), theme.ink2, text::SMALL_LINE, width));
    }
    ui.add_space(5.0);
}

/// Where, and what is said there: the places stand below each other.
fn one_side(ui: &mut Ui, side: &str, line: &str, width: f32, cx: &Cx<'_>) {
    let font = Face::Sans.size(text::BODY);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let left = ui.cursor().left();
        say(ui, job(side, font.clone(), cx.theme.ink3, text::BODY_LINE, SIDE));
        ui.add_space(left + SIDE - ui.cursor().left());
        let shown = job(line, font, cx.theme.ink, text::BODY_LINE, width - SIDE);
        say(ui, shown).widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{side}: {line}")));
    });
}

/// The keys that move the list, whichever button has the keyboard.
fn scroll(ui: &mut Ui, page: f32) {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let by = match () {
        () if pressed(Key::ArrowDown) => text::BODY_LINE * 2.0,
        () if pressed(Key::ArrowUp) => -text::BODY_LINE * 2.0,
        () if pressed(Key::PageDown) => page,
        () if pressed(Key::PageUp) => -page,
        () => return,
    };
    ui.scroll_with_delta_animation(egui::vec2(0.0, -by), egui::style::ScrollAnimation::none());
}
