//! 驻 of members of the CPPCC: they live there (住), they are not stationed there.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// W31.
pub(super) static RULE: Rule =
    Rule::new("W31", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

/// One character that stands for a province.
const PLACES: &str =
    "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川蜀贵黔云滇陕秦甘陇青台蒙桂藏宁新港澳";

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let is_member = |it: usize| {
        PLACES.contains(para.at(it))
            && ["全国政协委员", "的全国政协委员", "政协委员"]
                .iter()
                .any(|word| para.starts_with(it + 1, word))
    };
    para.find("驻").filter(|it| is_member(it.end)).map(|it| Hit::new(para, it).fix("住")).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "组织驻浙全国政协委员视察。", "组织住浙全国政协委员视察。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "住桂全国政协委员视察。");
        silent(&RULE, "驻桂部队、驻浙机构和驻桂全国人大代表。");
    }
}
