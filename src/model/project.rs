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
use super::finding::Finding;
use super::findings::{coding_finding, document_findings};
use super::id::{CoderId, DocumentId, QuestionId, QuestionRef};
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
    /// Decisions about questions, or with tags, that the project does not have. They decide nothing and nobody
    /// changes them; they are kept so that the next save does not erase them.
    pub(super) idle_decisions: BTreeMap<QuestionRef, Arc<Decision>>,
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
            idle_decisions: BTreeMap::new(),
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
            coders: BTreeMap::new(),
            order: Vec::with_capacity(parts.documents.len()),
            documents: BTreeMap::new(),
            codings: BTreeMap::new(),
            cues: parts.cues.map(Arc::new),
            ledger_day: parts.ledger_day,
            filters: Arc::new(parts.filters),
            rounds: BTreeMap::new(),
            decisions: BTreeMap::new(),
            idle_decisions: BTreeMap::new(),
            seat: Seat { coder: CoderId(1), round: Round::FIRST },
        };
        for coder in parts.coders {
            let id = coder.id;
            if project.coders.insert(id, coder).is_some() {
                findings.push(Finding::CoderTwice { coder: id.0 });
            }
        }
        for plan in parts.rounds {
            let round = plan.round;
            if project.rounds.insert(round, Arc::new(plan)).is_some() {
                findings.push(Finding::RoundTwice { round: round.0 });
            }
        }
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
        for (of, decision) in parts.decisions {
            // Projects with a decision about what is not there were always opened: nobody is shut out of one.
            let decides = known.contains(&of) && project.codebook.tag(&decision.tag).is_some();
            let is_twice = project.decisions.contains_key(&of) || project.idle_decisions.contains_key(&of);
            let there = if decides { &mut project.decisions } else { &mut project.idle_decisions };
            there.insert(of, Arc::new(decision));
            if is_twice {
                findings.push(Finding::DecisionTwice { document: of.document, question: of.question });
            }
        }
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
            decisions: self.all_decisions().map(|(of, decision)| (*of, (**decision).clone())).collect(),
        }
    }

    /// Every decision of the file, in the order of the questions. What was decided since takes the place of one that
    /// decides nothing.
    fn all_decisions(&self) -> impl Iterator<Item = (&QuestionRef, &Arc<Decision>)> {
        let mut all: BTreeMap<_, _> = self.idle_decisions.iter().collect();
        all.extend(&self.decisions);
        all.into_iter()
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
}
