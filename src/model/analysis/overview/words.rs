//! The words of the overview.

use crate::model::{Asked, CountBy, Language};

use super::by::By;

/// Tags by name, and how often each is counted.
pub type NamedCounts<'a> = &'a [(&'a str, usize)];

/// The words the overview needs. Their shape is here; the words are in `ui/lang`, and whoever asks for an overview
/// hands them in.
pub struct OverviewWords {
    pub language: Language,
    /// „Überblick“.
    pub overview: &'static str,
    /// „142 Fragen aus 18 Dokumenten“.
    pub questions: fn(questions: usize, documents: usize) -> String,
    /// „104 Einstufungen von 98 Antworten aus 18 Dokumenten“.
    pub answers: fn(counted: usize, answers: usize, documents: usize) -> String,
    /// „Codebuch 1.2“.
    pub codebook: fn(version: &str) -> String,
    /// How intervals are made: „Anteile mit Intervall aus 2.000 Ziehungen ganzer Dokumente“.
    pub draws: &'static str,
    /// What one unit is, in a sentence.
    pub counting: fn(CountBy) -> &'static str,
    /// The bar of everything.
    pub all: &'static str,
    /// What a chart is called.
    pub by: fn(By) -> &'static str,
    /// „Merkmale von vage“.
    pub facets_of: fn(tag: &str) -> String,
    /// „sortiert nach Anteil konkret“.
    pub by_share: fn(tag: &str) -> String,
    pub by_frequency: &'static str,
    pub alphabetical: &'static str,
    pub in_time: &'static str,
    /// Behind the unit: what of a chart is not as it seems.
    pub several: fn(By) -> &'static str,
    /// Of facets: how many have none.
    pub without_facet: fn(count: usize) -> String,
    /// „konkret, 95 %“.
    pub interval_of: fn(tag: &str) -> String,
    /// „Anteil, 95 %“.
    pub interval_of_share: &'static str,
    /// „56 % [32; 77]“.
    pub interval: fn(percent: u32, low: u32, high: u32) -> String,
    /// „1 Dokument“, instead of an interval: one paper leaves nothing to draw.
    pub one_paper: &'static str,
    /// While draws are under way: „56 %“.
    pub percent: fn(percent: u32) -> String,
    pub few: &'static str,
    /// The bar of papers that do not print it.
    pub not_printed: &'static str,
    pub asked: fn(Asked) -> &'static str,
    /// „2. Quartal 2026“.
    pub quarter: fn(year: i16, quarter: i8) -> String,
    pub days_title: &'static str,
    /// „18 Dokumente, ab Fragedatum“.
    pub days_unit: fn(documents: usize) -> String,
    pub median: &'static str,
    /// „44,5 Tage“; halves at most.
    pub days: fn(days: f64) -> String,
    pub six_weeks: &'static str,
    pub papers_title: &'static str,
    /// „eine Zelle je Frage, nach Anteil konkret; 44 Dokumente noch nicht eingestuft“.
    pub papers_about: fn(tag: &str, untouched: usize) -> String,
    pub jointly: &'static str,
    /// „Nur ein Wert: Parlament (Hessen), Quartal (2. Quartal 2026)“.
    pub only_one: fn(values: &[(&str, &str)]) -> String,
    /// Instead of charts.
    pub no_documents: &'static str,
    pub nothing_passes: &'static str,
    pub nothing_tagged: &'static str,
    /// „HMFG, aufgeschoben, 19 von 34“: a field of a bar, read aloud.
    pub field: fn(bar: &str, tag: &str, count: usize, n: usize) -> String,
    /// „HMFG: n = 34; konkret 8, vage 7, aufgeschoben 19; 24 % [10; 46]“: a bar in a sentence.
    pub bar: fn(bar: &str, n: usize, parts: NamedCounts<'_>, interval: &str) -> String,
    /// „HMFG: 4 Dokumente, Median 44 Tage“.
    pub days_row: fn(name: &str, documents: usize, median: &str) -> String,
    /// What is counted, in one word: „Fragen“.
    pub counted: fn(CountBy) -> &'static str,
    pub picture: &'static str,
    pub as_svg: &'static str,
    pub as_png: &'static str,
    pub table: &'static str,
    pub table_about: &'static str,
    /// „Ein Klick auf ein Feld zeigt die Fragen dahinter.“
    pub foot: &'static str,
    /// Small print under a drawing, with the day.
    pub made: fn(day: &str) -> String,
    /// Where a drawing has no room for all bars: „61 weitere“.
    pub more_bars: fn(count: usize) -> String,
}
