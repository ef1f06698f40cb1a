//! People and rounds, in English.

use super::words::plural;
use crate::model::Language;
use crate::ui::lang::RoundWords;

fn number(count: usize) -> String {
    Language::English.number(count)
}

pub(super) static ROUNDS: RoundWords = RoundWords {
    title: "People and rounds",
    nameless: "Person",
    button_name: |name| {
        let who = if name.is_empty() { "without a name" } else { name };
        format!("People and rounds, you: {who}")
    },
    my_name: "Your name",
    name_hint: "for example N. Keller",
    name_why: "Stands beside your ratings, on this computer in every project.",
    are_you: "Is this you? What you rated so far comes along.",
    i_am: |name| format!("I am {name}"),
    people: "People",
    without_name: "without a name",
    you: "you",
    never_came: "was not here yet",
    nothing_tagged: "nothing rated yet",
    tagged_in: |round, count| format!("{round}: {}", plural(count, "question", "questions")),
    rounds: "Rounds",
    round_number: |round| format!("Round {}", round.0),
    first_round: "Everybody rates all documents and sees the others.",
    documents: |count, drawn| {
        let documents = plural(count, "document", "documents");
        match drawn {
            Some(drawn) => format!("{documents}, drawn from {} (seed {})", number(drawn.of), drawn.seed),
            None => documents,
        }
    },
    blind: "blind",
    not_blind: "open",
    codebook: |version| format!("codebook {version}"),
    own_order: |seed| format!("an order for each person (seed {seed})"),
    sits_here: "You rate here",
    sit: "Rate here",
    join: "Take part",
    persons: |count| plural(count, "person", "people"),
    part: |done, of| format!("{} of {} questions", number(done), number(of)),
    handed_in: "handed in",
    hand_in: "Hand in round …",
    hand_in_why: |open| {
        let rest = match open {
            0 => String::new(),
            1 => "One question is still open. ".to_owned(),
            open => format!("{} questions are still open. ", number(open)),
        };
        format!(
            "{rest}After handing in, your ratings of this round do not change any more, and you see those of the others."
        )
    },
    hand_in_now: "Hand in",
    not_yet: "Not yet",
    remove: |round| format!("Remove round “{round}”"),
    now_in: |round| format!("You now rate in “{round}”"),
    was_handed_in: |round| format!("“{round}” is handed in"),
    new_round: "New round …",
    new_title: "New round",
    name: "Name of the round",
    which_documents: "Documents",
    all_documents: |count| format!("all {}", number(count)),
    at_random: "drawn at random",
    how_many: "Number",
    out_of: |count| format!("of {}", number(count)),
    seed: "Seed",
    seed_why: "The same seed draws and shuffles the same again.",
    order: "Order",
    shuffled: "shuffled for each person",
    as_listed: "as in the list",
    sight: "Sight",
    blind_why: "Until they hand in, nobody sees anything of the others: no ratings, no counts, no cues.",
    open_why: "Everybody sees from the start what the others rate.",
    who_codes: "Who rates",
    add_person: "Another person",
    add_person_hint: "Name",
    add: "Add",
    plan: "Set up round",
    nobody: "Choose at least one person.",
    no_number: "Number and seed are whole numbers, the number at least 1.",
    hand_over: "Hand over my part …",
    hand_over_why: "A project file with documents, codebook, rounds and your ratings only.",
    package_name: |coder, round| format!("{coder} round {}", round.0),
    blind_round: "Blind round",
    blind_part: |done, of| format!("Blind round, {} of {} questions", number(done), number(of)),
    blind_notice: "Blind round: you see the others' ratings after handing in.",
    no_cues: "Blind round: you see cues after handing in.",
    no_figures: "Figures and overviews appear here once you have handed in the round.",
    cell: |label, count, is_done, is_current| {
        let state = if is_done { "done" } else { "open" };
        let current = if is_current { ", current" } else { "" };
        format!("Question {label} of {count}, {state}{current}")
    },
};
