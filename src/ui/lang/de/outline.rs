//! Correcting the outline, in German.

use super::problems::doubt;
use super::words::plural;
use crate::model::edits::head::HeadField;
use crate::model::{DoubtKind, RemarkBy, Unit};
use crate::ui::lang::OutlineWords;

pub(super) static OUTLINE: OutlineWords = OutlineWords {
    outline: "Gliederung",
    read: "Lesen",
    split: "Teilen",
    join: "Verbinden",
    renumber: "Umnummerieren",
    next_doubt: "Nächste Prüfstelle",
    facts: |questions, answers| {
        format!("{} in {}", plural(questions, "Frage", "Fragen"), plural(answers, "Antwort", "Antworten"))
    },
    to_check: |doubts| match doubts {
        0 => String::new(),
        _ => format!("{} zu prüfen", plural(doubts, "Stelle", "Stellen")),
    },
    part: |unit| match unit {
        Unit::Head(_) => "Kopf".to_owned(),
        Unit::Remark(_) => "Vorbemerkung".to_owned(),
        Unit::Transmission(_) => "Überleitung".to_owned(),
        Unit::Question(_, question) => format!("Frage {}", question.label),
        Unit::Joint(..) => "Hinweis".to_owned(),
        Unit::Answer(group, _) => {
            answer(&group.questions.iter().map(|q| q.label.as_str()).collect::<Vec<_>>())
        }
        Unit::Signature(_) => "Unterschrift".to_owned(),
        Unit::Rest(_) => "Rest".to_owned(),
    },
    remark_by: |by| match by {
        RemarkBy::Asker => "der Fragenden",
        RemarkBy::Government => "der Regierung",
    },
    head_and_remarks: "Kopf und Vorbemerkung",
    only_head: "Kopf",
    signature_and_rest: "Unterschrift und Rest",
    only_rest: "Text ohne Gliederung",
    no_answer: "ohne Antwort",
    answers_questions: "beantwortet die Fragen",
    number: "Nummer",
    recognised_at: |sentence| format!("Erkannt am Satz „{sentence}“"),
    by_hand: "Von Hand geprüft",
    not_coded: "Weder Frage noch Antwort. Q macht daraus eine Frage, A eine Antwort zur Frage davor.",
    head: "Angaben im Kopf",
    field: |field| match field {
        HeadField::Title => "Titel",
        HeadField::Number => "Drucksache",
        HeadField::QuestionNumber => "Drucksache der Frage",
        HeadField::Askers => "Gefragt von",
        HeadField::Asked => "Gefragt am",
        HeadField::Answerer => "Beantwortet von",
        HeadField::Answered => "Beantwortet am",
        HeadField::Issued => "Ausgegeben am",
        HeadField::Signatory => "Unterschrieben von",
    },
    date_hint: "TT.MM.JJJJ",
    not_printed: "nicht gedruckt",
    parliament: "Parlament",
    kind: "Art",
    codings_stay: "Einstufungen und Belege bleiben an ihrer Frage.",
    confirm: "Gliederung bestätigen",
    correct_by_hand: "Von Hand gliedern",
    border: |below| format!("Grenze über {below}"),
    border_hint: "Grenze ziehen oder",
    split_here: "Hier teilen",
    where_to_split: "Mit C einen Cursor in den Text setzen, oder Wörter markieren: geteilt wird davor.",
    torn: "Absatz getrennt",
    mark_question: "Frage",
    mark_answer: |label| match label {
        Some(label) => format!("Antwort zu {label}"),
        None => "Antwort".to_owned(),
    },
    mark_joint: "Hinweis",
    mark_remark: "Vorbemerkung",
    mark_rest: "Rest",
    nothing_to_check: "Keine Stelle zu prüfen",
    doubt_in_place: |kind| match kind {
        DoubtKind::TornParagraph => "Gehört das zusammen? Vor der Leerstelle fehlt das Satzende.".to_owned(),
        DoubtKind::NotSegmented => "In diesem Text wurden keine Fragen erkannt.".to_owned(),
        other => {
            let words = doubt(other);
            words.trim_end_matches(" Prüfen").trim_end_matches(" Bitte prüfen.").to_owned()
        }
    },
    doubt_hint: |kind| {
        Some(match kind {
            DoubtKind::NotSegmented => "Markieren Sie eine Frage und drücken Sie Q, dann ihre Antwort und A.",
            DoubtKind::MissingQuestion { .. } => {
                "Steht sie doch im Text, markieren Sie sie und drücken Sie Q."
            }
            DoubtKind::NoAnswer { .. } => "Steht sie doch im Text, markieren Sie sie und drücken Sie A.",
            DoubtKind::Border { .. } => {
                "Ziehen Sie die Grenze, oder verschieben Sie sie mit Alt ↑ und Alt ↓."
            }
            DoubtKind::NoSignature => "Was nicht mehr Antwort ist, markieren Sie und drücken Sie R.",
            DoubtKind::RepeatedQuestion { .. }
            | DoubtKind::JointMismatch { .. }
            | DoubtKind::TornParagraph => {
                return None;
            }
        })
    },
    is_right: "Stimmt so",
    keep_joined: "Verbinden",
    keep_parted: "Getrennt lassen",
    mend: |kind| {
        Some(match kind {
            DoubtKind::RepeatedQuestion { .. } => "Umnummerieren",
            DoubtKind::NoAnswer { .. } => "Zur nächsten Antwort",
            DoubtKind::JointMismatch { .. } => "So zuordnen wie im Text",
            _ => return None,
        })
    },
    check_here: "Prüfen",
};

/// „Antwort 7“, „Antwort 1–4“, „Antwort 1, 3, 5“.
fn answer(labels: &[&str]) -> String {
    format!("Antwort {}", super::super::words::span_of_labels(labels))
}
