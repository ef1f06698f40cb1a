//! The numbers of a paper: its own and that of the question.

use std::sync::LazyLock;

use regex::Regex;

use super::super::lines::Line;
use crate::model::head::Head;

/// Own number of the paper: `Drucksache 21/308`, `Drucksache 19 /21 204`, `Drs. 23/4418:`.
pub(super) static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:Drucksache|Drs\.|Drs|Drucks\.)\s*(?:Nr\.\s*|-\s*Nr\.?:?\s*)?:?\s*(\d{1,2}\s?/\s?\d[\d ]{0,7})",
    )
    .expect("a constant pattern")
});

pub(super) static BARE_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(\d{1,2}\s?/\s?\d[\d ]{1,6})$").expect("a constant pattern"));

/// „Kleine Anfrage 8/980“: where a question has no other number.
pub(super) static QUESTION_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"Anfrage\s+(?:Nr\.\s*)?(\d{1,2}/\d{1,6})").expect("a constant pattern"));

/// „– Drucksache 21/147 –“, „Drs. 19/11054,“, „(16/1631)“: the paper that asked.
pub(super) static ASKED_IN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[–—-]\s*(?:Drucksache|Drs\.)\s*(\d{1,2}/\d+)|eingegangen.*(?:Drucksache|Drs\.)\s*(\d{1,2}/\d+)|\((\d{1,2}/\d+)\)")
        .expect("a constant pattern")
});

pub(super) fn clean_number(printed: &str) -> String {
    printed.split_whitespace().collect()
}

pub(super) fn read_numbers(head: &mut Head, top: &[&Line<'_>], outs: &[&str]) {
    for (at, line) in top.iter().enumerate() {
        let asked_in = ASKED_IN.captures(line.text);
        if head.question_number.is_none()
            && let Some(found) = &asked_in
        {
            head.question_number =
                (1..=3).find_map(|nth| found.get(nth)).map(|found| found.as_str().to_owned());
        }
        let is_own = !line.text.trim_start().starts_with(['–', '—', '-', '('])
            && !line.text.contains("eingegangen")
            && !line.text.contains("auf die Kleine")
            && !line.text.trim_start().starts_with("zu ");
        if head.number.is_none() && is_own {
            if let Some(found) = NUMBER.captures(line.text) {
                head.number = Some(clean_number(&found[1]));
            } else if let Some(found) = BARE_NUMBER.captures(line.text)
                && at > 0
                && top[at - 1].text.starts_with("Drucksache")
            {
                head.number = Some(clean_number(&found[1]));
            }
        }
    }
    // The head may lack what every other page prints.
    if head.number.is_none() {
        head.number =
            outs.iter().find_map(|words| NUMBER.captures(words)).map(|found| clean_number(&found[1]));
    }
    if head.number.is_none() {
        let own = top.iter().find_map(|line| QUESTION_NUMBER.captures(line.text));
        head.number = own.map(|found| found[1].to_owned());
    }
}
