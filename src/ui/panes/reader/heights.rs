//! How tall each block is and where it stands, for texts of any length: a Fenwick tree.

/// Heights in points, estimated first and measured later. Changing one and asking for a place both
/// cost the logarithm of the number of blocks.
#[derive(Clone, Debug, Default)]
pub(super) struct Heights {
    each: Vec<f32>,
    tree: Vec<f64>,
    measured: Vec<bool>,
    left: usize,
}

impl Heights {
    pub fn new(estimates: Vec<f32>) -> Self {
        let count = estimates.len();
        let mut tree = vec![0.0; count + 1];
        for (at, height) in estimates.iter().enumerate() {
            let at = at + 1;
            tree[at] += f64::from(*height);
            let next = at + (at & at.wrapping_neg());
            if next <= count {
                tree[next] += tree[at];
            }
        }
        Self { each: estimates, tree, measured: vec![false; count], left: count }
    }

    pub fn height(&self, at: usize) -> f32 {
        self.each.get(at).copied().unwrap_or(0.0)
    }

    /// Sets the measured height of a block and returns by how much it differs from what was known.
    pub fn measure(&mut self, at: usize, height: f32) -> f32 {
        if !self.measured[at] {
            self.measured[at] = true;
            self.left -= 1;
        }
        let change = height - self.each[at];
        if change != 0.0 {
            self.each[at] = height;
            let mut node = at + 1;
            while node < self.tree.len() {
                self.tree[node] += f64::from(change);
                node += node & node.wrapping_neg();
            }
        }
        change
    }

    pub fn is_measured(&self, at: usize) -> bool {
        self.measured[at]
    }

    /// How many blocks are still estimated.
    pub fn unmeasured(&self) -> usize {
        self.left
    }

    /// Where a block begins.
    pub fn top(&self, at: usize) -> f32 {
        let mut node = at.min(self.each.len());
        let mut sum = 0.0;
        while node > 0 {
            sum += self.tree[node];
            node &= node - 1;
        }
        sum as f32
    }

    pub fn total(&self) -> f32 {
        self.top(self.each.len())
    }

    /// The block that stands at a height; the last one below all.
    pub fn at(&self, y: f32) -> usize {
        let count = self.each.len();
        let mut node = 0;
        let mut rest = f64::from(y.max(0.0));
        let mut step = count.next_power_of_two();
        while step > 0 {
            let next = node + step;
            if next <= count && self.tree[next] <= rest {
                node = next;
                rest -= self.tree[next];
            }
            step /= 2;
        }
        node.min(count.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tops_and_places_agree_with_plain_sums() {
        let mut heights = Heights::new((1..=37).map(|n| n as f32).collect());
        assert_eq!(heights.measure(4, 50.0), 45.0);
        let mut top = 0.0;
        for at in 0..37 {
            assert_eq!(heights.top(at), top);
            assert_eq!(heights.at(top), at);
            assert_eq!(heights.at(top + heights.height(at) - 0.5), at);
            top += heights.height(at);
        }
        assert_eq!(heights.total(), top);
        assert_eq!(heights.at(1e9), 36);
        assert_eq!(heights.unmeasured(), 36);
        assert_eq!(Heights::default().at(5.0), 0);
    }
}
