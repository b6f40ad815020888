//! Scenes as the page plays them: events in, things to do out.

use crate::export;
use crate::import::json;
use crate::model::draft::Draft;
use crate::scene::event::Event;
use crate::scene::reply::{Op, Reply};
use crate::scene::words::Locale;
use crate::scene::{Scene, named};

const REPORT: &str = "云溪市档案馆2025年度工作总结\n各位领导：\n2025年，全馆接收档案1200卷。\n一、主要工作\n一是抓接收，完成1200卷。\n二是抓利用,接待320人次。\n二、存在问题\n人手不足。\n云溪市档案馆\n2025年12月20日\n";

fn event<'a>(act: &'a str, value: &'a str) -> Event<'a> {
    Event { act, value, draft: None, file: None, locale: Locale::Chinese, today: "2026年1月8日" }
}

fn html(reply: &Reply) -> String {
    let of = |op: &Op| match op {
        Op::Fill(_, html) | Op::Replace(_, html) => html.clone(),
        _ => String::new(),
    };
    reply.ops().iter().map(of).collect()
}

fn created(reply: &Reply) -> Option<Draft> {
    reply.ops().iter().find_map(|it| match it {
        Op::Create(text) | Op::Set(text) | Op::Change(text) => json::read_text(text).ok(),
        _ => None,
    })
}

fn txt(draft: &Draft) -> String {
    export::txt(&crate::assemble::assemble(draft))
}

fn imported() -> Draft {
    let mut scene = named("import").unwrap();
    scene.play(&event("text", REPORT));
    created(&scene.play(&event("make", ""))).unwrap()
}

#[test]
fn a_pasted_report_becomes_a_draft_that_prints_the_same() {
    let mut scene = named("import").unwrap();
    assert!(html(&scene.play(&event("open", ""))).contains("import-text"));
    let shown = html(&scene.play(&event("text", REPORT)));
    assert!(shown.contains("import-outline"), "{shown}");
    let draft = created(&scene.play(&event("make", ""))).unwrap();
    assert_eq!(draft.title, "云溪市档案馆2025年度工作总结");
    assert_eq!(txt(&draft).trim(), REPORT.trim());
}

#[test]
fn a_correction_draws_what_has_changed() {
    let mut scene = named("import").unwrap();
    scene.play(&event("text", REPORT));
    let reply = scene.play(&event("role 7", "h1"));
    assert!(html(&reply).contains("id=\"line-7\""));
    assert!(html(&reply).contains("id=\"import-outline\""));
    let reply = scene.play(&event("key Delete 7", ""));
    assert!(html(&reply).contains("scene__gone"));
    let draft = created(&scene.play(&event("make", ""))).unwrap();
    assert!(!txt(&draft).contains("人手不足"));
}

#[test]
fn what_is_no_report_is_refused_and_nothing_is_made() {
    let mut scene = named("import").unwrap();
    let pdf = Event { file: Some(("a.txt", b"%PDF-1.7 \x00\x01")), ..event("file", "") };
    let reply = scene.play(&pdf);
    assert!(html(&reply).contains("PDF"));
    assert_eq!(created(&reply), None);
}

#[test]
fn texts_from_outside_stay_texts() {
    let mut scene = named("import").unwrap();
    let shown = html(&scene.play(&event("text", "<img src=x onerror=alert(1)>\n\"onclick=\"x")));
    assert!(!shown.contains("<img"), "{shown}");
    assert!(!shown.contains("\"onclick=\"x"), "{shown}");
}

#[test]
fn a_finding_is_mended_and_another_set_aside() {
    let mut draft = imported();
    let mut scene = named("review").unwrap();
    let play = |scene: &mut Box<dyn Scene>, draft: &Draft, act: &str, value: &str| {
        scene.play(&Event { draft: Some(draft), ..event(act, value) })
    };
    let panel = html(&play(&mut scene, &draft, "open", ""));
    let act = |panel: &str, deed: &str| {
        let at = panel.find(&format!("data-act=\"{deed} P01")).unwrap();
        let act = &panel[at + 10..];
        act[..act.find('"').unwrap()].to_owned()
    };
    let fix = act(&panel, "fix");
    let leave = act(&panel, "leave");
    let mended = created(&play(&mut scene, &draft, &fix, "")).unwrap();
    assert!(txt(&mended).contains("二是抓利用，接待320人次。"));
    play(&mut scene, &draft, &leave, "");
    let left = leave.replace("leave", "left");
    draft = created(&play(&mut scene, &draft, &left, "原文如此")).unwrap();
    assert_eq!(draft.notes.read().dismissed.len(), 1);
    let panel = html(&play(&mut scene, &draft, "look", "review-panel"));
    assert!(panel.contains("原文如此"), "{panel}");
    assert!(!panel.contains(&fix));
}

#[test]
fn many_changes_at_once_keep_a_version_and_one_does_not() {
    let draft = imported();
    let mut scene = named("review").unwrap();
    let mut play = |act: &str| {
        let reply = scene.play(&Event { draft: Some(&draft), ..event(act, "") });
        let kept = reply.ops().iter().any(|it| matches!(it, Op::Change(_)));
        (kept, html(&reply))
    };
    let (_, panel) = play("open");
    let at = panel.find("data-act=\"fix ").unwrap() + 10;
    let one = panel[at..].split('"').next().unwrap().to_owned();
    assert!(!play(&one).0);
    assert!(play("fix-all").0);
}

#[test]
fn a_rule_that_is_switched_off_finds_nothing_at_once() {
    let draft = imported();
    let mut scene = named("review").unwrap();
    let mut play = |act: &str| html(&scene.play(&Event { draft: Some(&draft), ..event(act, "") }));
    assert!(play("open").contains("P01"));
    play("rule P01");
    assert!(!play("tab findings").contains("P01"));
}

#[test]
fn what_is_found_stands_under_its_field() {
    let draft = imported();
    let mut scene = named("review").unwrap();
    let id = draft.sections.iter().flat_map(|it| &it.entries).find(|it| {
        it.part(crate::model::draft::Part::Text).contains("抓利用")
            || it.part(crate::model::draft::Part::Lead).contains("抓利用")
    });
    let id = id.unwrap().id.0;
    let slots: Vec<_> = (0..6).map(|it| format!("field-{id}-{it}-found")).collect();
    let slots = slots.join(" ");
    let reply = scene.play(&Event { draft: Some(&draft), ..event("look", &slots) });
    let under: String = reply
        .ops()
        .iter()
        .filter_map(|it| match it {
            Op::Fill(at, html) if at.starts_with("field-") => Some(html.as_str()),
            _ => None,
        })
        .collect();
    assert!(under.contains("必错"), "{under}");
}

#[test]
fn a_year_that_was_taken_away_is_asked_for() {
    let mut scene = named("import").unwrap();
    scene.play(&event("open", ""));
    scene.play(&event("text", REPORT));
    assert!(html(&scene.play(&event("words", ""))).contains("value=\"2026\""));
    scene.play(&event("year", ""));
    let reply = scene.play(&event("turn", ""));
    assert_eq!(created(&reply), None);
    assert!(reply.ops().iter().any(|it| matches!(it, Op::Warn(_))), "{reply:?}");
    scene.play(&event("year", "2027"));
    assert!(created(&scene.play(&event("turn", ""))).is_some());
}
