//! The words of a report's first pages, German.

use super::words::plural;
use crate::model::analysis::summary::{Counted, ReportWords};
use crate::model::{CountBy, Language};

pub(super) static REPORT: ReportWords = ReportWords {
    counted,
    overall: |by| match by {
        CountBy::Questions => "Alle eingestuften Fragen",
        CountBy::Answers => "Alle eingestuften Antworten",
    },
    all: |by| match by {
        CountBy::Questions => "alle Fragen",
        CountBy::Answers => "alle Antworten",
    },
    unit: |count, by, documents| {
        let number = Language::German.number(count);
        let counted = match (by, count) {
            (CountBy::Questions, 1) => "Frage",
            (CountBy::Questions, _) => "Fragen",
            (CountBy::Answers, 1) => "Antwort",
            (CountBy::Answers, _) => "Antworten",
        };
        let papers = if documents == 1 { "Dokument" } else { "Dokumenten" };
        format!("{number} {counted} aus {} {papers}", Language::German.number(documents))
    },
};

fn counted(counted: &Counted) -> String {
    let papers = plural(counted.documents, "Dokument", "Dokumente");
    let questions = plural(counted.questions, "Frage", "Fragen");
    let mut said = format!("Grundlage: {papers} mit {questions}");
    if let Some((first, last)) = &counted.asked {
        said += &if first == last {
            format!(", gestellt am {first}")
        } else {
            format!(", gestellt vom {first} bis {last}")
        };
    }
    let open = counted.questions - counted.tagged;
    said += &format!(
        ". Eingestuft: {}, offen: {}. ",
        Language::German.number(counted.tagged),
        Language::German.number(open)
    );
    said += match counted.by {
        CountBy::Questions => "Gezählt wird jede Frage einmal, auch wenn mehrere gemeinsam beantwortet sind.",
        CountBy::Answers => "Gezählt wird jede Antwort einmal je Einstufung, die ihre Fragen haben.",
    };
    if !counted.coder.is_empty() {
        said += &format!(" Codiert von {}.", counted.coder);
    }
    said + &format!(" Codebuch {}.", counted.codebook)
}
