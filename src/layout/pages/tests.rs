//! What stays together, what begins a page, and what is told.

use super::{NoticeKind, Page, Pages, What};
use crate::assemble::{Document, Paragraph, Role, RowLook, Run, RunKind};
use crate::layout::Press;
use crate::layout::galley::Set;
use crate::model::draft::{NodeId, Part, TextAt};
use crate::model::profile::Profile;

const LINE: usize = 28;

fn paragraph(role: Role, cells: &[String], source: u64) -> Paragraph {
    let kind = match role {
        Role::Row(_) => RunKind::Cell,
        Role::Heading(_) => RunKind::Heading,
        _ => RunKind::Text,
    };
    let run = |it: &String| Run { kind, text: it.clone() };
    let source = TextAt::Entry(NodeId(source), Part::Text);
    Paragraph { role, runs: cells.iter().map(run).collect(), source }
}

fn text(role: Role, n_chars: usize) -> Paragraph {
    paragraph(role, &["字".repeat(n_chars)], 1)
}

/// Body of so many full lines.
fn lines(n: usize) -> Paragraph {
    text(Role::Body, LINE * n - 2)
}

fn rows(n: usize, look: RowLook, columns: usize) -> Vec<Paragraph> {
    let row = |idx: usize| {
        let look = RowLook { is_header: look.is_header && idx == 0, ..look };
        paragraph(Role::Row(look), &vec!["格".to_owned(); columns], 7)
    };
    (0..n).map(row).collect()
}

fn laid_out(paragraphs: Vec<Paragraph>) -> (Press, Pages) {
    let press = Press::of(&Document { paragraphs, sealed: false }, &Profile::default());
    let pages = press.pages();
    (press, pages)
}

/// The roles on a page, from top to bottom.
fn roles(press: &Press, page: &Page) -> Vec<Role> {
    let role = |it: &super::Item| match it.what {
        What::Line(at, _) => press.set(at).map(Set::role),
        What::Row(at, n) => press.set(at).map(|it| it.paragraphs()[n as usize].role),
        What::RedRule | What::ImprintRule { .. } => None,
    };
    page.items.iter().filter_map(role).collect()
}

#[test]
fn a_page_has_22_lines() {
    let (_, pages) = laid_out(vec![lines(50)]);
    let counts: Vec<_> = pages.pages.iter().map(|it| it.items.len()).collect();
    assert_eq!(counts, [22, 22, 6]);
}

#[test]
fn headings_go_with_the_first_line_of_their_text() {
    let headings = || [text(Role::Heading(1), 5), text(Role::Heading(2), 5)];
    let mut all = vec![lines(20)];
    all.extend(headings());
    all.push(lines(3));
    let (press, pages) = laid_out(all);
    assert_eq!(pages.pages[0].items.len(), 20);
    let first = roles(&press, &pages.pages[1]);
    assert_eq!(first[..3], [Role::Heading(1), Role::Heading(2), Role::Body]);
}

#[test]
fn the_closing_never_stands_alone() {
    let closing = [text(Role::Signature, 6), text(Role::Date, 6)];
    let mut all = vec![lines(22)];
    all.extend(closing);
    let (press, pages) = laid_out(all);
    let last = roles(&press, &pages.pages[1]);
    assert_eq!(last, [Role::Body, Role::Body, Role::Signature, Role::Date]);
    assert!(pages.notices.is_empty());
}

#[test]
fn the_header_of_a_table_is_repeated() {
    let look = RowLook { is_header: true, is_landscape: false };
    let (press, pages) = laid_out(rows(60, look, 3));
    assert!(1 < pages.pages.len());
    for page in &pages.pages {
        let roles = roles(&press, page);
        assert_eq!(roles[0], Role::Row(look));
        assert_eq!(roles.iter().filter(|it| **it == Role::Row(look)).count(), 1);
    }
}

#[test]
fn a_turned_table_has_sheets_of_its_own() {
    let look = RowLook { is_header: false, is_landscape: true };
    let mut all = vec![lines(2)];
    all.extend(rows(3, look, 3));
    all.push(lines(2));
    let (_, pages) = laid_out(all);
    let turned: Vec<_> = pages.pages.iter().map(|it| it.is_landscape).collect();
    assert_eq!(turned, [false, true, false]);
}

#[test]
fn an_attachment_begins_a_page_and_its_title_stands_in_line_three() {
    let (press, pages) = laid_out(vec![
        lines(1),
        text(Role::AttachmentLabel, 2),
        text(Role::AttachmentTitle, 6),
        lines(1),
    ]);
    let pitch = press.looks().measures().pitch;
    let ys: Vec<_> = pages.pages[1].items.iter().map(|it| it.y / pitch).collect();
    assert_eq!(ys, [0, 2, 4]);
}

#[test]
fn the_last_rule_of_the_imprint_lies_on_the_foot_of_the_text() {
    let copy = paragraph(Role::CopyTo, &["抄送：市委办公室。".to_owned()], 2);
    for n in [1, 20, 22] {
        let (press, pages) = laid_out(vec![lines(n), copy.clone()]);
        let last = pages.pages.last().and_then(|it| it.items.last()).unwrap();
        assert_eq!(last.what, What::ImprintRule { is_outer: true });
        assert_eq!(last.y, press.looks().measures().core_height);
    }
}

#[test]
fn what_no_rule_can_place_is_told() {
    let told = |all| laid_out(all).1.notices.iter().map(|it| it.kind).collect::<Vec<_>>();
    let look = RowLook { is_header: false, is_landscape: false };
    assert_eq!(told(rows(2, look, 60)), [NoticeKind::TableTooWide]);
    let word = paragraph(Role::Body, &["x".repeat(200)], 1);
    assert_eq!(told(vec![word]), [NoticeKind::WordBroken]);
    let addressee = text(Role::Addressee, 23 * LINE);
    assert_eq!(told(vec![addressee, lines(1)]), [NoticeKind::NoBodyOnFirstPage]);
    assert_eq!(told(vec![text(Role::IssuerMark, 60), lines(1)]), [NoticeKind::MarkTooLong]);
    assert_eq!(told(vec![text(Role::IssuerMark, 12), lines(1)]), []);
    let row = paragraph(Role::Row(look), &["字".repeat(3000)], 7);
    assert_eq!(told(vec![row]), [NoticeKind::RowTooHigh]);
    assert_eq!(told(vec![lines(30)]), []);
}

#[test]
fn nothing_at_all_is_one_empty_page() {
    let (_, pages) = laid_out(Vec::new());
    assert_eq!(pages.pages.len(), 1);
    assert!(pages.notices.is_empty());
}
