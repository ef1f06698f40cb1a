//! The one door through which a project changes.

use super::history::{History, Past, Placed, Step};
use super::team;
use super::{Change, Edit, Entry, How, Label, Touched};
use crate::model::{Coder, CoderId, Identity, Problem, Project, Round, RoundPlan, Seat};

/// An open project with its past. Everything that was applied waits in the outbox until it is taken
/// to the journal.
#[derive(Clone, Debug)]
pub struct Session {
    project: Project,
    history: History,
    saved: u64,
    outbox: Vec<Entry>,
    revision: u64,
    touched: Touched,
    /// What may be seen in a blind round; none where that is everything.
    seen: Option<Project>,
    /// Who sits here. Their coder is put into the project with their first change.
    identity: Identity,
}

/// A project at one moment, to be saved. A session gives it away only once its changes were handed over.
#[derive(Clone, Debug)]
pub struct Snapshot {
    project: Project,
    past: Past,
    state: u64,
}

/// What became of a line of a journal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Replayed {
    Applied,
    /// Its effect was there.
    Present,
}

impl Snapshot {
    /// A project that no session works in: it has no journal and no past.
    #[must_use]
    pub fn without_session(project: Project) -> Self {
        Self { project, past: Past::default(), state: 0 }
    }

    #[must_use]
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The steps that are kept beside it.
    #[must_use]
    pub fn past(&self) -> &Past {
        &self.past
    }

    /// What [`Session::mark_saved`] is told once it is on disk.
    #[must_use]
    pub fn state(&self) -> u64 {
        self.state
    }
}

impl Session {
    #[must_use]
    pub fn new(project: Project) -> Self {
        Self::resumed(project, Past::default())
    }

    /// A project as it was read, with the steps that were kept beside it.
    #[must_use]
    pub fn resumed(project: Project, past: Past) -> Self {
        let history = History::resumed(past);
        let saved = history.state();
        let seen = project.seen();
        Self {
            project,
            history,
            saved,
            outbox: Vec::new(),
            revision: 0,
            touched: Touched::default(),
            seen,
            identity: Identity::default(),
        }
    }

    /// Somebody sits down, in the last round that waits for them, or the first. Who is not known in the project yet
    /// becomes a coder of it with their first change; see `chair_of`.
    pub fn sit(&mut self, identity: Identity) {
        let coder = self.chair_of(&identity);
        let waits = |plan: &&RoundPlan| plan.coders.contains(&coder) && !plan.handed_in.contains(&coder);
        let round = self.project.rounds().filter(waits).last().map_or(Round::FIRST, |plan| plan.round);
        self.identity = identity;
        self.take_seat(Seat { coder, round });
    }

    /// Whose place a person takes: their own, by the key; that of a coder whom nobody claimed, where the name fits or
    /// there is no doubt; else a new one. A coder who was planned by name waits for the person who is called so.
    fn chair_of(&self, identity: &Identity) -> CoderId {
        let coders = || self.project.coders();
        let free = || coders().filter(|coder| coder.key.is_empty());
        let known = coders().find(|coder| !coder.key.is_empty() && coder.key == identity.key);
        let named = || free().find(|coder| coder.is_called(&identity.name));
        let nobody = || free().find(|coder| coder.name.is_empty());
        // Where nobody has a key, as without a person's settings, the first coder is meant.
        let no_doubt = || identity.key.is_empty() || (identity.name.is_empty() && coders().count() == 1);
        let only = || free().next().filter(|_| no_doubt());
        let next = || CoderId(coders().map(|coder| coder.id.0).max().unwrap_or(0) + 1);
        known.or_else(named).or_else(nobody).or_else(only).map_or_else(next, |coder| coder.id)
    }

    /// Who sits here.
    #[must_use]
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The same person under another name. The project learns of it with their next coding.
    pub fn call_me(&mut self, name: &str) {
        name.trim().clone_into(&mut self.identity.name);
    }

    /// The same person goes on in another round.
    pub fn sit_in(&mut self, round: Round) {
        self.take_seat(Seat { round, ..self.project.seat });
    }

    fn take_seat(&mut self, seat: Seat) {
        self.project.seat = seat;
        self.revision += 1;
        self.touched.note_all(self.revision);
        self.seen = self.project.seen();
    }

    /// What the person may see: everything, or in a blind round their own work only. Panes and exports get this.
    #[must_use]
    pub fn seen(&self) -> &Project {
        self.seen.as_ref().unwrap_or(&self.project)
    }

    /// The edit, behind that which makes the person a coder of the project where they are none yet.
    fn introduced(&self, edit: Edit) -> Edit {
        let seat = self.project.seat;
        let Identity { name, key } = &self.identity;
        let is_mine = |edit: &Edit| match edit {
            Edit::PutCoding { key, .. } => key.coder == seat.coder,
            Edit::PutDecision { decision, .. } => decision.by.contains(&seat.coder),
            _ => false,
        };
        let mine = is_mine(&edit) || matches!(&edit, Edit::All(edits) if edits.iter().any(is_mine));
        let known = self.project.coder(seat.coder);
        let fits = known.is_some_and(|known| known.key == *key && (known.name == *name || name.is_empty()));
        if key.is_empty() || !mine || fits {
            return edit;
        }
        let name = if name.is_empty() { known.map(|known| known.name.clone()) } else { Some(name.clone()) };
        let coder = Coder { id: seat.coder, name: name.unwrap_or_default(), key: key.clone() };
        let mut edits = vec![Edit::PutCoder { coder }];
        match edit {
            Edit::All(more) => edits.extend(more),
            one => edits.push(one),
        }
        Edit::All(edits)
    }

    /// What is seen follows what is. An edit that is about what is not seen is looked at whole.
    fn follow(&mut self, edit: &Edit) {
        let round = self.project.seat.round;
        if round != Round::FIRST && self.project.round(round).is_none() {
            // The round is gone: whoever sat in it sits in the one that needs no plan.
            self.project.seat.round = Round::FIRST;
        }
        let whole = team::changes_what_is_seen(edit, self.project.seat);
        let follows = match &mut self.seen {
            Some(seen) => !whole && edit.clone().apply(seen).is_ok(),
            None => !whole,
        };
        if !follows {
            self.seen = self.project.seen();
        }
    }

    #[must_use]
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Grows with every change, undo and redo; for whoever caches something derived.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What the last revisions were about.
    #[must_use]
    pub fn touched(&self) -> &Touched {
        &self.touched
    }

    /// Applies a change as one undo step.
    ///
    /// # Errors
    /// Why it is refused; then nothing changed.
    pub fn commit(&mut self, change: Change) -> Result<(), Problem> {
        let Change { label, edit, merge_key } = change;
        let edit = self.introduced(edit);
        let inverse = edit.clone().apply(&mut self.project).map_err(|problem| self.worded(problem, &edit))?;
        if edit.changed_nothing(&inverse) {
            return Ok(());
        }
        self.revision += 1;
        self.touched.note(self.revision, &edit);
        self.follow(&edit);
        let joins = self.history.joins(merge_key);
        let how = if joins { How::Joined } else { How::Did };
        self.history.push(how, Step { label: label.clone(), edit: inverse }, &edit, merge_key);
        if !joins {
            self.history.own();
        }
        self.outbox.push(Entry { how, label, edit });
        Ok(())
    }

    /// Takes the last step back and says which it was.
    pub fn undo(&mut self) -> Option<Label> {
        self.turn(true)
    }

    /// Does the last undone step again and says which it was.
    pub fn redo(&mut self) -> Option<Label> {
        self.turn(false)
    }

    /// Takes a step back or does it again. A step that does not fit the project is forgotten with all beyond it:
    /// the history came from a file, and files can say anything.
    fn turn(&mut self, back: bool) -> Option<Label> {
        let steps = if back { &self.history.done } else { &self.history.undone };
        let step = (*steps.last().filter(|placed| self.may_turn(placed))?.step).clone();
        let how = if back { How::Undid } else { How::Redid };
        let entry = Entry { how, label: step.label, edit: step.edit };
        let label = entry.label.clone();
        if self.take_in(entry.clone()).is_err() {
            self.history.forget(back);
            return None;
        }
        self.outbox.push(entry);
        Some(label)
    }

    /// Lets something happen again that a journal tells of: project, undo and redo become what they were. It does
    /// not go to the outbox, for the journal has it.
    ///
    /// A line may tell of what the project holds already, as when a process ended between a save and the new journal:
    /// such a line, or part of a line, is passed over.
    ///
    /// # Errors
    /// Why it does not fit; then nothing changed.
    pub fn replay(&mut self, entry: Entry) -> Result<Replayed, Problem> {
        let Err(problem) = self.take_in(entry.clone()) else { return Ok(Replayed::Applied) };
        let Some(missing) = entry.edit.clone().missing_from(&self.project) else {
            return Ok(Replayed::Present);
        };
        if missing == entry.edit {
            return Err(problem);
        }
        self.take_in(Entry { edit: missing, ..entry })?;
        Ok(Replayed::Applied)
    }

    /// Applies an entry and puts it into the history. A change that changes nothing is no step.
    fn take_in(&mut self, entry: Entry) -> Result<(), Problem> {
        let Entry { how, label, edit } = entry;
        let inverse = edit.clone().apply(&mut self.project)?;
        if matches!(how, How::Did | How::Joined) && edit.changed_nothing(&inverse) {
            return Ok(());
        }
        self.revision += 1;
        self.touched.note(self.revision, &edit);
        self.follow(&edit);
        let step = Step { label, edit: inverse };
        match how {
            How::Did | How::Joined => self.history.push(how, step, &edit, None),
            How::Undid => self.history.turned(true, step),
            How::Redid => self.history.turned(false, step),
        }
        Ok(())
    }

    /// What undo would take back.
    #[must_use]
    pub fn undo_label(&self) -> Option<&Label> {
        self.nearest(true)
    }

    /// What redo would do again.
    #[must_use]
    pub fn redo_label(&self) -> Option<&Label> {
        self.nearest(false)
    }

    fn nearest(&self, back: bool) -> Option<&Label> {
        let steps = if back { &self.history.done } else { &self.history.undone };
        let nearest = steps.last().filter(|placed| self.may_turn(placed))?;
        Some(&nearest.step.label)
    }

    /// Whether a step may be named and taken back: in a blind round none of what others did before.
    fn may_turn(&self, placed: &Placed) -> bool {
        placed.is_own || self.may_be_named(&placed.step.label, &placed.step.edit)
    }

    /// Whether a person may read of this: while something is hidden from them, of nothing that others did.
    #[must_use]
    pub fn may_be_named(&self, label: &Label, edit: &Edit) -> bool {
        let by_others = matches!(label, Label::Merge { .. } | Label::HandIn { .. });
        self.seen.is_none() || !(by_others || team::tells_of_others(edit, self.project.seat))
    }

    /// Why something is refused, without saying what others did.
    fn worded(&self, problem: Problem, edit: &Edit) -> Problem {
        let hidden = self.seen.as_ref().is_some_and(|seen| edit.clone().apply(&mut seen.clone()).is_ok());
        if hidden { Problem::BlindRound } else { problem }
    }

    /// What the person may see of the steps behind and ahead, at most so many of each. Exports get this.
    #[must_use]
    pub fn seen_past(&self, limit: usize) -> Past {
        let mut past = self.past(limit);
        past.done.retain(|step| self.may_be_named(&step.label, &step.edit));
        past.undone.retain(|step| self.may_be_named(&step.label, &step.edit));
        past
    }

    /// The newest steps behind and ahead, at most so many of each: what is kept on disk.
    #[must_use]
    pub fn past(&self, limit: usize) -> Past {
        self.history.past(limit)
    }

    /// The next change starts a step of its own: call it when a person leaves a text field.
    pub fn close_step(&mut self) {
        self.history.close_step();
    }

    /// Whether the project differs from what is on disk.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.history.state() != self.saved
    }

    /// The number of the present state.
    #[must_use]
    pub fn state(&self) -> u64 {
        self.history.state()
    }

    /// Takes a snapshot to be saved, with the newest `limit` steps in each direction. What was applied and is not
    /// with the journal yet goes to `hand_over` first: no change can be in a snapshot and reach the journal after it.
    /// The next change starts a step of its own, so that undo can lead back to what was saved.
    pub fn snapshot(&mut self, limit: usize, hand_over: impl FnOnce(&Self, Vec<Entry>)) -> Snapshot {
        let applied = self.take_applied();
        if !applied.is_empty() {
            hand_over(self, applied);
        }
        self.close_step();
        Snapshot { project: self.project.clone(), past: self.past(limit), state: self.state() }
    }

    /// That state is on disk now.
    pub fn mark_saved(&mut self, state: u64) {
        self.saved = state;
    }

    /// This project has no file that holds it, or the file holds something else.
    pub fn mark_unsaved(&mut self) {
        self.saved = u64::MAX;
    }

    /// What was applied since the last call, in order.
    pub fn take_applied(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.outbox)
    }
}
