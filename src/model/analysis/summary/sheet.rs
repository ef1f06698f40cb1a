//! The sheet of one paper: what was asked, what was answered, and how each answer is tagged, with evidence.

use crate::model::text::{Body, Span};
use crate::model::{Coding, Document, Evidence, Meaning, Project, Question, QuestionRef, Tag, TagId};

use super::block::{
    Block, Findings, Section, SheetAnswer, SheetQuote, SheetRow, SheetTag, Strip, StripAnswer, StripCell,
};
use super::words::SummaryWords;
use crate::model::analysis::sentences::sentences;
use crate::model::analysis::tally::document_state;

/// The sheet of a paper as I coded it.
#[must_use]
pub fn sheet(project: &Project, document: &Document, words: &SummaryWords) -> Section {
    sheet_by(project, document, words, my_name(project))
}

/// The same, with the name under which I coded; nobody is named where that is empty.
pub(super) fn sheet_by(project: &Project, document: &Document, words: &SummaryWords, coder: &str) -> Section {
    let mut blocks = head(document, words);
    blocks.push(Block::Facts(facts(document, words)));
    blocks.push(outcome(project, document, words));
    if document.outline.is_segmented() {
        blocks.push(Block::Strip(strip(project, document, words)));
        blocks.push(Block::Findings(findings(project, document, words)));
    } else {
        blocks.push(Block::Notice(words.not_segmented.to_owned()));
    }
    blocks.push(Block::Footer(footer(project, document, words, coder)));
    Section { title: document.title().to_owned(), blocks }
}

/// The name I code under; empty where I gave none.
pub(super) fn my_name(project: &Project) -> &str {
    project.coder(project.me()).map(|coder| coder.name.as_str()).unwrap_or_default()
}

/// What stands over every page of a paper.
pub(super) fn head(document: &Document, words: &SummaryWords) -> Vec<Block> {
    vec![Block::Over(over(document, words)), Block::Title(document.title().to_owned())]
}

pub(super) fn outcome(project: &Project, document: &Document, words: &SummaryWords) -> Block {
    let (headline, counts) = counts(project, document, words);
    Block::Outcome { headline, counts }
}

/// A cell for each question of a paper.
#[must_use]
pub fn strip(project: &Project, document: &Document, words: &SummaryWords) -> Strip {
    let cell = |question: &Question| {
        let key = QuestionRef { document: document.id, question: question.id };
        let tag = project.my_coding(key).and_then(|coding| coding.tag.as_ref());
        StripCell { label: question.label.clone(), tag: tag.and_then(|tag| sheet_tag(project, tag, words)) }
    };
    let answers = document.outline.groups.iter().filter(|group| !group.questions.is_empty());
    let answers = answers.map(|group| StripAnswer { cells: group.questions.iter().map(cell).collect() });
    Strip { answers: answers.collect(), jointly: words.jointly.to_owned() }
}

/// How a tag looks on paper; none where the codebook does not know it.
#[must_use]
pub fn sheet_tag(project: &Project, tag: &TagId, words: &SummaryWords) -> Option<SheetTag> {
    let tag = project.codebook().tag(tag)?;
    Some(SheetTag {
        letter: tag.letter.get(words.language).to_owned(),
        name: tag.name.get(words.language).to_owned(),
        swatch: tag.swatch,
        line: tag.line,
    })
}

fn findings(project: &Project, document: &Document, words: &SummaryWords) -> Findings {
    let answers = document.outline.groups.iter().filter(|group| !group.questions.is_empty());
    let rows = |questions: &[Question]| {
        questions.iter().map(|question| row(project, document, question, words)).collect()
    };
    Findings {
        columns: [words.question, words.tag, words.passage].map(str::to_owned),
        answers: answers.map(|group| SheetAnswer { rows: rows(&group.questions) }).collect(),
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

pub(super) fn facts(document: &Document, words: &SummaryWords) -> Vec<(String, String)> {
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
    let coding = project.my_coding(QuestionRef { document: document.id, question: question.id });
    let tag = coding.and_then(|coding| coding.tag.as_ref());
    SheetRow {
        label: question.label.clone(),
        question: document.reading(question.text),
        tag: tag.and_then(|tag| sheet_tag(project, tag, words)),
        open: words.not_tagged.to_owned(),
        quotes: coding.map(|coding| quotes(document, coding, words)).unwrap_or_default(),
        remarks: coding.map(|coding| remarks(project, coding, words)).unwrap_or_default(),
        memo: coding.map(|coding| coding.memo.trim().to_owned()).unwrap_or_default(),
    }
}

/// What describes a coding beside its tag: its facets, and of a tag that puts off what is announced.
pub(super) fn remarks(project: &Project, coding: &Coding, words: &SummaryWords) -> Vec<String> {
    let name = |id| project.codebook().facet(id).map(|facet| facet.name.get(words.language).to_owned());
    let facets = coding.facets.iter().map(|id| name(id).unwrap_or_else(|| id.0.clone()));
    let tag = coding.tag.as_ref().and_then(|tag| project.codebook().tag(tag));
    let puts_off = tag.is_some_and(|tag| tag.means == Meaning::PutOff);
    let until = coding.promise.as_ref().filter(|_| puts_off).and_then(|promise| promise.until.as_ref());
    let announced = until.map(|until| (words.announced)(until.kind, until.words.trim()));
    facets.chain(announced).collect()
}

/// The passages, each with its page where pages are known. Words that no longer stand where they were marked are
/// quoted as they were remembered.
fn quotes(document: &Document, coding: &Coding, words: &SummaryWords) -> Vec<SheetQuote> {
    let quote = |evidence: &Evidence| {
        if evidence.is_in_place(&document.body) {
            sheet_quote(document, evidence.span, words)
        } else {
            SheetQuote { words: evidence.quote.exact.replace('\n', " "), page: String::new() }
        }
    };
    coding.evidence.iter().map(quote).collect()
}

/// A passage of a paper as it is printed in a summary. The place must be one of the paper's text.
#[must_use]
pub fn sheet_quote(document: &Document, span: Span, words: &SummaryWords) -> SheetQuote {
    let pages = document.print.pages_of(span);
    SheetQuote {
        words: quoted(&document.body, document, span),
        page: pages.map(|(first, last)| (words.pages)(first, last)).unwrap_or_default(),
    }
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

pub(super) fn footer(
    project: &Project,
    document: &Document,
    words: &SummaryWords,
    coder: &str,
) -> Vec<String> {
    let source = (words.source)(&document.origin.file, &document.origin.sha256);
    let lines = [
        definitions(project, document, words),
        coded(project, words, coder),
        format!("{source} {}", words.made_with),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// What the tags of a paper mean; of a paper without tags, what all tags mean.
pub(super) fn definitions(project: &Project, document: &Document, words: &SummaryWords) -> String {
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
    definitions.join(" ")
}

/// Who codes by which codebook.
pub(super) fn coded(project: &Project, words: &SummaryWords, coder: &str) -> String {
    let codebook = (words.codebook)(&project.codebook().version);
    if coder.is_empty() { codebook } else { format!("{} {codebook}", (words.coded_by)(coder)) }
}
