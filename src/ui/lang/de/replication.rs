//! What a replication package says of itself, German.

use super::words::plural;
use crate::model::analysis::{PackageFacts, ReplicationWords};
use crate::model::{CountBy, Language, Licence};

pub(super) static REPLICATION: ReplicationWords = ReplicationWords {
    readme,
    licence,
    columns: "# Was in den Tabellen steht",
    table: |name, rows| format!("## {name}.csv: {}", plural(rows, "Zeile", "Zeilen")),
};

fn readme(facts: &PackageFacts) -> String {
    let number = |count| Language::German.number(count);
    let names = if facts.named {
        "Wer eingestuft hat, steht mit Namen in den Tabellen."
    } else {
        "Wer eingestuft hat, steht als `coder_1`, `coder_2` in den Tabellen; Namen der Einstufenden sind auch aus \
         Memos, Begründungen und Quellenangaben entfernt."
    };
    let earlier = match &facts.earlier[..] {
        [] => String::new(),
        earlier => format!(" Frühere Fassungen: {}.", earlier.join(", ")),
    };
    let counted = match facts.count_by {
        CountBy::Questions => "Gezählt werden Fragen.",
        CountBy::Answers => {
            "Gezählt werden Antworten: jede einmal für jede Einstufung, die ihre Fragen tragen."
        }
    };
    let figures = if facts.figures == 0 {
        "Es ist noch nichts eingestuft, deshalb gibt es keine Zahlen nachzurechnen.".to_owned()
    } else {
        format!(
            "Die Programme rechnen alle {} Zahlen des Überblicks aus den Tabellen nach, Intervalle eingeschlossen, und \
             vergleichen sie mit `tables/figures.csv`. Stimmt eine nicht, enden sie mit Fehler 1 und nennen sie.",
            number(facts.figures)
        )
    };
    format!(
        "# {title}: Replikationspaket\n\n\
         Stand {day}. Erstellt mit Landtag Annotator.\n\n\
         ## Inhalt\n\n\
         {documents} mit {questions}. Davon sind {coded} eingestuft: {codings} von {coders} in {rounds}.\n\n\
         | Ort | Inhalt |\n|---|---|\n\
         | `texts/` | Text jedes Dokuments, UTF-8; am Ende des Namens die Kennung aus `documents.csv` |\n\
         | `tables/` | Tabellen, UTF-8, Komma; jede Spalte ist in `tables/COLUMNS.md` erklärt, für Programme in `tables/columns.csv` |\n\
         | `codebook.md`, `codebook.ron` | Codebuch zum Lesen und mit allen Fassungen |\n\
         | `papers.bib` | die Dokumente als Literaturangaben |\n\
         | `project.ron` | das Projekt für Landtag Annotator |\n\
         | `scripts/` | Programme für R und Python |\n\
         | `SHA256SUMS` | Prüfsummen aller Dateien |\n\n\
         ## Einstufung\n\n\
         Eingestuft wird die einzelne Frage, nach dem Codebuch in Fassung {codebook}.{earlier} Wörtliche Belegstellen \
         stehen in `tables/evidence.csv`: `start` und `end` zählen Unicode-Codepunkte des Textes ab 0, `end` gehört \
         nicht mehr dazu. Fragen ohne Einstufung stehen mit leerem `tag` und `tag_code` -9 in `tables/codings.csv`. \
         Die Zahlen sind die von {coder}, Runde {round}. {counted} {names}\n\n\
         Texte, die eine Tabellenkalkulation als Formel ausführen würde, beginnen mit einem Apostroph; die Programme \
         in `scripts/` nehmen ihn wieder weg.\n\n\
         ## Nachrechnen\n\n\
         ```\nsha256sum -c SHA256SUMS\nRscript scripts/figures.R\npython3 scripts/figures.py\n```\n\n\
         {figures} R braucht kein weiteres Paket, Python (ab 3.9) auch nicht. `scripts/read.R` und `scripts/read.py` \
         lesen die Tabellen mit passenden Typen ein (Python: mit pandas).\n\n\
         ## Lizenz\n\n{licence}\n",
        title = facts.title.split_whitespace().collect::<Vec<_>>().join(" "),
        day = Language::German.date(facts.day),
        documents = plural(facts.documents, "Dokument", "Dokumente"),
        questions = plural(facts.questions, "Frage", "Fragen"),
        coded = number(facts.coded),
        codings = plural(facts.codings, "Einstufung", "Einstufungen"),
        coders = plural(facts.coders, "Person", "Personen"),
        coder = facts.coder,
        round = facts.round,
        rounds = plural(facts.rounds, "Runde", "Runden"),
        codebook = facts.codebook,
        licence = match facts.licence {
            Licence::None => NO_LICENCE.to_owned(),
            licence => format!("{} (`{}`), siehe `LICENCE.txt`.", full_name(licence), licence.name()),
        },
    )
}

const NO_LICENCE: &str =
    "Es wurde keine Lizenz gewählt: Alle Rechte bleiben bei denen, die dieses Paket erstellt haben.";

fn licence(licence: Licence) -> String {
    let Some(url) = url(licence) else { return format!("{NO_LICENCE}\n") };
    let terms = match licence {
        Licence::Cc0 => "Verzicht auf alle Rechte, soweit das Gesetz es erlaubt.",
        Licence::CcBySa => {
            "Nutzung und Weitergabe sind erlaubt, wenn der Name genannt und unter gleichen Bedingungen weitergegeben \
             wird."
        }
        Licence::CcBy | Licence::None => "Nutzung und Weitergabe sind erlaubt, wenn der Name genannt wird.",
    };
    format!(
        "{}\nSPDX-License-Identifier: {}\n\n{terms} Es gilt der Lizenztext unter:\n{url}\n\n\
         Die Lizenz gilt für das, was die Einstufenden beigetragen haben: Einstufungen, Memos, Tabellen und Codebuch. Die \
         Texte in texts/ sind Drucksachen der Parlamente; an ihrem Rechtsstand ändert sie nichts.\n",
        full_name(licence),
        licence.name()
    )
}

fn full_name(licence: Licence) -> &'static str {
    match licence {
        Licence::None => "",
        Licence::CcBy => "Creative Commons Namensnennung 4.0 International",
        Licence::CcBySa => {
            "Creative Commons Namensnennung - Weitergabe unter gleichen Bedingungen 4.0 International"
        }
        Licence::Cc0 => "Creative Commons CC0 1.0 Universell",
    }
}

fn url(licence: Licence) -> Option<&'static str> {
    match licence {
        Licence::None => None,
        Licence::CcBy => Some("https://creativecommons.org/licenses/by/4.0/legalcode.de"),
        Licence::CcBySa => Some("https://creativecommons.org/licenses/by-sa/4.0/legalcode.de"),
        Licence::Cc0 => Some("https://creativecommons.org/publicdomain/zero/1.0/legalcode.de"),
    }
}
