//! The two languages of a codebook's file become one codebook: tags and facets are the same by their ids.

use super::codebook::Fault;
use crate::model::{
    CodebookFault, CodebookLabels, Facet, FacetId, Language, LineStyle, Meaning, Swatch, Tag, TagId, TagPart,
    Wording,
};

/// What a file says in one language.
pub(super) struct Half {
    language: Language,
    pub decision: String,
    tags: Vec<Entry>,
    facets: Vec<Entry>,
    pub cases: Vec<String>,
}

/// A tag or a facet in one language. What was not said is none.
#[derive(Default)]
pub(super) struct Entry {
    /// Line of its heading, from 1.
    line: usize,
    name: String,
    pub id: Option<String>,
    pub letter: Option<String>,
    pub swatch: Option<Swatch>,
    pub line_style: Option<LineStyle>,
    pub means: Option<Meaning>,
    pub needs_facet: Option<bool>,
    pub usual_facets: Option<Vec<FacetId>>,
    pub parts: Vec<(TagPart, String)>,
    /// Of a facet.
    pub definition: String,
}

impl Half {
    pub fn new(language: Language) -> Self {
        Self { language, decision: String::new(), tags: Vec::new(), facets: Vec::new(), cases: Vec::new() }
    }

    /// A heading begins a tag, or a facet.
    pub fn begin(&mut self, of_tags: bool, name: String, line: usize) {
        let list = if of_tags { &mut self.tags } else { &mut self.facets };
        list.push(Entry { line, name, ..Entry::default() });
    }

    /// The tag or facet that is being read.
    pub fn last(&mut self, of_tags: bool) -> Option<&mut Entry> {
        if of_tags { self.tags.last_mut() } else { self.facets.last_mut() }
    }
}

/// Both languages together.
pub(super) struct Joined {
    pub tags: Vec<Tag>,
    pub facets: Vec<Facet>,
    pub decision: Wording,
    pub boundary_cases: Vec<Wording>,
}

/// Joins what each language says. The first one gives the order; a file in one language is fine.
pub(super) fn join(mut halves: Vec<Half>, labels: &CodebookLabels) -> Result<Joined, Fault> {
    check_usual_facets(&halves)?;
    let mut joined = Joined {
        tags: Vec::new(),
        facets: Vec::new(),
        decision: Wording::default(),
        boundary_cases: Vec::new(),
    };
    for half in &mut halves {
        *joined.decision.written_mut(half.language) = std::mem::take(&mut half.decision);
        for (nth, case) in half.cases.drain(..).enumerate() {
            if nth == joined.boundary_cases.len() {
                joined.boundary_cases.push(Wording::default());
            }
            *joined.boundary_cases[nth].written_mut(half.language) = case;
        }
    }
    for (id, entries) in by_id(&mut halves, |half| &mut half.tags)? {
        let nth = joined.tags.len();
        joined.tags.push(tag(id, &entries, nth, labels)?);
    }
    for (id, entries) in by_id(&mut halves, |half| &mut half.facets)? {
        let mut facet = Facet { id: FacetId(id), name: Wording::default(), definition: Wording::default() };
        for (language, entry) in &entries {
            facet.name.written_mut(*language).clone_from(&entry.name);
            facet.definition.written_mut(*language).clone_from(&entry.definition);
        }
        joined.facets.push(facet);
    }
    Ok(joined)
}

/// Each facet that a tag names is in the list of its language.
fn check_usual_facets(halves: &[Half]) -> Result<(), Fault> {
    for half in halves {
        let is_listed = |id: &&FacetId| half.facets.iter().any(|facet| facet.id.as_deref() == Some(&id.0));
        for tag in &half.tags {
            if let Some(id) = tag.usual_facets.iter().flatten().find(|id| !is_listed(id)) {
                return Err((tag.line, CodebookFault::UnknownFacet(id.0.clone())));
            }
        }
    }
    Ok(())
}

/// What is said of each id in each language, in the order of the first.
type ById = Vec<(String, Vec<(Language, Entry)>)>;

fn by_id(halves: &mut [Half], list: impl Fn(&mut Half) -> &mut Vec<Entry>) -> Result<ById, Fault> {
    let mut found: ById = Vec::new();
    for (place, half) in halves.iter_mut().enumerate() {
        let language = half.language;
        for entry in list(half).drain(..) {
            let id = entry.id.clone().ok_or_else(|| (entry.line, CodebookFault::NoId(entry.name.clone())))?;
            let line = entry.line;
            match found.iter_mut().find(|(other, _)| *other == id) {
                Some((_, entries)) if entries.iter().any(|(other, _)| *other == language) => {
                    return Err((line, CodebookFault::Twice(id)));
                }
                Some((_, entries)) => entries.push((language, entry)),
                None if place > 0 => return Err((line, CodebookFault::OneLanguage(id))),
                None => found.push((id, vec![(language, entry)])),
            }
        }
    }
    let lonely = found.iter().find(|(_, entries)| entries.len() < halves.len());
    match lonely {
        Some((id, entries)) => Err((entries[0].1.line, CodebookFault::OneLanguage(id.clone()))),
        None => Ok(found),
    }
}

fn tag(id: String, entries: &[(Language, Entry)], nth: usize, labels: &CodebookLabels) -> Result<Tag, Fault> {
    let swatch = agreed(entries, labels.colour, |entry| entry.swatch)?;
    let line = agreed(entries, labels.line, |entry| entry.line_style)?;
    let swatch = swatch.unwrap_or(Swatch::ALL[nth % Swatch::ALL.len()]);
    let mut tag = Tag {
        needs_facet: agreed(entries, labels.needs_facet, |entry| entry.needs_facet)?.unwrap_or_default(),
        facets: agreed(entries, labels.usual_facets, |entry| entry.usual_facets.clone())?.unwrap_or_default(),
        means: agreed(entries, labels.means, |entry| entry.means)?.unwrap_or_default(),
        ..Tag::blank(TagId(id), swatch, line.unwrap_or(swatch.line()))
    };
    for (language, entry) in entries {
        tag.name.written_mut(*language).clone_from(&entry.name);
        let first = || entry.name.chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        *tag.letter.written_mut(*language) = entry.letter.clone().unwrap_or_else(first);
        for (part, text) in &entry.parts {
            part.of_mut(&mut tag).written_mut(*language).clone_from(text);
        }
    }
    Ok(tag)
}

/// What the languages say alike of a tag; they may not contradict each other.
fn agreed<T: PartialEq>(
    entries: &[(Language, Entry)],
    what: &str,
    said: impl Fn(&Entry) -> Option<T>,
) -> Result<Option<T>, Fault> {
    let mut agreed: Option<T> = None;
    for (_, entry) in entries {
        match (said(entry), &agreed) {
            (Some(here), Some(there)) if here != *there => {
                let fault = CodebookFault::Contradiction(entry.name.clone(), what.to_owned());
                return Err((entry.line, fault));
            }
            (Some(here), None) => agreed = Some(here),
            _ => {}
        }
    }
    Ok(agreed)
}
