//! Projects of REFI-QDA as tests make and read them: our own, and those of an invented program.

use landtag_annotator::files::export::{Output, zipped};
use landtag_annotator::files::import::{Arrived, Surroundings, qdpx};
use landtag_annotator::files::storage::default_codebook;
use landtag_annotator::model::{
    ExportChoice, ExportFormat, Language, Omission, Problem, Project, QuestionId, Unfinished, Unwatched,
};
use landtag_annotator::ui::lang::codebook_labels;
use std::fmt::Write as _;

use super::exported::exported;
use super::now;

pub fn out(project: &Project, language: Language) -> Vec<u8> {
    let choice = ExportChoice::of(ExportFormat::Qdpx);
    match exported(project, project.document_count(), &choice, project.name(), language) {
        Output::File(bytes) => bytes,
        Output::Folder(_) => panic!("an archive is one file"),
    }
}

pub fn read(bytes: &[u8]) -> Result<Arrived, Problem> {
    let codebook = default_codebook();
    let labels = codebook_labels(Language::German);
    let world = Surroundings { codebook: &codebook, labels, now: now() };
    qdpx("fremd.qdpx", bytes, world, &Unwatched).map_err(|end| match end {
        Unfinished::Problem(problem) => problem,
        Unfinished::Stopped => panic!("nobody stopped it"),
    })
}

pub fn back(bytes: &[u8]) -> (Project, Vec<Omission>) {
    let Arrived { parts, left_out } = read(bytes).expect("it reads");
    (Project::from_parts(parts).expect("it fits together"), left_out)
}

/// The files of an archive.
pub fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
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
pub fn without_aside(bytes: &[u8]) -> Vec<u8> {
    let files: Vec<_> =
        unpacked(bytes).into_iter().filter(|(name, _)| name != "landtag-annotator.json").collect();
    zipped(&files, &[])
}

pub fn qde(bytes: &[u8]) -> String {
    let files = unpacked(bytes);
    let (_, text) = files.iter().find(|(name, _)| name == "project.qde").expect("a project");
    String::from_utf8(text.clone()).expect("a text")
}

pub const PAPER: &str = "HESSISCHER LANDTAG\n\n01. 02. 2026\n\nKleine Anfrage\n\nA B (X) vom 01.01.2026\n\n𝄞 Straßenbäume\n\nund\n\nAntwort\n\nMinister\n\nIch beantworte die Kleine Anfrage wie folgt:\n\nFrage 1 Wie viele Bäume?\n\nEs wurden 140 Bäume gepflanzt, größtenteils Linden.\n\nFrage 2 Bis wann?\n\nEin Zeitpunkt kann nicht genannt werden.\n\nWiesbaden, 20. Januar 2026\n\nC D";

/// What a foreign program says of a passage: its name, start, end and code.
pub struct Passage<'a> {
    pub name: &'a str,
    pub start: usize,
    pub end: usize,
    pub codes: &'a [&'a str],
}

pub const CODES: &str = "<Code guid=\"{00000000-0000-0000-0000-0000000000C1}\" name=\"Klar\" isCodable=\"true\" color=\"#00735A\"><Description>Ist klar.</Description><Code guid=\"00000000-0000-0000-0000-0000000000f1\" name=\"mit Zahl\" isCodable=\"true\"/></Code><Code guid=\"00000000-0000-0000-0000-0000000000c2\" name=\"Offen\" isCodable=\"true\"/>";

pub fn code(name: &str) -> &'static str {
    match name {
        "Klar" => "00000000-0000-0000-0000-0000000000c1",
        "Offen" => "00000000-0000-0000-0000-0000000000C2",
        "mit Zahl" => "00000000-0000-0000-0000-0000000000f1",
        _ => "00000000-0000-0000-0000-00000000dead",
    }
}

pub fn selections(passages: &[Passage<'_>]) -> String {
    let mut text = String::new();
    for (nth, passage) in passages.iter().enumerate() {
        let mut codings = String::new();
        for name in passage.codes {
            let code = code(name);
            let _ = write!(
                codings,
                "<Coding guid=\"00000000-0000-0000-0001-00000000000{nth}\"><CodeRef targetGUID=\"{code}\"/></Coding>"
            );
        }
        let Passage { name, start, end, .. } = passage;
        let _ = write!(
            text,
            "<PlainTextSelection guid=\"00000000-0000-0000-0002-00000000000{nth}\" name=\"{name}\" startPosition=\"{start}\" endPosition=\"{end}\">{codings}</PlainTextSelection>"
        );
    }
    text
}

pub fn foreign_qde(origin: &str, codes: &str, sources: &str) -> String {
    format!(
        "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?><Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"Fremd\" origin=\"{origin}\"><CodeBook><Codes>{codes}</Codes></CodeBook><Sources>{sources}</Sources></Project>"
    )
}

pub fn packed(qde: &str, sources: &[(&str, &[u8])]) -> Vec<u8> {
    let mut files = vec![("project.qde".to_owned(), qde.as_bytes().to_vec())];
    files.extend(sources.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())));
    zipped(&files, &[])
}

/// A foreign project with one text.
pub fn foreign(origin: &str, raw: &[u8], passages: &[Passage<'_>]) -> Vec<u8> {
    let source = format!(
        "<TextSource guid=\"00000000-0000-0000-0000-00000000aaaa\" name=\"Baum\" plainTextPath=\"internal://00000000-0000-0000-0000-00000000AAAA.txt\">{}</TextSource>",
        selections(passages)
    );
    let qde = foreign_qde(origin, CODES, &source);
    packed(&qde, &[("Sources/00000000-0000-0000-0000-00000000aaaa.txt", raw)])
}

/// The words of the evidence of a question.
pub fn words(project: &Project, number: u32) -> Vec<String> {
    let all = project.codings().filter(|(key, _)| key.question == QuestionId(number));
    all.flat_map(|(_, coding)| coding.evidence.iter().map(|evidence| evidence.quote.exact.clone())).collect()
}
