//! Who is who in two copies, and who keeps what both sides say differently.

use std::collections::{BTreeMap, BTreeSet};

use super::merged::{About, Came, Conflict, Said, Settled};
use super::three::{Which, which};
use crate::model::{Coder, CoderId, Project};

/// Which coder of one project is which of another.
pub(super) type People = BTreeMap<CoderId, CoderId>;

type Rule = fn(&Coder, &Coder) -> bool;

/// The surest first: two coders are the same by the first rule that says so.
const SAME: [Rule; 4] = [
    |one, other| !one.key.is_empty() && one.key == other.key,
    |one, other| one.key.is_empty() && other.key.is_empty() && !one.name.is_empty() && one.name == other.name,
    |one, other| is_nobody(one) && is_nobody(other) && one.id == other.id,
    |one, other| is_nobody(one) && other.key == token(one),
];

/// A coder of the origin whom somebody claimed since.
const CLAIMED: Rule = |origin, now| {
    origin.id == now.id && origin.key.is_empty() && (origin.name.is_empty() || origin.name == now.name)
};

fn is_nobody(coder: &Coder) -> bool {
    coder.key.is_empty() && coder.name.is_empty()
}

/// By what a coder is known: the key, the name, or the number where there is neither.
fn token(coder: &Coder) -> String {
    match (&*coder.key, &*coder.name) {
        ("", "") => format!("#{}", coder.id.0),
        ("", name) => format!("name {name}"),
        (key, _) => key.to_owned(),
    }
}

/// Pairs the coders of two projects; each is in one pair at most.
fn pair(from: &Project, to: &Project, known: People, rules: &[Rule]) -> People {
    let mut people = known;
    let mut taken: BTreeSet<CoderId> = people.values().copied().collect();
    for rule in rules {
        for one in from.coders() {
            if people.contains_key(&one.id) {
                continue;
            }
            let fits = |other: &&Coder| !taken.contains(&other.id) && rule(one, other);
            let same_number = to.coder(one.id).filter(fits);
            if let Some(other) = same_number.or_else(|| to.coders().find(fits)) {
                taken.insert(other.id);
                people.insert(one.id, other.id);
            }
        }
    }
    people
}

/// The numbers that their coders have here; a coder who is not here yet gets a free one. `base` comes in the same
/// numbers, as far as both sides agree who is who.
pub(super) fn meet(base: Option<&Project>, ours: &Project, theirs: &Project) -> (People, People) {
    let descent = |to: &Project| {
        let [key, name, nobody, copied] = SAME;
        base.map(|base| pair(base, to, People::new(), &[key, name, nobody, copied, CLAIMED]))
            .unwrap_or_default()
    };
    let (to_ours, to_theirs) = (descent(ours), descent(theirs));
    let mut known = pair(theirs, ours, People::new(), &SAME[..1]);
    for (origin, here) in &to_ours {
        let Some(there) = to_theirs.get(origin) else { continue };
        let key = |project: &Project, id: &CoderId| project.coder(*id).map(|coder| coder.key.clone());
        let (one, other) = (key(ours, here).unwrap_or_default(), key(theirs, there).unwrap_or_default());
        let is_taken = known.contains_key(there) || known.values().any(|taken| taken == here);
        if !is_taken && (one.is_empty() || other.is_empty() || one == other) {
            known.insert(*there, *here);
        }
    }
    let mut people = pair(theirs, ours, known, &SAME);
    let mut taken: BTreeSet<CoderId> = ours.coders().map(|coder| coder.id).collect();
    // Whoever sits here may have a number already and nothing in the project yet.
    taken.insert(ours.seat().coder);
    for coder in theirs.coders() {
        if people.contains_key(&coder.id) || (is_nobody(coder) && !is_used(theirs, coder.id)) {
            continue;
        }
        let id = if taken.contains(&coder.id) { free(&taken) } else { coder.id };
        taken.insert(id);
        people.insert(coder.id, id);
    }
    let origin = agreed(&to_ours, &to_theirs, &people, free(&taken));
    (people, origin)
}

fn free(taken: &BTreeSet<CoderId>) -> CoderId {
    CoderId(taken.last().map_or(0, |last| last.0) + 1)
}

/// The numbers of the origin's coders here. Where both sides hold different people to be the same one, the origin
/// says nothing of either: then what it held counts as new on both sides, and nothing is taken out.
fn agreed(to_ours: &People, to_theirs: &People, people: &People, unused: CoderId) -> People {
    let mut origin = People::new();
    let all: BTreeSet<&CoderId> = to_ours.keys().chain(to_theirs.keys()).collect();
    for (next, id) in (unused.0..).zip(all) {
        let there = to_theirs.get(id).and_then(|there| people.get(there));
        let agreed = match (to_ours.get(id), there) {
            (Some(here), Some(there)) if here != there => None,
            (here, there) => here.or(there).copied(),
        };
        origin.insert(*id, agreed.unwrap_or(CoderId(next)));
    }
    origin
}

/// Whether a coder did anything.
fn is_used(project: &Project, coder: CoderId) -> bool {
    project.codings.keys().any(|key| key.coder == coder)
        || project.rounds().any(|plan| plan.coders.contains(&coder))
        || project.decisions().any(|(_, decision)| decision.by.contains(&coder))
}

/// Puts the coders together. All three in the same numbers.
pub(super) fn together(
    base: Option<&Project>,
    theirs: &Project,
    result: &mut Project,
    came: &mut Came<CoderId>,
    conflicts: &mut Vec<Conflict>,
) {
    for there in theirs.coders() {
        let Some(here) = result.coder(there.id).cloned() else {
            result.coders.insert(there.id, there.clone());
            came.new.push(there.id);
            continue;
        };
        let origin = base.and_then(|base| base.coder(there.id)).map(|origin| &*origin.name);
        let mut coder = here.clone();
        match which(origin, &*here.name, &*there.name) {
            _ if here.name.is_empty() => coder.name.clone_from(&there.name),
            Which::Theirs if !there.name.is_empty() => coder.name.clone_from(&there.name),
            Which::Both if !there.name.is_empty() => conflicts.push(Conflict {
                about: About::Coder(here.id),
                ours: Some(Said::Words(here.name.clone())),
                theirs: Some(Said::Words(there.name.clone())),
                settled: Settled::Ours,
            }),
            _ => {}
        }
        // The key of one who is nobody there is only how they are found again.
        if here.key.is_empty() && !there.key.starts_with('#') {
            coder.key.clone_from(&there.key);
        }
        if coder == here {
            came.same += 1;
        } else {
            came.changed.push(here.id);
            result.coders.insert(here.id, coder);
        }
    }
}

/// The coder as they come here: one who has neither key nor name nor their own number would not be found again.
pub(super) fn arrived(coder: &Coder, id: CoderId, is_new: bool) -> Coder {
    let key = if is_new && is_nobody(coder) { token(coder) } else { coder.key.clone() };
    Coder { id, name: coder.name.clone(), key }
}

/// By what all coders of one person are known: those who keep their differing codings have the same and a number.
fn root(coder: &Coder) -> (String, u32) {
    let token = token(coder);
    match token.rsplit_once('~').and_then(|(root, number)| Some((root.to_owned(), number.parse().ok()?))) {
        Some((root, number)) => (root, number),
        None => (token, 1),
    }
}

/// All coders that stand for one person.
pub(super) fn family(project: &Project, coder: CoderId) -> Vec<CoderId> {
    let Some(person) = project.coder(coder) else { return vec![coder] };
    let (root_token, _) = root(person);
    project.coders().filter(|other| root(other).0 == root_token).map(|other| other.id).collect()
}

/// The coder who keeps what a person says differently on the other side: `Keller (2)`. The same one in every merge.
pub(super) fn keeper(project: &mut Project, coder: CoderId) -> CoderId {
    let person = project.coder(coder).cloned().unwrap_or_else(|| Coder::new(coder, ""));
    let (token, number) = root(&person);
    let key = format!("{token}~{}", number + 1);
    if let Some(known) = project.coders().find(|other| other.key == key) {
        return known.id;
    }
    let named = person.name_or_number();
    let stem = named.strip_suffix(&format!(" ({number})")).filter(|_| number > 1).unwrap_or(&named);
    let mut taken: BTreeSet<CoderId> = project.coders().map(|coder| coder.id).collect();
    taken.insert(project.seat().coder);
    let id = free(&taken);
    project.coders.insert(id, Coder { id, name: format!("{stem} ({})", number + 1), key });
    id
}
