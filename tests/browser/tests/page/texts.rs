//! Reports that the tests write, and how.

use chengwen::model::draft::{Draft, Entry};
use chengwen::model::kind::Kind;
use chengwen_browser::Page;
use chengwen_browser::page::KIND;

/// The unit of the tests; there is no such place.
pub(crate) const UNIT: &str = "青溪县图书馆";

/// The heading of the section that most tests write in.
pub(crate) const TASKS: &str = "一、重点工作任务完成情况";

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

/// What the program prints of a draft.
pub(crate) fn printed(draft: &Draft) -> Vec<String> {
    chengwen::assemble::assemble(draft).paragraphs.iter().map(|it| it.text()).collect()
}
