use super::*;

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

    fn line(&mut self) -> String {
        const ROLES: [&str; 7] = ["b |", "b |", "i 一是|", "i 二是|", "2 （一）|", "r |", "t |"];
        const WORDS: [&str; 22] = [
            "推进",
            "工作",
            "落实",
            "，",
            "。",
            "3,642.5",
            "万元",
            "三十二",
            "个",
            "一",
            "%",
            "OA",
            " ",
            "2025年",
            "\t",
            "第",
            "亿",
            "-",
            "项目",
            "百分之五",
            "👍",
            "e\u{301}",
        ];
        let role = self.pick(&ROLES);
        let n_words = 1 + self.below(12);
        let words: String = (0..n_words).map(|_| self.pick(&WORDS)).collect();
        let words = if role == "r |" { words } else { words.replace('\t', "、") };
        format!("{role}{words}")
    }

    fn lines(&mut self, n: usize) -> Vec<String> {
        (0..n).map(|_| self.line()).collect()
    }

    /// The lines as somebody leaves them who has worked on them.
    fn revised(&mut self, lines: &[String]) -> Vec<String> {
        let mut lines = lines.to_vec();
        for _ in 0..self.below(6) {
            let at = self.below(lines.len());
            match self.below(4) {
                0 => lines.insert(at, self.line()),
                _ if lines.is_empty() => {}
                1 => drop(lines.remove(at)),
                2 => {
                    let line = lines.remove(at);
                    let to = self.below(lines.len() + 1);
                    lines.insert(to, line);
                }
                _ => lines[at] = lines[at].replace("工作", "任务").replace("3,642", "3,700"),
            }
        }
        lines
    }
}

fn document_of(lines: &[String]) -> Document {
    document(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn nothing_is_lost_and_nothing_is_invented() {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    for _ in 0..2000 {
        let n_lines = chance.below(14);
        let lines = chance.lines(n_lines);
        let revised = chance.revised(&lines);
        let (old, new) = (document_of(&lines), document_of(&revised));
        let comparison = check_whole(&old, &new);
        assert_eq!(comparison, compare(&old, &new));
        if lines == revised {
            assert_eq!(comparison.changes().count(), 0);
        }
        let same = check_whole(&new, &new);
        assert_eq!(same.changes().count(), 0, "{revised:?}");
        let counts = same.counts;
        assert_eq!(counts.old_length, counts.new_length);
    }
}

#[test]
fn texts_with_nothing_in_common_are_no_case_of_their_own() {
    let mut chance = Chance(7);
    for _ in 0..300 {
        let (n_old, n_new) = (chance.below(20), chance.below(20));
        let (old, new) = (chance.lines(n_old), chance.lines(n_new));
        check_whole(&document_of(&old), &document_of(&new));
    }
}
