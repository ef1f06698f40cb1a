//! The promise of a deferred answer, beside its question and in the ledger: what is printed is proposed,
//! nothing is set by itself.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{Ui, WidgetInfo, vec2};

use crate::model::analysis::{announced, earlier_papers};
use crate::model::edits::promise::{PromiseField, PromiseStep};
use crate::model::{Before, Coding, Document, DocumentId, OutcomeKind, Promise, QuestionRef};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, Segment, chip, job, say, segments, singleline};
use crate::ui::{Command, Cx, shortcuts};

/// What is being typed of a promise, with what the project said when it was last in step.
#[derive(Debug, Default)]
pub(super) struct PromiseFields {
    question: Option<QuestionRef>,
    typed: BTreeMap<PromiseField, (String, String)>,
    /// The papers that the open one names, and what they were looked for in: reading a long paper takes its time.
    papers: Vec<Before>,
    papers_of: Option<(DocumentId, usize)>,
    /// The keyboard goes to the date.
    pub wants_date: bool,
}

/// How much of a promise is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Beside the question: until when, asked before.
    Coding,
    /// In the ledger: also what became of it.
    Ledger,
}

impl PromiseFields {
    /// Hands over what was typed when another question takes the place: leaving never discards.
    pub fn follow(&mut self, question: Option<QuestionRef>, cx: &mut Cx<'_>) {
        if self.question == question {
            return;
        }
        let typed = std::mem::take(&mut self.typed);
        if let Some(before) = self.question {
            for (field, (typed, _)) in typed.into_iter().filter(|(_, (typed, known))| typed != known) {
                cx.ask(Command::Promise(before, PromiseStep::Typed(field, typed)));
            }
        }
        self.question = question;
    }

    pub fn ui(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        question: QuestionRef,
        coding: &Coding,
        extent: Extent,
        cx: &mut Cx<'_>,
    ) {
        let promise = coding.promise.clone().unwrap_or_default();
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        self.until(ui, document, question, coding, extent, cx);
        let due = promise.due.map(|due| cx.words.language.date(due)).unwrap_or_default();
        let words = cx.words.ledger;
        ui.horizontal(|ui| {
            ui.set_min_height(32.0);
            label(ui, words.due, cx);
            let wants = std::mem::take(&mut self.wants_date);
            self.field(ui, PromiseField::Due, words.due, words.date_hint, due, wants, cx);
        });
        let key = Some((document.id, cx.project.document_count()));
        if self.papers_of != key {
            self.papers = earlier_papers(cx.project, document);
            self.papers_of = key;
        }
        before(ui, &self.papers, question, &promise, cx);
        if extent == Extent::Ledger {
            ui.add_space(8.0);
            self.outcome(ui, question, &promise, cx);
        }
    }

    /// Until when: what is printed, as chips to take; what was taken, with a way to take it away.
    fn until(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        question: QuestionRef,
        coding: &Coding,
        extent: Extent,
        cx: &mut Cx<'_>,
    ) {
        let words = cx.words.ledger;
        let until = coding.promise.as_ref().and_then(|promise| promise.until.as_ref());
        if extent == Extent::Ledger {
            label(ui, words.until_when, cx);
            let said = until.map(|until| until.words.clone()).unwrap_or_default();
            self.field(ui, PromiseField::Until, words.until_when, words.until_hint, said, false, cx);
            ui.add_space(4.0);
        }
        if let Some(until) = until {
            ui.horizontal_wrapped(|ui| {
                note(ui, (words.until_kind)(until.kind), cx);
                let shown = format!("„{}“", until.words);
                let name = (words.take_away)(&shown);
                if extent == Extent::Coding && chip(ui, &short(&shown), &name, true, None, cx.theme).clicked()
                {
                    cx.ask(Command::Promise(question, PromiseStep::NothingAnnounced));
                }
            });
            return;
        }
        let answered = document.head.answered.or(document.head.issued);
        let in_place = coding.evidence.iter().filter(|evidence| evidence.is_in_place(&document.body));
        let found: Vec<_> =
            in_place.flat_map(|evidence| announced(&document.body, evidence.span, answered)).collect();
        if found.is_empty() {
            if extent == Extent::Ledger || !coding.evidence.is_empty() {
                note(ui, words.nothing_printed, cx);
            }
            return;
        }
        ui.horizontal_wrapped(|ui| {
            note(ui, words.proposed, cx);
            for one in found {
                let due = one.due.map(|due| format!(" → {}", cx.words.language.date(due)));
                let shown = format!("„{}“{}", one.until.words, due.unwrap_or_default());
                let name = format!("{}: {shown}", words.until_when);
                if chip(ui, &short(&shown), &name, false, None, cx.theme).on_hover_text(&shown).clicked() {
                    cx.ask(Command::Promise(question, PromiseStep::Announced(one.until, one.due)));
                }
            }
        });
    }

    fn outcome(&mut self, ui: &mut Ui, question: QuestionRef, promise: &Promise, cx: &mut Cx<'_>) {
        let words = cx.words.ledger;
        label(ui, words.outcome, cx);
        let kind = promise.outcome.as_ref().map(|outcome| outcome.kind);
        let kinds = [None, Some(OutcomeKind::Kept), Some(OutcomeKind::Renewed), Some(OutcomeKind::Broken)];
        ui.horizontal_wrapped(|ui| {
            for one in kinds {
                let name = one.map_or(words.outcome_open, words.outcome_kind);
                if chip(ui, name, name, kind == one, None, cx.theme).clicked() && kind != one {
                    cx.ask(Command::Promise(question, PromiseStep::Outcome(one)));
                }
            }
        });
        ui.add_space(4.0);
        if let Some(outcome) = &promise.outcome {
            let by = outcome.by.and_then(|by| {
                let later = cx.project.document(by.document)?;
                let label = later.outline.question(by.question)?.label.clone();
                Some((by, (words.linked_to)(&paper_title(later), &label)))
            });
            if let Some((by, name)) = by {
                let button = Button::new(&name, Look::Plain).icon(icon::LINK);
                if button.ui(ui, cx.theme).clicked() {
                    cx.ask(Command::GoReference(by.document, Some(by.question)));
                }
            } else {
                let on = outcome.on.map(|on| cx.words.language.date(on)).unwrap_or_default();
                let source = outcome.source.clone();
                ui.horizontal(|ui| {
                    ui.set_min_height(32.0);
                    label(ui, words.outcome_on, cx);
                    self.field(ui, PromiseField::On, words.outcome_on, words.date_hint, on, false, cx);
                });
                let (name, hint) = (words.outcome_source, words.outcome_source_hint);
                self.field(ui, PromiseField::Source, name, hint, source, false, cx);
            }
        }
        ui.add_space(4.0);
        let key = shortcuts::shown(&Command::LinkLater, cx.words);
        let link = Button::new(words.link_later, Look::Outlined).icon(icon::LINK).key(key);
        if link.ui(ui, cx.theme).clicked() {
            cx.ask(Command::LinkLater);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one field with everything that names it")]
    fn field(
        &mut self,
        ui: &mut Ui,
        which: PromiseField,
        name: &str,
        hint: &str,
        said: String,
        focus: bool,
        cx: &mut Cx<'_>,
    ) {
        let (typed, known) = self.typed.entry(which).or_insert_with(|| (said.clone(), said.clone()));
        if *known != said {
            // Undo, or a first look: the field shows what the project says.
            typed.clone_from(&said);
            *known = said;
        }
        let width = ui.available_width();
        let id = egui::Id::unique(("promise", which, self.question));
        let response = singleline(ui, id, typed, hint, width, cx.theme);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &*typed, &*typed, hint);
            info.label = Some(name.to_owned());
            info
        });
        if focus {
            response.request_focus();
            response.scroll_to_me(None);
        }
        if response.lost_focus() && typed != known {
            if let Some(question) = self.question {
                let typed = typed.clone();
                cx.ask(Command::Promise(question, PromiseStep::Typed(which, typed)));
            }
            // Should it be refused, the field shows what the project says.
            self.typed.remove(&which);
        }
    }
}

/// Papers in which the same was asked: those that this paper names, to be chosen.
fn before(ui: &mut Ui, proposed: &[Before], question: QuestionRef, promise: &Promise, cx: &mut Cx<'_>) {
    let words = cx.words.ledger;
    let set = promise.before.as_ref();
    if proposed.is_empty() && set.is_none() {
        return;
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        label(ui, words.before, cx);
        let missing = set.filter(|set| proposed.iter().all(|one| one.number != set.number));
        for one in missing.into_iter().chain(proposed) {
            let chosen = set.is_some_and(|set| set.number == one.number);
            let name = (words.asked_before_in)(&one.number);
            if chip(ui, &one.number, &name, chosen, None, cx.theme).clicked() {
                let before: Option<Before> = (!chosen).then(|| one.clone());
                cx.ask(Command::Promise(question, PromiseStep::Before(before)));
            }
        }
    });
}

/// How a paper is named in few words: by its number.
pub(super) fn paper(document: &Document, cx: &Cx<'_>) -> String {
    document.head.number.clone().unwrap_or_else(|| cx.words.without_number.to_owned())
}

/// How a paper is told from others in one line: by its number, or by its title.
pub(super) fn paper_title(document: &Document) -> String {
    document.head.number.clone().unwrap_or_else(|| short(document.title()))
}

fn short(words: &str) -> String {
    if words.chars().count() <= 44 {
        words.to_owned()
    } else {
        words.chars().take(42).collect::<String>() + "…"
    }
}

fn label(ui: &mut Ui, words: &str, cx: &Cx<'_>) {
    let width = ui.available_width();
    let response = say(ui, job(words, Face::Sans.size(text::SMALL), cx.theme.ink2, 24.0, width));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}

fn note(ui: &mut Ui, words: &str, cx: &Cx<'_>) {
    let width = ui.available_width();
    say(ui, job(words, Face::Sans.size(text::SMALL), cx.theme.ink3, 24.0, width));
}

/// A row of choices by plain words; returns the one that was clicked.
pub(super) fn choose(ui: &mut Ui, id: &str, items: &[(&str, bool)], cx: &Cx<'_>) -> Option<usize> {
    let items: Vec<Segment> = items.iter().map(|(name, chosen)| Segment::plain(name, *chosen)).collect();
    let id = ui.scope_id().with(id);
    segments(ui, id, &items, 28.0, Role::RadioButton, cx.theme)
}
