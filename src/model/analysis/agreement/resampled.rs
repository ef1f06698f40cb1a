//! How sure a coefficient is: percentile intervals of a bootstrap that draws whole documents, because questions of one
//! paper are not independent of each other. Below ten documents single units are drawn, which makes the intervals too
//! narrow; whoever shows them has to say so.
//!
//! Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapters 8 and 13. Draws come from
//! MINSTD (see `overview::interval`), quantiles are of type 7, replicates that are undefined are left out and counted.

use super::coefficient::{Value, ac1, alpha, alpha_of, fleiss_missing, percent};
use super::ratings::Ratings;
use super::tallies::Tallies;
use crate::model::analysis::draws::{Draws, quantile};

/// How often documents or units are drawn.
pub const DRAWS: usize = 2_000;

/// With fewer documents units are drawn.
const FEWEST_DOCUMENTS: usize = 10;

/// What is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Resampling {
    /// Whole documents.
    Documents,
    /// Single units: the intervals are too narrow.
    Units,
}

/// The bounds of 95 %, and how many of the draws had no value.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
    pub undefined: usize,
}

/// The intervals of the coefficients; none where no draw had a value.
#[derive(Clone, PartialEq, Debug)]
pub struct Resampled {
    pub drawn: Resampling,
    pub percent: Option<Interval>,
    pub alpha: Option<Interval>,
    pub alpha_of: Vec<Option<Interval>>,
    pub fleiss_missing: Option<Interval>,
    pub ac1: Option<Interval>,
}

/// Draws [`DRAWS`] times, by a stream that begins at `seed`.
#[must_use]
pub fn resample(ratings: &Ratings, seed: u32) -> Resampled {
    let mut drawing = Drawing::new(ratings, seed);
    drawing.go_on(usize::MAX);
    drawing.finish()
}

/// The same bit by bit, so that a window answers meanwhile.
#[derive(Clone, Debug)]
pub struct Drawing {
    drawn: Resampling,
    rows: Vec<f64>,
    width: usize,
    stream: Draws,
    sum: Tallies,
    found: Found,
    left: usize,
}

impl Drawing {
    #[must_use]
    pub fn new(ratings: &Ratings, seed: u32) -> Self {
        let drawn =
            if ratings.documents() < FEWEST_DOCUMENTS { Resampling::Units } else { Resampling::Documents };
        let (rows, width) = rows(ratings, drawn);
        let (categories, stream) = (ratings.categories(), Draws::new(seed));
        let (sum, found) = (Tallies::of_none(categories), Found::of(categories));
        Self { drawn, rows, width, stream, sum, found, left: DRAWS }
    }

    /// Goes on until about so many documents or units were drawn, one draw at least. Returns whether more is left.
    pub fn go_on(&mut self, parts_at_most: usize) -> bool {
        let parts = self.rows.len() / self.width;
        let draws = (parts_at_most / parts.max(1)).clamp(1, self.left.max(1));
        for _ in 0..draws.min(self.left) {
            let stream = &mut self.stream;
            draw(&self.rows, self.width, &mut self.sum, |parts| stream.below(parts));
            self.found.take(&self.sum);
            self.left -= 1;
        }
        self.left > 0
    }

    /// The intervals of what was drawn.
    #[must_use]
    pub fn finish(&self) -> Resampled {
        self.found.intervals(self.drawn)
    }
}

/// Sums up as many parts as there are, each drawn from all.
fn draw(rows: &[f64], width: usize, sum: &mut Tallies, mut place: impl FnMut(usize) -> usize) {
    let parts = rows.len() / width;
    sum.clear();
    for _ in 0..parts {
        let at = place(parts) * width;
        sum.add(&rows[at..at + width]);
    }
}

/// The same with draws that are given: `place` says for each draw, and how many documents or units there are, which
/// of them comes next.
#[must_use]
pub fn resample_by(
    ratings: &Ratings,
    drawn: Resampling,
    draws: usize,
    mut place: impl FnMut(usize, usize) -> usize,
) -> Resampled {
    let (rows, width) = rows(ratings, drawn);
    let mut sum = Tallies::of_none(ratings.categories());
    let mut found = Found::of(ratings.categories());
    for nth in 0..draws {
        draw(&rows, width, &mut sum, |parts| place(nth, parts));
        found.take(&sum);
    }
    found.intervals(drawn)
}

/// What each document (or unit) adds, one row after the other.
fn rows(ratings: &Ratings, drawn: Resampling) -> (Vec<f64>, usize) {
    let width = Tallies::of_none(ratings.categories()).row().len();
    let parts = match drawn {
        Resampling::Documents => ratings.documents(),
        Resampling::Units => ratings.units(),
    };
    let mut rows = vec![0.0; width * parts];
    for unit in 0..ratings.units() {
        let part = match drawn {
            Resampling::Documents => ratings.document_of(unit),
            Resampling::Units => unit,
        };
        let row = &mut rows[part * width..(part + 1) * width];
        for (sum, more) in row.iter_mut().zip(Tallies::of_unit(ratings, unit).row()) {
            *sum += more;
        }
    }
    (rows, width)
}

/// The values of all draws.
#[derive(Clone, Debug)]
struct Found {
    percent: Vec<Value>,
    alpha: Vec<Value>,
    alpha_of: Vec<Vec<Value>>,
    fleiss_missing: Vec<Value>,
    ac1: Vec<Value>,
}

impl Found {
    fn of(categories: usize) -> Self {
        Self {
            percent: Vec::new(),
            alpha: Vec::new(),
            alpha_of: vec![Vec::new(); categories],
            fleiss_missing: Vec::new(),
            ac1: Vec::new(),
        }
    }

    fn take(&mut self, sum: &Tallies) {
        self.percent.push(percent(sum));
        self.alpha.push(alpha(sum));
        for (category, values) in self.alpha_of.iter_mut().enumerate() {
            values.push(alpha_of(sum, category));
        }
        self.fleiss_missing.push(fleiss_missing(sum));
        self.ac1.push(ac1(sum));
    }

    fn intervals(&self, drawn: Resampling) -> Resampled {
        Resampled {
            drawn,
            percent: interval(&self.percent),
            alpha: interval(&self.alpha),
            alpha_of: self.alpha_of.iter().map(|values| interval(values)).collect(),
            fleiss_missing: interval(&self.fleiss_missing),
            ac1: interval(&self.ac1),
        }
    }
}

fn interval(values: &[Value]) -> Option<Interval> {
    let mut defined: Vec<f64> = values.iter().filter_map(|value| value.ok()).collect();
    if defined.is_empty() {
        return None;
    }
    defined.sort_unstable_by(f64::total_cmp);
    Some(Interval {
        low: quantile(&defined, 0.025),
        high: quantile(&defined, 0.975),
        undefined: values.len() - defined.len(),
    })
}
