//! Reading „bis wann“ from a passage: dates, periods, conditions as German answers print them. What is not
//! printed is not proposed, and a day is only named where the words bound one.

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::Date;
use regex::{Captures, Regex};

use crate::model::text::{Body, Span};
use crate::model::{Until, UntilKind};

/// Words of a passage that say until when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Announced {
    pub at: Span,
    pub until: Until,
    /// The last day the words allow, where they name one.
    pub due: Option<Date>,
}

/// How the day follows from the words.
#[derive(Clone, Copy)]
enum Day {
    /// Printed as day, month, year.
    Printed,
    EndOfMonth,
    EndOfQuarter,
    EndOfHalf,
    EndOfYear,
    MiddleOfYear,
    /// 31 December of the year of the answer, or so many years later.
    ThisYear(i16),
    None,
}

struct Wording {
    pattern: Regex,
    kind: UntilKind,
    day: Day,
}

const MONTH: &str =
    "(?P<m>Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)";
/// A noun that names a step: Fertigstellung, Abschluss, Vorlage, Inkrafttreten.
const STEP: &str = r"[A-ZÄÖÜ][a-zäöüß-]*(?:ung|ungen|schluss|schlusses|lage|gabe|nahme|tritt|treten|liegen|gang|lauf|ergebnis|ergebnisse|ergebnissen|ende|beginn|beschluss|verfahren|prozess|prozesses)";
const ARTICLE: &str = r"(?:(?:der|dem|den|des|die|einer|eines|einem|ihrer|seiner|deren|dessen|dieser|dieses|diesem|aller)\s+)?(?:[a-zäöüß]+(?:en|er|es)\s+){0,2}";

static WORDINGS: LazyLock<Vec<Wording>> = LazyLock::new(|| {
    use Day::{EndOfHalf, EndOfMonth, EndOfQuarter, EndOfYear, MiddleOfYear, Printed, ThisYear};
    use UntilKind::{Condition, Period};
    let by = r"(?:voraussichtlich\s+|spätestens\s+|frühestens\s+)?(?:bis\s+(?:spätestens\s+)?)?";
    let into = r"(?:zum|im|am|ab|bis|für)";
    let time = r"(?:zum|im|Anfang|Mitte|Ende)";
    let of = |pattern: String, kind, day| Wording {
        pattern: Regex::new(&pattern).expect("a constant pattern"),
        kind,
        day,
    };
    vec![
        of(
            format!(
                r"\b{by}(?:{into}\s+)(?:dem\s+)?(?P<d>\d{{1,2}})\.\s*(?:(?P<n>\d{{1,2}})\.\s*|{MONTH}\s+)(?P<y>\d{{4}})\b"
            ),
            UntilKind::Date,
            Printed,
        ),
        of(
            format!(r"\b{by}(?:{into}\s+)?(?:Ende\s+(?:des\s+)?|des\s+)?(?P<q>ersten|zweiten|dritten|vierten|[1-4]\.|I{{1,3}}\.?|IV\.?)\s+Quartals?\s+(?:des\s+Jahres\s+)?(?P<y>\d{{4}})\b"),
            Period,
            EndOfQuarter,
        ),
        of(
            format!(r"\b{by}(?:{into}\s+)?(?:Ende\s+(?:des\s+)?|des\s+)?(?P<h>ersten|zweiten|1\.|2\.)\s+(?:Halbjahre?s?|Jahreshälfte)\s+(?:des\s+Jahres\s+)?(?P<y>\d{{4}})\b"),
            Period,
            EndOfHalf,
        ),
        of(format!(r"\b{by}(?:zum\s+)?(?:Jahresende|Ende\s+(?:des\s+Jahres\s+)?)\s*(?P<y>\d{{4}})\b"), Period, EndOfYear),
        of(format!(r"\b{by}(?:zur?\s+)?(?:Mitte|Jahresmitte)\s+(?P<y>\d{{4}})\b"), Period, MiddleOfYear),
        of(format!(r"\b{by}(?:{time}\s+){MONTH}\s+(?P<y>\d{{4}})\b|\bbis\s+{}\s+(?P<y2>\d{{4}})\b", MONTH.replace("?P<m>", "?P<m2>")), Period, EndOfMonth),
        of(
            format!(r"\b{by}(?:(?:im|zu)\s+)?(?:Beginn\s+des\s+Jahres|Anfang|Frühjahr|Frühling|Sommer|Herbst|Winter)\s+\d{{4}}\b"),
            Period,
            Day::None,
        ),
        of(format!(r"\b{by}(?:noch\s+)?im\s+(?:Laufe\s+des\s+Jahres|Jahre?)\s+(?P<y>\d{{4}})\b"), Period, EndOfYear),
        of(
            r"\b(?:noch\s+)?(?:im\s+(?:Laufe\s+des\s+)?laufenden\s+Jahre?s?|(?:noch\s+)?in\s+diesem\s+Jahr|bis\s+(?:zum\s+)?(?:Jahresende|Ende\s+(?:des|dieses)\s+Jahres)|zum\s+Jahresende)\b".to_owned(),
            Period,
            ThisYear(0),
        ),
        of(r"\b(?:noch\s+)?im\s+(?:Laufe\s+des\s+)?(?:kommenden|nächsten)\s+Jahre?s?\b".to_owned(), Period, ThisYear(1)),
        of(
            r"\b(?:noch\s+)?(?:innerhalb\s+|im\s+Laufe\s+)?(?:in|bis\s+zum\s+Ende|zum\s+Ende)?\s*(?:der|dieser)\s+(?:laufenden\s+|aktuellen\s+)?(?:Legislatur|Wahl|Legislaturp|Wahlp)eriode\b|\bin\s+der\s+(?:laufenden|aktuellen|21\.|20\.)\s+Legislatur\b".to_owned(),
            Period,
            Day::None,
        ),
        of(
            r"\b(?:in|innerhalb)\s+(?:den|der)\s+(?:nächsten|kommenden)\s+(?:Tagen?|Wochen?|Monaten?|Jahren?)\b".to_owned(),
            Period,
            Day::None,
        ),
        of(r"\b(?:zum|ab\s+dem|im)\s+(?:Schuljahr|Sommersemester|Wintersemester|Haushalt|Haushaltsjahr|Doppelhaushalt)\s+\d{4}(?:/\d{2,4})?".to_owned(), Period, Day::None),
        of(r"\b(?i:zu\s+gegebener\s+Zeit|in\s+Kürze|demnächst|zeitnah)\b".to_owned(), Period, Day::None),
        of(
            format!(r"\b(?:[Ee]rst\s+)?[Nn]ach\s+{ARTICLE}{STEP}(?:\s+(?:der|des|dieser|dieses|von)\s+(?:[a-zäöüß]+(?:en|er|es)\s+){{0,2}}[A-ZÄÖÜ][A-Za-zäöüß-]+)?"),
            Condition,
            Day::None,
        ),
        of(
            format!(r"\b(?:bis\s+zu[rm]?|[Mm]it)\s+{ARTICLE}(?:Abschluss|Vorliegen|Inkrafttreten|Fertigstellung|Verabschiedung|Vorlage|Veröffentlichung)(?:\s+(?:der|des|dieser|dieses|von)\s+(?:[a-zäöüß]+(?:en|er|es)\s+){{0,2}}[A-ZÄÖÜ][A-Za-zäöüß-]+)?"),
            Condition,
            Day::None,
        ),
        of(r"\b[Ss]obald\s+[^.;:]{3,90}?(?:vorliegt|vorliegen|ist|sind|wird|werden|wurde|wurden|hat|haben|kann)\b".to_owned(), Condition, Day::None),
        of(
            format!(r"\b(?:vorbehaltlich|in\s+Abhängigkeit\s+von|abhängig\s+von)\s+{ARTICLE}[A-ZÄÖÜ][a-zäöüß-]+(?:\s+(?:der|des|dieser|dieses)\s+[A-ZÄÖÜ][A-Za-zäöüß-]+)?"),
            Condition,
            Day::None,
        ),
    ]
});

/// Nouns behind „nach“ that name a source, not a step: „nach Angabe der Kommunen“.
static SOURCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^nach\s+(?:\S+\s+){0,3}?(?:angaben?|einschätzung|auffassung|mitteilung|schätzung|erfassung|erhebung|maßgabe|vorgabe|berechnung|rechnung|regelung|bewertung|vorstellung)\b",
    )
    .expect("a constant pattern")
});

static YEAR: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b\d{4}\b").expect("a constant pattern"));

/// Whether the words speak of a time that was over when the answer was given: nothing is announced then.
fn is_past(one: &Announced, answered: Date) -> bool {
    let year = YEAR.find(&one.until.words).and_then(|year| year.as_str().parse::<i16>().ok());
    one.due.is_some_and(|due| due < answered) || year.is_some_and(|year| year < answered.year())
}

/// What a passage announces, in the order of its words; of wordings that overlap the longest. `answered` is the
/// day of the answer: „im laufenden Jahr“ counts from it and names no day without it.
#[must_use]
pub fn announced(body: &Body, passage: Span, answered: Option<Date>) -> Vec<Announced> {
    let text = body.at(passage);
    let mut found: Vec<Announced> = Vec::new();
    for wording in WORDINGS.iter() {
        for words in wording.pattern.captures_iter(text) {
            let Some(all) = words.get(0) else { continue };
            let at = Span::new(passage.start + all.start(), passage.start + all.end()).trim(body.as_str());
            let until = Until { kind: wording.kind, words: body.line_at(at) };
            let due = day(wording.day, &words, answered);
            let one = Announced { at, until, due };
            if !SOURCE.is_match(&one.until.words) && !answered.is_some_and(|answered| is_past(&one, answered))
            {
                found.push(one);
            }
        }
    }
    found.sort_by_key(|one| (std::cmp::Reverse(one.at.len()), one.at.start));
    let mut kept: Vec<Announced> = Vec::new();
    for one in found {
        if kept.iter().all(|other| !other.at.overlaps(one.at)) {
            kept.push(one);
        }
    }
    kept.sort_by_key(|one| one.at);
    kept
}

fn day(day: Day, words: &Captures<'_>, answered: Option<Date>) -> Option<Date> {
    let named = |names: &[&str]| names.iter().find_map(|name| words.name(name)).map(|found| found.as_str());
    let year = named(&["y", "y2"]).and_then(|year| year.parse::<i16>().ok());
    let month = named(&["m", "m2"]).and_then(month_number);
    match day {
        Day::None => None,
        Day::Printed => {
            let month = named(&["n"]).and_then(|month| month.parse().ok()).or(month)?;
            Date::new(year?, month, named(&["d"])?.parse().ok()?).ok()
        }
        Day::EndOfMonth => end_of_month(year?, month?),
        Day::EndOfQuarter => end_of_month(year?, 3 * ordinal(named(&["q"])?)?),
        Day::EndOfHalf => end_of_month(year?, 6 * ordinal(named(&["h"])?)?),
        Day::EndOfYear => end_of_month(year?, 12),
        Day::MiddleOfYear => end_of_month(year?, 6),
        Day::ThisYear(later) => end_of_month(answered?.year() + later, 12),
    }
}

fn month_number(name: &str) -> Option<i8> {
    const NAMES: [&str; 12] =
        ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"];
    let place = NAMES.iter().position(|start| name.starts_with(start))?;
    i8::try_from(place + 1).ok()
}

fn ordinal(word: &str) -> Option<i8> {
    Some(match word.trim_end_matches('.') {
        "ersten" | "1" | "I" => 1,
        "zweiten" | "2" | "II" => 2,
        "dritten" | "3" | "III" => 3,
        "vierten" | "4" | "IV" => 4,
        _ => return None,
    })
}

fn end_of_month(year: i16, month: i8) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    first.checked_add(1.month()).ok()?.checked_sub(1.day()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `kind words due` of all that a sentence announces.
    fn check(text: &str, expect: &[&str]) {
        let body = Body::new(text);
        let answered = Date::new(2026, 4, 10).ok();
        let found: Vec<String> = announced(&body, body.span(), answered)
            .iter()
            .map(|one| {
                let due = one.due.map_or("-".to_owned(), |due| due.to_string());
                format!("{:?} {} {due}", one.until.kind, one.until.words)
            })
            .collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn dates() {
        check("Das Gesetz tritt zum 1. Januar 2027 in Kraft.", &["Date zum 1. Januar 2027 2027-01-01"]);
        check(
            "Er liegt spätestens bis zum 31.12.2026 vor.",
            &["Date spätestens bis zum 31.12.2026 2026-12-31"],
        );
        // A day on which something was is no promise.
        check("Die Antwort vom 3. März 2025 gilt fort.", &[]);
        check("Zum 31.02.2026 wird berichtet.", &[]);
        check("Die Regelung trat zum 01.01.2012 in Kraft.", &[]);
        check("Am 3. Juni 2025 fand ein Gespräch statt, im Herbst 2024 ein anderes.", &[]);
    }

    #[test]
    fn periods() {
        check("Dies ist für das erste Quartal vorgesehen.", &[]);
        check("Der Bericht folgt im ersten Quartal 2027.", &["Period im ersten Quartal 2027 2027-03-31"]);
        check("Der Bericht folgt bis Ende 2026.", &["Period bis Ende 2026 2026-12-31"]);
        check("Start ist Mitte 2027.", &["Period Mitte 2027 2027-06-30"]);
        check("Start ist im September 2026.", &["Period im September 2026 2026-09-30"]);
        check("Geplant ist das Frühjahr 2027.", &["Period Frühjahr 2027 -"]);
        check("noch im laufenden Jahr", &["Period noch im laufenden Jahr 2026-12-31"]);
        check("Er kommt im kommenden Jahr.", &["Period im kommenden Jahr 2027-12-31"]);
        check(
            "Die Brücke wird noch in dieser Wahlperiode saniert.",
            &["Period noch in dieser Wahlperiode -"],
        );
        check("Der Ausbau erfolgt in den nächsten Jahren.", &["Period in den nächsten Jahren -"]);
        check("Die Stelle wird zeitnah besetzt.", &["Period zeitnah -"]);
    }

    #[test]
    fn conditions() {
        check(
            "Ein Datum ist nach der Fertigstellung des Konzepts zu nennen.",
            &["Condition nach der Fertigstellung des Konzepts -"],
        );
        check(
            "Erst nach Abschluss der Prüfung wird entschieden.",
            &["Condition Erst nach Abschluss der Prüfung -"],
        );
        check(
            "Sobald die Ergebnisse der Erhebung vorliegen, wird informiert.",
            &["Condition Sobald die Ergebnisse der Erhebung vorliegen -"],
        );
        check("Nach Nummer 4 gilt das nicht.", &[]);
        check("Nach eigenen Angaben der Kommunen fehlen Plätze, nach Einschätzung des Kreises nicht.", &[]);
        check("Es wird derzeit geprüft.", &[]);
    }

    #[test]
    fn places_are_those_of_the_paper() {
        let body = Body::new("Frage. Er folgt bis Ende\n2026, sagt man.");
        let found = announced(&body, Span::new(7, 33), None);
        assert_eq!(body.at(found[0].at), "bis Ende\n2026");
        assert_eq!(found[0].until.words, "bis Ende 2026");
    }
}
