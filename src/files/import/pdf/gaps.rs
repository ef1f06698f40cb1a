//! The last stage: before which lines something new begins, told by gaps, indents and changes of type.

use super::super::printed::Part;
use super::leaf::{Leaf, is_note_start, is_same_size};
use super::order::{Strip, Weight, is_label};

/// A gap this much wider than usual is one between paragraphs.
const WIDER: f32 = 1.17;
/// An indent is at least this deep, in sizes of type, and not so deep that it is a place of its own.
const INDENT: std::ops::Range<f32> = 0.8..5.0;

/// For each line of each page whether something new begins with it.
pub(super) fn find(leaves: &[Leaf]) -> Vec<Vec<bool>> {
    let mut last: Option<Last<'_>> = None;
    let mut found = vec![];
    let all: Vec<f32> = leaves.iter().flat_map(spacings).collect();
    let usual_of_all = usual(all).unwrap_or(1.25);
    for leaf in leaves {
        // A page of few lines says little about itself.
        let own = Some(spacings(leaf)).filter(|spacings| spacings.len() > 4).and_then(usual);
        found.push(of_leaf(leaf, last, own.unwrap_or(usual_of_all)));
        last = Last::of(leaf).or(last);
    }
    found
}

/// The last line of text of the page before.
#[derive(Clone, Copy)]
struct Last<'l> {
    strip: &'l Strip,
    /// Whether it ends a sentence well before the margin, and so a paragraph.
    is_end: bool,
}

impl<'l> Last<'l> {
    fn of(leaf: &'l Leaf) -> Option<Self> {
        let text = || leaf.strips.iter().filter(|strip| strip.is_text());
        let strip = text().next_back()?;
        let margin = text().map(|strip| strip.right).fold(0.0, f32::max);
        let left = text().map(|strip| strip.x).fold(f32::INFINITY, f32::min);
        let is_short = strip.right - left < 0.8 * (margin - left);
        Some(Self { strip, is_end: is_short && strip.text.ends_with(['.', ':', '?', '!', '“', ')']) })
    }
}

fn of_leaf(leaf: &Leaf, last: Option<Last<'_>>, usual: f32) -> Vec<bool> {
    let mut gaps: Vec<bool> =
        leaf.strips.iter().map(|strip| strip.part == Part::Note && is_note_start(&strip.text)).collect();
    let text: Vec<usize> = (0..leaf.strips.len()).filter(|&at| leaf.strips[at].is_text()).collect();
    let mut before = Before { strip: last.map(|last| last.strip), is_here: false, is_indented: false };
    for (i, &at) in text.iter().enumerate() {
        let strip = &leaf.strips[at];
        let next = text.get(i + 1).map(|&next| &leaf.strips[next]);
        let is_indented = before.is_left_of(strip, next);
        let is_after_end = i == 0 && last.is_some_and(|last| last.is_end);
        gaps[at] =
            is_after_end || is_indented || before.changes_type(strip) || before.is_far_or_deep(strip, usual);
        before = Before { strip: Some(strip), is_here: true, is_indented };
    }
    gaps
}

/// The line before, as far as a line can be compared with it.
struct Before<'l> {
    strip: Option<&'l Strip>,
    /// Whether it stands on the same page.
    is_here: bool,
    is_indented: bool,
}

impl Before<'_> {
    /// Whether a line is indented and those around it are not: it starts a paragraph. The second
    /// line of an item stands deeper than its number, but does not start anything.
    fn is_left_of(&self, strip: &Strip, next: Option<&Strip>) -> bool {
        let Some(next) = next else { return false };
        let deeper = |other: &Strip| INDENT.contains(&((strip.x - other.x) / strip.size));
        let here = self.strip.filter(|_| self.is_here);
        let is_alone = here.is_none_or(|before| deeper(before) && !begins_with_label(&before.text));
        // The next line may be an item of a list that merely follows.
        deeper(next) && is_alone && is_same_size(strip.size, next.size) && !begins_with_label(&next.text)
    }

    fn changes_type(&self, strip: &Strip) -> bool {
        let Some(before) = self.strip else { return false };
        let weights = (before.weight, strip.weight);
        let is_other_weight =
            matches!(weights, (Weight::Bold, Weight::Plain) | (Weight::Plain, Weight::Bold));
        is_other_weight || !is_same_size(before.size, strip.size)
    }

    /// Whether a line stands clearly further down than usual, or back at the margin after deeper ones.
    fn is_far_or_deep(&self, strip: &Strip, usual: f32) -> bool {
        let Some(before) = self.strip.filter(|_| self.is_here) else { return false };
        let is_far = strip.y - before.y > WIDER * usual * strip.size;
        let returns = (before.x - strip.x) / strip.size;
        is_far || (INDENT.contains(&returns) && !self.is_indented && strip.y > before.y)
    }
}

/// The distances of the baselines of a page, in sizes of type.
fn spacings(leaf: &Leaf) -> Vec<f32> {
    let text: Vec<&Strip> = leaf.strips.iter().filter(|strip| strip.is_text()).collect();
    let alike = text.windows(2).filter(|pair| is_same_size(pair[0].size, pair[1].size));
    alike.map(|pair| (pair[1].y - pair[0].y) / pair[1].size).filter(|s| (0.8..2.5).contains(s)).collect()
}

/// Most papers have many paragraphs of one or two lines, so the usual distance is nearer to the
/// small ones than to the middle.
fn usual(mut spacings: Vec<f32>) -> Option<f32> {
    spacings.sort_by(f32::total_cmp);
    spacings.get(spacings.len() / 4).copied()
}

fn begins_with_label(text: &str) -> bool {
    let mut words = text.split([' ', '\t']);
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    is_label(first) || is_label(&format!("{first} {second}"))
}

#[cfg(test)]
mod tests {
    use super::super::leaf::tests::leaf;
    use super::*;

    /// Lines before which something new begins are marked with a plus.
    fn check(pages: &[&str], expect: &str) {
        let leaves: Vec<Leaf> = pages.iter().map(|page| leaf(page)).collect();
        let marks = find(&leaves).into_iter().flatten().map(|gap| if gap { '+' } else { '-' });
        assert_eq!(marks.collect::<String>(), expect);
    }

    #[test]
    fn a_wider_gap() {
        check(&["100 10 a\n112 10 b\n124 10 c\n142 10 d\n154 10 e"], "---+-");
    }

    #[test]
    fn a_first_line_is_indented() {
        check(&["100 10 a\n112 10 b\n124 10   c\n136 10 d\n148 10 e"], "--+--");
    }

    #[test]
    fn a_list_with_hanging_lines() {
        check(&["100 10 a\n112 10 1. b\n124 10    c\n136 10 d"], "---+");
    }

    #[test]
    fn another_size_or_weight() {
        check(&["100 10.7 a\n112 9.6 b\n124 9.6 c\n136 10.7 d"], "-+-+");
        check(&["100 10 a\n112 10 b:b\n124 10 c"], "-++");
    }

    #[test]
    fn a_page_goes_on_unless_its_type_changes() {
        check(&["700 10 a\n712 10 b", "100 10 c"], "---");
        check(&["700 10 a\n712 10 b", "100 9 c"], "--+");
        check(&["700 10 a\n712 10 b", "100 10   c\n112 10 d\n124 10 e"], "--+--");
        check(&["700 10 Ein langer Satz in einer\n712 10 Zeile.", "100 10 c"], "--+");
        check(&["700 10 Ein langer Satz in einer\n712 10 Zeile", "100 10 c"], "---");
    }
}
