//! An ellipsis together with 等.

use crate::check::class::Class;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P13.
pub(super) static RULE: Rule = Rule::new(
    "P13",
    Level::Error,
    Source::standard("GB/T 15834—2011，A.9.2"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for range in para.find("……等") {
        let next = para.at(range.end);
        let is_end =
            range.end == para.len() || matches!(para.class(range.end), Class::Point | Class::Close);
        let is_list = matches!(next, '物' | '项' | '方' | '问' | '工' | '内' | '多' | '情' | '地');
        if is_end || is_list {
            hits.push(Hit::new(para, range.start..range.end).fix("等"));
        }
    }
    for range in para.find("等……") {
        if para.before(range.start) != '等'
            && (range.end == para.len() || para.class(range.end) == Class::Point)
        {
            hits.push(Hit::new(para, range.start..range.end).fix("等"));
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
        wrong(&RULE, "购置桌、椅……等，发给各科室。", "购置桌、椅等，发给各科室。");
        wrong(&RULE, "购置桌、椅等……", "购置桌、椅等");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "站台上……等候的人很多。");
        silent(&RULE, "购置桌、椅等，还有柜子……");
    }
}
