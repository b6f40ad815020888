//! An office behind a name in running text: 市委王某某书记 → 市委书记王某某.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// G01.
pub(super) static RULE: Rule =
    Rule::new("G01", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

/// What stands before the name.
const ORGANS: [&str; 12] = [
    "自治区党委",
    "自治区政府",
    "自治区",
    "省委",
    "省政府",
    "市委",
    "市政府",
    "县委",
    "县政府",
    "区委",
    "区政府",
    "政协",
];

/// What stands behind it.
const OFFICES: [&str; 12] = [
    "书记",
    "副书记",
    "主席",
    "副主席",
    "省长",
    "副省长",
    "市长",
    "副市长",
    "县长",
    "副县长",
    "区长",
    "副区长",
];

/// Surnames that are not at the same time the beginning of an office or a body.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟龙雷段钱汤尹黎易武乔贺赖龚鹿莫韦覃蓝梁马";

/// Characters of names of bodies and duties, which no name has.
const OFFICIAL: &str = "委员会常务党政府办公厅室局处科部组长副书记主席任代理原级届县市区镇乡村街道和及与的第直属机关检察法院审计监纪协商人大统战宣传";

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut idx = 0;
    while idx < para.len() {
        match name_before_office(para, idx) {
            Some((organ, name, office)) => {
                let end = idx + organ + name + office;
                let (organ, rest) = (para.slice(idx..idx + organ), idx + organ);
                let (name, office) = (para.slice(rest..rest + name), para.slice(rest + name..end));
                if !para.any_exempt(idx..end, Exempt::OTHERS) {
                    hits.push(Hit::new(para, idx..end).fix(format!("{organ}{office}{name}")));
                }
                idx = end;
            }
            None => idx += 1,
        }
    }
    hits
}

/// The lengths of organ, name and office that stand there.
fn name_before_office(para: &Para, idx: usize) -> Option<(usize, usize, usize)> {
    // An organ begins with one of these.
    if !matches!(para.at(idx), '自' | '省' | '市' | '县' | '区' | '政') {
        return None;
    }
    let organ = ORGANS.iter().find(|it| para.starts_with(idx, it))?.chars().count();
    let name = idx + organ;
    if !SURNAMES.contains(para.at(name)) {
        return None;
    }
    [2, 3].into_iter().find_map(|n| {
        let office =
            OFFICES.iter().filter(|it| para.starts_with(name + n, it)).max_by_key(|it| it.len())?;
        let is_name = (name + 1..name + n).all(|it| {
            let c = para.at(it);
            crate::check::class::is_han(c) && !OFFICIAL.contains(c)
        });
        is_name.then_some((organ, n, office.chars().count()))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "得到市委王岱青书记、省政府陈默副省长批示。",
            "得到市委书记王岱青、省政府副省长陈默批示。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "市委书记王岱青出席。");
        silent(&RULE, "市委常委副书记、县政府办公室主任。");
        silent(&RULE, "市委张书记讲话。");
        silent(&RULE, "政协主席会议。");
    }
}
