//! Where codings are put together: what cases say, what passages add, and which tag of several stays.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::papers::Paper;
use super::qde::Qde;
use crate::model::{
    CodeMeans, Codebook, Coder, CoderId, Coding, CodingKey, Evidence, FacetId, Omission, PassageFault,
    ProjectParts, TagId,
};

/// A coding that grows.
pub(super) struct Draft {
    pub coding: Coding,
    /// A case says which tag it has; else the passages vote.
    pub is_settled: bool,
    /// The tag of each passage, with the paper and the words.
    votes: Vec<(TagId, String, String)>,
    /// Tags above the facets.
    above: Vec<TagId>,
}

pub(super) struct Desk<'a> {
    pub qde: &'a Qde,
    pub papers: Vec<Paper<'a>>,
    pub codebook: Codebook,
    pub means: BTreeMap<String, CodeMeans>,
    pub coders: Vec<Coder>,
    /// By the GUIDs of users.
    pub users: BTreeMap<String, CoderId>,
    /// Where no moment is said.
    pub at: Timestamp,
    /// The texts of notes by their GUIDs.
    pub notes: BTreeMap<&'a str, &'a str>,
    pub drafts: BTreeMap<CodingKey, Draft>,
    pub left_out: Vec<Omission>,
}

/// The coders of a project, and whose GUID is whose.
pub(super) fn coders(qde: &Qde, is_ours: bool) -> (Vec<Coder>, BTreeMap<String, CoderId>) {
    let mut coders: Vec<Coder> = Vec::new();
    let mut users = BTreeMap::new();
    for (nth, user) in qde.users.iter().enumerate() {
        if users.contains_key(&user.guid) {
            continue;
        }
        let own = user.id.filter(|id| is_ours && coders.iter().all(|coder| coder.id.0 != *id));
        let counted = (nth as u32 + 1..u32::MAX).find(|id| coders.iter().all(|coder| coder.id.0 != *id));
        let id = CoderId(own.or(counted).unwrap_or(u32::MAX));
        // Who has no name here goes out with a number.
        let is_number = is_ours && user.name == format!("coder_{}", id.0);
        let name = if is_number { String::new() } else { user.name.trim().to_owned() };
        coders.push(Coder::new(id, &name));
        users.insert(user.guid.clone(), id);
    }
    if coders.is_empty() {
        coders.push(Coder::new(CoderId(1), ""));
    }
    coders.sort_by_key(|coder| coder.id);
    (coders, users)
}

impl Desk<'_> {
    /// Whose a coding is: the first coder's where nobody is named.
    pub fn coder(&self, user: &str) -> CoderId {
        self.users.get(user).copied().unwrap_or(self.coders[0].id)
    }

    pub fn draft(&mut self, key: CodingKey, at: Option<Timestamp>) -> &mut Draft {
        let fresh = Coding::empty(at.unwrap_or(self.at), &self.codebook.version);
        let draft = self.drafts.entry(key).or_insert_with(|| Draft {
            coding: fresh,
            is_settled: false,
            votes: Vec::new(),
            above: Vec::new(),
        });
        if let Some(at) = at.filter(|_| !draft.is_settled) {
            draft.coding.at = if draft.coding.says_nothing() { at } else { draft.coding.at.max(at) };
        }
        draft
    }

    /// The text of a note.
    pub fn note(&self, guid: &str) -> Option<&str> {
        self.notes.get(guid).copied()
    }

    /// The codings as they stay, and with them the whole project.
    pub fn finish(mut self, name: &str) -> (ProjectParts, Vec<Omission>) {
        let named = |codebook: &Codebook, id: &TagId| {
            codebook.tag(id).map_or_else(|| id.0.clone(), |tag| tag.name.both())
        };
        let mut codings = Vec::new();
        for (key, mut draft) in std::mem::take(&mut self.drafts) {
            draft.elect();
            if let Some(kept) = &draft.coding.tag {
                for (tag, source, words) in draft.votes.iter().filter(|(tag, _, _)| tag != kept) {
                    let other = named(&self.codebook, tag);
                    let why = PassageFault::OtherTag { kept: named(&self.codebook, kept), other };
                    let (source, words) = (source.clone(), words.clone());
                    self.left_out.push(Omission::Passage { source, words, why });
                }
            }
            if !draft.is_settled {
                let place = |id: &FacetId| self.codebook.facets.iter().position(|facet| facet.id == *id);
                draft.coding.facets.sort_by_key(place);
            }
            draft.coding.evidence.sort_by_key(|evidence| evidence.span);
            if !draft.coding.says_nothing() {
                codings.push((key, std::sync::Arc::new(draft.coding)));
            }
        }
        let documents = self.papers.into_iter().map(|paper| std::sync::Arc::new(paper.document)).collect();
        let parts = ProjectParts {
            name: name.to_owned(),
            codebook: self.codebook,
            coders: self.coders,
            documents,
            codings,
            cues: None,
            ledger_day: None,
            filters: Vec::new(),
            rounds: Vec::new(),
            decisions: Vec::new(),
        };
        (parts, self.left_out)
    }
}

impl Draft {
    pub fn vote(&mut self, tag: TagId, source: &str, words: &str) {
        self.votes.push((tag, source.to_owned(), words.to_owned()));
    }

    pub fn add_facet(&mut self, facet: FacetId, above: Option<TagId>) {
        if !self.coding.facets.contains(&facet) {
            self.coding.facets.push(facet);
        }
        self.above.extend(above);
    }

    pub fn add_evidence(&mut self, evidence: Evidence) {
        if self.coding.evidence.iter().all(|there| there.span != evidence.span) {
            self.coding.evidence.push(evidence);
        }
    }

    pub fn add_memo(&mut self, memo: &str) {
        let memo = memo.trim();
        if memo.is_empty() || self.coding.memo.contains(memo) {
            return;
        }
        if !self.coding.memo.is_empty() {
            self.coding.memo.push('\n');
        }
        self.coding.memo.push_str(&crate::model::text::unix_lines(memo));
    }

    /// The tag of most passages; of several, the one that stands first. Where passages have facets only, the tag
    /// above these, if it is one.
    fn elect(&mut self) {
        if self.coding.tag.is_some() {
            return;
        }
        let count = |tag: &TagId| self.votes.iter().filter(|(other, _, _)| other == tag).count();
        let most = self.votes.iter().map(|(tag, _, _)| count(tag)).max();
        let elected = self.votes.iter().find(|(tag, _, _)| Some(count(tag)) == most);
        let above = self.above.first().filter(|_| !self.is_settled);
        self.coding.tag = match (elected, above) {
            (Some((tag, _, _)), _) => Some(tag.clone()),
            (None, Some(first)) if self.above.iter().all(|tag| tag == first) => Some(first.clone()),
            _ => None,
        };
    }
}
