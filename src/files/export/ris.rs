//! The papers as RIS, for Zotero, Citavi and `EndNote`.

use std::fmt::Write as _;

use crate::model::analysis::Source;

/// A report (`RPRT`) for each paper, UTF-8 with CRLF: the type with fields for institution and number that all
/// these programs take in.
#[must_use]
pub fn ris(sources: &[Source]) -> String {
    sources.iter().map(entry).collect::<Vec<_>>().join("\r\n")
}

fn entry(source: &Source) -> String {
    let mut out = String::new();
    let mut line = |tag: &str, value: &str| {
        let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let _ = write!(out, "{tag}  - {value}\r\n");
    };
    line("TY", "RPRT");
    line("ID", &source.key);
    if let Some(house) = source.house {
        line("AU", house);
    }
    line("TI", &source.title);
    if let Some(house) = source.house {
        line("PB", house);
    }
    if let Some(number) = &source.number {
        line("M3", "Drucksache");
        line("SN", number);
    }
    if let Some(date) = source.date {
        line("PY", &date.year().to_string());
        line("DA", &date.strftime("%Y/%m/%d").to_string());
    }
    line("LA", "de");
    if !source.note.is_empty() {
        line("N1", &source.note);
    }
    line("ER", "");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_is_a_report() {
        let source = Source {
            key: "bayern-19-1".into(),
            title: "Zwei\nZeilen".into(),
            house: Some("Bayerischer Landtag"),
            number: Some("19/1".into()),
            date: Some(jiff::civil::date(2026, 4, 7)),
            note: String::new(),
        };
        assert_eq!(
            ris(&[source]),
            "TY  - RPRT\r\nID  - bayern-19-1\r\nAU  - Bayerischer Landtag\r\nTI  - Zwei Zeilen\r\nPB  - Bayerischer \
             Landtag\r\nM3  - Drucksache\r\nSN  - 19/1\r\nPY  - 2026\r\nDA  - 2026/04/07\r\nLA  - de\r\nER  - \r\n"
        );
    }
}
