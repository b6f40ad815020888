//! Old variants of words: one of two spellings is the usual one now.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W28.
pub(super) static RULE: Rule =
    Rule::new("W28", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

static LIST: List = List::new(
    "\
     订单\t定单\t稳定单 固定单 特定单 一定单 规定单 确定单 指定单 定单位 定单价 定单元 定单项 定单独 定单一 定单产 定单个 定单体 额定单 限定单 认定单 评定单 鉴定单 核定单\n\
     计划\t计画\t设计画 统计画 会计画 估计画\n\
     人才\t人材\t人材料 人材质\n\
     联系\t连系\t连系列 连系统\n\
     唯一\t惟一\n\
     唯有\t惟有\t思惟有\n\
     弘扬\t宏扬\n\
     词汇\t辞汇\n\
     身份\t身分\t终身分 自身分 本身分 身分别\n\
     坐标\t座标\t讲座标 插座标 座标志 座标准 座标识 座标杆\n\
     座位\t坐位\t坐位于\n\
     思维\t思惟\t思惟一 思惟有\n\
     装潢\t装璜\n\
     执着\t执著\t执著作\n\
     连接\t联接\t关联接 互联接 串联接 并联接 联接入 联接收 联接受 联接待 联接续 联接种\n\
     角色\t脚色\n\
     精彩\t精采\t精采购 精采集\n\
     刻画\t刻划\t立刻划 即刻划 时刻划\n\
     撤销\t撤消\n\
     取消\t取销\n\
     抵消\t抵销\t抵销售\n\
     热衷\t热中\t预热中 加热中 供热中 火热中 炽热中 清热中 地热中 发热中 散热中 隔热中 采热中 热中心 热中央 热中小 热中子 热中国 热中药 热中的 热中断\n\
     录像\t录相 录象\n\
     照相\t照像\t照像素\n\
     图像\t图象\t版图象 地图象 试图象 图象征\n\
     辨认\t辩认\t争辩认 答辩认\n\
     仓促\t仓猝\n\
     告诫\t告戒\n\
     筹划\t筹画\n\
     谋划\t谋画\t参谋画 策谋画\n\
     勾画\t勾划\n\
     规划\t规画\n\
     丰富多彩\t丰富多采\n\
     执法如山\t执法如山岳\n\
     归根结底\t归根结蒂 归根到柢\n\
     搭档\t搭挡\n\
     搭配\t搭佩\n\
     坐落\t坐落在在\n\
     扶养成人\t抚养成人抚\n\
     啰唆\t罗嗦\n\
     含糊\t含胡\n\
     糊涂\t胡涂\n\
     倒霉\t倒楣\n\
     喝彩\t喝采\n\
     订货\t定货\t指定货 规定货 特定货 固定货 定货币 定货物 确定货 一定货 稳定货\n\
     毕恭毕敬\t必恭必敬\n\
     流连\t留连\t留连续 留连锁 留连接\n\
    ",
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    LIST.hits(para, Exempt::OTHERS)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "广纳人材，宏扬传统文化，制作录相36部。",
            "广纳人才，弘扬传统文化，制作录像36部。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "稳定单产，固定单位。");
        silent(&RULE, "职工终身分享成果。");
        silent(&RULE, "思想解放，唯一标准。");
        silent(&RULE, "设计画册12种。");
    }
}
