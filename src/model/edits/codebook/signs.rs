//! Letters, colours, lines and ids of tags: given so that no two tags are taken for one another.

use std::collections::{BTreeMap, BTreeSet};

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Codebook, Language, LineStyle, Problem, Swatch, Tag, TagId, Wording};

const LANGUAGES: [Language; 2] = [Language::German, Language::English];

/// An id from a name: `halb konkret` becomes `halb_konkret`, a second one `halb_konkret_2`.
pub(super) fn id_from(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let id = plain_id(name);
    let numbered = (2..).map(|nth: u64| format!("{id}_{nth}"));
    std::iter::once(id.clone()).chain(numbered).find(|id| !is_taken(id)).unwrap_or_default()
}

/// The id from a name where nothing else has it.
fn plain_id(name: &str) -> String {
    let mut id = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            'ä' => id.push_str("ae"),
            'ö' => id.push_str("oe"),
            'ü' => id.push_str("ue"),
            'ß' => id.push_str("ss"),
            c if c.is_ascii_alphanumeric() => id.push(c),
            _ if !id.is_empty() && !id.ends_with('_') => id.push('_'),
            _ => {}
        }
    }
    let id = id.trim_end_matches('_');
    if id.is_empty() { "tag".to_owned() } else { id.to_owned() }
}

/// The ids of a list that only grows. It gives the ids that [`id_from`] gives, and does not begin at 2 again for
/// every name that stands there already: a file of another program may hold one name a hundred thousand times.
#[derive(Debug, Default)]
pub(super) struct TakenIds {
    taken: BTreeSet<String>,
    /// By the plain id: every number below this one is taken.
    next: BTreeMap<String, u64>,
    /// How often an id was looked for, which a test counts.
    #[cfg(test)]
    looked: usize,
}

impl TakenIds {
    pub fn of(ids: impl Iterator<Item = String>) -> Self {
        Self { taken: ids.collect(), ..Self::default() }
    }

    pub fn take(&mut self, id: String) {
        self.taken.insert(id);
    }

    /// A new id from a name, taken from now on.
    pub fn new_from(&mut self, name: &str) -> String {
        let id = plain_id(name);
        if self.is_new(&id) {
            return id;
        }
        let mut nth = self.next.get(&id).copied().unwrap_or(2);
        let numbered = loop {
            let numbered = format!("{id}_{nth}");
            nth += 1;
            if self.is_new(&numbered) {
                break numbered;
            }
        };
        self.next.insert(id, nth);
        numbered
    }

    fn is_new(&mut self, id: &str) -> bool {
        #[cfg(test)]
        {
            self.looked += 1;
        }
        self.taken.insert(id.to_owned())
    }
}

/// A letter for a tag of this name: one of its own where one is free.
pub(super) fn free_letter(codebook: &Codebook, name: &str) -> Wording {
    let mut letter = Wording::default();
    for language in LANGUAGES {
        let is_free = |candidate: &String| {
            codebook.tags.iter().all(|tag| tag.letter.get(language).to_uppercase() != *candidate)
        };
        let own = name.graphemes(true).filter(|one| one.chars().all(char::is_alphabetic));
        let own = own.map(str::to_uppercase).filter(|one| one.graphemes(true).count() == 1);
        let others = ('A'..='Z').chain('0'..='9').map(String::from);
        let found = own.chain(others).find(is_free);
        *letter.written_mut(language) = found.unwrap_or_else(|| "?".to_owned());
    }
    letter
}

/// The letter that was typed beside the one that stood there, in capitals; none where nothing was.
///
/// # Errors
/// Another tag has it.
pub(super) fn typed_letter(
    codebook: &Codebook,
    tag: &TagId,
    language: Language,
    typed: &str,
) -> Result<Option<String>, Problem> {
    let before = codebook.tag(tag).map(|tag| tag.letter.get(language)).unwrap_or_default();
    let mut signs: Vec<&str> = typed
        .graphemes(true)
        .filter(|sign| !sign.chars().any(|c| c.is_whitespace() || c.is_control()))
        .collect();
    if signs.len() > 1
        && let Some(old) = signs.iter().position(|sign| *sign == before)
    {
        signs.remove(old);
    }
    let Some(letter) = signs.last().map(|sign| sign.to_uppercase()) else { return Ok(None) };
    let twin = codebook
        .tags
        .iter()
        .find(|other| other.id != *tag && other.letter.get(language).to_uppercase() == letter);
    match twin {
        Some(other) => Err(Problem::LetterTaken { letter, tag: other.name.get(language).to_owned() }),
        None => Ok(Some(letter)),
    }
}

/// A colour and line that no tag has: a colour of its own while there is one, then the colour that is used least
/// with another line.
pub(super) fn free_sign(tags: &[Tag]) -> (Swatch, LineStyle) {
    let uses = |swatch: Swatch| tags.iter().filter(|tag| tag.swatch == swatch).count();
    let swatch = Swatch::ALL.into_iter().min_by_key(|swatch| uses(*swatch)).unwrap_or(Swatch::Green);
    let is_free = |line: &LineStyle| !tags.iter().any(|tag| tag.swatch == swatch && tag.line == *line);
    let own = std::iter::once(swatch.line());
    let line = own.chain(LineStyle::ALL).find(is_free).unwrap_or(swatch.line());
    (swatch, line)
}

/// Gives a tag a colour with its line. A tag that has the colour already gets the other's in exchange.
pub(super) fn recolour(tags: &mut [Tag], nth: usize, swatch: Swatch) {
    if tags[nth].swatch == swatch {
        return;
    }
    let (mine, my_line) = (tags[nth].swatch, tags[nth].line);
    if let Some(other) = tags.iter().position(|tag| tag.swatch == swatch) {
        tags[nth].line = tags[other].line;
        (tags[other].swatch, tags[other].line) = (mine, my_line);
    } else {
        tags[nth].line = swatch.line();
    }
    tags[nth].swatch = swatch;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_that_are_free_one_by_one() {
        let names =
            ["Bus", "Bus", "Bus 2", "bus_2", "Bus", "", "?", "Straße", "Bus 4", "Bus", "Bus 2", "Bus"];
        let mut ids = TakenIds::of(["bus_3".to_owned()].into_iter());
        let mut there = vec!["bus_3".to_owned()];
        for name in names {
            let expected = id_from(name, |id| there.iter().any(|other| other == id));
            assert_eq!(ids.new_from(name), expected, "{name} after {there:?}");
            there.push(expected);
        }
    }

    #[test]
    fn one_name_many_times_is_looked_for_about_twice_each() {
        let mut ids = TakenIds::default();
        for _ in 0..20_000 {
            ids.new_from("Bus");
        }
        assert!(ids.looked <= 40_000, "{} times", ids.looked);
        // Numbers that are taken by names of their own are passed over once.
        let mut ids = TakenIds::default();
        for nth in 2..10_000 {
            ids.new_from(&format!("Bus {nth}"));
        }
        for _ in 0..10_000 {
            ids.new_from("Bus");
        }
        assert!(ids.looked <= 40_000, "{} times", ids.looked);
    }
}
