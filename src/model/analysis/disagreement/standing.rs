//! Which rounds can be compared, and which of them figures may come from: an independent one, where there is one.

use crate::model::{CoderId, Project, Round};

/// What may be told of a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Everybody coded without seeing the others, and handed in: figures say how far people agree.
    Independent,
    /// Coders could see each other's work: figures say less.
    Seen,
    /// A blind round in which these still code: no figures yet.
    Waiting(Vec<CoderId>),
    /// I have to code without seeing others: nothing is told.
    Hidden,
}

impl Standing {
    /// How a round stands for whoever sits before the project.
    #[must_use]
    pub fn of(project: &Project, round: Round) -> Self {
        if project.is_blind() {
            return Self::Hidden;
        }
        let Some(plan) = project.round(round).filter(|plan| plan.blind) else { return Self::Seen };
        let left = || plan.coders.iter().copied().filter(|coder| !plan.handed_in.contains(coder));
        let me = project.me();
        let still_codes = left().any(|coder| coder == me);
        let is_outside = !plan.coders.contains(&me) && !plan.handed_in.contains(&me);
        match left().next() {
            None => Self::Independent,
            // Who does not code may look once nobody can be told anything any more.
            Some(_) if still_codes || is_outside => Self::Hidden,
            Some(_) => Self::Waiting(left().collect()),
        }
    }

    /// Whether figures may be told.
    #[must_use]
    pub fn has_figures(&self) -> bool {
        matches!(self, Self::Independent | Self::Seen)
    }
}

/// The rounds that can be looked at, in their order: the first, and those that were planned.
#[must_use]
pub fn comparable_rounds(project: &Project) -> Vec<Round> {
    let mut rounds: Vec<Round> = project.rounds().map(|plan| plan.round).collect();
    let first_was_coded = project.codings().any(|(key, _)| key.round == Round::FIRST);
    if !rounds.contains(&Round::FIRST) && (first_was_coded || rounds.is_empty()) {
        rounds.insert(0, Round::FIRST);
    }
    rounds
}

/// The round that figures come from: the last independent one. Where there is none, the first, which was not blind.
#[must_use]
pub fn round_for_figures(project: &Project) -> Round {
    let independent = |round: &Round| Standing::of(project, *round) == Standing::Independent;
    comparable_rounds(project).into_iter().rfind(independent).unwrap_or(Round::FIRST)
}
