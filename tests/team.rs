//! Several people at one project: who is who, what a blind round shows, what stays when it was handed in.

mod support;

use std::collections::BTreeSet;

use landtag_annotator::files::storage::{read_project, write_project};
use landtag_annotator::model::edits::{Change, Edit, Label, Session, tagging};
use landtag_annotator::model::{
    CoderId, Decision, DocumentId, Identity, Problem, Project, QuestionRef, Round, RoundPlan,
};
use support::study::study;
use support::{now, sample, session, tag};

fn identity(name: &str, key: &str) -> Identity {
    Identity { name: name.into(), key: key.into() }
}

fn first_question(project: &Project) -> QuestionRef {
    let document = project.documents().next().expect("a document");
    let question = document.outline.questions().next().expect("a question").id;
    QuestionRef { document: document.id, question }
}

fn put_tag(session: &mut Session, question: QuestionRef, id: &str) -> Result<(), Problem> {
    let change = tagging::tag(session.seen(), question, Some(&tag(id)), now()).expect("a tag");
    session.commit(change)
}

fn plan(project: &Project, documents: Vec<DocumentId>) -> RoundPlan {
    RoundPlan {
        round: Round(2),
        name: "Blindrunde".into(),
        documents,
        drawn: None,
        coders: project.coders().map(|coder| coder.id).collect(),
        codebook: project.codebook().version.clone(),
        blind: true,
        shuffled: true,
        seed: 5,
        handed_in: BTreeSet::new(),
        begun: now(),
    }
}

/// Puts a plan in, as planning a round does.
fn put(session: &mut Session, plan: RoundPlan) {
    let edit = Edit::PutRound { plan: Box::new(plan) };
    session.commit(Change::new(Label::Round { name: "Blindrunde".into() }, edit)).expect("it fits");
}

#[test]
fn a_second_person_becomes_a_second_coder_with_the_first_tag() {
    let mut desk = session(vec![sample()]);
    let question = first_question(desk.project());
    desk.sit(identity("Keller", "k1"));
    put_tag(&mut desk, question, "vague").expect("it fits");
    assert_eq!(
        desk.project().coder(CoderId(1)).map(|coder| (&*coder.name, &*coder.key)),
        Some(("Keller", "k1"))
    );

    let text = write_project(desk.project());
    let mut colleague = Session::new(read_project("study.ron", &text).expect("reads"));
    colleague.sit(identity("", "k2"));
    assert_eq!(colleague.project().my_coding(question), None, "the work of another is not mine");
    assert_eq!(colleague.project().coders().count(), 1, "nobody who said nothing is in the project");
    put_tag(&mut colleague, question, "concrete").expect("it fits");
    assert_eq!(colleague.project().coders().count(), 2);
    assert_eq!(colleague.project().codings().len(), 2);
    colleague.undo();
    assert_eq!(colleague.project().coders().count(), 1, "one step");
    assert_eq!(colleague.project().codings().len(), 1);
    colleague.redo();
    let mut again = Session::new(read_project("x", &write_project(colleague.project())).expect("reads"));
    again.sit(identity("Brandt", "k2"));
    assert_eq!(again.project().me(), CoderId(2), "known again by the key");
}

#[test]
fn a_blind_round_shows_nothing_of_others() {
    let study = study();
    let documents: Vec<DocumentId> = study.documents().map(|document| document.id).take(6).collect();
    let mut desk = Session::new(study);
    let planned = plan(desk.project(), documents.clone());
    put(&mut desk, planned);
    desk.sit(identity("Neu", ""));
    assert_eq!(desk.project().seat().round, Round(2), "the round that waits");
    let me = desk.project().me();
    let seen = desk.seen();
    assert_eq!(seen.codings().len(), 0);
    assert_eq!(seen.coders().map(|coder| coder.id).collect::<Vec<_>>(), [me]);
    let order: Vec<DocumentId> = seen.documents().map(|document| document.id).collect();
    assert_ne!(order, documents, "in an order of my own");
    assert_eq!(order.iter().collect::<BTreeSet<_>>(), documents.iter().collect());

    let question = first_question(seen);
    put_tag(&mut desk, question, "vague").expect("it fits");
    assert_eq!(desk.seen().codings().len(), 1, "my own work is seen");
    assert!(desk.seen().my_coding(question).is_some());
    assert_eq!(desk.project().codings().len(), 121);
    desk.undo();
    assert_eq!(desk.seen().codings().len(), 0);
    desk.redo();

    let mut handed_in = desk.project().round(Round(2)).expect("the plan").clone();
    handed_in.handed_in.insert(me);
    put(&mut desk, handed_in);
    assert_eq!(desk.seen().codings().len(), 121, "who handed in sees everything");
    let refused = put_tag(&mut desk, question, "concrete").expect_err("others were seen");
    assert!(matches!(refused, Problem::RoundHandedIn { .. }), "{refused:?}");
}

#[test]
fn rounds_and_decisions_are_kept_in_the_file_and_taken_back() {
    let mut desk = Session::new(study());
    let before = desk.project().clone();
    let question = first_question(&before);
    put(&mut desk, plan(&before, before.documents().map(|document| document.id).collect()));
    let decision = Decision {
        round: Round(1),
        tag: tag("deferred"),
        facets: Vec::new(),
        reason: "Grenzfall 1".into(),
        by: vec![CoderId(1), CoderId(2)],
        at: now(),
        codebook: "1.0".into(),
    };
    let edit = Edit::PutDecision { question, decision: Box::new(decision) };
    let label = Label::Decide { question: "1".into(), tag: tag("deferred") };
    desk.commit(Change::new(label, edit)).expect("it fits");
    let read = read_project("x", &write_project(desk.project())).expect("reads");
    assert_eq!(&read, desk.project());
    assert_eq!(read.decision(question).map(|decision| &*decision.reason), Some("Grenzfall 1"));
    desk.undo();
    desk.undo();
    assert_eq!(desk.project(), &before);
}
