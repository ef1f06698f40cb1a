//! The groups of places as the lines of one list, so that only what is visible is laid out.

use std::collections::BTreeSet;

use crate::model::analysis::{Again, Reason, Why};
use crate::model::{Codebook, FacetId, Meaning};
use crate::ui::Cx;

/// How many places of a group are shown before a person asks for all.
const FIRST: usize = 5;

/// One line. All are of one height.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Line {
    /// The sentence of a group, by place.
    Group(usize),
    /// A question, by group and place.
    Place(usize, usize),
    /// Shows the rest of a group, or hides it.
    More(usize),
}

/// The lines of all groups; of those that are not open, the first places.
pub(super) fn lines(groups: &[(Reason, Vec<Again>)], open: &BTreeSet<Reason>) -> Vec<Line> {
    let mut lines = Vec::new();
    for (nth, (reason, places)) in groups.iter().enumerate() {
        lines.push(Line::Group(nth));
        // One more than the first few is shown at once.
        let is_long = places.len() > FIRST + 1;
        let shown = if is_long && !open.contains(reason) { FIRST } else { places.len() };
        lines.extend((0..shown).map(|place| Line::Place(nth, place)));
        if is_long {
            lines.push(Line::More(nth));
        }
    }
    lines
}

/// The sentence of a group.
pub(super) fn sentence(reason: Reason, places: &[Again], cx: &Cx<'_>) -> String {
    let codebook = cx.project.codebook();
    let language = cx.words.language;
    let meaning = |wanted: Meaning| -> Vec<&str> {
        let tags = codebook.tags.iter().filter(|tag| tag.means == wanted);
        tags.map(|tag| tag.name.get(language)).collect()
    };
    let names: Vec<&str> = match reason {
        Reason::GivenWithoutFact => meaning(Meaning::Given),
        Reason::PutOffWithDate => meaning(Meaning::PutOff),
        Reason::NoFacet => {
            let asks = codebook.tags.iter().filter(|tag| tag.needs_facet);
            asks.map(|tag| tag.name.get(language)).collect()
        }
        Reason::NoneYetNotPutOff => {
            let facet = codebook.facet(&FacetId("none_yet".to_owned()));
            facet.map(|facet| facet.name.get(language)).into_iter().collect()
        }
        _ => Vec::new(),
    };
    (cx.words.aids.reason)(reason, places.len(), &names.join(", "))
}

/// What a line says below its question.
pub(super) fn why(again: &Again, cx: &Cx<'_>) -> String {
    let words = cx.words.aids;
    match &again.why {
        Why::Nothing => String::new(),
        Why::Words(said) => (words.quoted)(&said.split_whitespace().collect::<Vec<_>>().join(" ")),
        Why::Tag(tag) => name(cx.project.codebook(), tag, cx),
        Why::Beside(beside) => {
            let named: Vec<(String, String)> = beside
                .iter()
                .map(|(label, tag)| (label.clone(), name(cx.project.codebook(), tag, cx)))
                .collect();
            (words.beside)(&named)
        }
        Why::Version(version) => (words.coded_under)(version),
    }
}

fn name(codebook: &Codebook, tag: &crate::model::TagId, cx: &Cx<'_>) -> String {
    codebook.tag(tag).map_or_else(|| tag.0.clone(), |tag| tag.name.get(cx.words.language).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DocumentId, QuestionId, QuestionRef};

    #[test]
    fn long_groups_show_their_first_places() {
        let place = |number| Again {
            question: QuestionRef { document: DocumentId(1), question: QuestionId(number) },
            why: Why::Nothing,
        };
        let groups = vec![
            (Reason::NoEvidence, (0..9).map(place).collect::<Vec<_>>()),
            (Reason::Later, (0..6).map(place).collect()),
        ];
        let count = |open: &[Reason]| lines(&groups, &open.iter().copied().collect()).len();
        assert_eq!(count(&[]), 1 + 5 + 1 + 1 + 6);
        assert_eq!(count(&[Reason::NoEvidence]), 1 + 9 + 1 + 1 + 6);
        assert_eq!(lines(&groups, &BTreeSet::new())[6], Line::More(0));
    }
}
