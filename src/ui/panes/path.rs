//! A field for a path, where no file dialog service runs.

use egui::text::{CCursor, CCursorRange};
use egui::{Id, TextEdit, Ui, WidgetInfo};

use crate::ui::theme::{Face, text};
use crate::ui::widgets::{Button, Look, actions, job, overlay, say, singleline};
use crate::ui::{Command, Cx};

/// What the path is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PathFor {
    Open,
    Save,
    Export,
}

/// Why a field asks, and no dialog.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PathReason {
    /// There is no dialog service.
    NoDialog,
    /// It ended while its dialog was open.
    DialogLost,
    /// The dialog chose a name whose file it did not ask about.
    Taken,
}

/// The open field.
#[derive(Debug)]
pub struct PathPane {
    what: PathFor,
    why: PathReason,
    typed: String,
    fresh: bool,
    /// The path that was found to exist: given once more, it is replaced.
    exists: bool,
}

impl PathPane {
    /// `proposal` stands in the field to begin with.
    #[must_use]
    pub fn new(what: PathFor, why: PathReason, proposal: String) -> Self {
        Self { what, why, typed: proposal, fresh: true, exists: false }
    }

    /// The same field, saying that this file exists.
    #[must_use]
    pub fn again(self, path: String) -> Self {
        Self { typed: path, fresh: true, exists: true, ..self }
    }

    /// Why the field asks.
    #[must_use]
    pub fn reason(&self) -> PathReason {
        self.why
    }

    /// Whether the person was told that the file exists and left the path as it is.
    #[must_use]
    pub fn is_warned(&self) -> bool {
        self.exists
    }

    pub fn ui(&mut self, ctx: &egui::Context, cx: &mut Cx<'_>) {
        let theme = cx.theme;
        let (verb, title) = match self.what {
            PathFor::Open => (cx.words.open_verb, cx.words.type_path_open),
            PathFor::Save => (cx.words.save_verb, cx.words.type_path_save),
            PathFor::Export => (cx.words.export, cx.words.type_path_export),
        };
        let enter = ctx.input(|input| input.key_pressed(egui::Key::Enter));
        overlay(ctx, "path", 620.0, Some(96.0), theme, |ui| {
            let width = ui.available_width();
            say(ui, job(title, Face::SansSemibold.size(text::PANE_HEAD), theme.ink, 22.0, width));
            let why = match self.why {
                PathReason::NoDialog => cx.words.no_dialog_service,
                PathReason::DialogLost => cx.words.dialogs.lost,
                PathReason::Taken => cx.words.path_taken,
            };
            say(ui, job(why, Face::Sans.size(text::BODY), theme.ink2, text::BODY_LINE, width));
            ui.add_space(6.0);
            let id = ui.scope_id().with("path");
            let field = singleline(ui, id, &mut self.typed, cx.words.path, width, theme);
            field.widget_info(|| {
                let mut info = WidgetInfo::text_edit(true, &self.typed, &self.typed, "");
                info.label = Some(cx.words.path.to_owned());
                info
            });
            if field.changed() {
                self.exists = false;
            }
            if self.exists {
                say(
                    ui,
                    job(
                        cx.words.path_exists,
                        Face::Sans.size(text::BODY),
                        theme.alert,
                        text::BODY_LINE,
                        width,
                    ),
                );
            }
            if std::mem::take(&mut self.fresh) {
                field.request_focus();
                select_all(ui, id, &self.typed);
            }
            ui.add_space(8.0);
            actions(ui, |ui| {
                let go = Button::new(verb, Look::Primary).ui(ui, theme).clicked();
                if (go || (enter && field.lost_focus())) && !self.typed.trim().is_empty() {
                    cx.ask(Command::PathGiven(self.typed.trim().to_owned()));
                }
                if Button::new(cx.words.cancel, Look::Outlined).ui(ui, theme).clicked() {
                    cx.ask(Command::CloseOverlay);
                }
            });
        });
    }
}

/// What is proposed is selected, so that typing replaces it.
fn select_all(ui: &Ui, id: Id, text: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::end_of_str(text));
    state.cursor.set_char_range(Some(all));
    TextEdit::store_state(ui.ctx(), id, state);
}
