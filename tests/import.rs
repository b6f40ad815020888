//! Import loses nothing: whatever the text, what the draft prints is the text,
//! paragraph by paragraph, in txt and through docx and Markdown.

use chengwen::assemble::assemble;
use chengwen::export;
use chengwen::import::build;
use chengwen::import::notice::Notice;
use chengwen::import::recognise::{Reading, Role};
use chengwen::import::source;
use chengwen::model::clean;
use chengwen::model::draft::Draft;

/// Pseudo-random numbers, the same in every run (xorshift64*).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % n.max(1)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    /// A line that begins like something and goes on anyhow.
    fn line(&mut self) -> String {
        const STARTS: [&str; 60] = [
            "",
            "",
            "",
            "一、",
            "二、",
            "三、 ",
            "十一、",
            "（一）",
            "(二)",
            "（三）、",
            "1.",
            "2. ",
            "3、",
            "12．",
            "(1)",
            "（2）",
            "①",
            "②　",
            "⒈",
            "一是",
            "二是",
            "三是",
            "一要",
            "二要",
            "第一，",
            "第二，",
            "各位代表：",
            "各位代表！",
            "市人民政府：",
            "——2026年1月5日在全馆大会上",
            "附件：",
            "附件1：",
            "附件2",
            "附件1：名单",
            "名词解释",
            "特此报告。",
            "云溪市档案馆",
            "2026年1月5日",
            "2026-01-05",
            "当前位置：首页 > 总结 > 正文",
            "来源：云溪日报",
            "关于馆藏工作的报告",
            "云溪市市长 李云",
            "2025年工作回顾",
            "甲\t乙\t丙",
            "查档\t3\t5",
            "https://example.cn",
            "相关链接：",
            "目录",
            "（注：见附表）",
            "1.5亿元",
            "12、13号线",
            "一、二等奖",
            "0",
            "|甲|乙|",
            "# 井号",
            "- 短横",
            "**粗**",
            "1）",
            "\u{202e}",
        ];
        const WORDS: [&str; 44] = [
            "修订归档范围表",
            "。",
            "，",
            "；",
            "：",
            "！",
            "全年接待查档3600人次",
            "一是",
            "二是",
            "　",
            " ",
            "  ",
            "\t",
            "”",
            "“",
            "（试行）",
            "2025年",
            "1.",
            "、",
            "5.5%",
            "\u{0}",
            "\u{1}",
            "\u{7f}",
            "\u{feff}",
            "\u{ffff}",
            "\u{200b}",
            "\u{200f}",
            "שלום",
            "👨‍👩‍👧",
            "e\u{301}",
            "\u{a0}",
            "\u{2028}",
            "\u{85}",
            "\u{b}",
            "<w:p>",
            "&amp;",
            "]]>",
            "\\",
            "*",
            "_",
            "`",
            "#",
            "|",
            "…",
        ];
        let mut line = self.pick(&["", "", "　　", "  ", "\t"]).to_owned();
        line.push_str(self.pick(&STARTS));
        let n_words = if self.below(40) == 0 { 400 } else { self.below(7) };
        for _ in 0..n_words {
            line.push_str(self.pick(&WORDS));
        }
        line.push_str(self.pick(&["", "", "。", " ", "　"]));
        line
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(24) {
            text.push_str(&self.line());
            text.push_str(self.pick(&["\n", "\n", "\r\n", "\n\n", "\n \n"]));
        }
        text
    }
}

fn seeds() -> impl Iterator<Item = Chance> {
    let n = std::env::var("CHENGWEN_IMPORTS").ok().and_then(|it| it.parse().ok()).unwrap_or(2000);
    (1..=n).map(|seed: u64| Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
}

/// The paragraphs of a text, as they can be printed.
fn paragraphs(text: &str) -> Vec<String> {
    clean::paragraphs(text).map(|it| it.into_owned()).collect()
}

fn imported(bytes: &[u8], name: &str) -> (Draft, Vec<Notice>) {
    let source = source::read(bytes, name).expect("a text");
    build::draft(&Reading::new(source.lines), "d")
}

#[test]
fn any_text_comes_back_paragraph_by_paragraph() {
    let mut n_given_up = 0;
    for mut chance in seeds() {
        let text = chance.text();
        let expected = paragraphs(&text);
        if expected.is_empty() {
            assert_eq!(
                source::read(text.as_bytes(), "a.txt"),
                Err(source::Refusal::Empty),
                "{text:?}"
            );
            continue;
        }
        let (draft, notices) = match source::read(text.as_bytes(), "a.txt") {
            Ok(source) => build::draft(&Reading::new(source.lines), "d"),
            // Many control characters in a short text are no text.
            Err(source::Refusal::Binary) => continue,
            Err(other) => panic!("{other:?}: {text:?}"),
        };
        assert_eq!(paragraphs(&export::txt(&assemble(&draft))), expected, "{text:?}");
        let whole = Notice::Plain(expected.len());
        n_given_up += usize::from(3 < expected.len() && notices.contains(&whole));
    }
    // The last resort is for what nobody has thought of.
    assert_eq!(n_given_up, 0);
}

#[test]
fn any_text_goes_through_a_word_document_and_back() {
    for mut chance in seeds().step_by(25) {
        let text = chance.text();
        let expected = paragraphs(&text);
        let Ok(source) = source::read(text.as_bytes(), "a.txt") else { continue };
        let (draft, _) = build::draft(&Reading::new(source.lines), "d");
        let document = assemble(&draft);
        let docx = export::docx(&document, &draft.profile, &export::properties(&draft));
        let (again, _) = imported(&docx, "a.docx");
        assert_eq!(paragraphs(&export::txt(&assemble(&again))), expected, "{text:?}");
    }
}

#[test]
fn any_text_goes_through_markdown_and_back() {
    for mut chance in seeds().step_by(25) {
        let text = chance.text();
        let Ok(source) = source::read(text.as_bytes(), "a.txt") else { continue };
        let (draft, _) = build::draft(&Reading::new(source.lines), "d");
        let md = export::md(&assemble(&draft));
        let (again, _) = imported(md.as_bytes(), "a.md");
        assert_eq!(paragraphs(&export::txt(&assemble(&again))), paragraphs(&text), "{md}");
    }
}

#[test]
fn what_the_author_corrects_loses_nothing_either() {
    const ROLES: [Role; 18] = [
        Role::Residue,
        Role::Front,
        Role::Title,
        Role::Subtitle,
        Role::Byline,
        Role::Addressee,
        Role::Body,
        Role::Heading(0),
        Role::Heading(2),
        Role::RunIn(1),
        Role::Item(5),
        Role::Point,
        Role::Row,
        Role::Signature,
        Role::Date,
        Role::AttachmentLabel,
        Role::AttachmentTitle,
        Role::After,
    ];
    for mut chance in seeds().step_by(4) {
        let text = chance.text();
        let Ok(source) = source::read(text.as_bytes(), "a.txt") else { continue };
        let mut reading = Reading::new(source.lines);
        let n = reading.lines().len();
        for _ in 0..6 {
            let idx = chance.below(n);
            match chance.below(3) {
                0 => reading.shift(idx, chance.below(2) == 0),
                _ => reading.set(idx, ROLES[chance.below(ROLES.len())]),
            }
        }
        let (draft, _) = build::draft(&reading, "d");
        assert_eq!(paragraphs(&export::txt(&assemble(&draft))), paragraphs(&text), "{text:?}");
    }
}
