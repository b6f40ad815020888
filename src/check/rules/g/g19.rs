//! A comma between a titled work and its predicate: 起草的《…》，已经…印发.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// G19.
pub(super) static RULE: Rule = Rule::new(
    "G19",
    Level::Hint,
    Source::standard("GB/T 15834—2011，4.4.3.2"),
    Scope::Paragraph(find),
)
.gathering();

const PREDICATES: [&str; 8] = ["已经", "已由", "已印发", "获得", "荣获", "获全", "被列为", "进入"];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for range in para.find("》") {
        let comma = range.end;
        if !matches!(para.at(comma), '，' | ',') {
            continue;
        }
        let is_subject = PREDICATES.iter().any(|it| para.starts_with(comma + 1, it));
        let start = para.sentence(comma).start;
        // The subject is all that stands before: 起草的《…》, without a mark.
        let subject: String = para.slice(start..comma);
        let opening = subject.split('《').next().unwrap_or_default();
        if is_subject && opening.ends_with('的') && !opening.contains(['，', ',', '；', '：']) {
            hits.push(Hit::new(para, comma..comma + 1).fix(""));
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
            "办公室起草的《管理办法》，已经审议通过。",
            "办公室起草的《管理办法》已经审议通过。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "为落实《管理办法》，已经制定细则。");
        silent(&RULE, "会后印发《管理办法》，进入实施阶段。");
    }
}
