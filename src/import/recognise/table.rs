//! Which lines are rows or cells of a table that lost its lines.

use crate::import::recognise::form;
use crate::import::recognise::marker::Marker;

/// How many lines without figures may stand between two rows of one table.
const GAP: usize = 4;

/// Says of every line whether it belongs to a table.
pub(super) fn rows<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<bool> {
    let kinds: Vec<_> = texts.map(kind).collect();
    let mut is_row = vec![false; kinds.len()];
    let mut idx = 0;
    while idx < kinds.len() {
        if kinds[idx] == Kind::Other || kinds[idx] == Kind::Words {
            idx += 1;
            continue;
        }
        // A table goes on while its rows stand near each other.
        let (mut end, mut gap) = (idx + 1, 0);
        for (at, kind) in kinds.iter().enumerate().skip(idx + 1) {
            match kind {
                Kind::Other => break,
                Kind::Words if GAP <= gap => break,
                Kind::Words => gap += 1,
                Kind::Cells | Kind::Tabs | Kind::Number | Kind::Form => (end, gap) = (at + 1, 0),
            }
        }
        let n = |wanted: Kind| kinds[idx..end].iter().filter(|&&it| it == wanted).count();
        let is_table = 2 <= n(Kind::Tabs)
            || 2 <= n(Kind::Cells)
            || 4 <= n(Kind::Number)
            || 3 <= n(Kind::Form)
            || 1 <= n(Kind::Cells) && 1 <= n(Kind::Form);
        if is_table {
            is_row[idx..end].fill(true);
        }
        idx = end;
    }
    is_row
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Cells apart by tabs or rules.
    Tabs,
    /// Words and figures apart by spaces.
    Cells,
    /// A figure alone.
    Number,
    /// A row of the form that every organ fills in.
    Form,
    /// A short line that may stand in a cell.
    Words,
    /// A sentence.
    Other,
}

fn kind(text: &str) -> Kind {
    if !form::is_short(text, 160) {
        return Kind::Other;
    }
    if text.contains('\t') || 3 <= text.matches('|').count() {
        return Kind::Tabs;
    }
    if is_form(text) {
        return Kind::Form;
    }
    if text.contains('。') || form::ends_sentence(text) {
        return Kind::Other;
    }
    let tokens = text.split_whitespace();
    let (mut n, mut n_figures) = (0, 0);
    for token in tokens {
        n += 1;
        n_figures += usize::from(is_figure(token));
    }
    match n {
        1 if n_figures == 1 => Kind::Number,
        // Spaced digits within a sentence are no cells.
        3.. if n <= 2 * n_figures && !text.contains(['，', '年', '月', '：']) => Kind::Cells,
        _ if form::is_short(text, 30) && !text.contains(['，', '：']) => Kind::Words,
        _ => Kind::Other,
    }
}

fn is_figure(token: &str) -> bool {
    token.chars().all(|it| it.is_ascii_digit() || ".,%-—/＼\\％".contains(it))
}

/// Rows of the tables in the yearly report on open government information,
/// which have these words in every such report (国办公开办函〔2019〕60号,
/// 〔2021〕30号, annex).
const FORM: [&str; 58] = [
    "本年新收政府信息公开申请数量",
    "上年结转政府信息公开申请数量",
    "本年度办理结果",
    "予以公开",
    "部分公开",
    "不予公开",
    "无法提供",
    "不予处理",
    "其他处理",
    "总计",
    "结转下年度继续办理",
    "属于国家秘密",
    "其他法律行政法规禁止公开",
    "危及三安全一稳定",
    "保护第三方合法权益",
    "属于三类内部事务信息",
    "属于四类过程性信息",
    "属于行政执法案卷",
    "属于行政查询事项",
    "本机关不掌握相关政府信息",
    "没有现成信息需要另行制作",
    "补正后申请内容仍不明确",
    "信访举报投诉类申请",
    "重复申请",
    "要求提供公开出版物",
    "无正当理由大量反复申请",
    "要求行政机关确认或重新出具已获取信息",
    "自然人",
    "法人或其他组织",
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "结果维持",
    "结果纠正",
    "其他结果",
    "尚未审结",
    "未经复议直接起诉",
    "复议后起诉",
    "行政复议",
    "行政诉讼",
    "规章",
    "规范性文件",
    "行政规范性文件",
    "行政许可",
    "行政处罚",
    "行政强制",
    "行政事业性收费",
    "本年收费金额单位万元",
    "信息内容",
    "本年制发件数",
    "本年废止件数",
    "现行有效件数",
    "本年处理决定数量",
    "申请人情况",
    "小计",
    "其他",
    "区分处理的只计这一情形不计其他情形",
];

fn is_form(text: &str) -> bool {
    if !form::is_short(text, 60) {
        return false;
    }
    if text.starts_with("第二十条第") {
        return true;
    }
    let rest = Marker::of(text).and_then(|it| text.get(it.indent..)).unwrap_or(text);
    let words: String = rest
        .split(['（', '('])
        .next()
        .unwrap_or_default()
        .chars()
        .filter(|it| it.is_alphanumeric())
        .collect();
    let words = words.trim_end_matches(|it: char| it.is_ascii_digit());
    FORM.contains(&words)
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: String =
            rows(text.lines()).iter().map(|&it| if it { '#' } else { '.' }).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn rows_have_tabs_or_figures() {
        check("全年情况见下表。\n项目\t数量\n查档\t12\n以上。", ".##.");
        check("全年情况见下表。\n查档 12 30 5\n修复 1 2 3\n以上。", ".##.");
        check("开馆\n5\n闭馆\n3\n修库\n2\n扫描\n8\n以上。", ".#######.");
    }

    #[test]
    fn the_form_of_open_information_is_a_table() {
        check(
            "三、申请办理\n一、本年新收政府信息公开申请数量\n（一）予以公开\n1.属于国家秘密\n四、问题和打算\n我们将改进。",
            ".###..",
        );
    }

    #[test]
    fn headings_and_dates_are_not() {
        check("一、总体情况\n（一）抓公开\n1.修订目录\n2.修库房", "....");
        check("云溪市档案馆\t李云\n2026年1月5日", "..");
    }
}
