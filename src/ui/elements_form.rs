//! The form for the optional elements: 版头, the seal, 附注 and 版记.

use chengwen_view::view;
use leptos::prelude::*;

use crate::model::draft::{HeadField, TextAt};
use crate::model::edit::{Edit, Place};
use crate::model::element::Element;
use crate::ui::bench::Bench;
use crate::ui::dates;
use crate::ui::text_field::TextField;
use crate::ui::words::words;

/// What the form says of one element.
struct Row {
    element: Element,
    label: Signal<String>,
    /// The rule of the standard, in plain words.
    rule: Signal<String>,
    /// Its clause in GB/T 9704-2012; empty where it has none.
    clause: &'static str,
    /// Lines of the field; more than one where the element has line breaks.
    rows: u32,
}

/// The form.
#[component]
pub fn ElementsForm() -> impl IntoView {
    let bench = expect_context::<Bench>();
    let is_sealed = move || bench.with_place(Place::Elements, |it| it.sealed);
    let set_sealed = move |ev| {
        let sealed = event_target_checked(&ev);
        if bench.with(|it| it.sealed != sealed) {
            bench.apply(Edit::Sealed { sealed });
        }
    };
    let (head, foot): (Vec<_>, Vec<_>) =
        rows().into_iter().partition(|it| !Element::AT_END.contains(&it.element));
    let fields = |rows: Vec<Row>| rows.into_iter().map(|it| field(bench, it)).collect_view();
    view! {
        <h2 class="form__title">{words!(elements.title)}</h2>
        <p class="form__why">{words!(elements.why)}</p>
        <fieldset class="group">
            <legend>{words!(elements.head)}</legend>
            {fields(head)}
        </fieldset>
        <fieldset class="group">
            <legend>{words!(elements.seal)}</legend>
            <label class="check">
                <input
                    type="checkbox"
                    aria-describedby="sealed-rule"
                    prop:checked=is_sealed
                    on:change=set_sealed
                />
                <span>{words!(elements.sealed)}</span>
            </label>
            <p class="field__hint" id="sealed-rule">
                {ruled(words!(elements.sealed_rule), "7.3.5.1")}
            </p>
        </fieldset>
        <fieldset class="group">
            <legend>{words!(elements.foot)}</legend>
            {fields(foot)}
        </fieldset>
    }
}

fn rows() -> Vec<Row> {
    let row = |element, label, rule, clause, rows| Row { element, label, rule, clause, rows };
    /// The keys of an element's words are its name and its name with `_rule`.
    macro_rules! row {
        ($element:ident, $label:ident, $rule:ident, $clause:literal, $rows:literal) => {
            row(Element::$element, words!(elements.$label), words!(elements.$rule), $clause, $rows)
        };
    }
    vec![
        row!(CopyNumber, copy_number, copy_number_rule, "7.2.1", 1),
        row!(Secrecy, secrecy, secrecy_rule, "7.2.2", 1),
        row!(Urgency, urgency, urgency_rule, "7.2.3", 1),
        row!(IssuerMark, issuer_mark, issuer_mark_rule, "7.2.4", 2),
        row!(DocumentNumber, document_number, document_number_rule, "7.2.5", 1),
        row!(Signatory, signatory, signatory_rule, "7.2.6", 1),
        row!(AboveTitle, above_title, above_title_rule, "", 1),
        row!(Subtitle, subtitle, subtitle_rule, "", 2),
        row!(Byline, byline, byline_rule, "", 2),
        row!(Note, note, note_rule, "7.3.6", 1),
        row!(BelowDate, below_date, below_date_rule, "", 2),
        row!(CopyTo, copy_to, copy_to_rule, "7.4.2", 2),
        row!(PrintedBy, printed_by, printed_by_rule, "7.4.3", 1),
        row!(PrintedOn, printed_on, printed_on_rule, "7.4.3", 1),
    ]
}

/// Whole texts for an element, of which one click puts one in.
fn choices(bench: Bench, element: Element) -> Vec<String> {
    let fixed: &[&str] = match element {
        Element::CopyNumber => &["000001"],
        // The longest terms that the law on secrets knows, and a short one.
        Element::Secrecy => &["秘密★1年", "秘密★10年", "机密★20年", "绝密★30年"],
        Element::Urgency => &["特急", "加急"],
        Element::Note => &["此件公开发布", "此件依申请公开", "此件不予公开"],
        Element::PrintedOn => return vec![dates::today()],
        Element::IssuerMark => {
            let signature = bench.with(|it| it.head(HeadField::Signature).trim().to_owned());
            return if signature.is_empty() { Vec::new() } else { vec![signature + "文件"] };
        }
        Element::DocumentNumber
        | Element::Signatory
        | Element::CopyTo
        | Element::PrintedBy
        | Element::AboveTitle
        | Element::Subtitle
        | Element::Byline
        | Element::BelowDate => &[],
    };
    fixed.iter().map(|it| (*it).to_owned()).collect()
}

/// Beginnings for an element, put behind what is written.
fn starters(element: Element) -> Vec<String> {
    match element {
        Element::DocumentNumber => {
            let year: String = dates::today().chars().take_while(char::is_ascii_digit).collect();
            vec![format!("〔{year}〕1号")]
        }
        _ => Vec::new(),
    }
}

fn field(bench: Bench, row: Row) -> AnyView {
    let at = TextAt::Element(row.element);
    view! {
        <TextField
            at
            label=row.label
            hint=ruled(row.rule, row.clause)
            rows=row.rows
            choices=choices(bench, row.element)
            starters=starters(row.element)
        />
    }
}

fn ruled(rule: Signal<String>, clause: &'static str) -> Signal<String> {
    if clause.is_empty() {
        return rule;
    }
    words!(elements.rule, rule = rule.get(), clause = clause)
}
