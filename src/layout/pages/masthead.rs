//! 版头: the one part whose places are given in millimetres (7.2).

use crate::assemble::Role;
use crate::layout::galley::{Set, is_joint};
use crate::layout::pages::{Imposer, Item, NoticeKind, SetAt, What};
use crate::layout::units::{Emu, mm, pt};
use crate::model::profile::Parameter;

impl Imposer<'_> {
    pub(super) fn masthead(&mut self, sets: &[(SetAt, &Set)]) {
        let paragraphs: Vec<_> = sets
            .iter()
            .filter_map(|(_, it)| match it {
                Set::Paragraph(it) => Some(it),
                Set::Table(..) => None,
            })
            .collect();
        let is_joint = is_joint(paragraphs.iter().map(|it| &it.paragraph));
        let marks: Vec<_> =
            paragraphs.iter().filter(|it| it.paragraph.role == Role::IssuerMark).collect();
        let mark_top = mm(self.profile.hundredths(Parameter::MarkTop));
        // The lower edge of the type above, from which the standard measures.
        let mut lower_edge = None;
        let mut first_mark = None;
        let n_stacked = if is_joint { marks.len() - 1 } else { marks.len() };
        let mut n_marks = 0;
        for ((at, _), it) in sets.iter().zip(&paragraphs) {
            let role = it.paragraph.role;
            match role {
                Role::IssuerMark => {
                    // Glyphs begin a little below the top of their em.
                    let air = (it.pitch - it.size) / 2;
                    let above = air + it.size / 25;
                    let top = *first_mark.get_or_insert((mark_top - above).max(self.y));
                    let names = marks[..n_stacked].iter().map(|it| it.width).max().unwrap_or(0);
                    let (x, y) = if n_marks < n_stacked {
                        // Beside several names stands 文件, so they move to the left.
                        let x = if is_joint { -(it.size + it.size / 4) } else { 0 };
                        (x, top + n_marks as Emu * it.pitch)
                    } else {
                        let middle = (n_stacked as Emu - 1) * it.pitch / 2;
                        (names / 2 + it.size / 4, top + middle)
                    };
                    self.pages_last().items.push(Item { x, y, what: What::Line(*at, 0) });
                    if it.size < self.measures.size {
                        self.notice(NoticeKind::MarkTooLong, it.paragraph.source);
                    }
                    n_marks += 1;
                    let bottom = top + n_stacked as Emu * it.pitch;
                    lower_edge = Some(bottom - air);
                    self.y = bottom;
                }
                Role::DocumentNumber => {
                    if self.last == Some(Role::IssuerMark) {
                        // Two blank lines under 发文机关标志 (7.2.5).
                        self.y = lower_edge.unwrap_or(self.y) + 2 * self.measures.pitch;
                    }
                    self.put(0, What::Line(*at, 0));
                    self.y += it.pitch;
                    lower_edge = Some(self.y - (it.pitch - it.size) / 2);
                }
                _ => {
                    for line in 0..it.n_lines() {
                        self.put(0, What::Line(*at, line as u32));
                        self.y += it.pitch;
                    }
                }
            }
            self.last = Some(role);
        }
        if let Some(edge) = lower_edge {
            // The red rule stands 4 mm below, the title two lines below that
            // (7.2.7, 7.3.1).
            let y = edge + mm(self.profile.hundredths(Parameter::RuleGap));
            self.pages_last().items.push(Item { x: 0, y, what: What::RedRule });
            let width = pt(self.profile.hundredths(Parameter::RuleWidth));
            self.y = y + width + 2 * self.measures.pitch;
        } else {
            self.y += self.measures.pitch;
        }
    }
}
