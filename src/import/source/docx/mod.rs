//! Word documents (ECMA-376): the text with its automatic numbers, and what a
//! plain text cannot hold, said in notices.

mod container;
mod numbering;
mod styles;
mod symbols;
mod text;
mod xml;

#[cfg(test)]
mod tests;

use crate::import::notice::Notice;
use crate::import::source::{Refusal, Source};
use container::Container;
use numbering::Numbering;
use styles::Styles;
use text::Text;
use xml::{Parts, Piece, Space};

/// Reads a Word document.
pub(super) fn read(bytes: &[u8]) -> Result<Source, Refusal> {
    let mut container = Container::of(bytes)?;
    let main = main(&mut container)?;
    let folder = main.rsplit_once('/').map_or("", |it| it.0).to_owned();
    let related = related(&mut container, &main)?;
    let mut part = |kind: &str, usual: &str| -> Result<Option<String>, Refusal> {
        let target = related.iter().find(|it| it.0 == kind).map(|it| it.1.clone());
        let name = target.unwrap_or_else(|| format!("{folder}/{usual}"));
        container.text(name.trim_start_matches('/'))
    };
    let styles = part("styles", "styles.xml")?;
    let styles = styles.map_or_else(|| Ok(Styles::default()), |it| Styles::of(&it))?;
    let numbering = part("numbering", "numbering.xml")?;
    let mut numbering =
        numbering.map_or_else(|| Ok(Numbering::default()), |it| Numbering::of(&it))?;
    let notes = [part("footnotes", "footnotes.xml")?, part("endnotes", "endnotes.xml")?];
    let comments = part("comments", "comments.xml")?;
    let document = container.text(&main)?.ok_or(Refusal::MissingPart("word/document.xml"))?;
    let mut text = Text::default();
    text.read(&document, &styles, &mut numbering)?;
    if text.lines.is_empty() {
        return Err(Refusal::Empty);
    }
    let mut notices = text.notices;
    for part in notes.into_iter().flatten() {
        notices.extend(pieces(&part, &["footnote", "endnote"])?.into_iter().map(Notice::Note));
    }
    if let Some(part) = comments {
        let n = pieces(&part, &["comment"])?.len();
        notices.extend((n != 0).then_some(Notice::Comments(n)));
    }
    for (kind, name) in &related {
        let notice: fn(String) -> Notice = match kind.as_str() {
            "header" => Notice::Header,
            "footer" => Notice::Footer,
            _ => continue,
        };
        let Some(part) = container.text(name)? else { continue };
        let text = pieces(&part, &["hdr", "ftr"])?.join(" ");
        if !is_page_number(&text) && !notices.contains(&notice(text.clone())) {
            notices.push(notice(text));
        }
    }
    Ok(Source { lines: text.lines, notices })
}

/// The name of the part that holds the text, by the relationships of the
/// container; or what else the container is.
fn main(container: &mut Container<'_>) -> Result<String, Refusal> {
    if let Some(kind) = container.text("mimetype")?
        && kind.contains("opendocument")
    {
        return Err(Refusal::OpenDocument);
    }
    if container.has("xl/") || container.has("ppt/") {
        return Err(Refusal::Sheet);
    }
    if container.has("EncryptedPackage") {
        return Err(Refusal::Encrypted);
    }
    let is_office = container.has("word/") || container.has("_rels/.rels");
    if !is_office {
        return Err(Refusal::Archive);
    }
    if !container.has("[Content_Types].xml") {
        return Err(Refusal::MissingPart("[Content_Types].xml"));
    }
    let named = related(container, "")?.into_iter().find(|it| it.0 == "officeDocument");
    let name = named.map_or_else(|| "word/document.xml".to_owned(), |it| it.1);
    match container.has(&name) {
        true => Ok(name),
        false => Err(Refusal::MissingPart("word/document.xml")),
    }
}

/// Kinds and targets of the parts that a part refers to, inside the container.
fn related(container: &mut Container<'_>, part: &str) -> Result<Vec<(String, String)>, Refusal> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let Some(text) = container.text(&format!("{prefix}_rels/{file}.rels"))? else {
        return Ok(Vec::new());
    };
    let mut parts = Parts::of(&text);
    let mut found = Vec::new();
    while let Some(piece) = parts.next()? {
        let Piece::Start(Space::Other, it) = piece else { continue };
        if it.name != "Relationship" || it.get("TargetMode").is_some_and(|it| it == "External") {
            continue;
        }
        let kind = it.get("Type").unwrap_or_default();
        let target = it.get("Target").unwrap_or_default();
        let name = match target.strip_prefix('/') {
            Some(name) => name.to_owned(),
            None => within(&prefix, &target),
        };
        found.push((kind.rsplit('/').next().unwrap_or_default().to_owned(), name));
    }
    Ok(found)
}

/// A relative name, `..` resolved.
fn within(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// The texts of the elements with these names, without those of the separators
/// that every document has.
fn pieces(part: &str, names: &[&str]) -> Result<Vec<String>, Refusal> {
    let mut parts = Parts::of(part);
    let (mut found, mut open, mut in_text) = (Vec::new(), None::<String>, false);
    while let Some(piece) = parts.next()? {
        match piece {
            Piece::Start(Space::Word, it) if names.contains(&it.name.as_str()) => {
                let is_own = it.get("type").is_none_or(|it| it == "normal");
                open = is_own.then(String::new);
            }
            Piece::Start(Space::Word, it) => match it.name.as_str() {
                "t" => in_text = true,
                "p" | "tab" | "br" => {
                    if let Some(text) = open.as_mut().filter(|it| !it.is_empty()) {
                        text.push(' ');
                    }
                }
                _ => {}
            },
            Piece::End(Space::Word, name) if name == "t" => in_text = false,
            Piece::End(Space::Word, name) if names.contains(&name.as_str()) => {
                let text = open.take().unwrap_or_default();
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                found.extend((!text.is_empty()).then_some(text));
            }
            Piece::Text(text) if in_text => {
                if let Some(open) = &mut open {
                    open.push_str(&text);
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

/// Whether a header or footer has nothing but the number of the page.
fn is_page_number(text: &str) -> bool {
    text.chars().all(|it| it.is_whitespace() || it.is_ascii_digit() || "—-–第页共/ 　".contains(it))
}
