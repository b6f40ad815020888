//! The form for what stands outside the sections: title, addressee, signature.

use chengwen_view::view;
use leptos::prelude::*;

use crate::model::draft::{HeadField, LEVELS, TextAt};
use crate::model::edit::{Edit, Place};
use crate::model::pattern::Pattern;
use crate::ui::bench::Bench;
use crate::ui::dates;
use crate::ui::each::{Each, each};
use crate::ui::text_field::TextField;
use crate::ui::words::{locale, t, words};

/// What a level of headings may be numbered with, the standard's own first
/// (GB/T 9704-2012, 7.3.3); empty is no number.
const NUMBERINGS: [&[&str]; LEVELS] = [
    &["一、", "（一）", "1.", "第一部分　", ""],
    &["（一）", "一、", "1.", "（1）", ""],
    &["1.", "（1）", "①", ""],
    &["（1）", "①", "1.", ""],
];

/// The form for title, addressee, signature and date.
#[component]
pub fn HeadForm() -> impl IntoView {
    let bench = expect_context::<Bench>();
    let today = move |_| bench.write(TextAt::Head(HeadField::Date), dates::today());
    let (asks_signature, asks_date) = bench.with_kind(|it| (it.signature, it.date));
    let target = move || bench.with_place(Place::Head, |it| it.target);
    let set_target = move |ev| {
        let target = event_target_value(&ev).trim().parse().unwrap_or(0);
        if bench.with(|it| it.target != target) {
            bench.apply(Edit::Target { target });
        }
    };
    let head = TextAt::Head;
    let signature = asks_signature.then(|| {
        view! { <TextField at=head(HeadField::Signature) label=words!(head.signature) /> }
    });
    let date = asks_date.then(|| {
        view! {
            <TextField
                at=head(HeadField::Date)
                label=words!(head.date)
                hint=words!(head.date_hint)
            />
            <p class="field__after">
                <button type="button" on:click=today>
                    {words!(head.today)}
                </button>
            </p>
        }
    });
    view! {
        <h2 class="form__title">{words!(head.title)}</h2>
        <p class="form__why">{words!(head.why)}</p>
        <TextField at=head(HeadField::Title) label=words!(head.report_title) rows=2 />
        <TextField
            at=head(HeadField::Addressee)
            label=words!(head.addressee)
            hint=words!(head.addressee_hint)
        />
        {signature}
        {date}
        <hr />
        <TextField
            at=head(HeadField::Name)
            label=words!(head.name)
            hint=words!(head.name_hint)
        />
        <div class="field field--short">
            <div class="field__label">
                <label for="field-target">{words!(head.target)}</label>
            </div>
            <input
                id="field-target"
                type="number"
                min="0"
                max="1000000"
                step="100"
                prop:value=Signal::derive(move || target().to_string())
                on:change=set_target
            />
        </div>
        <fieldset class="numberings">
            <legend>{words!(head.numbering)}</legend>
            {(1..=LEVELS as u8).map(|level| view! { <Numbering level /> }).collect_view()}
        </fieldset>
    }
}

/// Chooses how the headings of one level are numbered.
#[component]
fn Numbering(level: u8) -> impl IntoView {
    let bench = expect_context::<Bench>();
    let idx = usize::from(level) - 1;
    let now = Memo::new(move |_| {
        bench.with_place(Place::Head, |it| it.headings[idx].as_str().to_owned())
    });
    let choose = move |ev| {
        if let Ok(pattern) = Pattern::try_from(event_target_value(&ev)) {
            bench.apply(Edit::Headings { level, pattern });
        }
    };
    let id = format!("numbering-{level}");
    view! {
        <div class="field field--short">
            <div class="field__label">
                <label for=id.clone()>{words!(head.level, n = locale().counted(level))}</label>
            </div>
            <PatternSelect id choices=NUMBERINGS[idx] now on_choose=Callback::new(choose) />
        </div>
    }
}

/// A choice of numberings; one that is not among the usual ones is kept and shown.
#[component]
pub fn PatternSelect(
    /// The id for the label.
    id: String,
    /// The usual ones.
    choices: &'static [&'static str],
    /// The one in use.
    now: Memo<String>,
    /// Called with the change event of the select.
    on_choose: Callback<web_sys::Event>,
) -> impl IntoView {
    let all = move || {
        let mut all: Vec<_> = choices.iter().map(|it| (*it).to_owned()).collect();
        let now = now.get();
        if !all.contains(&now) {
            all.push(now);
        }
        all
    };
    let options = move || {
        let option = |it: String| {
            Each::new(it.clone(), move || view! { <PatternOption choice=it.clone() now /> })
        };
        all().into_iter().map(option).collect()
    };
    view! {
        <select id=id on:change=move |ev| on_choose.run(ev) prop:value=Signal::derive(move || now.get())>
            {each(options)}
        </select>
    }
}

#[component]
fn PatternOption(choice: String, now: Memo<String>) -> impl IntoView {
    let choice = StoredValue::new(choice);
    let text = move || match choice.with_value(|it| it.trim().to_owned()) {
        it if it.is_empty() => t!(section.none).to_owned(),
        it => it,
    };
    let is_now = move || now.with(|now| choice.with_value(|it| it == now));
    view! {
        <option value=choice.get_value() selected=is_now>
            {text}
        </option>
    }
}
