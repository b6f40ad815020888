//! The figures of a draft, in reading order, each with its place in a field.

use std::ops::Range;

use crate::ledger::find::{self, Exactness, Found, Kind};
use crate::ledger::{label, period, relative};
use crate::model::decimal::Decimal;
use crate::model::draft::{Draft, Entry, HeadField, NodeId, Part, TextAt};
use crate::model::element::Element;
use crate::model::table;

/// A figure of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub kind: Kind,
    /// The section that it stands under, or the attachment; none outside.
    pub section: Option<NodeId>,
    /// The entry or heading that it belongs to; none outside the sections.
    pub owner: Option<NodeId>,
    /// Which of its owner's figures it is, from 0.
    pub nth: u32,
    /// The field.
    pub at: TextAt,
    /// All of it in the field, in characters.
    pub range: Range<usize>,
    /// The part of it that an author writes anew, in characters.
    pub value_range: Range<usize>,
    /// The magnitude and unit behind that, in characters.
    pub unit_range: Range<usize>,
    /// The value as it is written: `2300余`, `约3.5`.
    pub written: String,
    /// The magnitude and unit as they are written: `万元`.
    pub unit: String,
    /// The unit under one name: `元`.
    pub measure: String,
    /// What it amounts to in that unit.
    pub amount: Option<Decimal>,
    /// How exact it is.
    pub exactness: Exactness,
    /// Whether it is written in Arabic digits.
    pub is_arabic: bool,
    /// Whether it stands within quotation marks or a title.
    pub is_quoted: bool,
    /// What it counts, in the words of the text.
    pub label: String,
    /// For when, as far as the sentence says.
    pub period: String,
    /// Its sentence, shortened if it is very long.
    pub sentence: String,
    /// Where it stands in that, in characters.
    pub in_sentence: Range<usize>,
}

impl Figure {
    /// All of it, as it stands.
    pub fn whole(&self) -> String {
        let len = self.in_sentence.len();
        self.sentence.chars().skip(self.in_sentence.start).take(len).collect()
    }

    /// Whether the ledger has a line for it.
    pub fn is_listed(&self) -> bool {
        match self.kind {
            Kind::Figure => true,
            Kind::Ordinal => self.is_arabic || matches!(self.measure.as_str(), "位" | "名"),
            _ => false,
        }
    }
}

/// Every figure of a draft, with the years, dates, sessions, anniversaries and
/// numbers of documents among them, in reading order. Linear in the text.
pub fn figures(draft: &Draft) -> Vec<Figure> {
    let mut found = Vec::new();
    let head = |field: HeadField, found: &mut Vec<Figure>| {
        let at = TextAt::Head(field);
        let fields = [(at, draft.head(field))];
        Fields::of(None, None, &fields).figures(found);
    };
    let elements = |elements: &[Element], found: &mut Vec<Figure>| {
        for &it in elements {
            let field = [(TextAt::Element(it), draft.element(it))];
            Fields::of(None, None, &field).figures(found);
        }
    };
    elements(&Element::ABOVE_TITLE, &mut found);
    head(HeadField::Title, &mut found);
    elements(&Element::BELOW_TITLE, &mut found);
    head(HeadField::Addressee, &mut found);
    let mut under = None;
    for section in &draft.sections {
        if section.has_heading() || section.level == 0 {
            under = Some(section.id);
        }
        let heading = [(TextAt::Heading(section.id), section.heading.as_str())];
        Fields::of(under, Some(section.id), &heading).figures(&mut found);
        for entry in &section.entries {
            entry_figures(under, entry, &mut found);
        }
    }
    head(HeadField::Signature, &mut found);
    head(HeadField::Date, &mut found);
    elements(&Element::AT_END, &mut found);
    // Head fields have one owner between them, and count through.
    for (nth, it) in (0..).zip(found.iter_mut().filter(|it| it.owner.is_none())) {
        it.nth = nth;
    }
    found
}

/// The figures of one entry alone, which cost what it is long.
pub fn of_entry(section: Option<NodeId>, entry: &Entry) -> Vec<Figure> {
    let mut found = Vec::new();
    entry_figures(section, entry, &mut found);
    found
}

fn entry_figures(under: Option<NodeId>, entry: &Entry, found: &mut Vec<Figure>) {
    let from = found.len();
    let owner = Some(entry.id);
    if entry.table.is_some() {
        let caption = [(TextAt::Entry(entry.id, Part::Lead), entry.lead.as_str())];
        Fields::of(under, owner, &caption).figures(found);
        table_figures(under, entry, found);
    } else {
        // The lead is a sentence of its own; the other parts are one text.
        let lead = [(TextAt::Entry(entry.id, Part::Lead), entry.lead.as_str())];
        Fields::of(under, owner, &lead).figures(found);
        let field = |&part: &Part| (TextAt::Entry(entry.id, part), entry.part(part));
        let body: Vec<_> = Part::ALL[1..].iter().map(field).collect();
        Fields::of(under, owner, &body).figures(found);
    }
    for (nth, it) in found.iter_mut().skip(from).enumerate() {
        it.nth = nth as u32;
    }
}

/// Texts that print as one.
struct Fields {
    section: Option<NodeId>,
    owner: Option<NodeId>,
    chars: Vec<char>,
    /// Where each field begins.
    starts: Vec<(TextAt, usize)>,
}

impl Fields {
    fn of(section: Option<NodeId>, owner: Option<NodeId>, fields: &[(TextAt, &str)]) -> Self {
        let mut chars = Vec::new();
        let mut starts = Vec::new();
        for (at, text) in fields {
            starts.push((*at, chars.len()));
            chars.extend(text.chars());
        }
        Self { section, owner, chars, starts }
    }

    fn figures(&self, figures: &mut Vec<Figure>) {
        let found = find::find(&self.chars);
        let periods = period::periods(&self.chars);
        let mut words = relative::find(&self.chars, &found).into_iter().peekable();
        let from = figures.len();
        for (nth, it) in found.iter().enumerate() {
            while let Some(word) = words.next_if(|word| word.range.start < it.range.start) {
                let (sentence, in_sentence) = label::sentence(&self.chars, &word);
                figures.push(self.figure(
                    &word,
                    String::new(),
                    String::new(),
                    sentence,
                    in_sentence,
                ));
            }
            if matches!(it.kind, Kind::Marker | Kind::Name) {
                continue;
            }
            let label = label::label(&self.chars, &found, nth);
            let (sentence, in_sentence) = label::sentence(&self.chars, it);
            let period = period::period(&self.chars, &periods, it);
            figures.push(self.figure(it, label, period, sentence, in_sentence));
        }
        for word in words {
            let (sentence, in_sentence) = label::sentence(&self.chars, &word);
            figures.push(self.figure(&word, String::new(), String::new(), sentence, in_sentence));
        }
        for (nth, it) in figures.iter_mut().skip(from).enumerate() {
            it.nth = nth as u32;
        }
    }

    fn figure(
        &self,
        it: &Found,
        label: String,
        period: String,
        sentence: String,
        in_sentence: Range<usize>,
    ) -> Figure {
        let slice = |range: Range<usize>| -> String {
            self.chars.get(range).unwrap_or_default().iter().collect()
        };
        let field = self.starts.iter().rposition(|(_, start)| *start <= it.value.start);
        let (at, start) = field
            .and_then(|idx| self.starts.get(idx))
            .copied()
            .unwrap_or((TextAt::Head(HeadField::Title), 0));
        let next =
            field.and_then(|idx| self.starts.get(idx + 1)).map_or(self.chars.len(), |it| it.1);
        // What an author writes anew stands in one field.
        let within = |range: &Range<usize>| {
            range.start.clamp(start, next) - start..range.end.clamp(start, next) - start
        };
        Figure {
            kind: it.kind,
            section: self.section,
            owner: self.owner,
            nth: 0,
            at,
            range: within(&it.range),
            value_range: within(&it.value),
            unit_range: within(&it.unit),
            written: slice(it.value.clone()),
            unit: slice(it.unit.clone()),
            measure: it.measure.clone(),
            amount: it.amount,
            exactness: it.exactness,
            is_arabic: it.is_arabic,
            is_quoted: it.is_quoted,
            label,
            period,
            sentence,
            in_sentence,
        }
    }
}

/// The figures of a table: a cell counts what its row and its column say.
fn table_figures(under: Option<NodeId>, entry: &Entry, found: &mut Vec<Figure>) {
    let header = table::rows(&entry.text)
        .first()
        .map(|row| row.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>());
    let header = header.unwrap_or_default();
    let n_headers = entry.table.map_or(0, |it| usize::from(it.header_rows));
    let at = TextAt::Entry(entry.id, Part::Text);
    let mut start = 0;
    for (row, line) in entry.text.split('\n').enumerate() {
        let first = line.split('\t').next().unwrap_or_default().trim();
        let mut cell_start = start;
        for (column, cell) in line.split('\t').enumerate() {
            let chars: Vec<char> = cell.chars().collect();
            if n_headers <= row {
                for it in find::find(&chars) {
                    if matches!(it.kind, Kind::Marker | Kind::Name) {
                        continue;
                    }
                    let title = header.get(column).map_or("", String::as_str);
                    let label = match column {
                        0 => title.to_owned(),
                        _ => format!("{first}{title}"),
                    };
                    let fields = Fields {
                        section: under,
                        owner: Some(entry.id),
                        chars: chars.clone(),
                        starts: vec![(at, 0)],
                    };
                    let sentence = line.replace('\t', " ");
                    let before = line.chars().take(cell_start - start).count();
                    let in_sentence = before + it.range.start..before + it.range.end;
                    let mut figure =
                        fields.figure(&it, label, String::new(), sentence, in_sentence);
                    for range in
                        [&mut figure.range, &mut figure.value_range, &mut figure.unit_range]
                    {
                        *range = range.start + cell_start..range.end + cell_start;
                    }
                    // A column says its unit: 金额（万元）.
                    if figure.measure.is_empty() {
                        figure.measure = unit_of(title);
                    }
                    found.push(figure);
                }
            }
            cell_start += chars.len() + 1;
        }
        start += line.chars().count() + 1;
    }
}

/// The unit in the brackets of a column's title.
fn unit_of(title: &str) -> String {
    let inner = title.rsplit_once(['（', '(']).map(|(_, it)| it.trim_end_matches(['）', ')']));
    inner.unwrap_or_default().to_owned()
}
