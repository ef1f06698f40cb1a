//! REFI-QDA of other programs: their places, codes and sources, and what of them has no place here.

mod support;

use landtag_annotator::files::import::qdc;
use landtag_annotator::files::storage::default_codebook;
use landtag_annotator::model::{Coding, Language, Meaning, Omission, PassageFault};
use landtag_annotator::ui::lang::codebook_labels;
use support::refi::{CODES, PAPER, Passage, back, foreign, foreign_qde, packed, words};
use support::{now, tag};

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

/// A codebook of another program with so many codes of two names below one.
fn codebook_of(codes: usize) -> String {
    use std::fmt::Write as _;
    let mut text = String::from(
        "<?xml version=\"1.0\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"X\"><Codes><Code guid=\"top\" name=\"Thema\" isCodable=\"true\">",
    );
    for nth in 0..codes {
        let name = if nth % 2 == 0 { "Bus" } else { "Bahn" };
        write!(text, "<Code guid=\"g{nth}\" name=\"{name}\" isCodable=\"true\"/>").expect("memory takes it");
    }
    text + "</Code></Codes></CodeBook>"
}

#[test]
fn codes_of_one_name_become_facets_of_their_own() {
    let labels = codebook_labels(Language::German);
    let codes = 5_000;
    let file = codebook_of(codes);
    let (codebook, left_out) =
        qdc("x.qdc", file.as_bytes(), &default_codebook(), labels).expect("a codebook");
    assert_eq!(left_out, []);
    assert_eq!(codebook.tags.len(), 1);
    let ids: Vec<&str> = codebook.facets.iter().map(|facet| facet.id.0.as_str()).collect();
    assert_eq!(ids.len(), codes);
    assert_eq!(ids[..4], ["bus", "bahn", "bus_2", "bahn_2"]);
    assert_eq!(ids[codes - 1], format!("bahn_{}", codes / 2));
    assert!(codebook.tags[0].facets.iter().eq(codebook.facets.iter().map(|facet| &facet.id)));
}
