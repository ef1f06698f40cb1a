//! The figures of a round, with everything that has to be said beside them.

use super::comparison::Comparison;
use super::standing::Standing;
use crate::model::analysis::agreement::{
    Agreement, PairAgreement, Resampled, Tallies, agreement, pairs, resample,
};
use crate::model::{CoderId, Project, Round, TagId};

/// Where the draws begin. Any number would do, as long as it is always the same and shown.
pub const SEED: u32 = 1848;

/// Below this many units that two coders coded, a coefficient says little.
const FEWEST_UNITS: usize = 30;

/// Whether there are so few units that a figure is shown with its n and in grey.
#[must_use]
pub fn few(units: usize) -> bool {
    units < FEWEST_UNITS
}

/// How far the coders of a round agree.
#[derive(Clone, PartialEq, Debug)]
pub struct Figures {
    pub round: Round,
    /// Empty where nobody planned the round.
    pub name: String,
    /// Nobody saw what others said.
    pub is_blind: bool,
    pub coders: Vec<CoderId>,
    pub tags: Vec<TagId>,
    /// The tag that everybody gave wherever two can be compared, should there be but one.
    pub only: Option<TagId>,
    /// Papers with a question that two coders coded.
    pub documents: usize,
    pub agreement: Agreement,
    pub pairs: Vec<PairAgreement>,
    /// Intervals, once they were drawn.
    pub resampled: Option<Resampled>,
    /// Version of the codebook that was in force.
    pub codebook: String,
}

impl Comparison {
    /// The figures without intervals; none where they may not be told, or nobody else coded.
    #[must_use]
    pub fn figures(&self, project: &Project) -> Option<Figures> {
        if !self.standing.has_figures() || self.coders.len() < 2 {
            return None;
        }
        let version = || project.codebook().version.clone();
        Some(Figures {
            round: self.round,
            name: self.name.clone(),
            is_blind: self.standing == Standing::Independent,
            coders: self.coders.clone(),
            tags: self.tags.clone(),
            only: self.only_tag(),
            documents: self.documents.len(),
            agreement: agreement(&self.ratings),
            pairs: pairs(&self.ratings),
            resampled: None,
            codebook: project.round(self.round).map_or_else(version, |plan| plan.codebook.clone()),
        })
    }

    fn only_tag(&self) -> Option<TagId> {
        let tallies = Tallies::of_all(&self.ratings);
        let is_only = |tag: &usize| tallies.values() > 0.0 && tallies.values_of(*tag) >= tallies.values();
        (0..tallies.categories()).find(is_only).map(|tag| self.tags[tag].clone())
    }

    /// The figures with intervals.
    #[must_use]
    pub fn figures_with_intervals(&self, project: &Project) -> Option<Figures> {
        let figures = self.figures(project)?;
        Some(Figures { resampled: Some(resample(&self.ratings, SEED)), ..figures })
    }
}
