//! A codebook from the codes of another program: those at the top become tags, those below them facets.

use std::collections::{BTreeMap, BTreeSet};

use super::signs::{TakenIds, free_letter, free_sign, id_from};
use crate::model::{
    CodeMeans, Codebook, Facet, FacetId, ForeignCode, Omission, Tag, TagId, TagPart, Wording,
};

/// Every tag has a digit key.
const MOST_TAGS: usize = 9;

/// A codebook, and what each code became in it.
#[derive(Debug)]
pub struct Gathered {
    pub codebook: Codebook,
    /// By the GUID of the code.
    pub means: BTreeMap<String, CodeMeans>,
    pub left_out: Vec<Omission>,
}

/// What is known of codes before they are looked at.
pub struct Known<'a> {
    /// Where codes are looked up that are known by their GUID.
    pub codebook: &'a Codebook,
    pub codes: BTreeMap<String, CodeMeans>,
    /// What the description of a known code says where nobody changed it.
    pub descriptions: BTreeMap<String, Vec<String>>,
    /// The GUID of the heading of facets.
    pub heading: String,
    /// The usual facets of tags, by the GUIDs of both.
    pub usual: BTreeMap<TagId, Vec<String>>,
}

/// Makes a codebook of codes. `start` is what there is already: an empty one, or one that has all that is known.
#[must_use]
pub fn gather(start: Codebook, codes: &[ForeignCode], known: &Known<'_>) -> Gathered {
    let usual = start.tags.iter().flat_map(|tag| tag.facets.iter().map(|id| (tag.id.clone(), id.clone())));
    let mut gathering = Gathering {
        known,
        known_facets: known.codebook.facets.iter().rev().map(|facet| (&facet.id, facet)).collect(),
        facet_places: start.facets.iter().enumerate().rev().map(|(nth, one)| (one.id.clone(), nth)).collect(),
        facet_ids: TakenIds::of(start.facets.iter().map(|facet| facet.id.0.clone())),
        usual: usual.collect(),
        gathered: Gathered { codebook: start, means: BTreeMap::new(), left_out: Vec::new() },
    };
    let stands_for_itself = |code: &ForeignCode| code.is_codable && code.guid != known.heading;
    let has_top = codes.iter().any(stands_for_itself);
    for code in codes {
        if code.guid == known.heading || (!code.is_codable && has_top) {
            gathering.facets(&code.children, None);
        } else if code.is_codable {
            gathering.top(code);
        } else {
            // Nothing but headings at the top: what stands below them is what is meant.
            code.children.iter().for_each(|child| gathering.top_or_below(child));
        }
    }
    gathering.usual_facets();
    gathering.gathered
}

/// A codebook on its way. Tags are few; facets may be as many as a file of another program has codes, so they are
/// found by their ids and not one by one.
struct Gathering<'a> {
    known: &'a Known<'a>,
    known_facets: BTreeMap<&'a FacetId, &'a Facet>,
    facet_places: BTreeMap<FacetId, usize>,
    facet_ids: TakenIds,
    /// The facets of each tag.
    usual: BTreeSet<(TagId, FacetId)>,
    gathered: Gathered,
}

impl Gathering<'_> {
    fn top_or_below(&mut self, code: &ForeignCode) {
        if code.is_codable {
            self.top(code);
        } else {
            code.children.iter().for_each(|child| self.top_or_below(child));
        }
    }

    fn top(&mut self, code: &ForeignCode) {
        let is_facet = matches!(self.known.codes.get(&code.guid), Some(CodeMeans::Facet(..)));
        let is_full = !self.is_there(code) && self.gathered.codebook.tags.len() >= MOST_TAGS;
        if is_facet || is_full {
            if is_full && !is_facet {
                self.gathered.left_out.push(Omission::CodeAsFacet { code: code.name.clone() });
            }
            self.facets(std::slice::from_ref(code), None);
            return;
        }
        let id = self.tag(code);
        self.means(code, CodeMeans::Tag(id.clone()));
        self.facets(&code.children, Some(&id));
    }

    fn facets(&mut self, codes: &[ForeignCode], below: Option<&TagId>) {
        for code in codes {
            if let Some(CodeMeans::Tag(id)) = self.known.codes.get(&code.guid) {
                // Somebody moved a tag of ours: it stays one.
                let id = id.clone();
                self.tag(code);
                self.means(code, CodeMeans::Tag(id));
            } else if code.is_codable {
                let id = self.facet(code);
                if let Some(tag) =
                    below.and_then(|id| self.gathered.codebook.tags.iter_mut().find(|tag| tag.id == *id))
                    && !self.known.codes.contains_key(&code.guid)
                    && self.usual.insert((tag.id.clone(), id.clone()))
                {
                    tag.facets.push(id.clone());
                }
                self.means(code, CodeMeans::Facet(id, below.cloned()));
            }
            self.facets(&code.children, below);
        }
    }

    fn is_there(&self, code: &ForeignCode) -> bool {
        match self.known.codes.get(&code.guid) {
            Some(CodeMeans::Tag(id)) => self.gathered.codebook.tag(id).is_some(),
            _ => false,
        }
    }

    fn means(&mut self, code: &ForeignCode, means: CodeMeans) {
        if self.gathered.means.insert(code.guid.clone(), means).is_some() {
            self.gathered.left_out.push(Omission::GuidTwice { name: code.name.clone() });
        }
    }

    /// The tag for a code, put in where it is not there yet.
    fn tag(&mut self, code: &ForeignCode) -> TagId {
        if let Some(CodeMeans::Tag(id)) = self.known.codes.get(&code.guid) {
            if self.gathered.codebook.tag(id).is_none()
                && let Some(tag) = self.known.codebook.tag(id)
            {
                self.usual.extend(tag.facets.iter().map(|facet| (tag.id.clone(), facet.clone())));
                self.gathered.codebook.tags.push(tag.clone());
            }
            let (name, text) = self.changed(code, self.gathered.codebook.tag(id).map(|tag| &tag.name));
            if let Some(tag) = self.gathered.codebook.tags.iter_mut().find(|tag| tag.id == *id) {
                tag.name = name.unwrap_or_else(|| tag.name.clone());
                if let Some(text) = text {
                    // One text for all parts: it says everything that is left of them.
                    for part in TagPart::DEFINITION {
                        *part.of_mut(tag) = Wording::default();
                    }
                    tag.definition = text;
                }
            }
            return id.clone();
        }
        let codebook = &mut self.gathered.codebook;
        let id = TagId(id_from(&code.name, |id| codebook.tags.iter().any(|tag| tag.id.0 == id)));
        let letter = free_letter(codebook, &code.name);
        let (free, line) = free_sign(&codebook.tags);
        let wanted = code.swatch.filter(|wanted| codebook.tags.iter().all(|tag| tag.swatch != *wanted));
        let swatch = wanted.unwrap_or(free);
        let line = if wanted.is_some() { swatch.line() } else { line };
        codebook.tags.push(Tag {
            name: Wording::same(&code.name),
            letter,
            definition: Wording::same(&code.description),
            ..Tag::blank(id.clone(), swatch, line)
        });
        id
    }

    /// The facet for a code, put in where it is not there yet.
    fn facet(&mut self, code: &ForeignCode) -> FacetId {
        if let Some(CodeMeans::Facet(id, _)) = self.known.codes.get(&code.guid) {
            if !self.facet_places.contains_key(id)
                && let Some(facet) = self.known_facets.get(id)
            {
                self.facet_ids.take(id.0.clone());
                self.push_facet((*facet).clone());
            }
            let place = self.facet_places.get(id).copied();
            let name = place.map(|place| self.gathered.codebook.facets[place].name.clone());
            let (name, text) = self.changed(code, name.as_ref());
            if let Some(facet) = place.map(|place| &mut self.gathered.codebook.facets[place]) {
                facet.name = name.unwrap_or_else(|| facet.name.clone());
                facet.definition = text.unwrap_or_else(|| facet.definition.clone());
            }
            return id.clone();
        }
        let id = FacetId(self.facet_ids.new_from(&code.name));
        self.push_facet(Facet {
            id: id.clone(),
            name: Wording::same(&code.name),
            definition: Wording::same(&code.description),
        });
        id
    }

    fn push_facet(&mut self, facet: Facet) {
        self.facet_places.insert(facet.id.clone(), self.gathered.codebook.facets.len());
        self.gathered.codebook.facets.push(facet);
    }

    /// Another name and another description than we gave this code, where somebody changed them.
    fn changed(&self, code: &ForeignCode, name: Option<&Wording>) -> (Option<Wording>, Option<Wording>) {
        let ours = name.is_some_and(|name| {
            // A name that stood twice went out with a number.
            let bare =
                code.name.strip_suffix(')').and_then(|start| start.rsplit_once(" (")).map(|(start, _)| start);
            [Some(code.name.as_str()), bare]
                .into_iter()
                .flatten()
                .any(|said| said == name.de || said == name.en)
        });
        let name = (!ours && !code.name.is_empty()).then(|| Wording::same(&code.name));
        let said = self.known.descriptions.get(&code.guid);
        let is_ours = said.is_some_and(|said| said.contains(&code.description));
        (name, (!is_ours && !code.description.is_empty()).then(|| Wording::same(&code.description)))
    }

    /// What sets say of usual facets.
    fn usual_facets(&mut self) {
        for (tag, guids) in &self.known.usual {
            let facets = guids.iter().filter_map(|guid| match self.gathered.means.get(guid) {
                Some(CodeMeans::Facet(id, _)) => Some(id.clone()),
                _ => None,
            });
            let facets: Vec<FacetId> = facets.collect();
            if let Some(tag) = self.gathered.codebook.tags.iter_mut().find(|other| other.id == *tag) {
                tag.facets = facets;
            }
        }
        for tag in &mut self.gathered.codebook.tags {
            tag.facets.retain(|facet| self.facet_places.contains_key(facet));
        }
    }
}
