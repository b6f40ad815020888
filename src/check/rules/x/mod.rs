//! 残留、重复、占位.

mod x01;
mod x02;
mod x03;
mod x04;
mod x05;
mod x06;

use std::collections::BTreeMap;

use crate::check::rule::Rule;

/// The rules of this group that are built.
pub static RULES: &[&Rule] =
    &[&x01::RULE, &x02::RULE, &x03::RULE, &x04::RULE, &x05::RULE, &x06::RULE];

/// A table of characters, each with its right form behind it.
fn pairs(text: &str) -> BTreeMap<char, char> {
    let mut chars = text.chars().filter(|it| !it.is_whitespace());
    let mut table = BTreeMap::new();
    while let (Some(form), Some(right)) = (chars.next(), chars.next()) {
        table.insert(form, right);
    }
    table
}
