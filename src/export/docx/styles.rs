//! The part that says how things look: `styles.xml`.
//!
//! Every role has a named style, whose look, line and indent are the layout's.

use crate::assemble::{Paragraph, Role, RowLook, RunKind};
use crate::layout::galley::{self, Set};
use crate::layout::gaps::keeps_with_next;
use crate::layout::lines;
use crate::layout::look::Look;
use crate::layout::press::Press;
use crate::layout::units::{Emu, PT, twips};
use crate::model::draft::{HeadField, TextAt};
use crate::model::profile::Parameter;

use super::fonts;
use super::frame::WORD;
use super::properties::{Fonts, Indent, ParagraphProperties, RunProperties};
use super::xml::Xml;

pub(super) const FOOTER: &str = "Footer";
const NORMAL: &str = "Normal";

/// A style for paragraphs of a role.
#[derive(Debug)]
pub(super) struct Kind {
    pub(super) id: &'static str,
    name: &'static str,
    role: Role,
    /// The style of the paragraph that follows when one is typed in Word.
    next: &'static str,
    alignment: &'static str,
}

/// A style, with what the layout says of its role.
#[derive(Debug)]
pub(super) struct Style {
    pub(super) kind: &'static Kind,
    pub(super) look: Look,
    pub(super) indent: lines::Indent,
    pub(super) keeps_next: bool,
    pitch: Emu,
}

/// The styles of a document.
#[derive(Debug)]
pub(super) struct Styles(Vec<Style>);

/// All styles of paragraphs, in the order of the file. Word knows its own by
/// their English names.
static KINDS: [Kind; 25] = [
    kind("Title", "Title", Role::Title, "Addressee", "center"),
    kind("Subtitle", "Subtitle", Role::Subtitle, "Addressee", "center"),
    kind("Addressee", "主送机关", Role::Addressee, "Body", ""),
    kind("Heading1", "heading 1", Role::Heading(1), "Body", ""),
    kind("Heading2", "heading 2", Role::Heading(2), "Body", ""),
    kind("Heading3", "heading 3", Role::Heading(3), "Body", ""),
    kind("Heading4", "heading 4", Role::Heading(4), "Body", ""),
    kind("Body", "公文正文", Role::Body, "", ""),
    kind("Item", "分条", Role::Item, "", ""),
    kind("CopyNumber", "份号", Role::CopyNumber, "", ""),
    kind("Secrecy", "密级和保密期限", Role::Secrecy, "", ""),
    kind("Urgency", "紧急程度", Role::Urgency, "", ""),
    kind("IssuerMark", "发文机关标志", Role::IssuerMark, "", "center"),
    kind("DocumentNumber", "发文字号", Role::DocumentNumber, "Title", "center"),
    kind("AttachmentNote", "附件说明", Role::AttachmentNote, "", ""),
    kind("Issuer", "发文机关署名", Role::Signature, "IssueDate", "left"),
    kind("IssueDate", "成文日期", Role::Date, "", "left"),
    kind("Note", "附注", Role::Note, "", ""),
    kind("AttachmentLabel", "附件", Role::AttachmentLabel, "AttachmentTitle", ""),
    kind("AttachmentTitle", "附件标题", Role::AttachmentTitle, "Body", "center"),
    kind("TableCaption", "表题", Role::Caption, "", "center"),
    kind("TableHead", "表头", row(true), "", ""),
    kind("TableText", "表格", row(false), "", ""),
    kind("CopyTo", "抄送机关", Role::CopyTo, "", ""),
    kind("Printed", "印发机关和印发日期", Role::Printed, "", "left"),
];

/// The styles for pieces of a paragraph: whose they are, and where they look so.
const PIECES: [(&str, &str, Role, RunKind); 3] = [
    // Text that runs on behind a heading goes back to the face of the body.
    ("RunIn", "接排正文", Role::Heading(1), RunKind::Text),
    // Plain by default; a unit that wants it bold changes this one place.
    ("Lead", "领句", Role::Item, RunKind::Lead),
    ("Signatory", "签发人姓名", Role::DocumentNumber, RunKind::Name),
];

/// The style of a piece that looks different from the rest of its paragraph.
pub(super) fn piece(role: Role, kind: RunKind) -> Option<&'static str> {
    let idx = match (role, kind) {
        (Role::Heading(_), RunKind::Text) => 0,
        (_, RunKind::Lead) => 1,
        (_, RunKind::Name) => 2,
        _ => return None,
    };
    Some(PIECES[idx].0)
}

const fn kind(
    id: &'static str,
    name: &'static str,
    role: Role,
    next: &'static str,
    alignment: &'static str,
) -> Kind {
    Kind { id, name, role, next, alignment }
}

const fn row(is_header: bool) -> Role {
    Role::Row(RowLook { is_header, is_landscape: false })
}

impl Styles {
    /// Asks the layout how a paragraph of each role is set.
    pub(super) fn of(press: &Press) -> Self {
        let looks = press.looks();
        let style = |kind: &'static Kind| {
            let is_heading = matches!(kind.role, Role::Heading(_));
            let piece = if is_heading { RunKind::Heading } else { RunKind::Text };
            let source = TextAt::Head(HeadField::Title);
            let empty = Paragraph { role: kind.role, runs: Vec::new(), source };
            let indent = galley::indent(&empty, looks);
            let mut style = Style {
                kind,
                look: looks.look(kind.role, piece),
                indent,
                keeps_next: false,
                pitch: looks.measures().cell_pitch,
            };
            // The size of 发文机关标志 depends on its length.
            let mark = press.sets().map(|(_, it)| it).find(|it| it.role() == Role::IssuerMark);
            let sets = galley::set(vec![empty], looks);
            let set = mark.filter(|_| kind.role == Role::IssuerMark).or(sets.first());
            if let Some(Set::Paragraph(it)) = set {
                style.look.size = it.size;
                style.pitch = it.pitch;
                style.keeps_next = keeps_with_next(it);
            }
            style
        };
        Self(KINDS.iter().map(style).collect())
    }

    /// The style of a role.
    pub(super) fn get(&self, role: Role) -> &Style {
        let is_it = |it: &&Style| match (it.kind.role, role) {
            (Role::Heading(own), Role::Heading(level)) => own == level.clamp(1, 4),
            (Role::Row(own), Role::Row(look)) => own.is_header == look.is_header,
            (own, role) => own == role,
        };
        self.0.iter().find(is_it).unwrap_or(&self.0[BODY_IDX])
    }

    /// Writes `word/styles.xml`.
    pub(super) fn part(&self, press: &Press) -> String {
        let looks = press.looks();
        let measures = looks.measures();
        let body = looks.look(Role::Body, RunKind::Text);
        let mut xml = Xml::part();
        xml.element("w:styles", &[WORD], |xml| {
            xml.element("w:docDefaults", &[], |xml| {
                let run = RunProperties {
                    fonts: Some(fonts::of(body.face, press)),
                    spacing: Some(twips(body.spacing)),
                    size: Some(half_points(body.size)),
                    chinese: true,
                    ..RunProperties::default()
                };
                let paragraph = ParagraphProperties {
                    is_default: true,
                    before: Some(0),
                    exact_line: Some(twips(measures.pitch)),
                    alignment: Some("both"),
                    ..ParagraphProperties::default()
                };
                xml.element("w:rPrDefault", &[], |xml| run.write(xml));
                xml.element("w:pPrDefault", &[], |xml| paragraph.write(xml));
            });
            let plain = ParagraphProperties::default();
            write(xml, (NORMAL, "Normal", ""), Some(&plain), &RunProperties::default());
            for style in &self.0 {
                let names = (style.kind.id, style.kind.name, style.kind.next);
                let run = run(style.look, body, press);
                write(xml, names, Some(&style.paragraph(press)), &run);
            }
            let line = Some(twips(measures.number_size));
            let footer = ParagraphProperties { exact_line: line, ..plain };
            let number = looks.number();
            // 4号半角宋体 (7.5), whatever letters and digits of the text are.
            let font = press.profile().font(number.face);
            let fonts = Some(Fonts::Faces(font, font));
            let run_of_number = RunProperties { fonts, ..run(number, body, press) };
            write(xml, (FOOTER, "footer", ""), Some(&footer), &run_of_number);
            for (id, name, role, kind) in PIECES {
                let look = looks.look(role, kind);
                let fonts = Some(fonts::of(look.face, press));
                let run = RunProperties { fonts, ..run(look, body, press) };
                write(xml, (id, name, ""), None, &run);
            }
            xml.markup(OTHER_DEFAULTS);
        });
        xml.finish()
    }
}

/// Where 公文正文 stands among the styles.
const BODY_IDX: usize = 7;

impl Style {
    fn paragraph(&self, press: &Press) -> ParagraphProperties<'_> {
        let measures = press.looks().measures();
        let outline_level = match self.kind.role {
            Role::Heading(level) => Some(i32::from(level) - 1),
            Role::AttachmentTitle => Some(0),
            _ => None,
        };
        ParagraphProperties {
            keep_next: self.keeps_next.then_some(true),
            exact_line: (self.pitch != measures.pitch).then_some(twips(self.pitch)),
            indent: indent(self.indent, press),
            alignment: Some(self.kind.alignment).filter(|it| !it.is_empty()),
            outline_level,
            ..ParagraphProperties::default()
        }
    }
}

/// An indent of the layout in the words of the file.
pub(super) fn indent(it: lines::Indent, press: &Press) -> Indent {
    let some = |length: Emu| Some(twips(length)).filter(|&it| it != 0);
    // Word counts the indent of the body in characters, in whatever size it is.
    let is_body = it.first == press.looks().measures().first_indent && it.rest == 0;
    let chars = press.profile().hundredths(Parameter::FirstIndent);
    Indent {
        left: some(it.rest),
        right: some(it.right),
        first_line: some(it.first - it.rest),
        first_line_chars: (is_body && chars != 0).then_some(chars),
    }
}

/// The properties of a look, where it is not that of the body.
fn run(look: Look, body: Look, press: &Press) -> RunProperties<'_> {
    RunProperties {
        fonts: (look.face != body.face).then(|| fonts::of(look.face, press)),
        bold: look.bold.then_some(true),
        red: look.red,
        spacing: (look.spacing != body.spacing).then_some(twips(look.spacing)),
        size: (look.size != body.size).then_some(half_points(look.size)),
        ..RunProperties::default()
    }
}

fn half_points(size: Emu) -> i32 {
    size / (PT / 2)
}

fn write(
    xml: &mut Xml,
    (id, name, next): (&str, &str, &str),
    paragraph: Option<&ParagraphProperties<'_>>,
    run: &RunProperties<'_>,
) {
    let is_built_in = name.is_ascii();
    let attributes = [
        ("w:type", if paragraph.is_some() { "paragraph" } else { "character" }.into()),
        ("w:default", (id == NORMAL).then_some(1).into()),
        ("w:customStyle", (!is_built_in).then_some(1).into()),
        ("w:styleId", id.into()),
    ];
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", name.into());
        let based_on = paragraph.filter(|_| id != NORMAL).map(|_| NORMAL);
        xml.value("w:basedOn", based_on.into());
        xml.value("w:next", Some(next).filter(|it| !it.is_empty()).into());
        xml.switch("w:qFormat", Some(true));
        if let Some(paragraph) = paragraph {
            paragraph.write(xml);
        }
        run.write(xml);
    });
}

/// The defaults that Word wants for the kinds of style that we do not use.
const OTHER_DEFAULTS: &str = concat!(
    r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">"#,
    r#"<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>"#,
    r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal">"#,
    r#"<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>"#,
    r#"<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>"#,
    r#"<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>"#,
    r#"<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
    r#"<w:style w:type="numbering" w:default="1" w:styleId="NoList">"#,
    r#"<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>"#,
);
