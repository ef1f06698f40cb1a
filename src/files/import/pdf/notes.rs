//! Stage five: footnotes, in smaller type at the foot of a page, each with its number.

use std::collections::HashSet;

use super::super::printed::Part;
use super::leaf::{Leaf, is_note_start, note_number};

/// Marks the footnotes of all pages. What runs through the foot of a page must have been marked before.
pub(super) fn mark(leaves: &mut [Leaf], small: f32) {
    let mut went_on = false;
    for leaf in leaves {
        let foot = small_foot(leaf, small);
        let first = first_note(leaf, &foot, went_on);
        let notes = &foot[foot.len() - first.map_or(0, |first| foot.len() - first)..];
        for &at in notes {
            leaf.strips[at].part = Part::Note;
        }
        went_on = !notes.is_empty();
    }
}

/// The lines of small type at the end of a page, from top to bottom.
fn small_foot(leaf: &Leaf, small: f32) -> Vec<usize> {
    let order = leaf.top_to_bottom();
    let is_text = |at: &&usize| leaf.strips[**at].is_text();
    let is_small = |at: &&usize| leaf.strips[**at].size <= small;
    let mut foot: Vec<usize> = order.iter().rev().filter(is_text).take_while(is_small).copied().collect();
    foot.reverse();
    foot
}

/// Where in the small foot of a page the footnotes begin.
fn first_note(leaf: &Leaf, foot: &[usize], went_on: bool) -> Option<usize> {
    let marks: HashSet<u16> = leaf.strips.iter().flat_map(|strip| marks(&strip.text)).collect();
    let is_under_rule = |at: usize| {
        let y = leaf.strips[at].y;
        leaf.has_rule_between(y - 3.0 * leaf.strips[at].size, y)
    };
    let is_lower = |at: usize| leaf.strips[at].y > 0.4 * leaf.height;
    let begins = |&at: &usize| {
        let text = &leaf.strips[at].text;
        let is_known = note_number(text).is_some_and(|number| marks.contains(&number));
        is_lower(at) && is_note_start(text) && (is_known || is_under_rule(at))
    };
    // The rest of a note from the page before has no number.
    let goes_on = went_on && foot.first().is_some_and(|&at| is_under_rule(at) && is_lower(at));
    if goes_on { Some(0) } else { foot.iter().position(begins) }
}

/// The marks of footnotes in a line, as in "Wort[12]".
fn marks(text: &str) -> impl Iterator<Item = u16> {
    text.split('[').skip(1).filter_map(|rest| rest.split_once(']')?.0.parse().ok())
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
    fn a_note_is_known_by_its_mark_in_the_text() {
        check(&["300 11 Ein Satz.[1]\n700 8 1 Siehe dort\n710 8 und anderswo."], &["TNN"]);
    }

    #[test]
    fn a_note_is_known_by_the_rule_above_it() {
        check(&["300 11 Ein Satz.\n690 rule\n700 8 1 Siehe dort"], &["TN"]);
        check(&["300 11 Ein Satz.\n700 8 1 Hund und drei Katzen"], &["TT"]);
    }

    #[test]
    fn a_note_goes_on_over_the_page() {
        check(
            &["300 11 Satz.[1]\n690 rule\n700 8 1 Siehe dort", "300 11 Satz.\n690 rule\n700 8 und anderswo"],
            &["TN", "TN"],
        );
    }

    #[test]
    fn notices_in_small_type_are_text() {
        check(&["300 11 Satz.\n700 8 Zitate werden nicht geprüft."], &["TT"]);
    }
}
