//! What the standard leaves between paragraphs, and what stays together.

use crate::assemble::{Role, RunKind};
use crate::layout::closing::Closing;
use crate::layout::galley::SetParagraph;
use crate::layout::look::Looks;
use crate::layout::units::Emu;
use crate::model::profile::{Parameter, Profile};

/// The room that the standard leaves above a paragraph, by what stands above
/// it; nothing at the top of a page.
pub fn gap(above: Option<Role>, role: Role, looks: &Looks, profile: &Profile, sealed: bool) -> Emu {
    let pitch = looks.measures().pitch;
    let lines = |parameter| {
        let hundredths = i64::from(profile.hundredths(parameter));
        (hundredths * i64::from(pitch) / 100) as Emu
    };
    match (above, role) {
        // A plain report's title; 版头 leaves its own room.
        (None, Role::Title) => lines(Parameter::TitleAbove),
        (None, _) => 0,
        (Some(Role::Title), Role::Title) | (Some(Role::AttachmentTitle), Role::AttachmentTitle) => {
            0
        }
        // 题注 stands below its title without a gap, as in printed reports.
        (Some(Role::Title | Role::Subtitle), Role::Subtitle) => 0,
        (Some(above), Role::Title) if !above.is_masthead() => lines(Parameter::TitleBelow),
        (Some(Role::Title | Role::Subtitle | Role::AttachmentTitle), _) => {
            lines(Parameter::TitleBelow)
        }
        // The title of an attachment stands in line 3 (7.3.7).
        (Some(Role::AttachmentLabel), Role::AttachmentTitle) => pitch,
        (Some(above), Role::AttachmentNote) if above != Role::AttachmentNote => pitch,
        (Some(above), role) if is_closing(role) && !is_closing(above) => {
            if sealed {
                lines(Parameter::SealLines)
            } else {
                pitch
            }
        }
        _ => 0,
    }
}

/// The left edges of the paragraphs of a closing.
pub fn closing_edges(
    group: &[&SetParagraph],
    looks: &Looks,
    profile: &Profile,
    sealed: bool,
) -> Vec<Emu> {
    let measures = looks.measures();
    let of = |role| group.iter().filter(move |it| it.paragraph.role == role).map(|it| it.width);
    let names: Vec<_> = of(Role::Signature).collect();
    let date = of(Role::Date).max().unwrap_or(0);
    let indent = |parameter| measures.ems(profile.hundredths(parameter));
    let plain = Closing::plain(measures, indent(Parameter::SignatureIndent), &names, date);
    group
        .iter()
        .map(|it| {
            let is_date = it.paragraph.role == Role::Date;
            if sealed && 0 < date {
                let indent = indent(Parameter::SealIndent);
                let sealed = Closing::sealed(measures, indent, it.width, date);
                return if is_date { sealed.date } else { sealed.signature };
            }
            if is_date { plain.date } else { plain.signature }
        })
        .collect()
}

/// Whether a paragraph must not end a page: a heading without text behind it,
/// and the caption of a table.
pub fn keeps_with_next(it: &SetParagraph) -> bool {
    match it.paragraph.role {
        Role::Heading(_) => {
            it.paragraph.runs.iter().all(|it| it.kind != RunKind::Text && it.kind != RunKind::Lead)
        }
        Role::Title
        | Role::Subtitle
        | Role::AttachmentLabel
        | Role::AttachmentTitle
        | Role::Caption => true,
        _ => false,
    }
}

/// Whether it is 署名 or 日期.
pub fn is_closing(role: Role) -> bool {
    matches!(role, Role::Signature | Role::Date)
}

/// Whether it is part of the text proper.
pub fn is_body(role: Role) -> bool {
    matches!(role, Role::Heading(_) | Role::Item | Role::Body | Role::Caption | Role::Row(_))
}
