//! Finding and replacing over the whole report.

use chengwen_browser::keys::Key;

use crate::texts::begin_with_items;

#[test]
fn all_matches_are_replaced_and_taken_back_as_one() {
    let page = begin_with_items(&["抓阵地", "抓活动，抓队伍"]);
    page.add_paragraph("以上抓落实。");
    page.go_to_head();
    page.textbox("head.signature").fill("抓办");
    page.saved();
    let before = page.paper();

    page.session.press(&[Key::Control('h')]);
    let query = page.textbox("find.query");
    query.fill("没有的词");
    page.any("status").named("").count();
    query.fill("抓");
    let count = page.word_with("find.count", "5");
    let found = || page.any("status").texts().contains(&count);
    let seen =
        chengwen_browser::clock::wait(chengwen_browser::clock::PATIENCE, || found().then_some(()));
    assert!(seen.is_some(), "the page does not say {count:?}");

    page.textbox("find.replacement").fill("强");
    page.button("find.replace_all").click();
    let after: Vec<_> = before.iter().map(|it| it.replace('抓', "强")).collect();
    page.expect_paper(&after);
    page.session.press(&[Key::Escape]);
    query.gone();
    page.button("app.undo").nth(0).click();
    page.expect_paper(&before);
    page.button("app.redo").nth(0).click();
    page.expect_paper(&after);
    page.button("app.undo").nth(0).click();

    // One by one: the first is skipped, the second replaced.
    page.open_find();
    page.textbox("find.query").fill("抓");
    page.textbox("find.replacement").fill("“$1\\n”");
    page.button("find.next").click();
    page.button("find.replace").click();
    page.expect_on_paper("二是“$1\\n”活动，抓队伍。");
    page.expect_on_paper("一是抓阵地。");
    page.saved();
    page.assert_clean();
}
