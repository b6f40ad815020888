//! A reading as an outline: the JSON that `chengwen outline` prints.
//!
//! Indexes count the lines of the source that are not blank, from zero.

use serde::Serialize;

use crate::import::recognise::marker::Marker;
use crate::import::recognise::runs::{self, Family};
use crate::import::recognise::{Reading, Role, form, run_in};

/// What was understood of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outline {
    /// The name of the file.
    pub file: String,
    /// The line that names the document.
    pub title: Option<String>,
    /// 主送机关 or 称谓, without its final `：`.
    pub addressee: Option<String>,
    /// How many paragraphs stand before the first heading.
    pub lead: usize,
    /// The headings, nested.
    pub outline: Vec<Node>,
    /// The runs of 一是…, in the order of the text.
    pub enumerations: Vec<Enumeration>,
    /// 发文机关署名.
    pub signature: Option<String>,
    /// 成文日期.
    pub date: Option<String>,
    /// `——2026年…会议上`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Office and name of the speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// 特此报告。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closing: Option<String>,
    /// Addresses and slogans between the text and 署名.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tail: Vec<usize>,
    /// Lines of a web page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub residue: Vec<usize>,
    /// 附件说明.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<usize>,
    /// Rows and cells of tables.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub table_paras: Vec<usize>,
}

/// A heading or an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Node {
    /// 0 for a part title without a number, else the level of its marker.
    pub level: u8,
    /// Its number without brackets and stops.
    pub number: Option<String>,
    /// Its words, without a final `。`.
    pub heading: String,
    /// Whether the text runs on behind it.
    #[serde(skip_serializing_if = "is_off")]
    pub runin: bool,
    /// Whether it is an item of a list.
    #[serde(skip_serializing_if = "is_off")]
    pub item: bool,
    /// Its line.
    pub para: usize,
    /// What stands below it.
    pub children: Vec<Node>,
}

/// A run of 一是/二是….
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Enumeration {
    /// The heading it stands under: numbers apart by `/`.
    pub under: String,
    /// The markers as written, without commas.
    pub markers: Vec<String>,
    /// `inline` or `paragraph`.
    pub form: &'static str,
    /// Its lines.
    pub paras: Vec<usize>,
}

fn is_off(it: &bool) -> bool {
    !it
}

/// The outline of a reading.
pub fn outline(reading: &Reading, file: &str) -> Outline {
    let all = |role: Role| (0..reading.lines().len()).filter(move |&idx| reading.role(idx) == role);
    let text = |idx: usize| reading.lines()[idx].text.clone();
    let joined = |role: Role, between: &str| {
        let lines: Vec<_> = all(role).map(text).collect();
        (!lines.is_empty()).then(|| lines.join(between))
    };
    let (mut signature, mut date) = (joined(Role::Signature, "\n"), joined(Role::Date, "\n"));
    if date.is_none()
        && let Some(signed) = signature.clone()
        && let Some((organ, day)) = form::trailing_date(&signed)
    {
        (signature, date) = (Some(organ.to_owned()), Some(day.to_owned()));
    }
    let nodes = nodes(reading);
    let first = nodes.first().map_or(reading.lines().len(), |it| it.para);
    let is_lead =
        |idx: &usize| matches!(reading.role(*idx), Role::Body | Role::Point | Role::Closing);
    Outline {
        file: file.to_owned(),
        title: joined(Role::Title, ""),
        addressee: all(Role::Addressee).next().map(|idx| addressee(&reading.lines()[idx].text)),
        lead: (0..first).filter(is_lead).count(),
        enumerations: enumerations(reading, &nodes),
        outline: nest(nodes),
        signature,
        date,
        subtitle: joined(Role::Subtitle, ""),
        byline: joined(Role::Byline, ""),
        closing: joined(Role::Closing, ""),
        tail: all(Role::Tail).collect(),
        residue: all(Role::Residue).collect(),
        attachments: all(Role::AttachmentNote).collect(),
        table_paras: all(Role::Row).collect(),
    }
}

/// Whom the line addresses: without its colon, and without the speaker where
/// both share the line.
fn addressee(text: &str) -> String {
    let text = text.trim_end_matches(['：', ':']).trim_end();
    let plain = ["各位代表", "各位委员", "同志们"];
    let tail = plain.iter().find_map(|it| {
        let at = text.find(it)?;
        let (before, tail) = text.split_at_checked(at)?;
        let has_speaker = !before.is_empty() && !before.contains(['、', '，', ',', '各', '尊']);
        has_speaker.then_some(tail)
    });
    tail.unwrap_or(text).to_owned()
}

/// The headings in text order, none with children yet.
fn nodes(reading: &Reading) -> Vec<Node> {
    let lines = reading.lines().iter().enumerate();
    let nodes = lines.filter_map(|(para, line)| {
        let role = reading.role(para);
        let level = role.level()?;
        let text = line.text.as_str();
        let marker = Marker::of(text).filter(|_| level != 0);
        let from = marker.map_or(0, |it| it.indent);
        let runs_on = if matches!(role, Role::RunIn(_)) { run_in(text, from) } else { None };
        let words = text.get(from..runs_on.unwrap_or(text.len())).unwrap_or_default();
        let words = words.strip_suffix('。').unwrap_or(words).trim_end();
        Some(Node {
            level,
            number: marker.map(|it| it.number(text).to_owned()),
            heading: words.to_owned(),
            runin: runs_on.is_some(),
            item: matches!(role, Role::Item(_)),
            para,
            children: Vec::new(),
        })
    });
    nodes.collect()
}

/// Hangs every node under the nearest earlier one with a smaller level.
fn nest(nodes: Vec<Node>) -> Vec<Node> {
    let mut roots: Vec<Node> = Vec::new();
    let mut open: Vec<Node> = Vec::new();
    let close = |open: &mut Vec<Node>, roots: &mut Vec<Node>| {
        if let Some(done) = open.pop() {
            match open.last_mut() {
                Some(parent) => parent.children.push(done),
                None => roots.push(done),
            }
        }
    };
    for node in nodes {
        while open.last().is_some_and(|it| node.level <= it.level) {
            close(&mut open, &mut roots);
        }
        open.push(node);
    }
    while !open.is_empty() {
        close(&mut open, &mut roots);
    }
    roots
}

/// The runs of points. One that a heading of the same or a higher level
/// interrupts is over.
fn enumerations(reading: &Reading, nodes: &[Node]) -> Vec<Enumeration> {
    let mut points: [Vec<(usize, runs::Point)>; 3] = Default::default();
    for (para, line) in reading.lines().iter().enumerate() {
        let role = reading.role(para);
        if !role.is_text() || matches!(role, Role::Row | Role::Glossary | Role::AttachmentNote) {
            continue;
        }
        for point in runs::points(&line.text) {
            points[point.family as usize].push((para, point));
        }
    }
    // A part ends before the next heading; a list below a point does not end it.
    let starts: Vec<_> = nodes.iter().filter(|it| it.level < 3).map(|it| it.para).collect();
    let mut parts = Vec::with_capacity(starts.len() + 1);
    let mut from = 0;
    for start in starts {
        parts.push(from..start);
        from = start;
    }
    let mut found: Vec<_> = points.iter().flat_map(|it| runs::runs(it, &parts)).collect();
    found.sort_by_key(|it| it.points.first().map(|(para, point)| (*para, point.at)));
    let marker = |&(para, point): &(usize, runs::Point)| {
        let text = reading.lines().get(para).map_or("", |it| it.text.as_str());
        text.get(point.at..point.at + point.len).unwrap_or_default().to_owned()
    };
    let enumeration = |run: &runs::Run| {
        let mut paras: Vec<_> = run.points.iter().map(|it| it.0).collect();
        paras.dedup();
        Enumeration {
            under: under(nodes, paras.first().copied().unwrap_or(0)),
            markers: run.points.iter().map(marker).collect(),
            form: if run.is_inline() { "inline" } else { "paragraph" },
            paras,
        }
    };
    found.iter().map(enumeration).collect()
}

/// The path of the nearest node at or before a line.
fn under(nodes: &[Node], para: usize) -> String {
    let mut path: Vec<String> = Vec::new();
    let mut level = u8::MAX;
    let end = nodes.partition_point(|it| it.para <= para);
    for node in nodes.iter().take(end).rev() {
        if node.level < level {
            level = node.level;
            path.push(match (&node.number, node.level) {
                (None, _) => node.heading.clone(),
                (Some(number), 2) => format!("（{number}）"),
                (Some(number), 4) => format!("（{number}）"),
                (Some(number), _) => number.clone(),
            });
        }
        if level == 0 {
            break;
        }
    }
    path.reverse();
    path.join("/")
}

const _: () = {
    // The families index the three lists above.
    assert!(Family::Is as usize == 0 && Family::Ordinal as usize == 2);
};
