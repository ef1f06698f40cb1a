//! Summaries as one printable page: nothing in it runs, and nothing in it asks the network.
//!
//! The page is plain text in the order it is read, so it also serves without its style: a screen reader
//! meets title, counts, strip and table in that order. All sizes are `rem`, which print sets to 9 points.

use crate::model::analysis::summary::{Block, Entry, Publication, Section};

use super::text::{escaped, lang_of_papers, tagged};
use super::{charts, findings, reading, strip};

/// The pages as one HTML page: each section begins a printed page. The same pages always give the same bytes.
#[must_use]
pub fn html(publication: &Publication) -> String {
    let sections: Vec<String> = publication
        .sections
        .iter()
        .enumerate()
        .map(|(place, section)| self::section(publication, section, place))
        .collect();
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
        lang = publication.language.code(),
        title = escaped(&publication.title),
        body = sections.concat(),
    )
}

/// A section by its place from 0: the first has the page's heading, further ones stand below it.
fn section(publication: &Publication, section: &Section, place: usize) -> String {
    let id = format!("section-{}", place + 1);
    let level = if place == 0 { 1 } else { 2 };
    let is_own = section.blocks.iter().any(|block| matches!(block, Block::OwnTitle(_)));
    let class = if is_own { "sheet report" } else { "sheet" };
    let blocks =
        section.blocks.iter().map(|block| self::block(block, section, place + 1, level, publication));
    format!(
        "<section class=\"{class}\" id=\"{id}\" aria-labelledby=\"{id}-title\">\n{}</section>\n",
        blocks.collect::<Vec<String>>().concat()
    )
}

fn block(block: &Block, section: &Section, number: usize, level: usize, publication: &Publication) -> String {
    let language = publication.language;
    let title = |lang: &str, title: &str| {
        format!("<h{level} id=\"section-{number}-title\"{lang}>{}</h{level}>\n", escaped(title))
    };
    match block {
        Block::Over(text) => tagged("p", "over", text),
        Block::Title(text) => title(&lang_of_papers(language), text),
        Block::OwnTitle(text) => title("", text),
        Block::Heading(text) => {
            format!("<h{below} class=\"part-title\">{}</h{below}>\n", escaped(text), below = level + 1)
        }
        Block::Facts(facts) => self::facts(facts),
        Block::Outcome { headline, counts } => outcome(headline, counts),
        Block::Strip(strip) => {
            let open = open_name(section);
            strip::strip(strip, open.map(|_| number), open.unwrap_or_default())
        }
        Block::Findings(findings) => findings::table(findings, number, &section.title, language),
        Block::Quotations(quotations) => findings::quotations(quotations, language),
        Block::Reading(paragraphs) => reading::reading(paragraphs, number, language),
        Block::Contents(entries) => contents(entries, number, publication),
        Block::Bars(chart) => charts::bars(chart, language),
        Block::Days(chart) => charts::days(chart, language),
        Block::Strips(papers) => charts::strips(papers),
        Block::Paragraph(text) => tagged("p", "own", text),
        Block::Notice(text) => tagged("p", "notice", text),
        Block::Footer(lines) => footer(lines),
    }
}

/// What an open question is called in the table of a section, if it has one: the table the strip leads to.
fn open_name(section: &Section) -> Option<&str> {
    section.blocks.iter().find_map(|block| match block {
        Block::Findings(findings) => {
            findings.answers.iter().flat_map(|answer| &answer.rows).next().map(|row| row.open.as_str())
        }
        _ => None,
    })
}

fn facts(facts: &[(String, String)]) -> String {
    if facts.is_empty() {
        return String::new();
    }
    let facts: Vec<String> = facts
        .iter()
        .map(|(name, value)| format!("<dt>{}</dt><dd>{}</dd>\n", escaped(name), escaped(value)))
        .collect();
    format!("<dl>\n{}</dl>\n", facts.concat())
}

fn outcome(headline: &str, counts: &str) -> String {
    if headline.is_empty() && counts.is_empty() {
        return String::new();
    }
    let headline = tagged("p", "headline", headline);
    let counts = tagged("p", "counts", counts);
    format!("<div class=\"result\">\n{headline}{counts}</div>\n")
}

fn contents(entries: &[Entry], number: usize, publication: &Publication) -> String {
    let lang = |entry: &Entry| {
        if publication.is_paper(entry.section) { lang_of_papers(publication.language) } else { String::new() }
    };
    let entries = entries.iter().map(|entry| {
        format!(
            "<li><a href=\"#section-{section}\"{lang}>{title}</a>\n{found}</li>\n",
            section = entry.section + 1,
            lang = lang(entry),
            title = escaped(&entry.title),
            found = tagged("span", "found", &entry.found),
        )
    });
    let entries = entries.collect::<Vec<String>>().concat();
    if entries.is_empty() {
        return String::new();
    }
    format!("<nav aria-labelledby=\"section-{number}-title\">\n<ol>\n{entries}</ol>\n</nav>\n")
}

fn footer(lines: &[String]) -> String {
    let lines: Vec<String> = lines
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| format!("<p>{}</p>\n", escaped(line)))
        .collect();
    if lines.is_empty() { String::new() } else { format!("<footer>\n{}</footer>\n", lines.concat()) }
}

const STYLE: &str = include_str!("../../../../assets/export/sheet.css");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::analysis::summary::{Findings, SheetAnswer, SheetQuote, SheetRow, SheetTag};
    use crate::model::{Language, LineStyle, Swatch};

    fn paper(title: &str) -> Section {
        Section { title: title.into(), blocks: vec![Block::Title(title.into())] }
    }

    fn publication(language: Language, sections: Vec<Section>) -> Publication {
        Publication { language, title: "Wege & Ziele".into(), sections }
    }

    fn several(language: Language) -> Publication {
        let entries = [1, 2].map(|section| Entry { section, title: "Wege".into(), found: "1 von 3".into() });
        let first = vec![Block::OwnTitle("Bericht".into()), Block::Contents(entries.to_vec())];
        let first = Section { title: "Bericht".into(), blocks: first };
        publication(language, vec![first, paper("Wege"), paper("Ziele")])
    }

    /// A section in which every text is the same.
    fn all_of(text: &str) -> Section {
        let tag = SheetTag {
            letter: text.into(),
            name: text.into(),
            swatch: Swatch::Teal,
            line: LineStyle::Double,
        };
        let row = SheetRow {
            label: text.into(),
            question: text.into(),
            tag: Some(tag),
            open: text.into(),
            quotes: vec![SheetQuote { words: text.into(), page: text.into() }],
            remarks: vec![text.into()],
            memo: text.into(),
        };
        let findings = Findings {
            columns: [text; 3].map(str::to_owned),
            answers: vec![SheetAnswer { rows: vec![row] }],
        };
        let blocks = vec![
            Block::Over(text.into()),
            Block::Title(text.into()),
            Block::Facts(vec![(text.into(), text.into())]),
            Block::Outcome { headline: text.into(), counts: text.into() },
            Block::Findings(findings),
            Block::Footer(vec![text.into()]),
        ];
        Section { title: text.into(), blocks }
    }

    #[test]
    fn every_text_stays_a_text() {
        let hostile = "=1+1 <script>alert(\"x\")</script> | 'a' & \u{0}\u{8}\r\nzweite\u{2028}Zeile";
        let shown =
            "=1+1 &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; | &#39;a&#39; &amp; \nzweite\nZeile";
        assert_eq!(escaped(hostile), shown);
        let html = html(&publication(Language::German, vec![all_of(hostile), all_of(hostile)]));
        assert!(!html.contains("<script") && !html.contains("alert(\""));
        assert!(html.contains(&format!("<td class=\"question\">{shown}</td>")));
        assert!(!html.chars().any(|c| c.is_control() && c != '\n'));
    }

    #[test]
    fn one_paper_is_the_page_and_several_are_listed() {
        let one = html(&publication(Language::German, vec![paper("Wege & Ziele")]));
        assert!(one.contains("<title>Wege &amp; Ziele</title>"));
        assert!(one.contains("<h1 id=\"section-1-title\">Wege &amp; Ziele</h1>") && !one.contains("<nav"));

        let two = html(&several(Language::English));
        assert!(two.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
        assert!(two.contains("<h1 id=\"section-1-title\">Bericht</h1>"));
        assert!(two.contains("<a href=\"#section-2\" lang=\"de\">Wege</a>"));
        assert!(two.contains("id=\"section-3\" aria-labelledby=\"section-3-title\">"));
        assert!(two.contains("<h2 id=\"section-3-title\" lang=\"de\">"));
    }

    #[test]
    fn a_paper_without_questions_says_so() {
        let blocks = vec![Block::Title("Wege".into()), Block::Notice("Keine Druckform erkannt.".into())];
        let html = html(&publication(Language::German, vec![Section { title: "Wege".into(), blocks }]));
        assert!(html.contains("<p class=\"notice\">Keine Druckform erkannt.</p>"));
        assert!(!html.contains("<table") && !html.contains("<ol"));
    }

    #[test]
    fn nothing_runs_and_nothing_is_fetched() {
        let html =
            html(&several(Language::German)) + &html(&publication(Language::German, vec![all_of("a")]));
        assert!(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
        for word in ["<script", "http:", "https:", "url(", "@import", " src=", "<link", " onclick"] {
            assert!(!html.contains(word), "{word}");
        }
    }
}
