//! A fixed word with Arabic digits.

use std::ops::Range;

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::lexicon::{Lexicon, Word};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N18.
pub(super) static RULE: Rule = Rule::new(
    "N18",
    Level::Error,
    Source::standard("GB/T 15835—2011，4.1.3、4.2.3"),
    Scope::Paragraph(find),
)
.safe();

static WORDS: Lexicon = Lexicon::new(&[
    Word::new("1带1路", "一带一路"),
    Word::new("一带1路", "一带一路"),
    Word::new("3农", "三农").not_before(&["家", "户", "场"]),
    Word::new("3严3实", "三严三实"),
    Word::new("2学1做", "两学一做"),
    Word::new("4个意识", "四个意识"),
    Word::new("4个自信", "四个自信"),
    Word::new("2个维护", "两个维护"),
    Word::new("2个确立", "两个确立"),
    Word::new("5四运动", "五四运动"),
    Word::new("中央8项规定", "中央八项规定"),
    Word::new("3重1大", "三重一大"),
    Word::new("3公经费", "三公经费"),
    Word::new("1府2院", "一府两院"),
    Word::new("4风问题", "四风问题"),
    Word::new("3会1课", "三会一课"),
    Word::new("星期1", "星期一"),
    Word::new("星期2", "星期二"),
    Word::new("星期3", "星期三"),
    Word::new("星期4", "星期四"),
    Word::new("星期5", "星期五"),
    Word::new("星期6", "星期六"),
    Word::new("10佳", "十佳"),
]);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let is_free = |range: &Range<usize>| {
        para.class_before(range.start) != Class::Digit
            && !matches!(para.before(range.start), '第' | '.' | ',')
    };
    let found = WORDS.find(para, Exempt::URL).into_iter();
    found
        .filter(|it| is_free(&it.0))
        .map(|(range, word)| Hit::new(para, range).fix(word.right))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "推进“1带1路”建设，做好3农工作，星期5闭馆。",
            "推进“一带一路”建设，做好三农工作，星期五闭馆。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "建设5G、召开G20，格式为MP3，扶持第3农场和13农户，三农。");
    }
}
