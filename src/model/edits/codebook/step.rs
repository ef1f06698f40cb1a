//! What a person does to a codebook, one step each: a pure function from a project to a change.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::merge::{codings_with_facet, codings_with_tag, replaced, retag};
use super::signs::{free_letter, free_sign, id_from, recolour, typed_letter};
use super::version::in_force;
use crate::model::edits::{Change, Edit, Label, MergeKey};
use crate::model::text::unix_lines;
use crate::model::{
    Codebook, Coding, Facet, FacetId, FacetPart, Language, Meaning, Problem, Project, Swatch, Tag, TagId,
    TagPart, WordPlace, Wording,
};

/// One step. Places count from 0; `up` is towards key 1.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CodebookStep {
    Words(WordPlace, Language, String),
    Reason(String),
    /// Another name for the version in force; the codings made under it follow.
    Version(String),
    AddTag(String),
    DropTag(TagId),
    MoveTag(TagId, bool),
    Recolour(TagId, Swatch),
    Means(TagId, Meaning),
    NeedsFacet(TagId, bool),
    /// Counts a facet among those that usually go with a tag, or not any more.
    UsualFacet(TagId, FacetId),
    /// The first goes; its codings carry the second.
    MergeTag(TagId, TagId),
    AddFacet(String),
    DropFacet(FacetId),
    MoveFacet(FacetId, bool),
    MergeFacet(FacetId, FacetId),
    AddCase,
    DropCase(usize),
    MoveCase(usize, bool),
}

/// What was done, for undo; the words are in `ui/lang`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum CodebookAct {
    Words,
    Reason,
    Version,
    Sign,
    Facets,
    Meaning,
    Order,
    Add,
    Drop,
    Merge { into: Wording },
    Import,
}

/// A text that is typed in one go.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum CodebookField {
    Tag(usize, TagPart),
    Facet(usize, FacetPart),
    Decision,
    Case(usize),
    Reason,
}

/// Changes the codebook in place, or begins a new version where codings were made under the present one and the
/// step changes what it says.
///
/// # Errors
/// What the step names is not there, is still in use, or is taken.
pub fn change(project: &Project, step: CodebookStep, now: Timestamp) -> Result<Change, Problem> {
    let mut codebook = project.codebook().clone();
    let mut before = Vec::new();
    let mut field = None;
    let (act, name) = match step {
        CodebookStep::Words(place, language, typed) => {
            field = Some(field_of(&codebook, &place)?);
            let name = name_of(&codebook, &place);
            let typed = match &place {
                WordPlace::Tag(id, TagPart::Letter) => typed_letter(&codebook, id, language, &typed)?,
                WordPlace::Tag(_, TagPart::Name) | WordPlace::Facet(_, FacetPart::Name) => {
                    Some(typed.replace(['\n', '\r'], " "))
                }
                _ => Some(unix_lines(&typed).into_owned()),
            };
            let Some(typed) = typed else { return Ok(nothing(name)) };
            let words = codebook.words_at_mut(&place).ok_or(Problem::NotPossibleHere)?;
            *words.written_mut(language) = typed;
            let is_letter = matches!(place, WordPlace::Tag(_, TagPart::Letter));
            (if is_letter { CodebookAct::Sign } else { CodebookAct::Words }, name)
        }
        CodebookStep::Reason(reason) => {
            let reason = unix_lines(&reason).into_owned();
            let change =
                Change::new(label(CodebookAct::Reason, Wording::default()), Edit::PutReason { reason });
            return Ok(change.merging(MergeKey::Codebook(CodebookField::Reason)));
        }
        CodebookStep::Version(version) => {
            before = renamed_version(project, &mut codebook, &version)?;
            (CodebookAct::Version, Wording::same(&version))
        }
        CodebookStep::AddTag(name) => (CodebookAct::Add, add_tag(&mut codebook, &name)?),
        CodebookStep::AddFacet(name) => (CodebookAct::Add, add_facet(&mut codebook, &name)?),
        CodebookStep::DropTag(id) => {
            let nth = tag_at(&codebook, &id)?;
            let name = codebook.tags.remove(nth).name;
            refuse_used(&name, codings_with_tag(project, &id))?;
            if codebook.tags.is_empty() {
                return Err(Problem::NotPossibleHere);
            }
            (CodebookAct::Drop, name)
        }
        CodebookStep::DropFacet(id) => {
            let nth = facet_at(&codebook, &id)?;
            let name = codebook.facets.remove(nth).name;
            refuse_used(&name, codings_with_facet(project, &id))?;
            codebook.tags.iter_mut().for_each(|tag| tag.facets.retain(|facet| *facet != id));
            (CodebookAct::Drop, name)
        }
        CodebookStep::MoveTag(id, up) => {
            let nth = tag_at(&codebook, &id)?;
            moved(&mut codebook.tags, nth, up)?;
            (CodebookAct::Order, codebook.tag(&id).map(|tag| tag.name.clone()).unwrap_or_default())
        }
        CodebookStep::MoveFacet(id, up) => {
            let nth = facet_at(&codebook, &id)?;
            moved(&mut codebook.facets, nth, up)?;
            (CodebookAct::Order, codebook.facet(&id).map(|facet| facet.name.clone()).unwrap_or_default())
        }
        CodebookStep::Recolour(id, swatch) => {
            let nth = tag_at(&codebook, &id)?;
            recolour(&mut codebook.tags, nth, swatch);
            (CodebookAct::Sign, codebook.tags[nth].name.clone())
        }
        CodebookStep::Means(id, means) => {
            let tag = tag_mut(&mut codebook, &id)?;
            tag.means = means;
            (CodebookAct::Meaning, tag.name.clone())
        }
        CodebookStep::NeedsFacet(id, needs) => {
            let tag = tag_mut(&mut codebook, &id)?;
            tag.needs_facet = needs;
            (CodebookAct::Facets, tag.name.clone())
        }
        CodebookStep::UsualFacet(id, facet) => {
            facet_at(&codebook, &facet)?;
            let tag = tag_mut(&mut codebook, &id)?;
            let there = tag.facets.len();
            tag.facets.retain(|other| *other != facet);
            if tag.facets.len() == there {
                tag.facets.push(facet);
            }
            (CodebookAct::Facets, tag.name.clone())
        }
        CodebookStep::MergeTag(from, into) => {
            let into_name = codebook.tags[tag_at(&codebook, &into)?].name.clone();
            let nth = tag_at(&codebook, &from)?;
            if from == into {
                return Err(Problem::NotPossibleHere);
            }
            let name = codebook.tags.remove(nth).name;
            before = retag(project, |tag| (*tag == from).then(|| into.clone()), |_| None, &codebook);
            (CodebookAct::Merge { into: into_name }, name)
        }
        CodebookStep::MergeFacet(from, into) => {
            let into_name = codebook.facets[facet_at(&codebook, &into)?].name.clone();
            let nth = facet_at(&codebook, &from)?;
            if from == into {
                return Err(Problem::NotPossibleHere);
            }
            let with = |facet: &FacetId| (*facet == from).then(|| into.clone());
            let name = codebook.facets.remove(nth).name;
            codebook.tags.iter_mut().for_each(|tag| tag.facets = replaced(&tag.facets, with));
            before = retag(project, |_| None, with, &codebook);
            (CodebookAct::Merge { into: into_name }, name)
        }
        CodebookStep::AddCase => {
            codebook.boundary_cases.push(Wording::default());
            (CodebookAct::Add, Wording::default())
        }
        CodebookStep::DropCase(nth) if nth < codebook.boundary_cases.len() => {
            (CodebookAct::Drop, codebook.boundary_cases.remove(nth))
        }
        CodebookStep::MoveCase(nth, up) if nth < codebook.boundary_cases.len() => {
            moved(&mut codebook.boundary_cases, nth, up)?;
            (CodebookAct::Order, Wording::default())
        }
        CodebookStep::DropCase(_) | CodebookStep::MoveCase(..) => return Err(Problem::NotPossibleHere),
    };
    let codebook = in_force(project, codebook, now);
    let edit = edit_to(project, codebook, before, field);
    let change = Change::new(label(act, name), edit);
    Ok(match field {
        Some(field) => change.merging(MergeKey::Codebook(field)),
        None => change,
    })
}

pub(super) fn label(act: CodebookAct, name: Wording) -> Label {
    Label::Codebook { act, name }
}

fn nothing(name: Wording) -> Change {
    Change::new(label(CodebookAct::Words, name), Edit::All(Vec::new()))
}

/// The smallest edit that leads to this codebook: what is typed within a version is one text.
fn edit_to(project: &Project, codebook: Codebook, before: Vec<Edit>, field: Option<CodebookField>) -> Edit {
    let current = project.codebook();
    if *current == codebook && before.is_empty() {
        return Edit::All(before);
    }
    if let Some(place) = field.and_then(|field| place_of(&codebook, field))
        && current.version == codebook.version
        && let Some(wording) = codebook.words_at(&place)
    {
        return Edit::PutWording { place, wording: wording.clone() };
    }
    let put = Edit::PutCodebook { codebook: Box::new(codebook) };
    if before.is_empty() {
        return put;
    }
    Edit::All(before.into_iter().chain([put]).collect())
}

fn field_of(codebook: &Codebook, place: &WordPlace) -> Result<CodebookField, Problem> {
    Ok(match place {
        WordPlace::Tag(id, part) => CodebookField::Tag(tag_at(codebook, id)?, *part),
        WordPlace::Facet(id, part) => CodebookField::Facet(facet_at(codebook, id)?, *part),
        WordPlace::Decision => CodebookField::Decision,
        WordPlace::Case(nth) => CodebookField::Case(*nth),
    })
}

fn place_of(codebook: &Codebook, field: CodebookField) -> Option<WordPlace> {
    match field {
        CodebookField::Tag(nth, part) => Some(WordPlace::Tag(codebook.tags.get(nth)?.id.clone(), part)),
        CodebookField::Facet(nth, part) => Some(WordPlace::Facet(codebook.facets.get(nth)?.id.clone(), part)),
        CodebookField::Decision => Some(WordPlace::Decision),
        CodebookField::Case(nth) => Some(WordPlace::Case(nth)),
        CodebookField::Reason => None,
    }
}

fn name_of(codebook: &Codebook, place: &WordPlace) -> Wording {
    match place {
        WordPlace::Tag(id, _) => codebook.tag(id).map(|tag| tag.name.clone()),
        WordPlace::Facet(id, _) => codebook.facet(id).map(|facet| facet.name.clone()),
        WordPlace::Decision | WordPlace::Case(_) => None,
    }
    .unwrap_or_default()
}

fn tag_at(codebook: &Codebook, id: &TagId) -> Result<usize, Problem> {
    let found = codebook.tags.iter().position(|tag| tag.id == *id);
    found.ok_or_else(|| Problem::NoSuchTag { tag: id.0.clone() })
}

fn tag_mut<'a>(codebook: &'a mut Codebook, id: &TagId) -> Result<&'a mut Tag, Problem> {
    let nth = tag_at(codebook, id)?;
    Ok(&mut codebook.tags[nth])
}

fn facet_at(codebook: &Codebook, id: &FacetId) -> Result<usize, Problem> {
    let found = codebook.facets.iter().position(|facet| facet.id == *id);
    found.ok_or_else(|| Problem::NoSuchFacet { facet: id.0.clone() })
}

fn moved<T>(list: &mut [T], nth: usize, up: bool) -> Result<(), Problem> {
    let other = if up { nth.checked_sub(1) } else { Some(nth + 1) };
    let other = other.filter(|other| *other < list.len()).ok_or(Problem::NotPossibleHere)?;
    list.swap(nth, other);
    Ok(())
}

fn refuse_used(name: &Wording, codings: usize) -> Result<(), Problem> {
    if codings == 0 { Ok(()) } else { Err(Problem::InUse { name: name.both(), codings }) }
}

/// Ids that tags and facets have or had: none is given twice.
fn is_taken(codebook: &Codebook, id: &str) -> bool {
    let has = |tags: &[Tag], facets: &[Facet]| {
        tags.iter().any(|tag| tag.id.0 == id) || facets.iter().any(|facet| facet.id.0 == id)
    };
    has(&codebook.tags, &codebook.facets)
        || codebook.past.iter().any(|edition| has(&edition.tags, &edition.facets))
}

fn add_tag(codebook: &mut Codebook, name: &str) -> Result<Wording, Problem> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Problem::NotPossibleHere);
    }
    let (swatch, line) = free_sign(&codebook.tags);
    let id = TagId(id_from(name, |id| is_taken(codebook, id)));
    let letter = free_letter(codebook, name);
    let tag = Tag { name: Wording::same(name), letter, ..Tag::blank(id, swatch, line) };
    codebook.tags.push(tag);
    Ok(Wording::same(name))
}

fn add_facet(codebook: &mut Codebook, name: &str) -> Result<Wording, Problem> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Problem::NotPossibleHere);
    }
    let id = FacetId(id_from(name, |id| is_taken(codebook, id)));
    codebook.facets.push(Facet { id, name: Wording::same(name), definition: Wording::default() });
    Ok(Wording::same(name))
}

/// Names the version in force anew, and says so in the codings that were made under it.
fn renamed_version(project: &Project, codebook: &mut Codebook, version: &str) -> Result<Vec<Edit>, Problem> {
    let version = version.trim();
    let is_past = codebook.past.iter().any(|edition| edition.version == version);
    let is_other = version != codebook.version && project.codings().any(|(_, c)| c.codebook == version);
    if version.is_empty() || is_past || is_other {
        return Err(Problem::VersionTaken { version: version.to_owned() });
    }
    let made_under = project.codings().filter(|(_, coding)| coding.codebook == codebook.version);
    let renamed = made_under.filter(|_| version != codebook.version).map(|(key, coding)| {
        let coding = Coding { codebook: version.to_owned(), ..coding.clone() };
        Edit::PutCoding { key, coding: std::sync::Arc::new(coding) }
    });
    let edits = renamed.collect();
    version.clone_into(&mut codebook.version);
    Ok(edits)
}
