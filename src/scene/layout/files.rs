//! Layouts kept for later drafts and in files: saved, deleted, handed out, read.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, html};

use crate::export;
use crate::import::profile::{self, Reason, Refusal};
use crate::model::profile::{Profile, presets};
use crate::scene::event::Event;
use crate::scene::layout::{LayoutForm, words};
use crate::scene::reply::{Op, Reply};
use crate::scene::words::{Locale, say};
use crate::store::line;

/// The layouts that the author keeps, from their files. One that cannot be read
/// stays where it is and is not offered.
pub(super) fn own(files: &str) -> Vec<Profile> {
    line::fields(files).filter_map(|it| profile::read(it.as_bytes()).ok()).collect()
}

impl LayoutForm {
    /// Saves, deletes, hands out and reads the layout of the draft.
    pub(super) fn files(&self, locale: Locale) -> Markup {
        let button = |id: &str, act: &str, name: &str| {
            html! { button type="button" id=(id) data-act=(act) { (name) } }
        };
        let load = say!(locale, layout.load_file);
        html! {
            div class="layout__files" id="layout-files" {
                (button("layout-save", "save", say!(locale, layout.save)))
                (button("layout-save-file", "save-file", say!(locale, layout.save_file)))
                button type="button" id="layout-load-file" data-press="layout-file" { (load) }
                input
                    type="file"
                    id="layout-file"
                    accept=".json,application/json"
                    class="visually-hidden"
                    tabindex="-1"
                    aria-label=(load)
                    data-act="load-file";
                @if self.saved().is_some() {
                    button type="button" class="quiet" id="layout-remove" data-act="remove" {
                        (say!(locale, layout.remove))
                    }
                }
            }
        }
    }

    /// What is kept under the name of the draft's layout.
    fn saved(&self) -> Option<&Profile> {
        self.own.iter().find(|it| it.name == self.now.name)
    }

    pub(super) fn save(&self, locale: Locale) -> Reply {
        let name = &self.now.name;
        let refused = if name.is_empty() {
            say!(locale, layout.wants_name).to_owned()
        } else if presets().iter().any(|it| it.name == *name) {
            say!(locale, layout.taken_name, name = name)
        } else {
            let said = say!(locale, layout.saved, name = name);
            return Reply::none()
                .with(Op::Say(said))
                .with(Op::Shelve(name.clone(), file(&self.now)));
        };
        Reply::none().with(Op::Warn(refused)).with(Op::Focus("layout-name".to_owned()))
    }

    pub(super) fn remove(&self, locale: Locale) -> Reply {
        let Some(saved) = self.saved() else { return Reply::none() };
        let said = say!(locale, layout.removed, name = saved.name);
        Reply::none().with(Op::Unshelve(saved.name.clone(), file(saved), said))
    }

    pub(super) fn hand_out(&self) -> Reply {
        let name = format!("{}.json", export::profile_name(&self.now));
        let bytes = STANDARD.encode(export::profile(&self.now));
        Reply::none().with(Op::File(name, "application/json".to_owned(), bytes))
    }

    pub(super) fn load(&mut self, event: &Event<'_>) -> Reply {
        // The same file may be chosen again.
        self.parts.forget("layout-files");
        let Some((_, bytes)) = event.file else { return Reply::none() };
        match profile::read(bytes) {
            Ok(profile) => {
                let said = say!(event.locale, layout.loaded, name = profile.name);
                self.turn_into(&profile).with(Op::Say(said))
            }
            Err(refusal) => Reply::none().with(Op::Warn(refused(event.locale, &refusal))),
        }
    }
}

fn file(profile: &Profile) -> String {
    String::from_utf8_lossy(&export::profile(profile)).into_owned()
}

/// Why a profile file was not taken: the place and the reason.
fn refused(locale: Locale, refusal: &Refusal) -> String {
    let reason = match &refusal.reason {
        Reason::TooLarge => say!(locale, profile_refusal.too_large).to_owned(),
        Reason::NotText => say!(locale, kind_refusal.not_text).to_owned(),
        Reason::Syntax => say!(locale, kind_refusal.syntax).to_owned(),
        Reason::NotAProfile => say!(locale, profile_refusal.not_a_profile).to_owned(),
        Reason::Newer(_) => say!(locale, kind_refusal.newer).to_owned(),
        Reason::Missing(field) => say!(locale, kind_refusal.missing, field = field),
        Reason::WrongSort => say!(locale, kind_refusal.wrong_sort).to_owned(),
        Reason::Unknown(name) => say!(locale, profile_refusal.unknown, name = name),
        Reason::Value(parameter, value) => {
            let name = words::name(locale, *parameter);
            say!(locale, profile_refusal.value, name = name, value = value)
        }
        Reason::Name => say!(locale, profile_refusal.name).to_owned(),
    };
    match refusal.spot {
        None => say!(locale, profile_refusal.file, reason = reason),
        Some(spot) => say!(
            locale,
            profile_refusal.spot,
            line = spot.line,
            column = spot.column,
            reason = reason
        ),
    }
}
