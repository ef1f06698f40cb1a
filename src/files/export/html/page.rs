//! Summaries as one printable page: nothing in it runs, and nothing in it asks the network.
//!
//! The sheet is plain text in the order it is read, so it also serves without its style: a screen reader
//! meets title, counts, strip and table in that order. All sizes are `rem`, which print sets to 9 points.

use super::strip::{colour_class, is_joint, strip};
use crate::model::Language;
use crate::model::analysis::{Sheet, SheetRow};

/// The papers' own language, whichever language the sheet is in.
const PAPERS: Language = Language::German;

/// The sheets as one HTML page: each paper begins a printed page, and several papers open with their list.
/// The same sheets always give the same bytes.
#[must_use]
pub fn html(sheets: &[Sheet], report_title: &str) -> String {
    let language = sheets.first().map_or_else(Language::default, |sheet| sheet.language);
    let (title, body) = match sheets {
        [only] => (&*only.title, paper(only, 1, "h1", language)),
        many => (report_title, report(many, report_title, language)),
    };
    format!(
        r#"<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>{title}</title>
<style>
{STYLE}</style>
</head>
<body>
<main>
{body}</main>
</body>
</html>
"#,
        lang = language.code(),
        title = escaped(title),
    )
}

/// The text without control characters: no format has a place for them. Line breaks become LF.
pub(in crate::files::export) fn without_controls(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n")
        .chars()
        .filter(|c| matches!(c, '\n' | '\t') || !c.is_control())
        .collect()
}

/// A text as text, for content and for attributes in double quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in without_controls(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

fn report(sheets: &[Sheet], title: &str, language: Language) -> String {
    let entries: Vec<String> = sheets
        .iter()
        .enumerate()
        .map(|(place, sheet)| {
            let found = sheet.notice.as_ref().unwrap_or(&sheet.headline);
            format!(
                "<li><a href=\"#paper-{number}\"{lang}>{title}</a>\n{found}</li>\n",
                number = place + 1,
                lang = lang_of_papers(sheet.language),
                title = escaped(&sheet.title),
                found = tagged("span", "found", found),
            )
        })
        .collect();
    let papers: Vec<String> =
        sheets.iter().zip(1..).map(|(sheet, number)| paper(sheet, number, "h2", language)).collect();
    format!(
        "<header class=\"sheet report\">\n<h1 id=\"report\">{title}</h1>\n\
         <nav aria-labelledby=\"report\">\n<ol>\n{entries}</ol>\n</nav>\n</header>\n{papers}",
        title = escaped(title),
        entries = entries.concat(),
        papers = papers.concat(),
    )
}

fn paper(sheet: &Sheet, number: usize, heading: &str, page_language: Language) -> String {
    let lang = if sheet.language == page_language {
        String::new()
    } else {
        format!(" lang=\"{}\"", sheet.language.code())
    };
    let findings = match &sheet.notice {
        Some(notice) => tagged("p", "notice", notice),
        None if sheet.answers.iter().all(|answer| answer.rows.is_empty()) => String::new(),
        None => strip(sheet, number) + &table(sheet, number),
    };
    format!(
        "<section class=\"sheet\" id=\"paper-{number}\" aria-labelledby=\"paper-{number}-title\"{lang}>\n\
         {over}<{heading} id=\"paper-{number}-title\"{lang_of_papers}>{title}</{heading}>\n\
         {facts}{headline}{findings}{footer}</section>\n",
        over = tagged("p", "over", &sheet.over),
        lang_of_papers = lang_of_papers(sheet.language),
        title = escaped(&sheet.title),
        facts = facts(sheet),
        headline = headline(sheet),
        footer = footer(sheet),
    )
}

/// An element with one text; nothing where there is no text.
fn tagged(element: &str, class: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("<{element} class=\"{class}\">{}</{element}>\n", escaped(text))
}

/// Titles, questions and quotations stay German in an English sheet, and must be read aloud as German.
fn lang_of_papers(language: Language) -> String {
    if language == PAPERS { String::new() } else { format!(" lang=\"{}\"", PAPERS.code()) }
}

fn facts(sheet: &Sheet) -> String {
    if sheet.facts.is_empty() {
        return String::new();
    }
    let facts: Vec<String> = sheet
        .facts
        .iter()
        .map(|(name, value)| format!("<dt>{}</dt><dd>{}</dd>\n", escaped(name), escaped(value)))
        .collect();
    format!("<dl>\n{}</dl>\n", facts.concat())
}

fn headline(sheet: &Sheet) -> String {
    if sheet.headline.is_empty() && sheet.counts.is_empty() {
        return String::new();
    }
    let headline = tagged("p", "headline", &sheet.headline);
    let counts = tagged("p", "counts", &sheet.counts);
    format!("<div class=\"result\">\n{headline}{counts}</div>\n")
}

fn footer(sheet: &Sheet) -> String {
    let lines: Vec<String> = sheet
        .footer
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| format!("<p>{}</p>\n", escaped(line)))
        .collect();
    if lines.is_empty() { String::new() } else { format!("<footer>\n{}</footer>\n", lines.concat()) }
}

fn table(sheet: &Sheet, number: usize) -> String {
    let [question, tag, passage] = &sheet.columns;
    let rows = || sheet.answers.iter().flat_map(|answer| &answer.rows);
    let longest = rows().map(|row| row.label.chars().count()).max().unwrap_or_default();
    let mut bodies = String::new();
    let mut counted = 0;
    for answer in sheet.answers.iter().filter(|answer| !answer.rows.is_empty()) {
        bodies += if is_joint(answer) { "<tbody class=\"joint\">\n" } else { "<tbody>\n" };
        for row in &answer.rows {
            counted += 1;
            bodies += &table_row(row, &format!("paper-{number}-question-{counted}"), sheet.language);
        }
        bodies += "</tbody>\n";
    }
    format!(
        "<table>\n<caption class=\"unseen\">{title}</caption>\n\
         <colgroup><col style=\"width:calc(2.1rem + {letters} * .62rem)\"><col class=\"asked\"><col class=\"tagged\"><col></colgroup>\n\
         <thead><tr><th scope=\"col\" colspan=\"2\">{question}</th><th scope=\"col\">{tag}</th>\
         <th scope=\"col\">{passage}</th></tr></thead>\n{bodies}</table>\n",
        title = escaped(&sheet.title),
        letters = longest.clamp(2, 10),
        question = escaped(question),
        tag = escaped(tag),
        passage = escaped(passage),
    )
}

fn table_row(row: &SheetRow, id: &str, language: Language) -> String {
    let lang = lang_of_papers(language);
    let tag = match &row.tag {
        Some(tag) => format!(
            "<span class=\"tag {class}\"><b>{letter}</b> <span>{name}</span></span>",
            class = colour_class(tag.swatch),
            letter = escaped(&tag.letter),
            name = escaped(&row.tag_name),
        ),
        None => format!("<span class=\"tag open\"><span>{}</span></span>", escaped(&row.tag_name)),
    };
    let quotes: Vec<String> =
        row.quotes.iter().map(|quote| format!("<blockquote{lang}>{}</blockquote>", escaped(quote))).collect();
    let memo = tagged("p", "memo", &row.memo);
    let facets = tagged("p", "facets", &row.facets.join(" · "));
    format!(
        "<tr id=\"{id}\"><th scope=\"row\">{label}</th><td class=\"question\"{lang}>{question}</td>\
         <td>{tag}</td><td>{quotes}{memo}{facets}</td></tr>\n",
        label = escaped(&row.label),
        question = escaped(&row.question),
        quotes = quotes.concat(),
    )
}

const STYLE: &str = include_str!("../../../../assets/export/sheet.css");

#[cfg(test)]
mod tests {
    use super::super::strip::{Place, cell, columns, places};
    use super::*;
    use crate::model::analysis::{SheetAnswer, SheetTag};
    use crate::model::{LineStyle, Swatch};

    fn row(label: &str, letter: &str) -> SheetRow {
        let tag = SheetTag { letter: letter.into(), swatch: Swatch::Green, line: LineStyle::Wavy };
        SheetRow {
            label: label.into(),
            question: format!("Frage {label}?"),
            tag: (!letter.is_empty()).then_some(tag),
            tag_name: if letter.is_empty() { "offen" } else { "konkret" }.into(),
            quotes: Vec::new(),
            memo: String::new(),
            facets: Vec::new(),
        }
    }

    /// A sheet with answers to so many questions each.
    fn sheet(counts: &[usize]) -> Sheet {
        let mut label = 0;
        let mut next = || {
            label += 1;
            row(&label.to_string(), "K")
        };
        Sheet {
            language: Language::German,
            over: "Landtag · Kleine Anfrage".into(),
            title: "Wege & Ziele".into(),
            facts: vec![("Frage".into(), "A. B. (C)".into())],
            headline: "1 von 3".into(),
            counts: "konkret 1".into(),
            columns: ["Frage", "Einstufung", "Belegstelle"].map(str::to_owned),
            answers: counts
                .iter()
                .map(|count| SheetAnswer { rows: (0..*count).map(|_| next()).collect() })
                .collect(),
            jointly: "gemeinsam".into(),
            notice: None,
            footer: vec!["Codebuch 1".into()],
        }
    }

    /// The strip as text: a line for each line, brackets below.
    fn drawn(counts: &[usize]) -> String {
        let sheet = sheet(counts);
        let columns = columns(&sheet.answers);
        let mut lines: Vec<String> = Vec::new();
        for answer in places(&sheet.answers, columns) {
            for piece in answer.chunk_by(|a, b| a.line == b.line) {
                lines.resize(lines.len().max(piece[0].line + 1), String::new());
                let line = &mut lines[piece[0].line];
                assert_eq!(line.chars().filter(|c| *c == '.').count(), piece[0].column);
                line.extend(["[", &".".repeat(piece.len()), "]"]);
            }
        }
        lines.join(" ")
    }

    #[test]
    fn answers_are_broken_only_where_they_must() {
        assert_eq!(drawn(&[4, 2, 1, 2, 1]), "[....][..][.][..][.]");
        assert_eq!(drawn(&[1; 12]), "[.]".repeat(12));
        assert_eq!(drawn(&[8, 3, 3]), "[........] [...][...]");
        assert_eq!(drawn(&[1, 13, 1]), "[.][.........] [....][.]");
    }

    #[test]
    fn a_bracket_stands_under_joint_answers_only() {
        let html = html(&[sheet(&[2, 1])], "");
        assert_eq!(html.matches("class=\"bracket\"").count(), 1);
        assert!(html.contains(
            "<li class=\"bracket\" style=\"grid-area:2/1/auto/span 2\">\
             <span class=\"unseen\">1, 2: </span>gemeinsam</li>"
        ));
        assert_eq!(html.matches("<tbody class=\"joint\">").count(), 1);
        assert_eq!(html.matches("<tbody").count(), 2);
    }

    #[test]
    fn an_open_question_is_said_and_outlined() {
        let cell = cell(&row("3 b)", ""), Place { line: 1, column: 2 }, "q");
        assert_eq!(
            cell,
            "<li class=\"cell open\" style=\"grid-area:3/3\">\
             <a href=\"#q\">3 b)<span class=\"unseen\"> offen</span></a></li>\n"
        );
    }

    #[test]
    fn every_text_stays_a_text() {
        let hostile = "=1+1 <script>alert(\"x\")</script> | 'a' & \u{0}\u{8}\r\nzweite\u{2028}Zeile";
        let shown =
            "=1+1 &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; | &#39;a&#39; &amp; \nzweite\nZeile";
        assert_eq!(escaped(hostile), shown);

        let mut sheet = sheet(&[1]);
        let texts = [&mut sheet.over, &mut sheet.title, &mut sheet.headline, &mut sheet.counts];
        for text in texts {
            hostile.clone_into(text);
        }
        sheet.columns = [hostile; 3].map(str::to_owned);
        sheet.facts = vec![(hostile.into(), hostile.into())];
        sheet.footer = vec![hostile.into()];
        sheet.answers[0].rows[0] = SheetRow {
            label: hostile.into(),
            question: hostile.into(),
            tag: Some(SheetTag { letter: hostile.into(), swatch: Swatch::Teal, line: LineStyle::Double }),
            tag_name: hostile.into(),
            quotes: vec![hostile.into()],
            memo: hostile.into(),
            facets: vec![hostile.into()],
        };
        sheet.answers.push(sheet.answers[0].clone());
        let html = html(&[sheet.clone(), sheet], hostile);
        assert!(!html.contains("<script") && !html.contains("alert(\""));
        assert!(html.contains(&format!("<td class=\"question\">{shown}</td>")));
        assert!(!html.chars().any(|c| c.is_control() && c != '\n'));
    }

    #[test]
    fn one_paper_is_the_page_and_several_are_listed() {
        let one = html(&[sheet(&[1])], "Bericht");
        assert!(one.contains("<title>Wege &amp; Ziele</title>"));
        assert!(one.contains("<h1 id=\"paper-1-title\">Wege &amp; Ziele</h1>") && !one.contains("<nav"));

        let english = Sheet { language: Language::English, ..sheet(&[1]) };
        let two = html(&[sheet(&[1]), english], "Bericht");
        assert!(two.starts_with("<!DOCTYPE html>\n<html lang=\"de\">"));
        assert!(two.contains("<h1 id=\"report\">Bericht</h1>"));
        assert!(two.contains("<a href=\"#paper-2\" lang=\"de\">Wege &amp; Ziele</a>"));
        assert!(two.contains("id=\"paper-2\" aria-labelledby=\"paper-2-title\" lang=\"en\">"));
        assert!(two.contains("<h2 id=\"paper-2-title\" lang=\"de\">"));
    }

    #[test]
    fn a_paper_without_questions_says_so() {
        let unread = Sheet { notice: Some("Keine Druckform erkannt.".into()), ..sheet(&[1]) };
        let html = html(&[unread], "");
        assert!(html.contains("<p class=\"notice\">Keine Druckform erkannt.</p>"));
        assert!(!html.contains("<table") && !html.contains("<ol"));
    }

    #[test]
    fn nothing_runs_and_nothing_is_fetched() {
        let html = html(&[sheet(&[3]), sheet(&[2])], "Bericht");
        assert!(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
        for word in ["<script", "http:", "https:", "url(", "@import", " src=", "<link", " onclick"] {
            assert!(!html.contains(word), "{word}");
        }
    }
}
