//! Latin letters without a word of Chinese for them, told once for the whole text.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};

/// G12.
pub(super) static RULE: Rule =
    Rule::new("G12", Level::Hint, Source::law("国家通用语言文字法第十一条"), Scope::Document(find))
        .gathering();

/// Letters that everybody knows, and units.
const KNOWN: [&str; 46] = [
    "GDP", "WTO", "CPI", "PPI", "APP", "App", "IT", "AI", "VR", "AR", "LED", "KTV", "ATM", "DNA",
    "CT", "PM", "IP", "ID", "NGO", "APEC", "CEPA", "RCEP", "PPP", "BOT", "BRT", "GPS", "ETC",
    "WiFi", "WIFI", "QQ", "MBA", "EMS", "UN", "ISO", "GB", "km", "kg", "kW", "kWh", "MW", "GW",
    "mm", "cm", "ml", "hm", "XX",
];

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let mut seen = std::collections::BTreeSet::new();
    let mut hits = Vec::new();
    for para in &ctx.text.paras {
        let mut idx = 0;
        while idx < para.len() {
            let start = idx;
            while para.class(idx) == Class::Latin {
                idx += 1;
            }
            if start == idx {
                idx += 1;
                continue;
            }
            let word = para.slice(start..idx);
            let is_short =
                (2..=8).contains(&(idx - start)) && word.chars().any(|it| it.is_uppercase());
            let is_foreign =
                para.any_exempt(start..idx, Exempt::FOREIGN.and(Exempt::OTHERS).and(Exempt::CELL));
            // A gloss stands in front, `（OECD）`, or behind, `OECD（…）`.
            let is_glossed =
                matches!(para.before(start), '（' | '(') || matches!(para.at(idx), '（' | '(');
            if !is_short
                || is_foreign
                || KNOWN.contains(&word.as_str())
                || !seen.insert(word)
                || is_glossed
            {
                continue;
            }
            hits.push(Hit::new(para, start..idx));
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
        marked(&RULE, "推广⟦OA⟧系统，⟦PC⟧端同步上线，OA使用率高。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "建设办公自动化（OA）系统，OA使用率高。");
        silent(&RULE, "GDP增长5%，GB/T 9704。");
    }
}
