//! Words about reading papers in, in English.

use crate::model::Language;
use crate::ui::lang::words::ImportWords;

const EN: Language = Language::English;

pub(super) const IMPORT: ImportWords = ImportWords {
    reading_title: |count| format!("Reading in {} files", EN.number(count)),
    read_title: |count| format!("{} files read in", EN.number(count)),
    time_left: |seconds| match seconds {
        0..=90 => format!("about {seconds} seconds left"),
        _ => format!("about {} minutes left", seconds.div_ceil(60)),
    },
    sum: |read, failed, twins| {
        let mut parts = vec![format!("{} added", EN.number(read))];
        if failed > 0 {
            parts.push(format!("{} not read in", EN.number(failed)));
        }
        if twins > 0 {
            parts.push(format!("{} twice", EN.number(twins)));
        }
        parts.join(" · ")
    },
    keep_question: |read| match read {
        1 => "Stopped. Keep the one document already read?".to_owned(),
        _ => format!("Stopped. Keep the {} documents already read?", EN.number(read)),
    },
    keep: "Keep",
    drop: "Discard",
    stop: "Cancel",
    in_background: "Continue in background",
    report: "Report",
    add_folder: "Read in a folder …",
    all: "All",
    done: "done",
    with_doubts: "with notes",
    failed: "not read in",
    twins: "twice",
    file: "File",
    outline: "Outline",
    result: "Result",
    waiting: "waiting",
    found: |questions, answers, doubts| {
        let found = match questions {
            0 => "No questions found".to_owned(),
            1 => format!("1 question in {answers} {}", if answers == 1 { "answer" } else { "answers" }),
            _ => format!(
                "{questions} questions in {answers} {}",
                if answers == 1 { "answer" } else { "answers" }
            ),
        };
        match doubts {
            0 => found,
            1 => format!("{found} · 1 note"),
            _ => format!("{found} · {doubts} notes"),
        }
    },
    twin: |other| format!("Same text as {other}, skipped"),
    read_with: |doubts| match doubts {
        0 => "Read in without notes".to_owned(),
        1 => "Read in with 1 note".to_owned(),
        _ => format!("Read in with {doubts} notes"),
    },
    title: "Title",
    asker: "Asked by",
    office: "Ministry",
    dates: "Dates",
    format: "Format",
    size: "Size",
    size_of: |characters, paragraphs| {
        format!("{} characters in {} lines", EN.number(characters), EN.number(paragraphs))
    },
    pages: "Pages",
    hyphens: "Hyphens joined",
    lines: "Lines joined",
    page_breaks: "Page breaks joined",
    notes: "Footnotes",
    left_out: "Page furniture left out",
    left_out_words: "Left out",
    how_read: "How the document was read in",
    no_number: "The paper number is not printed in the text. Without it the paper cannot be cited.",
    text_stays: "The text stays as it is. Misspellings are not corrected.",
    page: |number| format!("p. {number}"),
    pages_of: |first, last| {
        if first == last { format!("p. {first}") } else { format!("pp. {first}–{last}") }
    },
    footnotes: "Footnotes and imprint",
    remark: "Preliminary remark",
    no_reference: "Nothing here refers to a paper or question of the project",
};
