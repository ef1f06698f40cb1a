//! „Die Fragen 1 bis 4 werden gemeinsam beantwortet.“: which questions a sentence joins.

use std::sync::LazyLock;

use regex::Regex;

use super::label::{Item, list};

/// The words before the list of labels: „Aufgrund des Sachzusammenhangs werden die Fragen …“.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[^.:?]*?\b(?:Fragen?|Teilfragen|Unterfragen|Ziffern|Nummern)\s+")
        .expect("a constant pattern")
});

/// What comes behind it, up to the end of the sentence.
static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[^.:?]*?\b(?:beantwortet|zusammengefasst|beantworten|beantworte)\b[^.:?]*[.:]")
        .expect("a constant pattern")
});

/// A longer sentence is an answer and joins nothing, in bytes.
const LONGEST: usize = 500;

/// A joint sentence at the start of a text: the labels it names and its length in bytes.
/// „Die Frage 3 kann nicht beantwortet werden“ names one and joins nothing.
pub(super) fn joint(text: &str) -> Option<(Vec<Item>, usize)> {
    let before = BEFORE.find(text)?;
    let (items, length) = list(&text[before.end()..])?;
    if matches!(items[..], [Item::One(_)]) {
        return None;
    }
    let at = before.end() + length;
    // The dot of „Fragen 1 und 2.“ belongs to the sentence, not to the list.
    let behind = BEHIND.find(&text[at..])?;
    let end = at + behind.end();
    (end <= LONGEST).then_some((items, end))
}

#[cfg(test)]
mod tests {
    use super::super::label::{Label, expand};
    use super::*;

    fn check(text: &str, expect: &str) {
        let found = joint(text).map(|(items, _)| expand(&items, &[])).unwrap_or_default();
        let printed: Vec<String> = found.into_iter().map(Label::printed).collect();
        assert_eq!(printed.join(" "), expect, "{text}");
    }

    #[test]
    fn the_wordings_of_a_joint_answer() {
        check("Die Fragen 1 bis 4 werden aufgrund des Sachzusammenhangs gemeinsam beantwortet.", "1 2 3 4");
        check("Die Fragen 8 und 9 werden gemeinsam beantwortet:", "8 9");
        check("Fragen 2, 3 und 7 werden wie folgt zusammen beantwortet: Ja.", "2 3 7");
        check("Wegen des Zusammenhangs werden die Fragen 1 bis 3 und 10 gemeinsam beantwortet.", "1 2 3 10");
        check("Die Frage 13 und 14 werden gemeinsame beantwortet.", "13 14");
        check("Die Fragen 5 bis 5b werden gemeinsam beantwortet.", "5 5a 5b");
        check("Die Fragen 1.1 bis 1.3 werden gemeinsam\nbeantwortet.", "1.1 1.3");
        check("Daher werden die Fragen 3,4 im Zusammenhang beantwortet.", "3 4");
        check("Die Antworten zu den Fragen 2 und 3 werden zusammengefasst.", "2 3");
    }

    #[test]
    fn other_sentences_join_nothing() {
        check("Die Frage 3 kann nicht offen beantwortet werden.", "");
        check("Im Übrigen wird auf die Antwort zu Frage 4 verwiesen.", "");
        check("Es wird auf die Antworten zu den Fragen 3 und 5 verwiesen.", "");
        check("Das Land fördert 2 und 3 Vorhaben.", "");
    }

    #[test]
    fn the_sentence_ends_where_the_answer_begins() {
        let text = "Die Fragen 1 und 2 werden gemeinsam beantwortet. Ja.";
        let (_, length) = joint(text).expect("a joint sentence");
        assert_eq!(&text[length..], " Ja.");
    }
}
