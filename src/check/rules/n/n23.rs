//! Symbols of units in the wrong case.

use crate::check::class::Class;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N23.
pub(super) static RULE: Rule =
    Rule::new("N23", Level::Doubt, Source::standard("GB 3100～3102—1993"), Scope::Paragraph(find));

const SYMBOLS: [(&str, &str); 24] = [
    ("KM", "km"),
    ("Km", "km"),
    ("KG", "kg"),
    ("Kg", "kg"),
    ("KW", "kW"),
    ("Kw", "kW"),
    ("kw", "kW"),
    ("KWH", "kW·h"),
    ("KWh", "kW·h"),
    ("kwh", "kW·h"),
    ("Kwh", "kW·h"),
    ("kWh", "kW·h"),
    ("CM", "cm"),
    ("MM", "mm"),
    ("KV", "kV"),
    ("Kv", "kV"),
    ("kv", "kV"),
    ("HZ", "Hz"),
    ("hz", "Hz"),
    ("KHZ", "kHz"),
    ("MHZ", "MHz"),
    ("Mhz", "MHz"),
    ("mw", "MW"),
    ("Mw", "MW"),
];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for number in para.numbers.iter().filter(|it| it.is_arabic) {
        let start = number.range.end + usize::from(para.at(number.range.end) == ' ');
        let n =
            para.classes.iter().skip(start).take(6).take_while(|&&it| it == Class::Latin).count();
        let words = para.slice(start..start + n);
        let is_part = matches!(para.class_before(number.range.start), Class::Latin | Class::Join)
            || para.before(number.range.start) == '-';
        let is_end = !matches!(para.class(start + n), Class::Digit | Class::Latin);
        let symbol = SYMBOLS.iter().find(|it| it.0 == words && it.0 != "kWh");
        if let Some((_, right)) = symbol.filter(|_| !is_part && is_end) {
            hits.push(Hit::new(para, start..start + n).fix(*right));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "架线5KM，装机30Kw，电压110KV。", "架线5km，装机30kW，电压110kV。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "架线5km，速度5G，型号A5KM，4K电视，30MW。");
    }
}
