//! Signalwörter und Nachlesen, in German.

use super::words::plural;
use crate::model::analysis::Reason;
use crate::model::{CueKind, PatternFault};
use crate::ui::lang::AidWords;

pub(super) static AIDS: AidWords = AidWords {
    cue: |kinds| {
        let names: Vec<&str> = kinds.iter().map(|cue| kind(*cue)).collect();
        format!("Signalwort: {}", names.join(", "))
    },
    kind,
    kind_about: |kind| match kind {
        CueKind::Deferral => "Das Gefragte liegt in der Zukunft oder hinter einem Schritt",
        CueKind::Hedging => "Allgemeines, Einschränkungen, Füllwörter",
        CueKind::NotKnown => "Die Regierung sagt, dass sie es nicht weiß",
        CueKind::Refusal => "Die Antwort wird abgelehnt, ein Grund ist genannt",
        CueKind::OtherRemit => "Andere sind zuständig",
        CueKind::Referral => "Verweis auf eine andere Stelle",
        CueKind::Concreteness => "Datum, Zahl, Name, Liste, ja oder nein",
    },
    cues_on: "Signalwörter: feine Linie in eingestuften Antworten",
    cues_off: "Signalwörter ausgeblendet",
    cues_after_tagging: "Signalwörter sind an. In dieser Antwort erscheinen sie nach der Einstufung.",
    legend: "Signalwörter: Stellen zum Nachlesen, kein Vorschlag",
    legend_waits: "Signalwörter: in dieser Antwort erst nach der Einstufung",
    see_list: "Liste",

    list: "Signalwörter",
    list_about: "Wendungen, bei denen sich ein zweiter Blick lohnt. Sie kommen in jeder Art von Antwort vor und schlagen keine Einstufung vor.",
    in_force: |on, all| format!("{on} von {all} an"),
    new_words: "Eigene Wörter",
    words: "Wörter",
    pattern: "Regulärer Ausdruck",
    pattern_field: "Wörter oder Ausdruck",
    example: "Beispielsatz",
    add: "Hinzufügen",
    replace: "Übernehmen",
    edit: "Ändern",
    restore: "Wie mitgeliefert",
    delete: "Löschen",
    own: "eigenes",
    changed: "geändert",
    built_in_again: "Zurück zur mitgelieferten Liste",

    again: "Nachlesen",
    again_about: "Stellen, die einen zweiten Blick lohnen. Vieles davon ist richtig so.",
    nothing_again: "Nichts nachzulesen.",
    nothing_again_why: "Hier stehen Fragen, sobald nach dem Einstufen etwas auffällt.",
    reason,
    show_all: |count| format!("Alle {} zeigen", crate::model::Language::German.number(count)),
    show_fewer: "Weniger zeigen",
    beside: |labels| {
        let named: Vec<String> =
            labels.iter().map(|(label, tag)| format!("Frage {label} ist {tag}")).collect();
        named.join(", ")
    },
    coded_under: |version| format!("eingestuft nach Codebuch {version}"),
    quoted: |words| format!("„{words}“"),
};

fn kind(kind: CueKind) -> &'static str {
    match kind {
        CueKind::Deferral => "Aufschub",
        CueKind::Hedging => "Allgemeines",
        CueKind::NotKnown => "nicht bekannt",
        CueKind::Refusal => "Ablehnung",
        CueKind::OtherRemit => "Zuständigkeit",
        CueKind::Referral => "Verweis",
        CueKind::Concreteness => "Konkretes",
    }
}

fn reason(reason: Reason, count: usize, tags: &str) -> String {
    let questions = plural(count, "Frage", "Fragen");
    match reason {
        Reason::LostEvidence => format!("Bei {questions} ist ein Beleg im Text nicht mehr zu finden"),
        Reason::GivenWithoutFact => format!(
            "{}, als {tags} eingestuft, ohne Zahl, Datum, Name, Aufzählung, Ja oder Nein",
            plural(count, "Antwort", "Antworten")
        ),
        Reason::PutOffWithDate => {
            format!("Bei {questions}, als {tags} eingestuft, nennt der Beleg ein Datum")
        }
        Reason::NoneYetNotPutOff => {
            format!("{questions} mit dem Merkmal „{tags}“, deren Einstufung nichts aufschiebt")
        }
        Reason::TwinsDiffer => {
            format!("{questions} mit derselben Antwort und demselben Gefragten, verschieden eingestuft")
        }
        Reason::NoFacet => format!("Bei {questions} fehlt das Merkmal, das {tags} verlangt"),
        Reason::NoEvidence => format!("{} ohne Beleg", plural(count, "Einstufung", "Einstufungen")),
        Reason::AskedMissing => {
            format!("Bei {questions} ist nicht vermerkt, was gefragt ist; bei anderen im Dokument schon")
        }
        Reason::OlderCodebook => {
            format!(
                "{} nach einer früheren Fassung des Codebuchs",
                plural(count, "Einstufung", "Einstufungen")
            )
        }
        Reason::Later => format!("{questions} für später zurückgelegt"),
    }
}

pub(super) fn pattern_broken(typed: &str, why: &PatternFault) -> String {
    let what = match why {
        PatternFault::Empty => return "Schreiben Sie ein Wort oder eine Wendung.".to_owned(),
        PatternFault::UnclosedGroup => "eine runde Klammer wird nicht geschlossen",
        PatternFault::UnopenedGroup => "eine runde Klammer wird geschlossen und nicht geöffnet",
        PatternFault::UnclosedClass => "eine eckige Klammer wird nicht geschlossen",
        PatternFault::NothingToRepeat => "vor einem Wiederholungszeichen (*, +, ?) steht nichts",
        PatternFault::NoLookAround => "(?= …) und (?<= …) gibt es hier nicht",
        PatternFault::NoBackReference => r"Rückbezüge wie \1 gibt es hier nicht",
        PatternFault::TooLarge => "er ist zu umfangreich",
        PatternFault::FindsNothing => "er passt überall, auch ohne ein Wort",
        PatternFault::MissesExample => "er findet den Beispielsatz nicht",
        PatternFault::Other(said) => said,
    };
    format!("Der Ausdruck „{typed}“ geht so nicht: {what}. Die Liste bleibt, wie sie war.")
}
