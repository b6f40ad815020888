//! cargo-fuzz, which builds and runs the fuzz targets.

use super::trunk::{self, Tool};
use crate::project::{Outcome, Project};

const VERSION: &str = "0.13.2";

pub(super) fn install(project: &Project) -> Outcome {
    let (program, usual) = ("cargo-fuzz", "half a minute");
    let tool = Tool { program, package: program, version: VERSION, locked: true, usual };
    trunk::ensure(project, &tool)
}
