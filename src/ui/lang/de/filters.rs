//! Filters, in German.

use crate::model::Unsettled;
use crate::ui::lang::FilterWords;

pub(super) static FILTERS: FilterWords = FilterWords {
    filter: "Filter",
    leave: "Zurück zur Liste",
    show_all: "alle zeigen",
    take_away: |part| format!("Filter entfernen: {part}"),
    offer: |part, count| format!("{part}: {count}"),
    tag: "Einstufung",
    open: "offen",
    to_do: "Noch zu tun",
    unsettled: |what| match what {
        Unsettled::NoEvidence => "Beleg fehlt",
        Unsettled::NoFacet => "Merkmal fehlt",
        Unsettled::OldCodebook => "älteres Codebuch",
        Unsettled::Later => "zurückgestellt",
    },
    parliament: "Parlament",
    office: "Ministerium",
    party: "Partei",
    not_printed: |what| format!("{what} nicht gedruckt"),
    date: "Datum der Antwort",
    from: "ab Datum",
    until: "bis Datum",
    since: |day| format!("ab {day}"),
    till: |day| format!("bis {day}"),
    coder: "Wer eingestuft hat",
    more: |count| format!("{count} weitere"),
    kept: "Gesicherte Filter",
    name: "Name des Filters",
    keep: "Sichern",
    drop: |name| format!("„{name}“ löschen"),
    dropped: |name| format!("Filter „{name}“ gelöscht"),
};
