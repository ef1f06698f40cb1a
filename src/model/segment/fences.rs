//! The fences of a paper: what opens its answers, what ends them, what stands before as a remark.

use std::sync::LazyLock;

use regex::Regex;

use super::dialect::Dialect;
use super::lines::Line;
use crate::model::outline::RemarkBy;
use crate::model::text::Span;

/// „… beantworte ich die Kleine Anfrage wie folgt:“, „… hat die Kleine Anfrage … beantwortet.“
static TRANSMITS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?is)(\bbeantworte(t|n)?\b.*?anfrage.*?(wie\s+folgt|folgendermaßen|folgendes)\s*[:.]?\s*$)|(anfrage\b.*?(wie\s+folgt\s+)?\bbeantwortet\s*(:|\.|wie\s+folgt\s*[:.]?)\s*$)",
    )
    .expect("a constant pattern")
});

/// A sentence about an answer that transmits none.
static IS_NO_TRANSMISSION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\bfragen?\s+\d|\bvgl\.|\bsiehe\b|übermittelt|\bwurden?\b.{0,80}\banfrage|noch nicht")
        .expect("a constant pattern")
});

/// How a transmission begins where nothing ends the line before: a title has no full stop.
const BEGINNINGS: [&str; 12] = [
    "Im Namen",
    "Namens",
    "namens",
    "Mit Schreiben",
    "Die Landesregierung",
    "Die Ministerin",
    "Der Minister",
    "Das Ministerium",
    "Die Vorbemerkung",
    "Diese Vorbemerkung",
    "Der Senat",
    "Die Kleine Anfrage",
];

/// The lines of a transmission sentence, each as first line and the one behind its last.
pub(super) fn transmissions(lines: &[Line<'_>]) -> Vec<(usize, usize)> {
    /// A transmission names ministers and partners, but not without end.
    const LONGEST: usize = 6;
    let mut found: Vec<(usize, usize)> = Vec::new();
    for end in 0..lines.len() {
        let last = lines[end].text.trim_end();
        let closes = last.ends_with(':') || last.ends_with('.') || last.ends_with("folgt");
        if !closes || !(last.contains("folg") || last.contains("beantwort")) {
            continue;
        }
        let mut text = String::new();
        let mut start = end;
        for first in (end.saturating_sub(LONGEST)..=end).rev() {
            let line = &lines[first];
            if first < end && ends_sentence(line.text) {
                break;
            }
            text.insert(0, ' ');
            text.insert_str(0, line.text);
            start = first;
            let begins = line.after_blank || BEGINNINGS.iter().any(|word| line.text.starts_with(word));
            if begins && TRANSMITS.is_match(text.trim_end()) {
                break;
            }
        }
        let text = text.trim_end();
        // In a paragraph on one line only the last sentence transmits.
        let sentence = text.rfind(". ").map_or(text, |at| {
            let last = &text[at + 2..];
            if TRANSMITS.is_match(last) { last } else { text }
        });
        if TRANSMITS.is_match(sentence) && !IS_NO_TRANSMISSION.is_match(sentence) && sentence.len() < 900 {
            found.push((start, end + 1));
        }
    }
    found
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end();
    if let Some(bare) = text.strip_suffix('.') {
        // „am 3.“, „Nr.“ and the like end no sentence.
        let word = bare.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        return word.chars().count() > 3 || word.len() == 4;
    }
    text.ends_with(['?', '!', ':', '“'])
}

/// „Antwort“ or „Antwort des Staatsministeriums …“ as a heading in the middle of a paper.
pub(super) fn answer_headings(lines: &[Line<'_>]) -> Vec<usize> {
    (0..lines.len())
        .filter(|at| {
            let text = squashed(lines[*at].text);
            let heading = lines[*at].text.chars().count() < 110 && !lines[*at].text.ends_with(['.', ',']);
            heading && (text == "antwort" || text == "antworten" || text.starts_with("antwortde"))
        })
        .collect()
}

/// Small letters without blanks: „V o r b e m e r k u n g“ and „Vorbemerkung“ are the same.
pub(super) fn squashed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Place and date, alone on a line: „Wiesbaden, den 10. April 2026“.
static PLACE_AND_DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\p{Lu}[\p{L} .()/-]{1,40},\s+(?:den\s+|im\s+|am\s+)?(?:\d{1,2}\.\s*(?:\p{L}+|\d{1,2}\.)\s*)?\p{L}*\s*\d{4}$")
        .expect("a constant pattern")
});

pub(super) fn is_place_and_date(text: &str) -> bool {
    PLACE_AND_DATE.is_match(text)
}

/// Lines that stand only behind the last answer.
static END: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:Ausgegeben: \d|Eingegangen: \d|\(verteilt am|\(Verteilt am|\(Ausgegeben am|Gesamtherstellung:|Satz: |Vertrieb: |ISSN 0|Hinweise des Landtagsamts",
        r"|Mit fr\S+ Gr|In Vertretung\b.*$|Im Auftrag\b.*$|[Ii]\. ?V\. ?$|gez\.|Für die Richtigkeit",
        r"|Anlagen?\s*(?:\d+|[A-Z]|[IVX]+)?\s*[*:)]*$|Anlagen?\s+(?:zur?|zum|\d+\s*(?:zu|:|–|-))\b.*$",
        r"|\*?\s*Auf einen Abdruck|\*\s*Von einer? (?:Drucklegung|Abdruck)|Druck(?:legung)?: |Herstellung: |Herausgegeben |_{10,}$)"
    ))
    .expect("a constant pattern")
});

/// Offices that sign.
const OFFICES: [&str; 16] = [
    "minister",
    "ministerin",
    "staatsminister",
    "staatsministerin",
    "ministerialdirektor",
    "ministerialdirektorin",
    "staatssekretär",
    "staatssekretärin",
    "senator",
    "senatorin",
    "staatsrat",
    "staatsrätin",
    "ministerpräsident",
    "ministerpräsidentin",
    "bürgermeister",
    "bürgermeisterin",
];

/// The line at which the last answer has ended, looked for from `from` on; none where nothing ends it.
pub(super) fn end(lines: &[Line<'_>], from: usize) -> Option<usize> {
    (from..lines.len()).find(|at| {
        let line = &lines[*at];
        (END.is_match(line.text)
            && (line.text.len() < 180
                || ["Gesamtherstellung", "Satz: ", "Vertrieb: "]
                    .iter()
                    .any(|word| line.text.starts_with(*word))))
            || PLACE_AND_DATE.is_match(line.text)
            || (line.starts_page && line.text.contains("Anlage"))
            || (line.after_blank && ends_with_annex(line.text))
            || signs(lines, *at, from)
    })
}

/// „Übersicht der Ausfälle … Anlage 1“: the annex is named at the end of its heading.
fn ends_with_annex(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    bare.ends_with(" Anlage") && text.chars().count() < 160
}

/// A name, and the office below it.
fn signs(lines: &[Line<'_>], at: usize, from: usize) -> bool {
    let name = lines[at].text;
    let words = name.split_whitespace().count();
    let is_name = at > from
        && (1..=6).contains(&words)
        && name.chars().count() < 50
        && name.starts_with(char::is_uppercase)
        && !name.ends_with(['.', ',', ':', ';', '?'])
        && !name.contains(|c: char| c.is_ascii_digit());
    let Some(office) = lines.get(at + 1).filter(|_| is_name) else { return false };
    if !ends_sentence_or_item(lines[at - 1].text) {
        return false;
    }
    let first = office.text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    OFFICES.contains(&first.as_str()) && !office.text.ends_with('.') && office.text.chars().count() < 120
}

fn ends_sentence_or_item(text: &str) -> bool {
    text.ends_with(['.', '!', ')', '“', '"', ':', ';', '*']) || text.ends_with(|c: char| c.is_ascii_digit())
}

/// The heading of a remark, and whose it is. `bare` is whose a heading is that does not say.
pub(super) fn remark(line: &Line<'_>, dialect: &Dialect) -> Option<RemarkBy> {
    let text = line.text.trim_start_matches(['#', '*', '_', ' ']);
    if text.chars().count() > 130 || text.ends_with(['.', '?', ',']) {
        return None;
    }
    let squashed = squashed(text);
    let known = ["vorbemerkung", "einleitungfürdiefragen", "vorwort", "begründung"];
    let opening = known.iter().find(|word| squashed.starts_with(**word))?;
    let rest = squashed[opening.len()..].trim_start_matches("en");
    let marked = text.trim_end().ends_with(':') || text.starts_with(|c: char| c.is_uppercase());
    if !marked || (*opening != "vorbemerkung" && !rest.is_empty()) {
        return None;
    }
    let asker = ["frag", "abgeordnet", "anfrag", "kleinenanfrage", "antragstell"];
    let government = ["regierung", "minister", "senat", "verwaltung", "staatskanzlei"];
    if *opening != "vorbemerkung" || asker.iter().any(|word| rest.contains(word)) {
        return Some(RemarkBy::Asker);
    }
    if government.iter().any(|word| rest.contains(word)) {
        return Some(RemarkBy::Government);
    }
    rest.is_empty().then_some(dialect.bare_remark)
}

/// „Ich frage die Landesregierung:“: what introduces the list of questions.
static ASKS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(\b(frage|fragen)\s+(ich|wir)\b|\b(ich|wir)\s+fragen?\s+(daher\s+|deshalb\s+|nun\s+)?(die|den|das)\b|wird\s+gefragt|folgenden\s+wortlaut|vor\s+diesem\s+hintergrund\s+fragen?).*:\s*$",
    )
    .expect("a constant pattern")
});

/// Whether a line introduces the questions.
pub(super) fn introduces_questions(text: &str) -> bool {
    text.len() < 400 && ASKS.is_match(text)
}

/// From the first of these lines to the end of the last.
pub(super) fn span_of(lines: &[Line<'_>]) -> Option<Span> {
    Some(Span::new(lines.first()?.span.start, lines.last()?.span.end))
}
