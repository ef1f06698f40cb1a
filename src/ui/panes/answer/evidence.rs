//! The passages of the open question, verbatim.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::edits::evidence::PassageEnd;
use crate::model::{Coding, CodingKey, Document, Evidence, QuestionRef};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, focus_ring, icon_button, job, key_cap, say};
use crate::ui::{Command, Cx, shortcuts};

/// What is known of the passages of the open question. Made once for each state of the project: whom a passage
/// overlaps with is asked of every other passage of the paper.
#[derive(Debug, Default)]
pub(super) struct Passages {
    made_of: Option<(QuestionRef, u64)>,
    known: Vec<Known>,
}

/// What is known of one passage.
#[derive(Debug)]
struct Known {
    /// Its words as they are read.
    quote: String,
    lost: bool,
    /// Pages, as first and last.
    pages: Option<(u32, u32)>,
    /// Labels of the other questions that it overlaps with.
    overlaps: Vec<String>,
}

impl Passages {
    fn of(
        &mut self,
        document: &Document,
        question: QuestionRef,
        passages: &[Evidence],
        cx: &Cx<'_>,
    ) -> &[Known] {
        let key = Some((question, cx.revision));
        if self.made_of != key || self.known.len() != passages.len() {
            self.known = passages.iter().map(|passage| known(document, question, passage, cx)).collect();
            self.made_of = key;
        }
        &self.known
    }
}

fn known(document: &Document, question: QuestionRef, passage: &Evidence, cx: &Cx<'_>) -> Known {
    let lost = !passage.is_in_place(&document.body);
    if lost {
        return Known { quote: passage.quote.exact.clone(), lost, pages: None, overlaps: Vec::new() };
    }
    let seat = cx.project.seat();
    let mine = |key: &CodingKey| key.coder == seat.coder && key.round == seat.round;
    let overlaps = |coding: &Coding| coding.evidence.iter().any(|other| other.span.overlaps(passage.span));
    let overlaps = cx
        .project
        .codings_of(document.id)
        .filter(|(key, coding)| mine(key) && key.question != question.question && overlaps(coding))
        .filter_map(|(key, _)| Some(document.outline.question(key.question)?.label.clone()))
        .collect();
    let pages = document.print.pages_of(passage.span);
    Known { quote: document.reading(passage.span), lost, pages, overlaps }
}

/// The passages of the open question, verbatim.
pub(super) fn evidence(
    ui: &mut Ui,
    document: &Document,
    question: QuestionRef,
    coding: Option<&Coding>,
    remembered: &mut Passages,
    cx: &mut Cx<'_>,
) {
    let passages = coding.map(|coding| &coding.evidence[..]).unwrap_or_default();
    let key = shortcuts::shown(&Command::Evidence, cx.words);
    section(ui, cx.words.evidence, key, &(cx.words.passages)(passages.len()), cx);
    ui.add_space(6.0);
    if passages.is_empty() {
        let width = ui.available_width();
        let hint = cx.words.evidence_hint;
        say(ui, job(hint, Face::Sans.size(text::SMALL), cx.theme.ink3, text::SMALL_LINE, width));
        return;
    }
    let tag = coding.and_then(|coding| cx.project.codebook().tag(coding.tag.as_ref()?));
    let bar = tag.map_or(cx.theme.ink3, |tag| cx.theme.tag(tag.swatch).fill);
    let known = remembered.of(document, question, passages, cx);
    for (nth, (passage, known)) in passages.iter().zip(known).enumerate() {
        if nth > 0 {
            ui.add_space(8.0);
        }
        ui.push_id(nth, |ui| show_passage(ui, question, passage, known, bar, cx));
    }
}

fn show_passage(
    ui: &mut Ui,
    question: QuestionRef,
    passage: &Evidence,
    known: &Known,
    bar: egui::Color32,
    cx: &mut Cx<'_>,
) {
    let (lost, quote) = (known.lost, known.quote.as_str());
    let chosen = cx.position.evidence == Some((question.question, passage.span));
    let facts = facts(known, chosen, cx);
    ui.horizontal_top(|ui| {
        let width = ui.available_width() - 40.0;
        let words = job(quote, Face::Serif.size(15.0), cx.theme.ink, 21.0, width - 13.0);
        let words = ui.painter().layout_job(words);
        let ink = if lost { cx.theme.alert } else { cx.theme.ink3 };
        let small = job(facts.as_str(), Face::Sans.size(text::SMALL), ink, text::SMALL_LINE, width - 13.0);
        let small = ui.painter().layout_job(small);
        let below = if facts.is_empty() { 0.0 } else { small.size().y + 2.0 };
        let (rect, response) = ui.allocate_exact_size(vec2(width, words.size().y + below), Sense::click());
        let name = (cx.words.passage_name)(quote);
        let name = if facts.is_empty() { name } else { format!("{name}, {facts}") };
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
        if chosen {
            let around = Rect::from_min_max(rect.min, pos2(rect.right() + 4.0, rect.bottom()));
            ui.painter().rect_filled(around, CornerRadius::same(2), cx.theme.select);
        }
        let line = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        let bar = if lost { cx.theme.alert } else { bar };
        ui.painter().rect_filled(line, CornerRadius::ZERO, bar);
        let at = rect.min + vec2(13.0, 0.0);
        let y = at.y + words.size().y + 2.0;
        ui.painter().galley(at, words, cx.theme.ink);
        ui.painter().galley(pos2(at.x, y), small, ink);
        focus_ring(ui, rect, response.has_focus(), cx.theme);
        if response.clicked() && !lost {
            cx.ask(Command::ChooseEvidence(question, passage.span));
            cx.ask(Command::ShowPlace(passage.span));
        }
        menu(&response, question, passage, cx);
        if icon_button(ui, icon::CLOSE, cx.words.drop_evidence, true, cx.theme).clicked() {
            cx.ask(Command::DropEvidence(question, passage.span));
        }
    });
    if lost {
        ui.add_space(4.0);
        let find = Button::new(cx.words.coding.find_again, Look::Outlined).height(26.0);
        let response = find.ui(ui, cx.theme);
        if response.clicked() {
            cx.ask(Command::FindEvidence(question, passage.span));
        }
        response.on_hover_text(cx.words.coding.lost_why);
    }
}

/// Where a passage stands and whom it serves: „S. 3 · überlappt mit Frage 4“; how its ends are moved.
fn facts(known: &Known, chosen: bool, cx: &Cx<'_>) -> String {
    if known.lost {
        return cx.words.coding.lost.to_owned();
    }
    let pages = known.pages.map(|(first, last)| (cx.words.import.pages_of)(first, last));
    let others = (!known.overlaps.is_empty()).then(|| (cx.words.coding.overlaps)(&known.overlaps));
    let keys = chosen.then(|| {
        let of = |end| {
            let press = |forward| {
                shortcuts::shown(&Command::PushEvidence(end, forward), cx.words).unwrap_or_default()
            };
            format!("{} {}", press(false), press(true).rsplit(' ').next().unwrap_or_default())
        };
        (cx.words.coding.ends_by_keys)(&of(PassageEnd::End), &of(PassageEnd::Start))
    });
    [pages, others, keys].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The same passage for the other questions of the answer.
fn menu(response: &Response, question: QuestionRef, passage: &Evidence, cx: &mut Cx<'_>) {
    let Some((_, group, _)) = cx.current() else { return };
    let others: Vec<_> = group.questions.iter().filter(|other| other.id != question.question).collect();
    response.context_menu(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for other in others {
            let name = (cx.words.coding.also_for)(&other.label);
            if Button::new(&name, Look::Plain).row(260.0).ui(ui, cx.theme).clicked() {
                let other = QuestionRef { question: other.id, ..question };
                cx.ask(Command::ShareEvidence(other, passage.span));
                ui.close();
            }
        }
        if Button::new(cx.words.drop_evidence, Look::Plain).row(260.0).ui(ui, cx.theme).clicked() {
            cx.ask(Command::DropEvidence(question, passage.span));
            ui.close();
        }
    });
}

/// A small heading with its key at the left and a fact at the right.
pub(super) fn section(ui: &mut Ui, name: &str, key: Option<String>, fact: &str, cx: &Cx<'_>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
    let heading = if fact.is_empty() { name.to_owned() } else { format!("{name}: {fact}") };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &heading));
    let painter = ui.painter();
    let font = Face::Sans.size(text::SMALL);
    let middle = rect.center().y;
    let at = pos2(rect.left(), middle);
    let drawn = painter.text(at, egui::Align2::LEFT_CENTER, name, font.clone(), cx.theme.ink2);
    if let Some(key) = key {
        let width = crate::ui::widgets::width_of(ui, &key, Face::SansSemibold.size(text::BADGE)) + 10.0;
        key_cap(
            painter,
            pos2(drawn.right() + 8.0 + width.max(18.0), middle),
            &key,
            cx.theme.ink2,
            cx.theme.line,
        );
    }
    painter.text(pos2(rect.right(), middle), egui::Align2::RIGHT_CENTER, fact, font, cx.theme.ink3);
}
