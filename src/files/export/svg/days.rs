//! Days to the answer in a drawing.

use std::fmt::Write as _;

use super::bars::{BODY, HEAD, ROW, SMALL, head};
use super::canvas::{Anchor, Canvas, Type, number, width_of};
use crate::files::export::colours::{INK, INK_3, LINE, PAPER};
use crate::model::analysis::OverviewWords;
use crate::model::analysis::chart::DayChart;

const AXIS: f64 = 11.0;
const TINY: Type = Type::new(8.0, 400, INK_3);

pub(super) fn days_height(chart: &DayChart, most: usize) -> f64 {
    let rows = chart.rows.len().min(most) + usize::from(chart.rows.len() > most);
    HEAD + AXIS + rows as f64 * ROW
}

pub(super) fn days(
    canvas: &mut Canvas,
    place: [f64; 3],
    chart: &DayChart,
    most: usize,
    words: &OverviewWords,
) {
    head(canvas, place, [&chart.title, "", &chart.unit, &chart.median_heading]);
    let [x, y, width] = place;
    let (left, right) = (x + width * 0.36 + 12.0, x + width - 62.0);
    let along = |days: f64| {
        let span = f64::from((chart.last - chart.first).max(1));
        left + (right - left) * (days - f64::from(chart.first)) / span
    };
    let top = y + HEAD + AXIS;
    let rows = chart.rows.len().min(most);
    canvas.text(left, top - 4.0, Anchor::Start, TINY, &chart.first.to_string());
    canvas.text(right, top - 4.0, Anchor::End, TINY, &chart.last.to_string());
    if let Some((days, name)) = &chart.deadline {
        let at = along(f64::from(*days));
        let half = width_of(name, TINY.size) / 2.0;
        let (least, most) = (left + half + 16.0, right - half - 20.0);
        canvas.text(at.clamp(least, most.max(least)), top - 4.0, Anchor::Middle, TINY, name);
        canvas.line((at, top - 1.0), (at, top + rows as f64 * ROW), 0.8, "2.5 1.5", INK);
    }
    for (nth, row) in chart.rows.iter().take(most).enumerate() {
        let middle = top + (nth as f64 + 0.5) * ROW;
        canvas.group(&(words.days_row)(&row.name, row.dots.len(), &row.median_words));
        canvas.fitting(x, middle + 3.3, BODY, &row.name, width * 0.36);
        canvas.line((left, middle), (right, middle), 0.7, "", LINE);
        let radius = if row.dots.len() > 40 { 1.7 } else { 3.0 };
        for dot in &row.dots {
            let fill = if dot.late { INK } else { PAPER };
            let _ = writeln!(
                canvas.svg,
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"#{}\" stroke=\"#{}\" stroke-width=\"0.9\"/>",
                number(along(f64::from(dot.days))),
                number(middle),
                number(radius),
                fill.hex(),
                INK.hex()
            );
        }
        let median = along(row.median);
        canvas.line((median, middle - 5.0), (median, middle + 5.0), 1.4, "", INK);
        canvas.text(x + width, middle + 3.3, Anchor::End, SMALL, &row.median_words);
        canvas.end_group();
    }
    if chart.rows.len() > most {
        let more = (words.more_bars)(chart.rows.len() - most);
        canvas.text(x, top + rows as f64 * ROW + 10.0, Anchor::Start, TINY, &more);
    }
}
