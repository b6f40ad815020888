//! Where the layout of the draft is not the national standard's.

use maud::{Markup, html};

use crate::model::profile::{Difference, Profile};
use crate::scene::Scene;
use crate::scene::event::Event;
use crate::scene::layout::words;
use crate::scene::parts::{Part, Parts};
use crate::scene::reply::Reply;
use crate::scene::words::{Locale, say};

/// The list, behind its number; nothing where nothing differs.
#[derive(Debug, Default)]
pub struct Differences {
    parts: Parts,
    is_shown: bool,
}

impl Scene for Differences {
    fn play(&mut self, event: &Event<'_>) -> Reply {
        if !matches!(event.act, "open" | "sync" | "words") {
            return Reply::none();
        }
        let profile = event.draft.map(|it| it.profile.clone()).unwrap_or_default();
        let [number, list] = draw(event.locale, &profile);
        let has_any = !profile.is_standard();
        if event.act == "open" || has_any != self.is_shown {
            let list = html! {
                @if has_any {
                    details class="panel__differs" { (number.html) (list.html) }
                }
            };
            self.is_shown = has_any;
            self.parts.keep(&draw(event.locale, &profile));
            return Reply::scene(list);
        }
        self.parts.follow(Reply::none(), &[number, list])
    }
}

fn draw(locale: Locale, profile: &Profile) -> [Part; 2] {
    let all = profile.differences();
    let number = html! {
        summary id="differs-number" { (say!(locale, export.differs, n = all.len())) }
    };
    let list = html! { ul id="differs-list" { @for it in &all { (difference(locale, it)) } } };
    [Part::new("differs-number", number), Part::new("differs-list", list)]
}

fn difference(locale: Locale, it: &Difference) -> Markup {
    let name = words::name(locale, it.parameter);
    let value = words::value(locale, it.parameter, &it.value);
    let standard = words::value(locale, it.parameter, it.standard);
    let said = match it.parameter.rule().clause {
        "" => {
            say!(locale, export.difference_usual, name = name, value = value, standard = standard)
        }
        clause => say!(
            locale,
            export.difference,
            name = name,
            value = value,
            clause = clause,
            standard = standard
        ),
    };
    html! { li { (said) } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Kind;
    use crate::model::profile::Parameter;
    use crate::scene::reply::Op;

    fn play(scene: &mut Differences, act: &str, profile: &Profile, locale: Locale) -> Reply {
        let mut draft = Kind::custom().draft("d".to_owned(), "", "");
        draft.profile.clone_from(profile);
        let draft = Some(&draft);
        scene.play(&Event { act, value: "", draft, file: None, locale, today: "" })
    }

    #[track_caller]
    fn html_of(reply: &Reply, n: usize) -> &str {
        match &reply.ops()[n] {
            Op::Fill(_, html) | Op::Replace(_, html) => html,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_difference_is_told_with_what_the_standard_says() {
        let scene = &mut Differences::default();
        let standard = Profile::default();
        assert_eq!(html_of(&play(scene, "open", &standard, Locale::Chinese), 0), "");
        let own =
            standard.clone().with(Parameter::LinePitch, "28").with(Parameter::KeepUnits, "off");
        let reply = play(scene, "sync", &own, Locale::Chinese);
        let html = html_of(&reply, 0);
        assert!(html.contains("版式与国标有 2 处不同</summary>"), "{html}");
        assert!(html.contains("<li>行距：28 磅（国标 5.2.3：28.95 磅）</li>"), "{html}");
        assert!(html.contains("<li>数和单位不分在两行：否（通常：是）</li>"), "{html}");

        // The list may be open: it stays, and what it holds changes.
        let more = own.with(Parameter::TitleBold, "on");
        let reply = play(scene, "sync", &more, Locale::Chinese);
        let is_part = |it: &Op| matches!(it, Op::Replace(id, _) if id.starts_with("differs-"));
        assert!(reply.ops().len() == 2 && reply.ops().iter().all(is_part), "{reply:?}");
        assert!(html_of(&reply, 0).contains("3 处"), "{reply:?}");
        assert_eq!(play(scene, "sync", &more, Locale::Chinese).ops(), []);
        let reply = play(scene, "words", &more, Locale::English);
        assert!(html_of(&reply, 1).contains("Line"), "{reply:?}");
        assert_eq!(html_of(&play(scene, "sync", &standard, Locale::Chinese), 0), "");
    }
}
