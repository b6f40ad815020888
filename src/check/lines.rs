//! A plain text as a document with rough roles, line by line: enough to check
//! it, with every finding at its line.

use crate::assemble::document::{Document, Paragraph, Role, RowLook, Run, RunKind};
use crate::model::clean;
use crate::model::draft::{HeadField, TextAt};

/// The longest line that is taken for a title, in characters.
const TITLE: usize = 60;
/// The longest line that is a heading by itself, in characters.
const HEADING: usize = 45;

/// Reads a plain text: each line that is not blank is a paragraph.
pub fn document(text: &str) -> Document {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let mut printed = clean::paragraphs(line);
        let first = printed.next().map(|it| it.into_owned());
        // A line that has other breaks in it is one paragraph all the same.
        lines.extend(first.map(|it| printed.fold(it, |all, next| all + &next)));
    }
    let n_lines = lines.len();
    let mut seen_body = false;
    let mut paragraphs = Vec::new();
    for (idx, line) in lines.iter().enumerate() {
        let role = role(line, idx, n_lines, seen_body);
        seen_body |= matches!(role, Role::Body | Role::Heading(_) | Role::Item);
        paragraphs.push(paragraph(line, role));
    }
    Document { paragraphs, sealed: false }
}

fn role(line: &str, idx: usize, n_lines: usize, seen_body: bool) -> Role {
    let n_chars = line.chars().count();
    let last = line.chars().next_back().unwrap_or_default();
    let ends = "。！？；，".contains(last);
    if let Some((level, _)) = marker(line) {
        return Role::Heading(level);
    }
    if line.contains('\t') {
        return Role::Row(RowLook { is_header: false, is_landscape: false });
    }
    if item(line).is_some() {
        return Role::Item;
    }
    if !seen_body && idx < 5 && n_chars <= TITLE && matches!(last, '：' | ':') {
        return Role::Addressee;
    }
    if !seen_body && idx < 3 && n_chars <= TITLE && !ends && !line.contains('。') {
        return Role::Title;
    }
    if n_lines <= idx + 3 && !ends && n_chars <= 30 && 1 < idx {
        let is_date = line.contains('年') && line.ends_with('日') && n_chars <= 12;
        return if is_date { Role::Date } else { Role::Signature };
    }
    if line.starts_with("附件") && n_chars <= 6 {
        return Role::AttachmentLabel;
    }
    Role::Body
}

fn paragraph(line: &str, role: Role) -> Paragraph {
    let run = |kind, text: &str| Run { kind, text: text.to_owned() };
    let source = match role {
        Role::Title => TextAt::Head(HeadField::Title),
        Role::Addressee => TextAt::Head(HeadField::Addressee),
        Role::Signature => TextAt::Head(HeadField::Signature),
        Role::Date => TextAt::Head(HeadField::Date),
        _ => TextAt::Head(HeadField::Name),
    };
    let mut runs = Vec::new();
    match role {
        Role::Heading(_) => {
            let n = marker(line).map_or(0, |it| it.1);
            let (number, rest) = line.split_at(n);
            runs.push(run(RunKind::Number, number));
            let stop = rest.find('。').map(|it| it + '。'.len_utf8());
            let is_whole =
                stop.is_none_or(|it| it == rest.len()) && rest.chars().count() <= HEADING;
            let at = if is_whole { rest.len() } else { stop.unwrap_or(0) };
            let (heading, text) = rest.split_at(at);
            runs.push(run(RunKind::Heading, heading));
            runs.push(run(RunKind::Text, text));
        }
        Role::Item => {
            let (number, rest) = line.split_at(item(line).unwrap_or(0));
            runs.push(run(RunKind::Number, number));
            runs.push(run(RunKind::Text, rest));
        }
        Role::Row(_) => runs.extend(line.split('\t').map(|it| run(RunKind::Cell, it))),
        _ => runs.push(run(RunKind::Text, line)),
    }
    runs.retain(|it| !it.text.is_empty() || it.kind == RunKind::Cell);
    Paragraph { role, runs, source }
}

/// The level and the length in bytes of a heading's number.
fn marker(line: &str) -> Option<(u8, usize)> {
    let chinese = |c: char| "一二三四五六七八九十".contains(c);
    let digit = |c: char| c.is_ascii_digit();
    let n = |text: &str, is: fn(char) -> bool| text.len() - text.trim_start_matches(is).len();
    let is_chinese: fn(char) -> bool = chinese;
    let is_digit: fn(char) -> bool = digit;
    if let Some(rest) = line.strip_prefix(['（', '(']) {
        let open = line.len() - rest.len();
        for (level, is) in [(2, is_chinese), (4, is_digit)] {
            let count = n(rest, is);
            let behind = rest.get(count..).unwrap_or_default();
            if 0 < count
                && count <= 9
                && let Some(after) = behind.strip_prefix(['）', ')'])
            {
                return Some((level, open + count + behind.len() - after.len()));
            }
        }
        return None;
    }
    let count = n(line, is_chinese);
    if 0 < count && count <= 9 && line.get(count..).is_some_and(|it| it.starts_with('、')) {
        return Some((1, count + '、'.len_utf8()));
    }
    let count = n(line, is_digit);
    let behind = line.get(count..).unwrap_or_default();
    if 0 < count && count <= 2 {
        let mark = ['.', '．', '、'].into_iter().find(|&it| behind.starts_with(it))?;
        let after = behind.get(mark.len_utf8()..).unwrap_or_default();
        return (!after.starts_with(digit)).then_some((3, count + mark.len_utf8()));
    }
    None
}

/// The length in bytes of an item's number: `一是`.
fn item(line: &str) -> Option<usize> {
    let count = line.len() - line.trim_start_matches(|c| "一二三四五六七八九十".contains(c)).len();
    let rest = line.get(count..)?;
    (0 < count && count <= 9 && rest.starts_with('是')).then_some(count + '是'.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_get_rough_roles_and_keep_their_text() {
        let text = "云溪市档案局工作报告\n各位同志：\n\n　　一、总体情况\n一是抓收集。\n（一）抓利用。全年接待3,200人。\n3、4月份集中办理。\n甲\t乙\n云溪市档案局\n2025年1月8日\n";
        let document = document(text);
        let roles: Vec<_> = document.paragraphs.iter().map(|it| it.role).collect();
        let row = Role::Row(RowLook { is_header: false, is_landscape: false });
        assert_eq!(
            roles,
            [
                Role::Title,
                Role::Addressee,
                Role::Heading(1),
                Role::Item,
                Role::Heading(2),
                Role::Body,
                row,
                Role::Signature,
                Role::Date
            ]
        );
        let lines: Vec<_> = text.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
        let texts: Vec<_> = document.paragraphs.iter().map(Paragraph::text).collect();
        assert_eq!(texts, lines);
    }
}
