//! What a person can ask for, and what was done, in German.

use super::codebook::CODEBOOK;
use super::coding::asked;
use super::words::{plural, short};
use crate::model::edits::{Label, OutlineStep};
use crate::model::{Codebook, CodebookFormat, Language, TagId};
use crate::ui::{Command, View};

pub(super) fn command_name(command: &Command) -> Option<&'static str> {
    Some(match command {
        Command::NewProject => "Neues Projekt",
        Command::Open => "Öffnen …",
        Command::AddDocuments => "Dokumente hinzufügen …",
        Command::AddFolder => super::import::IMPORT.add_folder,
        Command::Sample => "Beispiel öffnen",
        Command::Save => "Sichern",
        Command::SaveAs => "Sichern unter …",
        Command::Export => "Exportieren …",
        Command::ImportView => "Protokoll des Einlesens",
        Command::PrintFacts => "So wurde das Dokument eingelesen",
        Command::CloseProject => "Projekt schließen",
        Command::Quit => "Beenden",
        Command::Undo => "Rückgängig",
        Command::Redo => "Wiederholen",
        Command::GoView(View::Coding) => "Einstufen",
        Command::GoView(View::Ledger) => "Wiedervorlage",
        Command::GoView(View::Codebook) => "Codebuch",
        Command::ImportCodebook => "Codebuch einlesen …",
        Command::ExportCodebook(CodebookFormat::Markdown) => "Codebuch als Markdown ausgeben …",
        Command::ExportCodebook(CodebookFormat::Ron) => "Codebuch als RON ausgeben …",
        Command::Facets => "Merkmal setzen, dann Ziffer",
        Command::AskedFor => "Gefragt ist, dann Ziffer",
        Command::DropChosenEvidence => "Gewählten Beleg entfernen",
        Command::RemoveThisDocument => "Dokument entfernen",
        Command::Clear => "Einstufung entfernen",
        Command::ClearAll => "Einstufungen der Antwort entfernen",
        Command::Later => "Später ansehen",
        Command::EditMemo => "Memo schreiben",
        Command::Evidence => "Markierte Stelle als Beleg",
        Command::EvidenceForAll => "Beleg für alle Fragen der Antwort",
        Command::NextQuestion => "Nächste Frage",
        Command::PreviousQuestion => "Vorige Frage",
        Command::NextAnswer => "Nächste Antwort",
        Command::PreviousAnswer => "Vorige Antwort",
        Command::NextOpen => "Nächste offene Frage",
        Command::PreviousOpen => "Vorige offene Frage",
        Command::NextDocument => "Nächstes Dokument",
        Command::PreviousDocument => "Voriges Dokument",
        Command::Enter => "Nächste Frage, oder Beleg, wenn etwas markiert ist",
        Command::ScrollDown => "Nach unten rollen",
        Command::ScrollUp => "Nach oben rollen",
        Command::PageDown => "Seite nach unten",
        Command::PageUp => "Seite nach oben",
        Command::Top => "Anfang des Dokuments",
        Command::Bottom => "Ende des Dokuments",
        Command::NextSentence => "Nächsten Satz markieren",
        Command::PreviousSentence => "Vorigen Satz markieren",
        Command::ExtendNextSentence => "Markierung um den nächsten Satz erweitern",
        Command::ExtendPreviousSentence => "Markierung um den vorigen Satz erweitern",
        Command::Caret => "Cursor in den Text setzen",
        Command::Copy => "Kopieren",
        Command::CopyWithSource => "Kopieren mit Quelle",
        Command::Fold => "Vorbemerkungen auf- und zuklappen",
        Command::FoldFinished => "Fertige Antworten auf- und zuklappen",
        Command::OutlineMode => "Gliederung von Hand berichtigen, zurück zum Lesen",
        Command::NextPart => "Gliederung: nächster Teil",
        Command::PreviousPart => "Gliederung: voriger Teil",
        Command::SplitPart => "Gliederung: hier teilen",
        Command::JoinPart => "Gliederung: mit dem vorigen Teil verbinden",
        Command::MarkQuestion => "Gliederung: als Frage auszeichnen",
        Command::MarkAnswer => "Gliederung: als Antwort auszeichnen",
        Command::MarkJoint => "Gliederung: als Hinweis zur Antwort auszeichnen",
        Command::MarkRemark => "Gliederung: als Vorbemerkung der Fragenden auszeichnen",
        Command::MarkGovernmentRemark => "Gliederung: als Vorbemerkung der Regierung auszeichnen",
        Command::MarkRest => "Gliederung: als Rest auszeichnen, weder Frage noch Antwort",
        Command::Renumber => "Gliederung: Nummer der Frage, Fragen der Antwort",
        Command::BorderUp => "Gliederung: Grenze einen Satz nach oben",
        Command::BorderDown => "Gliederung: Grenze einen Satz nach unten",
        Command::BorderWordUp => "Gliederung: Grenze ein Wort nach oben",
        Command::BorderWordDown => "Gliederung: Grenze ein Wort nach unten",
        Command::NextDoubt => "Nächste Prüfstelle",
        Command::Recut => "Neu gliedern, Berichtigtes bleibt",
        Command::ConfirmOutline => "Gliederung bestätigen",
        Command::List => "Liste der Dokumente",
        Command::Pane => "Einstufungen zeigen oder verbergen",
        Command::Larger => "Text größer",
        Command::Smaller => "Text kleiner",
        Command::UsualSize => "Text in üblicher Größe",
        Command::FullScreen => "Vollbild",
        Command::Palette => "Befehle suchen",
        Command::GoTo => "Zu Frage oder Dokument gehen",
        Command::FollowReference => "Dem nächsten Verweis folgen",
        Command::Definition => "Was die Einstufungen bedeuten",
        Command::Keys => "Alle Tasten",
        Command::Settings => "Einstellungen",
        Command::NextRegion => "Nächster Bereich",
        Command::PreviousRegion => "Voriger Bereich",
        Command::Escape => "Schließen, Markierung aufheben, zurück zum Text",
        _ => return None,
    })
}

pub(super) fn label(label: &Label, codebook: &Codebook) -> String {
    let name = |tag: &TagId| codebook.tag(tag).map_or(tag.0.clone(), |tag| tag.name.de.clone());
    match label {
        Label::Tag { question, tag } => format!("Frage {question} auf {}", name(tag)),
        Label::TagAll { count, tag } => format!("{} auf {}", plural(*count, "Frage", "Fragen"), name(tag)),
        Label::ClearTag { question } => format!("Einstufung von Frage {question} entfernt"),
        Label::ClearAll { count } => format!("Einstufung von {} entfernt", plural(*count, "Frage", "Fragen")),
        Label::Memo { question } => format!("Memo zu Frage {question}"),
        Label::Later { question, on: true } => format!("Frage {question} auf später"),
        Label::Later { question, on: false } => format!("Frage {question} nicht mehr auf später"),
        Label::Evidence { question } => format!("Beleg für Frage {question}"),
        Label::DropEvidence { question } => format!("Beleg von Frage {question} entfernt"),
        Label::MoveEvidence { question } => format!("Ende des Belegs von Frage {question} verschoben"),
        Label::Facet { question, facet, on } => {
            let facet = codebook.facet(facet).map_or(facet.0.as_str(), |facet| &facet.name.de);
            format!("Frage {question}: {facet}{}", if *on { "" } else { " entfernt" })
        }
        Label::Asked { question, asked: kind, on } => {
            format!("Frage {question}: gefragt ist {}{}", asked(*kind), if *on { "" } else { " entfernt" })
        }
        Label::Promise { question } => format!("Zusage zu Frage {question}"),
        Label::LedgerDay => "Stichtag der Wiedervorlage".to_owned(),
        Label::Cues => "Signalwörter".to_owned(),
        Label::Codebook { act, name } => (CODEBOOK.act)(act, name.get(Language::German)),
        Label::ReadAgain { title } => format!("„{}“ neu eingelesen", short(title)),
        Label::AddDocuments { count } => format!("{} hinzugefügt", plural(*count, "Dokument", "Dokumente")),
        Label::RemoveDocument { title } => format!("„{}“ entfernt", short(title)),
        Label::Rename => "Name des Projekts".to_owned(),
        Label::Number => "Drucksachennummer".to_owned(),
        Label::Head => "Angaben im Kopf".to_owned(),
        Label::Outline { step, question } => {
            let of = question.as_ref().map(|label| format!(" {label}")).unwrap_or_default();
            match step {
                OutlineStep::Question => format!("Frage{of} ausgezeichnet"),
                OutlineStep::Answer => format!("Antwort zu Frage{of} ausgezeichnet"),
                OutlineStep::Joint => format!("Hinweis zu Frage{of} ausgezeichnet"),
                OutlineStep::Remark => "Vorbemerkung ausgezeichnet".to_owned(),
                OutlineStep::Rest => "Rest ausgezeichnet".to_owned(),
                OutlineStep::Split => format!("geteilt, neu: Frage{of}"),
                OutlineStep::Join => "verbunden".to_owned(),
                OutlineStep::Border => "Grenze verschoben".to_owned(),
                OutlineStep::Relabel => format!("Frage umnummeriert:{of}"),
                OutlineStep::Attach => format!("Frage{of} der Antwort zugeordnet"),
                OutlineStep::Detach => format!("Frage{of} von der Antwort gelöst"),
                OutlineStep::Settle => "Prüfstelle erledigt".to_owned(),
                OutlineStep::Confirm => "Gliederung bestätigt".to_owned(),
                OutlineStep::Recut => "neu gegliedert".to_owned(),
            }
        }
    }
}
