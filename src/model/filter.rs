//! Which questions are shown: by tag, facet, what is asked for, office, party, date, coder, and what is missing.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::asked::Asked;
use super::codebook::{FacetId, TagId};
use super::coding::Coding;
use super::document::Document;
use super::id::{CoderId, QuestionId, QuestionRef};
use super::project::Project;

/// What a question has to be. Within one kind one of several is enough („vague or deferred“); every kind that
/// says something has to fit. A filter that says nothing lets everything pass.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagId>,
    /// One more tag, as it were: none.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facets: Vec<FacetId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Asked>,
    /// Who answered, as printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<String>,
    /// The party of one who asked, as printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<String>,
    /// The day of the answer, or of the printing where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Whose codings are looked at; mine where nobody is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub coders: Vec<CoderId>,
    /// Each is a kind of its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unsettled: Vec<Unsettled>,
}

/// What is left to do for a question that was coded.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Unsettled {
    /// A tag without a passage.
    NoEvidence,
    /// A tag without the facet that it asks for.
    NoFacet,
    /// Coded under another version of the codebook than the one in force.
    OldCodebook,
    /// Put aside.
    Later,
}

impl Unsettled {
    pub const ALL: [Self; 4] = [Self::NoEvidence, Self::NoFacet, Self::OldCodebook, Self::Later];
}

/// A filter that is kept with the project.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NamedFilter {
    pub name: String,
    pub filter: Filter,
}

impl Filter {
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a question is shown.
    #[must_use]
    pub fn passes(&self, project: &Project, document: &Document, question: QuestionId) -> bool {
        self.fits_paper(document) && self.fits_coding_of(project, document, question)
    }

    /// Whether a question of a paper is shown, or the paper has none and nothing is asked of them.
    #[must_use]
    pub fn passes_document(&self, project: &Project, document: &Document) -> bool {
        if !self.fits_paper(document) {
            return false;
        }
        let mut questions = document.outline.questions();
        !self.looks_at_codings() || questions.any(|q| self.fits_coding_of(project, document, q.id))
    }

    fn looks_at_codings(&self) -> bool {
        self.open
            || !(self.tags.is_empty()
                && self.facets.is_empty()
                && self.asked.is_empty()
                && self.coders.is_empty()
                && self.unsettled.is_empty())
    }

    fn fits_paper(&self, document: &Document) -> bool {
        let head = &document.head;
        let named = |wanted: &[String], printed: &str| wanted.iter().any(|wanted| wanted == printed);
        let office = self.offices.is_empty()
            || head.answerer.as_deref().is_some_and(|office| named(&self.offices, office));
        let mut parties = head.askers.iter().filter_map(|asker| asker.party.as_deref());
        let party = self.parties.is_empty() || parties.any(|party| named(&self.parties, party));
        let day = head.answered.or(head.issued);
        let since = self.from.is_none_or(|from| day.is_some_and(|day| from <= day));
        let until = self.until.is_none_or(|until| day.is_some_and(|day| day <= until));
        office && party && since && until
    }

    fn fits_coding_of(&self, project: &Project, document: &Document, question: QuestionId) -> bool {
        if !self.looks_at_codings() {
            return true;
        }
        if self.coders.is_empty() {
            let mine = project.my_coding(QuestionRef { document: document.id, question });
            return self.fits_coding(project, mine);
        }
        let all = || project.codings_of(document.id).filter(move |(key, _)| key.question == question);
        self.coders.iter().any(|coder| {
            let mut theirs = all().filter(|(key, _)| key.coder == *coder).peekable();
            // Who did not code at all left it open.
            (theirs.peek().is_none() && self.open && self.fits_coding(project, None))
                || theirs.any(|(_, coding)| self.fits_coding(project, Some(coding)))
        })
    }

    fn fits_coding(&self, project: &Project, coding: Option<&Coding>) -> bool {
        let tag = coding.and_then(|coding| coding.tag.as_ref());
        let any_tag = self.tags.is_empty() && !self.open;
        let tagged = match tag {
            Some(tag) => any_tag || self.tags.contains(tag),
            None => any_tag || self.open,
        };
        let facets = coding.map(|coding| &coding.facets[..]).unwrap_or_default();
        let faceted = self.facets.is_empty() || self.facets.iter().any(|facet| facets.contains(facet));
        let kinds = coding.map(|coding| &coding.asked[..]).unwrap_or_default();
        let asked = self.asked.is_empty() || self.asked.iter().any(|kind| kinds.contains(kind));
        let unsettled = |what: &Unsettled| coding.is_some_and(|coding| what.is_true_of(project, coding));
        tagged && faceted && asked && self.unsettled.iter().all(unsettled)
    }
}

impl Unsettled {
    /// Whether this is left to do for a coding.
    #[must_use]
    pub fn is_true_of(self, project: &Project, coding: &Coding) -> bool {
        let codebook = project.codebook();
        match self {
            Self::NoEvidence => coding.tag.is_some() && coding.evidence.is_empty(),
            Self::NoFacet => coding.tag.as_ref().is_some_and(|tag| codebook.lacks_facet(tag, &coding.facets)),
            Self::OldCodebook => coding.codebook != codebook.version,
            Self::Later => coding.later,
        }
    }
}
