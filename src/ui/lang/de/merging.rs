//! Hereinholen, was andere getan haben, in German.

use super::words::plural;
use crate::model::Language;
use crate::ui::lang::MergingWords;

fn number(count: usize) -> String {
    Language::German.number(count)
}

pub(super) static MERGING: MergingWords = MergingWords {
    title: |file| format!("„{file}“ hereinholen"),
    about: "Noch ist nichts übernommen. Übernehmen ist ein Schritt, der sich zurücknehmen lässt.",
    not_merged: "Es wurde nichts zusammengeführt; alle Dateien sind, wie sie waren.",
    nothing: "Nichts Neues: Was darin steht, ist schon hier.",
    apply: "Übernehmen",
    compare: "Beide Fassungen vergleichen",
    comes: "Was kommt",
    conflicts: |count| plural(count, "Widerspruch", "Widersprüche"),
    no_conflicts: "Keine Widersprüche.",
    more: |count| format!("und {} weitere", number(count)),
    ours: "hier",
    theirs: "dort",
    says_nothing: "nichts",
    done: |file, count, conflicts| {
        let changes = match count {
            1 => "1 Codierung übernommen".to_owned(),
            _ => format!("{} übernommen", plural(count, "Codierung", "Codierungen")),
        };
        match conflicts {
            0 => format!("„{file}“ hereingeholt: {changes}, keine Widersprüche."),
            _ => format!(
                "„{file}“ hereingeholt: {changes}, {}:",
                plural(conflicts, "Widerspruch", "Widersprüche")
            ),
        }
    },
    documents: "Dokumente",
    codings: "Codierungen",
    heads: "Kopfdaten",
    outlines: "Gliederungen",
    codebook: "Codebuch",
    coders: "Codierende",
    rounds: "Runden",
    decisions: "Entscheidungen",
    filters: "Filter",
    cues: "Signalwörter",
    name: "Name des Projekts",
    ledger_day: "Stichtag",
    new: |count| format!("{} neu", number(count)),
    changed: |count| format!("{} geändert", number(count)),
    gone: |count| format!("{} entfernt", number(count)),
    same: |count| format!("{} gleich", number(count)),
    is_changed: "geändert",
    of_coder: |coder, count| format!("{coder} {}", number(count)),
    outline_of: "Gliederung",
    parliament: "Parlament",
    kind: "Art",
    facts: "Zeichen und Merkmale",
    case: "Grenzfall",
    version: "Version",
    coder: "Name",
    round: "Runde",
    decision: "Entscheidung",
    filter: "Filter",
    cue: "Signalwort",
    facet_definition: "Definition",
    facet_name: "Name",
    decision_order: "Entscheidungsfolge",
    unnamed: "ohne Namen",
    is_there: "vorhanden",
    ours_stays: "Es bleibt, was hier steht.",
    theirs_holds: "Es gilt, was dort steht.",
    kept_by: |coder| format!("Beides bleibt; was dort steht, unter „{coder}“."),
    both: |name| format!("Beides bleibt; was dort steht, als „{name}“."),
    moved: |label| format!("Frage {label} gibt es nicht mehr; die Codierung steht jetzt hier."),
    homeless: |label, words| {
        format!("Frage {label} („{words}“) gibt es nicht mehr; die Codierung steht nur in dieser Liste.")
    },
};
