//! The rules, one a file, by the groups of the list of rules.

pub mod c;
pub mod e;
pub mod f;
pub mod g;
pub mod n;
pub mod p;
pub mod s;
pub mod t;
#[cfg(test)]
mod table;
pub mod u;
pub mod w;
pub mod x;

use crate::check::rule::Rule;
use crate::check::settings::Settings;

/// The groups in the order of the list.
const GROUPS: [&[&Rule]; 11] = [
    p::RULES,
    n::RULES,
    f::RULES,
    t::RULES,
    e::RULES,
    x::RULES,
    c::RULES,
    g::RULES,
    w::RULES,
    s::RULES,
    u::RULES,
];

/// All rules that are built.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    GROUPS.into_iter().flatten().copied()
}

/// The rules that are on.
pub fn on(settings: &Settings) -> impl Iterator<Item = &'static Rule> {
    all().filter(|it| settings.is_on(it.id))
}

/// The rule with this id.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    all().find(|it| it.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn ids_are_unlike() {
        let ids: BTreeSet<_> = all().map(|it| it.id).collect();
        assert_eq!(ids.len(), all().count());
    }

    /// Every rule has a file of its own, with what it must find and what it
    /// must leave alone.
    #[test]
    fn every_rule_is_tested_both_ways() {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/rules");
        for rule in all() {
            let (group, id) = (rule.id[..1].to_lowercase(), rule.id.to_lowercase());
            let path = dir.join(group).join(format!("{id}.rs"));
            let code = fs::read_to_string(&path).unwrap_or_default();
            let tests: String =
                code.split("#[cfg(test)]").skip(1).flat_map(str::split_whitespace).collect();
            // Own words have tests with settings, which show both.
            if tests.contains("finds(&RULE,&settings") {
                continue;
            }
            let finds = tests.contains("wrong(&RULE") || tests.contains("marked(&RULE");
            assert!(finds, "{}: no test of what it finds in {}", rule.id, path.display());
            assert!(tests.contains("silent(&RULE"), "{}: no trap test", rule.id);
        }
    }
}
