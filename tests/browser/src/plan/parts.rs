//! Splits the text of an item into the fields of its form.

/// What the form of an item asks for. Printed one after the other, the parts
/// are the text again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parts {
    /// 领句, up to the first `。`; empty when the text has none.
    pub lead: String,
    /// 主要做法.
    pub practice: String,
    /// 数据成果.
    pub figures: String,
    /// 成效反响.
    pub result: String,
    /// 表彰批示.
    pub recognition: String,
    /// 整段, when the item is written as one text.
    pub text: String,
}

/// Words by which a sentence tells of praise.
const PRAISE: [&str; 7] = ["批示", "表彰", "获评", "荣获", "评为", "获奖", "肯定"];

/// Words by which a sentence tells of what came of it.
const RESULTS: [&str; 7] = ["提升", "提高", "降低", "缩短", "解决", "惠及", "成效"];

impl Parts {
    /// Splits a text: its first sentence leads, and the others follow each in
    /// the field that asks for it, in the order in which they stand.
    pub fn of(text: &str) -> Self {
        let Some(end) = text.find('。').map(|it| it + '。'.len_utf8()) else {
            return Self { text: text.to_owned(), ..Self::default() };
        };
        let (lead, rest) = text.split_at(end);
        let sentences = sentences(rest);
        // For one sentence nobody opens four fields.
        if sentences.len() < 2 {
            return Self { lead: lead.to_owned(), text: rest.to_owned(), ..Self::default() };
        }
        let mut parts = Self { lead: lead.to_owned(), ..Self::default() };
        let mut field = 0;
        for (n, sentence) in sentences.into_iter().enumerate() {
            // The first one always tells what was done; no field is gone back to.
            field = if n == 0 { 0 } else { field.max(wanted(sentence)) };
            let part = match field {
                0 => &mut parts.practice,
                1 => &mut parts.figures,
                2 => &mut parts.result,
                _ => &mut parts.recognition,
            };
            part.push_str(sentence);
        }
        parts
    }

    /// The parts of the form 分项填写 after the lead, by the key of their field.
    pub fn fields(&self) -> [(&'static str, &str); 4] {
        [
            ("item.practice", &self.practice),
            ("item.figures", &self.figures),
            ("item.result", &self.result),
            ("item.recognition", &self.recognition),
        ]
    }
}

fn wanted(sentence: &str) -> usize {
    let has = |words: &[&str]| words.iter().any(|it| sentence.contains(it));
    if has(&PRAISE) {
        3
    } else if has(&RESULTS) {
        2
    } else {
        usize::from(sentence.contains(|c: char| c.is_ascii_digit()))
    }
}

/// The sentences of a text, each with its mark and the quotation marks that
/// close behind it.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let is_end = |c: char| matches!(c, '。' | '！' | '？');
        let end = rest.find(is_end).map_or(rest.len(), |at| {
            let after = |c: char| is_end(c) || matches!(c, '”' | '’' | '）' | '》' | '」');
            let marks = rest[at..].chars().take_while(|&c| after(c)).map(char::len_utf8);
            at + marks.sum::<usize>()
        });
        let (sentence, after) = rest.split_at(end);
        sentences.push(sentence);
        rest = after;
    }
    sentences
}
