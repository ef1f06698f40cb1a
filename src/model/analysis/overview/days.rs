//! Days from the question to the answer, by ministry.

use std::collections::BTreeMap;

use crate::model::Kind as PaperKind;
use crate::model::analysis::chart::{DayChart, DayDot, DayRow};

use super::by::{By, Kind, kinds};
use super::counted::Paper;
use super::names::named;
use super::words::OverviewWords;

/// Within so many days the government of Hesse answers Kleine Anfragen, by the rules of procedure of its Landtag.
/// No mark stands where papers of other houses or kinds are among them: their times are others.
const SIX_WEEKS: i32 = 42;

/// The days of all papers that print both dates, tagged or not; none where no paper does.
pub(super) fn days(papers: &[Paper<'_>], words: &OverviewWords) -> Option<DayChart> {
    let mut rows: BTreeMap<(Kind, String), Vec<DayDot>> = BTreeMap::new();
    let timed = || {
        papers
            .iter()
            .map(|paper| paper.document)
            .filter(|document| document.head.days_to_answer().is_some_and(|days| days >= 0))
    };
    let is_hessian = |document: &crate::model::Document| {
        let head = &document.head;
        head.parliament.as_deref() == Some("HE") && head.kind == Some(PaperKind::KleineAnfrage)
    };
    let deadline = timed().all(is_hessian).then(|| (SIX_WEEKS, words.six_weeks.to_owned()));
    for document in timed() {
        let days = document.head.days_to_answer().unwrap_or_default();
        let late = deadline.as_ref().is_some_and(|(deadline, _)| days > *deadline);
        for (kind, _) in kinds(By::Ministry, document) {
            let name = named(By::Ministry, &kind, words);
            rows.entry((kind, name)).or_default().push(DayDot { document: document.id, days, late });
        }
    }
    let all: Vec<i32> = rows.values().flatten().map(|dot| dot.days).collect();
    let (least, most) = (all.iter().min()?, all.iter().max()?);
    let marked = deadline.as_ref().map_or(*most, |(days, _)| *days);
    let mut rows: Vec<DayRow> = rows
        .into_iter()
        .map(|((_, name), mut dots)| {
            dots.sort_by_key(|dot| (dot.days, dot.document));
            let median = median(&dots);
            DayRow { name, median, median_words: (words.days)(median), dots }
        })
        .collect();
    rows.sort_by(|a, b| a.median.total_cmp(&b.median));
    Some(DayChart {
        title: words.days_title.to_owned(),
        unit: (words.days_unit)(all.len()),
        median_heading: words.median.to_owned(),
        first: least.min(&marked) / 10 * 10,
        last: (most.max(&marked) + 10) / 10 * 10,
        deadline,
        rows,
    })
}

/// The middle of sorted dots, between two where their number is even.
fn median(dots: &[DayDot]) -> f64 {
    let middle = dots.len() / 2;
    let high = f64::from(dots[middle].days);
    if dots.len() % 2 == 1 { high } else { f64::midpoint(f64::from(dots[middle - 1].days), high) }
}
