//! What a replication package says of itself, before it is written.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::{Coder, CoderId, CountBy, ExportOrder, Licence, Round};

/// What is in a package, for its description.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PackageFacts {
    pub title: String,
    pub day: Date,
    pub documents: usize,
    pub questions: usize,
    /// Questions with at least one coding.
    pub coded: usize,
    pub codings: usize,
    pub coders: usize,
    pub rounds: usize,
    /// Whose codings the figures count, and of which round.
    pub coder: String,
    pub round: u32,
    /// Version of the codebook, and the earlier ones.
    pub codebook: String,
    pub earlier: Vec<String>,
    pub licence: Licence,
    pub count_by: CountBy,
    pub figures: usize,
    /// Whether coders are named.
    pub named: bool,
}

/// The words of a package.
pub struct ReplicationWords {
    /// README.md, whole.
    pub readme: fn(&PackageFacts) -> String,
    /// LICENCE.txt, whole.
    pub licence: fn(Licence) -> String,
    /// Heading of the description of all columns.
    pub columns: &'static str,
    /// Over the description of one table: its name, and how many rows it has.
    pub table: fn(name: &str, rows: usize) -> String,
}

/// Counts what goes into a package.
#[must_use]
pub fn package_facts(order: &ExportOrder<'_>, figures: usize) -> PackageFacts {
    let project = order.project;
    let chosen: BTreeSet<_> = order.documents.iter().map(|document| document.id).collect();
    let keys: Vec<_> =
        project.codings().map(|(key, _)| key).filter(|key| chosen.contains(&key.document)).collect();
    let coders: BTreeSet<CoderId> = keys.iter().map(|key| key.coder).collect();
    let rounds: BTreeSet<Round> = keys.iter().map(|key| key.round).collect();
    let coded: BTreeSet<_> = keys.iter().map(crate::model::CodingKey::question_ref).collect();
    let (codebook, seat) = (project.codebook(), project.seat());
    let coder = project.coder(seat.coder);
    PackageFacts {
        title: order.title.to_owned(),
        day: order.day,
        documents: order.documents.len(),
        questions: order.documents.iter().map(|document| document.outline.question_count()).sum(),
        coded: coded.len(),
        codings: keys.len(),
        coders: coders.len(),
        rounds: rounds.len(),
        coder: coder.map(Coder::name_or_number).unwrap_or_default(),
        round: seat.round.0,
        codebook: codebook.version.clone(),
        earlier: codebook.past.iter().map(|edition| edition.version.clone()).collect(),
        licence: order.choice.licence,
        count_by: order.choice.count_by,
        figures,
        named: order.choice.coder_names,
    }
}
