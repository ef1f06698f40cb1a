//! REFI-QDA: what goes out comes back whole; what others write is read as they meant it; what was made to harm is refused.

mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use landtag_annotator::files::export::{Output, zipped};
use landtag_annotator::files::import::{Arrived, Surroundings, qdc, qdpx};
use landtag_annotator::files::storage::default_codebook;
use landtag_annotator::model::edits::{exchange, tagging};
use landtag_annotator::model::text::{Quote, Span};
use landtag_annotator::model::{
    Asked, Before, Coder, CoderId, Coding, CodingKey, Evidence, ExportChoice, ExportFormat, Language,
    Meaning, Omission, Outcome, OutcomeKind, PassageFault, Problem, Project, ProjectParts, Promise,
    QuestionId, Round, Unfinished, Until, UntilKind, Unwatched,
};
use landtag_annotator::ui::lang::codebook_labels;
use proptest::prelude::*;
use support::exported::{exported, exported_text};
use support::study::study;
use support::{fixture, now, paper, question, sample, session, tag};

fn out(project: &Project, language: Language) -> Vec<u8> {
    let choice = ExportChoice::of(ExportFormat::Qdpx);
    match exported(project, project.document_count(), &choice, project.name(), language) {
        Output::File(bytes) => bytes,
        Output::Folder(_) => panic!("an archive is one file"),
    }
}

fn read(bytes: &[u8]) -> Result<Arrived, Problem> {
    let codebook = default_codebook();
    let labels = codebook_labels(Language::German);
    let world = Surroundings { codebook: &codebook, labels, now: now() };
    qdpx("fremd.qdpx", bytes, world, &Unwatched).map_err(|end| match end {
        Unfinished::Problem(problem) => problem,
        Unfinished::Stopped => panic!("nobody stopped it"),
    })
}

fn back(bytes: &[u8]) -> (Project, Vec<Omission>) {
    let Arrived { parts, left_out } = read(bytes).expect("it reads");
    (Project::from_parts(parts).expect("it fits together"), left_out)
}

/// The files of an archive.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    (0..archive.len())
        .map(|nth| {
            let mut file = archive.by_index(nth).expect("a part");
            let mut content = Vec::new();
            std::io::Read::read_to_end(&mut file, &mut content).expect("it unpacks");
            (file.name().expect("a name").into_owned(), content)
        })
        .collect()
}

/// An archive without what we put beside the project: as another program would write it again.
fn without_aside(bytes: &[u8]) -> Vec<u8> {
    let files: Vec<_> = unpacked(bytes).into_iter().filter(|(name, _)| !name.ends_with(".json")).collect();
    zipped(&files, &[])
}

fn qde(bytes: &[u8]) -> String {
    let files = unpacked(bytes);
    let (_, text) = files.iter().find(|(name, _)| name == "project.qde").expect("a project");
    String::from_utf8(text.clone()).expect("a text")
}

#[test]
fn a_whole_study_comes_back_as_it_went_out() {
    let project = study();
    for language in [Language::German, Language::English] {
        let bytes = out(&project, language);
        let (again, left_out) = back(&bytes);
        assert_eq!(left_out, []);
        assert_eq!(again.codebook(), project.codebook());
        assert_eq!(again, project);
        assert_eq!(out(&again, language), bytes, "and goes out as the same bytes");
    }
}

#[test]
fn codings_come_back_from_what_the_standard_holds_alone() {
    let project = study();
    let (again, left_out) = back(&without_aside(&out(&project, Language::German)));
    assert_eq!(left_out, []);
    assert_eq!(again.codings().len(), project.codings().len());
    for ((key, coding), (there, before)) in again.codings().zip(project.codings()) {
        assert_eq!((key, coding), (there, before));
    }
    let tags = |project: &Project| project.codebook().tags.clone();
    assert_eq!(tags(&again), tags(&project));
    assert_eq!(again.codebook().facets, project.codebook().facets);
}

#[test]
fn a_project_of_another_program_is_one_step() {
    let project = study();
    let parts = read(&out(&project, Language::German)).expect("it reads").parts;
    let (mut begun, change) = exchange::begin(parts).expect("it fits together");
    assert_eq!(begun.document_count(), 0);
    let inverse = change.edit.apply(&mut begun).expect("it fits");
    assert_eq!(begun, project);
    inverse.apply(&mut begun).expect("it can be taken back");
    assert_eq!(begun.document_count(), 0);
}

#[test]
fn a_grown_project_keeps_its_names() {
    let guids = |bytes: &[u8]| -> BTreeSet<String> {
        qde(bytes).split(" guid=\"").skip(1).map(|rest| rest[..36].to_owned()).collect()
    };
    let document = sample();
    let id = document.id;
    let mut session = session(vec![document, paper(&fixture("hessen-invented.txt"))]);
    let before = guids(&out(session.project(), Language::German));
    let change = tagging::tag(session.project(), question(id, 3), Some(&tag("vague")), now()).expect("a tag");
    session.commit(change).expect("fits");
    let after = guids(&out(session.project(), Language::English));
    assert!(before.is_subset(&after), "{:?}", before.difference(&after));
    assert!(before.len() > 60, "{}", before.len());
}

#[test]
fn each_question_is_a_case_and_each_passage_keeps_its_question() {
    let project = study();
    let text = qde(&out(&project, Language::German));
    let questions: usize = project.documents().map(|document| document.outline.question_count()).sum();
    let cases = text.matches("<Case ").count();
    assert!(cases >= questions, "{cases} cases for {questions} questions");
    assert!(text.contains("origin=\"Landtag Annotator "));
    assert!(!text.contains('\r') && !text.starts_with('\u{feff}'));
    let sources: Vec<&str> = text
        .split("<TextSource ")
        .skip(1)
        .map(|rest| rest.split("name=\"").nth(1).expect("a name").split('"').next().expect("its end"))
        .collect();
    assert_eq!(sources.len(), project.document_count());
    assert!(sources.iter().all(|name| !name.contains('/')), "{sources:?}");
    for part in text.split("<Note ").skip(1) {
        assert!(part.contains("creationDateTime=") && part.contains("creatingUser="));
    }
}

fn random_coding() -> impl Strategy<Value = (u32, u32, u32, Coding)> {
    let codebook = default_codebook();
    let facets: Vec<_> = codebook.facets.iter().map(|facet| facet.id.clone()).collect();
    let tags = prop_oneof![Just(None), Just(Some("concrete")), Just(Some("vague")), Just(Some("deferred"))];
    let promise = prop::option::of((0..3_usize, "[ -~äöü]{1,20}", any::<bool>()));
    (
        (1..11_u32, 1..3_u32, 1..3_u32),
        tags,
        prop::sample::subsequence(facets, 0..4),
        prop::sample::subsequence(Asked::ALL.to_vec(), 0..3),
        prop::collection::vec((0..3000_usize, 1..200_usize), 0..4),
        "[ -~äöü\n𝄞]{0,30}",
        any::<bool>(),
        promise,
        0..100_000_i64,
    )
        .prop_map(
            |((question, coder, round), name, facets, asked, places, memo, later, promise, seconds)| {
                let document = sample();
                let text = document.body.as_str();
                let mut spans: Vec<Span> = places
                    .iter()
                    .map(|(start, length)| {
                        let start = text.ceil_char_boundary(*start);
                        let end = text.ceil_char_boundary((start + length).min(text.len()));
                        Span::new(start.min(end), end).trim(text)
                    })
                    .filter(|span| !span.is_empty())
                    .collect();
                spans.sort();
                spans.dedup();
                let evidence = spans
                    .iter()
                    .map(|span| Evidence { span: *span, quote: Quote::of(&document.body, *span) });
                let other =
                    landtag_annotator::model::QuestionRef { document: document.id, question: QuestionId(2) };
                let promise = promise.map(|(kind, words, kept)| Promise {
                    until: Some(Until {
                        kind: [UntilKind::Date, UntilKind::Period, UntilKind::Condition][kind],
                        words: words.trim().to_owned(),
                    })
                    .filter(|until| !until.words.is_empty()),
                    due: kept.then(|| jiff::civil::date(2027, 1, 31)),
                    before: kept.then(|| Before { number: "21/7".to_owned(), question: Some(other) }),
                    outcome: (!kept).then(|| Outcome {
                        kind: OutcomeKind::Renewed,
                        by: Some(other),
                        on: Some(jiff::civil::date(2027, 2, 1)),
                        source: "https://example.org/a?b=1&c".to_owned(),
                    }),
                });
                let coding = Coding {
                    tag: name.map(tag),
                    facets,
                    asked,
                    evidence: evidence.collect(),
                    memo,
                    later,
                    promise,
                    ..Coding::empty(now() + jiff::SignedDuration::from_secs(seconds), "1.0")
                };
                (question, coder, round, coding)
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_coded_comes_back(codings in prop::collection::vec(random_coding(), 0..12)) {
        let document = sample();
        let id = document.id;
        let mut list = std::collections::BTreeMap::new();
        for (question, coder, round, coding) in codings {
            let key = CodingKey {
                document: id,
                question: QuestionId(question),
                coder: CoderId(coder),
                round: Round(round),
            };
            if !coding.says_nothing() && document.outline.question(key.question).is_some() {
                list.insert(key, Arc::new(coding));
            }
        }
        let coders = [(1, ""), (2, "Zweite & <Person>")];
        let coders = coders.map(|(id, name)| Coder::new(CoderId(id), name)).to_vec();
        let project = Project::from_parts(ProjectParts {
            name: "Zufall".to_owned(),
            codebook: default_codebook(),
            coders,
            documents: vec![Arc::new(document)],
            codings: list.into_iter().collect(),
            cues: None,
            ledger_day: None,
            filters: Vec::new(),
            rounds: Vec::new(),
            decisions: Vec::new(),
        })
        .expect("a sound project");
        let bytes = out(&project, Language::English);
        let (again, left_out) = back(&bytes);
        prop_assert_eq!(left_out, vec![]);
        prop_assert_eq!(&again, &project);
        let (bare, _) = back(&without_aside(&bytes));
        for ((key, coding), (there, before)) in bare.codings().zip(project.codings()) {
            prop_assert_eq!((key, coding), (there, before));
        }
        prop_assert_eq!(bare.codings().len(), project.codings().len());
    }
}

#[test]
fn a_passage_that_was_lost_is_kept_with_its_words() {
    let project = study();
    let mut parts = project.to_parts();
    let (key, coding) = parts.codings.iter_mut().find(|(_, coding)| coding.evidence.len() == 2).expect("one");
    let key = *key;
    Arc::make_mut(coding).evidence[1].quote.exact = "Worte, die es nicht mehr gibt".to_owned();
    let before = (**coding).clone();
    let project = Project::from_parts(parts).expect("a lost passage is harmless");
    let bytes = out(&project, Language::German);
    assert!(qde(&bytes).contains("Worte, die es nicht mehr gibt"), "other programs see it as a variable");
    assert_eq!(back(&bytes).0.coding(key), Some(&before));
}

// Projects of other programs.

const PAPER: &str = "HESSISCHER LANDTAG\n\n01. 02. 2026\n\nKleine Anfrage\n\nA B (X) vom 01.01.2026\n\n𝄞 Straßenbäume\n\nund\n\nAntwort\n\nMinister\n\nIch beantworte die Kleine Anfrage wie folgt:\n\nFrage 1 Wie viele Bäume?\n\nEs wurden 140 Bäume gepflanzt, größtenteils Linden.\n\nFrage 2 Bis wann?\n\nEin Zeitpunkt kann nicht genannt werden.\n\nWiesbaden, 20. Januar 2026\n\nC D";

/// What a foreign program says of a passage: its name, start, end and code.
struct Passage<'a> {
    name: &'a str,
    start: usize,
    end: usize,
    codes: &'a [&'a str],
}

const CODES: &str = "<Code guid=\"{00000000-0000-0000-0000-0000000000C1}\" name=\"Klar\" isCodable=\"true\" color=\"#00735A\"><Description>Ist klar.</Description><Code guid=\"00000000-0000-0000-0000-0000000000f1\" name=\"mit Zahl\" isCodable=\"true\"/></Code><Code guid=\"00000000-0000-0000-0000-0000000000c2\" name=\"Offen\" isCodable=\"true\"/>";

fn code(name: &str) -> &'static str {
    match name {
        "Klar" => "00000000-0000-0000-0000-0000000000c1",
        "Offen" => "00000000-0000-0000-0000-0000000000C2",
        "mit Zahl" => "00000000-0000-0000-0000-0000000000f1",
        _ => "00000000-0000-0000-0000-00000000dead",
    }
}

fn selections(passages: &[Passage<'_>]) -> String {
    let mut text = String::new();
    for (nth, passage) in passages.iter().enumerate() {
        let codings: String = passage
            .codes
            .iter()
            .map(|name| {
                let code = code(name);
                format!("<Coding guid=\"00000000-0000-0000-0001-00000000000{nth}\"><CodeRef targetGUID=\"{code}\"/></Coding>")
            })
            .collect();
        let Passage { name, start, end, .. } = passage;
        text += &format!(
            "<PlainTextSelection guid=\"00000000-0000-0000-0002-00000000000{nth}\" name=\"{name}\" startPosition=\"{start}\" endPosition=\"{end}\">{codings}</PlainTextSelection>"
        );
    }
    text
}

fn foreign_qde(origin: &str, codes: &str, sources: &str) -> String {
    format!(
        "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?><Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"Fremd\" origin=\"{origin}\"><CodeBook><Codes>{codes}</Codes></CodeBook><Sources>{sources}</Sources></Project>"
    )
}

fn packed(qde: &str, sources: &[(&str, &[u8])]) -> Vec<u8> {
    let mut files = vec![("project.qde".to_owned(), qde.as_bytes().to_vec())];
    files.extend(sources.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())));
    zipped(&files, &[])
}

/// A foreign project with one text.
fn foreign(origin: &str, raw: &[u8], passages: &[Passage<'_>]) -> Vec<u8> {
    let source = format!(
        "<TextSource guid=\"00000000-0000-0000-0000-00000000aaaa\" name=\"Baum\" plainTextPath=\"internal://00000000-0000-0000-0000-00000000AAAA.txt\">{}</TextSource>",
        selections(passages)
    );
    let qde = foreign_qde(origin, CODES, &source);
    packed(&qde, &[("Sources/00000000-0000-0000-0000-00000000aaaa.txt", raw)])
}

/// The words of the evidence of a question.
fn words(project: &Project, number: u32) -> Vec<String> {
    let all = project.codings().filter(|(key, _)| key.question == QuestionId(number));
    all.flat_map(|(_, coding)| coding.evidence.iter().map(|evidence| evidence.quote.exact.clone())).collect()
}

/// A way in which programs count: what is counted, and how many of it a text has.
type Counting = (&'static str, fn(&str) -> usize);

#[test]
fn places_are_read_as_the_program_counted_them() {
    let marked = format!("\u{feff}{}", PAPER.replace('\n', "\r\n"));
    let points = |text: &str| text.chars().count();
    let halves = |text: &str| text.encode_utf16().count();
    let bytes = |text: &str| text.len();
    let countings: [Counting; 3] = [("points", points), ("halves", halves), ("bytes", bytes)];
    for (counting, count) in countings {
        for with_mark in [true, false] {
            for joins in [true, false] {
                let seen = if joins { marked.replace("\r\n", "\n") } else { marked.clone() };
                let seen = if with_mark { seen } else { seen.trim_start_matches('\u{feff}').to_owned() };
                let place = |words: &str| {
                    let start = seen.find(words).expect("words of the paper");
                    (count(&seen[..start]), count(&seen[..start + words.len()]))
                };
                let (klar, offen) = ("140 Bäume gepflanzt, größtenteils Linden", "nicht genannt");
                let passages = [
                    Passage {
                        name: klar,
                        start: place(klar).0,
                        end: place(klar).1,
                        codes: &["Klar", "mit Zahl"],
                    },
                    Passage { name: offen, start: place(offen).0, end: place(offen).1, codes: &["Offen"] },
                ];
                let (project, left_out) = back(&foreign("X", marked.as_bytes(), &passages));
                let case = format!("{counting}, mark {with_mark}, joined {joins}");
                assert_eq!(left_out, [], "{case}");
                assert_eq!(words(&project, 1), [klar], "{case}");
                assert_eq!(words(&project, 2), [offen], "{case}");
            }
        }
    }
}

#[test]
fn codes_become_tags_and_those_below_them_facets() {
    let (klar, offen) = ("140 Bäume", "nicht genannt");
    let place = |words: &str| {
        let start = PAPER.find(words).expect("words of the paper");
        (PAPER[..start].chars().count(), PAPER[..start + words.len()].chars().count())
    };
    let passages = [
        Passage { name: klar, start: place(klar).0, end: place(klar).1, codes: &["mit Zahl"] },
        Passage { name: offen, start: place(offen).0, end: place(offen).1, codes: &["Offen"] },
    ];
    let (project, left_out) = back(&foreign("QualCoder", PAPER.as_bytes(), &passages));
    assert_eq!(left_out, []);
    let codebook = project.codebook();
    let names: Vec<&str> = codebook.tags.iter().map(|tag| tag.name.de.as_str()).collect();
    assert_eq!(names, ["Klar", "Offen"]);
    assert_eq!(codebook.tags[0].definition.de, "Ist klar.");
    assert_eq!(codebook.tags[0].means, Meaning::Other, "what a foreign tag means nobody said");
    assert_eq!(codebook.facets[0].name.de, "mit Zahl");
    assert_eq!(codebook.tags[0].facets, [codebook.facets[0].id.clone()]);
    let codings: Vec<&Coding> = project.codings().map(|(_, coding)| coding).collect();
    assert_eq!(codings[0].tag, Some(tag("klar")), "a facet below a tag says the tag");
    assert_eq!(codings[0].facets.len(), 1);
    assert_eq!(codings[1].tag, Some(tag("offen")));
    assert_eq!(codings[1].at, now(), "no date is said: the day it was read");
    assert_eq!(project.coders().count(), 1, "nobody is named: the first coder");
}

#[test]
fn what_has_no_place_is_listed() {
    let at = |words: &str| {
        let start = PAPER.find(words).expect("words of the paper");
        (PAPER[..start].chars().count(), PAPER[..start + words.len()].chars().count())
    };
    let passage = |name: &'static str, codes: &'static [&'static str]| {
        let (start, end) = at(name);
        Passage { name, start, end, codes }
    };
    let whole = PAPER.chars().count();
    let (from, _) = at("Es wurden");
    let (_, to) = at("Ein Zeitpunkt");
    let passages = [
        passage("140 Bäume", &["Klar"]),
        passage("gepflanzt", &["Klar"]),
        passage("Linden", &["Offen"]),
        passage("Straßenbäume", &["Klar"]),
        passage("Ein Zeitpunkt", &["nie gesehen"]),
        Passage { name: "", start: from, end: to, codes: &["Klar"] },
        Passage { name: "", start: whole - 1, end: whole + 9, codes: &["Klar"] },
        Passage { name: "", start: 30, end: 20, codes: &["Klar"] },
    ];
    let (project, left_out) = back(&foreign("X", PAPER.as_bytes(), &passages));
    let faults: Vec<&PassageFault> = left_out
        .iter()
        .map(|omission| match omission {
            Omission::Passage { why, .. } => why,
            other => panic!("{other:?}"),
        })
        .collect();
    let other = PassageFault::OtherTag { kept: "Klar".to_owned(), other: "Offen".to_owned() };
    let count = |fault: &PassageFault| faults.iter().filter(|found| **found == fault).count();
    assert_eq!(count(&other), 1, "two of three passages say Klar");
    assert_eq!(count(&PassageFault::NoQuestion), 1);
    assert_eq!(count(&PassageFault::NoCode), 1);
    assert_eq!(count(&PassageFault::SeveralAnswers), 1);
    assert_eq!(count(&PassageFault::NotThere), 2);
    assert_eq!(words(&project, 1), ["140 Bäume", "gepflanzt", "Linden"], "the evidence stays");
    assert_eq!(words(&project, 2), ["Ein Zeitpunkt"]);
}

#[test]
fn sources_that_are_no_texts_are_listed() {
    let inline = PAPER.replace('&', "&amp;");
    let sources = format!(
        "<TextSource guid=\"00000000-0000-0000-0000-000000000001\" name=\"innen\"><PlainTextContent>{inline}</PlainTextContent></TextSource>
         <TextSource guid=\"00000000-0000-0000-0000-000000000001\" name=\"zweimal\"><PlainTextContent>anders</PlainTextContent></TextSource>
         <TextSource guid=\"00000000-0000-0000-0000-000000000002\" name=\"gleich\"><PlainTextContent>{inline}</PlainTextContent></TextSource>
         <TextSource guid=\"00000000-0000-0000-0000-000000000003\" name=\"relativ\" plainTextPath=\"relative:///a.txt\"/>
         <TextSource guid=\"00000000-0000-0000-0000-000000000004\" name=\"absolut\" plainTextPath=\"absolute:///etc/passwd\"/>
         <TextSource guid=\"00000000-0000-0000-0000-000000000005\" name=\"hinaus\" plainTextPath=\"internal://../../etc/passwd\"/>
         <TextSource guid=\"00000000-0000-0000-0000-000000000006\" name=\"fehlt\" plainTextPath=\"internal://nie.txt\"/>
         <TextSource guid=\"00000000-0000-0000-0000-000000000007\" name=\"leer\"><PlainTextContent> </PlainTextContent></TextSource>
         <PictureSource guid=\"00000000-0000-0000-0000-000000000008\" name=\"Bild\" path=\"internal://b.png\"><PictureSelection guid=\"00000000-0000-0000-0000-000000000018\" firstX=\"1\" firstY=\"1\" secondX=\"2\" secondY=\"2\"/></PictureSource>
         <AudioSource guid=\"00000000-0000-0000-0000-000000000009\" name=\"Ton\" path=\"internal://t.mp3\"/>
         <PDFSource guid=\"00000000-0000-0000-0000-00000000000a\" name=\"PDF\"/>
         <PDFSource guid=\"00000000-0000-0000-0000-00000000000b\" name=\"PDF mit Text\"><Representation guid=\"00000000-0000-0000-0000-00000000000c\" plainTextPath=\"internal://r.txt\"/></PDFSource>
         <Neues guid=\"x\"><Ding/></Neues>"
    );
    let bytes = packed(&foreign_qde("X", CODES, &sources), &[("sources/r.txt", b"Text der PDF.")]);
    let (project, left_out) = back(&bytes);
    let files: Vec<&str> = project.documents().map(|document| document.origin.file.as_str()).collect();
    assert_eq!(files, ["innen", "PDF mit Text"]);
    let named = |text: &str| text.to_owned();
    let expect = [
        Omission::GuidTwice { name: named("zweimal") },
        Omission::SourceTwice { source: named("gleich"), other: named("innen") },
        Omission::SourceElsewhere { source: named("relativ"), path: named("relative:///a.txt") },
        Omission::SourceElsewhere { source: named("absolut"), path: named("absolute:///etc/passwd") },
        Omission::SourceElsewhere { source: named("hinaus"), path: named("internal://../../etc/passwd") },
        Omission::SourceMissing { source: named("fehlt"), path: named("internal://nie.txt") },
        Omission::SourceEmpty { source: named("leer") },
        Omission::SourceWithoutText { source: named("Bild") },
        Omission::SourceWithoutText { source: named("Ton") },
        Omission::SourceWithoutText { source: named("PDF") },
        Omission::Areas { source: named("Bild"), count: 1 },
    ];
    assert_eq!(left_out, expect);
}

// Files that were made to harm, and files that are broken.

fn refused(bytes: &[u8]) -> Problem {
    read(bytes).expect_err("it is refused")
}

#[test]
fn broken_files_are_refused_in_words() {
    let source = format!(
        "<TextSource guid=\"1\" name=\"a\"><PlainTextContent>{PAPER}</PlainTextContent></TextSource>"
    );
    let fine = foreign_qde("X", CODES, &source);
    assert!(read(&packed(&fine, &[])).is_ok());
    let broken = |bytes: &[u8], what: &str| match refused(bytes) {
        Problem::FileBroken { reason, .. } => assert!(reason.contains(what), "{reason}"),
        other => panic!("{what}: {other:?}"),
    };
    broken(b"no archive", "");
    broken(&packed(&fine, &[])[..200], "");
    broken(&zipped(&[("a.txt".to_owned(), b"x".to_vec())], &[]), "no project.qde");
    broken(&packed("", &[]), "no XML");
    broken(&packed("<CodeBook/>", &[]), "CodeBook");
    broken(&packed(&fine[..fine.len() - 10], &[]), "ends within");
    broken(&packed(&fine[..fine.len() - 4], &[]), "syntax");
    // Ways out of the folder into which somebody might unpack it.
    broken(&packed(&fine, &[("../../.bashrc", b"x")]), "leads out");
    broken(&packed(&fine, &[("/etc/cron.d/x", b"x")]), "leads out");
    broken(&packed(&fine, &[("sources\\..\\..\\x", b"x")]), "leads out");
    // Entities that grow, and that read a file.
    let laughs = "<!DOCTYPE p [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    let external = "<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    for declaration in [laughs, external] {
        let text = fine.replacen("?>", &format!("?>{declaration}"), 1);
        broken(&packed(&text, &[]), "document type");
    }
    // Elements without end.
    let deep = format!("{}{}", "<a>".repeat(200_000), "</a>".repeat(200_000));
    broken(&packed(&fine.replacen("<Sources>", &format!("{deep}<Sources>"), 1), &[]), "nested");
    assert!(matches!(refused(&packed(&foreign_qde("X", CODES, ""), &[])), Problem::FileEmpty { .. }));
}

#[test]
fn a_bomb_is_not_unpacked() {
    let source = "<TextSource guid=\"1\" name=\"a\" plainTextPath=\"internal://a.txt\"/>";
    let bomb = vec![b' '; 17 << 20];
    let bytes = packed(&foreign_qde("X", CODES, source), &[("sources/a.txt", &bomb)]);
    assert!(bytes.len() < 100_000, "it packs well: {}", bytes.len());
    assert!(matches!(refused(&bytes), Problem::FileEmpty { .. }));
    let text = format!(
        "<TextSource guid=\"2\" name=\"b\"><PlainTextContent>{PAPER}</PlainTextContent></TextSource>"
    );
    let bytes = packed(&foreign_qde("X", CODES, &format!("{source}{text}")), &[("sources/a.txt", &bomb)]);
    assert_eq!(back(&bytes).1, [Omission::SourceTooLarge { source: "a".to_owned(), limit: 16 }]);
    let project = format!("{}{}", foreign_qde("X", CODES, source), " ".repeat(97 << 20));
    assert!(matches!(refused(&packed(&project, &[])), Problem::FileTooLarge { limit: 96, .. }));
}

#[test]
fn absurd_places_and_nested_codes_are_listed() {
    let place = |start: &str, end: &str| {
        format!(
            "<PlainTextSelection guid=\"{start}{end}\" name=\"\" startPosition=\"{start}\" endPosition=\"{end}\"><Coding guid=\"9\"><CodeRef targetGUID=\"{}\"/></Coding></PlainTextSelection>",
            code("Klar")
        )
    };
    let absurd = [
        place("-5", "7"),
        place("0", "99999999999999999999999999"),
        place("18446744073709551615", "18446744073709551615"),
        place("x", ""),
        place("4", "4"),
    ];
    let source = format!(
        "<TextSource guid=\"1\" name=\"a\"><PlainTextContent>{PAPER}</PlainTextContent>{}</TextSource>",
        absurd.concat()
    );
    let (_, left_out) = back(&packed(&foreign_qde("X", CODES, &source), &[]));
    assert_eq!(left_out.len(), absurd.len(), "{left_out:?}");
    let open: String =
        (0..60).map(|nth| format!("<Code guid=\"g{nth}\" name=\"n{nth}\" isCodable=\"true\">")).collect();
    let codes = format!("{open}{}", "</Code>".repeat(60));
    let text = format!(
        "<TextSource guid=\"1\" name=\"a\"><PlainTextContent>{PAPER}</PlainTextContent></TextSource>"
    );
    let (project, left_out) = back(&packed(&foreign_qde("X", &codes, &text), &[]));
    assert_eq!(left_out, [Omission::CodeTooDeep { code: "n24".to_owned() }]);
    assert_eq!((project.codebook().tags.len(), project.codebook().facets.len()), (1, 23));
    let many: String =
        (0..12).map(|nth| format!("<Code guid=\"g{nth}\" name=\"n{nth}\" isCodable=\"true\"/>")).collect();
    let (project, left_out) = back(&packed(&foreign_qde("X", &many, &text), &[]));
    assert_eq!((project.codebook().tags.len(), project.codebook().facets.len()), (9, 3));
    assert_eq!(left_out.len(), 3);
    let twice = "<Code guid=\"g\" name=\"n\" isCodable=\"true\"/>".repeat(2);
    let (_, left_out) = back(&packed(&foreign_qde("X", &twice, &text), &[]));
    assert_eq!(left_out, [Omission::GuidTwice { name: "n".to_owned() }]);
}

#[test]
fn no_damage_brings_the_reader_down() {
    let bytes = out(session(vec![sample()]).project(), Language::German);
    let files = unpacked(&bytes);
    let text = qde(&bytes);
    // Every part of the project is torn, turned and doubled somewhere.
    for nth in 0..60 {
        let at = text.floor_char_boundary(text.len() * nth / 60);
        let end = text.floor_char_boundary((at + 40 + nth * 7).min(text.len()));
        for damaged in [
            text[..at].to_owned(),
            format!("{}{}", &text[..at], &text[end..]),
            format!("{}{}{}", &text[..end], &text[at..end], &text[end..]),
            text.replace(&text[at..end], "\u{0}<&\"]]>"),
        ] {
            let mut files = files.clone();
            files[0].1 = damaged.into_bytes();
            let _ = read(&zipped(&files, &[])).map(|arrived| Project::from_parts(arrived.parts));
        }
    }
    for nth in 0..200 {
        let mut damaged = bytes.clone();
        let at = bytes.len() * nth / 200;
        damaged[at] = damaged[at].wrapping_add(91);
        let _ = read(&damaged).map(|arrived| Project::from_parts(arrived.parts));
    }
}

// Codebooks.

#[test]
fn a_codebook_comes_back_with_what_the_format_has_no_room_for() {
    let project = study();
    let labels = codebook_labels(Language::German);
    for language in [Language::German, Language::English] {
        let text = exported_text(&project, 0, ExportFormat::Qdc, "x", language);
        let (again, left_out) = qdc("x.qdc", text.as_bytes(), project.codebook(), labels).expect("it reads");
        assert_eq!(left_out, []);
        assert_eq!((&again.tags, &again.facets), (&project.codebook().tags, &project.codebook().facets));
    }
    let text = exported_text(&project, 0, ExportFormat::Qdc, "x", Language::German);
    let renamed = text.replace("name=\"vage\"", "name=\"schwammig\"");
    assert_ne!(text, renamed);
    let (again, _) = qdc("x.qdc", renamed.as_bytes(), project.codebook(), labels).expect("it reads");
    assert_eq!(again.tags[1].id, tag("vague"), "the same tag under another name");
    assert_eq!(again.tags[1].name.de, "schwammig");
}

#[test]
fn a_foreign_codebook_is_read_and_a_broken_one_refused() {
    let labels = codebook_labels(Language::English);
    let known = default_codebook();
    let text = format!("<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes>{CODES}</Codes></CodeBook>");
    let (codebook, _) = qdc("x.qdc", text.as_bytes(), &known, labels).expect("it reads");
    assert_eq!(codebook.fault(), None);
    assert_eq!(codebook.tags.len(), 2);
    for broken in ["", "<CodeBook>", "<CodeBook/>", "<Project/>", "<!DOCTYPE a><CodeBook/>", "x"] {
        assert!(qdc("x.qdc", broken.as_bytes(), &known, labels).is_err(), "{broken}");
    }
}
