//! 标点: punctuation and width.

mod p01;

use crate::check::rule::Rule;

/// The rules of this group that are built.
pub static RULES: &[&Rule] = &[&p01::RULE];
