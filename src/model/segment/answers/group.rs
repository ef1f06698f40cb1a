//! One answer: its questions, the joint sentence, its words.

use super::super::cue::head_length;
use super::super::joint::joint;
use super::super::label::{Label, expand};
use super::draft::{Answered, Asked, Draft};
use super::naming::name_parts;
use crate::model::outline::{Doubt, DoubtKind};
use crate::model::text::Span;

/// Questions and the text behind them: the joint sentence is cut off, parts it names are cut out.
pub(super) fn group(draft: &Draft<'_>, mut questions: Vec<Asked>, answer: Span) -> Answered {
    let text = draft.body.as_str();
    let mut doubts = Vec::new();
    let mut joined = None;
    // A paper may head only some of its answers.
    let answer = Span::new(answer.start + head_length(draft.body.at(answer)), answer.end).trim(text);
    let mut rest = answer;
    if let Some((items, length)) = joint(draft.body.at(answer)) {
        let at = Span::new(answer.start, answer.start + length);
        rest = Span::new(at.end, answer.end).trim(text);
        // „Die Fragen 25 bis 31 können nicht beantwortet werden.“ is all the answer there is.
        if rest.is_empty() && draft.body.at(at).contains("nicht") {
            rest = at;
        } else {
            joined = Some(at);
        }
        name_parts(text, &items, &mut questions);
        let known: Vec<Label> = questions.iter().map(|question| question.label).collect();
        let named = expand(&items, &known);
        // „12 bis 13b“ names 13, of which only the parts may be questions.
        let stands = |label: &Label| {
            known.contains(label) || (label.letter.is_none() && known.iter().any(|l| l.parent() == *label))
        };
        let missing = named.iter().filter(|label| !stands(label)).count();
        let unnamed =
            known.iter().filter(|l| l.letter.is_none() && !named.iter().any(|n| n.number == l.number));
        if missing > 0 || unnamed.count() > 0 {
            let printed = named.iter().map(|label| label.printed()).collect();
            doubts.push(Doubt { at, kind: DoubtKind::JointMismatch { printed } });
        }
    }
    let answers = if rest.is_empty() { Vec::new() } else { vec![rest] };
    Answered { questions, joint: joined, answers, doubts }
}
