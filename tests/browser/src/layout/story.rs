//! The text of a document as one string, and where it is found on pages.

use std::ops::Range;

use chengwen::assemble::{Document, Role};

use super::sheets::{Line, Sheet, is_exotic, is_number, is_unseen, packed};

/// The text without white space, with its paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    text: Vec<char>,
    paragraphs: Vec<Paragraph>,
    /// Before which characters something was left out, in order.
    gaps: Vec<usize>,
    /// Rows that a table repeats on every page.
    headers: Vec<String>,
}

/// A paragraph of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it begins.
    pub start: usize,
    /// Behind its last character.
    pub end: usize,
    /// What it is.
    pub role: Role,
}

/// Where the lines of every page begin in the story; none for a page number, a
/// repeated row, and a line of a cell that was not found.
pub type Places = Vec<Vec<Option<usize>>>;

/// How far ahead a line is looked for, in paragraphs: longer than a table.
const AHEAD: usize = 400;

/// So many characters tell a line from others.
const TELLING: usize = 4;

impl Story {
    /// The story of a document.
    pub fn of(document: &Document) -> Self {
        let mut story = Self {
            text: Vec::new(),
            paragraphs: Vec::new(),
            gaps: Vec::new(),
            headers: Vec::new(),
        };
        for it in &document.paragraphs {
            let text = it.text();
            if matches!(it.role, Role::Row(look) if look.is_header) {
                story.headers.push(packed(&text));
            }
            let start = story.text.len();
            for word in text.split(|it| is_unseen(it) || is_exotic(it)) {
                story.text.extend(word.chars());
                story.gaps.push(story.text.len());
            }
            // Behind the last word there is none.
            story.gaps.pop();
            story.paragraphs.push(Paragraph { start, end: story.text.len(), role: it.role });
        }
        story
    }

    /// Its characters.
    pub fn text(&self) -> &[char] {
        &self.text
    }

    /// Its paragraphs.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The number of the paragraph at a place.
    pub fn paragraph_at(&self, place: usize) -> usize {
        self.paragraphs.partition_point(|it| it.end <= place)
    }

    /// Whether something was left out within a range, or before it.
    pub fn has_gap(&self, range: Range<usize>) -> bool {
        let next = self.gaps.partition_point(|&it| it < range.start);
        self.gaps.get(next).is_some_and(|&it| it < range.end)
    }

    fn starts_with(&self, at: usize, text: &str) -> bool {
        let mut rest = self.text.get(at..).unwrap_or_default().iter();
        text.chars().all(|it| rest.next() == Some(&it))
    }

    /// Finds the lines of pages. The cells of a row whose lines stand side by
    /// side are not found again, the text behind the table is.
    pub fn places(&self, sheets: &[Sheet]) -> Places {
        let mut at = 0;
        let page = |(idx, sheet): (usize, &Sheet)| {
            let line = |it: &Line| self.place(it, idx + 1, &mut at);
            sheet.lines.iter().map(line).collect()
        };
        sheets.iter().enumerate().map(page).collect()
    }

    fn place(&self, line: &Line, page: usize, at: &mut usize) -> Option<usize> {
        let text = line.text.as_str();
        if self.starts_with(*at, text) {
            let found = *at;
            *at += text.chars().count();
            return Some(found);
        }
        // LibreOffice loses a mark that it hangs behind a line that is full.
        let is_mark = self.text.get(*at).is_some_and(|it| "，。、；：！？".contains(*it));
        if is_mark && self.starts_with(*at + 1, text) {
            *at += 1 + text.chars().count();
            return Some(*at - text.chars().count());
        }
        if line.is_number(page) || self.headers.iter().any(|it| it == text) {
            return None;
        }
        let (next, n) = (self.paragraph_at(*at), text.chars().count());
        let ahead = self.paragraphs.iter().skip(next).take(AHEAD);
        // A short piece of a cell may look like the beginning of anything.
        let long = |it: &&Paragraph| TELLING.min(it.end - it.start) <= n;
        let found = ahead.filter(long).map(|it| it.start).find(|&it| self.starts_with(it, text))?;
        *at = found + n;
        Some(found)
    }

    /// Says where the texts of pages part from the story; nothing when they are
    /// the same but for white space, page numbers, and the header rows that a
    /// table repeats at the top of a page.
    pub fn parts_from(&self, pages: &[String]) -> Option<String> {
        let mut at = 0;
        for (idx, page) in pages.iter().enumerate() {
            let page = without_number(page, idx + 1);
            let mut page = packed(&page);
            while let Some(rest) = self.without_header(&page, at) {
                page = rest;
            }
            for (n, it) in page.chars().enumerate() {
                if self.text.get(at) != Some(&it) {
                    let found: String = page.chars().skip(n.saturating_sub(5)).take(20).collect();
                    return Some(format!("page {}: {found:?}, not {:?}", idx + 1, self.near(at)));
                }
                at += 1;
            }
        }
        (at < self.text.len()).then(|| format!("missing at the end: {:?}", self.near(at)))
    }

    /// The text of a page without a header row that does not belong here.
    fn without_header(&self, page: &str, at: usize) -> Option<String> {
        let header = self.headers.iter().find(|&it| {
            !it.is_empty() && page.starts_with(it.as_str()) && !self.starts_with(at, it)
        })?;
        Some(page[header.len()..].to_owned())
    }

    fn near(&self, at: usize) -> String {
        let from = at.saturating_sub(5);
        self.text.iter().skip(from).take(20).collect()
    }
}

/// The text of a page without the line that is its number; of several such
/// lines the last, for that is where the number stands.
fn without_number(page: &str, number: usize) -> String {
    let mut lines: Vec<&str> = page.lines().collect();
    if let Some(idx) = lines.iter().rposition(|it| is_number(&packed(it), number)) {
        lines.remove(idx);
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use chengwen::assemble::{self, Paragraph as Assembled, RowLook, Run, RunKind};
    use chengwen::model::draft::{HeadField, TextAt};

    fn story(paragraphs: &[(Role, &str)]) -> Story {
        let paragraph = |&(role, text): &(Role, &str)| Assembled {
            role,
            runs: vec![Run { kind: RunKind::Text, text: text.to_owned() }],
            source: TextAt::Head(HeadField::Title),
        };
        let paragraphs = paragraphs.iter().map(paragraph).collect();
        Story::of(&assemble::Document { paragraphs, ..assemble::Document::default() })
    }

    fn row(text: &str) -> (Role, &str) {
        (Role::Row(RowLook { is_header: text == "表头", is_landscape: false }), text)
    }

    fn sheet(lines: &[&str]) -> Sheet {
        let line = |it: &&str| Line { text: (*it).to_owned(), ..Line::default() };
        Sheet { lines: lines.iter().map(line).collect(), ink: Vec::new() }
    }

    #[test]
    fn finds_lines_beside_numbers_and_repeated_rows() {
        let story = story(&[
            (Role::Title, "题目"),
            row("表头"),
            row("甲乙"),
            row("丙丁"),
            (Role::Body, "正文一二三"),
        ]);
        let pages = [
            sheet(&["题目", "表头", "甲乙", "—1—"]),
            sheet(&["表头", "丁", "丙", "正文一二", "三", "—2—"]),
        ];
        let places = story.places(&pages);
        assert_eq!(places[0], [Some(0), Some(2), Some(4), None]);
        assert_eq!(places[1], [None, None, Some(6), Some(8), Some(12), None]);
        assert_eq!(story.paragraph_at(12), 4);
    }

    #[test]
    fn knows_where_something_was_left_out() {
        let story = story(&[(Role::Body, "一二 三四"), (Role::Body, "五")]);
        assert!(story.has_gap(0..3) && story.has_gap(2..4));
        assert!(!story.has_gap(0..2) && !story.has_gap(3..5));
    }

    #[test]
    fn goes_on_behind_a_mark_that_was_lost() {
        let story = story(&[(Role::Body, "一二，三四")]);
        assert_eq!(story.places(&[sheet(&["一二", "三", "四"])])[0], [Some(0), Some(3), Some(4)]);
    }

    #[test]
    fn compares_texts_without_what_only_a_page_has() {
        let story =
            story(&[(Role::Title, "题 目"), row("表头"), row("甲乙"), (Role::Body, "正文")]);
        let same = ["题目\n表头\n— 1 —\n".to_owned(), "表 头\n甲 乙\n正\n文\n2".to_owned()];
        assert_eq!(story.parts_from(&same), None);
        let short = [same[0].clone()];
        assert!(story.parts_from(&short).unwrap().starts_with("missing"));
        let other = [same[0].clone(), "甲乙\n正丈".to_owned()];
        assert!(story.parts_from(&other).unwrap().contains("正丈"));
    }

    #[test]
    fn only_the_last_line_that_is_the_number_is_taken_away() {
        assert_eq!(without_number("1\n甲\n1", 1), "1\n甲");
        assert_eq!(without_number("甲\n— 2 —\n", 1), "甲\n— 2 —");
    }
}
