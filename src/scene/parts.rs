//! The parts of a scene, so that only those are drawn again that have become others:
//! what the author has open or is writing in stays as it is.

use std::collections::BTreeMap;

use maud::{Markup, PreEscaped};

use crate::scene::reply::Reply;

/// A piece of a scene: the id of its outermost element, and its HTML.
#[derive(Debug, Clone)]
pub struct Part {
    /// The id of the element.
    pub id: String,
    /// The element.
    pub html: Markup,
}

impl Part {
    /// The element with this id.
    pub fn new(id: impl Into<String>, html: Markup) -> Self {
        Self { id: id.into(), html }
    }
}

/// The parts as they were drawn last.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    drawn: BTreeMap<String, String>,
}

impl Parts {
    /// The author has touched the part with this id: what it shows is not what was
    /// drawn.
    pub fn forget(&mut self, id: &str) {
        self.drawn.remove(id);
    }

    /// These parts have been drawn, all of them.
    pub fn keep(&mut self, parts: &[Part]) {
        self.drawn = parts.iter().map(|it| (it.id.clone(), it.html.0.clone())).collect();
    }

    /// The reply with those parts of the scene that have become others.
    pub fn follow(&mut self, reply: Reply, parts: &[Part]) -> Reply {
        let is_other = |it: &&Part| self.drawn.get(&it.id) != Some(&it.html.0);
        let others = parts.iter().filter(is_other);
        let replace =
            |reply: Reply, it: &Part| reply.replace(&it.id, PreEscaped(it.html.0.clone()));
        let reply = others.fold(reply, replace);
        self.keep(parts);
        reply
    }
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::*;
    use crate::scene::reply::Op;

    fn part(id: &str, text: &str) -> Part {
        Part::new(id, html! { p id=(id) { (text) } })
    }

    #[test]
    fn only_what_is_other_or_was_touched_is_drawn_again() {
        let mut parts = Parts::default();
        parts.keep(&[part("a", "一"), part("b", "二")]);
        assert_eq!(parts.follow(Reply::none(), &[part("a", "一"), part("b", "二")]).ops(), []);
        let changed = [part("a", "一"), part("b", "三")];
        let drawn = Op::Replace("b".to_owned(), "<p id=\"b\">三</p>".to_owned());
        assert_eq!(parts.follow(Reply::none(), &changed).ops(), std::slice::from_ref(&drawn));
        assert_eq!(parts.follow(Reply::none(), &changed).ops(), []);
        parts.forget("b");
        assert_eq!(parts.follow(Reply::none(), &changed).ops(), [drawn]);
    }
}
