//! Times and days in words, on the author's own clock.

use js_sys::Date;

use crate::ui::browser::clock;
use crate::ui::words::t;

/// `14:03:22`.
pub fn time(ms: u64) -> String {
    let date = date(ms);
    format!("{:02}:{:02}:{:02}", date.get_hours(), date.get_minutes(), date.get_seconds())
}

/// `今天 14:03`, `昨天 14:03` or `2025年12月20日`.
pub fn day(ms: u64) -> String {
    let date = date(ms);
    let minutes = format!("{:02}:{:02}", date.get_hours(), date.get_minutes());
    let now = self::date(clock());
    let midnight = |it: &Date| {
        let days = Date::new_with_year_month_day(
            it.get_full_year(),
            it.get_month() as i32,
            it.get_date() as i32,
        );
        days.get_time()
    };
    const DAY_MS: f64 = 86_400_000.0;
    // Days are not all equally long where clocks change, hence the rounding.
    match ((midnight(&now) - midnight(&date)) / DAY_MS).round() {
        0.0 => t!(time.today, time = minutes),
        1.0 => t!(time.yesterday, time = minutes),
        _ => {
            let (year, month, day) = (date.get_full_year(), date.get_month() + 1, date.get_date());
            t!(time.day, year = year, month = month, day = day)
        }
    }
}

/// `12月20日 14:03`.
pub fn moment(ms: u64) -> String {
    let date = date(ms);
    let minutes = format!("{:02}:{:02}", date.get_hours(), date.get_minutes());
    t!(time.moment, month = date.get_month() + 1, day = date.get_date(), time = minutes)
}

/// Today as GB/T 9704-2012, 7.3.5.4 writes it: `2025年1月8日`.
pub fn today() -> String {
    let date = date(clock());
    format!("{}年{}月{}日", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// Today as `20250108`, for file names.
pub fn today_digits() -> String {
    let date = date(clock());
    format!("{:04}{:02}{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// The year that a report written today is about: last year's in the first
/// months, when 年度 reports are still due, this year's after that.
pub fn report_year() -> u32 {
    let date = date(clock());
    let year = date.get_full_year();
    if date.get_month() < 3 { year - 1 } else { year }
}

fn date(ms: u64) -> Date {
    Date::new(&(ms as f64).into())
}
