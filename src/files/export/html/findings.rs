//! The table of a summary, every question with tag and evidence; and large quotations.

use crate::model::Language;
use crate::model::analysis::summary::{Findings, Quotation, SheetQuote, SheetRow};

use super::text::{badge, escaped, lang_of_papers, tagged};

/// The questions in one table, a body for each answer. `title` names the table for those who hear it.
pub(super) fn table(findings: &Findings, section: usize, title: &str, language: Language) -> String {
    let [question, tag, passage] = &findings.columns;
    let rows = || findings.answers.iter().flat_map(|answer| &answer.rows);
    let longest = rows().map(|row| row.label.chars().count()).max().unwrap_or_default();
    let mut bodies = String::new();
    let mut counted = 0;
    for answer in findings.answers.iter().filter(|answer| !answer.rows.is_empty()) {
        bodies += if answer.rows.len() > 1 { "<tbody class=\"joint\">\n" } else { "<tbody>\n" };
        for row in &answer.rows {
            counted += 1;
            bodies += &table_row(row, &format!("section-{section}-question-{counted}"), language);
        }
        bodies += "</tbody>\n";
    }
    if counted == 0 {
        return String::new();
    }
    format!(
        "<table class=\"findings\">\n<caption class=\"unseen\"{lang}>{title}</caption>\n\
         <colgroup><col style=\"width:calc(2.1rem + {letters} * .62rem)\"><col class=\"asked\"><col class=\"tagged\"><col></colgroup>\n\
         <thead><tr><th scope=\"col\" colspan=\"2\">{question}</th><th scope=\"col\">{tag}</th>\
         <th scope=\"col\">{passage}</th></tr></thead>\n{bodies}</table>\n",
        lang = lang_of_papers(language),
        title = escaped(title),
        letters = longest.clamp(2, 10),
        question = escaped(question),
        tag = escaped(tag),
        passage = escaped(passage),
    )
}

fn table_row(row: &SheetRow, id: &str, language: Language) -> String {
    let lang = lang_of_papers(language);
    let tag = match &row.tag {
        Some(tag) => badge(tag),
        None => format!("<span class=\"tag open\"><span>{}</span></span>", escaped(&row.open)),
    };
    let quotes: Vec<String> = row.quotes.iter().map(|quote| quoted(quote, &lang)).collect();
    let remarks = tagged("p", "remarks", &row.remarks.join(" · "));
    let memo = tagged("p", "memo", &row.memo);
    format!(
        "<tr id=\"{id}\"><th scope=\"row\">{label}</th><td class=\"question\"{lang}>{question}</td>\
         <td>{tag}</td><td>{quotes}{remarks}{memo}</td></tr>\n",
        label = escaped(&row.label),
        question = escaped(&row.question),
        quotes = quotes.concat(),
    )
}

fn quoted(quote: &SheetQuote, lang: &str) -> String {
    format!("<blockquote{lang}>{}{}</blockquote>", escaped(&quote.words), page(quote))
}

/// The page in our own words behind the paper's.
fn page(quote: &SheetQuote) -> String {
    if quote.page.is_empty() {
        return String::new();
    }
    format!(" <span class=\"page\">({})</span>", escaped(&quote.page))
}

/// Quotations large enough for a newspaper, each under the question it answers.
pub(super) fn quotations(quotations: &[Quotation], language: Language) -> String {
    let lang = lang_of_papers(language);
    let figures = quotations.iter().map(|quotation| {
        format!(
            "<figure class=\"quotation {class}\">\n<figcaption>{badge}<b>{name}</b> <span{lang}>{question}</span></figcaption>\n\
             <blockquote{lang}>{words}{page}</blockquote>\n</figure>\n",
            class = quotation.tag.as_ref().map_or("plain", |tag| super::text::colour_class(tag.swatch)),
            badge = quotation.tag.as_ref().map(badge).unwrap_or_default(),
            name = escaped(&quotation.question_name),
            question = escaped(&quotation.question),
            words = escaped(&quotation.quote.words),
            page = page(&quotation.quote),
        )
    });
    figures.collect::<Vec<String>>().concat()
}
