//! Charts as tables: a bar is a row of filled cells, each over as many narrow columns as its share.

use crate::files::export::colours::{BORDER, INK_3, tints};
use crate::files::export::percent::percent;
use crate::model::Language;
use crate::model::analysis::chart::{Bar, BarChart, DayChart};
use crate::model::analysis::summary::{PaperStrip, SheetTag};

use super::page::widths;
use super::parts::{Item, Paragraph, Run, Style, WIDTH};
use super::strip::tag_runs;
use super::table::{Border, Cell, Height, Row, Side, Table};

/// So many narrow columns are a whole bar; Word knows 63 columns at most.
const STEPS: usize = 50;
const NAME_WIDTH: u32 = 2600;
const N_WIDTH: u32 = 600;
const INTERVAL_WIDTH: u32 = 1500;
/// Parts over fewer columns have no room for a figure.
const NARROW: usize = 5;

pub(super) fn bars(chart: &BarChart, language: Language) -> Vec<Item> {
    let bar_width = WIDTH - NAME_WIDTH - N_WIDTH - INTERVAL_WIDTH;
    let step = bar_width / u32::try_from(STEPS).expect("a small number");
    let mut columns = vec![NAME_WIDTH];
    columns.extend([step; STEPS]);
    columns.extend([N_WIDTH, INTERVAL_WIDTH]);
    let mut rows = vec![head(chart)];
    for bar in &chart.bars {
        rows.push(self::bar(bar, language));
        let gap = Cell::new(vec![Paragraph::empty(Style::Gap)]).over(STEPS + 3);
        rows.push(Row { height: Height::Exactly(50), ..Row::new(vec![gap]) });
    }
    let table = Table { about: chart.title.clone(), widths: columns, heads: 1, padding: (70, 10), rows };
    let mut items = caption(&chart.title, &[&chart.unit, &chart.order]);
    items.extend([table.into(), Paragraph::empty(Style::Space).into()]);
    items
}

fn caption(title: &str, about: &[&str]) -> Vec<Item> {
    let about: Vec<&str> = about.iter().copied().filter(|text| !text.is_empty()).collect();
    let mut items = vec![Paragraph::own(Style::Heading2, title).into()];
    if !about.is_empty() {
        items.push(Paragraph::own(Style::Own, &about.join(" · ")).into());
    }
    items
}

fn words(style: Style, words: &str) -> Cell {
    Cell::new(vec![Paragraph::own(style, words)]).in_the_middle()
}

fn head(chart: &BarChart) -> Row {
    let mut tags: Vec<&SheetTag> = Vec::new();
    for part in chart.bars.iter().flat_map(|bar| &bar.parts) {
        if !tags.contains(&&part.tag) {
            tags.push(&part.tag);
        }
    }
    let mut legend = Vec::new();
    for tag in tags {
        legend.extend(tag_runs(tag));
        legend.push(Run::own("    "));
    }
    Row::new(vec![
        words(Style::TableHead, ""),
        Cell::new(vec![Paragraph::new(Style::Figure, legend)]).over(STEPS),
        words(Style::TableHead, "n"),
        words(Style::TableHead, &chart.interval_heading),
    ])
}

fn bar(bar: &Bar, language: Language) -> Row {
    let mut cells = vec![words(Style::Figure, &bar.name)];
    let spans = spans(&bar.parts.iter().map(|part| part.share).collect::<Vec<f64>>());
    let mut taken = 0;
    for (part, span) in bar.parts.iter().zip(spans) {
        let colours = tints(part.tag.swatch);
        let figure = if span < NARROW { String::new() } else { percent(language, part.percent) };
        let cell = |colour| {
            let run = Run::own(figure.clone()).bold().in_colour(colour);
            Cell::new(vec![Paragraph::new(Style::Figure, vec![run])]).over(span).in_the_middle()
        };
        taken += span;
        if span == 0 {
            continue;
        }
        cells.push(if bar.few {
            let line = |side| Border::thin(side, colours.fill);
            cell(colours.text).on(colours.tint).within(Side::ALL.map(line).to_vec())
        } else {
            cell(colours.on).on(colours.fill)
        });
    }
    if taken < STEPS {
        cells.push(words(Style::Figure, "").over(STEPS - taken));
    }
    cells.push(words(Style::Figure, &language.number(bar.n)));
    cells.push(words(Style::Figure, &bar.interval));
    Row { height: Height::AtLeast(320), ..Row::new(cells) }
}

/// How many columns each share takes: its border falls where the sum of shares puts it, and what is there at all
/// takes one column at least.
fn spans(shares: &[f64]) -> Vec<usize> {
    let steps = STEPS as f64;
    let mut sum = 0.0;
    let mut at = 0;
    let mut spans = Vec::with_capacity(shares.len());
    for (place, share) in shares.iter().enumerate() {
        sum += share;
        let most = STEPS.saturating_sub(shares.len() - place - 1).max(at);
        let end = ((sum * steps).round() as usize).clamp((at + 1).min(most), most);
        spans.push(end - at);
        at = end;
    }
    spans
}

/// Days as a table of figures: the dots are drawn by formats that draw.
pub(super) fn days(chart: &DayChart, language: Language) -> Vec<Item> {
    let mut rows = vec![Row::new(vec![
        words(Style::TableHead, ""),
        words(Style::TableHead, "n"),
        words(Style::TableHead, &chart.median_heading),
    ])];
    let line = || vec![Border::thin(Side::Top, BORDER)];
    rows.extend(chart.rows.iter().map(|row| {
        let cell = |text: &str| words(Style::Figure, text).within(line());
        Row::new(vec![cell(&row.name), cell(&language.number(row.dots.len())), cell(&row.median_words)])
    }));
    let table = Table {
        about: chart.title.clone(),
        widths: widths(&[5200, 1200]),
        heads: 1,
        padding: (40, 30),
        rows,
    };
    let mut items = caption(&chart.title, &[&chart.unit]);
    items.extend([table.into(), Paragraph::empty(Style::Space).into()]);
    items
}

/// The strips of many papers, a row each: letters on their colours, a bar between answers.
pub(super) fn strips(papers: &[PaperStrip]) -> Vec<Item> {
    let rows = papers.iter().map(|paper| {
        let mut runs = Vec::new();
        for (place, answer) in paper.strip.answers.iter().enumerate() {
            if place > 0 {
                runs.push(Run::own(" "));
            }
            runs.extend(answer.cells.iter().map(|cell| match &cell.tag {
                Some(tag) => {
                    let colours = tints(tag.swatch);
                    Run::own(format!("\u{a0}{}\u{a0}", tag.letter))
                        .bold()
                        .in_colour(colours.on)
                        .on(colours.fill)
                }
                None => Run::own("\u{a0}–\u{a0}").in_colour(INK_3),
            }));
        }
        let strip = Cell::new(vec![Paragraph::new(Style::Figure, runs)]);
        Row::new(vec![words(Style::Figure, &paper.paper), strip])
    });
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let table = Table { about: String::new(), widths: widths(&[2600]), heads: 0, padding: (40, 20), rows };
    vec![table.into(), Paragraph::empty(Style::Space).into()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_whole_and_nothing_is_lost() {
        assert_eq!(spans(&[0.5, 0.25, 0.25]), [25, 13, 12]);
        assert_eq!(spans(&[1.0]), [50]);
        assert_eq!(spans(&[0.002, 0.998]), [1, 49]);
        assert_eq!(spans(&[0.35, 0.32, 0.33]).iter().sum::<usize>(), STEPS);
        assert_eq!(spans(&[0.999, 0.001]), [49, 1]);
    }
}
