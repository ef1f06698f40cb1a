//! The printed head of a paper. What is not printed stays empty.

use std::sync::LazyLock;

use regex::Regex;

use super::dates::first_date;
use super::dialect::Dialect;
use super::lines::Line;
use crate::model::head::{Asker, Head, Kind};
use crate::model::outline::Outline;
use crate::model::text::Body;

static ASKER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(.+?)\s+vom\s+(\d{1,2}\..*\d{4})$").expect("a constant pattern"));

static NAME_AND_PARTY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"([^,()]+?)\s*\(([^()]+)\)").expect("a constant pattern"));

static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^Drucksache\s+(\d+\s?/\s?\d[\d ]*)$").expect("a constant pattern"));

const KINDS: [Kind; 3] = [Kind::KleineAnfrage, Kind::GrosseAnfrage, Kind::SchriftlicheAnfrage];

/// Reads the head from the lines the outline gives to it, and the signature from the outline.
pub(super) fn read(body: &Body, lines: &[Line<'_>], dialect: &Dialect, outline: &Outline) -> Head {
    let mut head = Head { parliament: Some(dialect.parliament.to_owned()), ..Head::default() };
    let end = outline.head.map_or(0, |span| span.end);
    let lines: Vec<&str> = lines.iter().filter(|l| l.span.end <= end).map(|l| l.text).collect();

    let mut title: Vec<&str> = Vec::new();
    let mut place = Place::BeforeAsker;
    for line in lines {
        place = match place {
            Place::BeforeAsker => {
                if let Some(asker) = ASKER.captures(line) {
                    head.askers = askers(&asker[1]);
                    head.asked = first_date(&asker[2]);
                    Place::Title
                } else {
                    read_top_line(&mut head, line);
                    Place::BeforeAsker
                }
            }
            Place::Title if line == dialect.and => Place::Between,
            Place::Title => {
                title.push(line);
                Place::Title
            }
            Place::Between if line == dialect.answer_word => Place::Answerer,
            Place::Between => Place::Between,
            Place::Answerer => {
                let known = head.answerer.get_or_insert_default();
                if !known.is_empty() {
                    known.push(' ');
                }
                known.push_str(line);
                Place::Answerer
            }
        };
    }
    head.title = (!title.is_empty()).then(|| title.join(" "));
    if let Some(signature) = outline.signature {
        let signed = body.at(signature);
        head.answered = signed.lines().next().and_then(first_date);
        let after_date: Vec<&str> = signed.lines().skip(1).map(str::trim).filter(|l| !l.is_empty()).collect();
        head.signatory = after_date.last().map(|name| (*name).to_owned());
    }
    head
}

enum Place {
    BeforeAsker,
    Title,
    Between,
    Answerer,
}

fn read_top_line(head: &mut Head, line: &str) {
    if let Some(number) = NUMBER.captures(line) {
        head.number = Some(number[1].split_whitespace().collect());
    } else if let Some(kind) = KINDS.into_iter().find(|kind| kind.printed() == line) {
        head.kind = Some(kind);
    } else if head.issued.is_none() && line.len() < 24 {
        head.issued = first_date(line);
    }
}

/// `A B (X), C D (Y)`; a name without a party is one asker.
fn askers(printed: &str) -> Vec<Asker> {
    let found: Vec<Asker> = NAME_AND_PARTY
        .captures_iter(printed)
        .map(|asker| Asker {
            name: asker[1].trim().trim_start_matches("und ").to_owned(),
            party: Some(asker[2].trim().to_owned()),
        })
        .collect();
    if found.is_empty() { vec![Asker { name: printed.trim().to_owned(), party: None }] } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_parties() {
        let printed: Vec<String> =
            askers("Ada Beispiel (Liste A) und Bo Muster (Liste B)").iter().map(Asker::printed).collect();
        assert_eq!(printed, ["Ada Beispiel (Liste A)", "Bo Muster (Liste B)"]);
        assert_eq!(askers("Ada Beispiel")[0].party, None);
    }
}
