//! The chosen part: the number of a question, the questions of an answer, and how it was recognised.

use egui::accesskit::Role;
use egui::{CornerRadius, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use crate::model::analysis::Part;
use crate::model::{AnswerGroup, Document, Question, QuestionId, Unit};
use crate::ui::theme::{Face, space, text};
use crate::ui::widgets::{focus_ring, job, say, singleline, width_of};
use crate::ui::{Command, Cx};

/// A number being typed, with what the project said when it was last in step.
#[derive(Debug, Default)]
pub(super) struct PartFields {
    question: Option<QuestionId>,
    typed: String,
    known: String,
    pub wants_focus: bool,
}

impl PartFields {
    pub fn ui(&mut self, ui: &mut Ui, document: &Document, part: &Part<'_>, cx: &mut Cx<'_>) {
        let words = cx.words.outline;
        let width = ui.available_width();
        let mut name = (words.part)(&part.unit);
        if let Some(by) = part.remark_by() {
            name = format!("{name} {}", (words.remark_by)(by));
        }
        let heading =
            say(ui, job(name.as_str(), Face::SansSemibold.size(text::BODY), cx.theme.ink, 20.0, width));
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
        ui.add_space(8.0);
        match part.unit {
            Unit::Question(_, question) => self.number(ui, question, cx),
            Unit::Answer(group, _) | Unit::Joint(group, _) => {
                self.answered(ui, document, group, cx);
                recognised(ui, document, group, part, cx);
            }
            Unit::Rest(_) => note(ui, words.not_coded, cx),
            Unit::Head(_) | Unit::Remark(_) | Unit::Transmission(_) | Unit::Signature(_) => {
                note(ui, &(cx.words.word_count)(document.body.words_at(part.span)), cx);
            }
        }
        self.wants_focus = false;
    }

    fn number(&mut self, ui: &mut Ui, question: &Question, cx: &mut Cx<'_>) {
        let words = cx.words.outline;
        if self.question != Some(question.id) || self.known != question.label {
            self.question = Some(question.id);
            self.typed.clone_from(&question.label);
            self.known.clone_from(&question.label);
        }
        ui.horizontal(|ui| {
            let width = width_of(ui, words.number, Face::Sans.size(text::SMALL)) + 4.0;
            ui.set_min_height(32.0);
            say(ui, job(words.number, Face::Sans.size(text::SMALL), cx.theme.ink2, text::SMALL_LINE, width));
            let id = ui.scope_id().with("number of the question");
            let response = singleline(ui, id, &mut self.typed, "", 90.0, cx.theme);
            response.widget_info(|| {
                let mut info = WidgetInfo::text_edit(true, &self.typed, &self.typed, "");
                info.label = Some(words.number.to_owned());
                info
            });
            if std::mem::take(&mut self.wants_focus) {
                response.request_focus();
                response.scroll_to_me(None);
                select_all(ui, id, &self.typed);
            }
            if response.lost_focus() && self.typed.trim() != self.known {
                cx.ask(Command::Relabel(question.id, self.typed.clone()));
                // Should it be refused, the field shows what the paper says.
                self.question = None;
            }
        });
    }

    /// One chip for each question: chosen where the answer answers it.
    fn answered(&mut self, ui: &mut Ui, document: &Document, group: &AnswerGroup, cx: &mut Cx<'_>) {
        note(ui, cx.words.outline.answers_questions, cx);
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            let mut questions: Vec<&Question> = document.outline.questions().collect();
            questions.sort_by_key(|question| question.text);
            for question in questions {
                let is_answered = group.questions.iter().any(|other| other.id == question.id);
                let wants = is_answered && self.wants_focus;
                if wants {
                    self.wants_focus = false;
                }
                chip(ui, group, question, is_answered, wants, cx);
            }
        });
    }
}

fn chip(ui: &mut Ui, group: &AnswerGroup, question: &Question, chosen: bool, focus: bool, cx: &mut Cx<'_>) {
    let font = Face::SansSemibold.size(text::SMALL);
    let width = (width_of(ui, &question.label, font.clone()) + 14.0).max(28.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), Sense::click());
    let name = format!("{} {}", cx.words.question, question.label);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, chosen, &name));
    let (fill, ink, line) = match (chosen, response.hovered()) {
        (true, _) => (cx.theme.ink, cx.theme.page, egui::Stroke::NONE),
        (false, true) => (cx.theme.hover, cx.theme.ink, cx.theme.outline()),
        (false, false) => (cx.theme.raised, cx.theme.ink2, cx.theme.outline()),
    };
    ui.painter().rect(rect, CornerRadius::same(space::RADIUS_CELL), fill, line, StrokeKind::Inside);
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, &question.label, font, ink);
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    if focus {
        response.request_focus();
        response.scroll_to_me(None);
    }
    if response.clicked() {
        cx.ask(Command::ToggleAnswered(group.id, question.id));
    }
}

/// By which words, or by whom, an answer was recognised.
fn recognised(ui: &mut Ui, document: &Document, group: &AnswerGroup, part: &Part<'_>, cx: &Cx<'_>) {
    let words = cx.words.outline;
    let by_hand = document.outline.corrected.iter().any(|place| place.overlaps(part.span));
    let said = match group.joint {
        Some(joint) => (words.recognised_at)(&middle_cut(&document.body.line_at(joint))),
        None if by_hand => words.by_hand.to_owned(),
        None => return,
    };
    ui.add_space(6.0);
    note(ui, &said, cx);
}

/// A sentence with „…“ in its middle where it is long.
fn middle_cut(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    if words.len() <= 10 {
        return sentence.to_owned();
    }
    format!("{} … {}", words[..5].join(" "), words[words.len() - 2..].join(" "))
}

pub(super) fn note(ui: &mut Ui, words: &str, cx: &Cx<'_>) {
    let width = ui.available_width();
    say(ui, job(words, Face::Sans.size(text::SMALL), cx.theme.ink2, text::SMALL_LINE, width));
}

/// What stands in a field is replaced by the next letters.
fn select_all(ui: &Ui, id: egui::Id, typed: &str) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(typed.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
    state.store(ui.ctx(), id);
}
