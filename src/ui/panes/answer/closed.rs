//! A question of the answer that is not open.

use egui::accesskit::Role;
use egui::{Align, CornerRadius, Layout, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::analysis::{CellState, state};
use crate::model::{Coding, Document, Question, QuestionRef};
use crate::ui::theme::{Face, space, text};
use crate::ui::widgets::{Segment, Square, elided, focus_ring, letter_square, segments, width_of};
use crate::ui::{Command, Cx};

/// A question of the answer that is not open: a line, its state, and its tags to click.
pub(super) fn closed_question(ui: &mut Ui, document: &Document, question: &Question, cx: &mut Cx<'_>) {
    let reference = QuestionRef { document: document.id, question: question.id };
    let coding = cx.project.my_coding(reference);
    let low = ui.ctx().content_rect().height() < space::LOW;
    let height = if low { 32.0 } else { 64.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let words = document.reading(question.text);
    let name = format!("{} {}: {words}", cx.words.question, question.label);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(space::RADIUS_CONTROL), cx.theme.hover);
    }
    let label_font = Face::SansSemibold.size(text::BODY);
    let y = rect.top() + if low { 16.0 } else { 18.0 };
    let label_at = pos2(rect.left() + 20.0, y);
    ui.painter().text(
        label_at,
        egui::Align2::RIGHT_CENTER,
        &question.label,
        label_font.clone(),
        cx.theme.ink2,
    );
    let mark_width = if low { 32.0 } else { 4.0 };
    let line =
        ui.painter().layout_job(elided(words, label_font, cx.theme.ink, rect.width() - 34.0 - mark_width));
    ui.painter().galley(pos2(rect.left() + 30.0, y - line.size().y / 2.0), line, cx.theme.ink);
    if low {
        let square = Rect::from_center_size(pos2(rect.right() - 14.0, y), vec2(20.0, 20.0));
        letter_square(ui.painter(), square, square_of(coding, cx), cx.theme);
    } else {
        let line =
            Rect::from_min_max(pos2(rect.left(), rect.top() + 31.0), rect.right_bottom() - vec2(4.0, 7.0));
        let layout = Layout::right_to_left(Align::Center);
        let mut child =
            ui.new_child(egui::UiBuilder::new().id_salt(question.id).max_rect(line).layout(layout));
        tag_segments(&mut child, question, coding, cx);
        let right = child.min_rect().left() - 10.0;
        facts(ui, rect.with_max_x(right), coding, cx);
    }
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.hairline());
    if response.clicked() {
        cx.ask(Command::GoQuestion(question.id));
    }
}

/// What was asked for, how much evidence there is: as much as there is room for left of the tags.
fn facts(ui: &Ui, rect: Rect, coding: Option<&Coding>, cx: &Cx<'_>) {
    let Some(coding) = coding else { return };
    let evidence = (cx.words.coding_facts)(coding.evidence.len(), !coding.memo.is_empty(), coding.later);
    let asked = coding.asked.iter().map(|asked| (cx.words.coding.asked)(*asked).to_owned());
    let facts: Vec<String> = asked.chain((!evidence.is_empty()).then_some(evidence)).collect();
    let font = Face::Sans.size(text::SMALL);
    let line = elided(facts.join(" · "), font, cx.theme.ink3, rect.width() - 30.0);
    let line = ui.painter().layout_job(line);
    ui.painter().galley(
        pos2(rect.left() + 30.0, rect.top() + 44.0 - line.size().y / 2.0),
        line,
        cx.theme.ink3,
    );
}

fn square_of<'a>(coding: Option<&Coding>, cx: &Cx<'a>) -> Square<'a> {
    let tag = coding.and_then(|coding| cx.project.codebook().tag(coding.tag.as_ref()?));
    match (tag, coding) {
        (Some(tag), Some(coding)) => {
            let (letter, colours) = (tag.letter.get(cx.words.language), cx.theme.tag(tag.swatch));
            if state(cx.project.codebook(), coding) == CellState::Complete {
                Square::Filled(letter, colours)
            } else {
                Square::Tinted(letter, colours)
            }
        }
        (_, Some(coding)) if coding.later => Square::Later,
        _ => Square::Empty,
    }
}

fn tag_segments(ui: &mut Ui, question: &Question, coding: Option<&Coding>, cx: &mut Cx<'_>) {
    let language = cx.words.language;
    let room = ui.available_width() - 26.0 * cx.project.codebook().tags.len() as f32 - 24.0;
    let is_room_for = |name: &str| width_of(ui, name, Face::SansSemibold.size(text::SMALL)) < room;
    let items: Vec<Segment> = cx
        .project
        .codebook()
        .tags
        .iter()
        .map(|tag| {
            let chosen = coding.is_some_and(|coding| coding.tag.as_ref() == Some(&tag.id));
            let (letter, name) = (tag.letter.get(language), tag.name.get(language));
            Segment {
                text: if chosen && is_room_for(name) {
                    format!("{letter}  {name}")
                } else {
                    letter.to_owned()
                },
                icon: None,
                name: format!("{} {}: {name}", cx.words.question, question.label),
                chosen,
                colours: Some(cx.theme.tag(tag.swatch)),
            }
        })
        .collect();
    let id = ui.scope_id().with(("tags", question.id));
    if let Some(nth) = segments(ui, id, &items, 24.0, Role::RadioButton, cx.theme) {
        cx.ask(Command::TagQuestion(question.id, nth + 1));
    }
}
