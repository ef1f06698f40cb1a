//! The papers as one cites them, before a bibliography has a format.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::summary::SummaryWords;
use crate::model::Document;
use crate::model::text::slug;

/// A paper as it is cited.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// `hessen-21-2112`: stays as long as parliament and number stay.
    pub key: String,
    pub title: String,
    /// Who printed it: `Hessischer Landtag`; none where the parliament is not known.
    pub house: Option<&'static str>,
    /// Of the paper: `21/2112`.
    pub number: Option<String>,
    /// Of the issue, else of the answer, else of the question.
    pub date: Option<Date>,
    /// „Kleine Anfrage und Antwort. Frage: … Antwort: …“
    pub note: String,
}

/// The papers in this order. Keys are ASCII and unique: of two papers with one number the second has its id in the
/// key, too.
#[must_use]
pub fn bibliography(documents: &[&Document], words: &SummaryWords) -> Vec<Source> {
    let mut taken = BTreeSet::new();
    documents.iter().map(|document| source(document, words, &mut taken)).collect()
}

fn source(document: &Document, words: &SummaryWords, taken: &mut BTreeSet<String>) -> Source {
    let head = &document.head;
    let id = &document.id.to_string()[..8];
    let state = head.parliament().map_or("Drucksache", |parliament| parliament.state);
    let name = format!("{state} {}", head.number.as_deref().unwrap_or(id));
    let mut key = slug(&name, '-').to_lowercase();
    if !taken.insert(key.clone()) {
        key = format!("{key}-{id}");
        taken.insert(key.clone());
    }
    let people = [(words.asked, Some(head.askers_printed())), (words.answered, head.answerer.clone())];
    let kind = head.kind.map(|kind| (words.and_answer)(kind.printed()));
    let said = people
        .into_iter()
        .filter_map(|(role, who)| who.filter(|who| !who.is_empty()).map(|who| format!("{role}: {who}")));
    let note: Vec<String> = kind.into_iter().chain(said).collect();
    Source {
        key,
        title: document.title().to_owned(),
        house: head.parliament().map(|parliament| parliament.house),
        number: head.number.clone(),
        date: head.issued.or(head.answered).or(head.asked),
        note: note.join(". "),
    }
}
