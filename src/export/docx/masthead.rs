//! 版头: all above the red rule, and the rule (GB/T 9704-2012, 7.2).

use crate::assemble::Role;
use crate::layout::galley::{SetParagraph, is_joint};
use crate::layout::pages::{Page, What};
use crate::layout::units::{Emu, PT, pt};
use crate::model::profile::Parameter;

use super::paragraph::{Around, Writer};
use super::properties::RedRule;
use super::table::{Grid, cell};
use super::xml::Xml;

/// A paragraph of 版头 in its place.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) it: &'a SetParagraph,
    pub(super) x: Emu,
    pub(super) y: Emu,
}

impl Writer<'_> {
    /// Writes 版头 as it stands on its page, and gives where it ends.
    pub(super) fn masthead(self, all: &[At<'_>], page: &Page, xml: &mut Xml) -> Emu {
        let paragraphs: Vec<_> = all.iter().map(|at| at.it.paragraph.clone()).collect();
        let is_joint = is_joint(&paragraphs);
        let rule = page.items.iter().find(|it| it.what == What::RedRule).map(|it| it.y);
        let mut bottom = 0;
        let mut idx = 0;
        while let Some(at) = all.get(idx) {
            let is_mark = |it: &&At<'_>| it.it.paragraph.role == Role::IssuerMark;
            let n = match is_joint && is_mark(&at) {
                true => all[idx..].iter().take_while(is_mark).count(),
                false => 1,
            };
            // 文件 stands beside the names, and not below them.
            let height = at.it.height() * (n as Emu - 1).max(1);
            let space = (at.y - bottom).max(0);
            bottom = bottom.max(at.y) + height;
            let rule = rule.filter(|_| idx + n == all.len());
            let red_rule = rule.map(|y| self.red_rule(y - bottom, at.it));
            if 1 < n {
                self.joint(&all[idx..idx + n], space, red_rule, xml);
            } else {
                let around = Around { before: space, red_rule, ..Around::default() };
                self.paragraph(at.it, &around, xml);
            }
            if let Some(rule) = red_rule {
                bottom += rule.space * PT + rule.width * PT / 8;
            }
            idx += n;
        }
        bottom
    }

    /// The rule that stands so far under the line of a paragraph.
    fn red_rule(self, below: Emu, it: &SetParagraph) -> RedRule {
        // The layout centres type in its line. Word and LibreOffice put the base
        // line of an exact line at four fifths of its height, so the type stands
        // lower by this; 0.88 em are above a base line. The rule goes half the
        // way with it, so that neither distance is off by more than half of that.
        let centred = (it.pitch - it.size) / 2 + it.size / 100 * 88;
        let lower = it.pitch / 5 * 4 - centred;
        let width = pt(self.press.profile().hundredths(Parameter::RuleWidth));
        RedRule {
            width: ((width + PT / 16) / (PT / 8)).clamp(2, 96),
            // What the file format has room for.
            space: ((below + lower / 2 + PT / 2) / PT).clamp(0, 31),
        }
    }

    /// Writes the names of several organs, with 文件 beside them, as a table
    /// without rules (7.2.4).
    fn joint(self, marks: &[At<'_>], space: Emu, red_rule: Option<RedRule>, xml: &mut Xml) {
        let [names @ .., word] = marks else { return };
        let core = self.press.looks().measures().core_width;
        let left = |at: &At<'_>| at.x + at.it.lines.first().map_or(0, |it| it.indent);
        let names_left = names.iter().map(left).min().unwrap_or(0);
        let names_right = names.iter().map(|it| left(it) + it.it.width).max().unwrap_or(0);
        let (word_left, word_right) = (left(word), left(word) + word.it.width);
        // The columns meet in the middle between names and word; their texts
        // stay centred, with the same room on the other side.
        let air = (word_left - names_right) / 2;
        let middle = names_right + air;
        let below = red_rule.map_or(0, |it| it.space * PT);
        let columns = [middle, core - middle];
        let grid = Grid { columns: &columns, rules: &[], red_rule, padding: 0 };
        let margins =
            [[space, names_left - air, below, 0], [space, 0, below, core - word_right - air]];
        let cells = [names, std::slice::from_ref(word)];
        let row = |xml: &mut Xml| {
            xml.element("w:tr", &[], |xml| {
                for ((marks, margins), column) in cells.iter().zip(margins).zip(columns) {
                    let content = |xml: &mut Xml| {
                        for at in *marks {
                            self.paragraph(at.it, &Around::default(), xml);
                        }
                    };
                    cell(column, Some(margins), &content, xml);
                }
            });
        };
        grid.write(&row, xml);
    }
}
