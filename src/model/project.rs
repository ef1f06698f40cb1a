//! The project: documents, codings, coders, codebook. Its tables are private; [`super::edits::Session`]
//! is the only door through which they change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::codebook::Codebook;
use super::coder::{Coder, Round, Seat};
use super::coding::{Coding, CodingKey};
use super::cue::Cue;
use super::decision::Decision;
use super::document::Document;
use super::filter::NamedFilter;
use super::id::{CoderId, DocumentId, QuestionId, QuestionRef};
use super::problem::Finding;
use super::round::RoundPlan;

/// Invariants, held by `edits/edit.rs` and checked by [`Project::from_parts`]: the order lists each
/// document once; every coding belongs to a question and a coder of the project, names only tags of the
/// codebook and says something; every outline names only places of its text.
///
/// Cloning is cheap (documents and codings are shared), so that a save can work on a snapshot.
#[derive(Clone, PartialEq, Debug)]
pub struct Project {
    pub(super) name: String,
    pub(super) codebook: Arc<Codebook>,
    pub(super) coders: BTreeMap<CoderId, Coder>,
    pub(super) order: Vec<DocumentId>,
    pub(super) documents: BTreeMap<DocumentId, Arc<Document>>,
    pub(super) codings: BTreeMap<CodingKey, Arc<Coding>>,
    /// The wordings that are marked on demand; none is the program's own list.
    pub(super) cues: Option<Arc<Vec<Cue>>>,
    /// The day against which promises are overdue; none is today.
    pub(super) ledger_day: Option<Date>,
    /// Filters that were kept, in the order a person sees.
    pub(super) filters: Arc<Vec<NamedFilter>>,
    /// The rounds that were planned.
    pub(super) rounds: BTreeMap<Round, Arc<RoundPlan>>,
    /// What was decided where coders said different things.
    pub(super) decisions: BTreeMap<QuestionRef, Arc<Decision>>,
    /// Who sits before this copy. Not part of the file: the same project is open on several desks.
    pub(super) seat: Seat,
}

/// A project as plain lists, as it is written and read.
#[derive(Clone, PartialEq, Debug)]
pub struct ProjectParts {
    pub name: String,
    pub codebook: Codebook,
    pub coders: Vec<Coder>,
    /// In the order a person sees.
    pub documents: Vec<Arc<Document>>,
    /// In any order; written in the order of their keys.
    pub codings: Vec<(CodingKey, Arc<Coding>)>,
    pub cues: Option<Vec<Cue>>,
    pub ledger_day: Option<Date>,
    pub filters: Vec<NamedFilter>,
    pub rounds: Vec<RoundPlan>,
    pub decisions: Vec<(QuestionRef, Decision)>,
}

impl ProjectParts {
    /// Nothing but a codebook.
    #[must_use]
    pub fn of(name: &str, codebook: Codebook) -> Self {
        Self {
            name: name.to_owned(),
            codebook,
            coders: Vec::new(),
            documents: Vec::new(),
            codings: Vec::new(),
            cues: None,
            ledger_day: None,
            filters: Vec::new(),
            rounds: Vec::new(),
            decisions: Vec::new(),
        }
    }
}

impl Project {
    /// An empty project with one coder who has no name yet.
    #[must_use]
    pub fn new(name: &str, codebook: Codebook) -> Self {
        let me = Coder::new(CoderId(1), "");
        let seat = Seat { coder: me.id, round: Round::FIRST };
        Self {
            name: name.to_owned(),
            codebook: Arc::new(codebook),
            coders: BTreeMap::from([(me.id, me)]),
            order: Vec::new(),
            documents: BTreeMap::new(),
            codings: BTreeMap::new(),
            cues: None,
            ledger_day: None,
            filters: Arc::default(),
            rounds: BTreeMap::new(),
            decisions: BTreeMap::new(),
            seat,
        }
    }

    /// Builds a project from what a file says.
    ///
    /// # Errors
    /// All that is wrong with it, where that keeps it from being opened; see [`Finding::is_harmless`].
    pub fn from_parts(parts: ProjectParts) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let mut project = Self {
            name: parts.name,
            codebook: Arc::new(parts.codebook),
            coders: parts.coders.into_iter().map(|coder| (coder.id, coder)).collect(),
            order: Vec::with_capacity(parts.documents.len()),
            documents: BTreeMap::new(),
            codings: BTreeMap::new(),
            cues: parts.cues.map(Arc::new),
            ledger_day: parts.ledger_day,
            filters: Arc::new(parts.filters),
            rounds: parts.rounds.into_iter().map(|plan| (plan.round, Arc::new(plan))).collect(),
            decisions: BTreeMap::new(),
            seat: Seat { coder: CoderId(1), round: Round::FIRST },
        };
        project.seat.coder = project.coders.keys().next().copied().unwrap_or(CoderId(1));
        for document in parts.documents {
            findings.extend(document_findings(&document));
            let id = document.id;
            if project.documents.insert(id, document).is_some() {
                findings.push(Finding::DocumentTwice { document: id });
            } else {
                project.order.push(id);
            }
        }
        let known: BTreeSet<QuestionRef> = project
            .documents
            .values()
            .flat_map(|document| {
                document.outline.questions().map(|q| QuestionRef { document: document.id, question: q.id })
            })
            .collect();
        for (key, coding) in parts.codings {
            findings.extend(coding_finding(&project, &known, key, &coding));
            if project.codings.insert(key, coding).is_some() {
                findings.push(Finding::CodingTwice { document: key.document, question: key.question });
            }
        }
        // A decision about what is not there, or with a tag that is not there, decides nothing.
        let decisions = parts.decisions.into_iter().filter(|(question, decision)| {
            known.contains(question) && project.codebook.tag(&decision.tag).is_some()
        });
        project.decisions = decisions.map(|(question, decision)| (question, Arc::new(decision))).collect();
        if findings.is_empty() { Ok(project) } else { Err(findings) }
    }

    /// The project as lists for writing. The texts are shared, not copied.
    #[must_use]
    pub fn to_parts(&self) -> ProjectParts {
        ProjectParts {
            name: self.name.clone(),
            codebook: (*self.codebook).clone(),
            coders: self.coders.values().cloned().collect(),
            documents: self.documents().cloned().collect(),
            codings: self.codings.iter().map(|(key, coding)| (*key, Arc::clone(coding))).collect(),
            cues: self.cues.as_ref().map(|cues| cues.to_vec()),
            ledger_day: self.ledger_day,
            filters: self.filters.to_vec(),
            rounds: self.rounds.values().map(|plan| (**plan).clone()).collect(),
            decisions: self.decisions.iter().map(|(of, decision)| (*of, (**decision).clone())).collect(),
        }
    }

    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    #[must_use]
    pub fn codebook(&self) -> &Codebook {
        &self.codebook
    }

    /// The cues a person made of the program's list; none while that is untouched.
    #[must_use]
    pub fn cues(&self) -> Option<&[Cue]> {
        self.cues.as_ref().map(|cues| &cues[..])
    }

    /// The day against which promises are overdue; none is today.
    #[must_use]
    pub fn ledger_day(&self) -> Option<Date> {
        self.ledger_day
    }

    /// The filters that were kept, in the order a person sees.
    #[must_use]
    pub fn filters(&self) -> &[NamedFilter] {
        &self.filters
    }

    /// The documents in the order a person sees.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &Arc<Document>> {
        self.order.iter().map(|id| &self.documents[id])
    }

    #[must_use]
    pub fn document_count(&self) -> usize {
        self.order.len()
    }

    #[must_use]
    pub fn document(&self, id: DocumentId) -> Option<&Arc<Document>> {
        self.documents.get(&id)
    }

    /// The place of a document in the order, from 0.
    #[must_use]
    pub fn place_of(&self, id: DocumentId) -> Option<usize> {
        self.order.iter().position(|other| *other == id)
    }

    /// The document at a place of the order, from 0.
    #[must_use]
    pub fn document_at(&self, place: usize) -> Option<&Arc<Document>> {
        self.documents.get(self.order.get(place)?)
    }

    /// The document with this text, if the project holds it.
    #[must_use]
    pub fn document_with_sha256(&self, sha256: &str) -> Option<&Arc<Document>> {
        self.documents.values().find(|document| document.origin.sha256 == sha256)
    }

    pub fn coders(&self) -> impl Iterator<Item = &Coder> {
        self.coders.values()
    }

    #[must_use]
    pub fn coder(&self, id: CoderId) -> Option<&Coder> {
        self.coders.get(&id)
    }

    /// Who codes here.
    #[must_use]
    pub fn me(&self) -> CoderId {
        self.seat.coder
    }

    /// Who codes here, and in which round.
    #[must_use]
    pub fn seat(&self) -> Seat {
        self.seat
    }

    /// The rounds that were planned, in their order.
    pub fn rounds(&self) -> impl ExactSizeIterator<Item = &RoundPlan> {
        self.rounds.values().map(|plan| &**plan)
    }

    /// The plan of a round; none of one that needs none.
    #[must_use]
    pub fn round(&self, round: Round) -> Option<&RoundPlan> {
        self.rounds.get(&round).map(|plan| &**plan)
    }

    /// What was decided, in the order of the questions.
    pub fn decisions(&self) -> impl ExactSizeIterator<Item = (QuestionRef, &Decision)> {
        self.decisions.iter().map(|(question, decision)| (*question, &**decision))
    }

    #[must_use]
    pub fn decision(&self, question: QuestionRef) -> Option<&Decision> {
        self.decisions.get(&question).map(|decision| &**decision)
    }

    /// Whether I code without seeing anything of others.
    #[must_use]
    pub fn is_blind(&self) -> bool {
        self.round(self.seat.round).is_some_and(|plan| plan.hides_from(self.seat.coder))
    }

    /// Whether I may see a coding, or hear of it: mine always, those of others not while a blind round hides them.
    #[must_use]
    pub fn may_see(&self, key: CodingKey) -> bool {
        let hides = |plan: &RoundPlan| self.waits_for_me(plan);
        key.coder == self.seat.coder || !(self.is_blind() || self.round(key.round).is_some_and(hides))
    }

    /// Whether a blind round waits for me. While nobody knows who I am, also one that waits for somebody who was
    /// planned by name: that may be me.
    fn waits_for_me(&self, plan: &RoundPlan) -> bool {
        let me = self.seat.coder;
        let is_unclaimed = |id: &CoderId| self.coder(*id).is_some_and(|coder| coder.key.is_empty());
        let is_nobody = self.coder(me).is_none_or(|coder| coder.key.is_empty());
        let may_be_mine = is_nobody && plan.coders.iter().any(is_unclaimed);
        plan.hides_from(me) && (may_be_mine || plan.coders.contains(&me))
    }

    /// The project as I may see it in a blind round: the documents of the round in my order, my codings of this
    /// round, and nothing of anybody else. While I sit elsewhere, without what others code in a blind round that
    /// waits for me. None where I may see everything.
    #[must_use]
    pub fn seen(&self) -> Option<Self> {
        let Some(plan) = self.round(self.seat.round).filter(|plan| plan.hides_from(self.seat.coder)) else {
            return self.seen_from_elsewhere();
        };
        let order: Vec<DocumentId> = plan
            .order_for(self.seat.coder)
            .into_iter()
            .filter(|id| self.documents.contains_key(id))
            .collect();
        let mine = |key: &CodingKey| {
            key.coder == self.seat.coder
                && key.round == self.seat.round
                && plan.documents.contains(&key.document)
        };
        Some(Self {
            documents: order.iter().map(|id| (*id, Arc::clone(&self.documents[id]))).collect(),
            order,
            coders: self
                .coders
                .iter()
                .filter(|(id, _)| **id == self.seat.coder)
                .map(|(id, c)| (*id, c.clone()))
                .collect(),
            codings: self
                .codings
                .iter()
                .filter(|(key, _)| mine(key))
                .map(|(key, c)| (*key, Arc::clone(c)))
                .collect(),
            decisions: BTreeMap::new(),
            ..self.clone()
        })
    }

    /// Everything but what others did in blind rounds that I did not hand in yet.
    fn seen_from_elsewhere(&self) -> Option<Self> {
        let me = self.seat.coder;
        let hidden: BTreeSet<Round> =
            self.rounds().filter(|plan| self.waits_for_me(plan)).map(|plan| plan.round).collect();
        if hidden.is_empty() {
            return None;
        }
        let mut seen = self.clone();
        seen.codings.retain(|key, _| key.coder == me || !hidden.contains(&key.round));
        seen.decisions.retain(|_, decision| !hidden.contains(&decision.round));
        Some(seen)
    }

    #[must_use]
    pub fn coding(&self, key: CodingKey) -> Option<&Coding> {
        self.codings.get(&key).map(|coding| &**coding)
    }

    /// What I say of a question in the round I sit in.
    #[must_use]
    pub fn my_coding(&self, question: QuestionRef) -> Option<&Coding> {
        self.coding(self.my_key(question))
    }

    #[must_use]
    pub fn my_key(&self, question: QuestionRef) -> CodingKey {
        CodingKey {
            document: question.document,
            question: question.question,
            coder: self.seat.coder,
            round: self.seat.round,
        }
    }

    /// All codings in the order of their keys.
    pub fn codings(&self) -> impl ExactSizeIterator<Item = (CodingKey, &Coding)> {
        self.codings.iter().map(|(key, coding)| (*key, &**coding))
    }

    /// All codings of one document.
    pub fn codings_of(&self, document: DocumentId) -> impl Iterator<Item = (CodingKey, &Coding)> {
        let low = CodingKey { document, question: QuestionId(0), coder: CoderId(0), round: Round(0) };
        self.codings
            .range(low..)
            .take_while(move |(key, _)| key.document == document)
            .map(|(key, coding)| (*key, &**coding))
    }

    #[must_use]
    pub fn has_question(&self, question: QuestionRef) -> bool {
        self.document(question.document)
            .is_some_and(|document| document.outline.question(question.question).is_some())
    }

    /// Everything worth saying of an opened project: lost quotations and doubts. Texts are checked
    /// against their SHA-256 by `files/storage`, which can compute it.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for document in self.documents() {
            let file = || document.origin.file.clone();
            for doubt in &document.outline.doubts {
                let doubt = doubt.kind.clone();
                findings.push(Finding::Doubt { document: document.id, file: file(), doubt });
            }
            for (key, coding) in self.codings_of(document.id) {
                for evidence in coding.evidence.iter().filter(|e| !e.is_in_place(&document.body)) {
                    let label = document.outline.question(key.question).map(|q| q.label.clone());
                    findings.push(Finding::QuoteLost {
                        document: document.id,
                        file: file(),
                        label: label.unwrap_or_default(),
                        words: evidence.quote.exact.clone(),
                    });
                }
            }
        }
        findings
    }
}

/// What is wrong with a document by itself. Also asked by `edits` before a document is put in.
pub(super) fn document_findings(document: &Document) -> Vec<Finding> {
    let (id, file) = (document.id, &document.origin.file);
    let text = document.body.as_str();
    let mut findings: Vec<Finding> = document
        .outline
        .spans()
        .filter(|span| !span.is_in(text))
        .map(|span| Finding::PlaceOutside {
            document: id,
            file: file.clone(),
            start: span.start,
            end: span.end,
        })
        .collect();
    let mut seen = BTreeSet::new();
    for question in document.outline.questions() {
        if !seen.insert(question.id) {
            findings.push(Finding::QuestionTwice { document: id, file: file.clone(), question: question.id });
        }
    }
    findings
}

fn coding_finding(
    project: &Project,
    known: &BTreeSet<QuestionRef>,
    key: CodingKey,
    coding: &Coding,
) -> Option<Finding> {
    let (document, question) = (key.document, key.question);
    if !known.contains(&key.question_ref()) {
        return Some(Finding::CodingWithoutQuestion { document, question });
    }
    if !project.coders.contains_key(&key.coder) {
        return Some(Finding::CodingWithoutCoder { document, question, coder: key.coder.0 });
    }
    if let Some(tag) = coding.tag.as_ref().filter(|tag| project.codebook.tag(tag).is_none()) {
        return Some(Finding::CodingWithoutTag { document, question, tag: tag.0.clone() });
    }
    let unknown = coding.facets.iter().find(|facet| project.codebook.facet(facet).is_none())?;
    Some(Finding::CodingWithoutFacet { document, question, facet: unknown.0.clone() })
}
