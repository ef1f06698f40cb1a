//! Words that a line end parted.

use super::super::printed::Part;
use super::sheet::Sheet;
use crate::model::text::keeps_hyphen;

/// Signs that part a word at the end of a line.
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{ad}'];

/// Puts parted words together on the upper line. Never blindly: a hyphen before „und“ or a capital stays.
pub(super) fn join(sheet: &mut Sheet) {
    for at in 0..sheet.rows.len().saturating_sub(1) {
        if sheet.rows[at].part != sheet.rows[at + 1].part || sheet.rows[at + 1].after_gap {
            continue;
        }
        let Some(stem) = parted(&sheet.rows[at].text) else { continue };
        let next = &sheet.rows[at + 1].text;
        let word: String = next.chars().take_while(|c| !c.is_whitespace()).collect();
        let letters: String = word.chars().take_while(|c| c.is_alphabetic()).collect();
        if letters.is_empty() || keeps_hyphen(&letters) {
            continue;
        }
        let soft = sheet.rows[at].text.ends_with('\u{ad}');
        let keeps = !soft && letters.starts_with(char::is_uppercase);
        let mut upper = sheet.rows[at].text[..stem].to_owned();
        if keeps {
            upper.push('-');
        } else {
            sheet.joined.hyphens += 1;
        }
        upper.push_str(&word);
        let lower = next[word.len()..].trim_start().to_owned();
        if sheet.rows[at].page != sheet.rows[at + 1].page && sheet.rows[at].part == Part::Text {
            sheet.joined.page_breaks += 1;
        }
        sheet.rows[at].text = upper;
        sheet.rows[at + 1].text = lower;
    }
    // A row whose only word moved up is gone; what was left out before it stands before the next.
    let mut place = Vec::with_capacity(sheet.rows.len() + 1);
    let mut kept = 0;
    for row in &sheet.rows {
        place.push(kept);
        kept += usize::from(!row.text.is_empty());
    }
    place.push(kept);
    let mut gap = false;
    sheet.rows.retain_mut(|row| {
        if row.text.is_empty() {
            gap |= row.after_gap;
            return false;
        }
        row.after_gap |= std::mem::take(&mut gap);
        true
    });
    for out in &mut sheet.left_out {
        out.before_row = place[out.before_row.min(place.len() - 1)];
    }
}

/// Where the stem of a parted word ends, if a line ends in one.
fn parted(text: &str) -> Option<usize> {
    let bare = text.trim_end_matches(HYPHENS);
    let letter = bare.chars().next_back()?;
    (bare.len() < text.len() && letter.is_alphabetic()).then_some(bare.len())
}

#[cfg(test)]
mod tests {
    use super::super::super::plain::printed;
    use super::super::sheet::tidy;

    fn check(text: &str, expect: &str, joined: usize) {
        let (body, print) = tidy(&printed(text));
        assert_eq!(body.as_str().trim_end(), expect);
        assert_eq!(print.joined.hyphens, joined, "{text}");
    }

    #[test]
    fn parted_words_become_whole() {
        check("Die Haus-\nhalte sind.", "Die Haushalte\nsind.", 1);
        check("Die Haus\u{ad}\nhalte.", "Die Haushalte.", 1);
        check("Die Haus\u{2010}\nhalte.", "Die Haushalte.", 1);
    }

    #[test]
    fn hyphens_that_belong_to_a_word_stay() {
        check("Klimaschutz-\nund Umwelt", "Klimaschutz-\nund Umwelt", 0);
        check("CISPA-\nHelmholtz", "CISPA-Helmholtz", 0);
        check("Das Jahr 2024-\n25", "Das Jahr 2024-\n25", 0);
    }
}
