//! Brackets and quotation marks with their counterparts, in one pass.

use crate::check::class::closer;

/// An opening mark and the mark that closes it, by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The opening mark.
    pub open: usize,
    /// The closing mark.
    pub close: usize,
    /// How many pairs stand round it.
    pub depth: usize,
}

/// The pairs of a paragraph and what is left over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pairs {
    /// By their closing marks.
    pub pairs: Vec<Pair>,
    /// Opening marks that nothing closes.
    pub unclosed: Vec<usize>,
    /// Closing marks that nothing opened.
    pub unopened: Vec<usize>,
    /// Closing marks whose pair another pair crosses: `“（”）`.
    pub crossed: Vec<usize>,
}

const OPENERS: [char; 10] = ['“', '‘', '（', '《', '〈', '〔', '【', '「', '『', '['];

/// A bracket counts as the same whether of full or half width.
fn wide(c: char) -> char {
    match c {
        '(' => '（',
        ')' => '）',
        '［' => '[',
        '］' => ']',
        _ => c,
    }
}

/// Matches the marks up. Each costs the same, however deep it stands.
pub fn match_up(chars: &[char]) -> Pairs {
    let mut found = Pairs::default();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut n_open = [0_usize; OPENERS.len()];
    // Opening marks that fell out because a pair round them closed first.
    let mut n_fallen = [0_usize; OPENERS.len()];
    for (idx, &c) in chars.iter().enumerate() {
        let c = wide(c);
        if let Some(kind) = OPENERS.iter().position(|&it| it == c) {
            open.push((kind, idx));
            n_open[kind] += 1;
            continue;
        }
        let Some(kind) = OPENERS.iter().position(|&it| closer(it) == Some(c)) else { continue };
        // An apostrophe looks like a closing mark.
        let is_latin = |it: Option<&char>| it.is_some_and(char::is_ascii_alphanumeric);
        let is_apostrophe = c == '’' && is_latin(idx.checked_sub(1).and_then(|it| chars.get(it)));
        if is_apostrophe && n_open[kind] == 0 {
            continue;
        }
        if n_open[kind] == 0 {
            if 0 < n_fallen[kind] {
                n_fallen[kind] -= 1;
                found.crossed.push(idx);
            } else {
                found.unopened.push(idx);
            }
            continue;
        }
        while let Some((other, at)) = open.pop() {
            n_open[other] -= 1;
            if other == kind {
                found.pairs.push(Pair { open: at, close: idx, depth: open.len() });
                break;
            }
            n_fallen[other] += 1;
            found.unclosed.push(at);
        }
    }
    found.unclosed.extend(open.iter().map(|it| it.1));
    found.unclosed.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        text: &str,
        n_pairs: usize,
        unclosed: &[usize],
        unopened: &[usize],
        crossed: &[usize],
    ) {
        let found = match_up(&text.chars().collect::<Vec<_>>());
        assert_eq!(found.pairs.len(), n_pairs, "{text}");
        assert_eq!(
            (found.unclosed, found.unopened, found.crossed),
            (unclosed.to_vec(), unopened.to_vec(), crossed.to_vec()),
            "{text}"
        );
    }

    #[test]
    fn marks_are_matched_up() {
        check("《甲（试行）》“乙”", 3, &[], &[], &[]);
        check("（甲)和(乙）", 2, &[], &[], &[]);
        check("“甲", 0, &[0], &[], &[]);
        check("甲）", 0, &[], &[1], &[]);
        check("“甲（乙”丙）", 1, &[2], &[], &[6]);
        check("it’s", 0, &[], &[], &[]);
    }

    #[test]
    fn a_long_row_of_marks_takes_no_time() {
        let text: Vec<char> =
            "（".repeat(200_000).chars().chain("”".repeat(200_000).chars()).collect();
        assert_eq!(match_up(&text).unopened.len(), 200_000);
    }
}
