//! What is kept though it was not saved, in English.

use super::words::plural;
use crate::ui::lang::KeepingWords;

pub(super) static KEEPING: KeepingWords = KeepingWords {
    copy_found: "The data folder holds a copy of this project with further changes: there was no room for them beside the file.",
    show_changes: "Show changes",
    hide_changes: "Hide changes",
    earlier_changes: |count| format!("and {}", plural(count, "earlier change", "earlier changes")),
    left_out: |file, count| match count {
        1 => format!("One thing in “{file}” was not taken over as it was:"),
        _ => format!("{count} things in “{file}” were not taken over as they were:"),
    },
    omission: super::exchange::omission,
    journal_unread: |file| {
        format!("Part of the recovery file could not be read. It is kept as it was in “{file}”.")
    },
    lost: |files, quotes| {
        let texts = match files {
            [] => String::new(),
            [file] => format!("The text of “{file}” is not the one that was read in. "),
            [file, rest @ ..] => format!(
                "The texts of “{file}” and {} are not those that were read in. ",
                plural(rest.len(), "other document", "other documents")
            ),
        };
        let quotes = match quotes {
            0 => "All evidence is at its place.".to_owned(),
            1 => "One passage is not at its place any more; its words are kept.".to_owned(),
            _ => format!(
                "{} are not at their place any more; their words are kept.",
                plural(quotes, "passage", "passages")
            ),
        };
        texts + &quotes
    },
    decide_nothing: |decisions| {
        match decisions {
        1 => "One decision names a question or tag that is not there. It does not count and is kept; “landtag-annotator check” tells the place.".to_owned(),
        _ => format!("{decisions} decisions name questions or tags that are not there. They do not count and are kept; “landtag-annotator check” tells the places."),
    }
    },
    not_saved: "Not saved yet",
    unsaved_about: |documents, changes| {
        format!("{}, {}", plural(documents, "document", "documents"), plural(changes, "change", "changes"))
    },
    unsaved_why: "The program ended before it was saved",
    go_on: "Go on working",
    discard_sure: "Discard for ever?",
    keep: "Keep",
};
