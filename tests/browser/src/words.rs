//! The words of the page, from the files that the page itself is built with.

use std::collections::BTreeMap;

pub use chengwen::locale::Locale;
use serde_json::Value;

/// The words of one language, by key: those of the page, then those of the scenes.
#[derive(Debug, Clone)]
pub struct Words([Value; 2]);

impl Words {
    /// Reads the words of a language.
    pub fn of(language: Locale) -> Self {
        let texts = match language {
            Locale::Chinese => [
                include_str!("../../../locales/zh-CN.json"),
                include_str!("../../../locales/scenes/zh-CN.json"),
            ],
            Locale::English => [
                include_str!("../../../locales/en.json"),
                include_str!("../../../locales/scenes/en.json"),
            ],
        };
        Self(texts.map(|it| serde_json::from_str(it).expect("the build has read the same file")))
    }

    /// The words of a key such as `home.new_go`.
    #[track_caller]
    pub fn get(&self, key: &str) -> String {
        let find = |table| key.split('.').try_fold(table, |value: &Value, part| value.get(part));
        let found = self.0.iter().find_map(find).and_then(Value::as_str);
        found.unwrap_or_else(|| panic!("no words for {key}")).to_owned()
    }

    /// The words of a key with their one blank filled in.
    #[track_caller]
    pub fn with(&self, key: &str, filling: &str) -> String {
        let words = self.get(key);
        match (words.find("{{"), words.find("}}")) {
            (Some(start), Some(end)) => {
                format!("{}{filling}{}", &words[..start], &words[end + 2..])
            }
            _ => panic!("{key} has no blank: {words}"),
        }
    }

    /// The words of a key with each of its blanks filled in, by name.
    #[track_caller]
    pub fn filled(&self, key: &str, fillings: &[(&str, &str)]) -> String {
        let fill = |words: String, (name, filling): &(&str, &str)| {
            words.replace(&format!("{{{{ {name} }}}}"), filling)
        };
        let words = fillings.iter().fold(self.get(key), fill);
        assert!(!words.contains("{{"), "{key} has a blank that is not filled: {words}");
        words
    }

    /// What stands in the blanks of a key's words, by name; none where the text is not
    /// made of these words. A filling ends where the words go on.
    #[track_caller]
    pub fn read(&self, key: &str, text: &str) -> Option<BTreeMap<String, String>> {
        let words = self.get(key);
        let mut parts = words.split("{{ ");
        let mut rest = text.strip_prefix(parts.next()?)?;
        let mut found = BTreeMap::new();
        for part in parts {
            let (name, after) = part.split_once(" }}")?;
            let end = if after.is_empty() { rest.len() } else { rest.find(after)? };
            found.insert(name.to_owned(), rest.get(..end)?.to_owned());
            rest = rest.get(end + after.len()..)?;
        }
        rest.is_empty().then_some(found)
    }

    /// The words of a key before its blank.
    #[track_caller]
    pub fn before(&self, key: &str) -> String {
        let words = self.get(key);
        words.split("{{").next().unwrap_or_default().trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{Locale, Words};

    #[test]
    fn blanks_are_filled_in() {
        let words = Words::of(Locale::Chinese);
        assert_eq!(words.get("app.undo"), "撤销");
        assert_eq!(words.with("section.paragraph", "3"), "第 3 段");
        assert_eq!(words.before("save.saved"), "已保存");
        assert_eq!(words.get("layout.line_pitch"), "行距");
    }

    #[test]
    fn what_was_filled_in_is_read_again() {
        let words = Words::of(Locale::Chinese);
        let said = words.filled("compare.place", &[("n", "12")]);
        assert_eq!(words.read("compare.place", &said).unwrap()["n"], "12");
        let said = words.filled("board.value", &[("label", "接待人次"), ("last", "3200")]);
        let read = words.read("board.value", &said).unwrap();
        assert_eq!((read["label"].as_str(), read["last"].as_str()), ("接待人次", "3200"));
        assert_eq!(words.read("board.value", "别的话"), None);
    }
}
