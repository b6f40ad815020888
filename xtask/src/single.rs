//! `cargo xtask single`: the whole page in one file that opens by double-click.
//!
//! Under `file://` a page can load nothing beside itself, neither modules nor wasm
//! nor workers. So everything lies in the file, and the programs in it are packed.
//! What the page is comes from `dist/`, never from a second template.

mod html;
mod pack;

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::fingerprint;
use crate::markup;
use crate::page::{self, Tools};
use crate::program;
use crate::project::{Failure, Outcome, Project};

use html::Parts;

/// The most that the file may weigh, in bytes.
pub const BUDGET: usize = 1_500_000;

/// What the file is made by, besides the page itself.
const MAKERS: [&str; 5] = [
    "index.html",
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
pub fn build_if_stale(project: &Project) -> Outcome {
    page::build_if_stale(project, Tools::Best)?;
    let stamp = folder(project).join("stamp");
    let made = |bytes: &[u8]| Ok::<_, Failure>(format!("{} {}", sources(project)?, sha256(bytes)));
    if let (Ok(found), Ok(bytes)) = (fs::read_to_string(&stamp), fs::read(file(project)))
        && found == made(&bytes)?
    {
        return Ok(());
    }
    println!("Putting the page into one file (usually 20 seconds)");
    let html = build(project)?;
    if BUDGET < html.len() {
        let over = html.len() - BUDGET;
        return Err(Failure::new(format!("the single file is {over} bytes over its budget")));
    }
    fs::write(file(project), &html)?;
    fs::write(stamp, made(html.as_bytes())?)?;
    Ok(())
}

fn build(project: &Project) -> Outcome<String> {
    let dist = project.dist();
    let index = fs::read_to_string(project.root().join("index.html"))?;
    let (page_glue, page_wasm) = classic(project, &index)?;
    // The worker is a classic script in the served page, too.
    let (glue, wasm) = ("chengwen-exporter.js", "chengwen-exporter_bg.wasm");
    let parts = Parts {
        page_glue,
        page_wasm: pack::packed(&page_wasm)?,
        exporter_glue: fs::read_to_string(dist.join(glue))?,
        exporter_wasm: pack::packed(&fs::read(dist.join(wasm))?)?,
    };
    html::assemble(&fs::read_to_string(dist.join("index.html"))?, &dist, &parts)
}

/// The page's program as a classic script with its wasm; Trunk makes a module of it.
fn classic(project: &Project, index: &str) -> Outcome<(String, Vec<u8>)> {
    const NAME: &str = "chengwen-page";
    const TARGET: &str = "wasm32-unknown-unknown";
    let advice = "The lines above say why.";
    // Nearly always nothing: Trunk has just called the same.
    let mut cargo = program::command(project, "cargo");
    cargo.args(["build", "--quiet", "--release", "--target", TARGET]);
    program::run(cargo.args(["--bin", NAME, "--features", "web"]), advice)?;
    let linked = project.target().join(TARGET).join("release").join(format!("{NAME}.wasm"));

    let work = folder(project).join("work");
    fs::create_dir_all(&work)?;
    let mut bindgen = program::command(project, "wasm-bindgen");
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", NAME, "--out-dir"]);
    program::run(bindgen.arg(&work).arg(linked), advice)?;

    let small = work.join("small.wasm");
    let mut opt = program::command(project, "wasm-opt");
    opt.args(wasm_opt_flags(index, NAME)?);
    opt.arg("--output").arg(&small).arg(work.join(format!("{NAME}_bg.wasm")));
    program::run(&mut opt, advice)?;
    let glue = fs::read_to_string(work.join(format!("{NAME}.js")))?;
    Ok((glue, fs::read(small)?))
}

/// What `index.html` has Trunk tell wasm-opt of a program.
fn wasm_opt_flags(index: &str, name: &str) -> Outcome<Vec<String>> {
    let tags = markup::tags(index);
    let link = tags.iter().find(|it| it.attribute("data-bin") == Some(name));
    let flags = link.and_then(|it| {
        let level = format!("-O{}", it.attribute("data-wasm-opt")?);
        let more = it.attribute("data-wasm-opt-params")?.split_whitespace().map(str::to_owned);
        Some([level].into_iter().chain(more).collect())
    });
    flags.ok_or_else(|| Failure::new(format!("index.html has no wasm-opt flags for {name}")))
}

fn folder(project: &Project) -> PathBuf {
    project.target().join("single")
}

fn sources(project: &Project) -> Outcome<String> {
    let built = fingerprint::of(&project.dist(), &["."])?;
    Ok(built + " " + &fingerprint::of(project.root(), &MAKERS)?)
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
    use super::*;

    #[test]
    fn takes_the_flags_of_wasm_opt_from_the_page() {
        let flags = wasm_opt_flags(include_str!("../../index.html"), "chengwen-page").unwrap();
        assert_eq!(flags[0], "-Oz");
        assert!(flags.contains(&"--enable-bulk-memory".to_owned()), "{flags:?}");
        assert!(wasm_opt_flags("<p>", "chengwen-page").is_err());
    }
}
