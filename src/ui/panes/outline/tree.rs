//! The tree of a paper: head and remarks, answers with their questions, what is left.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::analysis::{Chosen, Part, PartKey, part_of_doubt};
use crate::model::{AnswerGroup, Document, Unit};
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{bracket, elided, focus_ring};
use crate::ui::{Command, Cx};

const ROW: f32 = 26.0;

/// A line of the tree.
struct Row {
    /// Number of a question.
    label: String,
    words: String,
    /// At the right.
    count: String,
    name: String,
    /// The parts that this line stands for; a click goes to the first.
    parts: Vec<PartKey>,
    goes: Option<Chosen>,
    is_soft: bool,
}

/// Shows the tree.
pub(super) fn tree(
    ui: &mut Ui,
    document: &Document,
    parts: &[Part<'_>],
    here: Option<usize>,
    moved: bool,
    focus: bool,
    cx: &mut Cx<'_>,
) {
    let here = here.and_then(|here| parts.get(here)).map(|part| part.key);
    let doubts = document.outline.doubts.len();
    let doubtful: Vec<PartKey> = (0..doubts)
        .filter_map(|doubt| part_of_doubt(document, parts, doubt))
        .map(|part| parts[part].key)
        .collect();
    let show = |ui: &mut Ui, row: &Row, cx: &mut Cx<'_>| {
        let is_here = here.is_some_and(|here| row.parts.contains(&here));
        let in_doubt = row.parts.iter().any(|part| doubtful.contains(part));
        show_row(ui, row, is_here, in_doubt, is_here && moved, is_here && focus, cx);
    };
    let before =
        |part: &&Part<'_>| matches!(part.unit, Unit::Head(_) | Unit::Remark(_) | Unit::Transmission(_));
    let after = |part: &&Part<'_>| matches!(part.unit, Unit::Signature(_) | Unit::Rest(_));
    let words = cx.words.outline;
    let has_remarks = !document.outline.remarks.is_empty();
    let name = if has_remarks { words.head_and_remarks } else { words.only_head };
    if let Some(row) = gathered(name, parts.iter().filter(before), document, cx) {
        show(ui, &row, cx);
        separator(ui, cx);
    }
    for group in &document.outline.groups {
        let top = ui.cursor().top();
        for row in rows(group, document, parts, cx) {
            show(ui, &row, cx);
        }
        let bottom = ui.cursor().top();
        if group.questions.len() > 1 {
            let x = ui.max_rect().left() + 5.0;
            let line = [pos2(x, top + 6.0), pos2(x, bottom - 6.0)];
            bracket(ui.painter(), line, vec2(1.0, 0.0), cx.theme);
        }
        separator(ui, cx);
    }
    let is_plain = document.outline.groups.is_empty();
    let name = if is_plain { words.only_rest } else { words.signature_and_rest };
    if let Some(row) = gathered(name, parts.iter().filter(after), document, cx) {
        show(ui, &row, cx);
    }
}

/// Several parts in one line.
fn gathered<'a>(
    name: &str,
    parts: impl Iterator<Item = &'a Part<'a>>,
    document: &Document,
    cx: &Cx<'_>,
) -> Option<Row> {
    let parts: Vec<&Part<'_>> = parts.collect();
    let first = parts.iter().find(|part| part.key == PartKey::Signature).or(parts.first())?;
    let count = parts.iter().map(|part| document.body.words_at(part.span)).sum();
    let count = (cx.words.word_count)(count);
    Some(Row {
        label: String::new(),
        words: name.to_owned(),
        name: format!("{name}, {count}"),
        count,
        parts: parts.iter().map(|part| part.key).collect(),
        goes: Some(first.chosen()),
        is_soft: false,
    })
}

/// The questions of an answer and the answer; one line where it is one question.
fn rows(group: &AnswerGroup, document: &Document, parts: &[Part<'_>], cx: &Cx<'_>) -> Vec<Row> {
    let words = cx.words.outline;
    let mut answers: Vec<&Part<'_>> = Vec::new();
    for part in parts {
        if matches!(part.unit, Unit::Answer(of, _) | Unit::Joint(of, _) if of.id == group.id) {
            answers.push(part);
        }
    }
    let has_answer = !group.answers.is_empty();
    let count: usize = group.answers.iter().map(|span| document.body.words_at(*span)).sum();
    let count = if has_answer { (cx.words.word_count)(count) } else { words.no_answer.to_owned() };
    let of_answer: Vec<PartKey> = answers.iter().map(|part| part.key).collect();
    let is_single = group.questions.len() == 1;
    let mut rows: Vec<Row> = group
        .questions
        .iter()
        .map(|question| {
            let said = document.reading(question.text).replace('\n', " ");
            let key = PartKey::Question(question.id);
            let mut name = format!("{} {}: {said}", cx.words.question, question.label);
            if is_single {
                name = format!("{name}, {count}");
            }
            Row {
                label: question.label.clone(),
                words: said,
                count: if is_single { count.clone() } else { String::new() },
                name,
                parts: if is_single { [vec![key], of_answer.clone()].concat() } else { vec![key] },
                goes: Some(Chosen { key, byte: question.span().start }),
                is_soft: false,
            }
        })
        .collect();
    if !is_single {
        let first = answers.iter().find(|part| matches!(part.unit, Unit::Answer(..)));
        let name = first.map_or_else(|| words.no_answer.to_owned(), |part| (words.part)(&part.unit));
        let count = if has_answer { count } else { String::new() };
        rows.push(Row {
            label: String::new(),
            name: format!("{name}, {count}"),
            words: name,
            count,
            parts: of_answer,
            goes: first.or(answers.first()).map(|part| part.chosen()),
            is_soft: true,
        });
    }
    rows
}

fn show_row(
    ui: &mut Ui,
    row: &Row,
    is_here: bool,
    in_doubt: bool,
    reveal: bool,
    focus: bool,
    cx: &mut Cx<'_>,
) {
    let (all, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, is_here, &row.name));
    let rect = all.with_min_x(all.left() + 10.0);
    let painter = ui.painter();
    let radius = CornerRadius::same(space::RADIUS_CONTROL);
    if is_here {
        painter.rect_filled(rect, radius, cx.theme.active);
    } else if response.hovered() {
        painter.rect_filled(rect, radius, cx.theme.hover);
    }
    let middle = rect.center().y;
    let mut right = rect.right() - 8.0;
    let small = Face::Sans.size(text::SMALL);
    if !row.count.is_empty() {
        let drawn = painter.text(pos2(right, middle), Align2::RIGHT_CENTER, &row.count, small, cx.theme.ink2);
        right = drawn.left() - 8.0;
    }
    if in_doubt {
        let at = pos2(right, middle);
        let drawn =
            painter.text(at, Align2::RIGHT_CENTER, icon::DOUBT, Face::Icon.size(15.0), cx.theme.alert);
        right = drawn.left() - 6.0;
    }
    let left = rect.left() + 34.0;
    let number = pos2(left - 9.0, middle);
    painter.text(number, Align2::RIGHT_CENTER, &row.label, Face::SansSemibold.size(text::BODY), cx.theme.ink);
    let face = if is_here { Face::SansSemibold } else { Face::Sans };
    let ink = if row.is_soft && !is_here { cx.theme.ink2 } else { cx.theme.ink };
    let words = painter.layout_job(elided(row.words.as_str(), face.size(text::BODY), ink, right - left));
    painter.galley(pos2(left, middle - words.size().y / 2.0), words, ink);
    focus_ring(ui, rect.shrink(2.0), response.has_focus(), cx.theme);
    if reveal {
        response.scroll_to_me(None);
    }
    if focus {
        response.request_focus();
    }
    if response.clicked()
        && let Some(goes) = row.goes
    {
        cx.ask(Command::GoPart(goes));
    }
}

fn separator(ui: &mut Ui, cx: &Cx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    let y = Rect::center(&rect).y.round() + 0.5;
    ui.painter().hline(rect.x_range(), y, cx.theme.hairline());
}
