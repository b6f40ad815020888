//! Galleys: paragraphs broken into lines, before they are divided into pages.
//!
//! A galley depends on its own paragraphs and the profile alone, so it is kept
//! until one of them changes.

use crate::assemble::{Paragraph, Role, RunKind};
use crate::layout::lines::{Align, Indent, Line, Text, break_title};
use crate::layout::look::Looks;
use crate::layout::table::{SetTable, set_table};
use crate::layout::units::Emu;

/// A paragraph or a table that is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Set {
    /// A paragraph.
    Paragraph(SetParagraph),
    /// A table.
    Table(Vec<Paragraph>, SetTable),
}

/// A paragraph broken into lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetParagraph {
    /// The paragraph.
    pub paragraph: Paragraph,
    /// Its text in one piece, which the ranges of the lines are ranges of.
    pub text: String,
    /// Its lines.
    pub lines: Vec<Line>,
    /// The height of a line.
    pub pitch: Emu,
    /// The size of its type; that of 发文机关标志 depends on its length.
    pub size: Emu,
    /// What the whole text takes in one line.
    pub width: Emu,
    /// Whether the lines stand side by side and not below each other.
    pub is_row: bool,
}

impl Set {
    /// The paragraphs that it is made of.
    pub fn paragraphs(&self) -> &[Paragraph] {
        match self {
            Self::Paragraph(it) => std::slice::from_ref(&it.paragraph),
            Self::Table(rows, _) => rows,
        }
    }

    /// What it is.
    pub fn role(&self) -> Role {
        match self {
            Self::Paragraph(it) => it.paragraph.role,
            Self::Table(rows, _) => rows.first().map_or(Role::Body, |it| it.role),
        }
    }
}

impl SetParagraph {
    /// How many lines it takes one below the other.
    pub fn n_lines(&self) -> usize {
        if self.is_row { 1 } else { self.lines.len() }
    }

    /// How high it is.
    pub fn height(&self) -> Emu {
        self.n_lines() as Emu * self.pitch
    }
}

/// Sets what one row of the draft prints.
pub fn set(paragraphs: Vec<Paragraph>, looks: &Looks) -> Vec<Set> {
    let mark = mark_size(&paragraphs, looks);
    let names = names_start(&paragraphs, looks);
    let mut sets = Vec::new();
    let mut rows: Vec<Paragraph> = Vec::new();
    for paragraph in paragraphs {
        if matches!(paragraph.role, Role::Row(_)) {
            // Two tables may follow each other.
            if rows.last().is_some_and(|it| it.source != paragraph.source) {
                flush(&mut rows, &mut sets, looks);
            }
            rows.push(paragraph);
            continue;
        }
        flush(&mut rows, &mut sets, looks);
        sets.push(Set::Paragraph(match paragraph.role {
            Role::IssuerMark => set_mark(paragraph, mark, looks),
            Role::DocumentNumber => set_number(paragraph, names, looks),
            Role::Printed => set_printed(paragraph, looks),
            _ => set_paragraph(paragraph, looks),
        }));
    }
    flush(&mut rows, &mut sets, looks);
    sets
}

fn flush(rows: &mut Vec<Paragraph>, sets: &mut Vec<Set>, looks: &Looks) {
    if !rows.is_empty() {
        let rows = std::mem::take(rows);
        let table = set_table(&rows.iter().collect::<Vec<_>>(), looks);
        sets.push(Set::Table(rows, table));
    }
}

fn set_paragraph(paragraph: Paragraph, looks: &Looks) -> SetParagraph {
    let measures = looks.measures();
    let text = Text::of(&paragraph, looks);
    let column = measures.core_width;
    let lines = match paragraph.role {
        Role::Title | Role::AttachmentTitle => break_title(&paragraph, looks),
        Role::Caption | Role::Subtitle => {
            centred(text.break_lines(column, Indent::default(), looks), column)
        }
        _ => text.break_lines(column, indent(&paragraph, looks), looks),
    };
    let size = looks.look(paragraph.role, RunKind::Text).size;
    let pitch = match paragraph.role {
        Role::CopyTo => measures.imprint_pitch,
        // A line is never lower than its type and a little air.
        _ => measures.pitch.max(size * 11 / 10),
    };
    let width = text.width();
    SetParagraph { text: paragraph.text(), paragraph, lines, pitch, size, width, is_row: false }
}

/// How a paragraph of this role is indented (7.3 and 7.4).
pub fn indent(paragraph: &Paragraph, looks: &Looks) -> Indent {
    let measures = looks.measures();
    match paragraph.role {
        Role::Heading(_) | Role::Item | Role::Body | Role::Note => {
            Indent { first: measures.first_indent, ..Indent::default() }
        }
        Role::AttachmentNote => attachment_indent(paragraph, looks),
        Role::CopyTo => {
            // The text goes on under the first character behind `抄送：`.
            let em = measures.imprint_size;
            let label = looks.look(paragraph.role, RunKind::Label);
            let label = paragraph
                .runs
                .iter()
                .filter(|it| it.kind == RunKind::Label)
                .map(|it| Text::plain(&it.text, label, looks).width());
            Indent { first: em, rest: em + label.sum::<Emu>(), right: em }
        }
        _ => Indent::default(),
    }
}

/// 附件： stands 2字 in, the numbers stand under each other, and a long name
/// goes on under its first character (7.3.4).
fn attachment_indent(paragraph: &Paragraph, looks: &Looks) -> Indent {
    let measures = looks.measures();
    let look = looks.look(paragraph.role, RunKind::Text);
    let has_label = paragraph.runs.iter().any(|it| it.kind == RunKind::Label);
    let number = paragraph.runs.iter().find(|it| it.kind == RunKind::Number);
    let number = number.map_or(0, |it| Text::plain(&it.text, look, looks).width());
    let names = measures.ems(500);
    let first = if has_label { measures.ems(200) } else { names };
    Indent { first, rest: names + number, right: 0 }
}

fn centred(mut lines: Vec<Line>, column: Emu) -> Vec<Line> {
    for line in &mut lines {
        line.indent = ((column - line.width) / 2).max(0);
        line.align = Align::Centred;
    }
    lines
}

/// The size that fits the longest name of 发文机关标志 into 版心.
fn mark_size(paragraphs: &[Paragraph], looks: &Looks) -> Emu {
    let marks = || paragraphs.iter().filter(|it| it.role == Role::IssuerMark);
    // 文件 stands beside the names of several organs.
    let beside = if is_joint(paragraphs) { 2 } else { 0 };
    let longest = marks().map(|it| it.text().chars().count() as i32).max().unwrap_or(0);
    looks.mark_size(longest + beside)
}

/// Whether several organs issue the document together, with 文件 beside them:
/// then the last line of 发文机关标志 is that word.
pub fn is_joint<'a>(paragraphs: impl IntoIterator<Item = &'a Paragraph>) -> bool {
    let is_mark = |it: &&Paragraph| it.role == Role::IssuerMark;
    let marks: Vec<_> = paragraphs.into_iter().filter(is_mark).collect();
    2 < marks.len() && marks.last().is_some_and(|it| it.text() == "文件")
}

fn set_mark(paragraph: Paragraph, size: Emu, looks: &Looks) -> SetParagraph {
    let look = crate::layout::look::Look { size, ..looks.look(paragraph.role, RunKind::Text) };
    let text = paragraph.text();
    let width = Text::plain(&text, look, looks).width();
    let column = looks.measures().core_width;
    let line = Line {
        range: 0..text.len(),
        indent: ((column - width) / 2).max(0),
        width,
        align: Align::Centred,
        solid: false,
        forced: false,
    };
    SetParagraph {
        paragraph,
        text,
        lines: vec![line],
        pitch: size * 5 / 4,
        size,
        width,
        is_row: false,
    }
}

/// Where the names of 签发人 begin: the first row of them ends 1字 before the
/// right edge, and the other rows begin under it (7.2.6).
fn names_start(paragraphs: &[Paragraph], looks: &Looks) -> Emu {
    let measures = looks.measures();
    let named = paragraphs.iter().find(|it| it.runs.iter().any(|it| it.kind == RunKind::Name));
    let Some(paragraph) = named else { return 0 };
    let names = paragraph.runs.iter().filter(|it| it.kind == RunKind::Name);
    let look = looks.look(paragraph.role, RunKind::Name);
    let width: Emu = names.map(|it| Text::plain(&it.text, look, looks).width()).sum();
    measures.core_width / measures.em() * measures.em() - measures.em() - width
}

/// 发文字号: centred, or with 签发人 on its right (7.2.5).
fn set_number(paragraph: Paragraph, names: Emu, looks: &Looks) -> SetParagraph {
    let measures = looks.measures();
    let look = looks.look(paragraph.role, RunKind::Text);
    let text = paragraph.text();
    let (left, _) = text.split_once('\t').unwrap_or((&text, ""));
    let width = Text::of(&paragraph, looks).width();
    let lines = if left.len() == text.len() {
        let lines = Text::plain(&text, look, looks);
        centred(
            lines.break_lines(measures.core_width, Indent::default(), looks),
            measures.core_width,
        )
    } else {
        let label = paragraph.runs.iter().find(|it| it.kind == RunKind::Label);
        let label = label.map_or("", |it| it.text.trim_start_matches('\t'));
        let label = Text::plain(label, look, looks).width();
        let right = left.len() + 1..text.len();
        let right_width = Text::plain(&text[right.clone()], look, looks).width();
        let line = |range, indent: Emu, width| Line {
            range,
            indent: indent.max(0),
            width,
            align: Align::Left,
            solid: false,
            forced: false,
        };
        let left_width = Text::plain(left, look, looks).width();
        vec![
            line(0..left.len(), measures.em(), left_width),
            line(right, names - label, right_width),
        ]
    };
    let is_row = left.len() != text.len();
    SetParagraph { paragraph, text, lines, pitch: measures.pitch, size: look.size, width, is_row }
}

/// 印发机关 1字 from the left and 印发日期 1字 from the right, in one line (7.4.3).
fn set_printed(paragraph: Paragraph, looks: &Looks) -> SetParagraph {
    let measures = looks.measures();
    let look = looks.look(paragraph.role, RunKind::Text);
    let text = paragraph.text();
    let em = measures.imprint_size;
    let mut lines = Vec::new();
    let tab = text.find('\t');
    let left = 0..tab.unwrap_or(text.len());
    let plain =
        |range: &std::ops::Range<usize>| Text::plain(&text[range.clone()], look, looks).width();
    let line = |range: std::ops::Range<usize>, indent: Emu| Line {
        width: plain(&range),
        range,
        indent: indent.max(0),
        align: Align::Left,
        solid: false,
        forced: false,
    };
    lines.push(line(left, em));
    if let Some(tab) = tab {
        let right = tab + 1..text.len();
        let indent = measures.core_width - em - plain(&right);
        lines.push(line(right, indent));
    }
    let width = Text::of(&paragraph, looks).width();
    let (pitch, size) = (measures.imprint_pitch, look.size);
    SetParagraph { paragraph, text, lines, pitch, size, width, is_row: true }
}
