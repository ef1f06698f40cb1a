//! Searching, in English.

use super::words::plural;
use crate::model::analysis::{FoundIn, HitPlace};
use crate::model::{Language, RemarkBy};
use crate::ui::lang::SearchWords;
use crate::ui::lang::words::span_of_labels;

pub(super) static SEARCH: SearchWords = SearchWords {
    hint: "Find words",
    in_document: "Document",
    in_project: "Project",
    leave: "Close the search (Esc)",
    how: "Upper and lower case, ü and ue, ß and ss are the same. Several words are a phrase. Texts, memos and evidence are searched.",
    nothing: "Nothing found",
    searching: |done, of| {
        let [done, of] = [done, of].map(|count| Language::English.number(count));
        format!("searching … {done} of {of}")
    },
    found: |hits, papers, in_project| match (hits, in_project) {
        (0, _) => "no hit".to_owned(),
        (_, false) => plural(hits, "hit", "hits"),
        // So many that the word has no room: the list below says what they are.
        (1000.., true) => {
            format!("{} in {}", Language::English.number(hits), plural(papers, "document", "documents"))
        }
        (_, true) => {
            format!("{} in {}", plural(hits, "hit", "hits"), plural(papers, "document", "documents"))
        }
    },
    more: |count| format!("{} more, not listed", Language::English.number(count)),
    paper: |title, hits| format!("{title}, {}", plural(hits, "hit", "hits")),
    place,
    hit: |nth, of, place| format!("Hit {nth} of {}: {place}", Language::English.number(of)),
};

fn place(place: &HitPlace) -> String {
    match place {
        HitPlace::Text { part, evidence, .. } if evidence.is_empty() => part_name(part),
        HitPlace::Text { part, evidence, .. } => {
            format!("{} · evidence for {}", part_name(part), evidence.join(", "))
        }
        HitPlace::Memo { label, .. } => format!("Memo on question {label}"),
        HitPlace::LostEvidence { label, .. } => format!("Lost evidence for question {label}"),
    }
}

fn part_name(part: &FoundIn) -> String {
    match part {
        FoundIn::Head => "Head".to_owned(),
        FoundIn::Remark(RemarkBy::Asker) => "Preamble of the askers".to_owned(),
        FoundIn::Remark(RemarkBy::Government) => "Preamble of the government".to_owned(),
        FoundIn::Transmission => "Lead-in".to_owned(),
        FoundIn::Question(_, label) => format!("Question {label}"),
        FoundIn::Answer(_, labels) => {
            let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
            format!("Answer to {}", span_of_labels(&labels))
        }
        FoundIn::Signature => "Signature".to_owned(),
        FoundIn::Rest => "Rest".to_owned(),
    }
}
