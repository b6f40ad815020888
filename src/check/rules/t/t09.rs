//! A title and a signature that name different organs.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// T09.
pub(super) static RULE: Rule =
    Rule::new("T09", Level::Doubt, Source::PRACTICE, Scope::Document(find));

/// What names of organs end with.
const ENDS: &str = "局厅委办院处会府馆所室部";

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(it) = title::of(ctx.text) else { return Vec::new() };
    let signature = ctx.text.facts.signature.trim();
    let organ = organ(&it.text);
    let is_organ = |name: &str| 4 <= name.chars().count() && name.ends_with(|c| ENDS.contains(c));
    // Several organs, or a person beside the organ, are another matter.
    if !is_organ(&organ)
        || !is_organ(signature)
        || signature.contains(['、', ' ', '　'])
        || organ.contains('、')
    {
        return Vec::new();
    }
    if signature == organ || signature.contains(&organ) || organ.contains(signature) {
        return Vec::new();
    }
    let hit = Hit::new(it.last, 0..it.last.len());
    vec![hit.arg("title", organ).arg("signature", signature)]
}

/// What stands before 关于 or before the year.
fn organ(title: &str) -> String {
    let before = title.split("关于").next().unwrap_or_default();
    before.chars().take_while(|c| !c.is_ascii_digit() && *c != '二').collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "#⟦云溪市档案局关于2024年工作的报告⟧\n正文。\n@云溪市档案馆");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#云溪市档案局关于2024年工作的报告\n正文。\n@云溪市档案局");
        silent(&RULE, "#档案局2024年工作总结\n正文。\n@云溪市档案局");
        silent(&RULE, "#2024年工作总结\n正文。\n@云溪市档案局");
    }
}
