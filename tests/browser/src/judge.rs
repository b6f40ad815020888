//! What no screen of the page may have: errors, strangers, barriers.

use std::env;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use xtask::project::Project;
use xtask::setup;

use crate::clock::{self, PATIENCE};
use crate::driver::{Element, Failure};
use crate::engine::Engine;
use crate::find::text;
use crate::page::Page;
use crate::session::Session;

impl Page {
    /// Fails when the page has reported an error, or has asked anybody but its
    /// own server for anything, since this was last asked.
    #[track_caller]
    pub fn assert_clean(&self) {
        let errors = self.errors();
        assert!(errors.is_empty(), "errors in the console:\n{}", errors.join("\n"));
        let strangers = self.strangers();
        assert!(strangers.is_empty(), "requests elsewhere:\n{}", strangers.join("\n"));
    }

    /// Forgets what has been reported so far.
    #[track_caller]
    pub fn forget_errors(&self) {
        self.errors();
    }

    /// The errors that the page has reported: failures of its own and what the
    /// browser holds against it.
    #[track_caller]
    pub fn errors(&self) -> Vec<String> {
        let errors = self.session.errors();
        errors.unwrap_or_else(|it| panic!("no console: {it}"))
    }

    #[track_caller]
    fn strangers(&self) -> Vec<String> {
        let asked = self.session.requests();
        let asked = asked.unwrap_or_else(|it| panic!("no record of requests: {it}"));
        let is_strange =
            |it: &String| it.starts_with("http") && !it.starts_with(self.session.origin());
        asked.into_iter().filter(is_strange).collect()
    }

    /// The barriers that axe-core finds on the screen as it is.
    #[track_caller]
    pub fn barriers(&self, screen: &str) -> Vec<String> {
        const RUN: &str = "const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
                (it) => done(it.violations), (error) => done(String(error)))";
        self.session.settle();
        let known = self.session.script("return typeof axe !== 'undefined'", &[]);
        if known != Value::Bool(true) {
            self.session.script(&axe(), &[]);
        }
        let found = self.session.script_async(RUN, &[]);
        let Some(violations) = found.as_array() else { panic!("axe does not run: {found}") };
        violations.iter().map(|it| format!("{screen}: {}", violation(it))).collect()
    }
}

impl Session {
    /// Fails when the browser itself gives anything that can be operated on this
    /// screen another role or name than the tests look for.
    #[track_caller]
    pub fn assert_names_agree(&self) {
        let differences = self.name_differences();
        assert!(differences.is_empty(), "names differ:\n{}", differences.join("\n"));
    }

    /// What the browser itself gives another role or name than the tests look for.
    #[track_caller]
    pub fn name_differences(&self) -> Vec<String> {
        // A page that draws meanwhile takes elements away: then all is looked at again.
        let found = clock::wait(PATIENCE, || match self.try_name_differences() {
            Err(failure) if failure.is_passing() => None,
            looked => Some(looked),
        });
        let found = found.unwrap_or_else(|| panic!("the page draws all the time"));
        self.must(found, "names")
    }

    #[track_caller]
    fn try_name_differences(&self) -> Result<Vec<String>, Failure> {
        let active = self.try_call("active", &[])?;
        let mut differences = Vec::new();
        for it in active.as_array().into_iter().flatten() {
            let Some(element) = Element::of(&it[0]) else { continue };
            let (role, name) = (text(&it[1]), text(&it[2]));
            let (their_role, their_name) = self.driver().computed(&element)?;
            let (their_role, their_name) = (spoken(&their_role), their_name.trim());
            let is_role = role == their_role || self.says_less(&role, their_role);
            // Firefox reads out what a file input says of its file, too.
            let is_file = self.engine() == Engine::Firefox && role == "button";
            let is_name =
                name == their_name || is_file && their_name.starts_with(&format!("{name} Browse"));
            if !is_role || !is_name {
                differences
                    .push(format!("  {role} “{name}”, in the browser {their_role} “{their_name}”"));
            }
        }
        Ok(differences)
    }
}

impl Session {
    /// Whether this browser has a wider word, or none, for the role that is meant.
    fn says_less(&self, ours: &str, theirs: &str) -> bool {
        match self.engine() {
            Engine::Chromium | Engine::OldChromium => false,
            // The summary of details has no role in ARIA.
            Engine::Firefox => (ours, theirs) == ("button", ""),
            Engine::Webkit => [("button", ""), ("combobox", "button"), ("spinbutton", "textbox")]
                .contains(&(ours, theirs)),
        }
    }
}

/// The browser's role in the words of ARIA: some are its own.
fn spoken(role: &str) -> &str {
    match role {
        "ComboBoxSelect" | "ComboBoxMenuButton" => "combobox",
        "DisclosureTriangle" | "DisclosureTriangleGrouped" => "button",
        other => other,
    }
}

fn violation(found: &Value) -> String {
    const MOST: usize = 5;
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    let nodes = found["nodes"].as_array().into_iter().flatten();
    let nodes = nodes.take(MOST).map(|node| {
        let summary = text(&node["failureSummary"]).replace('\n', " ");
        format!("    {}\n      {summary}", text(&node["html"]))
    });
    let nodes: Vec<_> = nodes.collect();
    format!("{}: {}\n{}", text(&found["id"]), text(&found["help"]), nodes.join("\n"))
}

fn axe() -> String {
    let installed = || Project::find().map(|it| setup::axe(&it)).unwrap_or_default();
    let path = env::var_os("CHENGWEN_AXE").map_or_else(installed, PathBuf::from);
    fs::read_to_string(&path).unwrap_or_else(|it| panic!("axe-core in {}: {it}", path.display()))
}
