//! How sure a share is: a percentile bootstrap interval, by a generator that R and Python reproduce to the last digit.
//!
//! A script finds the same bounds for a bar from its papers, each with `hits` (how often the first tag is counted)
//! and `of` (how often any tag is counted, more than 0):
//!
//! 1. Sort the papers by `hits`, then by `of`. Let there be `n` of them.
//! 2. Begin the generator at `x = 1848`, anew for each bar. Each step is `x = 48271 * x mod 2147483647`, and names
//!    the paper `floor((x - 1) / 2147483646 * n)`, counted from 0, in double precision in this order.
//! 3. 2,000 times: take `n` papers by `n` steps; the share is the sum of their `hits` over the sum of their `of`.
//! 4. Sort the 2,000 shares. The bounds are their quantiles at 0.025 and 0.975 of type 7, which is R's usual one.
//!
//! Whole papers are drawn, because questions of one paper are not independent of each other. Source: B. Efron and
//! R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapters 8 (other data structures) and 13 (percentile
//! interval). Generator: MINSTD, S. K. Park and K. W. Miller, Communications of the ACM 31 (1988) 1192–1201, with
//! the multiplier 48271 of their answer in 36 (1993) no. 7, 105–110. Quantile: R. J. Hyndman and Y. Fan, The American
//! Statistician 50 (1996) 361–365.

use crate::model::analysis::draws::{Draws, quantile};

/// How often papers are drawn.
pub const DRAWS: usize = 2_000;

/// Where each bar's stream begins.
pub const SEED: u32 = 1848;

/// What one paper adds to a bar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct PaperCount {
    /// How often that is counted whose share is looked for: the first tag.
    pub hits: u32,
    /// How often anything is counted; never 0.
    pub of: u32,
}

/// An interval of shares, each from 0 to 1.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Bounds {
    pub low: f64,
    pub high: f64,
}

/// The bounds of 95 %; none where fewer than two papers are there, which leaves nothing to draw.
#[must_use]
pub fn bounds(papers: &[PaperCount]) -> Option<Bounds> {
    let mut drawing = Drawing::new(papers)?;
    drawing.go_on(usize::MAX);
    drawing.bounds()
}

/// Draws that are under way: they may be done a few at a time, so that a window answers meanwhile.
#[derive(Clone, PartialEq, Debug)]
pub struct Drawing {
    papers: Vec<PaperCount>,
    stream: Draws,
    shares: Vec<f64>,
}

impl Drawing {
    /// Nothing is drawn yet; none where fewer than two papers are there.
    #[must_use]
    pub fn new(papers: &[PaperCount]) -> Option<Self> {
        if papers.len() < 2 {
            return None;
        }
        let mut papers = papers.to_vec();
        papers.sort_unstable();
        Some(Self { papers, stream: Draws::new(SEED), shares: Vec::with_capacity(DRAWS) })
    }

    /// Goes on for about so many papers drawn, at least one draw; returns how many that were.
    pub fn go_on(&mut self, papers: usize) -> usize {
        let n = self.papers.len();
        let draws = (papers / n).clamp(1, DRAWS - self.shares.len().min(DRAWS - 1));
        for _ in 0..draws {
            let (mut hits, mut of) = (0_u64, 0_u64);
            for _ in 0..n {
                let paper = self.papers[self.stream.below(n)];
                hits += u64::from(paper.hits);
                of += u64::from(paper.of);
            }
            self.shares.push(hits as f64 / of as f64);
        }
        draws * n
    }

    /// The bounds, once all draws are done.
    #[must_use]
    pub fn bounds(&mut self) -> Option<Bounds> {
        if self.shares.len() < DRAWS {
            return None;
        }
        self.shares.sort_unstable_by(f64::total_cmp);
        Some(Bounds { low: quantile(&self.shares, 0.025), high: quantile(&self.shares, 0.975) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn papers(counts: &[(u32, u32)]) -> Vec<PaperCount> {
        counts.iter().map(|(hits, of)| PaperCount { hits: *hits, of: *of }).collect()
    }

    #[test]
    fn the_order_of_papers_and_the_size_of_steps_do_not_matter() {
        let counts = papers(&[(3, 10), (0, 4), (6, 6), (1, 8), (2, 2)]);
        let at_once = bounds(&counts).expect("five papers");
        let turned: Vec<PaperCount> = counts.iter().rev().copied().collect();
        let mut drawing = Drawing::new(&turned).expect("five papers");
        let mut steps = 0;
        let found = loop {
            drawing.go_on(7);
            steps += 1;
            if let Some(bounds) = drawing.bounds() {
                break bounds;
            }
        };
        assert_eq!(found, at_once);
        assert_eq!(steps, DRAWS, "one draw of five papers at a time");
        let share = 12.0 / 30.0;
        assert!(at_once.low < share && share < at_once.high, "{at_once:?}");
    }

    #[test]
    fn equal_papers_leave_no_doubt_and_one_paper_says_nothing() {
        let same = bounds(&papers(&[(1, 4), (1, 4), (1, 4)])).expect("three papers");
        assert_eq!((same.low, same.high), (0.25, 0.25));
        assert_eq!(bounds(&papers(&[(1, 4)])), None);
        assert_eq!(bounds(&[]), None);
    }
}
