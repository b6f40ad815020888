//! 公文要素.

mod e01;
mod e02;
mod e03;
mod e04;
mod e05;
mod e06;
mod e07;
mod e08;
mod e11;
mod e12;
mod e15;
mod e17;
mod e19;

use crate::check::rule::Rule;

/// The rules of this group that are built.
pub static RULES: &[&Rule] = &[
    &e01::RULE,
    &e02::RULE,
    &e03::RULE,
    &e04::RULE,
    &e05::RULE,
    &e06::RULE,
    &e07::RULE,
    &e08::RULE,
    &e11::RULE,
    &e12::RULE,
    &e15::RULE,
    &e17::RULE,
    &e19::RULE,
];
