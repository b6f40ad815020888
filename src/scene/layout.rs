//! The form for the layout of the draft: a preset, then parameter by parameter.

mod files;
mod rows;
pub mod words;

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::export;
use crate::import::profile::{LONGEST_NAME, is_name};
use crate::model::kind::Kind;
use crate::model::profile::{Parameter, Profile, Sort, presets};
use crate::scene::Scene;
use crate::scene::event::Event;
use crate::scene::parts::{Part, Parts};
use crate::scene::reply::{Op, Reply};
use crate::scene::words::{Locale, say};

/// The form. The value of `open` and of `sync` are the layouts that the author keeps,
/// as their files with [`crate::store::line::BETWEEN`] between them.
#[derive(Debug, Default)]
pub struct LayoutForm {
    /// The layout of the draft.
    now: Profile,
    /// The author's own layouts.
    own: Vec<Profile>,
    /// Texts that are no values; each stays in its field until it is mended.
    wrong: BTreeMap<Parameter, String>,
    parts: Parts,
}

impl Scene for LayoutForm {
    fn play(&mut self, event: &Event<'_>) -> Reply {
        let Some(draft) = event.draft else { return Reply::none() };
        self.follow(&draft.profile);
        let (deed, what) = event.deed();
        let parameter = what.parse::<usize>().ok().and_then(|it| Parameter::ALL.get(it).copied());
        let reply = match (deed, parameter) {
            ("open", _) => {
                self.own = files::own(event.value);
                return self.open(event.locale);
            }
            // The draft has changed, or what is on the shelf.
            ("sync", _) => {
                self.own = files::own(event.value);
                Reply::none()
            }
            ("preset", _) => self.choose(event.value),
            ("name", _) => self.rename(event.value),
            ("set", Some(parameter)) => self.set(parameter, event.value),
            // What gave the keyboard its place goes with the difference.
            ("restore", Some(parameter)) => self
                .set(parameter, parameter.rule().standard)
                .with(Op::Focus(rows::control_id(parameter))),
            ("save", _) => self.save(event.locale),
            ("remove", _) => self.remove(event.locale),
            ("save-file", _) => self.hand_out(),
            ("load-file", _) => self.load(event),
            // The language has changed.
            ("words", _) => Reply::none(),
            _ => return Reply::none(),
        };
        let parts: Vec<_> = self.draw(event.locale).into_iter().flatten().collect();
        self.parts.follow(reply, &parts)
    }
}

impl LayoutForm {
    /// Takes in the layout of the draft. What is wrong in a field is so beside the
    /// value that it was written over.
    fn follow(&mut self, profile: &Profile) {
        self.wrong.retain(|it, _| self.now.value(*it) == profile.value(*it));
        self.now.clone_from(profile);
    }

    /// Gives the draft another layout, if it is another.
    fn turn_into(&mut self, profile: &Profile) -> Reply {
        if self.now == *profile {
            return Reply::none();
        }
        self.follow(profile);
        // The page takes nothing but the layout.
        let mut draft = Kind::custom().draft(String::new(), "", "");
        draft.sections.clear();
        draft.profile.clone_from(profile);
        let file = String::from_utf8_lossy(&export::json(&draft)).into_owned();
        Reply::none().with(Op::Profile(file))
    }

    /// The layouts that there are, presets first; whether each is the author's own.
    fn all(&self) -> Vec<(Profile, bool)> {
        let own = self.own.iter().map(|it| (it.clone(), true));
        presets().into_iter().map(|it| (it, false)).chain(own).collect()
    }

    fn choose(&mut self, idx: &str) -> Reply {
        self.parts.forget("layout-presets");
        let chosen = idx.parse::<usize>().ok().and_then(|it| self.all().into_iter().nth(it));
        chosen.map_or_else(Reply::none, |(it, _)| self.turn_into(&it))
    }

    fn rename(&mut self, name: &str) -> Reply {
        let name = name.trim().to_owned();
        if !is_name(&name) {
            return Reply::none();
        }
        self.turn_into(&Profile { name, ..self.now.clone() })
    }

    fn set(&mut self, parameter: Parameter, text: &str) -> Reply {
        self.parts.forget(&rows::row_id(parameter));
        let text = match parameter.rule().sort {
            Sort::Switch => rows::switch(text).to_owned(),
            _ => words::read(parameter, text),
        };
        if parameter.accepts(&text) {
            self.wrong.remove(&parameter);
            self.turn_into(&self.now.clone().with(parameter, &text))
        } else {
            self.wrong.insert(parameter, text);
            Reply::none()
        }
    }

    fn open(&mut self, locale: Locale) -> Reply {
        let groups = self.draw(locale);
        let mut groups = groups.iter();
        let form = html! {
            @for part in groups.next().into_iter().flatten() { (part.html) }
            @for group in groups {
                details class="layout__group" { @for part in group { (part.html) } }
            }
        };
        let parts: Vec<_> = self.draw(locale).into_iter().flatten().collect();
        self.parts.keep(&parts);
        Reply::scene(form)
    }

    /// The parts of the form: its head, then those of each group of parameters.
    fn draw(&self, locale: Locale) -> Vec<Vec<Part>> {
        let summary = match self.n_different(|_| true) {
            0 => say!(locale, layout.same).to_owned(),
            n => say!(locale, layout.differs, n = n),
        };
        let title =
            html! { h2 class="form__title" id="layout-title" { (say!(locale, layout.title)) } };
        let why = html! { p class="form__why" id="layout-why" { (say!(locale, layout.why)) } };
        let summary = html! { p class="layout__summary" id="layout-summary" { (summary) } };
        let head = vec![
            Part::new("layout-title", title),
            Part::new("layout-why", why),
            Part::new("layout-presets", self.presets(locale)),
            Part::new("layout-naming", self.naming(locale)),
            Part::new("layout-files", self.files(locale)),
            Part::new("layout-summary", summary),
        ];
        let groups = Parameter::ALL.chunk_by(|a, b| a.rule().group == b.rule().group);
        let groups = groups.enumerate().map(|(n, it)| self.group(locale, n, it));
        [head].into_iter().chain(groups).collect()
    }

    /// Chooses a layout that there is: a preset or one of the unit's own.
    fn presets(&self, locale: Locale) -> Markup {
        let all = self.all();
        let named = |(it, is_own): &(Profile, bool)| match it.name.as_str() {
            "" => say!(locale, layout.standard).to_owned(),
            name if *is_own => say!(locale, layout.own, name = name),
            name => name.to_owned(),
        };
        let mut names: Vec<_> = all.iter().map(named).collect();
        // What is neither a preset nor saved is an option of its own, the last one.
        let chosen = all.iter().rposition(|(it, _)| *it == self.now).unwrap_or(names.len());
        if chosen == names.len() {
            names.push(say!(locale, layout.changed, name = self.now.name).trim().to_owned());
        }
        html! {
            div class="field" id="layout-presets" {
                div class="field__label" {
                    label for="layout-preset" { (say!(locale, layout.preset)) }
                }
                select id="layout-preset" data-act="preset" {
                    @for (idx, name) in names.iter().enumerate() {
                        option value=(idx) selected[idx == chosen] { (name) }
                    }
                }
            }
        }
    }

    fn naming(&self, locale: Locale) -> Markup {
        html! {
            div class="field" id="layout-naming" {
                div class="field__label" {
                    label for="layout-name" { (say!(locale, layout.name)) }
                    span class="field__hint" id="layout-name-hint" {
                        (say!(locale, layout.name_hint))
                    }
                }
                input
                    id="layout-name"
                    type="text"
                    autocomplete="off"
                    maxlength=(LONGEST_NAME)
                    aria-describedby="layout-name-hint"
                    value=(self.now.name)
                    data-act="name";
            }
        }
    }

    /// How many of these parameters differ from the standard.
    fn n_different(&self, counts: impl Fn(Parameter) -> bool) -> usize {
        self.now.differences().iter().filter(|it| counts(it.parameter)).count()
    }
}

#[cfg(test)]
mod tests;
