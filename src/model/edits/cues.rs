//! What a person changes in the list of cues: words added, switched off, changed, the built-in list again.

use super::{Change, Edit, Label};
use crate::model::analysis::cue_pattern;
use crate::model::{Cue, CueKind, PatternFault, Problem, Project};

/// A wish for the list of cues. `String`s are ids.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CueEdit {
    /// Takes a cue out: its own words are gone, one of the program's is switched off.
    Remove(String),
    /// Brings one of the program's cues back as it was.
    Restore(String),
    Add(CueDraft),
    Replace(String, CueDraft),
    /// The program's own list again.
    BuiltIn,
}

/// A cue as a person types it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CueDraft {
    pub kind: CueKind,
    pub typed: String,
    /// What is typed is a regular expression; else words.
    pub is_pattern: bool,
    /// A sentence that it finds; of words, the words themselves.
    pub example: String,
}

/// Changes the list of cues. `built_in` is the program's own.
///
/// # Errors
/// The pattern is none, or the cue is not in the list.
pub fn change(project: &Project, built_in: &[Cue], edit: CueEdit) -> Result<Change, Problem> {
    let mut list = project.cues().unwrap_or(built_in).to_vec();
    let place =
        |list: &[Cue], id: &str| list.iter().position(|cue| cue.id == id).ok_or(Problem::NotPossibleHere);
    match edit {
        CueEdit::Remove(id) => {
            list.remove(place(&list, &id)?);
        }
        CueEdit::Restore(id) => {
            let known = built_in.iter().find(|cue| cue.id == id).ok_or(Problem::NotPossibleHere)?;
            list.retain(|cue| cue.id != id);
            list.push(known.clone());
        }
        CueEdit::Add(draft) => list.push(drafted(fresh_id(&list), &draft)?),
        CueEdit::Replace(id, draft) => {
            let at = place(&list, &id)?;
            list[at] = drafted(id, &draft)?;
        }
        CueEdit::BuiltIn => list = built_in.to_vec(),
    }
    // The program's cues keep their order; a person's own follow.
    list.sort_by_key(|cue| built_in.iter().position(|known| known.id == cue.id).unwrap_or(built_in.len()));
    let cues = (list != built_in).then_some(list);
    Ok(Change::new(Label::Cues, Edit::PutCues { cues }))
}

/// What is typed as a pattern, checked: it is one, finds words, and finds its example.
///
/// # Errors
/// What is wrong with it.
pub fn pattern(draft: &CueDraft) -> Result<String, Problem> {
    let typed = one_line(&draft.typed);
    let broken = |why: PatternFault| Problem::PatternBroken { typed: typed.clone(), why };
    if typed.is_empty() {
        return Err(broken(PatternFault::Empty));
    }
    let pattern = if draft.is_pattern { typed.clone() } else { pattern_of(&typed) };
    let regex = cue_pattern(&pattern).map_err(|error| broken(fault(&error)))?;
    if regex.is_match("") {
        return Err(broken(PatternFault::FindsNothing));
    }
    let example = one_line(&draft.example);
    if draft.is_pattern && !example.is_empty() && !regex.is_match(&example) {
        return Err(broken(PatternFault::MissesExample));
    }
    Ok(pattern)
}

/// The pattern that finds these words, whatever white space is between them.
#[must_use]
pub fn pattern_of(words: &str) -> String {
    let escaped: Vec<String> = words.split_whitespace().map(regex::escape).collect();
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let edge = |c| if is_letter(c) { r"\b" } else { "" };
    format!(
        "{}{}{}",
        edge(words.trim().chars().next()),
        escaped.join(r"\s+"),
        edge(words.trim().chars().next_back())
    )
}

/// The words that a pattern finds, where it was made of words.
#[must_use]
pub fn words_of(pattern: &str) -> Option<String> {
    let inner = pattern.strip_prefix(r"\b").unwrap_or(pattern);
    let inner = inner.strip_suffix(r"\b").unwrap_or(inner);
    let mut words = String::new();
    let mut signs = inner.split(r"\s+").collect::<Vec<_>>().join(" ").chars().collect::<Vec<_>>().into_iter();
    while let Some(sign) = signs.next() {
        words.push(if sign == '\\' { signs.next()? } else { sign });
    }
    (pattern_of(&words) == pattern).then_some(words)
}

fn drafted(id: String, draft: &CueDraft) -> Result<Cue, Problem> {
    let pattern = pattern(draft)?;
    let example = if draft.is_pattern { &draft.example } else { &draft.typed };
    Ok(Cue { id, kind: draft.kind, pattern, example: one_line(example) })
}

/// `own-3` after `own-2`.
fn fresh_id(list: &[Cue]) -> String {
    let numbers = list.iter().filter_map(|cue| cue.id.strip_prefix("own-")?.parse::<u32>().ok());
    format!("own-{}", numbers.max().unwrap_or(0).saturating_add(1))
}

fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the library says of a pattern, in our terms; its own words where we have none.
fn fault(error: &regex::Error) -> PatternFault {
    let regex::Error::Syntax(said) = error else { return PatternFault::TooLarge };
    let said = said.lines().next_back().unwrap_or_default().trim().trim_start_matches("error: ").to_owned();
    match said.as_str() {
        "unclosed group" => PatternFault::UnclosedGroup,
        "unopened group" => PatternFault::UnopenedGroup,
        "unclosed character class" => PatternFault::UnclosedClass,
        "repetition operator missing expression" => PatternFault::NothingToRepeat,
        "backreferences are not supported" => PatternFault::NoBackReference,
        said if said.starts_with("look-around") => PatternFault::NoLookAround,
        _ => PatternFault::Other(said),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{Codebook, Wording};

    fn project() -> Project {
        let codebook = Codebook {
            version: "1.0".to_owned(),
            since: None,
            reason: String::new(),
            tags: Vec::new(),
            facets: Vec::new(),
            decision: Wording::default(),
            boundary_cases: Vec::new(),
            past: Vec::new(),
        };
        Project::new("Probe", codebook)
    }

    fn built_in() -> Vec<Cue> {
        let cue = |id: &str| Cue {
            id: id.to_owned(),
            kind: CueKind::Deferral,
            pattern: id.to_owned(),
            example: id.to_owned(),
        };
        ["def-01", "def-02", "def-03"].map(cue).to_vec()
    }

    fn words(typed: &str) -> CueDraft {
        CueDraft {
            kind: CueKind::Refusal,
            typed: typed.to_owned(),
            is_pattern: false,
            example: String::new(),
        }
    }

    fn typed(pattern: &str, example: &str) -> CueDraft {
        CueDraft { is_pattern: true, example: example.to_owned(), ..words(pattern) }
    }

    /// The ids of the list after these wishes; nothing while it is the program's own.
    fn check(edits: Vec<CueEdit>, expect: &str) -> Project {
        let mut project = project();
        for edit in edits {
            let change = change(&project, &built_in(), edit).expect("a wish that fits");
            change.edit.apply(&mut project).expect("a list of cues always fits");
        }
        let ids: Vec<&str> = project.cues().unwrap_or_default().iter().map(|cue| cue.id.as_str()).collect();
        assert_eq!(ids.join(" "), expect);
        project
    }

    #[test]
    fn cues_are_switched_off_and_on() {
        let (off, on) = (CueEdit::Remove("def-02".into()), CueEdit::Restore("def-02".into()));
        check(vec![off.clone()], "def-01 def-03");
        check(vec![off.clone(), on], "");
        check(
            vec![off, CueEdit::Add(words("x")), CueEdit::Restore("def-02".into())],
            "def-01 def-02 def-03 own-1",
        );
        check(vec![CueEdit::Add(words("x")), CueEdit::BuiltIn], "");
    }

    #[test]
    fn a_changed_cue_can_be_as_it_was() {
        let changed =
            check(vec![CueEdit::Replace("def-02".into(), words("so nicht"))], "def-01 def-02 def-03");
        assert_eq!(changed.cues().expect("changed")[1].pattern, r"\bso\s+nicht\b");
        assert_eq!(changed.cues().expect("changed")[1].example, "so nicht");
        check(vec![CueEdit::Replace("def-02".into(), words("so")), CueEdit::Restore("def-02".into())], "");
    }

    #[test]
    fn what_is_wrong_with_a_pattern_is_said() {
        let fault = |draft: CueDraft| match pattern(&draft) {
            Err(Problem::PatternBroken { why, .. }) => Some(why),
            _ => None,
        };
        assert_eq!(fault(words("  ")), Some(PatternFault::Empty));
        assert_eq!(fault(words("(so")), None, "words are taken as they are");
        assert_eq!(fault(typed("(so", "")), Some(PatternFault::UnclosedGroup));
        assert_eq!(fault(typed("so)", "")), Some(PatternFault::UnopenedGroup));
        assert_eq!(fault(typed("[so", "")), Some(PatternFault::UnclosedClass));
        assert_eq!(fault(typed("*so", "")), Some(PatternFault::NothingToRepeat));
        assert_eq!(fault(typed("(?=so)", "")), Some(PatternFault::NoLookAround));
        assert_eq!(fault(typed(r"(so)\1", "")), Some(PatternFault::NoBackReference));
        assert_eq!(fault(typed("(so)?", "")), Some(PatternFault::FindsNothing));
        assert_eq!(fault(typed(r"\w{9999}{9999}", "")), Some(PatternFault::TooLarge));
        assert_eq!(fault(typed("so", "Das ist anders.")), Some(PatternFault::MissesExample));
        assert!(matches!(fault(typed(r"\pX", "")), Some(PatternFault::Other(_))));
        assert_eq!(fault(typed("so|anders", "Das ist ANDERS.")), None);
    }

    #[test]
    fn a_cue_that_is_not_there_changes_nothing() {
        let project = project();
        for edit in [
            CueEdit::Remove("x".into()),
            CueEdit::Restore("x".into()),
            CueEdit::Replace("x".into(), words("y")),
        ] {
            assert_eq!(change(&project, &built_in(), edit), Err(Problem::NotPossibleHere));
        }
    }

    proptest! {
        #[test]
        fn words_are_found_as_typed_and_can_be_typed_again(typed in r"[a-zA-Zäöüß0-9.,*+?()\[\]{}|\\^$#&~ -]{1,20}") {
            let typed = one_line(&typed);
            prop_assume!(!typed.is_empty());
            let pattern = pattern_of(&typed);
            let regex = cue_pattern(&pattern).expect("escaped words are a pattern");
            let spread = typed.replace(' ', " \n ");
            prop_assert!(regex.is_match(&spread), "{pattern} in {spread}");
            prop_assert_eq!(words_of(&pattern), Some(typed));
        }
    }
}
