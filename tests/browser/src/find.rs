//! Finds what is on the screen by role and accessible name, and acts on it.

use serde_json::{Value, json};

use crate::clock::{self, PATIENCE};
use crate::driver::{Element, Failure};
use crate::engine::Engine;
use crate::keys::Key;
use crate::session::Session;

/// The script that computes roles and names; each document gets it once.
const SCRIPT: &str = include_str!("find.js");

/// Brings an element to the middle of what can be seen.
const SCROLL: &str = "arguments[0].scrollIntoView({ block: 'center' })";

/// What is looked for: a role, a name, and perhaps where.
#[derive(Debug, Clone)]
pub struct Locator<'a> {
    session: &'a Session,
    role: &'static str,
    name: Option<String>,
    within: Option<String>,
    nth: usize,
}

impl Session {
    /// Calls one of the functions of `find.js`.
    #[track_caller]
    pub fn call(&self, function: &str, args: &[Value]) -> Value {
        let answer = self.try_call(function, args);
        self.must(answer, function)
    }

    pub(crate) fn try_call(&self, function: &str, args: &[Value]) -> Result<Value, Failure> {
        let script = format!(
            "return window.__chengwen ? [window.__chengwen.{function}(...arguments)] : 'absent'"
        );
        let mut answer = self.driver().script(&script, args)?;
        if answer == json!("absent") {
            self.driver().script(SCRIPT, &[])?;
            answer = self.driver().script(&script, args)?;
        }
        Ok(answer.get_mut(0).map(Value::take).unwrap_or_default())
    }
}

impl<'a> Locator<'a> {
    /// Looks for a role; every name will do.
    pub fn new(session: &'a Session, role: &'static str) -> Self {
        Self { session, role, name: None, within: None, nth: 0 }
    }

    /// Only with this name.
    pub fn named(self, name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..self }
    }

    /// Only inside the region, dialog, table or row of this name.
    pub fn within(self, region: impl Into<String>) -> Self {
        Self { within: Some(region.into()), ..self }
    }

    /// Of several, this one; they count from zero.
    pub fn nth(self, nth: usize) -> Self {
        Self { nth, ..self }
    }

    /// How many there are now.
    #[track_caller]
    pub fn count(&self) -> usize {
        self.all().len()
    }

    /// Whether there is one now.
    #[track_caller]
    pub fn is_there(&self) -> bool {
        self.nth < self.count()
    }

    /// All of them, as they are now.
    #[track_caller]
    pub fn all(&self) -> Vec<Element> {
        // One may go away while it is on its way here.
        let passing = |it: &Result<Value, Failure>| it.as_ref().is_err_and(Failure::is_passing);
        let answer = clock::wait(PATIENCE, || Some(self.look()).filter(|it| !passing(it)));
        elements(&self.session.must(answer.unwrap_or_else(|| self.look()), self.role))
    }

    /// The names of all of them, as they are now.
    #[track_caller]
    pub fn names(&self) -> Vec<String> {
        self.read_all(|it| self.session.try_call("name", &[it.argument()]))
    }

    /// What is on the screen in each of them.
    #[track_caller]
    pub fn texts(&self) -> Vec<String> {
        let read = "return arguments[0].textContent.trim()";
        self.read_all(|it| self.session.driver().script(read, &[it.argument()]))
    }

    /// Reads something of all of them; again where the page has drawn them anew meanwhile.
    #[track_caller]
    fn read_all(&self, read: impl Fn(&Element) -> Result<Value, Failure>) -> Vec<String> {
        let mut last = String::new();
        let found = clock::wait(PATIENCE, || {
            let all = self.all();
            match all.iter().map(&read).collect::<Result<Vec<_>, _>>() {
                Ok(found) => Some(found.iter().map(text).collect()),
                Err(failure) => {
                    last = failure.to_string();
                    None
                }
            }
        });
        found.unwrap_or_else(|| panic!("cannot read {}: {last}", self.what()))
    }

    /// The element; waits for it.
    #[track_caller]
    pub fn element(&self) -> Element {
        self.act("find", |_| Ok(())).0
    }

    /// Waits until there is none.
    #[track_caller]
    pub fn gone(&self) {
        let gone = clock::wait(PATIENCE, || (!self.is_there()).then_some(()));
        assert!(gone.is_some(), "still there: {}\n{}", self.what(), self.there_is());
    }

    /// Presses the pointer on it.
    #[track_caller]
    pub fn click(&self) {
        let driver = self.session.driver();
        self.act("click", |it| {
            driver.click(it).or_else(|failure| {
                // Something lies over it: a person would scroll it free.
                driver.script(SCROLL, &[it.argument()])?;
                driver.click(it).map_err(|_| failure)
            })
        });
    }

    /// Puts the caret into it, behind its text.
    #[track_caller]
    pub fn focus(&self) {
        self.act("focus", |it| {
            self.session.driver().script("arguments[0].focus()", &[it.argument()])
        });
    }

    /// Puts this text into the field in place of what it holds: typed when it is
    /// short, pasted when it is long.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        if self.session.engine() == Engine::Webkit {
            // Its keys come one by one: what the page still wants to have the focus
            // would get the later ones.
            self.session.settle();
        }
        self.act("fill", |it| {
            self.session.try_call("select", &[it.argument()])?;
            self.insert(it, text)
        });
        let held = clock::wait(PATIENCE / 4, || (self.value() == text).then_some(()));
        assert!(held.is_some(), "{} holds\n{:?}\nnot\n{text:?}", self.what(), self.value());
    }

    /// Types or pastes this text where the caret is.
    #[track_caller]
    pub fn add(&self, text: &str) {
        self.act("write into", |it| {
            let caret = "const it = arguments[0]; it.focus();
                it.setSelectionRange(it.value.length, it.value.length)";
            self.session.driver().script(caret, &[it.argument()])?;
            self.insert(it, text)
        });
    }

    fn insert(&self, element: &Element, text: &str) -> Result<(), Failure> {
        let driver = self.session.driver();
        // The driver's keyboard has no emoji, and its Enter may submit.
        let odd = |c: char| c.is_control() || '\u{ffff}' < c || is_key(c);
        if text.is_empty()
            || text.chars().any(odd)
            || self.session.typed.get() < text.chars().count()
        {
            self.session.try_call("paste", &[json!(text)]).map(drop)
        } else {
            driver.send_keys(element, text)
        }
    }

    /// Chooses the option of this name.
    #[track_caller]
    pub fn choose(&self, option: &str) {
        const OPTION: &str = "const [list, name] = arguments;
            return [...list.options].find((it) => it.label.trim() === name) || null";
        let driver = self.session.driver();
        self.act(&format!("choose {option:?} in"), |it| {
            let found = driver.script(OPTION, &[it.argument(), json!(option)])?;
            let absent = Failure {
                error: "no such element".to_owned(),
                message: format!("no option {option:?}"),
            };
            let option = Element::of(&found).ok_or(absent)?;
            driver.click(&option).or_else(|failure| {
                // The list is out of sight, and with it what it offers.
                driver.script(SCROLL, &[it.argument()])?;
                driver.click(&option).map_err(|_| failure)
            })
        });
    }

    /// Gives a file to a file input.
    #[track_caller]
    pub fn give(&self, path: &std::path::Path) {
        self.act("give a file to", |it| {
            self.session.driver().send_keys(it, &path.display().to_string())
        });
    }

    /// Presses keys while it has the focus.
    #[track_caller]
    pub fn press(&self, keys: &[Key]) {
        self.focus();
        self.session.press(keys);
    }

    /// What the field holds.
    #[track_caller]
    pub fn value(&self) -> String {
        text(&self.property("value"))
    }

    /// The text on the screen.
    #[track_caller]
    pub fn text(&self) -> String {
        text(&self.property("textContent"))
    }

    /// A property of the element.
    #[track_caller]
    pub fn property(&self, property: &str) -> Value {
        self.script("return arguments[0][arguments[1]]", &[json!(property)])
    }

    /// An attribute of the element; empty when it has none.
    #[track_caller]
    pub fn attribute(&self, attribute: &str) -> String {
        let read = "return arguments[0].getAttribute(arguments[1]) || ''";
        text(&self.script(read, &[json!(attribute)]))
    }

    /// Runs a script with the element as its first argument; again where the page has
    /// drawn it anew meanwhile.
    #[track_caller]
    pub fn script(&self, script: &str, args: &[Value]) -> Value {
        let all = |it: &Element| [&[it.argument()], args].concat();
        self.act("look at", |it| self.session.driver().script(script, &all(it))).1
    }

    /// Looks for the element and acts on it until that succeeds: a page that
    /// draws meanwhile takes the element away under one's hands.
    #[track_caller]
    fn act<T>(
        &self,
        what: &str,
        mut act: impl FnMut(&Element) -> Result<T, Failure>,
    ) -> (Element, T) {
        let mut last = String::new();
        let done = clock::wait(PATIENCE, || {
            let tried = self.look_calmly().and_then(|found| {
                let element = elements(&found).into_iter().nth(self.nth);
                element.map(|it| act(&it).map(|done| (it, done))).transpose()
            });
            match tried {
                Ok(Some(done)) => return Some(Ok(done)),
                Ok(None) => {}
                Err(failure) => {
                    last = format!("\n{failure}");
                    if !failure.is_passing() {
                        return Some(Err(()));
                    }
                }
            }
            None
        });
        match done {
            Some(Ok(done)) => done,
            _ => panic!("cannot {what} {}{last}\n{}", self.what(), self.there_is()),
        }
    }

    fn look(&self) -> Result<Value, Failure> {
        self.session.try_call("find", &[json!(self.role), json!(self.name), json!(self.within)])
    }

    /// Looks once the worker has nothing left to draw; until then there is nothing.
    fn look_calmly(&self) -> Result<Value, Failure> {
        let args = [json!(self.role), json!(self.name), json!(self.within), json!(true)];
        self.session.try_call("find", &args)
    }

    fn what(&self) -> String {
        let name = self.name.as_ref().map(|it| format!(" “{it}”")).unwrap_or_default();
        let nth = if self.nth == 0 { String::new() } else { format!(" no. {}", self.nth + 1) };
        let within = self.within.as_ref().map(|it| format!(" in “{it}”")).unwrap_or_default();
        format!("{}{name}{nth}{within}", self.role)
    }

    /// What there is instead, for whoever reads of the failure.
    fn there_is(&self) -> String {
        const MOST: usize = 150;
        let list = |within: &Option<String>| {
            let lines = self.session.try_call("list", &[json!(within)]).unwrap_or_default();
            let lines: Vec<_> = lines.as_array().into_iter().flatten().map(text).collect();
            lines
        };
        let mut lines = list(&self.within);
        let mut place = self.within.clone().unwrap_or_else(|| "the page".to_owned());
        if lines.is_empty() && self.within.is_some() {
            place = format!("the page, where nothing is called “{place}”");
            lines = list(&None);
        }
        lines.truncate(MOST);
        let place_in = self.session.driver().script("return location.href", &[]);
        let address = text(&place_in.unwrap_or_default());
        let stopped = self.session.driver().script(STOPPED, &[]).unwrap_or_default();
        let stopped = stopped.as_str().map(|it| format!("\nthe program has stopped: {it}"));
        let stopped = stopped.unwrap_or_default();
        format!("at {address}; on {place} there is:\n  {}{stopped}", lines.join("\n  "))
    }
}

/// What the page of a program that has broken down gives as the reason.
const STOPPED: &str =
    "return document.querySelector('[aria-labelledby=rescue-title] details p')?.textContent";

/// The text in a script's answer.
pub fn text(answer: &Value) -> String {
    answer.as_str().unwrap_or_default().to_owned()
}

fn elements(answer: &Value) -> Vec<Element> {
    answer.as_array().into_iter().flatten().filter_map(Element::of).collect()
}

/// Whether WebDriver takes the character for a key such as Enter.
fn is_key(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}
