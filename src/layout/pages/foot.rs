//! What closes a document: 署名 and 日期, and 版记 at the foot of the last page.

use crate::layout::galley::Set;
use crate::layout::gaps::{closing_edges, gap};
use crate::layout::pages::{Imposer, Item, NoticeKind, SetAt, What};
use crate::layout::units::Emu;

impl Imposer<'_> {
    pub(super) fn closing(&mut self, sets: &[(SetAt, &Set)], range: std::ops::Range<usize>) {
        self.upright();
        let group: Vec<_> = sets[range]
            .iter()
            .filter_map(|(at, it)| match it {
                Set::Paragraph(it) => Some((*at, it)),
                Set::Table(..) => None,
            })
            .collect();
        let Some((_, first)) = group.first() else { return };
        let first_role = first.paragraph.role;
        let height: Emu = group.iter().map(|(_, it)| it.height()).sum();
        let space = gap(self.last, first_role, self.looks, self.profile, self.sealed);
        if self.measures.core_height < self.y + space + height && !self.is_at_top() {
            self.carry_over();
        }
        self.y += gap(self.last, first_role, self.looks, self.profile, self.sealed);
        let has_body = self
            .pages_last()
            .items
            .iter()
            .any(|it| matches!(it.what, What::Line(..) | What::Row(..)));
        if !has_body && 1 < self.pages.len() {
            self.notice(NoticeKind::ClosingAlone, first.paragraph.source);
        }
        let xs = closing_edges(
            &group.iter().map(|(_, it)| *it).collect::<Vec<_>>(),
            self.looks,
            self.profile,
            self.sealed,
        );
        for ((at, it), x) in group.iter().zip(xs) {
            for line in 0..it.n_lines() {
                self.fit(it.pitch);
                let x = if it.lines.len() == 1 { x } else { 0 };
                self.put(x, What::Line(*at, line as u32));
                self.y += it.pitch;
            }
            self.last = Some(it.paragraph.role);
        }
    }

    /// Begins a new page with the last lines of the text, so that 署名 and 日期
    /// do not stand there alone (7.3.5.5).
    fn carry_over(&mut self) {
        const CARRIED: usize = 2;
        let pitch = self.measures.pitch;
        let items = &mut self.pages_last().items;
        let n_lines = items.iter().rev().take_while(|it| matches!(it.what, What::Line(..))).count();
        let n = n_lines.min(CARRIED);
        // A page that would be left empty gains nothing.
        let n = if n + 2 < items.len() { n } else { 0 };
        let carried = items.split_off(items.len() - n);
        let last = self.last;
        self.new_page(false);
        let Some(top) = carried.first().map(|it| it.y) else { return };
        self.last = last;
        for it in carried {
            self.pages_last().items.push(Item { y: it.y - top, ..it });
            self.y = it.y - top + pitch;
        }
    }

    /// 版记: its last rule lies on the lower edge of 版心 of the last page (7.4.1).
    pub(super) fn imprint(&mut self, sets: &[(SetAt, &Set)]) {
        let imprint: Vec<_> = sets
            .iter()
            .filter_map(|(at, it)| match it {
                Set::Paragraph(it) if it.paragraph.role.is_imprint() => Some((*at, it)),
                Set::Paragraph(_) | Set::Table(..) => None,
            })
            .collect();
        if imprint.is_empty() {
            return;
        }
        let height: Emu = imprint.iter().map(|(_, it)| it.height()).sum();
        if self.pages_last().is_landscape || self.measures.core_height < self.y + height {
            self.new_page(false);
        }
        self.y = self.measures.core_height - height;
        for (idx, (at, it)) in imprint.iter().enumerate() {
            self.put(0, What::ImprintRule { is_outer: idx == 0 });
            for line in 0..it.n_lines() {
                self.put(0, What::Line(*at, line as u32));
                self.y += it.pitch;
            }
        }
        self.put(0, What::ImprintRule { is_outer: true });
    }
}
