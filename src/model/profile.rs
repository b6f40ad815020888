//! The layout of a unit, as data: what differs from GB/T 9704-2012, and what
//! the standard says of every parameter.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

mod parameters;
mod presets;

pub use parameters::{Face, Group, NumberPlace, Parameter, Rule, Sort, Strength};
pub use presets::presets;

/// How a unit sets its documents: the national standard, and where it differs.
///
/// Values are kept as they were written, `28.95` or `center`. One that is no
/// value of its parameter counts as the standard's own, so that whatever a file
/// holds can be laid out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Profile {
    /// What the unit calls it; empty for the national standard.
    #[serde(default)]
    pub name: String,
    /// The parameters that differ from the standard.
    #[serde(default)]
    pub values: BTreeMap<Parameter, String>,
}

/// A value that a parameter has and the standard does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The parameter.
    pub parameter: Parameter,
    /// What the profile says.
    pub value: String,
    /// What the standard says.
    pub standard: &'static str,
}

impl Profile {
    /// Whether nothing differs from the national standard.
    pub fn is_standard(&self) -> bool {
        self.differences().is_empty()
    }

    /// The value of a parameter: the unit's own if it is a value at all, else
    /// the standard's.
    pub fn value(&self, parameter: Parameter) -> &str {
        let own = self.values.get(&parameter).map(|it| it.trim());
        own.filter(|it| parameter.accepts(it)).unwrap_or(parameter.rule().standard)
    }

    /// The number of a parameter in hundredths of its unit; 0 for one that is
    /// no number.
    pub fn hundredths(&self, parameter: Parameter) -> i32 {
        hundredths(self.value(parameter)).unwrap_or(0)
    }

    /// Whether a switch is on.
    pub fn is_on(&self, parameter: Parameter) -> bool {
        self.value(parameter) == ON
    }

    /// The typeface that a parameter chooses.
    pub fn face(&self, parameter: Parameter) -> Face {
        Face::of(self.value(parameter)).unwrap_or(Face::FangSong)
    }

    /// Where the page number stands.
    pub fn number_place(&self) -> NumberPlace {
        NumberPlace::of(self.value(Parameter::NumberPlace)).unwrap_or(NumberPlace::Outer)
    }

    /// The name of the font for a typeface, as Word knows it.
    pub fn font(&self, face: Face) -> &str {
        self.value(face.font())
    }

    /// The same profile with another value. The standard's own value is not
    /// kept, since it is no difference.
    pub fn with(mut self, parameter: Parameter, value: &str) -> Self {
        let value = value.trim();
        if value == parameter.rule().standard || !parameter.accepts(value) {
            self.values.remove(&parameter);
        } else {
            self.values.insert(parameter, value.to_owned());
        }
        self
    }

    /// Where the profile differs from the standard, in the order of the table.
    pub fn differences(&self) -> Vec<Difference> {
        let differs = |&parameter: &Parameter| {
            let (value, standard) = (self.value(parameter), parameter.rule().standard);
            let is_same = match (hundredths(value), hundredths(standard)) {
                (Some(value), Some(standard)) => value == standard,
                _ => value == standard,
            };
            (!is_same).then(|| Difference { parameter, value: value.to_owned(), standard })
        };
        Parameter::ALL.iter().filter_map(differs).collect()
    }
}

/// What a switch says when it is on.
pub const ON: &str = "on";
/// What a switch says when it is off.
pub const OFF: &str = "off";

/// Reads `28`, `28.9` or `28.95` as hundredths; three digits behind the point
/// or a sign are no such number.
fn hundredths(text: &str) -> Option<i32> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let is_number =
        |it: &str| (1..=5).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    if !is_number(whole) || !is_number(part) || 2 < part.len() {
        return None;
    }
    let tenth = if part.len() == 1 { 10 } else { 1 };
    Some(whole.parse::<i32>().ok()? * 100 + part.parse::<i32>().ok()? * tenth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_hundredths() {
        assert_eq!(hundredths("28"), Some(2800));
        assert_eq!(hundredths("28.9"), Some(2890));
        assert_eq!(hundredths("28.95"), Some(2895));
        for wrong in ["", "-1", "1.234", "二", "1e3", "1.", ".5", "999999"] {
            assert_eq!(hundredths(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_value_that_is_none_counts_as_the_standards() {
        let mut profile = Profile::default();
        profile.values.insert(Parameter::LinePitch, "一千".to_owned());
        profile.values.insert(Parameter::TopMargin, "5000".to_owned());
        profile.values.insert(Parameter::BodyFace, "comic".to_owned());
        assert_eq!(profile.value(Parameter::LinePitch), "28.95");
        assert_eq!(profile.hundredths(Parameter::TopMargin), 3700);
        assert_eq!(profile.face(Parameter::BodyFace), Face::FangSong);
        assert!(profile.is_standard());
    }

    #[test]
    fn only_what_differs_is_kept() {
        let profile = Profile::default().with(Parameter::LinePitch, "28");
        assert_eq!(profile.differences().len(), 1);
        let profile = profile.with(Parameter::LinePitch, "28.95");
        assert!(profile.values.is_empty());
        let profile = profile.with(Parameter::TopMargin, "37.0");
        assert!(profile.is_standard());
    }

    #[test]
    fn every_standard_value_is_a_value_of_its_parameter() {
        for &parameter in Parameter::ALL {
            let rule = parameter.rule();
            assert!(parameter.accepts(rule.standard), "{parameter:?}");
        }
        for preset in presets() {
            for (parameter, value) in &preset.values {
                assert!(parameter.accepts(value), "{}: {parameter:?}", preset.name);
            }
        }
    }
}
