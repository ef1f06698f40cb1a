//! Questions to the outside: each has an id, a purpose and the project it is for, so that an answer that comes late
//! or from elsewhere changes nothing.

use crate::model::{CodebookFormat, DocumentId, ExportChoice};
use crate::ui::ExportScope;

use super::dialogs::RequestId;

/// What a path that comes from a dialog or a field is for.
#[derive(Clone, PartialEq, Debug)]
pub enum DialogPurpose {
    Open,
    Save,
    Export(Box<ExportChoice>, ExportScope),
    /// The new text of a paper.
    ReadAgain(DocumentId),
    /// The work of another copy.
    BringIn,
    /// A codebook to read in.
    Codebook,
    /// My codings go out.
    Package,
    /// The codebook goes out.
    CodebookTo(CodebookFormat),
}

impl DialogPurpose {
    /// The ending of the file that is written; `None` where files are read.
    #[must_use]
    pub fn ending(&self) -> Option<&'static str> {
        match self {
            Self::Save | Self::Package => Some("ron"),
            Self::Export(choice, _) => Some(choice.format.ending()),
            Self::CodebookTo(format) => Some(format.ending()),
            Self::Open | Self::ReadAgain(_) | Self::BringIn | Self::Codebook => None,
        }
    }

    /// Whether the answer is for the project that was open when the question was asked.
    #[must_use]
    pub fn is_about_project(&self) -> bool {
        !matches!(self, Self::Open)
    }
}

/// A question that waits for its answer.
#[derive(Clone, PartialEq, Debug)]
pub struct Pending {
    pub id: RequestId,
    pub purpose: DialogPurpose,
    /// Which of the projects that were opened in this window it is for.
    pub serial: u64,
}

/// The questions of one window. One dialog is open at a time.
#[derive(Debug, Default)]
pub struct Requests {
    last: u64,
    pending: Option<Pending>,
}

impl Requests {
    /// A new question with an id of its own.
    pub fn begin(&mut self, purpose: DialogPurpose, serial: u64) -> Pending {
        self.last += 1;
        Pending { id: RequestId(self.last), purpose, serial }
    }

    /// A dialog shows this question.
    pub fn waits(&mut self, pending: Pending) {
        self.pending = Some(pending);
    }

    /// The question that an answer belongs to; `None` where nobody asks it any more.
    pub fn answered(&mut self, id: RequestId) -> Option<Pending> {
        self.pending.take_if(|pending| pending.id == id)
    }

    /// Nobody waits any more: an answer that still comes is dropped.
    pub fn give_up(&mut self) {
        self.pending = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_belongs_to_its_question() {
        let mut requests = Requests::default();
        let open = requests.begin(DialogPurpose::Open, 1);
        requests.waits(open.clone());
        let save = requests.begin(DialogPurpose::Save, 1);
        assert_ne!(open.id, save.id);
        requests.waits(save.clone());
        assert_eq!(requests.answered(open.id), None, "the dialog to open answers late");
        assert_eq!(requests.answered(save.id), Some(save.clone()));
        assert_eq!(requests.answered(save.id), None, "and once");
    }
}
