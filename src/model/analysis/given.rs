//! What an answer gives that can be checked from outside: a number, a date, a name, a list, yes or no. Told by
//! signs of the print and by few words, because every German noun has a capital. It is a hint for a second look.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::model::segment::{begins_with_month, read_date};

/// Numbers in words. „ein“ and „eine“ are articles.
const NUMBERS: &str = r"\b(?i:zwei|beiden?|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:ein|zwei|drei)?hundert|(?:ein)?tausend|Dutzend|Hälfte|Drittel|Viertel)\b";

/// Yes, no, none.
const YES_OR_NO: &str = r"(?:^|[.:;]\s+|–\s+)(?i:ja|nein)\b|\b(?i:kein|keine[nmrs]?|weder|entfällt|Fehlanzeige)\b|\b(?i:trifft)\s+(?i:nicht\s+)?(?i:zu)\b|\b(?i:nicht)\s+(?i:geplant|vorgesehen|beabsichtigt)\b";

/// People by title or office, offices and bodies by what they are called, short names, names in quotation marks.
const NAMES: &str = r"\b(?:Dr|Prof|Dipl)\.|\b(?:Herrn?|Frau|Staatssekretär(?:in)?|Minister(?:in)?|Präsident(?:in)?|Direktor(?:in)?|Landr[aä]t(?:in)?)\s+\p{Lu}|\b\p{L}*(?:[Mm]inisterium|[Pp]räsidium|[Ll]andesamt|[Bb]undesamt|[Uu]niversität|[Hh]ochschule|[Ss]taatskanzlei|[Ss]tiftung|[Kk]ammer)(?:s|en)?\b|\b(?:Landkreis|Kreis|Stadt|Gemeinde)\s+\p{Lu}|\b(?:g?GmbH|AG|KG)\b|\be\.\s?V\.|\b\p{Lu}{2,}\b|„[^“”]{3,80}[“”]";

/// A row that begins like an item.
const LIST: &str = r"^\s*(?:[-–•▪*]|\p{Ll}\))\s+\S";

static GIVEN: LazyLock<Regex> =
    LazyLock::new(|| quick(&format!("(?m){YES_OR_NO}|{NUMBERS}|{NAMES}|{LIST}|§")));

/// A pattern whose words begin and end as ASCII tells it: where Unicode has to tell it, every umlaut stops the
/// fast search, and 50,000 answers take seconds. It is blind only to a word that goes on with an umlaut.
fn quick(pattern: &str) -> Regex {
    Regex::new(&pattern.replace(r"\b", r"(?-u:\b)")).expect("a constant pattern")
}

/// Whether a text holds a number, a date, a name, a list, or says yes or no.
#[must_use]
pub fn gives_something(text: &str) -> bool {
    has_digit(text) || GIVEN.is_match(text) || text.split_whitespace().any(begins_with_month)
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

static DATED: LazyLock<Regex> = LazyLock::new(|| {
    let day = r"(\d{1,2}\.\s*(?:\d{1,2}\.\s*|\p{L}+\s+)(?:\d{4}|\d{2}))\b";
    let month = r"\b(\p{Lu}\p{L}+)\s+((?:19|20)\d{2})\b";
    let year = r"\b(?:[Jj]ahre?s?|Quartal|Halbjahr|Ende|Mitte|Anfang|bis|ab)\s+(?:(?:des|zum)\s+Jahre?s?\s+)?((?:19|20)\d{2})\b";
    quick(&format!("{day}|{year}|{month}"))
});

/// The first words of a text that name a day, a month or a year, where it has not ended on `since`.
#[must_use]
pub fn named_date(text: &str, since: Option<Date>) -> Option<String> {
    if !has_digit(text) {
        return None;
    }
    DATED.captures_iter(text).find_map(|found| {
        let last_day = match (found.get(1), found.get(2), found.get(3)) {
            (Some(day), ..) => read_date(day.as_str())?,
            (_, Some(year), _) => Date::new(year.as_str().parse().ok()?, 12, 31).ok()?,
            (.., Some(month)) if begins_with_month(month.as_str()) => {
                read_date(&format!("1. {} {}", month.as_str(), &found[4]))?.last_of_month()
            }
            _ => return None,
        };
        since.is_none_or(|since| last_day > since).then(|| found[0].to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_checked_is_seen() {
        for text in [
            "Es sind 12 Stellen.",
            "Im März ist Einsendeschluss.",
            "Beide Häuser und drei Stellen.",
            "Nein.",
            "So ist es. Ja, das gilt.",
            "Es gab keine Anträge.",
            "Leiterin ist Frau Muster.",
            "Zuständig ist das Landesamt für Beispiele.",
            "Das BMXY ist beteiligt.",
            "Das Projekt „Beispiel im Park“ wird gefördert.",
            "Gefördert werden:\n- Vereine\n- Verbände",
            "Eine Förderung ist nicht vorgesehen.",
        ] {
            assert!(gives_something(text), "{text}");
        }
    }

    #[test]
    fn general_words_give_nothing() {
        for text in [
            "Die Landesregierung misst dem Thema große Bedeutung bei.",
            "Die Maßnahmen, Angebote und Programme werden gemeinsam mit den Partnern weiterentwickelt.",
            "Das ist ja bekannt, und eine Prüfung läuft.",
            "",
        ] {
            assert!(!gives_something(text), "{text}");
        }
    }

    #[test]
    fn a_date_that_is_still_to_come_is_named() {
        let since = Some(Date::constant(2026, 5, 4));
        let named = |text: &str| named_date(text, since);
        assert_eq!(named("Das kommt bis zum 31.12.2026.").as_deref(), Some("31.12.2026"));
        assert_eq!(named("Das kommt im Mai 2026.").as_deref(), Some("Mai 2026"));
        assert_eq!(named("im dritten Quartal 2026").as_deref(), Some("Quartal 2026"));
        assert_eq!(named("noch im Jahr 2027").as_deref(), Some("Jahr 2027"));
        assert_eq!(named("Mit Schreiben vom 10. April 2026 wurde gebeten, im Herbst 2025 auch."), None);
        assert_eq!(named("nach der Erstellung zu terminieren"), None);
        assert_eq!(named_date("vom 10.04.2026", None).as_deref(), Some("10.04.2026"));
    }
}
