//! The list of all words. A language is a value of this type, so a missing word does not compile.

use super::aids::AidWords;
use super::codebook::CodebookWords;
use super::coding::CodingWords;
use super::compare::CompareWords;
use super::dialogs::DialogWords;
use super::exporting::ExportingWords;
use super::filters::FilterWords;
use super::keeping::KeepingWords;
use super::ledger::LedgerWords;
use super::outline::OutlineWords;
use super::rounds::RoundWords;
use super::search::SearchWords;
use crate::model::analysis::SummaryWords;
use crate::model::edits::Label;
use crate::model::{Codebook, DoubtKind, ExportWords, Finding, Language, Problem};
use crate::ui::Command;

/// The words of one language. Sentence case, no full stop after one sentence, „…“ where a question follows.
pub struct Words {
    pub language: Language,
    pub program: &'static str,
    pub claim: &'static str,

    // Keys.
    pub key_ctrl: &'static str,
    pub key_enter: &'static str,
    pub key_space: &'static str,
    pub key_page_down: &'static str,
    pub key_page_up: &'static str,
    pub key_home: &'static str,
    pub key_delete: &'static str,
    pub key_end: &'static str,

    // Welcome.
    pub drop_here: &'static str,
    pub formats: &'static str,
    pub open_dots: &'static str,
    pub new_project: &'static str,
    pub begin_with_sample: &'static str,
    pub sample_about: fn(questions: usize, answers: usize) -> String,
    pub open_sample: &'static str,
    pub recently_opened: &'static str,
    pub no_projects: &'static str,
    pub no_projects_why: &'static str,
    pub recent_about: fn(documents: usize, finished: usize) -> String,
    pub recent_missing: &'static str,
    pub today: fn(time: &str) -> String,
    pub forget_project: &'static str,
    pub steps: &'static str,
    pub steps_three: [&'static str; 3],
    pub offline: &'static str,
    /// What a tag of the default codebook means, in one short sentence; by its id.
    pub tag_in_brief: fn(tag: &str) -> Option<&'static str>,

    // Top bar and menus.
    pub untitled: &'static str,
    pub sample_project: &'static str,
    pub project_name: fn(title: &str, unsaved: bool) -> String,
    pub export: &'static str,
    pub more: &'static str,
    pub settings: &'static str,
    pub of: fn(done: usize, count: usize) -> String,
    pub tagged_of: fn(done: usize, count: usize) -> String,

    // Documents.
    pub documents: &'static str,
    pub all: &'static str,
    pub open: &'static str,
    pub filter_hint: &'static str,
    pub nothing_passes: &'static str,
    pub no_document: &'static str,
    pub add_documents: &'static str,
    pub without_number: &'static str,

    // Reader.
    pub reader: &'static str,
    pub add_number: &'static str,
    pub number_hint: &'static str,
    pub not_segmented: &'static str,
    pub not_segmented_short: &'static str,
    pub no_questions_here: &'static str,
    pub printed_head: &'static str,
    pub folded_answer: &'static str,
    pub folded: &'static str,
    pub unfolded: &'static str,
    pub word_count: fn(count: usize) -> String,
    pub evidence_for: fn(label: &str) -> String,
    pub evidence_all: &'static str,
    pub copy_with_source: &'static str,

    // Annotation pane and strip.
    pub question: &'static str,
    pub open_question: &'static str,
    pub answer_of: fn(place: usize, count: usize, words: usize) -> String,
    pub questions_jointly: fn(labels: &[&str]) -> String,
    pub jointly_answered: &'static str,
    pub earlier_questions: &'static str,
    pub later_questions: &'static str,
    pub all_same: fn(count: usize) -> String,
    pub shift_digit: &'static str,
    /// Questions with the names of their tags.
    pub change_too: fn(differing: &[(String, &str)]) -> String,
    pub change_all: &'static str,
    pub only_open: &'static str,
    pub evidence: &'static str,
    pub evidence_hint: &'static str,
    pub passages: fn(count: usize) -> String,
    pub passage_name: fn(quote: &str) -> String,
    pub drop_evidence: &'static str,
    pub memo: &'static str,
    pub memo_hint: &'static str,
    pub coding_facts: fn(evidence: usize, memo: bool, later: bool) -> String,
    pub cell_name: fn(label: &str, count: usize, tag: Option<&str>, evidence: usize, current: bool) -> String,
    pub definitions: &'static str,
    pub use_when: &'static str,
    pub not_when: &'static str,

    // Settings, keys, palette, export, questions.
    pub project_name_field: &'static str,
    pub like_file: &'static str,
    pub language_name: &'static str,
    pub look: &'static str,
    pub light: &'static str,
    pub dark: &'static str,
    pub like_system: &'static str,
    pub reading_size: &'static str,
    pub usual: &'static str,
    pub single_keys: &'static str,
    pub single_keys_why: &'static str,
    pub on: &'static str,
    pub off: &'static str,
    pub close: &'static str,
    pub cancel: &'static str,
    pub all_keys: &'static str,
    pub palette_hint: &'static str,
    pub go_to_hint: &'static str,
    pub nothing_found: &'static str,
    pub path: &'static str,
    pub path_exists: &'static str,
    pub type_path_open: &'static str,
    pub type_path_save: &'static str,
    pub type_path_export: &'static str,
    pub no_dialog_service: &'static str,
    /// Why a path is asked for by a field although the dialog chose one: the file is there.
    pub path_taken: &'static str,
    /// A dialog answered a question that nobody asks any more.
    pub late_answer: &'static str,
    /// Another dialog is open already.
    pub dialog_is_open: &'static str,
    /// Leaving waits for a save or an export.
    pub leaving_waits: &'static str,
    /// A file was replaced by an export, and is kept under this name.
    pub exported_over: fn(file: &str, kept: &str) -> String,
    /// A second project that was given along with another.
    pub also_given: fn(file: &str) -> String,
    pub open_verb: &'static str,
    pub save_verb: &'static str,
    pub export_dots: &'static str,
    pub this_document: &'static str,
    pub whole_project: &'static str,
    pub save_changes: fn(title: &str) -> String,
    pub save_changes_why: &'static str,
    pub discard: &'static str,

    // News and notices.
    pub dismiss: &'static str,
    /// Said of every problem with saving: what is kept.
    pub work_is_kept: &'static str,
    pub save_elsewhere: &'static str,
    pub replace_anyway: &'static str,
    pub try_again: &'static str,
    pub batch: fn(read: usize, failed: usize) -> String,
    pub and_more: fn(count: usize) -> String,
    pub recovered: fn(changes: usize) -> String,
    pub journal_aside: fn(file: &str) -> String,
    pub set_to: fn(count: usize, tag: &str) -> String,
    pub added: fn(count: usize) -> String,
    pub removed: fn(title: &str) -> String,
    pub saved: fn(file: &str) -> String,
    /// The steps that can be undone found no room beside the file.
    pub saved_without_undo: fn(file: &str) -> String,
    pub exported: fn(file: &str) -> String,
    pub undone: fn(what: &str) -> String,
    pub redone: fn(what: &str) -> String,
    pub copied: &'static str,
    pub select_first: &'static str,
    pub all_tagged: &'static str,
    pub open_left: fn(labels: &[String]) -> String,
    pub reading: fn(done: usize, count: usize) -> String,
    pub next_document: &'static str,

    pub import: ImportWords,
    /// Correcting the outline.
    pub outline: &'static OutlineWords,
    /// What is said of a question beside its tag.
    pub coding: &'static CodingWords,
    /// What was deferred.
    pub ledger: &'static LedgerWords,
    pub rounds: &'static RoundWords,
    /// Where coders differ, and how far they agree.
    pub compare: &'static CompareWords,
    /// What is kept though it was not saved.
    pub keeping: &'static KeepingWords,
    pub dialogs: &'static DialogWords,
    pub merging: &'static super::MergingWords,
    pub search: &'static SearchWords,
    /// Cues and places to read again.
    pub aids: &'static AidWords,
    /// The codebook: its parts, its versions, what is done to it.
    pub codebook: &'static CodebookWords,
    pub filters: &'static FilterWords,

    /// What a command is called; none for those that are never shown.
    pub command_name: fn(&Command) -> Option<&'static str>,
    pub tag_with: fn(tag: &str) -> String,
    pub tag_all_with: fn(tag: &str) -> String,
    /// What was done, for undo.
    pub label: fn(&Label, &Codebook) -> String,
    pub problem: fn(&Problem) -> String,
    pub doubt: fn(&DoubtKind) -> String,
    pub finding: fn(&Finding) -> String,
    pub check_fine: fn(documents: usize, codings: usize) -> String,
    pub summary: &'static SummaryWords,
    /// Of what goes out.
    pub exports: &'static ExportWords,
    pub exporting: &'static ExportingWords,
}

/// Words about reading papers in.
pub struct ImportWords {
    pub reading_title: fn(count: usize) -> String,
    pub read_title: fn(count: usize) -> String,
    pub time_left: fn(seconds: usize) -> String,
    pub sum: fn(read: usize, failed: usize, twins: usize) -> String,
    pub keep_question: fn(read: usize) -> String,
    pub keep: &'static str,
    pub drop: &'static str,
    pub stop: &'static str,
    pub in_background: &'static str,
    pub report: &'static str,
    pub add_folder: &'static str,
    pub all: &'static str,
    pub done: &'static str,
    pub with_doubts: &'static str,
    pub failed: &'static str,
    pub twins: &'static str,
    pub file: &'static str,
    pub outline: &'static str,
    pub result: &'static str,
    pub waiting: &'static str,
    pub found: fn(questions: usize, answers: usize, doubts: usize) -> String,
    pub twin: fn(other: &str) -> String,
    pub read_with: fn(doubts: usize) -> String,
    pub title: &'static str,
    pub asker: &'static str,
    pub office: &'static str,
    pub dates: &'static str,
    pub format: &'static str,
    pub size: &'static str,
    pub size_of: fn(characters: usize, paragraphs: usize) -> String,
    pub pages: &'static str,
    pub hyphens: &'static str,
    pub lines: &'static str,
    pub page_breaks: &'static str,
    pub notes: &'static str,
    pub left_out: &'static str,
    pub left_out_words: &'static str,
    pub how_read: &'static str,
    pub no_number: &'static str,
    pub text_stays: &'static str,
    /// „S. 3“
    pub page: fn(number: u32) -> String,
    pub pages_of: fn(first: u32, last: u32) -> String,
    pub footnotes: &'static str,
    pub remark: &'static str,
    pub no_reference: &'static str,
}

/// Labels in short: `7`, `1–4` where they follow one another, else `1, 3, 5`.
pub(super) fn span_of_labels(labels: &[&str]) -> String {
    let numbers: Option<Vec<u32>> = labels.iter().map(|label| label.parse().ok()).collect();
    let in_a_row = numbers.is_some_and(|numbers| numbers.windows(2).all(|pair| pair[1] == pair[0] + 1));
    match labels {
        [first, .., last] if in_a_row => format!("{first}–{last}"),
        many => many.join(", "),
    }
}
