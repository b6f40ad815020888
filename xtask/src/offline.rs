//! The offline shell: what the service worker keeps, and under which version.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::fingerprint;
use crate::policy;
use crate::program;
use crate::project::{Failure, Outcome, Project};
use crate::rescue;

/// The service worker's file, in `public/` with gaps and in `dist/` without.
pub const WORKER: &str = "sw.js";

const VERSION: &str = "const VERSION = \"\";";
const FILES: &str = "const FILES = [];";

/// Fills in the page's policy and the service worker of a built page.
///
/// Trunk calls this before it moves the page into place, and says where it is.
pub fn write(project: &Project, dir: Option<&OsStr>) -> Outcome {
    let dir = dir
        .map(PathBuf::from)
        .or_else(|| env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from))
        .ok_or_else(|| Failure::new("name the folder of the built page, as Trunk does"))?;

    // Trunk names its profile to what it calls; only a release is made small.
    if env::var("TRUNK_PROFILE").is_ok_and(|it| it == "release") {
        minify(project, &dir)?;
    }
    let page = dir.join("index.html");
    let html = rescue::finish(project, &fs::read_to_string(&page)?)?;
    let html = policy::allow_own(&html)
        .ok_or_else(|| Failure::new("index.html has no policy with 'sha256-inline' in it"))?;
    fs::write(page, html)?;

    let files = built_files(&dir)?;
    let names: Vec<&str> = files.iter().map(String::as_str).collect();
    let version = fingerprint::of(&dir, &names)?;
    let template = fs::read_to_string(project.root().join("public").join(WORKER))?;
    let template = rescue::stripped(&template);
    let worker = fill(&template, &version[..16], &precache(&names)).ok_or_else(|| {
        Failure::new(format!("public/{WORKER} must hold `{VERSION}` and `{FILES}`"))
    })?;
    fs::write(dir.join(WORKER), worker)?;
    Ok(())
}

/// Takes out of scripts and styles what only people read.
fn minify(project: &Project, dir: &Path) -> Outcome {
    let mut node = program::command(project, "node");
    node.arg(project.root().join("xtask/npm/minify.mjs")).arg(dir);
    node.env("NODE_PATH", project.npm_file(""));
    program::run(&mut node, "esbuild is among the npm packages of xtask/npm.")
}

/// The version written into a service worker.
pub fn version_in(worker: &str) -> Option<&str> {
    let (_, rest) = worker.split_once("const VERSION = \"")?;
    rest.split_once('"').map(|(version, _)| version).filter(|it| !it.is_empty())
}

fn built_files(dir: &Path) -> Outcome<Vec<String>> {
    let files = fingerprint::files(dir)?;
    // The browser keeps the worker itself, and compares it byte by byte.
    let names = files.iter().map(|it| fingerprint::relative(dir, it));
    Ok(names.filter(|it| it != WORKER).collect())
}

/// The addresses to keep, relative to the worker, so that any folder will do.
fn precache<'a>(files: &[&'a str]) -> Vec<&'a str> {
    // Some hosts answer `index.html` with a redirect to its folder, and a kept
    // redirect cannot open a page; the folder itself is what was visited.
    files.iter().map(|it| if *it == "index.html" { "./" } else { it }).collect()
}

fn fill(template: &str, version: &str, files: &[&str]) -> Option<String> {
    let quoted: Vec<_> = files.iter().map(|it| format!("  {it:?},\n")).collect();
    let whole = template.contains(VERSION) && template.contains(FILES);
    whole.then(|| {
        template
            .replace(VERSION, &format!("const VERSION = \"{version}\";"))
            .replace(FILES, &format!("const FILES = [\n{}];", quoted.concat()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_in_version_and_files() {
        let template = "const VERSION = \"\";\nconst FILES = [];\nrest";
        let worker = fill(template, "abc", &precache(&["a.css", "icons/192.png", "index.html"]));
        let worker = worker.unwrap();
        let expected = "const VERSION = \"abc\";\nconst FILES = [\n  \"a.css\",\n  \
                        \"icons/192.png\",\n  \"./\",\n];\nrest";
        assert_eq!(worker, expected);
        assert_eq!(version_in(&worker), Some("abc"));
    }

    #[test]
    fn refuses_a_template_without_its_gaps() {
        assert_eq!(fill("const FILES = [];", "abc", &[]), None);
        assert_eq!(fill("const VERSION = \"\";", "abc", &[]), None);
    }

    #[test]
    fn a_template_has_no_version() {
        assert_eq!(version_in(VERSION), None);
        assert_eq!(version_in(""), None);
    }

    #[test]
    fn the_template_has_its_gaps() {
        let template = include_str!("../../public/sw.js");
        assert!(fill(template, "abc", &["a.css"]).is_some());
    }

    #[test]
    fn keeps_every_built_file_but_the_worker() {
        let dir = env::temp_dir().join(format!("xtask-offline-{}", std::process::id()));
        fs::create_dir_all(dir.join("icons")).unwrap();
        for name in ["index.html", "b.js", "sw.js", "icons/a.png"] {
            fs::write(dir.join(name), name).unwrap();
        }
        assert_eq!(built_files(&dir).unwrap(), ["b.js", "icons/a.png", "index.html"]);
        fs::remove_dir_all(dir).unwrap();
    }
}
