//! How each piece of a document is set: typeface, size, weight, colour.

use crate::assemble::{Role, RunKind};
use crate::layout::measures::Measures;
use crate::layout::units::{Emu, PT, TWIP, pt, twips};
use crate::model::profile::{Face, Parameter, Profile};

/// The look of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Look {
    /// The typeface.
    pub face: Face,
    /// The size.
    pub size: Emu,
    /// Added behind every character.
    pub spacing: Emu,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is red; everything else is black.
    pub red: bool,
}

/// What every look of a profile comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looks {
    measures: Measures,
    body: Face,
    title: (Face, Emu, bool),
    headings: [(Face, bool); 4],
    lead_bold: bool,
    mark: (Face, Emu),
    number: (Face, Emu),
    latin_times: bool,
    keep_units: bool,
}

impl Looks {
    /// Reads the looks from a profile.
    pub fn of(profile: &Profile) -> Self {
        let heading = |level| {
            let (face, bold) = Parameter::heading(level);
            (profile.face(face), profile.is_on(bold))
        };
        let size = |parameter| pt(profile.hundredths(parameter)) / TWIP * TWIP;
        Self {
            measures: Measures::of(profile),
            body: profile.face(Parameter::BodyFace),
            title: (
                profile.face(Parameter::TitleFace),
                size(Parameter::TitleSize),
                profile.is_on(Parameter::TitleBold),
            ),
            headings: [1, 2, 3, 4].map(heading),
            lead_bold: profile.is_on(Parameter::LeadBold),
            mark: (profile.face(Parameter::MarkFace), size(Parameter::MarkSize)),
            number: (profile.face(Parameter::NumberFace), size(Parameter::NumberSize)),
            latin_times: profile.is_on(Parameter::LatinTimes),
            keep_units: profile.is_on(Parameter::KeepUnits),
        }
    }

    /// The geometry of the same profile.
    pub fn measures(&self) -> &Measures {
        &self.measures
    }

    /// Whether Latin letters and digits are set in Times New Roman.
    pub fn latin_times(&self) -> bool {
        self.latin_times
    }

    /// Whether a number and its unit stay in one line.
    pub fn keep_units(&self) -> bool {
        self.keep_units
    }

    /// The look of a piece of a paragraph.
    pub fn look(&self, role: Role, kind: RunKind) -> Look {
        let body = Look {
            face: self.body,
            size: self.measures.size,
            spacing: self.measures.spacing,
            bold: false,
            red: false,
        };
        let (title_face, title_size, title_bold) = self.title;
        match (role, kind) {
            (Role::Title | Role::AttachmentTitle, _) => {
                Look { face: title_face, size: title_size, spacing: 0, bold: title_bold, ..body }
            }
            (Role::IssuerMark, _) => {
                Look { face: self.mark.0, size: self.mark.1, spacing: 0, bold: false, red: true }
            }
            // 密级 and 紧急程度 are 3号黑体 (7.2.2, 7.2.3), so is 附件 (7.3.7).
            (Role::Secrecy | Role::Urgency | Role::AttachmentLabel, _) => {
                Look { face: Face::HeiTi, ..body }
            }
            (Role::Subtitle, _) => Look { face: Face::KaiTi, spacing: 0, ..body },
            // The names of 签发人 are 3号楷体 (7.2.6).
            (Role::DocumentNumber, RunKind::Name) => Look { face: Face::KaiTi, ..body },
            (Role::Heading(level), RunKind::Number | RunKind::Heading) => {
                let (face, bold) = self.headings[usize::from(level.clamp(1, 4)) - 1];
                Look { face, bold, ..body }
            }
            (Role::CopyTo | Role::Printed, _) => {
                Look { size: self.measures.imprint_size, spacing: 0, ..body }
            }
            (Role::Caption, _) => {
                Look { face: Face::HeiTi, size: self.measures.cell_size, spacing: 0, ..body }
            }
            (Role::Row(row), _) => {
                let face = if row.is_header { Face::HeiTi } else { self.body };
                Look { face, size: self.measures.cell_size, spacing: 0, ..body }
            }
            (_, RunKind::Lead) => Look { bold: self.lead_bold, ..body },
            _ => body,
        }
    }

    /// The look of the page number.
    pub fn number(&self) -> Look {
        Look { face: self.number.0, size: self.number.1, spacing: 0, bold: false, red: false }
    }

    /// The size of 发文机关标志 that fits the longest of these names into 版心,
    /// however small: what is too small to read is told, not cut off.
    pub fn mark_size(&self, longest_ems: i32) -> Emu {
        let fitting = self.measures.core_width / longest_ems.max(1);
        // Half points are what a Word file can say.
        twips(self.mark.1.min(fitting).max(PT)) / 10 * 10 * TWIP
    }
}
