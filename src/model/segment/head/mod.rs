//! The printed head of a paper.

mod days;
mod numbers;
mod people;
mod read;
mod roles;
mod title;

pub(in crate::model::segment) use read::read;
