//! Words of the choice what goes out, German.

use crate::model::{CountBy, ExportFamily, ExportFormat, Licence, PageLayout};
use crate::ui::lang::ExportingWords;

pub(super) static EXPORTING: ExportingWords = ExportingWords {
    family: |family| match family {
        ExportFamily::Page => "Seite",
        ExportFamily::Chart => "Bild",
        ExportFamily::Table => "Tabelle",
        ExportFamily::Bibliography => "Literatur",
        ExportFamily::Exchange => "Austausch",
        ExportFamily::Archive => "Archiv",
    },
    format: |format| match format {
        ExportFormat::Html => "HTML",
        ExportFormat::Pdf => "PDF",
        ExportFormat::Docx => "DOCX",
        ExportFormat::Odt => "ODT",
        ExportFormat::Markdown => "Markdown",
        ExportFormat::Svg => "SVG",
        ExportFormat::Png => "PNG",
        ExportFormat::Csv => "CSV, alle Einstufungen",
        ExportFormat::CsvGerman => "CSV für deutsches Excel",
        ExportFormat::Xlsx => "XLSX, alle Tabellen",
        ExportFormat::Units => "Fragen",
        ExportFormat::Documents => "Dokumente",
        ExportFormat::Evidence => "Belege",
        ExportFormat::CodebookTable => "Codebuch",
        ExportFormat::Ledger => "Wiedervorlage",
        ExportFormat::Changes => "Änderungen",
        ExportFormat::Agreement => "Übereinstimmung",
        ExportFormat::AgreementText => "Übereinstimmung als Absatz",
        ExportFormat::Decisions => "Entscheidungen",
        ExportFormat::Spss => "SPSS",
        ExportFormat::Bibtex => "BibTeX",
        ExportFormat::Ris => "RIS",
        ExportFormat::Qdpx => "REFI-QDA-Projekt",
        ExportFormat::Qdc => "REFI-QDA-Codebuch",
        ExportFormat::Replication => "Replikationspaket",
    },
    about: |format| match format {
        ExportFormat::Html => "Eine Datei, in jedem Browser lesbar und auf A4 druckbar.",
        ExportFormat::Pdf => "Druckfertig, mit eingebetteten Schriften.",
        ExportFormat::Docx => "Zum Weiterschreiben in Word.",
        ExportFormat::Odt => "Zum Weiterschreiben in LibreOffice.",
        ExportFormat::Markdown => "Text mit Tabellen, zum Weiterschreiben.",
        ExportFormat::Svg => "Die Diagramme des Überblicks als Zeichnung.",
        ExportFormat::Png => "Die Diagramme des Überblicks als Bild.",
        ExportFormat::Csv => "Eine Zeile je Frage und Person, für R, Python und andere Statistikprogramme.",
        ExportFormat::CsvGerman => "Dasselbe mit Semikolon, so dass ein Doppelklick genügt.",
        ExportFormat::Xlsx => "Alle Tabellen als Blätter; „1-4“ und „21/2112“ bleiben Text.",
        ExportFormat::Units => "Eine Zeile je Frage, eine Spalte je Person.",
        ExportFormat::Documents => "Eine Zeile je Dokument: Kopf, Fristen, Anzahlen.",
        ExportFormat::Evidence => "Eine Zeile je Beleg: Wortlaut, Stelle, Seite.",
        ExportFormat::CodebookTable => "Eine Zeile je Einstufung und Merkmal.",
        ExportFormat::Ledger => "Alle Zusagen: bis wann, Stand am Stichtag, was daraus wurde.",
        ExportFormat::Changes => "Eine Zeile je Arbeitsschritt.",
        ExportFormat::Agreement => "Eine Zeile je Koeffizient: Wert, Intervall, n, Startwert.",
        ExportFormat::AgreementText => "Ein Absatz für den Methodenteil, als Text.",
        ExportFormat::Decisions => {
            "Eine Zeile je entschiedenem Streitfall: alle Einstufungen, Begründung, wer, wann."
        }
        ExportFormat::Spss => "Syntax und Daten.",
        ExportFormat::Bibtex | ExportFormat::Ris => "Die Drucksachen für ein Literaturprogramm.",
        ExportFormat::Qdpx => "Für MAXQDA, ATLAS.ti, NVivo, QualCoder: Texte, Codes, Belege.",
        ExportFormat::Qdc => "Das Codebuch für MAXQDA, ATLAS.ti, NVivo, QualCoder.",
        ExportFormat::Replication => {
            "Texte, Tabellen, Codebuch, Änderungen und Skripte, die jede Zahl nachrechnen."
        }
    },
    layout: |layout| match layout {
        PageLayout::Sheet => "Blatt",
        PageLayout::Press => "Presse",
        PageLayout::Reading => "Lesefassung",
        PageLayout::Report => "Bericht",
    },
    count_by: |by| match by {
        CountBy::Questions => "Fragen",
        CountBy::Answers => "Antworten",
    },
    licence: |licence| match licence {
        Licence::None => "keine",
        Licence::CcBy => "CC BY 4.0",
        Licence::CcBySa => "CC BY-SA 4.0",
        Licence::Cc0 => "CC0 1.0",
    },
    licence_of_package: "Lizenz",
    coder_names: "Namen der Codierenden nennen",
    preview: "Vorschau",
    first_rows: |shown| format!("die ersten {shown} Zeilen"),
    no_preview: "Hiervon gibt es keine Vorschau.",
    writing: |done, of| {
        format!("{} von {} Dokumenten", super::words::DE.number(done), super::words::DE.number(of))
    },
    stop: "Abbrechen",
    stopped: "Export abgebrochen. Es wurde keine Datei geschrieben.",
    quotations: |chosen, most| format!("Zitate: {chosen} von höchstens {most}"),
};
