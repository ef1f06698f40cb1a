//! Chance that R and Python repeat to the last digit: a generator of whole numbers, and quantiles of what it drew.

/// MINSTD: `x = 48271 * x mod 2147483647`. Source: S. K. Park and K. W. Miller, Communications of the ACM 31 (1988)
/// 1192–1201, with the multiplier of their answer in 36 (1993) no. 7, 105–110.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Draws {
    x: u64,
}

impl Draws {
    /// A stream that begins at a seed; 0, with which it would stand still, is taken as 1.
    #[must_use]
    pub fn new(seed: u32) -> Self {
        Self { x: (u64::from(seed) % 2_147_483_647).max(1) }
    }

    /// The next place below `n`: `floor((x - 1) / 2147483646 * n)`, in double precision in this order.
    pub fn below(&mut self, n: usize) -> usize {
        self.x = self.x * 48_271 % 2_147_483_647;
        // The last number alone would give `n` itself.
        (((self.x - 1) as f64 / 2_147_483_646.0 * n as f64) as usize).min(n.saturating_sub(1))
    }
}

/// The quantile of type 7 of sorted values, in the very steps of R's `quantile`. Source: R. J. Hyndman and Y. Fan, The
/// American Statistician 50 (1996) 361–365.
///
/// # Panics
/// Where there are no values.
#[must_use]
pub fn quantile(sorted: &[f64], at: f64) -> f64 {
    let index = (sorted.len() - 1) as f64 * at;
    let below = index.floor();
    let weight = index - below;
    (1.0 - weight) * sorted[below as usize] + weight * sorted[index.ceil() as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_the_one_that_was_published() {
        // With this multiplier and x = 1 the ten-thousandth number is 399268537: C++ names it for `minstd_rand`.
        let mut draws = Draws::new(1);
        (0..10_000).for_each(|_| _ = draws.below(10));
        assert_eq!(draws.x, 399_268_537);
    }

    #[test]
    fn quantiles_are_those_of_r() {
        // quantile(c(1, 2, 4, 8), c(0.025, 0.5, 0.975)) in R.
        let values = [1.0, 2.0, 4.0, 8.0];
        assert!((quantile(&values, 0.025) - 1.075).abs() < 1e-12);
        assert!((quantile(&values, 0.5) - 3.0).abs() < 1e-12);
        assert!((quantile(&values, 0.975) - 7.7).abs() < 1e-12);
    }
}
