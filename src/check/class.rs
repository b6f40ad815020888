//! What kind of character a character is.

/// The classes that the rules tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A Chinese character, `〇` among them.
    Han,
    /// `0` to `9`.
    Digit,
    /// A Latin letter of half width, accented ones among them.
    Latin,
    /// A digit or a letter of full width: `２`, `Ａ`.
    Wide,
    /// A Chinese point mark: `。，、；：？！`.
    Point,
    /// A Chinese opening mark: `“‘（《〈〔【「『［｛`.
    Open,
    /// Its counterpart.
    Close,
    /// `—`, `…`, `～`, `·` and other marks that join or leave out.
    Join,
    /// An ASCII mark.
    Ascii,
    /// Any space.
    Space,
    /// Everything else.
    Other,
}

/// The class of a character.
pub fn of(c: char) -> Class {
    match c {
        '0'..='9' => Class::Digit,
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => Class::Latin,
        '!'..='~' => Class::Ascii,
        '。' | '，' | '、' | '；' | '：' | '？' | '！' => Class::Point,
        '“' | '‘' | '（' | '《' | '〈' | '〔' | '【' | '「' | '『' | '［' | '｛' | '〖' => {
            Class::Open
        }
        '”' | '’' | '）' | '》' | '〉' | '〕' | '】' | '」' | '』' | '］' | '｝' | '〗' => {
            Class::Close
        }
        '—' | '…' | '～' | '·' | '•' | '・' | '‧' | '–' | '‐' | '‑' | '―' | '－' | '━' | '〜'
        | '●' => Class::Join,
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Class::Wide,
        _ if is_han(c) => Class::Han,
        _ if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}') => Class::Space,
        _ => Class::Other,
    }
}

/// Whether it is a Chinese character.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{323af}'
        | '\u{f900}'..='\u{faff}' | '〇' | '々')
}

/// Whether it is a Chinese numeral, `两` and `〇` among them.
pub fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '零'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
            | '两'
    )
}

/// The mark that closes what this one opens.
pub fn closer(c: char) -> Option<char> {
    Some(match c {
        '“' => '”',
        '‘' => '’',
        '（' => '）',
        '(' => ')',
        '《' => '》',
        '〈' => '〉',
        '〔' => '〕',
        '【' => '】',
        '「' => '」',
        '『' => '』',
        '［' => '］',
        '[' => ']',
        '｛' => '｝',
        '〖' => '〗',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_classes() {
        let classes: Vec<_> = "汉〇1a２，“”—,　☆".chars().map(of).collect();
        use Class::*;
        assert_eq!(
            classes,
            [Han, Han, Digit, Latin, Wide, Point, Open, Close, Join, Ascii, Space, Other]
        );
    }
}
