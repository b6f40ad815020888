//! Breaks a title by its sense into lines of a pleasing shape
//! (GB/T 9704-2012, 7.3.1: 梯形 or 菱形, and no word taken apart).

use crate::layout::kinsoku::may_break;
use crate::layout::units::Emu;
use crate::layout::widths::{FULL, width};

/// What may stand at the end of a title (文种); it is never taken apart, and
/// does not stand in a line alone.
const KINDS: [&str; 16] = [
    "报告", "通知", "通报", "请示", "批复", "意见", "决定", "决议", "公告", "通告", "公报", "议案",
    "纪要", "总结", "方案", "要点",
];

/// Words of titles, so that none of them is taken apart. What is not here is
/// broken where a character's neighbours allow.
const WORDS: &str = "人民 政府 办公厅 办公室 委员会 领导 小组 自治区 自治州 自治县 直辖市 街道 社区 管理 管理局 监督 服务 中心 国务院 \
    人大 政协 常委会 代表大会 代表 委员 会议 议案 提案 建议 批评 办理 答复 常务 主任 主席 书记 市委 县委 省委 区委 \
    年度 季度 月份 上半年 下半年 全年 绩效 工作 情况 报告 总结 考核 考评 评价 自评 自查 述职 述廉 评估 检查 督查 巡视 巡察 整改 \
    建设 发展 改革 推进 落实 贯彻 执行 实施 开展 推动 提升 优化 完善 规范 促进 保障 深化 学习 宣传 组织 活动 创建 专题 \
    关于 进一步 加强 做好 全面 切实 有效 持续 扎实 深入 积极 大力 经济 社会 法治 安全 生产 环境 保护 信息 公开 档案 \
    教育 文化 卫生 健康 农业 农村 旅游 体育 民政 人力 社会保障 就业 市场 监管 质量 标准 知识产权 应急 消防 公安 司法 行政 \
    财政 审计 统计 税务 预算 决算 项目 资金 资产 国有 企业 投资 招商 支出 收入 整体 部门 单位 机关 党建 党委 党组 干部 人才 队伍 作风 纪律 廉政 \
    全国 全省 全市 全县 全区 任务 目标 责任 完成 主要 重点 专项 行动 计划 规划 思路 打算 安排 要点 方案 办法 制度 机制 体系 能力 \
    有关 问题 意见 印发 转发 通知 公布 通报 请示 批复 决定 公告 公司 集团 学校 大学 学院 医院 银行 协会 学会 研究院 研究所 研究 创新 科技 技术 数字化 信息化 \
    治理 营商 综合 执法 防控 疫情 乡村 振兴 生态 文明 城市 交通 运输 住房 城乡 水利 林业 自然资源 气象 地震 供电 通信 网络 网站 政务 新媒体 平台 系统 \
    历史 革命 红色 民族 宗教 统战 侨务 青年 妇女 儿童 老年 残疾人 志愿 公益 慈善 脱贫 攻坚 扶贫 帮扶 对口 支援 合作 交流 开放 国际 区域 协调 高质量";

/// Breaks the text into lines no wider than `width_limit`. A text that fits is
/// one line; spaces at breaks are dropped from neither side.
pub fn title_lines(text: &str, size: Emu, width_limit: Emu, times: bool) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let widths: Vec<i64> = chars
        .iter()
        .map(|&it| i64::from(width(it, times)) * i64::from(size) / i64::from(FULL))
        .collect();
    let total: i64 = widths.iter().sum();
    let limit = i64::from(width_limit);
    if total <= limit || chars.is_empty() {
        return vec![text.to_owned()];
    }
    let costs = break_costs(&chars);
    // Breaking at as few places as possible comes first; one line more is tried
    // where the words do not fit otherwise.
    let least = (total + limit - 1) / limit;
    let mut breaks = None;
    for n_lines in least..=(least + 2) {
        let found = best(&widths, &costs, n_lines as usize, limit, size.into());
        if let Some((cost, found)) = found
            && breaks.as_ref().is_none_or(|(least, _)| cost + EXTRA_LINE < *least)
        {
            breaks = Some((cost, found));
        }
    }
    let breaks = match breaks {
        Some((_, breaks)) => breaks,
        // Longer than any title: filled line by line.
        None => filled(&chars, &widths, limit),
    };
    let mut lines = Vec::new();
    let mut start = 0;
    for end in breaks.into_iter().chain([chars.len()]) {
        lines.push(chars[start..end].iter().collect());
        start = end;
    }
    lines
}

/// What a line more than needed costs, beside breaks and shape.
const EXTRA_LINE: i64 = 500;
/// What it costs to take a word apart: more than any shape.
const IN_WORD: i64 = 2000;
/// What it costs to break a name in brackets, between words.
const IN_NAME: i64 = 700;
/// What it costs to break where no line may end.
const FORBIDDEN: i64 = 1_000_000;

/// What a break before each character costs; below zero where sense asks for one.
fn break_costs(chars: &[char]) -> Vec<i64> {
    let text: String = chars.iter().collect();
    let mut costs: Vec<i64> = (0..chars.len())
        .map(|at| if may_break(chars, at, true) { 120 } else { FORBIDDEN })
        .collect();
    // Names in 《》 and “” stay whole where the line is long enough.
    let mut depth = 0;
    for (at, c) in chars.iter().enumerate() {
        if "》）”".contains(*c) {
            depth -= 1;
        }
        if 0 < depth {
            costs[at] += IN_NAME;
        }
        if "《（“".contains(*c) {
            depth += 1;
        }
    }
    for word in WORDS.split_whitespace() {
        let n = word.chars().count();
        for start in found(&text, word) {
            for cost in &mut costs[start + 1..start + n] {
                *cost += IN_WORD;
            }
            costs[start] -= 30;
        }
    }
    // Dates and counts stay whole: 2025年12月, 第三季度, 四届二次.
    const COUNTING: &str = "一二三四五六七八九十两百零〇第";
    for at in 1..chars.len() {
        let (last, next) = (chars[at - 1], chars[at]);
        let is_date = "年月".contains(last) && next.is_ascii_digit();
        let is_count = COUNTING.contains(last) && "届次季期批号年月日个项度类条章".contains(next);
        if is_date || is_count || (COUNTING.contains(last) && COUNTING.contains(next)) {
            costs[at] += IN_WORD;
        }
    }
    // A subtitle begins with its dash.
    for start in found(&text, "——") {
        costs[start] -= 400;
    }
    // Sense ends behind 年度 and 的, and begins with 关于.
    for start in found(&text, "关于") {
        costs[start] -= 400;
        if let Some(cost) = costs.get_mut(start + 2) {
            *cost += 600;
        }
    }
    for (at, c) in chars.iter().enumerate() {
        // These lean on what is before them.
        if "的和与及等暨了之".contains(*c) {
            costs[at] += 700;
        }
        if "的和与及暨".contains(*c)
            && let Some(cost) = costs.get_mut(at + 1)
        {
            *cost += if *c == '的' { -60 } else { 250 };
        }
    }
    // 文种 keeps at least four characters in its line.
    if let Some(kind) = KINDS.iter().find(|it| text.ends_with(**it)) {
        let n = kind.chars().count();
        let from = chars.len().saturating_sub(3.max(n));
        for cost in &mut costs[from..] {
            *cost += IN_WORD;
        }
    }
    costs
}

/// Where the word stands, in characters.
fn found(text: &str, word: &str) -> Vec<usize> {
    text.match_indices(word).map(|(at, _)| text[..at].chars().count()).collect()
}

/// The cheapest way to break into exactly `n_lines`, with what it costs.
///
/// Titles are short, so every choice of breaks is tried line by line, keeping
/// the cheapest way to each end of a line and width of the line before it.
fn best(
    widths: &[i64],
    costs: &[i64],
    n_lines: usize,
    limit: i64,
    size: i64,
) -> Option<(i64, Vec<usize>)> {
    /// Longer texts are no titles; they are filled.
    const LONGEST: usize = 120;
    let n = widths.len();
    if LONGEST < n || !(2..=5).contains(&n_lines) {
        return None;
    }
    let sums: Vec<i64> = std::iter::once(0)
        .chain(widths.iter().scan(0, |sum, it| {
            *sum += it;
            Some(*sum)
        }))
        .collect();
    let mut best = None;
    let mut breaks = Vec::new();
    choose(&mut breaks, n_lines, &sums, costs, limit, size, 0, &mut best);
    best
}

#[allow(clippy::too_many_arguments, reason = "a recursion over one search's whole state")]
fn choose(
    breaks: &mut Vec<usize>,
    n_left: usize,
    sums: &[i64],
    costs: &[i64],
    limit: i64,
    size: i64,
    cost: i64,
    best: &mut Option<(i64, Vec<usize>)>,
) {
    let start = breaks.last().copied().unwrap_or(0);
    let n = sums.len() - 1;
    if n_left == 1 {
        if sums[n] - sums[start] <= limit {
            let cost = cost + shape(breaks, sums, size);
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                *best = Some((cost, breaks.clone()));
            }
        }
        return;
    }
    for at in start + 1..n {
        if limit < sums[at] - sums[start] {
            break;
        }
        // What is left must fit into the lines that are left, and words whole
        // are worth more than any shape, so hopeless branches end here.
        let rest = sums[n] - sums[at];
        let hopeless = best.as_ref().is_some_and(|(least, _)| *least + 4000 < cost + costs[at]);
        if (n_left as i64 - 1) * limit < rest || FORBIDDEN <= costs[at] || hopeless {
            continue;
        }
        breaks.push(at);
        choose(breaks, n_left - 1, sums, costs, limit, size, cost + costs[at], best);
        breaks.pop();
    }
}

/// What the shape of the lines costs: they differ a little and grow or shrink
/// steadily, or bulge in the middle (梯形, 菱形).
fn shape(breaks: &[usize], sums: &[i64], size: i64) -> i64 {
    let mut lengths = Vec::new();
    let mut start = 0;
    for &end in breaks.iter().chain([&(sums.len() - 1)]) {
        lengths.push((sums[end] - sums[start]) * 100 / size.max(1));
        start = end;
    }
    let mean = lengths.iter().sum::<i64>() / lengths.len() as i64;
    let mut cost: i64 = lengths.iter().map(|it| (it - mean).abs() * (it - mean).abs() / 2500).sum();
    let steps: Vec<i64> = lengths.windows(2).map(|it| it[1] - it[0]).collect();
    // Lines of one length are a rectangle: lawful, and a little dull.
    cost += steps.iter().filter(|it| it.abs() < 100).count() as i64 * 60;
    // An hourglass is what the standard's shapes leave out.
    let falls_then_rises = steps.windows(2).any(|it| it[0] < 0 && 0 < it[1]);
    cost + if falls_then_rises { 400 } else { 0 }
}

fn filled(chars: &[char], widths: &[i64], limit: i64) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut start = 0;
    let mut line = 0;
    for (at, width) in widths.iter().enumerate() {
        line += width;
        if line <= limit || at == start {
            continue;
        }
        let end = (start + 1..=at).rev().find(|&it| may_break(chars, it, true)).unwrap_or(at);
        breaks.push(end);
        start = end;
        line = widths[start..=at].iter().sum();
    }
    breaks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::units::{MM, PT};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(title_lines(text, 22 * PT, 156 * MM, false), expected);
    }

    #[test]
    fn a_short_title_is_one_line() {
        check("云溪市档案馆2025年度工作报告", &["云溪市档案馆2025年度工作报告"]);
        check("", &[""]);
    }

    #[test]
    fn a_long_title_is_broken_by_its_sense() {
        check(
            "云溪市人民政府办公室关于2025年度绩效工作情况的报告",
            &["云溪市人民政府办公室", "关于2025年度绩效工作情况的报告"],
        );
        check(
            "云溪市档案馆关于印发《云溪市档案馆年度重点工作责任分解表》的通知",
            &["云溪市档案馆关于印发《云溪市档案馆", "年度重点工作责任分解表》的通知"],
        );
    }

    #[test]
    fn no_line_is_wider_than_the_page_and_nothing_is_lost() {
        for n in 1..90 {
            let text: String = "云溪市档案馆2025年度绩效（自评）工作情况OA的报告"
                .chars()
                .cycle()
                .take(n)
                .collect();
            let lines = title_lines(&text, 22 * PT, 156 * MM, false);
            assert_eq!(lines.concat(), text);
            let ems = |it: &String| it.chars().map(|c| width(c, false)).sum::<i32>();
            assert!(lines.iter().all(|it| ems(it) * 22 * (PT / 1000) <= 156 * MM), "{lines:?}");
        }
    }
}
