//! Temporary.
use crate::texts::begin;
#[test]
fn prof() {
    let page = begin();
    page.session.type_at_most(20);
    page.go_to("导语");
    let _t = |name: &str, f: &mut dyn FnMut()| { let s = chengwen_browser::clock::now(); f(); println!("{name}: {:?}", s.elapsed()); };
    for n in 2..60 {
        page.button("section.add_paragraph").click();
        page.paragraph_field(n).fill("今天开会研究了若干问题，这是一段不长不短的文字，用来看看要花多少时间。");
    }


    page.session.script("window.lt=[]; new PerformanceObserver((l)=>{for(const e of l.getEntries()) lt.push(Math.round(e.duration)+'@'+Math.round(e.startTime))}).observe({entryTypes:['longtask']});", &[]);
    for i in 0..4 {
        let s = chengwen_browser::clock::now();
        let r = page.session.script_async("const done = arguments[0]; const f = [...document.querySelectorAll('main textarea')].at(-1); f.focus(); f.select(); const t = performance.now();
          document.execCommand('insertText', false, '今天开会研究了若干问题，这是一段不长不短的文字。');
          requestAnimationFrame(() => { const u = performance.now(); const c = new MessageChannel(); c.port1.onmessage = () => done([u - t, performance.now() - t]); c.port2.postMessage(0); })", &[]);
        println!("{i}: {r} wall {:?}", s.elapsed());
        let s = chengwen_browser::clock::now();
        page.session.script("return 1", &[]);
        println!("   then noop {:?}", s.elapsed());
        let s = chengwen_browser::clock::now();
        page.session.call("paste", &["换成这一句".into()]);
        println!("   then paste {:?}", s.elapsed());
        let s = chengwen_browser::clock::now();
        page.session.script("return 1", &[]);
        println!("   then noop {:?}", s.elapsed());
        std::thread::sleep(std::time::Duration::from_millis(900));
        let s = chengwen_browser::clock::now();
        page.button("section.add_paragraph").click();
        println!("   click {:?}", s.elapsed());
        let s = chengwen_browser::clock::now();
        page.session.script("return 1", &[]);
        println!("   then noop {:?}", s.elapsed());
        std::thread::sleep(std::time::Duration::from_millis(900));
    }
    println!("{}", page.session.script("return [lt, document.querySelectorAll('*').length, document.querySelectorAll('main textarea').length]", &[]));
}
