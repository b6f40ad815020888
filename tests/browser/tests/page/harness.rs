//! The driver itself, on a page that has one of everything.

use std::fs;
use std::path::PathBuf;

use chengwen_browser::find::{Locator, text};
use chengwen_browser::keys::Key;
use chengwen_browser::{Session, session};
use serde_json::json;

/// A folder with a page, removed when dropped.
struct Folder(PathBuf);

impl Folder {
    fn with(name: &str, html: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("chengwen-{name}-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        fs::write(dir.join("index.html"), html).unwrap();
        Self(dir)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const HTML: &str = r##"<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>t</title>
<link rel="icon" href="data:,">
<main aria-label="填写">
  <h1>一页</h1>
  <label for="a">标题</label><input id="a">
  <label>正文 <textarea id="b" rows="4"></textarea></label>
  <button aria-label="关闭"><span aria-hidden="true">×</span></button>
  <button><svg width="9" height="9" aria-hidden="true"></svg> <span>导出</span></button>
  <a href="#/x"><b>一、</b><span>任务</span></a>
  <button hidden>没有</button>
  <span id="l">级别</span><select aria-labelledby="l"><option>一级</option><option>二级</option></select>
  <fieldset><legend>方式</legend><label><input type="radio" name="m"> 分项</label>
    <label><input type="radio" name="m"> 整段</label></fieldset>
  <input type="number" aria-label="字数"><input type="checkbox" id="c"><label for="c">接着写</label>
  <div role="status" aria-label="提示"></div>
</main>
<nav aria-label="提纲"><button>导出</button>
  <ul><li id="d1" tabindex="0">甲</li><li id="d2">乙</li></ul></nav>
<script>
  document.querySelector("nav button").addEventListener("click", () => {
    document.querySelector("[role=status]").textContent = "提纲里的";
  });
  const over = document.getElementById("d2");
  let far = 0;
  document.getElementById("d1").addEventListener("pointerdown", (e) => { far = 1; e.preventDefault(); });
  addEventListener("pointermove", () => { far += far ? 1 : 0; });
  addEventListener("pointerup", (e) => {
    const box = over.getBoundingClientRect();
    if (far > 2) over.textContent = e.clientY > box.y + box.height / 2 ? "落在下半" : "落在上半";
    far = 0;
  });
  document.getElementById("d1").addEventListener("keydown", (e) => {
    if (e.altKey && e.key === "ArrowUp") e.target.textContent = "上移";
  });
  setTimeout(() => {
    const late = document.createElement("button");
    late.textContent = "来晚了";
    late.addEventListener("click", () => late.remove());
    document.body.append(late);
  }, 600);
</script></html>"##;

fn session(folder: &Folder) -> Session {
    let session = Session::serving(&folder.0, session::DESK);
    session.load(session.origin());
    session
}

#[test]
fn finds_by_role_and_name_and_acts() {
    let folder = Folder::with("harness", HTML);
    let session = session(&folder);
    let any = |role| Locator::new(&session, role);

    any("textbox").named("标题").fill("甲局“年度”报告");
    any("textbox").named("标题").fill("乙局报告");
    assert_eq!(any("textbox").named("标题").value(), "乙局报告");
    let long = "第一段😀。\n".repeat(80);
    any("textbox").named("正文").fill(&long);
    any("textbox").named("正文").add("完");
    assert_eq!(any("textbox").named("正文").value(), format!("{long}完"));
    any("textbox").named("正文").fill("");
    assert_eq!(any("textbox").named("正文").value(), "");

    any("button").named("导出").within("提纲").click();
    assert_eq!(any("status").named("提示").text(), "提纲里的");
    assert_eq!(any("button").named("导出").count(), 2);
    assert_eq!(any("button").named("没有").count(), 0);
    any("combobox").named("级别").choose("二级");
    assert_eq!(any("combobox").named("级别").value(), "二级");
    any("radio").named("整段").click();
    any("checkbox").named("接着写").click();
    assert_eq!(any("checkbox").named("接着写").property("checked"), json!(true));
    any("button").named("来晚了").click();
    any("button").named("来晚了").gone();
    any("link").named("一、任务").click();
    assert_eq!(session.hash(), "#/x");
}

#[test]
fn keyboard_pointer_and_input_method_reach_the_page() {
    let folder = Folder::with("harness-keys", HTML);
    let session = session(&folder);
    let item = |nth| Locator::new(&session, "listitem").nth(nth);

    session.script("document.getElementById('d1').focus()", &[]);
    session.press(&[Key::AltUp]);
    assert_eq!(text(&session.script("return d1.textContent", &[])), "上移");
    session.drag(&item(0), &item(1), true);
    assert_eq!(text(&session.script("return d2.textContent", &[])), "落在下半");
    session.drag(&item(0), &item(1), false);
    assert_eq!(text(&session.script("return d2.textContent", &[])), "落在上半");

    session.script("document.getElementById('a').focus()", &[]);
    session.press(&[Key::Letter('a'), Key::Letter('b'), Key::Tab, Key::BackTab]);
    session.type_text("中 c");
    assert_eq!(text(&session.script("return a.value", &[])), "中 c");
    session.press(&[Key::Control('a')]);
    session.press(&[Key::Letter('x')]);
    assert_eq!(text(&session.script("return a.value", &[])), "x");
    session.compose("zhong");
    assert_eq!(text(&session.script("return a.value", &[])), "xzhong");
    session.compose_end("中");
    assert_eq!(text(&session.script("return a.value", &[])), "x中");
}

#[test]
fn computes_the_names_and_roles_that_the_browser_computes() {
    let folder = Folder::with("harness-names", HTML);
    let session = session(&folder);
    session.assert_names_agree();
}

#[test]
fn says_what_there_is_when_something_is_not() {
    let folder = Folder::with("harness-absent", HTML);
    let failure = std::panic::catch_unwind(|| {
        let session = session(&folder);
        Locator::new(&session, "button").named("导入").within("提纲").click();
    });
    let message = *failure.unwrap_err().downcast::<String>().unwrap();
    assert!(message.contains("cannot click button “导入” in “提纲”"), "{message}");
    assert!(message.contains("button “导出”"), "{message}");
}
