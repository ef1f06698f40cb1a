//! The words of people and rounds.

use crate::model::{Drawn, Round};

/// The words of one language for who codes, and in which round.
pub struct RoundWords {
    // Who I am.
    pub title: &'static str,
    pub nameless: &'static str,
    pub button_name: fn(name: &str) -> String,
    pub my_name: &'static str,
    pub name_hint: &'static str,
    pub name_why: &'static str,
    pub are_you: &'static str,
    pub i_am: fn(name: &str) -> String,

    // People.
    pub people: &'static str,
    pub without_name: &'static str,
    pub you: &'static str,
    pub never_came: &'static str,
    pub nothing_tagged: &'static str,
    pub tagged_in: fn(round: &str, count: usize) -> String,

    // Rounds.
    pub rounds: &'static str,
    pub round_number: fn(round: Round) -> String,
    pub first_round: &'static str,
    pub documents: fn(count: usize, drawn: Option<Drawn>) -> String,
    pub blind: &'static str,
    pub not_blind: &'static str,
    pub codebook: fn(version: &str) -> String,
    pub own_order: fn(seed: u32) -> String,
    pub sits_here: &'static str,
    pub sit: &'static str,
    pub join: &'static str,
    pub persons: fn(count: usize) -> String,
    pub part: fn(done: usize, of: usize) -> String,
    pub handed_in: &'static str,
    pub hand_in: &'static str,
    pub hand_in_why: fn(open: usize) -> String,
    pub hand_in_now: &'static str,
    pub not_yet: &'static str,
    pub remove: fn(round: &str) -> String,
    pub now_in: fn(round: &str) -> String,
    pub was_handed_in: fn(round: &str) -> String,

    // A new round.
    pub new_round: &'static str,
    pub new_title: &'static str,
    pub name: &'static str,
    pub which_documents: &'static str,
    pub all_documents: fn(count: usize) -> String,
    pub at_random: &'static str,
    pub how_many: &'static str,
    pub out_of: fn(count: usize) -> String,
    pub seed: &'static str,
    pub seed_why: &'static str,
    pub order: &'static str,
    pub shuffled: &'static str,
    pub as_listed: &'static str,
    pub sight: &'static str,
    pub blind_why: &'static str,
    pub open_why: &'static str,
    pub who_codes: &'static str,
    pub add_person: &'static str,
    pub add_person_hint: &'static str,
    pub add: &'static str,
    pub plan: &'static str,
    pub nobody: &'static str,
    pub no_number: &'static str,

    // Handing over.
    pub hand_over: &'static str,
    pub hand_over_why: &'static str,
    pub package_name: fn(coder: &str, round: Round) -> String,

    // A blind round.
    pub blind_round: &'static str,
    pub blind_part: fn(done: usize, of: usize) -> String,
    pub blind_notice: &'static str,
    pub no_cues: &'static str,
    pub no_figures: &'static str,
    pub cell: fn(label: &str, count: usize, is_done: bool, is_current: bool) -> String,
}
