//! How wide characters are, in thousandths of their size.

/// Width of a character in a Chinese typeface of the system: Chinese characters
/// and marks are full, letters and digits half. With `times`, letters and
/// digits are as in Times New Roman.
pub fn width(c: char, times: bool) -> i32 {
    match c {
        ' '..='~' if times => TIMES[c as usize - 0x20].into(),
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => 0,
        ' '..='~' => HALF,
        _ if is_joined(c) => 0,
        // What GB2312 has of Latin-1 is as wide as a Chinese character.
        '§' | '¨' | '°' | '±' | '·' | '×' | '÷' => FULL,
        '\u{a0}'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' => HALF,
        '\u{2000}' | '\u{2002}' => HALF,
        '\u{2004}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => 250,
        '\u{ff61}'..='\u{ffdc}' => HALF,
        _ => FULL,
    }
}

/// A full-width character.
pub const FULL: i32 = 1000;
/// A half-width one.
pub const HALF: i32 = 500;

/// Whether the character is part of the one before it and takes no room:
/// combining marks, variation selectors, skin tones, joiners, direction marks.
pub fn is_joined(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{302a}'..='\u{302f}'
        | '\u{3099}' | '\u{309a}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Widths of U+0020 to U+007E in Times New Roman (Adobe's metrics of Times-Roman).
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];
