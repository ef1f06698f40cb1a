//! Every command by name, every question by number: for people who type.

use egui::accesskit::Role;
use egui::{Event, Key, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::QuestionRef;
use crate::model::analysis::later_answers;
use crate::model::edits::promise::PromiseStep;
use crate::ui::theme::{Face, space, text};
use crate::ui::widgets::{elided, key_cap, overlay, say, singleline};
use crate::ui::{Command, Cx, shortcuts};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PaletteKind {
    Commands,
    /// Questions of the document and documents of the project.
    Places,
    /// Answers of later papers, for the promise in this question.
    Later(QuestionRef),
}

/// An open palette.
#[derive(Debug)]
pub struct Palette {
    kind: PaletteKind,
    typed: String,
    chosen: usize,
    fresh: bool,
}

/// One line that can be chosen.
struct Offer {
    name: String,
    key: Option<String>,
    command: Command,
}

impl Palette {
    #[must_use]
    pub fn new(kind: PaletteKind) -> Self {
        Self { kind, typed: String::new(), chosen: 0, fresh: true }
    }

    pub fn ui(&mut self, ctx: &egui::Context, cx: &mut Cx<'_>) {
        let theme = cx.theme;
        let (moved, enter) = keys(ctx);
        let ((), beside) = overlay(ctx, "palette", 560.0, Some(72.0), theme, |ui| {
            let hint = match self.kind {
                PaletteKind::Commands => cx.words.palette_hint,
                PaletteKind::Places => cx.words.go_to_hint,
                PaletteKind::Later(_) => cx.words.ledger.link_hint,
            };
            let before = self.typed.clone();
            let width = ui.available_width();
            let id = ui.scope_id().with("typed");
            let field = singleline(ui, id, &mut self.typed, hint, width, theme);
            field.widget_info(|| {
                let mut info = WidgetInfo::text_edit(true, &self.typed, &self.typed, "");
                info.label = Some(hint.to_owned());
                info
            });
            if std::mem::take(&mut self.fresh) || !field.has_focus() {
                field.request_focus();
            }
            if self.typed != before {
                self.chosen = 0;
            }
            let offers = self.offers(cx);
            if !offers.is_empty() {
                let count = offers.len();
                self.chosen = self.chosen.saturating_add_signed(moved).min(count - 1);
            }
            ui.add_space(6.0);
            self.list(ui, &offers, moved != 0, cx);
            if enter && let Some(offer) = offers.get(self.chosen) {
                cx.ask(Command::CloseOverlay);
                cx.ask(offer.command.clone());
            }
        });
        if beside {
            cx.ask(Command::CloseOverlay);
        }
    }

    fn list(&self, ui: &mut Ui, offers: &[Offer], moved: bool, cx: &mut Cx<'_>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        if offers.is_empty() {
            let font = Face::Sans.size(text::BODY);
            let width = ui.available_width();
            say(ui, elided(cx.words.nothing_found, font, cx.theme.ink3, width));
        }
        ScrollArea::vertical().max_height(380.0).auto_shrink([false, true]).show(ui, |ui| {
            for (nth, offer) in offers.iter().enumerate() {
                let (rect, response) =
                    ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::click());
                let chosen = nth == self.chosen;
                response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &offer.name));
                if chosen || response.hovered() {
                    let fill = if chosen { cx.theme.active } else { cx.theme.hover };
                    ui.painter().rect_filled(rect, space::RADIUS_CONTROL, fill);
                }
                let font = Face::Sans.size(text::BODY);
                let name = elided(offer.name.as_str(), font, cx.theme.ink, rect.width() - 120.0);
                let galley = ui.painter().layout_job(name);
                let at = pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0);
                ui.painter().galley(at, galley, cx.theme.ink);
                if let Some(key) = &offer.key {
                    let at = pos2(rect.right() - 8.0, rect.center().y);
                    key_cap(ui.painter(), at, key, cx.theme.ink2, cx.theme.line);
                }
                if chosen && moved {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    cx.ask(Command::CloseOverlay);
                    cx.ask(offer.command.clone());
                }
            }
        });
    }

    fn offers(&self, cx: &Cx<'_>) -> Vec<Offer> {
        let wanted: Vec<String> = self.typed.split_whitespace().map(str::to_lowercase).collect();
        let all = match self.kind {
            PaletteKind::Commands => commands(cx),
            PaletteKind::Places => places(cx),
            PaletteKind::Later(question) => later(question, cx),
        };
        let number = self.typed.trim();
        let mut found: Vec<Offer> = all
            .into_iter()
            .filter(|offer| {
                let name = offer.name.to_lowercase();
                wanted.iter().all(|word| name.contains(word))
            })
            .take(200)
            .collect();
        // A number means the question of that number before any other that contains it.
        let exact = format!("{} {number}:", cx.words.question);
        found.sort_by_key(|offer| !offer.name.starts_with(&exact));
        found
    }
}

fn commands(cx: &Cx<'_>) -> Vec<Offer> {
    Command::PALETTE
        .iter()
        .filter(|command| cx.document().is_some() || command.works_without_project())
        .filter_map(|command| {
            Some(Offer {
                name: (cx.words.command_name)(command)?.to_owned(),
                key: shortcuts::shown(command, cx.words),
                command: command.clone(),
            })
        })
        .collect()
}

fn places(cx: &Cx<'_>) -> Vec<Offer> {
    let questions = cx.document().into_iter().flat_map(|document| {
        document.outline.questions().map(|question| Offer {
            name: format!("{} {}: {}", cx.words.question, question.label, document.reading(question.text)),
            key: None,
            command: Command::GoQuestion(question.id),
        })
    });
    let documents = cx.project.documents().map(|document| Offer {
        name: document.title().to_owned(),
        key: None,
        command: Command::GoDocument(document.id),
    });
    questions.chain(documents).collect()
}

/// Questions of later papers, those of papers that speak of this one first.
fn later(question: QuestionRef, cx: &Cx<'_>) -> Vec<Offer> {
    let offer = |by: QuestionRef| {
        let document = cx.project.document(by.document)?;
        let asked = document.outline.question(by.question)?;
        let place = (cx.words.ledger.question_of)(&super::promise::paper_title(document), &asked.label);
        let name = format!("{place}: {}", document.reading(asked.text));
        Some(Offer { name, key: None, command: Command::Promise(question, PromiseStep::Later(by)) })
    };
    later_answers(cx.project, question).into_iter().filter_map(offer).collect()
}

/// Takes the arrows and Enter out of the input before the text field sees them.
fn keys(ctx: &egui::Context) -> (isize, bool) {
    ctx.input_mut(|input| {
        let (mut moved, mut enter) = (0, false);
        input.events.retain(|event| match event {
            Event::Key { key: Key::ArrowDown, pressed: true, .. } => {
                moved += 1;
                false
            }
            Event::Key { key: Key::ArrowUp, pressed: true, .. } => {
                moved -= 1;
                false
            }
            Event::Key { key: Key::Enter, pressed: true, .. } => {
                enter = true;
                false
            }
            _ => true,
        });
        (moved, enter)
    })
}
