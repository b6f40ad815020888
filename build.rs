//! Turns `locales/` into keys and tables of words: those of the page, and those of
//! the scenes, which the page does not load (`src/scene/`).

fn main() {
    println!("cargo::rerun-if-changed=locales");
    locales::write("locales", "page");
    locales::write("locales/scenes", "scenes");
}

mod locales {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fmt::Write as _;
    use std::path::Path;
    use std::{env, fs};

    /// Words by group and key.
    type Words = BTreeMap<String, BTreeMap<String, String>>;

    /// What stands between two texts of a table.
    const BETWEEN: &str = "\u{1f}";

    /// Writes `NAME-keys.rs`, the place of every key in the tables, and a table for
    /// each language. Languages that differ in keys or in gaps are no build.
    pub(crate) fn write(folder: &str, name: &str) {
        let [chinese, english] = ["zh-CN", "en"].map(|it| read(folder, it));
        for (group, words) in &chinese {
            for (key, text) in words {
                let other = english.get(group).and_then(|it| it.get(key));
                let other = other.unwrap_or_else(|| panic!("{folder}/en.json lacks {group}.{key}"));
                assert_eq!(gaps(text), gaps(other), "the gaps of {group}.{key} differ");
            }
        }
        let count = |it: &Words| it.values().map(BTreeMap::len).sum::<usize>();
        assert_eq!(count(&chinese), count(&english), "{folder}/zh-CN.json lacks a key of en.json");

        let dir = env::var_os("OUT_DIR").expect("cargo sets it");
        let dir = Path::new(&dir);
        let put = |kind: &str, text: &str| {
            fs::write(dir.join(format!("{name}-{kind}")), text).expect("cargo's folder");
        };
        put("keys.rs", &keys(&chinese));
        put("zh-CN.txt", &table(&chinese));
        put("en.txt", &table(&english));
    }

    fn read(folder: &str, language: &str) -> Words {
        let name = format!("{folder}/{language}.json");
        let text = fs::read_to_string(&name).unwrap_or_else(|it| panic!("{name}: {it}"));
        let words: Words = serde_json::from_str(&text).unwrap_or_else(|it| panic!("{name}: {it}"));
        // The rescue page has its words in itself.
        words.into_iter().filter(|(group, _)| group != "rescue").collect()
    }

    /// The names of the gaps in a text: `{{ name }}`.
    fn gaps(text: &str) -> BTreeSet<&str> {
        let parts = text.split("{{ ").skip(1);
        parts.filter_map(|it| it.split_once(" }}")).map(|(name, _)| name).collect()
    }

    fn keys(words: &Words) -> String {
        let mut code = String::new();
        let mut place = 0;
        for (group, words) in words {
            let _ = writeln!(code, "pub mod r#{group} {{");
            for key in words.keys() {
                let _ = writeln!(code, "pub const r#{key}: usize = {place};");
                place += 1;
            }
            code.push_str("}\n");
        }
        code
    }

    fn table(words: &Words) -> String {
        let texts: Vec<&str> =
            words.values().flat_map(BTreeMap::values).map(String::as_str).collect();
        texts.join(BETWEEN)
    }
}
