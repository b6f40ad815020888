//! Packages of the operating system: installed where that is ours to do, named elsewhere.

use std::path::Path;

use super::announce;
use crate::program;
use crate::project::{Failure, Outcome, Project};

/// What to install, as each system calls it.
pub(super) struct Need<'a> {
    /// What it is, in plain words.
    pub what: &'a str,
    /// How long Debian takes over it.
    pub usual: &'a str,
    pub debian: &'a [&'a str],
    /// A line for everyone else, system by system.
    pub elsewhere: &'a str,
}

pub(super) fn install(project: &Project, need: &Need<'_>) -> Outcome {
    let packages = need.debian.join(" ");
    if !Path::new("/etc/debian_version").is_file() {
        return Err(Failure::new(format!("{} is missing. {}", need.what, need.elsewhere)));
    }
    if !is_root(project) {
        return Err(Failure::new(format!(
            "{} is missing. Run `sudo apt-get install {packages}`, then this command again.",
            need.what
        )));
    }
    announce(need.what, need.usual);
    let advice = format!("Install it by hand: apt-get install {packages}");
    program::run(apt(project).arg("update"), &advice)?;
    program::run(
        apt(project).args(["install", "-y", "--no-install-recommends"]).args(need.debian),
        &advice,
    )
}

fn apt(project: &Project) -> std::process::Command {
    let mut apt = program::command(project, "apt-get");
    // Nobody is there to answer the questions of a package.
    apt.arg("-qq").env("DEBIAN_FRONTEND", "noninteractive");
    apt
}

fn is_root(project: &Project) -> bool {
    let id = program::command(project, "id").arg("-u").output();
    id.is_ok_and(|it| it.stdout.trim_ascii() == b"0")
}
