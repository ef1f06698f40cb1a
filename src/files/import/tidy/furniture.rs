//! Running heads and page numbers: they belong to the page, not to the paper.

use std::sync::LazyLock;

use regex::Regex;

use super::super::printed::Part;
use super::sheet::{Out, Row, Sheet};
use crate::model::PARLIAMENTS;

/// The parts of a running head, in any order, alone on a line or glued to words before or behind.
static RUNNING_HEAD: LazyLock<Regex> = LazyLock::new(|| {
    let houses: Vec<String> = PARLIAMENTS
        .iter()
        .map(|parliament| regex::escape(parliament.house))
        .chain(["Abgeordnetenhaus von Berlin".to_owned(), "Landtag Sachsen-Anhalt".to_owned()])
        .collect();
    let house = format!("(?i:{})", houses.join("|"));
    let number = r"Drucksache\s*\d{1,2}\s?/\s?\d(?:[\d ]{0,5}\d)?(?:\s*\(\d{1,2}/\d+\))?";
    let term = r"\d{1,2}\.\s(?:Wahlperiode|Legislaturperiode|WP\b)";
    let page = r"Seite\s\d{1,4}(?:\s?(?:/|von)\s?\d{1,4})?";
    let dashed = r"[-–—]\s?\d{1,4}\s?[-–—]";
    let piece = format!("(?:{house}|{number}|{term}|{page}|{dashed}|Landtag\\b)");
    // The number of the page may stand before or behind.
    Regex::new(&format!(
        r"(?:\b\d{{1,3}}\s?)?(?:{piece})(?:[\s·|,–—-]*{piece})+(?:[\s·|–—-]*\d{{1,3}}\b)?[\s·|–—-]*"
    ))
    .expect("a constant pattern")
});

static HOUSE_OR_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)landtag|bundestag|bürgerschaft|abgeordnetenhaus|Wahlperiode|Seite")
        .expect("a constant pattern")
});

static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[-–—]?\s*(?:Seite\s)?(\d{1,4})(?:\s?(?:/|von)\s?\d{1,4})?\s*[-–—]?$")
        .expect("a constant pattern")
});

static PAGE_OF: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|\s)Seite\s(\d{1,4})\s?(?:/|von)\s?\d{1,4}\s*$").expect("a constant pattern")
});

/// „… vorgenommen.4. Welche“: a page break without a line break.
static GLUED_QUESTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([\p{Ll})“][.?!:])(?:(\d{1,3})\s)?(\d{1,2}\.(?:\d{1,2}\.?)?\s+\p{Lu}\p{Ll})")
        .expect("a constant pattern")
});

/// „… organisiert? 2 4. Wenn ja“: a page number and the next question on one line.
static NUMBER_AND_QUESTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([.?!])\s(\d{1,3})\s(\d{1,2}\.\s\p{Lu}\p{Ll})").expect("a constant pattern")
});

/// Takes out what every page carries; what goes is kept beside the text.
pub(super) fn leave_out(sheet: &mut Sheet) {
    take_marked(sheet);
    mend_wrapped_heads(sheet);
    take_page_signs(sheet);
    split_glued(sheet);
    take_running_heads(sheet);
    take_letterheads(sheet);
    take_repeated(sheet);
    take_page_numbers(sheet);
}

/// A letter prints its head again on every page, and its address in a column beside the text.
fn take_letterheads(sheet: &mut Sheet) {
    /// So many rows of the first page may come back.
    const HEAD: usize = 8;
    /// An address has no more rows.
    const ADDRESS: usize = 12;
    let shapes: Vec<String> =
        sheet.rows.iter().take(HEAD).map(|row| without_look_alikes(&row.text)).collect();
    let mut gone: Vec<usize> = Vec::new();
    let mut at = HEAD.min(sheet.rows.len());
    while at < sheet.rows.len() {
        let row = &sheet.rows[at];
        let starts_page = sheet.rows[at - 1].page != row.page || gone.last() == Some(&(at - 1));
        if starts_page && row.page > 0 && shapes.contains(&without_look_alikes(&row.text)) {
            gone.push(at);
        } else if row.text.starts_with("Hausanschrift:")
            && let Some(rows) = sheet.rows[at..].iter().take(ADDRESS).position(|row| is_post_code(&row.text))
        {
            gone.extend(at..=at + rows);
            at += rows;
        }
        at += 1;
    }
    take_rows(sheet, &gone);
}

/// „01097 Dresden“
fn is_post_code(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 5 && text[5..].trim_start().starts_with(char::is_uppercase)
}

/// Text recognition mixes up letters that look alike.
fn without_look_alikes(text: &str) -> String {
    let same = |c: char| if matches!(c, 'l' | '1' | '|' | '¡') { 'i' } else { c };
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).map(same).collect()
}

/// „… Hamburg – 20. / Wahlperiode“: a running head that did not fit on one line.
fn mend_wrapped_heads(sheet: &mut Sheet) {
    let mut at = 0;
    while at + 1 < sheet.rows.len() {
        let upper = sheet.rows[at].text.trim_end();
        let ordinal = upper.ends_with('.')
            && upper.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit())
            && HOUSE_OR_NUMBER.is_match(upper);
        if ordinal && matches!(sheet.rows[at + 1].text.as_str(), "Wahlperiode" | "Legislaturperiode") {
            let whole = format!("{upper} {}", sheet.rows[at + 1].text);
            sheet.rows[at].text = whole;
            sheet.rows.remove(at + 1);
        }
        at += 1;
    }
}

/// „– 3 –“ and „b. w.“ stand for nothing else, wherever they stand.
fn take_page_signs(sheet: &mut Sheet) {
    let is_sign = |text: &str| {
        let dashed = text.starts_with(['-', '–', '—']) && text.ends_with(['-', '–', '—']);
        (dashed && text.len() > 2 && number_of(text).is_some()) || matches!(text, "b. w." | "b.w.")
    };
    let gone: Vec<usize> = (0..sheet.rows.len()).filter(|at| is_sign(&sheet.rows[*at].text)).collect();
    take_rows(sheet, &gone);
}

/// What the format itself calls furniture.
fn take_marked(sheet: &mut Sheet) {
    let rows = std::mem::take(&mut sheet.rows);
    for row in rows {
        if row.part == Part::Furniture && !super::notes::is_imprint(&row.text) {
            sheet.left_out.push(Out { before_row: sheet.rows.len(), words: row.text });
        } else {
            sheet.rows.push(row);
        }
    }
}

/// Questions that a lost line break glued to the sentence before get a line of their own.
fn split_glued(sheet: &mut Sheet) {
    let rows = std::mem::take(&mut sheet.rows);
    for row in rows {
        let mut rest = row.text.clone();
        let mut after_gap = row.after_gap;
        while let Some(found) = GLUED_QUESTION.captures(&rest).or_else(|| NUMBER_AND_QUESTION.captures(&rest))
        {
            let (before, next) =
                (found.get(1).map_or(0, |m| m.end()), found.get(3).map_or(rest.len(), |m| m.start()));
            let number = found.get(2).map(|number| number.as_str().to_owned());
            sheet.rows.push(Row { text: rest[..before].trim_end().to_owned(), after_gap, ..row.clone() });
            if let Some(number) = number {
                sheet.left_out.push(Out { before_row: sheet.rows.len(), words: number });
            }
            rest.drain(..next);
            after_gap = true;
        }
        sheet.rows.push(Row { text: rest, after_gap, ..row });
    }
}

/// The head of the first page is no running head: it names the paper.
fn take_running_heads(sheet: &mut Sheet) {
    let rows = std::mem::take(&mut sheet.rows);
    let pages_are_known = !sheet.pages.is_empty();
    let mut page = 0;
    let mut new_pages: Vec<u32> = vec![1];
    let mut break_before = false;
    let count = rows.len();
    let texts: Vec<String> = rows.iter().take(count).map(|row| row.text.clone()).collect();
    for (at, mut row) in rows.into_iter().enumerate() {
        let letterhead = sheet.rows.len() < 3 && at < 4 || opens_a_paper(&texts, at);
        let found = if letterhead { None } else { running_head(&row.text) };
        if !pages_are_known {
            row.page = page;
        }
        let Some((start, end)) = found else {
            row.after_gap = row.after_gap && !(break_before && goes_on(sheet.rows.last(), &row));
            break_before = false;
            sheet.rows.push(row);
            continue;
        };
        let words = row.text[start..end].trim().to_owned();
        let (before, behind) =
            (row.text[..start].trim_end().to_owned(), row.text[end..].trim_start().to_owned());
        if !before.is_empty() {
            sheet.rows.push(Row { text: before, ..row.clone() });
        }
        if !pages_are_known {
            page += 1;
            let printed = page_in(&words);
            let last = new_pages.last().copied().unwrap_or(1);
            // A letterhead is followed by page 2, whatever number is glued to its head.
            new_pages
                .push(printed.filter(|number| *number > last && *number < last + 20).unwrap_or(last + 1));
        }
        sheet.left_out.push(Out { before_row: sheet.rows.len(), words });
        break_before = true;
        if !behind.is_empty() {
            let page = if pages_are_known { row.page } else { page };
            let after_gap = !goes_on(sheet.rows.last(), &Row { text: behind.clone(), ..Row::default() });
            sheet.rows.push(Row { text: behind, page, after_gap, ..row });
            break_before = false;
        }
    }
    if !pages_are_known && new_pages.len() > 1 {
        sheet.pages = new_pages;
    }
}

/// Two lines of letterhead („Thüringer Landtag Drucksache 8/1714“, „8. Wahlperiode …“) begin another paper.
fn opens_a_paper(texts: &[String], at: usize) -> bool {
    let next = texts.get(at + 1).map(String::as_str).unwrap_or_default();
    let second =
        next.len() < 50 && next.contains("Wahlperiode") && next.starts_with(|c: char| c.is_ascii_digit());
    let whole = texts[at].len() < 60;
    second && whole
}

/// Where a running head stands in a line.
fn running_head(text: &str) -> Option<(usize, usize)> {
    if let Some(found) = PAGE_OF.find(text)
        && found.start() == 0
    {
        return Some((0, text.len()));
    }
    if !HOUSE_OR_NUMBER.is_match(text) {
        return None;
    }
    let found = RUNNING_HEAD.find(text)?;
    let words = found.as_str();
    let kinds = [
        words.contains("Drucksache"),
        words.contains("Wahlperiode") || words.contains("Legislaturperiode"),
        words.contains("Seite ") || words.contains("– ") && words.contains(" –"),
        names_house(words),
    ];
    // In the middle of a sentence a house and a number are talk of a paper.
    let before = text[..found.start()].trim_end();
    let behind = text[found.end()..].trim_start();
    let in_sentence = before.ends_with(|c: char| c.is_alphanumeric() || c == ',')
        && text[..found.start()].ends_with(' ')
        || behind.starts_with(|c: char| c.is_lowercase())
            && !before.is_empty()
            && text[..found.start()].ends_with(' ');
    let enough = kinds.iter().filter(|kind| **kind).count() >= 2;
    (enough && !in_sentence).then(|| {
        // A number that is glued to words before belongs to the page only where the head begins the line.
        (found.start(), found.end())
    })
}

fn names_house(words: &str) -> bool {
    let words = words.to_lowercase();
    PARLIAMENTS.iter().any(|parliament| words.contains(&parliament.house.to_lowercase()))
        || words.contains("abgeordnetenhaus")
}

/// The number of the page in a running head.
fn page_in(words: &str) -> Option<u32> {
    static NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"Seite\s(\d{1,4})|[-–—]\s?(\d{1,4})\s?[-–—]|^(\d{1,3})\s?\p{L}|\s(\d{1,3})$")
            .expect("a constant pattern")
    });
    let found = NUMBERS.captures(words)?;
    (1..=4).find_map(|nth| found.get(nth)).and_then(|number| number.as_str().parse().ok())
}

/// Lines that come back at the top or the foot of most pages, but for their numbers.
fn take_repeated(sheet: &mut Sheet) {
    /// Fewer pages repeat nothing that could be told from chance.
    const FEWEST: usize = 3;
    let count = sheet.pages.len();
    if count < FEWEST {
        return;
    }
    let mut edges: Vec<(usize, String)> = Vec::new();
    for page in 1..count {
        let rows: Vec<usize> = (0..sheet.rows.len()).filter(|at| sheet.rows[*at].page == page).collect();
        for at in [rows.first(), rows.last()].into_iter().flatten() {
            edges.push((*at, without_digits(&sheet.rows[*at].text)));
        }
    }
    let often = |shape: &str| edges.iter().filter(|(_, other)| other == shape).count();
    let mut gone: Vec<usize> = edges
        .iter()
        .filter(|(at, shape)| {
            let enough = often(shape) * 2 >= count && often(shape) >= 2;
            enough && sheet.rows[*at].text.chars().count() < 120 && shape.chars().any(char::is_alphabetic)
        })
        .map(|(at, _)| *at)
        .collect();
    gone.sort_unstable();
    gone.dedup();
    take_rows(sheet, &gone);
}

fn without_digits(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect()
}

/// Bare numbers at the edge of a page, in the order of the pages.
fn take_page_numbers(sheet: &mut Sheet) {
    let known = sheet.pages.len() > 1;
    let mut gone: Vec<usize> = Vec::new();
    let mut expected = 1;
    let last = sheet.rows.len().saturating_sub(1);
    for at in 0..sheet.rows.len() {
        let row = &sheet.rows[at];
        let first_of_page = at == 0 || sheet.rows[at - 1].page != row.page || gone.contains(&(at - 1));
        let last_of_page = at == last || sheet.rows[at + 1].page != row.page;
        let Some(number) = number_of(&row.text) else {
            // „3Anzahl der …“: the number of the page, glued to its first words.
            if known && first_of_page && at > 0 {
                let digits = row.text.bytes().take_while(u8::is_ascii_digit).count();
                let number: Option<u32> = row.text[..digits].parse().ok();
                let glued = row.text[digits..].starts_with(char::is_uppercase);
                if digits > 0 && glued && number.is_some_and(|n| n + 1 >= expected && n <= expected + 1) {
                    let words = row.text[..digits].to_owned();
                    sheet.left_out.push(Out { before_row: at - gone.len(), words });
                    sheet.rows[at].text.replace_range(..digits, "");
                }
            }
            continue;
        };
        let at_edge = if known { first_of_page || last_of_page } else { at == last && at > 3 };
        let fits = (expected..=expected + 2).contains(&number);
        // A page may carry another number than is due: papers are bound together, pages are missing.
        let plausible = known && number < 400 && row.page > 0;
        if at_edge && (fits || plausible) {
            expected = number;
            gone.push(at);
        } else if at <= 3 && number == 1 {
            // The first page of some houses carries its number below the running head.
            gone.push(at);
        }
    }
    take_rows(sheet, &gone);
}

fn number_of(text: &str) -> Option<u32> {
    PAGE_NUMBER.captures(text).and_then(|found| found[1].parse().ok())
}

/// Takes whole rows out, and keeps a sentence together that they had torn.
fn take_rows(sheet: &mut Sheet, gone: &[usize]) {
    if gone.is_empty() {
        return;
    }
    let rows = std::mem::take(&mut sheet.rows);
    let before = |place: usize| gone.partition_point(|at| *at < place);
    for out in &mut sheet.left_out {
        out.before_row -= before(out.before_row);
    }
    let mut torn = false;
    for (at, mut row) in rows.into_iter().enumerate() {
        if gone.binary_search(&at).is_ok() {
            sheet.left_out.push(Out { before_row: sheet.rows.len(), words: row.text });
            torn = true;
            continue;
        }
        if torn && goes_on(sheet.rows.last(), &row) {
            row.after_gap = false;
        }
        torn = false;
        sheet.rows.push(row);
    }
    sheet.left_out.sort_by_key(|out| out.before_row);
}

/// Whether a sentence goes on over a page break.
pub(super) fn goes_on(before: Option<&Row>, after: &Row) -> bool {
    let Some(before) = before else { return false };
    let text = before.text.trim_end();
    let ended = text.ends_with(['.', '?', '!', ':', ';', '“', '…']);
    let begins = after.text.starts_with(['-', '–', '•', '*']);
    text.chars().count() > 40 && !ended && !begins
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        let found = running_head(text).map(|(start, end)| text[start..end].trim());
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn running_heads_of_many_houses() {
        check(
            "LANDTAG NORDRHEIN-WESTFALEN - 17. Wahlperiode Drucksache 17/6387 2",
            Some("LANDTAG NORDRHEIN-WESTFALEN - 17. Wahlperiode Drucksache 17/6387 2"),
        );
        check(
            "Drucksache 19 / 1111 Bayerischer Landtag 19. Wahlperiode Seite 3 / 4",
            Some("Drucksache 19 / 1111 Bayerischer Landtag 19. Wahlperiode Seite 3 / 4"),
        );
        check(
            "erhoben.Drucksache 20/1 Schleswig-Holsteinischer Landtag - 20. Wahlperiode",
            Some("Drucksache 20/1 Schleswig-Holsteinischer Landtag - 20. Wahlperiode"),
        );
        check(
            "2Thüringer Landtag - 8. Wahlperiode Drucksache 8/1",
            Some("2Thüringer Landtag - 8. Wahlperiode Drucksache 8/1"),
        );
        check(
            "Drucksache 21/1 – 2 – Deutscher Bundestag – 21. Wahlperiode",
            Some("Drucksache 21/1 – 2 – Deutscher Bundestag – 21. Wahlperiode"),
        );
        check("Seite 3 von 10", Some("Seite 3 von 10"));
    }

    #[test]
    fn talk_of_a_paper_is_none() {
        check("Das steht in der Drucksache 21/1 des Landtags.", None);
        check("Der Hessische Landtag hat in der 20. Wahlperiode beschlossen,", None);
        check("wie im Hessischer Landtag 20. Wahlperiode berichtet", None);
    }
}
