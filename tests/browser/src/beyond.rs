//! What WebDriver has no word for, said to each browser in its own way.

use crate::chromium;
use crate::driver::Failure;
use crate::engine::Engine;
use crate::firefox;
use crate::session::{Session, base64};
use crate::webkit;

impl Session {
    /// Gives the page the screen of a phone, or of anything else.
    #[track_caller]
    pub fn set_screen(&self, size: (u32, u32)) {
        let driver = self.driver();
        let done = match self.engine() {
            Engine::Chromium | Engine::OldChromium => chromium::set_screen(driver, size),
            Engine::Firefox => firefox::set_screen(driver, size),
            Engine::Webkit => webkit::set_screen(driver, size),
        };
        done.unwrap_or_else(|it| panic!("the screen stays: {it}"));
        self.settle();
    }

    /// Goes on at the beginning of the page when Tab has left it for the browser's
    /// own bars, as Firefox does at the end; its driver's keys do not come back.
    #[track_caller]
    pub fn enter_page(&self) {
        const BEGIN: &str = "document.querySelector('a, button').focus()";
        if self.engine() == Engine::Firefox
            && self.script("return document.hasFocus()", &[]) == false
        {
            let entered = firefox::enter_page(self.driver());
            entered.unwrap_or_else(|it| panic!("the page does not get the focus: {it}"));
            self.script(BEGIN, &[]);
        }
    }

    /// Shows half a word of an input method in the focused field.
    #[track_caller]
    pub fn compose(&self, text: &str) {
        let driver = self.driver();
        let done = match self.engine() {
            Engine::Chromium | Engine::OldChromium => chromium::compose(driver, text),
            Engine::Firefox => firefox::compose(driver, text),
            Engine::Webkit => webkit::compose(driver, text),
        };
        done.unwrap_or_else(|it| panic!("no input method: {it}"));
        self.settle();
    }

    /// Ends the input method's word with this text.
    #[track_caller]
    pub fn compose_end(&self, text: &str) {
        let driver = self.driver();
        let done = match self.engine() {
            Engine::Chromium | Engine::OldChromium => chromium::compose_end(driver, text),
            Engine::Firefox => firefox::compose_end(driver, text),
            Engine::Webkit => webkit::compose_end(driver, text),
        };
        done.unwrap_or_else(|it| panic!("no input method: {it}"));
        self.settle();
    }

    /// Cuts the page off from its server, and the browser from every network
    /// where it has a switch for that.
    #[track_caller]
    pub fn go_offline(&self) {
        let driver = self.driver();
        let done = match self.engine() {
            Engine::Chromium | Engine::OldChromium => chromium::set_offline(driver, true),
            Engine::Firefox => firefox::set_offline(driver),
            Engine::Webkit => Ok(()),
        };
        done.unwrap_or_else(|it| panic!("the network stays: {it}"));
        self.stop_server();
    }

    /// The page as a PDF file, on the paper that its own style asks for.
    #[track_caller]
    pub fn print(&self) -> Vec<u8> {
        let printed = match self.engine() {
            Engine::Chromium | Engine::OldChromium => chromium::print(self.driver()),
            Engine::Firefox => {
                // It prints what is on the page when it is asked; the page's own
                // button and Ctrl+P put all sheets there first, as this does.
                self.script("dispatchEvent(new Event('beforeprint'))", &[]);
                self.settle();
                firefox::print(self.driver())
            }
            Engine::Webkit => panic!("WebKitWebDriver does not print"),
        };
        let printed = self.must(printed, "print");
        base64(printed.as_str().unwrap_or_default())
    }

    /// What the page has reported as an error since this was last asked.
    pub fn errors(&self) -> Result<Vec<String>, Failure> {
        match self.engine() {
            Engine::Chromium | Engine::OldChromium => chromium::errors(self.driver()),
            Engine::Firefox => firefox::errors(self.driver()),
            Engine::Webkit => webkit::errors(self.driver()),
        }
    }

    /// The addresses that the page has asked for since this was last asked; in
    /// WebKit, since it was loaded.
    pub fn requests(&self) -> Result<Vec<String>, Failure> {
        match self.engine() {
            Engine::Chromium | Engine::OldChromium => chromium::requests(self.driver()),
            Engine::Firefox => firefox::requests(self.driver()),
            Engine::Webkit => webkit::requests(self.driver()),
        }
    }
}
