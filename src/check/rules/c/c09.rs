//! A slogan of numbers that nobody outside the unit knows, and that the text does
//! not explain: “五要六新”.

use std::collections::BTreeSet;

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::c::sight::table;
use crate::check::text::Para;

/// C09.
pub(super) static RULE: Rule =
    Rule::new("C09", Level::Hint, Source::PRACTICE, Scope::Document(find));

static KNOWN: &str = include_str!("c09.tsv");

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let known: BTreeSet<&str> = table(KNOWN).map(|it| it[0]).collect();
    let mut seen = BTreeSet::new();
    let mut hits = Vec::new();
    for para in ctx.text.paras.iter().filter(|it| it.is_prose()) {
        for open in para.find("“") {
            let len = para.chars.iter().skip(open.end).take(9).position(|&it| it == '”');
            let Some(len) = len else { continue };
            let range = open.end..open.end + len;
            let words = para.slice(range.clone());
            if !is_slogan(&words) || known.contains(words.as_str()) || !seen.insert(words.clone()) {
                continue;
            }
            if !is_explained(para, &range) {
                hits.push(Hit::new(para, range).arg("words", words));
            }
        }
    }
    hits
}

/// Begins with a number of two to ten and says nothing by itself: 五大, 五要六新.
fn is_slogan(words: &str) -> bool {
    let chars: Vec<char> = words.chars().collect();
    let is_number = |it: &char| "两三四五六七八九十".contains(*it);
    let n = chars.iter().filter(|it| is_number(it)).count();
    let is_pairs =
        chars.len() == 4 && chars.iter().step_by(2).all(|it| is_number(it) || *it == '一');
    let is_bare = (2..=4).contains(&chars.len())
        && chars
            .get(1)
            .is_some_and(|it| matches!(it, '大' | '个' | '项' | '要' | '抓' | '强' | '化' | '有'));
    chars.first().is_some_and(is_number) && (is_pairs && 1 < n || is_bare && n == 1)
}

/// Whether the text says what it stands for.
fn is_explained(para: &Para, range: &std::ops::Range<usize>) -> bool {
    let behind = para.slice(range.end + 1..(range.end + 9).min(para.len()));
    let before = para.slice(range.start.saturating_sub(14)..range.start.saturating_sub(1));
    behind.starts_with(['（', '(', '：', ':']) || behind.contains('：') || behind.contains("即") || behind.contains("是指")
        // 甲、乙、丙的“三大”行动 lists them in front.
        || 2 <= before.matches('、').count() || before.ends_with('等')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn a_slogan_without_a_word_of_what_it_is_is_found() {
        marked(&RULE, "按照“⟦五要六新⟧”的总要求，践行“五要六新”。");
        marked(&RULE, "举办践行“⟦五大⟧”担当作为讲坛。");
    }

    #[test]
    fn what_is_known_or_explained_is_right() {
        silent(&RULE, "增强“四个意识”，推进“一带一路”建设，开展“同心”讲座。");
        silent(&RULE, "按照“五要六新”（要忠诚、要担当……）的总要求。");
        silent(&RULE, "学校、医院、社区“三大”阵地。");
    }
}
