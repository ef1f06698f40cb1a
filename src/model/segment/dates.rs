//! German dates as papers print them.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Match, Regex};

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let months = MONTHS.join("|");
    let german = format!(r"(\d{{1,2}})\.\s*(?:(\d{{1,2}})\.\s*|((?i:{months}))\s+)(\d{{4}}\b|\d{{2}}\b)");
    Regex::new(&format!(r"{german}|\b(\d{{4}})-(\d{{2}})-(\d{{2}})\b")).expect("a constant pattern")
});

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// Whether the first word of a text is a month: behind „3. “ it is a date, not the third of something.
pub(super) fn begins_with_month(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    MONTHS.contains(&word)
}

/// The first date in a text: `25.02.2026`, `27. 04. 2026`, `10. April 2026`, `11.06.26`, `2026-06-11`.
pub(super) fn first_date(text: &str) -> Option<Date> {
    DATE.captures_iter(text).find_map(|found| date(&found))
}

/// Every date in a text, in order.
pub(super) fn all_dates(text: &str) -> Vec<Date> {
    DATE.captures_iter(text).filter_map(|found| date(&found)).collect()
}

fn date(found: &Captures<'_>) -> Option<Date> {
    if let (Some(year), Some(month), Some(day)) = (found.get(5), found.get(6), found.get(7)) {
        let number = |part: Match<'_>| part.as_str().parse::<i8>().ok();
        return Date::new(year.as_str().parse().ok()?, number(month)?, number(day)?).ok();
    }
    let day = found[1].parse().ok()?;
    let month = match (found.get(2), found.get(3)) {
        (Some(number), _) => number.as_str().parse().ok()?,
        (_, Some(name)) => {
            let name = name.as_str().to_lowercase();
            let place = MONTHS.iter().position(|month| month.to_lowercase() == name)?;
            i8::try_from(place + 1).ok()?
        }
        _ => return None,
    };
    let year: i16 = found[4].parse().ok()?;
    // Two digits mean this century: no paper in such print is older.
    Date::new(if year < 100 { 2000 + year } else { year }, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_whole_words() {
        assert!(begins_with_month("Mai 2026"));
        assert!(!begins_with_month("Maier fragt"));
        assert!(!begins_with_month("Wann im Mai"));
    }

    #[test]
    fn every_printed_way() {
        let day = Some(Date::constant(2026, 4, 10));
        assert_eq!(first_date("vom 10.04.2026"), day);
        assert_eq!(first_date("10. 04. 2026"), day);
        assert_eq!(first_date("Wiesbaden, 10. April 2026"), day);
        assert_eq!(first_date("vom 10.04.26"), day);
        assert_eq!(first_date("2026-04-10"), day);
        assert_eq!(first_date("den 10. Brumaire 2026"), None);
        assert_eq!(first_date("31.02.2026"), None);
    }
}
