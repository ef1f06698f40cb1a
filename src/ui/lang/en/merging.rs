//! Bringing in what others did, in English.

use super::words::plural;
use crate::model::Language;
use crate::ui::lang::MergingWords;

fn number(count: usize) -> String {
    Language::English.number(count)
}

pub(super) static MERGING: MergingWords = MergingWords {
    title: |file| format!("Bring in “{file}”"),
    about: "Nothing is applied yet. Applying is one step that can be undone.",
    not_merged: "Nothing was merged; all files are as they were.",
    nothing: "Nothing new: everything in it is already here.",
    apply: "Apply",
    compare: "Compare both versions",
    comes: "What comes",
    conflicts: |count| plural(count, "conflict", "conflicts"),
    no_conflicts: "No conflicts.",
    more: |count| format!("and {} more", number(count)),
    ours: "here",
    theirs: "there",
    says_nothing: "nothing",
    done: |file, count, conflicts| {
        let changes = plural(count, "coding", "codings");
        match conflicts {
            0 => format!("“{file}” brought in: {changes}, no conflicts."),
            _ => format!("“{file}” brought in: {changes}, {}:", plural(conflicts, "conflict", "conflicts")),
        }
    },
    documents: "Documents",
    codings: "Codings",
    heads: "Heads of papers",
    outlines: "Outlines",
    codebook: "Codebook",
    coders: "Coders",
    rounds: "Rounds",
    decisions: "Decisions",
    filters: "Filters",
    cues: "Cues",
    name: "Name of the project",
    ledger_day: "Day of the ledger",
    new: |count| format!("{} new", number(count)),
    changed: |count| format!("{} changed", number(count)),
    gone: |count| format!("{} removed", number(count)),
    same: |count| format!("{} the same", number(count)),
    is_changed: "changed",
    of_coder: |coder, count| format!("{coder} {}", number(count)),
    outline_of: "outline",
    parliament: "parliament",
    kind: "kind",
    facts: "signs and facets",
    case: "boundary case",
    version: "version",
    coder: "name",
    round: "round",
    decision: "decision",
    filter: "filter",
    cue: "cue",
    facet_definition: "definition",
    facet_name: "name",
    decision_order: "decision order",
    unnamed: "unnamed",
    is_there: "present",
    ours_stays: "What is here stays.",
    theirs_holds: "What is there holds.",
    kept_by: |coder| format!("Both stay; what is there, as “{coder}”."),
    both: |name| format!("Both stay; what is there, as “{name}”."),
    moved: |label| format!("Question {label} is no more; the coding is here now."),
    homeless: |label, words| {
        format!("Question {label} (“{words}”) is no more; the coding is in this list only.")
    },
};
