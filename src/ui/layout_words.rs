//! The parameters of the layout in words: names, values, clauses.

use crate::model::profile::{Face, Group, NumberPlace, ON, Parameter, Rule, Sort, Strength};
use crate::ui::head_form::level_name;
use crate::ui::words::t;

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
pub fn name(parameter: Parameter) -> String {
    use Parameter as P;
    let name = match parameter {
        P::TopMargin => t!(layout.top_margin),
        P::LeftMargin => t!(layout.left_margin),
        P::CoreWidth => t!(layout.core_width),
        P::CoreHeight => t!(layout.core_height),
        P::Mirrored => t!(layout.mirrored),
        P::FangSongFont => return t!(layout.font, face = face(Face::FangSong)),
        P::KaiTiFont => return t!(layout.font, face = face(Face::KaiTi)),
        P::HeiTiFont => return t!(layout.font, face = face(Face::HeiTi)),
        P::SongTiFont => return t!(layout.font, face = face(Face::SongTi)),
        P::XiaoBiaoSongFont => return t!(layout.font, face = face(Face::XiaoBiaoSong)),
        P::LatinTimes => t!(layout.latin_times),
        P::BodyFace => t!(layout.body_face),
        P::BodySize => t!(layout.body_size),
        P::LinePitch => t!(layout.line_pitch),
        P::LineCharacters => t!(layout.line_characters),
        P::FirstIndent => t!(layout.first_indent),
        P::KeepUnits => t!(layout.keep_units),
        P::CellSize => t!(layout.cell_size),
        P::TitleFace => t!(layout.title_face),
        P::TitleSize => t!(layout.title_size),
        P::TitleBold => t!(layout.title_bold),
        P::TitleAbove => t!(layout.title_above),
        P::TitleBelow => t!(layout.title_below),
        P::Heading1Face => return t!(layout.heading_face, n = level_name(1)),
        P::Heading2Face => return t!(layout.heading_face, n = level_name(2)),
        P::Heading3Face => return t!(layout.heading_face, n = level_name(3)),
        P::Heading4Face => return t!(layout.heading_face, n = level_name(4)),
        P::Heading1Bold => return t!(layout.heading_bold, n = level_name(1)),
        P::Heading2Bold => return t!(layout.heading_bold, n = level_name(2)),
        P::Heading3Bold => return t!(layout.heading_bold, n = level_name(3)),
        P::Heading4Bold => return t!(layout.heading_bold, n = level_name(4)),
        P::LeadBold => t!(layout.lead_bold),
        P::SignatureIndent => t!(layout.signature_indent),
        P::SealIndent => t!(layout.seal_indent),
        P::SealLines => t!(layout.seal_lines),
        P::MarkTop => t!(layout.mark_top),
        P::MarkFace => t!(layout.mark_face),
        P::MarkSize => t!(layout.mark_size),
        P::RuleGap => t!(layout.rule_gap),
        P::RuleWidth => t!(layout.rule_width),
        P::NumberPlace => t!(layout.number_place),
        P::NumberFace => t!(layout.number_face),
        P::NumberSize => t!(layout.number_size),
        P::NumberOffset => t!(layout.number_offset),
        P::NumberDashes => t!(layout.number_dashes),
        P::ImprintSize => t!(layout.imprint_size),
        P::ImprintOuterRule => t!(layout.imprint_outer_rule),
        P::ImprintInnerRule => t!(layout.imprint_inner_rule),
    };
    name.to_owned()
}

/// What a group of parameters is called.
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Page => t!(layout.page),
        Group::Fonts => t!(layout.fonts),
        Group::Body => t!(layout.body),
        Group::Title => t!(layout.titles),
        Group::Headings => t!(layout.headings),
        Group::Closing => t!(layout.closing),
        Group::Head => t!(layout.head),
        Group::Foot => t!(layout.foot),
    }
}

/// The clause of the standard and how strongly it asks, or that there is none.
pub fn rule(rule: &Rule) -> String {
    let strength = match rule.strength {
        Strength::Shall => t!(layout.shall),
        Strength::Generally => t!(layout.generally),
        Strength::Recommended => t!(layout.recommended),
        Strength::May => t!(layout.may),
        Strength::Practice => return t!(layout.practice).to_owned(),
    };
    t!(layout.rule, clause = rule.clause, strength = strength)
}

/// A value of a parameter with its unit, `28.95 磅` or `居中`.
pub fn value(parameter: Parameter, value: &str) -> String {
    let words = match parameter.rule().sort {
        Sort::Millimetres(..) => return t!(layout.millimetres, n = value),
        Sort::Points(..) => {
            let points = t!(layout.points, n = value);
            return match size_name(parameter, value) {
                Some(name) => format!("{points} {name}"),
                None => points,
            };
        }
        Sort::Count(..) if counts_lines(parameter) => return t!(layout.lines, n = value),
        Sort::Count(..) => return t!(layout.characters, n = value),
        Sort::Font => value,
        Sort::Face => match Face::of(value) {
            Some(it) => face(it),
            None => value,
        },
        Sort::NumberPlace => match NumberPlace::of(value) {
            Some(NumberPlace::Outer) => t!(layout.outer),
            Some(NumberPlace::Center) => t!(layout.center),
            Some(NumberPlace::None) => t!(layout.nowhere),
            None => value,
        },
        Sort::Switch if value == ON => t!(layout.on),
        Sort::Switch => t!(layout.off),
    };
    words.to_owned()
}

/// What stands behind the field of a number; empty for what is no number.
pub fn unit(parameter: Parameter) -> String {
    match parameter.rule().sort {
        Sort::Millimetres(..) | Sort::Points(..) | Sort::Count(..) => {
            value(parameter, "").trim().to_owned()
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
pub fn refusal(parameter: Parameter, now: &str) -> String {
    let now = value(parameter, now);
    match parameter.rule().sort {
        Sort::Millimetres(least, most) | Sort::Points(least, most) | Sort::Count(least, most) => {
            t!(layout.wrong_number, least = decimal(least), most = decimal(most), value = now)
        }
        Sort::Font | Sort::Face | Sort::NumberPlace | Sort::Switch => {
            t!(layout.wrong_font, value = now)
        }
    }
}

fn face(face: Face) -> &'static str {
    match face {
        Face::FangSong => t!(layout.fangsong),
        Face::KaiTi => t!(layout.kaiti),
        Face::HeiTi => t!(layout.heiti),
        Face::SongTi => t!(layout.songti),
        Face::XiaoBiaoSong => t!(layout.xiaobiaosong),
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
