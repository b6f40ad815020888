//! 份 where 分 is meant.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W17.
pub(super) static RULE: Rule =
    Rule::new("W17", Level::Error, Source::PRACTICE, Scope::Paragraph(find)).safe();

static LIST: List = List::new(
    "\
     过分\t过份\t过份额 过份数 通过份 经过份 超过份\n\
     充分\t充份\t扩充份 补充份\n\
     部分\t部份\t干部份 全部份额 内部份 外部份 各部份额 部份额\n\
     养分\t养份\t培养份 喂养份 抚养份\n\
     知识分子\t知识份子\n\
     积极分子\t积极份子\n\
     骨干分子\t骨干份子\n\
     犯罪分子\t犯罪份子\n\
     不法分子\t不法份子\n\
     恐怖分子\t恐怖份子\n\
     分内之事\t份内之事\t一份内 两份内 股份内 月份内 身份内\n\
     分外高兴\t份外高兴\n\
     分外重视\t份外重视\n\
     水分\t水份\t供水份 节水份 用水份 水份额\t?\n\
     成分\t成份\t成份股 成份指数 构成份 形成份 完成份 成份额 成份数\t?\n\
     分量\t份量\t一份量 每份量 两份量 身份量 股份量 月份量 年份量 份量表 份量化 份量身\t?\n\
     辈分\t辈份\t\t?\n\
     缘分\t缘份\t\t?\n\
     天分\t天份\t一天份 每天份 两天份 三天份\t?\n\
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
        wrong(&RULE, "措施充份，部份干部和知识份子参加。", "措施充分，部分干部和知识分子参加。");
        wrong(&RULE, "土壤水份适宜，有机成份高。", "土壤水分适宜，有机成分高。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "市场份额扩大，股份、身份、省份、月份都对。");
        silent(&RULE, "每份量表填写一次。");
        silent(&RULE, "购入成份股。");
        silent(&RULE, "收到内部份数统计。");
    }
}
