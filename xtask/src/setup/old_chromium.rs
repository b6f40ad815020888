//! Chromium 109, the last one for Windows 7, from a package of npm.

use std::fs;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use super::{announce, npm};
use crate::program;
use crate::project::{Failure, Outcome, Project};

/// The package that carries it, for Linux on x86-64.
const PACKAGE: &str = "@sparticuz/chromium@109.0.6";

/// The SHA-256 of the package's file.
const SUM: &str = "84171b067a588137a242c3dfb70d160c49d055a4227297aefc5eace94e47566c";

/// Writes what the package has packed, under another name.
const UNPACK: &str = "const fs = require('fs'), [from, to] = process.argv.slice(1);
    fs.writeFileSync(to, require('zlib').brotliDecompressSync(fs.readFileSync(from)), { mode: 0o755 });";

pub(super) fn install(project: &Project) -> Outcome {
    let binary = old_chromium(project);
    if binary.is_file() {
        return Ok(());
    }
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Err(Failure::new(
            "Chromium 109 is installed on Linux for x86-64 only; name another copy of it in \
             CHENGWEN_CHROMIUM_109",
        ));
    }
    npm::node(project)?;
    announce("Chromium 109, from npm", "20 seconds");
    let Some(dir) = binary.parent() else { return Ok(()) };
    if dir.is_dir() {
        fs::remove_dir_all(dir)?;
    }
    fs::create_dir_all(dir)?;
    let advice = "It needs the npm registry; run the same command again when it is reachable.";
    let mut npm = program::command(project, "npm");
    npm.args(["pack", PACKAGE, "--silent", "--pack-destination"]).arg(dir);
    let name = program::read(&mut npm, advice)?;
    let package = dir.join(name.trim());
    let sum = format!("{:x}", Sha256::digest(fs::read(&package)?));
    if sum != SUM {
        return Err(Failure::new(format!("{PACKAGE} is another file than it was: {sum}")));
    }
    let mut tar = program::command(project, "tar");
    tar.arg("-xzf").arg(&package).arg("-C").arg(dir);
    program::run(&mut tar, "It unpacks Chromium 109.")?;
    let part = dir.join("part");
    let mut node = program::command(project, "node");
    node.args(["-e", UNPACK]).arg(dir.join("package/bin/chromium.br")).arg(&part);
    program::run(&mut node, "It unpacks Chromium 109.")?;
    fs::remove_dir_all(dir.join("package"))?;
    fs::remove_file(package)?;
    // Under its own name only when it is whole.
    Ok(fs::rename(part, binary)?)
}

/// The program.
pub fn old_chromium(project: &Project) -> PathBuf {
    project.tools().join("chromium-109").join("chromium")
}
