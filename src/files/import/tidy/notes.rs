//! Footnotes and imprints: words of the paper, but not of the sentence they stand in.

use std::sync::LazyLock;

use regex::Regex;

use super::super::printed::Part;
use super::sheet::{Row, Sheet};

/// „1 Stenografischer Bericht …“ at the foot of a page: a number, no dot, then words.
static FOOTNOTE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(\d{1,3})\)?\s{1,4}(?:[\p{Lu}„§(]|https?:|www\.|[\p{Ll}]{2,}\s)")
        .expect("a constant pattern")
});

/// Lines that a page carries at its foot, in mid-flow where a text was taken out of a print.
static IMPRINT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:Eingegangen(?: am)?:? \d.*|Ausgegeben(?: am)?:? \d{1,2}\..*|Druck: .*Landtag.*\d{4}.*|Herstellung: .*",
        r"|Die Drucksache enthält zusätzlich.*|Drucksachen und Plenarprotokolle sind im Internet.*",
        r"|abrufbar unter: www\.landtag-bw.*|Die Veröffentlichungen des Landtags.*|Der Landtag druckt auf Recycl.*",
        r"|net mit dem Umweltzeichen.*|Zuleitung an die Landesregierung:.*)$"
    ))
    .expect("a constant pattern")
});

/// „Die Antwort wurde namens der Bundesregierung mit Schreiben … übermittelt.“, on one line or several.
static TRANSMITTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:Die (?:Antwort|Kleine Anfrage) (?:wurde|ist|hat) .*?namens der (?:Bundesregierung|Landesregierung)",
        r"|(?:Der|Die|Das) (?:Minister|Ministerin|Ministerium|Ministerpräsidentin?|Chef)\b.*?\bhat namens der Landesregierung",
        r"|(?:Der|Die|Das) \p{Lu}.*? hat .*?namens der Landesregierung.*? mit Schreiben)"
    ))
    .expect("a constant pattern")
});

pub(super) fn is_imprint(text: &str) -> bool {
    IMPRINT.is_match(text)
}

/// Moves notes behind the text, in the order of their pages.
pub(super) fn set_apart(sheet: &mut Sheet) {
    mark_imprints(sheet);
    mark_footnotes(sheet);
    // What a format calls furniture and is an imprint is kept as a note.
    for row in &mut sheet.rows {
        if row.part == Part::Furniture {
            row.part = Part::Note;
        }
    }
    if sheet.rows.iter().all(|row| row.part != Part::Note) {
        return;
    }
    let rows = std::mem::take(&mut sheet.rows);
    let mut new_place: Vec<usize> = Vec::with_capacity(rows.len() + 1);
    let mut notes: Vec<Row> = Vec::new();
    let mut torn = false;
    for mut row in rows {
        new_place.push(sheet.rows.len());
        if row.part == Part::Note {
            notes.push(row);
            torn = true;
            continue;
        }
        if torn && super::furniture::goes_on(sheet.rows.last(), &row) {
            row.after_gap = false;
        }
        torn = false;
        sheet.rows.push(row);
    }
    new_place.push(sheet.rows.len());
    for out in &mut sheet.left_out {
        out.before_row = new_place[out.before_row.min(new_place.len() - 1)];
    }
    sheet.rows.extend(notes);
}

fn mark_imprints(sheet: &mut Sheet) {
    let mut at = 0;
    let count = sheet.rows.len();
    // What closes a paper anyway stays where it is.
    let body_end = count.saturating_sub(3);
    while at < count {
        if is_imprint(&sheet.rows[at].text) && (at < body_end || sheet.rows[at].part == Part::Furniture) {
            sheet.rows[at].part = Part::Note;
        } else if let Some(end) = transmitted(&sheet.rows[at..]) {
            for row in &mut sheet.rows[at..at + end] {
                row.part = Part::Note;
            }
            at += end;
            continue;
        }
        at += 1;
    }
}

/// How many rows a note of transmission takes.
fn transmitted(rows: &[Row]) -> Option<usize> {
    const LONGEST: usize = 4;
    if !TRANSMITTED.is_match(&rows[0].text) {
        return None;
    }
    let end = rows.iter().take(LONGEST).position(|row| {
        let text = row.text.trim_end();
        text.ends_with("übermittelt.") || text.ends_with("beantwortet.")
    })?;
    Some(end + 1)
}

/// At the foot of a page: rows that count on from the last footnote, up to the page break.
fn mark_footnotes(sheet: &mut Sheet) {
    if sheet.pages.len() < 2 && !sheet.rows.iter().any(|row| row.part == Part::Note) {
        return mark_last_footnotes(sheet);
    }
    let mut last = 0;
    let pages = sheet.rows.last().map_or(0, |row| row.page + 1);
    for page in 0..pages {
        let rows: Vec<usize> = (0..sheet.rows.len())
            .filter(|at| sheet.rows[*at].page == page && sheet.rows[*at].part == Part::Text)
            .collect();
        last = mark_foot(sheet, &rows, last);
    }
}

/// Without pages there may be footnotes at the very end only.
fn mark_last_footnotes(sheet: &mut Sheet) {
    /// So many rows are looked through from the end.
    const MOST: usize = 60;
    let count = sheet.rows.len();
    let from = count.saturating_sub(MOST);
    let Some(first) = (from..count).find(|at| {
        footnote_number(&sheet.rows[*at].text) == Some(1)
            && sheet.rows[*at..].iter().all(|row| footnote_number(&row.text).is_some())
    }) else {
        return;
    };
    let above: Vec<usize> = (0..first).collect();
    let counted = (first..count).enumerate().all(|(nth, at)| {
        footnote_number(&sheet.rows[at].text).is_some_and(|number| number as usize == nth + 1)
    });
    if counted && is_referred_to(sheet, &above, 1) {
        for row in &mut sheet.rows[first..] {
            row.part = Part::Note;
        }
    }
}

/// Marks the footnotes among the rows of one page, and returns the number of the last one.
fn mark_foot(sheet: &mut Sheet, rows: &[usize], last: u32) -> u32 {
    /// A note may run over so many lines.
    const LONGEST: usize = 8;
    for (nth, at) in rows.iter().enumerate() {
        let row = &sheet.rows[*at];
        let Some(number) = footnote_number(&row.text) else { continue };
        let starts = (number == last + 1 || number == 1) && (row.after_gap || nth > 0);
        if !starts || !is_referred_to(sheet, &rows[..nth], number) {
            continue;
        }
        // From here on everything down to the page break is note, if the numbers go on without a gap.
        let mut expected = number;
        let mut plain = 0;
        for at in &rows[nth..] {
            match footnote_number(&sheet.rows[*at].text) {
                Some(number) if number == expected => {
                    expected += 1;
                    plain = 0;
                }
                _ => plain += 1,
            }
        }
        if plain > LONGEST || rows.len() - nth > 40 {
            continue;
        }
        for at in &rows[nth..] {
            sheet.rows[*at].part = Part::Note;
        }
        return expected - 1;
    }
    last
}

pub(super) fn footnote_number(text: &str) -> Option<u32> {
    FOOTNOTE.captures(text).and_then(|found| found[1].parse().ok())
}

/// A footnote has its mark in the text above: a number glued to a word or a full stop.
fn is_referred_to(sheet: &Sheet, above: &[usize], number: u32) -> bool {
    let mark = number.to_string();
    above.iter().any(|at| {
        let text = &sheet.rows[*at].text;
        text.match_indices(&mark).any(|(place, found)| {
            let before = text[..place].chars().next_back();
            let after = text[place + found.len()..].chars().next();
            let glued = before.is_some_and(|c| {
                c.is_alphabetic()
                    || matches!(c, '.' | ',' | '?' | '!' | ')' | '“' | '”' | '"' | ';' | ':' | '[')
            });
            let free =
                after.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ')' | ':' | ']'));
            glued && free
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::plain::printed;
    use super::super::sheet::tidy;

    fn check(text: &str, main: &str, notes: &[&str]) {
        let (body, print) = tidy(&printed(text));
        let end = print.notes_start().unwrap_or(body.as_str().len());
        assert_eq!(body.as_str()[..end].trim_end(), main);
        let found: Vec<&str> = print.notes.iter().map(|note| body.at(note.span)).collect();
        assert_eq!(found, notes);
    }

    #[test]
    fn footnotes_stand_behind_the_text() {
        check(
            "Das ist bekannt.1 Und das auch.2\n\n1 Bericht vom 3. Mai, S. 4\n2 Ebenda.\n\u{c}Weiter geht es.",
            "Das ist bekannt.1 Und das auch.2\n\nWeiter geht es.",
            &["1 Bericht vom 3. Mai, S. 4", "2 Ebenda."],
        );
    }

    #[test]
    fn numbers_that_nothing_refers_to_are_no_footnotes() {
        check("Es sind drei:\n1 Haus\n\u{c}Weiter.", "Es sind drei:\n1 Haus\n\nWeiter.", &[]);
    }

    #[test]
    fn a_note_of_transmission_leaves_the_sentence() {
        check(
            "Das Land fördert dieses Vorhaben seit vielen Jahren mit\nDie Antwort wurde namens der Bundesregierung mit Schreiben des Ministeriums\nvom 3. Mai 2024 übermittelt.\nDie Drucksache enthält zusätzlich – in kleinerer Schrifttype – den Fragetext.\ndrei Millionen Euro.\nEnde eins.\nEnde zwei.\nEnde drei.",
            "Das Land fördert dieses Vorhaben seit vielen Jahren mit\ndrei Millionen Euro.\nEnde eins.\nEnde zwei.\nEnde drei.",
            &[
                "Die Antwort wurde namens der Bundesregierung mit Schreiben des Ministeriums",
                "vom 3. Mai 2024 übermittelt.",
                "Die Drucksache enthält zusätzlich – in kleinerer Schrifttype – den Fragetext.",
            ],
        );
    }
}
