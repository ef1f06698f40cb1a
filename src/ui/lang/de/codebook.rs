//! The codebook, in German.

use super::words::plural;
use crate::model::analysis::Difference;
use crate::model::edits::codebook::CodebookAct;
use crate::model::{
    CodebookFault, CodebookFormat, CodebookLabels, Language, LineStyle, Meaning, Swatch, TagPart,
};
use crate::ui::lang::CodebookWords;

const HERE: Language = Language::German;

static LABELS: CodebookLabels = CodebookLabels {
    language: HERE,
    language_name: "Deutsch",
    title: "Codebuch",
    version: "Fassung",
    since: "In Kraft seit",
    reason: "Anlass",
    decision: "Reihenfolge der Entscheidung",
    tags: "Einstufungen",
    facets: "Merkmale",
    cases: "Grenzfälle",
    id: "Kennung",
    key: "Taste",
    letter: "Buchstabe",
    colour: "Farbe",
    line: "Linie",
    means: "Das Gefragte ist",
    needs_facet: "Braucht ein Merkmal",
    usual_facets: "Übliche Merkmale",
    yes: "ja",
    no: "nein",
    past: "Frühere Fassungen",
    past_left_out: "Der Wortlaut früherer Fassungen steht nur in der RON-Datei.",
    part,
    swatch: |swatch| match swatch {
        Swatch::Green => "grün",
        Swatch::Orange => "orange",
        Swatch::Blue => "blau",
        Swatch::Plum => "pflaume",
        Swatch::Olive => "oliv",
        Swatch::Teal => "petrol",
    },
    line_style: |line| match line {
        LineStyle::Solid => "durchgezogen",
        LineStyle::Wavy => "gewellt",
        LineStyle::Dashed => "gestrichelt",
        LineStyle::DotDash => "strichpunktiert",
        LineStyle::Double => "doppelt",
        LineStyle::LongDash => "lang gestrichelt",
    },
    meaning: |meaning| match meaning {
        Meaning::Given => "genannt",
        Meaning::NotGiven => "nicht genannt",
        Meaning::PutOff => "aufgeschoben",
        Meaning::Other => "etwas anderes",
    },
};

pub(in crate::ui::lang) static CODEBOOK: CodebookWords = CodebookWords {
    labels: &LABELS,
    reason: "Warum diese Fassung?",
    reason_hint: "zum Beispiel: Grenzfall zum Haushaltsjahr geklärt",
    in_place: "Unter dieser Fassung ist noch nichts eingestuft: Änderungen gelten in ihr.",
    begins_version: |codings| {
        format!(
            "{} unter dieser Fassung: Die erste Änderung am Wortlaut beginnt eine neue.",
            plural(codings, "Einstufung", "Einstufungen")
        )
    },
    import: "Einlesen …",
    export: "Ausgeben",
    format: |format| match format {
        CodebookFormat::Markdown => "Markdown, zum Lesen und Drucken",
        CodebookFormat::Ron => "RON, mit früheren Fassungen",
    },
    written_in: "Wortlaut",
    add_tag: "Einstufung hinzufügen",
    add_facet: "Merkmal hinzufügen",
    add_case: "Grenzfall hinzufügen",
    name_of_tag: "Name der Einstufung",
    name_of_facet: "Name des Merkmals",
    add: "Hinzufügen",
    versions: "Fassungen",
    without_name: "ohne Namen",
    name: "Name",
    on_key: |nth| if nth <= 9 { format!("Taste {nth}") } else { "ohne Taste".to_owned() },
    up: "Nach oben",
    down: "Nach unten",
    merge: "Zusammenlegen mit …",
    merge_into: |name, into| format!("{name} mit {into} zusammenlegen"),
    remove: "Entfernen",
    used: |codings| match codings {
        0 => "noch nicht verwendet".to_owned(),
        some => format!("in {}", plural(some, "Einstufung", "Einstufungen")),
    },
    in_use: |name, codings| {
        format!(
            "„{name}“ steht in {} und bleibt. Zusammenlegen mit:",
            plural(codings, "Einstufung", "Einstufungen")
        )
    },
    sign: |colour, line| format!("{colour}, {line}"),
    exchanges: |sign, with| format!("{sign}, im Tausch mit {with}"),
    meaning_why: |meaning| match meaning {
        Meaning::Given => "Die Frage ist beantwortet. Nichts ist nachzuhalten.",
        Meaning::NotGiven => "Das Gefragte fehlt und ist auch nicht angekündigt.",
        Meaning::PutOff => "Die Frage kommt in die Wiedervorlage: bis wann, und ob die Antwort später kam.",
        Meaning::Other => "Zählt weder als beantwortet noch als offen, etwa für unklare Fälle.",
    },
    needs_facet: "braucht ein Merkmal",
    case: |nth| format!("Grenzfall {nth}"),
    cases_why: "Fälle, über die man stolpert, und wie sie entschieden werden.",
    in_force: "gilt",
    first_version: "die erste Fassung",
    since: |date| format!("seit {date}"),
    codings: |count| plural(count, "Einstufung", "Einstufungen"),
    without_reason: "ohne Angabe des Anlasses",
    difference,
    no_difference: "Der Wortlaut ist derselbe.",
    card: |version, tag| format!("Codebuch {version} · {tag}"),
    card_close: "schließen",
    plan: |version| format!("Codebuch {version} einlesen"),
    plan_why: "Einstufungen tragen, was dieses Codebuch nicht hat. Was soll an die Stelle treten?",
    plan_row: |name, codings| format!("{name}, {}", plural(codings, "Einstufung", "Einstufungen")),
    plan_go: "Einlesen",
    act,
    merged: |name, into, codings| {
        format!("{name} ist jetzt {into}: {}", plural(codings, "Einstufung", "Einstufungen"))
    },
    imported: |version| format!("Codebuch {version} gilt"),
    already_so: "Dieses Codebuch gilt schon",
    fault,
};

pub(super) fn part(part: TagPart) -> &'static str {
    match part {
        TagPart::Name => "Name",
        TagPart::Letter => "Buchstabe",
        TagPart::Short => "Kurz",
        TagPart::Definition => "Definition",
        TagPart::UseWhen => "Verwenden, wenn",
        TagPart::NotWhen => "Nicht, wenn",
        TagPart::Examples => "Beispiele",
        TagPart::TieBreaks => "Abgrenzung",
    }
}

fn difference(difference: &Difference) -> String {
    match difference {
        Difference::TagAdded(name) => format!("neu: {}", name.get(HERE)),
        Difference::TagRemoved(name) => format!("entfernt: {}", name.get(HERE)),
        Difference::TagRenamed { from, to } => format!("„{}“ heißt jetzt „{}“", from.get(HERE), to.get(HERE)),
        Difference::TagPart(name, of) => format!("{}: {} geändert", name.get(HERE), part(*of)),
        Difference::TagMeans(name, means) => {
            format!("{}: das Gefragte ist {}", name.get(HERE), (LABELS.meaning)(*means))
        }
        Difference::TagFacets(name) => format!("{}: andere Merkmale", name.get(HERE)),
        Difference::FacetAdded(name) => format!("neues Merkmal: {}", name.get(HERE)),
        Difference::FacetRemoved(name) => format!("Merkmal entfernt: {}", name.get(HERE)),
        Difference::FacetRenamed { from, to } => {
            format!("Merkmal „{}“ heißt jetzt „{}“", from.get(HERE), to.get(HERE))
        }
        Difference::FacetDefinition(name) => format!("Merkmal {}: Definition geändert", name.get(HERE)),
        Difference::Decision => "Reihenfolge der Entscheidung geändert".to_owned(),
        Difference::CaseAdded(case) => format!("neuer Grenzfall: {}", case.get(HERE)),
        Difference::CaseRemoved(case) => format!("Grenzfall entfernt: {}", case.get(HERE)),
        Difference::CaseChanged(case) => format!("Grenzfall geändert: {}", case.get(HERE)),
    }
}

fn act(act: &CodebookAct, name: &str) -> String {
    let of = if name.is_empty() { String::new() } else { format!(", {name}") };
    match act {
        CodebookAct::Words => format!("Codebuch: Wortlaut{of}"),
        CodebookAct::Reason => "Codebuch: Anlass der Fassung".to_owned(),
        CodebookAct::Version => format!("Codebuch: Fassung {name}"),
        CodebookAct::Sign => format!("Codebuch: Zeichen{of}"),
        CodebookAct::Facets => format!("Codebuch: Merkmale{of}"),
        CodebookAct::Meaning => format!("Codebuch: Bedeutung{of}"),
        CodebookAct::Order => format!("Codebuch: Reihenfolge{of}"),
        CodebookAct::Add if name.is_empty() => "Codebuch: neuer Grenzfall".to_owned(),
        CodebookAct::Add => format!("Codebuch: neu {name}"),
        CodebookAct::Drop => format!("Codebuch: entfernt{of}"),
        CodebookAct::Merge { into } => format!("{name} mit {} zusammengelegt", into.get(HERE)),
        CodebookAct::Import => format!("Codebuch {name} eingelesen"),
    }
}

fn fault(fault: &CodebookFault) -> String {
    match fault {
        CodebookFault::Ron(reason) => reason.clone(),
        CodebookFault::NoLanguage => {
            "die Überschrift „## Deutsch“ oder „## English“ fehlt; das ist kein Codebuch".to_owned()
        }
        CodebookFault::NoTags => "es nennt keine Einstufung".to_owned(),
        CodebookFault::UnknownHeading(name) => format!("„{name}“ gehört nicht in ein Codebuch"),
        CodebookFault::UnknownValue(name, value) => format!("„{name}“ kennt den Wert „{value}“ nicht"),
        CodebookFault::NoId(name) => format!("unter „{name}“ fehlt die Zeile „- Kennung: …“"),
        CodebookFault::Twice(id) => format!("die Kennung „{id}“ steht zweimal da"),
        CodebookFault::OneLanguage(id) => format!("„{id}“ steht nur in einer der beiden Sprachen"),
        CodebookFault::Contradiction(tag, fact) => {
            format!("bei „{tag}“ sagt „{fact}“ in den beiden Sprachen Verschiedenes")
        }
        CodebookFault::UnknownFacet(id) => format!("das Merkmal „{id}“ steht nicht in der Liste"),
    }
}
