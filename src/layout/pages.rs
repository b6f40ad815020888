//! Divides galleys into pages: what stands where, and what stays together.

use crate::assemble::Role;
use crate::layout::galley::{Set, SetParagraph};
use crate::layout::gaps::{gap, is_body, is_closing, keeps_with_next};
use crate::layout::look::Looks;
use crate::layout::measures::Measures;
use crate::layout::press::Press;
use crate::layout::units::Emu;
use crate::model::draft::TextAt;
use crate::model::profile::Profile;

mod foot;
mod masthead;
#[cfg(test)]
mod tests;

/// The pages of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pages {
    /// The pages in order; there is always one.
    pub pages: Vec<Page>,
    /// What could not be placed by the rules.
    pub notices: Vec<Notice>,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// Whether the text is turned by 90 degrees (横排).
    pub is_landscape: bool,
    /// What stands on it, from top to bottom.
    pub items: Vec<Item>,
}

/// A thing on a page; lengths are from the top left of 版心.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// From the left edge of 版心, where the lines of the thing begin.
    pub x: Emu,
    /// From the top of 版心.
    pub y: Emu,
    /// What it is.
    pub what: What,
}

/// What a thing on a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A line of a paragraph, or all of them where they stand side by side.
    Line(SetAt, u32),
    /// A row of a table.
    Row(SetAt, u32),
    /// The red rule of 版头.
    RedRule,
    /// A rule of 版记; the first and the last are thicker.
    ImprintRule {
        /// Whether it is the first or the last.
        is_outer: bool,
    },
}

/// Names a set: which galley, and which of its sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SetAt {
    /// The galley.
    pub galley: u32,
    /// The set in it.
    pub set: u32,
}

/// Something that could not be placed by the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    /// What it is.
    pub kind: NoticeKind,
    /// On which page, from one.
    pub page: usize,
    /// What it comes from.
    pub source: TextAt,
}

/// What could not be placed by the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// A table has more columns than a page has room for.
    TableTooWide,
    /// A row of a table is higher than a page.
    RowTooHigh,
    /// The first page shows no body (7.3.2).
    NoBodyOnFirstPage,
    /// 署名 and 日期 stand on a page without any body (7.3.5.5).
    ClosingAlone,
    /// 发文机关标志 is so long that its type is smaller than the body's.
    MarkTooLong,
    /// A run of letters or digits is longer than a line and is broken within.
    WordBroken,
}

/// Divides the galleys of a press into pages.
pub(super) fn impose(press: &Press, profile: &Profile) -> Pages {
    let mut imposer = Imposer::new(press, profile);
    let sets: Vec<(SetAt, &Set)> = press.sets().collect();
    let mut idx = 0;
    while idx < sets.len() {
        idx = imposer.place(&sets, idx);
    }
    imposer.finish(&sets)
}

struct Imposer<'a> {
    looks: &'a Looks,
    measures: Measures,
    profile: &'a Profile,
    sealed: bool,
    pages: Vec<Page>,
    notices: Vec<Notice>,
    /// Where the next line would begin, from the top of 版心.
    y: Emu,
    /// The role of what was placed last.
    last: Option<Role>,
}

impl<'a> Imposer<'a> {
    fn new(press: &'a Press, profile: &'a Profile) -> Self {
        let looks = press.looks();
        Self {
            looks,
            measures: *looks.measures(),
            profile,
            sealed: press.sealed(),
            pages: vec![Page::default()],
            notices: Vec::new(),
            y: 0,
            last: None,
        }
    }

    /// Places the set at `idx`, and those that go with it; returns the next one.
    fn place(&mut self, sets: &[(SetAt, &Set)], idx: usize) -> usize {
        let role = sets[idx].1.role();
        let end = |is: fn(Role) -> bool| {
            idx + sets[idx..].iter().take_while(|(_, it)| is(it.role())).count()
        };
        if role.is_masthead() {
            let end = end(Role::is_masthead);
            self.masthead(&sets[idx..end]);
            return end;
        }
        if is_closing(role) {
            let end = end(is_closing);
            self.closing(sets, idx..end);
            return end;
        }
        if role.is_imprint() {
            // 版记 comes last, whatever stands behind it.
            return idx + 1;
        }
        match sets[idx].1 {
            Set::Table(..) => self.table(sets, idx),
            Set::Paragraph(it) => self.paragraph(sets, idx, it),
        }
        self.last = Some(role);
        idx + 1
    }

    fn paragraph(&mut self, sets: &[(SetAt, &Set)], idx: usize, it: &SetParagraph) {
        let role = it.paragraph.role;
        if role == Role::AttachmentLabel && !self.is_at_top() {
            self.new_page(false);
        }
        self.upright();
        self.y += gap(self.last, role, self.looks, self.profile, self.sealed);
        let together = self.kept(sets, idx);
        if self.measures.core_height < self.y + together && !self.is_at_top() {
            self.new_page(false);
        }
        for line in 0..it.n_lines() {
            self.fit(it.pitch);
            self.put(0, What::Line(sets[idx].0, line as u32));
            self.y += it.pitch;
            if it.lines.get(line).is_some_and(|it| it.forced) {
                self.notice(NoticeKind::WordBroken, it.paragraph.source);
            }
        }
    }

    /// What must stay on one page from the set at `idx` on: a heading with the
    /// headings behind it and the first line of the text; else one line.
    fn kept(&self, sets: &[(SetAt, &Set)], idx: usize) -> Emu {
        let mut height = 0;
        for (_, set) in &sets[idx..] {
            match set {
                Set::Paragraph(it) if keeps_with_next(it) => height += it.height(),
                Set::Paragraph(it) => return height + it.pitch,
                Set::Table(_, table) => {
                    if table.is_landscape {
                        return height;
                    }
                    let first = table.rows.iter().take(table.n_header + 1);
                    return height + first.map(|it| it.height).sum::<Emu>();
                }
            }
            if self.measures.core_height / 2 < height {
                return height;
            }
        }
        height
    }

    fn table(&mut self, sets: &[(SetAt, &Set)], idx: usize) {
        let (at, Set::Table(rows, table)) = (sets[idx].0, sets[idx].1) else { return };
        let source = rows.first().map(|it| it.source);
        if table.is_landscape {
            if !self.is_at_top() {
                self.new_page(true);
            }
            self.pages_last().is_landscape = true;
        } else {
            self.upright();
        }
        if let Some(source) = source.filter(|_| table.too_wide) {
            self.notice(NoticeKind::TableTooWide, source);
        }
        let room = self.room();
        let header: Emu = table.rows[..table.n_header].iter().map(|it| it.height).sum();
        // A header that takes most of a page is not repeated.
        let repeats = header < room / 2;
        for (row_idx, row) in table.rows.iter().enumerate() {
            if room < self.y + row.height && !self.is_at_top() {
                self.new_page(table.is_landscape);
                if repeats && table.n_header <= row_idx {
                    for header_idx in 0..table.n_header {
                        self.put(0, What::Row(at, header_idx as u32));
                        self.y += table.rows[header_idx].height;
                    }
                }
            }
            if let Some(source) = source.filter(|_| room < row.height) {
                self.notice(NoticeKind::RowTooHigh, source);
            }
            self.put(0, What::Row(at, row_idx as u32));
            self.y += row.height;
        }
        if table.is_landscape && idx + 1 < sets.len() && !self.is_last_of_text(sets, idx) {
            self.new_page(false);
        }
    }

    /// Whether nothing but 版记 follows.
    fn is_last_of_text(&self, sets: &[(SetAt, &Set)], idx: usize) -> bool {
        sets[idx + 1..].iter().all(|(_, it)| it.role().is_imprint())
    }

    fn finish(mut self, sets: &[(SetAt, &Set)]) -> Pages {
        self.imprint(sets);
        let prints_body = |at: SetAt| {
            let set = sets.iter().find(|(it, _)| *it == at);
            set.is_some_and(|(_, it)| is_body(it.role()))
        };
        let shows_body = self.pages[0].items.iter().any(|it| match it.what {
            What::Line(at, _) | What::Row(at, _) => prints_body(at),
            What::RedRule | What::ImprintRule { .. } => false,
        });
        let first_body = sets.iter().find(|(_, it)| is_body(it.role()));
        if let Some((_, Set::Paragraph(it))) = first_body.filter(|_| !shows_body) {
            let source = it.paragraph.source;
            self.notices.insert(0, Notice { kind: NoticeKind::NoBodyOnFirstPage, page: 1, source });
        }
        Pages { pages: self.pages, notices: self.notices }
    }

    fn put(&mut self, x: Emu, what: What) {
        let y = self.y;
        self.pages_last().items.push(Item { x, y, what });
    }

    /// Begins a new page unless so much still fits on this one.
    fn fit(&mut self, height: Emu) {
        if self.room() < self.y + height && !self.is_at_top() {
            self.new_page(false);
        }
    }

    /// How much a page of the present kind takes.
    fn room(&self) -> Emu {
        let is_landscape = self.pages.last().is_some_and(|it| it.is_landscape);
        if is_landscape { self.measures.core_width } else { self.measures.core_height }
    }

    /// Leaves a turned page, if this is one.
    fn upright(&mut self) {
        if self.pages_last().is_landscape {
            self.new_page(false);
        }
    }

    fn new_page(&mut self, is_landscape: bool) {
        self.pages.push(Page { is_landscape, items: Vec::new() });
        self.y = 0;
        self.last = None;
    }

    fn is_at_top(&self) -> bool {
        self.pages.last().is_none_or(|it| it.items.is_empty())
    }

    fn pages_last(&mut self) -> &mut Page {
        if self.pages.is_empty() {
            self.pages.push(Page::default());
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    fn notice(&mut self, kind: NoticeKind, source: TextAt) {
        let page = self.pages.len();
        if !self.notices.iter().any(|it| it.kind == kind && it.source == source) {
            self.notices.push(Notice { kind, page, source });
        }
    }
}
