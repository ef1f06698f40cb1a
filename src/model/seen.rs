//! What a person may see of a project: everything, or in a blind round their own work only.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::coder::Round;
use super::coding::CodingKey;
use super::id::{CoderId, DocumentId};
use super::project::Project;
use super::round::RoundPlan;

impl Project {
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
            idle_decisions: BTreeMap::new(),
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
        seen.idle_decisions.retain(|_, decision| !hidden.contains(&decision.round));
        Some(seen)
    }
}
