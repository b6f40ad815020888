//! Where two texts may differ, and whether they do so there alone.

use chengwen::assemble::assemble;
use chengwen::ledger::Figure;
use chengwen::model::draft::Draft;

/// Brackets round what may differ; no report has them.
const OPEN: char = '⟦';
const CLOSE: char = '⟧';

/// Some characters of a printed paragraph, and what is to stand there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    /// The paragraph, from zero.
    paragraph: usize,
    /// Its first character, from zero.
    start: usize,
    old: String,
    new: String,
}

impl Span {
    /// Where the values of these figures are printed, in reading order.
    pub(super) fn all(draft: &Draft, values: &[(Figure, String)]) -> Vec<Self> {
        let mut marked = draft.clone();
        let mut values: Vec<_> = values.iter().collect();
        values.sort_by_key(|(it, _)| (it.at, it.value_range.start));
        // From behind, so that the places before stay what they are.
        for (n, (figure, _)) in values.iter().enumerate().rev() {
            let Some(text) = marked.text_mut(figure.at) else { continue };
            let mut chars: Vec<char> = text.chars().collect();
            let range = figure.value_range.clone();
            chars.splice(range.end..range.end, [CLOSE]);
            let name: Vec<char> = format!("{OPEN}{n}{OPEN}").chars().collect();
            chars.splice(range.start..range.start, name);
            *text = chars.into_iter().collect();
        }
        let printed = assemble(&marked).paragraphs;
        let mut spans = Vec::new();
        for (paragraph, text) in printed.iter().map(|it| it.text()).enumerate() {
            let mut start = 0;
            let mut parts = text.split(OPEN);
            start += parts.next().unwrap_or_default().chars().count();
            // A name, then what stands behind it, in turns.
            while let (Some(name), Some(rest)) = (parts.next(), parts.next()) {
                let (old, after) = rest.split_once(CLOSE).unwrap_or((rest, ""));
                let value = name.parse::<usize>().ok().and_then(|it| values.get(it));
                let new = value.map(|it| it.1.clone()).unwrap_or_default();
                spans.push(Self { paragraph, start, old: old.to_owned(), new });
                start += old.chars().count() + after.chars().count();
            }
        }
        spans
    }
}

/// What was found, said as it is found.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    n_wrong: usize,
}

impl Verdict {
    /// Says what is wrong when this does not hold.
    pub(super) fn hold(&mut self, holds: bool, why: impl FnOnce() -> String) {
        if !holds {
            self.n_wrong += 1;
            println!("  WRONG: {}", why());
        }
    }

    pub(super) fn is_right(&self) -> bool {
        self.n_wrong == 0
    }

    /// Compares two texts character by character: at the spans they differ as is
    /// said there, and nowhere else.
    pub(super) fn compare(&mut self, old: &[String], new: &[String], spans: &[Span]) -> bool {
        let before = self.n_wrong;
        self.hold(old.len() == new.len(), || {
            format!("{} paragraphs have become {}", old.len(), new.len())
        });
        let mut n_same = 0;
        let mut n_differ = 0;
        for (idx, (old, new)) in old.iter().zip(new).enumerate() {
            let here = || spans.iter().filter(|it| it.paragraph == idx);
            n_same += usize::from(here().next().is_none() && old == new);
            let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
            let (mut at_old, mut at_new) = (0, 0);
            for span in here() {
                self.same(idx, (&old, at_old..span.start), (&new, at_new), "before");
                at_new += span.start - at_old;
                let n = span.old.chars().count();
                let was = slice(&old, span.start, n);
                let is = slice(&new, at_new, span.new.chars().count());
                let place = format!("paragraph {}, character {}", idx + 1, span.start + 1);
                println!("  {place}: {was} → {is}");
                n_differ += usize::from(was != is);
                self.hold(was == span.old && is == span.new, || {
                    format!("{place} was to become {} from {}", span.new, span.old)
                });
                at_old = span.start + n;
                at_new += span.new.chars().count();
            }
            self.same(idx, (&old, at_old..old.len()), (&new, at_new), "after");
            let rest = old.len() - at_old.min(old.len());
            self.hold(at_new + rest == new.len(), || {
                format!("paragraph {} has {} characters", idx + 1, new.len())
            });
        }
        println!("  {n_differ} spans differ; {n_same} of {} paragraphs have none", old.len());
        before == self.n_wrong
    }

    /// Holds that these characters of the old text stand at this place of the new one.
    fn same(
        &mut self,
        paragraph: usize,
        (old, range): (&[char], std::ops::Range<usize>),
        (new, at): (&[char], usize),
        side: &str,
    ) {
        for (n, idx) in range.enumerate() {
            let (was, is) = (old.get(idx), new.get(at + n));
            if was != is {
                self.hold(false, || {
                    format!(
                        "paragraph {}, character {} ({side} what was changed): {} → {}",
                        paragraph + 1,
                        idx + 1,
                        slice(old, idx, 12),
                        slice(new, at + n, 12)
                    )
                });
                return;
            }
        }
    }
}

fn slice(chars: &[char], at: usize, n: usize) -> String {
    chars.iter().skip(at).take(n).collect()
}

#[cfg(test)]
mod tests {
    use super::{Span, Verdict};

    fn span(start: usize, old: &str, new: &str) -> Span {
        Span { paragraph: 0, start, old: old.to_owned(), new: new.to_owned() }
    }

    fn compare(old: &str, new: &str, spans: &[Span]) -> bool {
        Verdict::default().compare(&[old.to_owned()], &[new.to_owned()], spans)
    }

    #[test]
    fn what_differs_elsewhere_is_wrong() {
        let (old, new) = ("2024年走访120户。", "2025年走访1300户。");
        let spans = [span(0, "2024年", "2025年"), span(7, "120", "1300")];
        assert!(compare(old, new, &spans));
        assert!(!compare(old, old, &spans));
        assert!(!compare(old, new, &spans[..1]));
        assert!(!compare(old, "2025年走访1300户", &spans));
        assert!(!compare(old, "2025年走访1300户。。", &spans));
        assert!(!compare(old, "2025年走 访1300户。", &spans));
    }
}
