//! The variables of papers and questions in an exchanged project. Their names stay in every language.

/// What kind of values a variable has, in the words of the standard.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Text,
    Boolean,
    Integer,
    Date,
    DateTime,
}

impl Kind {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Boolean => "Boolean",
            Self::Integer => "Integer",
            Self::Date => "Date",
            Self::DateTime => "DateTime",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Variable {
    pub name: &'static str,
    pub kind: Kind,
}

const fn text(name: &'static str) -> Variable {
    Variable { name, kind: Kind::Text }
}

const fn of(name: &'static str, kind: Kind) -> Variable {
    Variable { name, kind }
}

/// Of a paper. No name is also one of a question: some programs know one kind of owner for each variable.
pub const PAPER: &[Variable] = &[
    text("document_id"),
    text("parliament"),
    text("kind"),
    text("number"),
    text("question_number"),
    text("title"),
    text("askers"),
    text("parties"),
    text("answerer"),
    text("signatory"),
    of("date_question", Kind::Date),
    of("date_answer", Kind::Date),
    of("date_published", Kind::Date),
    text("file"),
    text("sha256"),
];

/// Of a question as one coder reads it.
pub const QUESTION: &[Variable] = &[
    text("paper"),
    text("paper_parliament"),
    text("paper_answerer"),
    text("question"),
    of("question_id", Kind::Integer),
    text("answer_group"),
    text("coder"),
    of("round", Kind::Integer),
    text("tag"),
    text("facets"),
    text("asked_for"),
    of("evidence", Kind::Integer),
    text("evidence_lost"),
    text("memo"),
    of("later", Kind::Boolean),
    text("codebook_version"),
    of("coded_at", Kind::DateTime),
    of("promise", Kind::Boolean),
    text("promise_until"),
    text("promise_until_kind"),
    of("promise_due", Kind::Date),
    text("promise_before"),
    text("promise_before_question"),
    text("promise_outcome"),
    text("promise_outcome_by"),
    of("promise_outcome_on", Kind::Date),
    text("promise_outcome_source"),
];
