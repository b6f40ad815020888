//! The rules: switched on and off, the unit's own words, and all of it as a file.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, html};

use crate::check::settings::{OwnWord, Settings};
use crate::check::{Level, rules, words};
use crate::scene::event::Event;
use crate::scene::reply::{Op, Reply};
use crate::scene::review::parts::level;
use crate::scene::words::{Locale, say};

/// The name under which the page remembers the settings.
pub(super) const NAME: &str = "checks";

/// What the author has before him.
#[derive(Debug, Default)]
pub(super) struct State {
    /// A word that is being written.
    wrong: String,
    right: String,
    /// The levels whose rules he switches: they stay laid out when that is drawn.
    open: BTreeSet<Level>,
}

/// Does what the author asks of the rules; none where the act is about something else.
pub(super) fn play(state: &mut State, settings: &mut Settings, event: &Event<'_>) -> Option<Reply> {
    let (deed, about) = event.deed();
    if deed == "rule" {
        state.open.extend(rules::all().find(|it| it.id == about).map(|it| it.level));
    }
    match deed {
        "rule" if event.value.is_empty() => {
            settings.off.insert(about.to_owned());
        }
        "rule" => {
            settings.off.remove(about);
        }
        "own-wrong" => {
            event.value.trim().clone_into(&mut state.wrong);
            return Some(Reply::none());
        }
        "own-right" => {
            event.value.trim().clone_into(&mut state.right);
            return Some(Reply::none());
        }
        "own-add" => {
            let (wrong, right) =
                (std::mem::take(&mut state.wrong), std::mem::take(&mut state.right));
            if wrong.is_empty() || wrong == right {
                return Some(Reply::none().with(Op::Focus("own-wrong".to_owned())));
            }
            settings.words.retain(|it| it.wrong != wrong);
            settings.words.push(OwnWord { wrong, right, note: String::new() });
        }
        "own-drop" => {
            let idx = about.parse::<usize>().ok().filter(|it| *it < settings.words.len());
            if let Some(idx) = idx {
                settings.words.remove(idx);
            }
        }
        "rules-save" => {
            let bytes = STANDARD.encode(settings.write());
            let name = say!(event.locale, rules.file_name).to_owned();
            let file = Op::File(name, "application/json".to_owned(), bytes);
            return Some(Reply::none().with(file));
        }
        "rules-load" => {
            let Some((_, bytes)) = event.file else { return Some(Reply::none()) };
            match Settings::read(bytes) {
                Ok(it) => *settings = it,
                Err(_) => {
                    let said = say!(event.locale, rules.not_a_file).to_owned();
                    return Some(Reply::none().with(Op::Warn(said)));
                }
            }
        }
        _ => return None,
    }
    let text = String::from_utf8_lossy(&settings.write()).into_owned();
    Some(Reply::none().with(Op::Remember(NAME.to_owned(), text)))
}

/// The panel.
pub(super) fn draw(state: &State, settings: &Settings, locale: Locale) -> Markup {
    let all: Vec<_> = rules::all().collect();
    html! {
        p { (say!(locale, rules.intro, n = all.len(), off = settings.off.len())) }
        div class="scene__row" {
            button type="button" id="rules-save" data-act="rules-save" { (say!(locale, rules.save)) }
            label for="rules-load" { (say!(locale, rules.load)) }
            input type="file" id="rules-load" data-act="rules-load" accept=".json";
        }
        h3 { (say!(locale, rules.own)) }
        div class="scene__row" {
            label for="own-wrong" { (say!(locale, rules.wrong)) }
            input type="text" id="own-wrong" data-act="own-wrong" value=(state.wrong) autocomplete="off";
            label for="own-right" { (say!(locale, rules.right)) }
            input type="text" id="own-right" data-act="own-right" value=(state.right) autocomplete="off";
            button type="button" id="own-add" data-act="own-add" { (say!(locale, rules.add)) }
        }
        @if !settings.words.is_empty() {
            ul class="scene__list" {
                @for (idx, it) in settings.words.iter().enumerate() {
                    li {
                        (it.wrong) " → " (it.right) " "
                        button type="button" class="quiet" id={ "own-drop-" (idx) } data-act={ "own-drop " (idx) }
                            aria-label=(say!(locale, rules.drop_this, word = it.wrong)) { (say!(locale, rules.drop)) }
                    }
                }
            }
        }
        @for of in Level::ALL {
            details open[state.open.contains(&of)] {
                summary { (level(locale, of)) " " (all.iter().filter(|it| it.level == of).count()) }
                ul class="scene__list" {
                    @for rule in all.iter().filter(|it| it.level == of) {
                        li {
                            input type="checkbox" id={ "rule-" (rule.id) } data-act={ "rule " (rule.id) }
                                checked[settings.is_on(rule.id)];
                            " "
                            label for={ "rule-" (rule.id) } {
                                (words::name(rule.id, locale)) " "
                                span class="scene__small" { (rule.id) " · " (rule.source.show()) }
                            }
                        }
                    }
                }
            }
        }
    }
}
