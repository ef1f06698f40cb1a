//! The print forms of parliaments, as data. A new parliament is an entry here; code only grows when
//! a kind of rule is new.

use super::lines::Line;

/// How one parliament prints its papers.
#[derive(Debug)]
pub struct Dialect {
    /// Code of the parliament, see [`crate::model::PARLIAMENTS`].
    pub parliament: &'static str,
    /// What the house calls itself at the top of the page, in capitals.
    pub house: &'static str,
    /// The word before a question's number, if the form has one („Frage 7 …“).
    pub question_word: &'static str,
    /// How the line begins that opens a remark.
    pub remark: &'static str,
    /// Words of a remark's heading that make it the government's; all others are the asker's.
    pub government_words: &'static [&'static str],
    /// Two pieces of the sentence that opens the answers, in order.
    pub transmission: [&'static str; 2],
    /// What stands alone on the line between title and answering office.
    pub and: &'static str,
    /// The heading above the answering office.
    pub answer_word: &'static str,
    /// Where the answer is signed, as the place before the date.
    pub seat: &'static str,
}

/// Every form this program cuts.
const DIALECTS: [Dialect; 1] = [Dialect {
    parliament: "HE",
    house: "HESSISCHER LANDTAG",
    question_word: "Frage",
    remark: "Vorbemerkung",
    government_words: &["Landesregierung", "Minister", "Staatsminister"],
    transmission: ["beantworte", "wie folgt"],
    and: "und",
    answer_word: "Antwort",
    seat: "Wiesbaden",
}];

/// The house stands at the top: further down its name may be anything.
const HEAD_LINES: usize = 30;

impl Dialect {
    /// The form of a paper, by the house that prints it.
    pub(super) fn of(lines: &[Line<'_>]) -> Option<&'static Self> {
        let top = &lines[..lines.len().min(HEAD_LINES)];
        DIALECTS.iter().find(|dialect| top.iter().any(|line| line.text.to_uppercase() == dialect.house))
    }
}
