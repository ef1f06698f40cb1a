//! The comparison, in English.

use super::words::{EN, plural};
use crate::model::analysis::agreement::{Interval, Resampling, Undefined, Value};
use crate::model::analysis::disagreement::{AgreementWords, Figures, SEED, Standing};
use crate::model::{Codebook, Language, TagId};
use crate::ui::lang::CompareWords;

pub(super) static COMPARE: CompareWords = CompareWords {
    disputed: "Disputed",
    decided_count: |count| format!("{} decided", EN.number(count)),
    against: "against",
    decided: "decided",
    only_undecided: "Only undecided",
    only_paper: "Only this document",
    show_all: "Show all",
    row_name: |question, paper, decided| {
        format!("Question {question}, {paper}, {}", if decided { "decided" } else { "undecided" })
    },
    no_cases: "No disputed cases. Where two people rated the same question, they agree.",
    none_passes: "No disputed case fits the selection.",
    one_coder: "One person has rated so far. A comparison needs two.",
    blind: "Blind round: you see the others' ratings after handing in.",
    waiting: |names| {
        format!("Not handed in yet: {}. Figures appear here once everybody has handed in.", names.join(", "))
    },

    case_of: |place, count| format!("Disputed case {} of {}", EN.number(place), EN.number(count)),
    previous: "Previous disputed case",
    next: "Next disputed case",
    person: |number| format!("Person {number}"),
    vote_name: |person, tag, passages| {
        format!("{person}: {tag}, {}", plural(passages, "passage", "passages"))
    },
    no_memo: "no memo",
    boundary: |version| format!("Codebook {version}, boundary cases for these facets"),
    in_text: "Show in the text",

    decision: "Decision",
    by_me: "by me",
    by_all: |count| if count > 2 { "by all together" } else { "by both together" },
    reason: "Reason",
    required: "required",
    reason_hint: "Why this rating holds",
    decide: "Decide and go on",
    decided_by: |names, date| format!("Decided by {}, {date}", names.join(" and ")),
    reopen: "Take the decision back",
    all_decided: "All disputed cases are decided.",
    decide_with: |tag| format!("Decision: {tag}"),

    agreement: "Agreement",
    round: |number, name| if name.is_empty() { format!("Round {number}") } else { name.to_owned() },
    choose_round: "Round",
    independent: "rated independently",
    not_blind: "This round was not blind: whoever rated could see the ratings of the others.",
    decimal,
    interval,
    alpha: "Krippendorff's α, nominal",
    compared: |units, documents| {
        format!(
            "{} from {}",
            plural(units, "question", "questions"),
            plural(documents, "document", "documents")
        )
    },
    drawn,
    drawing: "The interval is being drawn.",
    same: |percent| format!("Same rating: {}", share(percent)),
    few: |units| format!("Only {} with two ratings.", plural(units, "question", "questions")),
    undefined,
    undefined_short: "undefined",
    per_tag: "Per rating",
    more: "More coefficients",
    percent: "Same rating",
    kappa: |one, other| format!("Cohen's κ, {one} and {other}"),
    fleiss: "Fleiss' κ, rated by all",
    fleiss_missing: "Fleiss' κ, with gaps",
    ac1: "Gwet's AC1",
    scale_name: |name, value| format!("{name}: {value}"),
    matrix: |one, other| format!("{one} in rows, {other} in columns"),
    other_pair: "Other pair",
    cell: |one, other, count| format!("{one} and {other}: {}", plural(count, "question", "questions")),
    click_cell: "Click a field to see its cases.",
    votes_stay: "Decisions leave every rating as it was and do not change α.",
    copy_paragraph: "Copy as a paragraph",
    export: "Export as a table …",
    how: "How it is computed",
    back_to_figures: "Back to the figures",
    back_to_case: "Back to the case",
    help: &[
        (
            "What is compared",
            "Each question is a unit. Questions with two or more ratings are compared, from documents that have such \
             questions. What one person read alone says nothing about agreement.",
        ),
        (
            "Why the interval is wider than elsewhere",
            "Questions of one document resemble each other. So whole documents are drawn, 2,000 times. Programs that draw \
             single questions act as if all were independent and show narrower intervals. The KALPHA macro draws pairs of \
             ratings and arrives at other bounds, too. With fewer than ten documents questions are drawn here as well; \
             then it says beside the figure that the interval is too narrow.",
        ),
        (
            "Gaps",
            "α, percent agreement and AC1 use every question with at least two ratings. Some programs drop every question \
             that one person lacks; they compute with fewer questions. For Fleiss' κ both ways are shown.",
        ),
        (
            "When everybody says the same",
            "If everybody gave one rating only, no disagreement was to be expected, and a coefficient is undefined. Some \
             programs then print 1.00, others NaN. Here it is said in words.",
        ),
        ("Per rating", "α of a rating sets it against all the others together."),
        (
            "The ticks at 0.67 and 0.80",
            "Krippendorff names 0.80 as a threshold and 0.67 as the lowest limit for tentative conclusions. Whether a value is \
             enough depends on what follows from it.",
        ),
        (
            "Computing it again",
            "The draws begin at the seed that is shown (generator MINSTD, percentiles of type 7). The same ratings always \
             give the same figures.",
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
    format!("{sign}{digits}")
}

fn interval(low: f64, high: f64) -> String {
    format!("[{}, {}]", decimal(low), decimal(high))
}

fn share(share: f64) -> String {
    format!("{:.0}%", (share * 100.0).round())
}

fn drawn(drawn: Resampling, seed: u32) -> String {
    match drawn {
        Resampling::Documents => format!("interval from 2,000 draws of whole documents, seed {seed}"),
        Resampling::Units => format!(
            "interval from 2,000 draws of single questions, seed {seed}; with fewer than ten documents it is too narrow"
        ),
    }
}

fn undefined(why: Undefined, only: Option<&str>, units: usize) -> String {
    let n = EN.number(units);
    match (why, only) {
        (Undefined::NoVariation, Some(tag)) => {
            format!("undefined: everyone used only “{tag}” (n = {n}).")
        }
        (Undefined::NoVariation, None) => format!("undefined: no disagreement was to be expected (n = {n})."),
        (Undefined::NoPairableUnit, _) => "undefined: no question has two ratings.".to_owned(),
        (Undefined::NoCommonUnit, _) => "undefined: the two share no question.".to_owned(),
        (Undefined::NoCompleteUnit, _) => "undefined: no question was rated by all.".to_owned(),
        (Undefined::OneCoder, _) => "undefined: only one person rated.".to_owned(),
    }
}

pub(super) static AGREEMENT: AgreementWords = AgreementWords {
    paragraph,
    no_figures: |standing| match standing {
        Some(Standing::Hidden) => COMPARE.blind.to_owned(),
        Some(_) => "Not everybody has handed in the blind round yet. Figures come after that.".to_owned(),
        None => COMPARE.one_coder.to_owned(),
    },
};

fn people(count: usize) -> String {
    let words = ["No", "One", "Two", "Three", "Four", "Five", "Six"];
    words.get(count).map_or_else(|| EN.number(count), |word| (*word).to_owned())
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
        |id: &TagId| codebook.tag(id).map_or(id.0.clone(), |tag| tag.name.get(Language::English).to_owned());
    let only = figures.only.as_ref().map(tag);
    let only = only.as_deref();
    let found = &figures.agreement;
    let drawn = figures.resampled.as_ref();
    let (how, seen) =
        if figures.is_blind { ("independently ", "") } else { ("", " without being blind to each other") };
    let round = (COMPARE.round)(figures.round.0, &figures.name);
    let mut parts = vec![format!(
        "{} people {how}coded {}{seen} ({round}, codebook {}).",
        people(figures.coders.len()),
        (COMPARE.compared)(found.pairable, figures.documents),
        figures.codebook,
    )];
    let of = |name: &str, value, bounds| coefficient(name, value, bounds, figures, only);
    parts.push(format!(
        " {}",
        of("Krippendorff's α (nominal)", found.alpha, drawn.and_then(|drawn| drawn.alpha))
    ));
    parts.push(match drawn.filter(|drawn| drawn.alpha.is_some()).map(|drawn| drawn.drawn) {
        Some(Resampling::Documents) => {
            format!(", 95% percentile interval from 2,000 draws of whole documents (seed {SEED}).")
        }
        Some(Resampling::Units) => format!(
            ", 95% percentile interval from 2,000 draws of single questions (seed {SEED}); with fewer than ten documents \
             it is too narrow."
        ),
        None => ".".to_owned(),
    });
    let each =
        figures.tags.iter().enumerate().filter(|(nth, _)| found.alpha_of[*nth].is_ok()).map(|(nth, id)| {
            let bounds = drawn.and_then(|drawn| drawn.alpha_of.get(nth).copied().flatten());
            of(&format!("α of {}", tag(id)), found.alpha_of[nth], bounds)
        });
    let each: Vec<String> = each.collect();
    if !each.is_empty() {
        parts.push(format!(" Per rating: {}.", each.join(", ")));
    }
    if let Ok(percent) = found.percent {
        parts.push(format!(" Percent agreement: {}.", share(percent)));
    }
    let mut more = vec![of("Gwet's AC1", found.ac1, drawn.and_then(|drawn| drawn.ac1))];
    if figures.pairs.len() == 1 {
        more.push(of("Cohen's κ", figures.pairs[0].kappa, None));
    } else {
        more.push(of("Fleiss' κ", found.fleiss, None));
        let name = |place: usize| names.get(place).map_or("", String::as_str);
        let pairs = figures.pairs.iter().map(|pair| {
            of(&format!("Cohen's κ ({}, {})", name(pair.coders[0]), name(pair.coders[1])), pair.kappa, None)
        });
        more.extend(pairs);
    }
    parts.push(format!(" {}.", more.join("; ")));
    parts.concat()
}
