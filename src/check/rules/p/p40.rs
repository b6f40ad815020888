//! A sentence that goes on and on with commas.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P40.
pub(super) static RULE: Rule =
    Rule::new("P40", Level::Hint, Source::PRACTICE, Scope::Paragraph(find));

/// The longest sentence that is left alone, in characters.
const LENGTH: usize = 120;
/// The most commas that such a sentence may have.
const COMMAS: usize = 5;

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for sentence in para.sentences.iter().filter(|it| LENGTH < it.len() && para.is_prose()) {
        let count = |mark: char| {
            sentence
                .clone()
                .filter(|&it| para.at(it) == mark && !para.is_exempt(it, Exempt::QUOTE))
                .count()
        };
        if COMMAS < count('，') + count(',') && count('；') + count(';') == 0 {
            hits.push(Hit::new(para, sentence.clone()).arg("length", sentence.len().to_string()));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(
            &RULE,
            "⟦一年来，我们在上级的正确领导下，在各单位的大力支持下，紧紧围绕中心工作，全面加强档案收集整理，不断提高档案利用水平，着力夯实安全保管基础，认真开展各项主题活动，积极推进数字档案馆建设，稳步提升干部队伍素质，切实加强和改进作风，较好地完成了全年各项目标任务，取得了比较明显的成效，得到了广泛好评。⟧",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "一年来，我们抓收集，抓整理，抓利用，抓安全，抓队伍，抓作风，成效明显。");
    }
}
