//! What segmentation found in a paper and people corrected.

use serde::{Deserialize, Serialize};

use super::id::{GroupId, QuestionId};
use super::text::Span;

/// The parts of one paper, as places in its text. Everything outside these places is shown as it stands.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outline {
    /// Code of the print form by which the paper was cut; none where no form fits and nothing was cut.
    pub form: Option<String>,
    /// The printed head, which the reader shows as a table instead.
    pub head: Option<Span>,
    pub remarks: Vec<Remark>,
    /// The sentence that opens the answers („… beantworte ich die Kleine Anfrage wie folgt:“).
    pub transmission: Option<Span>,
    /// In the order of printing.
    pub groups: Vec<AnswerGroup>,
    pub signature: Option<Span>,
    /// White space at which a page break tore a sentence; shown as one blank.
    pub torn: Vec<Span>,
    pub doubts: Vec<Doubt>,
    /// Places that a person has decided about: cutting again leaves them as they are.
    #[serde(default)]
    pub corrected: Vec<Span>,
    /// The lowest number that no question and no group of this paper ever had as its id; 0 while nobody corrected.
    #[serde(default)]
    pub next_id: u32,
}

/// Text before the questions that is neither question nor answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    pub by: RemarkBy,
    pub heading: Span,
    pub text: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum RemarkBy {
    Asker,
    Government,
}

/// Questions answered together, and the answer: mostly one and one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerGroup {
    pub id: GroupId,
    pub questions: Vec<Question>,
    /// „Die Fragen 1 bis 4 werden gemeinsam beantwortet.“
    pub joint: Option<Span>,
    /// The answer's text, mostly one place; none where the question was left open.
    pub answers: Vec<Span>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: QuestionId,
    /// As printed, without punctuation: `7`, `1.1`, `3 b)`.
    pub label: String,
    /// What is printed before the text: `- Frage 7`.
    pub lead: Span,
    pub text: Span,
}

/// A place where the cut may be wrong.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doubt {
    pub at: Span,
    pub kind: DoubtKind,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum DoubtKind {
    /// No known print form; the paper is shown as plain text.
    NotSegmented,
    /// This number is missing from the count.
    MissingQuestion { label: String },
    /// This number stands more than once.
    RepeatedQuestion { label: String },
    /// No answer was found for this question.
    NoAnswer { label: String },
    /// Where this question ends and its answer begins is a guess: no question mark shows it.
    Border { label: String },
    /// A joint sentence names other questions than stand before it.
    JointMismatch { printed: Vec<String> },
    /// A paragraph without an end was joined with the next one; it may be two.
    TornParagraph,
    /// No end of the last answer was found.
    NoSignature,
}

/// One part of a paper in reading order, as [`Outline::units`] lists them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit<'a> {
    Head(Span),
    Remark(&'a Remark),
    Transmission(Span),
    Question(&'a AnswerGroup, &'a Question),
    Joint(&'a AnswerGroup, Span),
    Answer(&'a AnswerGroup, Span),
    Signature(Span),
    /// Not claimed by anything above.
    Rest(Span),
}

impl AnswerGroup {
    /// Every place of this group.
    #[must_use]
    pub fn spans(&self) -> Vec<Span> {
        let questions = self.questions.iter().map(Question::span);
        questions.chain(self.joint).chain(self.answers.iter().copied()).collect()
    }
}

impl Question {
    /// The question with what is printed before it.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.lead.start.min(self.text.start), self.text.end)
    }
}

impl Unit<'_> {
    /// All that this part covers in the text.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Unit::Head(span)
            | Unit::Transmission(span)
            | Unit::Joint(_, span)
            | Unit::Answer(_, span)
            | Unit::Signature(span)
            | Unit::Rest(span) => *span,
            Unit::Remark(remark) => Span::new(remark.heading.start, remark.text.end),
            Unit::Question(_, question) => question.span(),
        }
    }
}

impl Outline {
    #[must_use]
    pub fn is_segmented(&self) -> bool {
        self.form.is_some()
    }

    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.groups.iter().flat_map(|group| &group.questions)
    }

    #[must_use]
    pub fn question_count(&self) -> usize {
        self.groups.iter().map(|group| group.questions.len()).sum()
    }

    #[must_use]
    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        self.questions().find(|question| question.id == id)
    }

    /// The group that a question belongs to.
    #[must_use]
    pub fn group_of(&self, id: QuestionId) -> Option<&AnswerGroup> {
        self.groups.iter().find(|group| group.questions.iter().any(|question| question.id == id))
    }

    /// An id that no question and no group ever had.
    #[must_use]
    pub fn fresh_id(&self) -> u32 {
        let questions = self.questions().map(|question| question.id.0);
        let groups = self.groups.iter().map(|group| group.id.0);
        questions.chain(groups).max().unwrap_or(0).saturating_add(1).max(self.next_id)
    }

    /// The parts of the paper in the order of its text; text between them comes as [`Unit::Rest`].
    /// White space alone is no part.
    #[must_use]
    pub fn units<'a>(&'a self, text: &str) -> Vec<Unit<'a>> {
        let mut units: Vec<Unit<'a>> = Vec::new();
        units.extend(self.head.map(Unit::Head));
        units.extend(self.remarks.iter().map(Unit::Remark));
        units.extend(self.transmission.map(Unit::Transmission));
        for group in &self.groups {
            units.extend(group.questions.iter().map(|question| Unit::Question(group, question)));
            units.extend(group.joint.map(|span| Unit::Joint(group, span)));
            units.extend(group.answers.iter().map(|span| Unit::Answer(group, *span)));
        }
        units.extend(self.signature.map(Unit::Signature));
        units.sort_by_key(|unit| (unit.span().start, unit.span().end));

        let mut all = Vec::with_capacity(units.len());
        let mut covered = 0;
        for unit in units {
            let span = unit.span();
            push_rest(&mut all, text, Span::new(covered, span.start));
            covered = covered.max(span.end);
            all.push(unit);
        }
        push_rest(&mut all, text, Span::new(covered, text.len()));
        all
    }

    /// Every place this outline names, for checking against a text.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        let remarks = self.remarks.iter().flat_map(|remark| [remark.heading, remark.text]);
        let groups = self.groups.iter().flat_map(|group| {
            let questions = group.questions.iter().flat_map(|question| [question.lead, question.text]);
            questions.chain(group.joint).chain(group.answers.iter().copied())
        });
        let doubts = self.doubts.iter().map(|doubt| doubt.at);
        self.head
            .into_iter()
            .chain(remarks)
            .chain(self.transmission)
            .chain(groups)
            .chain(self.signature)
            .chain(self.torn.iter().copied())
            .chain(doubts)
            .chain(self.corrected.iter().copied())
    }
}

fn push_rest(units: &mut Vec<Unit<'_>>, text: &str, gap: Span) {
    if !gap.is_in(text) {
        return;
    }
    let gap = gap.trim(text);
    if !gap.is_empty() {
        units.push(Unit::Rest(gap));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_left_out() {
        let text = "Kopf\n\nFrage 1 Was?\n\nDas.\n\nNoch was.";
        let question = Question {
            id: QuestionId(1),
            label: "1".into(),
            lead: Span::new(6, 13),
            text: Span::new(14, 18),
        };
        let group = AnswerGroup {
            id: GroupId(1),
            questions: vec![question],
            joint: None,
            answers: vec![Span::new(20, 24)],
        };
        let outline = Outline { groups: vec![group], ..Outline::default() };
        let shown: Vec<&str> =
            outline.units(text).iter().map(|unit| &text[unit.span().start..unit.span().end]).collect();
        assert_eq!(shown, ["Kopf", "Frage 1 Was?", "Das.", "Noch was."]);
    }
}
