//! The script that survives the program: `public/rescue.js`, made small, with its words.
//!
//! Trunk puts the file into the page as it is. Here it loses its comments and
//! indents, which would be loaded with every first visit, and gets the group
//! `rescue` of each language, so that it can speak when nothing else is there.

use std::fs;

use crate::project::{Failure, Outcome, Project};

/// The line that the words are filled into.
const WORDS: &str = "const WORDS = {};";

/// The languages, as the page's setting names them.
const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// The page with its rescue script finished.
pub fn finish(project: &Project, html: &str) -> Outcome<String> {
    let mut words = Vec::new();
    for language in LANGUAGES {
        let file = project.root().join("locales").join(format!("{language}.json"));
        let locale = fs::read_to_string(&file)?;
        let group = group(&locale)
            .ok_or_else(|| Failure::new(format!("{} has no group rescue", file.display())))?;
        words.push(format!("{language:?}:{group}"));
    }
    let script = fs::read_to_string(project.root().join("public/rescue.js"))?;
    fill(html, &script, &words.join(",")).ok_or_else(|| {
        Failure::new(format!("index.html must hold public/rescue.js, and that `{WORDS}`"))
    })
}

/// The group of words as an object of JavaScript, which JSON is. Its words have no
/// blanks and so no braces: the first one that closes is its end.
fn group(locale: &str) -> Option<String> {
    let (_, rest) = locale.split_once("\"rescue\": {")?;
    let (words, _) = rest.split_once('}')?;
    let words: Vec<_> = words.lines().map(str::trim).collect();
    // Nothing in the words may end the script.
    Some(format!("{{{}}}", words.concat()).replace('<', "\\u003c"))
}

fn fill(html: &str, script: &str, words: &str) -> Option<String> {
    let (before, after) = html.split_once(script.trim())?;
    let small = stripped(script);
    let filled = small.replace(WORDS, &format!("const WORDS={{{words}}};"));
    (filled != small).then(|| format!("{before}{filled}{after}"))
}

/// A script without its indents and without the lines that are comments. Line
/// ends stay: a statement may end with one.
pub fn stripped(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines: Vec<_> = lines.filter(|it| !it.is_empty() && !it.starts_with("//")).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "// Says why.\n{\n  const WORDS = {};\n\n  go(\"// no comment\");\n}\n";

    #[test]
    fn comments_and_indents_cost_nothing() {
        assert_eq!(stripped(SCRIPT), "{\nconst WORDS = {};\ngo(\"// no comment\");\n}");
    }

    #[test]
    fn the_words_are_filled_in() {
        let html = format!("<script>{SCRIPT}</script>");
        let expected = "<script>{\nconst WORDS={\"en\":{}};\ngo(\"// no comment\");\n}\n</script>";
        assert_eq!(fill(&html, SCRIPT, "\"en\":{}").as_deref(), Some(expected));
    }

    #[test]
    fn words_are_those_of_the_group_and_end_no_script() {
        let locale = "{\n  \"rescue\": {\n    \"a\": \"</script>\",\n    \"b\": \"二\"\n  },\n\
                      \"other\": {}\n}";
        let expected = "{\"a\": \"\\u003c/script>\",\"b\": \"二\"}";
        assert_eq!(group(locale).as_deref(), Some(expected));
        assert_eq!(group("{}"), None);
    }

    #[test]
    fn a_page_or_a_script_without_the_place_is_refused() {
        assert_eq!(fill("<script></script>", SCRIPT, ""), None);
        assert_eq!(fill("<script>go()</script>", "go()", ""), None);
    }

    #[test]
    fn the_script_can_be_stripped() {
        let script = include_str!("../../public/rescue.js");
        assert!(script.contains(WORDS));
        // A comment behind code would stay, a text over several lines would change.
        assert!(!script.contains("/*"));
        assert!(script.lines().all(|it| it.matches('`').count() % 2 == 0));
    }

    #[test]
    fn every_language_has_the_words_that_the_script_asks_for() {
        let script = include_str!("../../public/rescue.js");
        let asked = script.split("words.").skip(1).map(|it| {
            it.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default()
        });
        let asked: Vec<_> =
            asked.chain(["stopped", "absent", "kept", "asked", "take", "slow"]).collect();
        let locales =
            [include_str!("../../locales/zh-CN.json"), include_str!("../../locales/en.json")];
        for words in locales.map(|it| group(it).unwrap()) {
            for name in &asked {
                assert!(words.contains(&format!("\"{name}\":")), "{name} in {words}");
            }
        }
    }
}
