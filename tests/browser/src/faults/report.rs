//! What came out of the faults, a line each.

use std::fmt;

/// What came out of one fault.
#[derive(Debug, Clone)]
pub struct Row {
    /// What was broken, and how.
    pub fault: String,
    /// What the author had typed.
    pub typed: String,
    /// What was there afterwards.
    pub found: String,
    /// Whether that is what was promised.
    pub verdict: Verdict,
}

/// Whether the invariants hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// These hold.
    Holds(&'static str),
    /// This was promised and is not so.
    Broken(String),
    /// The fault cannot be brought about here, and why.
    NotRun(String),
}

/// All rows so far.
#[derive(Debug, Default)]
pub struct Report {
    rows: Vec<Row>,
}

impl Report {
    /// Adds a row and prints it.
    pub fn add(
        &mut self,
        fault: impl Into<String>,
        typed: impl Into<String>,
        found: impl Into<String>,
        verdict: Verdict,
    ) {
        let (fault, typed, found) = (fault.into(), typed.into(), found.into());
        println!("{fault}: typed {typed}; found {found}; {verdict}");
        self.rows.push(Row { fault, typed, found, verdict });
    }

    /// Whether nothing that was promised is broken. What was not run is no failure,
    /// and no success either: the table counts it.
    pub fn is_fine(&self) -> bool {
        !self.rows.is_empty()
            && !self.rows.iter().any(|it| matches!(it.verdict, Verdict::Broken(_)))
    }

    /// The rows as a table, and their sum.
    pub fn table(&self) -> String {
        let head = ["fault", "typed", "found afterwards", "verdict"].map(str::to_owned);
        let rows = self.rows.iter().map(|it| {
            [it.fault.clone(), it.typed.clone(), it.found.clone(), it.verdict.to_string()]
        });
        let lines: Vec<[String; 4]> = [head].into_iter().chain(rows).collect();
        let width = |n: usize| lines.iter().map(|it| columns(&it[n])).max().unwrap_or(0);
        let widths = [width(0), width(1), width(2)];
        let mut text = String::new();
        for line in &lines {
            for (cell, width) in line.iter().zip(widths) {
                text += cell;
                text += &" ".repeat(width + 2 - columns(cell));
            }
            text += &line[3];
            text.push('\n');
        }
        let count = |wanted: fn(&Verdict) -> bool| {
            self.rows.iter().filter(|it| wanted(&it.verdict)).count()
        };
        let holds = count(|it| matches!(it, Verdict::Holds(_)));
        let broken = count(|it| matches!(it, Verdict::Broken(_)));
        let not_run = count(|it| matches!(it, Verdict::NotRun(_)));
        text + &format!("{holds} hold, {broken} broken, {not_run} not run")
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Holds(invariants) => write!(f, "{invariants} holds"),
            Self::Broken(what) => write!(f, "BROKEN: {what}"),
            Self::NotRun(why) => write!(f, "not run: {why}"),
        }
    }
}

/// How wide a text is on a terminal: a Chinese character takes two columns.
fn columns(text: &str) -> usize {
    text.chars().map(|it| if ('\u{2e80}'..'\u{fff0}').contains(&it) { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_lines_up_and_counts() {
        let mut report = Report::default();
        report.add("a", "3 字", "3", Verdict::Holds("I1"));
        report.add("long", "", "", Verdict::NotRun("no root".to_owned()));
        assert!(report.is_fine());
        let expected = "\
fault  typed  found afterwards  verdict
a      3 字   3                 I1 holds
long                            not run: no root
1 hold, 0 broken, 1 not run";
        assert_eq!(report.table(), expected);
        report.add("b", "", "", Verdict::Broken("lost".to_owned()));
        assert!(!report.is_fine());
    }

    #[test]
    fn nothing_tried_is_not_fine() {
        assert!(!Report::default().is_fine());
    }
}
