//! Elements of the page, built by one piece of code for all of them.
//!
//! What `view!` (`chengwen_view`) writes for an element is calls of [`Element`].
//! Values are boxed, so that the page has one effect for attributes, one for
//! texts and one handler of events, and not one for each that it uses. Rows and
//! components are Leptos's own.

use std::borrow::Cow;

use leptos::ev::EventDescriptor;
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyView;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::Event;

mod build;
mod values;

use build::Loose;
pub use values::{IntoChild, IntoValue};

/// An element that is described and not yet on the page.
pub struct Element(SendWrapper<Description>);

struct Description {
    tag: &'static str,
    settings: Vec<(Target, &'static str, Value)>,
    handlers: Vec<(Cow<'static, str>, Handler)>,
    children: Vec<Child>,
}

type Handler = Box<dyn FnMut(Event)>;

/// What of an element a value is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Attribute,
    Property,
    Class,
    Style,
}

/// The value of an attribute, a property, a class or a style.
pub enum Value {
    /// None; an attribute is taken away.
    Absent,
    /// On or off.
    Switch(bool),
    /// A text.
    Text(Cow<'static, str>),
    /// One that changes; asked again whenever what it reads does.
    Follow(Box<dyn Fn() -> Value>),
}

/// What an element holds.
pub enum Child {
    /// A text.
    Text(Cow<'static, str>),
    /// An element.
    Element(Element),
    /// A component, or a view from elsewhere.
    View(Box<AnyView>),
    /// Several children.
    Many(Vec<Child>),
    /// A child that changes; made again whenever what it reads does.
    Follow(Box<dyn Fn() -> Child>),
}

/// Describes an element.
pub fn element(tag: &'static str) -> Element {
    let (settings, handlers, children) = (Vec::new(), Vec::new(), Vec::new());
    Element(SendWrapper::new(Description { tag, settings, handlers, children }))
}

/// A view of something that may stand in an element.
pub fn view_of(child: impl IntoChild) -> AnyView {
    match child.into_child() {
        Child::View(it) => *it,
        child => Loose(SendWrapper::new(child)).into_any(),
    }
}

/// Shows one of two views, and changes them only when the condition does.
pub fn show<A: IntoChild, B: IntoChild>(
    when: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> A + 'static,
    fallback: impl Fn() -> B + 'static,
) -> Child {
    let when = Memo::new(move |_| when());
    choose(when, Box::new(move || view().into_child()), Box::new(move || fallback().into_child()))
}

fn choose(when: Memo<bool>, view: Box<dyn Fn() -> Child>, other: Box<dyn Fn() -> Child>) -> Child {
    Child::Follow(Box::new(move || if when.get() { view() } else { other() }))
}

impl Element {
    /// Gives it an attribute.
    pub fn attribute(self, name: &'static str, value: impl IntoValue) -> Self {
        self.set(Target::Attribute, name, value.into_value())
    }

    /// Gives it a property.
    pub fn property(self, name: &'static str, value: impl IntoValue) -> Self {
        self.set(Target::Property, name, value.into_value())
    }

    /// Puts it into a class, or takes it out.
    pub fn class(self, name: &'static str, value: impl IntoValue) -> Self {
        self.set(Target::Class, name, value.into_value())
    }

    /// Gives it a property of style.
    pub fn style(self, name: &'static str, value: impl IntoValue) -> Self {
        self.set(Target::Style, name, value.into_value())
    }

    fn set(mut self, target: Target, name: &'static str, value: Value) -> Self {
        self.0.settings.push((target, name, value));
        self
    }

    /// Has it answer an event.
    pub fn on<E>(self, event: E, mut handler: impl FnMut(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        self.handle(event.name(), Box::new(move |it: Event| handler(it.unchecked_into())))
    }

    fn handle(mut self, event: Cow<'static, str>, handler: Handler) -> Self {
        self.0.handlers.push((event, handler));
        self
    }

    /// Puts something into it, behind what it holds.
    pub fn child(self, child: impl IntoChild) -> Self {
        self.hold(child.into_child())
    }

    fn hold(mut self, child: Child) -> Self {
        self.0.children.push(child);
        self
    }
}
