//! 100 % bars as a table that draws: letters and shares in the bars, n, and the interval.

use super::super::paper::{CHART, CHART_PART, CHART_SMALL, COLUMN, COLUMN_HEAD, LEFT, RIGHT};
use super::super::piece::{Area, Belongs, Drawing, Piece, Stroke};
use super::super::structure::{Element, Role};
use super::super::typesetter::{Column, Typesetter, widest};
use super::section::caption;
use super::signs::boxed;
use crate::files::export::colours::{INK_3, tints};
use crate::files::export::percent::percent;
use crate::model::Language;
use crate::model::analysis::chart::{Bar, BarChart, BarPart};
use crate::model::analysis::summary::SheetTag;

const HEIGHT: f32 = 13.0;
const PADDING: f32 = 3.0;

/// Where the columns stand.
struct Columns {
    name: Column,
    /// Right edge.
    n: f32,
    bar: Column,
}

pub(super) fn bars(typesetter: &mut Typesetter<'_>, chart: &BarChart) -> Vec<Piece> {
    let mut pieces = caption(typesetter, &chart.title, &[&chart.unit, &chart.order]);
    if chart.bars.is_empty() {
        return pieces;
    }
    let columns = columns(typesetter, chart);
    let table = typesetter.element(Role::Table);
    pieces.push(head(typesetter, table, chart, &columns));
    let body = typesetter.inner(table, Role::TableBody);
    let rows = chart.bars.iter().map(|bar| row(typesetter, body, bar, &columns));
    pieces.extend(rows);
    pieces
}

fn columns(typesetter: &Typesetter<'_>, chart: &BarChart) -> Columns {
    let faces = typesetter.faces;
    let names = chart.bars.iter().map(|bar| bar.name.as_str());
    let name = widest(faces, CHART.face, CHART.size, names, COLUMN * 0.3);
    let counts: Vec<String> = chart.bars.iter().map(|bar| typesetter.language.number(bar.n)).collect();
    let n = widest(faces, CHART.face, CHART.size, counts.iter().map(String::as_str), 60.0).max(8.0);
    let intervals = chart.bars.iter().map(|bar| bar.interval.as_str());
    let interval = widest(faces, CHART.face, CHART.size, intervals, COLUMN * 0.25)
        .max(typesetter.width(COLUMN_HEAD, &typesetter.fitted(COLUMN_HEAD, &chart.interval_heading, 120.0)));
    let name = Column::new(LEFT, name + 1.0);
    let n = name.right() + 12.0 + n;
    let bar = n + 10.0;
    Columns { name, n, bar: Column::new(bar, RIGHT - interval - 12.0 - bar) }
}

/// The legend over the bars, „n“, and the heading of the intervals.
fn head(typesetter: &mut Typesetter<'_>, table: Element, chart: &BarChart, columns: &Columns) -> Piece {
    let head = typesetter.inner(table, Role::TableHead);
    let row = typesetter.inner(head, Role::Row);
    let mut drawings = Vec::new();
    let cells = [(); 4].map(|()| typesetter.inner(row, Role::ColumnHead));
    let [name, n, bar, interval] = cells;
    drawings.push(Drawing::line(Belongs::To(name), CHART_SMALL, " ", columns.name.x, 0.0));
    drawings.push(typesetter.line_to(Belongs::To(n), COLUMN_HEAD, "n", (columns.n, 60.0), 0.0));
    let below = legend(typesetter, &mut drawings, bar, chart, columns.bar);
    let room = RIGHT - columns.bar.right() - 6.0;
    let heading =
        typesetter.line_to(Belongs::To(interval), COLUMN_HEAD, &chart.interval_heading, (RIGHT, room), 0.0);
    drawings.push(heading);
    Piece { height: below + 3.0, before: 6.0, with_next: true, drawings, ..Piece::default() }
}

/// The tags of a chart in the order of its parts, each once.
fn tags(chart: &BarChart) -> Vec<&SheetTag> {
    let mut tags: Vec<&SheetTag> = Vec::new();
    for part in chart.bars.iter().flat_map(|bar| &bar.parts) {
        if !tags.contains(&&part.tag) {
            tags.push(&part.tag);
        }
    }
    tags
}

fn legend(
    typesetter: &Typesetter<'_>,
    to: &mut Vec<Drawing>,
    element: Element,
    chart: &BarChart,
    column: Column,
) -> f32 {
    let (mut x, mut y) = (column.x, 0.0);
    for tag in tags(chart) {
        let words = format!("{} {}", tag.letter, tag.name);
        let words = typesetter.fitted(CHART_SMALL, &words, column.width - 12.0);
        let width = 11.0 + typesetter.width(CHART_SMALL, &words);
        if x + width > column.right() && x > column.x {
            (x, y) = (column.x, y + CHART_SMALL.leading);
        }
        let key = Area { x, y: y + 2.2, width: 7.0, height: 7.0 };
        to.push(boxed(key, [1.5; 4], Some(tints(tag.swatch).fill), None));
        to.push(Drawing::line(Belongs::To(element), CHART_SMALL, &format!("{words} "), x + 11.0, y));
        x += width + 12.0;
    }
    y + CHART_SMALL.leading
}

fn row(typesetter: &mut Typesetter<'_>, body: Element, bar: &Bar, columns: &Columns) -> Piece {
    let row = typesetter.inner(body, Role::Row);
    let mut drawings = Vec::new();
    let style = if bar.few { CHART.coloured(INK_3) } else { CHART };
    let top = PADDING + (HEIGHT - CHART.leading) / 2.0;
    let name = typesetter.inner(row, Role::RowHead);
    let below = typesetter.set(&mut drawings, name, style, &bar.name, columns.name, top);
    let n = typesetter.inner(row, Role::Cell);
    let count = typesetter.language.number(bar.n);
    drawings.push(typesetter.line_to(Belongs::To(n), style, &count, (columns.n, 60.0), top));
    let cell = typesetter.inner(row, Role::Cell);
    let figure = typesetter.inner(cell, Role::Figure(said(bar, typesetter.language)));
    drawings.extend(parts(typesetter, figure, bar, columns.bar));
    let interval = typesetter.inner(row, Role::Cell);
    let words = if bar.interval.is_empty() { " " } else { &bar.interval };
    let room = RIGHT - columns.bar.right() - 6.0;
    drawings.push(typesetter.line_to(Belongs::To(interval), style, words, (RIGHT, room), top));
    Piece { height: (PADDING * 2.0 + HEIGHT).max(below + PADDING), drawings, ..Piece::default() }
}

/// What a bar shows, in words.
fn said(bar: &Bar, language: Language) -> String {
    let part = |part: &BarPart| {
        let count = language.number(part.count);
        format!("{} {count} ({})", part.tag.name, percent(language, part.percent))
    };
    bar.parts.iter().map(part).collect::<Vec<String>>().join(", ")
}

fn parts(typesetter: &Typesetter<'_>, figure: Element, bar: &Bar, column: Column) -> Vec<Drawing> {
    let belongs = Belongs::To(figure);
    let mut drawings = Vec::new();
    let mut x = column.x;
    let last = bar.parts.len().saturating_sub(1);
    if bar.parts.is_empty() {
        drawings.push(Drawing::line(belongs, CHART_SMALL, "–", column.x, PADDING));
    }
    for (nth, part) in bar.parts.iter().enumerate() {
        let width = (part.share.clamp(0.0, 1.0) as f32 * column.width).min(column.right() - x);
        let tints = tints(part.tag.swatch);
        let (fill, on) = if bar.few { (tints.tint, tints.text) } else { (tints.fill, tints.on) };
        // A hair of paper between neighbours; their letters tell them apart, too.
        let seen = if nth == last { width } else { width - 0.7 };
        let (left, right) = (if nth == 0 { 2.0 } else { 0.0 }, if nth == last { 2.0 } else { 0.0 });
        if seen > 0.1 {
            let area = Area { x, y: PADDING, width: seen, height: HEIGHT };
            let stroke = bar.few.then_some(Stroke::plain(tints.tint, 0.3));
            let what = boxed(area, [left, right, right, left], Some(fill), stroke).what;
            drawings.push(Drawing { belongs, what });
        }
        let share = percent(typesetter.language, part.percent);
        let letter = typesetter.fitted(CHART_PART, &part.tag.letter, 60.0);
        let words = [format!("{letter} {share}"), format!("{letter} {}", part.percent), letter];
        let fits = |words: &&String| typesetter.width(CHART_PART, words) + 3.0 <= seen;
        if let Some(words) = words.iter().find(fits) {
            let amid = Column::new(x, seen);
            drawings.push(typesetter.line_amid(belongs, CHART_PART.coloured(on), words, amid, PADDING));
        }
        x += width;
    }
    drawings
}
