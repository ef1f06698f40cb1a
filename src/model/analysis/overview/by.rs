//! By what the charts of the overview part the questions.

use jiff::civil::Date;

use crate::model::{Document, Filter, TagId};

/// What a bar stands for. In the order of the charts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum By {
    /// Everything in one bar.
    All,
    /// Who answered, as printed.
    Ministry,
    /// What was asked for; a question may ask for several.
    Asked,
    /// The party of those who asked; a paper of two parties counts for both.
    Party,
    Parliament,
    /// The day of the answer, or of the printing where that is not known: the day by which filters go, too.
    Quarter,
    /// The finer marks of one tag that gives nothing; a question may carry several.
    Facet,
}

/// Papers that belong into one bar.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    Printed(String),
    Quarter(i16, i8),
    /// What is not printed; last.
    NotPrinted,
}

/// The bars a paper belongs into, each once, with what it prints.
pub(super) fn kinds(by: By, document: &Document) -> Vec<(Kind, String)> {
    let head = &document.head;
    let named = |printed: Option<&str>| {
        let printed = printed.unwrap_or_default();
        let tidy = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        let kind = if tidy.is_empty() { Kind::NotPrinted } else { Kind::Printed(tidy) };
        (kind, printed.to_owned())
    };
    match by {
        By::Ministry => vec![named(head.answerer.as_deref())],
        By::Parliament => vec![named(head.parliament.as_deref())],
        By::Party => {
            let mut parties: Vec<(Kind, String)> =
                head.askers.iter().map(|asker| named(asker.party.as_deref())).collect();
            parties.sort();
            parties.dedup_by(|a, b| a.0 == b.0);
            let some_printed = parties.iter().any(|(kind, _)| *kind != Kind::NotPrinted);
            if some_printed {
                parties.retain(|(kind, _)| *kind != Kind::NotPrinted);
            }
            if parties.is_empty() { vec![named(None)] } else { parties }
        }
        By::Quarter => {
            let quarter = |day: Date| (Kind::Quarter(day.year(), (day.month() + 2) / 3), String::new());
            head.day_of_answer().map(quarter).into_iter().collect()
        }
        By::All | By::Asked | By::Facet => Vec::new(),
    }
}

/// The filter that lets pass what another does and stands in this bar, which holds what papers print in these ways.
pub(super) fn narrowed(filter: &Filter, by: By, kind: &Kind, printed: &[String]) -> Filter {
    let mut filter = filter.clone();
    match (by, kind) {
        (By::Ministry, _) => filter.offices = printed.to_vec(),
        (By::Party, _) => filter.parties = printed.to_vec(),
        (By::Parliament, _) => filter.parliaments = printed.to_vec(),
        (By::Quarter, Kind::Quarter(year, quarter)) => {
            let first = Date::new(*year, quarter * 3 - 2, 1).ok();
            let last = Date::new(*year, quarter * 3, 1).ok().map(Date::last_of_month);
            filter.from = filter.from.max(first);
            filter.until = [filter.until, last].into_iter().flatten().min();
        }
        _ => {}
    }
    filter
}

/// The same with one tag only.
pub(super) fn tagged(filter: &Filter, tag: &TagId) -> Filter {
    Filter { tags: vec![tag.clone()], open: false, ..filter.clone() }
}

/// Whether a filter already names things of this kind and not this one: then the filter of the bar could not say
/// both, and the bar would show what the filter leaves out.
pub(super) fn is_beside(filter: &Filter, by: By, printed: &str) -> bool {
    by == By::Party && !filter.parties.is_empty() && !filter.parties.iter().any(|party| party == printed)
}

/// The short form of a long name, only where it is printed with it: „Ministerium des Innern (`HMdI`)“.
pub(super) fn short_form(printed: &str) -> Option<&str> {
    let (_, rest) = printed.rsplit_once('(')?;
    let (short, _) = rest.split_once(')')?;
    let is_short = (2..=12).contains(&short.chars().count()) && !short.contains(' ');
    let capitals = short.chars().filter(|letter| letter.is_uppercase()).count();
    (is_short && capitals >= 2).then_some(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_is_printed_or_not_there() {
        let short = short_form;
        assert_eq!(short("Hessisches Ministerium des Innern (HMdI)"), Some("HMdI"));
        assert_eq!(short("Minister für Verkehr"), None);
        assert_eq!(short("Senator (in Vertretung)"), None);
    }

    #[test]
    fn a_quarter_is_three_months_within_the_filter() {
        let day = |month, day| Some(Date::constant(2026, month, day));
        let base = Filter { from: day(5, 4), ..Filter::default() };
        let narrow = narrowed(&base, By::Quarter, &Kind::Quarter(2026, 2), &[]);
        assert_eq!((narrow.from, narrow.until), (day(5, 4), day(6, 30)));
        let narrow = narrowed(&Filter::default(), By::Quarter, &Kind::Quarter(2026, 4), &[]);
        assert_eq!((narrow.from, narrow.until), (day(10, 1), day(12, 31)));
    }
}
