//! The address says where one is: reload, back and forward keep it.

use crate::texts::{TASKS, begin_with_items};

#[test]
fn reload_and_the_back_button_keep_the_place() {
    let page = begin_with_items(&["抓阵地"]);
    page.saved();
    let section = page.session.hash();
    page.go_to(&page.step("抓阵地"));
    let item = page.session.hash();
    assert_ne!(item, section);
    page.session.reload();
    assert_eq!(page.textbox("item.lead").value(), "抓阵地");
    page.moving(|| page.session.back());
    assert_eq!(page.session.hash(), section);
    assert_eq!(page.textbox("section.heading").value(), TASKS.trim_start_matches("一、"));
    page.moving(|| page.session.forward());
    assert_eq!(page.textbox("item.lead").value(), "抓阵地");
    page.moving(|| page.session.back());
    page.go_home();
    page.moving(|| page.session.back());
    assert_eq!(page.session.hash(), section);
    page.textbox("section.heading").element();

    // An address that leads to nothing says so and leads home.
    page.session.load(&format!("{}#/d/no-such-draft", page.session.origin()));
    page.expect_alert(&page.word("bench.absent"));
    page.moving(|| page.link(&page.word("app.home")).click());
    page.session.load(&format!("{}#/nowhere/at/all", page.session.origin()));
    page.heading(&page.word("home.title")).element();
    page.assert_clean();
}
