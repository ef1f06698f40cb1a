//! Summaries as Markdown: `CommonMark` with pipe tables, readable unrendered too.

use crate::model::analysis::{Sheet, SheetAnswer, SheetRow};

use super::html::without_controls;

/// The sheets as one Markdown text. The same sheets always give the same bytes.
#[must_use]
pub fn markdown(sheets: &[Sheet], report_title: &str) -> String {
    let mut blocks = Vec::new();
    if let [only] = sheets {
        blocks.extend(paper(only, "#"));
    } else {
        blocks.push(format!("# {}", line(report_title)));
        blocks.extend(sheets.iter().flat_map(|sheet| paper(sheet, "##")));
    }
    blocks.join("\n\n") + "\n"
}

/// The parts of one paper, which a blank line divides.
fn paper(sheet: &Sheet, heading: &str) -> Vec<String> {
    let mut blocks = vec![format!("{heading} {}", line(&sheet.title)), line(&sheet.over)];
    blocks.push(list(sheet.facts.iter().map(|(name, value)| format!("{name}: {value}"))));
    if !sheet.headline.is_empty() {
        blocks.push(format!("**{}**", line(&sheet.headline)));
    }
    blocks.push(line(&sheet.counts));
    if let Some(notice) = &sheet.notice {
        blocks.push(line(notice));
    } else if sheet.answers.iter().any(|answer| !answer.rows.is_empty()) {
        blocks.push(strip(sheet));
        blocks.push(table(sheet));
    }
    blocks.push(list(sheet.footer.iter().cloned()));
    blocks.retain(|block| !block.is_empty());
    blocks
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items
        .map(|item| line(&item))
        .filter(|item| !item.is_empty())
        .map(|item| format!("- {item}"))
        .collect();
    items.join("\n")
}

/// `[1 A  2 A]  3 –`: brackets around joint answers, a dash where a question is open.
fn strip(sheet: &Sheet) -> String {
    let answers: Vec<String> =
        sheet.answers.iter().filter(|answer| !answer.rows.is_empty()).map(strip_answer).collect();
    let strip = code(&answers.join("  "));
    if sheet.answers.iter().any(is_joint) {
        format!("{strip} ({} {})", code("[ ]"), line(&sheet.jointly))
    } else {
        strip
    }
}

fn is_joint(answer: &SheetAnswer) -> bool {
    answer.rows.len() > 1
}

fn strip_answer(answer: &SheetAnswer) -> String {
    let cells: Vec<String> = answer
        .rows
        .iter()
        .map(|row| format!("{} {}", row.label, row.tag.as_ref().map_or("–", |tag| &tag.letter)))
        .collect();
    let cells = cells.join("  ");
    if is_joint(answer) { format!("[{cells}]") } else { cells }
}

fn table(sheet: &Sheet) -> String {
    let [question, tag, passage] = sheet.columns.each_ref().map(|column| cell(column));
    // The number has no heading of its own: it belongs to the question.
    let mut lines =
        vec![format!("|  | {question} | {tag} | {passage} |"), "| --- | --- | --- | --- |".to_owned()];
    lines.extend(sheet.answers.iter().flat_map(|answer| &answer.rows).map(table_row));
    lines.join("\n")
}

fn table_row(row: &SheetRow) -> String {
    let tag = match &row.tag {
        Some(tag) => format!("{} {}", cell(&tag.letter), cell(&row.tag_name)),
        None => cell(&row.tag_name),
    };
    let memo = cell(&row.memo);
    let facets = cell(&row.facets.join(", "));
    let mut passage: Vec<String> = row.quotes.iter().map(|quote| cell(quote)).collect();
    if !memo.is_empty() {
        passage.push(format!("*{memo}*"));
    }
    if !facets.is_empty() {
        passage.push(format!("({facets})"));
    }
    format!("| {} | {} | {tag} | {} |", cell(&row.label), cell(&row.question), passage.join("<br>"))
}

/// A text inside a table cell: its line breaks become `<br>`, as a row is one line.
fn cell(text: &str) -> String {
    let lines: Vec<String> = without_controls(text).trim().lines().map(one_line).collect();
    lines.join("<br>")
}

/// A text as a line of its own, which it must not turn into a heading, a list or a rule.
fn line(text: &str) -> String {
    let text = one_line(&without_controls(text));
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.as_bytes().get(digits) {
        Some(b'-' | b'+' | b'=' | b':') if digits == 0 => format!("\\{text}"),
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &text[..digits], &text[digits..]),
        _ => text,
    }
}

/// The text with every character escaped that Markdown, its common extensions or HTML would act on.
///
/// `<`, `>` and `&` become entities, because old renderers know no backslash before them. Addresses are
/// taken apart by a backslash as far as a format can: a page that links whatever looks like one links the
/// very words that stand there.
fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Only blanks are joined: a no-break space stays what it is.
    let words = text.split([' ', '\t', '\n']).filter(|word| !word.is_empty());
    for (place, word) in words.enumerate() {
        if place > 0 {
            out.push(' ');
        }
        for (at, c) in word.char_indices() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '$' | '^' | '@' | '{' | '}' => {
                    out.extend(['\\', c]);
                }
                ':' if word[at..].starts_with("://") => out.push_str("\\:"),
                '.' if ends_in_www(&word[..at]) => out.push_str("\\."),
                other => out.push(other),
            }
        }
    }
    out
}

fn ends_in_www(before: &str) -> bool {
    before.len() >= 3 && before.as_bytes()[before.len() - 3..].eq_ignore_ascii_case(b"www")
}

/// Code keeps every character as it is, so only its fence must be longer than any inside.
fn code(text: &str) -> String {
    let text = without_controls(text).replace(['\n', '\t'], " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::analysis::SheetTag;
    use crate::model::{Language, LineStyle, Swatch};

    fn row(label: &str, question: &str, letter: &str) -> SheetRow {
        let tag = SheetTag { letter: letter.into(), swatch: Swatch::Green, line: LineStyle::Solid };
        SheetRow {
            label: label.into(),
            question: question.into(),
            tag: (!letter.is_empty()).then_some(tag),
            tag_name: if letter.is_empty() { "offen" } else { "konkret" }.into(),
            quotes: Vec::new(),
            memo: String::new(),
            facets: Vec::new(),
        }
    }

    fn sheet(title: &str, answers: Vec<SheetAnswer>) -> Sheet {
        Sheet {
            language: Language::German,
            over: "Landtag · Kleine Anfrage".into(),
            title: title.into(),
            facts: vec![("Frage".into(), "A. B. (C), 01.02.2026".into())],
            headline: "1 von 3 Fragen konkret beantwortet".into(),
            counts: "konkret 1 · 2 offen".into(),
            columns: ["Frage", "Einstufung", "Belegstelle"].map(str::to_owned),
            answers,
            jointly: "gemeinsam beantwortet".into(),
            notice: None,
            footer: vec!["1. Codebuch".into(), String::new()],
        }
    }

    #[test]
    fn a_paper() {
        let coded = SheetRow {
            quotes: vec!["Am 1. Juni.".into(), "… ja …".into()],
            memo: "knapp\nzweite Zeile".into(),
            facets: vec!["Datum".into(), "Zahl".into()],
            ..row("1", "Wann?", "K")
        };
        let joint = SheetAnswer { rows: vec![coded, row("2", "Wo?", "")] };
        let answers = vec![joint, SheetAnswer { rows: vec![row("3", "Wer?", "")] }];
        assert_eq!(
            markdown(&[sheet("Wege", answers)], "Bericht"),
            "# Wege

Landtag · Kleine Anfrage

- Frage: A. B. (C), 01.02.2026

**1 von 3 Fragen konkret beantwortet**

konkret 1 · 2 offen

`[1 K  2 –]  3 –` (`[ ]` gemeinsam beantwortet)

|  | Frage | Einstufung | Belegstelle |
| --- | --- | --- | --- |
| 1 | Wann? | K konkret | Am 1. Juni.<br>… ja …<br>*knapp<br>zweite Zeile*<br>(Datum, Zahl) |
| 2 | Wo? | offen |  |
| 3 | Wer? | offen |  |

- 1\\. Codebuch
"
        );
    }

    #[test]
    fn several_papers_stand_under_one_title() {
        let unread = Sheet { notice: Some("Keine Druckform erkannt.".into()), ..sheet("B", Vec::new()) };
        let text = markdown(&[sheet("A", Vec::new()), unread], "2 Drucksachen");
        let headings: Vec<&str> = text.lines().filter(|line| line.starts_with('#')).collect();
        assert_eq!(headings, ["# 2 Drucksachen", "## A", "## B"]);
        assert!(text.contains("\n\nKeine Druckform erkannt.\n\n"));
        assert_eq!(markdown(&[], "Leer"), "# Leer\n");
    }

    #[test]
    fn every_text_stays_a_text() {
        for (text, in_cell) in [
            ("=1+1", "=1+1"),
            ("<script>alert(\"x\")</script>", "&lt;script&gt;alert(\"x\")&lt;/script&gt;"),
            ("a | b \\| c", "a \\| b \\\\\\| c"),
            ("eins\n\r\nzwei\r", "eins<br><br>zwei"),
            ("*a* _b_ `c` ~d~ $e$", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\$e\\$"),
            ("![x](y) & &amp;", "!\\[x\\](y) &amp; &amp;amp;"),
            ("https://a.de www.b.de c@d.de", "https\\://a.de www\\.b.de c\\@d.de"),
            ("\u{0}\u{8}a\u{7f}", "a"),
        ] {
            assert_eq!(cell(text), in_cell, "{text:?}");
        }
        for (text, as_line) in [
            ("# a\n# b", "\\# a \\# b"),
            ("- a", "\\- a"),
            ("+ a", "\\+ a"),
            ("21. April", "21\\. April"),
            ("3) b", "3\\) b"),
            ("    Code", "Code"),
            ("---", "\\---"),
            ("21/2112", "21/2112"),
        ] {
            assert_eq!(line(text), as_line, "{text:?}");
        }
    }

    #[test]
    fn code_is_fenced_longer_than_its_own_marks() {
        assert_eq!(code("1 K"), "`1 K`");
        assert_eq!(code("`1` ``K"), "``` `1` ``K ```");
    }
}
