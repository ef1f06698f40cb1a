//! Hyphens at the end of a line: which part a word, and which belong to it.

/// Words behind a hyphen that stays: „Klimaschutz- und“, „Vor- oder“.
const KEEPS_HYPHEN: [&str; 8] = ["und", "oder", "bzw", "sowie", "beziehungsweise", "als", "u", "bis"];

/// Whether a hyphen before this word is no mark of a parted word.
#[must_use]
pub fn keeps_hyphen(word: &str) -> bool {
    KEEPS_HYPHEN.contains(&word)
}
