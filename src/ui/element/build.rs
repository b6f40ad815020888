//! Puts described elements on the page and keeps them up to date.

use std::any::Any;
use std::borrow::Cow;

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, Node};

use super::{Child, Element, Target, Value};

/// An element on the page, with all that keeps it alive.
struct Built {
    node: web_sys::Element,
    kept: Kept,
}

impl Element {
    fn build(self) -> Built {
        let it = self.0.take();
        let node = document().create_element(it.tag).expect("a name of HTML");
        let mut built = Built { node, kept: Vec::new() };
        for (target, name, value) in it.settings {
            built.set(target, name, value);
        }
        for (event, handler) in it.handlers {
            let closure = Closure::<dyn FnMut(Event)>::new(handler);
            let function = closure.as_ref().unchecked_ref();
            let _ = built.node.add_event_listener_with_callback(&event, function);
            built.kept.push(Box::new(closure));
        }
        for child in it.children {
            let parent: &Node = &built.node;
            insert(child, parent, None, false, &mut built.kept);
        }
        built
    }
}

impl Built {
    fn set(&mut self, target: Target, name: &'static str, value: Value) {
        let node = self.node.clone();
        match value {
            Value::Follow(value) => {
                let follow = move |_| apply(&node, target, name, value());
                self.kept.push(Box::new(RenderEffect::new(follow)));
            }
            value => apply(&node, target, name, value),
        }
    }
}

/// Puts a value where it belongs. Nothing throws here but a name that is none.
fn apply(node: &web_sys::Element, target: Target, name: &str, value: Value) {
    let text: Option<Cow<'_, str>> = match value {
        Value::Follow(value) => return apply(node, target, name, value()),
        Value::Switch(on) if target == Target::Property => {
            let _ = js_sys::Reflect::set(node, &name.into(), &on.into());
            return;
        }
        Value::Absent | Value::Switch(false) => None,
        Value::Switch(true) => Some("".into()),
        Value::Text(text) => Some(text),
    };
    let _ = match (target, text) {
        (Target::Attribute, Some(text)) => node.set_attribute(name, &text),
        (Target::Attribute, None) => node.remove_attribute(name),
        (Target::Class, Some(_)) => node.class_list().add_1(name),
        (Target::Class, None) => node.class_list().remove_1(name),
        (Target::Property, text) => {
            let text = JsValue::from_str(&text.unwrap_or_default());
            js_sys::Reflect::set(node, &name.into(), &text).map(|_| ())
        }
        (Target::Style, text) => {
            let style = node.unchecked_ref::<web_sys::HtmlElement>().style();
            style.set_property(name, &text.unwrap_or_default())
        }
    };
}

/// Puts a child into a node, before another one or at the end. What `leaves` is
/// taken out with its owner; the children of an element go with the element.
fn insert(child: Child, parent: &Node, before: Option<&Node>, leaves: bool, kept: &mut Kept) {
    match child {
        Child::Text(text) => {
            let text = document().create_text_node(&text);
            let _ = parent.insert_before(&text, before);
            if leaves {
                kept.push(Box::new(Bare(text.into())));
            }
        }
        Child::Element(it) => {
            let built = it.build();
            let _ = parent.insert_before(&built.node, before);
            if leaves {
                kept.push(Box::new(Bare(built.node.into())));
            }
            kept.extend(built.kept);
        }
        Child::View(it) => {
            let mut state = it.build();
            state.mount(parent.unchecked_ref(), before);
            kept.push(Box::new(Mounted(state)));
        }
        Child::Many(children) => {
            for child in children {
                insert(child, parent, before, leaves, kept);
            }
        }
        Child::Follow(child) => follow(child, parent, before, kept),
    }
}

/// What keeps something on the page alive.
type Kept = Vec<Box<dyn Any>>;

/// What is on the page and leaves it with its owner.
struct Mounted<T: Mountable>(T);

impl<T: Mountable> Drop for Mounted<T> {
    fn drop(&mut self) {
        self.0.unmount();
    }
}

/// A node that leaves the page with its owner.
struct Bare(Node);

impl Drop for Bare {
    fn drop(&mut self) {
        if let Some(parent) = self.0.parent_node() {
            let _ = parent.remove_child(&self.0);
        }
    }
}

/// Puts a child that changes before a mark of its own, and keeps it up to date.
fn follow(child: Box<dyn Fn() -> Child>, parent: &Node, before: Option<&Node>, kept: &mut Kept) {
    // An empty text says nothing to a reader and marks the place.
    let mark = document().create_text_node("");
    let _ = parent.insert_before(&mark, before);
    let place: Node = mark.clone().into();
    let follow = move |old: Option<Kept>| {
        let mut kept = Vec::new();
        let child = match child() {
            Child::Text(text) => {
                // A text changes in its mark.
                mark.set_data(&text);
                Child::Many(Vec::new())
            }
            child => {
                mark.set_data("");
                child
            }
        };
        drop(old);
        if let Some(parent) = place.parent_node() {
            insert(child, &parent, Some(&place), true, &mut kept);
        }
        kept
    };
    kept.push(Box::new(RenderEffect::new(follow)));
}

/// Children that stand nowhere yet, as a view for Leptos.
pub(super) struct Loose(pub(super) SendWrapper<Child>);

/// Children on the page, between two marks.
pub(super) struct Placed {
    start: Node,
    end: Node,
    /// Where they are while they are not on the page.
    home: Node,
    _kept: Kept,
}

impl Placed {
    fn nodes(&self) -> Vec<Node> {
        let next = |it: &Node| if *it == self.end { None } else { it.next_sibling() };
        std::iter::successors(Some(self.start.clone()), next).collect()
    }
}

impl Render for Loose {
    type State = Placed;

    fn build(self) -> Placed {
        let home: Node = document().create_document_fragment().into();
        let mark = || Node::from(document().create_text_node(""));
        let (start, end) = (mark(), mark());
        let _ = home.append_child(&start);
        let mut kept = Vec::new();
        insert(self.0.take(), &home, None, false, &mut kept);
        let _ = home.append_child(&end);
        Placed { start, end, home, _kept: kept }
    }

    fn rebuild(self, old: &mut Placed) {
        let mut new = self.build();
        old.insert_before_this(&mut new);
        old.unmount();
        *old = new;
    }
}

impl Mountable for Placed {
    fn unmount(&mut self) {
        for node in self.nodes() {
            let _ = self.home.append_child(&node);
        }
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&Node>) {
        for node in self.nodes() {
            let _ = parent.insert_before(&node, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.start.parent_element() {
            Some(parent) => {
                child.mount(&parent, Some(&self.start));
                true
            }
            None => false,
        }
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        self.nodes().into_iter().filter_map(|it| it.dyn_into().ok()).collect()
    }
}

impl AddAnyAttr for Loose {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}

/// There is no server: nothing is written as HTML, and nothing found written.
impl RenderHtml for Loose {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Placed {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
