//! A question as a case: what one coder says of it, as variables, and the passages that support it.

use super::markup::Markup;
use super::naming::{Names, paper_name};
use super::project::{Paper, User, value};
use super::source::{placed, selection_guid};
use crate::files::refi::{QUESTION, case};
use crate::model::{
    AnswerGroup, Coding, CodingKey, Document, ExportOrder, OutcomeKind, Promise, Question, QuestionRef,
    UntilKind,
};

/// A case for every question of a paper and everybody who coded it; one for a question that nobody coded.
pub(super) fn cases(
    xml: &mut Markup,
    order: &ExportOrder<'_>,
    paper: &Paper<'_>,
    users: &[User],
    names: &mut Names,
) {
    for group in &paper.document.outline.groups {
        for question in &group.questions {
            let mine: Vec<_> =
                paper.codings.iter().filter(|(key, _)| key.question == question.id).copied().collect();
            let called = format!(
                "{} · {} {}",
                paper_name(paper.document),
                order.words.summary.question,
                question.label
            );
            if mine.is_empty() {
                let reference = QuestionRef { document: paper.document.id, question: question.id };
                let row = Row { paper, group, question, key: order.project.my_key(reference), coding: None };
                row.write(xml, order, users, &names.once(&called));
            }
            for (key, coding) in &mine {
                let user = users.iter().find(|user| user.id == key.coder);
                let name = match user {
                    Some(user) if mine.len() > 1 => format!("{called} · {} · {}", user.name, key.round.0),
                    _ => called.clone(),
                };
                let row = Row { paper, group, question, key: *key, coding: Some(coding) };
                row.write(xml, order, users, &names.once(&name));
            }
        }
    }
}

struct Row<'a> {
    paper: &'a Paper<'a>,
    group: &'a AnswerGroup,
    question: &'a Question,
    key: CodingKey,
    coding: Option<&'a Coding>,
}

impl Row<'_> {
    fn write(&self, xml: &mut Markup, order: &ExportOrder<'_>, users: &[User], name: &str) {
        let document = self.paper.document;
        xml.open("Case", &[("guid", Some(&case(order.project, self.key))), ("name", Some(name))]);
        xml.words_if_any("Description", &document.reading(self.question.text));
        let user = users.iter().find(|user| user.id == self.key.coder);
        for variable in QUESTION {
            let text = match variable.name {
                "coder" => self.coding.and(user).map(|user| user.name.clone()),
                name => self.of_question(document, name),
            };
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                value(xml, variable, &text);
            }
        }
        xml.empty("SourceRef", &[("targetGUID", Some(&self.paper.guid))]);
        for evidence in self.coding.iter().flat_map(|coding| placed(document, coding)) {
            xml.empty("SelectionRef", &[("targetGUID", Some(&selection_guid(self.key, evidence)))]);
        }
        xml.close();
    }

    /// A variable by its name; empty or none where nothing is said.
    fn of_question(&self, document: &Document, name: &str) -> Option<String> {
        match name {
            "paper" => return Some(paper_name(document).to_owned()),
            "paper_parliament" => return document.head.parliament.clone(),
            "paper_answerer" => return document.head.answerer.clone(),
            "question" => return Some(self.question.label.clone()),
            "question_id" => return Some(self.question.id.0.to_string()),
            "answer_group" => return Some(format!("a{}", self.group.id.0)),
            _ => {}
        }
        let coding = self.coding?;
        Some(match name {
            "round" => self.key.round.0.to_string(),
            "tag" => coding.tag.as_ref()?.0.clone(),
            "facets" => coding.facets.iter().map(|facet| facet.0.as_str()).collect::<Vec<_>>().join("|"),
            "asked_for" => coding.asked.iter().map(|asked| asked.code()).collect::<Vec<_>>().join("|"),
            "evidence" => placed(document, coding).count().to_string(),
            "evidence_lost" => {
                let lost = coding.evidence.iter().filter(|evidence| !evidence.is_in_place(&document.body));
                lost.map(|evidence| evidence.quote.exact.as_str()).collect::<Vec<_>>().join(" | ")
            }
            "memo" => coding.memo.clone(),
            "later" => coding.later.to_string(),
            "codebook_version" => coding.codebook.clone(),
            "coded_at" => coding.at.to_string(),
            name => return of_promise(coding.promise.as_ref()?, name),
        })
    }
}

fn of_promise(promise: &Promise, name: &str) -> Option<String> {
    let reference = |place: QuestionRef| format!("{}/{}", place.document, place.question.0);
    Some(match name {
        "promise" => "true".to_owned(),
        "promise_until" => promise.until.as_ref()?.words.clone(),
        "promise_until_kind" => match promise.until.as_ref()?.kind {
            UntilKind::Date => "date".to_owned(),
            UntilKind::Period => "period".to_owned(),
            UntilKind::Condition => "condition".to_owned(),
        },
        "promise_due" => promise.due?.to_string(),
        "promise_before" => promise.before.as_ref()?.number.clone(),
        "promise_before_question" => reference(promise.before.as_ref()?.question?),
        "promise_outcome" => match promise.outcome.as_ref()?.kind {
            OutcomeKind::Kept => "kept".to_owned(),
            OutcomeKind::Renewed => "renewed".to_owned(),
            OutcomeKind::Broken => "broken".to_owned(),
        },
        "promise_outcome_by" => reference(promise.outcome.as_ref()?.by?),
        "promise_outcome_on" => promise.outcome.as_ref()?.on?.to_string(),
        "promise_outcome_source" => promise.outcome.as_ref()?.source.clone(),
        _ => return None,
    })
}
