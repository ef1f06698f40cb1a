//! What a paper says of itself. What is not printed stays empty and is asked for, never invented.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::parliament::{Parliament, parliament};

/// The head of a paper as printed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Code of the parliament, see [`super::PARLIAMENTS`].
    pub parliament: Option<String>,
    pub kind: Option<Kind>,
    /// Number of this paper (Drucksache), `21/2112`.
    pub number: Option<String>,
    /// Number of the paper that asked, where that is another one.
    #[serde(default)]
    pub question_number: Option<String>,
    pub title: Option<String>,
    pub askers: Vec<Asker>,
    /// Who answered: the office as printed.
    pub answerer: Option<String>,
    /// Who signed the answer.
    pub signatory: Option<String>,
    pub asked: Option<Date>,
    pub answered: Option<Date>,
    pub issued: Option<Date>,
}

/// What kind of question the paper answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Kind {
    KleineAnfrage,
    GrosseAnfrage,
    SchriftlicheAnfrage,
}

impl Kind {
    /// The German term of art; it has no translation that researchers use.
    #[must_use]
    pub fn printed(self) -> &'static str {
        match self {
            Self::KleineAnfrage => "Kleine Anfrage",
            Self::GrosseAnfrage => "Große Anfrage",
            Self::SchriftlicheAnfrage => "Schriftliche Anfrage",
        }
    }
}

/// A member who asked, with the party as printed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asker {
    pub name: String,
    pub party: Option<String>,
}

impl Asker {
    /// `Name (Party)`; a parliamentary group that asks as such already names its party: `Fraktion Party`.
    #[must_use]
    pub fn printed(&self) -> String {
        match &self.party {
            Some(party) if self.name != format!("Fraktion {party}") => format!("{} ({party})", self.name),
            _ => self.name.clone(),
        }
    }
}

impl Head {
    #[must_use]
    pub fn parliament(&self) -> Option<&'static Parliament> {
        parliament(self.parliament.as_deref()?)
    }

    /// All askers in one line; empty where none is printed.
    #[must_use]
    pub fn askers_printed(&self) -> String {
        self.askers.iter().map(Asker::printed).collect::<Vec<_>>().join(", ")
    }

    /// The day of the answer, or of the printing where that is not known: the day by which papers are chosen and
    /// counted.
    #[must_use]
    pub fn day_of_answer(&self) -> Option<Date> {
        self.answered.or(self.issued)
    }

    /// Days from the question to the answer.
    #[must_use]
    pub fn days_to_answer(&self) -> Option<i32> {
        days(self.asked?, self.answered?)
    }

    /// Days from the question to the printing.
    #[must_use]
    pub fn days_to_issue(&self) -> Option<i32> {
        days(self.asked?, self.issued?)
    }
}

fn days(from: Date, until: Date) -> Option<i32> {
    from.until(until).ok().map(|span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_between_printed_dates() {
        let head = Head {
            asked: Some(Date::constant(2026, 2, 25)),
            answered: Some(Date::constant(2026, 4, 10)),
            ..Head::default()
        };
        assert_eq!(head.days_to_answer(), Some(44));
        assert_eq!(head.days_to_issue(), None);
    }
}
