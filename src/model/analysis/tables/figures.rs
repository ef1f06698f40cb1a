//! The figures of the overview as a table: what scripts compute again from the other tables.

use super::coders::coder_names;
use super::field::{Field, columns};
use super::table::{Cell, Table};
use crate::model::analysis::overview::{Behind, By, Overview, OverviewChart, overview};
use crate::model::{CountBy, Document, ExportOrder, Filter, Project};

const FIELDS: [Field; 7] =
    [Field::Coder, Field::Pass, Field::CountedBy, Field::Chart, Field::Group, Field::Measure, Field::Value];

/// Every figure of the overview of these papers, without a filter, exactly. `chart` and `group` stay in every language:
/// `ministry` and the office as printed, `asked` and its code, `quarter` and `2026-Q2`, `facets_vague` and the id of
/// a facet. Shares go from 0 to 1; `low` and `high` bound 95 % of the first tag's share (of the facet's, in charts
/// of facets), see [`crate::model::analysis::overview::bounds`].
#[must_use]
pub fn figures(order: &ExportOrder<'_>) -> Table {
    let words = order.words.overview;
    let count_by = order.choice.count_by;
    let counted = overview(order.project, order.documents, &Filter::default(), count_by, words);
    let counted = counted.finished(words);
    let coder = coder_names(order.project).remove(&order.project.me()).unwrap_or_default();
    let mut figures = Figures { order, coder, rows: Vec::new() };
    figures.all(&counted);
    Table { name: "figures", columns: columns(&FIELDS, order.words.tables), rows: figures.rows }
}

struct Figures<'a> {
    order: &'a ExportOrder<'a>,
    coder: String,
    rows: Vec<Vec<Cell>>,
}

impl Figures<'_> {
    fn all(&mut self, counted: &Overview) {
        for chart in counted.total.iter().chain(&counted.charts) {
            for nth in 0..chart.behind.len() {
                self.bar(chart, nth);
            }
        }
        for row in counted.days.iter().flat_map(|days| &days.rows) {
            let first = row.dots.first().and_then(|dot| self.order.project.document(dot.document));
            let office = first.map(|document| office(document)).unwrap_or_default();
            self.push("days", &office, "documents", Cell::Decimal(row.dots.len() as f64));
            self.push("days", &office, "median", Cell::Decimal(row.median));
        }
    }

    fn bar(&mut self, chart: &OverviewChart, nth: usize) {
        let (bar, behind) = (&chart.chart.bars[nth], &chart.behind[nth]);
        let name = chart_name(chart.by, behind);
        let group = group(self.order.project, chart.by, behind);
        for (tag, part) in behind.tags.iter().zip(&bar.parts) {
            self.push(&name, &group, &format!("count_{}", tag.0), Cell::Decimal(part.count as f64));
            self.push(&name, &group, &format!("share_{}", tag.0), Cell::Decimal(part.share));
        }
        let of: u32 = behind.papers.iter().map(|paper| paper.of).sum();
        self.push(&name, &group, "n", Cell::Decimal(f64::from(of)));
        self.push(&name, &group, "documents", Cell::Decimal(bar.documents.len() as f64));
        if let Some(bounds) = behind.bounds {
            self.push(&name, &group, "low", Cell::Decimal(bounds.low));
            self.push(&name, &group, "high", Cell::Decimal(bounds.high));
        }
    }

    fn push(&mut self, chart: &str, group: &str, measure: &str, value: Cell) {
        let count_by = match self.order.choice.count_by {
            CountBy::Questions => "questions",
            CountBy::Answers => "answers",
        };
        // In the order of FIELDS.
        let row: [Cell; FIELDS.len()] = [
            Cell::text(&self.coder),
            Cell::Number(self.order.project.seat().round.0.into()),
            Cell::text(count_by),
            Cell::text(chart),
            Cell::text(group),
            Cell::text(measure),
            value,
        ];
        self.rows.push(row.into());
    }
}

fn chart_name(by: By, behind: &Behind) -> String {
    match by {
        By::All => "all".to_owned(),
        By::Ministry => "ministry".to_owned(),
        By::Asked => "asked".to_owned(),
        By::Party => "party".to_owned(),
        By::Parliament => "parliament".to_owned(),
        By::Quarter => "quarter".to_owned(),
        By::Facet => format!("facets_{}", behind.filter.tags.first().map_or("", |tag| &tag.0)),
    }
}

/// What a bar stands for, in every language alike: its filter says it.
fn group(project: &Project, by: By, behind: &Behind) -> String {
    let filter = &behind.filter;
    let first = |printed: &[String]| tidy(printed.first().map_or("", String::as_str));
    match by {
        By::All => String::new(),
        By::Ministry => first(&filter.offices),
        By::Party => first(&filter.parties),
        By::Parliament => first(&filter.parliaments),
        By::Asked => filter.asked.first().map_or("", |asked| asked.code()).to_owned(),
        By::Quarter => {
            filter.from.map(|day| format!("{}-Q{}", day.year(), (day.month() + 2) / 3)).unwrap_or_default()
        }
        By::Facet => {
            let facet = filter.facets.first().and_then(|facet| project.codebook().facet(facet));
            facet.map_or("", |facet| &facet.id.0).to_owned()
        }
    }
}

fn office(document: &Document) -> String {
    tidy(document.head.answerer.as_deref().unwrap_or_default())
}

fn tidy(printed: &str) -> String {
    printed.split_whitespace().collect::<Vec<_>>().join(" ")
}
