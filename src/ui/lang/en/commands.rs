//! What a person can ask for, and what was done, in English.

use super::coding::asked;
use super::words::{plural, short};
use crate::model::edits::{Label, OutlineStep};
use crate::model::{Codebook, TagId};
use crate::ui::{Command, View};

pub(super) fn command_name(command: &Command) -> Option<&'static str> {
    Some(match command {
        Command::NewProject => "New project",
        Command::Open => "Open …",
        Command::AddDocuments => "Add documents …",
        Command::AddFolder => super::import::IMPORT.add_folder,
        Command::Sample => "Open sample",
        Command::Save => "Save",
        Command::SaveAs => "Save as …",
        Command::Export => "Export …",
        Command::ImportView => "Report of reading in",
        Command::PrintFacts => "How the document was read in",
        Command::CloseProject => "Close project",
        Command::Quit => "Quit",
        Command::Undo => "Undo",
        Command::Redo => "Redo",
        Command::GoView(View::Coding) => "Tag answers",
        Command::GoView(View::Ledger) => "Ledger",
        Command::GoView(View::Codebook) => "Codebook",
        Command::Facets => "Set a facet, then a digit",
        Command::AskedFor => "What is asked for, then a digit",
        Command::DropChosenEvidence => "Remove the chosen evidence",
        Command::RemoveThisDocument => "Remove document",
        Command::Clear => "Remove tag",
        Command::ClearAll => "Remove tags of the answer",
        Command::Later => "Look at later",
        Command::EditMemo => "Write memo",
        Command::Evidence => "Selected passage as evidence",
        Command::EvidenceForAll => "Evidence for all questions of the answer",
        Command::NextQuestion => "Next question",
        Command::PreviousQuestion => "Previous question",
        Command::NextAnswer => "Next answer",
        Command::PreviousAnswer => "Previous answer",
        Command::NextOpen => "Next open question",
        Command::PreviousOpen => "Previous open question",
        Command::NextDocument => "Next document",
        Command::PreviousDocument => "Previous document",
        Command::Enter => "Next question, or evidence if a passage is selected",
        Command::ScrollDown => "Scroll down",
        Command::ScrollUp => "Scroll up",
        Command::PageDown => "Page down",
        Command::PageUp => "Page up",
        Command::Top => "Start of the document",
        Command::Bottom => "End of the document",
        Command::NextSentence => "Select next sentence",
        Command::PreviousSentence => "Select previous sentence",
        Command::ExtendNextSentence => "Extend selection by the next sentence",
        Command::ExtendPreviousSentence => "Extend selection by the previous sentence",
        Command::Caret => "Place cursor in the text",
        Command::Copy => "Copy",
        Command::CopyWithSource => "Copy with source",
        Command::Fold => "Fold or unfold preambles",
        Command::FoldFinished => "Fold or unfold finished answers",
        Command::OutlineMode => "Correct the outline by hand, back to reading",
        Command::NextPart => "Outline: next part",
        Command::PreviousPart => "Outline: previous part",
        Command::SplitPart => "Outline: split here",
        Command::JoinPart => "Outline: join with the previous part",
        Command::MarkQuestion => "Outline: mark as question",
        Command::MarkAnswer => "Outline: mark as answer",
        Command::MarkJoint => "Outline: mark as note on the answer",
        Command::MarkRemark => "Outline: mark as preamble of the askers",
        Command::MarkGovernmentRemark => "Outline: mark as preamble of the government",
        Command::MarkRest => "Outline: mark as rest, neither question nor answer",
        Command::Renumber => "Outline: number of the question, questions of the answer",
        Command::BorderUp => "Outline: border up by a sentence",
        Command::BorderDown => "Outline: border down by a sentence",
        Command::BorderWordUp => "Outline: border up by a word",
        Command::BorderWordDown => "Outline: border down by a word",
        Command::NextDoubt => "Next place to check",
        Command::Recut => "Cut again, corrections stay",
        Command::ConfirmOutline => "Confirm the outline",
        Command::List => "List of documents",
        Command::Pane => "Show or hide the tags",
        Command::Larger => "Larger text",
        Command::Smaller => "Smaller text",
        Command::UsualSize => "Text at usual size",
        Command::FullScreen => "Full screen",
        Command::Palette => "Find a command",
        Command::Find => "Find in the document",
        Command::FindInProject => "Find in the project",
        Command::NextHit => "Next hit",
        Command::PreviousHit => "Previous hit",
        Command::Filters => "Filter documents",
        Command::GoTo => "Go to question or document",
        Command::FollowReference => "Follow the next reference",
        Command::Definition => "What the tags mean",
        Command::Keys => "All keys",
        Command::Settings => "Settings",
        Command::NextRegion => "Next region",
        Command::PreviousRegion => "Previous region",
        Command::Escape => "Close, clear selection, back to the text",
        _ => return None,
    })
}

pub(super) fn label(label: &Label, codebook: &Codebook) -> String {
    let name = |tag: &TagId| codebook.tag(tag).map_or(tag.0.clone(), |tag| tag.name.en.clone());
    match label {
        Label::Tag { question, tag } => format!("Question {question} set to {}", name(tag)),
        Label::TagAll { count, tag } => {
            format!("{} set to {}", plural(*count, "question", "questions"), name(tag))
        }
        Label::ClearTag { question } => format!("Tag removed from question {question}"),
        Label::ClearAll { count } => format!("Tag removed from {}", plural(*count, "question", "questions")),
        Label::Memo { question } => format!("Memo on question {question}"),
        Label::Later { question, on: true } => format!("Question {question} set to later"),
        Label::Later { question, on: false } => format!("Question {question} no longer set to later"),
        Label::Evidence { question } => format!("Evidence for question {question}"),
        Label::DropEvidence { question } => format!("Evidence removed from question {question}"),
        Label::MoveEvidence { question } => format!("End of the evidence of question {question} moved"),
        Label::Facet { question, facet, on } => {
            let facet = codebook.facet(facet).map_or(facet.0.as_str(), |facet| &facet.name.en);
            format!("Question {question}: {facet}{}", if *on { "" } else { " removed" })
        }
        Label::Asked { question, asked: kind, on } => {
            format!("Question {question}: asked for {}{}", asked(*kind), if *on { "" } else { " removed" })
        }
        Label::Promise { question } => format!("Promise of question {question}"),
        Label::KeepFilter { name } => format!("Filter “{name}” saved"),
        Label::DropFilter { name } => format!("Filter “{name}” deleted"),
        Label::LedgerDay => "Day of the ledger".to_owned(),
        Label::Cues => "Cue words".to_owned(),
        Label::Codebook => "Codebook".to_owned(),
        Label::ReadAgain { title } => format!("“{}” read in again", short(title)),
        Label::AddDocuments { count } => format!("{} added", plural(*count, "document", "documents")),
        Label::RemoveDocument { title } => format!("“{}” removed", short(title)),
        Label::Rename => "Project name".to_owned(),
        Label::Head => "head fields".to_owned(),
        Label::Outline { step, question } => {
            let of = question.as_ref().map(|label| format!(" {label}")).unwrap_or_default();
            match step {
                OutlineStep::Question => format!("question{of} marked"),
                OutlineStep::Answer => format!("answer to question{of} marked"),
                OutlineStep::Joint => format!("note on question{of} marked"),
                OutlineStep::Remark => "remark marked".to_owned(),
                OutlineStep::Rest => "rest marked".to_owned(),
                OutlineStep::Split => format!("split, new: question{of}"),
                OutlineStep::Join => "joined".to_owned(),
                OutlineStep::Border => "border moved".to_owned(),
                OutlineStep::Relabel => format!("question renumbered:{of}"),
                OutlineStep::Attach => format!("question{of} attached to the answer"),
                OutlineStep::Detach => format!("question{of} detached from the answer"),
                OutlineStep::Settle => "place to check settled".to_owned(),
                OutlineStep::Confirm => "outline confirmed".to_owned(),
                OutlineStep::Recut => "cut again".to_owned(),
            }
        }
        Label::Number => "Paper number".to_owned(),
    }
}
