//! Drafts that are hard to lay out, made on the spot.

use chengwen::model::draft::{Draft, Entry, Section};
use chengwen::model::kind::Kind;
use chengwen::model::table::{self, Table};

const SENTENCE: &str =
    "云溪市档案馆组织干部逐卷核对馆藏目录，对字迹褪色的案卷先行抢救，当日登记、当日入库。";

/// The draft that cannot be laid out without a word about it.
pub const NOTICED: &str = "strain-wide-table";

/// The drafts with their names.
pub fn drafts() -> Vec<(&'static str, Draft)> {
    vec![
        ("strain-rare", rare()),
        ("strain-latin", latin()),
        ("strain-blank", blank()),
        (NOTICED, wide_table()),
        ("strain-control", control()),
        ("strain-empty", draft("")),
        ("strain-300-pages", long()),
    ]
}

fn draft(title: &str) -> Draft {
    let mut draft = Kind::custom().draft("strain".to_owned(), "", "");
    draft.title = title.to_owned();
    draft.sections.clear();
    draft
}

fn section(draft: &mut Draft, level: u8, heading: &str) {
    let id = draft.take_id();
    let (slot, heading) = (String::new(), heading.to_owned());
    let (run_in, attached, written, entries) = (false, false, None, Vec::new());
    let items = chengwen::model::draft::items();
    draft.sections.push(Section {
        id,
        slot,
        level,
        heading,
        run_in,
        attached,
        written,
        items,
        entries,
    });
}

fn paragraph(draft: &mut Draft, text: &str) {
    let id = draft.take_id();
    let entry = Entry { text: text.to_owned(), ..Entry::new(id, false) };
    if let Some(section) = draft.sections.last_mut() {
        section.entries.push(entry);
    }
}

fn item(draft: &mut Draft, lead: &str, text: &str) {
    let id = draft.take_id();
    let entry = Entry { lead: lead.to_owned(), text: text.to_owned(), ..Entry::new(id, true) };
    if let Some(section) = draft.sections.last_mut() {
        section.entries.push(entry);
    }
}

/// Characters outside GB 2312, outside the basic plane, and emoji.
fn rare() -> Draft {
    let mut draft = draft("云溪市档案馆生僻字著录情况报告");
    section(&mut draft, 1, "喆、堃、龑等人名用字");
    for _ in 0..12 {
        paragraph(
            &mut draft,
            "馆藏户籍卡片中有㛃、䶮、𠮷、𬱖、𫖯、龘、㙦等字，另有読者来信用到ﾊﾝｶｸ和한글。",
        );
        paragraph(
            &mut draft,
            "来访者留言：很好👍🏽，一家人👨‍👩‍👧都来了🎉！温度26℃±2℃，尺寸３×４㎝，见№７①②③。",
        );
        item(&mut draft, "补录生僻字👏", SENTENCE);
    }
    draft
}

/// Latin strings that no line holds.
fn latin() -> Draft {
    let long: String = ('a'..='z').cycle().take(200).collect();
    let mut draft = draft("云溪市档案馆网址和编号著录情况报告");
    section(&mut draft, 1, &format!("编号{long}"));
    for _ in 0..6 {
        paragraph(&mut draft, &long);
        paragraph(&mut draft, &format!("{SENTENCE}见{long}，已著录。"));
        paragraph(&mut draft, &format!("{SENTENCE}https://example.org/{long}?id=20250101"));
        item(&mut draft, &long, &SENTENCE.repeat(3));
    }
    draft
}

/// Paragraphs, items and headings with nothing in them.
fn blank() -> Draft {
    let mut draft = draft("云溪市档案馆空白项目情况报告");
    for n in 0..20 {
        section(&mut draft, 1 + n % 4, if n % 3 == 0 { "" } else { "项目" });
        paragraph(&mut draft, if n % 2 == 0 { "" } else { " \u{3000}\n\n\t\n" });
        item(&mut draft, "", "  ");
        item(&mut draft, "", if n % 5 == 0 { SENTENCE } else { "" });
        paragraph(&mut draft, &format!("\n\n{SENTENCE}\n\n\n{SENTENCE}\n"));
    }
    draft
}

/// A table of thirty columns.
fn wide_table() -> Draft {
    let mut draft = draft("云溪市档案馆逐日利用情况报告");
    section(&mut draft, 1, "逐日利用情况");
    paragraph(&mut draft, SENTENCE);
    let row = |n: usize| (1..=30).map(|it| format!("{}", n * it)).collect::<Vec<_>>();
    let head = (1..=30).map(|it| format!("{it}日")).collect();
    let mut rows: Vec<Vec<String>> = vec![head];
    rows.extend((1..=12).map(row));
    let id = draft.take_id();
    let entry = Entry {
        lead: "逐日利用人次".to_owned(),
        text: table::text(&rows),
        table: Some(Table { header_rows: 1, landscape: false }),
        ..Entry::new(id, false)
    };
    if let Some(section) = draft.sections.last_mut() {
        section.entries.push(entry);
    }
    paragraph(&mut draft, SENTENCE);
    draft
}

/// Every character that XML forbids, and those that turn or hide text.
fn control() -> Draft {
    let forbidden: String = (0..0x20).chain(0x7f..0xa0).filter_map(char::from_u32).collect();
    let hidden = "\u{202e}\u{200b}\u{feff}\u{fffe}\u{ffff}\u{2028}\u{2029}";
    let mut draft = draft("云溪市档案馆\u{0}数字化\u{b}情况报告");
    section(&mut draft, 1, &format!("数字{forbidden}化"));
    for _ in 0..4 {
        paragraph(&mut draft, &format!("前{forbidden}中{hidden}后。{SENTENCE}"));
        item(&mut draft, &format!("核{hidden}对"), &format!("{SENTENCE}{forbidden}"));
    }
    draft
}

/// A report of three hundred pages.
fn long() -> Draft {
    let mut draft = draft("云溪市档案馆馆藏整理情况报告");
    let n_lines = 300 * 22;
    // A sentence of 41 characters five times makes a paragraph of eight lines.
    for n in 0..n_lines / 8 {
        if n % 25 == 0 {
            section(&mut draft, 1, &format!("第{}批整理情况", n / 25 + 1));
        }
        item(&mut draft, &format!("整理第{}箱", n + 1), &SENTENCE.repeat(5));
    }
    draft
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::sheets::is_exotic;
    use chengwen::assemble::assemble;

    #[test]
    fn what_is_made_is_hard_in_the_way_that_it_says() {
        let drafts = drafts();
        let text = |name: &str| {
            let (_, draft) = drafts.iter().find(|(it, _)| *it == name).unwrap();
            let paragraphs = assemble(draft).paragraphs;
            paragraphs.iter().map(|it| it.text()).collect::<Vec<_>>().join("\n")
        };
        assert!(text("strain-rare").chars().any(is_exotic));
        assert!(text("strain-300-pages").chars().count() > 300 * 22 * 26);
        assert!(!text("strain-control").contains(['\0', '\u{b}', '\u{fffe}']));
        assert!(text("strain-empty").is_empty());
        assert!(text(NOTICED).lines().any(|it| it.split('\t').count() == 30));
    }
}
