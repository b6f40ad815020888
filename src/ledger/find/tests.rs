use super::*;

/// Figures in the text, told as `value|unit` and their kind where it is no plain
/// figure.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let chars: Vec<char> = text.chars().collect();
    let slice = |it: &Range<usize>| chars[it.clone()].iter().collect::<String>();
    let tell = |it: &Found| match it.kind {
        Kind::Figure => format!("{}|{}", slice(&it.value), slice(&it.unit)),
        kind => format!("{kind:?} {}", slice(&it.range)),
    };
    let found: Vec<_> = find(&chars).iter().map(tell).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn values_and_units_are_told_apart() {
    check("培训2300余名干部", &["2300余|名"]);
    check("投资约3.5亿元", &["约3.5|亿元"]);
    check("处理400多万件", &["400多|万件"]);
    check("超3亿多元", &["超3亿多|元"]);
    check("占比11.6%，提高1.2个百分点", &["11.6|%", "1.2|个百分点"]);
    check("完成3,642.5万元", &["3,642.5|万元"]);
    check("新修公路12千米、发电5千瓦时", &["12|千米", "5|千瓦时"]);
    check("为-3.2%", &["-3.2|%"]);
    check("得分98.5。", &["98.5|"]);
}

#[test]
fn chinese_digits_are_found_where_they_count() {
    check("帮扶三个村、走访四十户", &["三|个", "四十|户"]);
    check("占百分之五", &["百分之五|"]);
    check("惠及百余人", &["百余|人"]);
    check("建成一项统一制度，三农和两会，八桂大地", &[]);
    check("增强“四个意识”，坚定四个自信，数十名、几十次", &[]);
    check("省市县三级、十分重视、一带一路、三五个人", &[]);
    check("翻两番", &["两|番"]);
}

#[test]
fn times_are_no_figures() {
    check("2025年，截至9月底", &["Year 2025年", "Date 9月"]);
    check("2025年度的3月15日", &["Year 2025年度", "Date 3月15日"]);
    check("2021—2025年", &["Year 2021", "Year 2025年"]);
    check("近5年、9个月、连续3届", &["5|年", "9|个月", "3|届"]);
    check("9:30开会，1—9月", &["Date 9:30", "Date 1", "Date 9月"]);
}

#[test]
fn names_and_orders_are_kinds_of_their_own() {
    check("云政办发〔2025〕46号文件", &["DocumentNumber 〔2025〕46号"]);
    check(
        "第8届展会、十三届政协、第七次座谈会、党的二十大",
        &["Session 第8届", "Session 十三届", "Session 第七次", "Session 二十大"],
    );
    check("成立40周年", &["Anniversary 40周年"]);
    check("居全省第4位", &["Ordinal 第4位"]);
    check("1.加强学习。（2）抓好落实", &["Marker 1.", "Marker （2）"]);
    check(
        "5G基站12个，12345热线，3A级景区，“12345”",
        &["Name 5", "12|个", "Name 12345", "Name 3", "Name 12345"],
    );
    check("“1+3+N”模式，十四五规划", &["Name 1", "Name 3"]);
}

#[test]
fn half_width_commas_join_nothing() {
    check("获一等奖2篇,二等奖2篇", &["2|篇", "2|篇"]);
    check("2025年,300人参加", &["Year 2025年", "300|人"]);
    check("第1,2项", &["Ordinal 第1", "2|项"]);
}

#[test]
fn ranges_share_their_unit() {
    let chars: Vec<char> = "每批5—8个".chars().collect();
    let found = find(&chars);
    assert!(found.iter().all(|it| it.in_range && it.measure == "个"), "{found:?}");
}

#[test]
fn hedges_are_read_and_words_are_not() {
    let of = |text: &str| find(&text.chars().collect::<Vec<_>>())[0].exactness;
    assert_eq!(of("近300人"), Exactness::More.min(Exactness::About));
    assert_eq!(of("300人左右"), Exactness::About);
    assert_eq!(of("300人以上"), Exactness::More);
    assert_eq!(of("节约300元"), Exactness::Exact);
    assert_eq!(of("附近300户"), Exactness::Exact);
    assert_eq!(of("不足300户"), Exactness::Less);
}

/// Whatever the text, places are in order and within it.
#[test]
fn any_text_has_places_in_order() {
    let words = [
        "3",
        ".",
        ",",
        "〔",
        "〕",
        "号",
        "第",
        "年",
        "月",
        "日",
        "约",
        "多",
        "万",
        "元",
        "百分之",
        "一",
        "十",
        "届",
        "（",
        "）",
        "“",
        "”",
        "—",
        "，",
        "。",
        "a",
        "+",
        "/",
        "：",
        "0",
        "-",
        "\n",
        "大",
        "次",
        "会",
        "%",
    ];
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..5000 {
        let mut text = Vec::new();
        for _ in 0..14 {
            seed ^= seed >> 12;
            seed ^= seed << 25;
            seed ^= seed >> 27;
            let at = (seed.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize;
            text.extend(words[at % words.len()].chars());
        }
        let found = find(&text);
        let mut end = 0;
        for it in &found {
            assert!(end <= it.range.start && it.range.start < it.range.end, "{text:?} {it:?}");
            assert!(it.range.end <= text.len(), "{text:?}");
            assert!(
                it.range.start <= it.value.start && it.value.end <= it.unit.end,
                "{text:?} {it:?}"
            );
            assert!(
                it.value.start < it.value.end && it.value.end == it.unit.start,
                "{text:?} {it:?}"
            );
            end = it.range.end;
        }
    }
}
