//! Two coders: what each said where the other said something else.

use super::coefficient::{Undefined, Value, corrected};
use super::ratings::Ratings;

/// Two coders beside each other, over the units that both coded.
#[derive(Clone, PartialEq, Debug)]
pub struct PairAgreement {
    /// Their places in the table.
    pub coders: [usize; 2],
    /// How many units both coded.
    pub common: usize,
    /// Row: what the first said; column: what the second said; one after the other.
    pub confusion: Vec<usize>,
    pub percent: Value,
    /// Cohen's kappa.
    pub kappa: Value,
}

/// Every pair of coders, in their order.
#[must_use]
pub fn pairs(ratings: &Ratings) -> Vec<PairAgreement> {
    let coders = ratings.coders();
    let pairs = (0..coders).flat_map(|one| (one + 1..coders).map(move |other| [one, other]));
    pairs.map(|pair| pair_agreement(ratings, pair)).collect()
}

/// Kappa of two coders, whose marginals may differ. Source: J. Cohen, Educational and Psychological Measurement 20
/// (1960) 37–46.
#[must_use]
pub fn pair_agreement(ratings: &Ratings, coders: [usize; 2]) -> PairAgreement {
    let categories = ratings.categories();
    let mut confusion = vec![0; categories * categories];
    for unit in 0..ratings.units() {
        let said = ratings.unit(unit);
        if let (Some(one), Some(other)) = (said[coders[0]], said[coders[1]]) {
            confusion[one as usize * categories + other as usize] += 1;
        }
    }
    let common: usize = confusion.iter().sum();
    let (percent, kappa) = kappa(&confusion, categories, common as f64);
    PairAgreement { coders, common, confusion, percent, kappa }
}

fn kappa(confusion: &[usize], categories: usize, common: f64) -> (Value, Value) {
    if common == 0.0 {
        return (Err(Undefined::NoCommonUnit), Err(Undefined::NoCommonUnit));
    }
    let at = |row: usize, column: usize| confusion[row * categories + column] as f64;
    let observed = (0..categories).map(|category| at(category, category)).sum::<f64>() / common;
    let of_first = |category| (0..categories).map(|other| at(category, other)).sum::<f64>();
    let of_second = |category| (0..categories).map(|other| at(other, category)).sum::<f64>();
    let products = (0..categories).map(|category| of_first(category) * of_second(category)).sum::<f64>();
    (Ok(observed), corrected(observed, products / (common * common)))
}
