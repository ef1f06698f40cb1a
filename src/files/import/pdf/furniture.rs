//! Stage four: running heads, page numbers and feet, told by their place, their words and their return.

use std::collections::HashMap;

use super::super::printed::Part;
use super::leaf::{Leaf, is_note_start};
use super::order::Strip;

/// Running heads lie above this share of the page's height, feet below that.
const HEAD: f32 = 0.15;
const FOOT: f32 = 0.82;
/// The feet of a first page may be tall: notes on how the answer was sent, on paper and printing.
const TALL_FOOT: f32 = 0.6;

/// Marks what is no words of the paper. The head of the first page is text: it names the paper.
pub(super) fn mark(leaves: &mut [Leaf], small: f32) {
    let returning = Returning::of(leaves);
    for (number, leaf) in leaves.iter_mut().enumerate() {
        let order = leaf.top_to_bottom();
        if number > 0 {
            let is_head = |strip: &Strip| strip.y < HEAD * leaf.height && returning.is_furniture(strip);
            let heads: Vec<usize> =
                order.iter().copied().take_while(|&at| is_head(&leaf.strips[at])).take(4).collect();
            for at in heads {
                leaf.strips[at].part = Part::Furniture;
            }
        }
        mark_foot(leaf, &order, &returning);
        mark_notices(leaf, number == 0, small);
    }
}

/// Page numbers and running feet, from the lowest line upwards.
fn mark_foot(leaf: &mut Leaf, order: &[usize], returning: &Returning) {
    for &at in order.iter().rev().take(6) {
        let strip = &leaf.strips[at];
        if strip.y < FOOT * leaf.height || !returning.is_furniture(strip) {
            return;
        }
        leaf.strips[at].part = Part::Furniture;
    }
}

/// Feet that stand on one page only: when a paper came in and went out, who printed it, how the
/// answer was sent. A small block at the foot of the first page is one of them, unless it is a footnote.
fn mark_notices(leaf: &mut Leaf, is_first: bool, small: f32) {
    let mut has_notes = false;
    for block in leaf.blocks().into_iter().rev().take(40) {
        let strips = || block.iter().map(|&at| &leaf.strips[at]);
        if strips().all(|strip| strip.part == Part::Furniture) {
            continue;
        }
        let is_low = strips().all(|strip| strip.y > TALL_FOOT * leaf.height);
        let is_small = strips().all(|strip| strip.size <= small);
        let is_notice = strips().any(|strip| begins_notice(&strip.text));
        has_notes |= strips().any(|strip| is_note_start(&strip.text));
        if !is_low || !(is_small || is_notice) {
            return;
        }
        // Above footnotes stands text, and a table in small type is no foot.
        let is_foot = is_first && !has_notes && strips().all(|strip| !strip.text.contains('\t'));
        if is_notice || (is_foot && leaf.is_set_off(block[0])) {
            for at in block {
                leaf.strips[at].part = Part::Furniture;
            }
        }
    }
}

/// How such feet begin, in the papers of all parliaments.
fn begins_notice(text: &str) -> bool {
    const BEGINNINGS: [&str; 14] = [
        "Eingegangen:",
        "Eingegangen am",
        "Ausgegeben:",
        "Ausgegeben am",
        "Herstellung:",
        "Gesamtherstellung:",
        "Druck:",
        "Vertrieb:",
        "ISSN",
        "Die Antwort wurde namens",
        "Die Drucksache enthält zusätzlich",
        "Drucksachen und Plenarprotokolle",
        "Der Landtag druckt auf",
        "Die Veröffentlichungen des Landtags",
    ];
    let text = text.trim_start_matches(['*', ' ']);
    BEGINNINGS.iter().any(|beginning| text.starts_with(beginning))
}

/// What stands on several pages at the same height.
struct Returning {
    /// The heights at which words stand, by the words.
    heights: HashMap<String, Vec<f32>>,
}

impl Returning {
    fn of(leaves: &[Leaf]) -> Self {
        let mut heights: HashMap<String, Vec<f32>> = HashMap::new();
        for leaf in leaves {
            let is_outer = |strip: &&Strip| strip.y < HEAD * leaf.height || strip.y > FOOT * leaf.height;
            for strip in leaf.strips.iter().filter(is_outer) {
                heights.entry(signature(&strip.text)).or_default().push(strip.y);
            }
        }
        Self { heights }
    }

    fn is_furniture(&self, strip: &Strip) -> bool {
        strip.artifact || is_page_number(&strip.text) || names_the_paper(&strip.text) || self.returns(strip)
    }

    fn returns(&self, strip: &Strip) -> bool {
        let heights = self.heights.get(&signature(&strip.text)).map_or(&[][..], Vec::as_slice);
        heights.iter().filter(|y| (*y - strip.y).abs() < 6.0).count() > 1
    }
}

/// The words of a line in any order and with any numbers, since left and right pages mirror each other.
fn signature(text: &str) -> String {
    let mut words: Vec<String> =
        text.split_whitespace().map(|word| word.replace(|c: char| c.is_ascii_digit(), "0")).collect();
    words.iter_mut().filter(|word| word.bytes().all(|byte| byte == b'0')).for_each(|word| word.truncate(1));
    words.sort();
    words.join(" ")
}

fn is_page_number(text: &str) -> bool {
    let bare = text.trim_matches(['–', '-', '—', ' ', '.', '|']);
    let bare = bare.strip_prefix("Seite ").unwrap_or(bare);
    let mut numbers = bare.split(['/', ' ']).filter(|part| !part.is_empty() && *part != "von");
    let is_number = |part: &str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    numbers.clone().count() <= 2 && numbers.clone().count() > 0 && numbers.all(is_number)
}

/// A line of nothing but house, term, number and page. Other words beside them are text, as in a
/// sentence that goes on with "Drucksache 20/11842" on the next page.
fn names_the_paper(text: &str) -> bool {
    const NAMING: [&str; 8] = [
        "drucksache",
        "wahlperiode",
        "landtag",
        "landtags",
        "bundestag",
        "abgeordnetenhaus",
        "bürgerschaft",
        "seite",
    ];
    const BESIDE: [&str; 40] = [
        "von",
        "des",
        "der",
        "und",
        "zu",
        "deutscher",
        "hessischer",
        "bayerischer",
        "niedersächsischer",
        "sächsischer",
        "thüringer",
        "schleswig-holsteinischer",
        "brandenburgischer",
        "baden-württemberg",
        "nordrhein-westfalen",
        "rheinland-pfalz",
        "mecklenburg-vorpommern",
        "sachsen-anhalt",
        "brandenburg",
        "saarlandes",
        "saarland",
        "berlin",
        "freien",
        "hansestadt",
        "freie",
        "hamburg",
        "bremische",
        "bremen",
        "hessen",
        "sachsen",
        "thüringen",
        "schleswig-holstein",
        "niedersachsen",
        "bayern",
        "drs",
        "wp",
        "nr",
        "p",
        "s",
        "stadt",
    ];
    let words =
        text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    let words: Vec<String> = words.filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let names = words.iter().any(|word| NAMING.contains(&word.as_str()));
    names && words.iter().all(|word| NAMING.contains(&word.as_str()) || BESIDE.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::leaf::tests::{leaf, parts};
    use super::*;

    fn check(pages: &[&str], expect: &[&str]) {
        let mut leaves: Vec<Leaf> = pages.iter().map(|page| leaf(page)).collect();
        mark(&mut leaves, 9.0);
        assert_eq!(leaves.iter().map(parts).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn running_heads_go_and_the_head_of_the_first_page_stays() {
        check(
            &[
                "40 11 Landtag von Sachsen\n60 11 Drucksache 1/2\n300 11 Text",
                "40 11 Landtag von Sachsen Drucksache 1/2\n100 11 Text\n810 11 2",
            ],
            &["TTT", "FTF"],
        );
    }

    #[test]
    fn left_and_right_heads_mirror_each_other() {
        check(
            &[
                "300 11 Text",
                "40 9 Amtsblatt 17 – 2 – Musterstadt\n100 11 A",
                "40 9 Musterstadt – 3 – Amtsblatt 17\n100 11 B",
            ],
            &["T", "FT", "FT"],
        );
    }

    #[test]
    fn a_sentence_that_goes_on_with_a_number_is_text() {
        check(
            &["300 11 Text", "40 9 Drucksache 1/2 Seite 2\n70 11 Drucksache 20/11842 verwiesen. Ferner"],
            &["T", "FT"],
        );
    }

    #[test]
    fn the_feet_of_the_first_page_are_furniture() {
        check(
            &[
                "300 11 Text\n740 8 Die Antwort wurde namens der Regierung übermittelt.\n750 8 Sie enthält alles.",
            ],
            &["TFF"],
        );
        check(&["300 11 Text\n740 8 Kleines, das niemand kennt"], &["TF"]);
        check(&["728 11 Text\n740 8 Kleines, das niemand kennt"], &["TT"]);
        check(&["300 11 Text\n740 8 Fulda\t7\n760 8 1 Siehe dort"], &["TTT"]);
        check(&["300 11 Text\n740 8 1 Siehe dort"], &["TT"]);
        check(&["300 11 Text\n740 11 Wiesbaden, den 3. Mai"], &["TT"]);
    }

    #[test]
    fn a_question_in_smaller_type_at_the_foot_is_text() {
        check(&["300 11 Text\n740 9.6 2. Welche Verfahren sollen folgen?"], &["TT"]);
    }

    #[test]
    fn page_numbers_in_many_forms() {
        for number in ["3", "– 3 –", "Seite 3 von 10", "3 / 4", "Seite 3/4"] {
            assert!(is_page_number(number), "{number}");
        }
        for other in ["", "Seite", "12345", "3 Hunde", "1 2 3"] {
            assert!(!is_page_number(other), "{other}");
        }
    }
}
