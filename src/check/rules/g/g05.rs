//! 10省区市: a number before 省区市 wants 个.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// G05.
pub(super) static RULE: Rule =
    Rule::new("G05", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for word in ["省区市", "省市区"] {
        for range in para.find(word) {
            let mut start = range.start;
            let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十多".contains(c);
            while is_number(para.before(start)) {
                start -= 1;
            }
            if start < range.start {
                let number = para.slice(start..range.start);
                let fix = format!("{number}个省（自治区、直辖市）");
                hits.push(Hit::new(para, start..range.end).fix(fix));
            }
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "邻近9省区市参加。", "邻近9个省（自治区、直辖市）参加。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "各省区市高度重视。");
        silent(&RULE, "31个省区市参加。");
        silent(&RULE, "全国省区市中居首。");
    }
}
