//! When a new version of the codebook begins: with the first change of what it says, once codings were made
//! under it. What only looks different (colour, line, letter, order) begins none.

use jiff::Timestamp;

use crate::model::analysis::differences;
use crate::model::{Codebook, Edition, Project};

/// How many codings were made under a version.
#[must_use]
pub fn coded_under(project: &Project, version: &str) -> usize {
    project.codings().filter(|(_, coding)| coding.codebook == version).count()
}

fn is_coded_under(project: &Project, version: &str) -> bool {
    project.codings().any(|(_, coding)| coding.codebook == version)
}

/// Whether two versions say the same, whatever they look like.
#[must_use]
pub fn same_content(before: &Edition, after: &Codebook) -> bool {
    differences(before, &Edition::of(after)).is_empty()
}

/// The codebook as it comes into force: under a new version where that is due. Where the words of a version
/// that nobody used go back to those of the one before, it never was.
pub(super) fn in_force(project: &Project, changed: Codebook, now: Timestamp) -> Codebook {
    let current = project.codebook();
    let before = Edition::of(current);
    if same_content(&before, &changed) {
        return changed;
    }
    if is_coded_under(project, &current.version) {
        return begin(project, changed, now);
    }
    match changed.past.last() {
        Some(last)
            if changed.reason.is_empty()
                && changed.version == next_version(project, &last.version, &changed.past)
                && same_content(last, &changed) =>
        {
            take_back(changed)
        }
        _ => changed,
    }
}

/// The version in force goes among the past ones, and the changed one gets the next name.
pub(super) fn begin(project: &Project, changed: Codebook, now: Timestamp) -> Codebook {
    let current = project.codebook();
    let mut past = current.past.clone();
    past.push(Edition::of(current));
    let version = next_version(project, &current.version, &past);
    Codebook { version, since: Some(now), reason: String::new(), past, ..changed }
}

fn take_back(mut codebook: Codebook) -> Codebook {
    if let Some(last) = codebook.past.pop() {
        codebook.version = last.version;
        codebook.since = last.since;
        codebook.reason = last.reason;
    }
    codebook
}

/// `1.0` becomes `1.1`, `1.9` becomes `1.10`, `Entwurf` becomes `Entwurf.1`: the next name that neither an earlier
/// version nor a coding has.
pub(in crate::model::edits) fn next_version(project: &Project, version: &str, past: &[Edition]) -> String {
    let is_taken = |name: &str| {
        name == version || past.iter().any(|edition| edition.version == name) || is_coded_under(project, name)
    };
    let stem = version.trim_end_matches(|c: char| c.is_ascii_digit());
    // A number with more digits than a counter has is a name.
    let (stem, last) = match version[stem.len()..].parse::<u32>() {
        Ok(last) => (stem.to_owned(), last),
        Err(_) => (format!("{version}."), 0),
    };
    (1..=u64::from(u32::MAX))
        .map(|step| format!("{stem}{}", u64::from(last) + step))
        .find(|name| !is_taken(name))
        .unwrap_or(stem)
}
