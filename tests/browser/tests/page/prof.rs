//! Temporary.
use crate::texts::begin;
#[test]
fn prof() {
    let page = begin();
    page.session.type_at_most(20);
    page.go_to("导语");
    let _t = |name: &str, f: &mut dyn FnMut()| {
        let s = chengwen_browser::clock::now();
        f();
        println!("{name}: {:?}", s.elapsed());
    };
    for n in 2..60 {
        page.button("section.add_paragraph").click();
        page.paragraph_field(n)
            .fill("今天开会研究了若干问题，这是一段不长不短的文字，用来看看要花多少时间。");
    }


    let d = page.session.driver();
    let cdp = |m: &str, v: serde_json::Value| chengwen_browser::chromium::cdp(d, m, v).unwrap();
    cdp("Performance.enable", serde_json::json!({}));
    let metrics = || { let m = cdp("Performance.getMetrics", serde_json::json!({})); let mut o = std::collections::BTreeMap::new(); for it in m["metrics"].as_array().unwrap() { o.insert(it["name"].as_str().unwrap().to_owned(), it["value"].as_f64().unwrap()); } o };
    std::thread::sleep(std::time::Duration::from_millis(900));
    let show = |name: &str, b: &std::collections::BTreeMap<String, f64>, e: &std::collections::BTreeMap<String, f64>| { print!("{name}: "); for k in ["ScriptDuration","LayoutDuration","RecalcStyleDuration","TaskDuration","LayoutCount","RecalcStyleCount","Nodes","JSEventListeners"] { print!("{k} {:.3} ", e[k] - b[k]); } println!(); };
    for _ in 0..3 {
        let b = metrics();
        page.session.call("paste", &["换成这一句".into()]);
        std::thread::sleep(std::time::Duration::from_millis(100));
        let e = metrics(); show("paste", &b, &e);
        std::thread::sleep(std::time::Duration::from_millis(900));
        let f = metrics(); show("  after (save)", &e, &f);
    }
    cdp("Profiler.enable", serde_json::json!({}));
    cdp("Profiler.start", serde_json::json!({}));
    for _ in 0..4 { page.session.call("paste", &["换成这一句".into()]); page.session.settle(); }
    let r = cdp("Profiler.stop", serde_json::json!({}));
    std::fs::write("/tmp/prof/cpu.json", r.to_string()).unwrap();
}
