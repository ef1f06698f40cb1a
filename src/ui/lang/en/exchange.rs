//! What of a project from another program was not taken over, in English.

use super::words::plural;
use crate::model::{ForeignPart, Omission, PassageFault};

pub(super) fn omission(omission: &Omission) -> String {
    match omission {
        Omission::SourceWithoutText { source } => {
            format!("“{source}” left out: a picture, a recording, or a PDF without text.")
        }
        Omission::SourceElsewhere { source, path } => format!(
            "“{source}” left out: its text is not in the file but at {path}. Export the project with its texts inside."
        ),
        Omission::SourceMissing { source, path } => {
            format!("“{source}” left out: the text {path} is missing from the file.")
        }
        Omission::SourceEmpty { source } => format!("“{source}” left out: no text."),
        Omission::SourceTooLarge { source, limit } => {
            format!("“{source}” left out: its text is larger than {limit} MB.")
        }
        Omission::SourceTwice { source, other } => {
            format!("“{source}” left out: the same text as “{other}”.")
        }
        Omission::CutAnew { source } => {
            format!("“{source}” outlined anew: its text was changed elsewhere.")
        }
        Omission::GuidTwice { name } => format!("“{name}” left out: its identifier is taken."),
        Omission::CodeTooDeep { code } => {
            format!("Code “{code}” and all below it left out: nested too deeply.")
        }
        Omission::CodeAsFacet { code } => {
            format!("Code “{code}” became a facet: there can be nine tags.")
        }
        Omission::Passage { source, words, why } => {
            format!("Passage “{words}” in “{source}” left out: {}", fault(why))
        }
        Omission::Areas { source, count } => {
            format!("“{source}”: {} left out.", plural(*count, "marked area", "marked areas"))
        }
        Omission::WholeSource { source, code } => {
            format!("Code “{code}” for “{source}” as a whole left out: tags belong to questions.")
        }
        Omission::Question { case } => {
            format!("Case “{case}” not taken over in full: its question, tag or facet is missing here.")
        }
        Omission::Memo { name } => format!("Memo “{name}” left out: it belongs to no passage."),
        Omission::Parts { part, count } => format!("{} left out.", parts(*part, *count)),
    }
}

fn fault(why: &PassageFault) -> String {
    match why {
        PassageFault::NotThere => "its words are not in the text.".to_owned(),
        PassageFault::NoQuestion => "it is in no question and no answer.".to_owned(),
        PassageFault::SeveralAnswers => "it reaches over several answers.".to_owned(),
        PassageFault::NoCode => "its code does not exist.".to_owned(),
        PassageFault::OtherTag { kept, other } => {
            format!("the question is tagged “{kept}”, the passage “{other}”. The evidence stays.")
        }
    }
}

fn parts(part: ForeignPart, count: usize) -> String {
    match part {
        ForeignPart::Cases => plural(count, "case that is no question", "cases that are no questions"),
        ForeignPart::Variables => plural(count, "variable", "variables"),
        ForeignPart::Sets => plural(count, "set", "sets"),
        ForeignPart::Links => plural(count, "link", "links"),
        ForeignPart::Graphs => plural(count, "drawing", "drawings"),
    }
}
