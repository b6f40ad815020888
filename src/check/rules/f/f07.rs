//! A heading longer than a line, told once for the whole text.

use crate::assemble::document::Role;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::f::outline;
use crate::check::text::Para;

/// F07.
pub(super) static RULE: Rule =
    Rule::new("F07", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

/// Characters of a line of GB/T 9704—2012, 5.2.2.
const LINE: usize = 28;

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let is_heading = matches!(para.role, Role::Heading(1..=2));
    let heading = outline::alone(para).filter(|_| is_heading && LINE < para.len());
    // With a full stop it is a sentence, not a heading.
    heading
        .filter(|it| !para.slice(it.clone()).ends_with(['。', '；', ';']))
        .map(|it| Hit::new(para, it))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "=1 一、⟦围绕中心工作统筹推进档案资源体系建设和档案利用服务水平提升⟧");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "=1 一、总体情况");
        silent(&RULE, "=2+ （一）围绕中心。工作统筹推进档案资源体系建设和档案利用服务水平提升。");
    }
}
