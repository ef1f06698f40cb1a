//! What came from another program: its codes, and what of its project has no place here. The words are in `ui/lang`.

use super::codebook::{FacetId, Swatch, TagId};

/// A code of another program with those below it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ForeignCode {
    pub guid: String,
    pub name: String,
    pub description: String,
    /// Else it is a heading for those below it.
    pub is_codable: bool,
    /// The colour of ours that is nearest to its own.
    pub swatch: Option<Swatch>,
    pub children: Vec<ForeignCode>,
}

/// What a code became here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CodeMeans {
    Tag(TagId),
    /// The tag is the one below which the facet stood.
    Facet(FacetId, Option<TagId>),
}

/// Something in a project of another program that was not taken over, or not as it was. Names are those of that program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Omission {
    /// A picture, a recording, or a PDF without its text.
    SourceWithoutText {
        source: String,
    },
    /// Its text is not in the file but somewhere on a computer: the path as it is written.
    SourceElsewhere {
        source: String,
        path: String,
    },
    /// The file lacks the text that it names.
    SourceMissing {
        source: String,
        path: String,
    },
    SourceEmpty {
        source: String,
    },
    /// More than a paper may have, in megabytes.
    SourceTooLarge {
        source: String,
        limit: u64,
    },
    /// The same text as another source.
    SourceTwice {
        source: String,
        other: String,
    },
    /// The parts that were kept of it do not fit its text: it was cut anew.
    CutAnew {
        source: String,
    },
    /// Two things carry one GUID; the second was left out.
    GuidTwice {
        name: String,
    },
    /// Below so many other codes that it was left out with all below it.
    CodeTooDeep {
        code: String,
    },
    /// More tags than there are keys: it became a facet.
    CodeAsFacet {
        code: String,
    },
    /// A passage, and why it has no place.
    Passage {
        source: String,
        words: String,
        why: PassageFault,
    },
    /// So many areas of pages or pictures.
    Areas {
        source: String,
        count: usize,
    },
    /// A whole document was coded.
    WholeSource {
        source: String,
        code: String,
    },
    /// A case that is a question here, but of none in the project.
    Question {
        case: String,
    },
    Memo {
        name: String,
    },
    /// So many parts of a kind that is not known here.
    Parts {
        part: ForeignPart,
        count: usize,
    },
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PassageFault {
    /// Its place is not in the text, or other words stand there.
    NotThere,
    /// It stands in no question and in no answer.
    NoQuestion,
    /// It reaches over several answers.
    SeveralAnswers,
    /// Its code is not in the codebook.
    NoCode,
    /// Its question has another tag: the tag that was kept, and the one of this passage.
    OtherTag { kept: String, other: String },
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ForeignPart {
    Cases,
    Variables,
    Sets,
    Links,
    Graphs,
}
