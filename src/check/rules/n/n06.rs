//! Time that is told from when one writes: 今年, 去年, 日前.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::lexicon::{Lexicon, Word};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N06.
pub(super) static RULE: Rule =
    Rule::new("N06", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

static WORDS: Lexicon = Lexicon::new(&[
    Word::new("今年", ""),
    Word::new("去年", ""),
    Word::new("明年", ""),
    Word::new("前年", "")
        .not_after(&["之", "以", "目", "十", "百", "千", "几", "多", "数", "两", "三"]),
    Word::new("日前", "").not_after(&[
        "月", "今", "生", "节", "假", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "一", "二",
        "三", "五", "十",
    ]),
    Word::new("近日", "").not_after(&["最", "附"]).not_before(&["本"]),
    Word::new("上个月", ""),
    Word::new("年内", "")
        .not_after(&[
            "今", "本", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "一", "二", "两", "三",
            "四", "五", "六", "七", "八", "九", "十", "几", "数", "百", "多", "同", "当",
        ])
        .not_before(&["部"]),
]);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    if !para.is_prose() {
        return Vec::new();
    }
    WORDS.find(para, Exempt::OTHERS).into_iter().map(|(range, _)| Hit::new(para, range)).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "截至⟦今年⟧9月，比⟦去年⟧增长；⟦年内⟧召开会议4次。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "6月30日前完成，三年内建成，目前进展顺利，2日前报送，年内部考核。");
    }
}
