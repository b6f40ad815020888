//! What came out of a run of tests, test by test, and the table of several runs.

use std::collections::BTreeMap;
use std::time::Duration;

/// The outcomes of one engine.
#[derive(Debug, Default)]
pub(super) struct Tally {
    passed: Vec<String>,
    failed: Vec<String>,
    /// The tests that left themselves out, with the reason.
    left_out: BTreeMap<String, String>,
    /// Why there are no outcomes, or not all.
    broken: Option<String>,
    took: Duration,
}

impl Tally {
    /// An engine that is not there.
    pub(super) fn impossible(reason: String) -> Self {
        Self { broken: Some(reason), ..Self::default() }
    }

    /// Takes in a line such as `test storage::a_full_storage ... ok`.
    pub(super) fn read(&mut self, line: &str) {
        let Some((name, outcome)) =
            line.strip_prefix("test ").and_then(|it| it.split_once(" ... "))
        else {
            return;
        };
        match outcome.trim() {
            "ok" => self.passed.push(name.to_owned()),
            "FAILED" => self.failed.push(name.to_owned()),
            ignored => {
                self.left_out.insert(name.to_owned(), ignored.to_owned());
            }
        }
    }

    /// Takes in how the program ended.
    pub(super) fn ended(&mut self, well: bool, took: Duration) {
        self.took = took;
        if self.passed.is_empty() && self.failed.is_empty() {
            self.broken = Some("no test has run".to_owned());
        } else if !well && self.failed.is_empty() {
            self.broken = Some("the tests ended in the middle".to_owned());
        }
    }

    /// Takes in the tests that left themselves out: a name, a tab, a reason.
    /// Such a test ends well and has still not passed.
    pub(super) fn leave_out(&mut self, lines: &str) {
        for (name, reason) in lines.lines().filter_map(|it| it.split_once('\t')) {
            self.passed.retain(|it| it != name);
            self.left_out.insert(name.to_owned(), reason.to_owned());
        }
    }

    /// Whether there is nothing to mend.
    pub(super) fn is_fine(&self) -> bool {
        self.failed.is_empty() && self.broken.is_none() && !self.passed.is_empty()
    }
}

/// The outcomes as a table, then the names of the tests that have not passed.
pub(super) fn table(tallies: &[(&str, Tally)]) -> String {
    let mut lines = vec![format!(
        "{:<12} {:>6} {:>6} {:>7} {:>8}",
        "engine", "passed", "failed", "not run", "seconds"
    )];
    for (engine, it) in tallies {
        let (passed, failed, out) = (it.passed.len(), it.failed.len(), it.left_out.len());
        let seconds = it.took.as_secs();
        lines.push(format!("{engine:<12} {passed:>6} {failed:>6} {out:>7} {seconds:>8}"));
    }
    for (engine, it) in tallies {
        lines.extend(it.broken.iter().map(|reason| format!("{engine}: {reason}")));
        lines.extend(it.failed.iter().map(|name| format!("{engine}: failed: {name}")));
        let left_out = it.left_out.iter();
        lines.extend(left_out.map(|(name, why)| format!("{engine}: not run: {name}: {why}")));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(lines: &[&str], left_out: &str, well: bool) -> Tally {
        let mut tally = Tally::default();
        lines.iter().for_each(|it| tally.read(it));
        tally.ended(well, Duration::from_secs(61));
        tally.leave_out(left_out);
        tally
    }

    #[test]
    fn a_test_that_left_itself_out_has_not_passed() {
        let lines = ["running 3 tests", "test a::b ... ok", "test a::c ... ok", ""];
        let tally = tally(&lines, "a::c\tno printer\n", true);
        assert!(tally.is_fine());
        let expected = "engine       passed failed not run  seconds\n\
                        webkit            1      0       1       61\n\
                        webkit: not run: a::c: no printer";
        assert_eq!(table(&[("webkit", tally)]), expected);
    }

    #[test]
    fn what_failed_or_broke_is_not_fine() {
        assert!(!tally(&["test a ... ok", "test b ... FAILED"], "", false).is_fine());
        assert!(!tally(&["test a ... ok"], "", false).is_fine());
        assert!(!tally(&[], "", true).is_fine());
        assert!(!tally(&["test a ... ok"], "a\tno printer", true).is_fine());
        assert!(!Tally::impossible("not installed".to_owned()).is_fine());
    }
}
