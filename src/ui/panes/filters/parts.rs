//! The single conditions of a filter: what each is called, and the filter with or without it.

use crate::model::{Asked, CoderId, FacetId, Filter, TagId, Unsettled, parliament};
use crate::ui::Cx;

/// One condition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Tag(TagId),
    Open,
    Facet(FacetId),
    Asked(Asked),
    Parliament(String),
    Office(String),
    Party(String),
    From,
    Until,
    Coder(CoderId),
    Unsettled(Unsettled),
}

/// The conditions of a filter, in the order in which they are offered.
pub(super) fn parts(filter: &Filter) -> Vec<Part> {
    let mut parts: Vec<Part> = filter.tags.iter().cloned().map(Part::Tag).collect();
    parts.extend(filter.open.then_some(Part::Open));
    parts.extend(filter.unsettled.iter().copied().map(Part::Unsettled));
    parts.extend(filter.facets.iter().cloned().map(Part::Facet));
    parts.extend(filter.asked.iter().copied().map(Part::Asked));
    parts.extend(filter.parliaments.iter().cloned().map(Part::Parliament));
    parts.extend(filter.offices.iter().cloned().map(Part::Office));
    parts.extend(filter.parties.iter().cloned().map(Part::Party));
    parts.extend(filter.from.map(|_| Part::From));
    parts.extend(filter.until.map(|_| Part::Until));
    parts.extend(filter.coders.iter().copied().map(Part::Coder));
    parts
}

impl Part {
    /// The filter without this condition where it has it, else with it.
    pub fn toggled(&self, filter: &Filter) -> Filter {
        let mut filter = filter.clone();
        match self {
            Self::Tag(tag) => toggle(&mut filter.tags, tag),
            Self::Open => filter.open = !filter.open,
            Self::Facet(facet) => toggle(&mut filter.facets, facet),
            Self::Asked(asked) => toggle(&mut filter.asked, asked),
            Self::Parliament(code) => toggle(&mut filter.parliaments, code),
            Self::Office(office) => toggle(&mut filter.offices, office),
            Self::Party(party) => toggle(&mut filter.parties, party),
            Self::From => filter.from = None,
            Self::Until => filter.until = None,
            Self::Coder(coder) => toggle(&mut filter.coders, coder),
            Self::Unsettled(what) => toggle(&mut filter.unsettled, what),
        }
        filter
    }

    /// What it is called.
    pub fn name(&self, filter: &Filter, cx: &Cx<'_>) -> String {
        let language = cx.words.language;
        let (codebook, words) = (cx.project.codebook(), cx.words.filters);
        let date = |date: Option<jiff::civil::Date>| date.map(|date| language.date(date)).unwrap_or_default();
        match self {
            Self::Tag(id) => codebook.tag(id).map_or(id.0.clone(), |tag| tag.name.get(language).to_owned()),
            Self::Open => words.open.to_owned(),
            Self::Facet(id) => {
                codebook.facet(id).map_or(id.0.clone(), |facet| facet.name.get(language).to_owned())
            }
            Self::Asked(kind) => (cx.words.coding.asked)(*kind).to_owned(),
            Self::Parliament(code) if code.is_empty() => (words.not_printed)(words.parliament),
            Self::Office(printed) if printed.is_empty() => (words.not_printed)(words.office),
            Self::Party(printed) if printed.is_empty() => (words.not_printed)(words.party),
            Self::Parliament(code) => parliament(code).map_or(code.clone(), |house| house.state.to_owned()),
            Self::Office(printed) | Self::Party(printed) => printed.clone(),
            Self::From => (words.since)(&date(filter.from)),
            Self::Until => (words.till)(&date(filter.until)),
            Self::Coder(id) => {
                cx.project.coder(*id).map_or_else(|| id.0.to_string(), crate::model::Coder::name_or_number)
            }
            Self::Unsettled(what) => (words.unsettled)(*what).to_owned(),
        }
    }
}

fn toggle<T: PartialEq + Clone>(list: &mut Vec<T>, one: &T) {
    let before = list.len();
    list.retain(|other| other != one);
    if list.len() == before {
        list.push(one.clone());
    }
}
