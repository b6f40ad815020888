//! A measure word that does not suit its noun.

use crate::check::class::{Class, is_han};
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N24.
pub(super) static RULE: Rule =
    Rule::new("N24", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

const PAPERS: [&str; 7] = ["板报", "黑板报", "墙报", "简报", "专报", "快报", "宣传栏"];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for number in para.numbers.iter() {
        let mut end = number.range.end;
        while matches!(para.at(end), '多' | '余') {
            end += 1;
        }
        let start = number.range.start;
        let hit = |right: &'static str| {
            let words = para.slice(start..end);
            Hit::new(para, start..end + 1).unsafe_fix(format!("{words}{right}")).arg("right", right)
        };
        match para.at(end) {
            '个' => {
                let paper = PAPERS.iter().any(|it| para.ends_with(start, it));
                let is_end = para.class(end + 1) != Class::Han;
                if paper && is_end {
                    hits.push(hit("期"));
                }
            }
            '期' if ["召开", "举行", "召开了", "举行了"]
                .iter()
                .any(|it| para.ends_with(start, it)) =>
            {
                let n =
                    para.chars.iter().skip(end + 1).take(16).take_while(|&&it| is_han(it)).count();
                let noun = para.slice(end + 1..end + 1 + n);
                if noun.ends_with('会') || noun.ends_with("会议") {
                    hits.push(hit("次"));
                }
            }
            _ => {}
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
            "出版板报20多个，召开2期档案利用座谈会，完成任务。",
            "出版板报20多期，召开2次档案利用座谈会，完成任务。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "举办培训班2期，出版板报20多期，召开座谈会2次，简报20个版面，召开2期培训。");
    }
}
