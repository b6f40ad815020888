//! `cargo xtask corpus --check`: what the checks find in real texts, against
//! what a reader judged of each finding in `tests/judged.tsv`.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::program;
use crate::project::{Failure, Outcome, Project};

/// Where the verdicts are.
const JUDGED: &str = "tests/judged.tsv";
/// The least share of true findings, by level.
const TARGETS: [(&str, f64); 2] = [("必错", 0.98), ("疑似", 0.85)];

/// One finding, as `chengwen check --tsv` prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    rule: String,
    level: String,
    /// The file without its ending.
    text: String,
    /// Line and column of its first place.
    place: String,
    /// How many places it stands for.
    count: String,
    /// The first characters that it found.
    span: String,
    /// With some words round it; for the eye only, never kept.
    context: String,
}

/// Checks the texts of a folder and compares with the verdicts.
pub fn run(project: &Project, folder: &str) -> Outcome {
    // The caller's folder is not where the programs run.
    let folder = env::current_dir()?.join(folder);
    let texts = texts(&folder)?;
    if texts.is_empty() {
        return Err(Failure::new(format!("no .txt file in {}", folder.display())));
    }
    let cargo = ["build", "--quiet", "--bin", "chengwen"];
    program::run(program::command(project, "cargo").args(cargo), "The lines above say why.")?;
    let mut rows = Vec::new();
    for text in &texts {
        rows.extend(check(project, text)?);
    }
    let judged = fs::read_to_string(project.root().join(JUDGED))?;
    let judged = verdicts(&judged);
    by_rule(&rows);
    let missed = unjudged(&rows, &judged);
    let low = precision(&rows, &judged);
    let names: BTreeSet<_> = texts.iter().map(|it| stem(it)).collect();
    stale(&rows, &judged, &names);
    match (missed, low) {
        (0, false) => Ok(()),
        (0, true) => Err(Failure::new("a level is wrong too often; the lines above say which")),
        (n, _) => Err(Failure::new(format!("{n} findings are not judged in {JUDGED}"))),
    }
}

fn texts(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "txt") {
            texts.push(path);
        }
    }
    texts.sort();
    Ok(texts)
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn check(project: &Project, text: &Path) -> Outcome<Vec<Row>> {
    let chengwen = project.target().join("debug/chengwen");
    let mut command = program::command_at(project, &chengwen);
    // Exit 1 says that something is wrong in the text, which is no failure here.
    let output = command.arg("check").arg(text).arg("--tsv").output()?;
    if !matches!(output.status.code(), Some(0 | 1)) {
        return Err(Failure::new(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let name = stem(text);
    let row = |line: &str| {
        let [rule, level, place, count, span, context] =
            line.split('\t').collect::<Vec<_>>().try_into().ok()?;
        let [rule, level, place, count, span, context] =
            [rule, level, place, count, span, context].map(str::to_owned);
        Some(Row { rule, level, text: name.clone(), place, count, span, context })
    };
    Ok(String::from_utf8_lossy(&output.stdout).lines().filter_map(row).collect())
}

/// What names a finding among all of them.
fn key(row: &Row) -> String {
    [&row.rule, &row.level, &row.text, &row.place, &row.count, &row.span]
        .map(String::as_str)
        .join("\t")
}

/// The verdicts by finding: the last column of each line is `true` or `false`.
fn verdicts(text: &str) -> BTreeMap<String, bool> {
    let verdict = |line: &str| {
        let (key, verdict) = line.rsplit_once('\t')?;
        Some((key.to_owned(), verdict.parse().ok()?))
    };
    text.lines().filter_map(verdict).collect()
}

/// How often each rule found something.
fn by_rule(rows: &[Row]) {
    let mut counts: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    for row in rows {
        let (n, n_places) = counts.entry((&row.rule, &row.level)).or_default();
        *n += 1;
        *n_places += row.count.parse().unwrap_or(1);
    }
    println!("rule  level  findings  places");
    for ((rule, level), (n, n_places)) in counts {
        println!("{rule:<5} {level}   {n:>8}  {n_places:>6}");
    }
}

/// Prints every finding that claims something and every verdict that lacks.
fn unjudged(rows: &[Row], judged: &BTreeMap<String, bool>) -> usize {
    let mut n = 0;
    for row in rows.iter().filter(|it| it.level != "提示") {
        let verdict = match judged.get(&key(row)) {
            Some(true) => "true",
            Some(false) => "FALSE",
            None => "not judged",
        };
        println!("{verdict}\t{}\t{}", key(row), row.context);
        n += usize::from(!judged.contains_key(&key(row)));
    }
    n
}

/// Prints the share of true findings, and tells whether one is too low.
fn precision(rows: &[Row], judged: &BTreeMap<String, bool>) -> bool {
    let mut is_low = false;
    for (level, target) in TARGETS {
        let of_level: Vec<_> = rows
            .iter()
            .filter(|it| it.level == level)
            .filter_map(|it| judged.get(&key(it)))
            .collect();
        let n_true = of_level.iter().filter(|it| ***it).count();
        let share = n_true as f64 / of_level.len().max(1) as f64;
        println!(
            "{level}: {n_true} of {} judged are true: {share:.3}; at least {target}",
            of_level.len()
        );
        is_low |= !of_level.is_empty() && share < target;
    }
    is_low
}

/// Names verdicts on these texts that no finding asks for any more.
fn stale(rows: &[Row], judged: &BTreeMap<String, bool>, names: &BTreeSet<String>) {
    let keys: BTreeSet<String> = rows.iter().map(key).collect();
    for key in judged.keys().filter(|it| !keys.contains(*it)) {
        if key.split('\t').nth(2).is_some_and(|it| names.contains(it)) {
            println!("no longer found\t{key}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_belongs_to_one_finding() {
        let judged = verdicts(
            "rule\tlevel\ttext\tplace\tcount\tspan\tverdict\nP01\t必错\ta\t2:6\t3\t,\ttrue\n",
        );
        let row = Row {
            rule: "P01".to_owned(),
            level: "必错".to_owned(),
            text: "a".to_owned(),
            place: "2:6".to_owned(),
            count: "3".to_owned(),
            span: ",".to_owned(),
            context: String::new(),
        };
        assert_eq!(judged.get(&key(&row)), Some(&true));
        assert_eq!(judged.len(), 1, "the heading is no verdict");
        assert_eq!(judged.get(&key(&Row { count: "4".to_owned(), ..row })), None);
    }
}
