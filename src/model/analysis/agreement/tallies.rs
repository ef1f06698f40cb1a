//! What the coefficients need of a set of units, as sums: a set that is drawn again and again is summed up from the
//! sums of its parts, never from its units.

use super::ratings::Ratings;

/// Sums over units. `n_uc` is how many coders put unit u into category c, `n_u` how many coded it.
///
/// They lie in one row of numbers: four of the whole, then three for each category.
#[derive(Clone, PartialEq, Debug)]
pub struct Tallies {
    row: Vec<f64>,
}

const CODED: usize = 0;
const PAIRABLE: usize = 1;
const DISAGREEMENT: usize = 2;
const AGREEING: usize = 3;
/// So many numbers stand before those of the categories.
const WHOLE: usize = 4;
const VALUES_OF: usize = 0;
const DISAGREEMENT_OF: usize = 1;
const SHARE_OF: usize = 2;
/// So many numbers belong to each category.
const EACH: usize = 3;

impl Tallies {
    /// Of nothing.
    #[must_use]
    pub fn of_none(categories: usize) -> Self {
        Self { row: vec![0.0; WHOLE + EACH * categories] }
    }

    /// Of a unit.
    #[must_use]
    pub fn of_unit(ratings: &Ratings, unit: usize) -> Self {
        let mut tallies = Self::of_none(ratings.categories());
        let mut counts = vec![0.0; ratings.categories()];
        for said in ratings.unit(unit).iter().flatten() {
            counts[*said as usize] += 1.0;
        }
        let n: f64 = counts.iter().sum();
        if n == 0.0 {
            return tallies;
        }
        tallies.row[CODED] = 1.0;
        for (category, count) in counts.iter().enumerate() {
            tallies.row[WHOLE + EACH * category + SHARE_OF] = count / n;
        }
        if n < 2.0 {
            return tallies;
        }
        let squares: f64 = counts.iter().map(|count| count * count).sum();
        tallies.row[PAIRABLE] = 1.0;
        tallies.row[DISAGREEMENT] = (n * n - squares) / (n - 1.0);
        tallies.row[AGREEING] = (squares - n) / (n * (n - 1.0));
        for (category, count) in counts.iter().enumerate() {
            tallies.row[WHOLE + EACH * category + VALUES_OF] = *count;
            tallies.row[WHOLE + EACH * category + DISAGREEMENT_OF] = 2.0 * count * (n - count) / (n - 1.0);
        }
        tallies
    }

    /// Of all units.
    #[must_use]
    pub fn of_all(ratings: &Ratings) -> Self {
        let mut all = Self::of_none(ratings.categories());
        for unit in 0..ratings.units() {
            all.add(&Self::of_unit(ratings, unit).row);
        }
        all
    }

    /// Adds what another row sums up.
    pub(super) fn add(&mut self, row: &[f64]) {
        for (sum, more) in self.row.iter_mut().zip(row) {
            *sum += more;
        }
    }

    pub(super) fn clear(&mut self) {
        self.row.fill(0.0);
    }

    pub(super) fn row(&self) -> &[f64] {
        &self.row
    }

    #[must_use]
    pub fn categories(&self) -> usize {
        (self.row.len() - WHOLE) / EACH
    }

    /// Units that at least one coder coded.
    #[must_use]
    pub fn coded(&self) -> f64 {
        self.row[CODED]
    }

    /// Units that at least two coders coded.
    #[must_use]
    pub fn pairable(&self) -> f64 {
        self.row[PAIRABLE]
    }

    /// Σ (`n_u`² − Σ `n_uc`²) / (`n_u` − 1) over pairable units: observed disagreement before it is divided.
    #[must_use]
    pub fn disagreement(&self) -> f64 {
        self.row[DISAGREEMENT]
    }

    /// Σ over pairable units of the share of agreeing pairs.
    #[must_use]
    pub fn agreeing(&self) -> f64 {
        self.row[AGREEING]
    }

    /// Σ `n_uc` over pairable units.
    #[must_use]
    pub fn values_of(&self, category: usize) -> f64 {
        self.row[WHOLE + EACH * category + VALUES_OF]
    }

    /// Σ `n_u` over pairable units.
    #[must_use]
    pub fn values(&self) -> f64 {
        (0..self.categories()).map(|category| self.values_of(category)).sum()
    }

    /// The disagreement that is left when all other categories count as one.
    #[must_use]
    pub fn disagreement_of(&self, category: usize) -> f64 {
        self.row[WHOLE + EACH * category + DISAGREEMENT_OF]
    }

    /// Σ over coded units of `n_uc` / `n_u`.
    #[must_use]
    pub fn share_of(&self, category: usize) -> f64 {
        self.row[WHOLE + EACH * category + SHARE_OF]
    }
}
