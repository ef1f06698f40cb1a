//! The overview, in English.

use super::coding::asked;
use super::words::plural;
use crate::model::analysis::OverviewWords;
use crate::model::analysis::overview::By;
use crate::model::{CountBy, Language};

pub(super) static OVERVIEW: OverviewWords = OverviewWords {
    language: Language::English,
    overview: "Overview",
    questions: |questions, papers| {
        format!("{} from {}", plural(questions, "question", "questions"), documents(papers))
    },
    answers: |counted, answers, papers| {
        let counted = plural(counted, "tag", "tags");
        format!("{counted} on {} from {}", plural(answers, "answer", "answers"), documents(papers))
    },
    codebook: |version| format!("codebook {version}"),
    draws: "shares with an interval from 2,000 draws of whole documents",
    counting: |count_by| match count_by {
        CountBy::Questions => "Every tagged question counts.",
        CountBy::Answers => {
            "Every answer counts once for each tag that its questions carry, however many they are."
        }
    },
    all: "All",
    by: |by| match by {
        By::All => "All",
        By::Ministry => "Ministry",
        By::Asked => "Asked for",
        By::Party => "Party of the askers",
        By::Parliament => "Parliament",
        By::Quarter => "Quarter of the answer",
        By::Facet => "Facets",
    },
    facets_of: |tag| format!("Facets of “{tag}”"),
    by_share: |tag| format!("sorted by share {tag}"),
    by_frequency: "sorted by frequency",
    alphabetical: "alphabetical",
    in_time: "in order of time",
    several: |by| match by {
        By::Asked => "a question may ask for several",
        By::Party => "documents of several parties count for each",
        By::Facet => "a question may have several facets",
        By::Quarter => "by day of the answer, else of issue",
        By::All | By::Ministry | By::Parliament => "",
    },
    without_facet: |count| format!("{} without a facet", Language::English.number(count)),
    interval_of: |tag| format!("{tag}, 95%"),
    interval_of_share: "share, 95%",
    interval: |percent, low, high| format!("{percent}% [{low}; {high}]"),
    one_paper: "1 document",
    percent: |percent| format!("{percent}%"),
    few: "too few",
    not_printed: "not printed",
    asked,
    quarter: |year, quarter| format!("Q{quarter} {year}"),
    days_title: "Days to the answer",
    days_unit: |papers| format!("{} with both dates, from the date of the question", documents(papers)),
    median: "Median",
    days: |days| if days.to_string() == "1" { "1 day".to_owned() } else { format!("{days} days") },
    six_weeks: "six weeks",
    papers_title: "All documents",
    papers_about: |tag, untouched| {
        let order = format!("one cell per question, by share {tag}");
        match untouched {
            0 => order,
            untouched => format!("{order}; {} not tagged yet", documents(untouched)),
        }
    },
    jointly: "answered jointly",
    only_one: |values| {
        let values: Vec<String> = values.iter().map(|(by, value)| format!("{by} ({value})")).collect();
        format!("Only one value, so no chart: {}.", values.join(", "))
    },
    no_documents: "No documents yet. The overview appears once questions are tagged.",
    nothing_passes: "No document fits the filter.",
    nothing_tagged: "Nothing tagged yet. Shares appear here once questions are tagged.",
    field: |bar, tag, count, n| format!("{bar}, {tag}, {count} of {n}"),
    bar: |bar, n, parts, interval| {
        let parts: Vec<String> = parts.iter().map(|(tag, count)| format!("{tag} {count}")).collect();
        format!("{bar}: n = {n}; {}; {interval}", parts.join(", "))
    },
    days_row: |name, papers, median| format!("{name}: {}, median {median}", documents(papers)),
    counted: |count_by| match count_by {
        CountBy::Questions => "Questions",
        CountBy::Answers => "Answers",
    },
    picture: "Picture",
    as_svg: "Drawing (SVG) …",
    as_png: "Picture (PNG) …",
    table: "Table",
    table_about: "Figures instead of bars",
    foot: "A click on a field shows the questions behind it. Esc leads back.",
    made: |day| format!("Made with Landtag Annotator on {day}."),
    more_bars: |count| format!("{} more in the table", Language::English.number(count)),
};

fn documents(count: usize) -> String {
    plural(count, "document", "documents")
}
