//! The words of the rules: name and message in both languages, by rule.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::check::finding::Finding;
use crate::locale::Locale;

/// The words of a rule in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Words {
    /// Its name, short.
    pub name: String,
    /// What is wrong and what to do, with gaps such as `{text}`.
    pub message: String,
}

/// The words of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Both {
    /// In Chinese.
    pub zh: Words,
    /// In English.
    pub en: Words,
}

/// One file for each group of rules.
const FILES: [&str; 11] = [
    include_str!("../../locales/checks/p.json"),
    include_str!("../../locales/checks/n.json"),
    include_str!("../../locales/checks/w.json"),
    include_str!("../../locales/checks/g.json"),
    include_str!("../../locales/checks/s.json"),
    include_str!("../../locales/checks/f.json"),
    include_str!("../../locales/checks/t.json"),
    include_str!("../../locales/checks/e.json"),
    include_str!("../../locales/checks/x.json"),
    include_str!("../../locales/checks/c.json"),
    include_str!("../../locales/checks/u.json"),
];

/// All words by key: the id of a rule, or `ID.kind` for another of its messages.
pub fn all() -> &'static BTreeMap<String, Both> {
    static WORDS: OnceLock<BTreeMap<String, Both>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let read =
            |it: &&str| serde_json::from_str::<BTreeMap<String, Both>>(it).unwrap_or_default();
        FILES.iter().flat_map(read).collect()
    })
}

/// The name of a rule; its id where it has no words.
pub fn name(rule: &str, locale: Locale) -> &str {
    all().get(rule).map_or(rule, |it| &it.of(locale).name)
}

/// What a finding says.
pub fn message(finding: &Finding, locale: Locale) -> String {
    let words = match finding.kind {
        "" => all().get(finding.rule),
        kind => all().get(&format!("{}.{kind}", finding.rule)).or_else(|| all().get(finding.rule)),
    };
    let Some(words) = words else { return finding.rule.to_owned() };
    let count = finding.spots.len().to_string();
    let value = |name: &str| match name {
        "text" => Some(finding.text()),
        "fix" => Some(finding.fix().unwrap_or_default()),
        "count" => Some(count.as_str()),
        _ => finding.args.iter().find(|it| it.0 == name).map(|it| it.1.as_str()),
    };
    fill(&words.of(locale).message, value)
}

/// Fills the gaps of a message; a gap without a value stays empty.
fn fill<'a>(message: &str, value: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut filled = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((gap, behind)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            break;
        };
        filled.push_str(value(gap).unwrap_or_default());
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

impl Both {
    /// In one language.
    pub fn of(&self, locale: Locale) -> &Words {
        match locale {
            Locale::Chinese => &self.zh,
            Locale::English => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::check::rules;

    fn gaps(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|it| it.split_once('}')).map(|it| it.0).collect()
    }

    #[test]
    fn the_files_can_be_read() {
        let mut n = 0;
        for file in FILES {
            let words: Result<BTreeMap<String, Both>, _> = serde_json::from_str(file);
            match words {
                Ok(it) => n += it.len(),
                Err(it) => panic!("{it} in {}", &file[..file.len().min(60)]),
            }
        }
        assert_eq!(n, all().len(), "no key stands in two files");
    }

    #[test]
    fn every_rule_has_words_in_both_languages_with_the_same_gaps() {
        for rule in rules::all() {
            assert!(all().contains_key(rule.id), "{} has no words in locales/checks/", rule.id);
        }
        for (key, both) in all() {
            let id = key.split('.').next().unwrap_or_default();
            assert!(rules::by_id(id).is_some(), "{key} has words but no rule");
            for words in [&both.zh, &both.en] {
                assert!(!words.name.is_empty() && !words.message.is_empty(), "{key} lacks words");
            }
            assert_eq!(gaps(&both.zh.message), gaps(&both.en.message), "the gaps of {key} differ");
        }
    }

    #[test]
    fn gaps_are_filled() {
        let value = |it: &str| (it == "text").then_some("甲");
        assert_eq!(fill("“{text}”和{other}。{", value), "“甲”和。{");
    }
}
