//! Markdown (CommonMark 0.31, and GitHub's tables): marks are taken off where
//! they can be nothing else, and every line stays a line.

use std::borrow::Cow;

use crate::import::line::{Hint, Line};
use crate::import::notice::Notice;
use crate::import::source::{Refusal, Source, txt};
use crate::model::clean;

/// Reads a text with marks.
pub(super) fn read(bytes: &[u8]) -> Result<Source, Refusal> {
    let (text, mut notices) = txt::decode(bytes)?;
    let mut reader = Reader::default();
    let lines: Vec<&str> = text.lines().collect();
    let mut idx = 0;
    while let Some(line) = lines.get(idx) {
        idx += reader.line(line, lines.get(idx + 1).copied().unwrap_or_default());
    }
    titles(&mut reader.lines);
    if reader.lines.is_empty() {
        return Err(Refusal::Empty);
    }
    let n_dropped = text.chars().filter(|&it| txt::is_dropped(it)).count();
    let met = [
        Notice::Marks(reader.n_marks),
        Notice::Pictures(reader.n_pictures),
        Notice::Controls(n_dropped),
    ];
    notices.extend(met.into_iter().filter(|it| !it.is_none()));
    Ok(Source { lines: reader.lines, notices })
}

#[derive(Default)]
struct Reader {
    lines: Vec<Line>,
    n_marks: usize,
    n_pictures: usize,
    /// The mark that ends the code that is open.
    fence: Option<&'static str>,
    n_tables: u32,
    in_table: bool,
}

impl Reader {
    /// Takes a line and gives how many lines it was.
    fn line(&mut self, line: &str, next: &str) -> usize {
        let trimmed = line.trim();
        if let Some(fence) = self.fence {
            if trimmed.starts_with(fence) && trimmed.trim_start_matches(['`', '~']).is_empty() {
                self.fence = None;
                self.n_marks += 1;
            } else {
                self.push(Cow::Borrowed(line), Hint::None);
            }
            return 1;
        }
        if let Some(fence) = ["```", "~~~"].into_iter().find(|it| trimmed.starts_with(it)) {
            self.fence = Some(fence);
            self.n_marks += 1;
            return 1;
        }
        if self.row(trimmed, next) {
            return 1;
        }
        if is_rule(trimmed) {
            self.n_marks += 1;
            return 1;
        }
        if let Some((level, words)) = atx(trimmed) {
            self.n_marks += 1;
            let words = self.inline(words);
            self.push(words, Hint::Heading(level));
            return 1;
        }
        if let Some(level) = setext(next).filter(|_| !trimmed.is_empty()) {
            self.n_marks += 1;
            let words = self.inline(trimmed);
            self.push(words, Hint::Heading(level));
            return 2;
        }
        let mut rest = trimmed;
        while let Some(quoted) = rest.strip_prefix('>') {
            rest = quoted.trim_start();
        }
        let item = ["- ", "* ", "+ "].iter().find_map(|it| rest.strip_prefix(it));
        rest = item.map_or(rest, str::trim_start);
        let words = self.inline(rest);
        if words.as_ref() != trimmed {
            self.n_marks += 1;
        }
        self.push(words, Hint::None);
        1
    }

    fn push(&mut self, text: Cow<'_, str>, hint: Hint) {
        let lines = clean::paragraphs(&text).map(|it| Line { text: it.into_owned(), hint });
        self.lines.extend(lines);
    }

    /// Takes a row of a table, if the line is one.
    fn row(&mut self, line: &str, next: &str) -> bool {
        let is_row = line.starts_with('|') && line.ends_with('|') && 1 < line.len();
        let goes_on = is_row && self.in_table;
        let begins = is_row && is_delimiter(next.trim());
        if !goes_on && !begins {
            self.in_table = false;
            return false;
        }
        if !self.in_table {
            self.n_tables += 1;
            self.in_table = true;
        }
        self.n_marks += 1;
        if is_delimiter(line) {
            return true;
        }
        let cells = cells(line);
        let cells: Vec<_> =
            cells.iter().map(|it| self.inline(it.trim()).replace('\t', " ")).collect();
        let text = cells.join("\t");
        if !text.trim().is_empty() {
            let text = clean::paragraphs(&text).collect::<Vec<_>>().join(" ");
            // An empty first cell is a cell all the same.
            let n_empty = cells.iter().take_while(|it| it.trim().is_empty()).count();
            let text = "\t".repeat(n_empty) + &text;
            self.lines.push(Line { text, hint: Hint::Row(self.n_tables) });
        }
        true
    }

    /// The words of a line without marks of emphasis, code, links and escapes.
    fn inline<'a>(&mut self, text: &'a str) -> Cow<'a, str> {
        if !text.contains(['\\', '*', '_', '`', '[', '&', '<', '~']) {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        let mut open: Vec<(&str, usize)> = Vec::new();
        while let Some(c) = rest.chars().next() {
            let after = rest.get(c.len_utf8()..).unwrap_or_default();
            match c {
                '\\' => match after.chars().next().filter(char::is_ascii_punctuation) {
                    Some(escaped) => {
                        out.push(escaped);
                        rest = after.get(escaped.len_utf8()..).unwrap_or_default();
                        continue;
                    }
                    None => out.push(c),
                },
                '*' | '_' | '~' => {
                    let marks = ["***", "**", "*", "__", "_", "~~"];
                    let Some(mark) = marks.into_iter().find(|it| rest.starts_with(it)) else {
                        out.push(c);
                        rest = after;
                        continue;
                    };
                    let after = rest.get(mark.len()..).unwrap_or_default();
                    let before = text.get(..text.len() - rest.len()).unwrap_or_default();
                    emphasis(mark, before, after, &mut open, &mut out);
                    rest = after;
                    continue;
                }
                '`' => {
                    if let Some((code, after)) = after.split_once('`').filter(|it| !it.0.is_empty())
                    {
                        out.push_str(code);
                        rest = after;
                        continue;
                    }
                    out.push(c);
                }
                '!' if after.starts_with('[') => {
                    if let Some((words, _, after)) = link(after) {
                        self.n_pictures += 1;
                        out.push_str(words);
                        rest = after;
                        continue;
                    }
                    out.push(c);
                }
                '[' => {
                    if let Some((words, address, after)) = link(rest) {
                        out.push_str(words);
                        // The address is part of what the text says.
                        if words != address && !address.is_empty() {
                            out.push('（');
                            out.push_str(address);
                            out.push('）');
                        }
                        rest = after;
                        continue;
                    }
                    out.push(c);
                }
                '&' => {
                    let named = [
                        ("&amp;", "&"),
                        ("&lt;", "<"),
                        ("&gt;", ">"),
                        ("&quot;", "\""),
                        ("&nbsp;", "\u{a0}"),
                    ];
                    if let Some((name, value)) = named.into_iter().find(|it| rest.starts_with(it.0))
                    {
                        out.push_str(value);
                        rest = rest.get(name.len()..).unwrap_or_default();
                        continue;
                    }
                    out.push(c);
                }
                '<' => {
                    let breaks = ["<br>", "<br/>", "<br />"];
                    if let Some(it) = breaks.into_iter().find(|it| rest.starts_with(it)) {
                        out.push('\n');
                        rest = rest.get(it.len()..).unwrap_or_default();
                        continue;
                    }
                    out.push(c);
                }
                _ => out.push(c),
            }
            rest = after;
        }
        Cow::Owned(out)
    }
}

/// Opens or closes an emphasis. A mark is put down as it stands, and taken away
/// again when the one that closes it comes.
fn emphasis(
    mark: &'static str,
    before: &str,
    after: &str,
    open: &mut Vec<(&str, usize)>,
    out: &mut String,
) {
    let closes = !before.is_empty() && !before.ends_with(char::is_whitespace);
    if closes
        && let Some(idx) = open.iter().rposition(|it| it.0 == mark)
        && let Some((_, at)) = open.get(idx).copied()
    {
        // Figures that are multiplied are no emphasis: `3*4*5`.
        let is_product = mark.len() == 1
            && after.starts_with(|it: char| it.is_ascii_alphanumeric())
            && out.get(..at).is_some_and(|it| it.ends_with(|it: char| it.is_ascii_alphanumeric()));
        open.truncate(idx);
        if !is_product && out.get(at..at + mark.len()) == Some(mark) && at + mark.len() < out.len()
        {
            out.replace_range(at..at + mark.len(), "");
            return;
        }
        out.push_str(mark);
        return;
    }
    let opens = !after.is_empty() && !after.starts_with(char::is_whitespace);
    let within = mark.starts_with('_') && before.ends_with(char::is_alphanumeric);
    // Marks that nest deeper are no text that anybody writes.
    if opens && !within && open.len() < 8 {
        open.push((mark, out.len()));
    }
    out.push_str(mark);
}

/// `[words](address)` at the beginning: both, and what follows.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let (words, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (address, rest) = rest.split_once(')')?;
    let is_plain = !words.contains(['[', ']']) && !address.contains(char::is_whitespace);
    is_plain.then_some((words, address, rest))
}

/// `## words ##`: level and words.
fn atx(line: &str) -> Option<(u8, &str)> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let is_heading = (1..=6).contains(&level) && words.starts_with([' ', '\t', '　']);
    let closed = words.trim().trim_end_matches('#');
    let words = if closed.ends_with([' ', '\t']) || closed.is_empty() {
        closed.trim()
    } else {
        words.trim()
    };
    (is_heading && !words.is_empty()).then_some((level as u8, words))
}

/// The level that a line under a heading says.
fn setext(line: &str) -> Option<u8> {
    let line = line.trim_end();
    let is_all = |c: char| 3 <= line.len() && line.chars().all(|it| it == c);
    if is_all('=') { Some(1) } else { is_all('-').then_some(2) }
}

/// A rule between two parts.
fn is_rule(line: &str) -> bool {
    let marks: String = line.chars().filter(|it| !it.is_whitespace()).collect();
    3 <= marks.len() && ['-', '*', '_'].iter().any(|&mark| marks.chars().all(|it| it == mark))
}

/// The row under the names of the columns: `| --- | :-: |`.
fn is_delimiter(line: &str) -> bool {
    line.starts_with('|') && line.contains('-') && line.chars().all(|it| "|-: \t".contains(it))
}

/// The cells of a row; `\|` is part of a cell.
fn cells(line: &str) -> Vec<String> {
    let inside = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in inside.chars() {
        if c == '|' && !escaped {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    // Behind the last rule stands nothing.
    cells.pop();
    cells
}

/// The first heading of the first level is the title, and those right below it
/// are its further lines; the levels of the others count from there.
fn titles(lines: &mut [Line]) {
    let is_first = |it: &Line| it.hint == Hint::Heading(1);
    let title = lines.iter().position(is_first).filter(|_| lines.first().is_some_and(is_first));
    let n_title = title.map_or(0, |_| lines.iter().take_while(|it| is_first(it)).count());
    for line in lines.iter_mut().take(n_title) {
        line.hint = Hint::Title;
    }
    let levels = lines.iter().filter_map(|it| match it.hint {
        Hint::Heading(level) => Some(level),
        _ => None,
    });
    let top = if n_title == 0 { levels.min().unwrap_or(1) } else { 2 };
    for line in lines {
        if let Hint::Heading(level) = line.hint {
            line.hint = Hint::Heading((level + 1).saturating_sub(top).max(1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(String, Hint)> {
        read(text.as_bytes()).unwrap().lines.into_iter().map(|it| (it.text, it.hint)).collect()
    }

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let found = lines(line);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, expected);
    }

    #[test]
    fn headings_have_levels_and_the_first_is_the_title() {
        let found =
            lines("# 工作总结\n\n## 一、总体情况\n\n正文。\n\n### 公开 ###\n\n下一年\n---\n");
        let hints: Vec<_> = found.iter().map(|it| it.1).collect();
        assert_eq!(
            hints,
            [Hint::Title, Hint::Heading(1), Hint::None, Hint::Heading(2), Hint::Heading(1)]
        );
        assert_eq!(found[1].0, "一、总体情况");
        assert_eq!(found[3].0, "公开");
    }

    #[test]
    fn certain_marks_are_taken_off() {
        check("**（一）公开。**全年公开3条。", "（一）公开。全年公开3条。");
        check("- 修订*归档*范围表", "修订归档范围表");
        check("> 引用 `代码`", "引用 代码");
        check("见[馆网](https://example.cn)", "见馆网（https://example.cn）");
        check("1\\.抓学习\\*不\\*停", "1.抓学习*不*停");
        check("1. 抓学习", "1. 抓学习");
    }

    #[test]
    fn other_marks_stay() {
        check("3*4*5平方米", "3*4*5平方米");
        check("字段 a_b_c 与 5 * 3", "字段 a_b_c 与 5 * 3");
        check("#标签", "#标签");
        check("*未关上", "*未关上");
        check("小于<5", "小于<5");
    }

    #[test]
    fn tables_are_rows_of_cells() {
        let found =
            lines("| 项目 | 数量 |\n| --- | --- |\n| 查\\|档 | **12** |\n|  | 3 |\n\n正文。");
        let rows: Vec<_> = found.iter().map(|it| it.0.as_str()).collect();
        assert_eq!(rows, ["项目\t数量", "查|档\t12", "\t3", "正文。"]);
        assert_eq!(found[0].1, Hint::Row(1));
        assert_eq!(found[3].1, Hint::None);
    }
}
