//! The parameters of the layout in words: names, values, clauses.

use crate::model::profile::{Face, Group, NumberPlace, ON, Parameter, Rule, Sort, Strength};
use crate::scene::words::{Locale, say};

/// Sizes of type by the names that Word gives them, in points.
const SIZES: [(&str, &str); 11] = [
    ("初号", "42"),
    ("小初", "36"),
    ("一号", "26"),
    ("小一", "24"),
    ("二号", "22"),
    ("小二", "18"),
    ("三号", "16"),
    ("小三", "15"),
    ("四号", "14"),
    ("小四", "12"),
    ("五号", "10.5"),
];

/// What a parameter is called.
pub fn name(locale: Locale, parameter: Parameter) -> String {
    use Parameter as P;
    let name = match parameter {
        P::TopMargin => say!(locale, layout.top_margin),
        P::LeftMargin => say!(locale, layout.left_margin),
        P::CoreWidth => say!(locale, layout.core_width),
        P::CoreHeight => say!(locale, layout.core_height),
        P::Mirrored => say!(locale, layout.mirrored),
        P::FangSongFont => return say!(locale, layout.font, face = face(locale, Face::FangSong)),
        P::KaiTiFont => return say!(locale, layout.font, face = face(locale, Face::KaiTi)),
        P::HeiTiFont => return say!(locale, layout.font, face = face(locale, Face::HeiTi)),
        P::SongTiFont => return say!(locale, layout.font, face = face(locale, Face::SongTi)),
        P::XiaoBiaoSongFont => {
            return say!(locale, layout.font, face = face(locale, Face::XiaoBiaoSong));
        }
        P::LatinTimes => say!(locale, layout.latin_times),
        P::BodyFace => say!(locale, layout.body_face),
        P::BodySize => say!(locale, layout.body_size),
        P::LinePitch => say!(locale, layout.line_pitch),
        P::LineCharacters => say!(locale, layout.line_characters),
        P::FirstIndent => say!(locale, layout.first_indent),
        P::KeepUnits => say!(locale, layout.keep_units),
        P::CellSize => say!(locale, layout.cell_size),
        P::TitleFace => say!(locale, layout.title_face),
        P::TitleSize => say!(locale, layout.title_size),
        P::TitleBold => say!(locale, layout.title_bold),
        P::TitleAbove => say!(locale, layout.title_above),
        P::TitleBelow => say!(locale, layout.title_below),
        P::Heading1Face => return say!(locale, layout.heading_face, n = locale.counted(1)),
        P::Heading2Face => return say!(locale, layout.heading_face, n = locale.counted(2)),
        P::Heading3Face => return say!(locale, layout.heading_face, n = locale.counted(3)),
        P::Heading4Face => return say!(locale, layout.heading_face, n = locale.counted(4)),
        P::Heading1Bold => return say!(locale, layout.heading_bold, n = locale.counted(1)),
        P::Heading2Bold => return say!(locale, layout.heading_bold, n = locale.counted(2)),
        P::Heading3Bold => return say!(locale, layout.heading_bold, n = locale.counted(3)),
        P::Heading4Bold => return say!(locale, layout.heading_bold, n = locale.counted(4)),
        P::LeadBold => say!(locale, layout.lead_bold),
        P::SignatureIndent => say!(locale, layout.signature_indent),
        P::SealIndent => say!(locale, layout.seal_indent),
        P::SealLines => say!(locale, layout.seal_lines),
        P::MarkTop => say!(locale, layout.mark_top),
        P::MarkFace => say!(locale, layout.mark_face),
        P::MarkSize => say!(locale, layout.mark_size),
        P::RuleGap => say!(locale, layout.rule_gap),
        P::RuleWidth => say!(locale, layout.rule_width),
        P::NumberPlace => say!(locale, layout.number_place),
        P::NumberFace => say!(locale, layout.number_face),
        P::NumberSize => say!(locale, layout.number_size),
        P::NumberOffset => say!(locale, layout.number_offset),
        P::NumberDashes => say!(locale, layout.number_dashes),
        P::ImprintSize => say!(locale, layout.imprint_size),
        P::ImprintOuterRule => say!(locale, layout.imprint_outer_rule),
        P::ImprintInnerRule => say!(locale, layout.imprint_inner_rule),
    };
    name.to_owned()
}

/// What a group of parameters is called.
pub fn group(locale: Locale, group: Group) -> &'static str {
    match group {
        Group::Page => say!(locale, layout.page),
        Group::Fonts => say!(locale, layout.fonts),
        Group::Body => say!(locale, layout.body),
        Group::Title => say!(locale, layout.titles),
        Group::Headings => say!(locale, layout.headings),
        Group::Closing => say!(locale, layout.closing),
        Group::Head => say!(locale, layout.head),
        Group::Foot => say!(locale, layout.foot),
    }
}

/// The clause of the standard and how strongly it asks, or that there is none.
pub fn rule(locale: Locale, rule: &Rule) -> String {
    let strength = match rule.strength {
        Strength::Shall => say!(locale, layout.shall),
        Strength::Generally => say!(locale, layout.generally),
        Strength::Recommended => say!(locale, layout.recommended),
        Strength::May => say!(locale, layout.may),
        Strength::Practice => return say!(locale, layout.practice).to_owned(),
    };
    say!(locale, layout.rule, clause = rule.clause, strength = strength)
}

/// A value of a parameter with its unit, `28.95 磅` or `居中`.
pub fn value(locale: Locale, parameter: Parameter, value: &str) -> String {
    let words = match parameter.rule().sort {
        Sort::Millimetres(..) => return say!(locale, layout.millimetres, n = value),
        Sort::Points(..) => {
            let points = say!(locale, layout.points, n = value);
            return match size_name(parameter, value) {
                Some(name) => format!("{points} {name}"),
                None => points,
            };
        }
        Sort::Count(..) if counts_lines(parameter) => return say!(locale, layout.lines, n = value),
        Sort::Count(..) => return say!(locale, layout.characters, n = value),
        Sort::Font => value,
        Sort::Face => match Face::of(value) {
            Some(it) => face(locale, it),
            None => value,
        },
        Sort::NumberPlace => match NumberPlace::of(value) {
            Some(NumberPlace::Outer) => say!(locale, layout.outer),
            Some(NumberPlace::Center) => say!(locale, layout.center),
            Some(NumberPlace::None) => say!(locale, layout.nowhere),
            None => value,
        },
        Sort::Switch if value == ON => say!(locale, layout.on),
        Sort::Switch => say!(locale, layout.off),
    };
    words.to_owned()
}

/// What stands behind the field of a number; empty for what is no number.
pub fn unit(locale: Locale, parameter: Parameter) -> String {
    match parameter.rule().sort {
        Sort::Millimetres(..) | Sort::Points(..) | Sort::Count(..) => {
            value(locale, parameter, "").trim().to_owned()
        }
        Sort::Font | Sort::Face | Sort::NumberPlace | Sort::Switch => String::new(),
    }
}

/// What an author typed, as a profile writes it: `三号` is 16 points, and
/// `37.0` is 37.
pub fn read(parameter: Parameter, text: &str) -> String {
    let text = text.trim();
    if let Some((_, points)) = SIZES.iter().find(|(name, _)| *name == text)
        && is_size(parameter)
    {
        return (*points).to_owned();
    }
    match parameter.rule().sort {
        Sort::Millimetres(..) | Sort::Points(..) | Sort::Count(..) if text.contains('.') => {
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
        _ => text.to_owned(),
    }
}

/// Why a text is no value: what the parameter takes, and what it still is.
pub fn refusal(locale: Locale, parameter: Parameter, now: &str) -> String {
    let now = value(locale, parameter, now);
    match parameter.rule().sort {
        Sort::Millimetres(least, most) | Sort::Points(least, most) | Sort::Count(least, most) => {
            say!(
                locale,
                layout.wrong_number,
                least = decimal(least),
                most = decimal(most),
                value = now
            )
        }
        Sort::Font | Sort::Face | Sort::NumberPlace | Sort::Switch => {
            say!(locale, layout.wrong_font, value = now)
        }
    }
}

fn face(locale: Locale, face: Face) -> &'static str {
    match face {
        Face::FangSong => say!(locale, layout.fangsong),
        Face::KaiTi => say!(locale, layout.kaiti),
        Face::HeiTi => say!(locale, layout.heiti),
        Face::SongTi => say!(locale, layout.songti),
        Face::XiaoBiaoSong => say!(locale, layout.xiaobiaosong),
    }
}

/// Whether the points are those of type, and not of a line or a rule.
fn is_size(parameter: Parameter) -> bool {
    matches!(parameter.rule().sort, Sort::Points(..))
        && !matches!(parameter, Parameter::LinePitch | Parameter::RuleWidth)
}

fn size_name(parameter: Parameter, value: &str) -> Option<&'static str> {
    let found = SIZES.iter().find(|(_, points)| *points == value);
    found.filter(|_| is_size(parameter)).map(|(name, _)| *name)
}

fn counts_lines(parameter: Parameter) -> bool {
    use Parameter::{SealLines, TitleAbove, TitleBelow};
    matches!(parameter, TitleAbove | TitleBelow | SealLines)
}

/// Hundredths as they are written: `1050` as `10.5`.
fn decimal(hundredths: i32) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    match part {
        0 => whole.to_string(),
        _ => format!("{whole}.{part:02}").trim_end_matches('0').to_owned(),
    }
}
