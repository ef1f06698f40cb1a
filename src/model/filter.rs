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
#[serde(default, deny_unknown_fields)]
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
    /// Codes of parliaments; an empty one is: not printed. So are empty offices and parties.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parliaments: Vec<String>,
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
#[serde(deny_unknown_fields)]
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
        let fits = |wanted: &[String], printed: Option<&str>| {
            wanted.is_empty() || named(wanted, printed.unwrap_or_default())
        };
        let parliament = fits(&self.parliaments, head.parliament.as_deref());
        let office = fits(&self.offices, head.answerer.as_deref());
        let mut parties = head.askers.iter().filter_map(|asker| asker.party.as_deref()).peekable();
        let party = match parties.peek() {
            None => fits(&self.parties, None),
            Some(_) => self.parties.is_empty() || parties.any(|party| named(&self.parties, party)),
        };
        let day = head.day_of_answer();
        let since = self.from.is_none_or(|from| day.is_some_and(|day| from <= day));
        let until = self.until.is_none_or(|until| day.is_some_and(|day| day <= until));
        parliament && office && party && since && until
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::{Body, Span};
    use crate::model::{
        AnswerGroup, Asker, Codebook, Coder, CodingKey, DocumentId, GroupId, Head, Origin, Outline, Print,
        ProjectParts, Question, Round, Swatch, Tag, Wording,
    };
    use std::sync::Arc;

    /// A tag that asks for a facet, one that does not; questions 1 to 4 with what two people say of them.
    fn project() -> Project {
        let tag = |id: &str, needs_facet: bool| Tag {
            id: TagId(id.into()),
            name: Wording::default(),
            letter: Wording::default(),
            swatch: Swatch::Green,
            line: crate::model::LineStyle::Solid,
            short: Wording::default(),
            definition: Wording::default(),
            use_when: Wording::default(),
            not_when: Wording::default(),
            examples: Wording::default(),
            tie_breaks: Wording::default(),
            needs_facet,
            facets: Vec::new(),
            means: crate::model::Meaning::Other,
        };
        let facet = crate::model::Facet {
            id: FacetId("partial".into()),
            name: Wording::default(),
            definition: Wording::default(),
        };
        let codebook = Codebook {
            version: "1.1".into(),
            since: None,
            reason: String::new(),
            tags: vec![tag("vague", true), tag("concrete", false)],
            facets: vec![facet],
            decision: Wording::default(),
            boundary_cases: Vec::new(),
            past: Vec::new(),
        };
        let body = Body::new("Was? Das.");
        let group = |number: u32| AnswerGroup {
            id: GroupId(10 + number),
            questions: vec![Question {
                id: QuestionId(number),
                label: number.to_string(),
                lead: Span::new(0, 0),
                text: Span::new(0, 4),
            }],
            joint: None,
            answers: Vec::new(),
        };
        let head = Head {
            answerer: Some("Ministerium für Brücken".into()),
            askers: vec![Asker { name: "A".into(), party: Some("Gelbe".into()) }],
            issued: Some(Date::constant(2026, 5, 4)),
            ..Head::default()
        };
        let document = crate::model::Document {
            id: DocumentId(1),
            origin: Origin {
                file: String::new(),
                sha256: String::new(),
                format: String::new(),
                encoding: String::new(),
            },
            head,
            outline: Outline { groups: (1..=4).map(group).collect(), ..Outline::default() },
            print: Print::default(),
            body,
        };
        let key = |question: u32, coder: u32| CodingKey {
            document: DocumentId(1),
            question: QuestionId(question),
            coder: CoderId(coder),
            round: Round::FIRST,
        };
        let at = "2026-05-04T10:00:00Z".parse().expect("a moment");
        let coding =
            |tag: &str, version: &str| Coding { tag: Some(TagId(tag.into())), ..Coding::empty(at, version) };
        let partial = Coding {
            facets: vec![FacetId("partial".into())],
            asked: vec![Asked::Date],
            ..coding("vague", "1.1")
        };
        let later = Coding { later: true, ..Coding::empty(at, "1.1") };
        let codings = [
            (key(1, 1), coding("vague", "1.0")),
            (key(2, 1), partial),
            (key(3, 1), later),
            (key(1, 2), coding("concrete", "1.1")),
        ];
        Project::from_parts(ProjectParts {
            name: String::new(),
            codebook,
            coders: [1, 2].map(|id| Coder::new(CoderId(id), "")).to_vec(),
            documents: vec![Arc::new(document)],
            codings: codings.map(|(key, coding)| (key, Arc::new(coding))).to_vec(),
            cues: None,
            ledger_day: None,
            filters: Vec::new(),
            rounds: Vec::new(),
            decisions: Vec::new(),
        })
        .expect("consistent")
    }

    const NONE: [u32; 0] = [];

    /// The questions that pass.
    fn passing(filter: &Filter) -> Vec<u32> {
        let project = project();
        let document = project.document_at(0).expect("a document");
        let ids = document.outline.questions().map(|question| question.id);
        let passing: Vec<u32> =
            ids.filter(|id| filter.passes(&project, document, *id)).map(|id| id.0).collect();
        assert_eq!(filter.passes_document(&project, document), !passing.is_empty(), "{filter:?}");
        passing
    }

    #[test]
    fn one_of_a_kind_is_enough_and_every_kind_has_to_fit() {
        let vague = Filter { tags: vec![TagId("vague".into())], ..Filter::default() };
        assert_eq!(passing(&Filter::default()), [1, 2, 3, 4]);
        assert_eq!(passing(&vague), [1, 2]);
        assert_eq!(passing(&Filter { open: true, ..Filter::default() }), [3, 4]);
        assert_eq!(passing(&Filter { open: true, ..vague.clone() }), [1, 2, 3, 4], "or");
        let partial = Filter { facets: vec![FacetId("partial".into())], ..vague.clone() };
        assert_eq!(passing(&partial), [2], "and");
        assert_eq!(passing(&Filter { asked: vec![Asked::Money], ..partial.clone() }), NONE);
        assert_eq!(passing(&Filter { asked: vec![Asked::Money, Asked::Date], ..partial }), [2]);
    }

    #[test]
    fn what_is_left_to_do_is_found() {
        let left =
            |unsettled: &[Unsettled]| passing(&Filter { unsettled: unsettled.to_vec(), ..Filter::default() });
        assert_eq!(left(&[Unsettled::NoEvidence]), [1, 2]);
        assert_eq!(left(&[Unsettled::NoFacet]), [1]);
        assert_eq!(left(&[Unsettled::OldCodebook]), [1]);
        assert_eq!(left(&[Unsettled::Later]), [3]);
        assert_eq!(left(&[Unsettled::NoEvidence, Unsettled::OldCodebook]), [1], "each is a kind of its own");
    }

    #[test]
    fn papers_are_told_by_office_party_and_day() {
        let day = |day| Some(Date::constant(2026, 5, day));
        let all = [1, 2, 3, 4];
        assert_eq!(passing(&Filter { from: day(4), until: day(4), ..Filter::default() }), all);
        assert_eq!(passing(&Filter { from: day(5), ..Filter::default() }), NONE);
        assert_eq!(passing(&Filter { until: day(3), ..Filter::default() }), NONE);
        assert_eq!(passing(&Filter { parties: vec!["Gelbe".into()], ..Filter::default() }), all);
        let offices = vec!["Ministerium für Tunnel".into()];
        assert_eq!(passing(&Filter { offices, ..Filter::default() }), NONE);
        let parliaments = vec!["HE".into()];
        assert_eq!(passing(&Filter { parliaments, ..Filter::default() }), NONE);
        let parliaments = vec![String::new()];
        assert_eq!(passing(&Filter { parliaments, ..Filter::default() }), all, "none is printed");
        let parties = vec![String::new()];
        assert_eq!(passing(&Filter { parties, ..Filter::default() }), NONE, "one is printed");
    }

    #[test]
    fn another_coder_is_asked_for_by_name() {
        let second = Filter { coders: vec![CoderId(2)], ..Filter::default() };
        assert_eq!(passing(&second), [1]);
        assert_eq!(passing(&Filter { tags: vec![TagId("vague".into())], ..second.clone() }), NONE);
        assert_eq!(passing(&Filter { open: true, ..second }), [2, 3, 4]);
    }
}
