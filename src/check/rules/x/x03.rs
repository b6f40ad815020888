//! Placeholders that wait to be filled.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// X03.
pub(super) static RULE: Rule =
    Rule::new("X03", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

const WORDS: [&str; 11] = [
    "【待补",
    "【待定",
    "【待核",
    "（待补）",
    "（待定）",
    "（待核实）",
    "TODO",
    "××",
    "XX",
    "ＸＸ",
    "xx",
];

/// What a gap stands before; behind a surname it keeps a person from view.
const COUNTED: &str =
    "年月日时分万亿元个人次户项件条份篇处家名省市县区镇乡村局部委厅办处单公项同志%％，。、；）》";

/// What stands behind 某某 where it is no person kept from view.
const BODIES: [&str; 12] =
    ["局", "单位", "公司", "县", "市", "区", "镇", "乡", "村", "部门", "项目", "年"];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut idx = 0;
    while idx < para.len() {
        let Some(end) = placeholder(para, idx) else {
            idx += 1;
            continue;
        };
        if !para.is_exempt(idx, Exempt::FOREIGN.and(Exempt::OTHERS)) {
            hits.push(Hit::new(para, idx..end));
        }
        idx = end;
    }
    hits
}

fn placeholder(para: &Para, idx: usize) -> Option<usize> {
    let c = para.at(idx);
    if !matches!(c, '【' | '（' | 'T' | '×' | 'X' | 'Ｘ' | 'x' | '某') {
        return None;
    }
    if para.starts_with(idx, "某某") {
        let end = idx + 2;
        return BODIES.iter().any(|it| para.starts_with(end, it)).then_some(end);
    }
    let word = WORDS.iter().find(|it| para.starts_with(idx, it))?;
    let mut end = idx + word.chars().count();
    if c == '【' {
        // To its bracket, so that the reader sees what is to be filled.
        end = (end..para.len().min(end + 30))
            .find(|&it| para.at(it) == '】')
            .map_or(end, |it| it + 1);
        return Some(end);
    }
    while para.at(end) == c && c != '（' {
        end += 1;
    }
    if para.class_before(idx) == Class::Han
        && !matches!(c, 'T' | '（')
        && !COUNTED.contains(para.at(end))
        && end < para.len()
    {
        return None;
    }
    // XXL, 2×2 and codes are no gaps.
    let is_code = |it: Class| matches!(it, Class::Latin | Class::Digit);
    (!is_code(para.class_before(idx)) && !is_code(para.class(end))).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "⟦XX⟧年完成⟦【待补：金额】⟧万元，⟦××⟧县和⟦某某⟧单位。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "工作服XXL码30件，林××受到表彰。");
        silent(&RULE, "张某某等3人被查处。");
        silent(&RULE, "（试行）。");
    }
}
