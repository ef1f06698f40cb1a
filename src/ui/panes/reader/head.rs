//! The head of a paper as a title and a small table.

use egui::accesskit::Role;
use egui::{Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Document, Language};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, job, singleline};
use crate::ui::{Command, Cx, shortcuts};

/// A number being typed in.
#[derive(Debug, Default)]
pub(super) struct NumberField {
    typed: Option<String>,
    just_opened: bool,
}

/// Paints the head with its upper left corner at `at` and returns its height.
pub(super) fn head(
    ui: &mut Ui,
    at: egui::Pos2,
    width: f32,
    document: &Document,
    field: &mut NumberField,
    cx: &mut Cx<'_>,
) -> f32 {
    let mut y = at.y + 28.0;
    y += over(ui, pos2(at.x, y), width, document, field, cx) + 6.0;
    let title = job(document.title(), Face::SerifSemibold.size(22.0), cx.theme.ink, 29.0, width);
    let galley = ui.painter().layout_job(title);
    let rect = Rect::from_min_size(pos2(at.x, y), galley.size());
    let response = ui.interact(rect, ui.scope_id().with("title"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, document.title()));
    ui.painter().galley(rect.min, galley, cx.theme.ink);
    y = rect.bottom() + 10.0;
    for (name, value) in facts(document, cx) {
        y += fact(ui, pos2(at.x, y), width, name, &value, cx);
    }
    if !document.outline.is_segmented() {
        y += 8.0;
        let notice =
            job(cx.words.not_segmented, Face::Sans.size(text::BODY), cx.theme.ink2, text::BODY_LINE, width);
        let galley = ui.painter().layout_job(notice);
        let rect = Rect::from_min_size(pos2(at.x, y), galley.size());
        let id = ui.scope_id().with("not segmented");
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, cx.words.not_segmented));
        ui.painter().galley(rect.min, galley, cx.theme.ink2);
        y = rect.bottom() + 10.0;
        let room = Rect::from_min_size(pos2(at.x, y), vec2(width, 32.0));
        let mut child = ui.new_child(egui::UiBuilder::new().id_salt("by hand").max_rect(room));
        let key = shortcuts::shown(&Command::OutlineMode, cx.words);
        let button =
            Button::new(cx.words.outline.correct_by_hand, Look::Outlined).icon(icon::OUTLINE).key(key);
        if button.ui(&mut child, cx.theme).clicked() {
            cx.ask(Command::OutlineMode);
        }
        y = room.bottom() + 6.0;
    }
    y + 16.0 - at.y
}

/// Width of the field for a missing number.
const FIELD: f32 = 150.0;

/// House, kind and number in one line; a missing number is asked for.
fn over(
    ui: &mut Ui,
    at: egui::Pos2,
    width: f32,
    document: &Document,
    field: &mut NumberField,
    cx: &mut Cx<'_>,
) -> f32 {
    let head = &document.head;
    let font = Face::Sans.size(text::SMALL);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(head.parliament().map(|parliament| parliament.house.to_owned()));
    parts.extend(head.kind.map(|kind| (cx.words.summary.and_answer)(kind.printed())));
    parts.extend(head.number.as_ref().map(|number| format!("Drucksache {number}")));
    if parts.is_empty() {
        parts.push(document.origin.file.clone());
    }
    let asks = head.number.is_none() && document.outline.is_segmented();
    let words = cx.words.add_number;
    let asked = ui.painter().layout_no_wrap(words.to_owned(), font.clone(), cx.theme.alert);
    let asked_width = if field.typed.is_some() { FIELD } else { asked.size().x };
    let lay_out = |line: String| {
        ui.painter().layout_job(job(line, font.clone(), cx.theme.ink2, text::BODY_LINE, width))
    };
    let line = parts.join("  ·  ");
    let with_dot = lay_out(format!("{line}  ·  "));
    let right = (at.x + width).max(ui.clip_rect().right() - 12.0);
    // In a narrow window the question for the number stands in a line of its own.
    let is_beside = asks && with_dot.rows.len() == 1 && at.x + with_dot.size().x + asked_width <= right;
    let galley = if is_beside { with_dot } else { lay_out(line) };
    let height = galley.size().y;
    let (end, top) = if is_beside { (at.x + galley.size().x, at.y) } else { (at.x, at.y + galley.size().y) };
    ui.painter().galley(at, galley, cx.theme.ink2);
    if !asks {
        return height;
    }
    let row = asked.size().y.max(text::BODY_LINE);
    let all = if is_beside { height } else { height + row };
    if let Some(typed) = &mut field.typed {
        let rect = Rect::from_min_size(pos2(end, top - 6.0), vec2(FIELD, 30.0));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        let id = ui.scope_id().with("number");
        let response = singleline(&mut child, id, typed, cx.words.number_hint, FIELD, cx.theme);
        if std::mem::take(&mut field.just_opened) {
            response.request_focus();
        } else if response.lost_focus() {
            let typed = field.typed.take().unwrap_or_default();
            if !typed.trim().is_empty() && !ui.input(|input| input.key_pressed(egui::Key::Escape)) {
                cx.ask(Command::SetNumber(document.id, typed));
            }
        }
        return all;
    }
    let height = if is_beside { height } else { row };
    let rect = Rect::from_min_size(pos2(end, top), vec2(asked.size().x, height)).expand2(vec2(2.0, 2.0));
    let response = ui.interact(rect, ui.scope_id().with("add number"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    let text_at = pos2(end, top + (height - asked.size().y) / 2.0);
    ui.painter().galley(text_at, asked, cx.theme.alert);
    if response.hovered() || response.has_focus() {
        ui.painter().hline(rect.x_range().shrink(2.0), rect.bottom() - 2.0, (1.0, cx.theme.alert));
    }
    if response.clicked() {
        field.typed = Some(String::new());
        field.just_opened = true;
    }
    all
}

/// Name and value of what is printed.
fn facts(document: &Document, cx: &Cx<'_>) -> Vec<(&'static str, String)> {
    let head = &document.head;
    let language: Language = cx.words.language;
    let words = &cx.words.summary;
    let with_date = |who: String, when: Option<jiff::civil::Date>| {
        let when = when.map(|date| language.date(date));
        [Some(who).filter(|who| !who.is_empty()), when].into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    let days = (words.days)(head.days_to_answer(), head.days_to_issue());
    [
        (words.asked, with_date(head.askers_printed(), head.asked)),
        (words.answered, with_date(head.answerer.clone().unwrap_or_default(), head.answered)),
        (words.duration, days),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .collect()
}

fn fact(ui: &mut Ui, at: egui::Pos2, width: f32, name: &str, value: &str, cx: &Cx<'_>) -> f32 {
    const NAME_WIDTH: f32 = 72.0;
    let font = Face::Sans.size(text::BODY);
    let named = ui.painter().layout_job(job(name, font.clone(), cx.theme.ink3, 22.0, NAME_WIDTH));
    let value_width = width - NAME_WIDTH;
    let shown = ui.painter().layout_job(job(value, font, cx.theme.ink, 22.0, value_width));
    let size = vec2(width, shown.size().y.max(named.size().y));
    let id = ui.scope_id().with(("fact", name));
    let response = ui.interact(Rect::from_min_size(at, size), id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: {value}")));
    ui.painter().galley(at, named, cx.theme.ink3);
    ui.painter().galley(at + vec2(NAME_WIDTH, 0.0), shown, cx.theme.ink);
    size.y
}
