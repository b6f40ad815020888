//! the unit's own words.

use crate::check::rule::Rule;

/// The rules of this group that are built.
pub static RULES: &[&Rule] = &[];
