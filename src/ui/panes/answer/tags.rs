//! The open question and its tags, one row each.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Response, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Document, Question, Tag};
use crate::ui::theme::{Face, space, text};
use crate::ui::widgets::{Square, elided, focus_ring, job, key_cap, letter_square, say};
use crate::ui::{Command, Cx};

pub(super) fn question_text(ui: &mut Ui, document: &Document, question: &Question, cx: &Cx<'_>) {
    ui.horizontal_top(|ui| {
        let font = Face::SansSemibold.size(text::BODY);
        let label = job(question.label.as_str(), font, cx.theme.ink2, 19.0, 40.0);
        let galley = ui.painter().layout_job(label);
        let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x.max(16.0), 19.0), Sense::hover());
        ui.painter().galley(pos2(rect.right() - galley.size().x, rect.top()), galley, cx.theme.ink2);
        let width = ui.available_width();
        let words = document.reading(question.text);
        let response =
            say(ui, job(words.as_str(), Face::SansSemibold.size(text::BODY), cx.theme.ink, 19.0, width));
        let name = format!("{} {}, {}", cx.words.question, question.label, cx.words.open_question);
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
    });
}

/// One tag of the open question: letter, word, definition in five words, key.
pub(super) fn tag_row(
    ui: &mut Ui,
    tag: &Tag,
    key: usize,
    chosen: bool,
    question: &Question,
    cx: &mut Cx<'_>,
) -> Response {
    let language = cx.words.language;
    let colours = cx.theme.tag(tag.swatch);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::click());
    let name = tag.name.get(language);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, name));
    let radius = CornerRadius::same(space::RADIUS_CONTROL);
    let (fill, line) = match (chosen, response.hovered()) {
        (true, _) => (colours.tint, egui::Stroke::new(1.5, colours.fill)),
        (false, true) => (cx.theme.hover, cx.theme.hairline()),
        (false, false) => (cx.theme.raised, cx.theme.hairline()),
    };
    let painter = ui.painter();
    painter.rect(rect, radius, fill, line, StrokeKind::Inside);
    let square = Rect::from_center_size(pos2(rect.left() + 19.0, rect.center().y), vec2(20.0, 20.0));
    let letter = tag.letter.get(language);
    let look = if chosen { Square::Filled(letter, colours) } else { Square::Outlined(letter, colours) };
    letter_square(painter, square, look, cx.theme);
    let face = if chosen { Face::SansSemibold } else { Face::SansMedium };
    let ink = if chosen { colours.text } else { cx.theme.ink };
    let middle = rect.center().y;
    let word = painter.text(
        pos2(rect.left() + 39.0, middle),
        egui::Align2::LEFT_CENTER,
        name,
        face.size(text::BODY),
        ink,
    );
    let line = if chosen { colours.fill } else { cx.theme.line };
    let ink = if chosen { colours.text } else { cx.theme.ink2 };
    let cap = key_cap(painter, pos2(rect.right() - 9.0, middle), &key.to_string(), ink, line);
    let right = rect.right() - 9.0 - cap - 10.0;
    if rect.width() > 310.0 {
        let font = Face::Sans.size(text::SMALL);
        let short = painter.layout_job(elided(
            tag.short.get(language),
            font,
            cx.theme.ink2,
            right - word.right() - 12.0,
        ));
        painter.galley(pos2(right - short.size().x, middle - short.size().y / 2.0), short, cx.theme.ink2);
    }
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    if response.clicked() {
        cx.ask(Command::TagQuestion(question.id, key));
    }
    response
}
