//! What no screen of the page may have: errors, strangers, barriers.

use std::env;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use xtask::project::Project;
use xtask::setup;

use crate::chromium;
use crate::driver::Element;
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
        let log = chromium::log(self.session.driver(), "browser");
        let log = log.unwrap_or_else(|it| panic!("no console: {it}"));
        log.into_iter().filter(|it| it.level == "SEVERE").map(|it| it.message).collect()
    }

    #[track_caller]
    fn strangers(&self) -> Vec<String> {
        let log = chromium::log(self.session.driver(), "performance");
        let log = log.unwrap_or_else(|it| panic!("no performance log: {it}"));
        let asked = log.iter().filter_map(|it| requested(&it.message));
        asked
            .filter(|it| it.starts_with("http") && !it.starts_with(self.session.origin()))
            .collect()
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
        let active = self.call("active", &[]);
        let mut differences = Vec::new();
        for it in active.as_array().into_iter().flatten() {
            let Some(element) = Element::of(&it[0]) else { continue };
            let ours = format!("{} “{}”", text(&it[1]), text(&it[2]));
            let ask = |command| {
                let answer = self.driver().get(&element.path(command));
                text(&answer.unwrap_or_else(|it| panic!("{command}: {it}")))
            };
            let theirs = format!("{} “{}”", spoken(&ask("computedrole")), ask("computedlabel"));
            if ours != theirs {
                differences.push(format!("  {ours}, in the browser {theirs}"));
            }
        }
        differences
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

/// The address in a line of the performance log that tells of a request.
fn requested(line: &str) -> Option<String> {
    let line: Value = serde_json::from_str(line).ok()?;
    let message = &line["message"];
    let is_request = message["method"] == "Network.requestWillBeSent";
    let url = message["params"]["request"]["url"].as_str()?;
    is_request.then(|| url.to_owned())
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

#[cfg(test)]
mod tests {
    use super::requested;

    #[test]
    fn reads_the_address_of_a_request() {
        let line = r#"{"message":{"method":"Network.requestWillBeSent",
            "params":{"request":{"url":"http://127.0.0.1:1/a.js"}}}}"#;
        assert_eq!(requested(line).as_deref(), Some("http://127.0.0.1:1/a.js"));
        let other = r#"{"message":{"method":"Network.dataReceived",
            "params":{"request":{"url":"http://127.0.0.1:1/a.js"}}}}"#;
        assert_eq!(requested(other), None);
        assert_eq!(requested("no json"), None);
    }
}
