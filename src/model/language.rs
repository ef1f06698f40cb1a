//! The two languages, and how each writes dates and numbers. The words themselves are in `ui/lang`.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Language {
    #[default]
    German,
    English,
}

impl Language {
    /// The two-letter code of ISO 639-1, as HTML and CSV want it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }

    /// `27.04.2026` · `27 Apr 2026`.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        match self {
            Self::German => date.strftime("%d.%m.%Y").to_string(),
            Self::English => date.strftime("%-d %b %Y").to_string(),
        }
    }

    /// `10.543` · `10,543`.
    #[must_use]
    pub fn number(self, number: usize) -> String {
        let digits = number.to_string();
        let mark = if self == Self::German { '.' } else { ',' };
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push(mark);
            }
            out.push(digit);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_its_way() {
        let date = Date::constant(2026, 4, 7);
        assert_eq!(Language::German.date(date), "07.04.2026");
        assert_eq!(Language::English.date(date), "7 Apr 2026");
        assert_eq!(Language::German.number(1_234_567), "1.234.567");
        assert_eq!(Language::English.number(543), "543");
        assert_eq!(Language::English.number(10_543), "10,543");
    }
}
