//! Lengths, all in English Metric Units: whole numbers that mm, points and
//! twips divide without a rest, as OOXML's drawings use them.

/// A length in English Metric Units: 914 400 to the inch.
pub type Emu = i32;

/// One millimetre.
pub const MM: Emu = 36_000;
/// One point.
pub const PT: Emu = 12_700;
/// One twip, a twentieth of a point.
pub const TWIP: Emu = 635;

/// Hundredths of a millimetre as a length.
pub fn mm(hundredths: i32) -> Emu {
    hundredths * (MM / 100)
}

/// Hundredths of a point as a length.
pub fn pt(hundredths: i32) -> Emu {
    hundredths * (PT / 100)
}

/// The nearest whole twips.
pub fn twips(length: Emu) -> i32 {
    (length + length.signum() * TWIP / 2) / TWIP
}

/// A length in millimetres, for people and for styles.
pub fn in_mm(length: Emu) -> f64 {
    f64::from(length) / f64::from(MM)
}

/// A length in points.
pub fn in_pt(length: Emu) -> f64 {
    f64::from(length) / f64::from(PT)
}
