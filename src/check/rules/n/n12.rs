//! A difference of percentages told as a percentage.

use crate::check::class::Class;
use crate::check::finding::{Level, Source};
use crate::check::number::{Number, arabic};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N12.
pub(super) static RULE: Rule =
    Rule::new("N12", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

const VERBS: [&str; 8] = ["提高", "提升", "上升", "增加", "下降", "降低", "回落", "减少"];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for range in para.find("%个百分点") {
        hits.push(Hit::new(para, range).kind("both").fix("个百分点"));
    }
    for sentence in &para.sentences {
        let numbers: Vec<Number> = sentence
            .clone()
            .filter(|&it| para.class_before(it) != Class::Digit && para.before(it) != '.')
            .filter_map(|it| arabic(para, it))
            .filter(|it| para.at(it.range.end) == '%')
            .collect();
        for three in numbers.windows(3) {
            let [from, to, by] = three else { continue };
            let starts = matches!(para.before(from.range.start), '从' | '由');
            let reaches = matches!(para.before(to.range.start), '到' | '至' | '为');
            let verb = VERBS.iter().find(|it| {
                para.ends_with(by.range.start, it)
                    || para.ends_with(by.range.start.saturating_sub(1), it)
                        && para.before(by.range.start) == '了'
            });
            let near = to.range.start - from.range.end < 12 && by.range.start - to.range.end < 12;
            let is_points = ((to.value - from.value).abs() - by.value).abs() < 0.005;
            if starts && reaches && near && verb.is_some() && is_points {
                let end = by.range.end;
                hits.push(
                    Hit::new(para, by.range.start..end + 1)
                        .unsafe_fix(format!("{}个百分点", para.slice(by.range.clone()))),
                );
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
        wrong(&RULE, "利用率从5%提高到8%，提高3%。", "利用率从5%提高到8%，提高3个百分点。");
        wrong(&RULE, "提高3%个百分点。", "提高3个百分点。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "利用率从5%提高到8%，增长60%。高近7个百分点，增长3%。");
    }
}
