//! One draft in two tabs: one writes, the other reads, and nobody overwrites.

use chengwen_browser::engine::{Engine, left_out};
use chengwen_browser::page::KIND;
use chengwen_browser::{Page, Session, clock, session};
use serde_json::{Value, json};

use crate::accessible::Judge;
use crate::texts::UNIT;

/// Takes away all by which tabs hear of each other.
const DEAF: &str = "window.BroadcastChannel = class extends EventTarget {
    postMessage() {}
    close() {}
};";

/// The two tabs.
struct Tabs {
    page: Page,
    handles: [Value; 2],
}

impl Tabs {
    /// The same page in two tabs, both at home; the first is in front.
    #[track_caller]
    fn open(session: Session) -> Self {
        let page = Page::open_in(session);
        // In a tab that is not in front, the driver's keys go behind what is selected.
        page.session.type_at_most(0);
        let driver = page.session.driver();
        let first = driver.get("window").unwrap();
        let second = driver.post("window/new", json!({ "type": "tab" })).unwrap()["handle"].clone();
        let tabs = Self { page, handles: [first, second] };
        tabs.go(1);
        tabs.page.session.load(tabs.page.session.origin());
        tabs.page.button("home.new_go").element();
        tabs.go(0);
        tabs
    }

    #[track_caller]
    fn go(&self, n: usize) {
        let handle = json!({ "handle": self.handles[n] });
        self.page.session.driver().post("window", handle).unwrap();
    }

    /// Opens the only draft in the second tab; the second is in front then.
    #[track_caller]
    fn follow(&self) {
        let hash = self.page.session.hash();
        self.go(1);
        self.page.session.script("location.hash = arguments[0]", &[hash.into()]);
        self.page.textbox("head.signature").element();
    }
}

fn begin(tabs: &Tabs, signature: &str) {
    tabs.page.new_report(KIND, UNIT, "2025");
    tabs.page.textbox("head.signature").fill(signature);
    tabs.page.saved();
}

/// Whether the form on the screen takes text.
fn is_writable(page: &Page) -> bool {
    const LOOK: &str = "const it = arguments[0];
        return !it.readOnly && !it.matches(':disabled') && !it.closest('[inert]')";
    page.textbox("head.signature").script(LOOK, &[]) == json!(true)
}

#[track_caller]
fn wait_writable(page: &Page, expected: bool) {
    let is_so = || (is_writable(page) == expected).then_some(());
    assert!(clock::wait(clock::PATIENCE, is_so).is_some(), "writable: {}", !expected);
}

#[track_caller]
fn wait_value(page: &Page, expected: &str) {
    let value = || page.textbox("head.signature").value();
    let is_so = || (value() == expected).then_some(());
    assert!(clock::wait(clock::PATIENCE, is_so).is_some(), "{:?}, not {expected:?}", value());
}

#[test]
fn the_second_tab_reads_until_it_takes_over() {
    let tabs = Tabs::open(Session::start());
    let page = &tabs.page;
    begin(&tabs, "左边写的");
    tabs.follow();
    page.expect_alert(&page.word("tabs.elsewhere"));
    wait_writable(page, false);
    assert_eq!(page.textbox("head.signature").value(), "左边写的");

    // The reader follows what the writer saves.
    tabs.go(0);
    wait_writable(page, true);
    page.textbox("head.signature").fill("左边又写的");
    page.saved();
    tabs.go(1);
    wait_value(page, "左边又写的");

    // What is not saved yet comes along.
    tabs.go(0);
    page.textbox("head.signature").add("，还没存");
    tabs.go(1);
    page.button("tabs.take_over").click();
    wait_writable(page, true);
    wait_value(page, "左边又写的，还没存");
    page.textbox("head.signature").fill("右边写的");
    page.saved();
    tabs.go(0);
    page.expect_alert(&page.word("tabs.elsewhere"));
    wait_writable(page, false);
    wait_value(page, "右边写的");

    // And back again.
    page.button("tabs.take_over").click();
    wait_writable(page, true);
    page.textbox("head.signature").fill("左边最后写的");
    page.saved();
    page.session.reload();
    wait_value(page, "左边最后写的");
    page.assert_clean();
}

#[test]
fn a_tab_that_reads_has_no_barriers() {
    if left_out(&[Engine::Webkit], "it computes no names in a tab behind another") {
        return;
    }
    let tabs = Tabs::open(Session::start());
    begin(&tabs, "左边写的");
    tabs.follow();
    wait_writable(&tabs.page, false);
    let mut judge = Judge::new(&tabs.page);
    judge.look("a tab that reads");
    judge.end();
}

#[test]
fn a_tab_that_closes_the_draft_sets_it_free() {
    let tabs = Tabs::open(Session::start());
    let page = &tabs.page;
    begin(&tabs, "左边写的");
    tabs.follow();
    wait_writable(page, false);
    tabs.go(0);
    page.go_home();
    tabs.go(1);
    // Whoever only looked may need to say that it goes on.
    if page.button("tabs.take_over").is_there() {
        page.button("tabs.take_over").click();
    }
    wait_writable(page, true);
    page.textbox("head.signature").fill("右边写的");
    page.saved();
    page.assert_clean();
}

#[test]
fn lists_and_other_drafts_go_on_beside_each_other() {
    let tabs = Tabs::open(Session::start());
    let page = &tabs.page;
    begin(&tabs, "左边写的");
    tabs.go(1);
    let in_list = || {
        let links = page.any("link").within(page.word("drafts.title")).names();
        links.iter().any(|it| it.contains(UNIT)).then_some(())
    };
    assert!(clock::wait(clock::PATIENCE, in_list).is_some(), "the new draft is not in the list");
    page.new_report(KIND, "青溪县水利局", "2025");
    wait_writable(page, true);
    page.textbox("head.signature").fill("右边写的");
    page.saved();
    tabs.go(0);
    wait_writable(page, true);
    page.textbox("head.signature").add("，又写");
    page.saved();
    assert_eq!(page.textbox("head.signature").value(), "左边写的，又写");
    page.assert_clean();
}

#[test]
fn a_lost_race_becomes_a_copy() {
    let tabs = Tabs::open(Session::with_script(DEAF, session::DESK));
    let page = &tabs.page;
    begin(&tabs, "原来的");
    let name = page.textbox("head.report_title").value();
    tabs.go(1);
    page.session.reload();
    tabs.go(0);
    tabs.follow();
    // Neither knows of the other.
    wait_writable(page, true);
    tabs.go(0);
    page.textbox("head.signature").fill("左边写的");
    page.saved();
    tabs.go(1);
    let before = page.session.hash();
    page.textbox("head.signature").fill("右边写的");
    let copy = page.word_with("tabs.copy_of", &name);
    page.expect_alert(&page.word_with("tabs.parted", &copy));
    assert_ne!(page.session.hash(), before, "the copy is not opened");
    page.textbox("head.signature").element();
    wait_value(page, "右边写的");
    page.saved();
    tabs.go(0);
    page.session.reload();
    wait_value(page, "左边写的");
    page.go_home();
    let names = page.any("link").within(page.word("drafts.title")).names();
    assert_eq!(names.iter().filter(|it| it.contains(&name)).count(), 2, "{names:?}");
    assert!(names.iter().any(|it| it.contains(&copy)), "{names:?}");
    page.assert_clean();
}
