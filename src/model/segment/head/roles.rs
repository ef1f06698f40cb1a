//! What each line of a printed head is: house, asker, office, title.

use std::sync::LazyLock;

use regex::Regex;

use super::super::dates::first_date;
use super::super::dialect::Dialect;
use super::super::fences::{introduces_questions, squashed};
use super::super::lines::Line;
use super::numbers::{BARE_NUMBER, NUMBER};

/// What a line of the head is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
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

pub(super) fn roles(top: &[&Line<'_>], dialect: &Dialect) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::with_capacity(top.len());
    for (at, line) in top.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| (roles[before], top[before].text));
        roles.push(role(line, before, dialect));
    }
    roles
}

pub(super) static NOISE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^(?:gemäß §|mit antwort der|hannover, den|an die staatskanzlei|neudruck|datum des originals|öffentlich$|[–—_-]+$",
        r"|auf (die |eine )?(kleine|große|schriftliche)|zur (kurzfristigen )?schriftlichen|beantwortung$|eingegangen|ausgegeben|seite \d|vorab",
        r"|über$|die präsidentin des|der präsident des|über senatskanzlei|nr\. |ka \d|kleine anfrage [–‐-] ka|- ?landtagsverw|zu der$|zum$|drucksache|drs\.|typ:|---",
        r"|namens der|im namen|wortlaut der|dieser text|an den|frau |herrn |landtags?präsident|sehr geehrte|vorgangs|aktenzeichen|durchwahl|telefon|az\.|\(?zu drs|thema ?:?$|zum thema:?$|betr\.?:?$|betreff:?$|datum:|hinweis:|ihre? |beigefügt|für infrastruktur und|und antwort|mit freundlichen|dr\. )"
    ))
    .expect("a constant pattern")
});

pub(super) static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:zum thema|betr\.|betreff|thema|titel)\s*:").expect("a constant pattern")
});

pub(super) static ASKER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:(?:auf die (?:kleine|große) anfrage |anfrage |schriftliche (?:kleine )?anfrage |kleine anfrage |große anfrage )?(?:der|des|von) (?:abgeordnete|abg\.|fraktion|mdl)|abgeordnete[rn]? |mitglied des landtages |fragesteller(?:in)?:)")
        .expect("a constant pattern")
});

pub(super) static ANSWERER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:antwort )?(?:des |der |das |die )?(?:[\p{L}-]+(?:en|es|er|e|s) )?(?:(?:staats|landes|bundes)?regierung|(?:staats|innen|justiz|finanz|sozial|kultus|umwelt|wirtschafts|verkehrs)?minister(?:ium|iums|in|s)?\b|senats?\b|senatsverwaltung|staatskanzlei|staatsministerium)")
        .expect("a constant pattern")
});

pub(super) fn role(line: &Line<'_>, before: Option<(Role, &str)>, dialect: &Dialect) -> Role {
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
    // „A N T W O R T / zu der / Anfrage“ names no office.
    if let Some((Role::AnswerWord, _)) = before
        && text.chars().count() < 160
        && !["zu", "zuder", "zum", "zur"].contains(&&*squashed)
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

pub(super) fn is_fence(squashed: &str, text: &str) -> bool {
    squashed.starts_with("undantwort")
        || squashed == "und"
        || squashed.starts_with("antwort")
        || remark_like(squashed)
        || introduces_questions(text)
}

pub(super) fn remark_like(squashed: &str) -> bool {
    squashed.starts_with("vorbemerkung") || squashed.starts_with("einleitung")
}

/// `A B (X) vom 25.02.2026`: an asker without „der Abgeordneten“.
pub(super) fn is_named_asker(text: &str) -> bool {
    text.contains('(')
        && text.contains(')')
        && text.contains(" vom ")
        && first_date(text).is_some()
        && !text.ends_with(['.', ':'])
}

/// Whether a name or an office goes on in the next line.
pub(super) fn goes_on(words: &str, next: &str) -> bool {
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
        || next.starts_with("FÜR ")
        || next.starts_with('(') && next.ends_with([')', ','])
        || next.contains("weiterer Abgeordneter")
        || next.contains("und der Fraktion")
        || (words.contains('(') && !words.contains(')'))
}

pub(super) fn kind_of(squashed: &str) -> bool {
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

pub(super) fn joined(top: &[&Line<'_>], roles: &[Role], wanted: Role) -> Vec<String> {
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
