//! Brings the machine to where it can build and test; silent when nothing is to do.
//!
//! One module per tool. Each looks for a copy that will do, on PATH or in
//! `target/tools`, and installs one there only when there is none.

mod browser;
mod deny;
mod documents;
mod firefox;
mod fonts;
mod fuzz;
mod npm;
mod old_chromium;
mod rust;
mod system;
mod trunk;
mod wasm_bindgen;
mod webkit;

use crate::project::{Outcome, Project};

pub use browser::{axe, chromium};
pub use documents::python;
pub use fonts::{font_config, fonts};
pub use npm::peer;
pub use old_chromium::old_chromium;

/// What the page is built with.
pub fn for_page(project: &Project) -> Outcome {
    rust::wasm_target(project)?;
    trunk::install(project)?;
    wasm_bindgen::install(project)
}

/// What makes the page small.
pub fn for_small_page(project: &Project) -> Outcome {
    rust::sources(project)?;
    npm::wasm_opt(project)
}

/// What puts the page into one file.
pub fn for_single(project: &Project) -> Outcome {
    npm::packages(project)
}

/// What looks at the sources.
pub fn for_sources(project: &Project) -> Outcome {
    rust::components(project)
}

/// What looks at what is linked.
pub fn for_dependencies(project: &Project) -> Outcome {
    deny::install(project)
}

/// What gives the readers bytes that nobody would write.
pub fn for_fuzz(project: &Project) -> Outcome {
    fuzz::install(project)
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

/// What drives the page in Firefox.
pub fn for_firefox(project: &Project) -> Outcome {
    npm::packages(project)?;
    firefox::install(project)
}

/// What drives the page in WebKitGTK.
pub fn for_webkit(project: &Project) -> Outcome {
    npm::packages(project)?;
    webkit::install(project)
}

/// What drives the page in Chromium 109: today's driver as well.
pub fn for_old_chromium(project: &Project) -> Outcome {
    for_browser(project)?;
    old_chromium::install(project)
}

/// Says what is about to be installed and how long one waits.
fn announce(what: &str, usual: &str) {
    println!("Setting up {what} (usually {usual}, once)");
}
