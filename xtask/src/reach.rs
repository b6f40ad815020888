//! What the shipped programs can ask of the browser, against a checked-in list.
//!
//! A wasm can do nothing but compute and call what it imports, so its imports are
//! all that it can reach. `tests/wasm-imports/` holds them; what would let a word
//! out of the machine is refused in the scripts whatever a list says.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::Path;

use crate::fingerprint;
use crate::markup;
use crate::offline;
use crate::page::{self, Tools};
use crate::program;
use crate::project::{Failure, Outcome, Project};

/// What sends, or makes code out of text. No script of ours has any of these.
const SENDERS: [&str; 16] = [
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "RTCPeer",
    "RTCData",
    "WebTransport",
    "window.open(",
    "document.write",
    "new Function",
    "Function(\"",
    "eval(",
    "import(",
    "new Image(",
    "new Audio(",
    "new SharedWorker",
];

/// The words that may load something, and the scripts that may have them: each
/// loads a file of the page itself.
const LOADERS: [(&str, &str); 3] = [
    ("exporter.js", "importScripts(\"./chengwen-exporter.js\")"),
    (offline::WORKER, "self.addEventListener(\"fetch\","),
    (offline::WORKER, "fetch(request)"),
];

/// Names that may not be imported, whatever the list says.
const FORBIDDEN: [&str; 6] =
    ["fetch", "sendBeacon", "eval", "newnoargs", "new_no_args", "importScripts"];

/// Builds the page when needed, and checks it; or one that is named by the variable
/// that names it to the browser tests.
pub fn run(project: &Project) -> Outcome {
    if let Some(dist) = env::var_os("CHENGWEN_DIST") {
        return check_in(project, Path::new(&dist));
    }
    page::build_if_stale(project, Tools::Best)?;
    check(project)
}

/// Compares the built page with the lists; `UPDATE=1` rewrites them.
pub fn check(project: &Project) -> Outcome {
    check_in(project, &project.dist())
}

fn check_in(project: &Project, dist: &Path) -> Outcome {
    let scripts = scripts(dist)?;
    let mut faults: Vec<_> =
        scripts.iter().flat_map(|(name, text)| faults_of(name, text)).collect();
    let single = include_str!("single/start.js");
    faults.extend(faults_of("xtask/src/single/start.js", single));
    for (program, reached) in reached(project, dist, &scripts)? {
        let word = |it: &str| it.split(' ').next().unwrap_or_default().to_owned();
        let forbidden = reached.iter().filter(|it| FORBIDDEN.contains(&word(it).as_str()));
        faults.extend(forbidden.map(|it| format!("{program} imports {it}")));
        let list = project.root().join("tests/wasm-imports").join(format!("{program}.txt"));
        let now: String = reached.iter().map(|it| format!("{it}\n")).collect();
        if env::var_os("UPDATE").is_some_and(|it| it == "1") {
            fs::write(&list, now)?;
            println!("{program}: {} names", reached.len());
            continue;
        }
        let known = fs::read_to_string(&list).unwrap_or_default();
        let known: BTreeSet<_> = known.lines().map(str::to_owned).collect();
        faults.extend(reached.difference(&known).map(|it| format!("{program} + {it}")));
        faults.extend(known.difference(&reached).map(|it| format!("{program} - {it}")));
        println!("{program}: {} names, and none that sends", reached.len());
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "the programs reach other things of the browser than tests/wasm-imports/ says:\n  {}\n\
         See what each + can do. If none can send anything, run UPDATE=1 cargo xtask reach and \
         review the diff; if one can, take it out.",
        faults.join("\n  ")
    )))
}

/// What each program imports and constructs, by its name without the hash.
fn reached(
    project: &Project,
    dist: &Path,
    scripts: &BTreeMap<String, String>,
) -> Outcome<BTreeMap<String, BTreeSet<String>>> {
    // Node is here for wasm-opt anyway, and has the parser of a browser.
    let mut node = program::command(project, "node");
    node.arg(project.root().join("xtask/npm/imports.mjs")).arg(dist);
    let printed = program::read(&mut node, "Node 18 or newer is needed.")?;
    let mut counted: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut reached: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in printed.lines() {
        let (file, import) = line.split_once('\t').unwrap_or((line, ""));
        *counted.entry((program_of(file), plain(import).to_owned())).or_default() += 1;
        let glue = file.replace("_bg.wasm", ".js");
        let glue = scripts.get(&glue).ok_or_else(|| Failure::new(format!("no {glue} in dist/")))?;
        // `new` alone says little; the glue knows of what.
        reached.entry(program_of(file)).or_insert_with(|| constructed(glue));
    }
    for ((program, name), n) in counted {
        // A window is opened by the same word as a storage: one more is a difference.
        // (Only the conversions of wasm-bindgen's own come and go with every closure.)
        let name = if n == 1 || name == "generic" { name } else { format!("{name} x{n}") };
        reached.entry(program).or_default().insert(name);
    }
    if reached.len() == 2 {
        return Ok(reached);
    }
    Err(Failure::new(format!("dist/ should have two programs, not {:?}", reached.keys())))
}

/// The name of a program: `page` of `chengwen-page-6f7e7a4f14f9ee87_bg.wasm`.
fn program_of(file: &str) -> String {
    let name = file.trim_start_matches("chengwen-");
    name.split(['-', '_', '.']).next().unwrap_or(name).to_owned()
}

/// An import as its author would write it: without prefix, hash and number.
fn plain(import: &str) -> &str {
    let name = import.trim_start_matches("__wbg_").trim_start_matches("__wbindgen_");
    let is_hash = |it: &str| it.len() == 16 && it.bytes().all(|it| it.is_ascii_hexdigit());
    match name.rsplit_once('_') {
        Some((name, hash)) if is_hash(hash) => name.trim_start_matches("__wbindgen_"),
        _ => name,
    }
}

/// `new Blob` and so on, as the glue calls them.
fn constructed(glue: &str) -> BTreeSet<String> {
    let rests = glue.split("new ").skip(1);
    let names = rests.map(|it| {
        let end = it.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(it.len());
        &it[..end]
    });
    let names = names.filter(|it| it.starts_with(|c: char| c.is_ascii_uppercase()));
    names.map(|it| format!("new {it}")).collect()
}

/// All scripts of the page, by name; those that lie in it are named after it.
fn scripts(dist: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut scripts = BTreeMap::new();
    for file in fingerprint::files(dist)? {
        let name = fingerprint::relative(dist, &file);
        if name.ends_with(".js") {
            scripts.insert(name, fs::read_to_string(file)?);
        } else if name.ends_with(".html") {
            let html = fs::read_to_string(file)?;
            let inline = markup::tags(&html).into_iter().filter(|it| it.is_inline_script());
            scripts.extend(
                inline.enumerate().map(|(n, it)| (format!("{name} {}", n + 1), it.text.to_owned())),
            );
        }
    }
    Ok(scripts)
}

fn faults_of(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for line in text.lines().map(str::trim) {
        let senders = SENDERS.iter().filter(|it| line.contains(**it));
        faults.extend(senders.map(|it| format!("{name} has {it} in: {line}")));
        let known = LOADERS.iter().filter(|(file, _)| name.starts_with(file));
        let mut rest = known.fold(line.to_owned(), |line, (_, known)| line.replace(known, ""));
        if name.starts_with("chengwen-") {
            rest = without_own_program(&rest);
        }
        if ["fetch(", "\"fetch\"", "importScripts("].iter().any(|it| rest.contains(it)) {
            let short: String = line.chars().take(200).collect();
            faults.push(format!("{name} loads something: {short}"));
        }
    }
    faults
}

/// A glue without the one place where it fetches its own program: `x=fetch(x)`,
/// whatever the name is once the glue has been made small.
fn without_own_program(line: &str) -> String {
    let Some((before, after)) = line.split_once("fetch(") else { return line.to_owned() };
    let Some((name, rest)) = after.split_once(')') else { return line.to_owned() };
    let is_name = !name.is_empty() && name.chars().all(|it| it.is_alphanumeric() || it == '_');
    match before.trim_end().strip_suffix('=').map(str::trim_end) {
        Some(before) if is_name && before.ends_with(name) => format!("{before}{rest}"),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_browser() {
        let check = |import, expected| assert_eq!(plain(import), expected);
        check("__wbg_setItem_cfa3cb31f271776a", "setItem");
        check("__wbg_set_className_fcd90345b3a090af", "set_className");
        check("__wbg___wbindgen_throw_4c88d8bf264fd984", "throw");
        check("__wbindgen_generic_0000000000000001", "generic");
        check("__wbindgen_init_externref_table", "init_externref_table");
        assert_eq!(program_of("chengwen-page-6f7e7a4f14f9ee87_bg.wasm"), "page");
        assert_eq!(program_of("chengwen-exporter_bg.wasm"), "exporter");
    }

    #[test]
    fn constructors_are_found() {
        let glue = "const ret = new Worker(x); new Intl.Collator(); // a new one";
        let found: Vec<_> = constructed(glue).into_iter().collect();
        assert_eq!(found, ["new Intl.Collator", "new Worker"]);
    }

    #[test]
    fn what_sends_or_loads_is_a_fault() {
        let check = |name, text, n| assert_eq!(faults_of(name, text).len(), n, "{name}: {text}");
        check("chengwen-page.js", "    module_or_path = fetch(module_or_path);\n", 0);
        check("chengwen-page.js", "fetch(url)", 1);
        check("index.html 1", "module_or_path = fetch(module_or_path);", 1);
        check("sw.js", "  return page || fetch(request);", 0);
        check("sw.js", "  return page || fetch(request, { body });", 1);
        check("sw.js", "  return fetch(request) || fetch(other);", 1);
        check("index.html 1", "navigator.sendBeacon(a)\nnew WebSocket(b)", 2);
        check("index.html 1", "import init from './a.js';", 0);
    }

    #[test]
    fn a_glue_may_fetch_its_own_program_and_nothing_else() {
        for own in ["module_or_path = fetch(module_or_path);", "a&&(_=fetch(_));"] {
            assert!(!without_own_program(own).contains("fetch("), "{own}");
        }
        for other in ["x=fetch(y)", "x=fetch('a')", "_=fetch(_);fetch('b')"] {
            assert!(without_own_program(other).contains("fetch("), "{other}");
        }
    }
}
