//! Reports that the tests write, and how.

use chengwen::model::draft::{Draft, Entry};
use chengwen::model::kind::Kind;
use chengwen_browser::Page;
use chengwen_browser::page::KIND;

/// The unit of the tests; there is no such place.
pub(crate) const UNIT: &str = "青溪县图书馆";

/// The heading of the section that most tests write in.
pub(crate) const TASKS: &str = "一、重点工作任务完成情况";

/// Last year's report of this unit.
pub(crate) const REPORT: &str = "青溪县图书馆2025年度工作总结
各位领导：
2025年，全馆接待读者3200人次，比2024年增长8.5%。现将有关情况报告如下：
一、主要工作
一是抓阅读，举办讲座24场，参加读者1860人次。
二是抓服务,更新图书1.6万册,办好第8届读书节。
二、存在问题
人手不足，培训只办了3期。
青溪县图书馆
2025年12月20日
";

/// A page with a new report.
#[track_caller]
pub(crate) fn begin() -> Page {
    let page = Page::open();
    page.new_report(KIND, UNIT, "2025");
    page
}

/// A page with a new report whose section of tasks has these items alone.
#[track_caller]
pub(crate) fn begin_with_items(leads: &[&str]) -> Page {
    let page = begin();
    write_items(&page, leads);
    page
}

/// Writes items into the section of tasks of a new report, and leaves the form
/// of the section open.
#[track_caller]
pub(crate) fn write_items(page: &Page, leads: &[&str]) {
    page.go_to(TASKS);
    for (n, lead) in leads.iter().enumerate() {
        match n {
            0 => page.open_empty_item(),
            1 | 2 => page.moving(|| page.button("item.next").click()),
            _ => page.moving(|| page.button("item.add_after").click()),
        }
        page.textbox("item.lead").fill(lead);
    }
    page.back_to_section();
}

/// A draft of 自定义 with one section of so many items.
pub(crate) fn draft_of_items(id: &str, title: &str, n_items: usize) -> Draft {
    let mut draft = Kind::custom().draft(id.to_owned(), "", "");
    draft.title = title.to_owned();
    let Some(mut section) = draft.sections.pop() else { return draft };
    section.heading = "全年工作".to_owned();
    section.entries.clear();
    for n in 1..=n_items {
        let mut entry = Entry::new(draft.take_id(), true);
        entry.lead = format!("办第{n}件事");
        entry.practice = format!("走访{n}户，记下{n}条意见。");
        section.entries.push(entry);
    }
    draft.sections = vec![section];
    draft
}

/// A draft of several pages: a section of paragraphs, then 答复情况 of items.
pub(crate) fn draft_of_both(id: &str, n_paragraphs: usize, n_items: usize) -> Draft {
    let mut draft = draft_of_paragraphs(id, n_paragraphs);
    let mut more = draft_of_items(id, "", n_items).sections.remove(0);
    more.heading = "答复情况".to_owned();
    more.id = draft.take_id();
    for entry in &mut more.entries {
        entry.id = draft.take_id();
    }
    draft.sections.push(more);
    draft
}

/// A draft of 自定义 with one section of so many plain paragraphs of three lines,
/// no two of them alike.
pub(crate) fn draft_of_paragraphs(id: &str, n_paragraphs: usize) -> Draft {
    let mut draft = draft_of_items(id, "青溪县图书馆走访情况报告", 0);
    for n in 1..=n_paragraphs {
        let entry = Entry { text: paragraph(n), ..Entry::new(draft.take_id(), false) };
        draft.sections[0].entries.push(entry);
    }
    draft
}

/// The text of one of these paragraphs.
pub(crate) fn paragraph(n: usize) -> String {
    let visit = |it| format!("第{n}组到了{it}号村，当天记下意见，");
    let visits: String = (1..=5).map(visit).collect();
    format!("{visits}均已答复。")
}

/// The only draft that the page keeps.
#[track_caller]
pub(crate) fn stored_draft(page: &Page) -> Draft {
    page.saved();
    let drafts = page.stored_drafts();
    assert_eq!(drafts.len(), 1);
    let text = drafts[0].1.split_once('\n').map_or("", |(_, it)| it);
    chengwen::import::json::read_text(text).unwrap_or_else(|it| panic!("{it:?}"))
}

/// How many pages the program makes of a draft.
pub(crate) fn n_pages(draft: &Draft) -> usize {
    let document = chengwen::assemble::assemble(draft);
    chengwen::layout::Press::of(&document, &draft.profile).pages().pages.len()
}

/// What the program prints of a draft.
pub(crate) fn printed(draft: &Draft) -> Vec<String> {
    chengwen::assemble::assemble(draft).paragraphs.iter().map(|it| it.text()).collect()
}
