//! Everything else, in German.

use super::aids::AIDS;
use super::codebook::CODEBOOK;
use super::coding::CODING;
use super::commands::{command_name, label};
use super::compare::COMPARE;
use super::export::{EXPORT, SUMMARY};
use super::exporting::EXPORTING;
use super::import::IMPORT;
use super::keeping::KEEPING;
use super::ledger::LEDGER;
use super::outline::OUTLINE;
use super::problems::{doubt, finding, problem};
use super::rounds::ROUNDS;
use crate::model::Language;
use crate::ui::lang::Words;

pub(super) const DE: Language = Language::German;

pub(in crate::ui::lang) static WORDS: Words = Words {
    language: DE,
    program: "Landtag Annotator",
    claim: "Antworten auf Kleine Anfragen lesen, einstufen und belegen.",

    key_ctrl: "Strg",
    key_enter: "Eingabe",
    key_space: "Leertaste",
    key_page_down: "Bild↓",
    key_page_up: "Bild↑",
    key_home: "Pos1",
    key_delete: "Entf",
    key_end: "Ende",

    drop_here: "Dokumente hierher ziehen",
    formats: "PDF, DOCX, ODT, HTML, TXT, MD, Ordner oder ein Projekt (.ron, .qdpx)",
    open_dots: "Öffnen …",
    new_project: "Neues Projekt",
    begin_with_sample: "Mit dem Beispiel beginnen",
    sample_about: |questions, answers| {
        format!("Erfundene Drucksache · {questions} Fragen in {answers} Antworten")
    },
    open_sample: "Beispiel öffnen",
    recently_opened: "Zuletzt geöffnet",
    no_projects: "Noch keine Projekte.",
    no_projects_why: "Was Sie öffnen, steht beim nächsten Start hier.",
    recent_about: |documents, finished| {
        let documents_words = plural(documents, "Dokument", "Dokumente");
        match finished {
            0 => format!("{documents_words}, noch keines fertig"),
            _ if finished == documents => format!("{documents_words}, alle eingestuft"),
            _ => format!("{documents_words}, {} eingestuft", DE.number(finished)),
        }
    },
    recent_missing: "Datei nicht gefunden",
    today: |time| format!("heute, {time}"),
    forget_project: "Aus der Liste nehmen",
    steps: "Ablauf",
    steps_three: [
        "Dokument öffnen. Fragen und gemeinsame Antworten werden erkannt.",
        "Antwort lesen, jede Frage mit 1, 2 oder 3 einstufen, Belege markieren.",
        "Zusammenfassung oder Tabelle ausgeben.",
    ],
    offline: "Alles bleibt auf diesem Rechner. Das Programm baut keine Netzverbindung auf.",
    tag_in_brief: |tag| {
        Some(match tag {
            "concrete" => "Die Antwort nennt das Gefragte: ein Datum, eine Zahl, einen Namen.",
            "vague" => "Sie nennt es nicht und stellt es auch nicht in Aussicht.",
            "deferred" => "Sie verlegt es in eine Zukunft ohne Datum.",
            _ => return None,
        })
    },

    untitled: "Unbenanntes Projekt",
    sample_project: "Beispiel (erfunden)",
    project_name: |title, unsaved| {
        if unsaved { format!("{title}, nicht gesichert") } else { title.to_owned() }
    },
    export: "Exportieren",
    more: "Mehr",
    settings: "Einstellungen",
    of: |done, count| format!("{} von {}", DE.number(done), DE.number(count)),
    tagged_of: |done, count| format!("{done} von {} eingestuft", plural(count, "Frage", "Fragen")),

    documents: "Dokumente",
    all: "alle",
    open: "offene",
    filter_hint: "Titel, Partei, Ministerium",
    nothing_passes: "Kein Dokument passt zum Filter.",
    no_document: "Noch kein Dokument. Öffnen Sie eine Drucksache oder ziehen Sie sie hierher.",
    add_documents: "Dokumente hinzufügen",
    without_number: "ohne Nummer",

    reader: "Dokument",
    add_number: "Drucksachennummer ergänzen",
    number_hint: "21/1234",
    not_segmented: "Nicht gegliedert: Diese Druckform ist noch nicht bekannt. Der Text steht hier, wie er in der Datei steht; Fragen und Antworten wurden nicht erkannt.",
    not_segmented_short: "nicht gegliedert",
    no_questions_here: "In diesem Dokument wurden keine Fragen erkannt.",
    printed_head: "Gedruckter Kopf",
    folded_answer: "Antwort zugeklappt",
    folded: "zugeklappt",
    unfolded: "aufgeklappt",
    word_count: |count| plural(count, "Wort", "Wörter"),
    evidence_for: |label| format!("Beleg für {label}"),
    evidence_all: "für alle",
    copy_with_source: "Kopieren mit Quelle",

    question: "Frage",
    open_question: "in Arbeit",
    answer_of: |place, count, words| {
        format!("Antwort {place} von {count} · {}", plural(words, "Wort", "Wörter"))
    },
    questions_jointly: |labels| match labels {
        [one] => format!("Frage {one}"),
        many => format!("Fragen {}, gemeinsam beantwortet", list(many)),
    },
    earlier_questions: "Frühere Fragen",
    later_questions: "Spätere Fragen",
    jointly_answered: "gemeinsam beantwortet",
    all_same: |count| match count {
        2 => "Beide gleich".to_owned(),
        3 => "Alle drei gleich".to_owned(),
        4 => "Alle vier gleich".to_owned(),
        5 => "Alle fünf gleich".to_owned(),
        _ => format!("Alle {count} gleich"),
    },
    shift_digit: "Umschalt + Ziffer",
    change_too: |differing| match differing {
        [(label, tag)] => format!("Frage {label} ist {tag}. Auch ändern?"),
        many => {
            let parts: Vec<String> = many.iter().map(|(label, tag)| format!("{label} ist {tag}")).collect();
            format!("Frage {}. Auch ändern?", parts.join(", "))
        }
    },
    change_all: "Alle ändern",
    only_open: "Nur offene",
    evidence: "Beleg",
    evidence_hint: "Textstelle markieren und B drücken.",
    passages: |count| if count == 0 { String::new() } else { plural(count, "Stelle", "Stellen") },
    passage_name: |quote| format!("Beleg: {quote}"),
    drop_evidence: "Beleg entfernen",
    memo: "Memo",
    memo_hint: "Notiz zu dieser Frage",
    coding_facts: |evidence, memo, later| {
        let parts = [
            (evidence > 0).then(|| plural(evidence, "Beleg", "Belege")),
            memo.then(|| "Memo".to_owned()),
            later.then(|| "später".to_owned()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    },
    cell_name: |label, count, tag, evidence, current| {
        let tag = tag.unwrap_or("offen");
        let evidence =
            if evidence > 0 { format!(", {}", plural(evidence, "Beleg", "Belege")) } else { String::new() };
        let current = if current { ", aktuell" } else { "" };
        format!("Frage {label} von {count}, {tag}{evidence}{current}")
    },
    definitions: "Was die Einstufungen bedeuten",
    use_when: "Verwenden",
    not_when: "Nicht verwenden",

    project_name_field: "Name des Projekts",
    like_file: "Name der Datei",
    language_name: "Sprache",
    look: "Aussehen",
    light: "Hell",
    dark: "Dunkel",
    like_system: "Wie System",
    reading_size: "Schriftgröße",
    usual: "Üblich",
    single_keys: "Einzelne Tasten als Befehle",
    single_keys_why: "Aus, wenn Sie diktieren oder Tasten leicht versehentlich treffen. Pfeile und Strg-Befehle bleiben.",
    on: "An",
    off: "Aus",
    close: "Schließen",
    cancel: "Abbrechen",
    all_keys: "Alle Tasten",
    palette_hint: "Befehl suchen",
    go_to_hint: "Nummer oder Wörter einer Frage, Titel eines Dokuments",
    nothing_found: "Nichts gefunden",
    path: "Pfad",
    path_exists: "Diese Datei gibt es schon. Noch einmal Eingabe ersetzt sie.",
    type_path_open: "Welche Datei öffnen?",
    type_path_export: "Wohin exportieren?",
    type_path_save: "Wohin sichern?",
    path_taken: "Unter diesem Namen gibt es schon eine Datei; nach ihr hat der Dialog nicht gefragt.",
    late_answer: "Die Antwort eines früheren Dateidialogs kam zu spät und wurde nicht verwendet.",
    dialog_is_open: "Es ist noch ein Dateidialog offen.",
    leaving_waits: "Es wird noch geschrieben; danach wird beendet.",
    exported_over: |file, kept| format!("Exportiert: {file}. Die ersetzte Datei heißt jetzt {kept}."),
    also_given: |file| format!("{file} ist ein weiteres Projekt. Es ist immer nur eines offen."),
    no_dialog_service: "Es lässt sich gerade kein Dateidialog öffnen. Geben Sie den Pfad ein; ~ steht für Ihren Ordner.",
    open_verb: "Öffnen",
    save_verb: "Sichern",
    export_dots: "Exportieren …",
    this_document: "Dieses Dokument",
    whole_project: "Ganzes Projekt",
    save_changes: |title| format!("Änderungen an „{title}“ sichern?"),
    save_changes_why: "Ohne Sichern gehen die Änderungen seit dem letzten Sichern verloren.",
    discard: "Verwerfen",

    dismiss: "Ausblenden",
    work_is_kept: "Was auf dem Datenträger stand, ist unversehrt; Ihre Arbeit steht im Fenster.",
    save_elsewhere: "Anderswo sichern …",
    replace_anyway: "Trotzdem ersetzen",
    try_again: "Noch einmal",
    batch: |read, failed| match read {
        0 if failed == 1 => "Die Datei wurde nicht eingelesen:".to_owned(),
        0 => format!("Keine der {} Dateien wurde eingelesen:", DE.number(failed)),
        _ => {
            let read = plural(read, "Dokument", "Dokumente");
            format!("{read} eingelesen, {} nicht:", plural(failed, "Datei", "Dateien"))
        }
    },
    and_more: |count| format!("und {} weitere", DE.number(count)),
    recovered: |changes| {
        let verb = if changes == 1 { "ist" } else { "sind" };
        format!(
            "Das Projekt wurde nicht geschlossen. {} {verb} wiederhergestellt.",
            plural(changes, "Änderung", "Änderungen")
        )
    },
    journal_aside: |file| {
        format!(
            "Die Projektdatei wurde außerhalb geändert, als noch Änderungen offen waren. Sie liegen unverändert in „{file}“."
        )
    },
    set_to: |count, tag| format!("{} auf {tag} gesetzt", plural(count, "Frage", "Fragen")),
    added: |count| format!("{} hinzugefügt", plural(count, "Dokument", "Dokumente")),
    removed: |title| format!("„{}“ entfernt", short(title)),
    saved_without_undo: |file| {
        format!(
            "Gesichert: {file}. Für den Verlauf war kein Platz: Nach dem Schließen lässt sich nichts mehr zurücknehmen."
        )
    },
    saved: |file| format!("Gesichert: {file}"),
    exported: |file| format!("Exportiert: {file}"),
    undone: |what| format!("Rückgängig: {what}"),
    redone: |what| format!("Wiederholt: {what}"),
    copied: "Kopiert",
    select_first: "Textstelle markieren, dann B drücken",
    all_tagged: "Alle Fragen sind eingestuft",
    open_left: |labels| {
        let count = labels.len();
        format!("{} offen: {}", plural(count, "Frage", "Fragen"), labels.join(", "))
    },
    reading: |done, count| format!("{} von {} eingelesen", DE.number(done), DE.number(count)),
    next_document: "Nächstes Dokument",

    import: IMPORT,
    outline: &OUTLINE,
    coding: &CODING,
    ledger: &LEDGER,
    rounds: &ROUNDS,
    compare: &COMPARE,
    keeping: &KEEPING,
    dialogs: &super::dialogs::DIALOGS,
    merging: &super::merging::MERGING,
    search: &super::search::SEARCH,
    aids: &AIDS,
    codebook: &CODEBOOK,
    filters: &super::filters::FILTERS,
    command_name,
    tag_with: |tag| format!("Frage einstufen: {tag}"),
    tag_all_with: |tag| format!("Alle Fragen der Antwort: {tag}"),
    label,
    problem,
    doubt,
    finding,
    check_fine: |documents, codings| {
        format!(
            "In Ordnung: {}, {}.",
            plural(documents, "Dokument", "Dokumente"),
            plural(codings, "Codierung", "Codierungen")
        )
    },
    summary: &SUMMARY,
    exports: &EXPORT,
    exporting: &EXPORTING,
};

pub(super) fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", DE.number(count), if count == 1 { one } else { many })
}

pub(super) fn days(count: i32) -> String {
    if count == 1 { "1 Tag".to_owned() } else { format!("{count} Tage") }
}

/// „1 bis 4“, „5 und 6“, „1, 2 und 7“.
fn list(labels: &[&str]) -> String {
    let numbers: Option<Vec<u32>> = labels.iter().map(|label| label.parse().ok()).collect();
    let in_a_row = numbers.is_some_and(|numbers| numbers.windows(2).all(|pair| pair[1] == pair[0] + 1));
    match labels {
        [first, .., last] if in_a_row && labels.len() > 2 => format!("{first} bis {last}"),
        [rest @ .., last] if !rest.is_empty() => format!("{} und {last}", rest.join(", ")),
        _ => labels.join(", "),
    }
}

/// A title short enough for one line.
pub(super) fn short(title: &str) -> String {
    if title.chars().count() <= 48 {
        title.to_owned()
    } else {
        title.chars().take(46).collect::<String>() + " …"
    }
}
