//! What is linked, against `deny.toml`.

use crate::program;
use crate::project::{Failure, Outcome, Project};
use crate::setup;

/// What cargo-deny says when the database of advisories is out of reach.
const UNREACHABLE: &str = "failed to fetch advisory database";

/// Checks licences, bans and sources, and the advisories where they can be had.
pub fn check(project: &Project) -> Outcome {
    setup::for_dependencies(project)?;
    let mut deny = deny(project, &["licenses", "bans", "sources"]);
    program::run(&mut deny, "The lines above say which crate, and how it came in.")?;
    match program::read(&mut self::deny(project, &["advisories"]), "See what is advised.") {
        Ok(_) => println!("advisories: none that concerns this tree"),
        Err(failure) if failure.to_string().contains(UNREACHABLE) => {
            println!("advisories: NOT RUN, their database on github.com cannot be reached");
        }
        Err(failure) => return Err(Failure::new(failure.to_string())),
    }
    Ok(())
}

fn deny(project: &Project, checks: &[&str]) -> std::process::Command {
    let mut deny = program::command(project, "cargo-deny");
    // The lock file is what is built; nothing is looked up beyond it.
    deny.args(["--workspace", "--locked", "check"]).args(checks);
    deny
}
