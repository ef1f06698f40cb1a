//! Who asked, who answered, who signed.

use std::sync::LazyLock;

use regex::Regex;

use super::super::dates::first_date;
use super::super::fences::squashed;
use super::super::lines::Line;
use super::super::party::askers;
use super::roles::{Role, joined};
use crate::model::head::Head;

pub(super) fn read_people(head: &mut Head, top: &[&Line<'_>], roles: &[Role]) {
    let asked = joined(top, roles, Role::Asker);
    if let Some(first) = asked.first() {
        head.askers = askers(first);
    } else if let Some(kind) = top
        .iter()
        .find(|line| line.text.contains(" der Abgeordnete") || line.text.contains(" des Abgeordnete"))
    {
        head.askers = askers(kind.text);
    }
    head.answerer = joined(top, roles, Role::Answerer).into_iter().next().map(|words| office(&words));
}

/// The office without the words around it: „Antwort des Ministeriums …“ names the ministry as printed.
pub(super) fn office(words: &str) -> String {
    let bare = words.trim().trim_start_matches(['-', '–', ' ']);
    let bare = bare.strip_prefix("Antwort ").unwrap_or(bare);
    let end = bare.find(" namens der").or_else(|| bare.find(" vom ")).unwrap_or(bare.len());
    nominative(bare[..end].trim().trim_end_matches([',', ':']))
}

/// „des Niedersächsischen Ministeriums für …“ is the Niedersächsisches Ministerium für …: one name for one office,
/// so that papers can be sorted by it.
pub(super) fn nominative(office: &str) -> String {
    let articles = ["des ", "der ", "das ", "die ", "dem ", "Das ", "Die ", "Der "];
    let bare = articles.iter().find_map(|article| office.strip_prefix(*article)).unwrap_or(office);
    let genitive = bare.len() < office.len() && office.starts_with("des ");
    let mut words: Vec<String> = bare.split(' ').map(str::to_owned).collect();
    for at in 0..words.len().min(2) {
        let word = words[at].clone();
        let stem = word.strip_suffix('s').filter(|stem| {
            ["ministerium", "Ministerium", "Senat", "Minister", "minister"]
                .iter()
                .any(|end| stem.ends_with(end))
        });
        if let Some(stem) = stem {
            words[at].truncate(stem.len());
            if at == 1
                && genitive
                && let Some(adjective) = words[0].strip_suffix("en")
            {
                let neuter = stem.ends_with("inisterium");
                words[0] = format!("{adjective}{}", if neuter { "es" } else { "er" });
            }
            break;
        }
    }
    words.join(" ")
}

/// The office that a transmission sentence names.
pub(super) fn answerer_in(sentence: &str) -> Option<String> {
    static OFFICE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\b(?:des|der|das|die|Das|Die|Der)\s+((?:[\p{L}-]+\s+)?(?:Bundesministeriums?|Staatsministeriums?|Ministeriums?|Ministerium|Staatskanzlei|Ministerin|Minister|Senatsverwaltung)\b[^.]*?)(?:\s+(?:hat|vom|mit Schreiben|namens|die Kleine|im Einvernehmen|beantwortet)\b|,\s+(?:die|mit)\b|$)")
            .expect("a constant pattern")
    });
    let found = OFFICE.captures(sentence)?;
    let article = found.get(0)?.as_str().split(' ').next().unwrap_or_default();
    Some(nominative(&format!("{article} {}", found[1].trim().trim_end_matches(','))))
}

/// The last line of a signature that is a name.
pub(super) fn signatory(signed: &str) -> Option<String> {
    let lines: Vec<&str> = signed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_name = |line: &&&str| {
        let words = line.split_whitespace().count();
        (2..=6).contains(&words)
            && line.starts_with(char::is_uppercase)
            && first_date(line).is_none()
            && !line.ends_with(['.', ':'])
            && !["In Vertretung", "Im Auftrag", "Mit freundlichen Grüßen", "Für die Richtigkeit"]
                .contains(line)
            && !squashed(line).contains("minist")
            && !squashed(line).contains("senat")
            && !squashed(line).contains("staatssekret")
            && !line.starts_with("Anlage")
    };
    lines.iter().rfind(is_name).map(|name| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_has_one_name() {
        assert_eq!(
            office("Antwort des Niedersächsischen Ministeriums für X namens der"),
            "Niedersächsisches Ministerium für X"
        );
        assert_eq!(office("des Ministeriums für X und Y"), "Ministerium für X und Y");
        assert_eq!(office("der Landesregierung"), "Landesregierung");
        assert_eq!(office("des Thüringer Ministeriums für X"), "Thüringer Ministerium für X");
        assert_eq!(office("Ministerin für X"), "Ministerin für X");
        let sentence = "Die Antwort wurde mit Schreiben des Bundesministeriums des Innern vom 10. Juli 2025 übermittelt.";
        assert_eq!(answerer_in(sentence).as_deref(), Some("Bundesministerium des Innern"));
    }
}
