//! Searching, in German.

use super::words::plural;
use crate::model::analysis::{FoundIn, HitPlace};
use crate::model::{Language, RemarkBy};
use crate::ui::lang::SearchWords;
use crate::ui::lang::words::span_of_labels;

pub(super) static SEARCH: SearchWords = SearchWords {
    hint: "Wörter suchen",
    in_document: "Im Dokument",
    in_project: "Im Projekt",
    leave: "Suche schließen (Esc)",
    how: "Groß und klein, ü und ue, ß und ss sind gleich. Mehrere Wörter sind eine Wortfolge. Gesucht wird in Texten, Memos und Belegen.",
    nothing: "Nichts gefunden",
    searching: |done, of| {
        let [done, of] = [done, of].map(|count| Language::German.number(count));
        format!("sucht … {done} von {of}")
    },
    found: |hits, papers, in_project| match (hits, in_project) {
        (0, _) => "kein Treffer".to_owned(),
        (_, false) => format!("{} Treffer", Language::German.number(hits)),
        // So many that the word has no room: the list below says what they are.
        (1000.., true) => {
            format!("{} in {}", Language::German.number(hits), plural(papers, "Dokument", "Dokumenten"))
        }
        (_, true) => {
            let hits = Language::German.number(hits);
            format!("{hits} Treffer in {}", plural(papers, "Dokument", "Dokumenten"))
        }
    },
    more: |count| format!("{} weitere, nicht aufgeführt", Language::German.number(count)),
    paper: |title, hits| format!("{title}, {} Treffer", Language::German.number(hits)),
    place,
    hit: |nth, of, place| format!("Treffer {nth} von {}: {place}", Language::German.number(of)),
};

fn place(place: &HitPlace) -> String {
    match place {
        HitPlace::Text { part, evidence, .. } if evidence.is_empty() => part_name(part),
        HitPlace::Text { part, evidence, .. } => {
            format!("{} · Beleg zu {}", part_name(part), evidence.join(", "))
        }
        HitPlace::Memo { label, .. } => format!("Memo zu Frage {label}"),
        HitPlace::LostEvidence { label, .. } => format!("verlorener Beleg zu Frage {label}"),
    }
}

fn part_name(part: &FoundIn) -> String {
    match part {
        FoundIn::Head => "Kopf".to_owned(),
        FoundIn::Remark(RemarkBy::Asker) => "Vorbemerkung der Fragenden".to_owned(),
        FoundIn::Remark(RemarkBy::Government) => "Vorbemerkung der Regierung".to_owned(),
        FoundIn::Transmission => "Überleitung".to_owned(),
        FoundIn::Question(_, label) => format!("Frage {label}"),
        FoundIn::Answer(_, labels) => {
            let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
            format!("Antwort zu {}", span_of_labels(&labels))
        }
        FoundIn::Signature => "Unterschrift".to_owned(),
        FoundIn::Rest => "übriger Text".to_owned(),
    }
}
