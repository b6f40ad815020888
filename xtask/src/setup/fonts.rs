//! Open fonts of the widths that the fonts of Chinese offices have.

use std::fs;
use std::path::PathBuf;

use super::system::{self, Need};
use crate::program;
use crate::project::{Failure, Outcome, Project};

/// Fonts that are asked for, and a family that takes their place.
const GIVEN: [(&str, &str); 4] = [
    ("仿宋_GB2312", "AR PL UMing CN"),
    ("楷体_GB2312", "AR PL UKai CN"),
    ("黑体", "Noto Sans Mono CJK SC"),
    ("Times New Roman", "Liberation Serif"),
];

pub(super) fn install(project: &Project) -> Outcome {
    if missing(project).is_none() {
        return Ok(());
    }
    let need = Need {
        what: "Chinese fonts with half-width digits",
        usual: "30 seconds",
        debian: &[
            "fontconfig",
            "fonts-arphic-uming",
            "fonts-arphic-ukai",
            "fonts-liberation",
            "fonts-noto-cjk",
        ],
        elsewhere: "Fedora: sudo dnf install cjkuni-uming-fonts cjkuni-ukai-fonts \
                    liberation-serif-fonts google-noto-sans-mono-cjk-vf-fonts. Elsewhere: install \
                    AR PL UMing, AR PL UKai, Noto CJK and Liberation.",
    };
    system::install(project, &need)?;
    match missing(project) {
        None => Ok(()),
        Some(named) => Err(Failure::new(format!("the fonts are there, but {named} is not mapped"))),
    }
}

/// The file that maps the fonts that a document names to open ones.
pub fn font_config(project: &Project) -> PathBuf {
    project.root().join("tests/fonts/fonts.conf")
}

/// Every font that the file maps, with what is given for it.
pub fn fonts(project: &Project) -> Vec<(String, String)> {
    let file = fs::read_to_string(font_config(project)).unwrap_or_default();
    named(&file).map(|it| (it.to_owned(), matched(project, it))).collect()
}

fn missing(project: &Project) -> Option<&'static str> {
    let differs = |(named, given): &(&str, &str)| !matched(project, named).starts_with(given);
    GIVEN.into_iter().find(differs).map(|(named, _)| named)
}

fn matched(project: &Project, named: &str) -> String {
    let mut command = program::command(project, "fc-match");
    command.args(["--format", "%{family[0]} %{style[0]}", named]);
    let output = command.env("FONTCONFIG_FILE", font_config(project)).output();
    output.map(|it| String::from_utf8_lossy(&it.stdout).into_owned()).unwrap_or_default()
}

/// The families that the file tests for, in its order.
fn named(file: &str) -> impl Iterator<Item = &str> {
    file.lines().filter_map(|line| {
        let (_, rest) = line.split_once("<test name=\"family\" qual=\"any\"><string>")?;
        rest.split_once("</string>").map(|(name, _)| name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_maps_every_font_of_a_document() {
        let project = Project::find().unwrap();
        let file = fs::read_to_string(font_config(&project)).unwrap();
        let names: Vec<_> = named(&file).collect();
        for (name, _) in GIVEN {
            assert!(names.contains(&name), "{name}");
        }
        assert!(names.contains(&"方正小标宋简体") && names.contains(&"华文中宋"));
    }
}
