//! What a line looks like by itself: a date, an address of the web, an organ, a title.

/// The line without any spaces, to be compared and measured.
pub fn bare(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace()).collect()
}

/// How many characters a line has, up to `most`, so that long lines cost nothing.
pub fn length(text: &str, most: usize) -> usize {
    text.chars().take(most).count()
}

/// Whether the line is at most `most` characters long.
pub fn is_short(text: &str, most: usize) -> bool {
    length(text, most + 1) <= most
}

/// Whether the line ends as a sentence does.
pub fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '’', '）', ')', '"'])
        .ends_with(['。', '！', '？', '；', '!', '?', ';'])
}

/// Whether the line is a date and nothing else: `2026年1月5日`, `2026-01-05`,
/// `二〇二六年一月五日`, with spaces or without.
pub fn is_date(text: &str) -> bool {
    if !is_short(text, 24) {
        return false;
    }
    let text = bare(text);
    let text = text.strip_suffix('。').unwrap_or(&text);
    written_date(text) || pointed_date(text)
}

/// The date that a line ends with, behind something else.
pub fn trailing_date(text: &str) -> Option<(&str, &str)> {
    if !is_short(text, 60)
        || !text.ends_with(['日', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
    {
        return None;
    }
    let (before, date) = text.rsplit_once(char::is_whitespace)?;
    let before = before.trim_end();
    (!before.is_empty() && is_date(date)).then_some((before, date))
}

fn written_date(text: &str) -> bool {
    let Some((year, rest)) = text.split_once('年') else { return false };
    let is_number = |it: &str, most: usize| {
        let n = it.chars().count();
        let counts = |c: char| {
            crate::model::numeral::digit(c).is_some() || "零〇○Ο一二三四五六七八九十元".contains(c)
        };
        (1..=most).contains(&n) && it.chars().all(counts)
    };
    let Some((month, day)) = rest.split_once('月') else { return false };
    let day = day.trim_end_matches(['日', '号']);
    is_number(year, 4)
        && 2 <= year.chars().count()
        && is_number(month, 2)
        && (day.is_empty() || is_number(day, 3))
}

fn pointed_date(text: &str) -> bool {
    let parts: Vec<_> = text.split(['-', '/', '.', '．', '－']).collect();
    let is_number = |it: &&str| {
        let n = it.chars().count();
        (1..=4).contains(&n) && it.chars().all(|it| crate::model::numeral::digit(it).is_some())
    };
    (2..=3).contains(&parts.len())
        && parts.iter().all(is_number)
        && parts.first().is_some_and(|it| it.chars().count() == 4)
        && parts.iter().skip(1).all(|it| it.chars().count() <= 2)
}

/// Whether the line gives an address of the web or of mail.
pub fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    if ["http://", "https://", "www.", "ftp://"].iter().any(|it| lower.contains(it)) {
        return !ends_sentence(text) && is_short(text, 160);
    }
    let mail = |word: &str| {
        word.split_once('@').is_some_and(|(name, host)| {
            name.ends_with(|it: char| it.is_ascii_alphanumeric()) && host.contains('.')
        })
    };
    is_short(text, 80) && text.split_whitespace().any(mail)
}

/// What an organ's name ends with.
const ORGANS: [&str; 62] = [
    "政府",
    "委员会",
    "办公室",
    "办公厅",
    "办事处",
    "管委会",
    "常委会",
    "党委",
    "党组",
    "人大",
    "政协",
    "厅",
    "局",
    "委",
    "部",
    "院",
    "司",
    "处",
    "署",
    "办",
    "中心",
    "公司",
    "集团",
    "银行",
    "大学",
    "学院",
    "学校",
    "中学",
    "小学",
    "医院",
    "协会",
    "学会",
    "联合会",
    "总工会",
    "工会",
    "团委",
    "妇联",
    "支队",
    "总队",
    "大队",
    "法院",
    "检察院",
    "街道",
    "支部",
    "总支",
    "领导小组",
    "指挥部",
    "专班",
    "馆",
    "站",
    "所",
    "社",
    "开发组",
    "工作组",
    "课题组",
    "单位",
    "部门",
    "机关",
    "研究所",
    "出版社",
    "机构",
    "乡",
];

/// Whether the line is the name of an organ.
pub fn is_organ(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || "（）()章盖公".contains(c));
    let has_marks = |c: char| "。；：！？，、,;:!?“”".contains(c);
    2 < length(text, 5)
        && is_short(text, 34)
        && !text.contains(has_marks)
        && ORGANS.iter().any(|it| text.ends_with(it))
}

/// What the name of a report ends with.
const DOCUMENTS: [&str; 38] = [
    "报告",
    "总结",
    "汇报",
    "小结",
    "综述",
    "通报",
    "公报",
    "年报",
    "述职",
    "情况",
    "方案",
    "计划",
    "规划",
    "要点",
    "思路",
    "安排",
    "打算",
    "意见",
    "说明",
    "通知",
    "讲话",
    "发言",
    "致辞",
    "材料",
    "纪要",
    "简报",
    "自查",
    "白皮书",
    "总结表",
    "报告书",
    "摘要",
    "稿",
    "函",
    "请示",
    "建议",
    "办法",
    "体会",
    "工作",
];

/// Those that name a document and nothing else.
const CERTAIN: [&str; 14] = [
    "报告",
    "总结",
    "汇报",
    "小结",
    "综述",
    "通报",
    "公报",
    "年报",
    "方案",
    "白皮书",
    "报告书",
    "要点",
    "讲话",
    "说明",
];

/// Whether a line reads like the title of a report, and how surely.
///
/// `——2026年…会议上`, `（摘要）` and a final `：` may stand behind the noun.
pub fn title_noun(text: &str) -> Option<bool> {
    if !is_short(text, 90) || ends_sentence(text.trim_end_matches(['）', ')', '》'])) {
        return None;
    }
    let text = text.split("——").next().unwrap_or(text);
    let mut text = text.trim().trim_end_matches(['：', ':', '》', '”', '】', ' ']);
    while let Some(open) = text.rfind(['（', '(']) {
        let is_end = text.ends_with(['）', ')']) && open != 0;
        if !is_end {
            break;
        }
        text = text.get(..open).unwrap_or_default().trim_end_matches(['》', '”', ' ']);
    }
    let text = text.trim_end();
    let speaks = ["如下", "现将", "现就", "以下", "包括", "我代表", "请予"];
    if speaks.iter().any(|it| text.contains(it)) || text.contains(['。', '；']) {
        return None;
    }
    let ends = |nouns: &[&str]| nouns.iter().any(|it| text.ends_with(it));
    if ends(&CERTAIN) { Some(true) } else { ends(&DOCUMENTS).then_some(false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_in_three_ways() {
        let dates = [
            "2026年1月5日",
            "2026 年 1 月 5 日",
            "二〇二六年一月五日",
            "2026-01-05",
            "2026.1.5",
            "2026/1/5",
            "２０２６年１月",
            "二○二五年十二月三十一日",
        ];
        for date in dates {
            assert!(is_date(date), "{date}");
        }
        for other in
            ["2026年", "2026年1月5日起施行", "发布日期：2026-01-05", "3.5", "1-11月", "010-6688"]
        {
            assert!(!is_date(other), "{other}");
        }
        assert_eq!(
            trailing_date("云溪市档案馆　2026年1月5日"),
            Some(("云溪市档案馆", "2026年1月5日"))
        );
    }

    #[test]
    fn titles_end_with_the_name_of_a_document() {
        assert_eq!(title_noun("云溪市档案馆2025年工作总结"), Some(true));
        assert_eq!(title_noun("云溪市档案馆2025年工作总结："), Some(true));
        assert_eq!(title_noun("政府工作报告（摘要）"), Some(true));
        assert_eq!(title_noun("政府工作报告——在云溪市人民代表大会上"), Some(true));
        assert_eq!(title_noun("档案馆服务窗口工作情况"), Some(false));
        assert_eq!(title_noun("现将全年工作情况报告如下："), None);
        assert_eq!(title_noun("全年完成三项方案。"), None);
        assert_eq!(title_noun("云溪市"), None);
    }

    #[test]
    fn organs_end_with_their_kind() {
        assert!(is_organ("云溪市档案馆"));
        assert!(is_organ("云溪市财政局（盖章）"));
        assert!(!is_organ("我们走访了全部单位，包括财政局"));
        assert!(!is_organ("馆"));
    }
}
