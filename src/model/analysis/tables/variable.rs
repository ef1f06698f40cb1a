//! Names of columns that follow from what people wrote: facets, tags, coders.

use std::collections::BTreeSet;

use crate::model::text::slug;

/// The longest name of a variable that SPSS takes.
const LONGEST: usize = 64;

/// Gives each column a name of its own, also for programs that do not tell `A` from `a`.
#[derive(Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// `prefix`, the words, `suffix`; counted up where another column has that name.
    pub fn name(&mut self, prefix: &str, words: &str, suffix: &str) -> String {
        let mut middle = slug(words, '_');
        for nth in 1_u32.. {
            let suffix = if nth == 1 { suffix.to_owned() } else { format!("{suffix}_{nth}") };
            middle.truncate(LONGEST - prefix.len() - suffix.len());
            let name = format!("{prefix}{middle}{suffix}");
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
        }
        unreachable!("one of so many names is free")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_name_that_programs_take() {
        let mut names = Names::default();
        let mut tag = |coder: &str| names.name("tag_", coder, "_r1");
        assert_eq!(tag("N. Keller"), "tag_N_Keller_r1");
        assert_eq!(tag("n keller"), "tag_n_keller_r1_2");
        assert_eq!(tag("Jörg Weiß"), "tag_Joerg_Weiss_r1");
        assert_eq!(tag("=1+1"), "tag_1_1_r1");
        assert_eq!(tag(""), "tag__r1");
        assert_eq!(tag(&"x".repeat(99)).len(), LONGEST);
        assert_eq!(tag(&"x".repeat(98)).len(), LONGEST);
    }
}
