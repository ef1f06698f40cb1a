//! Summaries as one printable page: nothing in it runs, and nothing in it asks the network.
//!
//! The sheet is plain text in the order it is read, so it also serves without its style: a screen reader
//! meets title, counts, strip and table in that order. All sizes are `rem`, which print sets to 9 points.

use crate::model::analysis::{Sheet, SheetAnswer, SheetRow, SheetTag};
use crate::model::{Language, LineStyle, Swatch};

/// Up to so many questions share one line of the strip; more are broken into lines of ten, easy to count.
const ONE_LINE: usize = 12;
const LINE: usize = 10;
/// Labels longer than this need wider cells.
const SHORT_LABEL: usize = 5;
const LINE_OF_LONG_LABELS: usize = 6;
/// Fewer cells do not grow wider than an eighth of the line.
const FEWEST_COLUMNS: usize = 8;

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
pub(super) fn without_controls(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n")
        .chars()
        .filter(|c| matches!(c, '\n' | '\t') || !c.is_control())
        .collect()
}

/// A text as text, for content and for attributes in double quotes.
fn escaped(text: &str) -> String {
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

/// Where a cell of the strip stands, both counted from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Place {
    line: usize,
    column: usize,
}

/// One cell for each question in lines of equal cells, and a bracket under each joint answer.
fn strip(sheet: &Sheet, number: usize) -> String {
    let columns = columns(&sheet.answers);
    let mut items = String::new();
    let mut question = 0;
    for (answer, places) in sheet.answers.iter().zip(places(&sheet.answers, columns)) {
        for (row, place) in answer.rows.iter().zip(&places) {
            question += 1;
            items += &cell(row, *place, &format!("paper-{number}-question-{question}"));
        }
        if is_joint(answer) {
            items += &brackets(answer, &places, &sheet.jointly);
        }
    }
    format!(
        "<ol class=\"strip\" style=\"grid-template-columns:repeat({columns},minmax(0,1fr))\">\n{items}</ol>\n"
    )
}

fn is_joint(answer: &SheetAnswer) -> bool {
    answer.rows.len() > 1
}

fn columns(answers: &[SheetAnswer]) -> usize {
    let rows = || answers.iter().flat_map(|answer| &answer.rows);
    let longest = rows().map(|row| row.label.chars().count()).max().unwrap_or_default();
    match rows().count() {
        _ if longest > SHORT_LABEL => LINE_OF_LONG_LABELS,
        count if count > ONE_LINE => LINE,
        count => count.max(FEWEST_COLUMNS),
    }
}

/// The places of the cells, answer by answer. An answer is broken only where it is longer than a line.
fn places(answers: &[SheetAnswer], columns: usize) -> Vec<Vec<Place>> {
    let mut next = Place { line: 0, column: 0 };
    let mut all = Vec::with_capacity(answers.len());
    for answer in answers {
        let count = answer.rows.len();
        if next.column + count > columns && count <= columns {
            next = Place { line: next.line + 1, column: 0 };
        }
        let mut places = Vec::with_capacity(count);
        for _ in 0..count {
            if next.column == columns {
                next = Place { line: next.line + 1, column: 0 };
            }
            places.push(next);
            next.column += 1;
        }
        all.push(places);
    }
    all
}

fn cell(row: &SheetRow, place: Place, target: &str) -> String {
    let Place { line, column } = place;
    let (class, letter, mark) = match &row.tag {
        Some(tag) => (colour_class(tag.swatch), format!(" {}", escaped(&tag.letter)), line_mark(tag)),
        None => ("open", String::new(), String::new()),
    };
    // The letter alone means little aloud, and an open cell has none; so the tag's name follows unseen.
    format!(
        "<li class=\"cell {class}\" style=\"grid-area:{row}/{column}\"><a href=\"#{target}\">{label}{letter}\
         <span class=\"unseen\"> {name}</span>{mark}</a></li>\n",
        row = line * 2 + 1,
        column = column + 1,
        label = escaped(&row.label),
        name = escaped(&row.tag_name),
    )
}

/// The brackets of one joint answer: one for each line it stands in, open where the answer goes on.
fn brackets(answer: &SheetAnswer, places: &[Place], jointly: &str) -> String {
    let labels: Vec<String> = answer.rows.iter().map(|row| escaped(&row.label)).collect();
    let pieces: Vec<&[Place]> = places.chunk_by(|a, b| a.line == b.line).collect();
    let last = pieces.len() - 1;
    // A single cell is too narrow for the word, and a joint answer always has a wider piece.
    let is_wide = |piece: &&[Place]| piece.len() > 1;
    let said = pieces.iter().position(is_wide);
    let brackets = pieces.iter().enumerate().map(|(piece, places)| {
        let from = if piece > 0 { " from" } else { "" };
        let onward = if piece < last { " onward" } else { "" };
        // Said once aloud, with the questions that are meant; seen under every wide piece.
        let (hidden, who) = if said == Some(piece) {
            ("", format!("<span class=\"unseen\">{}: </span>", labels.join(", ")))
        } else {
            (" aria-hidden=\"true\"", String::new())
        };
        format!(
            "<li class=\"bracket{from}{onward}\" style=\"grid-area:{row}/{column}/auto/span {count}\"{hidden}>\
             {who}{word}</li>\n",
            row = places[0].line * 2 + 2,
            column = places[0].column + 1,
            count = places.len(),
            word = if is_wide(places) { escaped(jointly) } else { String::new() },
        )
    });
    brackets.collect::<Vec<String>>().concat()
}

/// The tag's line as a drawing, because a border cannot be wavy. Never the only sign, so it stays unread.
fn line_mark(tag: &SheetTag) -> String {
    let (path, dashes) = match tag.line {
        LineStyle::Solid => ("M0 3H48", ""),
        LineStyle::Wavy => ("M0 3q2-4 4 0t4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 0 4 0", ""),
        LineStyle::Dashed => ("M0 3H48", " stroke-dasharray=\"5 3.6\""),
        LineStyle::DotDash => ("M0 3H48", " stroke-dasharray=\"6 3 2 3\""),
        LineStyle::Double => ("M0 1.5H48M0 4.75H48", ""),
        LineStyle::LongDash => ("M0 3H48", " stroke-dasharray=\"12 6\""),
    };
    format!("<svg viewBox=\"0 0 48 6\" aria-hidden=\"true\"><path d=\"{path}\"{dashes}/></svg>")
}

fn colour_class(swatch: Swatch) -> &'static str {
    match swatch {
        Swatch::Green => "green",
        Swatch::Orange => "orange",
        Swatch::Blue => "blue",
        Swatch::Plum => "plum",
        Swatch::Olive => "olive",
        Swatch::Teal => "teal",
    }
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

const STYLE: &str = r#"@page { size: A4; margin: 16mm }
* { box-sizing: border-box; margin: 0; padding: 0 }
html {
  font: 15px/1.42 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif;
  color: #1D1B18; background: #F3F1ED; overflow-wrap: break-word;
  -webkit-text-size-adjust: 100%; -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
.green { --fill: #00735A; --text: #006B53 }
.orange { --fill: #B35900; --text: #964900 }
.blue { --fill: #3B4CC0; --text: #3747B5 }
.plum { --fill: #7A3E6B; --text: #7A3E6B }
.olive { --fill: #5F5F00; --text: #5F5F00 }
.teal { --fill: #0B6E8F; --text: #0B6E8F }
.sheet {
  position: relative; max-width: 64rem; margin: 2rem auto; padding: 4rem;
  background: #FFF; border: 1px solid #E0DCD4;
}
.over { font-size: .92rem; color: #625E56; margin-bottom: .35rem }
h1, h2 { font-size: 1.45rem; line-height: 1.3; font-weight: 700; text-wrap: pretty }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1.5rem; margin-top: .8rem; font-size: .95rem }
dt { color: #625E56 }
.result { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem 2rem; margin-top: 1.3rem }
.headline { font-size: 1.25rem; line-height: 1.3; font-weight: 700 }
.counts { font-size: .95rem; color: #524E47; margin-left: auto }
.notice { margin-top: 1.6rem; padding: .9rem 1.1rem; border: 1px dotted #8B867C; border-radius: .3rem; color: #524E47 }
.unseen {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}

.strip { display: grid; column-gap: .5rem; margin-top: .45rem; list-style: none; font-variant-numeric: tabular-nums }
.cell { margin-top: .35rem; min-height: 2.8rem; border-radius: .25rem; background: var(--fill) }
.cell a {
  display: flex; flex-direction: column; align-items: center; justify-content: center; height: 100%;
  padding: .3rem .15rem; color: #FFF; font-weight: 700; line-height: 1.2; text-align: center; text-decoration: none;
}
.cell svg {
  width: 3rem; max-width: 84%; height: .42rem; margin-top: .22rem;
  fill: none; stroke: #FFF; stroke-width: 1.6;
}
.open { --fill: #FFF; --text: #625E56; border: 2px dotted #8B867C }
.cell.open a { color: #524E47 }
.bracket { margin: .3rem 0 .35rem; font-size: .8rem; line-height: 1.25; color: #524E47; text-align: center }
.bracket::before {
  content: ""; display: block; height: .42rem; margin-bottom: .25rem;
  border: solid #625E56; border-width: 0 1.2px 1.2px;
}
.from::before { border-left-width: 0 }
.onward::before { border-right-width: 0 }

table { width: 100%; margin-top: 1.2rem; font-size: .95rem; line-height: 1.36; table-layout: fixed; border-collapse: separate; border-spacing: 0 }
.asked { width: 31% }
.tagged { width: 11rem }
th { text-align: left; vertical-align: top; font-weight: 700 }
td { vertical-align: top }
thead { display: table-header-group }
thead th { padding: 0 1rem .4rem 0; font-size: .88rem; color: #524E47 }
tbody th, td { padding: .42rem .9rem .42rem 0; border-top: 0 solid #8B867C }
tbody tr:first-child > * { border-top-width: 1px }
tbody:last-child tr:last-child > * { border-bottom: 1px solid #8B867C }
tbody th { position: relative; padding-left: 1.3rem; padding-right: .4rem; font-variant-numeric: tabular-nums }
td:last-child, thead th:last-child { padding-right: 0 }
.question { white-space: pre-line; hyphens: auto; hyphenate-limit-chars: 14 5 5 }
blockquote { white-space: pre-line }
blockquote + blockquote { margin-top: .2rem }
.memo { margin-top: .15rem; white-space: pre-line; font-size: .9rem; font-style: italic; color: #524E47 }
.facets { margin-top: .12rem; font-size: .82rem; font-style: italic; color: #625E56 }
.joint th::before {
  content: ""; position: absolute; left: .15rem; top: 0; bottom: 0; width: .45rem; border-left: 1.2px solid #625E56;
}
.joint tr:first-child th::before { top: .55rem; border-top: 1.2px solid #625E56 }
.joint tr:last-child th::before { bottom: .55rem; border-bottom: 1.2px solid #625E56 }
.tag {
  display: inline-flex; min-width: 9.2rem; max-width: 100%; margin: -.1rem 0 -.2rem; overflow: hidden; font-size: .9rem;
  border: 1.5px solid var(--fill); border-radius: .35rem; background: #FFF; color: var(--text); line-height: 1.3;
}
.tag b { flex: none; min-width: 1.65rem; padding: .17rem .3rem; background: var(--fill); color: #FFF; text-align: center }
.tag span { min-width: 0; padding: .17rem .5rem; overflow-wrap: anywhere }
.tag.open { border: 1.5px dotted #8B867C }

footer { margin-top: 1rem; max-width: 50rem; font-size: .8rem; color: #524E47; overflow-wrap: anywhere }
footer p + p { margin-top: .2rem }
.report ol { margin-top: 1.4rem; padding-left: 2.4rem }
.report li { padding: .35rem 0 .35rem .4rem; break-inside: avoid }
.report a { color: #1D1B18; text-decoration-color: #8B867C; text-underline-offset: .15em }
.found { display: block; color: #625E56; font-size: .92rem }
.report h1 { font-size: 1.9rem }

tr:target > td, tr:target > th { background: #F6E7A8 }
a:focus-visible { outline: 2px solid #1D1B18; outline-offset: 2px }
@media print {
  html { font-size: 9pt; background: none }
  .sheet { max-width: none; margin: 0; padding: 0; border: 0 }
  .sheet + .sheet { break-before: page }
  tr, footer, .strip li, .notice { break-inside: avoid }
  h1, h2, .over, .result, .strip, thead { break-after: avoid }
  p, td, blockquote { orphans: 2; widows: 2 }
  tr:target > td, tr:target > th { background: none }
}
@media (max-width: 45rem) {
  .sheet { margin: 0; padding: 1.2rem; border: 0 }
  .strip { column-gap: .2rem; font-size: .85rem }
  .tagged { width: 8.2rem }
  .tag { min-width: 0 }
  td { hyphens: auto }
}
"#;

#[cfg(test)]
mod tests {
    use super::*;

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
