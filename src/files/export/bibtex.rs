//! The papers as BibTeX, for LaTeX and for programs that keep literature.

use std::fmt::Write as _;

use crate::model::analysis::Source;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// An entry for each paper, UTF-8. The parliament is author and institution: it prints the paper, and question and
/// answer are of different people, whom the note names. `date` is for biblatex, `year` and `month` for BibTeX.
#[must_use]
pub fn bibtex(sources: &[Source]) -> String {
    sources.iter().map(entry).collect::<Vec<_>>().join("\n")
}

fn entry(source: &Source) -> String {
    let kind = if source.house.is_some() { "techreport" } else { "misc" };
    let mut fields: Vec<(&str, String)> = Vec::new();
    if let Some(house) = source.house {
        fields.push(("author", format!("{{{{{}}}}}", escaped(house))));
    }
    // Twice in braces: no style may write a German title in small letters.
    fields.push(("title", format!("{{{{{}}}}}", escaped(&source.title))));
    if let Some(house) = source.house {
        fields.push(("institution", format!("{{{}}}", escaped(house))));
    }
    if let Some(number) = &source.number {
        fields.push(("type", "{Drucksache}".to_owned()));
        fields.push(("number", format!("{{{}}}", escaped(number))));
    }
    if let Some(date) = source.date {
        fields.push(("date", format!("{{{date}}}")));
        fields.push(("year", format!("{{{}}}", date.year())));
        fields.push(("month", MONTHS[date.month() as usize - 1].to_owned()));
    }
    if !source.note.is_empty() {
        fields.push(("note", format!("{{{}}}", escaped(&source.note))));
    }
    fields.push(("langid", "{ngerman}".to_owned()));
    let mut out = format!("@{kind}{{{},\n", source.key);
    for (name, value) in fields {
        let _ = writeln!(out, "  {name:<11} = {value},");
    }
    out + "}\n"
}

/// Text that LaTeX prints as it is. Braces have names, because BibTeX counts them even behind a backslash.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '%' | '&' | '$' | '#' | '_' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_prints_what_is_printed() {
        let source = Source {
            key: "hessen-21-2112".into(),
            title: "50 % & {mehr} \\input{x}\nfür alle".into(),
            house: Some("Hessischer Landtag"),
            number: Some("21/2112".into()),
            date: Some(jiff::civil::date(2026, 4, 27)),
            note: "Frage: N. (FDP)".into(),
        };
        assert_eq!(
            bibtex(&[source]),
            "@techreport{hessen-21-2112,\n  author      = {{Hessischer Landtag}},\n  \
             title       = {{50 \\% \\& \\textbraceleft{}mehr\\textbraceright{} \
             \\textbackslash{}input\\textbraceleft{}x\\textbraceright{} für alle}},\n  \
             institution = {Hessischer Landtag},\n  type        = {Drucksache},\n  number      = {21/2112},\n  \
             date        = {2026-04-27},\n  year        = {2026},\n  month       = apr,\n  \
             note        = {Frage: N. (FDP)},\n  langid      = {ngerman},\n}\n"
        );
    }
}
