//! The words that explain the columns of tables.

use super::field::Field;
use crate::model::Asked;

/// What columns and codes are called for people. The names of columns themselves stay in every language.
pub struct TableWords {
    /// What a column holds.
    pub about: fn(Field) -> String,
    /// Of a column that says whether a facet is set.
    pub facet: fn(name: &str) -> String,
    /// Of a column that says whether something was asked for.
    pub asked: fn(Asked) -> String,
    /// Of a column with the tags of one coder in one round.
    pub tag_by: fn(coder: &str, round: u32) -> String,
    /// Of a column that counts the questions with a tag.
    pub count_of: fn(tag: &str) -> String,
    /// The code of what is missing.
    pub not_coded: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
}
