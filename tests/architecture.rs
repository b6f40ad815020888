//! Dependencies point one way: a module names only those above it in `src/lib.rs`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules in the order in which `src/lib.rs` declares them.
fn modules() -> Vec<String> {
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    lib.lines()
        .filter_map(|it| it.strip_prefix("pub mod "))
        .map(|it| it.trim_end_matches(';').to_owned())
        .collect()
}

fn files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
}

/// The files of a module: `src/NAME.rs` and everything below `src/NAME/`.
fn files_of(module: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let (file, dir) = (PathBuf::from(format!("src/{module}.rs")), format!("src/{module}"));
    if file.exists() {
        found.push(file);
    }
    if Path::new(&dir).is_dir() {
        files(Path::new(&dir), &mut found);
    }
    found
}

/// What a file may not name, and the line where it does.
fn violation(text: &str, later: &[String]) -> Option<(usize, String)> {
    text.lines().enumerate().find_map(|(idx, line)| {
        // Words in comments link to anything; code does not. Unit tests may look
        // down the arrow to make what they need.
        let code = line.split("//").next().unwrap_or_default();
        let named = later.iter().find(|it| code.contains(&format!("crate::{it}")));
        let braced = code.contains("use crate::{").then(|| "crate::{…}".to_owned());
        named.cloned().or(braced).map(|it| (idx + 1, it))
    })
}

fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default()
}

#[test]
fn a_module_names_only_those_above_it() {
    let modules = modules();
    assert!(modules.len() > 5, "src/lib.rs declares its modules: {modules:?}");
    for (idx, module) in modules.iter().enumerate() {
        let files = files_of(module);
        assert!(!files.is_empty(), "no files of {module}");
        for path in files {
            let text = fs::read_to_string(&path).unwrap();
            if let Some((line, named)) = violation(without_tests(&text), &modules[idx + 1..]) {
                panic!("{}:{line} names {named}, which stands below {module}", path.display());
            }
        }
    }
}

#[test]
fn a_planted_violation_is_caught() {
    let later = ["store".to_owned(), "ui".to_owned()];
    let planted = "use std::fs;\nuse crate::store::vault::Vault;\n";
    assert_eq!(violation(planted, &later), Some((2, "store".to_owned())));
    assert_eq!(violation("// crate::ui is far away\nuse crate::model::draft;\n", &later), None);
    assert!(violation("use crate::{model, ui};\n", &later).is_some());
}

/// The core is pure: no clock, no randomness, no browser outside the rim.
#[test]
fn only_the_rim_knows_the_browser() {
    for module in [
        "model", "assemble", "layout", "import", "export", "compare", "ledger", "check", "scene",
        "route",
    ] {
        for path in files_of(module) {
            let text = fs::read_to_string(&path).unwrap();
            for word in
                ["web_sys", "js_sys", "leptos", "wasm_bindgen", "SystemTime", "Instant::now"]
            {
                assert!(!text.contains(word), "{} names {word}", path.display());
            }
        }
    }
}
