//! The longest reports are compared at once, also where they have nothing in
//! common. What a comparison says is tested beside it, in `src/compare/tests/`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chengwen::assemble::document::{Document, Paragraph, Role, Run, RunKind};
use chengwen::compare::compare;
use chengwen::model::draft::{HeadField, TextAt};

/// As long as a report may be, in characters.
const LONGEST: usize = 80_000;

/// Pseudo-random numbers, the same in every run (xorshift64*).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u32) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as u32 % n
    }
}

/// A report of characters from a range, cut into paragraphs of a length.
fn report(chance: &mut Chance, first: u32, n_in_paragraph: usize) -> Document {
    let mut character = || char::from_u32(first + chance.below(2000)).unwrap();
    let mut paragraph = || Paragraph {
        role: Role::Body,
        runs: vec![Run {
            kind: RunKind::Text,
            text: (0..n_in_paragraph).map(|_| character()).collect(),
        }],
        source: TextAt::Head(HeadField::Title),
    };
    let paragraphs = (0..LONGEST / n_in_paragraph).map(|_| paragraph()).collect();
    Document { paragraphs, sealed: false }
}

/// The report after somebody has changed every third character and shuffled the
/// paragraphs.
fn revised(chance: &mut Chance, report: &Document) -> Document {
    let mut paragraphs = report.paragraphs.clone();
    for paragraph in &mut paragraphs {
        let text = &mut paragraph.runs[0].text;
        *text = text.chars().map(|it| if chance.below(3) == 0 { '改' } else { it }).collect();
    }
    for idx in (1..paragraphs.len()).rev() {
        paragraphs.swap(idx, chance.below(idx as u32 + 1) as usize);
    }
    Document { paragraphs, sealed: false }
}

/// The bound is generous, for a slow machine and a build without optimization;
/// anything quadratic is beyond it by far.
#[track_caller]
fn check(name: &str, old: &Document, new: &Document) {
    #[expect(clippy::disallowed_methods, reason = "the test is about time")]
    let start = std::time::Instant::now();
    let comparison = compare(old, new);
    let taken = start.elapsed();
    eprintln!("{name}: {} pairs, {taken:?}", comparison.pairs.len());
    assert!(taken.as_secs() < 30, "{name}: {taken:?}");
}

#[test]
fn the_longest_reports_are_compared_at_once() {
    let mut chance = Chance(3);
    for n_in_paragraph in [8, LONGEST] {
        let old = report(&mut chance, 0x4e00, n_in_paragraph);
        let unlike = report(&mut chance, 0x4e00, n_in_paragraph);
        let revised = revised(&mut chance, &old);
        check(&format!("unlike, paragraphs of {n_in_paragraph}"), &old, &unlike);
        check(&format!("revised, paragraphs of {n_in_paragraph}"), &old, &revised);
    }
}
