//! German. Kurz, Gegenwart, Sie; „…“, 0,82, 10.543, 10.04.2026.

use super::words::Words;
use crate::model::analysis::SummaryWords;
use crate::model::edits::Label;
use crate::model::{Codebook, DoubtKind, ExportFormat, Finding, Language, Problem, TagId};
use crate::ui::Command;

const DE: Language = Language::German;

pub(super) static WORDS: Words = Words {
    language: DE,
    program: "Landtag Annotator",
    claim: "Antworten auf Kleine Anfragen lesen, einstufen und belegen.",

    key_ctrl: "Strg",
    key_enter: "Eingabe",
    key_space: "Leertaste",
    key_page_down: "Bild↓",
    key_page_up: "Bild↑",
    key_home: "Pos1",
    key_end: "Ende",

    drop_here: "Dokumente hierher ziehen",
    formats: "TXT, MD oder ein Projekt (.ron)",
    open_dots: "Öffnen …",
    new_project: "Neues Projekt",
    begin_with_sample: "Mit dem Beispiel beginnen",
    sample_about: |questions, answers| {
        format!("Erfundene Drucksache · {questions} Fragen in {answers} Antworten · etwa zehn Minuten")
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
        "Dokument öffnen. Fragen und gemeinsame Antworten werden erkannt; Sie prüfen die Gliederung.",
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
    like_file: "wie die Datei",
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
    type_path_save: "Wohin sichern?",
    no_dialog_service: "Auf diesem Rechner läuft kein Dateidialog. Geben Sie den Pfad ein; ~ steht für Ihren Ordner.",
    open_verb: "Öffnen",
    save_verb: "Sichern",
    export_dots: "Exportieren …",
    this_document: "Dieses Dokument",
    whole_project: "Ganzes Projekt",
    format_about: |format| match format {
        ExportFormat::Html => "Eine druckfertige Seite je Drucksache, in jedem Browser lesbar.",
        ExportFormat::Markdown => "Text mit Tabellen, zum Weiterschreiben.",
        ExportFormat::Csv => "Eine Zeile je Frage und Person, für Statistik und Tabellenprogramme.",
    },
    save_changes: |title| format!("Änderungen an „{title}“ sichern?"),
    save_changes_why: "Ohne Sichern gehen die Änderungen seit dem letzten Sichern verloren.",
    discard: "Verwerfen",

    dismiss: "Ausblenden",
    save_elsewhere: "Anderswo sichern …",
    replace_anyway: "Trotzdem ersetzen",
    try_again: "Noch einmal",
    batch: |read, failed| {
        let read = if read == 0 {
            "Nichts eingelesen".to_owned()
        } else {
            format!("{} eingelesen", plural(read, "Dokument", "Dokumente"))
        };
        format!("{read}, {} nicht:", plural(failed, "Datei", "Dateien"))
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
    summary: SummaryWords {
        language: DE,
        and_answer: |kind| format!("{kind} und Antwort"),
        issued: |date| format!("ausgegeben {date}"),
        asked: "Frage",
        answered: "Antwort",
        duration: "Dauer",
        days: |answer, issue| match (answer, issue) {
            (Some(answer), Some(issue)) => {
                format!("{} bis zur Antwort, {issue} bis zur Ausgabe", days(answer))
            }
            (Some(answer), None) => format!("{} bis zur Antwort", days(answer)),
            (None, Some(issue)) => format!("{} bis zur Ausgabe", days(issue)),
            (None, None) => String::new(),
        },
        headline: |count, questions, tag| {
            format!("{count} von {} {tag} beantwortet", plural(questions, "Frage", "Fragen"))
        },
        open: |count| format!("offen {count}"),
        jointly: "gemeinsam beantwortet",
        question: "Frage",
        tag: "Einstufung",
        passage: "Belegstelle (wörtlich)",
        not_tagged: "offen",
        not_segmented: "Nicht gegliedert: In diesem Dokument wurden keine Fragen erkannt.",
        codebook: |version| format!("Codebuch {version}."),
        coded_by: |name| format!("Codiert von {name}."),
        source: |file, sha256| format!("Textgrundlage: Datei {file}, SHA-256 {sha256}."),
        made_with: "Erstellt mit Landtag Annotator.",
    },
};

fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", DE.number(count), if count == 1 { one } else { many })
}

fn days(count: i32) -> String {
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
fn short(title: &str) -> String {
    if title.chars().count() <= 48 {
        title.to_owned()
    } else {
        title.chars().take(46).collect::<String>() + " …"
    }
}

fn command_name(command: &Command) -> Option<&'static str> {
    Some(match command {
        Command::NewProject => "Neues Projekt",
        Command::Open => "Öffnen …",
        Command::AddDocuments => "Dokumente hinzufügen …",
        Command::Sample => "Beispiel öffnen",
        Command::Save => "Sichern",
        Command::SaveAs => "Sichern unter …",
        Command::Export => "Exportieren …",
        Command::CloseProject => "Projekt schließen",
        Command::Quit => "Beenden",
        Command::Undo => "Rückgängig",
        Command::Redo => "Wiederholen",
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
        Command::List => "Liste der Dokumente",
        Command::Pane => "Einstufungen zeigen oder verbergen",
        Command::Larger => "Text größer",
        Command::Smaller => "Text kleiner",
        Command::UsualSize => "Text in üblicher Größe",
        Command::FullScreen => "Vollbild",
        Command::Palette => "Befehle suchen",
        Command::GoTo => "Zu Frage oder Dokument gehen",
        Command::Definition => "Was die Einstufungen bedeuten",
        Command::Keys => "Alle Tasten",
        Command::Settings => "Einstellungen",
        Command::NextRegion => "Nächster Bereich",
        Command::PreviousRegion => "Voriger Bereich",
        Command::Escape => "Schließen, Markierung aufheben, zurück zum Text",
        _ => return None,
    })
}

fn label(label: &Label, codebook: &Codebook) -> String {
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
        Label::AddDocuments { count } => format!("{} hinzugefügt", plural(*count, "Dokument", "Dokumente")),
        Label::RemoveDocument { title } => format!("„{}“ entfernt", short(title)),
        Label::Rename => "Name des Projekts".to_owned(),
        Label::Number => "Drucksachennummer".to_owned(),
    }
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::FileMissing { file } => {
            format!("{file}: nicht gefunden. Prüfen Sie den Pfad, oder ob der Datenträger angeschlossen ist.")
        }
        Problem::FileUnreadable { file, reason } => {
            format!("{file}: nicht lesbar ({reason}). Prüfen Sie, ob Sie die Datei lesen dürfen.")
        }
        Problem::FileIsFolder { file } => {
            format!("{file}: ist ein Ordner. Wählen Sie die Dateien darin aus.")
        }
        Problem::FileEmpty { file } => {
            format!("{file}: enthält keinen Text. Bitte eine Fassung mit Text einlesen.")
        }
        Problem::FileTooLarge { file, megabytes, limit } => format!(
            "{file}: {megabytes} MB sind mehr, als eine Drucksache hat (Grenze {limit} MB). Teilen Sie die Datei."
        ),
        Problem::FileIsNoText { file } => {
            format!("{file}: ist keine Textdatei. Bitte eine Fassung als TXT oder MD einlesen.")
        }
        Problem::FormatUnknown { file, format } => format!(
            "{file}: {format} wird noch nicht gelesen. Sichern Sie den Text als TXT und lesen Sie ihn ein."
        ),
        Problem::AlreadyThere { file, other } => format!("{file}: derselbe Text wie {other}, übersprungen."),
        Problem::NotAProject { file } => {
            format!("{file}: ist kein Projekt dieses Programms. Die Datei bleibt unverändert.")
        }
        Problem::ProjectBroken { file, line, column, reason } => format!(
            "{file}: unvollständig oder von Hand verändert, Zeile {line}, Spalte {column} ({reason}). Die Datei bleibt unverändert; eine ältere Fassung steht vielleicht in {file}.bak."
        ),
        Problem::ProjectTooNew { file } => format!(
            "{file}: wurde mit einer neueren Fassung des Programms gesichert. Die Datei bleibt unverändert; bitte die neuere Fassung verwenden."
        ),
        Problem::ProjectInconsistent { file, findings } => {
            let first = findings.first().map(finding).unwrap_or_default();
            let more = if findings.len() > 1 {
                format!(" und {} weitere", findings.len() - 1)
            } else {
                String::new()
            };
            format!(
                "{file}: passt nicht zusammen ({first}{more}). Die Datei bleibt unverändert; „landtag-annotator check“ nennt alle Stellen."
            )
        }
        Problem::ProjectInUse { file } => {
            format!("{file}: ist schon in einem anderen Fenster offen. Schließen Sie es dort zuerst.")
        }
        Problem::ProjectExists { file } => {
            format!("{file}: gibt es schon und wird nicht überschrieben. Wählen Sie einen anderen Namen.")
        }
        Problem::DiskFull { file } => format!(
            "Nicht gesichert: Der Datenträger ist voll ({file}). Die alte Datei ist unversehrt, Ihre Arbeit steht im Fenster."
        ),
        Problem::NoPermission { file } => format!(
            "Nicht gesichert: Hier dürfen Sie nicht schreiben ({file}). Die alte Datei ist unversehrt, Ihre Arbeit steht im Fenster."
        ),
        Problem::FolderMissing { file } => {
            format!("Nicht gesichert: Den Ordner gibt es nicht mehr ({file}). Ihre Arbeit steht im Fenster.")
        }
        Problem::WriteFailed { file, reason } => format!(
            "Nicht gesichert: {reason} ({file}). Die alte Datei ist unversehrt, Ihre Arbeit steht im Fenster."
        ),
        Problem::ChangedElsewhere { file } => format!(
            "{file}: wurde außerhalb geändert und deshalb nicht ersetzt. Ihre Arbeit steht im Fenster; sichern Sie sie unter anderem Namen, um beide zu vergleichen."
        ),
        Problem::JournalFailed { file, reason } => format!(
            "Die Zwischensicherung schlägt fehl: {reason} ({file}). Ihre Arbeit steht im Fenster; bitte jetzt sichern."
        ),
        Problem::ExportFormatUnknown { file } => {
            format!("{file}: das Format ist unbekannt. Möglich sind .html, .md und .csv.")
        }
        Problem::NoDocumentAt { file, number } => {
            format!("{file}: ein Dokument Nummer {number} gibt es darin nicht.")
        }
        Problem::NoSuchDocument { document } => format!("Das Dokument {document} gibt es im Projekt nicht."),
        Problem::NoSuchQuestion { document, question } => {
            format!("Die Frage {} gibt es im Dokument {document} nicht.", question.0)
        }
        Problem::NoSuchTag { tag } => format!("Die Einstufung „{tag}“ gibt es im Codebuch nicht."),
        Problem::NoSuchCoder { coder } => format!("Die Person {coder} gibt es im Projekt nicht."),
        Problem::DocumentHasCodings { document } => {
            format!("Das Dokument {document} hat Einstufungen und wurde nicht entfernt.")
        }
        Problem::DocumentInvalid { document } => {
            format!("Stellen des Dokuments {document} passen nicht zu seinem Text.")
        }
        Problem::EmptyCoding => "Eine leere Einstufung wird nicht gespeichert.".to_owned(),
        Problem::NoDialogService => {
            "Auf diesem Rechner läuft kein Dateidialog. Geben Sie den Pfad ein.".to_owned()
        }
    }
}

fn doubt(doubt: &DoubtKind) -> String {
    match doubt {
        DoubtKind::NotSegmented => "Nicht gegliedert: Die Druckform ist nicht bekannt.".to_owned(),
        DoubtKind::MissingQuestion { label } => format!("Frage {label} fehlt in der Zählung. Prüfen"),
        DoubtKind::RepeatedQuestion { label } => format!("Frage {label} steht mehrmals da. Prüfen"),
        DoubtKind::NoAnswer { label } => format!("Zu Frage {label} wurde keine Antwort gefunden. Prüfen"),
        DoubtKind::JointMismatch { printed } => {
            format!("Gemeinsam beantwortet werden laut Text die Fragen {}. Prüfen", printed.join(", "))
        }
        DoubtKind::TornParagraph => {
            "Gehört das zusammen? Vor dem Seitenumbruch fehlt das Satzende.".to_owned()
        }
        DoubtKind::NoSignature => "Das Ende der letzten Antwort ist nicht bezeichnet. Prüfen".to_owned(),
    }
}

fn finding(finding: &Finding) -> String {
    match finding {
        Finding::DocumentTwice { document } => format!("Dokument {document} steht zweimal da"),
        Finding::TextChanged { file, .. } => format!("{file}: der Text ist nicht mehr der eingelesene"),
        Finding::PlaceOutside { file, start, end, .. } => {
            format!("{file}: die Stelle ({start}, {end}) liegt nicht im Text")
        }
        Finding::QuestionTwice { file, question, .. } => {
            format!("{file}: Frage mit der Kennung {} steht zweimal da", question.0)
        }
        Finding::CodingTwice { document, question } => {
            format!("Dokument {document}, Frage {}: zweimal von derselben Person eingestuft", question.0)
        }
        Finding::CodingWithoutQuestion { document, question } => {
            format!("Dokument {document}: eine Einstufung gehört zur Frage {}, die es nicht gibt", question.0)
        }
        Finding::CodingWithoutCoder { document, question, coder } => {
            format!("Dokument {document}, Frage {}: die Person {coder} gibt es nicht", question.0)
        }
        Finding::CodingWithoutTag { document, question, tag } => {
            format!("Dokument {document}, Frage {}: die Einstufung „{tag}“ gibt es nicht", question.0)
        }
        Finding::QuoteLost { file, label, words, .. } => {
            format!("{file}, Frage {label}: der Beleg „{words}“ steht nicht an seiner Stelle")
        }
        Finding::Doubt { file, doubt: kind, .. } => format!("{file}: {}", doubt(kind)),
    }
}
