//! What the form draws, and what it asks of the page.

use super::*;
use crate::import::json;
use crate::model::draft::Draft;
use crate::store::line::BETWEEN;

/// The form beside a draft, as the page has them.
struct Stage {
    scene: LayoutForm,
    draft: Draft,
    own: Vec<Profile>,
    locale: Locale,
}

impl Stage {
    fn open() -> (Self, String) {
        let draft = Kind::custom().draft("d".to_owned(), "云溪市档案馆", "2025");
        let scene = LayoutForm::default();
        let mut stage = Self { scene, draft, own: Vec::new(), locale: Locale::Chinese };
        let reply = stage.play("open", "");
        let [Op::Fill(id, html)] = reply.ops() else { panic!("{reply:?}") };
        assert_eq!(id, "");
        (stage, html.clone())
    }

    fn play(&mut self, act: &str, value: &str) -> Reply {
        self.give(act, value, None)
    }

    /// Plays an event, and does what the page would do.
    fn give(&mut self, act: &str, value: &str, file: Option<&[u8]>) -> Reply {
        let draft = self.draft.clone();
        let file = file.map(|it| ("layout.json", it));
        let event = Event { act, value, draft: Some(&draft), file, locale: self.locale, today: "" };
        let reply = self.scene.play(&event);
        for op in reply.ops() {
            match op {
                Op::Profile(draft) => self.draft.profile = json::read_text(draft).unwrap().profile,
                Op::Shelve(_, file) => self.own.push(import(file)),
                Op::Unshelve(name, ..) => self.own.retain(|it| it.name != *name),
                _ => {}
            }
        }
        reply
    }

    fn set(&mut self, parameter: Parameter, value: &str) -> Reply {
        self.play(&format!("set {}", parameter as u8), value)
    }

    /// Tells the form that something has changed, as the page does.
    fn sync(&mut self) -> Reply {
        let files: Vec<_> = self.own.iter().map(file).collect();
        self.play("sync", &files.join(&BETWEEN.to_string()))
    }

    fn value(&self, parameter: Parameter) -> &str {
        self.draft.profile.value(parameter)
    }
}

fn import(file: &str) -> Profile {
    crate::import::profile::read(file.as_bytes()).unwrap()
}

fn file(profile: &Profile) -> String {
    String::from_utf8(export::profile(profile)).unwrap()
}

/// The HTML that a reply has for the element with this id.
fn drawn<'a>(reply: &'a Reply, id: &str) -> Option<&'a str> {
    reply.ops().iter().find_map(|op| match op {
        Op::Replace(it, html) if it == id => Some(html.as_str()),
        _ => None,
    })
}

fn row(reply: &Reply, parameter: Parameter) -> &str {
    drawn(reply, &rows::row_id(parameter)).unwrap_or_default()
}

/// What the author is told: as news, or as an error.
fn told(reply: &Reply) -> (Vec<&str>, Vec<&str>) {
    let pick = |want_error: bool| {
        let said = reply.ops().iter().filter_map(move |op| match op {
            Op::Say(it) if !want_error => Some(it.as_str()),
            Op::Warn(it) if want_error => Some(it.as_str()),
            _ => None,
        });
        said.collect()
    };
    (pick(false), pick(true))
}

#[test]
fn the_form_has_every_parameter_with_its_rule() {
    let (stage, html) = Stage::open();
    for &parameter in Parameter::ALL {
        let id = rows::control_id(parameter);
        assert!(html.contains(&format!("<label for=\"{id}\">")), "{parameter:?}");
        assert!(html.contains(&format!(" id=\"{id}\"")), "{parameter:?}");
        assert!(html.contains(&format!("id=\"{id}-wrong\"></p>")), "{parameter:?}");
    }
    assert_eq!(html.matches("<details").count(), 8);
    assert_eq!(html.matches("layout__row").count(), Parameter::ALL.len());
    assert!(html.contains("与国标一致") && !html.contains("layout__restore"), "{html}");
    assert!(html.contains("国标 5.2.3 · 一般"), "{html}");
    assert!(
        html.contains("<option value=\"0\" selected>国家标准 GB/T 9704-2012</option>"),
        "{html}"
    );
    assert!(html.contains("value=\"28.95\""), "{html}");
    assert_eq!(stage.scene.now, Profile::default());
}

#[test]
fn a_value_goes_into_the_draft_and_only_its_row_is_drawn_again() {
    let (mut stage, _) = Stage::open();
    let reply = stage.set(Parameter::LinePitch, " 28.0 ");
    assert_eq!(stage.value(Parameter::LinePitch), "28");
    let html = row(&reply, Parameter::LinePitch);
    assert!(html.contains("value=\"28\"") && html.contains("恢复国标（28.95 磅）"), "{html}");
    assert!(drawn(&reply, "layout-summary").unwrap().contains("与国标有 1 处不同"));
    assert!(drawn(&reply, "layout-group-2").unwrap().contains("与国标有 1 处不同"));
    assert!(drawn(&reply, "layout-presets").unwrap().contains("selected>（未保存）<"));
    assert_eq!(reply.ops().len(), 5, "{reply:?}");
    // The page tells that the draft has changed: nothing is left to do.
    assert_eq!(stage.sync().ops(), []);
    // The same again is no step, and the field shows how it is kept.
    let reply = stage.set(Parameter::LinePitch, "28.00");
    assert!(row(&reply, Parameter::LinePitch).contains("value=\"28\""));
    assert_eq!(reply.ops().len(), 1, "{reply:?}");

    stage.set(Parameter::TitleSize, "小二");
    assert_eq!(stage.value(Parameter::TitleSize), "18");
    stage.set(Parameter::TitleBold, "on");
    stage.set(Parameter::KeepUnits, "");
    stage.set(Parameter::BodyFace, "songti");
    assert_eq!(stage.value(Parameter::TitleBold), "on");
    assert_eq!(stage.value(Parameter::KeepUnits), "off");
    assert_eq!(stage.value(Parameter::BodyFace), "songti");
    assert_eq!(stage.draft.profile.differences().len(), 5);
    // What nobody asks for does nothing.
    for act in ["set", "set 999", "set x", "restore", "dance"] {
        assert!(!stage.play(act, "1").ops().iter().any(|it| matches!(it, Op::Profile(_))), "{act}");
    }
}

#[test]
fn a_wrong_value_stays_in_its_field_until_it_is_mended_or_the_draft_changes() {
    let (mut stage, _) = Stage::open();
    let reply = stage.set(Parameter::LinePitch, "5\"<b>");
    assert_eq!(stage.value(Parameter::LinePitch), "28.95");
    let html = row(&reply, Parameter::LinePitch);
    assert!(
        html.contains("aria-invalid=\"true\"") && html.contains("value=\"5&quot;&lt;b&gt;\""),
        "{html}"
    );
    assert!(html.contains("请填 10 到 60 的数，最多两位小数。现在仍是 28.95 磅。"), "{html}");
    assert_eq!(reply.ops().len(), 1, "{reply:?}");
    // Another field leaves it alone.
    let reply = stage.set(Parameter::TopMargin, "40");
    assert_eq!(row(&reply, Parameter::LinePitch), "");
    // A preset that gives another value writes over it.
    let reply = stage.play("preset", "2");
    assert_eq!(stage.draft.profile.name, "28磅行距");
    let html = row(&reply, Parameter::LinePitch);
    assert!(html.contains("value=\"28\"") && !html.contains("aria-invalid"), "{html}");
    // A wrong value beside which an undo changes the value is gone, too.
    stage.set(Parameter::LinePitch, "二十八");
    stage.draft.profile = Profile::default();
    let reply = stage.sync();
    let html = row(&reply, Parameter::LinePitch);
    assert!(html.contains("value=\"28.95\"") && !html.contains("aria-invalid"), "{html}");
}

#[test]
fn the_standard_comes_back_parameter_by_parameter() {
    let (mut stage, _) = Stage::open();
    stage.set(Parameter::LinePitch, "30");
    stage.set(Parameter::CellSize, "10.5");
    let reply = stage.play(&format!("restore {}", Parameter::LinePitch as u8), "");
    assert_eq!(stage.value(Parameter::LinePitch), "28.95");
    assert_eq!(stage.value(Parameter::CellSize), "10.5");
    assert!(!row(&reply, Parameter::LinePitch).contains("layout__restore"));
    let focus = Op::Focus(rows::control_id(Parameter::LinePitch));
    assert!(reply.ops().contains(&focus), "{reply:?}");
    // A wrong value goes with it, even where the draft has the standard's.
    stage.set(Parameter::LinePitch, "x");
    let reply = stage.set(Parameter::LinePitch, "28.95");
    assert!(!row(&reply, Parameter::LinePitch).contains("aria-invalid"));
}

#[test]
fn a_layout_is_kept_chosen_and_removed_under_its_name() {
    let (mut stage, _) = Stage::open();
    let wants_name = stage.play("save", "");
    assert_eq!(told(&wants_name).1, ["请先填版式名称，再保存。"]);
    assert!(wants_name.ops().contains(&Op::Focus("layout-name".to_owned())));
    stage.play("name", "页码居中");
    assert_eq!(told(&stage.play("save", "")).1.len(), 1, "a preset has this name");
    assert!(stage.own.is_empty());
    stage.play("name", " 云溪版式 ");
    assert_eq!(stage.draft.profile.name, "云溪版式");
    stage.play("name", "两\n行");
    assert_eq!(stage.draft.profile.name, "云溪版式");
    stage.set(Parameter::LinePitch, "28");
    assert_eq!(told(&stage.play("save", "")).0, ["已保存版式：云溪版式"]);
    assert_eq!(stage.own.len(), 1);

    let reply = stage.sync();
    let html = drawn(&reply, "layout-presets").unwrap();
    assert!(html.contains("selected>云溪版式（本单位）</option>"), "{html}");
    assert!(drawn(&reply, "layout-files").unwrap().contains("layout-remove"));
    stage.play("preset", "0");
    assert_eq!(stage.draft.profile, Profile::default());
    stage.play("preset", "5");
    assert_eq!(stage.value(Parameter::LinePitch), "28");

    let reply = stage.play("remove", "");
    let [Op::Unshelve(name, kept, words)] = reply.ops() else { panic!("{reply:?}") };
    assert_eq!((name.as_str(), words.as_str()), ("云溪版式", "已删除版式：云溪版式"));
    assert_eq!(import(kept), stage.draft.profile);
    let reply = stage.sync();
    assert!(!drawn(&reply, "layout-files").unwrap().contains("layout-remove"));
    assert_eq!(stage.play("remove", "").ops(), []);
}

#[test]
fn a_layout_goes_into_a_file_and_comes_back() {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    let (mut stage, _) = Stage::open();
    stage.play("name", "云溪版式");
    stage.set(Parameter::LinePitch, "28");
    let own = stage.draft.profile.clone();
    let reply = stage.play("save-file", "");
    let [Op::File(name, mime, base64)] = reply.ops() else { panic!("{reply:?}") };
    assert_eq!((name.as_str(), mime.as_str()), ("云溪版式.json", "application/json"));
    let bytes = STANDARD.decode(base64).unwrap();
    assert_eq!(bytes, export::profile(&own));

    stage.play("preset", "0");
    let text = String::from_utf8(bytes.clone()).unwrap();
    let wrong = text.replacen("line-pitch", "line-pich", 1);
    let reply = stage.give("load-file", "", Some(wrong.as_bytes()));
    let expected = "版式文件没有读入。第 6 行第 15 列：没有“line-pich”这个参数。";
    assert_eq!(told(&reply).1, [expected]);
    // The choice of a file is a new one, so that the same file can be chosen again.
    assert!(drawn(&reply, "layout-files").is_some());
    assert_eq!(stage.draft.profile, Profile::default());
    let large = vec![b' '; crate::import::profile::LIMIT + 1];
    assert!(told(&stage.give("load-file", "", Some(&large))).1[0].contains("超过 1 MB"));
    assert_eq!(told(&stage.give("load-file", "", None)), (vec![], vec![]));

    let reply = stage.give("load-file", "", Some(&bytes));
    assert_eq!(told(&reply).0, ["已读入版式：云溪版式"]);
    assert_eq!(stage.draft.profile, own);
}

#[test]
fn another_language_leaves_groups_and_wrong_values_as_they_are() {
    let (mut stage, _) = Stage::open();
    stage.set(Parameter::LinePitch, "一千");
    stage.locale = Locale::English;
    let reply = stage.play("words", "");
    assert!(!reply.ops().iter().any(|it| matches!(it, Op::Fill(..))), "{reply:?}");
    let html = row(&reply, Parameter::LinePitch);
    assert!(html.contains(">Line pitch<") || html.contains(">Line"), "{html}");
    assert!(html.contains("value=\"一千\"") && html.contains("aria-invalid"), "{html}");
    assert!(drawn(&reply, "layout-title").is_some());
    assert_eq!(stage.play("words", "").ops(), []);
}

#[test]
fn without_a_draft_there_is_nothing_to_do() {
    let mut scene = LayoutForm::default();
    for act in ["open", "sync", "set 1", "save", "load-file"] {
        let event =
            Event { act, value: "", draft: None, file: None, locale: Locale::Chinese, today: "" };
        assert_eq!(scene.play(&event).ops(), [], "{act}");
    }
}
