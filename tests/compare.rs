//! Where coders differ: the cases, decisions by keys, figures that may be told, and what leaves as table and text.

mod support;

use std::collections::BTreeSet;
use std::ops::{Deref, DerefMut};

use egui::Key;
use landtag_annotator::files::storage::{read_project, write_project};
use landtag_annotator::model::analysis::agreement::{
    Drawing, Ratings, Undefined, agreement, pairs, resample,
};
use landtag_annotator::model::analysis::disagreement::{
    Comparison, SEED, Standing, comparable_rounds, comparison, few, paragraph, round_for_figures, votes,
};
use landtag_annotator::model::edits::{Change, Edit, Label, Session, deciding};
use landtag_annotator::model::{
    CoderId, CodingKey, Decision, Document, ExportFormat, Identity, Language, Problem, Project, QuestionRef,
    Round, RoundPlan,
};
use landtag_annotator::ui::View;
use landtag_annotator::ui::lang::words;
use proptest::prelude::*;
use support::desk::{CTRL, Desk, SHIFT};
use support::exported::exported_text;
use support::study::study;
use support::{now, tag};

/// A window with the study in it, in the comparison; its folder goes with it.
struct Seated {
    desk: Desk,
    _folder: tempfile::TempDir,
}

impl Deref for Seated {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        &self.desk
    }
}

impl DerefMut for Seated {
    fn deref_mut(&mut self) -> &mut Desk {
        &mut self.desk
    }
}

fn desk(size: [f32; 2], language: Language) -> Seated {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("study.ron");
    std::fs::write(&path, write_project(&study())).expect("written");
    let mut desk = Desk::without_key(size, language, vec![path]);
    desk.press(CTRL, Key::Num4);
    assert_eq!(desk.window().position().view, View::Compare);
    assert_eq!(desk.project().document_count(), 13);
    Seated { desk, _folder: folder }
}

fn wide() -> Seated {
    desk([1440.0, 900.0], Language::German)
}

/// A blind second round over the first papers, in which both coders say what they said before.
fn blind(handed_in: &[u32]) -> Project {
    let project = study();
    let mut parts = project.to_parts();
    let documents: Vec<_> = project.documents().map(|document| document.id).collect();
    let again: Vec<_> = parts
        .codings
        .iter()
        .map(|(key, coding)| (CodingKey { round: Round(2), ..*key }, coding.clone()))
        .collect();
    parts.codings.extend(again);
    for (coder, key) in parts.coders.iter_mut().zip(["k1", "k2"]) {
        coder.key = key.into();
    }
    parts.rounds.push(RoundPlan {
        round: Round(2),
        name: "Blindrunde".into(),
        documents,
        drawn: None,
        coders: vec![CoderId(1), CoderId(2)],
        codebook: project.codebook().version.clone(),
        blind: true,
        shuffled: true,
        seed: 5,
        handed_in: handed_in.iter().copied().map(CoderId).collect(),
        begun: now(),
    });
    Project::from_parts(parts).expect("a sound project")
}

fn decision(reason: &str) -> Decision {
    Decision {
        round: Round::FIRST,
        tag: tag("deferred"),
        facets: Vec::new(),
        reason: reason.into(),
        by: vec![CoderId(1), CoderId(2)],
        at: now(),
        codebook: "1.0".into(),
    }
}

/// What has to be true of every comparison.
fn check(project: &Project, compared: &Comparison) {
    let mut seen = BTreeSet::new();
    for case in &compared.cases {
        assert!(seen.insert(case.question), "each question once");
        assert!(case.opposed.len() > 1 && case.opposed.is_sorted());
        let said: Vec<_> = votes(project, compared, case.question).collect();
        assert!(said.len() > 1, "two people at least");
        let tags: BTreeSet<_> = said.iter().filter_map(|vote| vote.coding.tag.clone()).collect();
        let opposed: BTreeSet<_> =
            case.opposed.iter().map(|tag| compared.tags[*tag as usize].clone()).collect();
        assert_eq!(tags, opposed);
    }
    let order = |case: &landtag_annotator::model::analysis::disagreement::Case| {
        (case.opposed.len(), case.opposed.clone(), project.place_of(case.question.document))
    };
    assert!(compared.cases.is_sorted_by_key(order), "by opposed tags, then as the papers stand");
    let groups: usize = compared.groups(|_| true).iter().map(|(_, cases)| cases.len()).sum();
    assert_eq!(groups, compared.cases.len());
}

#[test]
fn the_cases_are_the_questions_on_which_people_differ() {
    let project = study();
    let compared = comparison(&project, Round::FIRST);
    check(&project, &compared);
    assert_eq!(compared.coders, [CoderId(1), CoderId(2)]);
    assert_eq!(compared.standing, Standing::Seen);
    assert_eq!(compared.documents.len(), compared.ratings.documents());
    // Counted in another way: over all codings of the second coder.
    let differ = |key: &CodingKey| {
        let other =
            project.coding(CodingKey { coder: CoderId(1), ..*key }).and_then(|coding| coding.tag.clone());
        let mine = project.coding(*key).and_then(|coding| coding.tag.clone());
        other.is_some() && other != mine
    };
    let differing = project.codings().filter(|(key, _)| key.coder == CoderId(2) && differ(key)).count();
    assert!(differing > 3, "there is something to see");
    assert_eq!(compared.cases.len(), differing);
    let found = agreement(&compared.ratings);
    let pair = &pairs(&compared.ratings)[0];
    assert_eq!(pair.common, found.pairable);
    assert_eq!(compared.confusion([0, 1], None), pair.confusion);
    let mut of_papers = vec![0; 9];
    for document in &compared.documents {
        for (sum, count) in of_papers.iter_mut().zip(compared.confusion([0, 1], Some(*document))) {
            *sum += count;
        }
    }
    assert_eq!(of_papers, pair.confusion, "the papers together are all");
    let off: usize =
        pair.confusion.iter().enumerate().filter(|(at, _)| at / 3 != at % 3).map(|(_, n)| n).sum();
    assert_eq!(off, compared.cases.len());
}

#[test]
fn figures_come_from_a_blind_round_that_all_handed_in() {
    let open = blind(&[]);
    assert_eq!(comparable_rounds(&open), [Round(1), Round(2)]);
    assert_eq!(round_for_figures(&open), Round(1), "nobody handed in");
    let mut session = Session::new(open);
    session.sit(Identity { name: String::new(), key: "k1".into() });
    assert!(session.project().is_blind());
    for round in [Round(1), Round(2)] {
        for project in [session.project(), session.seen()] {
            let hidden = comparison(project, round);
            assert_eq!(
                (hidden.standing, hidden.cases.len(), hidden.ratings.units()),
                (Standing::Hidden, 0, 0)
            );
        }
    }
    let words = words(Language::German).exports.agreement;
    assert_eq!(paragraph(session.project(), words), super_blind());

    let half = blind(&[1]);
    let mut session = Session::new(half);
    session.sit(Identity { name: String::new(), key: "k1".into() });
    let waiting = comparison(session.seen(), Round(2));
    assert_eq!(waiting.standing, Standing::Waiting(vec![CoderId(2)]));
    assert!(waiting.figures(session.seen()).is_none(), "no figures before everybody is done");
    assert_eq!(round_for_figures(session.seen()), Round(1));

    let done = blind(&[1, 2]);
    assert_eq!(round_for_figures(&done), Round(2));
    let figures = comparison(&done, Round(2)).figures(&done).expect("figures");
    assert!(figures.is_blind);
    assert!(!comparison(&done, Round(1)).figures(&done).expect("figures").is_blind);
}

fn super_blind() -> String {
    words(Language::German).compare.blind.to_owned()
}

#[test]
fn a_paper_that_one_person_read_alone_is_not_drawn() {
    let mut parts = study().to_parts();
    let first = parts.documents[0].id;
    parts.codings.retain(|(key, _)| key.document != first || key.coder == CoderId(1));
    let project = Project::from_parts(parts).expect("sound");
    let compared = comparison(&project, Round::FIRST);
    assert!(!compared.documents.contains(&first));
    assert!(compared.documents.len() > 9);
}

#[test]
fn a_decision_needs_a_reason_and_is_kept_with_the_votes() {
    let mut session = Session::new(study());
    let before = session.project().clone();
    let question = comparison(&before, Round::FIRST).cases[0].question;
    let refused = deciding::decide(&before, question, decision(" \n"));
    assert_eq!(refused.err(), Some(Problem::NotPossibleHere));
    let change = deciding::decide(&before, question, decision(" Grenzfall 1 ")).expect("a decision");
    session.commit(change).expect("it fits");
    assert_eq!(session.project().decision(question).map(|kept| &*kept.reason), Some("Grenzfall 1"));
    assert!(session.project().codings().eq(before.codings()), "votes stay");
    let (then, now) = (comparison(&before, Round::FIRST), comparison(session.project(), Round::FIRST));
    assert_eq!(then.ratings, now.ratings, "so does agreement");
    let read = read_project("x", &write_project(session.project())).expect("reads");
    assert_eq!(&read, session.project());
    session.commit(deciding::reopen(session.project(), question).expect("decided")).expect("it fits");
    assert_eq!(session.project(), &before);
    assert!(deciding::reopen(session.project(), question).is_err());
}

/// Who decides without having coded becomes a coder of the project with that step.
#[test]
fn who_decides_is_in_the_project() {
    let mut session = Session::new(blind(&[1, 2]));
    session.sit(Identity { name: "Dritte".into(), key: "k3".into() });
    let me = session.project().me();
    assert!(session.project().coder(me).is_none());
    let question = comparison(session.seen(), Round(2)).cases[0].question;
    let by_me = Decision { by: vec![me], round: Round(2), ..decision("so") };
    session.commit(deciding::decide(session.seen(), question, by_me).expect("a decision")).expect("it fits");
    assert_eq!(session.project().coder(me).map(|coder| &*coder.name), Some("Dritte"));
    session.undo();
    assert!(session.project().coder(me).is_none() && session.project().decision(question).is_none());
}

fn any_ratings() -> impl Strategy<Value = Ratings> {
    let row = (0..14_usize, prop::collection::vec(prop::option::of(0..3_usize), 3));
    prop::collection::vec(row, 0..40).prop_map(|rows| {
        let mut ratings = Ratings::new(3, 3);
        for (document, row) in rows {
            ratings.push(document, row);
        }
        ratings
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Drawn bit by bit or at once, intervals are the same.
    #[test]
    fn a_drawing_may_be_interrupted(ratings in any_ratings(), step in 1..9_000_usize) {
        let mut drawing = Drawing::new(&ratings, SEED);
        let mut rounds = 0;
        while drawing.go_on(step) {
            rounds += 1;
            prop_assert!(rounds <= 2_000);
        }
        prop_assert_eq!(drawing.finish(), resample(&ratings, SEED));
    }

    /// Whatever is taken away from a study, its comparison is sound.
    #[test]
    fn every_comparison_is_sound(keep in prop::collection::vec(any::<bool>(), 40)) {
        let mut parts = study().to_parts();
        let mut nth = 0;
        parts.codings.retain(|_| { nth += 1; keep[nth % keep.len()] });
        let project = Project::from_parts(parts).expect("what is left of a sound project is sound");
        check(&project, &comparison(&project, Round::FIRST));
    }
}

#[test]
fn the_table_has_a_row_for_each_coefficient_and_says_what_is_undefined() {
    let project = study();
    let rows = table(&project, ExportFormat::Agreement);
    let compared = comparison(&project, Round::FIRST);
    let figures = compared.figures_with_intervals(&project).expect("figures");
    let names: Vec<&str> = rows.iter().map(|row| row["coefficient"].as_str()).collect();
    assert_eq!(
        names,
        [
            "krippendorff_alpha",
            "krippendorff_alpha_of_tag",
            "krippendorff_alpha_of_tag",
            "krippendorff_alpha_of_tag",
            "percent_agreement",
            "gwet_ac1",
            "fleiss_kappa",
            "fleiss_kappa_missing",
            "cohen_kappa",
            "percent_agreement",
        ]
    );
    let alpha: f64 = rows[0]["value"].parse().expect("a number");
    assert!((alpha - figures.agreement.alpha.expect("defined")).abs() < 1e-12);
    let cells = |nth: usize| {
        ["blind", "n_units", "n_documents", "draws", "seed", "drawn", "undefined"]
            .map(|c| rows[nth][c].clone())
    };
    let (units, documents) = (figures.agreement.pairable.to_string(), figures.documents.to_string());
    assert_eq!(cells(0), ["0", &units, &documents, "2000", "1848", "documents", ""]);
    assert_eq!(rows[8]["coder_one"], "Nele Kellermann");
    assert_eq!(rows[8]["draws"], "", "no interval is drawn of it");

    // Everybody says the same: no value, never 1 or NaN.
    let mut parts = project.to_parts();
    for (_, coding) in &mut parts.codings {
        let mut same = (**coding).clone();
        same.tag = Some(tag("deferred"));
        *coding = same.into();
    }
    let same = Project::from_parts(parts).expect("sound");
    let rows = table(&same, ExportFormat::Agreement);
    assert_eq!((&*rows[0]["value"], &*rows[0]["undefined"]), ("", "no_variation"));
    let text = paragraph(&same, words(Language::German).exports.agreement);
    assert!(text.contains("nicht bestimmbar: alle haben nur „aufgeschoben“ vergeben (n = "), "{text}");
    let text = paragraph(&same, words(Language::English).exports.agreement);
    assert!(text.contains("undefined: everyone used only “deferred” (n = "), "{text}");
    assert_eq!(
        comparison(&same, Round::FIRST).figures(&same).expect("figures").agreement.alpha,
        Err(Undefined::NoVariation)
    );
}

fn table(project: &Project, format: ExportFormat) -> Vec<std::collections::BTreeMap<String, String>> {
    let text = exported_text(project, 13, format, "", Language::German);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names = reader.headers().expect("a head").clone();
    let row =
        |row: csv::StringRecord| names.iter().zip(&row).map(|(n, c)| (n.to_owned(), c.to_owned())).collect();
    reader.records().map(|found| row(found.expect("a row"))).collect()
}

#[test]
fn decisions_go_out_with_the_votes() {
    let mut session = Session::new(study());
    let case = comparison(session.project(), Round::FIRST).cases[0].clone();
    let change =
        deciding::decide(session.project(), case.question, decision("Grenzfall 1")).expect("a decision");
    session.commit(change).expect("it fits");
    let rows = table(session.project(), ExportFormat::Decisions);
    assert_eq!(rows.len(), 1);
    let cells = ["decision", "decision_reason", "decided_by", "pass"].map(|cell| rows[0][cell].clone());
    assert_eq!(cells, ["deferred", "Grenzfall 1", "Nele Kellermann|Aaron Brandtner", "1"]);
    let said = |name: &str| {
        rows[0].iter().find(|(column, _)| column.starts_with(name)).map(|(_, cell)| cell.clone())
    };
    let compared = comparison(session.project(), Round::FIRST);
    let tag_of = |nth: usize| case.said[nth].map(|tag| compared.tags[tag as usize].0.clone());
    assert_eq!([said("vote_Nele"), said("vote_Aaron")], [tag_of(0), tag_of(1)]);
    let codings = |project: &Project| exported_text(project, 13, ExportFormat::Csv, "", Language::German);
    assert_eq!(codings(session.project()), codings(&study()), "the long table stays as it is");
}

#[test]
fn the_paragraph_says_all_that_a_reader_needs() {
    let project = blind(&[1, 2]);
    let german = exported_text(&project, 13, ExportFormat::AgreementText, "", Language::German);
    let english = exported_text(&project, 13, ExportFormat::AgreementText, "", Language::English);
    let figures = comparison(&project, Round(2)).figures(&project).expect("figures");
    let units = figures.agreement.pairable;
    assert!(!few(units));
    for (text, parts) in [
        (
            &german,
            [
                "Zwei Personen codierten unabhängig voneinander",
                "Krippendorffs α (nominal) = 0,",
                "2.000 Ziehungen ganzer Dokumente (Startwert 1848)",
            ],
        ),
        (
            &english,
            [
                "Two people independently coded",
                "Krippendorff's α (nominal) = 0.",
                "2,000 draws of whole documents (seed 1848)",
            ],
        ),
    ] {
        for part in parts.into_iter().chain([units.to_string().as_str(), "Blindrunde", "Cohen", "AC1"]) {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(!text.contains("NaN"));
    }
}

fn cases(desk: &Desk) -> Vec<QuestionRef> {
    comparison(desk.project(), Round::FIRST).cases.iter().map(|case| case.question).collect()
}

#[test]
fn cases_are_decided_by_keys_and_undone() {
    let mut desk = wide();
    let cases = cases(&desk);
    let tags_before = desk.tags();
    let votes_before = desk.project().codings().len();
    assert!(desk.shows(&format!("Streitfall 1 von {}", cases.len())));
    desk.key(Key::ArrowRight);
    assert!(desk.shows("Streitfall 2 von"));
    desk.key(Key::ArrowLeft).press(CTRL, Key::Enter);
    assert_eq!(desk.project().decisions().len(), 0, "nothing is decided without tag and reason");
    desk.key(Key::Escape);
    desk.key(Key::Num3).press(CTRL, Key::Enter);
    assert_eq!(desk.project().decisions().len(), 0, "nor without a reason: the keyboard went there");
    desk.type_text("Grenzfall 1 trifft zu.").press(CTRL, Key::Enter);
    let kept = desk.project().decision(cases[0]).expect("decided").clone();
    assert_eq!((&kept.tag.0[..], &kept.reason[..]), ("deferred", "Grenzfall 1 trifft zu."));
    assert_eq!(kept.by, [desk.project().me()]);
    assert!(desk.shows("Streitfall 2 von"), "and it goes on");
    assert!(desk.shows("1 entschieden"));
    assert_eq!(desk.project().codings().len(), votes_before);
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.project().decisions().len(), 0);
    desk.press(CTRL, Key::Y);
    assert_eq!(desk.project().decisions().len(), 1);
    assert_eq!(desk.tags(), tags_before, "no key of the other view is heard here");
    desk.key(Key::ArrowLeft).key(Key::O);
    assert!(desk.shows("Streitfall 2 von"), "the next one that is open");
    desk.press(SHIFT, Key::O);
    assert!(!desk.shows("Streitfall 1 von"), "the decided one is passed over");
}

#[test]
fn tab_leads_to_the_reason_and_both_may_decide() {
    let mut desk = wide();
    let first = cases(&desk)[0];
    desk.key(Key::Num1).key(Key::Tab).type_text("Beide sehen es so.");
    desk.click("durch beide gemeinsam");
    desk.click("Entscheiden und weiter");
    let kept = desk.project().decision(first).expect("decided");
    assert_eq!((&kept.tag.0[..], &kept.by[..]), ("concrete", &[CoderId(1), CoderId(2)][..]));
    desk.key(Key::ArrowLeft).click("Entscheidung zurücknehmen");
    assert_eq!(desk.project().decision(first), None);
}

#[test]
fn a_field_of_the_matrix_leads_to_its_cases() {
    let mut desk = wide();
    let compared = comparison(desk.project(), Round::FIRST);
    let counts = compared.confusion([0, 1], None);
    let (at, count) = counts
        .iter()
        .enumerate()
        .filter(|(at, _)| at / 3 != at % 3)
        .max_by_key(|(_, n)| **n)
        .expect("a field");
    assert!(*count > 0);
    let name = |place: usize| ["konkret", "vage", "aufgeschoben"][place];
    let questions = if *count == 1 { "1 Frage".to_owned() } else { format!("{count} Fragen") };
    desk.click(&format!(
        "Nele Kellermann {} und Aaron Brandtner {}: {questions}",
        name(at / 3),
        name(at % 3)
    ));
    assert!(desk.shows(&format!("Streitfall 1 von {count}")));
    desk.key(Key::Escape);
    assert!(desk.shows(&format!("von {}", compared.cases.len())));
}

#[test]
fn figures_are_said_in_both_languages_and_in_a_narrow_window() {
    let german = wide();
    for words in [
        "α = 0,",
        "Intervall aus 2.000 Ziehungen ganzer Dokumente, Startwert 1848",
        "war nicht blind",
        "Cohens κ",
    ] {
        assert!(german.shows(words), "{words}");
    }
    let mut english = desk([1440.0, 900.0], Language::English);
    for words in [
        "α = 0.",
        "interval from 2,000 draws of whole documents, seed 1848",
        "was not blind",
        "Disputed case 1 of",
    ] {
        assert!(english.shows(words), "{words}");
    }
    english.key(Key::F1);
    assert!(english.shows("KALPHA") && english.shows("print 1.00"));
    english.key(Key::Escape);
    assert!(!english.shows("KALPHA"));
    let mut narrow = desk([1000.0, 640.0], Language::German);
    assert!(!narrow.shows("Startwert 1848"));
    let figure =
        comparison(narrow.project(), Round::FIRST).figures_with_intervals(narrow.project()).expect("figures");
    let words = words(Language::German).compare;
    let bounds = figure.resampled.expect("drawn").alpha.expect("an interval");
    let name = format!(
        "α = {} {}",
        (words.decimal)(figure.agreement.alpha.expect("defined")),
        (words.interval)(bounds.low, bounds.high)
    );
    narrow.click(&name);
    assert!(narrow.shows("Startwert 1848"));
    narrow.key(Key::Escape);
    assert!(!narrow.shows("Startwert 1848") && narrow.shows("Streitfall 1 von"));
}

/// The work of others stays hidden in a blind round, in this view as everywhere.
#[test]
fn a_blind_round_shows_nothing() {
    for language in [Language::German, Language::English] {
        let mut desk = desk([1440.0, 900.0], language);
        assert!(desk.shows("Aaron Brandtner"));
        let me = desk.project().me();
        let plan = blind(&[]).round(Round(1)).cloned();
        assert!(plan.is_none(), "the first round has no plan");
        let plan = RoundPlan { round: Round(1), ..blind(&[]).round(Round(2)).expect("the plan").clone() };
        assert!(plan.coders.contains(&me));
        let edit = Edit::PutRound { plan: Box::new(plan) };
        desk.commit(Change::new(Label::Round { name: "Blindrunde".into() }, edit));
        assert!(desk.shows(words(language).compare.blind));
        for hidden in ["Aaron Brandtner", "α =", "Startwert", "seed"] {
            assert!(!desk.shows(hidden), "{hidden}");
        }
    }
}

/// A value below 1 is never shown as 1.
#[test]
fn figures_are_rounded_with_care() {
    let (de, en) = (words(Language::German).compare, words(Language::English).compare);
    for (value, german, english) in [
        (0.8249, "0,82", "0.82"),
        (1.0, "1,00", "1.00"),
        (0.9981, "0,9981", "0.9981"),
        (-0.123, "−0,12", "−0.12"),
        (-0.001, "0,00", "0.00"),
    ] {
        assert_eq!(((de.decimal)(value), (en.decimal)(value)), (german.to_owned(), english.to_owned()));
    }
}

#[test]
fn a_study_of_one_person_has_nothing_to_compare() {
    let mut parts = study().to_parts();
    parts.codings.retain(|(key, _)| key.coder == CoderId(1));
    let project = Project::from_parts(parts).expect("sound");
    assert!(comparison(&project, Round::FIRST).figures(&project).is_none());
    assert!(table(&project, ExportFormat::Agreement).is_empty());
    let text = paragraph(&project, words(Language::German).exports.agreement);
    assert_eq!(text, words(Language::German).compare.one_coder);
    let documents: Vec<&Document> = project.documents().map(|document| &**document).collect();
    assert_eq!(documents.len(), 13);
}
