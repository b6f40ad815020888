//! What comes in from a file is text, whatever it looks like.

use chengwen::export;
use chengwen::import;
use chengwen::model::draft::{Draft, Entry};
use chengwen::model::element::Element;
use chengwen::model::kind::Kind;
use chengwen_browser::Page;
use chengwen_browser::page::{Format, KIND, TABS};
use serde_json::{Value, json};

use crate::texts::draft_of_items;

/// Texts that would run, or become elements, where a text is taken for a page.
const PAYLOADS: [&str; 6] = [
    "<img src=x onerror=\"window.pwned=1\">",
    "\"><script>window.pwned=1</script>",
    "</textarea></title></style><svg onload=\"window.pwned=1\">",
    "javascript:window.pwned=1",
    "'-alert(1)-'&lt;b&gt;]]><!--",
    "<iframe srcdoc=\"<script>parent.pwned=1</script>\"></iframe>",
];

fn payload(n: usize) -> String {
    PAYLOADS[n % PAYLOADS.len()].to_owned()
}

/// Remembers what no file may add to.
#[track_caller]
fn elements(page: &Page) -> Value {
    const COUNT: &str = "return [
        document.querySelectorAll('img,iframe,object,embed,base,meta,style,title').length,
        document.querySelectorAll('script').length,
        document.querySelectorAll('[onerror],[onload],[onclick],[srcdoc],[style*=url]').length,
        [...document.querySelectorAll('[href]')].filter((it) =>
            !/^(#|\\.?\\/?[\\w.\\/-]+$|data:image)/.test(it.getAttribute('href'))).length,
        typeof window.pwned]";
    page.session.settle();
    page.session.script(COUNT, &[])
}

/// A draft with one of these in every text that it has.
fn hostile_draft() -> Draft {
    let mut draft = draft_of_items("hostile", &payload(0), 2);
    draft.name = payload(1);
    draft.addressee = payload(2);
    draft.signature = payload(3);
    draft.date = payload(4);
    draft.elements = Element::ALL.iter().enumerate().map(|(n, it)| (*it, payload(n))).collect();
    draft.sections[0].heading = payload(5);
    for (n, entry) in draft.sections[0].entries.iter_mut().enumerate() {
        entry.lead = payload(n);
        entry.practice = payload(n + 1);
        entry.figures = payload(n + 2);
        entry.result = payload(n + 3);
        entry.recognition = payload(n + 4);
    }
    for n in 0..PAYLOADS.len() {
        let entry = Entry { text: payload(n), ..Entry::new(draft.take_id(), false) };
        draft.sections[0].entries.push(entry);
    }
    draft
}

#[test]
fn a_draft_file_brings_text_and_nothing_else() {
    let page = Page::open();
    let before = elements(&page);
    let draft = import::json::read(&export::json(&hostile_draft())).unwrap();
    page.open_file("<img src=x onerror=alert(1)>.json", &export::json(&draft));
    for payload in PAYLOADS {
        page.expect_on_paper(payload);
    }
    assert_eq!(page.textbox("head.addressee").value(), draft.addressee);
    assert_eq!(elements(&page), before);
    for place in ["outline.elements", "outline.layout"] {
        page.go_to(&page.word(place));
        assert_eq!(elements(&page), before, "{place}");
    }
    for step in page.outline() {
        page.go_to(&step);
        assert_eq!(elements(&page), before, "{step}");
    }
    // Found text is marked on the paper and in the fields.
    page.open_find();
    page.textbox("find.query").fill("<img");
    assert_eq!(elements(&page), before);

    let html = page.export(Format::Html).bytes;
    let text = String::from_utf8(html.clone()).unwrap();
    for tag in ["<img", "<script", "<svg", "<iframe"] {
        assert!(!text.contains(tag), "{tag} in the exported page");
    }
    for exported in [page.export_lines(), page.export_docx_paragraphs()] {
        assert!(PAYLOADS.iter().all(|it| exported.concat().contains(it)), "{exported:#?}");
    }
    page.saved();
    page.go_home();
    assert_eq!(elements(&page), before);
    page.assert_clean();

    // The exported page has no policy of its own, and needs none.
    let exported = page.session.file("exported.html", &html);
    page.session.load(&format!("file://{}", exported.display()));
    let found = "return [typeof window.pwned, document.querySelectorAll('img,script,svg').length]";
    assert_eq!(page.session.script(found, &[]), json!(["undefined", 0]));
}

#[test]
fn a_kind_file_and_a_layout_file_bring_text_and_nothing_else() {
    let mut kind = Kind::custom();
    kind.id = "hostile".to_owned();
    kind.name = payload(0);
    kind.about = payload(1);
    kind.title = format!("{{unit}}{{year}}{}", payload(2));
    for slot in &mut kind.sections {
        slot.name = payload(0);
        slot.heading = payload(1);
        slot.purpose = payload(2);
        slot.example = payload(5);
        slot.good = PAYLOADS.map(str::to_owned).to_vec();
        slot.starters = PAYLOADS.map(str::to_owned).to_vec();
    }
    let page = Page::open();
    page.moving(|| page.button("home.new_go").click());
    let before = elements(&page);
    page.give_file("kind.json", &export::kind(&kind));
    let kind = import::kind::read(&export::kind(&kind)).unwrap();
    page.choose_radio(&kind.name);
    assert_eq!(elements(&page), before);
    page.textbox("new_report.unit").fill(PAYLOADS[0]);
    page.moving(|| page.button("new_report.go").click());
    page.expect_on_paper(PAYLOADS[0]);
    for step in page.outline() {
        page.go_to(&step);
        assert_eq!(elements(&page), before, "{step}");
    }

    page.go_to(&page.word("outline.layout"));
    page.combobox("layout.preset").element();
    let profile = br#"{"format":"chengwen-profile","version":1,
        "name":"<img src=x onerror=window.pwned=1>","values":{
        "fang-song-font":"x;background:url(http://a.example/)","line-pitch":"28"}}"#;
    // Taken or refused, it is told as text.
    page.give_file("layout.json", profile);
    page.session.settle();
    assert_eq!(elements(&page), before);
    page.session.reload();
    page.combobox("layout.preset").element();
    assert_eq!(elements(&page), before);
    page.assert_clean();

    // A kind that is refused is told with its own words.
    page.go_home();
    page.moving(|| page.button("home.new_go").click());
    page.choose_radio(KIND);
    let broken = br#"{"format":"chengwen-kind","version":1,"<img src=x onerror=alert(1)>":1}"#;
    page.give_file("<b>.json", broken);
    page.session.settle();
    assert_eq!(elements(&page), before);
    page.assert_clean();
}

#[test]
fn an_imported_report_brings_text_and_nothing_else() {
    let payloads = PAYLOADS.map(|it| format!("{it}，共1200人次,比2024年增长8.5%。\n")).concat();
    let report =
        format!("{}年度工作总结\n{payloads}一、{}\n2025年12月20日\n", PAYLOADS[0], PAYLOADS[1]);
    let page = Page::open();
    page.open_import();
    let before = elements(&page);
    page.paste_report(&report);
    page.button_named(&page.word_with("import.all", &report.lines().count().to_string())).click();
    assert_eq!(elements(&page), before, "what was read");
    page.textbox("import.year").fill("2026");
    page.moving(|| page.button("import.turn").click());
    page.expect_on_paper(PAYLOADS[0]);
    // The drawings of the bench come with it.
    page.open_review("review.rules");
    page.in_review("textbox").named(page.word("rules.wrong")).fill(PAYLOADS[0]);
    page.in_review("textbox").named(page.word("rules.right")).fill(PAYLOADS[1]);
    page.button("rules.add").click();
    page.expect_in_review(PAYLOADS[1]);
    let before = elements(&page);
    for tab in TABS {
        page.open_review(tab);
        assert_eq!(elements(&page), before, "{tab}");
    }
    page.open_review("review.ledger");
    let sources = page.word_before("ledger.source_of");
    let name = page.in_review("textbox").names().into_iter().find(|it| it.contains(sources.trim()));
    let name = name.unwrap_or_else(|| page.in_review("textbox").names().remove(2));
    let field = page.in_review("textbox").named(name).nth(0);
    page.fill_and_leave(&field, PAYLOADS[1]);
    assert_eq!(elements(&page), before, "a source");
    page.open_review("review.growth");
    let file = page.session.file("last.txt", report.replace("2025", "2024").as_bytes());
    page.in_review("button").named(page.word("growth.file")).give(&file);
    page.session.settle();
    assert_eq!(elements(&page), before, "last year's report");
    for step in page.outline() {
        page.go_to(&step);
        page.session.settle();
        assert_eq!(elements(&page), before, "{step}");
    }
    assert_eq!(page.export_lines(), report.lines().collect::<Vec<_>>());
    page.assert_clean();

    // A file that is refused is told without its name being taken for a page.
    page.go_home();
    page.moving(|| page.give_file("<img src=x onerror=alert(1)>.txt", b"%PDF-1.7 \0"));
    page.expect_alert(&page.word_before("import.refused"));
    assert_eq!(page.session.script("return typeof window.pwned", &[]), json!("undefined"));
    page.assert_clean();
}
