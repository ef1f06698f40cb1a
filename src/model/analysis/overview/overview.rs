//! The overview of a project: counts at once, intervals a few draws at a time.

use std::collections::BTreeMap;

use crate::model::analysis::chart::{BarChart, DayChart};
use crate::model::analysis::summary::{Block, SheetTag};
use crate::model::{Asked, CountBy, Document, Facet, Filter, Meaning, Project, TagId};

use super::bars::{Draft, OverviewChart, bar, first_of_all, sort};
use super::by::{By, Kind, is_beside, kinds, narrowed, tagged};
use super::counted::{Counted, Paper, by_tag, how_many, papers};
use super::days::days;
use super::interval::PaperCount;
use super::names::named;
use super::strips::{PaperStrips, strips};
use super::words::OverviewWords;

/// What the papers of a project say together.
#[derive(Clone, PartialEq, Debug)]
pub struct Overview {
    pub title: String,
    /// What is counted, under which codebook, how sure shares are.
    pub about: String,
    /// Everything in one bar; none where nothing is counted, and then `notice` says why.
    pub total: Option<OverviewChart>,
    pub charts: Vec<OverviewChart>,
    pub days: Option<DayChart>,
    pub papers: Option<PaperStrips>,
    pub notice: Option<String>,
    /// What one unit is, and which charts are left out because they would have one bar.
    pub notes: Vec<String>,
}

/// A chart of any kind.
#[derive(Clone, Copy, Debug)]
pub enum Panel<'a> {
    Bars(&'a OverviewChart),
    Days(&'a DayChart),
}

/// Counts what passes a filter, as I coded it. The order of documents does not matter. Shares have no intervals yet:
/// see [`Overview::go_on`].
#[must_use]
pub fn overview(
    project: &Project,
    documents: &[&Document],
    filter: &Filter,
    count_by: CountBy,
    words: &OverviewWords,
) -> Overview {
    let look = |tag: &crate::model::Tag| {
        let tag_look = SheetTag {
            letter: tag.letter.get(words.language).to_owned(),
            name: tag.name.get(words.language).to_owned(),
            swatch: tag.swatch,
            line: tag.line,
        };
        (tag.id.clone(), tag_look)
    };
    let counting = Counting {
        project,
        papers: papers(project, documents, filter),
        tags: project.codebook().tags.iter().map(look).collect(),
        filter,
        count_by,
        words,
    };
    counting.overview(documents.is_empty())
}

struct Counting<'a> {
    project: &'a Project,
    papers: Vec<Paper<'a>>,
    tags: Vec<(TagId, SheetTag)>,
    filter: &'a Filter,
    count_by: CountBy,
    words: &'a OverviewWords,
}

impl Counting<'_> {
    fn overview(&self, is_empty: bool) -> Overview {
        let words = self.words;
        let total = self.total();
        let notice = match (&total, is_empty) {
            (Some(_), _) => None,
            (None, true) => Some(words.no_documents),
            (None, false) if self.papers.is_empty() => Some(words.nothing_passes),
            (None, false) => Some(words.nothing_tagged),
        };
        let mut charts = Vec::new();
        let mut single = Vec::new();
        if total.is_some() {
            for by in [By::Ministry, By::Asked, By::Party, By::Parliament, By::Quarter] {
                let chart = if by == By::Asked { self.by_asked() } else { self.by_paper(by) };
                match &chart.chart.bars[..] {
                    [] => {}
                    // Of one bar nothing can be compared; what was asked for is news even so.
                    [bar] if by != By::Asked => single.push(((words.by)(by), bar.name.clone())),
                    _ => charts.push(chart),
                }
            }
            let empty = (0..self.tags.len())
                .filter(|nth| self.project.codebook().tags[*nth].means == Meaning::NotGiven);
            charts.extend(empty.filter_map(|nth| self.by_facet(nth)));
        }
        let mut notes = Vec::new();
        if total.is_some() {
            notes.push((words.counting)(self.count_by).to_owned());
        }
        if !single.is_empty() {
            let single: Vec<(&str, &str)> = single.iter().map(|(by, name)| (*by, name.as_str())).collect();
            notes.push((words.only_one)(&single));
        }
        Overview {
            title: words.overview.to_owned(),
            about: self.about(),
            total,
            charts,
            days: days(&self.papers, words),
            papers: strips(self.project, &self.papers, &self.tags, words),
            notice: notice.map(str::to_owned),
            notes,
        }
    }

    fn about(&self) -> String {
        let unit = self.unit(|_| true);
        [unit, (self.words.codebook)(&self.project.codebook().version), self.words.draws.to_owned()]
            .join(" · ")
    }

    /// What is counted of the questions that fit, in words.
    fn unit(&self, fits: impl Fn(&Counted<'_>) -> bool + Copy) -> String {
        let sum = |count_by| self.papers.iter().map(|paper| how_many(paper, count_by, fits) as usize).sum();
        let documents = self.papers.iter().filter(|paper| paper.questions.iter().any(fits)).count();
        match self.count_by {
            CountBy::Questions => (self.words.questions)(sum(CountBy::Questions), documents),
            CountBy::Answers => {
                let counts = |paper| by_tag(paper, CountBy::Answers, self.tags.len(), fits);
                let counted: u32 = self.papers.iter().flat_map(counts).sum();
                (self.words.answers)(counted as usize, sum(CountBy::Answers), documents)
            }
        }
    }

    fn first_tag(&self) -> &str {
        self.tags.first().map_or("", |(_, tag)| &tag.name)
    }

    fn count(&self, paper: &Paper<'_>, fits: impl Fn(&Counted<'_>) -> bool) -> Vec<u32> {
        by_tag(paper, self.count_by, self.tags.len(), fits)
    }

    fn total(&self) -> Option<OverviewChart> {
        let mut draft = Draft::default();
        for paper in &self.papers {
            let counts = self.count(paper, |_| true);
            draft.add(&counts, first_of_all(&counts), paper.document.id);
        }
        (draft.of() > 0).then(|| {
            let bars = vec![(self.words.all.to_owned(), self.filter.clone(), draft)];
            self.chart(By::All, "", self.unit(|_| true), bars)
        })
    }

    fn by_paper(&self, by: By) -> OverviewChart {
        let mut drafts: BTreeMap<Kind, Draft> = BTreeMap::new();
        for paper in &self.papers {
            let counts = self.count(paper, |_| true);
            for (kind, printed) in kinds(by, paper.document) {
                if is_beside(self.filter, by, &printed) {
                    continue;
                }
                let draft = drafts.entry(kind).or_default();
                draft.add(&counts, first_of_all(&counts), paper.document.id);
                if !draft.printed.contains(&printed) {
                    draft.printed.push(printed);
                }
            }
        }
        for draft in drafts.values_mut() {
            draft.printed.sort();
        }
        let mut drafts = sort(drafts, by == By::Ministry);
        // Stable: what is not printed goes to the end, the rest keeps its order.
        drafts.sort_by_key(|(kind, _)| *kind == Kind::NotPrinted);
        let order = match by {
            By::Ministry => (self.words.by_share)(self.first_tag()),
            By::Quarter => self.words.in_time.to_owned(),
            _ => self.words.alphabetical.to_owned(),
        };
        let bars = drafts.into_iter().map(|(kind, draft)| {
            let filter = narrowed(self.filter, by, &kind, &draft.printed);
            (named(by, &kind, self.words), filter, draft)
        });
        let mut bars: Vec<(String, Filter, Draft)> = bars.collect();
        if by == By::Parliament {
            bars.sort_by(|a, b| a.0.cmp(&b.0));
        }
        let unit = with_remark(self.unit(|_| true), (self.words.several)(by));
        self.chart(by, &order, unit, bars)
    }

    fn by_asked(&self) -> OverviewChart {
        let mut drafts: BTreeMap<Asked, Draft> = BTreeMap::new();
        let wanted = |kind: &Asked| self.filter.asked.is_empty() || self.filter.asked.contains(kind);
        for kind in Asked::ALL.into_iter().filter(wanted) {
            for paper in &self.papers {
                let counts = self.count(paper, |question| question.coding.asked.contains(&kind));
                drafts.entry(kind).or_default().add(&counts, first_of_all(&counts), paper.document.id);
            }
        }
        let bars = sort(drafts, true).into_iter().map(|(kind, draft)| {
            let filter = Filter { asked: vec![kind], ..self.filter.clone() };
            ((self.words.asked)(kind).to_owned(), filter, draft)
        });
        let unit = self.unit(|question| !question.coding.asked.is_empty());
        let unit = with_remark(unit, (self.words.several)(By::Asked));
        let order = (self.words.by_share)(self.first_tag());
        self.chart(By::Asked, &order, unit, bars.collect())
    }

    /// The facets of one tag: each bar is the share of its questions that carry the facet, so that bars are not full
    /// and do not sum to one. None where no facet is set.
    fn by_facet(&self, tag: usize) -> Option<OverviewChart> {
        let carries = |question: &Counted<'_>, facet: &Facet| {
            question.tag == tag && question.coding.facets.contains(&facet.id)
        };
        let wanted = |facet: &&Facet| self.filter.facets.is_empty() || self.filter.facets.contains(&facet.id);
        let mut bars = Vec::new();
        for facet in self.project.codebook().facets.iter().filter(wanted) {
            let mut draft = Draft::default();
            for paper in &self.papers {
                let hits = how_many(paper, self.count_by, |question| carries(question, facet));
                let of = how_many(paper, self.count_by, |question| question.tag == tag);
                let mut counts = vec![0; self.tags.len()];
                counts[tag] = hits;
                draft.add(&counts, PaperCount { hits, of }, paper.document.id);
            }
            if draft.hits() > 0 {
                let base = Filter { facets: vec![facet.id.clone()], ..self.filter.clone() };
                let name = facet.name.get(self.words.language).to_owned();
                bars.push((name, tagged(&base, &self.tags[tag].0), draft));
            }
        }
        bars.sort_by_key(|bar| std::cmp::Reverse(bar.2.hits()));
        let without: u32 = self
            .papers
            .iter()
            .map(|paper| {
                how_many(paper, self.count_by, |question| {
                    question.tag == tag && question.coding.facets.is_empty()
                })
            })
            .sum();
        let mut remarks = vec![(self.words.several)(By::Facet).to_owned()];
        if without > 0 {
            remarks.push((self.words.without_facet)(without as usize));
        }
        let unit = with_remark(self.unit(|question| question.tag == tag), &remarks.join(", "));
        (!bars.is_empty()).then(|| {
            let mut chart = self.chart(By::Facet, self.words.by_frequency, unit, bars);
            chart.chart.title = (self.words.facets_of)(&self.tags[tag].1.name);
            self.words.interval_of_share.clone_into(&mut chart.chart.interval_heading);
            chart
        })
    }

    fn chart(&self, by: By, order: &str, unit: String, bars: Vec<(String, Filter, Draft)>) -> OverviewChart {
        let made =
            bars.into_iter().map(|(name, filter, draft)| bar(name, draft, &self.tags, filter, self.words));
        let (bars, behind) = made.unzip();
        let chart = BarChart {
            title: (self.words.by)(by).to_owned(),
            order: order.to_owned(),
            unit,
            interval_heading: (self.words.interval_of)(self.first_tag()),
            bars,
        };
        OverviewChart { by, chart, behind }
    }
}

fn with_remark(unit: String, remark: &str) -> String {
    if remark.is_empty() { unit } else { format!("{unit}; {remark}") }
}

impl Overview {
    /// Goes on with the intervals for about so many papers drawn; false when all are there.
    pub fn go_on(&mut self, papers: usize, words: &OverviewWords) -> bool {
        let mut left = papers;
        for chart in self.total.iter_mut().chain(&mut self.charts) {
            loop {
                let done = chart.go_on(left, words);
                if done == 0 {
                    break;
                }
                left = left.saturating_sub(done);
                if left == 0 {
                    return true;
                }
            }
        }
        false
    }

    /// How many bars still wait for their interval.
    #[must_use]
    pub fn unfinished(&self) -> usize {
        let behind = self.total.iter().chain(&self.charts).flat_map(|chart| &chart.behind);
        behind.filter(|behind| behind.drawing.is_some()).count()
    }

    /// With all its intervals.
    #[must_use]
    pub fn finished(mut self, words: &OverviewWords) -> Self {
        while self.go_on(usize::MAX, words) {}
        self
    }

    /// The charts in the order of the window and of drawings: the days stand fourth.
    #[must_use]
    pub fn panels(&self) -> Vec<Panel<'_>> {
        let mut panels: Vec<Panel<'_>> = self.charts.iter().map(Panel::Bars).collect();
        if let Some(days) = &self.days {
            panels.insert(panels.len().min(3), Panel::Days(days));
        }
        panels
    }

    /// As a page prints it, in the order of the window.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![Block::OwnTitle(self.title.clone()), Block::Paragraph(self.about.clone())];
        blocks.extend(self.notice.clone().map(Block::Notice));
        blocks.extend(self.total.iter().map(|total| Block::Bars(total.chart.clone())));
        blocks.extend(self.panels().into_iter().map(|panel| match panel {
            Panel::Bars(chart) => Block::Bars(chart.chart.clone()),
            Panel::Days(chart) => Block::Days(chart.clone()),
        }));
        if let Some(papers) = &self.papers {
            blocks.push(Block::Heading(papers.title.clone()));
            blocks.push(Block::Paragraph(papers.about.clone()));
            blocks.push(Block::Strips(papers.strips.clone()));
        }
        blocks.push(Block::Footer(self.notes.clone()));
        blocks
    }
}
