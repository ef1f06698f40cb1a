//! The codebook a new project begins with, built into the program.

use crate::model::Codebook;

const DEFAULT: &str = include_str!("../../../assets/codebook/default.ron");

/// The default codebook: concrete, vague, deferred.
#[must_use]
pub fn default_codebook() -> Codebook {
    ron::from_str(DEFAULT).expect("the built-in codebook is read by a test")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_codebook_reads() {
        let codebook = default_codebook();
        let keys: Vec<&str> = codebook.tags.iter().map(|tag| tag.id.0.as_str()).collect();
        assert_eq!(keys, ["concrete", "vague", "deferred"]);
        assert_eq!(codebook.facets.len(), 14);
    }
}
