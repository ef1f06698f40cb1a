//! The heads of papers: each field by itself.

use std::sync::Arc;

use super::merged::{About, Came, Conflict, HeadPart, Said, Settled};
use super::three::{Which, which};
use crate::model::edits::head::HeadField;
use crate::model::{Document, DocumentId, Head};

/// Compares one field, takes over what only they changed, and says what both did.
struct Fields<'a> {
    base: Option<&'a Head>,
    theirs: &'a Head,
    ours: Head,
    document: DocumentId,
    conflicts: &'a mut Vec<Conflict>,
}

impl Fields<'_> {
    fn field<T: PartialEq + Clone>(&mut self, part: HeadPart, at: impl Fn(&mut Head) -> &mut T) {
        let mut theirs_head = self.theirs.clone();
        let theirs = at(&mut theirs_head).clone();
        let base = self.base.map(|base| at(&mut base.clone()).clone());
        let mut ours_head = self.ours.clone();
        match which(base.as_ref(), at(&mut ours_head), &theirs) {
            Which::Theirs => *at(&mut self.ours) = theirs,
            // What one side filled in and the other left open is no contradiction.
            Which::Both if said(part, &self.ours).is_empty() => *at(&mut self.ours) = theirs,
            Which::Both if !said(part, self.theirs).is_empty() => self.conflicts.push(Conflict {
                about: About::Head(self.document, part),
                ours: Some(Said::Words(said(part, &self.ours))),
                theirs: Some(Said::Words(said(part, self.theirs))),
                settled: Settled::Ours,
            }),
            Which::Both | Which::Ours | Which::Same => {}
        }
    }
}

/// What a head says in a field, as it is typed.
fn said(part: HeadPart, head: &Head) -> String {
    match part {
        HeadPart::Field(field) => field.text(head),
        HeadPart::Parliament => head.parliament.clone().unwrap_or_default(),
        HeadPart::Kind => head.kind.map(|kind| kind.printed().to_owned()).unwrap_or_default(),
    }
}

/// The head of a paper that both sides have.
pub(super) fn together(
    base: Option<&Document>,
    ours: &Document,
    theirs: &Document,
    came: &mut Came<DocumentId>,
    conflicts: &mut Vec<Conflict>,
) -> Option<Head> {
    if ours.head == theirs.head {
        came.same += 1;
        return None;
    }
    let base = base.map(|base| &base.head);
    let (document, before) = (ours.id, ours.head.clone());
    let mut fields = Fields { base, theirs: &theirs.head, ours: before.clone(), document, conflicts };
    fields.field(HeadPart::Parliament, |head| &mut head.parliament);
    fields.field(HeadPart::Kind, |head| &mut head.kind);
    fields.field(HeadPart::Field(HeadField::Number), |head| &mut head.number);
    fields.field(HeadPart::Field(HeadField::QuestionNumber), |head| &mut head.question_number);
    fields.field(HeadPart::Field(HeadField::Title), |head| &mut head.title);
    fields.field(HeadPart::Field(HeadField::Askers), |head| &mut head.askers);
    fields.field(HeadPart::Field(HeadField::Answerer), |head| &mut head.answerer);
    fields.field(HeadPart::Field(HeadField::Signatory), |head| &mut head.signatory);
    fields.field(HeadPart::Field(HeadField::Asked), |head| &mut head.asked);
    fields.field(HeadPart::Field(HeadField::Answered), |head| &mut head.answered);
    fields.field(HeadPart::Field(HeadField::Issued), |head| &mut head.issued);
    let head = fields.ours;
    if head == before {
        return None;
    }
    came.changed.push(document);
    Some(head)
}

/// A paper with another head.
pub(super) fn with_head(document: &Arc<Document>, head: Head) -> Arc<Document> {
    Arc::new(Document { head, ..(**document).clone() })
}
