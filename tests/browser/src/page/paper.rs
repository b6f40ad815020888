//! The paper: its pages, their lines, and the paragraphs that these make up.

use serde_json::{Value, json};

use super::Page;
use crate::clock::{self, PATIENCE};
use crate::driver::Element;
use crate::find::{Locator, text};

/// Finds the paper, its sheets, and the lines of a sheet; a page number stands
/// outside of what holds the lines.
const FIND: &str = "const paper = document.querySelector(`section[aria-label='${arguments[0]}']`);
    const sheets = () => paper ? [...paper.querySelectorAll('article')] : [];
    const lines = (sheet) => [...sheet.querySelectorAll(':scope > div > p')];
    const roll = paper && paper.querySelector('[role=group]');";

/// A line on the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What its sheet is called: `第 2 页`.
    pub sheet: String,
    /// Whether it begins a paragraph.
    pub begins: bool,
    /// Whether the paper lights it up.
    pub is_lit: bool,
    /// Its text.
    pub text: String,
}

/// A box on the screen, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "a box has what every box has")]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Page {
    /// The paragraphs on the paper, put together from the lines of all pages.
    ///
    /// Only the sheets in sight are there, so the page is told that it will be
    /// printed, which brings the others.
    #[track_caller]
    pub fn paper(&self) -> Vec<String> {
        const READ: &str = "const n = Number(arguments[1]), done = arguments[2];
            const read = () => sheets().flatMap(lines).map((it) =>
                [it.hasAttribute('data-first'), it.textContent]);
            if (n <= sheets().length) return done(read());
            dispatchEvent(new Event('beforeprint'));
            const start = performance.now();
            const look = () => {
                if (sheets().length < n && performance.now() - start < 5000) {
                    return requestAnimationFrame(look);
                }
                const found = read();
                dispatchEvent(new Event('afterprint'));
                done(found);
            };
            look();";
        let (_, n_pages) = self.page_count();
        let lines = self.on_paper(READ, &[json!(n_pages)], true);
        let mut paragraphs: Vec<String> = Vec::new();
        for line in lines.as_array().into_iter().flatten() {
            match paragraphs.last_mut() {
                Some(last) if line[0] != true => last.push_str(&text(&line[1])),
                _ => paragraphs.push(text(&line[1])),
            }
        }
        paragraphs
    }

    /// Waits until the paper shows this.
    #[track_caller]
    pub fn expect_paper(&self, expected: &[impl AsRef<str>]) {
        let texts = || expected.iter().map(AsRef::as_ref);
        let same = |paper: &[String]| paper.iter().map(String::as_str).eq(texts());
        if clock::wait(PATIENCE / 2, || same(&self.paper()).then_some(())).is_none() {
            let expected: Vec<_> = texts().collect();
            panic!("the paper shows\n{:#?}\nnot\n{expected:#?}", self.paper());
        }
    }

    /// Waits until the paper shows this somewhere.
    #[track_caller]
    pub fn expect_on_paper(&self, text: &str) {
        let shown = || self.paper().iter().any(|it| it.contains(text)).then_some(());
        assert!(
            clock::wait(PATIENCE / 2, shown).is_some(),
            "{text:?} is not on the paper:\n{:#?}",
            self.paper()
        );
    }

    /// The lines of the sheets that are there, which are those in sight and one
    /// on either side.
    #[track_caller]
    pub fn lines(&self) -> Vec<Line> {
        const READ: &str = "const clear = 'rgba(0, 0, 0, 0)';
            return sheets().flatMap((sheet) => lines(sheet).map((it) => [
                sheet.getAttribute('aria-label'), it.hasAttribute('data-first'),
                getComputedStyle(it).backgroundColor !== clear, it.textContent]))";
        let lines = self.on_paper(READ, &[], false);
        let line = |it: &Value| Line {
            sheet: text(&it[0]),
            begins: it[1] == true,
            is_lit: it[2] == true,
            text: text(&it[3]),
        };
        lines.as_array().into_iter().flatten().map(line).collect()
    }

    /// Presses on the line that has this in it; waits for it.
    #[track_caller]
    pub fn press_on_line(&self, words: &str) {
        const READ: &str =
            "return sheets().flatMap(lines).find((it) => it.textContent.includes(arguments[1]))";
        let mut last = String::new();
        let pressed = clock::wait(PATIENCE / 2, || {
            let line = Element::of(&self.on_paper(READ, &[json!(words)], false))?;
            // The paper may be drawn anew between the two.
            let pressed = self.session.driver().click(&line);
            pressed.map_err(|it| last = it.to_string()).ok()
        });
        assert!(pressed.is_some(), "no press on {words:?} {last}: {:#?}", self.lines());
    }

    /// Where the line is on the screen that has this in it; waits for it.
    #[track_caller]
    pub fn line_box(&self, words: &str) -> Area {
        const READ: &str = "return sheets().flatMap(lines)
            .find((it) => it.textContent.includes(arguments[1]))?.getBoundingClientRect()";
        let found = clock::wait(PATIENCE / 2, || {
            Some(self.on_paper(READ, &[json!(words)], false)).filter(|it| !it.is_null())
        });
        let found = found.unwrap_or_else(|| panic!("no line has {words:?}: {:#?}", self.lines()));
        Area::of(&found)
    }

    /// One of the lines that [`Self::lines`] gives.
    #[track_caller]
    pub fn nth_line(&self, idx: usize) -> Element {
        let found =
            self.on_paper("return sheets().flatMap(lines)[arguments[1]]", &[json!(idx)], false);
        Element::of(&found).unwrap_or_else(|| panic!("there is no line {idx}: {:#?}", self.lines()))
    }

    /// The names of the sheets that are there.
    #[track_caller]
    pub fn sheets(&self) -> Vec<String> {
        let names =
            self.on_paper("return sheets().map((it) => it.getAttribute('aria-label'))", &[], false);
        names.as_array().into_iter().flatten().map(text).collect()
    }

    /// The page numbers that are printed on the sheets that are there.
    #[track_caller]
    pub fn page_numbers(&self) -> Vec<String> {
        const READ: &str = "return sheets().flatMap((it) =>
            [...it.querySelectorAll(':scope > p')].map((it) => it.textContent))";
        let numbers = self.on_paper(READ, &[], false);
        numbers.as_array().into_iter().flatten().map(text).collect()
    }

    /// The page in sight and how many there are, as the paper says.
    #[track_caller]
    pub fn page_count(&self) -> (usize, usize) {
        const READ: &str = "const is = new RegExp(arguments[1]);
            const said = paper && [...paper.querySelectorAll('*')].map((it) =>
                it.childElementCount ? null : is.exec(it.textContent.trim())).find(Boolean);
            return said ? [Number(said[1]), Number(said[2])] : null";
        let pattern = self.word("paper.count");
        let pattern = pattern.replace("{{ at }}", r"(\d+)").replace("{{ n }}", r"(\d+)");
        let mut said = Value::Null;
        let found = clock::wait(PATIENCE / 2, || {
            said = self.on_paper(READ, &[json!(format!("^{pattern}$"))], false);
            Some((said[0].as_u64()? as usize, said[1].as_u64()? as usize))
        });
        found.unwrap_or_else(|| panic!("the paper does not say how many pages there are: {said}"))
    }

    /// Scrolls the paper to this many pixels from its top, to its end at most.
    #[track_caller]
    pub fn scroll_paper(&self, top: f64) {
        // What is opened is shown from its beginning, once it is drawn.
        self.session.settle();
        self.on_paper("roll.scrollTop = arguments[1]", &[json!(top)], false);
        self.session.settle();
    }

    /// How far the paper is scrolled, and how far it can be.
    #[track_caller]
    pub fn paper_scroll(&self) -> (f64, f64) {
        let read = "return [roll.scrollTop, roll.scrollHeight - roll.clientHeight]";
        let found = self.on_paper(read, &[], false);
        (found[0].as_f64().unwrap_or(f64::NAN), found[1].as_f64().unwrap_or(f64::NAN))
    }

    /// Where the paper can be seen.
    #[track_caller]
    pub fn paper_box(&self) -> Area {
        let found = self.on_paper("return roll.getBoundingClientRect()", &[], false);
        Area::of(&found)
    }

    /// Where an element is on the screen.
    #[track_caller]
    pub fn box_of(&self, element: &Locator<'_>) -> Area {
        Area::of(&element.script("return arguments[0].getBoundingClientRect()", &[]))
    }

    /// Runs a script with the paper at hand.
    #[track_caller]
    pub fn on_paper(&self, script: &str, args: &[Value], later: bool) -> Value {
        let script = format!("{FIND}\n{script}");
        let mut all = vec![json!(self.word("bench.paper"))];
        all.extend_from_slice(args);
        match later {
            true => self.session.script_async(&script, &all),
            false => self.session.script(&script, &all),
        }
    }
}

impl Area {
    fn of(found: &Value) -> Self {
        let length = |key: &str| found[key].as_f64().unwrap_or(f64::NAN);
        let [x, y, width, height] = ["x", "y", "width", "height"].map(length);
        Self { x, y, width, height }
    }

    /// Whether all of it is inside of another one, from top to foot.
    pub fn is_within(&self, other: &Self) -> bool {
        other.y <= self.y + 1.0 && self.y + self.height <= other.y + other.height + 1.0
    }
}
