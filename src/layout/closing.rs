//! Where 署名 and 日期 stand from left to right (GB/T 9704-2012, 7.3.5).

use crate::layout::measures::Measures;
use crate::layout::units::Emu;

/// The left edges of 署名 and 日期, from the left edge of 版心.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing {
    /// Of 署名; with a seal every name is centred over the date instead.
    pub signature: Emu,
    /// Of 日期.
    pub date: Emu,
}

impl Closing {
    /// Without a seal (7.3.5.2): the longer of name and date ends so far before
    /// the right edge, and the date begins 2字 behind the name. Several names
    /// stand below each other, so the longest counts.
    pub fn plain(measures: &Measures, indent: Emu, names: &[Emu], date: Emu) -> Self {
        let name = names.iter().copied().max().unwrap_or(0);
        let end = measures.core_width / measures.em() * measures.em() - indent;
        let shift = measures.ems(200);
        if end < name {
            // The name fills whole lines; the date alone can stand at the right.
            Self { signature: 0, date: (end - date).max(0) }
        } else if date <= name {
            Self { signature: end - name, date: end - name + shift }
        } else {
            Self { signature: (end - date - shift).max(0), date: (end - date).max(0) }
        }
    }

    /// Under a seal (7.3.5.1): the date ends so far before the right edge, and
    /// the name is centred over it, or pushed left where it would leave 版心.
    pub fn sealed(measures: &Measures, indent: Emu, name: Emu, date: Emu) -> Self {
        let width = measures.core_width / measures.em() * measures.em();
        let start = (width - indent - date).max(0);
        let signature = (start + date / 2 - name / 2).min(width - name).max(0);
        Self { signature, date: start }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::profile::Profile;

    /// Left edges in characters from names and date in characters.
    #[track_caller]
    fn check(names: &[f64], date: f64, expected: (f64, f64)) {
        let measures = Measures::of(&Profile::default());
        let em = f64::from(measures.em());
        let emu = |it: f64| (it * em) as Emu;
        let names: Vec<_> = names.iter().map(|&it| emu(it)).collect();
        let it = Closing::plain(&measures, measures.ems(200), &names, emu(date));
        let found = (f64::from(it.signature) / em, f64::from(it.date) / em);
        let is_near = |a: f64, b: f64| (a - b).abs() < 0.01;
        assert!(is_near(found.0, expected.0) && is_near(found.1, expected.1), "{found:?}");
    }

    #[test]
    fn the_longer_one_ends_two_characters_before_the_edge() {
        check(&[10.0], 7.0, (16.0, 18.0));
        check(&[4.0], 7.0, (17.0, 19.0));
        check(&[6.0, 10.0], 7.0, (16.0, 18.0));
        check(&[40.0], 7.0, (0.0, 19.0));
        check(&[], 7.0, (17.0, 19.0));
    }

    #[test]
    fn under_a_seal_the_name_is_centred_over_the_date() {
        let measures = Measures::of(&Profile::default());
        let em = measures.em();
        let it = Closing::sealed(&measures, 4 * em, 6 * em, 7 * em);
        assert_eq!((it.signature, it.date), (17 * em + em / 2, 17 * em));
        let long = Closing::sealed(&measures, 4 * em, 20 * em, 7 * em);
        assert_eq!(long.signature, 8 * em);
    }
}
