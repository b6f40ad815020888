//! How much two paragraphs have in common.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::compare::tokens::{Class, Token};

/// A feature in more paragraphs than this tells nothing about any of them.
const COMMON: usize = 64;
/// So many paragraphs with the most common features are looked at closely.
const LOOKED_AT: usize = 8;

/// Two neighbouring words, by their names.
type Feature = (u32, u32);

/// Stands for every figure.
const FIGURE: u32 = u32::MAX;
/// Stands before the first word and behind the last.
const EDGE: u32 = u32::MAX - 1;

/// The paragraphs of two versions, each as its pairs of neighbouring words, in
/// which every figure counts as the same: a table of last year is alike to the
/// table of this year. Old paragraphs come first, then the new ones.
pub(super) struct Likeness {
    /// The features of each paragraph, sorted, each as often as it occurs.
    features: Vec<Vec<Feature>>,
    n_old: usize,
}

impl Likeness {
    pub(super) fn new<'a>(
        old: impl ExactSizeIterator<Item = &'a [Token<'a>]>,
        new: impl Iterator<Item = &'a [Token<'a>]>,
    ) -> Self {
        let n_old = old.len();
        Self { features: old.chain(new).map(features).collect(), n_old }
    }

    /// How long a paragraph is, in features.
    pub(super) fn len(&self, idx: usize) -> usize {
        self.features[idx].len()
    }

    /// What two paragraphs share, of all that they have: from 0 to 1 (Dice).
    pub(super) fn of(&self, a: usize, b: usize) -> f32 {
        let (a, b) = (&self.features[a], &self.features[b]);
        if a.is_empty() || b.is_empty() {
            return 0.0;
        }
        let (mut a_idx, mut b_idx, mut n_shared) = (0, 0, 0);
        while let (Some(x), Some(y)) = (a.get(a_idx), b.get(b_idx)) {
            n_shared += usize::from(x == y);
            a_idx += usize::from(x <= y);
            b_idx += usize::from(y <= x);
        }
        2.0 * n_shared as f32 / (a.len() + b.len()) as f32
    }

    /// Pairs of an old and a new paragraph that may be alike, and how much they
    /// are. Rare features lead to them, so the work grows with the texts and not
    /// with their product.
    pub(super) fn candidates(&self) -> Vec<(usize, usize, f32)> {
        let (old, new) = self.features.split_at(self.n_old);
        let holds = |(idx, it): (usize, &Vec<Feature>)| {
            it.iter().map(|&feature| (feature, idx)).collect::<Vec<_>>()
        };
        let mut holders: Vec<_> = new.iter().enumerate().flat_map(holds).collect();
        holders.sort_unstable();
        holders.dedup();
        let mut candidates = Vec::new();
        for (idx, features) in old.iter().enumerate() {
            let mut n_shared = BTreeMap::<usize, usize>::new();
            for feature in features.chunk_by(PartialEq::eq).map(|it| it[0]) {
                let start = holders.partition_point(|it| it.0 < feature);
                let list = holders[start..].iter().take_while(|it| it.0 == feature);
                if list.clone().take(COMMON + 1).count() <= COMMON {
                    list.for_each(|it| *n_shared.entry(it.1).or_default() += 1);
                }
            }
            // Of very different lengths they cannot be alike, and to look costs.
            let is_possible = |it: usize| {
                let (a, b) = (features.len(), new[it].len());
                a.max(b) <= 5 * a.min(b)
            };
            let mut best: Vec<_> = n_shared.into_iter().filter(|it| is_possible(it.0)).collect();
            best.sort_by_key(|&(it, n)| (Reverse(n), it.abs_diff(idx), it));
            for &(it, _) in best.iter().take(LOOKED_AT) {
                candidates.push((idx, it, self.of(idx, it + self.n_old)));
            }
        }
        candidates
    }
}

fn features(tokens: &[Token<'_>]) -> Vec<Feature> {
    let words = tokens.iter().filter_map(word);
    let padded: Vec<_> = [EDGE].into_iter().chain(words).chain([EDGE]).collect();
    // Figures beside figures, or at the edge, are in every row of a table.
    let tells = |it: u32| it < EDGE;
    let pairs = padded.windows(2).filter(|it| tells(it[0]) || tells(it[1]));
    let mut features: Vec<_> = pairs.map(|it| (it[0], it[1])).collect();
    if features.is_empty() {
        // Nothing but figures or marks: then it is these.
        let plain = tokens.iter().filter(|it| !matches!(it.class, Class::Count | Class::Edge));
        features.extend(plain.map(|it| (it.name, EDGE)));
    }
    features.sort_unstable();
    features
}

/// What of a token counts as a word.
fn word(token: &Token<'_>) -> Option<u32> {
    match token.class {
        Class::Digits => Some(FIGURE),
        Class::Chinese if 1 < token.n_chars() => Some(FIGURE),
        Class::Chinese | Class::Word | Class::Character => Some(token.name),
        Class::Count | Class::Mark | Class::Edge => None,
    }
}
