//! Residue of web pages: breadcrumbs, tools, page data, links at the end.

use crate::import::recognise::form;

/// Labels of page data, in front of a colon.
const LABELS: [&str; 58] = [
    "来源",
    "信息来源",
    "文章来源",
    "稿件来源",
    "新闻来源",
    "内容来源",
    "时间",
    "发布时间",
    "发布日期",
    "发表时间",
    "更新时间",
    "更新日期",
    "归档时间",
    "发稿时间",
    "公开日期",
    "公开时间",
    "生成日期",
    "发文日期",
    "创建时间",
    "日期",
    "作者",
    "编辑",
    "责任编辑",
    "责编",
    "校对",
    "初审",
    "复审",
    "终审",
    "审核",
    "审核人",
    "信息员",
    "供稿",
    "供稿单位",
    "发布机构",
    "发布单位",
    "发文机构",
    "发布人",
    "浏览次数",
    "浏览量",
    "点击数",
    "点击量",
    "点击率",
    "访问次数",
    "访问量",
    "阅读次数",
    "阅读量",
    "阅读",
    "浏览",
    "点击",
    "字体",
    "字号",
    "索引号",
    "主题分类",
    "信息类别",
    "公开类别",
    "文章字数",
    "分享到",
    "信息分类",
];

/// Lines that are tools or headings of the page itself.
const TOOLS: [&str; 58] = [
    "下载",
    "打印",
    "全屏",
    "收藏",
    "分享",
    "关闭",
    "返回",
    "返回顶部",
    "返回首页",
    "打印本页",
    "关闭窗口",
    "关闭本页",
    "加大",
    "还原",
    "减小",
    "放大",
    "缩小",
    "【字号",
    "【字体",
    "】",
    "大",
    "中",
    "小",
    "大中小",
    "微信",
    "微博",
    "朋友圈",
    "QQ空间",
    "首页",
    "正文",
    "详细信息",
    "公开具体内容",
    "信息内容",
    "政务公开",
    "政府信息公开",
    "无障碍",
    "无障碍阅读",
    "长者模式",
    "繁体",
    "简体",
    "登录",
    "注册",
    "搜索",
    "网站首页",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "我要打印",
    "打印页面",
    "扫一扫在手机打开当前页",
    "扫一扫",
    "文字大小",
    "保护视力色",
    "字体大小",
    "语音播报",
    "分享到",
    "纠错",
];

/// Beginnings of what pages put behind the text.
const ENDINGS: [&str; 34] = [
    "相关报道",
    "相关链接",
    "相关阅读",
    "相关新闻",
    "相关附件",
    "相关文章",
    "相关信息",
    "相关解读",
    "相关稿件",
    "延伸阅读",
    "推荐阅读",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "版权所有",
    "主办单位",
    "承办单位",
    "主办：",
    "承办：",
    "网站标识码",
    "联系我们",
    "技术支持",
    "免责声明",
    "网站地图",
    "责任编辑",
    "打印本页",
    "分享到",
    "扫一扫",
    "友情链接",
    "本文来源",
    "文章来源",
    "附件下载",
    "页面执行时间",
];

/// Whether a line is of the page and not of the report, wherever it stands
/// before the title or behind the end.
pub(super) fn is_page(text: &str) -> bool {
    if !form::is_short(text, 120) {
        return false;
    }
    let bare = form::bare(text);
    is_breadcrumb(text, &bare)
        || is_tool(&bare)
        || is_data(&bare)
        || is_dateline(&bare)
        || is_caption(&bare)
}

/// Whether a line at the end begins what the page adds: links, imprint, number.
pub(super) fn is_ending(text: &str) -> bool {
    let bare = form::bare(text);
    let is_link = form::is_short(&bare, 80) && ENDINGS.iter().any(|it| bare.starts_with(it));
    let is_imprint =
        bare.contains("ICP备") || bare.contains("公网安备") || bare.starts_with("Copyright");
    // `（《…日报》…第1版）` names where the text was printed.
    let is_print =
        bare.starts_with(['（', '(']) && bare.contains("报》") && bare.ends_with(['）', ')']);
    is_link || is_imprint || (is_print && form::is_short(&bare, 60)) || is_page(text)
}

fn is_breadcrumb(text: &str, bare: &str) -> bool {
    let named =
        ["当前位置", "您的位置", "您当前", "你的位置", "所在位置", "您现在的位置", "现在位置"];
    if named.iter().any(|it| bare.starts_with(it)) {
        return true;
    }
    let text = text.replace(['＞', '»', '›', '→'], ">");
    let n_parts = text.split('>').filter(|it| !it.trim().is_empty()).count();
    let first = text.split('>').next().unwrap_or_default();
    let is_path =
        3 <= n_parts || 2 == n_parts && (text.contains(" > ") || bare.starts_with("首页"));
    is_path && form::is_short(first, 12) && !form::ends_sentence(&text)
}

fn is_tool(bare: &str) -> bool {
    let word = bare.trim_matches(|c: char| "：:[]【】|｜·-—<>《》".contains(c));
    let is_word = !bare.is_empty() && (TOOLS.contains(&word) || TOOLS.contains(&bare));
    let is_size = bare.starts_with("【字")
        || bare.starts_with("[字")
        || bare.starts_with("字体：")
        || bare.starts_with("字号：");
    let is_mark = !bare.is_empty() && bare.chars().all(|it| "|｜【】[]-—_=*·•<>»›".contains(it));
    // `| name`: an author behind a rule of the page.
    let is_barred = bare.starts_with(['|', '｜']) && form::is_short(bare, 20);
    // A number alone is the page's own.
    let is_number =
        bare.len() < 12 && !bare.is_empty() && bare.bytes().all(|it| it.is_ascii_digit());
    is_word || is_size || is_mark || is_barred || is_number
}

fn is_data(bare: &str) -> bool {
    let bare = bare.trim_start_matches(['【', '[', '（', '(']);
    let Some((label, _)) = bare.split_once(['：', ':']) else { return false };
    LABELS.contains(&label)
}

/// `新华社北京1月5日电`, alone in its line.
fn is_dateline(bare: &str) -> bool {
    let bare = bare.trim_matches(|c: char| "（）()【】".contains(c));
    let by_agency = bare.starts_with("新华社")
        || bare.starts_with("新华网")
        || bare.starts_with("人民网")
        || bare.starts_with("中新");
    by_agency && bare.ends_with(['电', '讯']) && form::is_short(bare, 30) || bare == "本报讯"
}

/// What stands below a photograph.
fn is_caption(bare: &str) -> bool {
    let by_camera = bare.ends_with('摄') || bare.ends_with("摄影") || bare.ends_with("供图");
    by_camera
        && form::is_short(bare, 60)
        && (bare.contains("记者") || bare.contains("通讯员") || bare.contains("摄影"))
        || form::is_short(bare, 24) && bare.starts_with("本报记者")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_lines_are_known_by_their_form() {
        let lines = [
            "当前位置：首页 > 信息公开 > 年度报告",
            "云溪网 > 档案 > 工作总结",
            "来源：云溪日报",
            "发布时间:2026-01-05 09:30 浏览次数: 12",
            "【字号：",
            "】",
            "[打印]",
            "| ysw3",
            "新华社北京1月5日电",
            "馆长作报告。本报记者 李云 摄",
        ];
        for line in lines {
            assert!(is_page(line), "{line}");
        }
    }

    #[test]
    fn sentences_of_reports_are_not() {
        let lines = [
            "云溪市档案馆2025年工作总结",
            "各位代表：",
            "2025年，全馆新增馆藏3万卷。",
            "——新增馆藏3万卷；",
            "联系电话：010-1234",
            "增长>5%",
        ];
        for line in lines {
            assert!(!is_page(line), "{line}");
        }
        assert!(is_ending("相关链接："));
        assert!(is_ending("（《云溪日报》2026年1月5日第1版）"));
        assert!(!is_ending("特此报告。"));
    }
}
