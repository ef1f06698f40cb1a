//! The cues that the program brings, built into it.

use std::sync::LazyLock;

use crate::model::Cue;

const BUILT_IN: &str = include_str!("../../../assets/cues.ron");

static CUES: LazyLock<Vec<Cue>> =
    LazyLock::new(|| ron::from_str(BUILT_IN).expect("the built-in cues are read by a test"));

/// The program's own list of cues. It is read when it is first asked for.
#[must_use]
pub fn built_in_cues() -> &'static [Cue] {
    &CUES
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::CueKind;
    use crate::model::analysis::cue_pattern;

    /// Sentences near a cue that it must not find.
    const NOT_FOUND: [(&str, &str); 4] = [
        ("def-01", "Das Konzept wurde 2024 erarbeitet."),
        ("def-04", "Der Antrag wurde geprüft und bewilligt."),
        ("vag-26", "Der Plan wirkt unmittelbar."),
        ("con-19", "Der Plan entsteht unter Federführung der anderen."),
    ];

    #[test]
    fn every_cue_finds_its_example() {
        for cue in built_in_cues() {
            let regex = cue_pattern(&cue.pattern).unwrap_or_else(|error| panic!("{}: {error}", cue.id));
            assert!(regex.is_match(&cue.example), "{}: {}", cue.id, cue.example);
            assert!(!regex.is_match(""), "{} finds nothing everywhere", cue.id);
            for (_, sentence) in NOT_FOUND.iter().filter(|(id, _)| *id == cue.id) {
                assert!(!regex.is_match(sentence), "{}: {sentence}", cue.id);
            }
        }
    }

    #[test]
    fn the_list_is_whole_and_in_order() {
        let cues = built_in_cues();
        let ids: BTreeSet<&str> = cues.iter().map(|cue| cue.id.as_str()).collect();
        assert_eq!((cues.len(), ids.len()), (123, 123), "each id once");
        assert!(cues.is_sorted_by_key(|cue| cue.kind), "kind by kind");
        for kind in CueKind::ALL {
            assert!(cues.iter().any(|cue| cue.kind == kind), "{kind:?}");
        }
        assert!(NOT_FOUND.iter().all(|(id, _)| ids.contains(id)));
    }
}
