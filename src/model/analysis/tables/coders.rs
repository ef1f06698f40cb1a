//! Coders as tables call them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{CoderId, Project};

/// A name for each coder; two who have the same are told apart by their numbers.
pub(super) fn coder_names(project: &Project) -> BTreeMap<CoderId, String> {
    let mut taken = BTreeSet::new();
    let mut name = |coder: &crate::model::Coder| {
        let name = coder.name_or_number();
        if taken.insert(name.clone()) { name } else { format!("{name} ({})", coder.id.0) }
    };
    project.coders().map(|coder| (coder.id, name(coder))).collect()
}
