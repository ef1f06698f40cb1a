//! All papers on one page: strips that shrink until they fit. The smallest have no letters; there a tag shows by its
//! colour and by its height.

use std::fmt::Write as _;

use super::bars::{FAINT, SMALL};
use super::canvas::{Anchor, Canvas, Type, number, width_of};
use crate::files::export::colours::{BORDER, INK, LINE, PAPER, tints};
use crate::model::analysis::overview::PaperStrips;
use crate::model::analysis::summary::{PaperStrip, SheetTag};

/// Title and legend.
const HEAD: f64 = 32.0;
const LETTERS_FROM: f64 = 8.0;
const BETWEEN: f64 = 14.0;

/// How large the cells of a page are.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Size {
    /// Width of a cell.
    cell: f64,
    /// Height of a line.
    row: f64,
    /// Of the numbers; 0 leaves them out.
    name: f64,
}

/// From the largest to the smallest.
const SIZES: [Size; 9] = [
    Size { cell: 12.0, row: 17.0, name: 8.5 },
    Size { cell: 10.0, row: 14.0, name: 8.0 },
    Size { cell: 8.0, row: 11.5, name: 7.0 },
    Size { cell: 6.0, row: 10.0, name: 6.5 },
    Size { cell: 5.0, row: 11.0, name: 0.0 },
    Size { cell: 4.0, row: 10.0, name: 0.0 },
    Size { cell: 3.0, row: 9.0, name: 0.0 },
    Size { cell: 2.4, row: 8.0, name: 0.0 },
    Size { cell: 2.0, row: 6.5, name: 0.0 },
];

/// Where the strips of a page stand.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Grid {
    size: Size,
    columns: usize,
    /// Width of a strip with its number.
    strip: f64,
    name: f64,
    pub height: f64,
}

/// The largest strips that fit, or the smallest there are.
pub(super) fn grid(papers: &PaperStrips, width: f64, height: f64) -> Grid {
    let grids = SIZES.map(|size| grid_of(papers, size, width));
    grids.into_iter().find(|grid| grid.height <= height).unwrap_or(grids[SIZES.len() - 1])
}

fn grid_of(papers: &PaperStrips, size: Size, width: f64) -> Grid {
    let name = papers.strips.iter().map(|paper| width_of(&paper.paper, size.name)).fold(0.0, f64::max);
    let name = if size.name > 0.0 { name.min(9.0 * size.name) + 5.0 } else { 0.0 };
    let mut wanted: Vec<f64> = papers.strips.iter().map(|paper| cells_width(paper, size.cell)).collect();
    wanted.sort_by(f64::total_cmp);
    // A few papers of very many questions draw their cells narrower instead of making all others wide.
    let usual = wanted.get(wanted.len() * 19 / 20).copied().unwrap_or(0.0);
    let strip = (name + usual).min(width);
    let between = if size.name > 0.0 { BETWEEN } else { size.cell * 2.0 };
    let columns = (((width + between) / (strip + between)) as usize).max(1);
    let strip = (width + between) / columns as f64 - between;
    let rows = papers.strips.len().div_ceil(columns);
    Grid { size, columns, strip, name, height: HEAD + rows as f64 * size.row }
}

fn cells_width(paper: &PaperStrip, cell: f64) -> f64 {
    let cells: usize = paper.strip.answers.iter().map(|answer| answer.cells.len()).sum();
    let gaps = paper.strip.answers.len().saturating_sub(1);
    cells as f64 * cell + gaps as f64 * gap(cell)
}

/// Between answers.
fn gap(cell: f64) -> f64 {
    (cell * 0.35).max(0.8)
}

pub(super) fn strips(
    canvas: &mut Canvas,
    [x, y, width]: [f64; 3],
    papers: &PaperStrips,
    grid: &Grid,
    tags: &[SheetTag],
) {
    canvas.group(&format!("{}: {}", papers.title, papers.about));
    canvas.text(x, y + 9.0, Anchor::Start, Type::new(11.5, 600, INK), &papers.title);
    canvas.fitting(x, y + 21.0, FAINT, &papers.about, width * 0.7);
    legend(canvas, x + width, y + 9.0, tags);
    let between = if grid.size.name > 0.0 { BETWEEN } else { grid.size.cell * 2.0 };
    let mut cells = Cells { canvas, tags, paths: vec![String::new(); tags.len()], open: String::new() };
    for (nth, paper) in papers.strips.iter().enumerate() {
        let left = x + (nth % grid.columns) as f64 * (grid.strip + between);
        let top = y + HEAD + (nth / grid.columns) as f64 * grid.size.row;
        if grid.name > 0.0 {
            let look = Type::new(grid.size.name, 400, INK);
            cells.canvas.fitting(left, top + grid.size.row * 0.66, look, &paper.paper, grid.name - 3.0);
        }
        let scale = ((grid.strip - grid.name) / cells_width(paper, grid.size.cell)).min(1.0);
        cells.paper(left + grid.name, top, paper, grid.size.cell * scale, grid.size.row);
    }
    cells.flush();
    canvas.end_group();
}

/// What each tag looks like, by colour and by height.
fn legend(canvas: &mut Canvas, right: f64, y: f64, tags: &[SheetTag]) {
    let mut x = right;
    for (nth, tag) in tags.iter().enumerate().rev() {
        canvas.text(x, y, Anchor::End, SMALL, &tag.name);
        x -= width_of(&tag.name, SMALL.size) + 2.0;
        canvas.text(x, y, Anchor::End, Type::new(8.5, 700, tints(tag.swatch).text), &tag.letter);
        x -= width_of(&tag.letter, 8.5) + 6.0;
        let tall = 9.0 * height_of(nth, tags.len());
        canvas.rect([x, y + 1.0 - tall, 4.0, tall], 0.0, tints(tag.swatch).fill);
        x -= 12.0;
    }
}

/// How tall the cells of a tag are, of the tallest: the first tag is the tallest.
fn height_of(nth: usize, tags: usize) -> f64 {
    1.0 - nth as f64 / tags.max(1) as f64
}

struct Cells<'a> {
    canvas: &'a mut Canvas,
    tags: &'a [SheetTag],
    /// Small cells, one path per tag: a page of ten thousand cells stays small.
    paths: Vec<String>,
    open: String,
}

impl Cells<'_> {
    fn paper(&mut self, left: f64, top: f64, paper: &PaperStrip, cell: f64, row: f64) {
        let gap = gap(cell);
        let height = row - (row * 0.2).max(1.2);
        let mut x = left;
        for answer in &paper.strip.answers {
            for one in &answer.cells {
                let width = if cell >= LETTERS_FROM { cell - 1.0 } else { cell * 0.82 };
                self.cell([x, top, width, height], one.tag.as_ref());
                x += cell;
            }
            x += gap;
        }
    }

    fn cell(&mut self, [x, y, width, height]: [f64; 4], tag: Option<&SheetTag>) {
        let nth = tag.and_then(|tag| self.tags.iter().position(|other| other == tag));
        match (tag, nth) {
            (Some(tag), Some(_)) if width + 1.0 >= LETTERS_FROM => {
                let colours = tints(tag.swatch);
                self.canvas.rect([x, y, width, height], 2.0, colours.tint);
                let look = Type::new((width * 0.72).min(8.0), 700, colours.text);
                let base = y + height / 2.0 + look.size * 0.36;
                self.canvas.text(x + width / 2.0, base, Anchor::Middle, look, &tag.letter);
            }
            (Some(_), Some(nth)) => {
                let tall = height * height_of(nth, self.tags.len());
                box_path(&mut self.paths[nth], [x, y + height - tall, width, tall]);
            }
            _ if width + 1.0 >= LETTERS_FROM => {
                self.canvas.rect([x, y, width, height], 2.0, BORDER);
                self.canvas.rect([x + 0.7, y + 0.7, width - 1.4, height - 1.4], 1.5, PAPER);
            }
            _ => box_path(&mut self.open, [x, y + height - 0.8, width, 0.8]),
        }
    }

    fn flush(&mut self) {
        for (path, tag) in self.paths.iter().zip(self.tags) {
            if !path.is_empty() {
                self.canvas.path(path, tints(tag.swatch).fill);
            }
        }
        if !self.open.is_empty() {
            self.canvas.path(&self.open, LINE);
        }
    }
}

fn box_path(path: &mut String, [x, y, width, height]: [f64; 4]) {
    let _ =
        write!(path, "M{} {}h{}v{}h-{}z", number(x), number(y), number(width), number(height), number(width));
}
