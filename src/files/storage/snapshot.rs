//! The project as one text file: versioned, readable, in stable order.

use std::sync::Arc;

use jiff::civil::Date;
use ron::error::SpannedError;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use super::codebook::default_codebook;
use crate::model::{
    Asked, Codebook, Coder, CoderId, Coding, CodingKey, Cue, Decision, Document, DocumentId, Evidence,
    FacetId, Finding, NamedFilter, Problem, Project, ProjectParts, Promise, QuestionId, QuestionRef, Round,
    RoundPlan, TagId,
};

/// How every project file begins.
pub const PROJECT_MARK: &str = "// Landtag Annotator project.";

const HEADER: &str = "// Landtag Annotator project. Readable, diffable, and yours to edit: `landtag-annotator check` tells\n// whether it still fits. Documents carry their texts; places are bytes in them.\n";

/// Every version ever written. What a later one added has a default, so that all read into the same lists;
/// the number keeps an older program from dropping what it does not know. So does each record: it refuses a field
/// that it does not have, because people edit these files, and the next save would erase what was read past.
///
/// V1: the first. V2: pages, notes and left out words of a paper, its format, the number of the question, and what
/// people corrected in an outline. V3: the six parts and the versions of the codebook, what was asked for, promises,
/// cues, the day of the ledger, filters. V4: the keys of coders, rounds, decisions.
#[derive(Serialize, Deserialize)]
enum File {
    V1(Box<Lists>),
    V2(Box<Lists>),
    V3(Box<Lists>),
    V4(Box<Lists>),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    name: String,
    coders: Vec<Coder>,
    codebook: Codebook,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cues: Option<Vec<Cue>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ledger_day: Option<Date>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    filters: Vec<NamedFilter>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    rounds: Vec<RoundPlan>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<DecisionRecord>,
    /// Before the texts, so that what changes daily is found on the first page.
    codings: Vec<CodingRecord>,
    documents: Vec<Arc<Document>>,
}

/// A coding in one flat record, so that a tag is one line in a diff.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CodingRecord {
    document: DocumentId,
    question: QuestionId,
    coder: CoderId,
    round: Round,
    tag: Option<TagId>,
    #[serde(default)]
    facets: Vec<FacetId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    asked: Vec<Asked>,
    #[serde(default)]
    evidence: Vec<Evidence>,
    #[serde(default)]
    memo: String,
    #[serde(default)]
    later: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    promise: Option<Promise>,
    at: jiff::Timestamp,
    codebook: String,
}

/// A decision with the question it is about.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DecisionRecord {
    document: DocumentId,
    question: QuestionId,
    decision: Decision,
}

/// The text of a project file. The same project gives the same bytes.
#[must_use]
pub fn write_project(project: &Project) -> String {
    let parts = project.to_parts();
    let codings = parts.codings.into_iter().map(|(key, coding)| coding_record(key, &coding)).collect();
    let file = File::V4(Box::new(Lists {
        name: parts.name,
        coders: parts.coders,
        codebook: parts.codebook,
        cues: parts.cues,
        ledger_day: parts.ledger_day,
        filters: parts.filters,
        rounds: parts.rounds,
        decisions: parts
            .decisions
            .into_iter()
            .map(|(of, decision)| DecisionRecord { document: of.document, question: of.question, decision })
            .collect(),
        codings,
        documents: parts.documents,
    }));
    let style = PrettyConfig::new()
        .new_line("\n")
        .indentor("  ")
        .escape_strings(false)
        .extensions(Extensions::IMPLICIT_SOME);
    let text = ron::ser::to_string_pretty(&file, style).expect("plain data has a text");
    format!("{HEADER}{text}\n")
}

fn coding_record(key: CodingKey, coding: &Coding) -> CodingRecord {
    let coding = coding.clone();
    CodingRecord {
        document: key.document,
        question: key.question,
        coder: key.coder,
        round: key.round,
        tag: coding.tag,
        facets: coding.facets,
        asked: coding.asked,
        evidence: coding.evidence,
        memo: coding.memo,
        later: coding.later,
        promise: coding.promise,
        at: coding.at,
        codebook: coding.codebook,
    }
}

/// Reads the text of a project file. `file` is its name, for what may have to be said of it.
pub fn read_project(file: &str, text: &str) -> Result<Project, Problem> {
    let parts = parts(file, text)?;
    Project::from_parts(parts)
        .map_err(|findings: Vec<Finding>| Problem::ProjectInconsistent { file: file.to_owned(), findings })
}

/// The lists of a project file, before anybody asks whether they fit together.
pub(super) fn parts(file: &str, text: &str) -> Result<ProjectParts, Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let unix;
    let text = if text.contains('\r') {
        unix = text.replace("\r\n", "\n");
        unix.as_str()
    } else {
        text
    };
    let version = version(text);
    match version {
        Some(1..=4) => {}
        Some(_) => return Err(Problem::ProjectTooNew { file: file.to_owned() }),
        None => return Err(Problem::NotAProject { file: file.to_owned() }),
    }
    let (File::V1(mut lists) | File::V2(mut lists) | File::V3(mut lists) | File::V4(mut lists)) =
        ron::from_str(text).map_err(|error| not_read(file, text, error))?;
    if version < Some(3) {
        complete(&mut lists.codebook);
    }
    Ok(ProjectParts {
        name: lists.name,
        codebook: lists.codebook,
        cues: lists.cues,
        ledger_day: lists.ledger_day,
        filters: lists.filters,
        rounds: lists.rounds,
        decisions: lists
            .decisions
            .into_iter()
            .map(|of| (QuestionRef { document: of.document, question: of.question }, of.decision))
            .collect(),
        coders: lists.coders,
        documents: lists.documents,
        codings: lists.codings.into_iter().map(coding).collect(),
    })
}

/// Why a file of a known version cannot be read.
fn not_read(file: &str, text: &str, error: SpannedError) -> Problem {
    let (file, line, column) = (file.to_owned(), error.span.start.line, error.span.start.col);
    match error.code {
        // Where the file ends, the name is the beginning of one that was cut off.
        ron::Error::NoSuchStructField { found: field, .. } if !text.ends_with(&field) => {
            Problem::ProjectFieldUnknown { file, line, column, field }
        }
        code => Problem::ProjectBroken { file, line, column, reason: code.to_string() },
    }
}

/// Before the third version a codebook had fewer parts and nobody could edit it in the program: what it lacks
/// comes from the built-in one, where that has a tag or facet of the same id.
fn complete(codebook: &mut Codebook) {
    let whole = default_codebook();
    for tag in &mut codebook.tags {
        if let Some(known) = whole.tag(&tag.id) {
            tag.examples = known.examples.clone();
            tag.tie_breaks = known.tie_breaks.clone();
            tag.means = known.means;
            tag.facets = known
                .facets
                .iter()
                .filter(|id| codebook.facets.iter().any(|f| f.id == **id))
                .cloned()
                .collect();
        }
    }
    for facet in &mut codebook.facets {
        if let Some(known) = whole.facet(&facet.id) {
            facet.definition = known.definition.clone();
        }
    }
    codebook.decision = whole.decision;
    codebook.boundary_cases = whole.boundary_cases;
}

fn coding(record: CodingRecord) -> (CodingKey, Arc<Coding>) {
    let key = CodingKey {
        document: record.document,
        question: record.question,
        coder: record.coder,
        round: record.round,
    };
    let coding = Coding {
        tag: record.tag,
        facets: record.facets,
        asked: record.asked,
        evidence: record.evidence,
        memo: record.memo,
        later: record.later,
        promise: record.promise,
        at: record.at,
        codebook: record.codebook,
    };
    (key, Arc::new(coding))
}

/// The number in `V1(`, the first thing after comments and the line of extensions.
fn version(text: &str) -> Option<u32> {
    let first = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("#!"))?;
    let digits = first.strip_prefix('V')?;
    let end = digits.find('(')?;
    digits[..end].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_found() {
        assert_eq!(version("// x\n#![enable(implicit_some)]\nV1((\n"), Some(1));
        assert_eq!(version("V12(("), Some(12));
        assert_eq!(version("(name: 1)"), None);
        assert_eq!(version(""), None);
    }
}
