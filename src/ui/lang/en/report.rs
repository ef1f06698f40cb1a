//! The words of a report's first pages, English.

use super::words::plural;
use crate::model::analysis::summary::{Counted, ReportWords};
use crate::model::{CountBy, Language};

pub(super) static REPORT: ReportWords = ReportWords {
    counted,
    overall: |by| match by {
        CountBy::Questions => "All tagged questions",
        CountBy::Answers => "All tagged answers",
    },
    all: |by| match by {
        CountBy::Questions => "all questions",
        CountBy::Answers => "all answers",
    },
    unit: |count, by, documents| {
        let counted = match by {
            CountBy::Questions => plural(count, "question", "questions"),
            CountBy::Answers => plural(count, "answer", "answers"),
        };
        format!("{counted} from {}", plural(documents, "document", "documents"))
    },
};

fn counted(counted: &Counted) -> String {
    let papers = plural(counted.documents, "document", "documents");
    let questions = plural(counted.questions, "question", "questions");
    let mut said = format!("Basis: {papers} with {questions}");
    if let Some((first, last)) = &counted.asked {
        said += &if first == last {
            format!(", asked on {first}")
        } else {
            format!(", asked between {first} and {last}")
        };
    }
    let open = counted.questions - counted.tagged;
    said += &format!(
        ". Tagged: {}, open: {}. ",
        Language::English.number(counted.tagged),
        Language::English.number(open)
    );
    said += match counted.by {
        CountBy::Questions => "Each question counts once, also where several are answered jointly.",
        CountBy::Answers => "Each answer counts once for every tag its questions carry.",
    };
    if !counted.coder.is_empty() {
        said += &format!(" Coded by {}.", counted.coder);
    }
    said + &format!(" Codebook {}.", counted.codebook)
}
