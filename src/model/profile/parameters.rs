//! Every parameter of the layout: its values, its clause, and how strong the
//! clause is.

use serde::{Deserialize, Serialize};

use super::{OFF, ON};

/// How strongly the standard asks for a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// 应当.
    Shall,
    /// 一般.
    Generally,
    /// 推荐.
    Recommended,
    /// 可以.
    May,
    /// 实务: usual, and not in the standard.
    Practice,
}

/// Where a parameter belongs in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Paper and margins.
    Page,
    /// Which fonts the typefaces are.
    Fonts,
    /// The body.
    Body,
    /// The title.
    Title,
    /// Headings and leads.
    Headings,
    /// 署名 and 日期.
    Closing,
    /// 版头.
    Head,
    /// 页码 and 版记.
    Foot,
}

/// What values a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A length in millimetres, least and most in hundredths.
    Millimetres(i32, i32),
    /// A size of type or a line's height in points, least and most in hundredths.
    Points(i32, i32),
    /// A number of characters or lines, least and most in hundredths.
    Count(i32, i32),
    /// The name of a font.
    Font,
    /// One of [`Face`].
    Face,
    /// One of [`NumberPlace`].
    NumberPlace,
    /// `on` or `off`.
    Switch,
}

/// What is known of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its group.
    pub group: Group,
    /// The clause of GB/T 9704-2012; empty for what is only practice.
    pub clause: &'static str,
    /// How strongly the clause asks.
    pub strength: Strength,
    /// What values it takes.
    pub sort: Sort,
    /// The standard's value, or the usual one where the standard gives none.
    pub standard: &'static str,
}

/// A typeface by its style; which font it is, a profile says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// 仿宋.
    FangSong,
    /// 楷体.
    KaiTi,
    /// 黑体.
    HeiTi,
    /// 宋体.
    SongTi,
    /// 小标宋.
    XiaoBiaoSong,
}

/// Where the page number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberPlace {
    /// Right on odd pages, left on even ones.
    Outer,
    /// In the middle.
    Center,
    /// Nowhere.
    None,
}

macro_rules! parameters {
    ($($(#[$doc:meta])* $name:ident: $group:ident $clause:literal $strength:ident $sort:expr, $standard:expr;)*) => {
        /// A parameter of the layout.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(rename_all = "kebab-case")]
        pub enum Parameter {
            $($(#[$doc])* $name,)*
        }

        impl Parameter {
            /// All of them, in the order of the form.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// What is known of it.
            pub fn rule(self) -> &'static Rule {
                const RULES: &[Rule] = &[$(Rule {
                    group: Group::$group,
                    clause: $clause,
                    strength: Strength::$strength,
                    sort: $sort,
                    standard: $standard,
                }),*];
                &RULES[self as usize]
            }
        }
    };
}

parameters! {
    /// 天头: from the edge of the paper to the text.
    TopMargin: Page "5.2.1" Shall Sort::Millimetres(1000, 8000), "37";
    /// 订口: from the left edge to the text.
    LeftMargin: Page "5.2.1" Shall Sort::Millimetres(1000, 6000), "28";
    /// 版心 width.
    CoreWidth: Page "5.2.1" Shall Sort::Millimetres(8000, 19000), "156";
    /// 版心 height.
    CoreHeight: Page "5.2.1" Shall Sort::Millimetres(10000, 27000), "225";
    /// Whether even pages have their margins mirrored.
    Mirrored: Page "" Practice Sort::Switch, OFF;

    /// The font for 仿宋.
    FangSongFont: Fonts "" Practice Sort::Font, "仿宋_GB2312";
    /// The font for 楷体.
    KaiTiFont: Fonts "" Practice Sort::Font, "楷体_GB2312";
    /// The font for 黑体.
    HeiTiFont: Fonts "" Practice Sort::Font, "黑体";
    /// The font for 宋体.
    SongTiFont: Fonts "" Practice Sort::Font, "宋体";
    /// The font for 小标宋.
    XiaoBiaoSongFont: Fonts "" Practice Sort::Font, "方正小标宋简体";
    /// Whether Latin letters and digits of the body are Times New Roman.
    LatinTimes: Fonts "" Practice Sort::Switch, OFF;

    /// Typeface of the body.
    BodyFace: Body "5.2.2" Generally Sort::Face, "fangsong";
    /// Size of the body: 3号.
    BodySize: Body "5.2.2" Generally Sort::Points(900, 2600), "16";
    /// Height of a line; 28.95 points are 22 lines in 225 mm.
    LinePitch: Body "5.2.3" Generally Sort::Points(1000, 6000), "28.95";
    /// Characters in a line.
    LineCharacters: Body "5.2.3" Generally Sort::Count(1000, 4500), "28";
    /// Indent of a paragraph's first line, in characters.
    FirstIndent: Body "7.3.3" Shall Sort::Count(0, 800), "2";
    /// Size of the text in tables: 小四.
    CellSize: Body "" Practice Sort::Points(700, 2200), "12";
    /// Whether a number and its unit stay in one line.
    KeepUnits: Body "" Practice Sort::Switch, ON;

    /// Typeface of the title.
    TitleFace: Title "7.3.1" Generally Sort::Face, "xiaobiaosong";
    /// Size of the title: 2号.
    TitleSize: Title "7.3.1" Generally Sort::Points(1200, 4200), "22";
    /// Whether the title is bold.
    TitleBold: Title "" Practice Sort::Switch, OFF;
    /// Blank lines above the title where there is no 版头.
    TitleAbove: Title "" Practice Sort::Count(0, 500), "0";
    /// Blank lines between title and 主送机关.
    TitleBelow: Title "7.3.2" Shall Sort::Count(0, 500), "1";

    /// Typeface of headings of level 1.
    Heading1Face: Headings "7.3.3" Generally Sort::Face, "heiti";
    /// Typeface of headings of level 2.
    Heading2Face: Headings "7.3.3" Generally Sort::Face, "kaiti";
    /// Typeface of headings of level 3.
    Heading3Face: Headings "7.3.3" Generally Sort::Face, "fangsong";
    /// Typeface of headings of level 4.
    Heading4Face: Headings "7.3.3" Generally Sort::Face, "fangsong";
    /// Whether headings of level 1 are bold.
    Heading1Bold: Headings "" Practice Sort::Switch, OFF;
    /// Whether headings of level 2 are bold.
    Heading2Bold: Headings "" Practice Sort::Switch, OFF;
    /// Whether headings of level 3 are bold.
    Heading3Bold: Headings "" Practice Sort::Switch, OFF;
    /// Whether headings of level 4 are bold.
    Heading4Bold: Headings "" Practice Sort::Switch, OFF;
    /// Whether the lead of an item is bold.
    LeadBold: Headings "" Practice Sort::Switch, OFF;

    /// Characters between 署名 and the right edge, without a seal.
    SignatureIndent: Closing "7.3.5.2" Shall Sort::Count(0, 1000), "2";
    /// Characters between 日期 and the right edge, under a seal.
    SealIndent: Closing "7.3.5.1" Generally Sort::Count(0, 1000), "4";
    /// Blank lines that a seal takes above 署名.
    SealLines: Closing "" Practice Sort::Count(0, 800), "3";

    /// From the top of the text to the glyphs of 发文机关标志.
    MarkTop: Head "7.2.4" Shall Sort::Millimetres(0, 10000), "35";
    /// Typeface of 发文机关标志.
    MarkFace: Head "7.2.4" Recommended Sort::Face, "xiaobiaosong";
    /// Largest size of 发文机关标志; a long name is set smaller, to fit.
    MarkSize: Head "" Practice Sort::Points(1600, 10000), "42";
    /// From 发文字号 to the red rule.
    RuleGap: Head "7.2.7" Shall Sort::Millimetres(0, 2000), "4";
    /// How thick the red rule is.
    RuleWidth: Head "" Practice Sort::Points(25, 600), "1.5";

    /// Where the page number stands.
    NumberPlace: Foot "7.5" Shall Sort::NumberPlace, "outer";
    /// Typeface of the page number.
    NumberFace: Foot "7.5" Generally Sort::Face, "songti";
    /// Size of the page number: 4号.
    NumberSize: Foot "7.5" Generally Sort::Points(700, 2200), "14";
    /// From the text down to the dashes of the page number.
    NumberOffset: Foot "7.5" Shall Sort::Millimetres(0, 3000), "7";
    /// Whether the page number stands between two dashes.
    NumberDashes: Foot "7.5" Shall Sort::Switch, ON;
    /// Size of 版记: 4号.
    ImprintSize: Foot "7.4.2" Generally Sort::Points(700, 2200), "14";
    /// How thick the first and last rule of 版记 are.
    ImprintOuterRule: Foot "7.4.1" Recommended Sort::Millimetres(5, 200), "0.35";
    /// How thick the rules within 版记 are.
    ImprintInnerRule: Foot "7.4.1" Recommended Sort::Millimetres(5, 200), "0.25";
}

impl Parameter {
    /// Whether this text is a value of the parameter.
    pub fn accepts(self, value: &str) -> bool {
        match self.rule().sort {
            Sort::Millimetres(least, most)
            | Sort::Points(least, most)
            | Sort::Count(least, most) => {
                super::hundredths(value).is_some_and(|it| (least..=most).contains(&it))
            }
            Sort::Font => {
                // Into a file's attributes and a page's styles: names, no syntax.
                const LONGEST: usize = 40;
                let is_plain = |it: char| it.is_alphanumeric() || " _-()（）".contains(it);
                !value.is_empty() && value.chars().count() <= LONGEST && value.chars().all(is_plain)
            }
            Sort::Face => Face::of(value).is_some(),
            Sort::NumberPlace => NumberPlace::of(value).is_some(),
            Sort::Switch => value == ON || value == OFF,
        }
    }

    /// Faces and boldness of headings of a level from 1 to 4.
    pub fn heading(level: u8) -> (Self, Self) {
        match level {
            1 => (Self::Heading1Face, Self::Heading1Bold),
            2 => (Self::Heading2Face, Self::Heading2Bold),
            3 => (Self::Heading3Face, Self::Heading3Bold),
            _ => (Self::Heading4Face, Self::Heading4Bold),
        }
    }
}

impl Face {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::FangSong, Self::KaiTi, Self::HeiTi, Self::SongTi, Self::XiaoBiaoSong];

    /// The face that a value names.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.value() == value)
    }

    /// How a profile writes it.
    pub fn value(self) -> &'static str {
        match self {
            Self::FangSong => "fangsong",
            Self::KaiTi => "kaiti",
            Self::HeiTi => "heiti",
            Self::SongTi => "songti",
            Self::XiaoBiaoSong => "xiaobiaosong",
        }
    }

    /// The parameter that says which font it is.
    pub fn font(self) -> Parameter {
        match self {
            Self::FangSong => Parameter::FangSongFont,
            Self::KaiTi => Parameter::KaiTiFont,
            Self::HeiTi => Parameter::HeiTiFont,
            Self::SongTi => Parameter::SongTiFont,
            Self::XiaoBiaoSong => Parameter::XiaoBiaoSongFont,
        }
    }
}

impl NumberPlace {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Outer, Self::Center, Self::None];

    /// The place that a value names.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.value() == value)
    }

    /// How a profile writes it.
    pub fn value(self) -> &'static str {
        match self {
            Self::Outer => "outer",
            Self::Center => "center",
            Self::None => "none",
        }
    }
}
