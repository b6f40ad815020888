//! Which paragraph became which: the same ones first, then those that are alike.

mod likeness;

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::assemble::document::Role;
use crate::compare::tokens::{Token, uncounted};

use likeness::Likeness;

/// How alike two paragraphs of one gap have to be to be one that was changed.
const ALIKE: f32 = 0.35;
/// How alike they have to be where they stand in different gaps.
const ALIKE_ELSEWHERE: f32 = 0.5;
/// Shorter paragraphs are alike by chance; they are looked for in their gap only.
const LONG: usize = 8;

/// A paragraph of the old version, of the new one, or one that is in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Aligned {
    /// Its place in the old version.
    pub(super) old: Option<usize>,
    /// Its place in the new version.
    pub(super) new: Option<usize>,
    /// Whether it stands elsewhere among those that stayed.
    pub(super) moved: bool,
}

/// The paragraphs of a version: what they are, and their tokens.
type Side<'a> = (&'a [Role], &'a [Vec<Token<'a>>]);

/// Aligns two versions: every paragraph of both is in the answer once.
pub(super) fn align(old: Side<'_>, new: Side<'_>) -> Vec<Aligned> {
    let mut partners = Partners::new(old.1.len(), new.1.len());
    partners.pair_same(old.1, new.1);
    partners.pair_alike(old.1, new.1);
    partners.pair_by_role(old.0, new.0);
    partners.in_order()
}

/// Who became whom, as far as it is known.
struct Partners {
    /// For every old paragraph its place in the new version.
    of_old: Vec<Option<usize>>,
    /// For every new paragraph its place in the old version.
    of_new: Vec<Option<usize>>,
    /// The gap between the same paragraphs in which each old one stands.
    old_gap: Vec<usize>,
    /// The same for the new ones.
    new_gap: Vec<usize>,
}

impl Partners {
    fn new(n_old: usize, n_new: usize) -> Self {
        Self {
            of_old: vec![None; n_old],
            of_new: vec![None; n_new],
            old_gap: vec![0; n_old],
            new_gap: vec![0; n_new],
        }
    }

    fn pair(&mut self, old: usize, new: usize) {
        self.of_old[old] = Some(new);
        self.of_new[new] = Some(old);
    }

    fn free_old(&self) -> Vec<usize> {
        (0..self.of_old.len()).filter(|&it| self.of_old[it].is_none()).collect()
    }

    fn free_new(&self) -> Vec<usize> {
        (0..self.of_new.len()).filter(|&it| self.of_new[it].is_none()).collect()
    }

    /// Pairs the paragraphs whose text is the same but for numbers that count
    /// themselves: in order first, then wherever they went.
    fn pair_same(&mut self, old: &[Vec<Token<'_>>], new: &[Vec<Token<'_>>]) {
        let mut names = BTreeMap::new();
        let mut name = |tokens: &Vec<Token<'_>>| {
            let text: String = uncounted(tokens).collect();
            let next = names.len();
            *names.entry(text).or_insert(next)
        };
        let old: Vec<_> = old.iter().map(&mut name).collect();
        let new: Vec<_> = new.iter().map(&mut name).collect();
        let mut gap = 0;
        for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
            let (was, is) = (op.old_range(), op.new_range());
            if let DiffOp::Equal { .. } = op {
                was.zip(is).for_each(|(old, new)| self.pair(old, new));
                gap += 1;
            } else {
                was.for_each(|it| self.old_gap[it] = gap);
                is.for_each(|it| self.new_gap[it] = gap);
            }
        }
        let mut places = BTreeMap::<usize, Vec<usize>>::new();
        for idx in self.free_new().into_iter().rev() {
            places.entry(new[idx]).or_default().push(idx);
        }
        for idx in self.free_old() {
            if let Some(place) = places.get_mut(&old[idx]).and_then(Vec::pop) {
                self.pair(idx, place);
            }
        }
    }

    /// Pairs what is alike, the most alike first.
    fn pair_alike(&mut self, old: &[Vec<Token<'_>>], new: &[Vec<Token<'_>>]) {
        let (free_old, free_new) = (self.free_old(), self.free_new());
        if free_old.is_empty() || free_new.is_empty() {
            return;
        }
        let likeness = Likeness::new(
            free_old.iter().map(|&it| &old[it][..]),
            free_new.iter().map(|&it| &new[it][..]),
        );
        let mut found = Vec::new();
        for (old_idx, new_idx, alike) in likeness.candidates() {
            let (old, new) = (free_old[old_idx], free_new[new_idx]);
            let is_near = self.old_gap[old] == self.new_gap[new];
            let is_long = LONG <= likeness.len(old_idx).min(likeness.len(new_idx + free_old.len()));
            if (is_near && ALIKE <= alike) || (is_long && ALIKE_ELSEWHERE <= alike) {
                found.push((alike, is_near, old, new));
            }
        }
        found.sort_by(|a, b| {
            let near = b.1.cmp(&a.1);
            b.0.total_cmp(&a.0)
                .then(near)
                .then(a.2.abs_diff(a.3).cmp(&b.2.abs_diff(b.3)))
                .then((a.2, a.3).cmp(&(b.2, b.3)))
        });
        for (_, _, old, new) in found {
            if self.of_old[old].is_none() && self.of_new[new].is_none() {
                self.pair(old, new);
            }
        }
        // Words that are everywhere find no candidates: rows of a table, say. What
        // is left in a gap is tried in its order.
        let at = |list: &[usize], it: usize| list.binary_search(&it).ok();
        for (old, new) in self.left_in_gaps(|_, _| 0) {
            let (Some(old_idx), Some(new_idx)) = (at(&free_old, old), at(&free_new, new)) else {
                continue;
            };
            if ALIKE <= likeness.of(old_idx, new_idx + free_old.len()) {
                self.pair(old, new);
            }
        }
    }

    /// Pairs what is left in a gap and is the same element of the document: a
    /// title that was written anew is still the title.
    fn pair_by_role(&mut self, old: &[Role], new: &[Role]) {
        let role = |is_old: bool, idx: usize| if is_old { old[idx] } else { new[idx] };
        let is_text = |it: Role| matches!(it, Role::Item | Role::Body | Role::Row(_));
        let left = self.left_in_gaps(role);
        for (was, is) in left {
            if !is_text(old[was]) {
                self.pair(was, is);
            }
        }
    }

    /// What is left in the same gap and the same class, in order.
    fn left_in_gaps<C: Ord>(&self, class: impl Fn(bool, usize) -> C) -> Vec<(usize, usize)> {
        let mut left = BTreeMap::<(usize, C), (Vec<usize>, Vec<usize>)>::new();
        for idx in self.free_old() {
            left.entry((self.old_gap[idx], class(true, idx))).or_default().0.push(idx);
        }
        for idx in self.free_new() {
            left.entry((self.new_gap[idx], class(false, idx))).or_default().1.push(idx);
        }
        left.into_values().flat_map(|(old, new)| old.into_iter().zip(new)).collect()
    }

    /// All paragraphs in the order of the new version; what was taken out stands
    /// behind what it stood behind. Those that are not in the longest sequence
    /// that keeps its order have moved.
    fn in_order(&self) -> Vec<Aligned> {
        let stays = longest_rising(&self.of_old);
        let mut removed = Vec::with_capacity(self.of_old.len());
        let mut place = 0;
        for (idx, partner) in self.of_old.iter().enumerate() {
            match *partner {
                Some(new) if stays[idx] => place = new + 1,
                Some(_) => {}
                None => removed.push((place, idx)),
            }
        }
        let mut removed = removed.into_iter().peekable();
        let mut aligned = Vec::with_capacity(self.of_old.len() + self.of_new.len());
        let gone = |idx| Aligned { old: Some(idx), new: None, moved: false };
        for (new, &old) in self.of_new.iter().enumerate() {
            while let Some((_, idx)) = removed.next_if(|&(place, _)| place <= new) {
                aligned.push(gone(idx));
            }
            let moved = old.is_some_and(|it| !stays[it]);
            aligned.push(Aligned { old, new: Some(new), moved });
        }
        aligned.extend(removed.map(|(_, idx)| gone(idx)));
        aligned
    }
}

/// Which of the places belong to the longest rising sequence.
fn longest_rising(places: &[Option<usize>]) -> Vec<bool> {
    // `ends[n]` is where the best sequence of n + 1 places ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; places.len()];
    for (idx, place) in places.iter().enumerate() {
        if place.is_none() {
            continue;
        }
        let n = ends.partition_point(|&it| places[it] < *place);
        before[idx] = n.checked_sub(1).map(|it| ends[it]);
        if n == ends.len() { ends.push(idx) } else { ends[n] = idx }
    }
    let mut is_in = vec![false; places.len()];
    let mut at = ends.last().copied();
    while let Some(idx) = at {
        is_in[idx] = true;
        at = before[idx];
    }
    is_in
}

#[cfg(test)]
mod tests {
    use super::longest_rising;

    #[test]
    fn one_that_jumps_leaves_the_others_in_order() {
        let places = [Some(3), Some(0), None, Some(1), Some(2)];
        assert_eq!(longest_rising(&places), [false, true, false, true, true]);
        assert!(longest_rising(&[]).is_empty());
    }
}
