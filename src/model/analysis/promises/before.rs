//! Papers that asked the same before, and answers that came after.

use crate::model::analysis::{references, resolve};
use crate::model::{Before, Document, Project, QuestionRef};

/// Papers that a paper names, in the order in which it names them: what it asks may have been asked there
/// before. Proposed, never set.
#[must_use]
pub fn earlier_papers(project: &Project, document: &Document) -> Vec<Before> {
    let mut found: Vec<Before> = Vec::new();
    for reference in references(&document.body) {
        let Some(number) =
            reference.number.clone().filter(|number| document.head.number.as_ref() != Some(number))
        else {
            continue;
        };
        let question = resolve(project, document, &reference)
            .and_then(|(document, question)| Some(QuestionRef { document, question: question? }));
        match found.iter_mut().find(|before| before.number == number) {
            Some(before) => before.question = before.question.or(question),
            None => found.push(Before { number, question }),
        }
    }
    found
}

/// Questions of later papers, those first that speak of this paper by its number. Where days are not known a
/// paper counts as later.
#[must_use]
pub fn later_answers(project: &Project, question: QuestionRef) -> Vec<QuestionRef> {
    let Some(document) = project.document(question.document) else { return Vec::new() };
    let answered = document.head.answered.or(document.head.issued);
    let number = document.head.number.as_deref();
    let mut speaking = Vec::new();
    let mut others = Vec::new();
    for other in project.documents().filter(|other| other.id != document.id) {
        let when = other.head.answered.or(other.head.issued);
        if answered.zip(when).is_some_and(|(here, there)| there < here) {
            continue;
        }
        let speaks = number.is_some_and(|number| other.body.as_str().contains(number));
        let list = if speaks { &mut speaking } else { &mut others };
        list.extend(other.outline.questions().map(|q| QuestionRef { document: other.id, question: q.id }));
    }
    speaking.extend(others);
    speaking
}
