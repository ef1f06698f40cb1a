//! What is kept though it was not saved, in German.

use super::words::plural;
use crate::ui::lang::KeepingWords;

pub(super) static KEEPING: KeepingWords = KeepingWords {
    copy_found: "Von diesem Projekt liegt eine Fassung mit weiteren Änderungen im Datenordner: Neben der Datei war zuletzt kein Platz dafür.",
    show_changes: "Änderungen zeigen",
    hide_changes: "Änderungen schließen",
    earlier_changes: |count| match count {
        1 => "und eine frühere Änderung".to_owned(),
        _ => format!("und {}", plural(count, "frühere Änderung", "frühere Änderungen")),
    },
    left_out: |file, count| match count {
        1 => format!("Aus „{file}“ wurde eines nicht übernommen, wie es war:"),
        _ => format!("Aus „{file}“ wurde manches nicht übernommen, wie es war ({count}):"),
    },
    omission: super::exchange::omission,
    journal_unread: |file| {
        format!("Ein Teil der Zwischensicherung war nicht zu lesen. Sie liegt unverändert in „{file}“.")
    },
    lost: |files, quotes| {
        let texts = match files {
            [] => String::new(),
            [file] => format!("Der Text von „{file}“ ist nicht der eingelesene. "),
            [file, rest @ ..] => format!(
                "Die Texte von „{file}“ und {} sind nicht die eingelesenen. ",
                plural(rest.len(), "weiterem Dokument", "weiteren Dokumenten")
            ),
        };
        let quotes = match quotes {
            0 => "Alle Belege stehen an ihrer Stelle.".to_owned(),
            1 => "Ein Beleg steht nicht mehr an seiner Stelle; seine Wörter sind erhalten.".to_owned(),
            _ => format!(
                "{} stehen nicht mehr an ihrer Stelle; ihre Wörter sind erhalten.",
                plural(quotes, "Beleg", "Belege")
            ),
        };
        texts + &quotes
    },
    decide_nothing: |decisions| {
        match decisions {
        1 => "Eine Entscheidung nennt eine Frage oder Einstufung, die es nicht gibt. Sie gilt nicht und bleibt erhalten; „landtag-annotator check“ nennt die Stelle.".to_owned(),
        _ => format!("{decisions} Entscheidungen nennen Fragen oder Einstufungen, die es nicht gibt. Sie gelten nicht und bleiben erhalten; „landtag-annotator check“ nennt die Stellen."),
    }
    },
    not_saved: "Noch nicht gesichert",
    unsaved_about: |documents, changes| {
        format!(
            "{}, {}",
            plural(documents, "Dokument", "Dokumente"),
            plural(changes, "Änderung", "Änderungen")
        )
    },
    unsaved_why: "Das Programm endete, bevor gesichert wurde",
    go_on: "Weiterarbeiten",
    discard_sure: "Für immer verwerfen?",
    keep: "Behalten",
};
