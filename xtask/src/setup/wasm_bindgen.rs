//! wasm-bindgen's program, in the very version the page is linked against.

use std::fs;

use super::trunk::{self, Tool};
use crate::project::{Failure, Outcome, Project};

pub(super) fn install(project: &Project) -> Outcome {
    let lock = fs::read_to_string(project.root().join("Cargo.lock"))
        .map_err(|error| Failure::new(format!("Cargo.lock cannot be read ({error})")))?;
    // Without the page's features there is no wasm-bindgen, and no page either.
    let version = locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| Failure::new("Cargo.lock names no wasm-bindgen; run `cargo fetch`"))?;
    // Its own lock file names versions that a registry may no longer carry.
    let (program, package) = ("wasm-bindgen", "wasm-bindgen-cli");
    let usual = "2 to 4 minutes";
    trunk::ensure(project, &Tool { program, package, version, locked: false, usual })
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    lines.find(|line| quoted(line, "name") == Some(package))?;
    quoted(lines.next()?, "version")
}

fn quoted<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"version = 4

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.99"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = [
 "wasm-bindgen-macro",
]
"#;

    #[test]
    fn reads_the_locked_version() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-macro"), Some("0.2.99"));
    }

    #[test]
    fn finds_no_version_of_an_absent_package() {
        assert_eq!(locked_version(LOCK, "wasm"), None);
        assert_eq!(locked_version("", "wasm-bindgen"), None);
        assert_eq!(locked_version("name = \"wasm-bindgen\"", "wasm-bindgen"), None);
    }
}
