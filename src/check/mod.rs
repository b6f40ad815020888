//! Document → findings: the rules of official writing, each with its source.
//!
//! Rather silent than wrong: a rule that cannot be sure says so by its level,
//! or says nothing. Paragraph rules read one paragraph and can follow every
//! key; document rules read the whole and can wait until typing rests.

pub mod class;
pub mod dismissed;
pub mod exempt;
pub mod facts;
pub mod field;
pub mod finding;
pub mod fix;
pub mod lexicon;
pub mod listing;
pub mod number;
pub mod pairs;
pub mod rule;
pub mod rules;
pub mod settings;
#[cfg(test)]
pub mod testing;
pub mod text;
pub mod words;

pub use finding::{Finding, Level, Place, Source, Spot};
pub use rule::Rule;
pub use settings::Settings;
pub use text::Text;

use std::collections::BTreeMap;

use crate::check::rule::{Ctx, Hit, Scope};

/// What the paragraph rules find in one paragraph. An index out of range finds
/// nothing.
pub fn paragraph(text: &Text, idx: usize, settings: &Settings) -> Vec<Finding> {
    let mut found = Vec::new();
    let ctx = Ctx { text, settings };
    paragraph_hits(&ctx, idx, &mut found);
    findings(text, found)
}

/// What the document rules find.
pub fn document(text: &Text, settings: &Settings) -> Vec<Finding> {
    let mut found = Vec::new();
    let ctx = Ctx { text, settings };
    document_hits(&ctx, &mut found);
    findings(text, found)
}

/// What all rules find, in reading order; findings of a kind that is usual all
/// over a text are one finding with many places.
pub fn all(text: &Text, settings: &Settings) -> Vec<Finding> {
    let mut found = Vec::new();
    let ctx = Ctx { text, settings };
    for idx in 0..text.paras.len() {
        paragraph_hits(&ctx, idx, &mut found);
    }
    document_hits(&ctx, &mut found);
    findings(text, found)
}

/// What one rule finds in the whole text.
pub fn by_rule(text: &Text, rule: &'static Rule, settings: &Settings) -> Vec<Finding> {
    let ctx = Ctx { text, settings };
    let hits = match rule.scope {
        Scope::Paragraph(find) => text.paras.iter().flat_map(|para| find(para, &ctx)).collect(),
        Scope::Document(find) => find(&ctx),
    };
    findings(text, hits.into_iter().map(|it: Hit| (rule, it)).collect())
}

fn paragraph_hits(ctx: &Ctx<'_>, idx: usize, found: &mut Vec<(&'static Rule, Hit)>) {
    let Some(para) = ctx.text.paras.get(idx) else { return };
    for rule in rules::on(ctx.settings) {
        if let Scope::Paragraph(find) = rule.scope {
            found.extend(find(para, ctx).into_iter().map(|it| (rule, it)));
        }
    }
}

fn document_hits(ctx: &Ctx<'_>, found: &mut Vec<(&'static Rule, Hit)>) {
    for rule in rules::on(ctx.settings) {
        if let Scope::Document(find) = rule.scope {
            found.extend(find(ctx).into_iter().map(|it| (rule, it)));
        }
    }
}

/// Makes findings of hits, and one of those that a rule gathers.
fn findings(text: &Text, hits: Vec<(&'static Rule, Hit)>) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    let mut gathered: BTreeMap<(&str, Level, &str), usize> = BTreeMap::new();
    for (rule, hit) in hits {
        let Some(spot) = spot(text, &hit) else { continue };
        let level = hit.level.unwrap_or(rule.level);
        let key = (rule.id, level, hit.kind);
        if rule.gathers {
            if let Some(finding) = gathered.get(&key).and_then(|&idx| found.get_mut(idx)) {
                finding.spots.push(spot);
                continue;
            }
            gathered.insert(key, found.len());
        }
        let mut spots = vec![spot];
        spots.extend(hit.also.iter().filter_map(|&place| {
            let text = text.slice(place)?;
            Some(Spot { place, text, fix: None })
        }));
        let source = rule.source;
        let safe = rule.safe_fix && level == Level::Error && !hit.unsafe_fix;
        found.push(Finding {
            rule: rule.id,
            kind: hit.kind,
            level,
            source,
            spots,
            args: hit.args,
            safe,
        });
    }
    for finding in &mut found {
        if rules::by_id(finding.rule).is_some_and(|it| it.gathers) {
            finding.spots.sort_by_key(|it| it.place);
        }
    }
    found.sort_by(|a, b| (a.place(), a.rule).cmp(&(b.place(), b.rule)));
    found
}

fn spot(text: &Text, hit: &Hit) -> Option<Spot> {
    let words = text.slice(hit.place)?;
    Some(Spot { place: hit.place, text: words, fix: hit.fix.clone() })
}

#[cfg(test)]
mod tests;
