//! Layouts kept for later drafts and in files: saved, deleted, handed out, read.

use chengwen_view::view;
use leptos::prelude::*;
use web_sys::File;

use crate::export;
use crate::import::profile::{self, LIMIT, Reason, Refusal};
use crate::model::edit::{Edit, Place};
use crate::model::profile::Profile;
use crate::ui::bench::Bench;
use crate::ui::browser::{self, ReadError};
use crate::ui::desk::Desk;
use crate::ui::file_button::FileButton;
use crate::ui::layout_words;
use crate::ui::notices::Notices;
use crate::ui::refusals;
use crate::ui::words::{t, words};

/// The layouts that there are, presets first; whether each is the author's own.
pub type Layouts = Vec<(Profile, bool)>;

/// Saves, deletes, hands out and reads the layout of the draft.
#[component]
pub fn LayoutFiles(
    /// The layouts that there are.
    all: Signal<Layouts>,
) -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let notices = expect_context::<Notices>();
    let now = move || bench.with(|it| it.profile.clone());
    let keep = move |profile: &Profile| desk.carry_out(notices, desk.shelf().save_profile(profile));
    let save = move |_| {
        let profile = now();
        if profile.name.is_empty() {
            notices.warn(t!(layout.wants_name));
            browser::focus_later("layout-name".to_owned());
        } else if all
            .with_untracked(|it| it.iter().any(|(it, is_own)| !is_own && it.name == profile.name))
        {
            notices.warn(t!(layout.taken_name, name = profile.name));
            browser::focus_later("layout-name".to_owned());
        } else {
            notices.say(t!(layout.saved, name = profile.name.clone()));
            keep(&profile);
        }
    };
    let saved = move || {
        let name = bench.with_place(Place::Layout, |it| it.profile.name.clone());
        all.with(|it| it.iter().find(|(it, is_own)| *is_own && it.name == name).cloned())
    };
    let remove = move |_| {
        let Some((profile, _)) = untrack(saved) else { return };
        desk.carry_out(notices, desk.shelf().remove_profile(&profile.name));
        let said = t!(layout.removed, name = profile.name.clone());
        notices.say_with_undo(said, move || keep(&profile));
    };
    let hand_out = move |_| {
        let profile = now();
        let name = format!("{}.json", export::profile_name(&profile));
        match browser::download(&name, "application/json", &export::profile(&profile)) {
            Ok(()) => notices.say(t!(export.done, name = name)),
            Err(error) => notices.warn(refusals::script(&error)),
        }
    };
    let load = move |file: File| {
        leptos::task::spawn_local(async move {
            match read(&file).await {
                Ok(profile) => {
                    let name = profile.name.clone();
                    bench.apply(Edit::Profile(profile));
                    notices.say(t!(layout.loaded, name = name));
                }
                Err(why) => notices.warn(why),
            }
        });
    };
    view! {
        <div class="layout__files">
            <button type="button" on:click=save>
                {words!(layout.save)}
            </button>
            <button type="button" on:click=hand_out>
                {words!(layout.save_file)}
            </button>
            <FileButton label=words!(layout.load_file) on_file=Callback::new(load) />
            <Show when=move || saved().is_some()>
                <button type="button" class="quiet" on:click=remove>
                    {words!(layout.remove)}
                </button>
            </Show>
        </div>
    }
}

async fn read(file: &File) -> Result<Profile, String> {
    let bytes = browser::read(file, LIMIT).await.map_err(|it| match it {
        ReadError::TooLarge => refused(&Refusal { spot: None, reason: Reason::TooLarge }),
        ReadError::Failed => refusals::unread(it),
    })?;
    profile::read(&bytes).map_err(|it| refused(&it))
}

/// Why a profile file was not taken: the place and the reason.
fn refused(refusal: &Refusal) -> String {
    let reason = match &refusal.reason {
        Reason::TooLarge => t!(profile_refusal.too_large).to_owned(),
        Reason::NotText => t!(kind_refusal.not_text).to_owned(),
        Reason::Syntax => t!(kind_refusal.syntax).to_owned(),
        Reason::NotAProfile => t!(profile_refusal.not_a_profile).to_owned(),
        Reason::Newer(_) => t!(kind_refusal.newer).to_owned(),
        Reason::Missing(field) => t!(kind_refusal.missing, field = field),
        Reason::WrongSort => t!(kind_refusal.wrong_sort).to_owned(),
        Reason::Unknown(name) => t!(profile_refusal.unknown, name = name),
        Reason::Value(parameter, value) => {
            t!(profile_refusal.value, name = layout_words::name(*parameter), value = value)
        }
        Reason::Name => t!(profile_refusal.name).to_owned(),
    };
    match refusal.spot {
        None => t!(profile_refusal.file, reason = reason),
        Some(spot) => {
            t!(profile_refusal.spot, line = spot.line, column = spot.column, reason = reason)
        }
    }
}
