//! Names of days that are written with months and days.

use std::ops::Range;

use crate::check::class::{Class, is_numeral};
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::lexicon::{Lexicon, Word};
use crate::check::number::arabic;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N20.
pub(super) static RULE: Rule = Rule::new(
    "N20",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，4.14.3.5；GB/T 15835—2011，5.1.6、5.2.3"),
    Scope::Paragraph(find),
);

static WORDS: Lexicon = Lexicon::new(&[
    Word::new("一二九运动", "一二·九运动"),
    Word::new("一二八事变", "一二·八事变"),
    Word::new("一二一运动", "一二·一运动"),
    Word::new("五·四", "五四"),
    Word::new("五·一", "五一"),
    Word::new("七·一", "七一"),
    Word::new("八·一", "八一"),
    Word::new("六·一", "六一"),
    Word::new("三·八", "三八"),
    Word::new("七·七", "七七"),
    Word::new("九·一八", "九一八"),
    Word::new("五·卅", "五卅"),
]);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let is_part = |range: &Range<usize>| {
        is_numeral(para.before(range.start))
            || is_numeral(para.at(range.end))
            || para.at(range.end) == '·'
            || para.before(range.start) == '·'
    };
    let words = WORDS.find(para, Exempt::TITLE).into_iter().filter(|it| !is_part(&it.0));
    let mut hits: Vec<Hit> =
        words.map(|(range, word)| Hit::new(para, range).fix(word.right)).collect();
    for number in para.numbers.iter().filter(|it| it.is_arabic) {
        let start = number.range.start;
        if para.is_exempt(start, Exempt::QUOTED.and(Exempt::TITLE))
            || para.class_before(start) == Class::Digit
        {
            continue;
        }
        let (month, end) = match number.decimals {
            0 if para.at(number.range.end) == '·' => {
                let Some(day) = arabic(para, number.range.end + 1)
                    .filter(|it| it.decimals == 0 && it.value <= 31.0)
                else {
                    continue;
                };
                (number.value, day.range.end)
            }
            1 | 2 => (number.value.trunc(), number.range.end),
            _ => continue,
        };
        let is_event = ["事件", "事故", "恐怖袭击", "晚会", "专项行动", "大地震"]
            .iter()
            .any(|it| para.starts_with(end, it));
        if is_event && (1.0..=12.0).contains(&month) {
            let fix = format!("“{}”", para.slice(start..end).replace('.', "·"));
            hits.push(Hit::new(para, start..end).fix(fix));
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
        wrong(
            &RULE,
            "纪念五·四运动、一二九运动，汲取9.11事件教训。",
            "纪念五四运动、一二·九运动，汲取“9·11”事件教训。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "纪念五四运动，“9·11”事件，“一二·九”运动，增长9.11倍，十五·一。");
    }
}
