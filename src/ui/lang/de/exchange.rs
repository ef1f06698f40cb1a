//! What of a project from another program was not taken over, in German.

use super::words::plural;
use crate::model::{ForeignPart, Omission, PassageFault};

pub(super) fn omission(omission: &Omission) -> String {
    match omission {
        Omission::SourceWithoutText { source } => {
            format!("„{source}“ weggelassen: Bild, Aufnahme oder PDF ohne Text.")
        }
        Omission::SourceElsewhere { source, path } => format!(
            "„{source}“ weggelassen: Der Text liegt nicht in der Datei, sondern unter {path}. Exportieren Sie das Projekt mit eingeschlossenen Texten."
        ),
        Omission::SourceMissing { source, path } => {
            format!("„{source}“ weggelassen: Der Text {path} fehlt in der Datei.")
        }
        Omission::SourceEmpty { source } => format!("„{source}“ weggelassen: ohne Text."),
        Omission::SourceTooLarge { source, limit } => {
            format!("„{source}“ weggelassen: Der Text ist größer als {limit} MB.")
        }
        Omission::SourceTwice { source, other } => {
            format!("„{source}“ weggelassen: derselbe Text wie „{other}“.")
        }
        Omission::CutAnew { source } => {
            format!("„{source}“ neu gegliedert: Der Text wurde außerhalb geändert.")
        }
        Omission::GuidTwice { name } => format!("„{name}“ weggelassen: Die Kennung gibt es schon."),
        Omission::CodeTooDeep { code } => {
            format!("Code „{code}“ mit allem darunter weggelassen: zu tief verschachtelt.")
        }
        Omission::CodeAsFacet { code } => {
            format!("Code „{code}“ wurde ein Merkmal: Einstufungen kann es neun geben.")
        }
        Omission::Passage { source, words, why } => {
            format!("Stelle „{words}“ in „{source}“ weggelassen: {}", fault(why))
        }
        Omission::Areas { source, count } => format!(
            "„{source}“: {} weggelassen.",
            plural(*count, "markierter Ausschnitt", "markierte Ausschnitte")
        ),
        Omission::WholeSource { source, code } => {
            format!("Code „{code}“ für „{source}“ als Ganzes weggelassen: Einstufungen gehören zu Fragen.")
        }
        Omission::Question { case } => {
            format!("Fall „{case}“ nicht vollständig übernommen: Frage, Einstufung oder Merkmal fehlt hier.")
        }
        Omission::Memo { name } => format!("Memo „{name}“ weggelassen: Es gehört zu keiner Stelle."),
        Omission::Parts { part, count } => format!("{} weggelassen.", parts(*part, *count)),
    }
}

fn fault(why: &PassageFault) -> String {
    match why {
        PassageFault::NotThere => "Die Worte stehen nicht im Text.".to_owned(),
        PassageFault::NoQuestion => "Sie steht in keiner Frage und keiner Antwort.".to_owned(),
        PassageFault::SeveralAnswers => "Sie reicht über mehrere Antworten.".to_owned(),
        PassageFault::NoCode => "Ihren Code gibt es nicht.".to_owned(),
        PassageFault::OtherTag { kept, other } => {
            format!("Die Frage ist als „{kept}“ eingestuft, die Stelle als „{other}“. Der Beleg bleibt.")
        }
    }
}

fn parts(part: ForeignPart, count: usize) -> String {
    match part {
        ForeignPart::Cases => plural(count, "Fall, der keine Frage ist,", "Fälle, die keine Fragen sind,"),
        ForeignPart::Variables => plural(count, "Variable", "Variablen"),
        ForeignPart::Sets => plural(count, "Gruppe", "Gruppen"),
        ForeignPart::Links => plural(count, "Verknüpfung", "Verknüpfungen"),
        ForeignPart::Graphs => plural(count, "Zeichnung", "Zeichnungen"),
    }
}
