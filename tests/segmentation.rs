//! Papers cut into questions and answers: invented ones always, real ones where they stand beside the checkout.

mod support;

use std::collections::BTreeSet;

use landtag_annotator::model::{Document, Doubt, DoubtKind, Print, RemarkBy};
use proptest::prelude::*;
use serde_json::Value;
use support::score::Score;
use support::{corpus, fixture, paper, sample};

/// Blanks, hyphens and quotation marks do not count.
fn squash(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn check(document: &Document, gold: &Value) {
    let text = |value: &Value| value.as_str().map(str::to_owned).unwrap_or_default();
    let questions: Vec<String> =
        document.outline.questions().map(|question| question.label.clone()).collect();
    let wanted: Vec<String> = gold["questions"]
        .as_array()
        .expect("questions")
        .iter()
        .map(|question| text(&question["label"]))
        .collect();
    assert_eq!(questions, wanted);
    for (question, gold) in document.outline.questions().zip(gold["questions"].as_array().expect("questions"))
    {
        let read = squash(&document.reading(question.text));
        let begin = gold.get("text").or(gold.get("first_words")).map(text).unwrap_or_default();
        assert!(read.starts_with(&squash(&begin)), "question {} begins otherwise: {read}", question.label);
    }
    let answers: Vec<_> = document.outline.groups.iter().filter(|group| !group.answers.is_empty()).collect();
    let wanted = gold["answers"].as_array().expect("answers");
    assert_eq!(answers.len(), wanted.len());
    for (group, gold) in answers.iter().zip(wanted) {
        let covers: Vec<String> = group.questions.iter().map(|question| question.label.clone()).collect();
        let wanted: Vec<String> = gold["covers"].as_array().expect("labels").iter().map(text).collect();
        assert_eq!(covers, wanted);
        let read = squash(&group.answers.iter().map(|span| document.reading(*span)).collect::<String>());
        assert!(read.starts_with(&squash(&text(&gold["first_words"]))), "answer {covers:?} begins otherwise");
        assert!(read.ends_with(&squash(&text(&gold["last_words"]))), "answer {covers:?} ends otherwise");
    }
}

#[test]
fn the_sample_comes_out_perfectly() {
    let document = sample();
    let head = &document.head;
    assert_eq!(head.parliament.as_deref(), Some("HE"));
    assert_eq!(head.askers_printed(), "Jorin Wellhagen (Freie Bürgerliste)");
    assert_eq!(head.signatory.as_deref(), Some("Alwin Brederstein"));
    let labels: Vec<Vec<&str>> = document
        .outline
        .groups
        .iter()
        .map(|group| group.questions.iter().map(|question| question.label.as_str()).collect())
        .collect();
    assert_eq!(labels, [vec!["1", "2", "3", "4"], vec!["5", "6"], vec!["7"], vec!["8", "9"], vec!["10"]]);
    assert!(document.outline.doubts.is_empty(), "{:?}", document.outline.doubts);
    assert_eq!(document.outline.torn.len(), 1);
    let long = document.reading(document.outline.groups[1].answers[0]);
    assert!(long.contains("Bürgerbusse und Anruftaxis"), "the torn sentence is read as one");
}

#[test]
fn an_invented_paper_with_traps() {
    let document = paper(&fixture("hessen-invented.txt"));
    let gold = std::fs::read_to_string(fixture("hessen-invented.json")).expect("the expected outline");
    let gold: Value = serde_json::from_str(&gold).expect("JSON");
    check(&document, &gold);
    let head = &document.head;
    assert_eq!(head.title.as_deref(), gold["title"].as_str());
    assert_eq!(Some(head.askers_printed().as_str()), gold["asker"].as_str());
    assert_eq!(head.answerer.as_deref(), gold["answerer"].as_str());
    for (date, name) in [(head.issued, "issued"), (head.asked, "asked"), (head.answered, "answered")] {
        assert_eq!(date.map(|date| date.to_string()).as_deref(), gold[name].as_str(), "{name}");
    }
    let remarks: Vec<RemarkBy> = document.outline.remarks.iter().map(|remark| remark.by).collect();
    assert_eq!(remarks, [RemarkBy::Asker, RemarkBy::Government]);
}

#[test]
fn an_unknown_form_opens_as_plain_text() {
    let document = paper(&fixture("unknown-form.txt"));
    assert!(!document.outline.is_segmented());
    assert_eq!(document.outline.question_count(), 0);
    assert_eq!(document.outline.doubts.len(), 1);
}

/// Cut anywhere, a paper is still a document whose places are places of its text.
#[test]
fn a_paper_cut_anywhere_never_fails() {
    let text = sample().body;
    let text = text.as_str();
    for end in (0..text.len()).step_by(37).filter(|end| text.is_char_boundary(*end)) {
        let body = landtag_annotator::model::text::Body::new(&text[..end]);
        let (_, outline) = landtag_annotator::model::segment::segment(&body, &Print::default());
        assert!(outline.spans().all(|span| span.is_in(body.as_str())), "cut at {end}");
    }
}

/// A paper whose lines were lost, doubled and moved still has questions that can be told apart.
#[test]
fn labels_stay_unique_whatever_is_printed() {
    let mut papers: Vec<Vec<String>> = Vec::new();
    for entry in std::fs::read_dir(fixture("papers")).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            let text = std::fs::read_to_string(&path).expect("a paper");
            papers.push(text.lines().map(str::to_owned).collect());
        }
    }
    papers.sort();
    let moves = prop::collection::vec((0..3_u8, 0..10_000_usize, 0..10_000_usize), 1..12);
    proptest!(ProptestConfig::with_cases(200), |(paper in 0..papers.len(), moves in moves)| {
        let mut lines = papers[paper].clone();
        for (kind, from, to) in moves {
            let (from, to) = (from % lines.len(), to % lines.len());
            match kind {
                0 => lines.insert(to, lines[from].clone()),
                1 if lines.len() > 1 => drop(lines.remove(from)),
                _ => lines.swap(from, to),
            }
        }
        let body = landtag_annotator::model::text::Body::new(&lines.join("\n"));
        let (_, outline) = landtag_annotator::model::segment::segment(&body, &Print::default());
        prop_assert!(outline.spans().all(|span| span.is_in(body.as_str())));
        let labels: BTreeSet<&str> = outline.questions().map(|question| question.label.as_str()).collect();
        prop_assert_eq!(labels.len(), outline.question_count());
    });
}

/// Without numbers the heads of the answers name the questions; a head printed twice is two, and said so.
#[test]
fn a_head_printed_twice_is_told_apart() {
    let text = "Was ist am Ufer der Elze geplant?\n\nWer zahlt den Steg?\n\nZu Frage 1:\nEin Weg.\n\n\
                Zu Frage 2:\nDie Gemeinde Ober-Elz.\n\nZu Frage 2:\nDas Land zahlt nichts.\n";
    let body = landtag_annotator::model::text::Body::new(text);
    let (_, outline) = landtag_annotator::model::segment::segment(&body, &Print::default());
    let labels: BTreeSet<&str> = outline.questions().map(|question| question.label.as_str()).collect();
    assert_eq!(labels.len(), outline.question_count());
    let is_said =
        |doubt: &Doubt| matches!(&doubt.kind, DoubtKind::RepeatedQuestion { label } if label == "2");
    assert!(outline.doubts.iter().any(is_said), "{:?} {:?}", labels, outline.doubts);
}

#[test]
#[expect(clippy::print_stdout, reason = "says that it did nothing")]
fn the_real_paper_comes_out_perfectly() {
    let Some(corpus) = corpus() else {
        println!("skipped: no corpus");
        return;
    };
    let gold = std::fs::read_to_string(corpus.join("gold.json")).expect("labels");
    let gold: Vec<Value> = serde_json::from_str(&gold).expect("JSON");
    let file = "hessen-21-seed-puersuen.txt";
    let gold = gold.into_iter().find(|paper| paper["file"] == file).expect("the seed paper's labels");
    let document = paper(&corpus.join("docs").join(file));
    check(&document, &gold);
    let head = &document.head;
    assert_eq!(head.title.as_deref(), gold["title"].as_str());
    assert_eq!(head.issued.map(|date| date.to_string()).as_deref(), gold["date"].as_str());
    assert_eq!(head.asked.map(|date| date.to_string()).as_deref(), gold["date_asked"].as_str());
    assert_eq!(head.answered.map(|date| date.to_string()).as_deref(), Some("2026-04-10"));
    assert_eq!(Some(head.askers_printed().as_str()), gold["asker"].as_str());
    let answerer = format!(
        "{} ({})",
        head.answerer.as_deref().unwrap_or_default(),
        head.signatory.as_deref().unwrap_or_default()
    );
    assert_eq!(Some(answerer.as_str()), gold["answerer"].as_str());
    assert_eq!(document.outline.torn.len(), 1);
    assert!(document.outline.doubts.is_empty());
}

fn score(gold: &std::path::Path, folder: &std::path::Path) -> Score {
    let gold = std::fs::read_to_string(gold).expect("labels");
    let gold: Vec<Value> = serde_json::from_str(&gold).expect("JSON");
    let mut score = Score::default();
    for labels in gold.iter().filter(|labels| labels["complete"] != false) {
        score.add(&paper(&folder.join(labels["file"].as_str().expect("a file"))), labels);
    }
    score
}

/// Seventy-two invented papers in the print forms of all parliaments, each with the traps of its form.
#[test]
fn every_print_form_is_cut_right() {
    let folder = fixture("papers");
    let score = score(&folder.join("gold.json"), &folder);
    assert!(score.errors.is_empty(), "{}", score.errors.join("\n"));
    assert!(score.questions.wanted > 380 && score.answers.wanted > 300);
    assert!(score.fields.right * 100 >= score.fields.wanted * 95, "{:?}", score.fields);
}

#[test]
#[expect(clippy::print_stdout, reason = "says that it did nothing")]
fn real_papers_are_cut_as_well_as_promised() {
    let Some(corpus) = corpus() else {
        println!("skipped: no corpus");
        return;
    };
    let score = score(&corpus.join("gold.json"), &corpus.join("docs"));
    assert!(score.questions.f1() >= 0.99, "{:?}\n{}", score.questions, score.errors.join("\n"));
    assert!(score.answers.f1() >= 0.97, "{:?}\n{}", score.answers, score.errors.join("\n"));
    assert!(score.ends.f1() >= 0.95, "{:?}\n{}", score.ends, score.errors.join("\n"));
    assert!(score.fields.right * 100 >= score.fields.wanted * 95, "{:?}", score.fields);
    assert!(score.unwarned.is_empty(), "errors without a warning: {:?}", score.unwarned);
}

/// Cutting the text that import made gives the outline that import made: lines are joined inside parts only.
#[test]
fn cutting_again_gives_the_same() {
    let mut folders = vec![fixture("papers")];
    folders.extend(corpus().map(|corpus| corpus.join("docs")));
    for folder in folders {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_none_or(|ending| ending != "txt") {
                continue;
            }
            let document = paper(&path);
            let (head, outline) = landtag_annotator::model::segment::segment(&document.body, &document.print);
            assert_eq!(outline, document.outline, "{}", path.display());
            assert_eq!(head, document.head, "{}", path.display());
        }
    }
}

/// What the text of a paper holds and what was left out of it are all the letters of the file.
#[test]
fn no_letter_is_lost() {
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        letters.sort_unstable();
        letters
    };
    for entry in std::fs::read_dir(fixture("papers")).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let file = std::fs::read_to_string(&path).expect("a paper");
        let document = paper(&path);
        let out: String = document.print.left_out.iter().map(|out| out.words.as_str()).collect();
        let kept = letters(&(document.body.as_str().to_owned() + &out));
        assert!(kept == letters(&file), "{}", path.display());
    }
}

/// Papers in other forms open as plain text (or cut), and nothing panics on them.
#[test]
#[expect(clippy::print_stdout, reason = "says that it did nothing")]
fn real_papers_never_panic() {
    let Some(corpus) = corpus() else {
        println!("skipped: no corpus");
        return;
    };
    for folder in ["docs", "unlabelled/bundestag", "unlabelled/niedersachsen"] {
        for entry in std::fs::read_dir(corpus.join(folder)).expect("a folder") {
            let document = paper(&entry.expect("an entry").path());
            let text = document.body.as_str();
            assert!(document.outline.spans().all(|span| span.is_in(text)));
            assert!(document.outline.is_segmented() || !document.outline.doubts.is_empty());
        }
    }
}

#[test]
fn offices_are_read_where_they_are_printed() {
    let office = |name: &str| paper(&fixture(name)).head.answerer;
    assert_eq!(office("papers/saarland-grubenwasser.txt"), None, "„zu der“ is no office");
    assert_eq!(
        office("papers/sachsen-schulbus-ocr.txt").as_deref(),
        Some("STAATSMINISTERIUM FÜR INFRASTRUKTUR"),
        "a letterhead that is printed over two lines"
    );
}
