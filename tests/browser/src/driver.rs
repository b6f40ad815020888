//! WebDriver, one command after the other.

use std::cell::Cell;

use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::engine::Engine;
use crate::old_chromium;

/// The key under which WebDriver hands out an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A WebDriver session. Its commands block: a person does one thing at a time.
#[derive(Debug)]
pub struct Driver {
    runtime: Runtime,
    client: Client,
    engine: Engine,
    closed: Cell<bool>,
}

/// An element that WebDriver has handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(String);

/// Why a command failed: WebDriver's own word for it, then a sentence.
#[derive(Debug, Clone)]
pub struct Failure {
    /// `stale element reference`, `element not interactable` and so on.
    pub error: String,
    /// What the driver says of it.
    pub message: String,
}

/// One command below the session's address.
#[derive(Debug)]
struct Command {
    method: http::Method,
    path: String,
    body: Option<Value>,
}

impl Driver {
    /// Opens a session with the driver program on this port.
    pub fn connect(
        port: u16,
        capabilities: Map<String, Value>,
        engine: Engine,
    ) -> Result<Self, String> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|it| it.to_string())?;
        let address = format!("http://127.0.0.1:{port}");
        let client = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(capabilities).connect(&address).await
        });
        let client = client.map_err(|it| it.to_string())?;
        Ok(Self { runtime, client, engine, closed: Cell::new(false) })
    }

    /// Ends the session; the browser closes.
    pub fn close(&self) {
        if !self.closed.replace(true) {
            // A browser that is gone already is as good as closed.
            let _ = self.runtime.block_on(self.client.clone().close());
        }
    }

    /// Sends a command with a body.
    pub fn post(&self, path: &str, body: Value) -> Result<Value, Failure> {
        self.issue(http::Method::POST, path, Some(body))
    }

    /// Asks for something.
    pub fn get(&self, path: &str) -> Result<Value, Failure> {
        self.issue(http::Method::GET, path, None)
    }

    /// Runs a script in the page. What it returns comes back as JSON, elements
    /// as [`Element::of`] reads them.
    pub fn script(&self, script: &str, args: &[Value]) -> Result<Value, Failure> {
        if self.engine == Engine::OldChromium {
            return old_chromium::script(self, script, args, false);
        }
        self.post("execute/sync", json!({ "script": script, "args": args }))
    }

    /// Runs a script that calls its last argument when it is done.
    pub fn script_async(&self, script: &str, args: &[Value]) -> Result<Value, Failure> {
        if self.engine == Engine::OldChromium {
            return old_chromium::script(self, script, args, true);
        }
        self.post("execute/async", json!({ "script": script, "args": args }))
    }

    /// Presses the pointer on the middle of an element.
    pub fn click(&self, element: &Element) -> Result<(), Failure> {
        if self.engine == Engine::OldChromium {
            return old_chromium::click(self, element);
        }
        self.post(&element.path("click"), json!({})).map(drop)
    }

    /// Types into an element; for a file input, a path.
    pub fn send_keys(&self, element: &Element, text: &str) -> Result<(), Failure> {
        if self.engine == Engine::OldChromium {
            return old_chromium::send_keys(self, element, text);
        }
        self.post(&element.path("value"), json!({ "text": text })).map(drop)
    }

    /// The role and the name that the browser itself gives an element.
    pub fn computed(&self, element: &Element) -> Result<(String, String), Failure> {
        if self.engine == Engine::OldChromium {
            return old_chromium::computed(self, element);
        }
        let ask = |command| self.get(&element.path(command));
        let text = |it: Value| it.as_str().unwrap_or_default().to_owned();
        Ok((ask("computedrole").map(text)?, ask("computedlabel").map(text)?))
    }

    fn issue(
        &self,
        method: http::Method,
        path: &str,
        body: Option<Value>,
    ) -> Result<Value, Failure> {
        let command = Command { method, path: path.to_owned(), body };
        self.runtime.block_on(self.client.issue_cmd(command)).map_err(|it| Failure::of(&it))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.close();
    }
}

impl Element {
    /// The element in a script's answer, if it is one.
    pub fn of(answer: &Value) -> Option<Self> {
        answer.get(ELEMENT)?.as_str().map(|it| Self(it.to_owned()))
    }

    /// The element as an argument of a script.
    pub fn argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }

    /// The driver's name for it.
    pub(crate) fn name(&self) -> &str {
        &self.0
    }

    /// The address of one of the element's commands.
    pub fn path(&self, command: &str) -> String {
        format!("element/{}/{command}", self.0)
    }
}

impl Failure {
    fn of(error: &CmdError) -> Self {
        match error {
            CmdError::Standard(it) => {
                Self { error: it.error.to_string(), message: it.message.clone().into_owned() }
            }
            other => Self { error: "no answer".to_owned(), message: other.to_string() },
        }
    }

    /// Whether the page was just drawing something else: the same act may do a
    /// moment later.
    pub fn is_passing(&self) -> bool {
        const PASSING: [&str; 6] = [
            "stale element reference",
            "element click intercepted",
            "element not interactable",
            "no such element",
            "move target out of bounds",
            "detached shadow root",
        ];
        PASSING.contains(&self.error.as_str())
            // The driver's name for an element of a document that is gone.
            || self.message.contains("does not belong to the document")
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = self.message.lines().next().unwrap_or_default();
        write!(f, "{}: {message}", self.error)
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (self.method.clone(), self.body.as_ref().map(Value::to_string))
    }
}
