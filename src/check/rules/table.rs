//! `docs/checks.md`: which rules of the list are built, and which are not and
//! why. The test holds the table against the registry.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::check::rule::Scope;
use crate::check::rules;
use crate::check::words;
use crate::locale::Locale;

/// The groups of the list with their size.
const GROUPS: [(char, u32, &str); 10] = [
    ('P', 48, "标点和字宽"),
    ('N', 27, "数字、日期、单位"),
    ('F', 7, "层次结构"),
    ('T', 9, "标题"),
    ('E', 19, "公文要素"),
    ('X', 6, "残留和杂质"),
    ('C', 14, "事实和一致性"),
    ('G', 20, "人名、职务、文风"),
    ('W', 34, "错别字和易混词"),
    ('S', 13, "政治性和敏感表述"),
];

/// The rules that are not built, with the reason: `ID<tab>name<tab>reason`.
const UNBUILT: &str = include_str!("unbuilt.tsv");

fn unbuilt() -> BTreeMap<&'static str, (&'static str, &'static str)> {
    let row = |line: &'static str| {
        let (id, rest) = line.split_once('\t')?;
        Some((id, rest.split_once('\t')?))
    };
    UNBUILT.lines().filter_map(row).collect()
}

fn table() -> String {
    let unbuilt = unbuilt();
    let ids = |(group, n, _): (char, u32, &str)| (1..=n).map(move |it| format!("{group}{it:02}"));
    let all: Vec<String> = GROUPS.into_iter().flat_map(ids).collect();
    let n_built = all.iter().filter(|it| rules::by_id(it).is_some()).count();
    let mut text = format!(
        "# 检查规则\n\n规则表共{}条，已做{n_built}条，未做{}条，未做的写明原因。另有自用规则若干，列在最后。\n\
         级别：必错、疑似、提示；个别情形的级别可低于表中所列。“一键”表示可一键修正。\n\
         本表由测试生成并核对：`CHENGWEN_WRITE=1 cargo test --lib rules::table`。\n",
        all.len(),
        all.len() - n_built
    );
    for (group, n, name) in GROUPS {
        let _ = write!(
            text,
            "\n## {group} {name}\n\n| 规则 | 内容 | 级别 | 范围 | 依据 | 一键 |\n|---|---|---|---|---|---|\n"
        );
        for id in ids((group, n, name)) {
            text.push_str(&line(&id, &unbuilt));
        }
    }
    text.push_str(
        "\n## 另有\n\n| 规则 | 内容 | 级别 | 范围 | 依据 | 一键 |\n|---|---|---|---|---|---|\n",
    );
    for rule in rules::all().filter(|it| !all.iter().any(|id| id == it.id)) {
        text.push_str(&line(rule.id, &unbuilt));
    }
    text
}

fn line(id: &str, unbuilt: &BTreeMap<&str, (&str, &str)>) -> String {
    let Some(rule) = rules::by_id(id) else {
        let (name, reason) = unbuilt.get(id).unwrap_or(&("", ""));
        return format!("| {id} | {name} | 未做：{reason} | | | |\n");
    };
    let scope = match rule.scope {
        Scope::Paragraph(_) => "段",
        Scope::Document(_) => "全文",
    };
    let safe = if rule.safe_fix { "是" } else { "" };
    let (name, level, source) =
        (words::name(id, Locale::Chinese), rule.level.name(), rule.source.show());
    format!("| {id} | {name} | {level} | {scope} | {source} | {safe} |\n")
}

#[test]
fn every_rule_of_the_list_is_built_or_says_why_not() {
    let unbuilt = unbuilt();
    for (group, n, _) in GROUPS {
        for idx in 1..=n {
            let id = format!("{group}{idx:02}");
            let is_built = rules::by_id(&id).is_some();
            assert!(
                is_built != unbuilt.contains_key(id.as_str()),
                "{id}: built {is_built}, or a reason in unbuilt.tsv"
            );
        }
    }
}

#[test]
fn the_table_tells_what_is_built() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks.md");
    if std::env::var_os("CHENGWEN_WRITE").is_some() {
        fs::write(&path, table()).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == table(),
        "docs/checks.md is not what the registry says: CHENGWEN_WRITE=1 cargo test --lib rules::table"
    );
}
