//! What went wrong, what is doubted, what was found, in English.

use super::codebook::CODEBOOK;
use super::words::plural;
use crate::model::{DoubtKind, Finding, Job, Problem, ReadingLimit, SpecialFile};

pub(super) fn problem(problem: &Problem) -> String {
    match problem {
        Problem::FileMissing { file } => {
            format!("{file}: not found. Check the path, or whether the drive is connected.")
        }
        Problem::FileUnreadable { file, reason } => {
            format!("{file}: not readable ({reason}). Check whether you have permission to read the file.")
        }
        Problem::FileIsFolder { file } => format!("{file}: is a folder. Choose the files in it."),
        Problem::FileIsSpecial { file, kind } => {
            let kind = match kind {
                SpecialFile::Pipe => "a pipe",
                SpecialFile::Socket => "a socket",
                SpecialFile::Device => "a device",
            };
            format!("{file}: is {kind} and not a file, skipped. Choose a file.")
        }
        Problem::FileEmpty { file } => {
            format!("{file}: contains no text. Please read in a version with text.")
        }
        Problem::FileTooLarge { file, megabytes, limit } => format!(
            "{file}: {megabytes} MB is more than a Drucksache has (limit {limit} MB). Split the file."
        ),
        Problem::FileIsNoText { file } => {
            format!("{file}: is not a text file. Please read in a version as TXT or MD.")
        }
        Problem::OnlyImages { file } => format!(
            "{file}: No text, the pages are images. Please read in a version with text; OCRmyPDF or Tesseract make one (ocrmypdf -l deu)."
        ),
        Problem::FileLocked { file } => {
            format!("{file}: The file is protected by a password. It was not read in.")
        }
        Problem::FileBroken { file, reason } => {
            format!("{file}: The file is damaged and was not read in ({reason}). Please download it again.")
        }
        Problem::ReadingEnded { file } => format!(
            "{file}: Reading took too much time or memory and was ended. Please read in another version of the file."
        ),
        Problem::ReadingNotStarted { file, reason } => format!(
            "{file}: The process that reads such files could not be started ({reason}). Restart the program and read the file in again."
        ),
        Problem::OverReadingLimit { file, limit } => format!(
            "{file}: {}. The file was not read in. Please split it, or read in another version of it.",
            reading_limit(*limit)
        ),
        Problem::FormatUnknown { file, format } => {
            format!("{file}: {format} is not read yet. Save the text as TXT and read that in.")
        }
        Problem::AlreadyThere { file, other } => format!("{file}: same text as {other}, skipped."),
        Problem::LeftOut { file, omission } => format!("{file}: {}", super::exchange::omission(omission)),
        Problem::FileExists { file } => format!(
            "Not written: {file} exists, and nothing is replaced unasked. Choose another name, or confirm in the dialog that it may be replaced."
        ),
        Problem::KeptElsewhere { file } => format!(
            "Nothing more can be written beside {file}. Until you save, your changes are kept in the data folder of the program; after a crash they are offered with the project. Make room and save."
        ),
        Problem::PlaceTaken { file } => {
            format!("Not written: \"{file}\" is a folder or a device, not a file. Choose another name.")
        }
        Problem::JobFailed { job, reason } => format!(
            "An error in the program while {} ({reason}). Your project is unchanged; try again.",
            job_words(*job)
        ),
        Problem::SettingsNotKept { file } => format!(
            "Settings cannot be saved ({file}). Your name and preferences last until the program ends; check that this place can be written to and has room."
        ),
        Problem::NotTakenAlong { project, files } => format!(
            "{project} was not opened, so what came with it was left: {}. Open a project first, then add it.",
            if *files == 1 { "one file".to_owned() } else { format!("{files} files") }
        ),
        Problem::ReadingCutShort { files } => format!(
            "Reading ended with the project: {} not taken over. Add them again in the right project.",
            if *files == 1 { "one file was".to_owned() } else { format!("{files} files were") }
        ),
        Problem::OpensAlone { file } => format!(
            "{file}: a project from another program becomes a new project. Please read it in by itself."
        ),
        Problem::NotAProject { file } => {
            format!("{file}: is not a project of this program. The file stays unchanged.")
        }
        Problem::ProjectBroken { file, line, column, reason } => format!(
            "{file}: incomplete or edited by hand, line {line}, column {column} ({reason}). The file stays unchanged; an older version may be in {file}.bak."
        ),
        Problem::ProjectFieldUnknown { file, line, column, field } => format!(
            "{file}: line {line}, column {column}: there is no field “{field}”; the next save would lose what it holds. The file was not opened and stays unchanged. Correct the name of the field, or take it out."
        ),
        Problem::ProjectTooNew { file } => format!(
            "{file}: was saved with a newer version of the program. The file stays unchanged; please use the newer version."
        ),
        Problem::ProjectInconsistent { file, findings } => {
            let first = findings.first().map(finding).unwrap_or_default();
            let more =
                if findings.len() > 1 { format!(" and {} more", findings.len() - 1) } else { String::new() };
            format!(
                "{file}: does not fit together ({first}{more}). The file stays unchanged; “landtag-annotator check” lists every place."
            )
        }
        Problem::ProjectInUse { file } => {
            format!("{file}: is already open in another window. Close it there first.")
        }
        Problem::ProjectExists { file } => {
            format!("{file}: already exists and is not overwritten. Choose another name.")
        }
        Problem::DiskFull { file } => {
            format!("Not saved: the disk is full ({file}). Make room or save elsewhere.")
        }
        Problem::NoPermission { file } => {
            format!("Not saved: you do not have permission to write here ({file}). Save elsewhere.")
        }
        Problem::FolderMissing { file } => {
            format!("Not saved: there is no such folder ({file}). Make it or save elsewhere.")
        }
        Problem::WriteFailed { file, reason } => format!("Not saved: {reason} ({file}). Save elsewhere."),
        Problem::ChangedElsewhere { file } => format!(
            "{file}: was changed elsewhere and therefore not replaced. Compare and merge the two, or save under another name."
        ),
        Problem::JournalFailed { file, reason } => {
            format!("The recovery file cannot be written: {reason} ({file}). Please save now.")
        }
        Problem::FolderExists { file } => {
            format!("“{file}” is already there. Nothing was overwritten; choose another name.")
        }
        Problem::ExportFormatUnknown { file } => {
            let endings = crate::ui::lang::endings();
            format!(
                "{file}: the ending does not tell the format. Possible are {endings}; --format names others."
            )
        }
        Problem::NoDocumentAt { file, number } => format!("{file}: holds no document number {number}."),
        Problem::NoSuchDocument { document } => format!("There is no document {document} in the project."),
        Problem::NoSuchQuestion { document, question } => {
            format!("There is no question {} in document {document}.", question.0)
        }
        Problem::NoSuchTag { tag } => format!("There is no tag “{tag}” in the codebook."),
        Problem::NoSuchFacet { facet } => format!("The codebook has no facet “{facet}”."),
        Problem::InUse { name, codings } => format!(
            "“{name}” is used in {} and stays. Merge it with another one, or take it away there first.",
            plural(*codings, "coding", "codings")
        ),
        Problem::LetterTaken { letter, tag } => {
            format!("\"{tag}\" has the letter {letter} already. Choose another one.")
        }
        Problem::VersionTaken { version } if version.is_empty() => "A version needs a name.".to_owned(),
        Problem::VersionTaken { version } => {
            format!("There is a version {version} already. Choose another name.")
        }
        Problem::CodebookLacks { file, missing } => {
            let list = missing.iter().map(|(name, count)| format!("{name} ({count})"));
            format!(
                "{file}: not read in, because ratings carry what it lacks: {}. First merge it with something that both have.",
                list.collect::<Vec<_>>().join(", ")
            )
        }
        Problem::CodebookBroken { file, line, fault } => {
            format!("{file}, line {line}: {}. Nothing was read in.", (CODEBOOK.fault)(fault))
        }
        Problem::CoderInUse { name } => format!("“{name}” has codings, rounds or decisions and stays."),
        Problem::RoundInUse { round } => format!("The round “{round}” has codings. It stays."),
        Problem::NobodyCalled { name, there } => {
            format!("The project has nobody called “{name}”. It has: {}.", there.join(", "))
        }
        Problem::BlindRound => {
            "Not possible in a blind round: it would touch the work of others. Nothing was changed."
                .to_owned()
        }
        Problem::RoundHandedIn { round } => {
            format!("The round “{round}” was handed in: your codings in it do not change any more.")
        }
        Problem::NoSuchCoder { coder } => format!("There is no coder {coder} in the project."),
        Problem::DocumentHasCodings { document } => {
            format!("Document {document} has codings and was not removed.")
        }
        Problem::DocumentInvalid { document } => {
            format!("Places in document {document} do not fit its text.")
        }
        Problem::QuestionHasCoding { label } => format!(
            "Question {label} is rated. Take the rating back first (key 0), or join the question with another one."
        ),
        Problem::BothHaveCodings { label, other } => format!(
            "Questions {label} and {other} are both rated and were not joined. Take one of the ratings back."
        ),
        Problem::LabelTaken { label } => format!("Another question has the number {label}."),
        Problem::NotPossibleHere => "Not possible at this place. Nothing was changed.".to_owned(),
        Problem::NoDate { typed } => {
            format!("\"{typed}\" is no date. Write for example 10.04.2026 or 2026-04-10.")
        }
        Problem::PatternBroken { typed, why } => super::aids::pattern_broken(typed, why),
        Problem::EmptyCoding => "An empty coding is not saved.".to_owned(),
    }
}

fn reading_limit(limit: ReadingLimit) -> String {
    match limit {
        ReadingLimit::UnpackedMegabytes(most) => format!("Its content unpacks to more than {most} MB"),
        ReadingLimit::ArchiveParts(most) => format!("It has more than {most} parts"),
        ReadingLimit::PdfObjects(most) => format!("It has more than {most} PDF objects"),
        ReadingLimit::PdfPages(most) => format!("It has more than {most} pages"),
        ReadingLimit::PdfGlyphs(most) => format!("It has more than {most} printed characters"),
        ReadingLimit::PdfStreamMegabytes(most) => {
            format!("One of its data streams unpacks to more than {most} MB")
        }
    }
}

pub(super) fn doubt(doubt: &DoubtKind) -> String {
    match doubt {
        DoubtKind::NotSegmented => "Not segmented: the print form is not known.".to_owned(),
        DoubtKind::MissingQuestion { label } => format!("Question {label} is missing from the count. Check"),
        DoubtKind::RepeatedQuestion { label } => format!("Question {label} appears more than once. Check"),
        DoubtKind::NoAnswer { label } => format!("No answer was found for question {label}. Check"),
        DoubtKind::JointMismatch { printed } => {
            format!("The text says that these questions are answered jointly: {}. Check", printed.join(", "))
        }
        DoubtKind::Border { label } => {
            format!("Where question {label} ends and its answer begins is not certain. Please check.")
        }
        DoubtKind::TornParagraph => {
            "Does this belong together? The sentence has no end before the page break.".to_owned()
        }
        DoubtKind::NoSignature => "The end of the last answer is not marked. Check".to_owned(),
    }
}

pub(super) fn finding(finding: &Finding) -> String {
    match finding {
        Finding::FieldUnknown { line, column, field } => {
            format!("line {line}, column {column}: there is no field “{field}”")
        }
        Finding::CoderTwice { coder } => format!("Two coders have the id {coder}"),
        Finding::RoundTwice { round } => format!("Round {round} appears twice"),
        Finding::DocumentTwice { document } => format!("Document {document} appears twice"),
        Finding::TextChanged { file, .. } => {
            format!("{file}: the text is no longer the one that was read in")
        }
        Finding::PlaceOutside { file, start, end, .. } => {
            format!("{file}: the place ({start}, {end}) is not in the text")
        }
        Finding::QuestionTwice { file, question, .. } => {
            format!("{file}: question with the id {} appears twice", question.0)
        }
        Finding::CodingTwice { document, question } => {
            format!("Document {document}, question {}: coded twice by the same coder", question.0)
        }
        Finding::CodingWithoutQuestion { document, question } => {
            format!("Document {document}: a coding belongs to question {}, which does not exist", question.0)
        }
        Finding::CodingWithoutCoder { document, question, coder } => {
            format!("Document {document}, question {}: there is no coder {coder}", question.0)
        }
        Finding::CodingWithoutTag { document, question, tag } => {
            format!("Document {document}, question {}: there is no tag “{tag}”", question.0)
        }
        Finding::CodingWithoutFacet { document, question, facet } => {
            format!("document {document}, question {}: there is no facet “{facet}”", question.0)
        }
        Finding::DecisionTwice { document, question } => {
            format!("Document {document}, question {}: two decisions", question.0)
        }
        Finding::DecisionWithoutQuestion { document, question } => {
            format!(
                "Document {document}: a decision belongs to question {}, which does not exist",
                question.0
            )
        }
        Finding::DecisionWithoutTag { document, question, tag } => {
            format!("Document {document}, question {}: there is no tag “{tag}” as decided", question.0)
        }
        Finding::QuoteLost { file, label, words, .. } => {
            format!("{file}, question {label}: the evidence “{words}” is not at its place")
        }
        Finding::Doubt { file, doubt: kind, .. } => format!("{file}: {}", doubt(kind)),
    }
}

fn job_words(job: Job) -> &'static str {
    match job {
        Job::Reading => "reading",
        Job::Opening => "opening a project",
        Job::Saving => "saving",
        Job::Exporting => "exporting",
        Job::Merging => "merging",
        Job::Searching => "searching",
        Job::Looking => "looking for files",
        Job::Journal => "keeping your changes",
    }
}
