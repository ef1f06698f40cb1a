//! Facets, what was asked for, passages, in German.

use crate::model::Asked;
use crate::ui::lang::CodingWords;

pub(super) static CODING: CodingWords = CodingWords {
    asked_for: "gefragt ist",
    asked_nothing: "wählen",
    asked,
    facets: "Merkmal",
    needs_facet: |tag| format!("{tag} braucht ein Merkmal: Warum?"),
    more_facets: |count| format!("+{count}"),
    fewer_facets: "weniger",
    now_a_digit: "Ziffer wählt, Esc bricht ab",
    overlaps: |labels| match labels {
        [one] => format!("überlappt mit Frage {one}"),
        many => format!("überlappt mit Fragen {}", many.join(", ")),
    },
    move_start: "Anfang des Belegs verschieben",
    move_end: "Ende des Belegs verschieben",
    choose_first: "Erst einen Beleg anklicken",
    not_found_again: "Diese Worte stehen nicht im Text oder an mehreren Stellen gleich",
    find_again: "Im Text suchen",
    also_for: |label| format!("Auch als Beleg für Frage {label}"),
    ends_by_keys: |end, start| format!("Ende: {end} · Anfang: {start}"),
    read_again: "Welche Datei enthält den neuen Text?",
    read_again_done: |found, lost| match lost {
        0 => format!("Neu eingelesen, alle Belege wiedergefunden ({found})"),
        _ => format!(
            "Neu eingelesen, {found} Belege wiedergefunden, {lost} nicht: Sie stehen als verloren bei ihrer Frage"
        ),
    },
    same_text: "Der Text ist derselbe: nichts wurde geändert",
    lost: "Nicht mehr zu finden",
    lost_why: "Diese Worte stehen nicht mehr im Text. Sie bleiben hier, bis Sie sie entfernen oder neu markieren.",
};

pub(super) fn asked(kind: Asked) -> &'static str {
    match kind {
        Asked::Date => "Datum",
        Asked::Number => "Zahl",
        Asked::Money => "Geld",
        Asked::Name => "Name, Stelle",
        Asked::List => "Liste, Kriterien",
        Asked::YesNo => "ja/nein",
        Asked::Reason => "Grund",
        Asked::Assessment => "Einschätzung",
    }
}
