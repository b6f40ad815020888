//! What the first visit to the page downloads, against its budget.

use std::fmt::Write;

use crate::program;
use crate::project::{Failure, Outcome, Project};

/// The most that html, wasm, js and css may weigh together, packed with brotli.
pub const BUDGET: u64 = 300 * 1024;

/// The sizes of one file, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Size {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the table; fails when the budget is exceeded.
pub fn check(project: &Project) -> Outcome {
    // Node packs at native speed and is here for wasm-opt anyway; a crate would
    // cost every `cargo xtask` its compilation.
    let mut node = program::command(project, "node");
    node.arg(project.root().join("xtask/npm/sizes.mjs")).arg(project.dist());
    let printed = program::read(&mut node, "Node 18.17 or newer is needed.")?;
    let sizes: Option<Vec<Size>> = printed.lines().map(parse).collect();
    let sizes = sizes.filter(|it| !it.is_empty());
    let sizes = sizes.ok_or_else(|| Failure::new(format!("no sizes in:\n{printed}")))?;
    // The exporter and the service worker are fetched when the page stands and can
    // be written in.
    let (later, first): (Vec<_>, Vec<_>) =
        sizes.into_iter().partition(|it| it.name.contains("exporter") || it.name == "sw.js");
    let total = sum(&first, "first load");
    println!("{}", table(&first, &total));
    let share = total.brotli * 100 / BUDGET;
    println!("The first load takes {share} % of its budget of {BUDGET} bytes.");
    println!("\nFetched later:\n{}", table(&later, &sum(&later, "later")));
    if total.brotli <= BUDGET {
        return Ok(());
    }
    Err(Failure::new(format!(
        "the first load is {} bytes over its budget; see what the last change linked in",
        total.brotli - BUDGET
    )))
}

fn parse(line: &str) -> Option<Size> {
    let mut fields = line.split('\t');
    let name = fields.next()?.to_owned();
    let mut number = || fields.next()?.parse().ok();
    Some(Size { name, raw: number()?, gzip: number()?, brotli: number()? })
}

fn sum(sizes: &[Size], name: &str) -> Size {
    let of = |part: fn(&Size) -> u64| sizes.iter().map(part).sum();
    let (raw, gzip, brotli) = (of(|it| it.raw), of(|it| it.gzip), of(|it| it.brotli));
    Size { name: name.to_owned(), raw, gzip, brotli }
}

fn table(sizes: &[Size], total: &Size) -> String {
    let width = sizes.iter().map(|it| it.name.len()).max().unwrap_or(0).max(total.name.len());
    let mut text = format!("{:width$} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli");
    for Size { name, raw, gzip, brotli } in sizes.iter().chain([total]) {
        // Writing into a String cannot fail.
        let _ = write!(text, "\n{name:width$} {raw:>9} {gzip:>9} {brotli:>9}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(name: &str, raw: u64, gzip: u64, brotli: u64) -> Size {
        Size { name: name.to_owned(), raw, gzip, brotli }
    }

    #[test]
    fn reads_what_the_script_prints() {
        assert_eq!(parse("a.js\t300\t200\t100"), Some(size("a.js", 300, 200, 100)));
        assert_eq!(parse("a.js\t300\t200"), None);
        assert_eq!(parse(""), None);
    }

    #[test]
    fn lays_out_a_table_with_its_sum() {
        let sizes =
            [size("a.wasm", 500_000, 200_000, 150_000), size("index.html", 3000, 1000, 900)];
        let total = sum(&sizes, "first load");
        let expected = "\
bytes            raw      gzip    brotli
a.wasm        500000    200000    150000
index.html      3000      1000       900
first load    503000    201000    150900";
        assert_eq!(table(&sizes, &total), expected);
    }
}
