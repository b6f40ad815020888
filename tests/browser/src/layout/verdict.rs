//! What was found of each draft, as a table, and whether it is what is wanted.

use super::grid::Tally;

/// Of so many files in ten, LibreOffice must have as many pages as we do.
const SAME_IN_TEN: usize = 9;

/// On the rest it may differ by one page in so many.
const PAGES_PER_DIFFERENCE: usize = 30;

/// What was found of one draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// The draft.
    pub name: String,
    /// Characters without white space.
    pub n_chars: usize,
    /// Pages of our layout.
    pub ours: usize,
    /// Pages that LibreOffice makes of the docx.
    pub office: usize,
    /// Whether a font without half-width digits or a fallback may have been
    /// used, so that LibreOffice's pages say nothing.
    pub incomparable: bool,
    /// Pages that Chromium makes of the html.
    pub browser: usize,
    /// Full pages with 22 lines, ours and LibreOffice's.
    pub full: [Tally; 2],
    /// Solid lines of 28 characters, ours and LibreOffice's.
    pub solid: [Tally; 2],
    /// What is wrong, in words; nothing when all is well.
    pub faults: Vec<String>,
    /// What is worth knowing, and no fault.
    pub remarks: Vec<String>,
}

impl Verdict {
    /// Whether LibreOffice's pages are as near as the rest must be.
    fn is_near(&self) -> bool {
        let limit = self.ours.div_ceil(PAGES_PER_DIFFERENCE);
        self.incomparable || self.ours.abs_diff(self.office) <= limit
    }

    fn is_same(&self) -> bool {
        self.incomparable || self.ours == self.office
    }
}

/// What is wrong with all of them together.
pub fn faults(verdicts: &[Verdict]) -> Vec<String> {
    let mut faults: Vec<String> = Vec::new();
    for it in verdicts {
        faults.extend(it.faults.iter().map(|fault| format!("{}: {fault}", it.name)));
        if !it.is_near() {
            faults.push(format!("{}: {} pages, LibreOffice {}", it.name, it.ours, it.office));
        }
        let tallies =
            [("our", &it.full[0], &it.solid[0]), ("LibreOffice's", &it.full[1], &it.solid[1])];
        for (whose, full, solid) in tallies {
            for wrong in [&full.first_wrong, &solid.first_wrong].into_iter().flatten() {
                faults.push(format!("{}: {whose} {wrong}", it.name));
            }
        }
    }
    let n_same = verdicts.iter().filter(|it| it.is_same()).count();
    if n_same * 10 < verdicts.len() * SAME_IN_TEN {
        faults.push(format!("only {n_same} of {} files have LibreOffice's pages", verdicts.len()));
    }
    faults
}

/// One line for each draft, then the sums.
pub fn table(verdicts: &[Verdict]) -> String {
    let width = verdicts.iter().map(|it| it.name.chars().count()).max().unwrap_or(0).max(5);
    let mut lines = vec![format!(
        "{:width$}  chars  ours  office  browser   22 lines ours|office   28 characters ours|office  faults",
        "draft"
    )];
    let of = |it: &Tally| format!("{}/{}", it.right, it.all);
    let row = |name: &str, it: &Verdict, n_faults: usize| {
        // Chinese names are counted, not measured; the columns behind stay near.
        let pad = " ".repeat(width.saturating_sub(name.chars().count()));
        let mark = if it.ours == it.office { ' ' } else { '*' };
        let full = format!("{}|{}", of(&it.full[0]), of(&it.full[1]));
        let solid = format!("{}|{}", of(&it.solid[0]), of(&it.solid[1]));
        format!(
            "{name}{pad} {:6} {:5} {:6}{mark} {:8}  {full:>21}  {solid:>26}  {n_faults:6}",
            it.n_chars, it.ours, it.office, it.browser
        )
    };
    lines.extend(verdicts.iter().map(|it| row(&it.name, it, it.faults.len())));
    let mut sum = Verdict::default();
    for it in verdicts {
        sum.n_chars += it.n_chars;
        sum.ours += it.ours;
        sum.office += it.office;
        sum.browser += it.browser;
        for at in 0..2 {
            sum.full[at].add(&it.full[at]);
            sum.solid[at].add(&it.solid[at]);
        }
    }
    lines.push(row("sum", &sum, verdicts.iter().map(|it| it.faults.len()).sum()));
    let n_same = verdicts.iter().filter(|it| it.is_same()).count();
    lines.push(format!("as many pages as LibreOffice: {n_same} of {}", verdicts.len()));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(ours: usize, office: usize) -> Verdict {
        Verdict { name: "甲".to_owned(), ours, office, ..Verdict::default() }
    }

    #[test]
    fn nine_in_ten_must_have_the_same_pages() {
        let mut verdicts = vec![verdict(3, 3); 9];
        verdicts.push(verdict(3, 4));
        assert!(faults(&verdicts).is_empty());
        verdicts.push(verdict(3, 4));
        assert_eq!(faults(&verdicts), ["only 9 of 11 files have LibreOffice's pages"]);
    }

    #[test]
    fn the_rest_may_differ_by_one_page_in_thirty() {
        let mut verdicts = vec![verdict(3, 3); 40];
        verdicts.extend([verdict(30, 31), verdict(31, 33)]);
        assert!(faults(&verdicts).is_empty());
        verdicts.push(verdict(30, 28));
        assert_eq!(faults(&verdicts), ["甲: 30 pages, LibreOffice 28"]);
    }

    #[test]
    fn a_wrong_line_is_a_fault() {
        let mut it = verdict(2, 2);
        it.solid[1].first_wrong = Some("page 1: 27 characters".to_owned());
        it.faults.push("invalid".to_owned());
        assert_eq!(faults(&[it]), ["甲: invalid", "甲: LibreOffice's page 1: 27 characters"]);
    }
}
