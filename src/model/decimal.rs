//! Exact decimal numbers, as reports write them: `266.74`, `-3.2`, `35000`.

use std::cmp::Ordering;
use std::fmt;

/// A decimal number without any loss, up to thirty digits in all.
///
/// Sums and comparisons are exact; a result that would need more digits is
/// none, so nothing ever wraps.
#[derive(Debug, Clone, Copy)]
pub struct Decimal {
    /// The number without its point.
    units: i128,
    /// Digits behind the point.
    scale: u32,
}

/// The most digits that a number has, in all and behind the point.
const MOST_DIGITS: usize = 24;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { units: 0, scale: 0 };
    /// One hundred, as in percent.
    pub const HUNDRED: Self = Self { units: 100, scale: 0 };

    /// Reads `1200`, `14.29`, `-3`; no commas, no spaces, no power.
    pub fn parse(text: &str) -> Option<Self> {
        let (sign, bare) = match text.strip_prefix('-') {
            Some(it) => (-1, it),
            None => (1, text),
        };
        let (whole, fraction) = bare.split_once('.').unwrap_or((bare, ""));
        let is_digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
        let n_digits = whole.len() + fraction.len();
        let is_number = !whole.is_empty() && is_digits(whole) && is_digits(fraction);
        if !is_number || MOST_DIGITS < n_digits || (bare.contains('.') && fraction.is_empty()) {
            return None;
        }
        let units: i128 = format!("{whole}{fraction}").parse().ok()?;
        Some(Self { units: sign * units, scale: fraction.len() as u32 }.reduced())
    }

    /// A number times a power of ten: `3.5` and `8` are 350,000,000.
    pub fn shifted(self, power: u32) -> Option<Self> {
        let units = self.units.checked_mul(10_i128.checked_pow(power)?)?;
        Some(Self { units, scale: self.scale }.reduced())
    }

    /// The sum, where it has no more digits than can be kept.
    pub fn plus(self, other: Self) -> Option<Self> {
        let (a, b, scale) = self.aligned(other)?;
        Some(Self { units: a.checked_add(b)?, scale }.reduced())
    }

    /// The difference.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { units: other.units.checked_neg()?, ..other })
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        let units = self.units.checked_mul(other.units)?;
        Some(Self { units, scale: self.scale + other.scale }.reduced())
    }

    /// The quotient with this many digits behind the point, the last one rounded
    /// half up by its size (-0.25 becomes -0.3); none over zero.
    pub fn over(self, other: Self, places: u32) -> Option<Self> {
        // Twice the digits of the quotient plus one, halved.
        let power = other.scale.checked_add(places)?;
        let above = self.units.checked_mul(10_i128.checked_pow(power)?)?;
        let below = other.units.checked_mul(10_i128.checked_pow(self.scale)?)?;
        if below == 0 {
            return None;
        }
        let is_minus = (above < 0) != (below < 0);
        let (above, below) = (above.checked_abs()?, below.checked_abs()?);
        let units = above.checked_mul(2)?.checked_add(below)?.checked_div(below.checked_mul(2)?)?;
        Some(Self { units: if is_minus { -units } else { units }, scale: places }.reduced())
    }

    /// The number with this many digits behind the point, rounded half up.
    pub fn rounded(self, places: u32) -> Self {
        self.over(Self { units: 1, scale: 0 }, places).unwrap_or(self)
    }

    /// Without its sign.
    pub fn abs(self) -> Self {
        Self { units: self.units.checked_abs().unwrap_or(i128::MAX), ..self }
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.units == 0
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.units < 0
    }

    /// Digits behind the point, without zeros at the end.
    pub fn places(self) -> u32 {
        self.scale
    }

    /// The number where it is a whole one that a machine can count with.
    pub fn whole(self) -> Option<u64> {
        if self.scale == 0 { u64::try_from(self.units).ok() } else { None }
    }

    /// Both with the same digits behind the point.
    fn aligned(self, other: Self) -> Option<(i128, i128, u32)> {
        let scale = self.scale.max(other.scale);
        let raised = |it: Self| it.units.checked_mul(10_i128.checked_pow(scale - it.scale)?);
        Some((raised(self)?, raised(other)?, scale))
    }

    fn reduced(mut self) -> Self {
        while 0 < self.scale && self.units % 10 == 0 {
            self.units /= 10;
            self.scale -= 1;
        }
        self
    }
}

impl From<u64> for Decimal {
    fn from(n: u64) -> Self {
        Self { units: i128::from(n), scale: 0 }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match self.aligned(*other) {
            Some((a, b, _)) => a.cmp(&b),
            // Too far apart to stand on one scale: the whole parts differ.
            None => {
                let whole = |it: &Self| it.units / 10_i128.checked_pow(it.scale).unwrap_or(1);
                whole(self).cmp(&whole(other))
            }
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:0>1$}", self.units.unsigned_abs(), self.scale as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - self.scale as usize);
        out.write_str(if self.units < 0 { "-" } else { "" })?;
        out.write_str(whole)?;
        if fraction.is_empty() { Ok(()) } else { write!(out, ".{fraction}") }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn of(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn numbers_are_read_and_written() {
        for text in ["0", "7", "14.29", "-3.2", "0.05", "123456789012345678901234"] {
            assert_eq!(of(text).to_string(), text);
        }
        assert_eq!(of("3.50").to_string(), "3.5");
        for wrong in ["", "-", ".", "1.", ".5", "1e3", "1,000", "１", "1234567890123456789012345"]
        {
            assert!(Decimal::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn arithmetic_is_exact() {
        assert_eq!(of("0.1").plus(of("0.2")), Some(of("0.3")));
        assert_eq!(of("3.5").shifted(8), Some(of("350000000")));
        assert_eq!(of("14.29").minus(of("7.3")), Some(of("6.99")));
        assert_eq!(of("1.2").times(of("0.5")), Some(of("0.6")));
        assert!(of("1.10") == of("1.1") && of("1.09") < of("1.1"));
    }

    #[test]
    fn quotients_are_rounded_half_up() {
        assert_eq!(of("1").over(of("3"), 1), Some(of("0.3")));
        assert_eq!(of("1").over(of("8"), 2), Some(of("0.13")));
        assert_eq!(of("-1").over(of("8"), 2), Some(of("-0.13")));
        assert_eq!(of("2.25").rounded(1), of("2.3"));
        assert_eq!(of("1").over(Decimal::ZERO, 1), None);
    }

    #[test]
    fn too_many_digits_are_none_and_never_wrap() {
        let large = of("999999999999999999999999");
        assert_eq!(large.times(large), None);
        assert_eq!(large.shifted(30), None);
        assert!(of("0.00000000000000000001") < large);
    }
}
