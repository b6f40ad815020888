//! Says in words why a file was not taken or a draft not kept.

use wasm_bindgen::{JsCast, JsValue};

use crate::import::json::Refusal;
use crate::import::kind;
use crate::store::codec::Fault;
use crate::store::open::OpenError;
use crate::store::texts::Error;
use crate::ui::browser::ReadError;
use crate::ui::words::t;

/// Why a draft file was not taken, and that nothing has changed.
pub fn draft_file(refusal: Refusal) -> String {
    let why = match refusal {
        Refusal::TooLarge => t!(refusal.too_large).to_owned(),
        Refusal::NotText => t!(refusal.not_text).to_owned(),
        Refusal::NotADraft => t!(refusal.not_a_draft).to_owned(),
        Refusal::Truncated(spot) => t!(refusal.truncated, line = spot.line),
        Refusal::Damaged(spot) => {
            t!(refusal.damaged, line = spot.line, column = spot.column)
        }
        Refusal::Newer(_) => t!(refusal.newer).to_owned(),
    };
    format!("{why}{}", t!(refusal.nothing_changed))
}

/// Why a chosen file could not be read at all.
pub fn unread(error: ReadError) -> String {
    match error {
        ReadError::TooLarge => draft_file(Refusal::TooLarge),
        ReadError::Failed => t!(refusal.unread).to_owned(),
    }
}

/// Why a kind file was not taken: the place and the reason.
pub fn kind_file(refusal: &kind::Refusal) -> String {
    use kind::Reason;
    let reason = match &refusal.reason {
        Reason::TooLarge => t!(kind_refusal.too_large).to_owned(),
        Reason::NotText => t!(kind_refusal.not_text).to_owned(),
        Reason::Syntax => t!(kind_refusal.syntax).to_owned(),
        Reason::NotAKind => t!(kind_refusal.not_a_kind).to_owned(),
        Reason::Newer(_) => t!(kind_refusal.newer).to_owned(),
        Reason::Missing(field) => t!(kind_refusal.missing, field = field),
        Reason::WrongSort => t!(kind_refusal.wrong_sort).to_owned(),
        Reason::Numbering => t!(kind_refusal.numbering).to_owned(),
        Reason::Id => t!(kind_refusal.id).to_owned(),
        Reason::NoName => t!(kind_refusal.no_name).to_owned(),
        Reason::NoSection => t!(kind_refusal.no_section).to_owned(),
        Reason::Double(slot) => t!(kind_refusal.double, slot = slot),
        Reason::Level => t!(kind_refusal.level).to_owned(),
        Reason::Start => t!(kind_refusal.start).to_owned(),
    };
    match refusal.place {
        kind::Place::File => t!(kind_refusal.file, reason = reason),
        kind::Place::Spot(spot) => {
            t!(kind_refusal.spot, line = spot.line, column = spot.column, reason = reason)
        }
        kind::Place::Section(n) => t!(kind_refusal.section, n = n, reason = reason),
    }
}

/// Why a draft could not be opened.
pub fn opening(error: &OpenError) -> String {
    match error {
        OpenError::Absent => t!(bench.absent).to_owned(),
        OpenError::Fault(Fault::Refused(Refusal::Newer(_))) => t!(bench.newer).to_owned(),
        OpenError::Fault(_) => t!(bench.damaged).to_owned(),
        OpenError::Store(error) => t!(bench.read_failed, reason = error.to_string()),
    }
}

/// What a call of the browser threw, in its own words.
pub fn script(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => error.as_string().unwrap_or_default(),
    }
}

/// Why something could not be kept.
pub fn saving(error: &Error) -> String {
    match error {
        Error::Full => t!(save.full).to_owned(),
        Error::Denied => t!(save.denied).to_owned(),
        Error::Conflict => t!(save.conflict).to_owned(),
        Error::Failed(reason) => t!(save.failed, reason = reason),
    }
}
