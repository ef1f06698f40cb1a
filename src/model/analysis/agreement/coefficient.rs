//! The coefficients for any number of coders, with missing values. Each is undefined where nothing can be compared,
//! and says so: a coder who only ever used one tag shows nothing about agreement, neither 1 nor 0.

use super::ratings::Ratings;
use super::tallies::Tallies;

/// Why a coefficient has no value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Undefined {
    /// No unit was coded by two coders.
    NoPairableUnit,
    /// Everything that could be compared is one category: no disagreement was to be expected.
    NoVariation,
    /// Two coders share no unit.
    NoCommonUnit,
    /// No unit was coded by every coder.
    NoCompleteUnit,
    /// There is one coder only.
    OneCoder,
}

pub type Value = Result<f64, Undefined>;

/// All coefficients of a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Agreement {
    pub units: usize,
    /// Units that at least two coders coded.
    pub pairable: usize,
    /// The mean over pairable units of the share of agreeing pairs of coders.
    pub percent: Value,
    /// Krippendorff's alpha for nominal data.
    pub alpha: Value,
    /// Alpha of each category against all the others together.
    pub alpha_of: Vec<Value>,
    /// Fleiss' kappa of the units that every coder coded.
    pub fleiss: Value,
    /// Fleiss' kappa with missing values.
    pub fleiss_missing: Value,
    /// Gwet's AC1, over the categories that were declared.
    pub ac1: Value,
}

/// Computes all coefficients.
#[must_use]
pub fn agreement(ratings: &Ratings) -> Agreement {
    let tallies = Tallies::of_all(ratings);
    Agreement {
        units: ratings.units(),
        pairable: tallies.pairable() as usize,
        percent: percent(&tallies),
        alpha: alpha(&tallies),
        alpha_of: (0..ratings.categories()).map(|category| alpha_of(&tallies, category)).collect(),
        fleiss: fleiss(ratings),
        fleiss_missing: fleiss_missing(&tallies),
        ac1: ac1(&tallies),
    }
}

/// The mean share of agreeing pairs. Source: K. L. Gwet, Handbook of Inter-Rater Reliability, 4th ed., 2014, ch. 2.
pub(super) fn percent(tallies: &Tallies) -> Value {
    if tallies.pairable() == 0.0 {
        return Err(Undefined::NoPairableUnit);
    }
    Ok(tallies.agreeing() / tallies.pairable())
}

/// `1 − D_o / D_e`, with `D_o` = Σ (`n_u`² − Σ `n_uc`²) / (`n_u` − 1) / n and `D_e` = (n² − Σ `n_c`²) / (n (n − 1)),
/// over pairable units. Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C.
pub(super) fn alpha(tallies: &Tallies) -> Value {
    let counts = (0..tallies.categories()).map(|category| tallies.values_of(category));
    let squares: f64 = counts.map(|count| count * count).sum();
    let n = tallies.values();
    one_minus(tallies, tallies.disagreement(), n * n - squares)
}

/// Alpha where all categories but one count as one.
pub(super) fn alpha_of(tallies: &Tallies, category: usize) -> Value {
    let (n, of_it) = (tallies.values(), tallies.values_of(category));
    one_minus(tallies, tallies.disagreement_of(category), 2.0 * of_it * (n - of_it))
}

/// `observed` and `expected` before they are divided by n and by n (n − 1).
fn one_minus(tallies: &Tallies, observed: f64, expected: f64) -> Value {
    if tallies.pairable() == 0.0 {
        return Err(Undefined::NoPairableUnit);
    }
    // Counts are whole numbers: this is exact.
    if expected == 0.0 {
        return Err(Undefined::NoVariation);
    }
    Ok(1.0 - (tallies.values() - 1.0) * observed / expected)
}

/// Kappa over the units that every coder coded. Source: J. L. Fleiss, Psychological Bulletin 76 (1971) 378–382.
fn fleiss(ratings: &Ratings) -> Value {
    if ratings.coders() < 2 {
        return Err(Undefined::OneCoder);
    }
    let mut tallies = Tallies::of_none(ratings.categories());
    for unit in (0..ratings.units()).filter(|unit| ratings.unit(*unit).iter().all(Option::is_some)) {
        tallies.add(Tallies::of_unit(ratings, unit).row());
    }
    fleiss_missing(&tallies).map_err(|why| match why {
        Undefined::NoPairableUnit => Undefined::NoCompleteUnit,
        other => other,
    })
}

/// Kappa with missing values: agreement over pairable units, shares of the categories over all coded units.
/// Source: Gwet 2014, ch. 2, equation 2.11 (what irrCAC prints as Fleiss' kappa).
pub(super) fn fleiss_missing(tallies: &Tallies) -> Value {
    let observed = percent(tallies)?;
    let chance: f64 = shares(tallies).map(|share| share * share).sum();
    corrected(observed, chance)
}

/// AC1: chance agreement is Σ π (1 − π) / (q − 1) over q declared categories. Source: K. L. Gwet, British Journal of
/// Mathematical and Statistical Psychology 61 (2008) 29–48.
pub(super) fn ac1(tallies: &Tallies) -> Value {
    let observed = percent(tallies)?;
    let categories = tallies.categories() as f64;
    if categories < 2.0 {
        return Err(Undefined::NoVariation);
    }
    let chance: f64 = shares(tallies).map(|share| share * (1.0 - share)).sum::<f64>() / (categories - 1.0);
    corrected(observed, chance)
}

fn shares(tallies: &Tallies) -> impl Iterator<Item = f64> + '_ {
    (0..tallies.categories()).map(|category| tallies.share_of(category) / tallies.coded())
}

/// The agreement that is left when chance is taken away. Where chance alone agrees wholly, there is nothing left.
pub(super) fn corrected(observed: f64, chance: f64) -> Value {
    let left = 1.0 - chance;
    // Sums of shares come near 1, not always to it.
    if left < 1e-12 { Err(Undefined::NoVariation) } else { Ok((observed - chance) / left) }
}
