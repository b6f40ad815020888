//! Whether pages keep the grid: 22 lines to a full page, 28 characters to a
//! solid line (GB/T 9704-2012, 5.2.3).

use chengwen::assemble::Role;

use super::sheets::{EM, LEFT, OFFICE_BASE, PITCH, Sheet, TOP};
use super::story::{Places, Story};

const LINES: i64 = 22;
const CHARACTERS: usize = 28;

/// How many of a kind are as they should be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// As they should be.
    pub right: usize,
    /// All of them.
    pub all: usize,
    /// The first that is not, in words.
    pub first_wrong: Option<String>,
}

impl Tally {
    /// Whether all are as they should be.
    pub fn is_right(&self) -> bool {
        self.right == self.all
    }

    /// Adds another count to this one.
    pub fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.all += other.all;
        self.first_wrong = self.first_wrong.take().or_else(|| other.first_wrong.clone());
    }

    fn count(&mut self, is_right: bool, wrong: impl FnOnce() -> String) {
        self.all += 1;
        if is_right {
            self.right += 1;
        } else if self.first_wrong.is_none() {
            self.first_wrong = Some(wrong());
        }
    }
}

/// Counts the lines of full pages.
///
/// A page is full when the text runs on over its foot: the next page begins
/// within a paragraph, or with a plain paragraph or an item. Where it begins
/// with a heading, a table, 署名 or an attachment, lines may have been taken
/// over or left free on purpose. So may the lines that go with a 署名 (7.3.5.5),
/// which are at most three. Pages with 版头 or parts of a table are off the grid
/// and do not count. Blank lines do count, by the place of the last line.
pub fn full_pages(story: &Story, sheets: &[Sheet], places: &Places) -> Tally {
    let mut tally = Tally::default();
    for idx in 0..sheets.len().saturating_sub(1) {
        if !is_full(story, sheets, places, idx) {
            continue;
        }
        let found = sheets[idx].lines.iter().zip(&places[idx]);
        let last = found.filter(|(_, place)| place.is_some()).map(|(line, _)| line.base);
        let last = last.fold(0.0, f64::max);
        let n_lines = ((last - TOP - OFFICE_BASE * PITCH) / PITCH).round() as i64 + 1;
        tally.count(n_lines == LINES, || format!("page {} has {n_lines} lines", idx + 1));
    }
    tally
}

fn is_full(story: &Story, sheets: &[Sheet], places: &Places, idx: usize) -> bool {
    let role = |place: usize| story.paragraphs().get(story.paragraph_at(place)).map(|it| it.role);
    let Some(&first) = places[idx + 1].iter().flatten().next() else { return false };
    if sheets[idx].is_turned() || sheets[idx + 1].is_turned() {
        return false;
    }
    // Rows of a table may not have been found again, so all that stands between
    // the pages before and behind is looked at.
    let before = places[..idx].iter().flatten().flatten().next_back();
    let from = before.map_or(0, |&it| story.paragraph_at(it));
    let here = story.paragraphs().get(from..=story.paragraph_at(first)).unwrap_or_default();
    let off_grid = here.iter().map(|it| it.role).any(|it| {
        matches!(it, Role::Row(_) | Role::Caption) || it.is_masthead() || it.is_imprint()
    });
    if off_grid || places[idx].iter().flatten().next().is_none() {
        return false;
    }
    let Some(paragraph) = story.paragraphs().get(story.paragraph_at(first)) else { return false };
    let goes_on = paragraph.start < first || matches!(paragraph.role, Role::Body | Role::Item);
    let is_closing = |place: &usize| matches!(role(*place), Some(Role::Signature | Role::Date));
    let carried = places[idx + 1].iter().flatten().position(is_closing).is_some_and(|it| it <= 3);
    goes_on && !carried
}

/// Counts the characters of solid lines.
///
/// A line of running text is solid when it goes on below, and its first 28
/// characters (26 behind an indent) are full-width and a line may end behind
/// them by anybody's rules: a character or an opening mark follows, and no
/// opening mark and no half of a dash or of dots comes last.
pub fn solid_lines(story: &Story, sheets: &[Sheet], places: &Places) -> Tally {
    let mut tally = Tally::default();
    for (idx, (sheet, places)) in sheets.iter().zip(places).enumerate() {
        for (line, place) in sheet.lines.iter().zip(places) {
            let Some(place) = *place else { continue };
            let Some(it) = story.paragraphs().get(story.paragraph_at(place)) else { continue };
            let is_text = matches!(it.role, Role::Body | Role::Item | Role::Heading(_));
            let indent = ((line.left - LEFT) / EM).round() as usize;
            let n = CHARACTERS.saturating_sub(indent);
            let rest = &story.text()[place..it.end];
            // What is left out here takes its place on the line.
            let has_gap = story.has_gap(place..place + n + 1);
            if !is_text || line.turned || has_gap {
                continue;
            }
            // What the layout itself calls solid must be so as well.
            if !may_end_behind(rest, n) && !line.solid {
                continue;
            }
            let found = line.text.chars().count();
            tally.count(found == n, || {
                format!("page {}: {found} characters, not {n}: {}", idx + 1, line.text)
            });
        }
    }
    tally
}

fn may_end_behind(text: &[char], n: usize) -> bool {
    const OPENING: &str = "（《〈「『【〔“‘";
    const PAIRED: &str = "—…";
    let (Some(line), Some(&next)) = (text.get(..n), text.get(n)) else { return false };
    let is_full_width = |it: &char| is_character(*it) || is_full_width_mark(*it);
    let begins = is_character(next) || next.is_ascii_alphanumeric() || OPENING.contains(next);
    let ends = line.last().is_some_and(|it| !OPENING.contains(*it) && !PAIRED.contains(*it));
    // A number that might be kept with its unit ends in a digit, which is not full-width.
    line.iter().all(is_full_width) && begins && ends
}

fn is_character(it: char) -> bool {
    matches!(it, '\u{4e00}'..='\u{9fff}')
}

fn is_full_width_mark(it: char) -> bool {
    "，。、；：！？（）《》〈〉「」『』【】〔〕“”‘’—…".contains(it)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::sheets::Line;
    use chengwen::assemble::{Document, Paragraph, Run, RunKind};
    use chengwen::model::draft::{HeadField, TextAt};

    fn story(paragraphs: &[(Role, String)]) -> Story {
        let paragraph = |(role, text): &(Role, String)| Paragraph {
            role: *role,
            runs: vec![Run { kind: RunKind::Text, text: text.clone() }],
            source: TextAt::Head(HeadField::Title),
        };
        let paragraphs = paragraphs.iter().map(paragraph).collect();
        Story::of(&Document { paragraphs, ..Document::default() })
    }

    fn page(lines: &[&str]) -> Sheet {
        let line = |(idx, it): (usize, &&str)| Line {
            text: (*it).to_owned(),
            left: LEFT,
            base: TOP + PITCH * (idx as f64 + OFFICE_BASE) + 0.2,
            ..Line::default()
        };
        Sheet { lines: lines.iter().enumerate().map(line).collect(), ink: Vec::new() }
    }

    #[test]
    fn a_page_over_whose_foot_the_text_runs_has_22_lines() {
        let line = "文".repeat(28);
        let story = story(&[(Role::Body, line.repeat(25))]);
        let check = |n: usize| {
            let pages = [page(&vec![line.as_str(); n]), page(&vec![line.as_str(); 25 - n])];
            let places = story.places(&pages);
            (full_pages(&story, &pages, &places).right, solid_lines(&story, &pages, &places).all)
        };
        assert_eq!(check(22), (1, 24));
        assert_eq!(check(21), (0, 24));
    }

    #[test]
    fn a_heading_that_was_taken_over_leaves_a_page_short() {
        let line = "文".repeat(28);
        let story = story(&[
            (Role::Body, line.repeat(21)),
            (Role::Heading(1), "一、题".to_owned()),
            (Role::Body, line.clone()),
        ]);
        let pages = [page(&vec![line.as_str(); 21]), page(&["一、题", &line])];
        let places = story.places(&pages);
        assert_eq!(full_pages(&story, &pages, &places), Tally::default());
    }

    #[test]
    fn only_where_a_line_may_end_it_must_be_full() {
        let check = |text: &str, expected: bool| {
            let text: Vec<char> = text.chars().collect();
            assert_eq!(may_end_behind(&text, 3), expected, "{text:?}");
        };
        check("甲乙丙丁", true);
        check("甲乙，丁", true);
        check("甲乙丙2025", true);
        check("甲乙丙（", true);
        check("甲乙丙，丁", false);
        check("甲乙（丁", false);
        check("甲乙—丁", false);
        check("甲2丙丁", false);
        check("甲乙丙", false);
    }
}
