//! 主送机关 and 称谓: whom a report addresses.

use crate::import::recognise::form;

/// Words for the people in a hall.
const PEOPLE: [&str; 12] = [
    "各位",
    "同志们",
    "代表们",
    "委员们",
    "朋友们",
    "同事们",
    "女士们",
    "先生们",
    "您好",
    "大家好",
    "尊敬的",
    "你们好",
];

/// Words of a sentence, which no address has.
const SPEECH: [&str; 20] = [
    "如下",
    "报告",
    "汇报",
    "现将",
    "现就",
    "以下",
    "包括",
    "主要",
    "工作",
    "根据",
    "按照",
    "为了",
    "分别",
    "例如",
    "其中",
    "要求",
    "指出",
    "强调",
    "我代表",
    "一年来",
];

/// Whether a line is whom the report addresses: `各位代表：`, `市人民政府：`.
pub(super) fn is_salutation(text: &str) -> bool {
    if !form::is_short(text, 60) || SPEECH.iter().any(|it| text.contains(it)) {
        return false;
    }
    let to_people = PEOPLE.iter().any(|it| text.contains(it));
    let bare = text.trim_end_matches(['：', ':', '！', '!', ' ']);
    if bare.len() == text.len() || bare.contains(['。', '；', '：']) || form::is_address(text) {
        return false;
    }
    if to_people {
        // `各位代表！一年来…` is a paragraph that begins so.
        return !bare.contains(['！', '!']) || form::is_short(bare, 16);
    }
    if !text.ends_with(['：', ':']) || bare.chars().any(|it| it.is_ascii_digit()) {
        return false;
    }
    let last = bare.rsplit(['、', '，', ',', '和', '并']).next().unwrap_or_default();
    let is_named = [
        "市委", "省委", "区委", "县委", "领导", "党委", "党组", "主任", "主席", "书记", "代表",
        "委员",
    ];
    form::is_organ(last) || is_named.iter().any(|it| last.ends_with(it))
}

#[cfg(test)]
mod tests {
    use super::is_salutation;

    #[test]
    fn organs_and_people_are_addressed() {
        for text in [
            "各位代表：",
            "云溪市人民政府：",
            "主任、各位副主任、秘书长,各位委员:",
            "同志们！",
            "馆员们，您好！",
            "市委、市政府：",
        ] {
            assert!(is_salutation(text), "{text}");
        }
    }

    #[test]
    fn sentences_are_not() {
        let texts = [
            "现将有关情况报告如下：",
            "各位代表！一年来，我们修好了库房。",
            "主要做法是：",
            "开放的有三个单位",
            "一年来，全馆同志们的主要成绩：",
            "网站：https://example.cn",
            "每日构建版下载地址：",
        ];
        for text in texts {
            assert!(!is_salutation(text), "{text}");
        }
    }
}
