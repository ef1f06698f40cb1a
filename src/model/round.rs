//! Rounds: independent passes over documents, before people compare.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::analysis::draws::Draws;
use super::coder::Round;
use super::id::{CoderId, DocumentId};

/// What was agreed on before a round began. The first round needs no plan: everybody codes everything, and sees it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundPlan {
    pub round: Round,
    pub name: String,
    /// What is coded, in the order of the project when the round was planned.
    pub documents: Vec<DocumentId>,
    /// How the documents were drawn; none where they were chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drawn: Option<Drawn>,
    pub coders: Vec<CoderId>,
    /// Version of the codebook that was in force.
    pub codebook: String,
    /// Nobody sees anything of others before handing in.
    pub blind: bool,
    /// Each coder meets the documents in an order of their own.
    pub shuffled: bool,
    /// Where the orders of the coders come from.
    pub seed: u32,
    /// Who is done: their codings of this round do not change any more, and they see those of others.
    #[serde(default)]
    pub handed_in: BTreeSet<CoderId>,
    pub begun: Timestamp,
}

/// A random sample.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawn {
    pub seed: u32,
    /// From how many documents.
    pub of: usize,
}

impl RoundPlan {
    /// The documents in the order in which a coder meets them.
    #[must_use]
    pub fn order_for(&self, coder: CoderId) -> Vec<DocumentId> {
        let mut documents = self.documents.clone();
        if self.shuffled {
            // Streams of neighbouring seeds begin alike; a step apart they do not.
            let mut draws = Draws::new(self.seed.wrapping_add(coder.0.wrapping_mul(7_919)));
            let _ = draws.below(2);
            shuffle(&mut documents, &mut draws);
        }
        documents
    }

    /// Whether a coder has to code without seeing others.
    #[must_use]
    pub fn hides_from(&self, coder: CoderId) -> bool {
        self.blind && !self.handed_in.contains(&coder)
    }
}

/// So many of these documents, drawn without replacement, in their order here. The same seed draws the same.
#[must_use]
pub fn sample(documents: &[DocumentId], count: usize, seed: u32) -> Vec<DocumentId> {
    let mut places: Vec<usize> = (0..documents.len()).collect();
    shuffle(&mut places, &mut Draws::new(seed));
    places.truncate(count);
    places.sort_unstable();
    places.into_iter().map(|place| documents[place]).collect()
}

/// Source: R. A. Fisher and F. Yates, Statistical Tables, 1938, in the form of R. Durstenfeld, Communications of the
/// ACM 7 (1964) 420.
fn shuffle<T>(items: &mut [T], draws: &mut Draws) {
    for last in (1..items.len()).rev() {
        items.swap(last, draws.below(last + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(shuffled: bool) -> RoundPlan {
        RoundPlan {
            round: Round(2),
            name: "Probe".into(),
            documents: (1..=8).map(DocumentId).collect(),
            drawn: None,
            coders: vec![CoderId(1), CoderId(2)],
            codebook: "1.0".into(),
            blind: true,
            shuffled,
            seed: 11,
            handed_in: BTreeSet::new(),
            begun: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn each_coder_has_an_order_of_their_own_and_all_documents() {
        let plan = plan(true);
        let (one, other) = (plan.order_for(CoderId(1)), plan.order_for(CoderId(2)));
        assert_ne!(one, other);
        assert_eq!(one, plan.order_for(CoderId(1)), "and always the same");
        for mut order in [one, other] {
            order.sort_unstable();
            assert_eq!(order, plan.documents);
        }
    }

    #[test]
    fn an_order_that_is_not_shuffled_is_that_of_the_project() {
        let plan = plan(false);
        assert_eq!(plan.order_for(CoderId(2)), plan.documents);
    }

    #[test]
    fn a_sample_is_drawn_once_from_each() {
        let all: Vec<DocumentId> = (1..=50).map(DocumentId).collect();
        let drawn = sample(&all, 10, 7);
        assert_eq!(drawn.len(), 10);
        assert!(drawn.is_sorted() && drawn.windows(2).all(|pair| pair[0] != pair[1]));
        assert_eq!(drawn, sample(&all, 10, 7));
        assert_ne!(drawn, sample(&all, 10, 8));
        assert_eq!(sample(&all, 100, 7), all, "more than there are is all of them");
    }
}
