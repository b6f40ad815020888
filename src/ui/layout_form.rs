//! The form for the layout of the draft: a preset, then parameter by parameter.

use chengwen_view::view;
use leptos::prelude::*;

use crate::import::profile::{LONGEST_NAME, is_name};
use crate::model::edit::{Edit, Place};
use crate::model::profile::{Face, NumberPlace, OFF, ON, Parameter, Profile, Sort, presets};
use crate::ui::bench::Bench;
use crate::ui::desk::Desk;
use crate::ui::each::{Each, each};
use crate::ui::layout_files::{LayoutFiles, Layouts};
use crate::ui::layout_words;
use crate::ui::words::{t, words};

/// The form.
#[component]
pub fn LayoutForm() -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let all = Signal::derive(move || {
        desk.shelf_changed.track();
        let own = desk.shelf().profiles().into_iter().map(|it| (it, true));
        presets().into_iter().map(|it| (it, false)).chain(own).collect()
    });
    let summary = move || match n_different(bench, |_| true) {
        0 => t!(layout.same).to_owned(),
        n => t!(layout.differs, n = n),
    };
    let name = move || bench.with_place(Place::Layout, |it| it.profile.name.clone());
    let rename = move |ev| {
        let name = event_target_value(&ev).trim().to_owned();
        if is_name(&name) {
            set(bench, Profile { name, ..now(bench) });
        }
    };
    let groups = Parameter::ALL.chunk_by(|a, b| a.rule().group == b.rule().group);
    view! {
        <h2 class="form__title">{words!(layout.title)}</h2>
        <p class="form__why">{words!(layout.why)}</p>
        <Presets all />
        <div class="field">
            <div class="field__label">
                <label for="layout-name">{words!(layout.name)}</label>
                <span class="field__hint" id="layout-name-hint">
                    {words!(layout.name_hint)}
                </span>
            </div>
            <input
                id="layout-name"
                type="text"
                autocomplete="off"
                maxlength=LONGEST_NAME
                aria-describedby="layout-name-hint"
                prop:value=Signal::derive(name)
                on:change=rename
            />
        </div>
        <LayoutFiles all />
        <p class="layout__summary">{summary}</p>
        {groups.map(|it| view! { <GroupRows parameters=it /> }).collect_view()}
    }
}

/// Chooses a layout that there is: a preset or one of the unit's own.
#[component]
fn Presets(all: Signal<Layouts>) -> impl IntoView {
    let bench = expect_context::<Bench>();
    // What is neither a preset nor saved is an option of its own, the last one.
    let chosen = Memo::new(move |_| {
        let at = bench.with_place(Place::Layout, |draft| {
            all.with(|it| it.iter().rposition(|(it, _)| *it == draft.profile))
        });
        at.unwrap_or_else(|| all.with(Vec::len))
    });
    let label = move |idx: usize| {
        let named = |it: &Profile| match it.name.as_str() {
            "" => t!(layout.standard).to_owned(),
            name => name.to_owned(),
        };
        match all.with(|it| it.get(idx).map(|(it, is_own)| (named(it), *is_own))) {
            Some((name, true)) => t!(layout.own, name = name),
            Some((name, false)) => name,
            None => {
                let name = bench.with_place(Place::Layout, |it| it.profile.name.clone());
                t!(layout.changed, name = name).trim().to_owned()
            }
        }
    };
    let options = move || {
        let n = all.with(Vec::len) + usize::from(chosen.get() == all.with(Vec::len));
        let option = move |idx: usize| {
            view! {
                <option value=idx.to_string() selected=Signal::derive(move || chosen.get() == idx)>
                    {Signal::derive(move || label(idx))}
                </option>
            }
        };
        (0..n).map(|idx| Each::new(idx, move || option(idx))).collect()
    };
    let choose = move |ev| {
        let idx = event_target_value(&ev).parse::<usize>().ok();
        let found = idx.and_then(|idx| all.with_untracked(|it| it.get(idx).cloned()));
        if let Some((profile, _)) = found {
            set(bench, profile);
        }
    };
    view! {
        <div class="field">
            <div class="field__label">
                <label for="layout-preset">{words!(layout.preset)}</label>
            </div>
            <select
                id="layout-preset"
                on:change=choose
                prop:value=Signal::derive(move || chosen.get().to_string())
            >
                {each(options)}
            </select>
        </div>
    }
}

/// The parameters of one group.
#[component]
fn GroupRows(parameters: &'static [Parameter]) -> impl IntoView {
    let bench = expect_context::<Bench>();
    let group = parameters[0].rule().group;
    let n = Memo::new(move |_| n_different(bench, |it| it.rule().group == group));
    let rows = parameters.iter().map(|&it| row(it)).collect_view();
    view! {
        <details class="layout__group">
            <summary>
                {move || layout_words::group(group)}
                <Show when=move || 0 < n.get()>
                    <span class="chip chip--note">{words!(layout.differs, n = n.get())}</span>
                </Show>
            </summary>
            {rows}
        </details>
    }
}

/// One parameter: what it is, what it may be, what the standard says.
fn row(parameter: Parameter) -> AnyView {
    let bench = expect_context::<Bench>();
    let rule = parameter.rule();
    let id = format!("layout-{}", parameter as u8);
    let (rule_id, wrong_id) = (format!("{id}-rule"), format!("{id}-wrong"));
    let value = Memo::new(move |_| {
        bench.with_place(Place::Layout, |it| it.profile.value(parameter).to_owned())
    });
    // A text that is no value stays in the field until it is mended.
    let wrong = RwSignal::new(None::<String>);
    Effect::new(move || {
        value.track();
        wrong.set(None);
    });
    let take = Callback::new(move |text: String| {
        let text = layout_words::read(parameter, &text);
        let is_value = parameter.accepts(&text);
        if is_value {
            set(bench, now(bench).with(parameter, &text));
        }
        wrong.set((!is_value).then_some(text));
    });
    let restore = move |_| take.run(rule.standard.to_owned());
    let differs = Memo::new(move |_| n_different(bench, |it| it == parameter) == 1);
    let is_wrong = Memo::new(move |_| wrong.with(Option::is_some));
    let restore_words = Signal::derive(move || {
        let standard = layout_words::value(parameter, rule.standard);
        if rule.clause.is_empty() {
            t!(layout.restore_usual, value = standard)
        } else {
            t!(layout.restore, value = standard)
        }
    });
    let described_by = format!("{rule_id} {wrong_id}");
    let shown = Signal::derive(move || wrong.get().unwrap_or_else(|| value.get()));
    let control = match rule.sort {
        Sort::Switch => view! {
            <input
                id=id.clone()
                type="checkbox"
                aria-describedby=described_by
                prop:checked=move || value.with(|it| it == ON)
                on:change=move |ev| {
                    take.run(if event_target_checked(&ev) { ON } else { OFF }.to_owned());
                }
            />
        }
        .into_any(),
        Sort::Face => {
            select(parameter, id.clone(), Face::ALL.map(Face::value).to_vec(), shown, take)
        }
        Sort::NumberPlace => {
            let places = NumberPlace::ALL.map(NumberPlace::value).to_vec();
            select(parameter, id.clone(), places, shown, take)
        }
        Sort::Millimetres(..) | Sort::Points(..) | Sort::Count(..) | Sort::Font => view! {
            <input
                id=id.clone()
                type="text"
                autocomplete="off"
                spellcheck="false"
                aria-describedby=described_by
                aria-invalid=move || is_wrong.get().then_some("true")
                prop:value=shown
                on:change=move |ev| take.run(event_target_value(&ev))
            />
            <span class="layout__unit">{move || layout_words::unit(parameter)}</span>
        }
        .into_any(),
    };
    view! {
        <div class="layout__row">
            <label for=id>{Signal::derive(move || layout_words::name(parameter))}</label>
            <div class="layout__value">{control}</div>
            <p class="field__hint" id=rule_id>
                {Signal::derive(move || layout_words::rule(rule))}
            </p>
            <Show when=move || differs.get()>
                <button
                    type="button"
                    class="quiet layout__restore"
                    aria-label=move || {
                        format!("{} {}", restore_words.get(), layout_words::name(parameter))
                    }
                    on:click=restore
                >
                    {restore_words}
                </button>
            </Show>
            <p class="layout__wrong" role="alert" id=wrong_id>
                {move || is_wrong.get().then(|| layout_words::refusal(parameter, &value.get()))}
            </p>
        </div>
    }
}

/// A choice of values.
fn select(
    parameter: Parameter,
    id: String,
    values: Vec<&'static str>,
    now: Signal<String>,
    take: Callback<String>,
) -> AnyView {
    let options = values.into_iter().map(|value| {
        view! {
            <option value=value selected=Signal::derive(move || now.with(|it| it == value))>
                {Signal::derive(move || layout_words::value(parameter, value))}
            </option>
        }
    });
    view! {
        <select id=id on:change=move |ev| take.run(event_target_value(&ev)) prop:value=now>
            {options.collect_view()}
        </select>
    }
    .into_any()
}

/// The layout of the draft.
fn now(bench: Bench) -> Profile {
    bench.with(|it| it.profile.clone())
}

/// Changes the layout of the draft, if that is a change.
fn set(bench: Bench, profile: Profile) {
    if bench.with(|it| it.profile != profile) {
        bench.apply(Edit::Profile(profile));
    }
}

/// How many of these parameters differ from the standard; followed.
fn n_different(bench: Bench, counts: impl Fn(Parameter) -> bool) -> usize {
    let differences = bench.with_place(Place::Layout, |it| it.profile.differences());
    differences.iter().filter(|it| counts(it.parameter)).count()
}
