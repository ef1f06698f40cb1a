//! Days to the answer: a line per ministry, a dot per paper, a stroke for the median, a dotted line for the deadline.

use super::super::paper::{CHART, CHART_SMALL, COLUMN, COLUMN_HEAD, LEFT, RIGHT};
use super::super::piece::{Belongs, Drawing, Piece, Stroke, What};
use super::super::structure::{Element, Role};
use super::super::typesetter::{Column, Typesetter, widest};
use super::section::caption;
use crate::files::export::colours::{INK, INK_2, LINE, PAPER};
use crate::model::analysis::chart::{DayChart, DayRow};

const HEIGHT: f32 = 17.0;
const RADIUS: f32 = 2.6;

/// Where the columns stand, and where days do.
struct Columns {
    name: Column,
    axis: Column,
    first: i32,
    last: i32,
}

impl Columns {
    fn x(&self, days: f64) -> f32 {
        let all = f64::from(self.last.saturating_sub(self.first).max(1));
        let part = ((days - f64::from(self.first)) / all).clamp(0.0, 1.0);
        self.axis.x + part as f32 * self.axis.width
    }
}

pub(super) fn days(typesetter: &mut Typesetter<'_>, chart: &DayChart) -> Vec<Piece> {
    let mut pieces = caption(typesetter, &chart.title, &[&chart.unit]);
    if chart.rows.is_empty() {
        return pieces;
    }
    let faces = typesetter.faces;
    let names = chart.rows.iter().map(|row| row.name.as_str());
    let name = widest(faces, CHART.face, CHART.size, names, COLUMN * 0.3) + 1.0;
    let medians = chart.rows.iter().map(|row| row.median_words.as_str());
    let median = widest(faces, CHART.face, CHART.size, medians, COLUMN * 0.2)
        .max(typesetter.width(COLUMN_HEAD, &typesetter.fitted(COLUMN_HEAD, &chart.median_heading, 100.0)));
    let left = LEFT + name + 16.0;
    let columns = Columns {
        name: Column::new(LEFT, name),
        axis: Column::new(left, RIGHT - median - 18.0 - left),
        first: chart.first,
        last: chart.last,
    };
    let table = typesetter.element(Role::Table);
    pieces.push(head(typesetter, table, chart, &columns));
    let body = typesetter.inner(table, Role::TableBody);
    for row in &chart.rows {
        pieces.push(self::row(typesetter, body, chart, row, &columns));
    }
    pieces
}

/// The ends of the axis, the deadline by its name, and the heading of the medians.
fn head(typesetter: &mut Typesetter<'_>, table: Element, chart: &DayChart, columns: &Columns) -> Piece {
    let head = typesetter.inner(table, Role::TableHead);
    let row = typesetter.inner(head, Role::Row);
    let [name, axis, median] = [(); 3].map(|()| typesetter.inner(row, Role::ColumnHead));
    let mut drawings = vec![Drawing::line(Belongs::To(name), CHART_SMALL, " ", LEFT, 0.0)];
    let belongs = Belongs::To(axis);
    let (first, last) = (chart.first.to_string(), chart.last.to_string());
    let room = columns.axis.width / 2.0;
    drawings.push(Drawing::line(belongs, CHART_SMALL, &format!("{first} "), columns.axis.x, 0.0));
    if let Some((days, words)) = &chart.deadline {
        let words = typesetter.fitted(CHART_SMALL, words, room);
        let wide = typesetter.width(CHART_SMALL, &words);
        // Between the ends of the axis, which it must not cover.
        let left = columns.axis.x + typesetter.width(CHART_SMALL, &first) + 8.0;
        let right = columns.axis.right() - typesetter.width(CHART_SMALL, &last) - 8.0 - wide;
        let x = (columns.x(f64::from(*days)) - wide / 2.0).min(right).max(left);
        drawings.push(Drawing::line(belongs, CHART_SMALL.coloured(INK_2), &format!("{words} "), x, 0.0));
    }
    drawings.push(typesetter.line_to(belongs, CHART_SMALL, &last, (columns.axis.right(), room), 0.0));
    let room = RIGHT - columns.axis.right() - 6.0;
    let heading =
        typesetter.line_to(Belongs::To(median), COLUMN_HEAD, &chart.median_heading, (RIGHT, room), 0.0);
    drawings.push(heading);
    let height = CHART_SMALL.leading + 2.0;
    Piece { height, before: 6.0, with_next: true, drawings, ..Piece::default() }
}

fn row(
    typesetter: &mut Typesetter<'_>,
    body: Element,
    chart: &DayChart,
    row: &DayRow,
    columns: &Columns,
) -> Piece {
    let element = typesetter.inner(body, Role::Row);
    let mut drawings = Vec::new();
    let top = (HEIGHT - CHART.leading) / 2.0;
    let name = typesetter.inner(element, Role::RowHead);
    let below = typesetter.set(&mut drawings, name, CHART, &row.name, columns.name, top);
    let height = HEIGHT.max(below + top);
    let cell = typesetter.inner(element, Role::Cell);
    let said: Vec<String> = row.dots.iter().map(|dot| dot.days.to_string()).collect();
    let figure = Belongs::To(typesetter.inner(cell, Role::Figure(said.join(", "))));
    let middle = HEIGHT / 2.0;
    let mut draw = |what| drawings.push(Drawing { belongs: figure, what });
    let line = vec![(columns.axis.x, middle), (columns.axis.right(), middle)];
    draw(What::Line { points: line, stroke: Stroke::plain(LINE, 0.7) });
    if let Some((days, _)) = &chart.deadline {
        let x = columns.x(f64::from(*days));
        draw(What::Line { points: vec![(x, 0.0), (x, height)], stroke: Stroke::dotted(INK, 0.7) });
    }
    let x = columns.x(row.median);
    draw(What::Line { points: vec![(x, middle - 5.5), (x, middle + 5.5)], stroke: Stroke::plain(INK, 1.1) });
    for dot in &row.dots {
        let fill = if dot.late { INK } else { PAPER };
        let x = columns.x(f64::from(dot.days));
        draw(What::Dot { x, y: middle, radius: RADIUS, fill, stroke: Stroke::plain(INK, 0.9) });
    }
    let cell = typesetter.inner(element, Role::Cell);
    let words = if row.median_words.is_empty() { " " } else { &row.median_words };
    let room = RIGHT - columns.axis.right() - 6.0;
    drawings.push(typesetter.line_to(Belongs::To(cell), CHART, words, (RIGHT, room), top));
    Piece { height, drawings, ..Piece::default() }
}
