//! Names that people see in other programs: readable, each once, and none that a file system refuses.

use std::collections::HashSet;

use crate::model::Document;

/// Gives every name once: the second becomes `Name (2)`.
#[derive(Default)]
pub(super) struct Names(HashSet<String>);

impl Names {
    pub fn once(&mut self, name: &str) -> String {
        // Some programs do not tell capitals from small letters.
        let mut found = name.to_owned();
        let mut nth = 2;
        while !self.0.insert(found.to_lowercase()) {
            found = format!("{name} ({nth})");
            nth += 1;
        }
        found
    }
}

/// What a source is called: `HE 21-2112`, or its file. Other programs make file names of it.
pub(super) fn source_name(document: &Document) -> String {
    let named = match (&document.head.parliament, &document.head.number) {
        (Some(parliament), Some(number)) => format!("{parliament} {number}"),
        (None, Some(number)) => number.clone(),
        _ => {
            let file = &document.origin.file;
            file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem).to_owned()
        }
    };
    let clean: String = named.chars().map(|c| if is_barred(c) { '-' } else { c }).collect();
    let clean = clean.trim().trim_matches('.');
    let short: String = clean.chars().take(LONGEST).collect();
    if short.is_empty() { document.id.to_string() } else { short }
}

/// Longer names of documents are cut by some programs, and then they are not each once any more.
const LONGEST: usize = 60;

fn is_barred(c: char) -> bool {
    c.is_control() || "/\\:*?\"<>|".contains(c)
}

/// How a question is called among all: `21/2112 · Frage 4`.
pub(super) fn paper_name(document: &Document) -> &str {
    document.head.number.as_deref().unwrap_or(&document.origin.file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_given_twice() {
        let mut names = Names::default();
        assert_eq!(
            ["a", "A", "a", "a (2)"].map(|name| names.once(name)),
            ["a", "A (2)", "a (3)", "a (2) (2)"]
        );
    }
}
