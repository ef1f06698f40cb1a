//! Everything else, in English.

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

pub(super) const EN: Language = Language::English;

pub(in crate::ui::lang) static WORDS: Words = Words {
    language: EN,
    program: "Landtag Annotator",
    claim: "Read answers to written questions, tag them, show the evidence.",

    key_ctrl: "Ctrl",
    key_enter: "Enter",
    key_space: "Space",
    key_page_down: "PgDn",
    key_page_up: "PgUp",
    key_home: "Home",
    key_delete: "Del",
    key_end: "End",

    drop_here: "Drag documents here",
    formats: "PDF, DOCX, ODT, HTML, TXT, MD, folders or a project (.ron, .qdpx)",
    open_dots: "Open …",
    new_project: "New project",
    begin_with_sample: "Begin with the sample",
    sample_about: |questions, answers| format!("Invented paper · {questions} questions in {answers} answers"),
    open_sample: "Open sample",
    recently_opened: "Recently opened",
    no_projects: "No projects yet.",
    no_projects_why: "What you open appears here at the next start.",
    recent_about: |documents, finished| {
        let documents_words = plural(documents, "document", "documents");
        match finished {
            0 => format!("{documents_words}, none finished yet"),
            _ if finished == documents => format!("{documents_words}, fully tagged"),
            _ => format!("{documents_words}, {} fully tagged", EN.number(finished)),
        }
    },
    recent_missing: "File not found",
    today: |time| format!("today, {time}"),
    forget_project: "Remove from the list",
    steps: "Steps",
    steps_three: [
        "Open a document. Questions and joint answers are found.",
        "Read an answer, tag each question with 1, 2 or 3, select the evidence.",
        "Export a summary or a table.",
    ],
    offline: "Everything stays on this computer. The program makes no network connection.",
    tag_in_brief: |tag| {
        Some(match tag {
            "concrete" => "The answer gives what was asked for: a date, a number, a name.",
            "vague" => "It neither gives nor announces what was asked for.",
            "deferred" => "It places what was asked for in a future without a date.",
            _ => return None,
        })
    },

    untitled: "Untitled project",
    sample_project: "Sample (invented)",
    project_name: |title, unsaved| if unsaved { format!("{title}, not saved") } else { title.to_owned() },
    export: "Export",
    more: "More",
    settings: "Settings",
    of: |done, count| format!("{} of {}", EN.number(done), EN.number(count)),
    tagged_of: |done, count| format!("{done} of {} tagged", plural(count, "question", "questions")),

    documents: "Documents",
    all: "all",
    open: "open",
    filter_hint: "Title, party, ministry",
    nothing_passes: "No document matches the filter.",
    no_document: "No document yet. Open a paper or drag it here.",
    add_documents: "Add documents",
    without_number: "no number",

    reader: "Document",
    add_number: "Add the paper number",
    number_hint: "21/1234",
    not_segmented: "Not segmented: this print form is not known yet. The text appears here as it is in the file; no questions or answers were found.",
    not_segmented_short: "not segmented",
    no_questions_here: "No questions were found in this document.",
    printed_head: "Printed head",
    folded_answer: "Answer folded",
    folded: "folded",
    unfolded: "unfolded",
    word_count: |count| plural(count, "word", "words"),
    evidence_for: |label| format!("Evidence for {label}"),
    evidence_all: "for all",
    copy_with_source: "Copy with source",

    question: "Question",
    open_question: "in progress",
    answer_of: |place, count, words| {
        format!("Answer {place} of {count} · {}", plural(words, "word", "words"))
    },
    questions_jointly: |labels| match labels {
        [one] => format!("Question {one}"),
        many => format!("Questions {}, answered jointly", list(many)),
    },
    earlier_questions: "Earlier questions",
    later_questions: "Later questions",
    jointly_answered: "answered jointly",
    all_same: |count| match count {
        2 => "Both the same".to_owned(),
        3 => "All three the same".to_owned(),
        4 => "All four the same".to_owned(),
        5 => "All five the same".to_owned(),
        _ => format!("All {count} the same"),
    },
    shift_digit: "Shift + digit",
    change_too: |differing| match differing {
        [(label, tag)] => format!("Question {label} is {tag}. Change it too?"),
        many => {
            let parts: Vec<String> = many.iter().map(|(label, tag)| format!("{label} is {tag}")).collect();
            format!("Question {}. Change them too?", parts.join(", "))
        }
    },
    change_all: "Change all",
    only_open: "Only open ones",
    evidence: "Evidence",
    evidence_hint: "Select a passage and press B.",
    passages: |count| if count == 0 { String::new() } else { plural(count, "passage", "passages") },
    passage_name: |quote| format!("Evidence: {quote}"),
    drop_evidence: "Remove evidence",
    memo: "Memo",
    memo_hint: "Note on this question",
    coding_facts: |evidence, memo, later| {
        let parts = [
            (evidence > 0).then(|| plural(evidence, "passage", "passages")),
            memo.then(|| "memo".to_owned()),
            later.then(|| "later".to_owned()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    },
    cell_name: |label, count, tag, evidence, current| {
        let tag = tag.unwrap_or("open");
        let evidence = if evidence > 0 {
            format!(", {}", plural(evidence, "passage", "passages"))
        } else {
            String::new()
        };
        let current = if current { ", current" } else { "" };
        format!("Question {label} of {count}, {tag}{evidence}{current}")
    },
    definitions: "What the tags mean",
    use_when: "When to use",
    not_when: "When not to use",

    project_name_field: "Name of the project",
    like_file: "name of the file",
    language_name: "Language",
    look: "Appearance",
    light: "Light",
    dark: "Dark",
    like_system: "System",
    reading_size: "Text size",
    usual: "Usual",
    single_keys: "Single keys as commands",
    single_keys_why: "Off if you dictate or tend to press keys by accident. Arrows and Ctrl commands stay.",
    on: "On",
    off: "Off",
    close: "Close",
    cancel: "Cancel",
    all_keys: "All keys",
    palette_hint: "Find a command",
    go_to_hint: "Number or words of a question, title of a document",
    nothing_found: "Nothing found",
    path: "Path",
    path_exists: "This file exists. Enter once more replaces it.",
    type_path_open: "Open which file?",
    type_path_export: "Where to export?",
    type_path_save: "Save where?",
    path_taken: "A file of this name exists; the dialog did not ask about it.",
    late_answer: "The answer of an earlier file dialog came too late and was not used.",
    dialog_is_open: "A file dialog is still open.",
    leaving_waits: "Still writing; the program ends when that is done.",
    exported_over: |file, kept| format!("Exported: {file}. The file that was replaced is {kept} now."),
    also_given: |file| format!("{file} is another project. Only one is open at a time."),
    no_dialog_service: "No file dialog can be opened at the moment. Type the path; ~ stands for your home folder.",
    open_verb: "Open",
    save_verb: "Save",
    export_dots: "Export …",
    this_document: "This document",
    whole_project: "Whole project",
    save_changes: |title| format!("Save the changes to “{title}”?"),
    save_changes_why: "Without saving, the changes since the last save are lost.",
    discard: "Discard",

    dismiss: "Dismiss",
    work_is_kept: "What was on the disk is intact; your work is in the window.",
    save_elsewhere: "Save elsewhere …",
    replace_anyway: "Replace anyway",
    try_again: "Try again",
    batch: |read, failed| match read {
        0 => format!("None of {} was read in:", plural(failed, "file", "files")),
        _ => format!(
            "{} read in, {} not:",
            plural(read, "document", "documents"),
            plural(failed, "file", "files")
        ),
    },
    and_more: |count| format!("and {} more", EN.number(count)),
    recovered: |changes| {
        let verb = if changes == 1 { "was" } else { "were" };
        format!("The project was not closed. {} {verb} restored.", plural(changes, "change", "changes"))
    },
    journal_aside: |file| {
        format!(
            "The project file was changed elsewhere while changes were pending here. They are kept as they were in “{file}”."
        )
    },
    set_to: |count, tag| format!("{} set to {tag}", plural(count, "question", "questions")),
    added: |count| format!("{} added", plural(count, "document", "documents")),
    removed: |title| format!("“{}” removed", short(title)),
    saved_without_undo: |file| {
        format!(
            "Saved: {file}. There was no room for the history: after closing nothing can be undone any more."
        )
    },
    saved: |file| format!("Saved: {file}"),
    exported: |file| format!("Exported: {file}"),
    undone: |what| format!("Undone: {what}"),
    redone: |what| format!("Redone: {what}"),
    copied: "Copied",
    select_first: "Select a passage, then press B",
    all_tagged: "All questions are tagged",
    open_left: |labels| {
        let count = labels.len();
        format!("{} open: {}", plural(count, "question", "questions"), labels.join(", "))
    },
    reading: |done, count| format!("{} of {} read in", EN.number(done), EN.number(count)),
    next_document: "Next document",

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
    tag_with: |tag| format!("Tag the question: {tag}"),
    tag_all_with: |tag| format!("All questions of the answer: {tag}"),
    label,
    problem,
    doubt,
    finding,
    check_fine: |documents, codings| {
        format!(
            "All in order: {}, {}.",
            plural(documents, "document", "documents"),
            plural(codings, "coding", "codings")
        )
    },
    summary: &SUMMARY,
    exports: &EXPORT,
    exporting: &EXPORTING,
};

pub(super) fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", EN.number(count), if count == 1 { one } else { many })
}

pub(super) fn days(count: i32) -> String {
    if count == 1 { "1 day".to_owned() } else { format!("{count} days") }
}

/// “1 to 4”, “5 and 6”, “1, 2 and 7”.
fn list(labels: &[&str]) -> String {
    let numbers: Option<Vec<u32>> = labels.iter().map(|label| label.parse().ok()).collect();
    let in_a_row = numbers.is_some_and(|numbers| numbers.windows(2).all(|pair| pair[1] == pair[0] + 1));
    match labels {
        [first, .., last] if in_a_row && labels.len() > 2 => format!("{first} to {last}"),
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
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
