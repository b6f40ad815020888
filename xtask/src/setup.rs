//! Brings the machine to where it can build and test; silent when nothing is to do.
//!
//! One module per tool. Each looks for a copy that will do, on PATH or in
//! `target/tools`, and installs one there only when there is none.

mod browser;
mod documents;
mod fonts;
mod npm;
mod rust;
mod system;
mod trunk;
mod wasm_bindgen;

use crate::project::{Outcome, Project};

pub use browser::axe;
pub use documents::python;
pub use fonts::{font_config, fonts};
pub use npm::peer;

/// What the page is built with.
pub fn for_page(project: &Project) -> Outcome {
    rust::wasm_target(project)?;
    trunk::install(project)?;
    wasm_bindgen::install(project)
}

/// What makes the page small.
pub fn for_small_page(project: &Project) -> Outcome {
    npm::wasm_opt(project)
}

/// What looks at the sources.
pub fn for_sources(project: &Project) -> Outcome {
    rust::components(project)
}

/// What judges exported documents.
pub fn for_documents(project: &Project) -> Outcome {
    npm::packages(project)?;
    fonts::install(project)?;
    documents::install(project)
}

/// What drives the page.
pub fn for_browser(project: &Project) -> Outcome {
    npm::packages(project)?;
    browser::install(project)
}

/// Says what is about to be installed and how long one waits.
fn announce(what: &str, usual: &str) {
    println!("Setting up {what} (usually {usual}, once)");
}
