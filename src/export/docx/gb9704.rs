//! What GB/T 9704-2012 asks of a page and its elements, as data.
//!
//! Everything that a unit's own rules might change stands here. Lengths are in
//! twips, twentieths of a point; sizes of type are in half points.

use super::properties::{Fonts, Indent, Page, ParagraphProperties, RunProperties, Spacing};

/// A line of the body: 22 of them fill the 225 mm of 版心, and 580 would be 21.
pub(super) const LINE: i32 = 579;

/// 一字 of the body: 3号 less the spacing that fits 28 into 156 mm.
pub(super) const EM: i32 = 315;

/// Characters in a line of the body.
pub(super) const LINE_EMS: i32 = 28;

/// A4 with 天头 37 mm, 订口 28 mm, 切口 26 mm and 地脚 35 mm (5.1, 5.2.1).
pub(super) const PAGE: Page = Page {
    width: 11906,
    height: 16838,
    top: 2098,
    right: 1474,
    bottom: 1984,
    left: 1587,
    header: 851,
    // The dash of a page number stands 7 mm below 版心 (7.5).
    footer: 1446,
    // Only an echo for Word's dialogs; the lines are exact, off the grid.
    line_pitch: LINE,
};

/// 3号, of the body.
const SIZE_3: i32 = 32;
/// 2号, of the title.
const SIZE_2: i32 = 44;
/// 4号, of the page number.
const SIZE_4: i32 = 28;

const XIAOBIAOSONG: &str = "方正小标宋简体";
const FANGSONG: &str = "仿宋_GB2312";
const KAITI: &str = "楷体_GB2312";
const HEITI: &str = "黑体";
const SONGTI: &str = "宋体";

/// The fonts in use, each with one that may take its place.
pub(super) const FONTS: [(&str, &str); 5] = [
    (FANGSONG, "仿宋"),
    (KAITI, "楷体"),
    (XIAOBIAOSONG, "华文中宋"),
    (HEITI, "SimHei"),
    (SONGTI, "SimSun"),
];

/// What a style is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StyleKind {
    /// One of Word's own, which it knows by its English name.
    BuiltIn,
    /// A paragraph style of ours.
    Paragraph,
    /// A style of ours for pieces of a paragraph.
    Character,
}

/// A named look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) kind: StyleKind,
    /// The style of the paragraph that follows when one is typed in Word.
    pub(super) next: Option<&'static str>,
    pub(super) paragraph: ParagraphProperties,
    pub(super) run: RunProperties,
}

pub(super) const NORMAL: &str = "Normal";
pub(super) const TITLE: &str = "Title";
pub(super) const ADDRESSEE: &str = "Addressee";
pub(super) const HEADINGS: [&str; 4] = ["Heading1", "Heading2", "Heading3", "Heading4"];
pub(super) const BODY: &str = "Body";
pub(super) const ITEM: &str = "Item";
pub(super) const SIGNATURE: &str = "Issuer";
pub(super) const DATE: &str = "IssueDate";
pub(super) const FOOTER: &str = "Footer";
pub(super) const RUN_IN: &str = "RunIn";
pub(super) const LEAD: &str = "Lead";

/// What every paragraph inherits.
pub(super) const DEFAULT_PARAGRAPH: ParagraphProperties = ParagraphProperties {
    // Every full page has 22 lines, even where one line stands alone.
    widow_control: Some(false),
    kinsoku: Some(true),
    // Hanging marks and automatic gaps would break the 28 characters of a line.
    overflow_punct: Some(false),
    auto_space: Some(false),
    // LibreOffice would let the grid override the exact lines.
    snap_to_grid: Some(false),
    spacing: Spacing { before: Some(0), after: Some(0), exact_line: Some(LINE) },
    alignment: Some("both"),
    ..ParagraphProperties::INHERITED
};

/// What every run inherits: 仿宋 3号, set 28 to the line.
pub(super) const DEFAULT_RUN: RunProperties = RunProperties {
    fonts: Some(Fonts::Face(FANGSONG)),
    spacing: Some(-5),
    size: Some(SIZE_3),
    chinese: true,
    ..RunProperties::INHERITED
};

/// All styles, in the order of the file.
pub(super) const STYLES: [Style; 14] = [
    style(NORMAL, "Normal", StyleKind::BuiltIn),
    Style {
        next: Some(ADDRESSEE),
        paragraph: ParagraphProperties {
            // The addressee stands one blank line below (7.3.2).
            spacing: Spacing { after: Some(LINE), ..Spacing::INHERITED },
            alignment: Some("center"),
            ..ParagraphProperties::INHERITED
        },
        run: RunProperties { spacing: Some(0), size: Some(SIZE_2), ..face(XIAOBIAOSONG) },
        ..style(TITLE, "Title", StyleKind::BuiltIn)
    },
    Style { next: Some(BODY), ..style(ADDRESSEE, "主送机关", StyleKind::Paragraph) },
    heading(0, "heading 1", HEITI),
    heading(1, "heading 2", KAITI),
    heading(2, "heading 3", FANGSONG),
    heading(3, "heading 4", FANGSONG),
    Style { paragraph: INDENTED, ..style(BODY, "公文正文", StyleKind::Paragraph) },
    Style { paragraph: INDENTED, ..style(ITEM, "分条", StyleKind::Paragraph) },
    Style {
        next: Some(DATE),
        paragraph: FLUSH_LEFT,
        ..style(SIGNATURE, "发文机关署名", StyleKind::Paragraph)
    },
    Style { paragraph: FLUSH_LEFT, ..style(DATE, "成文日期", StyleKind::Paragraph) },
    Style {
        paragraph: ParagraphProperties {
            spacing: Spacing { exact_line: Some(SIZE_4 * 10), ..Spacing::INHERITED },
            ..ParagraphProperties::INHERITED
        },
        run: RunProperties { spacing: Some(0), size: Some(SIZE_4), ..face(SONGTI) },
        ..style(FOOTER, "footer", StyleKind::BuiltIn)
    },
    // Text that runs on behind a heading goes back to the face of the body.
    Style { run: face(FANGSONG), ..style(RUN_IN, "接排正文", StyleKind::Character) },
    // Plain by default; a unit that wants it bold changes this one place.
    Style { run: face(FANGSONG), ..style(LEAD, "领句", StyleKind::Character) },
];

/// The page number of odd pages: right, 一字 of 4号 in (7.5).
pub(super) const ODD_FOOTER: ParagraphProperties = ParagraphProperties {
    style: Some(FOOTER),
    indent: Indent { right: Some(SIZE_4 * 10), ..Indent::INHERITED },
    alignment: Some("right"),
    ..ParagraphProperties::INHERITED
};

/// The page number of even pages: left, 一字 of 4号 in (7.5).
pub(super) const EVEN_FOOTER: ParagraphProperties = ParagraphProperties {
    style: Some(FOOTER),
    indent: Indent { left: Some(SIZE_4 * 10), ..Indent::INHERITED },
    alignment: Some("left"),
    ..ParagraphProperties::INHERITED
};

/// Two characters in, as every paragraph of the body (7.3.3).
const INDENTED: ParagraphProperties = ParagraphProperties {
    indent: Indent { first_line: Some((200, 2 * EM)), ..Indent::INHERITED },
    ..ParagraphProperties::INHERITED
};

/// The place of 署名 and 日期 follows from their lengths, so each says its indent.
const FLUSH_LEFT: ParagraphProperties =
    ParagraphProperties { alignment: Some("left"), ..ParagraphProperties::INHERITED };

const fn style(id: &'static str, name: &'static str, kind: StyleKind) -> Style {
    let paragraph = ParagraphProperties::INHERITED;
    Style { id, name, kind, next: None, paragraph, run: RunProperties::INHERITED }
}

const fn heading(level: usize, name: &'static str, typeface: &'static str) -> Style {
    Style {
        next: Some(BODY),
        paragraph: ParagraphProperties { outline_level: Some(level as i32), ..INDENTED },
        run: face(typeface),
        ..style(HEADINGS[level], name, StyleKind::BuiltIn)
    }
}

const fn face(typeface: &'static str) -> RunProperties {
    RunProperties { fonts: Some(Fonts::Face(typeface)), ..RunProperties::INHERITED }
}
