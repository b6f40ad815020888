//! 督察、督查、巡视、巡察、检察、检查、监察、侦查: which body does which.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W23.
pub(super) static RULE: Rule =
    Rule::new("W23", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     生态环境保护督察\t生态环境保护督查\n\
     生态环保督察\t生态环保督查\n\
     中央环保督察\t中央环保督查\n\
     政务督查\t政务督察\n\
     国务院大督查\t国务院大督察\n\
     督查督办\t督察督办\n\
     督查室\t督察室\t环保督察室 警务督察室 检务督察室 纪检督察室 生态督察室 环境督察室 土地督察室 规划督察室 公安督察室 保护督察室\t~\n\
     中央巡视组\t中央巡查组 中央巡察组\n\
     省委巡视组\t省委巡查组 省委巡察组\n\
     县委巡察组\t县委巡视组 县委巡查组\n\
     人民检察院\t人民检查院\n\
     检察院\t检查院\t人民检查院 检查院落 检查院内 检查院外 检查院感 检查院区 检查院校 检查院墙\n\
     纪检监察\t纪检监查 纪检检查\t纪检检查组\n\
     监察委员会\t监查委员会 检察委员会议事\n\
     国家监察\t国家监查\n\
     立案侦查\t立案侦察\n\
     刑事侦查\t刑事侦察\n\
     侦查终结\t侦察终结\n\
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
            "配合中央环保督查，案件移送人民检查院，由公安机关立案侦察。",
            "配合中央环保督察，案件移送人民检察院，由公安机关立案侦查。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "督促检查、专项巡视、督办落实。");
        silent(&RULE, "逐户检查院落卫生。");
        silent(&RULE, "市委督查室开展政务督查。");
        silent(&RULE, "市委巡察组进驻。");
    }
}
