//! What may be a value of an element or stand in one.

use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyView;

use super::{Child, Element, Value};

/// What may be the value of an attribute.
pub trait IntoValue {
    /// The value.
    fn into_value(self) -> Value;
}

/// What may stand in an element.
pub trait IntoChild {
    /// The child.
    fn into_child(self) -> Child;
}

impl IntoValue for Value {
    fn into_value(self) -> Value {
        self
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        Value::Switch(self)
    }
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Text(self.into())
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(self.into())
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::Absent, T::into_value)
    }
}

impl<F: Fn() -> T + 'static, T: IntoValue> IntoValue for F {
    fn into_value(self) -> Value {
        Value::Follow(Box::new(move || self().into_value()))
    }
}

impl IntoChild for Child {
    fn into_child(self) -> Child {
        self
    }
}

impl IntoChild for () {
    fn into_child(self) -> Child {
        Child::Many(Vec::new())
    }
}

impl IntoChild for &'static str {
    fn into_child(self) -> Child {
        Child::Text(self.into())
    }
}

impl IntoChild for String {
    fn into_child(self) -> Child {
        Child::Text(self.into())
    }
}

impl IntoChild for Element {
    fn into_child(self) -> Child {
        Child::Element(self)
    }
}

impl IntoChild for AnyView {
    fn into_child(self) -> Child {
        Child::View(Box::new(self))
    }
}

impl<T: IntoChild> IntoChild for View<T> {
    fn into_child(self) -> Child {
        self.into_inner().into_child()
    }
}

impl<T: IntoChild> IntoChild for Option<T> {
    fn into_child(self) -> Child {
        Child::Many(self.into_iter().map(T::into_child).collect())
    }
}

impl<T: IntoChild> IntoChild for Vec<T> {
    fn into_child(self) -> Child {
        Child::Many(self.into_iter().map(T::into_child).collect())
    }
}

impl<F: Fn() -> T + 'static, T: IntoChild> IntoChild for F {
    fn into_child(self) -> Child {
        Child::Follow(Box::new(move || self().into_child()))
    }
}

/// Signals are values and children of what is in them.
macro_rules! signals {
    ($($signal:ident)*) => {
        $(impl<T: IntoValue + Clone + Send + Sync + 'static> IntoValue for $signal<T> {
            fn into_value(self) -> Value {
                Value::Follow(Box::new(move || self.get().into_value()))
            }
        }

        impl<T: IntoChild + Clone + Send + Sync + 'static> IntoChild for $signal<T> {
            fn into_child(self) -> Child {
                Child::Follow(Box::new(move || self.get().into_child()))
            }
        })*
    };
}

signals!(Signal Memo RwSignal);

/// Numbers are written out.
macro_rules! numbers {
    ($($number:ident)*) => {
        $(impl IntoValue for $number {
            fn into_value(self) -> Value {
                Value::Text(self.to_string().into())
            }
        }

        impl IntoChild for $number {
            fn into_child(self) -> Child {
                Child::Text(self.to_string().into())
            }
        })*
    };
}

numbers!(u8 u32 u64 usize i32);
