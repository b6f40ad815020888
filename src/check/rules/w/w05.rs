//! 帐 for 账: since 2001 the first is cloth, the second is money.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W05.
pub(super) static RULE: Rule =
    Rule::new("W05", Level::Error, Source::PRACTICE, Scope::Paragraph(find)).safe();

static LIST: List = List::new(
    "\
     账户\t帐户\t帐户外 营帐户 蚊帐户\n\
     账目\t帐目\n\
     账单\t帐单\t蚊帐单 营帐单\n\
     账号\t帐号\t营帐号\n\
     账款\t帐款\n\
     账务\t帐务\n\
     账簿\t帐簿\n\
     账面\t帐面\t帐面料\n\
     账册\t帐册\n\
     记账\t记帐\t记帐篷 记帐幕 记帐子\n\
     台账\t台帐\t台帐篷 台帐幕 台帐子\n\
     呆账\t呆帐\t呆帐篷 呆帐幕 呆帐子\n\
     坏账\t坏帐\t坏帐篷 坏帐幕 坏帐子\n\
     结账\t结帐\t结帐篷 结帐幕 结帐子\n\
     转账\t转帐\t转帐篷 转帐幕 转帐子\n\
     算账\t算帐\t算帐篷 算帐幕 算帐子\n\
     查账\t查帐\t查帐篷 查帐幕 查帐子\n\
     对账\t对帐\t对帐篷 对帐幕 对帐子\n\
     欠账\t欠帐\t欠帐篷 欠帐幕 欠帐子\n\
     还账\t还帐\t还帐篷 还帐幕 还帐子\n\
     建账\t建帐\t建帐篷 建帐幕 建帐子\n\
     入账\t入帐\t入帐篷 入帐幕 入帐子\n\
     进账\t进帐\t进帐篷 进帐幕 进帐子\n\
     报账\t报帐\t报帐篷 报帐幕 报帐子\n\
     总账\t总帐\t总帐篷 总帐幕 总帐子\n\
     旧账\t旧帐\t旧帐篷 旧帐幕 旧帐子\n\
     销账\t销帐\t销帐篷 销帐幕 销帐子\n\
     挂账\t挂帐\t挂帐篷 挂帐幕 挂帐子\n\
     赊账\t赊帐\t赊帐篷 赊帐幕 赊帐子\n\
     到账\t到帐\t到帐篷 到帐幕 到帐子\n\
    ",
);

fn find(para: &Para, ctx: &Ctx<'_>) -> Vec<Hit> {
    // The table of variants is of December 2001; before it both were written.
    if ctx.text.facts.year.is_some_and(|it| it < 2002) {
        return Vec::new();
    }
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
            "健全台帐，严查坏帐，核对帐目和银行帐户。",
            "健全台账，严查坏账，核对账目和银行账户。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "搭建帐篷120顶，发放蚊帐300床。");
        silent(&RULE, "抢建帐篷学校。");
        silent(&RULE, "#云溪县1998年工作总结\n核对帐目。");
    }
}
