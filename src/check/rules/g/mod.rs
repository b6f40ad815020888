//! 称谓、名称、文风.

mod g01;
mod g03;
mod g04;
mod g05;
mod g06;
mod g07;
mod g10;
mod g11;
mod g12;
mod g13;
mod g14;
mod g15;
mod g16;
mod g18;
mod g19;
mod g20;

use crate::check::rule::Rule;

/// The rules of this group that are built.
pub static RULES: &[&Rule] = &[
    &g01::RULE,
    &g03::RULE,
    &g04::RULE,
    &g05::RULE,
    &g06::RULE,
    &g07::RULE,
    &g10::RULE,
    &g11::RULE,
    &g12::RULE,
    &g13::RULE,
    &g14::RULE,
    &g15::RULE,
    &g16::RULE,
    &g18::RULE,
    &g19::RULE,
    &g20::RULE,
];
