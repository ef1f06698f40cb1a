//! What both ways of the exchange by REFI-QDA share: names that stay, variables, what the standard has no room for.

mod aside;
mod characters;
mod description;
mod guid;
mod variable;

pub(super) use aside::{Aside, AsidePaper, FILE as ASIDE};
pub(super) use characters::clean;
pub(super) use description::{facet_description, tag_description};
pub(super) use guid::{case, facet, group, guid, of_coding, tag, usual};
pub(super) use variable::{Kind, PAPER, QUESTION, Variable};
