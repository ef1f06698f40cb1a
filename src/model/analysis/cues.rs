//! Where the wordings of a list of cues stand in the answers of a paper. They are places to look at, never tags.

use regex::{Regex, RegexBuilder};

use crate::model::text::{Running, Span};
use crate::model::{AnswerGroup, Cue, CueKind, Document, Project, QuestionRef};

/// A passage at which a reader may want to look twice: wordings that overlap are one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CuePassage {
    pub span: Span,
    /// Why, each once, in the order of [`CueKind::ALL`].
    pub kinds: Vec<CueKind>,
}

/// Whether a coder may see the cues of an answer: only after all its questions are tagged, and never in a blind
/// round, so that no list codes in place of a person.
#[must_use]
pub fn may_see_cues(project: &Project, document: &Document, group: &AnswerGroup) -> bool {
    let is_tagged = |question: &crate::model::Question| {
        let reference = QuestionRef { document: document.id, question: question.id };
        project.my_coding(reference).is_some_and(|coding| coding.tag.is_some())
    };
    !project.is_blind() && !group.questions.is_empty() && group.questions.iter().all(is_tagged)
}

/// The pattern of a cue made ready: without regard to case, `^` and `$` at paragraphs.
///
/// # Errors
/// It is no regular expression, or one of more than a megabyte.
pub fn cue_pattern(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern)
        .case_insensitive(true)
        .multi_line(true)
        .size_limit(4 << 20)
        .dfa_size_limit(256 << 10)
        .build()
}

/// The cues of a list, each made ready when it is first looked for.
#[derive(Debug)]
pub struct CueFinder {
    cues: Vec<(CueKind, Pattern)>,
}

#[derive(Debug)]
enum Pattern {
    Written(String),
    Ready(Regex),
    /// No regular expression: a file written by hand may hold anything.
    Broken,
}

/// Making a pattern ready takes as long as reading this many bytes.
const MAKING: usize = 60_000;

impl CueFinder {
    #[must_use]
    pub fn new(cues: &[Cue]) -> Self {
        let written = |cue: &Cue| (cue.kind, Pattern::Written(cue.pattern.clone()));
        Self { cues: cues.iter().map(written).collect() }
    }

    /// Goes on with a search until about `budget` bytes were read by a pattern each, and returns what is left of it.
    /// Returns 0 while there is more to look for.
    pub fn go_on(&mut self, search: &mut CueSearch, mut budget: usize) -> usize {
        while let Some((kind, pattern)) = self.cues.get_mut(search.next) {
            if budget == 0 {
                return 0;
            }
            if let Pattern::Written(written) = pattern {
                *pattern = cue_pattern(written).map_or(Pattern::Broken, Pattern::Ready);
                budget = budget.saturating_sub(MAKING);
            }
            if let Pattern::Ready(regex) = pattern {
                search.look_for(*kind, regex);
                budget = budget.saturating_sub(search.length);
            }
            search.next += 1;
        }
        search.settle();
        budget.max(1)
    }
}

/// A search through the texts of one answer.
#[derive(Debug)]
pub struct CueSearch {
    texts: Vec<Running>,
    length: usize,
    next: usize,
    found: Vec<CuePassage>,
    is_done: bool,
}

impl CueSearch {
    /// A search that has not begun. Only the answer is looked through, never the questions.
    #[must_use]
    pub fn new(document: &Document, group: &AnswerGroup) -> Self {
        let read = |answer: &Span| Running::of(&document.body, *answer, &document.outline.torn);
        let texts: Vec<Running> = group.answers.iter().map(read).collect();
        let length = texts.iter().map(|text| text.as_str().len()).sum();
        Self { texts, length, next: 0, found: Vec::new(), is_done: false }
    }

    /// What was found, in the order of the text; nothing before the search is done.
    #[must_use]
    pub fn passages(&self) -> &[CuePassage] {
        if self.is_done { &self.found } else { &[] }
    }

    #[must_use]
    pub fn is_done(&self) -> bool {
        self.is_done
    }

    fn look_for(&mut self, kind: CueKind, regex: &Regex) {
        for text in &self.texts {
            for found in regex.find_iter(text.as_str()) {
                // The full stop before „Nein.“ is no part of it.
                let before = |c: char| c.is_whitespace() || ".:;,".contains(c);
                let end = found.start() + found.as_str().trim_end().len();
                let start = found.end() - found.as_str().trim_start_matches(before).len();
                if let Some(span) = text.source(Span::new(start, end)) {
                    self.found.push(CuePassage { span, kinds: vec![kind] });
                }
            }
        }
    }

    fn settle(&mut self) {
        if std::mem::replace(&mut self.is_done, true) {
            return;
        }
        self.texts.clear();
        self.found.sort_by_key(|passage| passage.span);
        self.found.dedup_by(|next, last| {
            let is_one = last.span.overlaps(next.span);
            if is_one {
                last.span.end = last.span.end.max(next.span.end);
                last.kinds.append(&mut next.kinds);
            }
            is_one
        });
        for passage in &mut self.found {
            passage.kinds.sort_unstable();
            passage.kinds.dedup();
        }
    }
}

/// Every passage of a paper, whoever may see it.
#[must_use]
pub fn cue_passages(document: &Document, cues: &[Cue]) -> Vec<CuePassage> {
    let mut finder = CueFinder::new(cues);
    let mut passages = Vec::new();
    for group in &document.outline.groups {
        let mut search = CueSearch::new(document, group);
        finder.go_on(&mut search, usize::MAX);
        passages.extend_from_slice(search.passages());
    }
    passages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Body;
    use crate::model::{DocumentId, GroupId, Head, Origin, Outline, Print, Question, QuestionId};

    /// A paper with one question and its answer.
    fn paper(answer: &str) -> Document {
        let body = Body::new(&format!("Wann wird das geprüft?\n{answer}"));
        let question = Question {
            id: QuestionId(1),
            label: "1".into(),
            lead: Span::new(0, 0),
            text: Span::new(0, "Wann wird das geprüft?".len()),
        };
        let answers = vec![Span::new(question.text.end + 1, body.span().end)];
        let group = AnswerGroup { id: GroupId(1), questions: vec![question], joint: None, answers };
        Document {
            id: DocumentId(1),
            origin: Origin {
                file: String::new(),
                sha256: String::new(),
                format: String::new(),
                encoding: String::new(),
            },
            head: Head::default(),
            outline: Outline { groups: vec![group], ..Outline::default() },
            print: Print::default(),
            body,
        }
    }

    fn cue(kind: CueKind, pattern: &str) -> Cue {
        Cue { id: String::new(), kind, pattern: pattern.to_owned(), example: String::new() }
    }

    fn check(answer: &str, pattern: &str, expect: &[&str]) {
        let document = paper(answer);
        let found = cue_passages(&document, &[cue(CueKind::Deferral, pattern)]);
        let words: Vec<&str> = found.iter().map(|passage| document.body.at(passage.span)).collect();
        assert_eq!(words, expect);
    }

    #[test]
    fn only_answers_are_looked_through() {
        check("Das Geprüfte.", r"geprüft\b", &[]);
        check("Das wird GEPRÜFT.", r"geprüft\b", &["GEPRÜFT"]);
    }

    #[test]
    fn passages_are_those_of_the_print() {
        check(
            "Es ist noch\nnicht ent-\nschieden.",
            r"\bnoch\s+nicht\s+entschieden\b",
            &["noch\nnicht ent-\nschieden"],
        );
        check("So ist es. Nein. Und so.", r"(?:^|[.:]\s+)Nein\.", &["Nein."]);
        check("Ja: so.\n\nNein.", r"^Nein\.", &["Nein."]);
    }

    #[test]
    fn a_broken_pattern_finds_nothing_and_stops_nothing() {
        let document = paper("Das ist so.");
        let cues = [cue(CueKind::Refusal, "(so"), cue(CueKind::Hedging, "so"), cue(CueKind::Deferral, "x*")];
        assert_eq!(cue_passages(&document, &cues).len(), 1);
    }

    #[test]
    fn wordings_that_overlap_are_one_passage() {
        let document = paper("Das wird zum jetzigen Zeitpunkt geprüft.");
        let cues = [
            cue(CueKind::Hedging, r"jetzigen\s+Zeitpunkt"),
            cue(CueKind::Deferral, r"wird.*Zeitpunkt"),
            cue(CueKind::Hedging, "wird"),
        ];
        let found = cue_passages(&document, &cues);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].kinds, [CueKind::Deferral, CueKind::Hedging]);
        assert_eq!(document.body.at(found[0].span), "wird zum jetzigen Zeitpunkt");
    }

    #[test]
    fn a_search_can_stop_and_go_on() {
        let document = paper("Das wird geprüft.");
        let cues = [cue(CueKind::Hedging, "das"), cue(CueKind::Deferral, "geprüft")];
        let mut finder = CueFinder::new(&cues);
        let mut search = CueSearch::new(&document, &document.outline.groups[0]);
        let mut frames = 0;
        while finder.go_on(&mut search, 1) == 0 {
            assert!(search.passages().is_empty(), "nothing is shown before all is known");
            frames += 1;
        }
        assert_eq!((frames, search.passages().len()), (1, 2));
    }
}
