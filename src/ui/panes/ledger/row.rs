//! One promise as a row: how it stands, what was asked and promised, where.

use egui::accesskit::Role;
use egui::{Align2, Color32, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use super::timeline::{Axis, chosen, paint_entry, paint_grid};
use crate::model::analysis::{Entry, PromiseState};
use crate::model::{Document, Evidence};
use crate::ui::Cx;
use crate::ui::panes::promise::paper;
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{elided, focus_ring};

pub(super) const ROW: f32 = 72.0;
pub(super) const HEAD: f32 = 34.0;
/// Width of the column of states, and where the words begin.
const STATE: f32 = 112.0;

/// The columns of a row.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    pub left: f32,
    /// Where the words end.
    pub words_end: f32,
    pub axis: Option<Axis>,
}

impl Columns {
    pub fn words(&self) -> f32 {
        self.left + STATE
    }
}

/// A heading of rows.
pub(super) fn show_head(
    ui: &Ui,
    rect: Rect,
    words: &str,
    count: usize,
    columns: &Columns,
    day: Date,
    cx: &Cx<'_>,
) {
    let response = ui.interact(rect, ui.scope_id().with(("ledger head", words)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{words}: {count}")));
    let painter = ui.painter();
    if let Some(axis) = &columns.axis {
        paint_grid(painter, axis, rect, day, cx);
    }
    let at = pos2(rect.left() + 28.0, rect.center().y);
    let drawn =
        painter.text(at, Align2::LEFT_CENTER, words, Face::SansSemibold.size(text::BODY), cx.theme.ink);
    let at = pos2(drawn.right() + 6.0, rect.center().y);
    let count = cx.words.language.number(count);
    painter.text(at, Align2::LEFT_CENTER, count, Face::Sans.size(text::BODY), cx.theme.ink3);
    painter.hline(rect.x_range(), rect.bottom(), cx.theme.hairline());
}

/// A row; returns what the pointer and the keyboard did with it.
pub(super) fn show_row(
    ui: &Ui,
    rect: Rect,
    entry: &Entry,
    is_chosen: bool,
    columns: &Columns,
    day: Date,
    cx: &Cx<'_>,
) -> Option<Response> {
    let document = cx.project.document(entry.question.document)?;
    let question = document.outline.question(entry.question.question)?;
    let coding = cx.project.my_coding(entry.question)?;
    let id = ui.scope_id().with(("promise", entry.question));
    let response = ui.interact(rect, id, Sense::click());
    let (first, second) = standing(entry, day, cx);
    let name =
        (cx.words.ledger.row_name)(&question.label, &paper(document, cx), &format!("{first} {second}"));
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_chosen, &name));
    let painter = ui.painter();
    if is_chosen {
        chosen(painter, rect, cx);
    } else if response.hovered() {
        painter.rect_filled(rect, 0, cx.theme.hover);
    }
    if let Some(axis) = &columns.axis {
        paint_grid(painter, axis, rect, day, cx);
    }
    painter.hline(rect.x_range(), rect.bottom(), cx.theme.hairline());
    let lines = [rect.top() + 17.0, rect.top() + 37.0, rect.top() + 56.0];
    let line = |x: f32, y: f32, words: String, font: egui::FontId, ink: Color32, width: f32| {
        let galley = painter.layout_job(elided(words, font, ink, width));
        painter.galley(pos2(x, y - galley.size().y / 2.0), galley, ink);
    };
    let ink = if entry.state == PromiseState::Overdue { cx.theme.alert } else { cx.theme.ink };
    let left = columns.left;
    let state = STATE - 8.0;
    line(left, lines[1] - 8.0, first, Face::SansSemibold.size(text::BODY), ink, state);
    line(left, lines[1] + 9.0, second, Face::Sans.size(text::SMALL), cx.theme.ink2, state);
    let (x, width) = (columns.words(), columns.words_end - columns.words() - 12.0);
    let asked = document.reading(question.text).replace('\n', " ");
    line(x, lines[0], asked, Face::SansSemibold.size(text::BODY), cx.theme.ink, width);
    let (quote, face, ink) = match coding.evidence.first() {
        Some(evidence) => (quoted(document, evidence), Face::Serif.size(15.0), cx.theme.ink2),
        None => (cx.words.ledger.no_quote.to_owned(), Face::Sans.size(text::SMALL), cx.theme.ink3),
    };
    line(x, lines[1], quote, face, ink, width);
    line(
        x,
        lines[2],
        place(entry, document, &question.label, cx),
        Face::Sans.size(text::SMALL),
        cx.theme.ink3,
        width,
    );
    if let Some(axis) = &columns.axis {
        paint_entry(painter, axis, rect.center().y, entry, coding.tag.as_ref(), day, cx);
    }
    focus_ring(ui, rect.shrink(3.0), response.has_focus(), cx.theme);
    Some(response)
}

/// The passage in one line, in the quotation marks of the papers.
pub(super) fn quoted(document: &Document, evidence: &Evidence) -> String {
    let words = if evidence.is_in_place(&document.body) {
        document.reading(evidence.span).replace('\n', " ")
    } else {
        evidence.quote.exact.clone()
    };
    format!("„{words}“")
}

/// „21/9003 · Frage 2 · HMWVW · zuvor 21/2112“
fn place(entry: &Entry, document: &Document, label: &str, cx: &Cx<'_>) -> String {
    let words = cx.words.ledger;
    let until = entry.promise.until.as_ref().map(|until| until.words.clone());
    let before = entry.promise.before.as_ref().map(|before| (words.asked_before_in)(&before.number));
    let parts = [
        Some(paper(document, cx)),
        Some(format!("{} {label}", cx.words.question)),
        document.head.answerer.clone(),
        until,
        before,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How a promise stands, in two short lines.
pub(super) fn standing(entry: &Entry, day: Date, cx: &Cx<'_>) -> (String, String) {
    let words = cx.words.ledger;
    let again = entry.promise.before.is_some();
    match entry.state {
        PromiseState::Overdue => (words.days_over)(entry.days_past(day).unwrap_or_default()),
        PromiseState::Running => {
            let due = entry.promise.due.map(|due| cx.words.language.date(due)).unwrap_or_default();
            (words.days_left)(-entry.days_past(day).unwrap_or_default(), &due)
        }
        PromiseState::Undated => (words.undated)(again),
        PromiseState::Silent => (words.silent)(again),
        PromiseState::Renewed | PromiseState::Broken | PromiseState::Kept => {
            let kind = entry.promise.outcome.as_ref().map(|outcome| outcome.kind);
            let days = entry.days_to_outcome();
            kind.map_or_else(Default::default, |kind| (words.came)(kind, days))
        }
    }
}

/// The names of the columns.
pub(super) fn table_head(ui: &Ui, rect: Rect, columns: &Columns, cx: &Cx<'_>) {
    let painter = ui.painter();
    let font = Face::Sans.size(text::SMALL);
    let y = rect.center().y;
    let words = cx.words.ledger;
    painter.text(pos2(columns.left, y), Align2::LEFT_CENTER, words.column_state, font.clone(), cx.theme.ink2);
    let at = pos2(columns.words(), y);
    let width = columns.words_end - columns.words() - 8.0;
    let galley = painter.layout_job(elided(words.column_asked, font, cx.theme.ink2, width));
    painter.galley(at - vec2(0.0, galley.size().y / 2.0), galley, cx.theme.ink2);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, cx.theme.hairline());
}
