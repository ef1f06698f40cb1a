//! Askers and their parties, as papers print them.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::head::Asker;

/// Parties and groups that stand behind a name without brackets, longest first.
const PARTIES: [&str; 24] = [
    "BÜNDNIS 90/DIE GRÜNEN",
    "Bündnis 90/Die Grünen",
    "BÜNDNIS 90 / DIE GRÜNEN",
    "FREIE WÄHLER",
    "Freie Wähler",
    "Freie Demokraten",
    "BVB / FREIE WÄHLER",
    "BVB/FREIE WÄHLER",
    "DIE LINKE",
    "Die Linke",
    "fraktionslos",
    "FDP/DVP",
    "GRÜNE",
    "Grüne",
    "LINKE",
    "PIRATEN",
    "Piraten",
    "CDU",
    "CSU",
    "SPD",
    "AfD",
    "FDP",
    "BSW",
    "SSW",
];

static NAME_AND_PARTY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"([^()]+?)\s*\(([^()]+)\)").expect("a constant pattern"));

/// Words before a name that are none of it.
static BEFORE_NAME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:(?:auf die )?(?:schriftliche |kleine |große |schriftliche kleine )?anfrage\s+)?(?:und\s+)?(?:(?:der|des|dem|von|die)\s+)?(?:(?:abgeordneten?r?|abg\.|mdl|mitglied des landtages|landtagsabgeordneten?r?|fragesteller(?:in)?:)\s+)?")
        .expect("a constant pattern")
});

/// The fraction that all askers belong to: „… und der Fraktion der X“.
static FRACTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:,|\bund)?\s*(?:weiterer abgeordneter\s+)?(?:und\s+)?(?:der|die)?\s*Fraktion(?:en)?\s+(?:der\s+|von\s+|des\s+)?(.+?)\s*$")
        .expect("a constant pattern")
});

/// `A B (X), C D (Y)`; `der Abgeordneten A B und C D (X)`; `des Abg. A B CDU`; `… und der Fraktion der X`.
pub(super) fn askers(printed: &str) -> Vec<Asker> {
    let printed = cut_date(printed).trim().trim_end_matches([',', ';', ':']);
    let mut names = printed.to_owned();
    let mut party = None;
    if let Some(found) = FRACTION.captures(printed)
        && !printed[found.get(0).map_or(0, |all| all.start())..].contains('(')
    {
        party = Some(found[1].trim_matches(['-', '–', ' ', ',']).to_owned());
        names.truncate(found.get(0).map_or(printed.len(), |all| all.start()));
        if BEFORE_NAME.replace(&names, "").trim().is_empty() {
            // The fraction itself asks.
            return party
                .clone()
                .map(|name| Asker { name: format!("Fraktion {name}"), party: Some(name) })
                .into_iter()
                .collect();
        }
    }
    if names.contains('(') {
        let mut found: Vec<Asker> = Vec::new();
        for part in NAME_AND_PARTY.captures_iter(&names) {
            let party = part[2].trim().to_owned();
            found.extend(
                split_names(&part[1]).into_iter().map(|name| Asker { name, party: Some(party.clone()) }),
            );
        }
        if !found.is_empty() {
            return found;
        }
    }
    if party.is_none()
        && let Some(known) = PARTIES.iter().find(|known| names.trim_end().ends_with(**known))
    {
        party = Some((*known).to_owned());
        names.truncate(names.trim_end().len() - known.len());
    }
    split_names(&names).into_iter().map(|name| Asker { name, party: party.clone() }).collect()
}

fn cut_date(printed: &str) -> &str {
    let ends = [" vom ", ", eingegangen", " – Drucksache", " - Drucksache"];
    let end = ends.iter().filter_map(|end| printed.find(end)).min().unwrap_or(printed.len());
    &printed[..end]
}

fn split_names(printed: &str) -> Vec<String> {
    let bare = BEFORE_NAME.replace(printed.trim().trim_start_matches([',', ' ']), "");
    bare.replace(" und ", ", ")
        .split(',')
        .map(|name| BEFORE_NAME.replace(name.trim(), "").trim().to_owned())
        .filter(|name| !name.is_empty() && name != "weiterer Abgeordneter")
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(printed: &str, expect: &[&str]) {
        let found: Vec<String> = askers(printed).iter().map(Asker::printed).collect();
        assert_eq!(found, expect, "{printed}");
    }

    #[test]
    fn names_with_parties() {
        check(
            "Ada Beispiel (Liste A) und Bo Muster (Liste B)",
            &["Ada Beispiel (Liste A)", "Bo Muster (Liste B)"],
        );
        check("Ada Beispiel", &["Ada Beispiel"]);
        check("Ada Beispiel (Liste A) vom 25.02.2026", &["Ada Beispiel (Liste A)"]);
        check(
            "der Abgeordneten Ada Beispiel und Bo Muster (CDU)",
            &["Ada Beispiel (CDU)", "Bo Muster (CDU)"],
        );
        check("der Abg. Ada Beispiel-Muster FDP/DVP", &["Ada Beispiel-Muster (FDP/DVP)"]);
        check("des Abgeordneten Bo Muster und der Fraktion der AfD", &["Bo Muster (AfD)"]);
        check(
            "der Abgeordneten Ada Beispiel, Bo Muster, weiterer Abgeordneter und der Fraktion Die Linke",
            &["Ada Beispiel (Die Linke)", "Bo Muster (Die Linke)"],
        );
        check(
            "des Abgeordneten Bo Muster und der Fraktion DIE LINKE – Drucksache 1/2 –",
            &["Bo Muster (DIE LINKE)"],
        );
        check("der Fraktion der SPD", &["Fraktion SPD"]);
        // As it is shown it is read again.
        check("Fraktion SPD", &["Fraktion SPD"]);
        assert_eq!(askers("Fraktion SPD"), askers("der Fraktion der SPD"));
        check(
            "Anfrage des Abgeordneten Dr. Bo Muster (fraktionslos), eingegangen am 3.4.2026",
            &["Dr. Bo Muster (fraktionslos)"],
        );
    }
}
