//! What the pane shows from top to bottom, and what it remembers.

use egui::{Frame, Margin, ScrollArea, Ui, WidgetInfo, vec2};

use super::closed::closed_question;
use super::definition::{Card, definition};
use super::evidence::{Passages, evidence, section};
use super::facets::{Pick, asked, facets};
use super::header::header;
use super::tags::{question_text, tag_row};
use crate::model::{AnswerGroup, Coding, Document, Question, QuestionRef};
use crate::ui::panes::promise::{Extent, PromiseFields};
use crate::ui::theme::{Face, space, text};
use crate::ui::widgets::{Button, Look, job, multiline, say};
use crate::ui::{Command, Cx, shortcuts};

/// What the pane remembers between frames; nothing of it is saved.
#[derive(Debug, Default)]
pub struct AnswerPane {
    memo: Memo,
    /// Where the keyboard goes in the next frame.
    wants: Option<Wants>,
    /// Asked when some questions of an answer already carry other tags.
    pub all_same: Option<AllSame>,
    /// What the next digit sets.
    pub pick: Option<Pick>,
    promise: PromiseFields,
    passages: Passages,
    /// All facets are shown.
    all_facets: bool,
    /// The definition beside the tags.
    card: Card,
    /// The question that is open, to notice that it is another one.
    shown: Option<QuestionRef>,
}

/// A control that the keyboard is to go to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Wants {
    Tags,
    Memo,
    /// The answer to "change it too?" that overwrites nothing.
    AllSame,
}

/// "Question 6 is vague. Change it too?"
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AllSame {
    pub document: crate::model::DocumentId,
    pub group: crate::model::GroupId,
    /// The key that was pressed.
    pub key: usize,
    /// Label and tag of each question that would change.
    pub differing: Vec<(String, crate::model::TagId)>,
}

/// A memo being typed: the field's text, and what the project held when it was last in step.
#[derive(Debug, Default)]
struct Memo {
    question: Option<QuestionRef>,
    typed: String,
    known: String,
}

impl AnswerPane {
    /// Moves the keyboard to the first control of the open question.
    pub fn focus(&mut self) {
        self.wants = Some(Wants::Tags);
    }

    /// Moves the keyboard into the memo.
    pub fn edit_memo(&mut self) {
        self.wants = Some(Wants::Memo);
    }

    pub fn ask_all_same(&mut self, question: AllSame) {
        self.all_same = Some(question);
        self.wants = Some(Wants::AllSame);
    }

    /// Shows the definition beside the tags, or puts it away.
    pub fn toggle_definition(&mut self) {
        self.card.toggle();
    }

    /// Puts the definition away. Returns whether it was there.
    pub fn close_definition(&mut self) -> bool {
        self.card.close()
    }

    /// Shows the pane in the space it is given.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        ui.painter().rect_filled(ui.max_rect(), 0, cx.theme.chrome);
        let Some((document, group, question)) = cx.current() else {
            nothing_here(ui, cx);
            return;
        };
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        header(ui, document, group, cx);
        ScrollArea::vertical().id_salt("answer pane").auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 14, right: 14, top: 6, bottom: 16 }).show(ui, |ui| {
                self.doubt(ui, document, group, cx);
                for other in &group.questions {
                    if other.id == question.id {
                        self.open_question(ui, document, group, other, cx);
                    } else {
                        closed_question(ui, document, other, cx);
                    }
                }
            });
        });
    }

    /// Asks before questions that carry another tag are changed. No default: two answers.
    fn doubt(&mut self, ui: &mut Ui, document: &Document, group: &AnswerGroup, cx: &mut Cx<'_>) {
        let Some(asked) = &self.all_same else { return };
        if asked.document != document.id || asked.group != group.id {
            self.all_same = None;
            return;
        }
        let codebook = cx.project.codebook();
        let language = cx.words.language;
        let differing: Vec<(String, &str)> = asked
            .differing
            .iter()
            .map(|(label, tag)| {
                (label.clone(), codebook.tag(tag).map_or(tag.0.as_str(), |tag| tag.name.get(language)))
            })
            .collect();
        let key = asked.key;
        let frame = Frame::new()
            .fill(cx.theme.alert_tint)
            .stroke((1.5, cx.theme.alert))
            .corner_radius(space::RADIUS_CONTROL)
            .inner_margin(Margin::same(12));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let question = (cx.words.change_too)(&differing);
            let width = ui.available_width();
            say(ui, job(question, Face::SansMedium.size(text::BODY), cx.theme.ink, text::BODY_LINE, width));
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                let all = Button::new(cx.words.change_all, Look::Outlined).height(28.0).ui(ui, cx.theme);
                if all.clicked() {
                    cx.ask(Command::TagAllAnyway(key));
                }
                let open = Button::new(cx.words.only_open, Look::Outlined).height(28.0).ui(ui, cx.theme);
                // The keyboard comes to the answer that overwrites nothing.
                if self.wants.take_if(|wants| *wants == Wants::AllSame).is_some() {
                    open.request_focus();
                }
                if open.clicked() {
                    cx.ask(Command::TagOpen(key));
                }
            });
        });
        ui.add_space(8.0);
    }

    fn open_question(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        group: &AnswerGroup,
        question: &Question,
        cx: &mut Cx<'_>,
    ) {
        let reference = QuestionRef { document: document.id, question: question.id };
        if self.shown.replace(reference) != Some(reference) {
            self.pick = None;
            self.all_facets = false;
        }
        let frame = Frame::new()
            .fill(cx.theme.raised)
            .stroke(cx.theme.hairline())
            .corner_radius(space::RADIUS_CARD)
            .inner_margin(Margin::same(12));
        let mut looked_at = None;
        let top = if group.questions.len() > 1 { 8.0 } else { 4.0 };
        ui.add_space(top);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            question_text(ui, document, question, cx);
            ui.add_space(8.0);
            let coding = cx.project.my_coding(reference);
            asked(ui, reference, coding, self.pick, cx);
            ui.add_space(8.0);
            for (nth, tag) in cx.project.codebook().tags.iter().enumerate() {
                let chosen = coding.is_some_and(|coding| coding.tag.as_ref() == Some(&tag.id));
                let row = tag_row(ui, tag, nth + 1, chosen, question, cx);
                if nth == 0 && self.wants.take_if(|wants| *wants == Wants::Tags).is_some() {
                    row.request_focus();
                }
                if row.hovered() || row.has_focus() {
                    looked_at = Some(tag);
                }
                ui.add_space(4.0);
            }
            ui.add_space(4.0);
            facets(ui, reference, coding, self.pick, &mut self.all_facets, cx);
            ui.add_space(10.0);
            evidence(ui, document, reference, coding, &mut self.passages, cx);
            if let Some(coding) = coding.filter(|coding| puts_off(coding, cx)) {
                ui.add_space(12.0);
                section(ui, cx.words.ledger.promise, None, "", cx);
                self.promise.follow(Some(reference), cx);
                self.promise.ui(ui, document, reference, coding, Extent::Coding, cx);
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            } else {
                self.promise.follow(None, cx);
            }
            ui.add_space(12.0);
            self.memo(ui, reference, coding, cx);
            definition(ui, &mut self.card, looked_at, coding, cx);
        });
        ui.add_space(8.0);
    }

    fn memo(&mut self, ui: &mut Ui, question: QuestionRef, coding: Option<&Coding>, cx: &mut Cx<'_>) {
        section(ui, cx.words.memo, shortcuts::shown(&Command::EditMemo, cx.words), "", cx);
        ui.add_space(6.0);
        let kept = coding.map(|coding| coding.memo.as_str()).unwrap_or_default();
        if self.memo.question != Some(question) || self.memo.known != kept {
            // Another question, or undo: the field shows what the project says.
            self.memo = Memo { question: Some(question), typed: kept.to_owned(), known: kept.to_owned() };
        }
        let id = ui.scope_id().with("memo");
        let response = multiline(ui, id, &mut self.memo.typed, cx.words.memo_hint, 2, cx.theme);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &self.memo.typed, &self.memo.typed, "");
            info.label = Some(cx.words.memo.to_owned());
            info
        });
        if self.wants.take_if(|wants| *wants == Wants::Memo).is_some() {
            response.request_focus();
            response.scroll_to_me(None);
        }
        if response.changed() {
            self.memo.known.clone_from(&self.memo.typed);
            cx.ask(Command::Memo(question, self.memo.typed.clone()));
        }
        if response.lost_focus() {
            cx.ask(Command::CloseStep);
        }
    }
}

fn puts_off(coding: &Coding, cx: &Cx<'_>) -> bool {
    coding.tag.as_ref().is_some_and(|tag| cx.project.codebook().puts_off(tag))
}

/// Without a document the reader says what to do; once is enough.
fn nothing_here(ui: &mut Ui, cx: &Cx<'_>) {
    if cx.document().is_none() {
        return;
    }
    Frame::new().inner_margin(Margin::same(20)).show(ui, |ui| {
        let width = ui.available_width();
        let words = cx.words.no_questions_here;
        say(ui, job(words, Face::Sans.size(text::BODY), cx.theme.ink2, text::BODY_LINE, width));
    });
}
