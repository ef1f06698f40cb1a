//! Laws of the codebook: whatever a person does to it, no coding is lost, every step can be taken back, versions begin
//! where they must and nowhere else, and its files say what it says.

mod support;

use std::collections::BTreeMap;

use landtag_annotator::files::export;
use landtag_annotator::files::import;
use landtag_annotator::files::storage::default_codebook;
use landtag_annotator::model::analysis::{Difference, differences, versions};
use landtag_annotator::model::edits::codebook::{
    CodebookStep, Mapping, change, coded_under, import as take, missing, same_content,
};
use landtag_annotator::model::edits::{Session, tagging};
use landtag_annotator::model::{
    Codebook, CodebookFault, CodebookFormat, CodebookLabels, Edition, FacetId, FacetPart, Language,
    LineStyle, Meaning, Problem, Project, Swatch, TagId, TagPart, WordPlace, Wording,
};
use landtag_annotator::ui::lang::codebook_labels;
use proptest::prelude::*;
use support::{applies_and_turns, now, question, sample, session, tag};

const PARTS: [TagPart; 8] = [
    TagPart::Name,
    TagPart::Letter,
    TagPart::Short,
    TagPart::Definition,
    TagPart::UseWhen,
    TagPart::NotWhen,
    TagPart::Examples,
    TagPart::TieBreaks,
];

/// What somebody might do. Numbers choose among what is there, or beyond.
#[derive(Clone, Debug)]
enum Act {
    Rate(u32, usize),
    Facet(u32, usize),
    Words(usize, usize, bool, String),
    FacetWords(usize, bool, String),
    Case(usize, String),
    Decision(String),
    Reason(String),
    Version(String),
    AddTag(String),
    DropTag(usize),
    MoveTag(usize, bool),
    Recolour(usize, usize),
    Means(usize, usize),
    Needs(usize, bool),
    Usual(usize, usize),
    MergeTag(usize, usize),
    AddFacet(String),
    DropFacet(usize),
    MoveFacet(usize, bool),
    MergeFacet(usize, usize),
    AddCase,
    DropCase(usize),
    MoveCase(usize, bool),
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    let nth = 0..9_usize;
    let text = "[a-zäß ÄK\n.\"*#|>&-]{0,10}";
    prop_oneof![
        4 => (0..11_u32, nth.clone()).prop_map(|(q, t)| Act::Rate(q, t)),
        2 => (0..11_u32, 0..15_usize).prop_map(|(q, f)| Act::Facet(q, f)),
        3 => (nth.clone(), 0..8_usize, any::<bool>(), text).prop_map(|(t, p, l, w)| Act::Words(t, p, l, w)),
        1 => (0..15_usize, any::<bool>(), text).prop_map(|(f, l, w)| Act::FacetWords(f, l, w)),
        1 => (0..14_usize, text).prop_map(|(c, w)| Act::Case(c, w)),
        1 => text.prop_map(Act::Decision),
        1 => text.prop_map(Act::Reason),
        1 => "[12]\\.[0-3]|[a-z]{0,3}".prop_map(Act::Version),
        2 => text.prop_map(Act::AddTag),
        2 => nth.clone().prop_map(Act::DropTag),
        1 => (nth.clone(), any::<bool>()).prop_map(|(t, up)| Act::MoveTag(t, up)),
        2 => (nth.clone(), 0..6_usize).prop_map(|(t, s)| Act::Recolour(t, s)),
        1 => (nth.clone(), 0..4_usize).prop_map(|(t, m)| Act::Means(t, m)),
        1 => (nth.clone(), any::<bool>()).prop_map(|(t, on)| Act::Needs(t, on)),
        1 => (nth.clone(), 0..15_usize).prop_map(|(t, f)| Act::Usual(t, f)),
        2 => (nth.clone(), nth.clone()).prop_map(|(a, b)| Act::MergeTag(a, b)),
        1 => text.prop_map(Act::AddFacet),
        1 => (0..15_usize).prop_map(Act::DropFacet),
        1 => (0..15_usize, any::<bool>()).prop_map(|(f, up)| Act::MoveFacet(f, up)),
        2 => (0..15_usize, 0..15_usize).prop_map(|(a, b)| Act::MergeFacet(a, b)),
        1 => Just(Act::AddCase),
        1 => (0..14_usize).prop_map(Act::DropCase),
        1 => (0..14_usize, any::<bool>()).prop_map(|(c, up)| Act::MoveCase(c, up)),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

fn tag_at(project: &Project, nth: usize) -> TagId {
    project.codebook().tags.get(nth).map_or(tag("nowhere"), |tag| tag.id.clone())
}

fn facet_at(project: &Project, nth: usize) -> FacetId {
    project.codebook().facets.get(nth).map_or(FacetId("nowhere".to_owned()), |facet| facet.id.clone())
}

fn language(english: bool) -> Language {
    if english { Language::English } else { Language::German }
}

/// The step that an act is, where it is one.
fn step(project: &Project, act: &Act) -> Option<CodebookStep> {
    let (t, f) = (|nth| tag_at(project, nth), |nth| facet_at(project, nth));
    let german = Language::German;
    Some(match act.clone() {
        Act::Words(nth, part, english, words) => {
            CodebookStep::Words(WordPlace::Tag(t(nth), PARTS[part]), language(english), words)
        }
        Act::FacetWords(nth, english, words) => {
            let place = WordPlace::Facet(f(nth), FacetPart::Definition);
            CodebookStep::Words(place, language(english), words)
        }
        Act::Case(nth, words) => CodebookStep::Words(WordPlace::Case(nth), german, words),
        Act::Decision(words) => CodebookStep::Words(WordPlace::Decision, german, words),
        Act::Reason(words) => CodebookStep::Reason(words),
        Act::Version(name) => CodebookStep::Version(name),
        Act::AddTag(name) => CodebookStep::AddTag(name),
        Act::DropTag(nth) => CodebookStep::DropTag(t(nth)),
        Act::MoveTag(nth, up) => CodebookStep::MoveTag(t(nth), up),
        Act::Recolour(nth, swatch) => CodebookStep::Recolour(t(nth), Swatch::ALL[swatch]),
        Act::Means(nth, means) => CodebookStep::Means(t(nth), Meaning::ALL[means]),
        Act::Needs(nth, on) => CodebookStep::NeedsFacet(t(nth), on),
        Act::Usual(nth, facet) => CodebookStep::UsualFacet(t(nth), f(facet)),
        Act::MergeTag(from, into) => CodebookStep::MergeTag(t(from), t(into)),
        Act::AddFacet(name) => CodebookStep::AddFacet(name),
        Act::DropFacet(nth) => CodebookStep::DropFacet(f(nth)),
        Act::MoveFacet(nth, up) => CodebookStep::MoveFacet(f(nth), up),
        Act::MergeFacet(from, into) => CodebookStep::MergeFacet(f(from), f(into)),
        Act::AddCase => CodebookStep::AddCase,
        Act::DropCase(nth) => CodebookStep::DropCase(nth),
        Act::MoveCase(nth, up) => CodebookStep::MoveCase(nth, up),
        Act::Rate(..) | Act::Facet(..) | Act::Undo | Act::Redo => return None,
    })
}

/// Does something. Returns whether the codebook or a coding changed.
fn perform(session: &mut Session, act: &Act) -> bool {
    let project = session.project();
    let document = project.document_at(0).expect("a document").id;
    let change = match act {
        Act::Undo => return session.undo().is_some(),
        Act::Redo => return session.redo().is_some(),
        Act::Rate(q, nth) => {
            tagging::tag(project, question(document, *q), Some(&tag_at(project, *nth)), now())
        }
        Act::Facet(q, nth) => {
            tagging::toggle_facet(project, question(document, *q), &facet_at(project, *nth), now())
        }
        other => change(project, step(project, other).expect("a step"), now()),
    };
    change.and_then(|change| session.commit(change)).is_ok()
}

fn fresh() -> Session {
    session(vec![sample()])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_step_has_an_inverse_and_a_refused_one_changes_nothing(acts in prop::collection::vec(act(), 1..30)) {
        let mut session = fresh();
        for act in acts {
            let before = session.project().clone();
            session.close_step();
            if let Some(step) = step(&before, &act) {
                let Ok(change) = change(&before, step, now()) else { continue };
                applies_and_turns(&mut before.clone(), change.edit);
            }
            perform(&mut session, &act);
            let project = session.project();
            prop_assert_eq!(&Project::from_parts(project.to_parts()).expect("consistent"), project);
            prop_assert_eq!(project.codebook().fault(), None);
        }
        while session.undo().is_some() {}
        let start = fresh();
        prop_assert_eq!(session.project(), start.project());
    }

    #[test]
    fn no_step_on_the_codebook_loses_a_coding_or_who_made_it(acts in prop::collection::vec(act(), 1..30)) {
        let mut session = fresh();
        for act in acts {
            let before = session.project().clone();
            let changed = perform(&mut session, &act);
            if !changed || step(&before, &act).is_none() {
                continue;
            }
            let project = session.project();
            prop_assert_eq!(project.codings().len(), before.codings().len());
            for (key, old) in before.codings() {
                let new = project.coding(key).expect("the coding is there");
                prop_assert_eq!(old.tag.is_some(), new.tag.is_some());
                prop_assert_eq!((old.at, &old.memo, &old.evidence), (new.at, &new.memo, &new.evidence));
                if let Act::MergeTag(from, into) = act {
                    let merged = old.tag == Some(tag_at(&before, from));
                    let expected = if merged { Some(tag_at(&before, into)) } else { old.tag.clone() };
                    prop_assert_eq!(&new.tag, &expected);
                    prop_assert_eq!(&new.facets, &old.facets);
                } else {
                    prop_assert_eq!(&new.tag, &old.tag);
                }
                if let Act::MergeFacet(from, into) = act {
                    let (from, into) = (facet_at(&before, from), facet_at(&before, into));
                    prop_assert!(!new.facets.contains(&from));
                    prop_assert_eq!(new.facets.contains(&into), old.facets.contains(&from) || old.facets.contains(&into));
                } else {
                    prop_assert_eq!(&new.facets, &old.facets);
                }
            }
        }
    }

    #[test]
    fn a_version_begins_with_a_change_of_content_after_codings_and_only_then(acts in prop::collection::vec(act(), 1..30)) {
        let mut session = fresh();
        for act in acts {
            let before = session.project().clone();
            session.close_step();
            let changed = perform(&mut session, &act);
            if !changed || step(&before, &act).is_none() {
                continue;
            }
            let (old, new) = (before.codebook(), session.project().codebook());
            let old_edition = Edition::of(old);
            let says_otherwise = !same_content(&old_edition, new);
            let is_coded = coded_under(&before, &old.version) > 0;
            if says_otherwise && is_coded {
                prop_assert_eq!(new.past.len(), old.past.len() + 1);
                prop_assert_eq!(new.past.last(), Some(&old_edition));
                prop_assert_eq!((new.since, new.reason.as_str()), (Some(now()), ""));
                prop_assert_eq!(coded_under(session.project(), &new.version), 0);
            } else if new.past.len() < old.past.len() {
                // The words went back to those of the version before, and nobody had used the new one.
                prop_assert!(same_content(&old.past[new.past.len()], new) && !is_coded);
            } else {
                prop_assert_eq!(&new.past, &old.past);
            }
            // Names of versions stay apart, and every coding's version is one of them.
            let names: Vec<String> = versions(session.project()).into_iter().map(|version| version.name).collect();
            let mut once = names.clone();
            once.sort();
            once.dedup();
            prop_assert_eq!(once.len(), names.len());
            for (_, coding) in session.project().codings() {
                prop_assert!(names.contains(&coding.codebook), "{} of {names:?}", coding.codebook);
            }
            let counted: usize = versions(session.project()).iter().map(|version| version.codings).sum();
            prop_assert_eq!(counted, session.project().codings().len());
        }
    }

    #[test]
    fn no_two_tags_look_alike(acts in prop::collection::vec(act(), 1..40)) {
        let mut session = fresh();
        for act in acts {
            perform(&mut session, &act);
            let tags = &session.project().codebook().tags;
            for (nth, one) in tags.iter().enumerate() {
                for other in &tags[..nth] {
                    prop_assert!((one.swatch, one.line) != (other.swatch, other.line), "{one:?} {other:?}");
                    prop_assert!(one.letter.de != other.letter.de && one.letter.en != other.letter.en);
                    prop_assert!(one.id != other.id);
                }
            }
        }
    }

    #[test]
    fn the_files_of_a_codebook_say_what_it_says(codebook in codebook()) {
        for language in [Language::German, Language::English] {
            let labels = codebook_labels(language);
            let ron = export::codebook(&codebook, CodebookFormat::Ron, labels);
            prop_assert_eq!(&read(&ron, labels).expect("RON reads"), &codebook);
            let markdown = export::codebook(&codebook, CodebookFormat::Markdown, labels);
            // Earlier versions are named in it, not contained.
            let without_past = Codebook { past: Vec::new(), ..codebook.clone() };
            let read = read(&markdown, labels).map_err(|problem| format!("{problem:?}\n{markdown}"));
            prop_assert_eq!(&read.expect("Markdown reads"), &without_past, "{}", markdown);
            // The other language reads it as well.
            let [own, other] = labels;
            let swapped = import::codebook("x.md", markdown.as_bytes(), [other, own]);
            prop_assert_eq!(&swapped.expect("reads"), &without_past);
        }
    }

    #[test]
    fn a_broken_file_is_a_problem_and_never_a_panic(text in prop::collection::vec(line(), 0..30)) {
        let labels = codebook_labels(Language::German);
        if let Ok(codebook) = read(&text.join("\n"), labels) {
            prop_assert_eq!(codebook.fault(), None);
        }
        let cut = export::codebook(&default_codebook(), CodebookFormat::Markdown, labels);
        let cut: String = cut.chars().skip(text.len() * 7).collect();
        let _ = read(&cut, labels);
    }

    #[test]
    fn what_comes_in_keeps_every_coding(
        acts in prop::collection::vec(act(), 1..20),
        incoming in codebook(),
        choices in prop::collection::vec(0..9_usize, 20),
    ) {
        let mut session = fresh();
        for act in &acts {
            perform(&mut session, act);
        }
        let before = session.project().clone();
        let lacks = missing(&before, &incoming);
        let plain = take(&before, "x.ron", incoming.clone(), &Mapping::default(), now());
        prop_assert_eq!(plain.is_err(), !lacks.is_empty());
        let mut mapping = Mapping::default();
        let mut choice = choices.iter().cycle();
        let mut pick = |count: usize| choice.next().expect("a cycle") % count;
        for (id, _) in &lacks.tags {
            mapping.tags.insert(id.clone(), incoming.tags[pick(incoming.tags.len())].id.clone());
        }
        for (id, _) in lacks.facets.iter().filter(|_| !incoming.facets.is_empty()) {
            mapping.facets.insert(id.clone(), incoming.facets[pick(incoming.facets.len())].id.clone());
        }
        let taken = take(&before, "x.ron", incoming.clone(), &mapping, now());
        prop_assume!(!incoming.facets.is_empty() || lacks.facets.is_empty());
        session.close_step();
        session.commit(taken.expect("a complete plan")).expect("fits");
        let project = session.project();
        prop_assert!(same_content(&Edition::of(&incoming), project.codebook()));
        prop_assert_eq!(project.codings().len(), before.codings().len());
        for (key, old) in before.codings() {
            let new = project.coding(key).expect("the coding is there");
            prop_assert_eq!((old.tag.is_some(), old.at, &old.codebook), (new.tag.is_some(), new.at, &new.codebook));
        }
        prop_assert_eq!(&Project::from_parts(project.to_parts()).expect("consistent"), project);
        if *project != before {
            session.undo();
            prop_assert_eq!(session.project(), &before);
        }
    }
}

fn read(text: &str, labels: [&CodebookLabels; 2]) -> Result<Codebook, Problem> {
    import::codebook("codebuch.md", text.as_bytes(), labels)
}

/// A text with everything that Markdown could take for its own.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => Just(String::new()),
        1 => Just("–".to_owned()),
        4 => "[a-zäöüßA-Z0-9 .,:;–„“\"'()-]{1,20}",
        3 => "[a-c \n\t#*_>|`~<&;\\\\\\[\\]+=.0-9:–\u{a0}\u{2028}-]{0,16}",
        1 => ".{0,8}",
    ]
    // A file's line ends are its own; the program stores only one kind.
    .prop_map(|text| text.replace('\r', ""))
}

fn wording() -> impl Strategy<Value = Wording> {
    (text(), text()).prop_map(|(de, en)| Wording { de, en })
}

fn codebook() -> impl Strategy<Value = Codebook> {
    let id = || "[a-z_0-9,` ä-]{1,8}".prop_filter("no blanks at the ends", |id: &String| id.trim() == id);
    let signs = (0..6_usize, 0..6_usize, 0..4_usize, any::<bool>());
    let tag = (id(), prop::collection::vec(wording(), 8), signs, prop::collection::vec(0..4_usize, 0..3));
    let facet = (id(), wording(), wording());
    (
        "[0-9a-z]{1,3}(\\.[0-9]{1,2})?",
        prop::option::of(Just(now())),
        text(),
        prop::collection::vec(tag, 1..5),
        prop::collection::vec(facet, 0..4),
        wording(),
        prop::collection::vec(wording(), 0..4),
    )
        .prop_map(|(version, since, reason, tags, facets, decision, boundary_cases)| {
            let mut codebook = Codebook {
                version,
                since,
                reason,
                decision,
                boundary_cases,
                tags: Vec::new(),
                facets: Vec::new(),
                past: Vec::new(),
            };
            for (nth, (id, name, definition)) in facets.into_iter().enumerate() {
                let id = FacetId(format!("{id}{nth}"));
                codebook.facets.push(landtag_annotator::model::Facet { id, name, definition });
            }
            for (nth, (id, words, (swatch, line, means, needs_facet), usual)) in tags.into_iter().enumerate()
            {
                let mut tag = default_codebook().tags[0].clone();
                tag.id = TagId(format!("{id}{nth}"));
                for (part, words) in PARTS.into_iter().zip(words) {
                    *part.of_mut(&mut tag) = words;
                }
                (tag.swatch, tag.line) = (Swatch::ALL[swatch], LineStyle::ALL[line]);
                (tag.means, tag.needs_facet) = (Meaning::ALL[means], needs_facet);
                tag.facets =
                    usual.iter().filter_map(|nth| Some(codebook.facets.get(*nth)?.id.clone())).collect();
                codebook.tags.push(tag);
            }
            codebook.past = vec![Edition { version: "0".to_owned(), ..Edition::of(&codebook) }];
            codebook
        })
}

/// A line of a codebook's file, or of anything.
fn line() -> impl Strategy<Value = String> {
    let kept =
        export::codebook(&default_codebook(), CodebookFormat::Markdown, codebook_labels(Language::German));
    let lines: Vec<String> = kept.lines().map(str::to_owned).collect();
    prop_oneof![3 => prop::sample::select(lines), 1 => ".{0,20}", 1 => "#{1,6} [A-Za-z]{0,8}"]
}

fn step_done(session: &mut Session, step: CodebookStep) {
    let change = change(session.project(), step, now()).expect("a step");
    session.commit(change).expect("fits");
}

fn words(session: &mut Session, part: TagPart, typed: &str) {
    let place = WordPlace::Tag(tag("vague"), part);
    step_done(session, CodebookStep::Words(place, Language::German, typed.to_owned()));
}

fn rate(session: &mut Session, number: u32, id: &str) {
    let document = session.project().document_at(0).expect("a document").id;
    let change = tagging::tag(session.project(), question(document, number), Some(&tag(id)), now());
    session.commit(change.expect("a tag")).expect("fits");
}

#[test]
fn the_first_change_after_codings_begins_a_version_in_the_same_step() {
    let mut session = fresh();
    words(&mut session, TagPart::Short, "sagt es nicht");
    assert_eq!(session.project().codebook().version, "1.0", "nobody has coded yet");
    rate(&mut session, 1, "vague");
    step_done(&mut session, CodebookStep::Recolour(tag("vague"), Swatch::Teal));
    assert_eq!(session.project().codebook().version, "1.0", "a colour says nothing else");
    session.close_step();
    for typed in ["s", "so", "so nicht"] {
        words(&mut session, TagPart::NotWhen, typed);
    }
    let codebook = session.project().codebook();
    assert_eq!((codebook.version.as_str(), codebook.since), ("1.1", Some(now())));
    assert_eq!(codebook.past.len(), 1);
    assert_eq!(session.project().codings().next().expect("one").1.codebook, "1.0");
    session.undo();
    let codebook = session.project().codebook();
    assert_eq!((codebook.version.as_str(), codebook.past.len()), ("1.0", 0), "typed in one go: one step");
}

#[test]
fn words_typed_and_taken_back_leave_no_version() {
    let mut session = fresh();
    rate(&mut session, 1, "vague");
    let before = session.project().codebook().clone();
    words(&mut session, TagPart::Short, "x");
    assert_eq!(session.project().codebook().version, "1.1");
    words(&mut session, TagPart::Short, &before.tags[1].short.de);
    assert_eq!(session.project().codebook(), &before);
}

#[test]
fn what_is_typed_within_a_version_is_a_small_edit() {
    let mut session = fresh();
    words(&mut session, TagPart::Examples, "„Man arbeitet daran.“");
    let written: Vec<usize> = session.take_applied().iter().map(|edit| format!("{edit:?}").len()).collect();
    assert!(matches!(&written[..], [small] if *small < 400), "{written:?}");
}

#[test]
fn a_tag_in_use_is_not_dropped_and_says_in_how_many_codings() {
    let mut session = fresh();
    for number in 1..=4 {
        rate(&mut session, number, "vague");
    }
    let refused = change(session.project(), CodebookStep::DropTag(tag("vague")), now());
    assert_eq!(refused, Err(Problem::InUse { name: "vage · vague".to_owned(), codings: 4 }));
    step_done(&mut session, CodebookStep::MergeTag(tag("vague"), tag("deferred")));
    assert!(session.project().codings().all(|(_, coding)| coding.tag == Some(tag("deferred"))));
    assert_eq!(session.project().codebook().tags.len(), 2);
    session.undo();
    assert!(session.project().codings().all(|(_, coding)| coding.tag == Some(tag("vague"))));
}

#[test]
fn the_name_of_a_version_follows_into_its_codings() {
    let mut session = fresh();
    rate(&mut session, 1, "vague");
    step_done(&mut session, CodebookStep::Version("2026".to_owned()));
    assert_eq!(session.project().codings().next().expect("one").1.codebook, "2026");
    words(&mut session, TagPart::Short, "x");
    assert_eq!(session.project().codebook().version, "2027");
    let taken = change(session.project(), CodebookStep::Version("2026".to_owned()), now());
    assert_eq!(taken, Err(Problem::VersionTaken { version: "2026".to_owned() }));
}

#[test]
fn differences_are_told_by_what_changed() {
    let before = default_codebook();
    let mut after = before.clone();
    after.tags.swap(0, 2);
    after.tags[0].swatch = Swatch::Plum;
    assert_eq!(differences(&Edition::of(&before), &Edition::of(&after)), [], "the look is no difference");
    after.tags[1].name.de = "unklar".to_owned();
    after.tags[1].tie_breaks.de = "anders".to_owned();
    after.facets.remove(0);
    after.tags[1].facets.remove(0);
    after.boundary_cases[2].de = "anders".to_owned();
    after.boundary_cases.push(Wording::same("neu"));
    let name = after.tags[1].name.clone();
    assert_eq!(
        differences(&Edition::of(&before), &Edition::of(&after)),
        [
            Difference::TagRenamed { from: before.tags[1].name.clone(), to: name.clone() },
            Difference::TagPart(name.clone(), TagPart::TieBreaks),
            Difference::TagFacets(name),
            Difference::FacetRemoved(before.facets[0].name.clone()),
            Difference::CaseChanged(after.boundary_cases[2].clone()),
            Difference::CaseAdded(Wording::same("neu")),
        ]
    );
}

#[test]
fn the_default_codebook_is_complete_in_both_languages() {
    let codebook = default_codebook();
    let mut texts = vec![codebook.decision.clone()];
    texts.extend(codebook.tags.iter().flat_map(|tag| PARTS.map(|part| part.of(tag).clone())));
    texts.extend(codebook.facets.iter().flat_map(|facet| [facet.name.clone(), facet.definition.clone()]));
    texts.extend(codebook.boundary_cases.clone());
    assert!(texts.iter().all(|words| !words.de.trim().is_empty() && !words.en.trim().is_empty()));
    assert_eq!((codebook.tags.len(), codebook.facets.len(), codebook.boundary_cases.len()), (3, 14, 12));
    assert_eq!(codebook.fault(), None);
}

#[test]
fn markdown_by_hand_is_read_and_its_slips_are_named_by_line() {
    let labels = codebook_labels(Language::German);
    let by_hand = "# Unser Codebuch\r\n* Fassung: 2.0\r\n\r\nEin Wort vorab.\r\n\r\n## deutsch\r\n### einstufungen\r\n#### ja\r\n- Kennung: ja\r\n- Das Gefragte ist: genannt\r\n**Definition:**\r\nDie Antwort\r\nsagt ja.\r\n#### nein\r\n- Kennung: nein\r\n### Grenzfälle\r\n- Jein: *nein*\r\n";
    let codebook = read(by_hand, labels).expect("reads");
    assert_eq!(codebook.version, "2.0");
    assert_eq!(codebook.tags[0].definition.de, "Die Antwort sagt ja.");
    assert_eq!(codebook.tags[0].means, Meaning::Given);
    assert_eq!((codebook.tags[1].letter.de.as_str(), codebook.tags[1].swatch), ("N", Swatch::Orange));
    assert_eq!(codebook.tags[1].name.get(Language::English), "nein", "one language is enough");
    let broken = |from: &str, to: &str| match read(&by_hand.replace(from, to), labels) {
        Err(Problem::CodebookBroken { file, line, fault }) if file == "codebuch.md" => (line, fault),
        other => panic!("{other:?}"),
    };
    let unknown = |name: &str| CodebookFault::UnknownHeading(name.to_owned());
    assert_eq!(broken("## deutsch", "## dutch"), (6, unknown("dutch")));
    assert_eq!(broken("### Grenzfälle", "### Grenzen"), (16, unknown("Grenzen")));
    assert_eq!(broken("- Kennung: nein\r\n", ""), (14, CodebookFault::NoId("nein".to_owned())));
    assert_eq!(broken("- Kennung: nein", "- Kennung: ja"), (14, CodebookFault::Twice("ja".to_owned())));
    let value = CodebookFault::UnknownValue("Das Gefragte ist".to_owned(), "gesagt".to_owned());
    assert_eq!(broken("genannt", "gesagt"), (10, value));
    assert!(read("Nur Text.", labels).is_err());
    assert!(read("", labels).is_err());
}

#[test]
fn a_codebook_that_lacks_used_tags_is_refused_with_a_list_and_taken_with_a_plan() {
    let mut session = fresh();
    rate(&mut session, 1, "vague");
    rate(&mut session, 2, "vague");
    rate(&mut session, 3, "concrete");
    let mut incoming = default_codebook();
    incoming.tags[1].id = tag("unclear");
    incoming.version = "5.0".to_owned();
    let refused = take(session.project(), "x.md", incoming.clone(), &Mapping::default(), now());
    let missing = vec![("vage · vague".to_owned(), 2)];
    assert_eq!(refused, Err(Problem::CodebookLacks { file: "x.md".to_owned(), missing }));
    let mapping = Mapping { tags: BTreeMap::from([(tag("vague"), tag("unclear"))]), ..Mapping::default() };
    let change = take(session.project(), "x.md", incoming, &mapping, now()).expect("a plan");
    session.commit(change).expect("fits");
    let codebook = session.project().codebook();
    assert_eq!((codebook.version.as_str(), codebook.past.len()), ("5.0", 1));
    let tags: Vec<&str> =
        session.project().codings().filter_map(|(_, coding)| Some(coding.tag.as_ref()?.0.as_str())).collect();
    assert_eq!(tags, ["unclear", "unclear", "concrete"]);
    session.undo();
    assert_eq!(session.project().codebook(), &default_codebook());
}
