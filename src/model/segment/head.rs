//! Reading the printed head of a paper: every line plays a part, and what is left is the title.

use std::sync::LazyLock;

use regex::Regex;

use super::dates::{all_dates, first_date};
use super::dialect::Dialect;
use super::fences::{self, introduces_questions, squashed};
use super::lines::Line;
use super::party::askers;
use crate::model::head::{Head, Kind};
use crate::model::outline::Outline;
use crate::model::print::Print;
use crate::model::text::Body;

/// Own number of the paper: `Drucksache 21/308`, `Drucksache 19 /21 204`, `Drs. 23/4418:`.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:Drucksache|Drs\.|Drs|Drucks\.)\s*(?:Nr\.\s*|-\s*Nr\.?:?\s*)?:?\s*(\d{1,2}\s?/\s?\d[\d ]{0,7})",
    )
    .expect("a constant pattern")
});

static BARE_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(\d{1,2}\s?/\s?\d[\d ]{1,6})$").expect("a constant pattern"));

/// „Kleine Anfrage 8/980“: where a question has no other number.
static QUESTION_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"Anfrage\s+(?:Nr\.\s*)?(\d{1,2}/\d{1,6})").expect("a constant pattern"));

/// „– Drucksache 21/147 –“, „Drs. 19/11054,“, „(16/1631)“: the paper that asked.
static ASKED_IN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[–—-]\s*(?:Drucksache|Drs\.)\s*(\d{1,2}/\d+)|eingegangen.*(?:Drucksache|Drs\.)\s*(\d{1,2}/\d+)|\((\d{1,2}/\d+)\)")
        .expect("a constant pattern")
});

/// What a line of the head is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Role {
    House,
    Kind,
    Asker,
    And,
    AnswerWord,
    Answerer,
    /// Dates, numbers, forms of procedure, what a mail says.
    Noise,
    /// „zum Thema:“ with what follows it.
    Subject,
    Words,
}

/// Reads the head from the lines above the first part, from the signature, and from what stood at the foot
/// of the first page.
pub(super) fn read(
    body: &Body,
    lines: &[Line<'_>],
    dialect: &Dialect,
    outline: &Outline,
    print: &Print,
) -> Head {
    let parliament = (!dialect.parliament.is_empty()).then(|| dialect.parliament.to_owned());
    let mut head = Head { parliament, ..Head::default() };
    let first_part = outline.head.map_or(0, |span| span.end);
    let top: Vec<&Line<'_>> = lines.iter().filter(|line| line.span.end <= first_part).collect();
    let feet: Vec<&str> = print.notes.iter().map(|note| body.at(note.span)).collect();
    let outs: Vec<&str> = print.left_out.iter().map(|out| out.words.as_str()).collect();

    let roles = roles(&top, dialect);
    read_numbers(&mut head, &top, &outs);
    head.kind = kind(&top);
    read_people(&mut head, &top, &roles);
    head.title = title(&top, &roles);
    read_dates(&mut head, &top, &roles, &feet, lines, dialect);
    if let Some(signature) = outline.signature {
        let signed = body.at(signature);
        if head.answered.is_none() {
            head.answered = signed.lines().next().and_then(first_date);
        }
        head.signatory = signatory(signed);
    }
    if head.answered.is_none() {
        let transmission = outline.transmission.map(|span| body.at(span)).unwrap_or_default();
        let noted = feet.iter().find(|foot| foot.contains("übermittelt"));
        head.answered = noted.and_then(|foot| first_date(foot)).or_else(|| {
            let behind = transmission.find("chreiben vom").map(|at| &transmission[at..]);
            behind.and_then(first_date)
        });
    }
    if head.answerer.is_none() {
        head.answerer = outline.transmission.and_then(|span| answerer_in(&body.line_at(span)));
    }
    if let Some(foot) = feet.iter().find(|foot| foot.contains("übermittelt"))
        && let Some(named) = answerer_in(&foot.split_whitespace().collect::<Vec<_>>().join(" "))
    {
        head.answerer = Some(named);
    }
    head
}

fn roles(top: &[&Line<'_>], dialect: &Dialect) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::with_capacity(top.len());
    for (at, line) in top.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| (roles[before], top[before].text));
        roles.push(role(line, before, dialect));
    }
    roles
}

static NOISE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^(?:gemäß §|mit antwort der|hannover, den|an die staatskanzlei|neudruck|datum des originals|öffentlich$|[–—_-]+$",
        r"|auf (die |eine )?(kleine|große|schriftliche)|zur (kurzfristigen )?schriftlichen|beantwortung$|eingegangen|ausgegeben|seite \d|vorab",
        r"|über$|die präsidentin des|der präsident des|über senatskanzlei|nr\. |ka \d|kleine anfrage [–‐-] ka|- ?landtagsverw|zu der$|zum$|drucksache|drs\.|typ:|---",
        r"|namens der|im namen|wortlaut der|dieser text|an den|frau |herrn |landtags?präsident|sehr geehrte|vorgangs|aktenzeichen|durchwahl|telefon|az\.|\(?zu drs|thema ?:?$|zum thema:?$|betr\.?:?$|betreff:?$|datum:|hinweis:|ihre? |beigefügt|für infrastruktur und|und antwort|mit freundlichen|dr\. )"
    ))
    .expect("a constant pattern")
});

static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:zum thema|betr\.|betreff|thema|titel)\s*:").expect("a constant pattern")
});

static ASKER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:(?:auf die (?:kleine|große) anfrage |anfrage |schriftliche (?:kleine )?anfrage |kleine anfrage |große anfrage )?(?:der|des|von) (?:abgeordnete|abg\.|fraktion|mdl)|abgeordnete[rn]? |mitglied des landtages |fragesteller(?:in)?:)")
        .expect("a constant pattern")
});

static ANSWERER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:antwort )?(?:des |der |das |die )?(?:[\p{L}-]+(?:en|es|er|e|s) )?(?:(?:staats|landes|bundes)?regierung|(?:staats|innen|justiz|finanz|sozial|kultus|umwelt|wirtschafts|verkehrs)?minister(?:ium|iums|in|s)?\b|senats?\b|senatsverwaltung|staatskanzlei|staatsministerium)")
        .expect("a constant pattern")
});

fn role(line: &Line<'_>, before: Option<(Role, &str)>, dialect: &Dialect) -> Role {
    let text = line.text.trim_start_matches(['#', '>', ' ', '*']);
    let squashed = squashed(text);
    if dialect.house.iter().any(|house| squashed.contains(house)) && line.text.len() < 160
        || squashed.contains("wahlperiode")
        || squashed.contains("legislaturperiode") && squashed.len() < 40
    {
        return Role::House;
    }
    if let Some((Role::Subject, _)) = before
        && !is_fence(&squashed, text)
        && !line.after_blank
    {
        return Role::Subject;
    }
    if SUBJECT.is_match(text) {
        return Role::Subject;
    }
    if squashed == "und" {
        return Role::And;
    }
    if squashed == "antwort" || squashed == "antworten" {
        return Role::AnswerWord;
    }
    // A line that goes on with what the line before began.
    if let Some((role @ (Role::Asker | Role::Answerer), words)) = before
        && goes_on(words, text)
        && !line.after_blank
    {
        return role;
    }
    if kind_of(&squashed) && text.chars().count() < 90 && !text.contains(" vom ") {
        return Role::Kind;
    }
    if ASKER.is_match(text) || is_named_asker(text) {
        return Role::Asker;
    }
    if let Some((Role::AnswerWord, _)) = before
        && text.chars().count() < 160
    {
        return Role::Answerer;
    }
    if ANSWERER.is_match(text) && text.chars().count() < 160 && !text.ends_with(['.', '?']) {
        return Role::Answerer;
    }
    if text.starts_with(['–', '—', '-']) && NUMBER.is_match(text) {
        return Role::Noise;
    }
    let short_date = text.len() < 30 && first_date(text).is_some();
    let from = text.starts_with("vom ") && first_date(text).is_some();
    if short_date || from || NOISE.is_match(text) || BARE_NUMBER.is_match(text) || squashed.is_empty() {
        return Role::Noise;
    }
    Role::Words
}

fn is_fence(squashed: &str, text: &str) -> bool {
    squashed.starts_with("undantwort")
        || squashed == "und"
        || squashed.starts_with("antwort")
        || remark_like(squashed)
        || introduces_questions(text)
}

fn remark_like(squashed: &str) -> bool {
    squashed.starts_with("vorbemerkung") || squashed.starts_with("einleitung")
}

/// `A B (X) vom 25.02.2026`: an asker without „der Abgeordneten“.
fn is_named_asker(text: &str) -> bool {
    text.contains('(')
        && text.contains(')')
        && text.contains(" vom ")
        && first_date(text).is_some()
        && !text.ends_with(['.', ':'])
}

/// Whether a name or an office goes on in the next line.
fn goes_on(words: &str, next: &str) -> bool {
    let words = words.trim_end();
    words.ends_with([',', '-', '‐'])
        || words.ends_with(" und")
        || words.ends_with(" der")
        || words.ends_with(" für")
        || words.ends_with(" des")
        || words.ends_with(" von")
        || next.starts_with(char::is_lowercase)
            && !next.starts_with("vom ")
            && !next.starts_with("betr")
            && squashed(next) != "und"
            && squashed(next) != "zuder"
            && !next.starts_with("auf ")
        || next.starts_with('(') && next.ends_with([')', ','])
        || next.contains("weiterer Abgeordneter")
        || next.contains("und der Fraktion")
        || (words.contains('(') && !words.contains(')'))
}

fn kind_of(squashed: &str) -> bool {
    [
        "kleineanfrage",
        "großeanfrage",
        "schriftlicheanfrage",
        "schriftlichekleineanfrage",
        "grosseanfrage",
        "anfrage",
        "unterrichtung",
    ]
    .iter()
    .any(|kind| squashed.starts_with(kind))
}

fn kind(top: &[&Line<'_>]) -> Option<Kind> {
    top.iter().find_map(|line| {
        let text = squashed(line.text);
        if text.contains("kleineanfrage") || text.contains("kleinenanfrage") {
            Some(Kind::KleineAnfrage)
        } else if text.contains("großeanfrage") || text.contains("großenanfrage") {
            Some(Kind::GrosseAnfrage)
        } else if text.contains("schriftlicheanfrage") || text.contains("schriftlichenanfrage") {
            Some(Kind::SchriftlicheAnfrage)
        } else {
            None
        }
    })
}

fn clean_number(printed: &str) -> String {
    printed.split_whitespace().collect()
}

fn read_numbers(head: &mut Head, top: &[&Line<'_>], outs: &[&str]) {
    for (at, line) in top.iter().enumerate() {
        let asked_in = ASKED_IN.captures(line.text);
        if head.question_number.is_none()
            && let Some(found) = &asked_in
        {
            head.question_number =
                (1..=3).find_map(|nth| found.get(nth)).map(|found| found.as_str().to_owned());
        }
        let is_own = !line.text.trim_start().starts_with(['–', '—', '-', '('])
            && !line.text.contains("eingegangen")
            && !line.text.contains("auf die Kleine")
            && !line.text.trim_start().starts_with("zu ");
        if head.number.is_none() && is_own {
            if let Some(found) = NUMBER.captures(line.text) {
                head.number = Some(clean_number(&found[1]));
            } else if let Some(found) = BARE_NUMBER.captures(line.text)
                && at > 0
                && top[at - 1].text.starts_with("Drucksache")
            {
                head.number = Some(clean_number(&found[1]));
            }
        }
    }
    // The head may lack what every other page prints.
    if head.number.is_none() {
        head.number =
            outs.iter().find_map(|words| NUMBER.captures(words)).map(|found| clean_number(&found[1]));
    }
    if head.number.is_none() {
        let own = top.iter().find_map(|line| QUESTION_NUMBER.captures(line.text));
        head.number = own.map(|found| found[1].to_owned());
    }
}

fn joined(top: &[&Line<'_>], roles: &[Role], wanted: Role) -> Vec<String> {
    let mut runs: Vec<String> = Vec::new();
    let mut last = None;
    for (at, role) in roles.iter().enumerate() {
        if *role != wanted {
            continue;
        }
        match runs.last_mut() {
            Some(run) if last == Some(at.wrapping_sub(1)) => {
                run.push(' ');
                run.push_str(top[at].text);
            }
            _ => runs.push(top[at].text.trim_start_matches(['#', '>', ' ', '*']).to_owned()),
        }
        last = Some(at);
    }
    runs
}

fn read_people(head: &mut Head, top: &[&Line<'_>], roles: &[Role]) {
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
fn office(words: &str) -> String {
    let bare = words.trim().trim_start_matches(['-', '–', ' ']);
    let bare = bare.strip_prefix("Antwort ").unwrap_or(bare);
    let end = bare.find(" namens der").or_else(|| bare.find(" vom ")).unwrap_or(bare.len());
    nominative(bare[..end].trim().trim_end_matches([',', ':']))
}

/// „des Niedersächsischen Ministeriums für …“ is the Niedersächsisches Ministerium für …: one name for one office,
/// so that papers can be sorted by it.
fn nominative(office: &str) -> String {
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
fn answerer_in(sentence: &str) -> Option<String> {
    static OFFICE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\b(?:des|der|das|die|Das|Die|Der)\s+((?:[\p{L}-]+\s+)?(?:Bundesministeriums?|Staatsministeriums?|Ministeriums?|Ministerium|Staatskanzlei|Ministerin|Minister|Senatsverwaltung)\b[^.]*?)(?:\s+(?:hat|vom|mit Schreiben|namens|die Kleine|im Einvernehmen|beantwortet)\b|,\s+(?:die|mit)\b|$)")
            .expect("a constant pattern")
    });
    let found = OFFICE.captures(sentence)?;
    let article = found.get(0)?.as_str().split(' ').next().unwrap_or_default();
    Some(nominative(&format!("{article} {}", found[1].trim().trim_end_matches(','))))
}

fn title(top: &[&Line<'_>], roles: &[Role]) -> Option<String> {
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
fn is_full(line: &str, next: &str, width: usize) -> Option<bool> {
    let length = line.chars().count();
    if length > width + 20 {
        return Some(false);
    }
    let first = next.split_whitespace().next()?.chars().count();
    let closed = line.ends_with(['?', '!', '.']);
    let goes_on = next.starts_with(char::is_lowercase) || line.ends_with(['-', ',', '–', '‐']);
    Some(goes_on || (!closed && length + 1 + first > width.saturating_sub(8)))
}

fn read_dates(
    head: &mut Head,
    top: &[&Line<'_>],
    roles: &[Role],
    feet: &[&str],
    lines: &[Line<'_>],
    dialect: &Dialect,
) {
    let in_top = |words: &[&str]| {
        top.iter().find_map(|line| {
            let at = words.iter().find_map(|word| line.text.find(word).map(|at| at + word.len()))?;
            first_date(&line.text[at..])
        })
    };
    // Asked: with the asker, or the day on which it came in.
    let asker_lines =
        || top.iter().zip(roles).filter(|(_, role)| **role == Role::Asker).map(|(line, _)| *line);
    head.asked = asker_lines()
        .find_map(|line| line.text.find(" vom ").and_then(|at| first_date(&line.text[at..])))
        .or_else(|| in_top(&["eingegangen am"]))
        .or_else(|| {
            let after = roles.iter().position(|role| *role == Role::Asker)?;
            let line = top.get(after + 1..)?.iter().take(3).find(|line| line.text.starts_with("vom "))?;
            first_date(line.text)
        })
        .or_else(|| {
            let kind =
                top.iter().find(|line| line.text.contains("Anfrage") && line.text.contains(" vom "))?;
            first_date(&kind.text[kind.text.find(" vom ")?..])
        });
    head.answered = in_top(&["und Antwort vom", "Landesregierung vom", "Antwort des Senats vom"]);

    // Issued: where it is printed as such, or at the top.
    let everywhere = || feet.iter().copied().chain(lines.iter().map(|line| line.text));
    // Where papers were bound together the last one counts.
    let mut printed = everywhere().filter_map(|text| {
        for word in
            ["Ausgegeben:", "Ausgegeben am", "ausgegeben am", "verteilt am", "Druck: ", "Drucksache vom"]
        {
            let Some(found) = text.find(word).and_then(|at| first_date(&text[at..])) else { continue };
            return Some(found);
        }
        None
    });
    let printed = printed.next_back();
    let came_in = in_top(&["und Antwort vom"]).and_then(|_| {
        let line = top.iter().find(|line| line.text.contains("und Antwort vom"))?;
        all_dates(line.text).last().copied()
    });
    let above = top.iter().zip(roles).take(10).find_map(|(line, role)| {
        let plain = matches!(role, Role::House | Role::Noise)
            && !line.text.contains("vom ")
            && !line.text.contains("eingegangen")
            && !line.text.contains(" den ");
        plain.then(|| first_date(line.text)).flatten()
    });
    let letter =
        top.iter().find(|line| fences::is_place_and_date(line.text)).and_then(|line| first_date(line.text));
    head.issued =
        if dialect.issued_at_top { above.or(printed) } else { printed.or(came_in).or(letter).or(above) };
}

/// The last line of a signature that is a name.
fn signatory(signed: &str) -> Option<String> {
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
