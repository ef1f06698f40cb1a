//! Two versions and what both come from.

/// Which side changed something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Which {
    /// Both sides say the same.
    Same,
    Ours,
    Theirs,
    /// Both, and differently; or nobody knows what they come from.
    Both,
}

/// Compares two versions with their origin. Without one both changed what differs.
pub(super) fn which<T: PartialEq + ?Sized>(base: Option<&T>, ours: &T, theirs: &T) -> Which {
    if ours == theirs {
        Which::Same
    } else if base == Some(ours) {
        Which::Theirs
    } else if base == Some(theirs) {
        Which::Ours
    } else {
        Which::Both
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_changed_is_told_by_the_origin() {
        for (base, ours, theirs, expected) in [
            (Some("a"), "a", "a", Which::Same),
            (Some("a"), "b", "b", Which::Same),
            (Some("a"), "b", "a", Which::Ours),
            (Some("a"), "a", "b", Which::Theirs),
            (Some("a"), "b", "c", Which::Both),
            (None, "b", "c", Which::Both),
        ] {
            assert_eq!(which(base, ours, theirs), expected, "{base:?} {ours} {theirs}");
        }
    }
}
