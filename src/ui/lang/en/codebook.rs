//! The codebook, in English.

use super::words::plural;
use crate::model::analysis::Difference;
use crate::model::edits::codebook::CodebookAct;
use crate::model::{
    CodebookFault, CodebookFormat, CodebookLabels, Language, LineStyle, Meaning, Swatch, TagPart,
};
use crate::ui::lang::CodebookWords;

const HERE: Language = Language::English;

static LABELS: CodebookLabels = CodebookLabels {
    language: HERE,
    language_name: "English",
    title: "Codebook",
    version: "Version",
    since: "In force since",
    reason: "Reason",
    decision: "Order of the decision",
    tags: "Tags",
    facets: "Facets",
    cases: "Boundary cases",
    id: "Id",
    key: "Key",
    letter: "Letter",
    colour: "Colour",
    line: "Line",
    means: "What was asked for is",
    needs_facet: "Needs a facet",
    usual_facets: "Usual facets",
    yes: "yes",
    no: "no",
    past: "Earlier versions",
    past_left_out: "The words of earlier versions are in the RON file only.",
    part,
    swatch: |swatch| match swatch {
        Swatch::Green => "green",
        Swatch::Orange => "orange",
        Swatch::Blue => "blue",
        Swatch::Plum => "plum",
        Swatch::Olive => "olive",
        Swatch::Teal => "teal",
    },
    line_style: |line| match line {
        LineStyle::Solid => "solid",
        LineStyle::Wavy => "wavy",
        LineStyle::Dashed => "dashed",
        LineStyle::DotDash => "dot and dash",
        LineStyle::Double => "double",
        LineStyle::LongDash => "long dashes",
    },
    meaning: |meaning| match meaning {
        Meaning::Given => "given",
        Meaning::NotGiven => "not given",
        Meaning::PutOff => "put off",
        Meaning::Other => "something else",
    },
};

pub(in crate::ui::lang) static CODEBOOK: CodebookWords = CodebookWords {
    labels: &LABELS,
    reason: "Why this version?",
    reason_hint: "for example: boundary case on the budget year settled",
    in_place: "Nothing is rated under this version yet: changes apply to it.",
    begins_version: |codings| {
        format!(
            "{} under this version: the first change of its words begins a new one.",
            plural(codings, "rating", "ratings")
        )
    },
    import: "Import …",
    export: "Export",
    format: |format| match format {
        CodebookFormat::Markdown => "Markdown, to read and print",
        CodebookFormat::Ron => "RON, with earlier versions",
    },
    written_in: "Words",
    add_tag: "Add a tag",
    add_facet: "Add a facet",
    add_case: "Add a boundary case",
    name_of_tag: "Name of the tag",
    name_of_facet: "Name of the facet",
    add: "Add",
    versions: "Versions",
    without_name: "without a name",
    name: "Name",
    on_key: |nth| if nth <= 9 { format!("Key {nth}") } else { "no key".to_owned() },
    up: "Move up",
    down: "Move down",
    merge: "Merge with …",
    merge_into: |name, into| format!("Merge {name} with {into}"),
    remove: "Remove",
    used: |codings| match codings {
        0 => "not used yet".to_owned(),
        some => format!("in {}", plural(some, "rating", "ratings")),
    },
    in_use: |name, codings| {
        format!("\"{name}\" is in {} and stays. Merge with:", plural(codings, "rating", "ratings"))
    },
    sign: |colour, line| format!("{colour}, {line}"),
    exchanges: |sign, with| format!("{sign}, in exchange with {with}"),
    meaning_why: |meaning| match meaning {
        Meaning::Given => "The question is answered. Nothing is to be followed up.",
        Meaning::NotGiven => "What was asked for is missing and not announced either.",
        Meaning::PutOff => {
            "The question goes into the ledger: until when, and whether the answer came later."
        }
        Meaning::Other => "Counts neither as answered nor as open, for unclear cases.",
    },
    needs_facet: "needs a facet",
    case: |nth| format!("Boundary case {nth}"),
    cases_why: "Cases that coders stumble over, and how they are decided.",
    in_force: "in force",
    first_version: "the first version",
    since: |date| format!("since {date}"),
    codings: |count| plural(count, "rating", "ratings"),
    without_reason: "no reason given",
    difference,
    no_difference: "The words are the same.",
    card: |version, tag| format!("Codebook {version} · {tag}"),
    card_close: "close",
    plan: |version| format!("Read in codebook {version}"),
    plan_why: "Ratings carry what this codebook does not have. What takes its place?",
    plan_row: |name, codings| format!("{name}, {}", plural(codings, "rating", "ratings")),
    plan_go: "Read in",
    act,
    merged: |name, into, codings| format!("{name} is now {into}: {}", plural(codings, "rating", "ratings")),
    imported: |version| format!("Codebook {version} is in force"),
    already_so: "This codebook is in force already",
    fault,
};

pub(super) fn part(part: TagPart) -> &'static str {
    match part {
        TagPart::Name => "Name",
        TagPart::Letter => "Letter",
        TagPart::Short => "In short",
        TagPart::Definition => "Definition",
        TagPart::UseWhen => "Use when",
        TagPart::NotWhen => "Not when",
        TagPart::Examples => "Examples",
        TagPart::TieBreaks => "Tie-breaks",
    }
}

fn difference(difference: &Difference) -> String {
    match difference {
        Difference::TagAdded(name) => format!("new: {}", name.get(HERE)),
        Difference::TagRemoved(name) => format!("removed: {}", name.get(HERE)),
        Difference::TagRenamed { from, to } => {
            format!("\"{}\" is now called \"{}\"", from.get(HERE), to.get(HERE))
        }
        Difference::TagPart(name, of) => format!("{}: {} changed", name.get(HERE), part(*of)),
        Difference::TagMeans(name, means) => {
            format!("{}: what was asked for is {}", name.get(HERE), (LABELS.meaning)(*means))
        }
        Difference::TagFacets(name) => format!("{}: other facets", name.get(HERE)),
        Difference::FacetAdded(name) => format!("new facet: {}", name.get(HERE)),
        Difference::FacetRemoved(name) => format!("facet removed: {}", name.get(HERE)),
        Difference::FacetRenamed { from, to } => {
            format!("facet \"{}\" is now called \"{}\"", from.get(HERE), to.get(HERE))
        }
        Difference::FacetDefinition(name) => format!("facet {}: definition changed", name.get(HERE)),
        Difference::Decision => "order of the decision changed".to_owned(),
        Difference::CaseAdded(case) => format!("new boundary case: {}", case.get(HERE)),
        Difference::CaseRemoved(case) => format!("boundary case removed: {}", case.get(HERE)),
        Difference::CaseChanged(case) => format!("boundary case changed: {}", case.get(HERE)),
    }
}

fn act(act: &CodebookAct, name: &str) -> String {
    let of = if name.is_empty() { String::new() } else { format!(", {name}") };
    match act {
        CodebookAct::Words => format!("Codebook: words{of}"),
        CodebookAct::Reason => "Codebook: reason of the version".to_owned(),
        CodebookAct::Version => format!("Codebook: version {name}"),
        CodebookAct::Sign => format!("Codebook: sign{of}"),
        CodebookAct::Facets => format!("Codebook: facets{of}"),
        CodebookAct::Meaning => format!("Codebook: meaning{of}"),
        CodebookAct::Order => format!("Codebook: order{of}"),
        CodebookAct::Add if name.is_empty() => "Codebook: new boundary case".to_owned(),
        CodebookAct::Add => format!("Codebook: new {name}"),
        CodebookAct::Drop => format!("Codebook: removed{of}"),
        CodebookAct::Merge { into } => format!("{name} merged with {}", into.get(HERE)),
        CodebookAct::Import => format!("Codebook {name} read in"),
    }
}

fn fault(fault: &CodebookFault) -> String {
    match fault {
        CodebookFault::Ron(reason) => reason.clone(),
        CodebookFault::NoLanguage => {
            "the heading \"## Deutsch\" or \"## English\" is missing; this is no codebook".to_owned()
        }
        CodebookFault::NoTags => "it names no tag".to_owned(),
        CodebookFault::UnknownHeading(name) => format!("\"{name}\" does not belong into a codebook"),
        CodebookFault::UnknownValue(name, value) => format!("\"{name}\" does not know the value \"{value}\""),
        CodebookFault::NoId(name) => format!("the line \"- Id: …\" is missing under \"{name}\""),
        CodebookFault::Twice(id) => format!("the id \"{id}\" stands there twice"),
        CodebookFault::OneLanguage(id) => format!("\"{id}\" stands in one of the two languages only"),
        CodebookFault::Contradiction(tag, fact) => {
            format!("at \"{tag}\" the two languages contradict each other in \"{fact}\"")
        }
        CodebookFault::UnknownFacet(id) => format!("the facet \"{id}\" is not in the list"),
    }
}
