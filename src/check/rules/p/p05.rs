//! Straight quotation marks round Chinese text.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P05.
pub(super) static RULE: Rule = Rule::new(
    "P05",
    Level::Error,
    Source::standard("GB/T 15834—2011，4.8.2"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (mark, open, close) in [('"', '“', '”'), ('\'', '‘', '’')] {
        let places: Vec<usize> = (0..para.len())
            .filter(|&it| para.at(it) == mark && !para.is_exempt(it, Exempt::FOREIGN))
            .filter(|&it| !is_measure_or_apostrophe(para, it))
            .collect();
        if places.len() % 2 == 1 {
            continue;
        }
        for pair in places.chunks_exact(2) {
            let &[start, end] = pair else { continue };
            let inside = para.classes.get(start + 1..end).unwrap_or_default();
            let around = [para.class_before(start), para.class(end + 1)];
            if inside.contains(&Class::Han) || around.contains(&Class::Han) {
                let words = para.slice(start + 1..end);
                let hit = Hit::new(para, start..end + 1);
                let is_nested = para.is_exempt(start, Exempt::QUOTED);
                let fix = if is_nested {
                    format!("‘{words}’")
                } else {
                    format!("{open}{words}{close}")
                };
                hits.push(if is_nested { hit.unsafe_fix(fix) } else { hit.fix(fix) });
            }
        }
    }
    hits
}

/// Inches, minutes of arc and apostrophes: behind a digit or between letters.
fn is_measure_or_apostrophe(para: &Para, idx: usize) -> bool {
    let before = para.class_before(idx);
    before == Class::Digit || (before == Class::Latin && para.class(idx + 1) == Class::Latin)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "全国\"两会\"期间", "全国“两会”期间");
        wrong(&RULE, "他说'好'。", "他说‘好’。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "采购5\"屏幕2块、7\"屏幕3块。");
        silent(&RULE, "全国“两会”期间，it's fine。");
    }
}
