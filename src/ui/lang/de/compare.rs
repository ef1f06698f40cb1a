//! The comparison, in German.

use super::words::{DE, plural};
use crate::model::analysis::agreement::{Interval, Resampling, Undefined, Value};
use crate::model::analysis::disagreement::{AgreementWords, Figures, SEED, Standing};
use crate::model::{Codebook, Language, TagId};
use crate::ui::lang::CompareWords;

pub(super) static COMPARE: CompareWords = CompareWords {
    disputed: "Strittig",
    decided_count: |count| format!("{} entschieden", DE.number(count)),
    against: "gegen",
    decided: "entschieden",
    only_undecided: "Nur offene",
    only_paper: "Nur dieses Dokument",
    show_all: "Alle zeigen",
    row_name: |question, paper, decided| {
        format!("Frage {question}, {paper}, {}", if decided { "entschieden" } else { "offen" })
    },
    no_cases: "Keine Streitfälle. Wo zwei Personen dieselbe Frage eingestuft haben, stimmen sie überein.",
    none_passes: "Kein Streitfall passt zur Auswahl.",
    one_coder: "Bisher hat eine Person eingestuft. Ein Vergleich braucht zwei.",
    blind: "Blindrunde: Die Einstufungen der anderen sehen Sie nach Ihrer Abgabe.",
    waiting: |names| {
        format!(
            "Noch nicht abgegeben: {}. Zahlen stehen hier, sobald alle abgegeben haben.",
            names.join(", ")
        )
    },

    case_of: |place, count| format!("Streitfall {} von {}", DE.number(place), DE.number(count)),
    previous: "Voriger Streitfall",
    next: "Nächster Streitfall",
    person: |number| format!("Person {number}"),
    vote_name: |person, tag, passages| format!("{person}: {tag}, {}", plural(passages, "Beleg", "Belege")),
    no_memo: "kein Memo",
    boundary: |version| format!("Codebuch {version}, Grenzfälle zu diesen Merkmalen"),
    in_text: "Im Text zeigen",

    decision: "Entscheidung",
    by_me: "durch mich",
    by_all: |count| if count > 2 { "durch alle gemeinsam" } else { "durch beide gemeinsam" },
    reason: "Begründung",
    required: "Pflichtfeld",
    reason_hint: "Warum diese Einstufung gilt",
    decide: "Entscheiden und weiter",
    decided_by: |names, date| format!("Entschieden von {}, {date}", names.join(" und ")),
    reopen: "Entscheidung zurücknehmen",
    all_decided: "Alle Streitfälle sind entschieden.",
    decide_with: |tag| format!("Entscheidung: {tag}"),

    agreement: "Übereinstimmung",
    round: |number, name| if name.is_empty() { format!("Runde {number}") } else { name.to_owned() },
    choose_round: "Runde",
    independent: "unabhängig eingestuft",
    not_blind: "Diese Runde war nicht blind: Wer einstufte, konnte die Einstufungen der anderen sehen.",
    decimal,
    interval,
    alpha: "Krippendorffs α, nominal",
    compared: |units, documents| {
        format!(
            "{} aus {}",
            plural(units, "Frage", "Fragen"),
            if documents == 1 {
                "1 Dokument".to_owned()
            } else {
                format!("{} Dokumenten", DE.number(documents))
            }
        )
    },
    drawn,
    drawing: "Das Intervall wird gezogen.",
    same: |percent| format!("Gleiche Einstufung: {}", share(percent)),
    few: |units| format!("Nur {} mit zwei Einstufungen.", plural(units, "Frage", "Fragen")),
    undefined,
    undefined_short: "nicht bestimmbar",
    per_tag: "Je Einstufung",
    more: "Weitere Koeffizienten",
    percent: "Gleiche Einstufung",
    kappa: |one, other| format!("Cohens κ, {one} und {other}"),
    fleiss: "Fleiss’ κ, von allen eingestuft",
    fleiss_missing: "Fleiss’ κ, mit Lücken",
    ac1: "Gwets AC1",
    scale_name: |name, value| format!("{name}: {value}"),
    matrix: |one, other| format!("{one} in Zeilen, {other} in Spalten"),
    other_pair: "Anderes Paar",
    cell: |one, other, count| format!("{one} und {other}: {}", plural(count, "Frage", "Fragen")),
    click_cell: "Ein Feld anklicken zeigt die Fälle.",
    votes_stay: "Entscheidungen lassen jede Einstufung, wie sie war, und ändern α nicht.",
    copy_paragraph: "Als Absatz kopieren",
    export: "Als Tabelle ausgeben …",
    how: "Wie gerechnet wird",
    back_to_figures: "Zurück zu den Zahlen",
    back_to_case: "Zurück zum Streitfall",
    help: &[
        (
            "Was verglichen wird",
            "Jede Frage ist eine Einheit. Verglichen werden Fragen mit zwei oder mehr Einstufungen, aus Dokumenten, in \
             denen es solche Fragen gibt. Was nur eine Person las, sagt über Übereinstimmung nichts.",
        ),
        (
            "Warum das Intervall breiter ist als anderswo",
            "Fragen eines Dokuments gleichen sich. Darum werden 2.000-mal ganze Dokumente gezogen. Programme, die \
             einzelne Fragen ziehen, tun so, als wären alle unabhängig, und zeigen schmalere Intervalle. Das Makro KALPHA zieht \
             Paare von Einstufungen und kommt ebenfalls auf andere Grenzen. Bei weniger als zehn Dokumenten werden auch \
             hier Fragen gezogen; dann steht dabei, dass das Intervall zu schmal ist.",
        ),
        (
            "Lücken",
            "α, Prozentwert und AC1 nutzen jede Frage mit mindestens zwei Einstufungen. Manche Programme lassen jede Frage \
             fallen, die einer Person fehlt; sie rechnen dann mit weniger Fragen. Für Fleiss’ κ stehen beide Wege da.",
        ),
        (
            "Wenn alle dasselbe sagen",
            "Haben alle nur eine Einstufung vergeben, war kein Unterschied zu erwarten, und ein Koeffizient ist nicht \
             bestimmbar. Manche Programme zeigen dann 1,00, andere NaN. Hier stehen Worte.",
        ),
        ("Je Einstufung", "α einer Einstufung stellt sie allen anderen zusammen gegenüber."),
        (
            "Die Striche bei 0,67 und 0,80",
            "Krippendorff nennt 0,80 als Schwelle und 0,67 als unterste Grenze für vorläufige Schlüsse. Ob ein Wert \
             genügt, hängt davon ab, was daraus folgt.",
        ),
        (
            "Nachrechnen",
            "Die Ziehungen beginnen mit dem Startwert, der dabeisteht (Generator MINSTD, Perzentile vom Typ 7). Dieselben \
             Einstufungen geben immer dieselben Zahlen.",
        ),
    ],
};

/// Two digits; what is less than 1 is never shown as 1.
fn decimal(value: f64) -> String {
    let mut digits = format!("{:.2}", value.abs());
    if digits == "1.00" && value.abs() < 1.0 {
        digits = format!("{:.4}", (value.abs() * 1e4).floor() / 1e4);
    }
    let sign = if value < 0.0 && digits != "0.00" { "−" } else { "" };
    format!("{sign}{}", digits.replace('.', ","))
}

fn interval(low: f64, high: f64) -> String {
    format!("[{}; {}]", decimal(low), decimal(high))
}

fn share(share: f64) -> String {
    format!("{:.0}\u{a0}%", (share * 100.0).round())
}

fn drawn(drawn: Resampling, seed: u32) -> String {
    match drawn {
        Resampling::Documents => format!("Intervall aus 2.000 Ziehungen ganzer Dokumente, Startwert {seed}"),
        Resampling::Units => format!(
            "Intervall aus 2.000 Ziehungen einzelner Fragen, Startwert {seed}; bei weniger als zehn Dokumenten ist es zu schmal"
        ),
    }
}

fn undefined(why: Undefined, only: Option<&str>, units: usize) -> String {
    let n = DE.number(units);
    match (why, only) {
        (Undefined::NoVariation, Some(tag)) => {
            format!("nicht bestimmbar: alle haben nur „{tag}“ vergeben (n = {n}).")
        }
        (Undefined::NoVariation, None) => {
            format!("nicht bestimmbar: es gab keinen Unterschied zu erwarten (n = {n}).")
        }
        (Undefined::NoPairableUnit, _) => "nicht bestimmbar: keine Frage hat zwei Einstufungen.".to_owned(),
        (Undefined::NoCommonUnit, _) => {
            "nicht bestimmbar: die beiden haben keine Frage gemeinsam.".to_owned()
        }
        (Undefined::NoCompleteUnit, _) => "nicht bestimmbar: keine Frage haben alle eingestuft.".to_owned(),
        (Undefined::OneCoder, _) => "nicht bestimmbar: es hat nur eine Person eingestuft.".to_owned(),
    }
}

pub(super) static AGREEMENT: AgreementWords = AgreementWords {
    paragraph,
    no_figures: |standing| match standing {
        Some(Standing::Hidden) => COMPARE.blind.to_owned(),
        Some(_) => "Die Blindrunde ist noch nicht von allen abgegeben. Zahlen gibt es danach.".to_owned(),
        None => COMPARE.one_coder.to_owned(),
    },
};

fn people(count: usize) -> String {
    let words = ["Null", "Eine", "Zwei", "Drei", "Vier", "Fünf", "Sechs"];
    words.get(count).map_or_else(|| DE.number(count), |word| (*word).to_owned())
}

fn coefficient(
    name: &str,
    value: Value,
    bounds: Option<Interval>,
    figures: &Figures,
    only: Option<&str>,
) -> String {
    match (value, bounds) {
        (Ok(value), Some(bounds)) => {
            format!("{name} = {} {}", decimal(value), interval(bounds.low, bounds.high))
        }
        (Ok(value), None) => format!("{name} = {}", decimal(value)),
        (Err(why), _) => {
            format!("{name} {}", undefined(why, only, figures.agreement.pairable).trim_end_matches('.'))
        }
    }
}

fn paragraph(figures: &Figures, names: &[String], codebook: &Codebook) -> String {
    let tag =
        |id: &TagId| codebook.tag(id).map_or(id.0.clone(), |tag| tag.name.get(Language::German).to_owned());
    let only = figures.only.as_ref().map(tag);
    let only = only.as_deref();
    let found = &figures.agreement;
    let drawn = figures.resampled.as_ref();
    let how = if figures.is_blind { "unabhängig voneinander" } else { "ohne gegenseitige Verblindung" };
    let round = (COMPARE.round)(figures.round.0, &figures.name);
    let mut parts = vec![format!(
        "{} Personen codierten {how} {} ({round}, Codebuch {}).",
        people(figures.coders.len()),
        (COMPARE.compared)(found.pairable, figures.documents),
        figures.codebook,
    )];
    let of = |name: &str, value, bounds| coefficient(name, value, bounds, figures, only);
    parts.push(format!(
        " {}",
        of("Krippendorffs α (nominal)", found.alpha, drawn.and_then(|drawn| drawn.alpha))
    ));
    parts.push(match drawn.filter(|drawn| drawn.alpha.is_some()).map(|drawn| drawn.drawn) {
        Some(Resampling::Documents) => {
            format!(", 95-%-Perzentilintervall aus 2.000 Ziehungen ganzer Dokumente (Startwert {SEED}).")
        }
        Some(Resampling::Units) => format!(
            ", 95-%-Perzentilintervall aus 2.000 Ziehungen einzelner Fragen (Startwert {SEED}); bei weniger als zehn \
             Dokumenten ist es zu schmal."
        ),
        None => ".".to_owned(),
    });
    let each =
        figures.tags.iter().enumerate().filter(|(nth, _)| found.alpha_of[*nth].is_ok()).map(|(nth, id)| {
            let bounds = drawn.and_then(|drawn| drawn.alpha_of.get(nth).copied().flatten());
            of(&format!("{} α", tag(id)), found.alpha_of[nth], bounds)
        });
    let each: Vec<String> = each.collect();
    if !each.is_empty() {
        parts.push(format!(" Je Einstufung: {}.", each.join(", ")));
    }
    if let Ok(percent) = found.percent {
        parts.push(format!(" Gleiche Einstufung: {}.", share(percent)));
    }
    let mut more = vec![of("Gwets AC1", found.ac1, drawn.and_then(|drawn| drawn.ac1))];
    if figures.pairs.len() == 1 {
        more.push(of("Cohens κ", figures.pairs[0].kappa, None));
    } else {
        more.push(of("Fleiss’ κ", found.fleiss, None));
        let name = |place: usize| names.get(place).map_or("", String::as_str);
        let pairs = figures.pairs.iter().map(|pair| {
            of(&format!("Cohens κ ({}, {})", name(pair.coders[0]), name(pair.coders[1])), pair.kappa, None)
        });
        more.extend(pairs);
    }
    parts.push(format!(" {}.", more.join("; ")));
    parts.concat()
}
