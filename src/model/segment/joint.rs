//! „Die Fragen 1 bis 4 werden gemeinsam beantwortet.“: which questions a sentence joins.

use std::sync::LazyLock;

use regex::Regex;

static JOINT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[^.:]*?\bFragen?\s+((?:\d+(?:\s*,\s*|\s+(?:bis|und|sowie)\s+)?)+)\s*[^.:]*?\bbeantwortet\b[^.:]*[.:]")
        .expect("a constant pattern")
});

static LABEL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\d+|bis").expect("a constant pattern"));

/// A joint sentence at the start of a paragraph: the numbers it names and its length in bytes.
/// „Die Frage 3 kann nicht beantwortet werden“ names one number and joins nothing.
pub(super) fn joint(text: &str) -> Option<(Vec<u32>, usize)> {
    let found = JOINT.captures(text)?;
    let numbers = numbers(&found[1]);
    (numbers.len() > 1).then(|| (numbers, found[0].len()))
}

/// `1 bis 3 und 10` → 1, 2, 3, 10.
fn numbers(list: &str) -> Vec<u32> {
    /// More would be a misreading, not a range.
    const LONGEST_RANGE: u32 = 200;
    let mut numbers: Vec<u32> = Vec::new();
    let mut range = false;
    for token in LABEL.find_iter(list) {
        let Ok(number) = token.as_str().parse::<u32>() else {
            range = true;
            continue;
        };
        match numbers.last() {
            Some(&from) if range && from < number && number - from < LONGEST_RANGE => {
                numbers.extend(from + 1..=number);
            }
            _ => numbers.push(number),
        }
        range = false;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[u32]) {
        assert_eq!(joint(text).map(|(numbers, _)| numbers).unwrap_or_default(), expect, "{text}");
    }

    #[test]
    fn the_wordings_of_a_joint_answer() {
        check(
            "Die Fragen 1 bis 4 werden aufgrund des Sachzusammenhangs gemeinsam beantwortet.",
            &[1, 2, 3, 4],
        );
        check("Die Fragen 8 und 9 werden gemeinsam beantwortet:", &[8, 9]);
        check("Fragen 2, 3 und 7 werden wie folgt zusammen beantwortet: Ja.", &[2, 3, 7]);
        check(
            "Wegen des Zusammenhangs werden die Fragen 1 bis 3 und 10 gemeinsam beantwortet.",
            &[1, 2, 3, 10],
        );
        check("Die Frage 13 und 14 werden gemeinsame beantwortet.", &[13, 14]);
    }

    #[test]
    fn other_sentences_join_nothing() {
        check("Die Frage 3 kann nicht offen beantwortet werden.", &[]);
        check("Im Übrigen wird auf die Antwort zu Frage 4 verwiesen.", &[]);
        check("Das Land fördert 2 und 3 Vorhaben.", &[]);
    }

    #[test]
    fn the_sentence_ends_where_the_answer_begins() {
        let text = "Die Fragen 1 und 2 werden gemeinsam beantwortet. Ja.";
        let (_, length) = joint(text).expect("a joint sentence");
        assert_eq!(&text[length..], " Ja.");
    }
}
