//! Personal data in a text that may be made public: identity numbers and mobile phones.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// E19.
pub(super) static RULE: Rule =
    Rule::new("E19", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut idx = 0;
    while idx < para.len() {
        let start = idx;
        while para.at(idx).is_ascii_digit() {
            idx += 1;
        }
        let end =
            if idx - start == 17 && matches!(para.at(idx), 'X' | 'x') { idx + 1 } else { idx };
        let digits = para.chars.get(start..end).unwrap_or_default();
        if is_identity(digits) || is_mobile(digits) {
            hits.push(Hit::new(para, start..end));
        }
        idx = end.max(start + 1);
    }
    hits
}

/// A mobile number of the mainland.
fn is_mobile(digits: &[char]) -> bool {
    digits.len() == 11 && digits[0] == '1' && ('3'..='9').contains(&digits[1])
}

/// An identity number with its check digit (GB 11643—1999).
fn is_identity(digits: &[char]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let (Some(body), Some(last)) = (digits.get(..17), digits.get(17)) else { return false };
    let sum: u32 =
        body.iter().zip(WEIGHTS).filter_map(|(it, weight)| Some(it.to_digit(10)? * weight)).sum();
    let check = "10X98765432".chars().nth((sum % 11) as usize);
    digits.len() == 18 && check == Some(last.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "联系人电话⟦13800000000⟧，证号⟦11010519491231002X⟧。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "总计12345678901元，编号110105194912310021。");
        silent(&RULE, "电话0771-1234567。");
    }
}
