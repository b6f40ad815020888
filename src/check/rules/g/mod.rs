//! 人名、职务、文风.

use crate::check::rule::Rule;

/// The rules of this group that are built.
pub static RULES: &[&Rule] = &[];
