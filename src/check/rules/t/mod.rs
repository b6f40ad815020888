//! 标题.

mod t01;
mod t02;
mod t03;
mod t04;
mod t05;
mod t06;
mod t08;
mod t09;
pub(super) mod title;

use crate::check::rule::Rule;

/// The rules of this group that are built.
pub static RULES: &[&Rule] = &[
    &t01::RULE,
    &t02::RULE,
    &t03::RULE,
    &t04::RULE,
    &t05::RULE,
    &t06::RULE,
    &t08::RULE,
    &t09::RULE,
];
