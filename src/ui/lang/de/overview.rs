//! The overview, in German.

use super::coding::asked;
use super::words::plural;
use crate::model::analysis::OverviewWords;
use crate::model::analysis::overview::By;
use crate::model::{CountBy, Language};

pub(super) static OVERVIEW: OverviewWords = OverviewWords {
    language: Language::German,
    overview: "Überblick",
    questions: |questions, papers| {
        format!("{} aus {}", plural(questions, "Frage", "Fragen"), of_documents(papers))
    },
    answers: |counted, answers, papers| {
        let counted = plural(counted, "Einstufung", "Einstufungen");
        format!("{counted} von {} aus {}", plural(answers, "Antwort", "Antworten"), of_documents(papers))
    },
    codebook: |version| format!("Codebuch {version}"),
    draws: "Anteile mit Intervall aus 2.000 Ziehungen ganzer Dokumente",
    counting: |count_by| match count_by {
        CountBy::Questions => "Gezählt ist jede eingestufte Frage.",
        CountBy::Answers => {
            "Gezählt ist jede Antwort einmal für jede Einstufung, die ihre Fragen tragen, gleich wie viele es sind."
        }
    },
    all: "Alle",
    by: |by| match by {
        By::All => "Alle",
        By::Ministry => "Ministerium",
        By::Asked => "Gefragt war",
        By::Party => "Fraktion der Fragenden",
        By::Parliament => "Parlament",
        By::Quarter => "Quartal der Antwort",
        By::Facet => "Merkmale",
    },
    facets_of: |tag| format!("Merkmale von „{tag}“"),
    by_share: |tag| format!("sortiert nach Anteil {tag}"),
    by_frequency: "sortiert nach Häufigkeit",
    alphabetical: "alphabetisch",
    in_time: "zeitlich",
    several: |by| match by {
        By::Asked => "mehreres je Frage möglich",
        By::Party => "Dokumente mehrerer Fraktionen zählen bei jeder",
        By::Facet => "mehrere Merkmale je Frage möglich",
        By::Quarter => "nach Antwortdatum, sonst Ausgabe",
        By::All | By::Ministry | By::Parliament => "",
    },
    without_facet: |count| format!("{} ohne Merkmal", Language::German.number(count)),
    interval_of: |tag| format!("{tag}, 95 %"),
    interval_of_share: "Anteil, 95 %",
    interval: |percent, low, high| format!("{percent} % [{low}; {high}]"),
    one_paper: "1 Dokument",
    percent: |percent| format!("{percent} %"),
    few: "zu wenige",
    not_printed: "nicht gedruckt",
    asked,
    quarter: |year, quarter| format!("{quarter}. Quartal {year}"),
    days_title: "Tage bis zur Antwort",
    days_unit: |papers| format!("{} mit beiden Daten, ab Fragedatum", documents(papers)),
    median: "Median",
    days: |days| {
        let number = days.to_string().replace('.', ",");
        if number == "1" { "1 Tag".to_owned() } else { format!("{number} Tage") }
    },
    six_weeks: "sechs Wochen",
    papers_title: "Alle Dokumente",
    papers_about: |tag, untouched| {
        let order = format!("eine Zelle je Frage, nach Anteil {tag}");
        match untouched {
            0 => order,
            untouched => format!("{order}; {} noch nicht eingestuft", documents(untouched)),
        }
    },
    jointly: "gemeinsam beantwortet",
    only_one: |values| {
        let values: Vec<String> = values.iter().map(|(by, value)| format!("{by} ({value})")).collect();
        format!("Nur ein Wert, deshalb ohne Diagramm: {}.", values.join(", "))
    },
    no_documents: "Noch keine Dokumente. Der Überblick entsteht, sobald Fragen eingestuft sind.",
    nothing_passes: "Kein Dokument passt zum Filter.",
    nothing_tagged: "Noch nichts eingestuft. Hier stehen Anteile, sobald Fragen eingestuft sind.",
    field: |bar, tag, count, n| format!("{bar}, {tag}, {count} von {n}"),
    bar: |bar, n, parts, interval| {
        let parts: Vec<String> = parts.iter().map(|(tag, count)| format!("{tag} {count}")).collect();
        format!("{bar}: n = {n}; {}; {interval}", parts.join(", "))
    },
    days_row: |name, papers, median| format!("{name}: {}, Median {median}", documents(papers)),
    counted: |count_by| match count_by {
        CountBy::Questions => "Fragen",
        CountBy::Answers => "Antworten",
    },
    picture: "Bild",
    as_svg: "Zeichnung (SVG) …",
    as_png: "Bild (PNG) …",
    table: "Tabelle",
    table_about: "Zahlen statt Balken",
    foot: "Ein Klick auf ein Feld zeigt die Fragen dahinter. Esc führt zurück.",
    made: |day| format!("Erstellt mit Landtag Annotator am {day}."),
    more_bars: |count| format!("{} weitere in der Tabelle", Language::German.number(count)),
};

fn documents(count: usize) -> String {
    plural(count, "Dokument", "Dokumente")
}

/// Behind „aus“.
fn of_documents(count: usize) -> String {
    plural(count, "Dokument", "Dokumenten")
}
