//! Projects on disk: versioned, readable, whole at every moment; broken ones are said plainly.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use landtag_annotator::files::storage::{
    self, Disk, Persistence, check, create, open, read_project, resume, save, write_project,
};
use landtag_annotator::model::edits::codebook::{self, CodebookStep};
use landtag_annotator::model::edits::{Change, Edit, Label, Session, evidence, library, tagging};
use landtag_annotator::model::text::Span;
use landtag_annotator::model::{
    Asked, Before, Coder, CoderId, Coding, CodingKey, Cue, CueKind, Decision, Drawn, FacetId, FacetPart,
    Filter, Finding, Language, Meaning, NamedFilter, Outcome, OutcomeKind, Problem, Project, Promise,
    QuestionId, Round, RoundPlan, TagPart, Unsettled, Until, UntilKind, WordPlace,
};
use proptest::prelude::*;
use support::{fixture, golden, now, paper, question, root, sample, session, tag};

fn coded() -> Session {
    let document = sample();
    let id = document.id;
    let answer = document.outline.groups[0].answers[0];
    let mut session = session(vec![document, paper(&fixture("hessen-invented.txt"))]);
    for (number, name) in [(1, "concrete"), (3, "vague"), (4, "deferred")] {
        let change = tagging::tag(session.project(), question(id, number), Some(&tag(name)), now());
        session.commit(change.expect("a tag")).expect("fits");
    }
    let memo = "Zeile eins\n\"Zeile\" zwei \\ drei";
    let change = tagging::memo(session.project(), question(id, 3), memo, now()).expect("a memo");
    session.commit(change).expect("fits");
    let facet = FacetId("general".to_owned());
    let change = tagging::toggle_facet(session.project(), question(id, 3), &facet, now()).expect("a facet");
    session.commit(change).expect("fits");
    let change =
        tagging::toggle_asked(session.project(), question(id, 3), Asked::Money, now()).expect("fits");
    session.commit(change).expect("fits");
    let say = |promise: &mut Promise| {
        let words = "nach der Erstellung".to_owned();
        promise.until = Some(Until { kind: UntilKind::Condition, words });
        promise.before = Some(Before { number: "21/12".to_owned(), question: None });
        promise.due = Some(jiff::civil::date(2026, 10, 1));
        let by = Some(question(id, 10));
        promise.outcome = Some(Outcome { kind: OutcomeKind::Renewed, by, on: None, source: String::new() });
    };
    let change = tagging::promise(session.project(), question(id, 4), say, now()).expect("a promise");
    session.commit(change).expect("fits");
    let span = Span::new(answer.start, answer.start + 20);
    let change = evidence::add_to_all(session.project(), &[question(id, 1)], span, now()).expect("evidence");
    session.commit(change).expect("fits");
    session
}

#[test]
fn what_is_written_reads_back_and_writes_the_same_bytes() {
    let session = coded();
    let text = write_project(session.project());
    let again = read_project("x", &text).expect("reads");
    assert_eq!(&again, session.project());
    assert_eq!(write_project(&again), text);
    assert!(text.contains("\nV4("), "versioned");
    assert!(text.contains("HESSISCHER LANDTAG\n\n"), "texts keep their line breaks");
    // A mail program or git may have changed the line ends and put a mark before them.
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(&read_project("x", &windows).expect("reads"), session.project());
}

/// Text made of what files trip over.
fn nasty() -> impl Strategy<Value = String> {
    let special =
        prop::sample::select(vec!['\r', '\n', '\0', '"', '\\', '#', 'ä', '\u{feff}', '\u{2028}', '\t', ' ']);
    prop::collection::vec(prop_oneof![special, any::<char>()], 0..40).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a person types or pastes comes back as it was, and the file is the same again.
    #[test]
    fn any_memo_survives_the_file(memo in nasty(), name in nasty()) {
        let mut session = coded();
        let document = session.project().document_at(0).expect("a document").id;
        let change = tagging::memo(session.project(), question(document, 2), &memo, now()).expect("a memo");
        session.commit(change).expect("fits");
        session.commit(library::rename(&name)).expect("fits");
        let text = write_project(session.project());
        let again = read_project("x", &text);
        prop_assert!(again.as_ref() == Ok(session.project()), "comes back otherwise");
        prop_assert!(write_project(&again.expect("reads")) == text, "other bytes");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any text that opens at all survives the project file and the journal, to the letter.
    #[test]
    fn any_paper_survives_the_file_and_the_journal(text in nasty()) {
        let Ok(document) = landtag_annotator::files::import::document("x.txt", text.as_bytes()) else {
            return Ok(());
        };
        let project = Project::new("", storage::default_codebook());
        let change = library::add(&project, vec![document]);
        let mut with = project.clone();
        change.edit.clone().apply(&mut with).expect("fits");
        prop_assert!(read_project("x", &write_project(&with)).as_ref() == Ok(&with), "comes back otherwise");

        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("study.ron");
        let digest = create(&path, &project).expect("written");
        let mut session = Session::new(project);
        session.commit(change).expect("fits");
        Persistence::beside(Arc::new(Disk), &path, &digest, None).append(&session.take_applied()).expect("written");
        let resumed = resume(&Disk, &path).expect("opens");
        prop_assert!(resumed.session.project() == &with, "the journal says something else");
        prop_assert!(resumed.session.past(9) == session.past(9), "the history says something else");
    }
}

/// Work of which the third version could write everything: another edition of the codebook, cues, filters, a day of the
/// ledger. Every text of the codebook that version 2 took from the built-in one is another.
fn coded_with_own_codebook() -> Session {
    let mut session = coded();
    let (german, english) = (Language::German, Language::English);
    let examples = WordPlace::Tag(tag("vague"), TagPart::Examples);
    let tie_breaks = WordPlace::Tag(tag("concrete"), TagPart::TieBreaks);
    let definition = WordPlace::Facet(FacetId("general".to_owned()), FacetPart::Definition);
    let decision = "Erst lesen, dann entscheiden.";
    let steps = [
        CodebookStep::Words(WordPlace::Decision, german, decision.to_owned()),
        CodebookStep::Words(WordPlace::Decision, english, "Read first.\nThen decide.".to_owned()),
        CodebookStep::Words(examples, german, "„Zu gegebener Zeit.“".to_owned()),
        CodebookStep::Words(tie_breaks, english, "A number alone is not enough.".to_owned()),
        CodebookStep::Words(definition, german, "Gilt für alles.".to_owned()),
        CodebookStep::Words(WordPlace::Case(0), german, "Ein eigener Grenzfall.".to_owned()),
        CodebookStep::Means(tag("vague"), Meaning::Other),
        CodebookStep::AddTag("Verweis".to_owned()),
        CodebookStep::Reason("Nach dem ersten Treffen".to_owned()),
    ];
    for step in steps {
        let change = codebook::change(session.project(), step, now()).expect("a step");
        session.commit(change).expect("fits");
    }
    assert_eq!(session.project().codebook().past.len(), 1, "the edition that was coded under is kept");
    let filter = Filter {
        tags: vec![tag("vague")],
        open: true,
        asked: vec![Asked::Money],
        from: Some(jiff::civil::date(2026, 1, 1)),
        unsettled: Unsettled::ALL.to_vec(),
        ..Filter::default()
    };
    let cue = Cue {
        id: "own-01".to_owned(),
        kind: CueKind::Hedging,
        pattern: r"\bvoraussichtlich\b".to_owned(),
        example: "voraussichtlich".to_owned(),
    };
    for edit in [
        Edit::PutFilters { filters: vec![NamedFilter { name: "Offen".to_owned(), filter }] },
        Edit::PutCues { cues: Some(vec![cue]) },
        Edit::PutLedgerDay { day: Some(jiff::civil::date(2026, 6, 1)) },
    ] {
        session.commit(Change::new(Label::Rename, edit)).expect("fits");
    }
    session
}

/// Work that fills every list of the present version.
fn complete() -> Session {
    let mut session = coded_with_own_codebook();
    let document = session.project().document_at(0).expect("a document").id;
    let coder =
        |id, name: &str, key: &str| Coder { id: CoderId(id), name: name.to_owned(), key: key.to_owned() };
    let plan = RoundPlan {
        round: Round(2),
        name: "Blind".to_owned(),
        documents: vec![document],
        drawn: Some(Drawn { seed: 7, of: 2 }),
        coders: vec![CoderId(1), CoderId(2)],
        codebook: session.project().codebook().version.clone(),
        blind: true,
        shuffled: true,
        seed: 11,
        handed_in: BTreeSet::from([CoderId(2)]),
        begun: now(),
    };
    let coding = Coding {
        tag: Some(tag("vague")),
        later: true,
        ..Coding::empty(now(), &session.project().codebook().version)
    };
    let key = CodingKey { document, question: QuestionId(1), coder: CoderId(2), round: Round(2) };
    let decision = Decision {
        round: Round(2),
        tag: tag("vague"),
        facets: vec![FacetId("general".to_owned())],
        reason: "Kein Datum genannt.".to_owned(),
        by: vec![CoderId(1), CoderId(2)],
        at: now(),
        codebook: session.project().codebook().version.clone(),
    };
    for edit in [
        Edit::PutCoder { coder: coder(1, "Ada", "key-of-ada") },
        Edit::PutCoder { coder: coder(2, "Bert", "key-of-bert") },
        Edit::PutCoding { key, coding: Arc::new(coding) },
        Edit::PutRound { plan: Box::new(plan) },
        Edit::PutDecision { question: question(document, 1), decision: Box::new(decision) },
    ] {
        session.commit(Change::new(Label::Rename, edit)).expect("fits");
    }
    session
}

#[test]
fn the_golden_file_of_this_version_reads() {
    let project = complete().project().clone();
    assert!(project.rounds().len() == 1 && project.decisions().len() == 1, "there is something to keep");
    let text = write_project(&project);
    let kept = golden("project-v4.ron", &text);
    let read = read_project("golden", &kept).expect("reads");
    assert_eq!(read, project);
    assert_eq!(write_project(&read), kept, "comes back otherwise");
    assert_eq!(kept, text, "the form of the file changed: that is a new version");
}

/// The file that the first version wrote still opens, with every coding, and is written anew as the present version.
#[test]
fn the_golden_file_of_version_1_still_reads() {
    let kept = fs::read_to_string(root().join("tests/goldens/project-v1.ron")).expect("the golden file");
    let project = read_project("golden", &kept).expect("reads");
    assert_eq!(project.document_count(), 2);
    assert_eq!(project.codings().len(), 3);
    let document = project.document_at(0).expect("a document");
    assert_eq!(document.outline.question_count(), 10);
    assert!(document.print.pages.is_empty() && document.origin.format.is_empty());
    assert!(project.findings().is_empty(), "every quotation is where it says");
    let written = write_project(&project);
    assert!(written.contains("\nV4("), "written as the present version");
    assert_eq!(read_project("again", &written).expect("reads"), project);
}

/// So does the second version: its codebook gets the parts that it could not have.
#[test]
fn the_golden_file_of_version_2_still_reads() {
    let kept = fs::read_to_string(root().join("tests/goldens/project-v2.ron")).expect("the golden file");
    let project = read_project("golden", &kept).expect("reads");
    assert_eq!(project.codings().len(), 3);
    assert!(project.codebook().puts_off(&tag("deferred")) && !project.codebook().puts_off(&tag("vague")));
    assert_eq!(project.codebook(), &storage::default_codebook());
    assert!(project.findings().is_empty(), "every quotation is where it says");
    assert_eq!(read_project("again", &write_project(&project)).expect("reads"), project);
}

/// And the third, which had no keys of coders, no rounds and no decisions, but a codebook that people could edit: what
/// they wrote there holds.
#[test]
fn the_golden_file_of_version_3_still_reads() {
    let kept = fs::read_to_string(root().join("tests/goldens/project-v3.ron")).expect("the golden file");
    assert!(kept.contains("\nV3("), "the file of that version");
    let project = read_project("golden", &kept).expect("reads");
    assert_eq!(&project, coded_with_own_codebook().project());
    assert_eq!((project.rounds().len(), project.decisions().len()), (0, 0));
    assert_ne!(project.codebook().decision, storage::default_codebook().decision, "the words of the person");
    assert_eq!(write_project(&project), kept.replacen("\nV3(", "\nV4(", 1), "nothing but the number is new");
}

#[test]
fn one_more_tag_changes_only_its_own_lines() {
    let mut session = coded();
    let before = write_project(session.project());
    let document = session.project().document_at(0).expect("a document").id;
    let change = tagging::tag(session.project(), question(document, 1), Some(&tag("vague")), now());
    session.commit(change.expect("a tag")).expect("fits");
    let after = write_project(session.project());
    let changed: Vec<(&str, &str)> = before.lines().zip(after.lines()).filter(|(a, b)| a != b).collect();
    assert_eq!(changed, [("      tag: \"concrete\",", "      tag: \"vague\",")]);

    let change = tagging::tag(session.project(), question(document, 2), Some(&tag("vague")), now());
    session.commit(change.expect("a tag")).expect("fits");
    let longer = write_project(session.project());
    let fresh: Vec<&str> = longer.lines().filter(|line| !after.contains(line)).collect();
    assert!(fresh.is_empty() || fresh.iter().all(|line| line.contains("question: 2")), "{fresh:?}");
    assert_eq!(longer.lines().count() - after.lines().count(), 13, "one coding is one block of lines");
}

#[test]
fn saving_keeps_the_last_file_and_notices_strangers() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    let session = coded();
    let known = create(&path, session.project()).expect("written");
    assert!(matches!(create(&path, session.project()), Err(Problem::ProjectExists { .. })));
    let known = save(&path, session.project(), Some(&known)).expect("written again");
    let first = fs::read(&path).expect("there");
    // As long as before, in the same moment, with the time of before: it is told by what it says.
    let about = fs::metadata(&path).expect("there");
    let mut strange = first.clone();
    *strange.last_mut().expect("not empty") = b' ';
    fs::write(&path, &strange).expect("written");
    let file = fs::File::options().write(true).open(&path).expect("opens");
    file.set_modified(about.modified().expect("a time")).expect("set back");
    assert!(matches!(save(&path, session.project(), Some(&known)), Err(Problem::ChangedElsewhere { .. })));
    // Written anew with the same bytes, as git and cloud folders do: nothing changed.
    fs::write(&path, &first).expect("written");
    save(&path, session.project(), Some(&known)).expect("the same file");
    fs::write(&path, "someone else's").expect("written");
    assert!(matches!(save(&path, session.project(), Some(&known)), Err(Problem::ChangedElsewhere { .. })));
    assert_eq!(fs::read(&path).expect("there"), b"someone else's", "not replaced");
    save(&path, session.project(), None).expect("replaced on purpose");
    assert_eq!(fs::read(&path).expect("there"), first);
    assert_eq!(fs::read(folder.path().join("study.ron.bak")).expect("there"), b"someone else's");
}

#[cfg(unix)]
#[test]
fn where_writing_fails_the_old_file_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("gone");
    fs::create_dir(&place).expect("made");
    let path = place.join("study.ron");
    create(&path, coded().project()).expect("written");
    fs::remove_dir_all(&place).expect("gone");
    assert!(matches!(save(&path, coded().project(), None), Err(Problem::FolderMissing { .. })));
    // A device that is always full takes nothing.
    let full = std::path::Path::new("/dev/full");
    if full.exists() {
        assert!(save(&full.join("study.ron"), coded().project(), None).is_err());
    }
}

#[test]
fn a_project_that_is_cut_off_says_where() {
    let text = write_project(coded().project());
    for share in [30, 60, 90, 99] {
        let mut end = text.len() * share / 100;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        match read_project("study.ron", &text[..end]) {
            Err(Problem::ProjectBroken { file, line, column, .. }) => {
                assert_eq!(file, "study.ron");
                assert!(line > 1 && column > 0, "at {line}:{column}");
            }
            other => panic!("cut at {share} %: {other:?}"),
        }
    }
}

#[test]
fn wrong_hands_are_told_line_and_column() {
    let text = write_project(coded().project());
    let broken = text.replacen("tag: \"vague\"", "tag: vague", 1);
    let expected = text.lines().position(|line| line.contains("tag: \"vague\"")).expect("there") + 1;
    match read_project("study.ron", &broken) {
        Err(Problem::ProjectBroken { line, .. }) => assert_eq!(line, expected),
        other => panic!("{other:?}"),
    }
    let unknown = text.replacen("tag: \"vague\"", "tag: \"vgae\"", 1);
    match read_project("study.ron", &unknown) {
        Err(Problem::ProjectInconsistent { findings, .. }) => {
            assert!(matches!(&findings[..], [Finding::CodingWithoutTag { tag, .. }] if tag == "vgae"));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn newer_and_foreign_files_are_said_plainly() {
    let text = write_project(coded().project());
    let newer = text.replacen("V4(", "V5(", 1);
    assert!(matches!(read_project("x", &newer), Err(Problem::ProjectTooNew { .. })));
    assert!(matches!(read_project("x", "(hello: 1)"), Err(Problem::NotAProject { .. })));
    assert!(matches!(read_project("x", ""), Err(Problem::NotAProject { .. })));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("x.ron");
    fs::write(&path, b"\xff\xfe\x00").expect("written");
    assert!(matches!(open(&path), Err(Problem::NotAProject { .. })));
    assert!(matches!(open(folder.path()), Err(Problem::FileIsFolder { .. })));
    assert!(matches!(open(&folder.path().join("none.ron")), Err(Problem::FileMissing { .. })));
}

#[test]
fn check_finds_texts_and_quotations_that_were_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    create(&path, coded().project()).expect("written");
    assert_eq!(check(&path).expect("reads"), []);
    let text = fs::read_to_string(&path).expect("there");
    fs::write(&path, text.replacen("Aus dem Programm", "Auf dem Programm", 1)).expect("written");
    let findings = check(&path).expect("reads");
    // The quotation stands first in the file; its text further down still says what it said.
    assert!(findings.iter().any(|finding| matches!(finding, Finding::QuoteLost { .. })), "{findings:?}");
    let place = text.rfind("Aus dem Programm").expect("in the text");
    let changed = format!("{}Auf{}", &text[..place], &text[place + 3..]);
    fs::write(&path, changed).expect("written");
    let findings = check(&path).expect("reads");
    assert!(findings.iter().any(|finding| matches!(finding, Finding::TextChanged { .. })), "{findings:?}");
    assert!(findings.iter().any(|finding| matches!(finding, Finding::QuoteLost { .. })), "{findings:?}");
}

#[test]
fn papers_that_cannot_be_read_say_why() {
    let folder = tempfile::tempdir().expect("a folder");
    let problem = |path: &std::path::Path| storage::read_paper(path).expect_err("a problem");
    assert!(matches!(problem(folder.path()), Problem::FileIsFolder { .. }));
    assert!(matches!(problem(&folder.path().join("none.txt")), Problem::FileMissing { .. }));
    let large = folder.path().join("large.txt");
    let file = fs::File::create(&large).expect("made");
    file.set_len(200 * 1024 * 1024).expect("sparse");
    match problem(&large) {
        Problem::FileTooLarge { file, megabytes: 200, .. } => assert!(file.ends_with("large.txt")),
        other => panic!("{other:?}"),
    }
}

/// Opening a pipe waits for somebody to write into it, and a device has no end.
#[test]
#[cfg(unix)]
fn only_regular_files_are_opened() {
    use landtag_annotator::files::storage::{load_preferences, open};
    use landtag_annotator::model::{Preferences, SpecialFile};
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().expect("a folder");
    let [pipe, socket, paper, link] =
        ["pipe.txt", "socket.txt", "paper.txt", "link.txt"].map(|name| folder.path().join(name));
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    let _listener = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
    fs::write(&paper, "Text").expect("written");
    symlink(&paper, &link).expect("a link");
    let device = std::path::PathBuf::from("/dev/zero");
    let (told, heard) = std::sync::mpsc::channel();
    let special = [pipe.clone(), socket.clone(), device.clone()];
    // In a thread of its own: whoever opens the pipe never comes back.
    std::thread::spawn(move || {
        for path in special {
            let _ = told.send((storage::read_paper(&path).err(), open(&path).map(|_| ()).err()));
            assert_eq!(load_preferences(&path), Preferences::default());
        }
    });
    for kind in [SpecialFile::Pipe, SpecialFile::Socket, SpecialFile::Device] {
        let (paper, project) =
            heard.recv_timeout(std::time::Duration::from_secs(20)).expect("none of them is opened");
        for problem in [paper, project] {
            match problem {
                Some(Problem::FileIsSpecial { kind: said, .. }) => assert_eq!(said, kind),
                other => panic!("{kind:?}: {other:?}"),
            }
        }
    }
    assert!(heard.recv().is_err(), "the settings were asked for, too, and the thread is at its end");
    // A link to a file is a file.
    assert_eq!(storage::read_paper(&link).expect("reads"), b"Text");
    // In a folder they are named like files, and each gets its problem.
    let found = storage::files_in(&[folder.path().to_owned()]);
    assert_eq!(found, [link, paper, pipe, socket]);
}

/// Editors and systems keep files of their own beside papers: `.DS_Store`, `.~lock.brief.odt#`.
#[test]
fn hidden_files_of_a_folder_are_passed_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let deeper = folder.path().join("2026");
    let hidden = folder.path().join(".git");
    for path in [&deeper, &hidden] {
        fs::create_dir(path).expect("a folder");
    }
    let papers = [folder.path().join("2.txt"), deeper.join("1.txt")];
    let own = [folder.path().join(".DS_Store"), deeper.join(".~lock.1.txt#"), hidden.join("config.txt")];
    for path in papers.iter().chain(&own) {
        fs::write(path, "Text").expect("written");
    }
    assert_eq!(storage::files_in(&[folder.path().to_owned()]), papers);
    // Whoever names one means it.
    assert_eq!(storage::files_in(&own[..1]), own[..1]);
}

/// Not a test: what a large project costs. `cargo test --release --test storage -- --ignored --nocapture`
#[test]
#[ignore = "takes half a minute and tells times"]
fn what_a_large_project_costs() {
    use std::io::Write as _;
    use std::time::Instant;
    let text =
        fs::read_to_string(root().join("assets/sample/kleine-anfrage-hessen-muster.txt")).expect("there");
    let mut out = std::io::stdout();
    for count in [10, 10_000] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("study.ron");
        let papers = (0..count).map(|number| {
            let text = text.replacen("Nachtbusse", &format!("Nachtbusse {number}"), 1);
            landtag_annotator::files::import::document(&format!("{number}.txt"), text.as_bytes())
                .expect("reads")
        });
        let mut session = session(papers.collect());
        let digest = create(&path, session.project()).expect("written");
        let size = fs::metadata(&path).expect("there").len() / 1_000_000;
        let mut keeping = Persistence::beside(Arc::new(Disk), &path, &digest, None);
        let paper = session.project().document_at(count / 2).expect("a document").id;
        let (mut edit, mut journal) = (Vec::new(), Vec::new());
        for turn in 0..200 {
            let name = ["concrete", "vague"][turn % 2];
            let since = Instant::now();
            let change = tagging::tag(session.project(), question(paper, 1), Some(&tag(name)), now());
            session.commit(change.expect("a tag")).expect("fits");
            let applied = session.take_applied();
            edit.push(since.elapsed());
            let since = Instant::now();
            keeping.append(&applied).expect("written");
            journal.push(since.elapsed());
        }
        edit.sort();
        journal.sort();
        let since = Instant::now();
        let (resumed, _lock) = storage::open_to_work(&Disk, &path).expect("opens");
        let opened = since.elapsed();
        assert_eq!(resumed.session.past(usize::MAX), session.past(usize::MAX));
        let order = storage::SaveOrder {
            path: path.clone(),
            snapshot: session.snapshot(storage::STEPS_KEPT, |_, _| {}),
            replaces: storage::Replaces::Only(digest),
            backup: storage::Backup::Keep,
        };
        let since = Instant::now();
        keeping.begin_saving();
        storage::save_with(&Disk, &order, &mut keeping).expect("saved");
        writeln!(
            out,
            "{count} papers, {size} MB: one edit {:?}, its journal line {:?} (on a thread of its own), open {opened:?}, save {:?}",
            edit[100],
            journal[100],
            since.elapsed(),
        )
        .expect("somebody reads");
    }
}
