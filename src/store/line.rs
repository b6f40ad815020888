//! Small things as one line of fields, where JSON would cost more code than the
//! things are worth.

/// What stands between two fields. No text of ours holds it: `model::clean` drops
/// it, and JSON escapes it.
pub const BETWEEN: char = '\u{1f}';

/// A line of these fields.
pub fn join<const N: usize>(fields: [&str; N]) -> String {
    let mut line = String::new();
    for (n, field) in fields.into_iter().enumerate() {
        if n != 0 {
            line.push(BETWEEN);
        }
        line.extend(field.chars().filter(|it| *it != BETWEEN));
    }
    line
}

/// The fields of a line.
pub fn fields(line: &str) -> std::str::Split<'_, char> {
    line.split(BETWEEN)
}

/// The next field as a number.
pub fn number<'a>(fields: &mut impl Iterator<Item = &'a str>) -> Option<u64> {
    fields.next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_they_were_joined() {
        let line = join(["a\u{1f}b", "", "7"]);
        let mut fields = fields(&line);
        assert_eq!((fields.next(), fields.next()), (Some("ab"), Some("")));
        assert_eq!(number(&mut fields), Some(7));
        assert_eq!(number(&mut fields), None);
    }
}
