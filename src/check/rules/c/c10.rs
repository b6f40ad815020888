//! A name that an institution or a programme had before the report's time, by a
//! dated table.

use std::sync::OnceLock;

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::lexicon::Firsts;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::c::sight::table;
use crate::check::text::Para;

/// C10.
pub(super) static RULE: Rule =
    Rule::new("C10", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static NAMES: &str = include_str!("c10.tsv");

/// A name that has changed.
struct Name {
    old: &'static str,
    new: &'static str,
    from: u16,
    not_behind: &'static str,
}

/// The names of the table, and what they begin with.
struct Names {
    rows: Vec<Name>,
    firsts: Firsts,
}

impl Names {
    fn read() -> Self {
        let name = |row: Vec<&'static str>| {
            let [old, new, from, ..] = *row.as_slice() else { return None };
            let not_behind = row.get(3).copied().unwrap_or_default();
            Some(Name { old, new, from: from.parse().ok()?, not_behind })
        };
        let rows: Vec<Name> = table(NAMES).filter_map(name).collect();
        let mut firsts = Firsts::default();
        rows.iter().filter_map(|it| it.old.chars().next()).for_each(|it| firsts.add(it));
        Self { rows, firsts }
    }

    /// Whether any name stands in the paragraph, in one pass.
    fn is_any_in(&self, para: &Para) -> bool {
        let begins = |&idx: &usize| self.firsts.has(para.at(idx));
        let stands = |idx| self.rows.iter().any(|it| para.starts_with(idx, it.old));
        (0..para.len()).filter(begins).any(stands)
    }
}

fn find(para: &Para, ctx: &Ctx<'_>) -> Vec<Hit> {
    static READY: OnceLock<Names> = OnceLock::new();
    let Some(year) = ctx.text.facts.year else { return Vec::new() };
    let names = READY.get_or_init(Names::read);
    if !names.is_any_in(para) {
        return Vec::new();
    }
    let mut hits: Vec<Hit> = Vec::new();
    for &Name { old, new, from, not_behind } in &names.rows {
        if year < from {
            continue;
        }
        for range in para.find(old) {
            let inside = |it: &Hit| it.place.start <= range.start && range.end <= it.place.end;
            let is_other = not_behind.contains(para.at(range.end)) && para.at(range.end) != '\0';
            let is_longer = para.ends_with(range.start, "国家") && old != "国家旅游局";
            if hits.iter().any(inside)
                || is_other
                || is_longer
                || is_history(para, range.start, from)
            {
                continue;
            }
            // The titles of works and what others said stay as they were.
            if para.any_exempt(range.clone(), Exempt::OTHERS.and(Exempt::QUOTED)) {
                continue;
            }
            hits.push(Hit::new(para, range).arg("old", old).arg("new", new));
        }
    }
    hits
}

/// Whether the sentence speaks of a time in which the name was right.
fn is_history(para: &Para, at: usize, from: u16) -> bool {
    let before = para.slice(at.saturating_sub(3)..at);
    let sentence = para.slice(para.sentence(at));
    let is_old = |year: u16| sentence.contains(&format!("{year}年"));
    before.contains('原') || before.contains("时任") || (from.saturating_sub(20)..from).any(is_old)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn a_name_of_old_is_found() {
        marked(&RULE, "#2021年度工作报告\n会同市⟦环境保护局⟧开展检查，推进⟦南向通道⟧建设。");
        marked(&RULE, "#2024年度工作报告\n得到⟦国土资源部⟧的支持。");
    }

    #[test]
    fn names_of_their_time_are_right() {
        silent(&RULE, "#2017年度工作报告\n会同市环境保护局开展检查。");
        silent(&RULE, "#2021年度工作报告\n2016年，市环境保护局挂牌；原环境保护局的人员。");
        silent(&RULE, "#2021年度工作报告\n落实《南向通道建设规划》，各农业部门和文化部门配合。");
        silent(&RULE, "会同市环境保护局开展检查。");
    }
}
