//! Bars of a drawing.

use super::canvas::{Anchor, Canvas, Type, width_of};
use crate::files::export::colours::{INK, INK_2, INK_3, LINE, tints};
use crate::model::Language;
use crate::model::analysis::OverviewWords;
use crate::model::analysis::chart::{Bar, BarChart};

pub(super) const ROW: f64 = 16.0;
/// Title and unit of a chart.
pub(super) const HEAD: f64 = 33.0;
pub(super) const TOTAL: f64 = 44.0;

const TITLE: Type = Type::new(11.5, 600, INK);
pub(super) const BODY: Type = Type::new(9.5, 400, INK);
pub(super) const SMALL: Type = Type::new(8.5, 400, INK_2);
pub(super) const FAINT: Type = Type::new(8.5, 400, INK_3);

/// How tall a chart is that shows at most so many bars.
pub(super) fn bars_height(chart: &BarChart, most: usize) -> f64 {
    let rows = chart.bars.len().min(most) + usize::from(chart.bars.len() > most);
    HEAD + rows as f64 * ROW
}

/// Title, order and unit, and what stands over the last column.
pub(super) fn head(canvas: &mut Canvas, [x, y, width]: [f64; 3], [title, order, unit, last]: [&str; 4]) {
    canvas.text(x, y + 9.0, Anchor::Start, TITLE, title);
    let title_width = width_of(title, TITLE.size) + 6.0;
    let last_width = width_of(last, SMALL.size);
    if !order.is_empty() && title_width + width_of(order, SMALL.size) + last_width < width {
        canvas.text(x + title_width, y + 9.0, Anchor::Start, SMALL, order);
    }
    canvas.text(x + width, y + 9.0, Anchor::End, SMALL, last);
    canvas.fitting(x, y + 21.0, FAINT, unit, width);
}

pub(super) fn bars(
    canvas: &mut Canvas,
    place: [f64; 3],
    chart: &BarChart,
    most: usize,
    words: &OverviewWords,
) {
    head(canvas, place, [&chart.title, &chart.order, &chart.unit, &chart.interval_heading]);
    let [x, y, width] = place;
    for (nth, bar) in chart.bars.iter().take(most).enumerate() {
        row(canvas, [x, y + HEAD + nth as f64 * ROW, width], bar, words);
    }
    if chart.bars.len() > most {
        let more = (words.more_bars)(chart.bars.len() - most);
        canvas.text(x, y + HEAD + most as f64 * ROW + 10.0, Anchor::Start, FAINT, &more);
    }
}

fn said(bar: &Bar, words: &OverviewWords) -> String {
    let parts: Vec<(&str, usize)> =
        bar.parts.iter().map(|part| (part.tag.name.as_str(), part.count)).collect();
    (words.bar)(&bar.name, bar.n, &parts, &bar.interval)
}

fn row(canvas: &mut Canvas, [x, y, width]: [f64; 3], bar: &Bar, words: &OverviewWords) {
    canvas.group(&said(bar, words));
    let base = y + 10.5;
    let name = width * 0.36;
    let ink = if bar.few { INK_3 } else { INK };
    canvas.fitting(x, base, Type { colour: ink, ..BODY }, &bar.name, name);
    canvas.text(x + name + 28.0, base, Anchor::End, SMALL, &words.language.number(bar.n));
    canvas.text(x + width, base, Anchor::End, SMALL, &bar.interval);
    let (left, right) = (x + name + 36.0, x + width - 74.0);
    canvas.rect([left, y + 7.0, right - left, 1.0], 0.0, LINE);
    let mut begin = left;
    for part in &bar.parts {
        let part_width = (right - left) * part.share;
        let colours = tints(part.tag.swatch);
        let (fill, on) = if bar.few { (colours.tint, colours.text) } else { (colours.fill, colours.on) };
        let drawn = (part_width - 0.8).max(0.8);
        canvas.rect([begin, y + 1.5, drawn, 12.0], 1.5, fill);
        let look = Type::new(7.5, 700, on);
        let long = format!("{} {}", part.tag.letter, part.percent);
        let fits = [long.as_str(), part.tag.letter.as_str()];
        if let Some(label) = fits.into_iter().find(|label| width_of(label, look.size) + 2.0 <= drawn) {
            canvas.text(begin + drawn / 2.0, y + 10.3, Anchor::Middle, look, label);
        }
        begin += part_width;
    }
    canvas.end_group();
}

/// The bar of everything, with names and counts.
pub(super) fn total(canvas: &mut Canvas, [x, y, width]: [f64; 3], chart: &BarChart, words: &OverviewWords) {
    let Some(bar) = chart.bars.first() else { return };
    canvas.group(&said(bar, words));
    let mut begin = x;
    for (nth, part) in bar.parts.iter().enumerate() {
        let part_width = width * part.share;
        let colours = tints(part.tag.swatch);
        let between = if nth + 1 == bar.parts.len() { 0.0 } else { 1.5 };
        let drawn = (part_width - between).max(1.0);
        let (fill, on) = if bar.few { (colours.tint, colours.text) } else { (colours.fill, colours.on) };
        canvas.rect([begin, y, drawn, 28.0], 3.0, fill);
        let name = format!("{} · {}", part.tag.letter, part.tag.name);
        let figures = figures(part.count, part.percent, words.language, words);
        let (bold, medium) = (Type::new(10.5, 600, on), Type::new(10.0, 500, on));
        let figures_width = width_of(&figures, medium.size);
        if width_of(&name, bold.size) + figures_width + 24.0 <= drawn {
            canvas.text(begin + 8.0, y + 17.8, Anchor::Start, bold, &name);
            canvas.text(begin + drawn - 8.0, y + 17.8, Anchor::End, medium, &figures);
        } else if width_of(&part.tag.letter, bold.size) + figures_width + 20.0 <= drawn {
            canvas.text(begin + 6.0, y + 17.8, Anchor::Start, bold, &part.tag.letter);
            canvas.text(begin + drawn - 6.0, y + 17.8, Anchor::End, medium, &figures);
        } else if width_of(&part.tag.letter, bold.size) + 4.0 <= drawn {
            canvas.text(begin + drawn / 2.0, y + 17.8, Anchor::Middle, bold, &part.tag.letter);
        }
        begin += part_width;
    }
    let interval = format!("{}: {}", chart.interval_heading, bar.interval);
    canvas.text(x, y + 40.0, Anchor::Start, SMALL, &interval);
    canvas.end_group();
}

fn figures(count: usize, percent: u32, language: Language, words: &OverviewWords) -> String {
    format!("{} · {}", language.number(count), (words.percent)(percent))
}
