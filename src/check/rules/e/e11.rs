//! The list of attachments: no mark behind a name, a full-width colon, Arabic numbers.

use crate::assemble::document::Role;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// E11.
pub(super) static RULE: Rule = Rule::new(
    "E11",
    Level::Error,
    Source::standard("GB/T 9704—2012，7.3.4"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    if para.role != Role::AttachmentNote {
        return Vec::new();
    }
    let mut hits = Vec::new();
    if let Some(last) = para.len().checked_sub(1)
        && matches!(para.at(last), '；' | '。' | '，' | ';' | ',')
    {
        hits.push(Hit::new(para, last..last + 1).fix(""));
    }
    if para.starts_with(0, "附件:") {
        hits.push(Hit::new(para, 2..3).fix("："));
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "&附件:1.任务分工表；\n&2.经费预算表。", "&附件：1.任务分工表\n&2.经费预算表");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "&附件：1.任务分工表\n&2.经费预算表");
        silent(&RULE, "任务分工表见附件；经费预算表另发。");
    }
}
