//! The parameters of the form, group by group, a row each.

use maud::{Markup, html};

use crate::model::profile::{Face, NumberPlace, OFF, ON, Parameter, Sort};
use crate::scene::layout::{LayoutForm, words};
use crate::scene::parts::Part;
use crate::scene::words::{Locale, say};

/// The id of a parameter's control.
pub(super) fn control_id(parameter: Parameter) -> String {
    format!("layout-{}", parameter as u8)
}

/// The id of a parameter's row.
pub(super) fn row_id(parameter: Parameter) -> String {
    format!("{}-row", control_id(parameter))
}

/// The value of a switch whose box holds this.
pub(super) fn switch(text: &str) -> &'static str {
    if text == ON { ON } else { OFF }
}

impl LayoutForm {
    /// The parameters of one group: its name, then a row each.
    pub(super) fn group(&self, locale: Locale, n: usize, parameters: &[Parameter]) -> Vec<Part> {
        let Some(group) = parameters.first().map(|it| it.rule().group) else { return Vec::new() };
        let n_different = self.n_different(|it| it.rule().group == group);
        let id = format!("layout-group-{n}");
        let summary = html! {
            summary id=(id) {
                (words::group(locale, group))
                @if n_different != 0 {
                    span class="chip chip--note" { (say!(locale, layout.differs, n = n_different)) }
                }
            }
        };
        let rows = parameters.iter().map(|it| Part::new(row_id(*it), self.row(locale, *it)));
        [Part::new(id, summary)].into_iter().chain(rows).collect()
    }

    /// One parameter: what it is, what it may be, what the standard says.
    fn row(&self, locale: Locale, parameter: Parameter) -> Markup {
        let rule = parameter.rule();
        let id = control_id(parameter);
        let name = words::name(locale, parameter);
        let standard = words::value(locale, parameter, rule.standard);
        let restore = if rule.clause.is_empty() {
            say!(locale, layout.restore_usual, value = standard)
        } else {
            say!(locale, layout.restore, value = standard)
        };
        let is_wrong = self.wrong.contains_key(&parameter);
        html! {
            div class="layout__row" id=(row_id(parameter)) {
                label for=(id) { (name) }
                div class="layout__value" { (self.control(locale, parameter)) }
                p class="field__hint" id={ (id) "-rule" } { (words::rule(locale, rule)) }
                @if self.n_different(|it| it == parameter) != 0 {
                    button
                        type="button"
                        class="quiet layout__restore"
                        aria-label={ (restore) " " (name) }
                        data-act={ "restore " (parameter as u8) }
                        { (restore) }
                }
                p class="layout__wrong" role="alert" id={ (id) "-wrong" } {
                    @if is_wrong { (words::refusal(locale, parameter, self.now.value(parameter))) }
                }
            }
        }
    }

    /// The field, box or choice for a parameter.
    fn control(&self, locale: Locale, parameter: Parameter) -> Markup {
        let id = control_id(parameter);
        let act = format!("set {}", parameter as u8);
        let described_by = format!("{id}-rule {id}-wrong");
        let wrong = self.wrong.get(&parameter);
        let value = wrong.map_or(self.now.value(parameter), String::as_str);
        let select = |values: &[&str]| {
            html! {
                select id=(id) data-act=(act) {
                    @for it in values {
                        option value=(it) selected[*it == value] {
                            (words::value(locale, parameter, it))
                        }
                    }
                }
            }
        };
        match parameter.rule().sort {
            Sort::Switch => html! {
                input
                    id=(id)
                    type="checkbox"
                    aria-describedby=(described_by)
                    checked[value == ON]
                    data-act=(act);
            },
            Sort::Face => select(&Face::ALL.map(Face::value)),
            Sort::NumberPlace => select(&NumberPlace::ALL.map(NumberPlace::value)),
            Sort::Millimetres(..) | Sort::Points(..) | Sort::Count(..) | Sort::Font => html! {
                input
                    id=(id)
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby=(described_by)
                    aria-invalid=[wrong.map(|_| "true")]
                    value=(value)
                    data-act=(act);
                span class="layout__unit" { (words::unit(locale, parameter)) }
            },
        }
    }
}
