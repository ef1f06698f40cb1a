//! A cue that is being typed: its kind, its words or its expression, and what is wrong with them.

use egui::accesskit::Role;
use egui::{Key, Ui, WidgetInfo};

use crate::model::edits::cues::{CueDraft, CueEdit, pattern, words_of};
use crate::model::{Cue, CueKind, Problem};
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{Button, Look, Segment, job, say, segments, singleline, width_of};
use crate::ui::{Command, Cx};

/// The fields above the list.
#[derive(Debug)]
pub(super) struct DraftField {
    draft: CueDraft,
    /// The cue that is being changed; none while a new one is typed.
    of: Option<String>,
    problem: Option<Problem>,
    /// The example of a cue that was just added: the list goes there.
    pub added: Option<String>,
}

impl Default for DraftField {
    fn default() -> Self {
        let draft = CueDraft {
            kind: CueKind::Deferral,
            typed: String::new(),
            is_pattern: false,
            example: String::new(),
        };
        Self { draft, of: None, problem: None, added: None }
    }
}

impl DraftField {
    /// Takes a cue into the fields, to be changed.
    pub fn take(&mut self, cue: &Cue, ctx: &egui::Context) {
        let words = words_of(&cue.pattern);
        self.draft = CueDraft {
            kind: cue.kind,
            is_pattern: words.is_none(),
            typed: words.unwrap_or_else(|| cue.pattern.clone()),
            example: cue.example.clone(),
        };
        self.of = Some(cue.id.clone());
        self.problem = None;
        ctx.memory_mut(|memory| memory.request_focus(field_id()));
    }

    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let (theme, words) = (cx.theme, cx.words.aids);
        let width = ui.available_width();
        let kinds: Vec<Segment> = CueKind::ALL
            .iter()
            .map(|kind| Segment::plain((words.kind)(*kind), *kind == self.draft.kind))
            .collect();
        let id = ui.scope_id().with("cue kind");
        if let Some(nth) = segments(ui, id, &kinds, 28.0, Role::RadioButton, theme) {
            self.draft.kind = CueKind::ALL[nth];
        }
        let mut wants = false;
        ui.horizontal(|ui| {
            let forms = [
                Segment::plain(words.words, !self.draft.is_pattern),
                Segment::plain(words.pattern, self.draft.is_pattern),
            ];
            let id = ui.scope_id().with("cue form");
            if let Some(nth) = segments(ui, id, &forms, 32.0, Role::RadioButton, theme) {
                self.draft.is_pattern = nth == 1;
                self.problem = None;
            }
            let verb = if self.of.is_some() { words.replace } else { words.add };
            let cancels = self.of.is_some().then_some(cx.words.cancel);
            let button = |words: &str| width_of(ui, words, Face::SansMedium.size(text::BODY)) + 32.0;
            let buttons: f32 = [verb].into_iter().chain(cancels).map(button).sum();
            let room = (ui.available_width() - buttons).max(120.0);
            wants |=
                field(ui, field_id(), words.pattern_field, words.new_words, &mut self.draft.typed, room, cx);
            wants |= Button::new(verb, Look::Outlined).ui(ui, theme).clicked();
            if self.of.is_some() && Button::new(cx.words.cancel, Look::Plain).ui(ui, theme).clicked() {
                *self = Self {
                    draft: CueDraft { kind: self.draft.kind, ..Self::default().draft },
                    ..Self::default()
                };
            }
        });
        if self.draft.is_pattern {
            let id = egui::Id::unique("cue example");
            wants |= field(ui, id, words.example, words.example, &mut self.draft.example, width, cx);
        }
        if let Some(problem) = &self.problem {
            let said = (cx.words.problem)(problem);
            let shown = job(said.as_str(), Face::Sans.size(text::BODY), theme.alert, text::BODY_LINE, width);
            say(ui, shown).widget_info(|| WidgetInfo::labeled(Role::Alert, true, &said));
        }
        if wants {
            self.keep(cx);
        }
    }

    /// Asks for what is typed, or says what is wrong with it.
    fn keep(&mut self, cx: &mut Cx<'_>) {
        if let Err(problem) = pattern(&self.draft) {
            self.problem = Some(problem);
            return;
        }
        let fresh = CueDraft { typed: String::new(), example: String::new(), ..self.draft.clone() };
        let draft = std::mem::replace(&mut self.draft, fresh);
        self.problem = None;
        let edit = if let Some(id) = self.of.take() {
            CueEdit::Replace(id, draft)
        } else {
            let words = if draft.is_pattern { &draft.example } else { &draft.typed };
            self.added = Some(words.split_whitespace().collect::<Vec<_>>().join(" "));
            CueEdit::Add(draft)
        };
        cx.ask(Command::EditCues(edit));
    }
}

fn field_id() -> egui::Id {
    egui::Id::unique("cue words")
}

/// A field with a name. Returns whether Enter was pressed in it.
fn field(
    ui: &mut Ui,
    id: egui::Id,
    name: &str,
    hint: &str,
    value: &mut String,
    width: f32,
    cx: &Cx<'_>,
) -> bool {
    let field = singleline(ui, id, value, hint, width, cx.theme);
    field.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &*value, &*value, "");
        info.label = Some(name.to_owned());
        info
    });
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}
