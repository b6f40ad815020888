//! 事实和一致性: what the figures, the names and the years of a report say to each
//! other. The sum is shown; no rule of this group rewrites a number.

mod c01;
mod c02;
mod c03;
mod c04;
mod c05;
mod c06;
mod c07;
mod c08;
mod c09;
mod c10;
mod c12;
mod c13;
mod c14;
mod c15;
mod c16;
mod names;
mod sight;

use crate::check::rule::Rule;

/// The rules of this group that are built. C11 needs a list of office-holders
/// that nobody may build in.
pub static RULES: &[&Rule] = &[
    &c01::RULE,
    &c02::RULE,
    &c03::RULE,
    &c04::RULE,
    &c05::RULE,
    &c06::RULE,
    &c07::RULE,
    &c08::RULE,
    &c09::RULE,
    &c10::RULE,
    &c12::RULE,
    &c13::RULE,
    &c14::RULE,
    &c15::RULE,
    &c16::RULE,
];
