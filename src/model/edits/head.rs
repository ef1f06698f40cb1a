//! Filling in and mending the head of a paper.

use jiff::civil::Date;

use super::{Change, Edit, Label};
use crate::model::segment::{read_askers, read_date};
use crate::model::{DocumentId, Head, Kind, Problem, Project, parliament};

/// A field of the head that a person can mend.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HeadField {
    Number,
    QuestionNumber,
    Title,
    Askers,
    Answerer,
    Signatory,
    Asked,
    Answered,
    Issued,
}

impl HeadField {
    /// In the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Title,
        Self::Number,
        Self::QuestionNumber,
        Self::Askers,
        Self::Asked,
        Self::Answerer,
        Self::Answered,
        Self::Issued,
        Self::Signatory,
    ];

    /// The date that the head says, for the fields that hold one.
    #[must_use]
    pub fn date(self, head: &Head) -> Option<Date> {
        match self {
            Self::Asked => head.asked,
            Self::Answered => head.answered,
            Self::Issued => head.issued,
            _ => None,
        }
    }

    /// Whether this field holds a date.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(self, Self::Asked | Self::Answered | Self::Issued)
    }

    /// What the head says, as it is typed: dates as `2026-04-10`.
    #[must_use]
    pub fn text(self, head: &Head) -> String {
        let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let words = |words: &Option<String>| words.clone().unwrap_or_default();
        match self {
            Self::Number => words(&head.number),
            Self::QuestionNumber => words(&head.question_number),
            Self::Title => words(&head.title),
            Self::Askers => head.askers_printed(),
            Self::Answerer => words(&head.answerer),
            Self::Signatory => words(&head.signatory),
            Self::Asked => date(head.asked),
            Self::Answered => date(head.answered),
            Self::Issued => date(head.issued),
        }
    }
}

/// Sets a field of the head as typed; nothing typed takes it away.
///
/// # Errors
/// The document is not of this project, or a date is none.
pub fn set(
    project: &Project,
    document: DocumentId,
    field: HeadField,
    typed: &str,
) -> Result<Change, Problem> {
    let found = project.document(document).ok_or(Problem::NoSuchDocument { document })?;
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut head = found.head.clone();
    let words = (!typed.is_empty()).then(|| typed.clone());
    let date = || match typed.as_str() {
        "" => Ok(None),
        typed => typed_date(typed).map(Some).ok_or_else(|| Problem::NoDate { typed: typed.to_owned() }),
    };
    match field {
        HeadField::Number => head.number = words.map(|number| number.replace(' ', "")),
        HeadField::QuestionNumber => head.question_number = words.map(|number| number.replace(' ', "")),
        HeadField::Title => head.title = words,
        HeadField::Askers => head.askers = words.map(|words| read_askers(&words)).unwrap_or_default(),
        HeadField::Answerer => head.answerer = words,
        HeadField::Signatory => head.signatory = words,
        HeadField::Asked => head.asked = date()?,
        HeadField::Answered => head.answered = date()?,
        HeadField::Issued => head.issued = date()?,
    }
    Ok(Change::new(Label::Head, Edit::PutHead { document, head: Box::new(head) }))
}

/// A date as people type it in either language: `10.04.2026`, `2026-04-10`, `10 Apr 2026`, `10. April 2026`.
#[must_use]
pub fn typed_date(typed: &str) -> Option<Date> {
    let english = ["%d %b %Y", "%d %B %Y"].iter().find_map(|form| Date::strptime(form, typed).ok());
    english.or_else(|| read_date(typed))
}

/// Sets whose paper it is, by the code of the parliament, and what kind of question it answers.
///
/// # Errors
/// The document is not of this project.
pub fn set_house(
    project: &Project,
    document: DocumentId,
    code: Option<&str>,
    kind: Option<Kind>,
) -> Result<Change, Problem> {
    let found = project.document(document).ok_or(Problem::NoSuchDocument { document })?;
    let known = code.and_then(parliament).map(|parliament| parliament.code.to_owned());
    let head = Head { parliament: known, kind, ..found.head.clone() };
    Ok(Change::new(Label::Head, Edit::PutHead { document, head: Box::new(head) }))
}

/// Sets the number of a paper; an empty number takes it away.
///
/// # Errors
/// The document is not of this project.
pub fn number(project: &Project, document: DocumentId, number: &str) -> Result<Change, Problem> {
    let found = project.document(document).ok_or(Problem::NoSuchDocument { document })?;
    let mut head = found.head.clone();
    let number: String = number.split_whitespace().collect();
    head.number = (!number.is_empty()).then_some(number);
    Ok(Change::new(Label::Number, Edit::PutHead { document, head: Box::new(head) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_typed_in_either_language() {
        let date = Some(Date::constant(2026, 4, 7));
        for typed in ["07.04.2026", "7.4.2026", "2026-04-07", "7 Apr 2026", "7 April 2026", "7. April 2026"] {
            assert_eq!(typed_date(typed), date, "{typed}");
        }
        assert_eq!(typed_date("morgen"), None);
    }
}
