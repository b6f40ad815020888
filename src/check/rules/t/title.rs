//! The title as one string, where it can be told.

use crate::assemble::document::Role;
use crate::check::text::{Para, Text};

/// The kinds of official documents (《党政机关公文处理工作条例》第八条).
pub(in crate::check::rules) const KINDS: [&str; 15] = [
    "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复",
    "议案", "函", "纪要",
];

/// A title.
#[derive(Debug, Clone)]
pub(in crate::check::rules) struct Title<'a> {
    /// Its lines joined, without a subtitle.
    pub(in crate::check::rules) text: String,
    /// Its last line.
    pub(in crate::check::rules) last: &'a Para,
    /// Whether it has one line only.
    pub(in crate::check::rules) is_single: bool,
}

/// The title; none where there is none, or where what stands there may be
/// remains of a web page.
pub(in crate::check::rules) fn of<'a>(text: &'a Text) -> Option<Title<'a>> {
    let lines =
        || text.paras.iter().filter(|it| it.role == Role::Title && !it.text.starts_with('—'));
    let is_residue = |it: &Para| it.text.contains([':', '>', '|', '\t']) || it.text.contains("：");
    if lines().any(is_residue) && 1 < lines().count() {
        return None;
    }
    let last = lines().next_back()?;
    // A subtitle may stand on the same line.
    let main = |it: &'a Para| it.text.split("——").next().unwrap_or_default().trim();
    let text = lines().map(main).collect();
    Some(Title { text, last, is_single: lines().count() == 1 })
}

impl Title<'_> {
    /// The kind of document that it ends with.
    pub(in crate::check::rules) fn kind(&self) -> Option<&'static str> {
        let bare = bare(&self.text);
        KINDS.into_iter().find(|it| bare.ends_with(it))
    }
}

/// The title without a remark in brackets behind it: `…办法（试行）`.
pub(in crate::check::rules) fn bare(title: &str) -> &str {
    let title = title.trim_end_matches(['。', '！', '？', '；', '，', '：', ' ']);
    match title.rfind(['（', '(']) {
        Some(at) if title.ends_with(['）', ')']) => title.get(..at).unwrap_or(title),
        _ => title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing;

    #[test]
    fn the_title_is_told_where_it_can_be() {
        let kind = |words: &str| of(&testing::text(words)).map(|it| (it.text.clone(), it.kind()));
        assert_eq!(
            kind("#云溪市档案局\n#2024年工作报告（草案）"),
            Some(("云溪市档案局2024年工作报告（草案）".to_owned(), Some("报告")))
        );
        assert_eq!(kind("#来源：云溪网\n#工作报告"), None);
        assert_eq!(kind("正文。"), None);
    }
}
