//! `view!` as Leptos writes it, for a page that has to be small.
//!
//! Leptos gives every element and every attribute a type of its own, and the
//! code of a type is paid for by whoever loads the page. Here elements become
//! calls of one builder (`ui::element`), which boxes what it is given; components
//! stay Leptos's. The syntax is the same, so a view reads as in any other
//! Leptos program, and `leptos::view!` can take it back.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement, NodeName};
use rstml::{Infallible, Parser, ParserConfig};
use syn::spanned::Spanned;

/// A view: an element or a component, or several of them.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand(tokens.into()).into()
}

fn expand(tokens: TokenStream) -> TokenStream {
    let parser = Parser::new(ParserConfig::default().recover_block(true));
    let (nodes, errors) = parser.parse_recoverable(tokens).split_vec();
    let errors = errors.into_iter().map(|it| it.emit_as_expr_tokens());
    let mut views: Vec<_> = nodes.iter().filter_map(any_view).collect();
    let view = match views.len() {
        1 => views.remove(0),
        _ => quote! { ::leptos::prelude::IntoAny::into_any(::std::vec![#(#views),*]) },
    };
    quote! {{
        #(#errors;)*
        #view
    }}
}

/// A node as an `AnyView`.
fn any_view(node: &Node<Infallible>) -> Option<TokenStream> {
    let child = child(node)?;
    Some(match node {
        Node::Element(it) if is_component(it.name()) && it.name().to_string() != "Show" => child,
        _ => quote! { crate::ui::element::view_of(#child) },
    })
}

/// A node as a child of an element.
fn child(node: &Node<Infallible>) -> Option<TokenStream> {
    match node {
        Node::Element(it) if it.name().to_string() == "Show" => Some(show(it)),
        Node::Element(it) if is_component(it.name()) => Some(component(it)),
        Node::Element(it) => Some(element(it)),
        Node::Block(it) => Some(block(it)),
        Node::Text(it) => Some(it.value.to_token_stream()),
        Node::RawText(it) => Some(it.to_token_stream_string().to_token_stream()),
        Node::Fragment(it) => {
            let views = it.children.iter().filter_map(any_view);
            Some(quote! { ::std::vec![#(#views),*] })
        }
        Node::Comment(_) | Node::Doctype(_) | Node::Custom(_) => None,
    }
}

/// The expression of a block, without the braces that only `view!` needs.
fn block(it: &NodeBlock) -> TokenStream {
    match it.try_block().map(|it| it.stmts.as_slice()) {
        Some([syn::Stmt::Expr(it, None)]) => it.to_token_stream(),
        _ => it.to_token_stream(),
    }
}

/// Components begin with a capital letter, as in Leptos.
fn is_component(name: &NodeName) -> bool {
    name.to_string().starts_with(|it: char| it.is_ascii_uppercase())
}

/// Hands a component to Leptos; what is inside it has become ours.
fn component(it: &NodeElement<Infallible>) -> TokenStream {
    let (name, attributes) = (it.name(), it.attributes());
    let generics = &it.open_tag.generics;
    if it.close_tag.is_none() {
        return quote! {
            ::leptos::prelude::IntoAny::into_any(
                ::leptos::prelude::view! { <#name #generics #(#attributes)* /> }
            )
        };
    }
    let children = it.children.iter().filter_map(|it| match it {
        // A block stays as it is: `let:` binds names for it.
        Node::Block(it) => Some(it.to_token_stream()),
        it => any_view(it).map(|it| quote! { {#it} }),
    });
    quote! {
        ::leptos::prelude::IntoAny::into_any(
            ::leptos::prelude::view! { <#name #generics #(#attributes)*> #(#children)* </#name> }
        )
    }
}

/// `Show` is a child that follows its condition; Leptos's has a type for each use.
fn show(it: &NodeElement<Infallible>) -> TokenStream {
    let value = |name: &str| {
        it.attributes().iter().find_map(|it| match it {
            NodeAttribute::Attribute(it) if it.key.to_string() == name => it.value(),
            NodeAttribute::Attribute(_) | NodeAttribute::Block(_) => None,
        })
    };
    let when = value("when");
    let fallback = match value("fallback") {
        Some(fallback) => fallback.to_token_stream(),
        None => quote! { || () },
    };
    let children = it.children.iter().filter_map(child);
    quote! {
        crate::ui::element::show(
            #when,
            move || ::std::vec![#(crate::ui::element::IntoChild::into_child(#children)),*],
            #fallback,
        )
    }
}

fn element(it: &NodeElement<Infallible>) -> TokenStream {
    let tag = it.name().to_string();
    let attributes = it.attributes().iter().map(|it| match it {
        NodeAttribute::Attribute(it) => attribute(it),
        NodeAttribute::Block(it) => {
            quote_spanned! { it.span()=> .__no_such_attribute(#it) }
        }
    });
    let children = it.children.iter().filter_map(child);
    quote_spanned! { it.name().span()=>
        crate::ui::element::element(#tag) #(#attributes)* #(.child(#children))*
    }
}

fn attribute(it: &KeyedAttribute) -> TokenStream {
    let key = it.key.to_string();
    let value = match it.value() {
        Some(value) => value.to_token_stream(),
        // A name alone is on.
        None => quote! { true },
    };
    let span = it.key.span();
    match key.split_once(':') {
        Some(("on", event)) => {
            let event = syn::Ident::new(event, span);
            quote_spanned! { span=> .on(::leptos::ev::#event, #value) }
        }
        Some(("prop", name)) => quote_spanned! { span=> .property(#name, #value) },
        Some(("class", name)) => quote_spanned! { span=> .class(#name, #value) },
        Some(("style", name)) => quote_spanned! { span=> .style(#name, #value) },
        _ => quote_spanned! { span=> .attribute(#key, #value) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(view: TokenStream, expected: TokenStream) {
        assert_eq!(expand(view).to_string(), quote! {{ #expected }}.to_string());
    }

    #[test]
    fn an_element_becomes_calls_of_the_builder() {
        check(
            quote! { <p class="note" class:lit=is_lit prop:value=text on:click=go>"words" {name}</p> },
            quote! {
                crate::ui::element::view_of(
                    crate::ui::element::element("p")
                        .attribute("class", "note")
                        .class("lit", is_lit)
                        .property("value", text)
                        .on(::leptos::ev::click, go)
                        .child("words")
                        .child(name)
                )
            },
        );
    }

    #[test]
    fn a_component_is_handed_to_leptos() {
        check(
            quote! { <Field label=label /> },
            quote! {
                ::leptos::prelude::IntoAny::into_any(
                    ::leptos::prelude::view! { <Field label=label /> }
                )
            },
        );
    }

    #[test]
    fn a_block_of_statements_keeps_its_braces() {
        check(
            quote! { <p>{let n = 1; n}</p> },
            quote! {
                crate::ui::element::view_of(
                    crate::ui::element::element("p").child({ let n = 1; n })
                )
            },
        );
    }
}
