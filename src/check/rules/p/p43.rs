//! The name of a document without 《》 in a text that has them elsewhere.

use crate::check::class::{Class, is_han};
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P43.
pub(super) static RULE: Rule = Rule::new(
    "P43",
    Level::Hint,
    Source::standard("GB/T 15834—2011，4.15.3"),
    Scope::Document(find),
);

const VERBS: [&str; 4] = ["修订", "印发", "颁布", "修订了"];
const KINDS: [&str; 6] = ["办法", "规则", "规定", "条例", "细则", "制度"];

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let ends = |it: &str| {
        KINDS
            .iter()
            .any(|kind| it.contains(&format!("{kind}》")) || it.contains(&format!("{kind}（")))
    };
    if !ctx.text.paras.iter().any(|it| it.text.contains('《') && ends(&it.text)) {
        return Vec::new();
    }
    ctx.text.paras.iter().filter(|it| it.is_prose()).flat_map(of_para).collect()
}

fn of_para(para: &Para) -> Vec<Hit> {
    let mut hits = Vec::new();
    for verb in VERBS {
        for range in para.find(verb) {
            let start = range.end;
            let n = para.chars.iter().skip(start).take_while(|&&it| is_han(it)).count();
            let words = para.slice(start..start + n);
            let is_end = matches!(para.class(start + n), Class::Point)
                || matches!(para.at(start + n), '(' | '（');
            let is_general = [
                "有关",
                "相关",
                "一系列",
                "等",
                "若干",
                "配套",
                "实施细则",
                "各项",
                "管理制度",
                "规章制度",
            ]
            .iter()
            .any(|it| words.contains(it));
            let is_kind = KINDS.iter().any(|it| words.ends_with(it));
            if is_kind
                && is_end
                && (10..=30).contains(&n)
                && !is_general
                && !para.any_exempt(start..start + n, Exempt::OTHERS)
            {
                hits.push(Hit::new(para, start..start + n).unsafe_fix(format!("《{words}》")));
            }
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
            "修订⟦云溪市档案馆档案收集工作规则⟧、查阅规则，印发《云溪市档案馆查阅办法》。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "修订云溪市档案馆档案收集工作规则、查阅规则。");
        silent(&RULE, "制定有关档案收集整理工作的管理办法，印发《云溪市档案馆查阅办法》。");
    }
}
