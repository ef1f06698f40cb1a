//! Tables: what they hold by column name, and the laws that hold for every project.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use landtag_annotator::files::export::{Output, render, zipped};
use landtag_annotator::files::import;
use landtag_annotator::files::storage::read_project;
use landtag_annotator::model::edits::{Change, Edit, Label, Past, Session, Step, tagging};
use landtag_annotator::model::text::Span;
use landtag_annotator::model::{
    Coder, CoderId, Coding, CountBy, Decision, Document, ExportChoice, ExportFormat, ExportOrder, Language,
    Licence, Project, Round, Unwatched,
};
use landtag_annotator::ui::lang::words;
use support::exported::{exported, exported_text};
use support::study::{CODERS, study};
use support::{now, question, sample, session, tag};

type Row = BTreeMap<String, String>;

fn rows_of(text: &str, delimiter: u8) -> Vec<Row> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.expect("a row of text")).collect()
}

fn table(project: &Project, format: ExportFormat) -> Vec<Row> {
    let text = exported_text(project, usize::MAX, format, "Probe", Language::English);
    rows_of(&text, if format == ExportFormat::CsvGerman { b';' } else { b',' })
}

/// The words of a cell, without the apostrophe that keeps them from being a formula.
fn plain(cell: &str) -> &str {
    let signs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    match cell.strip_prefix('\'') {
        Some(rest) if cell.trim_start_matches('\'').starts_with(signs) => rest,
        _ => cell,
    }
}

/// A paper of two questions, the second with a label like a formula.
fn paper() -> Document {
    let text = "HESSISCHER LANDTAG\n\nDrucksache 21/2112\n\nKleine Anfrage\nErika Muster (Probe) und Bo Test (Probe) vom \
                25.02.2026\n=Radweg\nund\nAntwort\n@Ministerium\n\nDie Kleine Anfrage beantworte ich wie folgt:\n\n\
                Frage 1 Wann?\n\nIm „Juni“,\nspäter.\n\nFrage 2 =1+1?\n\n=2, Ä.\n\nWiesbaden, 10. April 2026\n\nMax B.\n";
    let mut document = import::document("a.txt", text.as_bytes()).expect("a paper");
    document.head.answerer = Some("@Ministerium".to_owned());
    "=2".clone_into(&mut document.outline.groups[1].questions[0].label);
    document
}

/// Question, coder, round, tag, quotations, memo.
type Said<'a> = (u32, u32, u32, Option<&'a str>, &'a [&'a str], &'a str);

fn coded(codings: &[Said<'_>]) -> Project {
    let document = paper();
    let (id, body) = (document.id, document.body.clone());
    let mut parts = session(vec![document]).project().to_parts();
    parts.coders = vec![Coder::new(CoderId(1), "Keller"), Coder::new(CoderId(2), "")];
    for (number, coder, round, tag_id, quotes, memo) in codings {
        let evidence = quotes.iter().map(|quote| {
            let start = body.as_str().find(quote).expect("a quotation of the text");
            let span = Span::new(start, start + quote.len());
            landtag_annotator::model::Evidence {
                span,
                quote: landtag_annotator::model::text::Quote::of(&body, span),
            }
        });
        let coding = Coding {
            tag: tag_id.map(tag),
            evidence: evidence.collect(),
            memo: (*memo).to_owned(),
            ..Coding::empty(now(), "1.0")
        };
        let key = landtag_annotator::model::CodingKey {
            document: id,
            question: question(id, *number).question,
            coder: CoderId(*coder),
            round: Round(*round),
        };
        parts.codings.push((key, Arc::new(coding)));
    }
    Project::from_parts(parts).expect("a sound project")
}

#[test]
fn questions_nobody_coded_have_a_row() {
    let text = exported_text(&coded(&[]), 1, ExportFormat::Csv, "", Language::German);
    let first_columns = "doc_id,drucksache,land,question_no,answer_group,coder,pass,tag,tag_code,facets,asked_for,evidence,\
                         evidence_start,evidence_end,evidence_page,ministry,asker_party,date_question,date_answer,\
                         date_published,days_q_a,memo,question_id,later,coded_at,codebook_version,facet_general,";
    assert!(text.starts_with(first_columns), "old columns keep their places: {text}");
    let rows = rows_of(&text, b',');
    assert_eq!(rows.len(), 2);
    let row = &rows[1];
    let cells = ["question_no", "coder", "tag", "tag_code", "ministry", "asker_party", "days_q_a"];
    assert_eq!(cells.map(|cell| &*row[cell]), ["'=2", "Keller", "", "-9", "'@Ministerium", "Probe", "44"]);
    assert_eq!((&*row["facet_general"], &*row["asked_date"], &*row["coded_at"]), ("", "", ""), "nobody said");
}

#[test]
fn each_coder_and_round_has_a_row_and_a_column() {
    let project = coded(&[
        (1, 2, 1, Some("deferred"), &[], ""),
        (1, 1, 2, Some("vague"), &[], ""),
        (1, 1, 1, None, &[], "?"),
    ]);
    let row =
        |row: &Row| ["question_no", "coder", "pass", "tag", "tag_code"].map(|c| row[c].clone()).join(" ");
    let rows: Vec<String> = table(&project, ExportFormat::Csv).iter().map(row).collect();
    assert_eq!(rows, ["1 Keller 1  -9", "1 Keller 2 vague 2", "1 coder_2 1 deferred 3", "'=2 Keller 1  -9"]);
    let units = table(&project, ExportFormat::Units);
    let tags = |nth: usize| {
        ["tag_Keller_r1", "tag_Keller_r2", "tag_coder_2_r1"].map(|column| units[nth][column].clone())
    };
    assert_eq!(units.len(), 2);
    assert_eq!(tags(0), ["", "vague", "deferred"]);
    assert_eq!(tags(1), ["", "", ""]);
    assert_eq!(units[1]["question"], "'=1+1?");
}

#[test]
fn what_was_decided_stands_beside_the_votes() {
    let mut parts =
        coded(&[(1, 1, 1, Some("vague"), &[], ""), (1, 2, 1, Some("deferred"), &[], "")]).to_parts();
    let decision = Decision {
        round: Round(1),
        tag: tag("deferred"),
        facets: Vec::new(),
        reason: "=Kellers Wunsch".to_owned(),
        by: vec![CoderId(1), CoderId(2)],
        at: now(),
        codebook: "1.0".to_owned(),
    };
    let at = question(parts.documents[0].id, 1);
    parts.decisions = vec![(at, decision)];
    let project = Project::from_parts(parts).expect("sound");
    let columns =
        ["decided_tag", "decided_by", "decided_at", "decision_reason", "tag_Keller_r1", "tag_coder_2_r1"];
    let row = &table(&project, ExportFormat::Units)[0];
    let cells = columns.map(|column| &*row[column]);
    let expected =
        ["deferred", "Keller|coder_2", "2026-05-04T10:00:00Z", "'=Kellers Wunsch", "vague", "deferred"];
    assert_eq!(cells, expected);
    let choice = ExportChoice { coder_names: false, ..ExportChoice::of(ExportFormat::Units) };
    let Output::File(bytes) = exported(&project, 1, &choice, "", Language::German) else {
        panic!("one file")
    };
    let text = String::from_utf8(bytes).expect("text");
    assert!(text.contains(",coder_1|coder_2,") && text.contains("'=coder_1 Wunsch"), "{text}");
}

#[test]
fn places_are_code_points_of_the_text() {
    let project = coded(&[(2, 1, 1, Some("concrete"), &["„Juni“,\nspäter", "=2, Ä"], "")]);
    let row = &table(&project, ExportFormat::Csv)[1];
    assert_eq!(row["evidence"], "„Juni“, später | =2, Ä");
    let rows = table(&project, ExportFormat::Evidence);
    assert_eq!(rows.iter().map(|row| &*row["quotation"]).collect::<Vec<_>>(), ["„Juni“,\nspäter", "'=2, Ä"]);
    assert_eq!(row["evidence_start"], format!("{}|{}", rows[0]["start"], rows[1]["start"]));
}

#[test]
fn what_is_lost_has_words_and_no_place() {
    let mut parts = coded(&[(1, 1, 1, Some("vague"), &["später"], "")]).to_parts();
    Arc::make_mut(&mut parts.codings[0].1).evidence[0].quote.exact = "früher".to_owned();
    let project = Project::from_parts(parts).expect("sound");
    let row = &table(&project, ExportFormat::Evidence)[0];
    let cells = ["start", "end", "quotation", "in_place"].map(|column| &*row[column]);
    assert_eq!(cells, ["", "", "früher", "0"]);
}

#[test]
fn every_question_has_a_row_and_every_passage_its_words() {
    let project = study();
    let questions: usize = project.documents().map(|document| document.outline.question_count()).sum();
    let (codings, units) = (table(&project, ExportFormat::Csv), table(&project, ExportFormat::Units));
    let ids = |rows: &[Row]| rows.iter().map(|row| row["question_id"].clone()).collect::<BTreeSet<_>>();
    assert_eq!(units.len(), questions);
    assert_eq!(ids(&codings), ids(&units));
    let passages = table(&project, ExportFormat::Evidence);
    assert!(passages.len() > 100, "{}", passages.len());
    for row in &passages {
        let id = row["doc_id"].parse().expect("an id");
        let text: Vec<char> = project.document(id).expect("there").body.as_str().chars().collect();
        let place = |column: &str| row[column].parse::<usize>().expect("a place");
        let there: String = text[place("start")..place("end")].iter().collect();
        assert_eq!(there, plain(&row["quotation"]), "{}", row["evidence_id"]);
    }
    let documents = table(&project, ExportFormat::Documents);
    let sum = |column: &str| {
        documents.iter().map(|row| row[column].parse::<usize>().expect("a count")).sum::<usize>()
    };
    assert_eq!(sum("n_concrete") + sum("n_vague") + sum("n_deferred") + sum("n_open"), questions);
    assert_eq!(sum("questions"), questions);
    let codes: Vec<Row> = table(&project, ExportFormat::CodebookTable);
    assert_eq!((&*codes[0]["id"], &*codes[0]["code"], &*codes[0]["letter_de"]), ("concrete", "1", "K"));
    assert_eq!(codes.len(), 17);
}

#[test]
fn both_files_of_codings_hold_the_same_and_nothing_is_a_formula() {
    let project = study();
    assert_eq!(table(&project, ExportFormat::Csv), table(&project, ExportFormat::CsvGerman));
    let mut cells = 0;
    for format in ExportFormat::ALL.iter().filter(|format| format.ending() == "csv") {
        for row in table(&project, *format) {
            for cell in row.values() {
                let is_number = cell.parse::<i64>().is_ok();
                assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?}");
                cells += 1;
            }
        }
    }
    assert!(cells > 5_000, "{cells}");
}

/// The files of an archive.
fn unzipped(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    (0..archive.len())
        .map(|nth| {
            let mut file = archive.by_index(nth).expect("a file");
            let mut text = String::new();
            std::io::Read::read_to_string(&mut file, &mut text).expect("text");
            (file.name().expect("a name").into_owned(), text)
        })
        .collect()
}

#[test]
fn a_workbook_has_texts_dates_and_no_formula() {
    let mut parts = coded(&[(1, 1, 1, Some("vague"), &["später"], "=1+1")]).to_parts();
    Arc::make_mut(&mut parts.codings[0].1).memo = "ü".repeat(40_000);
    let project = Project::from_parts(parts).expect("sound");
    let choice = ExportChoice::of(ExportFormat::Xlsx);
    let written = || exported(&project, 1, &choice, "Probe", Language::German);
    let Output::File(bytes) = written() else { panic!("one file") };
    assert_eq!(written(), Output::File(bytes.clone()), "the same bytes");
    let files = unzipped(&bytes);
    assert!(files["xl/workbook.xml"].contains(r#"name="notes" sheetId="8""#), "what was cut is said");
    let strings = &files["xl/sharedStrings.xml"];
    assert!(strings.contains(">21/2112<") && strings.contains(&format!(">{}…<", "ü".repeat(32_766))));
    for (name, text) in files.iter().filter(|(name, _)| name.starts_with("xl/worksheets/")) {
        assert!(!text.contains("<f>") && !text.contains("<f "), "a formula in {name}");
    }
    // 10 April 2026 as a workbook counts days.
    assert!(files["xl/worksheets/sheet1.xml"].contains("<v>46122</v>"));
    assert!(files["docProps/core.xml"].contains("2026-05-04T00:00:00Z"));
}

#[test]
fn spss_is_told_what_each_column_is() {
    let project = coded(&[(1, 1, 1, Some("vague"), &["„Juni“,\nspäter"], "zwei\n\"Zeilen\"")]);
    let choice = ExportChoice::of(ExportFormat::Spss);
    let Output::Folder(files) = exported(&project, 1, &choice, "Probe", Language::German) else {
        panic!("two files")
    };
    let text = |name: &str| {
        let (_, bytes) = files.iter().find(|(path, _)| path == name).expect("there");
        String::from_utf8(bytes.clone()).expect("text")
    };
    let (syntax, data) = (text("codings.sps"), text("codings.csv"));
    assert_eq!(data.lines().count(), 3, "a row is a line");
    assert!(data.contains("\"zwei \"\"Zeilen\"\"\""));
    for part in [
        "drucksache A7\n",
        "ministry A13\n",
        "date_answer SDATE10\n",
        "3 \"aufgeschoben\"",
        "MISSING VALUES tag_code (-9).",
        "IF (SUBSTR(ministry,1,1)=\"'\"",
    ] {
        assert!(syntax.contains(part), "{part} in {syntax}");
    }
}

fn order<'a>(
    project: &'a Project,
    documents: &'a [&'a Document],
    past: &'a Past,
    choice: &'a ExportChoice,
) -> ExportOrder<'a> {
    ExportOrder {
        project,
        documents,
        past,
        choice,
        title: "Probe",
        words: words(Language::English).exports,
        day: jiff::civil::date(2026, 5, 4),
    }
}

fn changes(session: &Session, past: &Past) -> Vec<Row> {
    let documents: Vec<&Document> = session.project().documents().map(|document| &**document).collect();
    let choice = ExportChoice::of(ExportFormat::Changes);
    let order = order(session.project(), &documents, past, &choice);
    let Output::File(bytes) = render(&order, &Unwatched).expect("an export") else { panic!("one file") };
    rows_of(&String::from_utf8(bytes).expect("text"), b',')
}

#[test]
fn the_change_log_knows_before_and_after() {
    let document = sample();
    let id = document.id;
    let mut session = session(vec![document]);
    let mut commit = |change: Change| session.commit(change).expect("fits");
    let at = |number| question(id, number);
    let project = study();
    let tagged = |project: &Project, number, name: Option<&str>| {
        tagging::tag(project, at(number), name.map(tag).as_ref(), now()).expect("a tag")
    };
    // The sample of the study is the same paper without these codings, so its changes fit.
    let mut blank = project.to_parts();
    blank.codings.clear();
    blank.coders.truncate(1);
    blank.coders[0].name = String::new();
    let blank = Project::from_parts(blank).expect("sound");
    commit(tagged(&blank, 1, Some("vague")));
    commit(tagging::tag_all(&blank, &[at(1), at(2)], Some(&tag("deferred")), now()).expect("tags"));
    let past = session.past(99);
    let rows = changes(&session, &past);
    let shown: Vec<String> = rows
        .iter()
        .map(|row| {
            ["step", "question_no", "tag_before", "tag_after", "what"].map(|c| row[c].clone()).join("|")
        })
        .collect();
    assert_eq!(
        shown,
        [
            "1|1||vague|Question 1 set to vague",
            "2|1|vague|deferred|2 questions set to deferred",
            "2|2||deferred|2 questions set to deferred"
        ]
    );
    assert_eq!(rows[0]["at"], "2026-05-04T10:00:00Z");
    assert_eq!(rows[0]["coder"], "coder_1");

    // A history that does not fit is told without its tags.
    let foreign = Step { label: Label::Rename, edit: Edit::DropDocument { document: id } };
    let torn = Past { done: vec![Arc::new(foreign)], undone: Vec::new() };
    let rows = changes(&session, &torn);
    assert_eq!(rows.len(), 1);
    assert_eq!((&*rows[0]["step"], &*rows[0]["tag_after"]), ("1", ""));
}

fn package(project: &Project, choice: &ExportChoice, language: Language) -> BTreeMap<String, String> {
    let Output::Folder(files) = exported(project, usize::MAX, choice, "Nachtbusse & Co.", language) else {
        panic!("a folder")
    };
    assert!(!zipped(&files, &[]).is_empty());
    let texts = files.into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).expect("text")));
    texts.collect()
}

#[test]
fn a_package_names_no_coder_unless_it_may() {
    let mut parts = study().to_parts();
    parts.name = format!("Studie von {}", CODERS[1]);
    parts.codebook.reason = format!("{} bat darum", CODERS[0]);
    Arc::make_mut(&mut parts.documents[0]).origin.file = "Kellermanns Datei.txt".to_owned();
    let project = Project::from_parts(parts).expect("sound");
    let choice = ExportChoice { licence: Licence::CcBy, ..ExportChoice::of(ExportFormat::Replication) };
    // An asker is called Nele, too: what papers print stays.
    let names = ["Kellermann", "Aaron", "Brandtner"];
    for language in [Language::German, Language::English] {
        let files = package(&project, &choice, language);
        for (path, text) in &files {
            for name in names {
                assert!(!text.to_lowercase().contains(&name.to_lowercase()), "{name} in {path}");
            }
        }
        assert!(files["tables/codings.csv"].contains(",coder_2,"));
        assert!(files["codebook.ron"].contains("coder_1 bat darum"));
        assert!(files["LICENCE.txt"].contains("SPDX-License-Identifier: CC-BY-4.0"));
        let again = read_project("project.ron", &files["project.ron"]).expect("a project");
        assert_eq!(again.codings().len(), project.codings().len());
        let sums: Vec<&str> = files["SHA256SUMS"].lines().collect();
        assert_eq!(sums.len(), files.len() - 1, "every file but the sums");
        let texts: BTreeSet<&str> = project.documents().map(|document| document.body.as_str()).collect();
        let written = files.iter().filter(|(path, _)| path.starts_with("texts/"));
        assert_eq!(
            written.map(|(_, text)| text.as_str()).collect::<BTreeSet<_>>(),
            texts,
            "letter by letter"
        );
        assert_eq!(files, package(&project, &choice, language), "the same bytes");
    }
    let named = ExportChoice { coder_names: true, ..choice };
    assert!(package(&project, &named, Language::German)["tables/codings.csv"].contains("Nele Kellermann"));
}

#[test]
fn a_package_holds_every_figure_of_the_overview() {
    for count_by in [CountBy::Questions, CountBy::Answers] {
        let choice = ExportChoice { count_by, ..ExportChoice::of(ExportFormat::Replication) };
        let files = package(&study(), &choice, Language::German);
        let figures = rows_of(&files["tables/figures.csv"], b',');
        let of = |chart: &str, measure: &str| -> Vec<f64> {
            let fits = |row: &&Row| row["chart"] == chart && row["measure"] == measure;
            figures.iter().filter(fits).map(|row| row["value"].parse().expect("a number")).collect()
        };
        let all = of("all", "n");
        assert_eq!(all.len(), 1);
        assert_eq!(of("ministry", "n").iter().sum::<f64>(), all[0], "each question has one office");
        let shares: f64 =
            ["concrete", "vague", "deferred"].map(|tag| of("all", &format!("share_{tag}"))[0]).iter().sum();
        assert!((shares - 1.0).abs() < 1e-12);
        assert_eq!(of("all", "low").len(), 1);
        assert!(of("facets_vague", "n").len() > 1 && of("days", "median").len() > 1);
        let keys: BTreeSet<_> =
            figures.iter().map(|row| (&row["chart"], &row["group"], &row["measure"])).collect();
        assert_eq!(keys.len(), figures.len(), "each figure once");
    }
}

#[test]
fn a_package_of_nothing_coded_is_whole() {
    let files = package(&coded(&[]), &ExportChoice::of(ExportFormat::Replication), Language::English);
    assert_eq!(
        files["LICENCE.txt"],
        "No licence was chosen: all rights stay with those who made this package.\n"
    );
    assert_eq!(files["tables/codings.csv"].lines().count(), 3);
    assert!(files["README.md"].contains("1 document with 2 questions, 0 of them coded"));
}

#[test]
fn every_column_is_explained_in_both_languages() {
    for language in [Language::German, Language::English] {
        let files = package(&study(), &ExportChoice::of(ExportFormat::Replication), language);
        let lines: Vec<&str> =
            files["tables/COLUMNS.md"].lines().filter(|line| line.starts_with("- ")).collect();
        assert!(lines.len() > 100);
        for line in lines {
            let (name, about) = line.split_once("`: ").expect("a name and what it is");
            assert!(about.len() > 1, "{line}");
            assert!(name[3..].chars().all(|c| c.is_ascii_alphanumeric() || c == '_'), "{name}");
        }
    }
}

#[test]
fn keys_of_a_bibliography_are_unique() {
    let mut parts = study().to_parts();
    let mut twin = (*parts.documents[1]).clone();
    twin.id = landtag_annotator::model::DocumentId(77);
    twin.head.clone_from(&parts.documents[2].head);
    parts.documents.push(Arc::new(twin));
    let project = Project::from_parts(parts).expect("sound");
    let bib = exported_text(&project, usize::MAX, ExportFormat::Bibtex, "", Language::German);
    let keys: Vec<&str> = bib
        .lines()
        .filter_map(|line| line.strip_prefix("@techreport{"))
        .map(|key| key.trim_end_matches(','))
        .collect();
    assert_eq!(keys.len(), 14);
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), 14, "{keys:?}");
    assert_eq!(bib.matches('{').count(), bib.matches('}').count());
    let ris = exported_text(&project, usize::MAX, ExportFormat::Ris, "", Language::English);
    assert_eq!((ris.matches("TY  - RPRT\r\n").count(), ris.matches("ER  - \r\n").count()), (14, 14));
}
