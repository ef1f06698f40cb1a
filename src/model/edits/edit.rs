//! One change as plain data. Undo, journal, recovery and merge are lists of these.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::team;
use crate::model::findings::document_findings;
use crate::model::{
    Codebook, Coder, CoderId, Coding, CodingKey, Cue, Decision, Document, DocumentId, Head, NamedFilter,
    Outline, Problem, Project, QuestionRef, Round, RoundPlan, TagId, WordPlace, Wording,
};

/// A change of a project. [`Edit::apply`] returns the edit that takes it back.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Edit {
    Rename {
        name: String,
    },
    /// Puts in a document at a place of the order (from 0; the end where there are fewer).
    PutDocument {
        place: usize,
        document: Arc<Document>,
    },
    /// Takes a document out. Refused while it has codings.
    DropDocument {
        document: DocumentId,
    },
    PutHead {
        document: DocumentId,
        head: Box<Head>,
    },
    /// Another outline of a paper. Refused while it lacks a question that has codings.
    PutOutline {
        document: DocumentId,
        outline: Box<Outline>,
    },
    /// A new coder, or another name and key of one.
    PutCoder {
        coder: Coder,
    },
    /// Refused while there are codings or rounds of this coder, and for the last one.
    DropCoder {
        coder: CoderId,
    },
    PutCoding {
        key: CodingKey,
        coding: Arc<Coding>,
    },
    DropCoding {
        key: CodingKey,
    },
    /// Another codebook. Refused while it lacks a tag or facet that codings carry.
    PutCodebook {
        codebook: Box<Codebook>,
    },
    /// Another text at a place of the codebook: what is typed letter by letter stays small in the journal.
    PutWording {
        place: WordPlace,
        wording: Wording,
    },
    /// Why this version of the codebook was made.
    PutReason {
        reason: String,
    },
    /// Other cues; none is the program's own list.
    PutCues {
        cues: Option<Vec<Cue>>,
    },
    PutLedgerDay {
        day: Option<Date>,
    },
    /// Other filters to choose from.
    PutFilters {
        filters: Vec<NamedFilter>,
    },
    /// A new round, or another plan of one. Refused where it names coders that are not there; documents may have
    /// been taken out since.
    PutRound {
        plan: Box<RoundPlan>,
    },
    /// Refused while there are codings of this round.
    DropRound {
        round: Round,
    },
    /// What holds for a question where coders said different things.
    PutDecision {
        question: QuestionRef,
        decision: Box<Decision>,
    },
    DropDecision {
        question: QuestionRef,
    },
    /// Several edits as one: all of them or none.
    All(Vec<Edit>),
}

impl Edit {
    /// Applies this edit and returns its inverse.
    ///
    /// # Errors
    /// Why it is refused. A refused edit changes nothing.
    pub fn apply(self, project: &mut Project) -> Result<Self, Problem> {
        match self {
            Self::Rename { name } => {
                let before = std::mem::replace(&mut project.name, name);
                Ok(Self::Rename { name: before })
            }
            Self::PutDocument { place, document } => put_document(project, place, document),
            Self::DropDocument { document } => drop_document(project, document),
            Self::PutHead { document, head } => {
                let entry =
                    project.documents.get_mut(&document).ok_or(Problem::NoSuchDocument { document })?;
                let before = std::mem::replace(&mut Arc::make_mut(entry).head, *head);
                Ok(Self::PutHead { document, head: Box::new(before) })
            }
            Self::PutOutline { document, outline } => put_outline(project, document, *outline),
            Self::PutCoder { coder } => {
                let id = coder.id;
                Ok(match project.coders.insert(id, coder) {
                    Some(before) => Self::PutCoder { coder: before },
                    None => Self::DropCoder { coder: id },
                })
            }
            Self::DropCoder { coder } => team::drop_coder(project, coder),
            Self::PutRound { plan } => team::put_round(project, *plan),
            Self::DropRound { round } => team::drop_round(project, round),
            Self::PutDecision { question, decision } => team::put_decision(project, question, *decision),
            Self::DropDecision { question } => team::drop_decision(project, question),
            Self::PutCoding { key, coding } => {
                team::check_open(project, key)?;
                check_coding(project, key, &coding)?;
                Ok(match project.codings.insert(key, coding) {
                    Some(before) => Self::PutCoding { key, coding: before },
                    None => Self::DropCoding { key },
                })
            }
            Self::DropCoding { key } => {
                team::check_open(project, key)?;
                let missing = Problem::NoSuchQuestion { document: key.document, question: key.question };
                let before = project.codings.remove(&key).ok_or(missing)?;
                Ok(Self::PutCoding { key, coding: before })
            }
            Self::PutCodebook { codebook } => put_codebook(project, *codebook),
            Self::PutWording { place, wording } => {
                let before = put_wording(project, &place, wording)?;
                Ok(Self::PutWording { place, wording: before })
            }
            Self::PutReason { reason } => {
                let codebook = Arc::make_mut(&mut project.codebook);
                Ok(Self::PutReason { reason: std::mem::replace(&mut codebook.reason, reason) })
            }
            Self::PutCues { cues } => {
                let before = std::mem::replace(&mut project.cues, cues.map(Arc::new));
                Ok(Self::PutCues { cues: before.map(Arc::unwrap_or_clone) })
            }
            Self::PutLedgerDay { day } => {
                Ok(Self::PutLedgerDay { day: std::mem::replace(&mut project.ledger_day, day) })
            }
            Self::PutFilters { filters } => {
                let before = std::mem::replace(&mut project.filters, Arc::new(filters));
                Ok(Self::PutFilters { filters: Arc::unwrap_or_clone(before) })
            }
            Self::All(edits) => apply_all(project, edits),
        }
    }
}

impl Edit {
    /// Whether this edit, which was applied and has this inverse, left everything as it was. The inverse of several
    /// edits is in the other order.
    pub(super) fn changed_nothing(&self, inverse: &Self) -> bool {
        match (self, inverse) {
            (Self::All(edits), Self::All(inverses)) => {
                let pairs = edits.iter().zip(inverses.iter().rev());
                edits.len() == inverses.len()
                    && pairs.into_iter().all(|(edit, back)| edit.changed_nothing(back))
            }
            (edit, inverse) => edit == inverse,
        }
    }
}

fn apply_all(project: &mut Project, edits: Vec<Edit>) -> Result<Edit, Problem> {
    let mut inverses = Vec::with_capacity(edits.len());
    for edit in edits {
        match edit.apply(project) {
            Ok(inverse) => inverses.push(inverse),
            Err(problem) => {
                for inverse in inverses.into_iter().rev() {
                    inverse.apply(project).expect("the inverse of what was just applied fits");
                }
                return Err(problem);
            }
        }
    }
    inverses.reverse();
    Ok(Edit::All(inverses))
}

fn put_document(project: &mut Project, place: usize, document: Arc<Document>) -> Result<Edit, Problem> {
    let id = document.id;
    if !document_findings(&document).is_empty() {
        return Err(Problem::DocumentInvalid { document: id });
    }
    if let Some(there) = project.documents.get(&id) {
        let file = document.origin.file.clone();
        return Err(Problem::AlreadyThere { file, other: there.origin.file.clone() });
    }
    project.order.insert(place.min(project.order.len()), id);
    project.documents.insert(id, document);
    Ok(Edit::DropDocument { document: id })
}

fn drop_document(project: &mut Project, id: DocumentId) -> Result<Edit, Problem> {
    let decided = project.decisions.keys().any(|question| question.document == id);
    if decided || project.codings_of(id).next().is_some() {
        return Err(Problem::DocumentHasCodings { document: id });
    }
    let missing = Problem::NoSuchDocument { document: id };
    let place = project.place_of(id).ok_or_else(|| missing.clone())?;
    let document = project.documents.remove(&id).ok_or(missing)?;
    project.order.remove(place);
    Ok(Edit::PutDocument { place, document })
}

fn put_outline(project: &mut Project, id: DocumentId, outline: Outline) -> Result<Edit, Problem> {
    let entry = project.documents.get(&id).ok_or(Problem::NoSuchDocument { document: id })?;
    let lost = project.codings_of(id).find(|(key, _)| outline.question(key.question).is_none());
    if let Some((key, _)) = lost {
        let label = entry.outline.question(key.question).map(|question| question.label.clone());
        return Err(Problem::QuestionHasCoding { label: label.unwrap_or_default() });
    }
    let changed = Document { outline, ..(**entry).clone() };
    if !document_findings(&changed).is_empty() {
        return Err(Problem::DocumentInvalid { document: id });
    }
    let before = project.documents.insert(id, Arc::new(changed)).expect("the entry was just read");
    Ok(Edit::PutOutline { document: id, outline: Box::new(before.outline.clone()) })
}

fn put_codebook(project: &mut Project, codebook: Codebook) -> Result<Edit, Problem> {
    let tag_gone = |coding: &&Arc<Coding>| coding.tag.as_ref().is_some_and(|tag| codebook.tag(tag).is_none());
    let facet_gone =
        |coding: &&Arc<Coding>| coding.facets.iter().any(|facet| codebook.facet(facet).is_none());
    let lost = project.codings.values().filter(|coding| tag_gone(coding) || facet_gone(coding));
    let codings = lost.clone().count();
    if let Some(coding) = lost.clone().next() {
        let facet = coding.facets.iter().find(|facet| codebook.facet(facet).is_none());
        let tag = coding.tag.as_ref().filter(|_| tag_gone(&coding)).map(|tag| tag.0.clone());
        let name = tag.or(facet.map(|facet| facet.0.clone())).unwrap_or_default();
        return Err(Problem::InUse { name, codings });
    }
    let decided = |tag: &TagId| project.decisions.values().filter(|decision| decision.tag == *tag).count();
    if let Some(decision) = project.decisions.values().find(|of| codebook.tag(&of.tag).is_none()) {
        return Err(Problem::InUse { name: decision.tag.0.clone(), codings: decided(&decision.tag) });
    }
    let before = std::mem::replace(&mut project.codebook, Arc::new(codebook));
    Ok(Edit::PutCodebook { codebook: Box::new(Arc::unwrap_or_clone(before)) })
}

fn put_wording(project: &mut Project, place: &WordPlace, wording: Wording) -> Result<Wording, Problem> {
    let missing = match place {
        WordPlace::Tag(tag, _) => Problem::NoSuchTag { tag: tag.0.clone() },
        WordPlace::Facet(facet, _) => Problem::NoSuchFacet { facet: facet.0.clone() },
        WordPlace::Decision | WordPlace::Case(_) => Problem::NotPossibleHere,
    };
    if project.codebook.words_at(place).is_none() {
        return Err(missing);
    }
    let there = Arc::make_mut(&mut project.codebook).words_at_mut(place).ok_or(missing)?;
    Ok(std::mem::replace(there, wording))
}

fn check_coding(project: &Project, key: CodingKey, coding: &Coding) -> Result<(), Problem> {
    if coding.says_nothing() {
        return Err(Problem::EmptyCoding);
    }
    if !project.coders.contains_key(&key.coder) {
        return Err(Problem::NoSuchCoder { coder: key.coder.0 });
    }
    let question = QuestionRef { document: key.document, question: key.question };
    if !project.has_question(question) {
        return Err(Problem::NoSuchQuestion { document: key.document, question: key.question });
    }
    if let Some(tag) = coding.tag.as_ref().filter(|tag| project.codebook.tag(tag).is_none()) {
        return Err(Problem::NoSuchTag { tag: tag.0.clone() });
    }
    match coding.facets.iter().find(|facet| project.codebook.facet(facet).is_none()) {
        Some(facet) => Err(Problem::NoSuchFacet { facet: facet.0.clone() }),
        None => Ok(()),
    }
}
