//! 层次和序号.

mod f01;
mod f02;
mod f03;
mod f04;
mod f05;
mod f07;
mod outline;

use crate::check::rule::Rule;

/// The rules of this group that are built.
pub static RULES: &[&Rule] =
    &[&f01::RULE, &f02::RULE, &f03::RULE, &f04::RULE, &f05::RULE, &f07::RULE];
