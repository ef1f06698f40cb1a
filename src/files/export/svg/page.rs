//! The page of the drawing: in the proportions of A4, longer only where the smallest strips do not fit.

use std::fmt::Write as _;

use super::bars::{FAINT, SMALL, TOTAL, bars, bars_height, total};
use super::canvas::{Anchor, Canvas, Type, cut, escaped, number};
use super::days::{days, days_height};
use super::strips::{grid, strips};
use crate::files::export::colours::{INK, INK_2, PAPER};
use crate::model::analysis::OverviewWords;
use crate::model::analysis::overview::{Overview, Panel};
use crate::model::analysis::summary::SheetTag;

/// A4, upright, in units of 0.21 mm.
const WIDTH: f64 = 1000.0;
const HEIGHT: f64 = 1414.0;
const MARGIN: f64 = 48.0;
const BETWEEN: f64 = 36.0;
const BELOW: f64 = 20.0;
/// So many bars a chart shows, fewer where the page is full.
const MOST_BARS: [usize; 8] = [40, 28, 22, 18, 15, 12, 10, 8];
/// Less room than this is not worth while for strips, if they need more.
const STRIPS_AT_LEAST: f64 = 330.0;

/// The overview as a drawing. `project` is the name of the project, `made` the small print at the end.
#[must_use]
pub fn svg(overview: &Overview, project: &str, made: &str, words: &OverviewWords) -> String {
    let mut canvas = Canvas::default();
    let width = WIDTH - 2.0 * MARGIN;
    canvas.text(MARGIN, MARGIN + 16.0, Anchor::Start, Type::new(20.0, 600, INK), &overview.title);
    let project_shown = cut(project, 11.0, width - 200.0);
    canvas.text(MARGIN + width, MARGIN + 16.0, Anchor::End, Type::new(11.0, 500, INK_2), &project_shown);
    let about = overview.notice.as_ref().unwrap_or(&overview.about);
    canvas.fitting(MARGIN, MARGIN + 34.0, Type::new(10.0, 400, INK_2), about, width);
    let mut y = MARGIN + 46.0;
    if let Some(all) = &overview.total {
        total(&mut canvas, [MARGIN, y, width], &all.chart, words);
        y += TOTAL + BELOW - 4.0;
    }
    let foot = 14.0 * overview.notes.len() as f64 + 18.0;
    let room = HEIGHT - MARGIN - foot;
    let panels = overview.panels();
    // Few papers need no more than their largest strips, many no less than their smallest.
    let reserved = overview.papers.as_ref().map_or(0.0, |papers| {
        let (least, most) = (grid(papers, width, 0.0).height, grid(papers, width, f64::INFINITY).height);
        STRIPS_AT_LEAST.clamp(least, most.max(least))
    });
    let fits = |most: &usize| place(&panels, y, width, *most).1 + reserved <= room;
    let most = MOST_BARS.into_iter().find(fits).unwrap_or(MOST_BARS[MOST_BARS.len() - 1]);
    let (places, bottom) = place(&panels, y, width, most);
    for (panel, at) in panels.iter().zip(places) {
        match panel {
            Panel::Bars(chart) => bars(&mut canvas, at, &chart.chart, most, words),
            Panel::Days(chart) => days(&mut canvas, at, chart, most, words),
        }
    }
    y = bottom;
    if let Some(papers) = &overview.papers {
        let grid = grid(papers, width, room - y);
        strips(&mut canvas, [MARGIN, y, width], papers, &grid, &tags(overview));
        y += grid.height + BELOW;
    }
    let height = (y + foot + MARGIN - BELOW).max(HEIGHT);
    let mut base = height - MARGIN - foot + 22.0;
    for note in &overview.notes {
        canvas.fitting(MARGIN, base, FAINT, note, width);
        base += 14.0;
    }
    canvas.fitting(MARGIN, base, SMALL, made, width);
    framed(&canvas, overview, project, height, words)
}

/// Where charts stand: each where the page ends first. Returns the places and where they end.
fn place(panels: &[Panel<'_>], top: f64, width: f64, most: usize) -> (Vec<[f64; 3]>, f64) {
    let column = (width - BETWEEN) / 2.0;
    let mut ends = [top, top];
    let mut places = Vec::new();
    for panel in panels {
        let side = usize::from(ends[1] < ends[0]);
        places.push([MARGIN + side as f64 * (column + BETWEEN), ends[side], column]);
        ends[side] += BELOW
            + match panel {
                Panel::Bars(chart) => bars_height(&chart.chart, most),
                Panel::Days(chart) => days_height(chart, most),
            };
    }
    (places, ends[0].max(ends[1]))
}

/// All tags that occur, in the order of the codebook.
fn tags(overview: &Overview) -> Vec<SheetTag> {
    let bars = overview.total.iter().flat_map(|total| &total.chart.bars);
    bars.flat_map(|bar| bar.parts.iter().map(|part| part.tag.clone())).collect()
}

fn framed(canvas: &Canvas, overview: &Overview, project: &str, height: f64, words: &OverviewWords) -> String {
    let title = format!("{}: {project}", overview.title);
    let described = overview.total.iter().flat_map(|total| &total.chart.bars).map(|bar| {
        let parts: Vec<(&str, usize)> =
            bar.parts.iter().map(|part| (part.tag.name.as_str(), part.count)).collect();
        (words.bar)(&bar.name, bar.n, &parts, &bar.interval)
    });
    let lines: Vec<String> = [overview.about.clone()].into_iter().chain(described).collect();
    let mut svg = String::new();
    let _ = writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"210mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" \
         role=\"group\" aria-labelledby=\"title description\" xml:lang=\"{}\" font-family=\"Inter, sans-serif\" \
         fill=\"#{}\">",
        number(height * 0.21),
        number(WIDTH),
        number(height),
        words.language.code(),
        INK.hex()
    );
    let _ = writeln!(svg, "<title id=\"title\">{}</title>", escaped(&title));
    let _ = writeln!(svg, "<desc id=\"description\">{}</desc>", escaped(&lines.join(". ")));
    let _ = writeln!(svg, "<rect width=\"100%\" height=\"100%\" fill=\"#{}\"/>", PAPER.hex());
    svg.push_str(&canvas.svg);
    svg.push_str("</svg>\n");
    svg
}
