//! What a summary of one paper says, before it has a format. Each export renders this.

use crate::model::text::{Body, Span};
use crate::model::{
    Coding, Document, Language, LineStyle, Project, Question, QuestionRef, Swatch, Tag, TagId,
};

use super::SummaryWords;
use crate::model::analysis::sentences::sentences;
use crate::model::analysis::tally::document_state;

/// The summary of one paper.
#[derive(Clone, PartialEq, Debug)]
pub struct Sheet {
    pub language: Language,
    /// „Hessischer Landtag · Kleine Anfrage und Antwort · ausgegeben 27.04.2026“.
    pub over: String,
    pub title: String,
    /// Name and value: who asked, who answered, how long it took.
    pub facts: Vec<(String, String)>,
    pub headline: String,
    /// „konkret 1 · vage 1 · aufgeschoben 8“.
    pub counts: String,
    /// Column headings: question, tag, passage.
    pub columns: [String; 3],
    pub answers: Vec<SheetAnswer>,
    pub jointly: String,
    /// Where no form was known: said instead of the table.
    pub notice: Option<String>,
    /// Definitions, coder, codebook, source.
    pub footer: Vec<String>,
}

/// The questions of one answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetAnswer {
    pub rows: Vec<SheetRow>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetRow {
    pub label: String,
    pub question: String,
    /// None where the question is open; then `tag_name` says so.
    pub tag: Option<SheetTag>,
    pub tag_name: String,
    /// Verbatim, cut only with „…“.
    pub quotes: Vec<String>,
    pub memo: String,
    /// Names of the facets.
    pub facets: Vec<String>,
}

/// How a tag looks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetTag {
    pub letter: String,
    pub swatch: Swatch,
    pub line: LineStyle,
}

/// The summary of a paper as I coded it.
#[must_use]
pub fn sheet(project: &Project, document: &Document, words: &SummaryWords) -> Sheet {
    let language = words.language;
    let answers = document
        .outline
        .groups
        .iter()
        .map(|group| SheetAnswer {
            rows: group.questions.iter().map(|question| row(project, document, question, words)).collect(),
        })
        .collect();
    let (headline, counts) = counts(project, document, words);
    Sheet {
        language,
        over: over(document, words),
        title: document.title().to_owned(),
        facts: facts(document, words),
        headline,
        counts,
        columns: [words.question, words.tag, words.passage].map(str::to_owned),
        answers,
        jointly: words.jointly.to_owned(),
        notice: (!document.outline.is_segmented()).then(|| words.not_segmented.to_owned()),
        footer: footer(project, document, words),
    }
}

fn over(document: &Document, words: &SummaryWords) -> String {
    let head = &document.head;
    let parts = [
        head.parliament().map(|parliament| parliament.house.to_owned()),
        head.number.as_ref().map(|number| format!("Drucksache {number}")),
        head.kind.map(|kind| (words.and_answer)(kind.printed())),
        head.issued.map(|date| (words.issued)(&words.language.date(date))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn facts(document: &Document, words: &SummaryWords) -> Vec<(String, String)> {
    let head = &document.head;
    let date = |date: Option<jiff::civil::Date>| date.map(|date| words.language.date(date));
    let joined = |who: String, when: Option<String>| {
        let parts: Vec<String> =
            [Some(who).filter(|who| !who.is_empty()), when].into_iter().flatten().collect();
        parts.join(", ")
    };
    let asked = joined(head.askers_printed(), date(head.asked));
    let answered = joined(head.answerer.clone().unwrap_or_default(), date(head.answered));
    let days = (words.days)(head.days_to_answer(), head.days_to_issue());
    [(words.asked, asked), (words.answered, answered), (words.duration, days)]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn counts(project: &Project, document: &Document, words: &SummaryWords) -> (String, String) {
    let tally = document_state(project, document);
    let tags = &project.codebook().tags;
    let name = |tag: &Tag| tag.name.get(words.language).to_owned();
    let headline = match tags.first() {
        Some(first) if tally.questions > 0 => {
            (words.headline)(tally.of(&first.id), tally.questions, &name(first))
        }
        _ => String::new(),
    };
    if tally.questions == 0 {
        return (headline, String::new());
    }
    let mut counts: Vec<String> =
        tags.iter().map(|tag| format!("{} {}", name(tag), tally.of(&tag.id))).collect();
    let open = tally.questions - tally.tagged();
    if open > 0 {
        counts.push((words.open)(open));
    }
    (headline, counts.join(" · "))
}

fn row(project: &Project, document: &Document, question: &Question, words: &SummaryWords) -> SheetRow {
    let language = words.language;
    let codebook = project.codebook();
    let coding = project.my_coding(QuestionRef { document: document.id, question: question.id });
    let tag = coding.and_then(|coding| codebook.tag(coding.tag.as_ref()?));
    let facets = coding.map(|coding| &coding.facets[..]).unwrap_or_default();
    SheetRow {
        label: question.label.clone(),
        question: document.reading(question.text),
        tag: tag.map(|tag| SheetTag {
            letter: tag.letter.get(language).to_owned(),
            swatch: tag.swatch,
            line: tag.line,
        }),
        tag_name: tag.map_or(words.not_tagged, |tag| tag.name.get(language)).to_owned(),
        quotes: coding.map(|coding| quotes(document, coding, words)).unwrap_or_default(),
        memo: coding.map(|coding| coding.memo.trim().to_owned()).unwrap_or_default(),
        facets: facets
            .iter()
            .map(|id| codebook.facet(id).map_or(id.0.as_str(), |facet| facet.name.get(language)).to_owned())
            .collect(),
    }
}

/// The passages, each with its page where pages are known.
fn quotes(document: &Document, coding: &Coding, words: &SummaryWords) -> Vec<String> {
    coding
        .evidence
        .iter()
        .map(|evidence| {
            let quote = quoted(&document.body, document, evidence.span);
            match document.print.pages_of(evidence.span) {
                Some((first, last)) => format!("{quote} ({})", (words.pages)(first, last)),
                None => quote,
            }
        })
        .collect()
}

/// The words at a place, verbatim, with „…“ where they begin or end inside a sentence.
fn quoted(body: &Body, document: &Document, span: Span) -> String {
    let text = body.as_str();
    let line_start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
    let around = sentences(body.at(Span::new(line_start, line_end)), line_start);
    let whole_start = around.iter().any(|sentence| sentence.start == span.start);
    let whole_end = around.iter().any(|sentence| sentence.end == span.end);
    let before = if whole_start { "" } else { "… " };
    let after = if whole_end { "" } else { " …" };
    format!("{before}{}{after}", document.reading(span).replace('\n', " "))
}

fn footer(project: &Project, document: &Document, words: &SummaryWords) -> Vec<String> {
    let language = words.language;
    let used: Vec<&TagId> =
        project.codings_of(document.id).filter_map(|(_, coding)| coding.tag.as_ref()).collect();
    let definitions: Vec<String> = project
        .codebook()
        .tags
        .iter()
        .filter(|tag| used.is_empty() || used.contains(&&tag.id))
        .map(|tag| format!("{}: {}", tag.name.get(language), tag.definition.get(language)))
        .collect();
    let coder = project.coder(project.me()).map(|coder| coder.name.as_str()).unwrap_or_default();
    let mut coded = (words.codebook)(&project.codebook().version);
    if !coder.is_empty() {
        coded = format!("{} {coded}", (words.coded_by)(coder));
    }
    let source = (words.source)(&document.origin.file, &document.origin.sha256);
    let lines = [definitions.join(" "), coded, format!("{source} {}", words.made_with)];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}
