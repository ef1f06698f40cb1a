//! The time axis beside the rows: when it was put off, until when, how long it is past, when it came.

use egui::{Align2, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::analysis::{Entry, PromiseState};
use crate::model::{OutcomeKind, Swatch, TagId};
use crate::ui::Cx;
use crate::ui::theme::{Face, TagColours, icon, text};
use crate::ui::widgets::{Square, letter_square};

/// From which day to which the axis goes, and where it lies on screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    first: Date,
    last: Date,
    pub left: f32,
    pub right: f32,
}

impl Axis {
    /// An axis that holds every day of these entries, with a month around them.
    pub fn new(entries: &[Entry], day: Date, left: f32, right: f32) -> Self {
        let days = entries.iter().flat_map(|entry| {
            let outcome = entry.promise.outcome.as_ref().and_then(|outcome| outcome.on);
            [entry.made, entry.promise.due, outcome].into_iter().flatten()
        });
        let (mut first, mut last) = (day, day);
        for one in days {
            first = first.min(one);
            last = last.max(one);
        }
        let first = first.checked_sub(2.months()).unwrap_or(first);
        let last = last.checked_add(6.months()).unwrap_or(last);
        Self { first, last, left, right }
    }

    pub fn x(&self, day: Date) -> f32 {
        let days = |to: Date| self.first.until(to).map_or(0, |span| span.get_days()) as f32;
        let all = days(self.last).max(1.0);
        (self.left + 14.0 + (self.right - self.left - 34.0) * days(day) / all).round()
    }

    /// The years that begin on the axis; where many, every second, fifth or tenth.
    pub fn years(&self) -> Vec<(i16, f32)> {
        let all = i32::from(self.last.year()) - i32::from(self.first.year());
        let room = ((self.right - self.left) / 46.0).max(1.0) as i32;
        let step = [1, 2, 5, 10, 25].into_iter().find(|step| all / step <= room).unwrap_or(50);
        (self.first.year() + 1..=self.last.year())
            .filter(|year| i32::from(*year) % step == 0)
            .filter_map(|year| Some((year, self.x(Date::new(year, 1, 1).ok()?))))
            .collect()
    }
}

/// Paints the head of the axis: years, and the day against which promises are overdue.
pub(super) fn paint_head(painter: &Painter, axis: &Axis, y: f32, day: Date, cx: &Cx<'_>) {
    let font = Face::Sans.size(text::SMALL);
    let here = axis.x(day);
    for (year, x) in axis.years() {
        if (x + 16.0 - here).abs() > 60.0 {
            painter.text(pos2(x + 4.0, y), Align2::LEFT_CENTER, year, font.clone(), cx.theme.ink3);
        }
    }
    let words = cx.words.language.date(day);
    let galley = painter.layout_no_wrap(words, Face::SansSemibold.size(text::BADGE), cx.theme.page);
    let size = galley.size() + vec2(12.0, 6.0);
    let x = here.clamp(axis.left + size.x / 2.0, axis.right - size.x / 2.0);
    let rect = Rect::from_center_size(pos2(x, y), size);
    painter.rect_filled(rect, CornerRadius::same(3), cx.theme.ink);
    painter.galley(rect.center() - galley.size() / 2.0, galley, cx.theme.page);
}

/// Paints the lines of the axis behind the rows.
pub(super) fn paint_grid(painter: &Painter, axis: &Axis, rows: Rect, day: Date, cx: &Cx<'_>) {
    painter.vline(axis.left, rows.y_range(), cx.theme.hairline());
    for (_, x) in axis.years() {
        painter.vline(x, rows.y_range(), cx.theme.hairline());
    }
    painter.vline(axis.x(day), rows.y_range(), Stroke::new(1.5, cx.theme.ink2));
}

/// Paints one promise.
pub(super) fn paint_entry(
    painter: &Painter,
    axis: &Axis,
    y: f32,
    entry: &Entry,
    tag: Option<&TagId>,
    day: Date,
    cx: &Cx<'_>,
) {
    let theme = cx.theme;
    let tag = tag.and_then(|tag| cx.project.codebook().tag(tag));
    let colours = tag.map_or(theme.tag(Swatch::Blue), |tag| theme.tag(tag.swatch));
    let letter = tag.map_or("", |tag| tag.letter.get(cx.words.language));
    let start = entry.made.map_or(axis.left + 22.0, |made| axis.x(made));
    let square = |x: f32| Rect::from_center_size(pos2(x, y), Vec2::splat(18.0));
    let promise = &entry.promise;
    if promise.before.is_some() {
        // Known from another paper only; its day is not known.
        let x = (axis.left + 12.0).min(start - 26.0);
        dashed(painter, x + 10.0, start - 10.0, y, colours);
        hollow(painter, square(x), letter, colours);
    }
    let outcome = promise.outcome.as_ref();
    let came = outcome.map(|outcome| outcome.on.map_or(axis.right - 14.0, |on| axis.x(on).max(start + 24.0)));
    match (came, promise.due) {
        (Some(x), _) => {
            let kind = outcome.map_or(OutcomeKind::Kept, |outcome| outcome.kind);
            let is_dated = outcome.is_some_and(|outcome| outcome.on.is_some());
            paint_outcome(painter, kind, start, x, y, letter, colours, is_dated, cx);
        }
        (None, Some(due)) => {
            let x = axis.x(due).max(start + 18.0);
            dashed(painter, start + 11.0, x - 7.0, y, colours);
            let over = entry.state == PromiseState::Overdue;
            if over {
                painter.hline(x + 6.0..=axis.x(day).max(x + 8.0), y, Stroke::new(3.0, theme.alert));
            }
            diamond(painter, pos2(x, y), if over { theme.alert } else { theme.ink }, cx);
            let font = Face::Sans.size(text::BADGE);
            let words = cx.words.language.date(due);
            let at = pos2(x.clamp(axis.left + 30.0, axis.right - 30.0), y + 18.0);
            painter.text(at, Align2::CENTER_CENTER, words, font, theme.ink3);
        }
        (None, None) => {
            let x = axis.right - 10.0;
            dashed(painter, start + 11.0, x - 4.0, y, colours);
            let head = vec![pos2(x - 5.0, y - 4.0), pos2(x, y), pos2(x - 5.0, y + 4.0)];
            painter.add(Shape::line(head, Stroke::new(1.5, colours.fill)));
        }
    }
    letter_square(painter, square(start), Square::Filled(letter, colours), theme);
}

#[expect(clippy::too_many_arguments, reason = "a painting step with everything it paints from")]
fn paint_outcome(
    painter: &Painter,
    kind: OutcomeKind,
    start: f32,
    x: f32,
    y: f32,
    letter: &str,
    colours: TagColours,
    is_dated: bool,
    cx: &Cx<'_>,
) {
    let rect = Rect::from_center_size(pos2(x, y), Vec2::splat(18.0));
    match kind {
        OutcomeKind::Kept => {
            // The colour and letter of the tag that says: it is given.
            let given =
                cx.project.codebook().tags.iter().find(|tag| tag.means == crate::model::Meaning::Given);
            let kept = given.map_or(cx.theme.tag(Swatch::Green), |tag| cx.theme.tag(tag.swatch));
            let letter = given.map_or("", |tag| tag.letter.get(cx.words.language));
            // A day that nobody knows is at the end of the axis, without the line that would claim it.
            let line = if is_dated { Stroke::new(2.0, kept.fill) } else { cx.theme.hairline() };
            painter.hline(start + 10.0..=x - 9.0, y, line);
            letter_square(painter, rect, Square::Filled(letter, kept), cx.theme);
        }
        OutcomeKind::Renewed => {
            dashed(painter, start + 11.0, x - 10.0, y, colours);
            letter_square(painter, rect, Square::Filled(letter, colours), cx.theme);
        }
        OutcomeKind::Broken => {
            dashed(painter, start + 11.0, x - 10.0, y, colours);
            let font = Face::Icon.size(16.0);
            painter.text(rect.center(), Align2::CENTER_CENTER, icon::CLOSE, font, cx.theme.ink);
        }
    }
}

fn dashed(painter: &Painter, from: f32, to: f32, y: f32, colours: TagColours) {
    if to > from {
        let ends = [pos2(from, y), pos2(to, y)];
        painter.extend(Shape::dashed_line(&ends, Stroke::new(2.0, colours.fill), 6.0, 4.0));
    }
}

/// A square that is known from another paper only.
fn hollow(painter: &Painter, rect: Rect, letter: &str, colours: TagColours) {
    let corners =
        [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    painter.extend(Shape::dashed_line(&corners, Stroke::new(1.5, colours.fill), 3.0, 2.0));
    painter.text(rect.center(), Align2::CENTER_CENTER, letter, Face::SansBold.size(11.0), colours.text);
}

pub(super) fn diamond(painter: &Painter, at: Pos2, ink: egui::Color32, cx: &Cx<'_>) {
    let r = 6.0;
    let points = vec![at - vec2(0.0, r), at + vec2(r, 0.0), at + vec2(0.0, r), at - vec2(r, 0.0)];
    painter.add(Shape::convex_polygon(points, cx.theme.page, Stroke::new(1.5, ink)));
}

/// What the signs mean, below the rows.
pub(super) fn legend(painter: &Painter, area: Rect, cx: &Cx<'_>) {
    let words = cx.words.ledger;
    let codebook = cx.project.codebook();
    let of = |means, usual| {
        let tag = codebook.tags.iter().find(|tag| tag.means == means);
        tag.map_or(cx.theme.tag(usual), |tag| cx.theme.tag(tag.swatch))
    };
    let put_off = of(crate::model::Meaning::PutOff, Swatch::Blue);
    let given = of(crate::model::Meaning::Given, Swatch::Green);
    let y = area.center().y;
    let mut x = area.left() + 28.0;
    let font = Face::Sans.size(text::SMALL);
    for (nth, name) in [words.legend_deferred, words.legend_due, words.legend_over, words.legend_came]
        .into_iter()
        .enumerate()
    {
        let width = if nth == 1 { 14.0 } else { 32.0 };
        match nth {
            0 => dashed(painter, x, x + width, y, put_off),
            1 => diamond(painter, pos2(x + 7.0, y), cx.theme.ink, cx),
            2 => {
                painter.hline(x..=x + width, y, Stroke::new(3.0, cx.theme.alert));
            }
            _ => {
                painter.hline(x..=x + width, y, Stroke::new(2.0, given.fill));
            }
        }
        let at = pos2(x + width + 8.0, y);
        let drawn = painter.text(at, Align2::LEFT_CENTER, name, font.clone(), cx.theme.ink2);
        x = drawn.right() + 20.0;
    }
}

/// A frame around the chosen row.
pub(super) fn chosen(painter: &Painter, rect: Rect, cx: &Cx<'_>) {
    painter.rect(rect, CornerRadius::ZERO, cx.theme.raised, Stroke::NONE, StrokeKind::Inside);
    let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
    painter.rect_filled(bar, CornerRadius::ZERO, cx.theme.ink);
}
