//! Markdown (CommonMark): headings as headings, every character as it stands.

use crate::assemble::{Document, Paragraph, Role, RunKind};

/// The document as CommonMark, paragraphs apart by a blank line.
pub fn md(document: &Document) -> String {
    let mut text = String::new();
    let mut above: Option<&Paragraph> = None;
    for paragraph in &document.paragraphs {
        let goes_on = above.is_some_and(|it| is_row(it) && it.source == paragraph.source);
        if above.is_some() && !(goes_on && is_row(paragraph)) {
            text.push('\n');
        }
        above = Some(paragraph);
        if is_row(paragraph) {
            row(paragraph, !goes_on, &mut text);
            continue;
        }
        // A heading whose paragraph runs on is bold: Markdown's headings end
        // with their line.
        let runs_on = paragraph.runs.iter().any(|it| it.kind == RunKind::Text);
        match paragraph.role {
            Role::Title | Role::AttachmentTitle => text.push_str("# "),
            Role::Heading(level) if !runs_on => {
                text.extend(std::iter::repeat_n('#', usize::from(level) + 1));
                text.push(' ');
            }
            _ => {}
        }
        let bold = matches!(paragraph.role, Role::Heading(_)) && runs_on;
        let mut in_bold = false;
        let mut line = String::new();
        for run in &paragraph.runs {
            let wants_bold = bold && run.kind != RunKind::Text;
            if wants_bold != in_bold {
                line.push_str("**");
                in_bold = wants_bold;
            }
            escape(&run.text, &mut line);
        }
        if in_bold {
            line.push_str("**");
        }
        text.push_str(&guarded(&line));
        text.push('\n');
    }
    text
}

fn is_row(it: &Paragraph) -> bool {
    matches!(it.role, Role::Row(_))
}

/// A row of a table (GitHub's extension); the first one is the header, since
/// Markdown knows no table without.
fn row(paragraph: &Paragraph, is_first: bool, text: &mut String) {
    for run in &paragraph.runs {
        text.push_str("| ");
        escape(&run.text, text);
        text.push(' ');
    }
    text.push_str("|\n");
    if is_first {
        text.extend(std::iter::repeat_n("| --- ", paragraph.runs.len()));
        text.push_str("|\n");
    }
}

/// Escapes what CommonMark reads as markup inside a line (section 2.4).
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Escapes what CommonMark reads as a list, a rule or code at a line's start.
fn guarded(line: &str) -> String {
    let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.as_bytes().get(n_digits) {
        Some(b'.' | b')') if 0 < n_digits => {
            format!("{}\\{}", &line[..n_digits], &line[n_digits..])
        }
        Some(b'-' | b'+' | b'=') if n_digits == 0 => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assemble::{Paragraph, Run};
    use crate::model::draft::{HeadField, TextAt};

    #[track_caller]
    fn check(role: Role, runs: &[(RunKind, &str)], expected: &str) {
        let runs = runs.iter().map(|&(kind, text)| Run { kind, text: text.to_owned() }).collect();
        let source = TextAt::Head(HeadField::Title);
        let document =
            Document { paragraphs: vec![Paragraph { role, runs, source }], ..Document::default() };
        assert_eq!(md(&document), format!("{expected}\n"));
    }

    #[test]
    fn headings_are_headings_unless_they_run_on() {
        use RunKind::{Heading, Number, Text};
        check(Role::Title, &[(Text, "报告")], "# 报告");
        check(Role::Heading(1), &[(Number, "一、"), (Heading, "情况")], "## 一、情况");
        check(
            Role::Heading(2),
            &[(Number, "（一）"), (Heading, "公开。"), (Text, "全年公开3条。")],
            "**（一）公开。**全年公开3条。",
        );
    }

    #[test]
    fn text_is_never_taken_for_markup() {
        check(Role::Body, &[(RunKind::Text, "1.抓学习*不*停")], "1\\.抓学习\\*不\\*停");
        check(Role::Body, &[(RunKind::Text, "- 见<附件>#1")], "\\- 见\\<附件\\>\\#1");
    }
}
