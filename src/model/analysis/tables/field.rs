//! The columns of all tables, each under one name: what has the same name in two tables means the same.

use super::table::{Column, ColumnKind};
use super::words::TableWords;
use crate::model::{Language, TagPart};

/// A column that every project has. Columns that follow from a codebook or from coders are made by their tables.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    // The paper.
    DocId,
    Drucksache,
    QuestionDrucksache,
    Land,
    Parliament,
    Kind,
    Title,
    Askers,
    AskerParty,
    Ministry,
    Signatory,
    DateQuestion,
    DateAnswer,
    DatePublished,
    DaysQA,
    DaysQP,
    Answers,
    Questions,
    Open,
    Characters,
    File,
    FileFormat,
    Sha256,
    // The question.
    QuestionId,
    QuestionNo,
    Question,
    AnswerGroup,
    QuestionsInAnswer,
    HasAnswer,
    // What was decided.
    DecidedTag,
    DecidedBy,
    DecidedAt,
    DecisionReason,
    // The coding.
    Coder,
    Pass,
    Tag,
    TagCode,
    Facets,
    AskedFor,
    Evidence,
    EvidenceStart,
    EvidenceEnd,
    EvidencePage,
    Memo,
    Later,
    CodedAt,
    CodebookVersion,
    // A passage.
    EvidenceId,
    Start,
    End,
    Page,
    Quotation,
    InPlace,
    // A promise.
    UntilKind,
    UntilWords,
    Due,
    AsOf,
    State,
    DaysPastDue,
    AskedBeforeIn,
    Outcome,
    OutcomePaper,
    OutcomeDate,
    OutcomeSource,
    // The codebook.
    Entry,
    Id,
    Code,
    Words(TagPart, Language),
    Means,
    NeedsFacet,
    UsualFacets,
    Version,
    // A step.
    Step,
    At,
    What,
    TagBefore,
    TagAfter,
    // A figure.
    CountedBy,
    Chart,
    Group,
    Measure,
    Value,
    // Agreement.
    PassName,
    Blind,
    Coefficient,
    CoderOne,
    CoderOther,
    Undefined,
    UnitsCompared,
    DocumentsCompared,
    Low,
    High,
    Draws,
    Seed,
    Drawn,
    // A decision.
    Decision,
    // A column.
    TableName,
    ColumnName,
    TypeName,
    About,
}

impl Field {
    /// The name of the column: a word of ASCII letters, digits and `_`.
    #[must_use]
    pub fn name(self) -> String {
        let name = match self {
            Self::DocId => "doc_id",
            Self::Drucksache => "drucksache",
            Self::QuestionDrucksache => "question_drucksache",
            Self::Land => "land",
            Self::Parliament => "parliament",
            Self::Kind => "kind",
            Self::Title => "title",
            Self::Askers => "askers",
            Self::AskerParty => "asker_party",
            Self::Ministry => "ministry",
            Self::Signatory => "signatory",
            Self::DateQuestion => "date_question",
            Self::DateAnswer => "date_answer",
            Self::DatePublished => "date_published",
            Self::DaysQA => "days_q_a",
            Self::DaysQP => "days_q_p",
            Self::Answers => "answers",
            Self::Questions => "questions",
            Self::Open => "n_open",
            Self::Characters => "characters",
            Self::File => "file",
            Self::FileFormat => "file_format",
            Self::Sha256 => "sha256",
            Self::QuestionId => "question_id",
            Self::QuestionNo => "question_no",
            Self::Question => "question",
            Self::AnswerGroup => "answer_group",
            Self::QuestionsInAnswer => "questions_in_answer",
            Self::HasAnswer => "has_answer",
            Self::DecidedTag => "decided_tag",
            Self::DecidedBy => "decided_by",
            Self::DecidedAt => "decided_at",
            Self::DecisionReason => "decision_reason",
            Self::Coder => "coder",
            Self::Pass => "pass",
            Self::Tag => "tag",
            Self::TagCode => "tag_code",
            Self::Facets => "facets",
            Self::AskedFor => "asked_for",
            Self::Evidence => "evidence",
            Self::EvidenceStart => "evidence_start",
            Self::EvidenceEnd => "evidence_end",
            Self::EvidencePage => "evidence_page",
            Self::Memo => "memo",
            Self::Later => "later",
            Self::CodedAt => "coded_at",
            Self::CodebookVersion => "codebook_version",
            Self::EvidenceId => "evidence_id",
            Self::Start => "start",
            Self::End => "end",
            Self::Page => "page",
            Self::Quotation => "quotation",
            Self::InPlace => "in_place",
            Self::UntilKind => "until_kind",
            Self::UntilWords => "until_words",
            Self::Due => "due",
            Self::AsOf => "as_of",
            Self::State => "state",
            Self::DaysPastDue => "days_past_due",
            Self::AskedBeforeIn => "asked_before_in",
            Self::Outcome => "outcome",
            Self::OutcomePaper => "outcome_paper",
            Self::OutcomeDate => "outcome_date",
            Self::OutcomeSource => "outcome_source",
            Self::Entry => "entry",
            Self::Id => "id",
            Self::Code => "code",
            Self::Words(part, language) => return format!("{}_{}", part_name(part), language.code()),
            Self::Means => "means",
            Self::NeedsFacet => "needs_facet",
            Self::UsualFacets => "usual_facets",
            Self::Version => "version",
            Self::Step => "step",
            Self::At => "at",
            Self::What => "what",
            Self::TagBefore => "tag_before",
            Self::TagAfter => "tag_after",
            Self::CountedBy => "count_by",
            Self::Chart => "chart",
            Self::Group => "group",
            Self::Measure => "measure",
            Self::Value => "value",
            Self::PassName => "pass_name",
            Self::Blind => "blind",
            Self::Coefficient => "coefficient",
            Self::CoderOne => "coder_one",
            Self::CoderOther => "coder_other",
            Self::Undefined => "undefined",
            Self::UnitsCompared => "n_units",
            Self::DocumentsCompared => "n_documents",
            Self::Low => "low",
            Self::High => "high",
            Self::Draws => "draws",
            Self::Seed => "seed",
            Self::Drawn => "drawn",
            Self::Decision => "decision",
            Self::TableName => "table",
            Self::ColumnName => "column",
            Self::TypeName => "type",
            Self::About => "about",
        };
        name.to_owned()
    }

    #[must_use]
    pub fn kind(self) -> ColumnKind {
        match self {
            Self::DateQuestion
            | Self::DateAnswer
            | Self::DatePublished
            | Self::Due
            | Self::AsOf
            | Self::OutcomeDate => ColumnKind::Date,
            Self::CodedAt | Self::DecidedAt | Self::At => ColumnKind::Time,
            Self::HasAnswer | Self::Later | Self::InPlace | Self::NeedsFacet | Self::Blind => {
                ColumnKind::Flag
            }
            Self::DaysQA
            | Self::DaysQP
            | Self::Answers
            | Self::Questions
            | Self::Open
            | Self::Characters
            | Self::QuestionsInAnswer
            | Self::Pass
            | Self::TagCode
            | Self::Start
            | Self::End
            | Self::Page
            | Self::DaysPastDue
            | Self::Code
            | Self::Step
            | Self::UnitsCompared
            | Self::DocumentsCompared
            | Self::Draws
            | Self::Seed => ColumnKind::Number,
            Self::Value | Self::Low | Self::High => ColumnKind::Decimal,
            _ => ColumnKind::Text,
        }
    }

    pub(super) fn column(self, words: &TableWords) -> Column {
        Column { name: self.name(), kind: self.kind(), about: (words.about)(self) }
    }
}

fn part_name(part: TagPart) -> &'static str {
    match part {
        TagPart::Name => "name",
        TagPart::Letter => "letter",
        TagPart::Short => "short",
        TagPart::Definition => "definition",
        TagPart::UseWhen => "use_when",
        TagPart::NotWhen => "not_when",
        TagPart::Examples => "examples",
        TagPart::TieBreaks => "tie_breaks",
    }
}

pub(super) fn columns(fields: &[Field], words: &TableWords) -> Vec<Column> {
    fields.iter().map(|field| field.column(words)).collect()
}
