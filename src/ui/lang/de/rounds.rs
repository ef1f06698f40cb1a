//! People and rounds, in German.

use super::words::plural;
use crate::model::Language;
use crate::ui::lang::RoundWords;

fn number(count: usize) -> String {
    Language::German.number(count)
}

pub(super) static ROUNDS: RoundWords = RoundWords {
    title: "Personen und Runden",
    nameless: "Person",
    button_name: |name| {
        let who = if name.is_empty() { "ohne Namen" } else { name };
        format!("Personen und Runden, Sie: {who}")
    },
    my_name: "Ihr Name",
    name_hint: "zum Beispiel N. Keller",
    name_why: "Steht bei Ihren Einstufungen, auf diesem Rechner in jedem Projekt.",
    are_you: "Sind Sie das? Was Sie bisher eingestuft haben, kommt mit.",
    i_am: |name| format!("Ich bin {name}"),
    people: "Personen",
    without_name: "ohne Namen",
    you: "Sie",
    never_came: "war noch nicht hier",
    nothing_tagged: "noch nichts eingestuft",
    tagged_in: |round, count| format!("{round}: {}", plural(count, "Frage", "Fragen")),
    rounds: "Runden",
    round_number: |round| format!("Runde {}", round.0),
    first_round: "Alle stufen alle Dokumente ein und sehen einander.",
    documents: |count, drawn| {
        let documents = plural(count, "Dokument", "Dokumente");
        match drawn {
            Some(drawn) => {
                format!("{documents}, aus {} gezogen (Startzahl {})", number(drawn.of), drawn.seed)
            }
            None => documents,
        }
    },
    blind: "blind",
    not_blind: "offen",
    codebook: |version| format!("Codebuch {version}"),
    own_order: |seed| format!("eigene Reihenfolge je Person (Startzahl {seed})"),
    sits_here: "Sie stufen hier ein",
    sit: "Hier einstufen",
    join: "Mitmachen",
    persons: |count| plural(count, "Person", "Personen"),
    part: |done, of| format!("{} von {} Fragen", number(done), number(of)),
    handed_in: "abgegeben",
    hand_in: "Runde abgeben …",
    hand_in_why: |open| {
        let rest = match open {
            0 => String::new(),
            1 => "Eine Frage ist noch offen. ".to_owned(),
            open => format!("{} Fragen sind noch offen. ", number(open)),
        };
        format!(
            "{rest}Nach der Abgabe ändern sich Ihre Einstufungen dieser Runde nicht mehr, und Sie sehen die der anderen."
        )
    },
    hand_in_now: "Abgeben",
    not_yet: "Noch nicht",
    remove: |round| format!("Runde „{round}“ entfernen"),
    now_in: |round| format!("Sie stufen jetzt in „{round}“ ein"),
    was_handed_in: |round| format!("„{round}“ ist abgegeben"),
    new_round: "Neue Runde …",
    new_title: "Neue Runde",
    name: "Name der Runde",
    which_documents: "Dokumente",
    all_documents: |count| format!("alle {}", number(count)),
    at_random: "zufällig gezogen",
    how_many: "Anzahl",
    out_of: |count| format!("von {}", number(count)),
    seed: "Startzahl",
    seed_why: "Dieselbe Startzahl zieht und mischt wieder gleich.",
    order: "Reihenfolge",
    shuffled: "je Person gemischt",
    as_listed: "wie in der Liste",
    sight: "Sicht",
    blind_why: "Bis zur Abgabe sieht niemand etwas von den anderen: keine Einstufungen, keine Zahlen, keine Signalwörter.",
    open_why: "Alle sehen von Anfang an, was die anderen einstufen.",
    who_codes: "Wer stuft ein",
    add_person: "Weitere Person",
    add_person_hint: "Name",
    add: "Hinzufügen",
    plan: "Runde anlegen",
    nobody: "Wählen Sie mindestens eine Person.",
    no_number: "Anzahl und Startzahl sind ganze Zahlen, die Anzahl mindestens 1.",
    hand_over: "Mein Paket weitergeben …",
    hand_over_why: "Eine Projektdatei mit Dokumenten, Codebuch, Runden und nur Ihren Einstufungen.",
    package_name: |coder, round| format!("{coder} Runde {}", round.0),
    blind_round: "Blindrunde",
    blind_part: |done, of| format!("Blindrunde, {} von {} Fragen", number(done), number(of)),
    blind_notice: "Blindrunde: Die Einstufungen der anderen sehen Sie nach Ihrer Abgabe.",
    no_cues: "Blindrunde: Signalwörter sehen Sie nach Ihrer Abgabe.",
    no_figures: "Zahlen und Übersichten stehen hier, sobald Sie die Runde abgegeben haben.",
    cell: |label, count, is_done, is_current| {
        let state = if is_done { "erledigt" } else { "offen" };
        let current = if is_current { ", aktuell" } else { "" };
        format!("Frage {label} von {count}, {state}{current}")
    },
};
