//! 单位: the unit's own words and wording.

mod u01;
mod u02;

use crate::check::rule::Rule;

/// The rules of this group that are built.
pub static RULES: &[&Rule] = &[&u01::RULE, &u02::RULE];
