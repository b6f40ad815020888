//! What the styles of a document say of its paragraphs: number, outline level.

use std::collections::BTreeMap;

use crate::import::source::Refusal;

use super::xml::{Element, Parts, Piece, Space};

/// What says how a paragraph is numbered and what it is; on a paragraph itself
/// or in a style.
#[derive(Debug, Clone, Default)]
pub(super) struct Properties {
    pub(super) style: Option<String>,
    pub(super) list: Option<u32>,
    pub(super) level: Option<usize>,
    /// From 0; 9 is body text.
    pub(super) outline: Option<u8>,
}

impl Properties {
    /// Takes what an element inside `w:pPr` says.
    pub(super) fn take(&mut self, it: &Element<'_>) {
        match it.name.as_str() {
            "pStyle" => self.style = it.value(),
            "numId" => self.list = it.value().and_then(|it| it.parse().ok()),
            "ilvl" => self.level = it.value().and_then(|it| it.parse().ok()),
            "outlineLvl" => self.outline = it.value().and_then(|it| it.parse().ok()),
            _ => {}
        }
    }
}

/// The styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    default: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    properties: Properties,
}

/// What a paragraph comes to with its styles.
#[derive(Debug, Clone, Default)]
pub(super) struct Effective {
    pub(super) list: Option<u32>,
    /// The level of the list, where something says it.
    pub(super) level: Option<usize>,
    pub(super) outline: Option<u8>,
    pub(super) is_title: bool,
}

impl Styles {
    pub(super) fn of(part: &str) -> Result<Self, Refusal> {
        let mut parts = Parts::of(part);
        let mut styles = Self::default();
        let mut open: Option<(String, Style)> = None;
        let mut in_changes = 0usize;
        while let Some(piece) = parts.next()? {
            match piece {
                Piece::Start(Space::Word, it) if it.name == "style" => {
                    let id = it.get("styleId").unwrap_or_default();
                    let is_paragraph = it.get("type").is_none_or(|it| it == "paragraph");
                    if is_paragraph && it.get("default").is_some_and(|it| it == "1" || it == "true")
                    {
                        styles.default = Some(id.clone());
                    }
                    open = Some((id, Style::default()));
                }
                Piece::Start(Space::Word, it) if it.name == "pPrChange" => {
                    in_changes += 1;
                }
                Piece::Start(Space::Word, it) if in_changes == 0 => {
                    let Some((_, style)) = &mut open else { continue };
                    match it.name.as_str() {
                        "name" => style.name = it.value().unwrap_or_default(),
                        "basedOn" => style.based_on = it.value(),
                        _ => style.properties.take(&it),
                    }
                }
                Piece::End(Space::Word, name) if name == "pPrChange" => {
                    in_changes = in_changes.saturating_sub(1);
                }
                Piece::End(Space::Word, name) if name == "style" => {
                    styles.styles.extend(open.take());
                }
                _ => {}
            }
        }
        Ok(styles)
    }

    /// What a paragraph is by its own properties, its style, and those that the
    /// style is based on.
    pub(super) fn effective(&self, own: &Properties) -> Effective {
        /// Longer chains are circles.
        const LONGEST: usize = 20;
        let mut found =
            Effective { list: own.list, level: own.level, outline: own.outline, is_title: false };
        let mut level = own.level;
        let mut next = own.style.as_ref().or(self.default.as_ref());
        for depth in 0..LONGEST {
            let Some(style) = next.and_then(|it| self.styles.get(it)) else { break };
            let name = style.name.to_lowercase();
            if depth == 0 {
                found.is_title = name == "title" || name == "标题";
            }
            if found.list.is_none() {
                found.list = style.properties.list;
                level = level.or(style.properties.level);
            }
            let by_name = name.strip_prefix("heading ").or_else(|| name.strip_prefix("标题 "));
            let by_name = by_name
                .and_then(|it| it.trim().parse::<u8>().ok())
                .and_then(|it| it.checked_sub(1));
            found.outline = found.outline.or(style.properties.outline).or(by_name);
            next = style.based_on.as_ref();
        }
        found.level = level;
        found.list = found.list.filter(|&it| it != 0);
        found.outline = found.outline.filter(|&it| it < 9);
        found
    }
}
