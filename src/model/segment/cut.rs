//! Finding the parts between the fences.

use std::sync::LazyLock;

use regex::Regex;

use super::dialect::Dialect;
use super::joint::joint;
use super::lines::Line;
use super::numbers::{Opening, opening};
use super::torn::torn;
use crate::model::id::{GroupId, QuestionId};
use crate::model::outline::{AnswerGroup, Doubt, DoubtKind, Outline, Question, Remark, RemarkBy};
use crate::model::text::{Body, Span};

/// Place and date, alone on a line: „Wiesbaden, den 10. April 2026“.
static PLACE_AND_DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[\p{L} .-]+,\s+(?:den\s+)?\d{1,2}\.\s*(?:\p{L}+|\d{1,2}\.)\s*\d{4}$")
        .expect("a constant pattern")
});

/// Lines a signature may hold after place and date: „In Vertretung“, name, office.
const SIGNATURE_LINES: usize = 5;

/// Cuts a paper of a known form. Without any question the outline says so and holds nothing else.
pub(super) fn cut(body: &Body, lines: &[Line<'_>], dialect: &Dialect) -> Outline {
    let mut outline = Outline { form: Some(dialect.parliament.to_owned()), ..Outline::default() };

    // The fences: where the answers begin and where they end.
    let transmission = lines.iter().position(|line| is_transmission(line.text, dialect));
    let signature = signature(lines, dialect);
    let end = signature.unwrap_or(lines.len());
    let begin = transmission.map_or(0, |at| at + 1);
    let Some(inside) = lines.get(begin..end) else { return outline };

    let openings = openings(inside, dialect, &mut outline.doubts);
    let Some(first_question) = openings.first().map(|(at, _)| begin + at) else { return outline };

    let before_answers = transmission.unwrap_or(first_question);
    let remarks_from = remarks(body, lines, before_answers, dialect, &mut outline.remarks);
    outline.head = span_of(&lines[..remarks_from]);
    outline.transmission = transmission.map(|at| lines[at].span);
    outline.signature = signature.and_then(|at| span_of(&lines[at..]));
    if signature.is_none() {
        let at = lines.last().map_or(body.span(), |line| line.span);
        outline.doubts.push(Doubt { at, kind: DoubtKind::NoSignature });
    }

    groups(inside, &openings, &mut outline);

    let places: Vec<Span> = outline
        .groups
        .iter()
        .flat_map(|group| group.answers.iter().copied())
        .chain(outline.remarks.iter().map(|remark| remark.text))
        .collect();
    for place in places {
        for (gap, doubt) in torn(lines, place) {
            outline.torn.push(gap);
            outline.doubts.extend(doubt);
        }
    }
    outline.torn.sort_unstable();
    outline.doubts.sort_by_key(|doubt| doubt.at);
    outline
}

fn is_transmission(line: &str, dialect: &Dialect) -> bool {
    let [first, second] = dialect.transmission;
    line.find(first).is_some_and(|at| line[at..].contains(second))
}

/// The line with place and date that ends the last answer: only short lines may follow it.
fn signature(lines: &[Line<'_>], dialect: &Dialect) -> Option<usize> {
    let from = lines.len().saturating_sub(SIGNATURE_LINES + 1);
    let found = lines[from..]
        .iter()
        .rposition(|line| line.text.starts_with(dialect.seat) && PLACE_AND_DATE.is_match(line.text))?;
    Some(from + found)
}

/// Fills in the remarks before the answers and returns the line at which the first begins (where there
/// is none: the end of the head).
fn remarks(
    body: &Body,
    lines: &[Line<'_>],
    until: usize,
    dialect: &Dialect,
    found: &mut Vec<Remark>,
) -> usize {
    let headings: Vec<usize> = (0..until).filter(|at| is_remark(lines[*at].text, dialect)).collect();
    for (nth, at) in headings.iter().enumerate() {
        let next = headings.get(nth + 1).copied().unwrap_or(until);
        let Some(text) = span_of(&lines[at + 1..next]) else { continue };
        let heading = lines[*at].span;
        let government = dialect.government_words.iter().any(|word| body.at(heading).contains(word));
        let by = if government { RemarkBy::Government } else { RemarkBy::Asker };
        found.push(Remark { by, heading, text });
    }
    headings.first().copied().unwrap_or(until)
}

fn is_remark(line: &str, dialect: &Dialect) -> bool {
    line.starts_with(dialect.remark) && line.ends_with(':') && line.chars().count() < 120
}

/// The lines that open questions: numbers that grow. A number that does not is talk of a question,
/// and a doubt.
fn openings(lines: &[Line<'_>], dialect: &Dialect, doubts: &mut Vec<Doubt>) -> Vec<(usize, Opening)> {
    let mut found: Vec<(usize, Opening)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(open) = opening(line, dialect.question_word) else { continue };
        let last = found.last().map_or(0, |(_, open)| open.number);
        if open.number <= last {
            let label = open.number.to_string();
            doubts.push(Doubt { at: open.lead, kind: DoubtKind::RepeatedQuestion { label } });
            continue;
        }
        for missing in (last + 1..open.number).take(20) {
            let label = missing.to_string();
            doubts.push(Doubt { at: open.lead, kind: DoubtKind::MissingQuestion { label } });
        }
        found.push((at, open));
    }
    found
}

/// Questions that follow one another without text between them belong to the next answer.
fn groups(lines: &[Line<'_>], openings: &[(usize, Opening)], outline: &mut Outline) {
    let mut waiting: Vec<Question> = Vec::new();
    for (nth, (at, open)) in openings.iter().enumerate() {
        let next = openings.get(nth + 1).map_or(lines.len(), |(at, _)| *at);
        let (text, answer_from) = question_text(lines, *at, next, open.text);
        let id = QuestionId(u32::try_from(nth + 1).unwrap_or(u32::MAX));
        waiting.push(Question { id, label: open.number.to_string(), lead: open.lead, text });
        let answer = &lines[answer_from..next];
        if answer.is_empty() && nth + 1 < openings.len() {
            continue;
        }
        push_group(std::mem::take(&mut waiting), answer, outline);
    }
}

/// A question's text goes on over lines without a blank line between, until it ends like a question.
fn question_text(lines: &[Line<'_>], at: usize, next: usize, first: Span) -> (Span, usize) {
    let mut end = at;
    while end + 1 < next && !lines[end + 1].after_blank && !lines[end].text.ends_with(['?', ')', '.', '!']) {
        end += 1;
    }
    (Span::new(first.start, lines[end].span.end), end + 1)
}

fn push_group(questions: Vec<Question>, lines: &[Line<'_>], outline: &mut Outline) {
    let id = GroupId(u32::try_from(outline.groups.len() + 1).unwrap_or(u32::MAX));
    let labels: Vec<&str> = questions.iter().map(|question| question.label.as_str()).collect();
    let mut joined = None;
    let mut answer = span_of(lines);
    if let Some(line) = lines.first()
        && let Some((numbers, length)) = joint(line.text)
    {
        let printed: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        joined = Some(Span::new(line.span.start, line.span.start + length));
        let rest = line.text[length..].trim_start();
        answer = match lines.get(1..).and_then(span_of) {
            Some(more) if rest.is_empty() => Some(more),
            Some(more) => Some(Span::new(line.span.end - rest.len(), more.end)),
            None => (!rest.is_empty()).then(|| Span::new(line.span.end - rest.len(), line.span.end)),
        };
        if printed.iter().ne(&labels) {
            let kind = DoubtKind::JointMismatch { printed };
            outline.doubts.push(Doubt { at: line.span, kind });
        }
    }
    if answer.is_none() {
        for question in &questions {
            let kind = DoubtKind::NoAnswer { label: question.label.clone() };
            outline.doubts.push(Doubt { at: question.lead, kind });
        }
    }
    outline.groups.push(AnswerGroup { id, questions, joint: joined, answers: answer.into_iter().collect() });
}

fn span_of(lines: &[Line<'_>]) -> Option<Span> {
    Some(Span::new(lines.first()?.span.start, lines.last()?.span.end))
}

#[cfg(test)]
mod tests {
    use super::super::segment;
    use super::*;

    const HEAD: &str = "HESSISCHER LANDTAG\n\n01. 02. 2026\n\nKleine Anfrage\n\nAda Beispiel (Liste A) vom 01.01.2026\n\nTitel\n\nund\n\nAntwort\n\nMinister für Muster\n\n";
    const OPEN: &str = "Ich beantworte die Kleine Anfrage wie folgt:\n\n";
    const SIGNED: &str = "\n\nWiesbaden, 20. Januar 2026\n\nBo Muster";

    /// `1 2|Answer` per group: the labels, joined by blanks, and the first words of the answer.
    fn check(questions: &str, groups: &[&str], doubts: usize) {
        let body = Body::new(&format!("{HEAD}{OPEN}{questions}{SIGNED}"));
        let (_, outline) = segment(&body);
        let found: Vec<String> = outline
            .groups
            .iter()
            .map(|group| {
                let labels: Vec<&str> = group.questions.iter().map(|q| q.label.as_str()).collect();
                let answer = group.answers.first().map_or("-", |span| body.at(*span));
                format!("{}|{}", labels.join(" "), answer.lines().next().unwrap_or_default())
            })
            .collect();
        assert_eq!(found, groups, "{questions}");
        assert_eq!(outline.doubts.len(), doubts, "{:?}", outline.doubts);
    }

    #[test]
    fn one_and_one() {
        check("Frage 1 Was?\n\nDas.\n\nFrage 2 Wer?\n\nDie.", &["1|Das.", "2|Die."], 0);
    }

    #[test]
    fn joined_by_a_sentence() {
        let joint = "Die Fragen 1 und 2 werden gemeinsam beantwortet.";
        check(&format!("- Frage 1 Was?\n- Frage 2 Wer?\n\n{joint}\n\nDas."), &["1 2|Das."], 0);
        check(&format!("Frage 1 Was?\n\nFrage 2 Wer?\n\n{joint} Das."), &["1 2|Das."], 0);
    }

    #[test]
    fn joined_by_nothing() {
        check("Frage 1 Was?\n\nFrage 2 Wer?\n\nDas.", &["1 2|Das."], 0);
    }

    #[test]
    fn what_does_not_fit_is_a_doubt() {
        check("Frage 1 Was?\n\nDas.\n\nFrage 3 Wer?\n\nDie.", &["1|Das.", "3|Die."], 1);
        check("Frage 1 Was?\n\nDas.\n\nFrage 1 Wo?\n\nDa.", &["1|Das."], 1);
        check("Frage 1 Was?\n\nDie Fragen 1 und 2 werden gemeinsam beantwortet.\n\nDas.", &["1|Das."], 1);
        check("Frage 1 Was?", &["1|-"], 1);
    }

    #[test]
    fn talk_of_questions_in_an_answer_is_no_question() {
        let answer = "Es wird verwiesen auf\nFrage 4 der Kleinen Anfrage, Drucksache 1/2.";
        check(&format!("Frage 1 Was?\n\n{answer}"), &["1|Es wird verwiesen auf"], 0);
    }

    #[test]
    fn an_unknown_form_stays_whole() {
        let (head, outline) = segment(&Body::new("Ein Brief.\n\nFrage 1 Was?\n\nDas."));
        assert_eq!(head, crate::model::Head::default());
        assert!(!outline.is_segmented());
        assert_eq!(outline.doubts.len(), 1);
        let (_, outline) = segment(&Body::new(""));
        assert!(!outline.is_segmented());
    }
}
