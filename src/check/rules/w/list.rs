//! A list of wrong words as a file: what is right, what is wrong, and where the
//! wrong form is no mistake after all.
//!
//! A line is `right⇥wrong wrong⇥trap trap⇥level`. A trap is a phrase that holds the
//! wrong form or overlaps it at one end (`公布署名` and `公布` excuse `布署`); the level is `?` for 疑似 and
//! `~` for 提示 where a line is less sure than its rule. `-` stands for a right
//! form that only the author knows. Lines with `//` in front are remarks.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use crate::check::exempt::Exempt;
use crate::check::finding::Level;
use crate::check::lexicon::Firsts;
use crate::check::rule::Hit;
use crate::check::text::Para;

/// A list of words that is read once.
#[derive(Debug)]
pub(in crate::check::rules) struct List {
    file: &'static str,
    ready: OnceLock<Ready>,
}

/// A wrong form.
#[derive(Debug)]
pub(in crate::check::rules) struct Entry {
    /// As it should not be.
    pub(in crate::check::rules) wrong: &'static str,
    /// As it should; empty where only the author knows.
    pub(in crate::check::rules) right: &'static str,
    /// Less sure than the rule.
    pub(in crate::check::rules) level: Option<Level>,
    length: usize,
    /// Phrases that excuse it, with where each begins, counted from the start of
    /// the wrong form.
    traps: Vec<(isize, &'static str)>,
}

#[derive(Debug, Default)]
struct Ready {
    entries: Vec<Entry>,
    /// Entries by their first two characters, the longest first.
    by_start: BTreeMap<(char, char), Vec<usize>>,
    firsts: Firsts,
}

impl List {
    /// A list from the words of a file.
    pub(in crate::check::rules) const fn new(file: &'static str) -> Self {
        Self { file, ready: OnceLock::new() }
    }

    /// Every wrong form in the paragraph that is in no trap and not exempt as
    /// any of these, from the left; the longest where several begin at a place.
    pub(in crate::check::rules) fn find(
        &'static self,
        para: &Para,
        except: Exempt,
    ) -> Vec<(Range<usize>, &'static Entry)> {
        let ready = self.ready.get_or_init(|| Ready::of(self.file));
        let mut found = Vec::new();
        let mut idx = 0;
        while idx < para.len() {
            let Some(entry) = ready.at(para, idx) else {
                idx += 1;
                continue;
            };
            let range = idx..idx + entry.length;
            if entry.is_trapped(para, idx) || para.any_exempt(range.clone(), except) {
                idx += 1;
                continue;
            }
            idx = range.end;
            found.push((range, entry));
        }
        found
    }

    /// The same as hits with fixes.
    pub(in crate::check::rules) fn hits(&'static self, para: &Para, except: Exempt) -> Vec<Hit> {
        self.find(para, except).into_iter().map(|(range, entry)| entry.hit(para, range)).collect()
    }
}

impl Entry {
    /// The hit of this word; in quotation marks its fix is left to the author.
    pub(in crate::check::rules) fn hit(&self, para: &Para, range: Range<usize>) -> Hit {
        let is_quoted = para.any_exempt(range.clone(), Exempt::QUOTED);
        let mut hit = Hit::new(para, range);
        hit.level = self.level;
        match (self.right.is_empty(), is_quoted) {
            (true, _) => hit,
            (false, true) => hit.unsafe_fix(self.right),
            (false, false) => hit.fix(self.right),
        }
    }

    fn is_trapped(&self, para: &Para, start: usize) -> bool {
        let stands = |&(offset, phrase): &(isize, &str)| {
            start.checked_add_signed(offset).is_some_and(|it| para.starts_with(it, phrase))
        };
        self.traps.iter().any(stands)
    }
}

impl Ready {
    fn of(file: &'static str) -> Self {
        let mut ready = Self::default();
        for line in file.lines().filter(|it| !it.is_empty() && !it.starts_with("//")) {
            let mut columns = line.split('\t');
            let mut next = || columns.next().unwrap_or_default();
            let (right, wrongs, traps, level) = (next(), next(), next(), next());
            let right = if right == "-" { "" } else { right };
            let level = match level {
                "?" => Some(Level::Doubt),
                "~" => Some(Level::Hint),
                _ => None,
            };
            for wrong in wrongs.split(' ').filter(|it| !it.is_empty()) {
                let place = |it: &'static str| Some((offset(wrong, it)?, it));
                let traps =
                    traps.split(' ').filter(|it| !it.is_empty()).filter_map(place).collect();
                let length = wrong.chars().count();
                ready.add(Entry { wrong, right, level, length, traps });
            }
        }
        for starts in ready.by_start.values_mut() {
            starts.sort_by_key(|&it| {
                std::cmp::Reverse(ready.entries.get(it).map_or(0, |it| it.length))
            });
        }
        ready
    }

    fn add(&mut self, entry: Entry) {
        let mut chars = entry.wrong.chars();
        let (Some(first), Some(second)) = (chars.next(), chars.next()) else { return };
        self.firsts.add(first);
        self.by_start.entry((first, second)).or_default().push(self.entries.len());
        self.entries.push(entry);
    }

    fn at(&self, para: &Para, idx: usize) -> Option<&Entry> {
        let first = para.at(idx);
        if !self.firsts.has(first) {
            return None;
        }
        let starts = self.by_start.get(&(first, para.at(idx + 1)))?;
        starts
            .iter()
            .filter_map(|&it| self.entries.get(it))
            .find(|it| para.starts_with(idx, it.wrong))
    }
}

/// Where a trap begins, counted from the start of the wrong form: it holds the
/// wrong form, or ends with its beginning, or begins with its end.
fn offset(wrong: &str, trap: &str) -> Option<isize> {
    let length = |it: &str| isize::try_from(it.chars().count()).ok();
    if let Some((before, _)) = trap.split_once(wrong) {
        return Some(-length(before)?);
    }
    let cuts = || wrong.char_indices().map(|it| it.0).filter(|&it| it != 0);
    let head = cuts().rev().filter_map(|it| wrong.get(..it)).find_map(|it| trap.strip_suffix(it));
    if let Some(before) = head {
        return Some(-length(before)?);
    }
    let tail = cuts().find(|&it| wrong.get(it..).is_some_and(|it| trap.starts_with(it)))?;
    length(wrong.get(..tail)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing;

    static LIST: List = List::new("// 示例\n部署\t布署\t公布署\n贯彻\t贯撤 惯彻\n-\t老话\t\t~\n");

    fn found(words: &str) -> Vec<(&'static str, &'static str)> {
        let text = testing::text(words);
        let para = text.paras.first().expect("one paragraph");
        LIST.find(para, Exempt::TITLE).into_iter().map(|(_, it)| (it.wrong, it.right)).collect()
    }

    #[test]
    fn wrong_forms_are_found_outside_traps_and_titles() {
        assert_eq!(found("认真布署，贯撤到底"), [("布署", "部署"), ("贯撤", "贯彻")]);
        assert_eq!(found("公布署名文章，见《布署会》"), []);
        assert_eq!(found("老话"), [("老话", "")]);
        assert_eq!(found("布"), []);
    }

    #[test]
    fn traps_may_overlap_the_wrong_form() {
        assert_eq!(offset("座落于", "讲座落"), Some(-1));
        assert_eq!(offset("座落于", "座落于此"), Some(0));
        assert_eq!(offset("座落于", "于是"), Some(2));
        assert_eq!(offset("座落于", "无关"), None);
    }
}
