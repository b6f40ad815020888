//! 错别字和易混词.

pub(super) mod list;
mod w01;
mod w02;
mod w03;
mod w04;
mod w05;
mod w06;
mod w07;
mod w08;
mod w09;
mod w10;
mod w11;
mod w12;
mod w13;
mod w14;
mod w15;
mod w16;
mod w17;
mod w18;
mod w19;
mod w20;
mod w21;
mod w22;
mod w23;
mod w24;
mod w25;
mod w26;
mod w27;
mod w28;
mod w29;
mod w30;
mod w31;
mod w32;
mod w33;
mod w34;

use crate::check::rule::Rule;

/// The rules of this group that are built.
pub static RULES: &[&Rule] = &[
    &w01::RULE,
    &w02::RULE,
    &w03::RULE,
    &w04::RULE,
    &w05::RULE,
    &w06::RULE,
    &w07::RULE,
    &w08::RULE,
    &w09::RULE,
    &w10::RULE,
    &w11::RULE,
    &w12::RULE,
    &w13::RULE,
    &w14::RULE,
    &w15::RULE,
    &w16::RULE,
    &w17::RULE,
    &w18::RULE,
    &w19::RULE,
    &w20::RULE,
    &w21::RULE,
    &w22::RULE,
    &w23::RULE,
    &w24::RULE,
    &w25::RULE,
    &w26::RULE,
    &w27::RULE,
    &w28::RULE,
    &w29::RULE,
    &w30::RULE,
    &w31::RULE,
    &w32::RULE,
    &w33::RULE,
    &w34::RULE,
];
