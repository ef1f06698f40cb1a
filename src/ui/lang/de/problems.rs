//! What went wrong, what is doubted, what was found, in German.

use super::codebook::CODEBOOK;
use super::words::plural;
use crate::model::{DoubtKind, Finding, Job, Problem, ReadingLimit, SpecialFile};

pub(super) fn problem(problem: &Problem) -> String {
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
        Problem::FileIsSpecial { file, kind } => {
            let kind = match kind {
                SpecialFile::Pipe => "eine Pipe",
                SpecialFile::Socket => "ein Socket",
                SpecialFile::Device => "ein Gerät",
            };
            format!("{file}: ist {kind} und keine Datei, übersprungen. Wählen Sie eine Datei aus.")
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
        Problem::OnlyImages { file } => format!(
            "{file}: Kein Text, die Seiten sind Bilder. Bitte eine Fassung mit Text einlesen; OCRmyPDF oder Tesseract erzeugen sie (ocrmypdf -l deu)."
        ),
        Problem::FileLocked { file } => {
            format!("{file}: Die Datei ist mit einem Kennwort geschützt. Sie wurde nicht eingelesen.")
        }
        Problem::FileBroken { file, reason } => format!(
            "{file}: Die Datei ist beschädigt und wurde nicht eingelesen ({reason}). Bitte noch einmal herunterladen."
        ),
        Problem::ReadingEnded { file } => format!(
            "{file}: Das Lesen brauchte zu viel Zeit oder Speicher und wurde beendet. Bitte eine andere Fassung der Datei einlesen."
        ),
        Problem::ReadingNotStarted { file, reason } => format!(
            "{file}: Der Prozess, der solche Dateien liest, konnte nicht gestartet werden ({reason}). Starten Sie das Programm neu und lesen Sie die Datei noch einmal ein."
        ),
        Problem::OverReadingLimit { file, limit } => format!(
            "{file}: {}. Die Datei wurde nicht eingelesen. Bitte teilen Sie sie, oder lesen Sie eine andere Fassung ein.",
            reading_limit(*limit)
        ),
        Problem::FormatUnknown { file, format } => format!(
            "{file}: {format} wird noch nicht gelesen. Sichern Sie den Text als TXT und lesen Sie ihn ein."
        ),
        Problem::AlreadyThere { file, other } => format!("{file}: derselbe Text wie {other}, übersprungen."),
        Problem::LeftOut { file, omission } => format!("{file}: {}", super::exchange::omission(omission)),
        Problem::FileExists { file } => format!(
            "Nicht geschrieben: {file} gibt es schon, und es soll nichts ungefragt ersetzt werden. Wählen Sie einen anderen Namen oder bestätigen Sie das Ersetzen im Dialog."
        ),
        Problem::KeptElsewhere { file } => format!(
            "Neben {file} lässt sich nichts mehr schreiben. Ihre ungesicherten Änderungen liegen solange im Datenordner des Programms; nach einem Absturz werden sie mit dem Projekt angeboten. Schaffen Sie Platz und sichern Sie."
        ),
        Problem::PlaceTaken { file } => format!(
            "Nicht geschrieben: „{file}“ ist ein Ordner oder ein Gerät, keine Datei. Wählen Sie einen anderen Namen."
        ),
        Problem::JobFailed { job, reason } => format!(
            "Fehler im Programm beim {} ({reason}). Ihr Projekt ist unverändert; versuchen Sie es noch einmal.",
            job_words(*job)
        ),
        Problem::SettingsNotKept { file } => format!(
            "Einstellungen lassen sich nicht speichern ({file}). Ihr Name und Ihre Vorlieben gelten nur bis zum Ende des Programms; prüfen Sie dort Schreibrechte und freien Platz."
        ),
        Problem::NotTakenAlong { project, files } => format!(
            "{project} wurde nicht geöffnet; {} blieb deshalb liegen. Öffnen Sie erst ein Projekt und fügen Sie es dann hinzu.",
            if *files == 1 {
                "eine mitgegebene Datei".to_owned()
            } else {
                format!("das Mitgegebene ({files} Dateien)")
            }
        ),
        Problem::ReadingCutShort { files } => format!(
            "Das Einlesen endete mit dem Projekt: {} nicht übernommen. Fügen Sie sie im richtigen Projekt noch einmal hinzu.",
            if *files == 1 { "eine Datei wurde".to_owned() } else { format!("{files} Dateien wurden") }
        ),
        Problem::OpensAlone { file } => format!(
            "{file}: ein Projekt eines anderen Programms wird ein neues Projekt. Bitte einzeln einlesen."
        ),
        Problem::NotAProject { file } => {
            format!("{file}: ist kein Projekt dieses Programms. Die Datei bleibt unverändert.")
        }
        Problem::ProjectBroken { file, line, column, reason } => format!(
            "{file}: unvollständig oder von Hand verändert, Zeile {line}, Spalte {column} ({reason}). Die Datei bleibt unverändert; eine ältere Fassung steht vielleicht in {file}.bak."
        ),
        Problem::ProjectFieldUnknown { file, line, column, field } => format!(
            "{file}: Zeile {line}, Spalte {column}: Das Feld „{field}“ gibt es nicht; beim nächsten Sichern ginge verloren, was darin steht. Die Datei wurde nicht geöffnet und bleibt unverändert. Berichtigen Sie den Namen des Felds oder nehmen Sie es heraus."
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
        Problem::DiskFull { file } => {
            format!(
                "Nicht gesichert: Der Datenträger ist voll ({file}). Schaffen Sie Platz oder sichern Sie anderswo."
            )
        }
        Problem::NoPermission { file } => {
            format!("Nicht gesichert: Hier dürfen Sie nicht schreiben ({file}). Sichern Sie anderswo.")
        }
        Problem::FolderMissing { file } => {
            format!(
                "Nicht gesichert: Diesen Ordner gibt es nicht ({file}). Legen Sie ihn an oder sichern Sie anderswo."
            )
        }
        Problem::WriteFailed { file, reason } => {
            format!("Nicht gesichert: {reason} ({file}). Sichern Sie anderswo.")
        }
        Problem::ChangedElsewhere { file } => format!(
            "{file}: wurde außerhalb geändert und deshalb nicht ersetzt. Beide Fassungen lassen sich vergleichen und zusammenführen, oder Sie sichern unter anderem Namen."
        ),
        Problem::JournalFailed { file, reason } => {
            format!("Die Zwischensicherung schlägt fehl: {reason} ({file}). Bitte jetzt sichern.")
        }
        Problem::FolderExists { file } => {
            format!("„{file}“ gibt es schon. Nichts wurde überschrieben; wählen Sie einen anderen Namen.")
        }
        Problem::ExportFormatUnknown { file } => {
            let endings = crate::ui::lang::endings();
            format!(
                "{file}: Das Format geht aus der Endung nicht hervor. Möglich sind {endings}; anderes nennt --format."
            )
        }
        Problem::NoDocumentAt { file, number } => {
            format!("{file}: ein Dokument Nummer {number} gibt es darin nicht.")
        }
        Problem::NoSuchDocument { document } => format!("Das Dokument {document} gibt es im Projekt nicht."),
        Problem::NoSuchQuestion { document, question } => {
            format!("Die Frage {} gibt es im Dokument {document} nicht.", question.0)
        }
        Problem::NoSuchTag { tag } => format!("Die Einstufung „{tag}“ gibt es im Codebuch nicht."),
        Problem::NoSuchFacet { facet } => format!("Das Merkmal „{facet}“ gibt es im Codebuch nicht."),
        Problem::InUse { name, codings } => format!(
            "„{name}“ wird in {} verwendet und bleibt. Legen Sie es mit einem anderen zusammen oder nehmen Sie es dort erst weg.",
            plural(*codings, "Einstufung", "Einstufungen")
        ),
        Problem::LetterTaken { letter, tag } => {
            format!("Den Buchstaben {letter} trägt schon „{tag}“. Wählen Sie einen anderen.")
        }
        Problem::VersionTaken { version } if version.is_empty() => {
            "Eine Fassung braucht einen Namen.".to_owned()
        }
        Problem::VersionTaken { version } => {
            format!("Eine Fassung {version} gibt es schon. Wählen Sie einen anderen Namen.")
        }
        Problem::CodebookLacks { file, missing } => {
            let list = missing.iter().map(|(name, count)| format!("{name} ({count})"));
            format!(
                "{file}: nicht eingelesen, weil Einstufungen tragen, was darin fehlt: {}. Legen Sie es zuerst mit etwas zusammen, das beide haben.",
                list.collect::<Vec<_>>().join(", ")
            )
        }
        Problem::CodebookBroken { file, line, fault } => {
            format!("{file}, Zeile {line}: {}. Nichts wurde eingelesen.", (CODEBOOK.fault)(fault))
        }
        Problem::CoderInUse { name } => {
            format!("„{name}“ hat Einstufungen, Runden oder Entscheidungen und bleibt.")
        }
        Problem::RoundInUse { round } => format!("In der Runde „{round}“ ist schon eingestuft. Sie bleibt."),
        Problem::NobodyCalled { name, there } => {
            format!("„{name}“ gibt es im Projekt nicht. Darin stehen: {}.", there.join(", "))
        }
        Problem::BlindRound => {
            "In der Blindrunde geht das nicht: Es beträfe auch die Arbeit anderer. Nichts wurde geändert."
                .to_owned()
        }
        Problem::RoundHandedIn { round } => {
            format!("Die Runde „{round}“ ist abgegeben: Ihre Einstufungen darin ändern sich nicht mehr.")
        }
        Problem::NoSuchCoder { coder } => format!("Die Person {coder} gibt es im Projekt nicht."),
        Problem::DocumentHasCodings { document } => {
            format!("Das Dokument {document} hat Einstufungen und wurde nicht entfernt.")
        }
        Problem::DocumentInvalid { document } => {
            format!("Stellen des Dokuments {document} passen nicht zu seinem Text.")
        }
        Problem::QuestionHasCoding { label } => format!(
            "Frage {label} ist eingestuft. Nehmen Sie erst die Einstufung zurück (Taste 0) oder verbinden Sie die Frage mit einer anderen."
        ),
        Problem::BothHaveCodings { label, other } => format!(
            "Die Fragen {label} und {other} sind beide eingestuft und wurden nicht verbunden. Nehmen Sie eine der Einstufungen zurück."
        ),
        Problem::LabelTaken { label } => format!("Die Nummer {label} trägt schon eine andere Frage."),
        Problem::NotPossibleHere => "Das geht an dieser Stelle nicht. Nichts wurde geändert.".to_owned(),
        Problem::NoDate { typed } => {
            format!("„{typed}“ ist kein Datum. Schreiben Sie zum Beispiel 10.04.2026.")
        }
        Problem::PatternBroken { typed, why } => super::aids::pattern_broken(typed, why),
        Problem::EmptyCoding => "Eine leere Einstufung wird nicht gespeichert.".to_owned(),
    }
}

fn reading_limit(limit: ReadingLimit) -> String {
    match limit {
        ReadingLimit::UnpackedMegabytes(most) => format!("Ihr Inhalt ist entpackt größer als {most} MB"),
        ReadingLimit::ArchiveParts(most) => format!("Sie besteht aus mehr als {most} Teilen"),
        ReadingLimit::PdfObjects(most) => format!("Sie hat mehr als {most} PDF-Objekte"),
        ReadingLimit::PdfPages(most) => format!("Sie hat mehr als {most} Seiten"),
        ReadingLimit::PdfGlyphs(most) => format!("Sie hat mehr als {most} Schriftzeichen"),
        ReadingLimit::PdfStreamMegabytes(most) => {
            format!("Ein Datenstrom darin ist entpackt größer als {most} MB")
        }
    }
}

pub(super) fn doubt(doubt: &DoubtKind) -> String {
    match doubt {
        DoubtKind::NotSegmented => "Nicht gegliedert: Die Druckform ist nicht bekannt.".to_owned(),
        DoubtKind::MissingQuestion { label } => format!("Frage {label} fehlt in der Zählung. Prüfen"),
        DoubtKind::RepeatedQuestion { label } => format!("Frage {label} steht mehrmals da. Prüfen"),
        DoubtKind::NoAnswer { label } => format!("Zu Frage {label} wurde keine Antwort gefunden. Prüfen"),
        DoubtKind::JointMismatch { printed } => {
            format!("Gemeinsam beantwortet werden laut Text die Fragen {}. Prüfen", printed.join(", "))
        }
        DoubtKind::Border { label } => {
            format!("Wo die Frage {label} endet und die Antwort beginnt, ist nicht sicher. Bitte prüfen.")
        }
        DoubtKind::TornParagraph => {
            "Gehört das zusammen? Vor dem Seitenumbruch fehlt das Satzende.".to_owned()
        }
        DoubtKind::NoSignature => "Das Ende der letzten Antwort ist nicht bezeichnet. Prüfen".to_owned(),
    }
}

pub(super) fn finding(finding: &Finding) -> String {
    match finding {
        Finding::FieldUnknown { line, column, field } => {
            format!("Zeile {line}, Spalte {column}: Das Feld „{field}“ gibt es nicht")
        }
        Finding::CoderTwice { coder } => format!("Zwei Personen haben die Kennung {coder}"),
        Finding::RoundTwice { round } => format!("Die Runde {round} steht zweimal da"),
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
        Finding::CodingWithoutFacet { document, question, facet } => {
            format!("Dokument {document}, Frage {}: das Merkmal „{facet}“ gibt es nicht", question.0)
        }
        Finding::DecisionTwice { document, question } => {
            format!("Dokument {document}, Frage {}: zwei Entscheidungen", question.0)
        }
        Finding::DecisionWithoutQuestion { document, question } => {
            format!(
                "Dokument {document}: eine Entscheidung gehört zur Frage {}, die es nicht gibt",
                question.0
            )
        }
        Finding::DecisionWithoutTag { document, question, tag } => {
            format!(
                "Dokument {document}, Frage {}: die Einstufung „{tag}“ der Entscheidung gibt es nicht",
                question.0
            )
        }
        Finding::QuoteLost { file, label, words, .. } => {
            format!("{file}, Frage {label}: der Beleg „{words}“ steht nicht an seiner Stelle")
        }
        Finding::Doubt { file, doubt: kind, .. } => format!("{file}: {}", doubt(kind)),
    }
}

fn job_words(job: Job) -> &'static str {
    match job {
        Job::Reading => "Lesen",
        Job::Opening => "Öffnen eines Projekts",
        Job::Saving => "Speichern",
        Job::Exporting => "Exportieren",
        Job::Merging => "Zusammenführen",
        Job::Searching => "Suchen",
        Job::Looking => "Nachsehen nach Dateien",
        Job::Journal => "Sichern der Änderungen",
    }
}
