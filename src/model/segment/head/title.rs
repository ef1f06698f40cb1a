//! The title: what its marker introduces, or the lines that play no other part.

use super::super::lines::Line;
use super::numbers::NUMBER;
use super::roles::{Role, SUBJECT, joined};

pub(super) fn title(top: &[&Line<'_>], roles: &[Role]) -> Option<String> {
    let marked = joined(top, roles, Role::Subject);
    for run in marked {
        let words = SUBJECT.replace(&run, "").trim().trim_matches(['"', '„', '“']).to_owned();
        if !words.is_empty() {
            return Some(words);
        }
    }
    // Else the lines that play no other part: the first run below the asker or the answering office.
    let anchor =
        roles.iter().position(|role| matches!(role, Role::Asker | Role::Answerer | Role::Kind)).unwrap_or(0);
    let width = top.iter().map(|line| line.text.chars().count()).max().unwrap_or(0).clamp(50, 110);
    let mut title: Vec<&str> = Vec::new();
    for (at, role) in roles.iter().enumerate().skip(anchor) {
        let text = top[at].text.trim_start_matches(['#', ' ', '*']).trim_end_matches(['*']);
        match role {
            Role::Words if title.is_empty() => title.push(text),
            Role::Words => {
                let before = title.last().copied().unwrap_or_default();
                if top[at].after_blank || is_full(before, text, width) == Some(false) {
                    break;
                }
                title.push(text);
            }
            _ if title.is_empty() => {}
            _ => break,
        }
    }
    let words = title.join(" ");
    let words = match words.split_once(": ") {
        Some((number, rest)) if NUMBER.is_match(number) => rest.to_owned(),
        _ => words,
    };
    (!words.is_empty()).then_some(words)
}

/// Whether a line was broken because the next word no longer fitted.
pub(super) fn is_full(line: &str, next: &str, width: usize) -> Option<bool> {
    let length = line.chars().count();
    if length > width + 20 {
        return Some(false);
    }
    let first = next.split_whitespace().next()?.chars().count();
    let closed = line.ends_with(['?', '!', '.']);
    let goes_on = next.starts_with(char::is_lowercase) || line.ends_with(['-', ',', '–', '‐']);
    Some(goes_on || (!closed && length + 1 + first > width.saturating_sub(8)))
}
