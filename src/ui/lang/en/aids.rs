//! Cues and places to read again, in English.

use super::words::plural;
use crate::model::analysis::Reason;
use crate::model::{CueKind, PatternFault};
use crate::ui::lang::AidWords;

pub(super) static AIDS: AidWords = AidWords {
    cue: |kinds| {
        let names: Vec<&str> = kinds.iter().map(|cue| kind(*cue)).collect();
        format!("Cue: {}", names.join(", "))
    },
    kind,
    kind_about: |kind| match kind {
        CueKind::Deferral => "What was asked for lies in the future or behind a step",
        CueKind::Hedging => "General words, hedges, padding",
        CueKind::NotKnown => "The government says that it does not know",
        CueKind::Refusal => "An answer is declined, with a ground",
        CueKind::OtherRemit => "Someone else is responsible",
        CueKind::Referral => "Sends the reader to another place",
        CueKind::Concreteness => "Date, number, name, list, yes or no",
    },
    cues_on: "Cues: a fine line in tagged answers",
    cues_off: "Cues hidden",
    cues_after_tagging: "Cues are on. In this answer they appear once it is tagged.",
    legend: "Cues: places to look at again, no suggestion",
    legend_waits: "Cues: in this answer only after tagging",
    see_list: "List",

    list: "Cues",
    list_about: "Wordings that are worth a second look. They occur in every kind of answer and suggest no tag. Patterns are for German papers.",
    in_force: |on, all| format!("{on} of {all} on"),
    new_words: "Words of your own",
    words: "Words",
    pattern: "Regular expression",
    pattern_field: "Words or expression",
    example: "Example sentence",
    add: "Add",
    replace: "Apply",
    edit: "Change",
    restore: "As built in",
    delete: "Delete",
    own: "own",
    changed: "changed",
    built_in_again: "Back to the built-in list",

    again: "Read again",
    again_about: "Places that are worth a second look. Many of them are right as they are.",
    nothing_again: "Nothing to read again.",
    nothing_again_why: "Questions appear here once something stands out after tagging.",
    reason,
    show_all: |count| format!("Show all {}", crate::model::Language::English.number(count)),
    show_fewer: "Show fewer",
    beside: |labels| {
        let named: Vec<String> =
            labels.iter().map(|(label, tag)| format!("question {label} is {tag}")).collect();
        named.join(", ")
    },
    coded_under: |version| format!("tagged under codebook {version}"),
    quoted: |words| format!("“{words}”"),
};

fn kind(kind: CueKind) -> &'static str {
    match kind {
        CueKind::Deferral => "deferral",
        CueKind::Hedging => "general words",
        CueKind::NotKnown => "not known",
        CueKind::Refusal => "refusal",
        CueKind::OtherRemit => "other remit",
        CueKind::Referral => "referral",
        CueKind::Concreteness => "concreteness",
    }
}

fn reason(reason: Reason, count: usize, tags: &str) -> String {
    let questions = plural(count, "question", "questions");
    let verb = |one: &'static str, many: &'static str| if count == 1 { one } else { many };
    match reason {
        Reason::LostEvidence => {
            format!("{questions} with evidence that cannot be found in the text any more")
        }
        Reason::GivenWithoutFact => format!(
            "{} tagged {tags} {} no number, date, name, list or yes/no",
            plural(count, "answer", "answers"),
            verb("contains", "contain")
        ),
        Reason::PutOffWithDate => format!("{questions} tagged {tags}, with evidence that names a date"),
        Reason::NoneYetNotPutOff => {
            format!("{questions} with the facet “{tags}” and a tag that puts nothing off")
        }
        Reason::TwinsDiffer => {
            format!("{questions} with the same answer, the same asked for, and different tags")
        }
        Reason::NoFacet => format!("{questions} without the facet that {tags} asks for"),
        Reason::NoEvidence => format!("{} without evidence", plural(count, "tag", "tags")),
        Reason::AskedMissing => {
            format!("{questions} without a note of what is asked for; others in the document have one")
        }
        Reason::OlderCodebook => {
            format!("{} given under an earlier version of the codebook", plural(count, "tag", "tags"))
        }
        Reason::Later => format!("{questions} set aside for later"),
    }
}

pub(super) fn pattern_broken(typed: &str, why: &PatternFault) -> String {
    let what = match why {
        PatternFault::Empty => return "Type a word or a wording.".to_owned(),
        PatternFault::UnclosedGroup => "a round bracket is not closed",
        PatternFault::UnopenedGroup => "a round bracket is closed and was not opened",
        PatternFault::UnclosedClass => "a square bracket is not closed",
        PatternFault::NothingToRepeat => "nothing stands before a repetition sign (*, +, ?)",
        PatternFault::NoLookAround => "(?= …) and (?<= …) do not exist here",
        PatternFault::NoBackReference => r"back references like \1 do not exist here",
        PatternFault::TooLarge => "it is too large",
        PatternFault::FindsNothing => "it fits everywhere, also without a word",
        PatternFault::MissesExample => "it does not find the example sentence",
        PatternFault::Other(said) => said,
    };
    format!("The expression “{typed}” does not work: {what}. The list stays as it was.")
}
