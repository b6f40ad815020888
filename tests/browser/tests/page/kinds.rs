//! Report kinds that an author makes of the given ones.

use chengwen_browser::Page;
use chengwen_browser::page::KIND;

#[test]
fn a_kind_is_saved_edited_loaded_used_and_removed() {
    let page = Page::open();
    page.moving(|| page.button("home.new_go").click());
    page.choose_radio(KIND);
    let file = page.download(|| page.button("new_report.save_kind").click());
    let text = String::from_utf8(file.bytes).unwrap();
    let kind = chengwen::import::kind::read(text.as_bytes()).unwrap();
    assert_eq!(kind.name, KIND);

    // Broken by hand: the page says where and why.
    let broken = text.replacen("\"version\": 1,", "\"version\": 1", 1);
    assert_ne!(broken, text);
    page.give_file("broken.json", broken.as_bytes());
    page.expect_alert(&page.word("kind_refusal.syntax"));
    let alerts = page.alerts();
    assert!(alerts[0].contains("第 4 行"), "{alerts:?}");
    let numbered = text.replacen("\"numbering\": \"一是\"", "\"numbering\": \"是\"", 1);
    page.give_file("numbered.json", numbered.as_bytes());
    page.expect_alert(&page.word("kind_refusal.numbering"));
    assert!(page.stored("chengwen:kind:").is_empty());
    page.button("app.close").click();

    // Changed by hand, as with Notepad: another id, name and section.
    let changed = text
        .replacen("\"id\": \"jixiao\"", "\"id\": \"benju\"", 1)
        .replacen(&format!("\"name\": \"{KIND}\""), "\"name\": \"本馆半年小结\"", 1)
        .replacen("{unit}{year}年度绩效工作情况报告", "{unit}{year}年半年小结", 1)
        .replace("\"heading\": \"工作创新和亮点\"", "\"heading\": \"读者反映\"");
    page.give_file("changed.json", &[b"\xef\xbb\xbf", changed.as_bytes()].concat());
    page.radio("本馆半年小结").element();
    page.session.reload();
    page.choose_radio("本馆半年小结");
    page.textbox("new_report.unit").fill("青溪县图书馆");
    page.textbox("new_report.year").fill("2025");
    page.moving(|| page.button("new_report.go").click());
    page.expect_on_paper("青溪县图书馆2025年半年小结");
    page.expect_on_paper("二、读者反映");
    page.go_home();
    page.moving(|| page.button("home.new_go").click());
    page.choose_radio("本馆半年小结");
    page.button("new_report.remove_kind").click();
    page.radio("本馆半年小结").gone();
    page.assert_clean();
}
