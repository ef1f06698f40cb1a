//! The command line: the same work without a window. A contract: scripts use it.

mod exit;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand};
use jiff::civil::Date;

use crate::files::export::{codebook, render};
use crate::files::sandbox;
use crate::files::storage::{self, Backup};
use crate::model::edits::{Edit, library};
use crate::model::{
    CodebookFormat, CountBy, Document, ExportChoice, ExportFormat, ExportOrder, Finding, Language, Licence,
    PageLayout, Problem, Unfinished, Unwatched, package,
};
use crate::ui::lang::{Words, codebook_labels, words};

mod merge;
mod new_project;
mod outline;
mod paper;

pub use exit::{FINDING, FINE, MERGE_FAILED, WRONG};
use merge::MergeArgs;
use outline::outline;
use paper::read;

/// Tags the answers of state governments to written questions: concrete, vague or deferred.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    pub call: Option<Call>,

    /// A project or papers to open in the window
    pub files: Vec<PathBuf>,

    /// Print how long the start and each frame took when the window closes
    #[arg(long)]
    pub timings: bool,
}

#[derive(Debug, Subcommand)]
pub enum Call {
    /// Read one paper and print its head, questions and answers
    Outline {
        file: PathBuf,
        /// As one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Import papers into a new project; never overwrites
    New {
        project: PathBuf,
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Write an export; the format follows the ending of OUT or --format
    Export(ExportArgs),
    /// Read the lines of one file and print them as JSON; the program calls this of itself
    #[command(name = sandbox::SANDBOX_CALL, hide = true)]
    ReadInSandbox { file: PathBuf },
    /// Write the part of one coder: all that everybody shares, and that coder's codings only
    Package {
        project: PathBuf,
        /// As the project names the coder
        #[arg(long, value_name = "NAME")]
        coder: String,
        /// Never overwritten
        #[arg(short = 'o', long, value_name = "OUT")]
        output: PathBuf,
    },
    /// Put two copies of a project together without losing anything of either; also a merge driver for git
    Merge(MergeArgs),
    /// Verify a project: readable, consistent, every quotation where it says
    Check { project: PathBuf },
}

/// What an export is made from, and what goes into it.
#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// A project file
    pub project: PathBuf,
    /// Where it goes: a file, or for what is several files a folder or an archive (.zip)
    #[arg(long, value_name = "OUT")]
    pub to: PathBuf,
    /// Needed where an ending says too little: csv-de, units, documents, evidence, codebook, ledger, changes, spss,
    /// agreement, agreement-text, decisions, replication, codebook-md, codebook-ron
    #[arg(long, value_parser = format_names())]
    pub format: Option<String>,
    /// Of a page: sheet, press, reading or report
    #[arg(long, value_parser = PageLayout::ALL.map(PageLayout::name))]
    pub layout: Option<String>,
    /// Figures of many papers count answers instead of questions
    #[arg(long)]
    pub by_answer: bool,
    /// Only this document, by its place in the list, from 1
    #[arg(long, value_name = "N")]
    pub document: Option<usize>,
    /// The day of the export, against which promises are overdue; without it the project's day, or today
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub day: Option<Date>,
    /// Of a replication package
    #[arg(long, value_parser = Licence::ALL.map(Licence::name))]
    pub licence: Option<String>,
    /// Name the coders in a replication package
    #[arg(long, conflicts_with = "pseudonyms")]
    pub coder_names: bool,
    /// Do not name the coders
    #[arg(long)]
    pub pseudonyms: bool,
    /// Language of the words around the paper's own: de or en
    #[arg(long, value_parser = ["de", "en"])]
    pub language: Option<String>,
}

impl ExportArgs {
    fn choice(&self, format: ExportFormat) -> ExportChoice {
        let usual = ExportChoice::of(format);
        let layout = self.layout.as_deref().and_then(PageLayout::of_name);
        let licence = self.licence.as_deref().and_then(Licence::of_name);
        ExportChoice {
            layout: layout.unwrap_or_default(),
            count_by: if self.by_answer { CountBy::Answers } else { CountBy::Questions },
            licence: licence.unwrap_or_default(),
            coder_names: self.coder_names || (usual.coder_names && !self.pseudonyms),
            ..usual
        }
    }
}

fn format_names() -> Vec<&'static str> {
    let names = ExportFormat::ALL.iter().map(|format| format.name());
    names.chain(["codebook-md", "codebook-ron"]).collect()
}

/// Carries out a call. `system` is the language to speak.
pub fn run(call: Call, system: Language, out: &mut dyn Write, errors: &mut dyn Write) -> u8 {
    let words = words(system);
    let is_merge = matches!(call, Call::Merge(_));
    let result = match call {
        Call::Outline { file, json } => outline(&file, json, words, out),
        Call::New { project, files } => new(&project, &files, words, out, errors),
        Call::Export(args) => {
            let words = match args.language.as_deref() {
                Some("en") => crate::ui::lang::words(Language::English),
                Some("de") => crate::ui::lang::words(Language::German),
                _ => words,
            };
            export(&args, words)
        }
        Call::Package { project, coder, output } => hand_over(&project, &coder, &output),
        Call::Merge(args) => merge::run(&args, words, out),
        Call::Check { project } => check(&project, words, out),
        Call::ReadInSandbox { file } => {
            let _ = out.write_all(sandbox::answer(&file).as_bytes());
            Ok(FINE)
        }
    };
    result.unwrap_or_else(|problem| {
        let line = (words.problem)(&problem).replace('\n', " ");
        if is_merge {
            let _ = writeln!(errors, "landtag-annotator: {line} {}", words.merging.not_merged);
            return MERGE_FAILED;
        }
        let _ = writeln!(errors, "landtag-annotator: {line}");
        WRONG
    })
}

fn new(
    path: &Path,
    files: &[PathBuf],
    words: &Words,
    out: &mut dyn Write,
    errors: &mut dyn Write,
) -> Result<u8, Problem> {
    if path.exists() {
        return Err(Problem::ProjectExists { file: path.display().to_string() });
    }
    let mut exit = FINE;
    let files = storage::files_in(files);
    let (mut project, found, files) = new_project::begin(files, words, errors)?;
    exit = exit.max(found);
    let mut documents: Vec<Document> = Vec::new();
    for file in &files {
        let twin = |document: &Document| {
            let there = project.document_with_sha256(&document.origin.sha256);
            let there = there.map(|other| other.origin.file.clone());
            let read = documents.iter().find(|other| other.id == document.id);
            there.or_else(|| read.map(|other| other.origin.file.clone()))
        };
        let read = read(file).and_then(|document| match twin(&document) {
            Some(other) => Err(Problem::AlreadyThere { file: document.origin.file, other }),
            None => Ok(document),
        });
        match read {
            Ok(document) => documents.push(document),
            Err(problem) => {
                let _ = writeln!(errors, "landtag-annotator: {}", (words.problem)(&problem));
                exit =
                    if matches!(problem, Problem::AlreadyThere { .. }) { exit.max(FINDING) } else { WRONG };
            }
        }
    }
    if documents.is_empty() && project.document_count() == 0 {
        return Ok(WRONG);
    }
    let count = documents.len() + project.document_count();
    library::add(&project, documents).edit.apply(&mut project)?;
    storage::create(path, &project)?;
    let _ = writeln!(out, "{}: {}", path.display(), (words.added)(count));
    Ok(exit)
}

fn export(args: &ExportArgs, words: &Words) -> Result<u8, Problem> {
    let (path, to) = (&args.project, &args.to);
    let asked = args.format.as_deref();
    if let Some(format) = asked.and_then(CodebookFormat::of_name) {
        let project = storage::open(path)?.project;
        let text = codebook(project.codebook(), format, codebook_labels(words.language));
        storage::write_atomic(to, text.as_bytes(), Backup::None)?;
        return Ok(FINE);
    }
    let by_ending = || ExportFormat::of_ending(&to.extension()?.to_string_lossy());
    let format = asked.map_or_else(by_ending, ExportFormat::of_name);
    let format = format.ok_or_else(|| Problem::ExportFormatUnknown { file: to.display().to_string() })?;
    let (mut project, past) = storage::open_with_past(path)?;
    if args.day.is_some() {
        Edit::PutLedgerDay { day: args.day }.apply(&mut project)?;
    }
    let documents: Vec<&Document> = match args.document {
        Some(number) => {
            let place = number.checked_sub(1);
            let found = place.and_then(|place| project.document_at(place)).map(|document| &**document);
            let missing = Problem::NoDocumentAt { file: path.display().to_string(), number };
            vec![found.ok_or(missing)?]
        }
        None => project.documents().map(|document| &**document).collect(),
    };
    let named = project.name().to_owned();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let title = if named.is_empty() { stem } else { named };
    let order = ExportOrder {
        project: &project,
        documents: &documents,
        past: &past,
        choice: &args.choice(format),
        title: &title,
        words: words.exports,
        day: args.day.unwrap_or_else(|| jiff::Zoned::now().date()),
    };
    match render(&order, &Unwatched) {
        Ok(output) => storage::write_output(to, &output)?,
        Err(Unfinished::Problem(problem)) => return Err(problem),
        Err(Unfinished::Stopped) => {}
    }
    Ok(FINE)
}

fn hand_over(path: &Path, name: &str, to: &Path) -> Result<u8, Problem> {
    if to.exists() {
        return Err(Problem::ProjectExists { file: to.display().to_string() });
    }
    let project = storage::open(path)?.project;
    let coder = project.coders().find(|coder| coder.is_called(name)).map(|coder| coder.id);
    let there = || project.coders().map(crate::model::Coder::name_or_number).collect();
    let coder = coder.ok_or_else(|| Problem::NobodyCalled { name: name.to_owned(), there: there() })?;
    storage::create(to, &package(&project, coder))?;
    Ok(FINE)
}

fn check(path: &Path, words: &Words, out: &mut dyn Write) -> Result<u8, Problem> {
    let findings = storage::check(path)?;
    for finding in &findings {
        let _ = writeln!(out, "{}: {}", path.display(), (words.finding)(finding));
    }
    let wrong = findings.iter().any(|finding| !matches!(finding, Finding::Doubt { .. }));
    if !wrong {
        let project = storage::open(path)?.project;
        let fine = (words.check_fine)(project.document_count(), project.codings().len());
        let _ = writeln!(out, "{}: {fine}", path.display());
    }
    Ok(if wrong { FINDING } else { FINE })
}
