//! Keeping filters with the project, by name.

use super::{Change, Edit, Label};
use crate::model::text::unix_lines;
use crate::model::{Filter, NamedFilter, Project};

/// Keeps a filter. One of the same name is replaced; none where the name is empty.
#[must_use]
pub fn keep(project: &Project, name: &str, filter: &Filter) -> Option<Change> {
    let name = unix_lines(name.trim()).replace('\n', " ");
    if name.is_empty() {
        return None;
    }
    let mut filters = project.filters().to_vec();
    let kept = NamedFilter { name: name.clone(), filter: filter.clone() };
    match filters.iter_mut().find(|other| other.name == name) {
        Some(other) => *other = kept,
        None => filters.push(kept),
    }
    Some(Change::new(Label::KeepFilter { name }, Edit::PutFilters { filters }))
}

/// Takes a filter out; none where there is none of this name.
#[must_use]
pub fn drop(project: &Project, name: &str) -> Option<Change> {
    let mut filters = project.filters().to_vec();
    let before = filters.len();
    filters.retain(|other| other.name != name);
    let label = Label::DropFilter { name: name.to_owned() };
    (filters.len() < before).then(|| Change::new(label, Edit::PutFilters { filters }))
}
