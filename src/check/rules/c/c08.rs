//! One thing under two names: a list of levels with and without its first one, a
//! short name that was laid down and is not kept to.

use std::collections::BTreeMap;

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// C08.
pub(super) static RULE: Rule =
    Rule::new("C08", Level::Doubt, Source::PRACTICE, Scope::Document(find));

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = levels(ctx);
    hits.extend(autonomous(ctx));
    hits
}

/// 自治区市县三级 beside 区市县三级.
fn levels(ctx: &Ctx<'_>) -> Vec<Hit> {
    const NUMBERS: [&str; 4] = ["三级", "四级", "五级", "两级"];
    let mut named: BTreeMap<String, Vec<(&Para, std::ops::Range<usize>)>> = BTreeMap::new();
    for para in ctx.text.paras.iter().filter(|it| it.is_prose()) {
        for number in NUMBERS {
            for range in para.find(number) {
                let mut start = range.start;
                while 0 < start && "省市县区乡镇村州自治盟旗街道部、".contains(para.before(start))
                {
                    start -= 1;
                }
                if 2 <= range.start - start {
                    let name = para.slice(start..range.end).replace('、', "");
                    named.entry(name).or_default().push((para, start..range.end));
                }
            }
        }
    }
    let mut hits = Vec::new();
    for (short, places) in &named {
        // The longer name ends with the shorter one: 区市县三级.
        let long = named
            .keys()
            .find(|it| *it != short && it.ends_with(short.as_str()) && it.contains("自治区"));
        let Some((long, at)) = long.and_then(|it| Some((it, named.get(it)?.first()?))) else {
            continue;
        };
        for (para, range) in places {
            hits.push(
                Hit::new(para, range.clone())
                    .arg("short", short)
                    .arg("full", long)
                    .also(at.0, at.1.clone()),
            );
        }
    }
    hits
}

/// 龙山各族自治县 is no 龙山县.
fn autonomous(ctx: &Ctx<'_>) -> Vec<Hit> {
    const ENDS: [(&str, char); 3] = [("自治县", '县'), ("自治州", '州'), ("自治旗", '旗')];
    let mut full: BTreeMap<String, (&Para, std::ops::Range<usize>)> = BTreeMap::new();
    for para in &ctx.text.paras {
        for (end, short) in ENDS {
            for range in para.find(end) {
                let mut start = range.start;
                while 0 < start
                    && range.start - start < 12
                    && crate::ledger::chars::is_han(para.before(start))
                {
                    start -= 1;
                }
                let words = para.slice(start..range.start);
                // The place stands before its peoples: 隆林各族, 都安瑶族.
                for people in PEOPLES {
                    let Some((before, _)) = words.split_once(people) else { continue };
                    let chars: Vec<char> = before.chars().collect();
                    for n in [2, 3] {
                        if let Some(name) =
                            chars.len().checked_sub(n).and_then(|it| chars.get(it..))
                        {
                            let name: String = name.iter().collect();
                            full.entry(format!("{name}{short}")).or_insert((
                                para,
                                range.start - people.chars().count() - n..range.end,
                            ));
                        }
                    }
                    break;
                }
            }
        }
    }
    let mut hits = Vec::new();
    for para in &ctx.text.paras {
        for (short, (at, place)) in &full {
            for range in para.find(short) {
                let name = at.slice(place.clone());
                hits.push(
                    Hit::new(para, range)
                        .arg("short", short)
                        .arg("full", name)
                        .also(at, place.clone()),
                );
            }
        }
    }
    hits
}

const PEOPLES: [&str; 22] = [
    "各族",
    "壮族",
    "瑶族",
    "苗族",
    "侗族",
    "仫佬族",
    "毛南族",
    "彝族",
    "藏族",
    "回族",
    "满族",
    "蒙古族",
    "土家族",
    "布依族",
    "白族",
    "傣族",
    "哈尼族",
    "黎族",
    "畲族",
    "哈萨克",
    "朝鲜族",
    "羌族",
];

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn two_names_of_one_thing_are_found() {
        marked(&RULE, "加强⟦区市县三级⟧联动。\n实现了⟦自治区市县三级⟧协商。");
        marked(&RULE, "做好⟦龙山各族自治县⟧的联系工作，赴⟦龙山县⟧开展帮扶。");
    }

    #[test]
    fn one_name_throughout_is_right() {
        silent(&RULE, "加强自治区、市、县三级联动，实现了自治区市县三级协商。");
        silent(&RULE, "加强市县两级联动，省市县三级协同。");
        silent(&RULE, "做好龙山各族自治县的联系工作，再赴龙山各族自治县，又到青山县。");
    }
}
