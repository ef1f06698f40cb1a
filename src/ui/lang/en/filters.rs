//! Filters, in English.

use crate::model::Unsettled;
use crate::ui::lang::FilterWords;

pub(super) static FILTERS: FilterWords = FilterWords {
    filter: "Filter",
    leave: "Back to the list",
    show_all: "show all",
    take_away: |part| format!("Remove filter: {part}"),
    offer: |part, count| format!("{part}: {count}"),
    tag: "Tag",
    open: "open",
    to_do: "Left to do",
    unsettled: |what| match what {
        Unsettled::NoEvidence => "no evidence",
        Unsettled::NoFacet => "no facet",
        Unsettled::OldCodebook => "older codebook",
        Unsettled::Later => "put aside",
    },
    parliament: "Parliament",
    office: "Ministry",
    party: "Party",
    not_printed: |what| format!("{what} not printed"),
    date: "Date of the answer",
    from: "from date",
    until: "until date",
    since: |day| format!("from {day}"),
    till: |day| format!("until {day}"),
    coder: "Who coded",
    more: |count| format!("{count} more"),
    kept: "Saved filters",
    name: "Name of the filter",
    keep: "Save",
    drop: |name| format!("Delete “{name}”"),
    dropped: |name| format!("Filter “{name}” deleted"),
};
