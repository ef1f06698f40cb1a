//! The passages of the open question, verbatim.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Coding, Document, QuestionRef};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{focus_ring, icon_button, job, key_cap, say};
use crate::ui::{Command, Cx, shortcuts};

/// The passages of the open question, verbatim.
pub(super) fn evidence(
    ui: &mut Ui,
    document: &Document,
    question: QuestionRef,
    coding: Option<&Coding>,
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
    for (nth, passage) in passages.iter().enumerate() {
        if nth > 0 {
            ui.add_space(6.0);
        }
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - 40.0;
            let lost = !passage.is_in_place(&document.body);
            let quote = if lost { passage.quote.exact.clone() } else { document.reading(passage.span) };
            let ink = if lost { cx.theme.alert } else { cx.theme.ink };
            let words = job(quote.as_str(), Face::Serif.size(15.0), ink, 21.0, width - 13.0);
            let galley = ui.painter().layout_job(words);
            let pages = document.print.pages_of(passage.span).filter(|_| !lost);
            let pages = pages.map(|(first, last)| (cx.words.import.pages_of)(first, last));
            let page_height = if pages.is_some() { 18.0 } else { 0.0 };
            let size = vec2(width, galley.size().y + page_height);
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, (cx.words.passage_name)(&quote)));
            let line = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
            ui.painter().rect_filled(line, CornerRadius::ZERO, bar);
            ui.painter().galley(rect.min + vec2(13.0, 0.0), galley, ink);
            if let Some(pages) = pages {
                let at = rect.left_bottom() + vec2(13.0, 0.0);
                let font = Face::Sans.size(text::SMALL);
                ui.painter().text(at, egui::Align2::LEFT_BOTTOM, pages, font, cx.theme.ink3);
            }
            focus_ring(ui, rect, response.has_focus(), cx.theme);
            if response.clicked() {
                cx.ask(Command::ShowPlace(passage.span));
            }
            if icon_button(ui, icon::CLOSE, cx.words.drop_evidence, true, cx.theme).clicked() {
                cx.ask(Command::DropEvidence(question, passage.span));
            }
        });
    }
}

/// A small heading with its key at the left and a fact at the right.
pub(super) fn section(ui: &mut Ui, name: &str, key: Option<String>, fact: &str, cx: &Cx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
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
