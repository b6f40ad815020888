//! 标点: punctuation and width.

pub(in crate::check) mod lists;
mod p01;
mod p02;
mod p03;
mod p04;
mod p05;
mod p06;
mod p07;
mod p08;
mod p09;
mod p10;
mod p11;
mod p12;
mod p13;
mod p14;
mod p15;
mod p16;
mod p17;
mod p18;
mod p19;
mod p20;
mod p21;
mod p22;
mod p23;
mod p24;
mod p25;
pub(in crate::check) mod spans;

use crate::check::rule::Rule;

/// The rules of this group that are built.
pub static RULES: &[&Rule] = &[
    &p01::RULE,
    &p02::RULE,
    &p03::RULE,
    &p04::RULE,
    &p05::RULE,
    &p06::RULE,
    &p07::RULE,
    &p08::RULE,
    &p09::RULE,
    &p10::RULE,
    &p11::RULE,
    &p12::RULE,
    &p13::RULE,
    &p14::RULE,
    &p15::RULE,
    &p16::RULE,
    &p17::RULE,
    &p18::RULE,
    &p19::RULE,
    &p20::RULE,
    &p21::RULE,
    &p22::RULE,
    &p23::RULE,
    &p24::RULE,
    &p25::RULE,
];
