//! `cargo xtask single`: the whole page in one file that opens by double-click.
//!
//! Under `file://` a page can load nothing beside itself, neither modules nor wasm
//! nor workers. So everything lies in the file, and the programs in it are packed.
//! What the page is comes from `dist/`, never from a second template or build.
//!
//! All pages that are opened from a disk share one storage. `single/drawer` offers a
//! passphrase for what this one keeps; nothing of it is in the served page.

mod html;
mod pack;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::fingerprint;
use crate::markup;
use crate::page::{self, Tools};
use crate::program;
use crate::project::{Failure, Outcome, Project};
use crate::setup;

use html::Parts;

/// The most that the file may weigh, in bytes.
pub const BUDGET: usize = 1_500_000;

/// What the file is made by, besides the page itself.
const MAKERS: [&str; 6] = [
    "xtask/npm/bundle.mjs",
    "xtask/npm/package-lock.json",
    "xtask/src/markup.rs",
    "xtask/src/policy.rs",
    "xtask/src/single.rs",
    "xtask/src/single",
];

/// The file.
pub fn file(project: &Project) -> PathBuf {
    folder(project).join("chengwen.html")
}

/// Writes the file and says where it is.
pub fn run(project: &Project) -> Outcome {
    build_if_stale(project)?;
    let bytes = fs::read(file(project))?;
    println!("{}", file(project).display());
    println!("{} bytes of at most {BUDGET}", bytes.len());
    println!("SHA-256 {}", sha256(&bytes));
    Ok(())
}

/// Writes the file, unless the one that is there is what these sources give.
///
/// The page is built before when it is stale, unless `CHENGWEN_DIST` names a built one.
pub fn build_if_stale(project: &Project) -> Outcome {
    let dist = match env::var_os("CHENGWEN_DIST").filter(|it| !it.is_empty()) {
        // The caller's folder is not where children run.
        Some(dist) => env::current_dir()?.join(dist),
        None => {
            page::build_if_stale(project, Tools::Best)?;
            project.dist()
        }
    };
    let stamp = folder(project).join("stamp");
    let sources =
        fingerprint::of(&dist, &["."])? + " " + &fingerprint::of(project.root(), &MAKERS)?;
    let made = |bytes: &[u8]| format!("{sources} {}", sha256(bytes));
    if let (Ok(found), Ok(bytes)) = (fs::read_to_string(&stamp), fs::read(file(project)))
        && found == made(&bytes)
    {
        return Ok(());
    }
    println!("Putting the page into one file");
    let html = build(project, &dist)?;
    if BUDGET < html.len() {
        let over = html.len() - BUDGET;
        return Err(Failure::new(format!("the single file is {over} bytes over its budget")));
    }
    fs::create_dir_all(folder(project))?;
    fs::write(file(project), &html)?;
    fs::write(stamp, made(html.as_bytes()))?;
    Ok(())
}

fn build(project: &Project, dist: &Path) -> Outcome<String> {
    setup::for_single(project)?;
    let index = fs::read_to_string(dist.join("index.html"))?;
    // Under `file://` there are no modules, so the page's program becomes a script.
    let page = glue(&index)?;
    let page_wasm = fs::read(dist.join(page.replace(".js", "_bg.wasm")))?;
    // The worker is a classic script in the served page, too.
    let (glue, wasm) = ("chengwen-exporter.js", "chengwen-exporter_bg.wasm");
    let drawer = project.root().join("xtask/src/single/drawer");
    let parts = Parts {
        page_glue: bundled(project, &dist.join(page), Some("wasm_bindgen"))?,
        page_wasm: pack::packed(&page_wasm)?,
        exporter_glue: fs::read_to_string(dist.join(glue))?,
        exporter_wasm: pack::packed(&fs::read(dist.join(wasm))?)?,
        drawer: bundled(project, &drawer.join("page.js"), None)?,
        worker_drawer: bundled(project, &drawer.join("worker.js"), None)?,
    };
    html::assemble(&index, dist, &parts)
}

/// The script with which the page starts its program, as `dist/index.html` names it.
fn glue(index: &str) -> Outcome<&str> {
    let tags = markup::tags(index);
    let link = tags.iter().find(|it| it.attribute("rel") == Some("modulepreload"));
    let name = link.and_then(|it| it.attribute("href"));
    let name = name.ok_or_else(|| Failure::new("dist/index.html preloads no program"))?;
    Ok(name.trim_start_matches("./"))
}

/// A script with all that it imports; what it exports is kept under the name.
fn bundled(project: &Project, script: &Path, name: Option<&str>) -> Outcome<String> {
    let mut node = program::command(project, "node");
    node.arg(project.root().join("xtask/npm/bundle.mjs")).arg(script).args(name);
    node.env("NODE_PATH", project.npm_file(""));
    program::read(&mut node, "esbuild and the cipher are among the npm packages of xtask/npm.")
}

fn folder(project: &Project) -> PathBuf {
    project.target().join("single")
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|it| format!("{it:02x}")).collect()
}

/// The text of a file beside the page, named as the page names it.
fn beside(dist: &Path, name: &str) -> Outcome<String> {
    let path = dist.join(name.trim_start_matches("./"));
    fs::read_to_string(&path).map_err(|it| Failure::new(format!("{}: {it}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::glue;

    #[test]
    fn the_program_is_the_one_that_the_page_preloads() {
        let index = "<link rel=\"preload\" href=\"./a.css\">\
                     <link rel=\"modulepreload\" href=\"./chengwen-page-1.js\">";
        assert_eq!(glue(index).unwrap(), "chengwen-page-1.js");
        assert!(glue("<p>").is_err());
    }

    /// The keys of a language's words, as they stand in the file.
    fn keys(words: &str) -> Vec<&str> {
        words.lines().filter_map(|it| it.trim().split_once("\": \"")).map(|(key, _)| key).collect()
    }

    #[test]
    fn the_drawer_speaks_both_languages() {
        let words = include_str!("single/words.json");
        let (chinese, english) = words.split_once("\"en\": {").unwrap();
        assert_eq!(keys(chinese), keys(english));
        let scripts =
            [include_str!("single/drawer/screens.js"), include_str!("single/drawer/offer.js")];
        let asked = scripts.iter().flat_map(|it| it.split("said.").skip(1)).map(|it| {
            it.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default()
        });
        for name in asked {
            assert!(keys(english).contains(&format!("\"{name}").as_str()), "no words for {name}");
        }
    }
}
