//! A whole study: thirteen invented papers of many parliaments, coded by two people in a fixed way, with everything
//! a project can hold. What goes out is tried on it.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use landtag_annotator::files::storage::default_codebook;
use landtag_annotator::model::analysis::sentences;
use landtag_annotator::model::text::{Quote, Span};
use landtag_annotator::model::{
    Asked, Coder, CoderId, Coding, CodingKey, Document, Evidence, Project, ProjectParts, Promise, Round,
    Until, UntilKind,
};

use super::{fixture, now, paper, sample, tag};

const PAPERS: [&str; 12] = [
    "hessen-invented.txt",
    "papers/bayern-breitband.txt",
    "papers/berlin-b-strassenbaeume.txt",
    "papers/bundestag-deichbau.txt",
    "papers/bundestag-zugfunk.txt",
    "papers/bw-nahverkehr-hohenlohe.txt",
    "papers/hessen-2026-radschnellweg.txt",
    "papers/nrw-schulradweg.txt",
    "papers/rlp-hausaerzte-eifel.txt",
    "papers/saarland-grubenwasser.txt",
    "papers/sachsen-schulbus-ocr.txt",
    "papers/thueringen-neu-denkmal.txt",
];

/// The names of the coders: they must not be found where they are not wanted.
pub const CODERS: [&str; 2] = ["Nele Kellermann", "Aaron Brandtner"];

/// The study. The same in every run.
pub fn study() -> Project {
    let mut documents: Vec<Arc<Document>> = vec![Arc::new(sample())];
    documents.extend(PAPERS.iter().map(|name| Arc::new(paper(&fixture(name)))));
    let coder = |(id, name): (u32, &str)| Coder::new(CoderId(id), name);
    let mut codings = Vec::new();
    let mut nth = 0_usize;
    for document in &documents {
        for question in document.outline.questions() {
            nth += 1;
            // Some questions stay open.
            if nth.is_multiple_of(11) {
                continue;
            }
            for coder in 1..=2_u32 {
                // The second coder codes two of three, and mostly the same.
                if coder == 2 && nth.is_multiple_of(3) {
                    continue;
                }
                let turn = if coder == 2 && nth.is_multiple_of(7) { nth + 1 } else { nth };
                let key = CodingKey {
                    document: document.id,
                    question: question.id,
                    coder: CoderId(coder),
                    round: Round(1),
                };
                codings.push((key, Arc::new(coding(document, key, turn))));
            }
        }
    }
    Project::from_parts(ProjectParts {
        name: "Nachtbusse & Co.".to_owned(),
        codebook: default_codebook(),
        coders: (1..).zip(CODERS).map(coder).collect(),
        documents,
        codings: codings.into_iter().collect(),
        cues: None,
        ledger_day: Some(Date::constant(2026, 6, 1)),
        filters: Vec::new(),
        rounds: Vec::new(),
        decisions: Vec::new(),
    })
    .expect("a sound study")
}

fn coding(document: &Document, key: CodingKey, turn: usize) -> Coding {
    let at: Timestamp = now() + SignedDuration::from_mins(i64::try_from(turn).expect("few questions"));
    let codebook = default_codebook();
    let tag_id = ["concrete", "vague", "deferred"][turn % 3];
    let known = codebook.tag(&tag(tag_id)).expect("a tag of the codebook");
    let facets: Vec<_> = known.facets.iter().take(1 + turn % 2).cloned().collect();
    let memo = match turn % 10 {
        3 => "=1+1, „sic“; <b>1–4</b>\nzweite Zeile".to_owned(),
        6 => format!("{} fragen", CODERS[0]),
        _ => String::new(),
    };
    Coding {
        tag: Some(tag(tag_id)),
        facets,
        asked: vec![Asked::ALL[turn % 8]],
        evidence: evidence(document, key, turn),
        memo,
        promise: (tag_id == "deferred").then(|| promise(turn)),
        ..Coding::empty(at, &codebook.version)
    }
}

/// One sentence of the answer, sometimes two apart; none where the answer is empty.
fn evidence(document: &Document, key: CodingKey, turn: usize) -> Vec<Evidence> {
    let group = document.outline.group_of(key.question).expect("a question of the paper");
    let Some(answer) = group.answers.first() else { return Vec::new() };
    let all: Vec<Span> = sentences(document.body.at(*answer), answer.start)
        .into_iter()
        .filter(|span| span.end > span.start)
        .collect();
    if all.is_empty() {
        return Vec::new();
    }
    let mut chosen = vec![all[turn % all.len()]];
    if turn.is_multiple_of(4) && all.len() > 2 {
        chosen.push(all[(turn + 2) % all.len()]);
    }
    chosen.dedup();
    chosen.sort_by_key(|span| span.start);
    let of = |span: Span| Evidence { span, quote: Quote::of(&document.body, span) };
    chosen.into_iter().map(of).collect()
}

fn promise(turn: usize) -> Promise {
    match turn % 4 {
        0 => Promise {
            until: Some(Until { kind: UntilKind::Date, words: "bis 31.12.2026".to_owned() }),
            due: Some(Date::constant(2026, 12, 31)),
            ..Promise::default()
        },
        1 => Promise {
            until: Some(Until { kind: UntilKind::Condition, words: "nach Fertigstellung".to_owned() }),
            ..Promise::default()
        },
        2 => Promise {
            until: Some(Until { kind: UntilKind::Period, words: "im ersten Quartal 2026".to_owned() }),
            due: Some(Date::constant(2026, 3, 31)),
            ..Promise::default()
        },
        _ => Promise::default(),
    }
}
