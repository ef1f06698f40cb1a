//! A publication as one Markdown text.

use crate::model::analysis::summary::{Block, Publication, Section};

use super::blocks;
use super::text::line;

/// The pages as one Markdown text. The same pages always give the same bytes.
#[must_use]
pub fn markdown(publication: &Publication) -> String {
    let sections = publication.sections.iter().enumerate();
    let blocks: Vec<String> =
        sections.flat_map(|(place, section)| self::section(publication, section, place)).collect();
    blocks.join("\n\n") + "\n"
}

/// The parts of a section, which a blank line divides. Its title comes first: a text begins with its heading.
fn section(publication: &Publication, section: &Section, place: usize) -> Vec<String> {
    let level = if place == 0 { 1 } else { 2 };
    let is_title = |block: &&Block| matches!(block, Block::Title(_) | Block::OwnTitle(_));
    let title = section.blocks.iter().filter(is_title);
    let rest = section.blocks.iter().filter(|block| !is_title(block));
    let blocks = title.chain(rest).flat_map(|block| self::block(publication, block, level));
    blocks.filter(|block| !block.is_empty()).collect()
}

fn block(publication: &Publication, block: &Block, level: usize) -> Vec<String> {
    let language = publication.language;
    match block {
        Block::Title(text) | Block::OwnTitle(text) => vec![format!("{} {}", "#".repeat(level), line(text))],
        Block::Heading(text) => vec![format!("{} {}", "#".repeat(level + 1), line(text))],
        Block::Over(text) | Block::Paragraph(text) | Block::Notice(text) => vec![line(text)],
        Block::Facts(facts) => vec![list(facts.iter().map(|(name, value)| format!("{name}: {value}")))],
        Block::Outcome { headline, counts } => {
            let strong = if headline.is_empty() { String::new() } else { format!("**{}**", line(headline)) };
            vec![strong, line(counts)]
        }
        Block::Strip(strip) => vec![blocks::strip(strip)],
        Block::Findings(findings) => vec![blocks::findings(findings)],
        Block::Quotations(quotations) => quotations.iter().map(blocks::quotation).collect(),
        Block::Reading(paragraphs) => paragraphs.iter().flat_map(blocks::reading).collect(),
        Block::Contents(entries) => vec![blocks::contents(entries)],
        Block::Bars(chart) => blocks::bars(chart, language),
        Block::Days(chart) => blocks::days(chart),
        Block::Strips(papers) => vec![blocks::papers(papers)],
        Block::Footer(lines) => vec![list(lines.iter().cloned())],
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items
        .map(|item| line(&item))
        .filter(|item| !item.is_empty())
        .map(|item| format!("- {item}"))
        .collect();
    items.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::analysis::summary::{
        Entry, Findings, SheetAnswer, SheetQuote, SheetRow, SheetTag, Strip, StripAnswer, StripCell,
    };
    use crate::model::{Language, LineStyle, Swatch};

    fn tag() -> SheetTag {
        SheetTag { letter: "K".into(), name: "konkret".into(), swatch: Swatch::Green, line: LineStyle::Solid }
    }

    fn row(label: &str, question: &str) -> SheetRow {
        SheetRow {
            label: label.into(),
            question: question.into(),
            tag: None,
            open: "offen".into(),
            quotes: Vec::new(),
            remarks: Vec::new(),
            memo: String::new(),
        }
    }

    fn cell(label: &str, tag: Option<SheetTag>) -> StripCell {
        StripCell { label: label.into(), tag }
    }

    fn publication(sections: Vec<Section>) -> Publication {
        Publication { language: Language::German, title: "Wege".into(), sections }
    }

    #[test]
    fn a_paper() {
        let quote = |words: &str, page: &str| SheetQuote { words: words.into(), page: page.into() };
        let coded = SheetRow {
            tag: Some(tag()),
            quotes: vec![quote("Am 1. Juni.", "S. 3"), quote("… ja …", "")],
            memo: "knapp\nzweite Zeile".into(),
            remarks: vec!["Datum".into(), "Zahl".into()],
            ..row("1", "Wann?")
        };
        let joint = SheetAnswer { rows: vec![coded, row("2", "Wo?")] };
        let findings = Findings {
            columns: ["Frage", "Einstufung", "Belegstelle"].map(str::to_owned),
            answers: vec![joint, SheetAnswer { rows: vec![row("3", "Wer?")] }],
        };
        let strip = Strip {
            answers: vec![
                StripAnswer { cells: vec![cell("1", Some(tag())), cell("2", None)] },
                StripAnswer { cells: vec![cell("3", None)] },
            ],
            jointly: "gemeinsam beantwortet".into(),
        };
        let blocks = vec![
            Block::Over("Landtag · Kleine Anfrage".into()),
            Block::Title("Wege".into()),
            Block::Facts(vec![("Frage".into(), "A. B. (C), 01.02.2026".into())]),
            Block::Outcome {
                headline: "1 von 3 Fragen konkret beantwortet".into(),
                counts: "konkret 1 · 2 offen".into(),
            },
            Block::Strip(strip),
            Block::Findings(findings),
            Block::Footer(vec!["1. Codebuch".into(), String::new()]),
        ];
        assert_eq!(
            markdown(&publication(vec![Section { title: "Wege".into(), blocks }])),
            "# Wege

Landtag · Kleine Anfrage

- Frage: A. B. (C), 01.02.2026

**1 von 3 Fragen konkret beantwortet**

konkret 1 · 2 offen

`[1 K  2 –]  3 –` (`[ ]` gemeinsam beantwortet)

|  | Frage | Einstufung | Belegstelle |
| --- | --- | --- | --- |
| 1 | Wann? | K konkret | Am 1. Juni. (S. 3)<br>… ja …<br>(Datum, Zahl)<br>*knapp<br>zweite Zeile* |
| 2 | Wo? | offen |  |
| 3 | Wer? | offen |  |

- 1\\. Codebuch
"
        );
    }

    #[test]
    fn several_papers_stand_under_one_title() {
        let paper = |title: &str, notice: &str| {
            let blocks = vec![Block::Title(title.into()), Block::Notice(notice.into())];
            Section { title: title.into(), blocks }
        };
        let entry = Entry { section: 1, title: "A".into(), found: "1 von 3".into() };
        let first = vec![Block::OwnTitle("2 Drucksachen".into()), Block::Contents(vec![entry])];
        let first = Section { title: "2 Drucksachen".into(), blocks: first };
        let text =
            markdown(&publication(vec![first, paper("A", ""), paper("B", "Keine Druckform erkannt.")]));
        assert_eq!(text, "# 2 Drucksachen\n\n1. A: 1 von 3\n\n## A\n\n## B\n\nKeine Druckform erkannt.\n");
    }
}
