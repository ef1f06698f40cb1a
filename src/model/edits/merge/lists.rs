//! Name, filters, cues and the day of the ledger.

use std::sync::Arc;

use super::merged::{About, Conflict, News, Said, Settled};
use super::three::{Which, which};
use crate::model::{Cue, NamedFilter, Project};

/// Puts together what belongs to the project as a whole. Without an origin an empty one is the origin: what only one
/// side has is no contradiction.
pub(super) fn together(
    base: Option<&Project>,
    theirs: &Project,
    result: &mut Project,
    news: &mut News,
    conflicts: &mut Vec<Conflict>,
) {
    name(base, theirs, result, news, conflicts);
    day(base, theirs, result, news, conflicts);
    cues(base, theirs, result, news, conflicts);
    filters(base, theirs, result, news, conflicts);
}

fn words(about: About, ours: &str, theirs: &str) -> Conflict {
    let said = |words: &str| Some(Said::Words(words.to_owned()));
    Conflict { about, ours: said(ours), theirs: said(theirs), settled: Settled::Ours }
}

fn name(
    base: Option<&Project>,
    theirs: &Project,
    result: &mut Project,
    news: &mut News,
    conflicts: &mut Vec<Conflict>,
) {
    match which(Some(base.map_or("", Project::name)), result.name(), theirs.name()) {
        Which::Theirs => {
            news.name = true;
            result.name.clone_from(&theirs.name);
        }
        Which::Both => conflicts.push(words(About::Name, result.name(), theirs.name())),
        Which::Same | Which::Ours => {}
    }
}

fn day(
    base: Option<&Project>,
    theirs: &Project,
    result: &mut Project,
    news: &mut News,
    conflicts: &mut Vec<Conflict>,
) {
    let origin = base.and_then(Project::ledger_day);
    match which(Some(&origin), &result.ledger_day, &theirs.ledger_day) {
        Which::Theirs => {
            news.ledger_day = true;
            result.ledger_day = theirs.ledger_day;
        }
        Which::Both => {
            let day = |project: &Project| project.ledger_day.map(|day| day.to_string()).unwrap_or_default();
            conflicts.push(words(About::LedgerDay, &day(result), &day(theirs)));
        }
        Which::Same | Which::Ours => {}
    }
}

fn cues(
    base: Option<&Project>,
    theirs: &Project,
    result: &mut Project,
    news: &mut News,
    conflicts: &mut Vec<Conflict>,
) {
    let origin = base.and_then(|base| base.cues.clone());
    match which(Some(&origin), &result.cues, &theirs.cues) {
        Which::Theirs => {
            news.cues = true;
            result.cues.clone_from(&theirs.cues);
        }
        Which::Both => {
            let (Some(ours), Some(there)) = (&result.cues, &theirs.cues) else { return };
            let before: &[Cue] = origin.as_ref().map(|cues| &cues[..]).unwrap_or_default();
            let mut all = ours.to_vec();
            for cue in there.iter().filter(|cue| !before.contains(cue)) {
                let same_words = |own: &&Cue| own.pattern == cue.pattern && own.kind == cue.kind;
                if all.iter().any(|own| same_words(&own)) {
                    continue;
                }
                let mut cue = cue.clone();
                if let Some(own) = all.iter().find(|own| own.id == cue.id) {
                    let about = About::Cue(own.example.clone());
                    let settled = Settled::Both(cue.pattern.clone());
                    conflicts.push(Conflict { settled, ..words(about, &own.pattern, &cue.pattern) });
                    cue.id = free_name(&cue.id, |id| all.iter().any(|own| own.id == id), "-", "");
                }
                all.push(cue);
            }
            if all != **ours {
                news.cues = true;
                result.cues = Some(Arc::new(all));
            }
        }
        Which::Same | Which::Ours => {}
    }
}

fn filters(
    base: Option<&Project>,
    theirs: &Project,
    result: &mut Project,
    news: &mut News,
    conflicts: &mut Vec<Conflict>,
) {
    let find = |list: &[NamedFilter], name: &str| list.iter().find(|filter| filter.name == name).cloned();
    let mut all = result.filters.to_vec();
    for there in theirs.filters() {
        let before = base.and_then(|base| find(base.filters(), &there.name));
        match find(&all, &there.name) {
            None if before.as_ref() == Some(there) => {}
            None => {
                news.filters.new.push(there.name.clone());
                all.push(there.clone());
            }
            Some(own) => match which(before.as_ref(), &own, there) {
                Which::Same | Which::Ours => news.filters.same += 1,
                Which::Theirs => {
                    news.filters.changed.push(there.name.clone());
                    let place = all.iter().position(|filter| filter.name == there.name);
                    all[place.expect("it was just found")] = there.clone();
                }
                Which::Both if is_kept(&all, there) => news.filters.same += 1,
                Which::Both => {
                    let name = free_name(&there.name, |name| find(&all, name).is_some(), " (", ")");
                    let settled = Settled::Both(name.clone());
                    let about = About::Filter(there.name.clone());
                    let there_is = Some(Said::There);
                    conflicts.push(Conflict { about, ours: there_is.clone(), theirs: there_is, settled });
                    all.push(NamedFilter { name, ..there.clone() });
                }
            },
        }
    }
    let gone = |own: &NamedFilter| {
        find(theirs.filters(), &own.name).is_none()
            && base.and_then(|base| find(base.filters(), &own.name)).as_ref() == Some(own)
    };
    news.filters.gone.extend(all.iter().filter(|own| gone(own)).map(|own| own.name.clone()));
    all.retain(|own| !gone(own));
    if all != *result.filters {
        result.filters = Arc::new(all);
    }
}

/// Whether an earlier merge kept this filter under another name.
fn is_kept(all: &[NamedFilter], there: &NamedFilter) -> bool {
    let stem = format!("{} (", there.name);
    all.iter().any(|own| own.filter == there.filter && own.name.starts_with(&stem))
}

fn free_name(name: &str, is_taken: impl Fn(&str) -> bool, before: &str, after: &str) -> String {
    (2..=u64::MAX)
        .map(|number| format!("{name}{before}{number}{after}"))
        .find(|name| !is_taken(name))
        .expect("there are more numbers than names")
}
