//! The densest numbering among the lines that may open a question.

use super::cue::{Opening, Style};
use super::label::Label;

/// A gap of more missing numbers ends the count: what follows is another list.
const WIDEST_GAP: u32 = 3;

/// The questions that a stretch of a paper holds, in the order of the text: the longest count that begins
/// with 1 and misses little. Papers may print numbers out of order, so completeness counts, not order.
/// Where a list stands twice, the later one is taken: that is the one with the answers.
pub(super) fn densest(openings: &[Opening], from_line: usize) -> Vec<Opening> {
    let mut best: Vec<Opening> = Vec::new();
    for style in [Style::Number, Style::Word] {
        let candidates: Vec<&Opening> =
            openings.iter().filter(|open| open.style == style && open.line >= from_line).collect();
        for (nth, first) in candidates.iter().enumerate() {
            if !begins_a_count(first) {
                continue;
            }
            let chain = chain(&candidates[nth..]);
            if chain.len() >= best.len() {
                best = chain;
            }
        }
    }
    best.sort_by_key(|open| open.lead);
    best
}

fn begins_a_count(open: &Opening) -> bool {
    open.asks && open.label.number == 1 && open.label.sub <= 1 && open.label.letter.is_none_or(|c| c == 'a')
}

/// The count that begins with the first of these.
fn chain(candidates: &[&Opening]) -> Vec<Opening> {
    let mut labels: Vec<Label> = candidates.iter().map(|open| open.label).collect();
    labels.sort_unstable();
    labels.dedup();
    let first = candidates[0].label;
    let mut chosen: Vec<Opening> = vec![candidates[0].clone()];
    let mut last = first;
    for label in labels.into_iter().filter(|label| *label > first) {
        if !follows(last, label) {
            if label.number > last.number + 1 + WIDEST_GAP {
                break;
            }
            if label.sub > 0 || label.letter.is_some() {
                continue;
            }
        }
        let after = chosen.last().map_or(0, |open| open.lead.start);
        let of_label = || candidates.iter().copied().filter(|open| open.label == label);
        let taken = |open: &&Opening| chosen.iter().all(|other| other.line != open.line);
        let found = of_label()
            .filter(|open| open.asks && open.lead.start > after)
            .find(taken)
            .or_else(|| of_label().filter(|open| open.asks).find(taken))
            .or_else(|| {
                of_label().filter(|open| open.lead.start > after && is_between(candidates, open)).find(taken)
            });
        if let Some(found) = found {
            chosen.push(found.clone());
            last = label;
        }
    }
    chosen
}

/// Whether a label may come next in a count.
fn follows(last: Label, next: Label) -> bool {
    if next.number == last.number {
        return next.sub <= last.sub + 1;
    }
    next.number == last.number + 1 && next.sub <= 1
}

/// A line that does not read like a question is one all the same where the next number comes after it
/// and does.
fn is_between(candidates: &[&Opening], open: &Opening) -> bool {
    let next = open.label.number + 1;
    candidates.iter().any(|other| {
        other.asks && other.label.number == next && other.label.sub == 0 && other.line > open.line
    })
}

/// Numbers that are missing from a count.
pub(super) fn missing(chosen: &[Opening]) -> Vec<u32> {
    let highest = chosen.iter().map(|open| open.label.number).max().unwrap_or(0);
    (1..=highest).filter(|number| chosen.iter().all(|open| open.label.number != *number)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::cue::openings;
    use super::super::lines::lines;
    use super::*;
    use crate::model::print::Print;
    use crate::model::text::Body;

    fn check(text: &str, expect: &str) {
        let body = Body::new(text);
        let found = densest(&openings(&lines(&body, &Print::default())), 0);
        let printed: Vec<String> = found.iter().map(|open| open.label.printed()).collect();
        assert_eq!(printed.join(" "), expect, "{text}");
    }

    #[test]
    fn order_is_a_weak_sign() {
        check("1. Was?\n4. Wer?\nDas.\n2. Wo?\nDa.\n3. Wann?\nBald.", "1 4 2 3");
    }

    #[test]
    fn lists_in_answers_are_no_questions() {
        check("1. Was?\nDies:\n1. Äpfel\n2. Birnen\n2. Wo?\nDa.", "1 2");
        check("1. Was?\nDas.\n2. Wo?\nDa.\n1. Freibad\n2. Hallenbad\n3. Seebad", "1 2");
    }

    #[test]
    fn of_two_copies_the_later_one_counts() {
        let body = Body::new("1. Was?\n2. Wo?\nAntwort\n1. Was?\nDas.\n2. Wo?\nDa.");
        let found = densest(&openings(&lines(&body, &Print::default())), 0);
        assert_eq!(found.iter().map(|open| open.line).collect::<Vec<_>>(), [3, 5]);
    }

    #[test]
    fn sub_numbers_and_gaps() {
        check("1.1 Was?\nA.\n1.2 Wo?\nB.\n2. Wer?\nC.\n3.1 Wann?\nD.", "1.1 1.2 2 3.1");
        check("1. Was?\nA.\n3. Wo?\nB.", "1 3");
        check("1. Was?\nA.\n11.1.Wer?\nB.\n1.2.Wo?\nC.\n2. Wann?\nD.", "1 1.1 1.2 2");
    }

    #[test]
    fn a_question_without_a_mark_is_one_between_two() {
        check("1. Was?\nA.\n2. Auflistung der Orte.\nB.\n3. Wo?\nC.", "1 2 3");
    }
}
