//! 数字、日期、单位.

pub(in crate::check) mod calendar;
mod n01;
mod n02;
mod n03;
mod n04;
mod n05;
mod n06;
mod n07;
mod n08;
mod n09;
mod n10;
mod n11;
mod n12;
mod n13;
mod n14;
mod n15;
mod n16;
mod n17;
mod n18;
mod n19;
mod n20;
mod n21;
mod n22;
mod n23;
mod n24;
mod n26;
mod n27;

use crate::check::rule::Rule;

/// The rules of this group that are built.
pub static RULES: &[&Rule] = &[
    &n01::RULE,
    &n02::RULE,
    &n03::RULE,
    &n04::RULE,
    &n05::RULE,
    &n06::RULE,
    &n07::RULE,
    &n08::RULE,
    &n09::RULE,
    &n10::RULE,
    &n11::RULE,
    &n12::RULE,
    &n13::RULE,
    &n14::RULE,
    &n15::RULE,
    &n16::RULE,
    &n17::RULE,
    &n18::RULE,
    &n19::RULE,
    &n20::RULE,
    &n21::RULE,
    &n22::RULE,
    &n23::RULE,
    &n24::RULE,
    &n26::RULE,
    &n27::RULE,
];
