//! From counts of papers to the bars of one chart.

use std::collections::BTreeMap;

use crate::model::analysis::chart::{Bar, BarChart, BarPart};
use crate::model::analysis::summary::SheetTag;
use crate::model::{DocumentId, Filter, TagId};

use super::by::{By, tagged};
use super::interval::{Bounds, Drawing, PaperCount};
use super::words::OverviewWords;

/// Bars of fewer are shown in tints and have no interval.
pub const FEW: usize = 10;

/// A chart, and what each of its bars is made of.
#[derive(Clone, PartialEq, Debug)]
pub struct OverviewChart {
    pub by: By,
    pub chart: BarChart,
    /// As many as there are bars.
    pub behind: Vec<Behind>,
}

/// What a bar is made of.
#[derive(Clone, PartialEq, Debug)]
pub struct Behind {
    /// Lets pass the questions of the bar.
    pub filter: Filter,
    /// The tags of the bar's parts.
    pub tags: Vec<TagId>,
    /// What each paper adds, for the interval.
    pub papers: Vec<PaperCount>,
    /// Of the first tag's share, exactly; none where there are few, only one paper, or the draws are under way.
    pub bounds: Option<Bounds>,
    pub(super) drawing: Option<Drawing>,
}

impl Behind {
    /// Lets pass the questions of one part.
    #[must_use]
    pub fn part(&self, tag: &TagId) -> Filter {
        tagged(&self.filter, tag)
    }
}

/// A bar while its papers are counted.
#[derive(Default)]
pub(super) struct Draft {
    pub counts: Vec<u32>,
    pub papers: Vec<PaperCount>,
    pub documents: Vec<DocumentId>,
    /// How the papers print what the bar stands for, each way once.
    pub printed: Vec<String>,
}

impl Draft {
    /// Adds a paper: what is counted of each tag, and what share is looked for. Nothing of nothing adds nothing.
    pub fn add(&mut self, counts: &[u32], paper: PaperCount, document: DocumentId) {
        if paper.of == 0 {
            return;
        }
        self.counts.resize(counts.len(), 0);
        for (sum, count) in self.counts.iter_mut().zip(counts) {
            *sum += count;
        }
        self.papers.push(paper);
        self.documents.push(document);
    }

    pub fn hits(&self) -> u32 {
        self.papers.iter().map(|paper| paper.hits).sum()
    }

    pub fn of(&self) -> u32 {
        self.papers.iter().map(|paper| paper.of).sum()
    }

    /// Share of what is looked for; 0 of nothing.
    pub fn share(&self) -> f64 {
        f64::from(self.hits()) / f64::from(self.of().max(1))
    }

    pub fn is_few(&self) -> bool {
        (self.of() as usize) < FEW
    }
}

/// Of a paper: the first tag among all.
pub(super) fn first_of_all(counts: &[u32]) -> PaperCount {
    PaperCount { hits: counts.first().copied().unwrap_or(0), of: counts.iter().sum() }
}

/// The bar of a draft. Its parts are the tags that occur, in the order of the codebook.
pub(super) fn bar(
    name: String,
    draft: Draft,
    tags: &[(TagId, SheetTag)],
    filter: Filter,
    words: &OverviewWords,
) -> (Bar, Behind) {
    let (of, share, few) = (draft.of(), draft.share(), draft.is_few());
    let occurs = |nth: &usize| draft.counts.get(*nth).is_some_and(|count| *count > 0);
    let places: Vec<usize> = (0..tags.len()).filter(occurs).collect();
    let part = |nth: &usize| {
        let share = f64::from(draft.counts[*nth]) / f64::from(of);
        let (count, percent) = (draft.counts[*nth] as usize, percent(share));
        BarPart { tag: tags[*nth].1.clone(), count, share, percent }
    };
    let parts: Vec<BarPart> = places.iter().map(part).collect();
    let drawing = if few { None } else { Drawing::new(&draft.papers) };
    let interval = match (few, &drawing) {
        (true, _) => words.few.to_owned(),
        (false, None) => words.one_paper.to_owned(),
        (false, Some(_)) => (words.percent)(percent(share)),
    };
    let bar = Bar {
        name,
        n: parts.iter().map(|part| part.count).sum(),
        parts,
        interval,
        few,
        documents: draft.documents,
    };
    let tags = places.iter().map(|nth| tags[*nth].0.clone()).collect();
    (bar, Behind { filter, tags, papers: draft.papers, bounds: None, drawing })
}

/// A share as whole per cent, rounded half up.
#[must_use]
pub fn percent(share: f64) -> u32 {
    // A millionth of a per cent forgives what division leaves below a half: 0.145 is 14.499999999999998 %.
    (share * 100.0 + 0.5 + 1e-6).floor() as u32
}

impl OverviewChart {
    /// Goes on with the intervals for about so many papers drawn; returns how many that were, 0 when all are done.
    pub(super) fn go_on(&mut self, papers: usize, words: &OverviewWords) -> usize {
        let Some(nth) = self.behind.iter().position(|behind| behind.drawing.is_some()) else { return 0 };
        let behind = &mut self.behind[nth];
        let Some(drawing) = &mut behind.drawing else { return 0 };
        let done = drawing.go_on(papers);
        if let Some(bounds) = drawing.bounds() {
            let (hits, of) =
                behind.papers.iter().fold((0, 0), |(hits, of), paper| (hits + paper.hits, of + paper.of));
            let share = f64::from(hits) / f64::from(of.max(1));
            self.chart.bars[nth].interval =
                (words.interval)(percent(share), percent(bounds.low), percent(bounds.high));
            behind.bounds = Some(bounds);
            behind.drawing = None;
        }
        done
    }
}

/// How the bars of a chart are sorted. What is few, and what is not printed, comes after the rest.
pub(super) fn sort<K: Ord + Clone>(drafts: BTreeMap<K, Draft>, by_share: bool) -> Vec<(K, Draft)> {
    let mut drafts: Vec<(K, Draft)> = drafts.into_iter().filter(|(_, draft)| draft.of() > 0).collect();
    if by_share {
        drafts.sort_by(|(_, a), (_, b)| {
            let few = a.is_few().cmp(&b.is_few());
            few.then(b.share().total_cmp(&a.share())).then(b.of().cmp(&a.of()))
        });
    }
    drafts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_up() {
        assert_eq!(percent(0.145), 15);
        assert_eq!(percent(1.0 / 3.0), 33);
        assert_eq!(percent(2.0 / 3.0), 67);
        assert_eq!(percent(1.0), 100);
        assert_eq!(percent(0.0), 0);
        assert_eq!(percent(0.005), 1);
    }
}
