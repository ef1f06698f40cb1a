//! What a chart shows, before it is drawn: the window, SVG, PNG and the pages of a report draw these.

use super::summary::SheetTag;
use crate::model::DocumentId;

/// 100 % bars: a bar per ministry, party, parliament, …
#[derive(Clone, PartialEq, Debug)]
pub struct BarChart {
    /// „Ministerium“.
    pub title: String,
    /// „sortiert nach Anteil konkret“.
    pub order: String,
    /// What is counted and how many: „142 Fragen aus 18 Dokumenten“.
    pub unit: String,
    /// Over the intervals: „konkret, 95 %“.
    pub interval_heading: String,
    pub bars: Vec<Bar>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Bar {
    pub name: String,
    /// How many are counted here.
    pub n: usize,
    /// In the order of the codebook; parts of nothing are left out.
    pub parts: Vec<BarPart>,
    /// „56 % [32; 77]“, or „zu wenige“.
    pub interval: String,
    /// Fewer than ten: shown in tints, without an interval.
    pub few: bool,
    /// The papers behind it.
    pub documents: Vec<DocumentId>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct BarPart {
    pub tag: SheetTag,
    pub count: usize,
    /// Of the bar, from 0 to 1.
    pub share: f64,
    /// The share as whole per cent, rounded half up.
    pub percent: u32,
}

/// Days from the question to the answer: a line per ministry, a dot per paper.
#[derive(Clone, PartialEq, Debug)]
pub struct DayChart {
    pub title: String,
    /// „18 Dokumente, ab Fragedatum“.
    pub unit: String,
    /// „Median“.
    pub median_heading: String,
    /// The ends of the axis in days.
    pub first: i32,
    pub last: i32,
    /// A mark on the axis: days and its name, „sechs Wochen“.
    pub deadline: Option<(i32, String)>,
    pub rows: Vec<DayRow>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct DayRow {
    pub name: String,
    /// One per paper: its days, and whether they are behind the deadline.
    pub dots: Vec<DayDot>,
    pub median: f64,
    /// „44 Tage“.
    pub median_words: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DayDot {
    pub document: DocumentId,
    pub days: i32,
    pub late: bool,
}
