//! What a replication package says of itself, English.

use super::words::plural;
use crate::model::analysis::{PackageFacts, ReplicationWords};
use crate::model::{CountBy, Language, Licence};

pub(super) static REPLICATION: ReplicationWords = ReplicationWords {
    readme,
    licence,
    columns: "# What the tables hold",
    table: |name, rows| format!("## {name}.csv: {}", plural(rows, "row", "rows")),
};

fn readme(facts: &PackageFacts) -> String {
    let number = |count| Language::English.number(count);
    let names = if facts.named {
        "Coders are named in the tables."
    } else {
        "Coders are `coder_1`, `coder_2` in the tables; their names are taken out of memos, reasons and sources, too."
    };
    let earlier = match &facts.earlier[..] {
        [] => String::new(),
        earlier => format!(" Earlier versions: {}.", earlier.join(", ")),
    };
    let counted = match facts.count_by {
        CountBy::Questions => "Questions are counted.",
        CountBy::Answers => "Answers are counted: each once for each tag that its questions carry.",
    };
    let figures = if facts.figures == 0 {
        "Nothing is tagged yet, so there are no figures to compute again.".to_owned()
    } else {
        format!(
            "The scripts compute all {} figures of the overview from the tables, intervals included, and compare them \
             with `tables/figures.csv`. Where one differs, they name it and end with exit code 1.",
            number(facts.figures)
        )
    };
    format!(
        "# {title}: replication package\n\n\
         As of {day}. Made with Landtag Annotator.\n\n\
         ## Contents\n\n\
         {documents} with {questions}, {coded} of them coded: {codings} by {coders} in {rounds}.\n\n\
         | place | what |\n|---|---|\n\
         | `texts/` | the text of each document, UTF-8; its name ends with the id in `documents.csv` |\n\
         | `tables/` | tables, UTF-8, comma; `tables/COLUMNS.md` explains each column, `tables/columns.csv` for programs |\n\
         | `codebook.md`, `codebook.ron` | the codebook to read, and with all its versions |\n\
         | `papers.bib` | the documents as references |\n\
         | `project.ron` | the project for Landtag Annotator |\n\
         | `scripts/` | scripts for R and Python |\n\
         | `SHA256SUMS` | checksums of all files |\n\n\
         ## How it was coded\n\n\
         The unit is the single question, coded by version {codebook} of the codebook.{earlier} Verbatim passages are in \
         `tables/evidence.csv`: `start` and `end` count Unicode code points of the text from 0, `end` is exclusive. \
         Questions without a tag stand in `tables/codings.csv` with an empty `tag` and `tag_code` -9. Figures are those \
         of {coder}, round {round}. {counted} {names}\n\n\
         Text that a spreadsheet would run as a formula begins with an apostrophe; the scripts take it away again.\n\n\
         ## How to check it\n\n\
         ```\nsha256sum -c SHA256SUMS\nRscript scripts/figures.R\npython3 scripts/figures.py\n```\n\n\
         {figures} R needs no further package, nor does Python (3.9 or later). `scripts/read.R` and `scripts/read.py` \
         read the tables with fitting types (Python: with pandas).\n\n\
         ## Licence\n\n{licence}\n",
        title = facts.title.split_whitespace().collect::<Vec<_>>().join(" "),
        day = Language::English.date(facts.day),
        documents = plural(facts.documents, "document", "documents"),
        questions = plural(facts.questions, "question", "questions"),
        coded = number(facts.coded),
        codings = plural(facts.codings, "coding", "codings"),
        coders = plural(facts.coders, "person", "people"),
        coder = facts.coder,
        round = facts.round,
        rounds = plural(facts.rounds, "round", "rounds"),
        codebook = facts.codebook,
        licence = match facts.licence {
            Licence::None => NO_LICENCE.to_owned(),
            licence => format!("{} (`{}`), see `LICENCE.txt`.", full_name(licence), licence.name()),
        },
    )
}

const NO_LICENCE: &str = "No licence was chosen: all rights stay with those who made this package.";

fn licence(licence: Licence) -> String {
    let Some(url) = url(licence) else { return format!("{NO_LICENCE}\n") };
    let terms = match licence {
        Licence::Cc0 => "All rights are waived, as far as the law allows.",
        Licence::CcBySa => {
            "Use and sharing are allowed with attribution, and under the same terms for what is made of it."
        }
        Licence::CcBy | Licence::None => "Use and sharing are allowed with attribution.",
    };
    format!(
        "{}\nSPDX-License-Identifier: {}\n\n{terms} The legal code at this address holds:\n{url}\n\n\
         The licence covers what the coders added: codings, memos, tables and codebook. The texts in texts/ are papers of \
         parliaments; it does not change their legal status.\n",
        full_name(licence),
        licence.name()
    )
}

fn full_name(licence: Licence) -> &'static str {
    match licence {
        Licence::None => "",
        Licence::CcBy => "Creative Commons Attribution 4.0 International",
        Licence::CcBySa => "Creative Commons Attribution-ShareAlike 4.0 International",
        Licence::Cc0 => "Creative Commons CC0 1.0 Universal",
    }
}

fn url(licence: Licence) -> Option<&'static str> {
    match licence {
        Licence::None => None,
        Licence::CcBy => Some("https://creativecommons.org/licenses/by/4.0/legalcode.en"),
        Licence::CcBySa => Some("https://creativecommons.org/licenses/by-sa/4.0/legalcode.en"),
        Licence::Cc0 => Some("https://creativecommons.org/publicdomain/zero/1.0/legalcode.en"),
    }
}
