//! Words about reading papers in, in German.

use crate::model::Language;
use crate::ui::lang::words::ImportWords;

const DE: Language = Language::German;

pub(super) const IMPORT: ImportWords = ImportWords {
    reading_title: |count| format!("{} Dateien einlesen", DE.number(count)),
    read_title: |count| format!("{} Dateien eingelesen", DE.number(count)),
    time_left: |seconds| match seconds {
        0..=90 => format!("noch etwa {seconds} Sekunden"),
        _ => format!("noch etwa {} Minuten", seconds.div_ceil(60)),
    },
    sum: |read, failed, twins| {
        let mut parts = vec![format!("{} hinzugefügt", DE.number(read))];
        if failed > 0 {
            parts.push(format!("{} nicht eingelesen", DE.number(failed)));
        }
        if twins > 0 {
            parts.push(format!("{} doppelt", DE.number(twins)));
        }
        parts.join(" · ")
    },
    keep_question: |read| match read {
        1 => "Angehalten. Das eine schon gelesene Dokument behalten?".to_owned(),
        _ => format!("Angehalten. Die {} schon gelesenen Dokumente behalten?", DE.number(read)),
    },
    keep: "Behalten",
    drop: "Verwerfen",
    stop: "Abbrechen",
    in_background: "Im Hintergrund weiter",
    report: "Protokoll",
    add_folder: "Ordner einlesen …",
    all: "Alle",
    done: "fertig",
    with_doubts: "mit Hinweis",
    failed: "nicht eingelesen",
    twins: "doppelt",
    file: "Datei",
    outline: "Gliederung",
    result: "Ergebnis",
    waiting: "wartet",
    found: |questions, answers, doubts| {
        let found = match questions {
            0 => "Keine Fragen gefunden".to_owned(),
            1 => format!("1 Frage in {answers} {}", if answers == 1 { "Antwort" } else { "Antworten" }),
            _ => format!(
                "{questions} Fragen in {answers} {}",
                if answers == 1 { "Antwort" } else { "Antworten" }
            ),
        };
        match doubts {
            0 => found,
            1 => format!("{found} · 1 Hinweis"),
            _ => format!("{found} · {doubts} Hinweise"),
        }
    },
    twin: |other| format!("Derselbe Text wie {other}, übersprungen"),
    read_with: |doubts| match doubts {
        0 => "Eingelesen ohne Hinweis".to_owned(),
        1 => "Eingelesen mit 1 Hinweis".to_owned(),
        _ => format!("Eingelesen mit {doubts} Hinweisen"),
    },
    title: "Titel",
    asker: "Fragesteller",
    office: "Ministerium",
    dates: "Daten",
    format: "Format",
    size: "Umfang",
    size_of: |characters, paragraphs| {
        format!("{} Zeichen in {} Zeilen", DE.number(characters), DE.number(paragraphs))
    },
    pages: "Seiten",
    hyphens: "Trennstriche verbunden",
    lines: "Zeilen verbunden",
    page_breaks: "Seitenumbrüche verbunden",
    notes: "Fußnoten",
    left_out: "Seitenrand weggelassen",
    left_out_words: "Weggelassen",
    how_read: "So wurde das Dokument eingelesen",
    no_number: "Die Drucksachennummer steht nicht im Text. Ohne Nummer lässt sich das Papier nicht zitieren.",
    text_stays: "Der Text bleibt, wie er ist. Schreibfehler werden nicht verbessert.",
    page: |number| format!("S. {number}"),
    pages_of: |first, last| {
        if first == last { format!("S. {first}") } else { format!("S. {first}–{last}") }
    },
    footnotes: "Fußnoten und Impressum",
    remark: "Vorbemerkung",
    no_reference: "Hier verweist nichts auf ein Papier oder eine Frage im Projekt",
};
