//! cargo-deny, which looks at what is linked: licences, bans, sources.

use super::trunk::{self, Tool};
use crate::project::{Outcome, Project};

const VERSION: &str = "0.20.2";

pub(super) fn install(project: &Project) -> Outcome {
    let (program, usual) = ("cargo-deny", "4 to 8 minutes");
    let tool = Tool { program, package: program, version: VERSION, locked: true, usual };
    trunk::ensure(project, &tool)
}
