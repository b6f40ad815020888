//! Digits and letters of full width.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P08.
pub(super) static RULE: Rule = Rule::new(
    "P08",
    Level::Error,
    Source::standard("GB/T 15835—2011，5.1.7"),
    Scope::Paragraph(find),
)
.safe()
.gathering();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut idx = 0;
    while idx < para.len() {
        let n = para.classes.iter().skip(idx).take_while(|&&it| it == Class::Wide).count();
        if n != 0 && !para.is_exempt(idx, Exempt::QUOTED) {
            let half = |c: &char| char::from_u32(u32::from(*c) - 0xfee0).unwrap_or(*c);
            let fix: String =
                para.chars.get(idx..idx + n).unwrap_or_default().iter().map(half).collect();
            hits.push(Hit::new(para, idx..idx + n).fix(fix));
        }
        idx += n.max(1);
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "２０２４年共１５件，评为Ａ级。", "2024年共15件，评为A级。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "2024年共15件，品牌“Ａ＋”。");
    }
}
