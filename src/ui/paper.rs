//! The paper: the report as pages of A4, as they will be printed.
//!
//! Only the sheets in sight are on the page; the others are room to scroll
//! through. To print, all of them are put there first.

use chengwen_view::view;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ResizeObserver;

use crate::export::html::{fonts, rounded};
use crate::layout::NoticeKind;
use crate::layout::units::in_mm;
use crate::model::edit::Place;
use crate::route::Route;
use crate::ui::bench::Bench;
use crate::ui::browser::element;
use crate::ui::desk::Desk;
use crate::ui::each::{Each, each};
use crate::ui::paper_page::PaperPage;
use crate::ui::proof::{Proof, Spot};
use crate::ui::words::{t, words};

/// A sheet in pixels, and the gap below it.
const SHEET: (f64, f64) = (210.0 * PX, 297.0 * PX);
const GAP: f64 = 16.0;
/// Pixels in a millimetre.
const PX: f64 = 96.0 / 25.4;

/// Steps of the zoom buttons.
const STEPS: [usize; 9] = [40, 50, 60, 75, 90, 100, 125, 150, 200];

/// What stands for fitting the width among them.
const FIT: usize = 0;

/// Which sheets are on the page, and how large.
#[derive(Clone, Copy)]
struct View {
    /// In per cent of the true size, or [`FIT`].
    zoom: RwSignal<usize>,
    /// Width and height of the pane, in pixels.
    pane: RwSignal<(usize, usize)>,
    /// How far it is scrolled, in pixels.
    top: RwSignal<usize>,
    /// Whether all sheets are wanted, to be printed.
    all: RwSignal<bool>,
}

impl View {
    fn scale(self) -> f64 {
        match self.zoom.get() {
            FIT => (self.pane.get().0 as f64 / SHEET.0).clamp(0.2, 1.6),
            it => it as f64 / 100.0,
        }
    }

    /// The sheets in sight and one on either side, from zero.
    fn range(self, n_pages: usize) -> (usize, usize) {
        if self.all.get() {
            return (0, n_pages);
        }
        let pitch = (SHEET.1 + GAP) * self.scale();
        let first = (self.top.get() as f64 / pitch) as usize;
        let last = ((self.top.get() + self.pane.get().1) as f64 / pitch) as usize;
        let first = first.min(n_pages.saturating_sub(1));
        (first.saturating_sub(1), (last + 2).min(n_pages))
    }

    /// The sheet in the middle of the pane, from one.
    fn current(self, n_pages: usize) -> usize {
        let pitch = (SHEET.1 + GAP) * self.scale();
        let middle = self.top.get() + self.pane.get().1 / 2;
        ((middle as f64 / pitch) as usize + 1).min(n_pages)
    }
}

/// The report on paper.
#[component]
pub fn Paper() -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let proof = expect_context::<Proof>();
    let setting = desk.shelf().setting("zoom").and_then(|it| it.parse().ok());
    let view = View {
        zoom: RwSignal::new(setting.filter(|it| STEPS.contains(it)).unwrap_or(FIT)),
        pane: RwSignal::new((0, 0)),
        top: RwSignal::new(0),
        all: proof.prints,
    };
    measure(view);
    let before = window_event_listener(ev::beforeprint, move |_| view.all.set(true));
    let after = window_event_listener(ev::afterprint, move |_| view.all.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    let lit = Signal::derive(move || match proof.focus.get() {
        Some(at) => Spot::Text(at),
        None => Spot::Place(desk.place()),
    });
    Effect::new(move |before: Option<Spot>| {
        let spot = lit.get();
        if before.is_some_and(|it| it != spot) {
            request_animation_frame(move || show(spot, proof, view));
        }
        spot
    });
    let range = Memo::new(move |_| view.range(proof.n_pages()));
    let pages = move || {
        let (first, end) = range.get();
        let page = |idx| Each::new(idx, move || view! { <PaperPage number=idx + 1 lit /> });
        (first..end).map(page).collect()
    };
    let scroll = move |_| {
        if let Some(paper) = element("paper") {
            view.top.set(paper.scroll_top().unsigned_abs() as usize);
        }
    };
    let scale = Memo::new(move |_| view.scale());
    // What was in sight stays there when its size changes.
    Effect::new(move |before: Option<f64>| {
        let now = scale.get();
        if let (Some(before), Some(paper)) = (before, element("paper"))
            && before != now
        {
            let top = f64::from(paper.scroll_top()) * now / before;
            request_animation_frame(move || paper.set_scroll_top(top.round() as i32));
        }
        now
    });
    let room = Memo::new(move |_| {
        let n = proof.n_pages();
        let fonts = proof.with_profile(fonts);
        let fonts: String = fonts.iter().map(|(name, value)| format!("{name}:{value};")).collect();
        format!("--scale:{};--n:{n};{fonts}", rounded(scale.get()))
    });
    view! {
        <section class="proof" aria-label=words!(bench.paper)>
            <Bar view />
            <div id="paper" class="paper" tabindex="0" role="group" aria-label=words!(paper.sheets) on:scroll=scroll>
                <Show when=move || bench.total().length == 0>
                    <p class="paper__empty">{words!(paper.empty)}</p>
                </Show>
                <div class="paper__room" prop:style=room>
                    <div class="paper__sheets">{each(pages)}</div>
                </div>
            </div>
        </section>
    }
}

/// Page count, zoom, and what could not be placed.
#[component]
fn Bar(view: View) -> impl IntoView {
    let (proof, desk) = (expect_context::<Proof>(), expect_context::<Desk>());
    let set = move |zoom: usize| {
        view.zoom.set(zoom);
        desk.shelf().remember("zoom", &zoom.to_string());
    };
    let percent = move || (view.scale() * 100.0).round() as usize;
    let step = move |up: bool| {
        let now = percent();
        let mut steps = STEPS.into_iter();
        let next = if up { steps.find(|it| now < *it) } else { steps.rev().find(|it| *it < now) };
        if let Some(next) = next {
            set(next);
        }
    };
    let count = move || {
        let n = proof.n_pages();
        t!(paper.count, at = view.current(n), n = n)
    };
    let notices = move || {
        let notice = |it: crate::layout::Notice| {
            Each::new((it.page, it.kind as u8, it.source), move || {
                let place = Place::of(it.source);
                let href = move || {
                    let route = desk.draft_id().map(|id| Route::Draft { id, place });
                    route.unwrap_or_default().hash()
                };
                let text = move || match it.kind {
                    NoticeKind::TableTooWide => t!(paper.table_too_wide, n = it.page),
                    NoticeKind::RowTooHigh => t!(paper.row_too_high, n = it.page),
                    NoticeKind::NoBodyOnFirstPage => t!(paper.no_body).to_owned(),
                    NoticeKind::ClosingAlone => t!(paper.closing_alone, n = it.page),
                    NoticeKind::MarkTooLong => t!(paper.mark_too_long).to_owned(),
                    NoticeKind::WordBroken => t!(paper.word_broken, n = it.page),
                };
                view! { <li><a href=href>{text}</a></li> }
            })
        };
        proof.notices().into_iter().map(notice).collect()
    };
    let button = move |name: Signal<String>, sign: &'static str, act: Callback<()>| {
        view! {
            <button type="button" class="quiet" aria-label=name title=name on:click=move |_| act.run(())>
                {sign}
            </button>
        }
    };
    view! {
        <div class="proof__bar">
            <span class="proof__count">{count}</span>
            {button(words!(paper.smaller), "−", Callback::new(move |()| step(false)))}
            <span class="proof__zoom">{move || format!("{}%", percent())}</span>
            {button(words!(paper.larger), "+", Callback::new(move |()| step(true)))}
            <button
                type="button"
                class="quiet"
                aria-pressed=Signal::derive(move || (view.zoom.get() == FIT).to_string())
                on:click=move |_| set(FIT)
            >
                {words!(paper.fit)}
            </button>
        </div>
        <ul class="proof__notices" aria-label=words!(paper.notices)>{each(notices)}</ul>
    }
}

/// Follows the size of the pane.
fn measure(view: View) {
    let read = move || {
        if let Some(paper) = element("paper") {
            // What the padding takes is not the sheet's.
            let width = paper.client_width() - 2 * GAP as i32;
            let pane = (width.max(0) as usize, paper.client_height().max(0) as usize);
            // The frame may come when the workbench is gone and another stands there.
            if view.pane.try_get_untracked().is_some_and(|it| it != pane) {
                view.pane.set(pane);
            }
        }
    };
    let callback = Closure::<dyn FnMut(JsValue)>::new(move |_| read());
    let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else { return };
    let kept = StoredValue::new_local((observer, callback));
    request_animation_frame(move || {
        if let Some(paper) = element("paper") {
            kept.try_with_value(|(observer, _)| observer.observe(&paper));
        }
        read();
    });
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}

/// Scrolls the paper to what the author is busy with, if it is out of sight.
fn show(spot: Spot, proof: Proof, view: View) {
    let Some(paper) = element("paper") else { return };
    let Some((page, y)) = proof.find(spot) else { return };
    let scale = view.scale();
    let top = proof.top_margin();
    let at = ((page - 1) as f64 * (SHEET.1 + GAP) + (in_mm(y) + top) * PX) * scale;
    let (seen, height) = (f64::from(paper.scroll_top()), f64::from(paper.client_height()));
    // On a narrow page the paper is folded away and has no height.
    if 0.0 < height && (at < seen || seen + height - 60.0 < at) {
        paper.set_scroll_top((at - height / 3.0).max(0.0) as i32);
    }
}
