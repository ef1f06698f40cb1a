//! Letters, colours, lines and ids of tags: given so that no two tags are taken for one another.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Codebook, Language, LineStyle, Problem, Swatch, Tag, TagId, Wording};

const LANGUAGES: [Language; 2] = [Language::German, Language::English];

/// An id from a name: `halb konkret` becomes `halb_konkret`, a second one `halb_konkret_2`.
pub(super) fn id_from(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
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
    let id = if id.is_empty() { "tag" } else { id };
    let numbered = (2..).map(|nth: u64| format!("{id}_{nth}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| !is_taken(id)).unwrap_or_default()
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
