//! What the columns of tables hold, German.

use super::coding::asked;
use crate::model::analysis::tables::{Field, TableWords};
use crate::model::{Language, TagPart};

pub(super) static TABLES: TableWords = TableWords {
    about,
    facet: |name| format!("Merkmal „{name}“ gesetzt (0 nein, 1 ja)"),
    asked: |kind| format!("Gefragt ist: {} (0 nein, 1 ja)", asked(kind)),
    tag_by: |coder, round| format!("Einstufung von {coder}, Durchgang {round}"),
    count_of: |tag| format!("Fragen mit der Einstufung „{tag}“"),
    not_coded: "nicht eingestuft",
    yes: "ja",
    no: "nein",
};

fn about(field: Field) -> String {
    let about = match field {
        Field::DocId => "Kennung des Dokuments: erste 16 Stellen des SHA-256 seines Textes",
        Field::Drucksache => "Nummer der Drucksache",
        Field::QuestionDrucksache => "Nummer der Drucksache mit der Frage, wo es eine andere ist",
        Field::Land => "Kürzel des Parlaments",
        Field::Parliament => "Parlament",
        Field::Kind => "Art der Anfrage",
        Field::Title => "Titel, wie gedruckt",
        Field::Askers => "Fragende, wie gedruckt",
        Field::AskerParty => "Fraktionen der Fragenden, getrennt durch |",
        Field::Ministry => "Antwortende Stelle, wie gedruckt",
        Field::Signatory => "Unterzeichnet von",
        Field::DateQuestion => "Tag der Frage",
        Field::DateAnswer => "Tag der Antwort",
        Field::DatePublished => "Tag der Ausgabe",
        Field::DaysQA => "Tage von der Frage bis zur Antwort",
        Field::DaysQP => "Tage von der Frage bis zur Ausgabe",
        Field::Answers => "Antworten im Dokument; gemeinsam beantwortete Fragen zählen einmal",
        Field::Questions => "Fragen im Dokument",
        Field::Open => "Fragen ohne Einstufung",
        Field::Characters => "Länge des Textes in Unicode-Codepunkten",
        Field::File => "Datei, aus der das Dokument gelesen wurde",
        Field::FileFormat => "Format dieser Datei",
        Field::Sha256 => "SHA-256 des Textes in UTF-8",
        Field::QuestionId => "Kennung der Frage, im ganzen Projekt nur einmal",
        Field::QuestionNo => "Nummer der Frage, wie gedruckt",
        Field::Question => "Wortlaut der Frage",
        Field::AnswerGroup => "Antwort, zu der die Frage gehört, im Dokument gezählt",
        Field::QuestionsInAnswer => "Fragen, die diese Antwort gemeinsam beantwortet",
        Field::HasAnswer => "Ein Antworttext wurde gefunden (0 nein, 1 ja)",
        Field::Coder => "Wer eingestuft hat",
        Field::Pass => "Durchgang",
        Field::Tag => "Einstufung der Antwort",
        Field::TagCode => "Einstufung der Antwort als Zahl, -9 fehlt",
        Field::Facets => "Merkmale, getrennt durch |",
        Field::AskedFor => "Wonach gefragt wird, getrennt durch |",
        Field::Evidence => "Belegstellen, getrennt durch |",
        Field::EvidenceStart => "Anfänge der Belegstellen, Unicode-Codepunkte ab 0, getrennt durch |",
        Field::EvidenceEnd => "Enden der Belegstellen, nicht mehr dazugehörig, getrennt durch |",
        Field::EvidencePage => "Seiten, auf denen die Belegstellen beginnen, getrennt durch |",
        Field::Memo => "Memo",
        Field::Later => "Für später zurückgelegt (0 nein, 1 ja)",
        Field::CodedAt => "Zuletzt geändert (UTC)",
        Field::CodebookVersion => "Fassung des Codebuchs, die bei der Einstufung galt",
        Field::EvidenceId => "Kennung der Belegstelle",
        Field::Start => "Anfang der Belegstelle, Unicode-Codepunkte ab 0",
        Field::End => "Ende der Belegstelle, Unicode-Codepunkte, nicht mehr dazugehörig",
        Field::Page => "Seite, auf der die Belegstelle beginnt",
        Field::Quotation => "Belegstelle, wörtlich",
        Field::InPlace => "Der Wortlaut steht noch an dieser Stelle (0 nein, 1 ja)",
        Field::UntilKind => "Art der Angabe: date Datum, period Zeitraum, condition Bedingung",
        Field::UntilWords => "Bis wann, im Wortlaut",
        Field::Due => "Frist",
        Field::AsOf => "Stichtag",
        Field::State => "Stand am Stichtag",
        Field::DaysPastDue => "Tage seit der Frist am Stichtag, davor negativ",
        Field::AskedBeforeIn => "Drucksache, in der zuvor danach gefragt wurde",
        Field::Outcome => "Ergebnis: kept eingelöst, renewed erneut aufgeschoben, broken nicht eingelöst",
        Field::OutcomePaper => "Dokument und Frage, die das Ergebnis zeigen",
        Field::OutcomeDate => "Tag, an dem das Ergebnis bekannt wurde",
        Field::OutcomeSource => "Quelle des Ergebnisses außerhalb des Projekts",
        Field::Entry => "Eintrag des Codebuchs: tag Einstufung, facet Merkmal",
        Field::Id => "Kennung, die bei Umbenennung bleibt",
        Field::Code => "Zahl, die in tag_code steht",
        Field::Words(part, language) => return words(part, language),
        Field::Means => "Was die Einstufung über das Erfragte sagt",
        Field::NeedsFacet => "Verlangt ein Merkmal (0 nein, 1 ja)",
        Field::UsualFacets => "Übliche Merkmale, getrennt durch |",
        Field::Version => "Fassung des Codebuchs",
        Field::Step => "Nummer des Schritts, der älteste zuerst",
        Field::At => "Zeitpunkt (UTC), wo die Einstufung ihn trägt",
        Field::What => "Was getan wurde",
        Field::TagBefore => "Einstufung vor dem Schritt",
        Field::TagAfter => "Einstufung nach dem Schritt",
        Field::CountedBy => "Was gezählt wird: questions Fragen, answers Antworten",
        Field::Chart => "Diagramm des Überblicks",
        Field::Group => "Balken: wovon die Zahl ist",
        Field::Measure => "Was die Zahl ist",
        Field::Value => "Die Zahl; Anteile von 0 bis 1",
        Field::TableName => "Tabelle",
        Field::ColumnName => "Spalte",
        Field::TypeName => {
            "Art: text, number ganze Zahl, decimal, flag 0 oder 1, date Datum, time Zeitpunkt (UTC)"
        }
        Field::About => "Was in der Spalte steht",
    };
    about.to_owned()
}

fn words(part: TagPart, language: Language) -> String {
    let part = match part {
        TagPart::Name => "Name",
        TagPart::Letter => "Buchstabe",
        TagPart::Short => "Kurzform",
        TagPart::Definition => "Definition",
        TagPart::UseWhen => "Wann zu verwenden",
        TagPart::NotWhen => "Wann nicht zu verwenden",
        TagPart::Examples => "Beispiele",
        TagPart::TieBreaks => "Abgrenzung",
    };
    let language = if language == Language::German { "deutsch" } else { "englisch" };
    format!("{part}, {language}")
}
