//! Who sits here, and in which round: names, seats, rounds, and the package of one person.

use std::path::PathBuf;

use crate::model::edits::rounds::{self, RoundDraft};
use crate::model::{CoderId, Round};
use crate::ui::panes::TeamPane;

use super::requests::DialogPurpose;
use super::shown::Overlay;
use super::window::Window;

impl Window {
    pub(super) fn show_team(&mut self) {
        let seconds = self.services.clock.now().as_second().unsigned_abs();
        // Six digits can be typed from paper.
        let seed = u32::try_from(seconds % 1_000_000).unwrap_or_default();
        self.shown.overlay =
            Overlay::Team(Box::new(TeamPane::new(&self.settings.preferences.identity.name, seed)));
    }

    /// The person says their name: kept in the preferences, and in the project that knows them.
    pub(super) fn call_me(&mut self, name: &str) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        self.prefer(|preferences| preferences.identity.name.clone_from(&name));
        let Some(open) = &mut self.lifecycle.open else { return };
        open.session.call_me(&name);
        let project = open.session.project();
        let is_known = project.coder(project.me()).is_some_and(|coder| !coder.name.is_empty());
        let planned = rounds::unclaimed(project).find(|coder| !is_known && coder.is_called(&name));
        if let Some(planned) = planned.map(|coder| coder.id) {
            self.claim(planned);
            return;
        }
        if let Some(change) = rounds::rename_me(open.session.project(), open.session.identity()) {
            self.commit(Ok(change));
        }
    }

    /// I am the coder who was planned by name.
    pub(super) fn claim(&mut self, coder: CoderId) {
        let Some(open) = &self.lifecycle.open else { return };
        let change = rounds::claim(open.session.project(), open.session.identity(), coder);
        let name = open.session.project().coder(coder).map(|coder| coder.name.clone());
        if !self.commit(change) {
            return;
        }
        if self.settings.preferences.identity.name.is_empty() {
            self.prefer(|preferences| preferences.identity.name = name.unwrap_or_default());
        }
        let identity = self.settings.preferences.identity.clone();
        if let Some(open) = &mut self.lifecycle.open {
            open.session.sit(identity);
        }
        self.look_anew();
        self.show_team();
    }

    pub(super) fn plan_round(&mut self, draft: &RoundDraft) {
        let now = self.services.clock.now();
        let Some(open) = &self.lifecycle.open else { return };
        let project = open.session.project();
        let round = rounds::next_round(project);
        let change = rounds::plan(project, open.session.identity(), draft, now);
        if self.commit(change) && draft.with_me {
            self.sit_in(round);
        }
    }

    /// Goes on in another round.
    pub(super) fn sit_in(&mut self, round: Round) {
        let words = self.words().rounds;
        let Some(open) = &mut self.lifecycle.open else { return };
        open.session.sit_in(round);
        let planned = open.session.project().round(round).map(|plan| plan.name.clone());
        // From the first document in my order.
        (self.place.position, self.place.last) = (crate::ui::Position::default(), 0);
        self.look_anew();
        self.say((words.now_in)(&planned.unwrap_or_else(|| (words.round_number)(round))), false);
    }

    pub(super) fn join_round(&mut self, round: Round) {
        let Some(open) = &self.lifecycle.open else { return };
        let change = rounds::join(open.session.project(), open.session.identity(), round);
        if self.commit(change) {
            self.sit_in(round);
        }
    }

    pub(super) fn hand_in(&mut self, round: Round) {
        let Some(open) = &self.lifecycle.open else { return };
        let change = rounds::hand_in(open.session.project(), round);
        let name = open.session.project().round(round).map(|plan| plan.name.clone()).unwrap_or_default();
        if self.commit(change) {
            self.look_anew();
            self.say((self.words().rounds.was_handed_in)(&name), true);
        }
    }

    /// Asks in the card of people and rounds, with the keyboard at the answer.
    pub(super) fn ask_hand_in(&mut self) {
        self.show_team();
        let Some(round) = self.project().map(|project| project.seat().round) else { return };
        if let Overlay::Team(pane) = &mut self.shown.overlay {
            pane.ask_hand_in(round);
        }
    }

    pub(super) fn drop_round(&mut self, round: Round) {
        let Some(open) = &self.lifecycle.open else { return };
        let change = rounds::remove(open.session.project(), round);
        self.commit(change);
    }

    // Handing over.

    pub(super) fn ask_package(&mut self) {
        self.shown.overlay = Overlay::None;
        let title = self.words().rounds.hand_over.trim_end_matches([' ', '…']).to_owned();
        self.ask_target(DialogPurpose::Package, title);
    }

    /// The project, the last word of the person's name, the round: `study-keller-runde-2`.
    pub(super) fn package_name(&self) -> String {
        let Some(open) = &self.lifecycle.open else { return String::new() };
        let project = open.session.project();
        let seat = project.seat();
        let own = self.settings.preferences.identity.name.clone();
        let known = project.coder(seat.coder).map(crate::model::Coder::name_or_number);
        let name = if own.is_empty() { known.unwrap_or_default() } else { own };
        let last = name.split_whitespace().last().unwrap_or_default().to_owned();
        let part = (self.words().rounds.package_name)(&last, seat.round);
        super::file_dialogs::file_name(&format!("{} {part}", open.title(self.words())))
    }

    /// Writes my codings with all that everybody shares.
    pub(super) fn write_package(&mut self, path: PathBuf) {
        let Some(open) = &self.lifecycle.open else { return };
        self.jobs.write_package(path, open.session.project().clone());
    }
}
