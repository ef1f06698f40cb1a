//! Every name that a journal writes, kept in a file: whoever renames a variant makes the journals and histories of
//! earlier programs unreadable.

mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::date;
use landtag_annotator::files::storage::{Disk, Journal, JournalWriter, default_codebook, journal_path};
use landtag_annotator::model::edits::codebook::CodebookAct;
use landtag_annotator::model::edits::{Edit, Entry, How, Label, OutlineStep};
use landtag_annotator::model::text::{Quote, Span};
use landtag_annotator::model::{
    Asked, Before, Coder, CoderId, Coding, CodingKey, Cue, CueKind, Decision, Document, Drawn, Evidence,
    FacetId, FacetPart, Filter, NamedFilter, Outcome, OutcomeKind, Promise, QuestionRef, Round, RoundPlan,
    TagPart, Unsettled, Until, UntilKind, WordPlace, Wording,
};
use support::{golden, now, question, sample, tag};

/// The variants of an enum by name. Its match has no wildcard: a new variant does not compile until it is listed
/// here, and a listed one fails the test until there is a line with it.
trait Variants {
    const ALL: &'static [&'static str];
    fn variant(&self) -> &'static str;
}

macro_rules! variants {
    ($of:ident: $($variant:ident)*) => {
        impl Variants for $of {
            const ALL: &'static [&'static str] = &[$(stringify!($variant)),*];
            fn variant(&self) -> &'static str {
                match self { $(Self::$variant { .. } => stringify!($variant)),* }
            }
        }
    };
}

variants!(Edit: Rename PutDocument DropDocument PutHead PutOutline PutCoder DropCoder PutCoding DropCoding
    PutCodebook PutWording PutReason PutCues PutLedgerDay PutFilters PutRound DropRound PutDecision DropDecision All);
variants!(Label: Tag TagAll ClearTag ClearAll Memo Later Evidence DropEvidence MoveEvidence Facet Asked Promise
    LedgerDay KeepFilter DropFilter Cues Codebook ReadAgain AddDocuments RemoveDocument Rename Coder Round DropRound
    HandIn Decide DropDecision Merge Number Head Outline Recovered);
variants!(How: Did Joined Undid Redid);
variants!(OutlineStep: Question Answer Joint Remark Rest Split Join Border Relabel Attach Detach Settle Confirm Recut);
variants!(CodebookAct: Words Reason Version Sign Facets Meaning Order Add Drop Merge Import);
variants!(WordPlace: Tag Facet Decision Case);
variants!(TagPart: Name Letter Short Definition UseWhen NotWhen Examples TieBreaks);
variants!(FacetPart: Name Definition);
variants!(Asked: Date Number Money Name List YesNo Reason Assessment);
variants!(CueKind: Deferral Hedging NotKnown Refusal OtherRemit Referral Concreteness);
variants!(Unsettled: NoEvidence NoFacet OldCodebook Later);
variants!(UntilKind: Date Period Condition);
variants!(OutcomeKind: Kept Renewed Broken);

fn every<'a, T: Variants + 'a>(values: impl IntoIterator<Item = &'a T>) {
    let there: BTreeSet<&str> = values.into_iter().map(Variants::variant).collect();
    assert_eq!(there, T::ALL.iter().copied().collect(), "each variant has a line");
}

fn labels() -> Vec<Label> {
    let text = || "1 a)".to_owned();
    let facet = || FacetId("general".to_owned());
    let mut labels = vec![
        Label::Tag { question: text(), tag: tag("vague") },
        Label::TagAll { count: 3, tag: tag("vague") },
        Label::ClearTag { question: text() },
        Label::ClearAll { count: 3 },
        Label::Memo { question: text() },
        Label::Later { question: text(), on: true },
        Label::Evidence { question: text() },
        Label::DropEvidence { question: text() },
        Label::MoveEvidence { question: text() },
        Label::Facet { question: text(), facet: facet(), on: false },
        Label::Promise { question: text() },
        Label::LedgerDay,
        Label::KeepFilter { name: text() },
        Label::DropFilter { name: text() },
        Label::Cues,
        Label::ReadAgain { title: text() },
        Label::AddDocuments { count: 2 },
        Label::RemoveDocument { title: text() },
        Label::Rename,
        Label::Coder { name: text() },
        Label::Round { name: text() },
        Label::DropRound { name: text() },
        Label::HandIn { name: text() },
        Label::Decide { question: text(), tag: tag("vague") },
        Label::DropDecision { question: text() },
        Label::Merge { file: "kopie.ron".to_owned() },
        Label::Number,
        Label::Head,
        Label::Outline { step: OutlineStep::Recut, question: None },
        Label::Recovered,
    ];
    labels.extend(Asked::ALL.map(|asked| Label::Asked { question: text(), asked, on: true }));
    labels.extend(acts().into_iter().map(|act| Label::Codebook { act, name: words() }));
    labels.extend(outline_steps().map(|step| Label::Outline { step, question: Some(text()) }));
    labels
}

fn acts() -> Vec<CodebookAct> {
    vec![
        CodebookAct::Words,
        CodebookAct::Reason,
        CodebookAct::Version,
        CodebookAct::Sign,
        CodebookAct::Facets,
        CodebookAct::Meaning,
        CodebookAct::Order,
        CodebookAct::Add,
        CodebookAct::Drop,
        CodebookAct::Merge { into: words() },
        CodebookAct::Import,
    ]
}

fn outline_steps() -> [OutlineStep; 14] {
    [
        OutlineStep::Question,
        OutlineStep::Answer,
        OutlineStep::Joint,
        OutlineStep::Remark,
        OutlineStep::Rest,
        OutlineStep::Split,
        OutlineStep::Join,
        OutlineStep::Border,
        OutlineStep::Relabel,
        OutlineStep::Attach,
        OutlineStep::Detach,
        OutlineStep::Settle,
        OutlineStep::Confirm,
        OutlineStep::Recut,
    ]
}

fn words() -> Wording {
    Wording { de: "vage".to_owned(), en: "vague".to_owned() }
}

const TAG_PARTS: [TagPart; 8] = [
    TagPart::Name,
    TagPart::Letter,
    TagPart::Short,
    TagPart::Definition,
    TagPart::UseWhen,
    TagPart::NotWhen,
    TagPart::Examples,
    TagPart::TieBreaks,
];

const FACET_PARTS: [FacetPart; 2] = [FacetPart::Name, FacetPart::Definition];

fn places() -> Vec<WordPlace> {
    let mut places = vec![WordPlace::Decision, WordPlace::Case(1)];
    places.extend(TAG_PARTS.map(|part| WordPlace::Tag(tag("vague"), part)));
    places.extend(FACET_PARTS.map(|part| WordPlace::Facet(FacetId("general".to_owned()), part)));
    places
}

/// A coding in which every field says something.
fn coding(document: &Document, until: UntilKind, outcome: OutcomeKind) -> Coding {
    let answer = document.outline.groups[0].answers[0];
    let span = Span::new(answer.start, answer.start + 20);
    Coding {
        tag: Some(tag("deferred")),
        facets: vec![FacetId("general".to_owned())],
        asked: Asked::ALL.to_vec(),
        evidence: vec![Evidence { span, quote: Quote::of(&document.body, span) }],
        memo: "Zeile eins\n\"Zeile\" zwei \\ drei".to_owned(),
        later: true,
        promise: Some(Promise {
            until: Some(Until { kind: until, words: "bis 31.12.2026".to_owned() }),
            due: Some(date(2026, 12, 31)),
            before: Some(Before { number: "21/12".to_owned(), question: Some(question(document.id, 2)) }),
            outcome: Some(Outcome {
                kind: outcome,
                by: Some(question(document.id, 3)),
                on: Some(date(2027, 1, 15)),
                source: "Plenarprotokoll".to_owned(),
            }),
        }),
        ..Coding::empty(now(), "1.0")
    }
}

fn plan(document: &Document) -> RoundPlan {
    RoundPlan {
        round: Round(2),
        name: "Blind".to_owned(),
        documents: vec![document.id],
        drawn: Some(Drawn { seed: 7, of: 12 }),
        coders: vec![CoderId(1), CoderId(2)],
        codebook: "1.0".to_owned(),
        blind: true,
        shuffled: true,
        seed: 11,
        handed_in: BTreeSet::from([CoderId(2)]),
        begun: now(),
    }
}

fn filter() -> Filter {
    Filter {
        tags: vec![tag("vague")],
        open: true,
        facets: vec![FacetId("general".to_owned())],
        asked: Asked::ALL.to_vec(),
        parliaments: vec!["HE".to_owned()],
        offices: vec!["Ministerium".to_owned()],
        parties: vec!["Fraktion".to_owned()],
        from: Some(date(2026, 1, 1)),
        until: Some(date(2026, 6, 30)),
        coders: vec![CoderId(2)],
        unsettled: Unsettled::ALL.to_vec(),
    }
}

fn cues() -> Vec<Cue> {
    let cue = |kind| Cue {
        id: "own-01".to_owned(),
        kind,
        pattern: r"\bvoraussichtlich\b".to_owned(),
        example: "voraussichtlich".to_owned(),
    };
    CueKind::ALL.map(cue).to_vec()
}

fn edits() -> Vec<Edit> {
    let document = sample();
    let of: QuestionRef = question(document.id, 1);
    let id = document.id;
    let key = CodingKey { document: id, question: of.question, coder: CoderId(1), round: Round(2) };
    let decision = Decision {
        round: Round(2),
        tag: tag("vague"),
        facets: vec![FacetId("general".to_owned())],
        reason: "Kein Datum genannt.".to_owned(),
        by: vec![CoderId(1), CoderId(2)],
        at: now(),
        codebook: "1.0".to_owned(),
    };
    let coder = Coder { id: CoderId(2), name: "Ada".to_owned(), key: "a1b2c3".to_owned() };
    let coded = |until, outcome| Edit::PutCoding { key, coding: Arc::new(coding(&document, until, outcome)) };
    let mut edits = vec![
        Edit::Rename { name: "Nachtbusse".to_owned() },
        Edit::PutDocument { place: 1, document: Arc::new(document.clone()) },
        Edit::DropDocument { document: id },
        Edit::PutHead { document: id, head: Box::new(document.head.clone()) },
        Edit::PutOutline { document: id, outline: Box::new(document.outline.clone()) },
        Edit::PutCoder { coder },
        Edit::DropCoder { coder: CoderId(2) },
        coded(UntilKind::Date, OutcomeKind::Kept),
        coded(UntilKind::Period, OutcomeKind::Renewed),
        coded(UntilKind::Condition, OutcomeKind::Broken),
        Edit::DropCoding { key },
        Edit::PutCodebook { codebook: Box::new(default_codebook()) },
        Edit::PutReason { reason: "Zu eng".to_owned() },
        Edit::PutCues { cues: None },
        Edit::PutCues { cues: Some(cues()) },
        Edit::PutLedgerDay { day: Some(date(2026, 6, 1)) },
        Edit::PutLedgerDay { day: None },
        Edit::PutFilters { filters: vec![NamedFilter { name: "Rest".to_owned(), filter: filter() }] },
        Edit::PutRound { plan: Box::new(plan(&document)) },
        Edit::DropRound { round: Round(2) },
        Edit::PutDecision { question: of, decision: Box::new(decision) },
        Edit::DropDecision { question: of },
        Edit::All(vec![Edit::Rename { name: String::new() }, Edit::DropCoding { key }]),
    ];
    edits.extend(places().into_iter().map(|place| Edit::PutWording { place, wording: words() }));
    edits
}

/// One entry for every name; what it says of a project need not fit any.
fn entries() -> Vec<Entry> {
    let rename = || Edit::Rename { name: "x".to_owned() };
    let mut entries: Vec<Entry> = [How::Did, How::Joined, How::Undid, How::Redid]
        .map(|how| Entry { how, label: Label::Rename, edit: rename() })
        .to_vec();
    entries.extend(labels().into_iter().map(|label| Entry { how: How::Did, label, edit: rename() }));
    entries.extend(edits().into_iter().map(|edit| Entry { how: How::Did, label: Label::Rename, edit }));
    entries
}

#[test]
fn every_name_has_a_line() {
    let entries = entries();
    every(entries.iter().map(|entry| &entry.edit));
    every(entries.iter().map(|entry| &entry.label));
    every(entries.iter().map(|entry| &entry.how));
    every(&outline_steps());
    every(&acts());
    every(&places());
    every(&TAG_PARTS);
    every(&FACET_PARTS);
    every(&Asked::ALL);
    every(&CueKind::ALL);
    every(&Unsettled::ALL);
    let promises = entries.iter().filter_map(|entry| match &entry.edit {
        Edit::PutCoding { coding, .. } => coding.promise.as_ref(),
        _ => None,
    });
    every(promises.clone().filter_map(|promise| promise.until.as_ref()).map(|until| &until.kind));
    every(promises.filter_map(|promise| promise.outcome.as_ref()).map(|outcome| &outcome.kind));
}

/// A journal as this version writes it reads as what was done, and what was done is written as that journal.
#[test]
fn the_golden_journal_reads_and_is_written_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let project = folder.path().join("study.ron");
    let digest = "0".repeat(64);
    JournalWriter::new(&Disk::shared(), &project, &digest).append(&entries()).expect("written");
    let written = std::fs::read_to_string(journal_path(&project)).expect("there");
    let kept = golden("journal-v4.ron", &written);

    std::fs::write(journal_path(&project), &kept).expect("put in place");
    let read = Journal::read(&Disk, &project, &digest).expect("a journal");
    assert!(read.fits && !read.stops_early, "a line of the kept journal is not read any more");
    assert_eq!(read.entries, entries());
    for (kept, written) in kept.lines().zip(written.lines()) {
        assert_eq!(kept, written, "the form of a line changed");
    }
    assert_eq!(kept, written);
}
